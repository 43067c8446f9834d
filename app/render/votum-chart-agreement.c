#include "votum-chart-agreement.h"

#include "votum-chart-axis.h"
#include "votum-chart-rows.h"

#include <math.h>
#include <string.h>

/* Agreement per criterion: a bar as long as the jurors lie apart, with its interval; most disagreed first. */

static char *
number (const VotumChart *self,
        double            value)
{
  const VotumChartAgreement *chart = self->data;
  g_autofree char *text = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return g_strdup ("–");
  if (!chart->share)
    return votum_words_double (self->lang, value, 2);
  text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.0f", value));

  return votum_words_percent (self->lang, text);
}

/* Of those that have a value; they come first. */
static guint
n_known (const VotumChartAgreement *chart)
{
  guint n = 0;

  while (n < chart->n_entries && !isnan (chart->entries[n].value))
    n++;

  return n;
}

#define MOST_NAMES 3

/* The names of those that cannot be told from the one at @at by its printed value, and how many there are; not more than
 * three are named. (transfer full) */
static char *
names_like (const VotumChart *self,
            guint             at,
            guint             n,
            guint            *n_names)
{
  const VotumChartAgreement *chart = self->data;
  g_autofree char *printed = number (self, chart->entries[at].value);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  *n_names = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = number (self, chart->entries[i].value);

      if (strcmp (value, printed) == 0 && (*n_names)++ < MOST_NAMES)
        g_ptr_array_add (names, votum_words_format (self->lang, VOTUM_WORD_QUOTE, "text", chart->entries[i].name, NULL));
    }
  g_ptr_array_add (names, NULL);

  return votum_words_list (self->lang, (const char * const *) names->pdata);
}

/* Never more certain than the intervals: where those of the first and the last overlap, no criterion stands out. */
static char *
agreement_finding (const VotumChart *self)
{
  const VotumChartAgreement *chart = self->data;
  guint n = n_known (chart);
  const VotumChartAgreementEntry *first, *last;
  g_autofree char *most = NULL, *least = NULL;
  guint n_most, n_least;

  if (n == 0)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_NO_RESULT));
  first = &chart->entries[0];
  last = &chart->entries[n - 1];
  if (!(first->value > 0))
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_AGREE_NONE));
  most = names_like (self, 0, n, &n_most);
  least = names_like (self, n - 1, n, &n_least);
  if (n > 1 && first->low > last->high && n_most <= MOST_NAMES && n_least <= MOST_NAMES)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_AGREE_FINDING, "most", most, "least", least, NULL);
  if (n == 1 || n_most > 2)
    return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_AGREE_ALL));

  return votum_words_format (self->lang, VOTUM_WORD_CHART_AGREE_EVEN, "most", most, NULL);
}

static char *
agreement_subtitle (const VotumChart *self)
{
  const VotumChartAgreement *chart = self->data;

  return g_strdup (votum_words (self->lang, chart->share ? VOTUM_WORD_CHART_AGREE_SUB_SHARE : VOTUM_WORD_CHART_AGREE_SUB));
}

static char *
entry_words (const VotumChart               *self,
             const VotumChartAgreementEntry *entry)
{
  g_autofree char *value = number (self, entry->value), *low = number (self, entry->low), *high = number (self, entry->high);
  g_autofree char *item = NULL;
  g_autofree char *lowest = votum_words_double (self->lang, entry->lowest, 2);
  g_autofree char *highest = votum_words_double (self->lang, entry->highest, 2);
  g_autofree char *widest = NULL;

  if (isnan (entry->value))
    return g_strdup_printf ("%s: %s", entry->name, votum_words (self->lang, VOTUM_WORD_NO_MARK));
  item = votum_words_format (self->lang, VOTUM_WORD_CHART_AGREE_ITEM, "criterion", entry->name, "value", value, "low", low, "high", high, NULL);
  if (entry->widest == NULL || !(entry->highest > entry->lowest))
    return g_steal_pointer (&item);
  widest = votum_words_format (self->lang, VOTUM_WORD_CHART_AGREE_WIDEST, "name", entry->widest, "low", lowest, "high", highest, NULL);

  return g_strdup_printf ("%s; %s", item, widest);
}

static char *
agreement_describe (const VotumChart *self)
{
  const VotumChartAgreement *chart = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < chart->n_entries; i++)
    {
      g_autofree char *words = entry_words (self, &chart->entries[i]);

      g_string_append_printf (text, " %s.", words);
    }

  return g_string_free (text, FALSE);
}

static void
draw_row (const VotumChart *self,
          const VotumRows  *rows,
          const VotumAxis  *axis,
          guint             row)
{
  const VotumChartAgreement *chart = self->data;
  const VotumChartAgreementEntry *entry = &chart->entries[row];
  VotumPen *pen = rows->pen;
  double y = votum_rows_y (rows, row), middle = y + rows->height / 2;
  double bar = CLAMP (rows->height * 0.5, 4 * pen->unit, 20 * pen->unit);
  g_autofree char *value = number (self, entry->value);

  votum_rows_name (rows, row, entry->name, NULL, row == 0);
  if (!isnan (entry->value))
    {
      votum_colour_set (pen->cr, row == 0 ? pen->accent : pen->soft);
      cairo_rectangle (pen->cr, axis->from, middle - bar / 2, votum_axis_at (axis, entry->value) - axis->from, bar);
      cairo_fill (pen->cr);
    }
  if (isfinite (entry->low) && isfinite (entry->high) && entry->high > entry->low)
    votum_draw_interval (pen, votum_axis_at (axis, entry->low), votum_axis_at (axis, entry->high), middle, bar * 0.5, pen->ink_colour);
  votum_pen_word (pen, row == 0 ? &pen->strong : &pen->label, value, pen->width - pen->margin, middle - pen->label.leading / 2, 1, -1,
                  pen->ink_colour);
  if (votum_pen_collects (pen))
    {
      g_autofree char *words = entry_words (self, entry);

      votum_pen_spot (pen, pen->margin, y, pen->width - 2 * pen->margin, rows->height, words)->criterion = entry->criterion;
    }
}

static void
agreement_draw (const VotumChart *self,
                VotumPen         *pen)
{
  const VotumChartAgreement *chart = self->data;
  g_autofree const char **names = g_new0 (const char *, chart->n_entries + 1);
  double high = 0, values = 0;
  VotumRows rows;
  VotumAxis axis;

  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartAgreementEntry *entry = &chart->entries[i];
      g_autofree char *value = number (self, entry->value);

      names[i] = entry->name;
      high = fmax (high, isfinite (entry->high) ? entry->high : entry->value);
      values = MAX (values, votum_pen_width (pen, &pen->strong, value));
    }
  if (chart->n_entries == 0)
    return;
  votum_rows_lay (&rows, pen, names, chart->n_entries, pen->height - pen->margin - pen->small.leading - 3 * pen->unit, 0.38, 60);
  votum_axis_init (&axis, pen, 0, high > 0 ? high : 1, VOTUM_AXIS_ROUND);
  votum_axis_lay (&axis, pen, rows.left, MAX (pen->width - pen->margin - values - 12 * pen->unit, rows.left + 1));
  votum_axis_draw_x (&axis, pen, rows.top, rows.bottom + (rows.n_left_out > 0 ? pen->small.leading : 0));
  for (guint i = 0; i < rows.n; i++)
    draw_row (self, &rows, &axis, i);
  votum_rows_more (&rows);
}

static void
agreement_csv (const VotumChart *self,
               VotumChartCsv    *csv)
{
  const VotumChartAgreement *chart = self->data;

  votum_chart_csv_heads (csv, "criterion", chart->share ? "spread_percent" : "spread", "low", "high", "widest_for", "lowest", "highest", NULL);
  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartAgreementEntry *entry = &chart->entries[i];

      votum_chart_csv_text (csv, entry->name);
      votum_chart_csv_number (csv, entry->value, 4);
      votum_chart_csv_number (csv, entry->low, 4);
      votum_chart_csv_number (csv, entry->high, 4);
      votum_chart_csv_text (csv, entry->widest);
      votum_chart_csv_number (csv, entry->lowest, 2);
      votum_chart_csv_number (csv, entry->highest, 2);
      votum_chart_csv_end (csv);
    }
}

static gboolean
agreement_has_data (const VotumChart *self)
{
  return n_known (self->data) > 0;
}

static guint
agreement_n_rows (const VotumChart *self)
{
  return ((const VotumChartAgreement *) self->data)->n_entries;
}

static const VotumChartKind agreement_kind = {
  "agreement", agreement_finding, agreement_subtitle, agreement_describe, agreement_draw, agreement_csv, agreement_has_data, agreement_n_rows,
};

/**
 * votum_chart_agreement_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): how far the jurors lie apart on each criterion
 */
VotumChart *
votum_chart_agreement_new (const VotumChartAgreement *data)
{
  VotumChart *self = votum_chart_new (&agreement_kind, data->lang, data->title, data->subtitle);
  VotumChartAgreement *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartAgreementEntry *entries = votum_chart_keep (self, data->entries, data->n_entries, sizeof *entries);

  for (guint i = 0; i < data->n_entries; i++)
    {
      entries[i].name = votum_chart_keep_text (self, entries[i].name);
      entries[i].widest = votum_chart_keep_text (self, entries[i].widest);
    }
  copy->lang = self->lang;
  copy->entries = entries;
  self->data = copy;

  return self;
}
