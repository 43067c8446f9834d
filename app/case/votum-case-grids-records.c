#include "votum-config.h"

#include "votum-case-grids-private.h"

#include "votum-case-agenda.h"
#include "votum-case-holder.h"
#include "votum-case-minutes.h"
#include "votum-case-private.h"
#include "votum-case-standing-private.h"

/* Tables of what was done rather than of figures: ballots, the minutes, the marks that changed and those that were agreed on. */

/* A round or a meeting is called by its name, or else by its id or number. */
static void
add_round (VotumGridFiller *self,
           VotumThing      *round)
{
  const char *name = round != NULL ? votum_grid_filler_text (self, round, VOTUM_ROUND_NAME) : NULL;

  votum_grid_filler_cell (self, name != NULL && *name != '\0' ? name : round != NULL ? votum_thing_get_key (round) : NULL);
}

static void
add_name (VotumGridFiller *self,
          gint64           juror)
{
  VotumThing *thing = votum_case_lookup (self->votum_case, juror);

  votum_grid_filler_cell (self, thing != NULL ? votum_thing_get_text (thing, VOTUM_JUROR_NAME) : NULL);
}

/* ---- ballots ---- */

static const char *
ballot_state (VotumGridFiller *self,
              VotumThing      *ballot)
{
  static const VotumWord words[] = {
    [VOTUM_BALLOT_STATE_HANDED_IN] = VOTUM_WORD_GRID_STATE_HANDED_IN,
    [VOTUM_BALLOT_STATE_SEALED] = VOTUM_WORD_GRID_STATE_SEALED,
    [VOTUM_BALLOT_STATE_REPLACED] = VOTUM_WORD_GRID_STATE_REPLACED,
    [VOTUM_BALLOT_STATE_OPENED] = VOTUM_WORD_GRID_STATE_OPENED,
    [VOTUM_BALLOT_STATE_LATE] = VOTUM_WORD_GRID_STATE_LATE,
    [VOTUM_BALLOT_STATE_PAPER] = VOTUM_WORD_GRID_STATE_PAPER,
  };
  int state = votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE);

  return state >= 0 && state < (int) G_N_ELEMENTS (words) ? votum_grid_filler_word (self, words[state]) : votum_thing_get_text (ballot, VOTUM_BALLOT_STATE);
}

void
votum_grid_fill_ballots (VotumGridFiller *self)
{
  GListModel *ballots = votum_case_get_things (self->votum_case, VOTUM_KIND_BALLOT);

  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "round", VOTUM_WORD_ROUND);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "juror", VOTUM_WORD_JUROR);
  votum_grid_filler_column (self, VOTUM_GRID_NUMBER, "number", VOTUM_WORD_GRID_NUMBER);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "state", VOTUM_WORD_STATUS);
  votum_grid_filler_column (self, VOTUM_GRID_TIME, "handed-in", VOTUM_WORD_GRID_HANDED_IN);
  votum_grid_filler_column (self, VOTUM_GRID_TIME, "taken-in", VOTUM_WORD_GRID_TAKEN_IN);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "receipt", VOTUM_WORD_GRID_RECEIPT);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "reason", VOTUM_WORD_REASON);
  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);
      VotumThing *round = votum_case_lookup (self->votum_case, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
      VotumThing *juror = votum_case_lookup (self->votum_case, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));

      if (!votum_case_may_see (self->votum_case, ballot) || round == NULL || juror == NULL)
        continue;
      add_round (self, round);
      votum_grid_filler_cell (self, votum_thing_get_text (juror, VOTUM_JUROR_NAME));
      votum_grid_filler_take (self, votum_thing_field_to_text (ballot, VOTUM_BALLOT_NUMBER));
      votum_grid_filler_cell (self, ballot_state (self, ballot));
      votum_grid_filler_cell (self, votum_thing_get_text (ballot, VOTUM_BALLOT_TIME));
      votum_grid_filler_cell (self, votum_thing_get_text (ballot, VOTUM_BALLOT_TAKEN_IN));
      votum_grid_filler_cell (self, votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT));
      votum_grid_filler_cell (self, votum_thing_get_text (ballot, VOTUM_BALLOT_REASON));
    }
}

/* ---- minutes ---- */

static void
add_minute (VotumGridFiller *self,
            const char      *meeting,
            VotumThing      *minute)
{
  static const guint votes[] = { VOTUM_MINUTE_VOTES_FOR, VOTUM_MINUTE_VOTES_AGAINST, VOTUM_MINUTE_ABSTAINED };
  VotumThing *entrant = votum_case_lookup (self->votum_case, votum_thing_get_ref (minute, VOTUM_MINUTE_ENTRANT));

  votum_grid_filler_cell (self, meeting);
  votum_grid_filler_cell (self, votum_thing_get_text (minute, VOTUM_MINUTE_TIME));
  votum_grid_filler_take (self, votum_case_minute_words (self->votum_case, minute, self->lang));
  add_name (self, votum_thing_get_ref (minute, VOTUM_MINUTE_JUROR));
  votum_grid_filler_cell (self, entrant != NULL ? votum_case_entrant_name (self->votum_case, entrant) : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    votum_grid_filler_take (self, votum_thing_is_set (minute, VOTUM_MINUTE_VOTES_FOR)
                                    ? g_strdup_printf ("%" G_GINT64_FORMAT, votum_thing_get_number (minute, votes[i])) : NULL);
  votum_grid_filler_cell (self, votum_thing_get_text (minute, VOTUM_MINUTE_BY));
}

void
votum_grid_fill_minutes (VotumGridFiller *self)
{
  g_autoptr(GPtrArray) meetings = votum_case_in_order (self->votum_case, VOTUM_KIND_MEETING);

  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "meeting", VOTUM_WORD_GRID_MEETING);
  votum_grid_filler_column (self, VOTUM_GRID_TIME, "time", VOTUM_WORD_GRID_TIME);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "minute", VOTUM_WORD_GRID_WHAT_HAPPENED);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "juror", VOTUM_WORD_JUROR);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "name", VOTUM_WORD_FINALIST);
  votum_grid_filler_column (self, VOTUM_GRID_NUMBER, "votes-for", VOTUM_WORD_GRID_FOR);
  votum_grid_filler_column (self, VOTUM_GRID_NUMBER, "votes-against", VOTUM_WORD_GRID_AGAINST);
  votum_grid_filler_column (self, VOTUM_GRID_NUMBER, "abstained", VOTUM_WORD_GRID_ABSTAINED);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "by", VOTUM_WORD_GRID_BY);
  for (guint i = 0; i < meetings->len; i++)
    {
      VotumThing *meeting = g_ptr_array_index (meetings, i);
      g_autoptr(GPtrArray) minutes = votum_case_minutes (self->votum_case, meeting);
      const char *name = votum_thing_get_text (meeting, VOTUM_MEETING_NAME);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      for (guint m = 0; m < minutes->len; m++)
        add_minute (self, name != NULL && *name != '\0' ? name : number, g_ptr_array_index (minutes, m));
    }
}

/* ---- marks that changed, and marks that were agreed on ---- */

static void
add_mark_columns (VotumGridFiller *self)
{
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "round", VOTUM_WORD_ROUND);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "entrant", VOTUM_WORD_GRID_ID);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "name", VOTUM_WORD_FINALIST);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "criterion", VOTUM_WORD_GRID_ID);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "criterion-name", VOTUM_WORD_CRITERION);
}

/* Where the mark is: FALSE where it is of another class, or not for these eyes. */
static gboolean
add_mark_place (VotumGridFiller *self,
                VotumThing      *thing,
                guint            round_field,
                guint            entrant_field,
                guint            criterion_field)
{
  VotumThing *entrant = votum_case_lookup (self->votum_case, votum_thing_get_ref (thing, entrant_field));
  VotumThing *criterion = votum_case_lookup (self->votum_case, votum_thing_get_ref (thing, criterion_field));

  if (entrant == NULL || criterion == NULL || self->standing->own_only || !votum_case_may_see (self->votum_case, thing) ||
      votum_standing_find (self->standing->entrants, votum_thing_get_id (entrant)) < 0)
    return FALSE;
  add_round (self, votum_case_lookup (self->votum_case, votum_thing_get_ref (thing, round_field)));
  votum_grid_filler_cell (self, votum_thing_get_key (entrant));
  votum_grid_filler_cell (self, votum_case_entrant_name (self->votum_case, entrant));
  votum_grid_filler_cell (self, votum_thing_get_key (criterion));
  votum_grid_filler_cell (self, votum_grid_filler_text (self, criterion, VOTUM_CRITERION_NAME));

  return TRUE;
}

/* A revision without a mark is from or to "not observed". */
static void
add_revised (VotumGridFiller *self,
             VotumThing      *revision,
             guint            field)
{
  if (votum_thing_is_set (revision, field))
    votum_grid_filler_take (self, votum_thing_field_to_text (revision, field));
  else
    votum_grid_filler_cell (self, votum_grid_filler_word (self, VOTUM_WORD_NOT_OBSERVED));
}

void
votum_grid_fill_revisions (VotumGridFiller *self)
{
  GListModel *revisions = votum_case_get_things (self->votum_case, VOTUM_KIND_REVISION);

  add_mark_columns (self);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "juror", VOTUM_WORD_JUROR);
  votum_grid_filler_column (self, VOTUM_GRID_NUMBER, "old", VOTUM_WORD_GRID_MARK_BEFORE);
  votum_grid_filler_column (self, VOTUM_GRID_NUMBER, "new", VOTUM_WORD_GRID_MARK_AFTER);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "reason", VOTUM_WORD_REASON);
  votum_grid_filler_column (self, VOTUM_GRID_TIME, "time", VOTUM_WORD_GRID_TIME);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "by", VOTUM_WORD_GRID_BY);
  for (guint i = 0; i < g_list_model_get_n_items (revisions); i++)
    {
      g_autoptr(VotumThing) revision = g_list_model_get_item (revisions, i);

      if (!add_mark_place (self, revision, VOTUM_REVISION_ROUND, VOTUM_REVISION_ENTRANT, VOTUM_REVISION_CRITERION))
        continue;
      add_name (self, votum_thing_get_ref (revision, VOTUM_REVISION_JUROR));
      add_revised (self, revision, VOTUM_REVISION_OLD);
      add_revised (self, revision, VOTUM_REVISION_NEW);
      votum_grid_filler_cell (self, votum_thing_get_text (revision, VOTUM_REVISION_REASON));
      votum_grid_filler_cell (self, votum_thing_get_text (revision, VOTUM_REVISION_TIME));
      votum_grid_filler_cell (self, votum_thing_get_text (revision, VOTUM_REVISION_BY));
    }
}

void
votum_grid_fill_consensus (VotumGridFiller *self)
{
  GListModel *all = votum_case_get_things (self->votum_case, VOTUM_KIND_CONSENSUS);

  add_mark_columns (self);
  votum_grid_filler_column (self, VOTUM_GRID_NUMBER, "mark", VOTUM_WORD_GRID_MARK);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "reason", VOTUM_WORD_REASON);
  votum_grid_filler_column (self, VOTUM_GRID_TIME, "time", VOTUM_WORD_GRID_TIME);
  votum_grid_filler_column (self, VOTUM_GRID_TEXT, "by", VOTUM_WORD_GRID_BY);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) consensus = g_list_model_get_item (all, i);

      if (!add_mark_place (self, consensus, VOTUM_CONSENSUS_ROUND, VOTUM_CONSENSUS_ENTRANT, VOTUM_CONSENSUS_CRITERION))
        continue;
      votum_grid_filler_take (self, votum_thing_field_to_text (consensus, VOTUM_CONSENSUS_VALUE));
      votum_grid_filler_cell (self, votum_thing_get_text (consensus, VOTUM_CONSENSUS_REASON));
      votum_grid_filler_cell (self, votum_thing_get_text (consensus, VOTUM_CONSENSUS_TIME));
      votum_grid_filler_cell (self, votum_thing_get_text (consensus, VOTUM_CONSENSUS_BY));
    }
}
