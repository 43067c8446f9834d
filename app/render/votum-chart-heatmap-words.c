#include "votum-chart-heatmap-private.h"

#include <math.h>
#include <string.h>

char *
votum_chart_heatmap_mark (const VotumChart            *self,
                          const VotumChartHeatmapCell *cell,
                          guint                        decimals)
{
  const char *point = cell->text != NULL ? strchr (cell->text, '.') : NULL;

  if (isnan (cell->value))
    return g_strdup ("–");
  if (cell->text != NULL && (point == NULL || strlen (point + 1) <= decimals))
    return votum_words_number (self->lang, cell->text);

  return votum_words_double (self->lang, cell->value, decimals);
}

/* The lowest and the highest mark on a criterion; FALSE where fewer than two finalists have one. */
static gboolean
ends_of (const VotumChartHeatmap      *chart,
         guint                         criterion,
         const VotumChartHeatmapCell **low,
         const VotumChartHeatmapCell **high)
{
  guint n = 0;

  *low = *high = NULL;
  for (guint i = 0; i < chart->n_entrants; i++)
    {
      const VotumChartHeatmapCell *cell = votum_chart_heatmap_cell (chart, criterion, i);

      if (isnan (cell->value))
        continue;
      n++;
      *low = *low == NULL || cell->value < (*low)->value ? cell : *low;
      *high = *high == NULL || cell->value > (*high)->value ? cell : *high;
    }

  return n > 1;
}

static char *
finding_of_one (const VotumChart *self)
{
  const VotumChartHeatmap *chart = self->data;
  int low = -1, high = -1;

  for (guint i = 0; i < chart->n_criteria; i++)
    {
      double value = votum_chart_heatmap_cell (chart, i, 0)->value;

      if (isnan (value))
        continue;
      low = low < 0 || value < votum_chart_heatmap_cell (chart, (guint) low, 0)->value ? (int) i : low;
      high = high < 0 || value > votum_chart_heatmap_cell (chart, (guint) high, 0)->value ? (int) i : high;
    }
  if (low < 0 || low == high)
    return g_strdup (chart->entrants[0].name);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_PROFILE_ONE, "name", chart->entrants[0].name,
                             "high", chart->criteria[high], "low", chart->criteria[low], NULL);
}

char *
votum_chart_heatmap_finding (const VotumChart *self)
{
  const VotumChartHeatmap *chart = self->data;
  const VotumChartHeatmapCell *low, *high, *lowest = NULL, *highest = NULL;
  g_autofree char *low_text = NULL, *high_text = NULL;
  guint widest = 0;

  if (chart->n_entrants == 1)
    return finding_of_one (self);
  for (guint i = 0; i < chart->n_criteria; i++)
    {
      if (!ends_of (chart, i, &low, &high))
        continue;
      if (lowest == NULL || high->value - low->value > highest->value - lowest->value + 1e-9)
        {
          lowest = low;
          highest = high;
          widest = i;
        }
    }
  if (lowest == NULL)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_NO_RESULT));
  low_text = votum_chart_heatmap_mark (self, lowest, 2);
  high_text = votum_chart_heatmap_mark (self, highest, 2);
  if (strcmp (low_text, high_text) == 0)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_HEAT_ALIKE));

  return votum_words_format (self->lang, VOTUM_WORD_CHART_HEAT_FINDING, "criterion", chart->criteria[widest],
                             "low", low_text, "high", high_text, NULL);
}

char *
votum_chart_heatmap_words (const VotumChart *self,
                           guint             criterion,
                           guint             entrant)
{
  const VotumChartHeatmap *chart = self->data;
  const VotumChartHeatmapCell *cell = votum_chart_heatmap_cell (chart, criterion, entrant);
  g_autofree char *mark = isnan (cell->value) ? g_strdup (votum_words (self->lang, VOTUM_WORD_NO_MARK)) : votum_chart_heatmap_mark (self, cell, 2);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s: %s", chart->criteria[criterion], chart->entrants[entrant].name, mark);
  if (cell->n_marks > 0 && cell->n_marks < chart->n_jurors)
    {
      g_autofree char *n = g_strdup_printf ("%u", cell->n_marks);
      g_autofree char *m = g_strdup_printf ("%u", chart->n_jurors);
      g_autofree char *words = votum_words_format (self->lang, VOTUM_WORD_CHART_JURORS_OF, "n", n, "m", m, NULL);

      g_string_append_printf (text, ", %s", words);
    }
  if (cell->n_recused > 0)
    {
      g_autofree char *n = g_strdup_printf ("%u", cell->n_recused);
      g_autofree char *words = votum_words_format (self->lang, cell->n_recused == 1 ? VOTUM_WORD_CHART_RECUSED_ONE : VOTUM_WORD_CHART_RECUSED,
                                                   "n", n, NULL);

      g_string_append_printf (text, ", %s", words);
    }
  if (cell->n_not_observed > 0)
    {
      g_autofree char *n = g_strdup_printf ("%u", cell->n_not_observed);
      g_autofree char *words = votum_words_format (self->lang, VOTUM_WORD_CHART_NOT_OBSERVED, "n", n, NULL);

      g_string_append_printf (text, ", %s", words);
    }

  return g_string_free (text, FALSE);
}

char *
votum_chart_heatmap_describe (const VotumChart *self)
{
  const VotumChartHeatmap *chart = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < chart->n_criteria; i++)
    {
      g_string_append_printf (text, " %s:", chart->criteria[i]);
      for (guint k = 0; k < chart->n_entrants; k++)
        {
          g_autofree char *mark = votum_chart_heatmap_mark (self, votum_chart_heatmap_cell (chart, i, k), 2);

          g_string_append_printf (text, "%s %s %s", k > 0 ? ";" : "", chart->entrants[k].name, mark);
        }
      g_string_append_c (text, '.');
    }
  for (guint k = 0; k < chart->n_entrants; k++)
    if (chart->entrants[k].n_recused > 0)
      {
        g_autofree char *n = g_strdup_printf ("%u", chart->entrants[k].n_recused);
        g_autofree char *words = votum_words_format (self->lang, chart->entrants[k].n_recused == 1 ? VOTUM_WORD_CHART_RECUSED_ONE
                                                                                                    : VOTUM_WORD_CHART_RECUSED, "n", n, NULL);

        g_string_append_printf (text, " %s: %s.", chart->entrants[k].name, words);
      }

  return g_string_free (text, FALSE);
}

void
votum_chart_heatmap_csv (const VotumChart *self,
                         VotumChartCsv    *csv)
{
  const VotumChartHeatmap *chart = self->data;

  votum_chart_csv_heads (csv, "criterion", "finalist", "mark", "marks", "recused", "not_observed", NULL);
  for (guint i = 0; i < chart->n_criteria; i++)
    for (guint k = 0; k < chart->n_entrants; k++)
      {
        const VotumChartHeatmapCell *cell = votum_chart_heatmap_cell (chart, i, k);

        votum_chart_csv_text (csv, chart->criteria[i]);
        votum_chart_csv_text (csv, chart->entrants[k].name);
        if (cell->text != NULL)
          votum_chart_csv_figure (csv, cell->text);
        else
          votum_chart_csv_number (csv, cell->value, 2);
        votum_chart_csv_count (csv, cell->n_marks);
        votum_chart_csv_count (csv, cell->n_recused);
        votum_chart_csv_count (csv, cell->n_not_observed);
        votum_chart_csv_end (csv);
      }
}
