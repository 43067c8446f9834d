#include "votum-config.h"

#include <math.h>

#include "votum-case-private.h"
#include "votum-case-verdict.h"

/* What the charts draw, taken from a standing. */

static void
scale_ends (VotumCase     *self,
            VotumStanding *standing,
            double        *min,
            double        *max)
{
  VotumScale *scale = votum_case_get_scale (self, g_ptr_array_index (standing->leaves, 0));
  VotumDecimal low, high;

  *min = 0;
  *max = 0;
  if (scale == NULL || !votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MIN, &low) ||
      !votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MAX, &high))
    return;
  *min = votum_decimal_to_double (low);
  *max = votum_decimal_to_double (high);
}

/* With shares the result stays on the scale of the marks; factors multiply it. */
static gboolean
is_on_scale (VotumStanding *standing)
{
  return standing->terms->method == VOTUM_METHOD_MARKS && standing->terms->weighting == VOTUM_WEIGHTING_SHARES;
}

static void
fill_entry (VotumCase              *self,
            VotumStanding          *standing,
            guint                   round,
            guint                   entrant,
            VotumChartRankingEntry *entry,
            GArray                 *totals)
{
  VotumResult *result = standing->result;

  entry->name = votum_case_entrant_name (self, g_ptr_array_index (standing->entrants, entrant));
  entry->has_value = votum_result_total_double (result, round, entrant, &entry->value);
  entry->value_text = votum_result_total (result, round, entrant, 2);
  entry->place = votum_result_position (result, round, entrant);

  for (guint juror = 0; juror < standing->jurors->len; juror++)
    {
      double total;

      if (votum_sheet_cell (standing->sheet, round, entrant, juror, 0)->state == VOTUM_CELL_RECUSED)
        entry->n_recused++;
      else if (votum_result_juror_total (result, round, entrant, juror, &total))
        g_array_append_val (totals, total);
    }
  entry->juror_totals = (const double *) (gpointer) totals->data;
  entry->n_juror_totals = totals->len;
}

/**
 * votum_case_chart_ranking:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @lang: language of the words
 *
 * Returns: (transfer full): the ranking after the round, with each juror's own total as the spread
 */
VotumChartRanking *
votum_case_chart_ranking (VotumCase     *self,
                          VotumStanding *standing,
                          guint          round,
                          const char    *lang)
{
  g_autoptr(GArray) order = votum_result_order (standing->result, round);
  g_autofree VotumChartRankingEntry *entries = g_new0 (VotumChartRankingEntry, order->len + 1);
  g_autoptr(GPtrArray) totals = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  VotumChartRanking chart = { .lang = lang, .n_jurors = standing->jurors->len, .entries = entries, .n_entries = order->len };
  VotumChartRanking *copy;

  scale_ends (self, standing, &chart.min, &chart.max);
  chart.min = 0;
  if (!is_on_scale (standing))
    chart.max = 0;

  for (guint i = 0; i < order->len; i++)
    {
      g_ptr_array_add (totals, g_array_new (FALSE, FALSE, sizeof (double)));
      fill_entry (self, standing, round, g_array_index (order, guint, i), &entries[i], g_ptr_array_index (totals, i));
    }

  copy = votum_chart_ranking_copy (&chart);
  for (guint i = 0; i < order->len; i++)
    g_free ((char *) entries[i].value_text);

  return copy;
}

/**
 * votum_case_chart_profile:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @lang: language of the words
 * @chosen: (nullable) (element-type VotumThing): the finalists to draw, or %NULL for the best
 *
 * Returns: (transfer full): the profile over the criteria of at most four finalists
 */
VotumChartProfile *
votum_case_chart_profile (VotumCase     *self,
                          VotumStanding *standing,
                          guint          round,
                          const char    *lang,
                          GPtrArray     *chosen)
{
  g_autoptr(GArray) order = votum_result_order (standing->result, round);
  guint n_leaves = standing->leaves->len;
  g_autofree const char **criteria = g_new0 (const char *, n_leaves + 1);
  g_autofree VotumChartSeries *series = g_new0 (VotumChartSeries, order->len + 1);
  g_autofree double *values = g_new0 (double, (gsize) n_leaves * (order->len + 1));
  VotumChartProfile chart = { .lang = lang, .criteria = criteria, .n_criteria = n_leaves, .series = series };

  scale_ends (self, standing, &chart.min, &chart.max);
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    criteria[leaf] = votum_texts_get (votum_thing_get_texts (g_ptr_array_index (standing->leaves, leaf), VOTUM_CRITERION_NAME), lang);

  /* the best are drawn, all are compared */
  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);
      VotumThing *thing = g_ptr_array_index (standing->entrants, entrant);
      double *own = values + (gsize) chart.n_series * n_leaves;

      if (chosen != NULL && !g_ptr_array_find (chosen, thing, NULL))
        continue;
      for (guint leaf = 0; leaf < n_leaves; leaf++)
        if (!votum_result_panel_double (standing->result, round, entrant, leaf, &own[leaf]))
          own[leaf] = NAN;
      series[chart.n_series++] = (VotumChartSeries) { votum_case_entrant_name (self, thing), own };
    }

  return votum_chart_profile_copy (&chart);
}
