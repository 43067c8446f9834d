#include "votum-chart-walk-private.h"

#include <math.h>

/* The weight walk in words and as data. */

/* Shares this near are the same. */
#define SAME 1e-9

char *
votum_walk_percent (const char *lang,
                    double      share)
{
  double percent = share * 100;
  gboolean whole = fabs (percent - round (percent)) < 0.05;
  g_autofree char *format = g_strdup_printf ("%%.%df", whole ? 0 : 1);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  return votum_words_percent (lang, g_ascii_formatd (number, sizeof number, format, percent));
}

char *
votum_walk_crossing_text (const VotumChartWalk         *data,
                          const VotumChartWalkCrossing *crossing)
{
  g_autofree char *share = votum_walk_percent (data->lang, crossing->share);
  gboolean above = crossing->share >= data->share;

  /* below the weight as it is, the one ahead below is news; above, the one ahead above */
  return votum_words_format (data->lang, above ? VOTUM_WORD_CHART_WALK_FROM : VOTUM_WORD_CHART_WALK_TO,
                             "name", data->lines[above ? crossing->after : crossing->before].name, "share", share, NULL);
}

char *
votum_walk_level_text (const VotumChartWalk         *data,
                       const VotumChartWalkCrossing *crossing)
{
  g_autofree char *share = votum_walk_percent (data->lang, crossing->share);
  g_autofree char *value = votum_words_double (data->lang, crossing->value, 2);

  return votum_words_format (data->lang, VOTUM_WORD_CHART_WALK_LEVEL_AT, "a", data->lines[crossing->before].name,
                             "b", data->lines[crossing->after].name, "share", share, "value", value, NULL);
}

/* Whether somebody is level with the one in front, whatever the criterion weighs. */
static gboolean
is_level (const VotumChartWalk *data)
{
  double best = data->lines[0].now;
  guint n = 0;

  for (guint i = 1; i < data->n_lines; i++)
    best = data->falling ? fmin (best, data->lines[i].now) : fmax (best, data->lines[i].now);
  for (guint i = 0; i < data->n_lines; i++)
    n += fabs (data->lines[i].now - best) < SAME;

  return n > 1;
}

char *
votum_walk_finding (const VotumChart *self)
{
  const VotumChartWalk *data = self->data;
  g_autofree char *criterion = votum_words_format (self->lang, VOTUM_WORD_QUOTE, "text", data->criterion, NULL);
  g_autofree char *low = votum_walk_percent (self->lang, data->top_low);
  g_autofree char *high = votum_walk_percent (self->lang, data->top_high);
  gboolean below = data->below != NULL && data->top_low > SAME;
  gboolean above = data->above != NULL && data->top_high < 1 - SAME;

  if (data->n_lines == 0)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_NO_RESULT));
  if (data->top_high - data->top_low < SAME || is_level (data))
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_WALK_LEVEL));
  if (below && above)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_WALK_BETWEEN, "name", data->leader, "criterion", criterion,
                               "low", low, "high", high, NULL);
  if (above)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_WALK_ABOVE, "other", data->above, "criterion", criterion, "share", high, NULL);
  if (below)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_WALK_BELOW, "other", data->below, "criterion", criterion, "share", low, NULL);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_WALK_ALWAYS, "name", data->leader, "criterion", criterion, NULL);
}

static char *
value_text (const VotumChart *self,
            double            value)
{
  return isnan (value) ? g_strdup ("–") : votum_words_double (self->lang, value, 2);
}

char *
votum_walk_describe (const VotumChart *self)
{
  const VotumChartWalk *data = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  g_autofree char *share = votum_walk_percent (self->lang, data->share);
  g_autofree char *from = votum_walk_percent (self->lang, data->low);
  g_autofree char *to = votum_walk_percent (self->lang, data->high);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < data->n_lines; i++)
    {
      const VotumChartWalkLine *line = &data->lines[i];
      g_autofree char *now = value_text (self, line->now);
      g_autofree char *low = value_text (self, line->values[0]);
      g_autofree char *high = value_text (self, line->values[data->n_shares - 1]);
      g_autofree char *words = votum_words_format (self->lang, VOTUM_WORD_CHART_WALK_ITEM, "name", line->name, "now", now, "share", share,
                                                   "low", low, "from", from, "high", high, "to", to, NULL);

      g_string_append_printf (text, " %s.", words);
    }
  for (guint i = 0; i < data->n_crossings; i++)
    {
      g_autofree char *words = votum_walk_level_text (data, &data->crossings[i]);

      g_string_append_printf (text, " %s.", words);
    }

  return g_string_free (text, FALSE);
}

static void
add_row (VotumChartCsv        *csv,
         const VotumChartWalk *data,
         double                share,
         const char           *name,
         double                value,
         const char           *event)
{
  votum_chart_csv_text (csv, data->criterion);
  votum_chart_csv_number (csv, share * 100, 4);
  votum_chart_csv_text (csv, name);
  votum_chart_csv_number (csv, value, 4);
  votum_chart_csv_text (csv, event);
  votum_chart_csv_end (csv);
}

void
votum_walk_csv (const VotumChart *self,
                VotumChartCsv    *csv)
{
  const VotumChartWalk *data = self->data;

  votum_chart_csv_heads (csv, "criterion", "weight_percent", "finalist", "result", "event", NULL);
  for (guint i = 0; i < data->n_lines; i++)
    {
      for (guint k = 0; k < data->n_shares; k++)
        add_row (csv, data, data->low + (data->high - data->low) * k / (data->n_shares - 1), data->lines[i].name, data->lines[i].values[k], NULL);
      add_row (csv, data, data->share, data->lines[i].name, data->lines[i].now, "now");
    }
  for (guint i = 0; i < data->n_crossings; i++)
    {
      const VotumChartWalkCrossing *crossing = &data->crossings[i];

      add_row (csv, data, crossing->share, data->lines[crossing->before].name, crossing->value, "ahead below");
      add_row (csv, data, crossing->share, data->lines[crossing->after].name, crossing->value, "ahead above");
    }
}
