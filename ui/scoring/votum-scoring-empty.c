#include "votum-config.h"

#include "votum-scoring-empty.h"

#include <glib/gi18n.h>

#include "votum-case-result.h"

/* Whether the rule asks for places, points or a vote, which whoever chooses it does not think of as marks on criteria. */
static gboolean
ranks (VotumScoringSheet *sheet)
{
  VotumRule *rule = votum_case_get_round_rule (votum_scoring_sheet_get_case (sheet), votum_scoring_sheet_get_round (sheet), NULL);
  int method = rule != NULL ? votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_METHOD) : -1;

  return method == VOTUM_RULE_METHOD_RANK_SUM || method == VOTUM_RULE_METHOD_BORDA || method == VOTUM_RULE_METHOD_PLACES ||
         method == VOTUM_RULE_METHOD_YES_NO;
}

/**
 * votum_scoring_is_empty:
 * @sheet: a sheet
 * @empty: (out caller-allocates): what is missing
 *
 * Returns: whether there is nothing to mark
 */
gboolean
votum_scoring_is_empty (VotumScoringSheet *sheet,
                        VotumScoringEmpty *empty)
{
  g_autoptr(VotumThing) first = g_list_model_get_item (votum_scoring_sheet_get_entrants (sheet), 0);
  gboolean works = votum_desk_get_use (votum_scoring_sheet_get_desk (sheet)) == VOTUM_DESK_WORK;

  if (!works && votum_scoring_sheet_get_juror (sheet) == NULL)
    *empty = (VotumScoringEmpty) { _("Who only looks at the case sees no marks here. They are given in a juror’s own copy."), _("Go to the _Jury"), "jury" };
  else if (votum_scoring_sheet_get_juror (sheet) == NULL)
    *empty = (VotumScoringEmpty) { _("Nobody of the jury gives marks yet."), _("Go to the _Jury"), "jury" };
  else if (votum_scoring_sheet_get_round (sheet) == NULL)
    *empty = (VotumScoringEmpty) { _("There is no round to give marks in yet."), _("Go to the _Criteria"), "criteria" };
  else if (first == NULL)
    *empty = (VotumScoringEmpty) { _("Nobody is in the race in this round yet."), _("Go to the _Finalists"), "finalists" };
  else if (votum_scoring_sheet_get_items (sheet, first)->len == 0)
    *empty = (VotumScoringEmpty) { ranks (sheet) ? _("This rule, too, needs a criterion. One is enough: what the finalists are judged by as a whole, such as “Overall”.")
                                                  : _("There are no criteria to give marks on yet."), _("Go to the _Criteria"), "criteria" };
  else
    return FALSE;

  return TRUE;
}
