#include "votum-config.h"

#include "votum-case-hand-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-case-progress.h"
#include "votum-error.h"

/* What a juror is told before and after handing in: what would go, what is missing, and whether what went is still what they say. */

/* ---- what would go ---- */

/**
 * votum_case_check_hand_in:
 * @self: a case
 * @juror: (out): whose copy it is
 * @hand_out: (out): what it came with
 * @error: return location
 *
 * Returns: whether anything can be handed in from it
 */
gboolean
votum_case_check_hand_in (VotumCase   *self,
                          VotumThing **juror,
                          VotumThing **hand_out,
                          GError     **error)
{
  *juror = votum_case_get_holder (self);
  *hand_out = *juror != NULL ? votum_case_get_hand_out (self, *juror) : NULL;

  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR && *hand_out != NULL)
    return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                       _("This case was not handed out to a juror, so there is nothing to hand in. In the chair’s case marks count as they are."));

  return FALSE;
}

/**
 * votum_note_is_released:
 * @note: a note
 * @juror: a juror
 *
 * Returns: whether it goes along with a ballot of @juror
 */
gboolean
votum_note_is_released (VotumThing *note,
                        VotumThing *juror)
{
  return votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) == votum_thing_get_id (juror) &&
         votum_thing_get_choice (note, VOTUM_NOTE_USE) != VOTUM_NOTE_USE_MINE;
}

static guint
count_notes (VotumCase  *self,
             VotumThing *juror)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);

      n += votum_note_is_released (note, juror);
    }

  return n;
}

/**
 * votum_case_sum_up_hand_in:
 * @self: a juror's case
 * @round: the round
 * @summary: (out caller-allocates): what handing in would send
 * @error: return location
 *
 * Returns: whether the juror can hand in at all
 */
gboolean
votum_case_sum_up_hand_in (VotumCase           *self,
                           VotumThing          *round,
                           VotumHandInSummary  *summary,
                           GError             **error)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);
  VotumThing *juror, *hand_out, *latest;
  VotumTally tally;

  memset (summary, 0, sizeof *summary);
  if (!votum_case_check_hand_in (self, &juror, &hand_out, error))
    return FALSE;

  votum_case_tally_juror (self, round, juror, &tally);
  summary->wanted = tally.wanted;
  summary->given = tally.given;
  summary->not_observed = tally.not_observed;
  summary->reasons_missing = tally.reasons_missing - tally.comments_missing;
  summary->comments_missing = tally.comments_missing;
  summary->notes = count_notes (self, juror);
  for (guint i = 0; i < entrants->len; i++)
    {
      votum_case_tally (self, round, g_ptr_array_index (entrants, i), juror, &tally);
      summary->recused += tally.recused;
    }
  latest = votum_case_latest_ballot (self, juror, round, NULL);
  summary->number = latest != NULL ? (guint) votum_thing_get_number (latest, VOTUM_BALLOT_NUMBER) + 1 : 1;

  return TRUE;
}

/* ---- what is missing ---- */

static void
add_gap (GArray          *gaps,
         VotumHandInLack  lack,
         VotumThing      *entrant,
         VotumThing      *criterion)
{
  VotumHandInGap gap = { lack, entrant, criterion, 1 };

  for (guint i = gaps->len; i > 0; i--)
    {
      VotumHandInGap *before = &g_array_index (gaps, VotumHandInGap, i - 1);

      if (before->entrant != entrant)
        break;
      if (before->lack == lack)
        {
          before->count++;
          return;
        }
    }
  g_array_append_val (gaps, gap);
}

static void
add_gaps_of (VotumCase  *self,
             VotumThing *round,
             VotumThing *entrant,
             VotumThing *juror,
             GArray     *gaps)
{
  g_autoptr(GPtrArray) criteria = votum_case_criteria_for (self, entrant);

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);
      const VotumMark *mark = votum_marks_lookup (self->marks, votum_thing_get_id (round), votum_thing_get_id (entrant), votum_thing_get_id (juror),
                                                  votum_thing_get_id (criterion));

      if (mark == NULL)
        add_gap (gaps, VOTUM_LACK_MARK, entrant, criterion);
      else if (votum_case_change_needs_reason (self, mark))
        add_gap (gaps, votum_case_comment_demand (self, mark) == VOTUM_DEMAND_CHANGE ? VOTUM_LACK_REASON : VOTUM_LACK_COMMENT, entrant, criterion);
    }
}

/**
 * votum_case_hand_in_gaps:
 * @self: a juror's case
 * @round: a round
 *
 * What the juror has not done yet, by finalist. Only a missing comment keeps them from handing in.
 *
 * Returns: (transfer full) (element-type VotumHandInGap): in the order of the finalists; empty where nothing is missing
 */
GArray *
votum_case_hand_in_gaps (VotumCase  *self,
                         VotumThing *round)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (VotumHandInGap));
  VotumThing *juror = votum_case_get_holder (self);
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);

  for (guint i = 0; juror != NULL && i < entrants->len; i++)
    {
      VotumTally tally;

      votum_case_tally (self, round, g_ptr_array_index (entrants, i), juror, &tally);
      if (tally.wanted > 0)
        add_gaps_of (self, round, g_ptr_array_index (entrants, i), juror, gaps);
    }

  return gaps;
}

/* ---- whether it is still what was handed in ---- */

/* As something was when the ballot was sealed; NULL where it was not there. */
typedef struct {
  VotumCase *self;
  VotumThing *juror;
  VotumThing *round;
  GHashTable *things;   /* number -> VotumThing, or NULL */
  VotumMarks *marks;    /* as they were */
  VotumMarks *seen;     /* those of which it is known, whether they were there or not */
} Before;

static gboolean
goes_along (Before     *before,
            VotumThing *thing)
{
  if (thing == NULL)
    return FALSE;
  if (VOTUM_IS_NOTE (thing))
    return votum_note_is_released (thing, before->juror);

  return VOTUM_IS_RECUSAL (thing) && votum_thing_get_ref (thing, VOTUM_RECUSAL_JUROR) == votum_thing_get_id (before->juror);
}

static void
forget_thing (gpointer thing)
{
  if (thing != NULL)
    g_object_unref (thing);
}

static void
remember_thing (Before                 *before,
                const VotumThingChange *change)
{
  VotumThing *either = change->old_thing != NULL ? change->old_thing : change->new_thing;
  gpointer number = GSIZE_TO_POINTER (votum_thing_get_id (either));

  if ((VOTUM_IS_NOTE (either) || VOTUM_IS_RECUSAL (either)) && !g_hash_table_contains (before->things, number))
    g_hash_table_insert (before->things, number, change->old_thing != NULL ? g_object_ref (change->old_thing) : NULL);
}

static void
remember_marks (Before     *before,
                VotumMarks *marks,
                gboolean    were_there)
{
  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);

      if (mark->juror != votum_thing_get_id (before->juror) || mark->round != votum_thing_get_id (before->round) ||
          votum_marks_lookup (before->seen, mark->round, mark->entrant, mark->juror, mark->criterion) != NULL)
        continue;
      votum_marks_set (before->seen, mark);
      if (were_there)
        votum_marks_set (before->marks, mark);
    }
}

static gboolean
is_same_thing (Before     *before,
               gpointer    number,
               VotumThing *old)
{
  VotumThing *now = votum_case_lookup (before->self, GPOINTER_TO_SIZE (number));
  gboolean was = goes_along (before, old);

  return was == goes_along (before, now) && (!was || votum_thing_equal (old, now));
}

static gboolean
is_same (Before *before)
{
  GHashTableIter iter;
  gpointer number, old;

  for (guint i = 0; i < votum_marks_size (before->seen); i++)
    {
      const VotumMark *mark = votum_marks_get (before->seen, i);
      const VotumMark *was = votum_marks_lookup (before->marks, mark->round, mark->entrant, mark->juror, mark->criterion);
      const VotumMark *now = votum_marks_lookup (before->self->marks, mark->round, mark->entrant, mark->juror, mark->criterion);

      if ((was == NULL) != (now == NULL) || (was != NULL && !votum_mark_equal (was, now)))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, before->things);
  while (g_hash_table_iter_next (&iter, &number, &old))
    if (!is_same_thing (before, number, old))
      return FALSE;

  return TRUE;
}

/* Where the log says that the latest ballot of the round was sealed: the place behind it, 0 where that was in another copy. */
static guint
place_behind (VotumCase  *self,
              VotumThing *round)
{
  for (guint i = self->log->len; i > 0; i--)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i - 1);

      if (strcmp (entry->command, VOTUM_CASE_HAND_IN) == 0 && strcmp (entry->subject, votum_thing_get_key (round)) == 0)
        return i;
    }

  return 0;
}

/* What has changed since, undone again or not, is looked at as it was then and as it is now. */
static gboolean
is_as_handed_in (VotumCase  *self,
                 VotumThing *juror,
                 VotumThing *round,
                 guint       behind)
{
  Before before = { .self = self, .juror = juror, .round = round };
  gboolean same = TRUE;

  before.things = g_hash_table_new_full (NULL, NULL, NULL, forget_thing);
  before.marks = votum_marks_new ();
  before.seen = votum_marks_new ();
  for (guint i = behind; i < self->log->len && same; i++)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i);
      g_autoptr(VotumChanges) changes = NULL;

      if (entry->n_changes == 0)
        continue;
      changes = votum_store_load_changes (self->store, entry->number, NULL);
      same = changes != NULL;
      for (guint c = 0; same && c < votum_changes_n_things (changes); c++)
        remember_thing (&before, votum_changes_get (changes, c));
      if (same)
        {
          remember_marks (&before, votum_changes_old_marks (changes), TRUE);
          remember_marks (&before, votum_changes_new_marks (changes), FALSE);
        }
    }
  same = same && is_same (&before);
  g_hash_table_unref (before.things);
  votum_marks_free (before.marks);
  votum_marks_free (before.seen);

  return same;
}

/**
 * votum_case_hand_in_state:
 * @self: a case
 * @round: a round
 * @ballot: (out) (nullable) (transfer none): the latest ballot that was handed in from this copy
 *
 * Returns: how far handing in is
 */
VotumHandInState
votum_case_hand_in_state (VotumCase   *self,
                          VotumThing  *round,
                          VotumThing **ballot)
{
  VotumThing *juror, *hand_out, *latest;
  g_autofree char *criteria = NULL;
  guint behind;

  *ballot = NULL;
  if (self->job != NULL || !votum_case_check_hand_in (self, &juror, &hand_out, NULL))
    return VOTUM_HAND_IN_NONE;
  latest = votum_case_latest_ballot (self, juror, round, NULL);
  behind = place_behind (self, round);
  if (latest == NULL || behind == 0)
    return VOTUM_HAND_IN_OPEN;

  *ballot = latest;
  criteria = votum_case_criteria_digest (self);
  if (g_strcmp0 (votum_thing_get_text (latest, VOTUM_BALLOT_CRITERIA), criteria) != 0)
    return VOTUM_HAND_IN_OUTDATED;

  return is_as_handed_in (self, juror, round, behind) ? VOTUM_HAND_IN_DONE : VOTUM_HAND_IN_CHANGED;
}
