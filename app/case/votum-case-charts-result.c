#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-case-charts-private.h"
#include "votum-case-holder.h"
#include "votum-case-what-if.h"
#include "votum-chart-profile.h"
#include "votum-chart-ranking.h"
#include "votum-error.h"
#include "votum-interval.h"
#include "votum-words.h"

/* The ranking and the profile, taken from a standing. */

#define INTERVAL_PERCENT 90

static void
fill_entry (const VotumChartRequest *request,
            guint                    entrant,
            VotumChartRankingEntry  *entry,
            GArray                  *totals)
{
  VotumStanding *standing = request->standing;
  VotumResult *result = standing->result;

  entry->name = votum_case_chart_entrant (request, entrant);
  entry->entrant = (int) entrant;
  entry->look = votum_case_chart_look (request, entrant);
  entry->has_value = votum_result_total_double (result, request->round, entrant, &entry->value);
  entry->value_text = votum_result_total (result, request->round, entrant, 2);
  entry->place = votum_result_position (result, request->round, entrant);

  for (guint juror = 0; juror < standing->jurors->len; juror++)
    {
      double total;

      if (votum_sheet_cell (standing->sheet, request->round, entrant, juror, 0)->state == VOTUM_CELL_RECUSED)
        entry->n_recused++;
      else if (votum_result_juror_total (result, request->round, entrant, juror, &total))
        g_array_append_val (totals, total);
    }
  entry->juror_totals = (const double *) (gpointer) totals->data;
  entry->n_juror_totals = totals->len;
}

/* How uncertain a result is, from how the jurors differ: only where it is theirs alone, and not of earlier rounds too. */
static void
fill_interval (const VotumChartRequest *request,
               guint                    entrant,
               VotumChartRankingEntry  *entry)
{
  VotumResult *result = request->standing->result;
  g_autofree char *total = votum_result_total (result, request->round, entrant, 2);
  g_autofree char *round = votum_result_round (result, request->round, entrant, 2);
  double low, high, shift, least, most;

  if (request->decided || request->standing->terms->method != VOTUM_METHOD_MARKS || g_strcmp0 (total, round) != 0 || !entry->has_value ||
      !votum_interval_of_mean (entry->juror_totals, entry->n_juror_totals, INTERVAL_PERCENT / 100.0, &low, &high))
    return;
  /* about the result itself, which a correction may have moved from the jurors' mean */
  shift = entry->value - (low + high) / 2;
  entry->has_interval = TRUE;
  entry->low = low + shift;
  entry->high = high + shift;
  /* no result lies beyond the ends of the scale */
  votum_case_chart_scale (request, &least, &most);
  if (votum_case_chart_on_scale (request) && most > least)
    {
      entry->low = MAX (entry->low, MIN (least, entry->value));
      entry->high = MIN (entry->high, MAX (most, entry->value));
    }
}

gboolean
votum_case_chart_lead_unsure (VotumStanding *standing,
                              guint          round,
                              guint          first,
                              guint          second)
{
  g_autoptr(GArray) leads = g_array_new (FALSE, FALSE, sizeof (double));
  double low, high;

  for (guint juror = 0; juror < standing->jurors->len; juror++)
    {
      double a, b, lead;

      if (!votum_result_juror_total (standing->result, round, first, juror, &a) ||
          !votum_result_juror_total (standing->result, round, second, juror, &b))
        continue;
      lead = votum_sheet_is_falling (standing->sheet) ? b - a : a - b;
      g_array_append_val (leads, lead);
    }

  return votum_interval_of_mean ((const double *) (gpointer) leads->data, leads->len, INTERVAL_PERCENT / 100.0, &low, &high) && low <= 0;
}

/* Those who gave marks in the round: a chair who gives none is no dot. */
static guint
count_marking (const VotumChartRequest *request)
{
  VotumStanding *standing = request->standing;
  guint n = 0;

  for (guint j = 0; j < standing->jurors->len; j++)
    for (guint e = 0; e < standing->entrants->len; e++)
      {
        double total;

        if (!votum_result_juror_total (standing->result, request->round, e, j, &total))
          continue;
        n++;
        break;
      }

  return n;
}

gboolean
votum_case_chart_is_own (const VotumChartRequest *request)
{
  guint n = count_marking (request);

  return n == 1 || (n == 0 && votum_case_get_duty (request->votum_case) == VOTUM_DUTY_JUROR);
}

static void
init_ranking (const VotumChartRequest      *request,
              const VotumChartRankingEntry *entries,
              guint                         n_entries,
              VotumChartRanking            *data)
{
  *data = (VotumChartRanking) { .lang = request->lang, .n_jurors = count_marking (request), .entries = entries,
                                .n_entries = n_entries, .percent = INTERVAL_PERCENT };
  votum_case_chart_scale (request, &data->min, &data->max);
  data->min = MIN (data->min, 0);
  if (!votum_case_chart_on_scale (request))
    data->max = 0;
}

/**
 * votum_case_chart_tried:
 * @request: a request; only its standing, round and language count
 * @model: of the standing in that round
 * @weights: (array): one per leaf
 *
 * The ranking as it would be, without anything having been laid out anew: fast enough for every frame of a weight that is moved,
 * however large the case is. What the jurors' own marks would come to is not in it.
 *
 * Returns: (transfer full): the chart
 */
VotumChart *
votum_case_chart_tried (const VotumChartRequest *request,
                        const VotumWhatIf       *model,
                        const double            *weights)
{
  guint n = request->standing->entrants->len;
  g_autofree double *totals = g_new (double, n + 1);
  g_autofree guint *ranks = g_new (guint, n + 1);
  g_autoptr(GArray) order = votum_standing_what_if_order (request->standing, model, weights, totals, ranks);
  g_autofree VotumChartRankingEntry *entries = g_new0 (VotumChartRankingEntry, order->len + 1);
  VotumChartRanking data;

  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);

      entries[i] = (VotumChartRankingEntry) { .name = votum_case_chart_entrant (request, entrant), .has_value = TRUE,
                                              .value = totals[entrant], .place = ranks[entrant], .entrant = (int) entrant };
    }
  init_ranking (request, entries, order->len, &data);
  if (data.n_jurors > 1)
    data.subtitle = votum_words (request->lang, VOTUM_WORD_CHART_RANKING_SUB_TRIED);

  return votum_chart_ranking_new (&data);
}

/* The ranking after the round, with each juror's own total as the spread. */
VotumChart *
votum_case_chart_ranking (const VotumChartRequest  *request,
                          GError                  **error)
{
  VotumStanding *standing = request->standing;
  g_autoptr(GArray) order = votum_result_order (standing->result, request->round);
  g_autofree VotumChartRankingEntry *entries = g_new0 (VotumChartRankingEntry, order->len + 1);
  g_autoptr(GPtrArray) totals = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  VotumChartRanking data;
  VotumChart *chart;

  init_ranking (request, entries, order->len, &data);
  for (guint i = 0; i < order->len; i++)
    {
      g_ptr_array_add (totals, g_array_new (FALSE, FALSE, sizeof (double)));
      fill_entry (request, g_array_index (order, guint, i), &entries[i], g_ptr_array_index (totals, i));
      fill_interval (request, g_array_index (order, guint, i), &entries[i]);
    }
  data.unsure = order->len > 1 && entries[0].has_interval && entries[1].has_interval &&
                votum_case_chart_lead_unsure (standing, request->round, (guint) entries[0].entrant, (guint) entries[1].entrant);

  chart = votum_chart_ranking_new (&data);
  for (guint i = 0; i < order->len; i++)
    g_free ((char *) entries[i].value_text);

  return chart;
}

/* The profile over the criteria; the best are drawn, all are compared. */
VotumChart *
votum_case_chart_profile (const VotumChartRequest  *request,
                          GError                  **error)
{
  VotumStanding *standing = request->standing;
  g_autoptr(GArray) order = votum_result_order (standing->result, request->round);
  guint n_leaves = standing->leaves->len;
  g_autofree const char **criteria = g_new0 (const char *, n_leaves + 1);
  g_autofree VotumChartSeries *series = g_new0 (VotumChartSeries, order->len + 1);
  g_autofree double *values = g_new0 (double, (gsize) n_leaves * (order->len + 1));
  g_autofree char *subtitle = NULL;
  VotumChartProfile data = { .lang = request->lang, .criteria = criteria, .n_criteria = n_leaves, .series = series,
                             .most = request->decided ? VOTUM_CHART_MAX_SERIES : 0 };

  if (standing->terms->method != VOTUM_METHOD_MARKS)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("The rule does not ask for marks on criteria, so there is no profile over them."));
      return NULL;
    }
  votum_case_chart_scale (request, &data.min, &data.max);
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    criteria[leaf] = votum_case_chart_criterion (request, leaf);

  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);
      double *own = values + (gsize) data.n_series * n_leaves;

      if (!votum_case_chart_chosen (request, entrant))
        continue;
      for (guint leaf = 0; leaf < n_leaves; leaf++)
        if (!votum_result_panel_double (standing->result, request->round, entrant, leaf, &own[leaf]))
          own[leaf] = NAN;
      series[data.n_series++] = (VotumChartSeries) { votum_case_chart_entrant (request, entrant), own, (int) entrant,
                                                     votum_case_chart_look (request, entrant) };
    }

  if (votum_case_chart_is_own (request) && data.n_series <= 2 * VOTUM_CHART_MAX_SERIES)
    {
      g_autofree char *min = votum_words_double (request->lang, data.min, 0);
      g_autofree char *max = votum_words_double (request->lang, data.max, 0);

      subtitle = votum_words_format (request->lang, VOTUM_WORD_CHART_ONE_SUB, "min", min, "max", max, NULL);
      data.subtitle = subtitle;
    }

  return votum_chart_profile_new (&data);
}
