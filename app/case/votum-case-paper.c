#include "votum-config.h"

#include "votum-case-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-case-progress.h"
#include "votum-case-result.h"
#include "votum-error.h"
#include "votum-text.h"

#define BEGIN_PAPER   "begin-paper"
#define DROP_PAPER    "drop-paper"
#define CONFIRM_PAPER "confirm-paper"

/* The names of who typed and who reads are compared as people write them. */
static gboolean
is_same_person (const char *a,
                const char *b)
{
  g_autofree char *x = votum_text_fold (a != NULL ? a : "");
  g_autofree char *y = votum_text_fold (b != NULL ? b : "");

  return strcmp (g_strstrip (x), g_strstrip (y)) == 0;
}

static const char *
typist_of (VotumCase *self)
{
  VotumThing *holder = votum_case_get_holder (self);

  return holder != NULL ? votum_thing_get_text (holder, VOTUM_JUROR_NAME) : votum_case_get_who (self);
}

/**
 * votum_case_get_paper:
 * @self: a case
 * @juror: a juror
 * @round: a round
 *
 * Returns: (transfer none) (nullable): the ballot of @juror in @round that was given on paper
 */
VotumThing *
votum_case_get_paper (VotumCase  *self,
                      VotumThing *juror,
                      VotumThing *round)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      if (votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_PAPER &&
          votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR) == votum_thing_get_id (juror) &&
          votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) == votum_thing_get_id (round))
        return ballot;
    }

  return NULL;
}

static gboolean
check_may_begin (VotumCase   *self,
                 VotumThing  *juror,
                 VotumThing  *round,
                 GError     **error)
{
  VotumThing *latest = votum_case_latest_ballot (self, juror, round, NULL);
  const char *name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);

  if (!votum_case_check_writable (self, error))
    return FALSE;
  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                         _("This is a juror’s copy. The secretary or the chair types in what was given on paper."));
  else if (!votum_duty_fits (VOTUM_DUTY_JUROR, juror))
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("%s gives no marks in this jury, so there is nothing to type in."), name);
  else if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPEN)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED, _("The round “%s” is closed: its marks do not change any more."),
                 votum_thing_get_key (round));
  else if (latest != NULL && votum_thing_get_choice (latest, VOTUM_BALLOT_STATE) != VOTUM_BALLOT_STATE_PAPER)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS,
                 _("%s has handed in a ballot of the round, and that is what counts. A correction comes as another ballot."), name);
  else
    return TRUE;

  return FALSE;
}

/**
 * votum_case_begin_paper:
 * @self: the secretary's or the chair's case
 * @juror: who gave marks on paper
 * @round: the round
 * @error: return location
 *
 * Says that what is typed in for @juror in @round was given on paper. Where that is said already, nothing changes.
 *
 * Returns: (transfer none) (nullable): the ballot
 */
VotumThing *
votum_case_begin_paper (VotumCase   *self,
                        VotumThing  *juror,
                        VotumThing  *round,
                        GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) ballot = NULL;
  g_autofree char *key = g_strdup_printf ("paper-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, votum_thing_get_id (juror), votum_thing_get_id (round));
  g_autofree char *now = votum_text_now ();
  VotumThing *known = votum_case_get_paper (self, juror, round);

  if (!check_may_begin (self, juror, round, error))
    return NULL;
  if (known != NULL)
    return known;

  ballot = votum_thing_new (VOTUM_KIND_BALLOT);
  votum_thing_set_id (ballot, votum_case_take_id (self));
  votum_thing_set_key (ballot, key);
  votum_thing_set_ref (ballot, VOTUM_BALLOT_JUROR, votum_thing_get_id (juror));
  votum_thing_set_ref (ballot, VOTUM_BALLOT_ROUND, votum_thing_get_id (round));
  /* before all that a juror hands in: a ballot that comes later counts instead */
  votum_thing_set_number (ballot, VOTUM_BALLOT_NUMBER, 0);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_STATE, "paper", NULL);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_TAKEN_IN, now, NULL);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_ENTERED_BY, typist_of (self), NULL);
  votum_changes_thing (changes, NULL, ballot);
  if (!votum_case_apply (self, changes, BEGIN_PAPER, votum_thing_get_text (juror, VOTUM_JUROR_NAME), NULL, NULL, error))
    return NULL;

  return votum_case_get_paper (self, juror, round);
}

/**
 * votum_case_drop_paper:
 * @self: the secretary's or the chair's case
 * @ballot: a ballot on paper
 * @error: return location
 *
 * Takes back that there is a ballot on paper, with what was typed in from it. The log keeps it, and undo brings it back.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_drop_paper (VotumCase   *self,
                       VotumThing  *ballot,
                       GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  VotumThing *juror = votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);

      if (mark->juror == votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR) && mark->round == votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) &&
          mark->entered_by != NULL)
        votum_marks_append (votum_changes_old_marks (changes), mark);
    }
  votum_changes_thing (changes, ballot, NULL);

  return votum_case_apply (self, changes, DROP_PAPER, votum_thing_get_text (juror, VOTUM_JUROR_NAME), NULL, NULL, error);
}

/* ---- the second reading ---- */

/**
 * votum_case_paper_needs_reading:
 * @self: a case
 * @ballot: a ballot on paper
 *
 * Returns: whether the rule of its round asks for a second reading that has not been yet
 */
gboolean
votum_case_paper_needs_reading (VotumCase  *self,
                                VotumThing *ballot)
{
  VotumThing *round = votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
  VotumRule *rule = votum_case_get_round_rule (self, round, NULL);

  return rule != NULL && votum_thing_get_boolean (VOTUM_THING (rule), VOTUM_RULE_SECOND_READING) && !votum_thing_is_set (ballot, VOTUM_BALLOT_READ);
}

/**
 * votum_case_may_read_paper:
 * @self: a case
 * @ballot: a ballot on paper
 * @reader: (nullable): who reads
 * @error: return location
 *
 * Returns: whether @reader may read it a second time: somebody, and not who typed it in
 */
gboolean
votum_case_may_read_paper (VotumCase   *self,
                           VotumThing  *ballot,
                           const char  *reader,
                           GError     **error)
{
  g_autofree char *clean = votum_text_clean (reader != NULL ? reader : "");

  if (*clean == '\0')
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("Say who reads the paper the second time."));
  else if (is_same_person (clean, votum_thing_get_text (ballot, VOTUM_BALLOT_ENTERED_BY)))
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("%s typed it in. The second reading is done by another person."), clean);
  else
    return TRUE;

  return FALSE;
}

static gboolean
is_same_value (const VotumMark *a,
               const VotumMark *b)
{
  return a->state == b->state && (a->state != VOTUM_MARK_VALUE || votum_decimal_compare (votum_mark_value (a), votum_mark_value (b)) == 0);
}

/**
 * votum_case_compare_paper:
 * @self: a case
 * @ballot: a ballot on paper
 * @second: the marks as they were read the second time
 *
 * Returns: (transfer full) (element-type VotumPaperDifference): where the two readings differ, in the order of the finalists;
 *   comments are not compared
 */
GArray *
votum_case_compare_paper (VotumCase        *self,
                          VotumThing       *ballot,
                          const VotumMarks *second)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (VotumPaperDifference));
  VotumThing *round = votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
  gint64 juror = votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR);
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);

  for (guint e = 0; e < entrants->len; e++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, e);
      g_autoptr(GPtrArray) criteria = votum_case_criteria_for (self, entrant);

      for (guint c = 0; c < criteria->len; c++)
        {
          VotumThing *criterion = g_ptr_array_index (criteria, c);
          VotumPaperDifference one = {
            entrant, criterion,
            votum_marks_lookup (self->marks, votum_thing_get_id (round), votum_thing_get_id (entrant), juror, votum_thing_get_id (criterion)),
            votum_marks_lookup (second, votum_thing_get_id (round), votum_thing_get_id (entrant), juror, votum_thing_get_id (criterion)),
          };

          if ((one.first == NULL) != (one.second == NULL) || (one.first != NULL && !is_same_value (one.first, one.second)))
            g_array_append_val (differences, one);
        }
    }

  return differences;
}

/**
 * votum_case_confirm_paper:
 * @self: the secretary's or the chair's case
 * @ballot: a ballot on paper
 * @second: the marks as they were read the second time
 * @reader: who read them
 * @error: return location
 *
 * Says that another person has read the paper and found the same. What differs is settled before, with the paper in hand.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_confirm_paper (VotumCase         *self,
                          VotumThing        *ballot,
                          const VotumMarks  *second,
                          const char        *reader,
                          GError           **error)
{
  g_autoptr(GArray) differences = votum_case_compare_paper (self, ballot, second);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) old = votum_thing_copy (ballot);
  g_autoptr(VotumThing) new = votum_thing_copy (ballot);
  g_autofree char *now = votum_text_now ();
  VotumThing *juror = votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));

  if (!votum_case_may_read_paper (self, ballot, reader, error))
    return FALSE;
  if (differences->len > 0)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   ngettext ("The two readings differ in %u mark. Look at the paper together and correct what was read wrong.",
                             "The two readings differ in %u marks. Look at the paper together and correct what was read wrong.",
                             differences->len), differences->len);
      return FALSE;
    }
  if (!votum_thing_set_from_text (new, VOTUM_BALLOT_READ_BY, reader, error))
    return FALSE;
  votum_thing_set_from_text (new, VOTUM_BALLOT_READ, now, NULL);
  votum_changes_thing (changes, old, new);

  return votum_case_apply (self, changes, CONFIRM_PAPER, votum_thing_get_text (juror, VOTUM_JUROR_NAME), NULL, NULL, error);
}

/**
 * votum_case_forget_reading:
 * @self: a case
 * @mark: a mark that changes
 * @changes: what changes with it
 *
 * A second reading is of what was there: what changes afterwards is read again.
 */
void
votum_case_forget_reading (VotumCase       *self,
                           const VotumMark *mark,
                           VotumChanges    *changes)
{
  VotumThing *juror = votum_case_lookup (self, mark->juror);
  VotumThing *round = votum_case_lookup (self, mark->round);
  VotumThing *ballot = juror != NULL && round != NULL ? votum_case_get_paper (self, juror, round) : NULL;
  g_autoptr(VotumThing) old = NULL;
  g_autoptr(VotumThing) new = NULL;

  if (ballot == NULL || !votum_thing_is_set (ballot, VOTUM_BALLOT_READ))
    return;
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    if (votum_changes_get (changes, i)->old_thing != NULL && votum_thing_get_id (votum_changes_get (changes, i)->old_thing) == votum_thing_get_id (ballot))
      return;
  old = votum_thing_copy (ballot);
  new = votum_thing_copy (ballot);
  votum_thing_set_from_text (new, VOTUM_BALLOT_READ_BY, NULL, NULL);
  votum_thing_set_from_text (new, VOTUM_BALLOT_READ, NULL, NULL);
  votum_changes_thing (changes, old, new);
}

/**
 * votum_case_check_papers:
 * @self: a case
 * @round: a round that is to be opened
 * @error: return location
 *
 * Returns: whether all that was given on paper in @round has been read as often as its rule asks for
 */
gboolean
votum_case_check_papers (VotumCase   *self,
                         VotumThing  *round,
                         GError     **error)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);

  for (guint i = 0; i < jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (jurors, i);
      VotumThing *ballot = votum_case_get_paper (self, juror, round);

      if (ballot == NULL || !votum_case_paper_needs_reading (self, ballot) || votum_case_latest_ballot (self, juror, round, NULL) != ballot)
        continue;
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The marks of %s were typed in from paper and have not been read a second time, as the rule asks for. Let another person "
                     "read them."), votum_thing_get_text (juror, VOTUM_JUROR_NAME));
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_papers_apart:
 * @self: a case
 * @rounds: (element-type VotumThing): rounds
 * @jurors: (element-type VotumThing): jurors
 *
 * Who types in what was given on paper knows it, and nobody compares it before the round is opened.
 *
 * Returns: (transfer full): for each of @rounds whether what each of @jurors gave on paper stays out of every result
 */
gboolean *
votum_case_papers_apart (VotumCase *self,
                         GPtrArray *rounds,
                         GPtrArray *jurors)
{
  gboolean *apart = g_new0 (gboolean, (gsize) rounds->len * jurors->len);

  for (guint r = 0; r < rounds->len; r++)
    for (guint j = 0; j < jurors->len; j++)
      apart[r * jurors->len + j] = votum_thing_get_choice (g_ptr_array_index (rounds, r), VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED &&
                                   votum_case_get_paper (self, g_ptr_array_index (jurors, j), g_ptr_array_index (rounds, r)) != NULL;

  return apart;
}
