#include "votum-chart-axis.h"
#include "votum-chart-severity.h"

#include <math.h>
#include <stdlib.h>

/* How severe each juror is: a dot for each, with its interval, beside a line for the jury as a whole. A filled dot is one
 * whose interval misses that line; what it means is written beside it. */

typedef struct {
  VotumPen                 *pen;
  const VotumChartSeverity *chart;
  VotumAxis                 axis;
  double                    left, right;  /* of the plot */
  double                    name_room;
  double                    row_height;
  gboolean                  stacked;      /* word below the figure */
} Plot;

static gboolean
is_severe (const VotumChartSeverityEntry *entry)
{
  return entry->has_value && entry->has_interval && entry->low > 0;
}

static gboolean
is_lenient (const VotumChartSeverityEntry *entry)
{
  return entry->has_value && entry->has_interval && entry->high < 0;
}

static gboolean
has_intervals (const VotumChartSeverity *chart)
{
  for (guint i = 0; i < chart->n_entries; i++)
    if (chart->entries[i].has_interval)
      return TRUE;

  return FALSE;
}

static char *
list_names (const VotumChartSeverity *chart,
            gboolean                (*test) (const VotumChartSeverityEntry *entry),
            gboolean                  from_the_end)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartSeverityEntry *entry = &chart->entries[from_the_end ? chart->n_entries - 1 - i : i];

      if (test (entry))
        g_ptr_array_add (names, (gpointer) entry->name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return votum_words_list (chart->lang, (const char * const *) names->pdata);
}

/* "Stricter than the others: Jon Ante Balto; more lenient: Samira Yousefi" */
static char *
severity_finding (const VotumChart *self)
{
  const VotumChartSeverity *chart = self->data;
  g_autofree char *severe = list_names (chart, is_severe, FALSE);
  g_autofree char *lenient = list_names (chart, is_lenient, TRUE);

  if (severe != NULL && lenient != NULL)
    return votum_words_format (chart->lang, VOTUM_WORD_CHART_SEVERITY_BOTH, "severe", severe, "lenient", lenient, NULL);
  if (severe != NULL)
    return votum_words_format (chart->lang, VOTUM_WORD_CHART_SEVERITY_SEVERE, "names", severe, NULL);
  if (lenient != NULL)
    return votum_words_format (chart->lang, VOTUM_WORD_CHART_SEVERITY_LENIENT, "names", lenient, NULL);

  return g_strdup (votum_words (chart->lang, has_intervals (chart) ? VOTUM_WORD_CHART_SEVERITY_NONE : VOTUM_WORD_CHART_SEVERITY_FEW));
}

static char *
percent_text (const VotumChartSeverity *chart)
{
  g_autofree char *number = g_strdup_printf ("%u", chart->percent);

  return votum_words_percent (chart->lang, number);
}

static char *
severity_subtitle (const VotumChart *self)
{
  const VotumChartSeverity *chart = self->data;
  g_autofree char *percent = percent_text (chart);

  if (!has_intervals (chart))
    return g_strdup (votum_words (chart->lang, VOTUM_WORD_CHART_SEVERITY_SUB_DOT));

  return votum_words_format (chart->lang, VOTUM_WORD_CHART_SEVERITY_SUB, "p", percent, NULL);
}

static char *
recused_text (const VotumChartSeverity *chart,
              guint                     n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  return votum_words_format (chart->lang, VOTUM_WORD_CHART_SEVERITY_RECUSED, "n", number, NULL);
}

/* "Jon Ante Balto: 0.34 stricter than the others, 95% uncertainty from 0.22 to 0.46, recused from 1" */
static char *
entry_words (const VotumChartSeverity      *chart,
             const VotumChartSeverityEntry *entry)
{
  g_autofree char *size = votum_words_double (chart->lang, fabs (entry->value), 2);
  gboolean even = fabs (entry->value) < 0.005;
  g_autofree char *item = NULL;
  GString *text;

  if (!entry->has_value)
    item = votum_words_format (chart->lang, VOTUM_WORD_CHART_SEVERITY_ITEM_NONE, "name", entry->name, NULL);
  else if (even)
    item = votum_words_format (chart->lang, VOTUM_WORD_CHART_SEVERITY_ITEM_EVEN, "name", entry->name, NULL);
  else
    item = votum_words_format (chart->lang, entry->value > 0 ? VOTUM_WORD_CHART_SEVERITY_ITEM_STRICTER : VOTUM_WORD_CHART_SEVERITY_ITEM_MILDER,
                               "name", entry->name, "value", size, NULL);
  text = g_string_new (item);
  if (entry->has_interval)
    {
      g_autofree char *low = votum_words_double (chart->lang, entry->low, 2);
      g_autofree char *high = votum_words_double (chart->lang, entry->high, 2);
      g_autofree char *percent = percent_text (chart);
      g_autofree char *interval = votum_words_format (chart->lang, VOTUM_WORD_CHART_INTERVAL, "p", percent, "low", low, "high", high, NULL);

      g_string_append_printf (text, ", %s", interval);
    }
  if (entry->n_recused > 0)
    {
      g_autofree char *recused = recused_text (chart, entry->n_recused);

      g_string_append_printf (text, ", %s", recused);
    }

  return g_string_free (text, FALSE);
}

static char *
severity_describe (const VotumChart *self)
{
  const VotumChartSeverity *chart = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < chart->n_entries; i++)
    {
      g_autofree char *words = entry_words (chart, &chart->entries[i]);

      g_string_append_printf (text, " %s.", words);
    }

  return g_string_free (text, FALSE);
}

/* "+0.34" */
static char *
value_text (const VotumChartSeverity      *chart,
            const VotumChartSeverityEntry *entry)
{
  g_autofree char *number = NULL;

  if (!entry->has_value)
    return g_strdup ("–");
  number = votum_words_double (chart->lang, fabs (entry->value) < 0.005 ? 0 : entry->value, 2);

  return entry->value >= 0.005 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
}

static const char *
leaning_word (const VotumChartSeverity      *chart,
              const VotumChartSeverityEntry *entry)
{
  if (is_severe (entry))
    return votum_words (chart->lang, VOTUM_WORD_CHART_SEVERITY_STRICT);
  if (is_lenient (entry))
    return votum_words (chart->lang, VOTUM_WORD_CHART_SEVERITY_MILD);

  return NULL;
}

/* As far to both sides, so that the jury as a whole stands in the middle. */
static void
find_range (Plot *plot)
{
  double farthest = 0.05;

  for (guint i = 0; i < plot->chart->n_entries; i++)
    {
      const VotumChartSeverityEntry *entry = &plot->chart->entries[i];

      if (entry->has_value)
        farthest = MAX (farthest, fabs (entry->value));
      if (entry->has_interval)
        farthest = MAX (farthest, MAX (fabs (entry->low), fabs (entry->high)));
    }
  votum_axis_init (&plot->axis, plot->pen, -farthest, farthest, VOTUM_AXIS_ROUND);
}

/* Names get what they need, but not half of the chart; the figures stand to the right, what they mean beside or below. */
static void
set_columns (Plot *plot)
{
  VotumPen *pen = plot->pen;
  gboolean two_lines = plot->row_height >= 2 * pen->label.leading;
  double names = 0, values = 0, words = 0;

  plot->stacked = plot->row_height >= pen->label.leading + pen->small.leading;
  for (guint i = 0; i < plot->chart->n_entries; i++)
    {
      const VotumChartSeverityEntry *entry = &plot->chart->entries[i];
      g_autofree char *value = value_text (plot->chart, entry);
      const char *word = leaning_word (plot->chart, entry);

      names = MAX (names, votum_pen_width (pen, &pen->strong, entry->name));
      if (entry->n_recused > 0)
        {
          g_autofree char *recused = recused_text (plot->chart, entry->n_recused);

          names = MAX (names, votum_pen_width (pen, &pen->small, recused));
        }
      values = MAX (values, votum_pen_width (pen, &pen->strong, value));
      if (word != NULL)
        words = MAX (words, votum_pen_width (pen, &pen->small, word));
    }
  plot->name_room = MIN (names + 1, (pen->width - 2 * pen->margin) * (two_lines ? 0.3 : 0.42));
  plot->left = pen->margin + plot->name_room + 12 * pen->unit;
  plot->right = pen->width - pen->margin - 14 * pen->unit -
                (plot->stacked || words == 0 ? MAX (values, words) : values + words + 6 * pen->unit);
}

static void
draw_name (Plot                          *plot,
           const VotumChartSeverityEntry *entry,
           double                         y)
{
  VotumPen *pen = plot->pen;
  const VotumFace *face = is_severe (entry) || is_lenient (entry) ? &pen->strong : &pen->label;
  gboolean noted = entry->n_recused > 0 && plot->row_height >= face->leading + pen->small.leading;
  guint lines = (guint) MAX (1, (plot->row_height - (noted ? pen->small.leading : 0)) / face->leading);
  g_autoptr (PangoLayout) name = votum_pen_wrap (pen, face, entry->name, plot->name_room, MIN (lines, 2), PANGO_ALIGN_LEFT);
  double height = votum_layout_n_lines (name) * face->leading + (noted ? pen->small.leading : 0);
  double top = y + (plot->row_height - height) / 2;

  votum_pen_layout (pen, face, name, pen->margin, top, pen->ink_colour);
  if (noted)
    {
      g_autofree char *text = recused_text (plot->chart, entry->n_recused);

      votum_pen_word (pen, &pen->small, text, pen->margin, top + height - pen->small.leading, 0, plot->name_room, pen->quiet);
    }
}

static void
draw_dot (Plot                          *plot,
          const VotumChartSeverityEntry *entry,
          double                         y)
{
  VotumPen *pen = plot->pen;
  double radius = CLAMP (plot->row_height * 0.22, 2.5 * pen->unit, 5.5 * pen->unit);

  if (entry->has_interval)
    votum_draw_interval (pen, votum_axis_at (&plot->axis, entry->low), votum_axis_at (&plot->axis, entry->high), y,
                         MIN (plot->row_height * 0.4, 10 * pen->unit), pen->ink_colour);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, votum_axis_at (&plot->axis, entry->value), y, radius, 0, 2 * G_PI);
  votum_colour_set (pen->cr, is_severe (entry) || is_lenient (entry) ? pen->accent : pen->paper);
  cairo_fill_preserve (pen->cr);
  votum_colour_set (pen->cr, pen->ink_colour);
  cairo_set_line_width (pen->cr, 1.3 * pen->unit);
  cairo_stroke (pen->cr);
}

static void
draw_row (Plot                          *plot,
          const VotumChartSeverityEntry *entry,
          double                         y)
{
  VotumPen *pen = plot->pen;
  const char *word = leaning_word (plot->chart, entry);
  const VotumFace *face = word != NULL ? &pen->strong : &pen->label;
  double below = plot->stacked && word != NULL ? pen->small.leading : 0;
  double top = y + (plot->row_height - face->leading - below) / 2;
  double edge = pen->width - pen->margin;
  g_autofree char *value = value_text (plot->chart, entry);

  draw_name (plot, entry, y);
  if (entry->has_value)
    draw_dot (plot, entry, y + plot->row_height / 2);
  votum_pen_word (pen, face, value, edge, top, 1, -1, pen->ink_colour);
  if (word != NULL && plot->stacked)
    votum_pen_word (pen, &pen->small, word, edge, top + face->leading, 1, -1, pen->ink_colour);
  else if (word != NULL)
    votum_pen_word (pen, &pen->small, word, edge - votum_pen_width (pen, face, value) - 6 * pen->unit,
                    top + (face->leading - pen->small.leading) / 2, 1, -1, pen->ink_colour);
  if (votum_pen_collects (pen))
    {
      g_autofree char *words = entry_words (plot->chart, entry);

      votum_pen_spot (pen, pen->margin, y, pen->width - 2 * pen->margin, plot->row_height, words)->juror = entry->juror;
    }
}

/* What the two sides mean, below the figures; on a narrow chart the one to the right alone where both would meet. */
static void
draw_sides (Plot  *plot,
            double y)
{
  VotumPen *pen = plot->pen;
  const char *milder = votum_words (plot->chart->lang, VOTUM_WORD_CHART_SEVERITY_MILDER);
  const char *stricter = votum_words (plot->chart->lang, VOTUM_WORD_CHART_SEVERITY_STRICTER);
  double right = votum_pen_width (pen, &pen->small, stricter);

  votum_pen_word (pen, &pen->small, stricter, plot->right, y, 1, -1, pen->quiet);
  if (votum_pen_width (pen, &pen->small, milder) + right + 8 * pen->unit < plot->right - plot->left)
    votum_pen_word (pen, &pen->small, milder, plot->left, y, 0, -1, pen->quiet);
}

/* How many rows there is room for, and whether the rest has to be said in a line of its own. */
static guint
fit_rows (Plot  *plot,
          double room)
{
  VotumPen *pen = plot->pen;
  double least = pen->label.leading * 1.06;
  guint n = plot->chart->n_entries;

  if (n > 0 && room / n < least)
    {
      plot->row_height = least;
      return (guint) MAX (1, (room - pen->small.leading) / least);
    }
  plot->row_height = MIN (room / MAX (n, 1), 130 * pen->unit);

  return n;
}

static void
severity_draw (const VotumChart *self,
               VotumPen         *pen)
{
  const VotumChartSeverity *chart = self->data;
  Plot plot = { .pen = pen, .chart = chart };
  double y = pen->top, foot = 2 * pen->small.leading + 4 * pen->unit;
  double bottom, zero;
  guint rows;

  find_range (&plot);
  rows = fit_rows (&plot, pen->height - pen->margin - foot - y);
  bottom = y + rows * plot.row_height + (rows < chart->n_entries ? pen->small.leading : 0);
  set_columns (&plot);
  votum_axis_lay (&plot.axis, pen, plot.left, MAX (plot.right, plot.left + 1));
  votum_axis_draw_x (&plot.axis, pen, pen->top, bottom);
  zero = votum_axis_at (&plot.axis, 0);
  votum_colour_set (pen->cr, pen->quiet);
  cairo_rectangle (pen->cr, zero - 0.7 * pen->unit, pen->top, 1.4 * pen->unit, bottom - pen->top);
  cairo_fill (pen->cr);
  draw_sides (&plot, bottom + pen->small.leading + 4 * pen->unit);

  for (guint i = 0; i < rows; i++, y += plot.row_height)
    {
      /* where not all find room, those at both ends do */
      guint at = rows < chart->n_entries && i >= (rows + 1) / 2 ? chart->n_entries - (rows - i) : i;

      draw_row (&plot, &chart->entries[at], y);
    }
  if (rows < chart->n_entries)
    {
      g_autofree char *n = g_strdup_printf ("%u", chart->n_entries - rows);
      g_autofree char *more = votum_words_format (chart->lang, VOTUM_WORD_CHART_MORE, "n", n, NULL);

      votum_pen_word (pen, &pen->small, more, pen->margin, y, 0, plot.name_room, pen->quiet);
    }
}

static void
severity_csv (const VotumChart *self,
              VotumChartCsv    *csv)
{
  const VotumChartSeverity *chart = self->data;

  votum_chart_csv_heads (csv, "juror", "severity", "low", "high", "leaning", "finalists", "recused", NULL);
  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartSeverityEntry *entry = &chart->entries[i];

      votum_chart_csv_text (csv, entry->name);
      votum_chart_csv_number (csv, entry->has_value ? entry->value : NAN, 4);
      votum_chart_csv_number (csv, entry->has_interval ? entry->low : NAN, 4);
      votum_chart_csv_number (csv, entry->has_interval ? entry->high : NAN, 4);
      votum_chart_csv_text (csv, is_severe (entry) ? "severe" : is_lenient (entry) ? "lenient" : entry->has_interval ? "neither" : NULL);
      votum_chart_csv_count (csv, entry->n_marked);
      votum_chart_csv_count (csv, entry->n_recused);
      votum_chart_csv_end (csv);
    }
}

static gboolean
severity_has_data (const VotumChart *self)
{
  const VotumChartSeverity *chart = self->data;

  for (guint i = 0; i < chart->n_entries; i++)
    if (chart->entries[i].has_value)
      return TRUE;

  return FALSE;
}

static guint
severity_n_rows (const VotumChart *self)
{
  return ((const VotumChartSeverity *) self->data)->n_entries;
}

static const VotumChartKind severity_kind = {
  "severity", severity_finding, severity_subtitle, severity_describe, severity_draw, severity_csv, severity_has_data, severity_n_rows,
};

/* The severest first, those without a severity last. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const VotumChartSeverityEntry *first = a, *second = b;

  if (first->has_value != second->has_value)
    return first->has_value ? -1 : 1;
  if (first->has_value && first->value != second->value)
    return first->value > second->value ? -1 : 1;

  return (first->juror > second->juror) - (first->juror < second->juror);
}

/**
 * votum_chart_severity_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): how severe each juror is, with intervals
 */
VotumChart *
votum_chart_severity_new (const VotumChartSeverity *data)
{
  VotumChart *self = votum_chart_new (&severity_kind, data->lang, data->title, data->subtitle);
  VotumChartSeverity *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartSeverityEntry *entries = votum_chart_keep (self, data->entries, data->n_entries, sizeof *entries);

  if (data->n_entries > 0)
    qsort (entries, data->n_entries, sizeof *entries, compare_entries);
  for (guint i = 0; i < data->n_entries; i++)
    entries[i].name = votum_chart_keep_text (self, entries[i].name);
  copy->lang = self->lang;
  copy->entries = entries;
  self->data = copy;

  return self;
}
