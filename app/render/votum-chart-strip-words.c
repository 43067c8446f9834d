#include "votum-chart-strip-private.h"

#include <math.h>
#include <stdlib.h>

static int
compare_values (const void *a,
                const void *b)
{
  double x = ((const VotumChartStripMark *) a)->value, y = ((const VotumChartStripMark *) b)->value;

  return (x > y) - (x < y);
}

double
votum_chart_strip_mean (const VotumChartStripEntry *entry)
{
  double sum = 0;

  for (guint i = 0; i < entry->n_marks; i++)
    sum += entry->marks[i].value;

  return entry->n_marks > 0 ? sum / entry->n_marks : NAN;
}

double
votum_chart_strip_median (const VotumChartStripEntry *entry)
{
  guint n = entry->n_marks;
  g_autofree VotumChartStripMark *sorted = g_memdup2 (entry->marks, n * sizeof *sorted);

  if (n == 0)
    return NAN;
  qsort (sorted, n, sizeof *sorted, compare_values);

  return n % 2 == 1 ? sorted[n / 2].value : (sorted[n / 2 - 1].value + sorted[n / 2].value) / 2;
}

static void
ends_of (const VotumChartStripEntry *entry,
         double                     *low,
         double                     *high)
{
  *low = *high = NAN;
  for (guint i = 0; i < entry->n_marks; i++)
    {
      *low = fmin (*low, entry->marks[i].value);
      *high = fmax (*high, entry->marks[i].value);
    }
}

char *
votum_chart_strip_finding (const VotumChart *self)
{
  const VotumChartStrip *chart = self->data;
  const VotumChartStripEntry *widest = NULL;
  double low = 0, high = 0;
  guint most = 0;
  g_autofree char *low_text = NULL, *high_text = NULL;

  for (guint i = 0; i < chart->n_entries; i++)
    {
      double own_low, own_high;

      most = MAX (most, chart->entries[i].n_marks);
      ends_of (&chart->entries[i], &own_low, &own_high);
      if (own_high - own_low > high - low + 1e-9)
        {
          widest = &chart->entries[i];
          low = own_low;
          high = own_high;
        }
    }
  if (most == 0)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_NO_RESULT));
  if (most == 1)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_STRIP_ONE));
  if (widest == NULL)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_STRIP_ALIKE));
  low_text = votum_words_double (self->lang, low, 2);
  high_text = votum_words_double (self->lang, high, 2);
  if (chart->criterion != NULL)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_STRIP_FINDING_ON, "criterion", chart->criterion, "name", widest->name,
                               "low", low_text, "high", high_text, NULL);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_STRIP_FINDING, "name", widest->name, "low", low_text, "high", high_text, NULL);
}

char *
votum_chart_strip_subtitle (const VotumChart *self)
{
  const VotumChartStrip *chart = self->data;

  if (chart->criterion != NULL)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_STRIP_SUB_ON, "criterion", chart->criterion, NULL);

  return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_STRIP_SUB));
}

char *
votum_chart_strip_words (const VotumChart           *self,
                         const VotumChartStripEntry *entry)
{
  double low, high;
  g_autofree char *mean = votum_words_double (self->lang, votum_chart_strip_mean (entry), 2);
  g_autofree char *median = votum_words_double (self->lang, votum_chart_strip_median (entry), 2);
  GString *text = g_string_new (entry->name);

  if (entry->n_marks == 0)
    {
      g_string_append_printf (text, ": %s", votum_words (self->lang, VOTUM_WORD_NO_MARK));
    }
  else
    {
      g_autofree char *middle = votum_words_format (self->lang, VOTUM_WORD_CHART_MEAN_MEDIAN, "mean", mean, "median", median, NULL);
      g_autofree char *low_text = NULL, *high_text = NULL, *spread = NULL;

      ends_of (entry, &low, &high);
      low_text = votum_words_double (self->lang, low, 2);
      high_text = votum_words_double (self->lang, high, 2);
      spread = votum_words_format (self->lang, VOTUM_WORD_CHART_SPREAD, "low", low_text, "high", high_text, NULL);
      g_string_append_printf (text, ": %s, %s", middle, spread);
    }
  if (entry->n_recused > 0 && entry->recused != NULL)
    {
      g_autofree char *recused = votum_words_format (self->lang, VOTUM_WORD_CHART_RECUSED_NAMES, "names", entry->recused, NULL);

      g_string_append_printf (text, ", %s", recused);
    }

  return g_string_free (text, FALSE);
}

char *
votum_chart_strip_describe (const VotumChart *self)
{
  const VotumChartStrip *chart = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartStripEntry *entry = &chart->entries[i];
      g_autofree char *words = votum_chart_strip_words (self, entry);

      g_string_append_printf (text, " %s", words);
      for (guint k = 0; k < entry->n_marks; k++)
        {
          g_autofree char *value = votum_words_double (self->lang, entry->marks[k].value, 2);

          g_string_append_printf (text, "; %s %s", entry->marks[k].name, value);
        }
      g_string_append_c (text, '.');
    }

  return g_string_free (text, FALSE);
}

void
votum_chart_strip_csv (const VotumChart *self,
                       VotumChartCsv    *csv)
{
  const VotumChartStrip *chart = self->data;

  votum_chart_csv_heads (csv, "finalist", "juror", chart->criterion != NULL ? "mark" : "result", NULL);
  for (guint i = 0; i < chart->n_entries; i++)
    for (guint k = 0; k < chart->entries[i].n_marks; k++)
      {
        votum_chart_csv_text (csv, chart->entries[i].name);
        votum_chart_csv_text (csv, chart->entries[i].marks[k].name);
        votum_chart_csv_number (csv, chart->entries[i].marks[k].value, 4);
        votum_chart_csv_end (csv);
      }
}
