#include "votum-config.h"

#include "votum-scoring-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-ballots.h"
#include "votum-case-drafts.h"
#include "votum-case-holder.h"
#include "votum-case-import.h"

/* What a juror does with the marks, each on disk when it returns; and what is left to do. */

static gboolean
is_open (VotumScoringSheet *self,
         VotumThing        *entrant,
         VotumThing        *criterion)
{
  return votum_scoring_sheet_get_mark (self, entrant, criterion) == NULL || votum_scoring_sheet_wants_reason (self, entrant, criterion);
}

static VotumThing *
first_open (VotumScoringSheet *self,
            VotumThing        *entrant,
            VotumThing        *behind)
{
  GPtrArray *items = votum_scoring_sheet_get_items (self, entrant);
  gboolean passed = behind == NULL;

  for (guint i = 0; i < items->len; i++)
    {
      VotumThing *criterion = ((VotumScoringItem *) g_ptr_array_index (items, i))->criterion;

      if (passed && is_open (self, entrant, criterion))
        return criterion;
      passed |= criterion == behind;
    }

  return NULL;
}

/**
 * votum_scoring_sheet_next_open:
 * @self: a sheet
 * @entrant: (inout): where to begin, and where something is left; %NULL begins with the first
 * @criterion: (inout): likewise
 *
 * Finds what is left to do behind a place: first for the same finalist, then for those that follow, then from the beginning.
 *
 * Returns: whether there is anything
 */
gboolean
votum_scoring_sheet_next_open (VotumScoringSheet *self,
                               VotumThing       **entrant,
                               VotumThing       **criterion)
{
  GListModel *entrants = votum_scoring_sheet_get_entrants (self);
  guint n = g_list_model_get_n_items (entrants);
  guint start = 0;

  if (*entrant == NULL || !g_list_store_find (G_LIST_STORE (entrants), *entrant, &start))
    *criterion = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) other = g_list_model_get_item (entrants, (start + i) % n);
      VotumTally tally;
      VotumThing *found;

      votum_scoring_sheet_tally (self, other, &tally);
      if (tally.given >= tally.wanted && tally.reasons_missing == 0)
        continue;
      found = first_open (self, other, i == 0 ? *criterion : NULL);
      /* what was passed over comes before another finalist: nobody is to mark one and believe it is the other */
      if (found == NULL && i == 0)
        found = first_open (self, other, NULL);
      if (found == NULL)
        continue;
      *entrant = other;
      *criterion = found;
      return TRUE;
    }

  return FALSE;
}

/* ---- what is done ---- */

/**
 * votum_scoring_sheet_why_not:
 * @self: a sheet
 * @entrant: (nullable): an entrant; %NULL asks only for what holds for all
 *
 * Returns: (transfer full) (nullable): why no marks can be given, as a sentence; %NULL where they can
 */
char *
votum_scoring_sheet_why_not (VotumScoringSheet *self,
                             VotumThing        *entrant)
{
  VotumThing *round = votum_scoring_sheet_get_round (self);
  VotumThing *juror = votum_scoring_sheet_get_juror (self);
  VotumMark mark = { 0 };
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;
  VotumTally tally;

  if (round == NULL || juror == NULL)
    return g_strdup ("");

  name = votum_desk_name (votum_scoring_sheet_get_desk (self), round);
  if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_SEALED)
    return g_strdup_printf (_("“%s” is sealed: its marks stay as they are until the chair opens it for all."), name);
  if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED)
    return g_strdup_printf (votum_case_get_duty (votum_scoring_sheet_get_case (self)) == VOTUM_DUTY_JUROR &&
                                    votum_case_was_handed_out (votum_scoring_sheet_get_case (self))
                                ? _("“%s” has been opened. You see your own marks, which stay as they are; the chair shows those of the others.")
                                : _("“%s” has been opened for all: its marks can be read, and stay as they are."), name);

  mark.juror = votum_thing_get_id (juror);
  mark.entered_by = votum_scoring_sheet_typist (self);
  if (!votum_case_may_give_mark (votum_scoring_sheet_get_case (self), &mark, &error))
    return g_strdup (error->message);

  if (entrant == NULL)
    return NULL;
  votum_scoring_sheet_tally (self, entrant, &tally);
  if (tally.recused && votum_scoring_sheet_is_own (self))
    return g_strdup (_("You are recused and give no marks here."));
  if (tally.recused)
    return g_strdup_printf (_("%s is recused and gives no marks here."), votum_thing_get_text (juror, VOTUM_JUROR_NAME));
  if (tally.unassigned && votum_scoring_sheet_is_own (self))
    return g_strdup (_("Others of the jury mark this finalist."));
  if (tally.unassigned)
    return g_strdup_printf (_("%s does not mark this finalist: others of the jury do."), votum_thing_get_text (juror, VOTUM_JUROR_NAME));

  return NULL;
}

/**
 * votum_scoring_sheet_check_may:
 * @self: a sheet
 * @entrant: an entrant
 *
 * Returns: whether marks can be given; why not is told at the desk
 */
gboolean
votum_scoring_sheet_check_may (VotumScoringSheet *self,
                               VotumThing        *entrant)
{
  g_autofree char *why_not = votum_scoring_sheet_why_not (self, entrant);

  if (why_not != NULL)
    votum_desk_toast (votum_scoring_sheet_get_desk (self), FALSE, "%s", why_not);

  return why_not == NULL;
}

/**
 * votum_scoring_sheet_draft_place:
 * @self: a sheet
 * @entrant: an entrant
 * @criterion: a criterion
 *
 * Returns: (transfer full): where the draft of a comment is kept
 */
char *
votum_scoring_sheet_draft_place (VotumScoringSheet *self,
                                 VotumThing        *entrant,
                                 VotumThing        *criterion)
{
  VotumMark place = votum_scoring_sheet_place (self, entrant, criterion);

  return g_strdup_printf ("mark:%d:%d:%d:%d", place.round, place.entrant, place.juror, place.criterion);
}

/* Writes the mark, and with it what has been written about it and waits for a mark. */
static gboolean
write_mark (VotumScoringSheet *self,
            VotumMark         *mark,
            const char        *place,
            const char        *comment)
{
  g_autofree char *clean = comment != NULL ? g_strstrip (g_strdup (comment)) : NULL;
  GError *error = NULL;

  mark->comment = clean != NULL && *clean != '\0' ? clean : NULL;
  mark->entered_by = votum_scoring_sheet_typist (self);
  votum_case_set_mark_finishing (votum_scoring_sheet_get_case (self), mark, place, &error);

  return votum_desk_report (votum_scoring_sheet_get_desk (self), error);
}

/**
 * votum_scoring_sheet_give:
 * @self: a sheet
 * @entrant: an entrant
 * @criterion: a criterion
 * @value: the mark in canonical text, %VOTUM_MARK_NONE_OBSERVED for what was not observed
 *
 * Gives the mark; its comment stays. It is on disk when this returns. What stands in the way is told at the desk.
 *
 * Returns: whether it was done
 */
gboolean
votum_scoring_sheet_give (VotumScoringSheet *self,
                          VotumThing        *entrant,
                          VotumThing        *criterion,
                          const char        *value)
{
  VotumMark mark = votum_scoring_sheet_place (self, entrant, criterion);
  g_autofree char *place = votum_scoring_sheet_draft_place (self, entrant, criterion);
  g_autofree char *comment = NULL;
  const VotumMark *current;
  const char *draft;
  VotumDecimal decimal;
  GError *error = NULL;

  if (!votum_scoring_sheet_check_may (self, entrant))
    return FALSE;

  if (strcmp (value, VOTUM_MARK_NONE_OBSERVED) == 0)
    {
      mark.state = VOTUM_MARK_NOT_OBSERVED;
    }
  else
    {
      if (!votum_decimal_parse (value, &decimal, &error))
        return votum_desk_report (votum_scoring_sheet_get_desk (self), error);
      mark.state = VOTUM_MARK_VALUE;
      mark.digits = decimal.digits;
      mark.scale = decimal.scale;
    }

  current = votum_scoring_sheet_get_mark (self, entrant, criterion);
  draft = votum_case_get_draft (votum_scoring_sheet_get_case (self), place);
  comment = g_strdup (draft != NULL ? draft : current != NULL ? current->comment : NULL);

  return write_mark (self, &mark, place, comment);
}

/**
 * votum_scoring_sheet_comment:
 * @self: a sheet
 * @entrant: an entrant
 * @criterion: a criterion
 * @text: the comment on the mark, "" for none
 *
 * Makes the words a part of the mark. As long as there is no mark they stay a draft.
 *
 * Returns: whether they are part of it
 */
gboolean
votum_scoring_sheet_comment (VotumScoringSheet *self,
                             VotumThing        *entrant,
                             VotumThing        *criterion,
                             const char        *text)
{
  const VotumMark *current = votum_scoring_sheet_get_mark (self, entrant, criterion);
  g_autofree char *place = votum_scoring_sheet_draft_place (self, entrant, criterion);
  VotumMark mark;

  if (current == NULL || !votum_scoring_sheet_check_may (self, entrant))
    return FALSE;
  mark = *current;

  return write_mark (self, &mark, place, text);
}

/**
 * votum_scoring_sheet_take_back:
 * @self: a sheet
 * @entrant: an entrant
 * @criterion: a criterion
 *
 * Leaves the mark out again, as if it had not been given.
 *
 * Returns: whether there was one, and it is gone
 */
gboolean
votum_scoring_sheet_take_back (VotumScoringSheet *self,
                               VotumThing        *entrant,
                               VotumThing        *criterion)
{
  VotumMark place = votum_scoring_sheet_place (self, entrant, criterion);
  GError *error = NULL;

  if (votum_scoring_sheet_get_mark (self, entrant, criterion) == NULL || !votum_scoring_sheet_check_may (self, entrant))
    return FALSE;
  votum_case_take_back_mark (votum_scoring_sheet_get_case (self), &place, &error);
  if (!votum_desk_report (votum_scoring_sheet_get_desk (self), error))
    return FALSE;
  votum_desk_toast (votum_scoring_sheet_get_desk (self), TRUE, _("The mark was taken back"));

  return TRUE;
}
