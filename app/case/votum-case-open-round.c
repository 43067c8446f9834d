#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-case-progress.h"
#include "votum-error.h"
#include "votum-text.h"

/* Opening a round: all its sealed ballots at once, as one change with one entry in the log. */

/* ---- from ballots to changes ---- */

static char *
short_key (VotumThing *juror,
           const char *key)
{
  g_autofree char *whole = g_strdup_printf ("%s/%s", votum_thing_get_key (juror), key);
  g_autofree char *digest = NULL;

  if (strlen (whole) <= VOTUM_TEXT_MAX_KEY)
    return g_steal_pointer (&whole);
  digest = votum_digest (whole, strlen (whole));

  return g_strdup_printf ("ballot/%s", digest);
}

/* A finalist that the juror knows by an alias. */
static void
name_entrant (VotumCase  *self,
              VotumThing *thing,
              guint       field)
{
  VotumThing *entrant = votum_thing_is_set (thing, field) ? votum_case_find_blind (self, votum_thing_get_text (thing, field)) : NULL;

  if (entrant != NULL)
    votum_thing_set_from_text (thing, field, votum_thing_get_key (entrant), NULL);
}

/* The visit that the juror's note belongs to, which they may know by another id; a visit that is not the finalist's is none. */
static void
name_visit (VotumCase  *self,
            VotumThing *note)
{
  const char *key = votum_thing_get_text (note, VOTUM_NOTE_VISIT);
  const char *entrant = votum_thing_get_text (note, VOTUM_NOTE_ENTRANT);
  GListModel *visits = votum_case_get_things (self, VOTUM_KIND_VISIT);
  VotumThing *found = NULL;

  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(VotumThing) visit = g_list_model_get_item (visits, i);
      VotumThing *of = votum_case_lookup (self, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
      g_autofree char *blind = votum_case_blind_part_key (visit);

      if (entrant != NULL && of != NULL && votum_text_fold_equal (votum_thing_get_key (of), entrant) &&
          (votum_text_fold_equal (votum_thing_get_key (visit), key) || strcmp (blind, key) == 0))
        found = visit;
    }
  votum_thing_set_from_text (note, VOTUM_NOTE_VISIT, found != NULL ? votum_thing_get_key (found) : NULL, NULL);
}

/* The recusal of the case that says the same, whatever it is called there. */
static const char *
known_recusal (VotumCase  *self,
               VotumThing *juror,
               VotumThing *told)
{
  GListModel *recusals = votum_case_get_things (self, VOTUM_KIND_RECUSAL);
  const char *entrant = votum_thing_get_text (told, VOTUM_RECUSAL_ENTRANT);
  const char *class = votum_thing_get_text (told, VOTUM_RECUSAL_CLASS);
  VotumThing *of_entrant = entrant != NULL ? votum_case_find (self, VOTUM_KIND_ENTRANT, entrant) : NULL;
  VotumThing *of_class = class != NULL ? votum_case_find (self, VOTUM_KIND_CLASS, class) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);

      if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == votum_thing_get_id (juror) &&
          votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) == (of_entrant != NULL ? votum_thing_get_id (of_entrant) : 0) &&
          votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS) == (of_class != NULL ? votum_thing_get_id (of_class) : 0))
        return votum_thing_get_key (recusal);
    }

  return NULL;
}

/* What jurors call their things is unique among their own only. */
static void
add_things (VotumCase       *self,
            VotumReadBallot *ballot,
            VotumDocument   *all)
{
  GPtrArray *recusals = votum_document_things (ballot->document, VOTUM_KIND_RECUSAL);
  GPtrArray *notes = votum_document_things (ballot->document, VOTUM_KIND_NOTE);

  for (guint i = 0; i < recusals->len; i++)
    {
      g_autoptr(VotumThing) copy = votum_thing_copy (recusals->pdata[i]);
      g_autofree char *key = short_key (ballot->juror, votum_thing_get_key (copy));
      const char *known;

      name_entrant (self, copy, VOTUM_RECUSAL_ENTRANT);
      known = known_recusal (self, ballot->juror, copy);
      votum_thing_set_key (copy, known != NULL ? known : key);
      if (votum_document_find (all, VOTUM_KIND_RECUSAL, votum_thing_get_key (copy)) == NULL)
        votum_document_add (all, g_steal_pointer (&copy));
    }
  for (guint i = 0; i < notes->len; i++)
    {
      VotumThing *copy = votum_thing_copy (notes->pdata[i]);
      g_autofree char *key = short_key (ballot->juror, votum_thing_get_key (copy));

      name_entrant (self, copy, VOTUM_NOTE_ENTRANT);
      name_visit (self, copy);
      votum_thing_set_key (copy, key);
      votum_document_add (all, copy);
    }
}

static void
add_marks (VotumCase       *self,
           VotumReadBallot *ballot,
           VotumDocument   *all)
{
  for (guint i = 0; i < votum_document_n_marks (ballot->document); i++)
    {
      VotumMarkRow row = *votum_document_mark (ballot->document, i);
      VotumThing *entrant = votum_case_find_blind (self, row.entrant);

      if (entrant != NULL)
        row.entrant = votum_thing_get_key (entrant);
      votum_document_add_mark (all, &row);
    }
}

/* The marks of the ballot, and those that its opening changes: a mark that is the same already is no change, and stays. */
static VotumMarks *
marks_in_ballot (VotumCase       *self,
                 VotumReadBallot *ballot,
                 VotumMarks      *changed)
{
  VotumMarks *marks = votum_marks_new ();

  for (guint i = 0; i < votum_marks_size (changed); i++)
    votum_marks_append (marks, votum_marks_get (changed, i));
  for (guint i = 0; i < votum_document_n_marks (ballot->document); i++)
    {
      const VotumMarkRow *row = votum_document_mark (ballot->document, i);
      VotumThing *entrant = votum_case_find_blind (self, row->entrant);
      VotumThing *criterion = votum_case_find (self, VOTUM_KIND_CRITERION, row->criterion);
      const VotumMark mark = {
        .juror = votum_thing_get_id (ballot->juror), .round = votum_thing_get_id (ballot->round),
        .entrant = entrant != NULL ? votum_thing_get_id (entrant) : 0, .criterion = criterion != NULL ? votum_thing_get_id (criterion) : 0,
      };

      votum_marks_append (marks, &mark);
    }
  votum_marks_sort (marks, NULL);

  return marks;
}

/* A ballot is all that its juror gives in the round: what was typed in before, or stood in an earlier one, goes with it. */
static void
take_out_others (VotumCase       *self,
                 VotumReadBallot *ballot,
                 VotumChanges    *changes)
{
  VotumMarks *old = votum_changes_old_marks (changes);
  VotumMarks *new = votum_changes_new_marks (changes);
  g_autoptr(VotumMarks) known = marks_in_ballot (self, ballot, old);

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);

      if (mark->juror == votum_thing_get_id (ballot->juror) && mark->round == votum_thing_get_id (ballot->round) &&
          votum_marks_lookup (new, mark->round, mark->entrant, mark->juror, mark->criterion) == NULL &&
          votum_marks_lookup (known, mark->round, mark->entrant, mark->juror, mark->criterion) == NULL)
        votum_marks_append (old, mark);
    }
  votum_marks_sort (old, NULL);
}

static void
open_state (VotumThing   *round,
            const char   *time,
            VotumChanges *changes)
{
  g_autoptr(VotumThing) old = votum_thing_copy (round);
  g_autoptr(VotumThing) new = votum_thing_copy (round);

  if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED)
    return;
  votum_thing_set_from_text (new, VOTUM_ROUND_STATE, "opened", NULL);
  votum_thing_set_from_text (new, VOTUM_ROUND_OPENED, time, NULL);
  votum_changes_thing (changes, old, new);
}

/**
 * votum_case_plan_ballots:
 * @self: the chair's case
 * @round: the round they are of
 * @ballots: (element-type VotumReadBallot): ballots, each of another juror
 * @time: (nullable): when the round is opened
 * @error: return location
 *
 * Returns: (transfer full): what opening them changes, checked; or %NULL with @error set
 */
VotumImport *
votum_case_plan_ballots (VotumCase   *self,
                         VotumThing  *round,
                         GPtrArray   *ballots,
                         const char  *time,
                         GError     **error)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumImport) plan = NULL;
  VotumDocument *all = votum_document_new (VOTUM_DOCUMENT_AWARD);

  for (guint i = 0; i < ballots->len; i++)
    {
      add_things (self, g_ptr_array_index (ballots, i), all);
      add_marks (self, g_ptr_array_index (ballots, i), all);
    }
  self->reading_ballots = TRUE;
  plan = votum_case_plan_read (self, all, problems, error);
  self->reading_ballots = FALSE;
  if (plan == NULL)
    return NULL;
  for (guint i = 0; i < ballots->len; i++)
    take_out_others (self, g_ptr_array_index (ballots, i), plan->changes);
  open_state (round, time, plan->changes);

  return votum_case_check_changes (self, plan->changes, TRUE, error) ? g_steal_pointer (&plan) : NULL;
}

/* ---- opening ---- */

static gboolean
is_sealed_of (VotumThing *ballot,
              VotumThing *round)
{
  return votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) == votum_thing_get_id (round) &&
         votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_SEALED;
}

static gboolean
read_all (VotumCase   *self,
          VotumThing  *round,
          const char  *passphrase,
          GPtrArray   *read,
          GError     **error)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);
      VotumReadBallot *one;

      if (!is_sealed_of (ballot, round))
        continue;
      one = votum_case_read_kept (self, ballot, passphrase, error);
      if (one == NULL)
        {
          VotumThing *juror = votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));

          g_prefix_error (error, "%s: ", votum_thing_get_text (juror, VOTUM_JUROR_NAME));
          return FALSE;
        }
      g_ptr_array_add (read, one);
    }

  return TRUE;
}

static void
mark_opened (VotumCase    *self,
             VotumThing   *round,
             VotumChanges *changes)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);
      g_autoptr(VotumThing) old = NULL;
      g_autoptr(VotumThing) new = NULL;

      if (!is_sealed_of (ballot, round))
        continue;
      old = votum_thing_copy (ballot);
      new = votum_thing_copy (ballot);
      votum_thing_set_from_text (new, VOTUM_BALLOT_STATE, "opened", NULL);
      votum_changes_thing (changes, old, new);
    }
}

/**
 * votum_case_open_round:
 * @self: the chair's case
 * @round: a round
 * @passphrase: (nullable): of the chair's or the deputy's key, where they have one
 * @error: return location
 *
 * Opens all ballots of the round that were taken in, at once, and the round with them. It is one entry of the log, and neither
 * it nor what was done before can be undone any more.
 *
 * Returns: whether it was done; if not, all of them are sealed as they were
 */
gboolean
votum_case_open_round (VotumCase   *self,
                       VotumThing  *round,
                       const char  *passphrase,
                       GError     **error)
{
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_read_ballot_free);
  g_autoptr(VotumImport) plan = NULL;
  g_autofree char *now = votum_text_now ();

  if (!votum_case_check_writable (self, error))
    return FALSE;
  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED, _("This is a juror’s copy. The chair opens the round, for all at once."));
      return FALSE;
    }
  if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("The round “%s” is opened already."), votum_thing_get_key (round));
      return FALSE;
    }
  if (!votum_case_check_papers (self, round, error) || !read_all (self, round, passphrase, read, error))
    return FALSE;

  plan = votum_case_plan_ballots (self, round, read, now, error);
  if (plan == NULL)
    return FALSE;
  mark_opened (self, round, plan->changes);

  return votum_case_check_changes (self, plan->changes, TRUE, error) &&
         votum_case_write_changes (self, plan->changes, VOTUM_CASE_OPEN_ROUND, votum_thing_get_key (round), NULL, 0, NULL, error);
}

/* ---- how far everybody is ---- */

static guint
count_marks (VotumCase  *self,
             VotumThing *juror,
             VotumThing *round)
{
  guint n = 0;

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);

      n += mark->juror == votum_thing_get_id (juror) && mark->round == votum_thing_get_id (round) && votum_case_may_see_mark (self, mark);
    }

  return n;
}

/**
 * votum_case_list_ballots:
 * @self: a case
 * @round: (nullable): a round, or %NULL for all
 *
 * Returns: (transfer full) (element-type VotumBallotStanding): how far each juror who gives marks has come in each round; the
 *   things belong to the case
 */
GArray *
votum_case_list_ballots (VotumCase  *self,
                         VotumThing *round)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (VotumBallotStanding));
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  g_autoptr(GPtrArray) rounds = votum_case_rounds (self);
  g_autofree char *criteria = votum_case_criteria_digest (self);

  for (guint r = 0; r < rounds->len; r++)
    for (guint j = 0; j < jurors->len; j++)
      {
        VotumBallotStanding one = { .juror = g_ptr_array_index (jurors, j), .round = g_ptr_array_index (rounds, r) };

        if (round != NULL && one.round != round)
          continue;
        one.hand_out = votum_case_get_hand_out (self, one.juror);
        one.ballot = votum_case_latest_ballot (self, one.juror, one.round, &one.n_ballots);
        if (votum_ballot_is_set_aside (one.ballot))
          one.set_aside = g_steal_pointer (&one.ballot);
        one.n_marks = count_marks (self, one.juror, one.round);
        one.outdated = one.ballot != NULL && votum_thing_get_choice (one.ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_SEALED &&
                       g_strcmp0 (votum_thing_get_text (one.ballot, VOTUM_BALLOT_CRITERIA), criteria) != 0;
        g_array_append_val (list, one);
      }

  return list;
}
