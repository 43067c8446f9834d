#include "votum-config.h"

#include "votum-scoring-empty.h"

#include <glib/gi18n.h>

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
    *empty = (VotumScoringEmpty) { _("There are no criteria to give marks on yet."), _("Go to the _Criteria"), "criteria" };
  else
    return FALSE;

  return TRUE;
}
