#include "votum-chart-axis.h"
#include "votum-chart-ranking.h"
#include "votum-chart-series.h"

#include <math.h>
#include <string.h>

/* The ranking: a bar to the panel's result, on it how uncertain that is, and below it each juror's own total, so that the
 * eye sees at once how far the jurors agree. Range as a hairline, the middle half as a heavier one, every juror as a dot. */

#define MANY 14 /* from here on a row is a bar and its interval, without the jurors */

typedef struct {
  VotumPen                 *pen;
  const VotumChartRanking  *chart;
  VotumAxis                 axis;
  double                    left, right;     /* of the plot */
  double                    name_x, name_room;
  double                    row_height;
  gboolean                  small_names;     /* where they would be cut otherwise */
  gboolean                  compact;
  gboolean                  starred;         /* a row says "recused" by a star, explained below */
} Plot;

static const char *
lang_of (const VotumChartRanking *chart)
{
  return chart->lang != NULL ? chart->lang : "en";
}

/* The result as it is printed; the point is the engine's, the mark the language's. */
static char *
value_text (const VotumChartRanking      *chart,
            const VotumChartRankingEntry *entry)
{
  if (!entry->has_value)
    return g_strdup ("–");
  if (entry->value_text != NULL)
    return votum_words_number (lang_of (chart), entry->value_text);

  return votum_words_double (lang_of (chart), entry->value, 2);
}

static guint
value_decimals (const VotumChartRankingEntry *entry)
{
  const char *point = entry->value_text != NULL ? strchr (entry->value_text, '.') : NULL;

  if (entry->value_text == NULL)
    return 2;

  return point != NULL ? (guint) strlen (point + 1) : 0;
}

/* The difference of two printed figures, which is what a reader would work out. */
static double
printed_value (const VotumChartRankingEntry *entry)
{
  return entry->value_text != NULL ? g_ascii_strtod (entry->value_text, NULL) : entry->value;
}

/* "Fjellvind Forsikring leads by 0.17" */
static char *
ranking_finding (const VotumChart *self)
{
  const VotumChartRanking *chart = self->data;
  const char *lang = lang_of (chart);
  g_autoptr (GPtrArray) leaders = g_ptr_array_new ();
  const VotumChartRankingEntry *second = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartRankingEntry *entry = &chart->entries[i];

      if (!entry->has_value)
        continue;
      if (entry->place == 1 || (leaders->len == 0 && entry->place == 0))
        g_ptr_array_add (leaders, (gpointer) entry->name);
      else if (second == NULL)
        second = entry;
    }

  if (leaders->len == 0)
    return g_strdup (votum_words (lang, VOTUM_WORD_CHART_NO_RESULT));
  if (leaders->len > 1)
    {
      g_ptr_array_add (leaders, NULL);
      text = votum_words_list (lang, (const char * const *) leaders->pdata);
      return votum_words_format (lang, VOTUM_WORD_CHART_SHARED_LEAD, "names", text, NULL);
    }
  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartRankingEntry *first = &chart->entries[i];

      if (first->name != g_ptr_array_index (leaders, 0))
        continue;
      if (second == NULL)
        {
          text = value_text (chart, first);
          return votum_words_format (lang, VOTUM_WORD_CHART_SINGLE, "name", first->name, "value", text, NULL);
        }
      if (printed_value (first) == printed_value (second))
        return votum_words_format (lang, VOTUM_WORD_CHART_LEADS_TIE, "name", first->name, NULL);
      text = votum_words_double (lang, fabs (printed_value (first) - printed_value (second)), value_decimals (first));
      return votum_words_format (lang, chart->unsure ? VOTUM_WORD_CHART_LEADS_UNSURE : VOTUM_WORD_CHART_LEADS, "name", first->name, "margin", text, NULL);
    }

  return g_strdup (votum_words (lang, VOTUM_WORD_CHART_NO_RESULT));
}

static char *
recused_text (const VotumChartRanking *chart,
              guint                    n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  return votum_words_format (lang_of (chart), n == 1 ? VOTUM_WORD_CHART_RECUSED_ONE : VOTUM_WORD_CHART_RECUSED, "n", number, NULL);
}

static char *
percent_text (const VotumChartRanking *chart)
{
  g_autofree char *number = g_strdup_printf ("%u", chart->percent);

  return votum_words_percent (lang_of (chart), number);
}

/* "2nd place: Nordlys Kraft, 4.95, jurors from 3.9 to 5.4, 1 recused" */
static char *
entry_words (const VotumChartRanking      *chart,
             const VotumChartRankingEntry *entry)
{
  const char *lang = lang_of (chart);
  g_autofree char *place_text = votum_words_place (lang, entry->place, FALSE);
  g_autofree char *place = votum_words_capitalise (place_text);
  g_autofree char *value = entry->has_value ? value_text (chart, entry) : g_strdup (votum_words (lang, VOTUM_WORD_NO_RESULT));
  g_autofree char *item = votum_words_format (lang, VOTUM_WORD_CHART_RANKING_ITEM, "place", place, "name", entry->name,
                                              "value", value, NULL);
  GString *text = g_string_new (item);

  if (entry->has_interval)
    {
      g_autofree char *low = votum_words_double (lang, entry->low, 2);
      g_autofree char *high = votum_words_double (lang, entry->high, 2);
      g_autofree char *percent = percent_text (chart);
      g_autofree char *interval = votum_words_format (lang, VOTUM_WORD_CHART_INTERVAL, "p", percent, "low", low, "high", high, NULL);

      g_string_append_printf (text, ", %s", interval);
    }
  if (entry->n_juror_totals > 1)
    {
      double low = entry->juror_totals[0], high = low;
      g_autofree char *low_text = NULL, *high_text = NULL, *spread = NULL;

      for (guint j = 1; j < entry->n_juror_totals; j++)
        {
          low = MIN (low, entry->juror_totals[j]);
          high = MAX (high, entry->juror_totals[j]);
        }
      low_text = votum_words_double (lang, low, 2);
      high_text = votum_words_double (lang, high, 2);
      spread = votum_words_format (lang, VOTUM_WORD_CHART_SPREAD, "low", low_text, "high", high_text, NULL);
      g_string_append_printf (text, ", %s", spread);
    }
  if (entry->n_recused > 0)
    {
      g_autofree char *recused = recused_text (chart, entry->n_recused);

      g_string_append_printf (text, ", %s", recused);
    }

  return g_string_free (text, FALSE);
}

static char *
ranking_describe (const VotumChart *self)
{
  const VotumChartRanking *chart = self->data;
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

static double
plot_x (const Plot *plot,
        double      value)
{
  return votum_axis_at (&plot->axis, value);
}

static void
find_range (Plot *plot)
{
  const VotumChartRanking *chart = plot->chart;
  double high = -INFINITY;

  if (chart->max > chart->min)
    {
      votum_axis_init (&plot->axis, plot->pen, chart->min, chart->max, VOTUM_AXIS_FIXED);
      return;
    }

  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartRankingEntry *entry = &chart->entries[i];

      if (entry->has_value)
        high = MAX (high, entry->value);
      if (entry->has_interval)
        high = MAX (high, entry->high);
      for (guint j = 0; j < entry->n_juror_totals; j++)
        high = MAX (high, entry->juror_totals[j]);
    }
  votum_axis_init (&plot->axis, plot->pen, chart->min, high > chart->min ? high : chart->min + 1, VOTUM_AXIS_ROUND);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Linear interpolation between the order statistics (Hyndman and Fan's type 7). */
static double
quantile (const double *sorted,
          guint         n,
          double        p)
{
  double h = (n - 1) * p;
  guint low = (guint) floor (h);

  return low + 1 < n ? sorted[low] + (h - low) * (sorted[low + 1] - sorted[low]) : sorted[n - 1];
}

static void
draw_spread (Plot                         *plot,
             const VotumChartRankingEntry *entry,
             double                        y,
             double                        height)
{
  VotumPen *pen = plot->pen;
  guint n = entry->n_juror_totals;
  g_autofree double *sorted = g_memdup2 (entry->juror_totals, n * sizeof (double));
  double radius = n > 9 ? 1.7 * pen->unit : CLAMP (height * 0.36, 1.5 * pen->unit, 4 * pen->unit);
  guint n_lanes = n > 9 ? 5 : 3;
  double last = -INFINITY;
  guint lane = 0;

  qsort (sorted, n, sizeof (double), compare_doubles);
  votum_colour_set (pen->cr, pen->quiet);
  cairo_rectangle (pen->cr, plot_x (plot, sorted[0]), y - 0.4 * pen->unit,
                   plot_x (plot, sorted[n - 1]) - plot_x (plot, sorted[0]), 0.8 * pen->unit);
  cairo_fill (pen->cr);
  if (n >= 4)
    {
      double from = plot_x (plot, quantile (sorted, n, 0.25)), to = plot_x (plot, quantile (sorted, n, 0.75));

      votum_colour_set (pen->cr, pen->soft);
      cairo_rectangle (pen->cr, from, y - 1.8 * pen->unit, MAX (to - from, 0.5), 3.6 * pen->unit);
      cairo_fill (pen->cr);
    }

  for (guint i = 0; i < n; i++)
    {
      static const double lanes[] = { 0, -0.9, 0.9, -1.8, 1.8 };
      double x = plot_x (plot, sorted[i]);

      lane = x - last < radius * 1.1 ? (lane + 1) % n_lanes : 0;
      last = x;
      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, x, y + lanes[lane] * radius, radius, 0, 2 * G_PI);
      votum_colour_set (pen->cr, pen->paper);
      cairo_fill_preserve (pen->cr);
      votum_colour_set (pen->cr, pen->ink_colour);
      cairo_set_line_width (pen->cr, 0.9 * pen->unit);
      cairo_stroke (pen->cr);
    }
}

static void
draw_name (Plot                         *plot,
           const VotumChartRankingEntry *entry,
           double                        y,
           gboolean                      leads)
{
  VotumPen *pen = plot->pen;
  const VotumFace *face = plot->small_names ? &pen->small : leads ? &pen->strong : &pen->label;
  gboolean noted = entry->n_recused > 0 && !plot->compact && plot->row_height >= face->leading + pen->small.leading;
  guint lines = (guint) MAX (1, (plot->row_height - (noted ? pen->small.leading : 0)) / face->leading);
  g_autofree char *starred = entry->n_recused > 0 && !noted ? g_strconcat (entry->name, " *", NULL) : NULL;
  g_autoptr (PangoLayout) name = votum_pen_name (pen, face, starred != NULL ? starred : entry->name, plot->name_room,
                                                 MIN (lines, 2));
  double height = votum_layout_n_lines (name) * face->leading + (noted ? pen->small.leading : 0);
  double top = y + (plot->row_height - height) / 2;

  if (entry->place > 0)
    {
      g_autofree char *place = g_strdup_printf ("%u", entry->place);

      votum_pen_word (pen, face, place, plot->name_x - 7 * pen->unit, top, 1, -1, pen->quiet);
    }
  votum_pen_layout (pen, face, name, plot->name_x, top, pen->ink_colour);
  if (noted)
    {
      g_autofree char *text = recused_text (plot->chart, entry->n_recused);

      votum_pen_word (pen, &pen->small, text, plot->name_x, top + height - pen->small.leading, 0, plot->name_room, pen->quiet);
    }
}

/* The bar, and the result itself as an edge that grey print keeps. */
static void
draw_bar (Plot                         *plot,
          const VotumChartRankingEntry *entry,
          guint                         row,
          double                        top,
          double                        height)
{
  VotumPen *pen = plot->pen;
  double zero = plot_x (plot, 0), end = plot_x (plot, entry->value);
  guint series = votum_series_number (row, entry->look);

  votum_colour_set (pen->cr, series != VOTUM_SERIES_QUIET ? votum_series_colour (pen, series) : pen->soft);
  cairo_rectangle (pen->cr, MIN (zero, end), top, fabs (end - zero), height);
  cairo_fill (pen->cr);
  votum_colour_set (pen->cr, pen->ink_colour);
  cairo_rectangle (pen->cr, end - 0.8 * pen->unit, top - 1.2 * pen->unit, 1.6 * pen->unit, height + 2.4 * pen->unit);
  cairo_fill (pen->cr);
}

static void
draw_row (Plot  *plot,
          guint  row,
          double y)
{
  VotumPen *pen = plot->pen;
  const VotumChartRankingEntry *entry = &plot->chart->entries[row];
  gboolean leads = entry->place == 1;
  gboolean spread = entry->n_juror_totals > 1 && plot->chart->n_entries <= MANY;
  double bar = CLAMP (plot->row_height * 0.36, 3.5 * pen->unit, 34 * pen->unit);
  double strip = spread && !plot->compact ? CLAMP (plot->row_height * 0.26, 6 * pen->unit, 13 * pen->unit) : 0;
  double gap = strip > 0 ? 2.5 * pen->unit : 0;
  double top = y + (plot->row_height - bar - gap - strip) / 2;
  g_autofree char *value = value_text (plot->chart, entry);

  draw_name (plot, entry, y, leads);
  if (entry->has_value)
    draw_bar (plot, entry, row, top, bar);
  if (entry->has_interval)
    votum_draw_interval (pen, plot_x (plot, entry->low), plot_x (plot, entry->high), top + bar / 2, MIN (bar * 0.7, 12 * pen->unit),
                         pen->ink_colour);
  if (strip > 0)
    draw_spread (plot, entry, top + bar + gap + strip / 2, strip);
  else if (spread && !entry->has_interval)
    draw_spread (plot, entry, top + bar / 2, bar);
  votum_pen_word (pen, leads ? &pen->strong : &pen->label, value, pen->width - pen->margin,
                  y + (plot->row_height - pen->label.leading) / 2, 1, -1, pen->ink_colour);
  if (votum_pen_collects (pen))
    {
      g_autofree char *words = entry_words (plot->chart, entry);

      votum_pen_spot (pen, pen->margin, y, pen->width - 2 * pen->margin, plot->row_height, words)->entrant = entry->entrant;
    }
}

/* Names are given what they need, in two lines where rows are high enough, but not half of the chart. */
static void
set_columns (Plot  *plot,
             guint  rows)
{
  VotumPen *pen = plot->pen;
  gboolean two_lines = plot->row_height >= 2 * pen->strong.leading;
  double names = 0, values = 0, places = 0, most;

  for (guint i = 0; i < rows; i++)
    {
      const VotumChartRankingEntry *entry = &plot->chart->entries[i];
      g_autofree char *value = value_text (plot->chart, entry);
      g_autofree char *place = g_strdup_printf ("%u", entry->place);
      double name = votum_pen_width (pen, entry->place == 1 ? &pen->strong : &pen->label, entry->name);

      names = MAX (names, name);
      if (entry->n_recused > 0)
        {
          g_autofree char *recused = recused_text (plot->chart, entry->n_recused);

          names = MAX (names, MAX (name + votum_pen_width (pen, &pen->label, " *"), votum_pen_width (pen, &pen->small, recused)));
        }
      values = MAX (values, votum_pen_width (pen, &pen->strong, value));
      if (entry->place > 0)
        places = MAX (places, votum_pen_width (pen, &pen->strong, place) + 7 * pen->unit);
    }
  plot->name_x = pen->margin + places;
  most = (pen->width - 2 * pen->margin) * (two_lines ? 0.36 : 0.46) - places;
  plot->small_names = !two_lines && names > most;
  plot->name_room = MIN (names + 1, most);
  plot->left = plot->name_x + plot->name_room + 10 * pen->unit;
  plot->right = pen->width - pen->margin - values - 14 * pen->unit;
}

static char *
ranking_subtitle (const VotumChart *self)
{
  const VotumChartRanking *chart = self->data;
  g_autofree char *n = g_strdup_printf ("%u", chart->n_jurors);

  if (chart->n_jurors < 2)
    return g_strdup (votum_words (lang_of (chart), VOTUM_WORD_CHART_RANKING_SUB_ONE));

  for (guint i = 0; i < chart->n_entries; i++)
    if (chart->entries[i].has_interval)
      {
        g_autofree char *percent = percent_text (chart);

        return votum_words_format (lang_of (chart), VOTUM_WORD_CHART_RANKING_SUB_LINE, "n", n, "p", percent, NULL);
      }

  return votum_words_format (lang_of (chart), VOTUM_WORD_CHART_RANKING_SUB, "n", n, NULL);
}

/* How many rows there is room for, and whether the rest has to be said in a line of its own. */
static guint
fit_rows (Plot   *plot,
          double  room)
{
  VotumPen *pen = plot->pen;
  double least = pen->label.leading * 1.06;
  guint n = plot->chart->n_entries;

  if (n == 0)
    return 0;
  if (room / n < least)
    {
      plot->row_height = least;
      n = (guint) MAX (1, (room - pen->small.leading) / least);
    }
  else
    {
      plot->row_height = MIN (room / n, 130 * pen->unit);
    }
  plot->compact = plot->row_height < 21 * pen->unit;

  return n;
}

static void
ranking_draw (const VotumChart *self,
              VotumPen         *pen)
{
  const VotumChartRanking *chart = self->data;
  Plot plot = { .pen = pen, .chart = chart };
  double y = pen->top, bottom = pen->height - pen->margin - pen->small.leading - 3 * pen->unit;
  guint rows;

  find_range (&plot);
  rows = fit_rows (&plot, bottom - y);
  for (guint i = 0; i < rows; i++)
    plot.starred |= chart->entries[i].n_recused > 0 &&
                    (plot.compact || plot.row_height < pen->strong.leading + pen->small.leading);
  if (plot.starred)
    rows = fit_rows (&plot, bottom - y - pen->small.leading);

  bottom = y + rows * plot.row_height + (rows < chart->n_entries ? pen->small.leading : 0);
  set_columns (&plot, rows);
  votum_axis_lay (&plot.axis, pen, plot.left, MAX (plot.right, plot.left + 1));
  votum_axis_draw_x (&plot.axis, pen, pen->top, bottom);
  for (guint i = 0; i < rows; i++, y += plot.row_height)
    draw_row (&plot, i, y);
  if (rows < chart->n_entries)
    {
      g_autofree char *n = g_strdup_printf ("%u", chart->n_entries - rows);
      g_autofree char *more = votum_words_format (lang_of (chart), VOTUM_WORD_CHART_MORE, "n", n, NULL);

      votum_pen_word (pen, &pen->small, more, plot.name_x, y, 0, plot.name_room, pen->quiet);
    }
  if (plot.starred)
    votum_pen_word (pen, &pen->small, votum_words (lang_of (chart), VOTUM_WORD_CHART_RECUSED_NOTE), pen->margin,
                    bottom + pen->small.leading + 3 * pen->unit, 0, pen->width - 2 * pen->margin, pen->quiet);
}

static void
ranking_csv (const VotumChart *self,
             VotumChartCsv    *csv)
{
  const VotumChartRanking *chart = self->data;
  guint most = 0;

  for (guint i = 0; i < chart->n_entries; i++)
    most = MAX (most, chart->entries[i].n_juror_totals);
  votum_chart_csv_text (csv, "place");
  votum_chart_csv_text (csv, "finalist");
  votum_chart_csv_text (csv, "result");
  votum_chart_csv_text (csv, "low");
  votum_chart_csv_text (csv, "high");
  votum_chart_csv_text (csv, "recused");
  for (guint j = 0; j < most; j++)
    {
      g_autofree char *head = g_strdup_printf ("total_%u", j + 1);

      votum_chart_csv_text (csv, head);
    }
  votum_chart_csv_end (csv);

  for (guint i = 0; i < chart->n_entries; i++)
    {
      const VotumChartRankingEntry *entry = &chart->entries[i];

      if (entry->place > 0)
        votum_chart_csv_count (csv, entry->place);
      else
        votum_chart_csv_text (csv, NULL);
      votum_chart_csv_text (csv, entry->name);
      if (entry->has_value && entry->value_text != NULL)
        votum_chart_csv_figure (csv, entry->value_text);
      else
        votum_chart_csv_number (csv, entry->has_value ? entry->value : NAN, 2);
      votum_chart_csv_number (csv, entry->has_interval ? entry->low : NAN, 2);
      votum_chart_csv_number (csv, entry->has_interval ? entry->high : NAN, 2);
      votum_chart_csv_count (csv, entry->n_recused);
      for (guint j = 0; j < most; j++)
        votum_chart_csv_number (csv, j < entry->n_juror_totals ? entry->juror_totals[j] : NAN, 2);
      votum_chart_csv_end (csv);
    }
}

static gboolean
ranking_has_data (const VotumChart *self)
{
  return ((const VotumChartRanking *) self->data)->n_entries > 0;
}

static guint
ranking_n_rows (const VotumChart *self)
{
  return ((const VotumChartRanking *) self->data)->n_entries;
}

static const VotumChartKind ranking_kind = {
  "ranking", ranking_finding, ranking_subtitle, ranking_describe, ranking_draw, ranking_csv, ranking_has_data, ranking_n_rows,
};

/**
 * votum_chart_ranking_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): the ranking, with each juror's own total as the spread
 */
VotumChart *
votum_chart_ranking_new (const VotumChartRanking *data)
{
  VotumChart *self = votum_chart_new (&ranking_kind, data->lang, data->title, data->subtitle);
  VotumChartRanking *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartRankingEntry *entries = votum_chart_keep (self, data->entries, data->n_entries, sizeof *entries);

  for (guint i = 0; i < data->n_entries; i++)
    {
      entries[i].name = votum_chart_keep_text (self, entries[i].name);
      entries[i].value_text = votum_chart_keep_text (self, entries[i].value_text);
      entries[i].juror_totals = votum_chart_keep (self, entries[i].juror_totals, entries[i].n_juror_totals, sizeof (double));
    }
  copy->lang = self->lang;
  copy->entries = entries;
  self->data = copy;

  return self;
}
