#include "votum-chart-lines.h"
#include "votum-chart-slope.h"

#include <math.h>

/* Before and after: how each result moved, and who went past whom. */

/* "+0.32", "−0.10", "0.00" */
static char *
change_text (const char *lang,
             double      change)
{
  g_autofree char *number = votum_words_double (lang, change, 2);

  return g_strconcat (change > 0.005 ? "+" : "", number, NULL);
}

static gboolean
has_both (const VotumChartSlopeItem *item)
{
  return !isnan (item->before) && !isnan (item->after);
}

/* The one best at a column, among those who are in both; -1 where two share it or there is none. Two decimals are seen. */
static int
leader (const VotumChartSlope *data,
        gboolean               after)
{
  int best = -1;
  gboolean shared = FALSE;

  for (guint i = 0; i < data->n_items; i++)
    {
      double value = after ? data->items[i].after : data->items[i].before, other;

      if (!has_both (&data->items[i]))
        continue;
      if (best < 0)
        {
          best = (int) i;
          continue;
        }
      other = after ? data->items[best].after : data->items[best].before;
      if (fabs (value - other) < 0.005)
        shared = TRUE;
      else if ((value > other) != data->falling)
        {
          best = (int) i;
          shared = FALSE;
        }
    }

  return shared ? -1 : best;
}

static char *
slope_finding (const VotumChart *self)
{
  const VotumChartSlope *data = self->data;
  int before = leader (data, FALSE), after = leader (data, TRUE), mover = -1;
  g_autofree char *change = NULL;

  for (guint i = 0; i < data->n_items; i++)
    if (has_both (&data->items[i]) &&
        (mover < 0 || fabs (data->items[i].after - data->items[i].before) > fabs (data->items[mover].after - data->items[mover].before)))
      mover = (int) i;
  if (mover < 0)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_NO_RESULT));
  if (fabs (data->items[mover].after - data->items[mover].before) < 0.005)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_SLOPE_NONE));

  change = change_text (self->lang, data->items[mover].after - data->items[mover].before);
  if (before >= 0 && after >= 0 && before != after)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_SLOPE_NEW, "name", data->items[after].name, "other", data->items[before].name, NULL);
  if (before >= 0 && before == after && after != mover)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_SLOPE_SAME, "name", data->items[after].name, "mover", data->items[mover].name,
                               "change", change, NULL);
  if (before >= 0 && before == after)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_SLOPE_LEADER, "name", data->items[after].name, "change", change, NULL);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_SLOPE_MOVED, "mover", data->items[mover].name, "change", change, NULL);
}

static char *
slope_subtitle (const VotumChart *self)
{
  return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_SLOPE_SUB));
}

static char *
number_text (const char *lang,
             double      value)
{
  return isnan (value) ? g_strdup ("–") : votum_words_double (lang, value, 2);
}

static char *
slope_describe (const VotumChart *self)
{
  const VotumChartSlope *data = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_printf (text, ". %s – %s.", data->before, data->after);
  for (guint i = 0; i < data->n_items; i++)
    {
      const VotumChartSlopeItem *item = &data->items[i];
      g_autofree char *from = number_text (self->lang, item->before);
      g_autofree char *to = number_text (self->lang, item->after);
      g_autofree char *change = has_both (item) ? change_text (self->lang, item->after - item->before) : g_strdup ("–");
      g_autofree char *words = votum_words_format (self->lang, VOTUM_WORD_CHART_SLOPE_ITEM, "name", item->name, "from", from, "to", to,
                                                   "change", change, NULL);

      g_string_append_printf (text, " %s.", words);
    }

  return g_string_free (text, FALSE);
}

static void
slope_csv (const VotumChart *self,
           VotumChartCsv    *csv)
{
  const VotumChartSlope *data = self->data;

  votum_chart_csv_heads (csv, "finalist", "before", "after", "change", NULL);
  for (guint i = 0; i < data->n_items; i++)
    {
      votum_chart_csv_text (csv, data->items[i].name);
      votum_chart_csv_number (csv, data->items[i].before, 4);
      votum_chart_csv_number (csv, data->items[i].after, 4);
      votum_chart_csv_number (csv, data->items[i].after - data->items[i].before, 4);
      votum_chart_csv_end (csv);
    }
}

static gboolean
slope_has_data (const VotumChart *self)
{
  const VotumChartSlope *data = self->data;

  for (guint i = 0; i < data->n_items; i++)
    if (has_both (&data->items[i]))
      return TRUE;

  return FALSE;
}

static guint
slope_n_rows (const VotumChart *self)
{
  return ((const VotumChartSlope *) self->data)->n_items;
}

static void
slope_draw (const VotumChart *self,
            VotumPen         *pen)
{
  const VotumChartSlope *data = self->data;
  const char *heads[] = { data->before, data->after };
  const int rounds[] = { data->before_round, data->after_round };
  g_autofree const char **names = g_new0 (const char *, data->n_items + 1);
  g_autofree int *entrants = g_new0 (int, data->n_items + 1);
  g_autofree guint *looks = g_new0 (guint, data->n_items + 1);
  g_autofree double *values = g_new0 (double, 2 * data->n_items + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  VotumLines lines = { heads, rounds, 2, names, entrants, data->n_items, values, NULL, data->falling, looks };

  for (guint i = 0; i < data->n_items; i++)
    {
      names[i] = data->items[i].name;
      entrants[i] = data->items[i].entrant;
      looks[i] = data->items[i].look;
      values[2 * i] = data->items[i].before;
      values[2 * i + 1] = data->items[i].after;
      g_ptr_array_add (texts, number_text (self->lang, data->items[i].before));
      g_ptr_array_add (texts, number_text (self->lang, data->items[i].after));
    }
  lines.texts = (char **) texts->pdata;
  votum_lines_draw (pen, &lines);
}

static const VotumChartKind slope_kind = {
  "visit", slope_finding, slope_subtitle, slope_describe, slope_draw, slope_csv, slope_has_data, slope_n_rows,
};

/**
 * votum_chart_slope_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): how the results moved from one round to another
 */
VotumChart *
votum_chart_slope_new (const VotumChartSlope *data)
{
  VotumChart *self = votum_chart_new (&slope_kind, data->lang, data->title, data->subtitle);
  VotumChartSlope *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartSlopeItem *items = votum_chart_keep (self, data->items, data->n_items, sizeof *items);

  for (guint i = 0; i < data->n_items; i++)
    items[i].name = votum_chart_keep_text (self, items[i].name);
  copy->lang = self->lang;
  copy->before = votum_chart_keep_text (self, data->before);
  copy->after = votum_chart_keep_text (self, data->after);
  copy->items = items;
  self->data = copy;

  return self;
}
