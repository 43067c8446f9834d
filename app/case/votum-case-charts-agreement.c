#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "votum-case-agreement.h"
#include "votum-case-charts-private.h"
#include "votum-chart-agreement.h"
#include "votum-chart-heatmap.h"
#include "votum-chart-strip.h"
#include "votum-error.h"
#include "votum-words.h"

/* Where the marks lie: the heat map, the jurors' marks per finalist, and agreement per criterion. */

/* Finalists as they stand after the round, then those of the round who have no result. */
static GArray *
entrants_in_order (const VotumChartRequest *request)
{
  VotumResult *result = request->standing->result;
  g_autoptr(GArray) ranked = votum_result_order (result, request->round);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ranked->len; i++)
    if (votum_case_chart_chosen (request, g_array_index (ranked, guint, i)))
      g_array_append_val (order, g_array_index (ranked, guint, i));
  for (guint entrant = 0; entrant < request->standing->entrants->len; entrant++)
    {
      VotumStandingState state = votum_result_state (result, request->round, entrant);

      if ((state == VOTUM_STANDING_NO_MARKS || state == VOTUM_STANDING_TOO_FEW) && votum_case_chart_chosen (request, entrant))
        g_array_append_val (order, entrant);
    }

  return order;
}

static guint
count_recused (const VotumChartRequest *request,
               guint                    entrant)
{
  guint n = 0;

  for (guint juror = 0; juror < request->standing->jurors->len; juror++)
    n += votum_sheet_cell (request->standing->sheet, request->round, entrant, juror, 0)->state == VOTUM_CELL_RECUSED;

  return n;
}

static void
fill_cell (const VotumChartRequest *request,
           guint                    entrant,
           guint                    leaf,
           VotumChartHeatmapCell   *cell)
{
  VotumStanding *standing = request->standing;

  if (!votum_result_panel_double (standing->result, request->round, entrant, leaf, &cell->value))
    cell->value = NAN;
  cell->text = votum_result_panel (standing->result, request->round, entrant, leaf, 2);
  if (votum_sheet_node (standing->sheet, votum_sheet_leaf_node (standing->sheet, leaf))->measured)
    {
      /* a measure is of all at once */
      cell->n_marks = standing->jurors->len;
      return;
    }
  for (guint juror = 0; juror < standing->jurors->len; juror++)
    {
      VotumCellState state = votum_sheet_cell (standing->sheet, request->round, entrant, juror, leaf)->state;

      cell->n_marks += state == VOTUM_CELL_VALUE;
      cell->n_recused += state == VOTUM_CELL_RECUSED;
      cell->n_not_observed += state == VOTUM_CELL_NOT_OBSERVED;
    }
}

VotumChart *
votum_case_chart_heatmap (const VotumChartRequest  *request,
                          GError                  **error)
{
  VotumStanding *standing = request->standing;
  guint n_leaves = standing->leaves->len;
  g_autoptr(GArray) order = entrants_in_order (request);
  g_autofree const char **criteria = g_new0 (const char *, n_leaves + 1);
  g_autofree int *leaves = g_new0 (int, n_leaves + 1);
  g_autofree VotumChartHeatmapEntrant *entrants = g_new0 (VotumChartHeatmapEntrant, order->len + 1);
  g_autofree VotumChartHeatmapCell *cells = g_new0 (VotumChartHeatmapCell, (gsize) n_leaves * order->len + 1);
  VotumChartHeatmap data = { .lang = request->lang, .n_jurors = standing->jurors->len, .criteria = criteria, .leaves = leaves,
                             .n_criteria = n_leaves, .entrants = entrants, .n_entrants = order->len, .cells = cells };
  VotumChart *chart;

  if (votum_case_chart_is_own (request))
    data.subtitle = votum_words (request->lang, VOTUM_WORD_CHART_HEAT_ONE_SUB);
  votum_case_chart_scale (request, &data.min, &data.max);
  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);

      entrants[i] = (VotumChartHeatmapEntrant) { votum_case_chart_entrant (request, entrant), count_recused (request, entrant), (int) entrant };
    }
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    {
      criteria[leaf] = votum_case_chart_criterion (request, leaf);
      leaves[leaf] = (int) leaf;
      for (guint i = 0; i < order->len; i++)
        fill_cell (request, g_array_index (order, guint, i), leaf, &cells[(gsize) leaf * order->len + i]);
    }

  chart = votum_chart_heatmap_new (&data);
  for (gsize i = 0; i < (gsize) n_leaves * order->len; i++)
    g_free ((char *) cells[i].text);

  return chart;
}

/* The mark on a leaf, or the juror's own result. */
static gboolean
juror_value (const VotumChartRequest *request,
             guint                    entrant,
             guint                    juror,
             int                      leaf,
             double                  *value)
{
  const VotumCell *cell;

  if (leaf < 0)
    return votum_result_juror_total (request->standing->result, request->round, entrant, juror, value);
  cell = votum_sheet_cell (request->standing->sheet, request->round, entrant, juror, (guint) leaf);
  *value = votum_decimal_to_double (cell->value);

  return cell->state == VOTUM_CELL_VALUE;
}

static const char *
juror_name (const VotumChartRequest *request,
            guint                    juror)
{
  return votum_thing_get_text (g_ptr_array_index (request->standing->jurors, juror), VOTUM_JUROR_NAME);
}

/* From the lowest to the highest, which is how they stand; in the order of the jury, letters would tell who is who. */
static int
compare_marks (const void *a,
               const void *b)
{
  const VotumChartStripMark *x = a, *y = b;

  return x->value != y->value ? (x->value > y->value) - (x->value < y->value) : g_utf8_collate (x->name, y->name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
fill_strip (const VotumChartRequest *request,
            guint                    entrant,
            int                      leaf,
            VotumChartStripEntry    *entry)
{
  VotumStanding *standing = request->standing;
  VotumChartStripMark *marks = g_new0 (VotumChartStripMark, standing->jurors->len + 1);
  g_autoptr(GPtrArray) recused = g_ptr_array_new ();

  *entry = (VotumChartStripEntry) { .name = votum_case_chart_entrant (request, entrant), .entrant = (int) entrant, .marks = marks };
  for (guint juror = 0; juror < standing->jurors->len; juror++)
    {
      double value;

      if (votum_sheet_cell (standing->sheet, request->round, entrant, juror, 0)->state == VOTUM_CELL_RECUSED)
        g_ptr_array_add (recused, (gpointer) juror_name (request, juror));
      else if (juror_value (request, entrant, juror, leaf, &value))
        marks[entry->n_marks++] = (VotumChartStripMark) { value, juror_name (request, juror), (int) juror };
    }
  qsort (marks, entry->n_marks, sizeof *marks, compare_marks);
  g_ptr_array_sort (recused, compare_names);
  entry->n_recused = recused->len;
  g_ptr_array_add (recused, NULL);
  entry->recused = entry->n_recused > 0 && !standing->veiled ? votum_words_list (request->lang, (const char *const *) recused->pdata) : NULL;
}

VotumChart *
votum_case_chart_strip (const VotumChartRequest  *request,
                        GError                  **error)
{
  g_autoptr(GArray) order = entrants_in_order (request);
  g_autofree VotumChartStripEntry *entries = g_new0 (VotumChartStripEntry, order->len + 1);
  VotumChartStrip data = { .lang = request->lang, .leaf = -1, .entries = entries, .n_entries = order->len };
  VotumChart *chart;
  guint leaf;

  if (request->criterion != NULL)
    {
      if (!g_ptr_array_find (request->standing->leaves, request->criterion, &leaf))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("“%s” is no criterion that is marked here. Choose one that is not a group."),
                       votum_thing_get_key (request->criterion));
          return NULL;
        }
      data.leaf = (int) leaf;
      data.criterion = votum_case_chart_criterion (request, leaf);
    }
  for (guint i = 0; i < order->len; i++)
    fill_strip (request, g_array_index (order, guint, i), data.leaf, &entries[i]);

  chart = votum_chart_strip_new (&data);
  for (guint i = 0; i < order->len; i++)
    {
      g_free ((gpointer) entries[i].marks);
      g_free ((char *) entries[i].recused);
    }

  return chart;
}

VotumChart *
votum_case_chart_agreement (const VotumChartRequest  *request,
                            GError                  **error)
{
  g_autoptr(VotumAgreement) agreement = votum_case_disagreement (request->votum_case, request->standing, request->round, error);
  g_autofree VotumChartAgreementEntry *entries = NULL;
  VotumChartAgreement data = { .lang = request->lang };

  if (agreement == NULL)
    return NULL;
  entries = g_new0 (VotumChartAgreementEntry, agreement->criteria->len + 1);
  data.entries = entries;
  data.n_entries = agreement->criteria->len;
  for (guint i = 1; i < data.n_entries; i++)
    data.share |= fabs (g_array_index (agreement->criteria, VotumDisagreement, i).width -
                        g_array_index (agreement->criteria, VotumDisagreement, 0).width) > 1e-9;
  for (guint i = 0; i < data.n_entries; i++)
    {
      const VotumDisagreement *place = &g_array_index (agreement->criteria, VotumDisagreement, i);
      double unit = data.share ? 100 : place->width;

      entries[i] = (VotumChartAgreementEntry) {
        .name = votum_case_chart_criterion (request, (guint) place->leaf_index),
        .value = place->spread.spread.value * unit,
        .low = place->spread.spread.low * unit,
        .high = place->spread.spread.high * unit,
        .widest = place->widest_entrant >= 0 ? votum_case_chart_entrant (request, (guint) place->widest_entrant) : NULL,
        .lowest = place->lowest,
        .highest = place->highest,
        .criterion = place->leaf_index,
      };
    }

  return votum_chart_agreement_new (&data);
}
