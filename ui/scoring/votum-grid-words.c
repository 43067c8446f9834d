#include "votum-config.h"

#include "votum-grid-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"
#include "votum-scoring-words.h"

/* Why there is no mark and none will be: the juror is recused, or others mark the finalist. */
static void
show_none (VotumGridCell *cell,
           gboolean       recused,
           const char    *name,
           const char    *criterion)
{
  g_autofree char *spoken = g_strdup_printf (recused ? _("%s, %s: recused") : _("%s, %s: marked by others"), name, criterion);

  votum_grid_cell_set (cell, VOTUM_GRID_CELL_RECUSED, recused ? _("Recused") : _("Others"), spoken);
  votum_grid_cell_set_signs (cell, FALSE, FALSE);
}

/**
 * votum_grid_words_show_mark:
 * @cell: a cell
 * @sheet: the sheet
 * @entrant: whose row it is in
 * @item: in which column
 *
 * Shows the mark, or why there is none.
 */
void
votum_grid_words_show_mark (VotumGridCell     *cell,
                            VotumScoringSheet *sheet,
                            VotumThing        *entrant,
                            VotumScoringItem  *item)
{
  const VotumMark *mark = votum_scoring_sheet_get_mark (sheet, entrant, item->criterion);
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);
  g_autofree char *value = votum_mark_text (mark);
  g_autofree char *described = NULL;
  g_autofree char *number = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *trouble = votum_scoring_words_trouble (sheet, entrant, item->criterion);
  gboolean commented = mark != NULL && mark->comment != NULL;
  VotumTally tally;

  votum_scoring_sheet_tally (sheet, entrant, &tally);
  if (tally.recused || (tally.unassigned && mark == NULL))
    {
      show_none (cell, tally.recused, name, item->name);
      return;
    }

  described = value == NULL || item->scale == NULL ? g_strdup (_("no mark yet")) : votum_mark_scale_describe (item->scale, value);
  /* TRANSLATORS: finalist, criterion, mark: "Nordlys Kraft, Culture and engagement: 5, Very good" */
  spoken = g_strdup_printf (_("%s, %s: %s"), name, item->name, described);
  if (commented || trouble != NULL)
    {
      g_autofree char *mark_only = g_steal_pointer (&spoken);

      spoken = g_strdup_printf ("%s. %s", mark_only, trouble != NULL ? trouble : _("Has a comment"));
    }

  if (value == NULL)
    votum_grid_cell_set (cell, VOTUM_GRID_CELL_MISSING, "", spoken);
  else if (strcmp (value, VOTUM_MARK_NONE_OBSERVED) == 0)
    votum_grid_cell_set (cell, VOTUM_GRID_CELL_NOT_OBSERVED, _("N"), spoken);
  else
    votum_grid_cell_set (cell, VOTUM_GRID_CELL_GIVEN, number = votum_format_number (value), spoken);
  votum_grid_cell_set_signs (cell, commented, trouble != NULL);
}

/**
 * votum_grid_words_show_name:
 * @cell: a cell
 * @sheet: the sheet
 * @entrant: whose row it is in
 *
 * Shows who it is, and how far the marks have come.
 */
void
votum_grid_words_show_name (VotumGridCell     *cell,
                            VotumScoringSheet *sheet,
                            VotumThing        *entrant)
{
  VotumBadgeStyle style;
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);
  g_autofree char *state = votum_scoring_words_badge (sheet, entrant, &style);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, state);

  votum_grid_cell_set (cell, VOTUM_GRID_CELL_HEADING, name, spoken);
}

/**
 * votum_grid_words_show_total:
 * @cell: a cell
 * @sheet: the sheet
 * @entrant: whose row it is in
 *
 * Shows what the marks come to so far.
 */
void
votum_grid_words_show_total (VotumGridCell     *cell,
                             VotumScoringSheet *sheet,
                             VotumThing        *entrant)
{
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (sheet), entrant);
  g_autofree char *total = votum_scoring_sheet_total (sheet, entrant);
  g_autofree char *number = total != NULL ? votum_format_number (total) : g_strdup ("–");
  g_autofree char *spoken = g_strdup_printf (_("%s, total: %s"), name, number);

  votum_grid_cell_set (cell, VOTUM_GRID_CELL_TOTAL, number, spoken);
}
