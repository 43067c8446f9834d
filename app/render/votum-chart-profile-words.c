#include "votum-chart-profile-private.h"

#include <math.h>

/* What the profile says in words. */

static const char *
lang_of (const VotumChartProfile *chart)
{
  return chart->lang != NULL ? chart->lang : "en";
}

/* On how many criteria nobody has a higher mark than the finalist, drawn or not; ties count for each. */
static guint
count_highest (const VotumChartProfile *chart,
               guint                    series)
{
  guint found = 0;

  for (guint i = 0; i < chart->n_criteria; i++)
    {
      gboolean highest = !isnan (chart->series[series].values[i]);

      for (guint s = 0; s < chart->n_series && highest; s++)
        if (chart->series[s].values[i] > chart->series[series].values[i])
          highest = FALSE;
      found += highest ? 1 : 0;
    }

  return found;
}

static char *
finding_of_one (const VotumChartProfile *chart)
{
  const double *values = chart->series[0].values;
  int low = -1, high = -1;

  for (guint i = 0; i < chart->n_criteria; i++)
    {
      if (isnan (values[i]))
        continue;
      if (low < 0 || values[i] < values[low])
        low = (int) i;
      if (high < 0 || values[i] > values[high])
        high = (int) i;
    }
  if (low < 0 || low == high)
    return g_strdup (chart->series[0].name);

  return votum_words_format (lang_of (chart), VOTUM_WORD_CHART_PROFILE_ONE, "name", chart->series[0].name,
                             "high", chart->criteria[high], "low", chart->criteria[low], NULL);
}

char *
votum_chart_profile_finding (const VotumChart *self)
{
  const VotumChartProfile *chart = self->data;
  const char *lang = lang_of (chart);
  g_autoptr (GPtrArray) best = g_ptr_array_new ();
  g_autofree char *m = g_strdup_printf ("%u", chart->n_criteria);
  g_autofree char *n = NULL;
  g_autofree char *names = NULL;
  guint most = 0;

  if (chart->n_series == 0)
    return g_strdup (votum_words (lang, VOTUM_WORD_CHART_NO_RESULT));
  if (chart->n_series == 1)
    return finding_of_one (chart);

  for (guint s = 0; s < chart->n_series; s++)
    most = MAX (most, count_highest (chart, s));
  for (guint s = 0; s < chart->n_series; s++)
    if (count_highest (chart, s) == most)
      g_ptr_array_add (best, (gpointer) chart->series[s].name);
  if (most == 0)
    return g_strdup (votum_words (lang, VOTUM_WORD_CHART_NO_RESULT));

  n = g_strdup_printf ("%u", most);
  if (best->len == 1 && most == chart->n_criteria)
    return votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_TITLE_ALL, "name", g_ptr_array_index (best, 0), "m", m, NULL);
  if (best->len == 1)
    return votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_TITLE, "name", g_ptr_array_index (best, 0), "n", n, "m", m, NULL);
  if (best->len > VOTUM_CHART_MAX_SERIES)
    {
      g_autofree char *k = g_strdup_printf ("%u", best->len);

      return votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_EVEN_MANY, "k", k, NULL);
    }
  g_ptr_array_add (best, NULL);
  names = votum_words_list (lang, (const char * const *) best->pdata);
  if (most == 1)
    return votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_EVEN_ONE, "names", names, NULL);

  return votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_EVEN, "names", names, "n", n, "m", m, NULL);
}

char *
votum_chart_profile_describe (const VotumChart *self)
{
  const VotumChartProfile *chart = self->data;
  const char *lang = lang_of (chart);
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint s = 0; s < chart->n_series; s++)
    {
      g_autoptr (GString) list = g_string_new (NULL);
      g_autofree char *item = NULL;

      for (guint i = 0; i < chart->n_criteria; i++)
        {
          double value = chart->series[s].values[i];
          g_autofree char *number = isnan (value) ? g_strdup ("–") : votum_words_double (lang, value, 1);

          g_string_append_printf (list, "%s%s %s", i > 0 ? "; " : "", chart->criteria[i], number);
        }
      item = votum_words_format (lang, VOTUM_WORD_CHART_PROFILE_ITEM, "name", chart->series[s].name, "list", list->str, NULL);
      g_string_append_printf (text, " %s.", item);
    }

  return g_string_free (text, FALSE);
}

char *
votum_chart_profile_point (const VotumChartProfile *chart,
                           guint                    series,
                           guint                    criterion)
{
  g_autofree char *number = votum_words_double (lang_of (chart), chart->series[series].values[criterion], 2);

  return g_strdup_printf ("%s, %s: %s", chart->series[series].name, chart->criteria[criterion], number);
}

void
votum_chart_profile_csv (const VotumChart *self,
                         VotumChartCsv    *csv)
{
  const VotumChartProfile *chart = self->data;

  votum_chart_csv_text (csv, "finalist");
  for (guint i = 0; i < chart->n_criteria; i++)
    votum_chart_csv_text (csv, chart->criteria[i]);
  votum_chart_csv_end (csv);
  for (guint s = 0; s < chart->n_series; s++)
    {
      votum_chart_csv_text (csv, chart->series[s].name);
      for (guint i = 0; i < chart->n_criteria; i++)
        votum_chart_csv_number (csv, chart->series[s].values[i], 2);
      votum_chart_csv_end (csv);
    }
}
