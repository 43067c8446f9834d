#include "votum-chart-strip-private.h"

#include "votum-chart-axis.h"
#include "votum-chart-rows.h"

#include <math.h>

/* The jurors' marks per finalist: a dot a juror, points that coincide beside each other, the mean as a line and the median as
 * a diamond below. */

typedef struct {
  const VotumChart      *self;
  const VotumChartStrip *chart;
  VotumPen              *pen;
  VotumRows              rows;
  VotumAxis              axis;
  double                 radius;
  gboolean               starred;
} Plot;

typedef struct {
  double x, y;
  guint  mark;
} Dot;

static int
compare_dots (gconstpointer a,
              gconstpointer b)
{
  const Dot *p = a, *q = b;

  return p->x != q->x ? (p->x > q->x) - (p->x < q->x) : (p->mark > q->mark) - (p->mark < q->mark);
}

static gboolean
is_free (const Dot *dots,
         guint      n,
         double     x,
         double     y,
         double     distance)
{
  for (guint i = 0; i < n; i++)
    if ((dots[i].x - x) * (dots[i].x - x) + (dots[i].y - y) * (dots[i].y - y) < distance * distance)
      return FALSE;

  return TRUE;
}

/* Each dot as near to the middle as the others leave room, at most @most from it. Where the row has no room for it at all, dots
 * overlap rather than leave the row. Returns whether all have room. */
static gboolean
swarm (const Plot                 *plot,
       const VotumChartStripEntry *entry,
       double                      radius,
       double                      most,
       Dot                        *dots)
{
  double distance = 2.15 * radius;
  gboolean fits = TRUE;

  for (guint i = 0; i < entry->n_marks; i++)
    dots[i] = (Dot) { votum_axis_at (&plot->axis, entry->marks[i].value), 0, i };
  qsort (dots, entry->n_marks, sizeof *dots, compare_dots);
  for (guint i = 0; i < entry->n_marks; i++)
    for (guint lane = 0; ; lane++)
      {
        dots[i].y = (lane % 2 == 1 ? -1.0 : 1.0) * ((lane + 1) / 2) * distance / 2;
        if (fabs (dots[i].y) > MAX (most, 0))
          {
            dots[i].y = MAX (most, 0) * (i % 2 == 0 ? 1 : -1) * (double) (i % 5) / 4;
            fits = FALSE;
            break;
          }
        if (is_free (dots, i, dots[i].x, dots[i].y, distance * 0.999))
          break;
      }

  return fits;
}

/* As large as all rows have room for. */
static void
choose_radius (Plot *plot)
{
  VotumPen *pen = plot->pen;
  guint most = 0;
  g_autofree Dot *dots = NULL;

  for (guint i = 0; i < plot->rows.n; i++)
    most = MAX (most, plot->chart->entries[i].n_marks);
  dots = g_new (Dot, most + 1);
  for (plot->radius = CLAMP (plot->rows.height * 0.09, 4.6 * pen->unit, 8 * pen->unit); plot->radius > 1.3 * pen->unit; plot->radius *= 0.9)
    {
      gboolean fits = TRUE;

      for (guint i = 0; i < plot->rows.n && fits; i++)
        fits = swarm (plot, &plot->chart->entries[i], plot->radius, plot->rows.height * 0.4 - plot->radius, dots);
      if (fits)
        return;
    }
}

static void
draw_middle (Plot                       *plot,
             const VotumChartStripEntry *entry,
             double                      y)
{
  VotumPen *pen = plot->pen;
  double height = plot->rows.height, size = CLAMP (height * 0.1, 2.6 * pen->unit, 5 * pen->unit);
  double mean = votum_axis_at (&plot->axis, votum_chart_strip_mean (entry));
  double median = votum_axis_at (&plot->axis, votum_chart_strip_median (entry));
  double below = y + height - size - 0.5 * pen->unit;

  votum_colour_set (pen->cr, pen->accent);
  cairo_rectangle (pen->cr, mean - 1.2 * pen->unit, y + height * 0.06, 2.4 * pen->unit, height * 0.88);
  cairo_fill (pen->cr);
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, median, below - size);
  cairo_line_to (pen->cr, median + size, below);
  cairo_line_to (pen->cr, median, below + size);
  cairo_line_to (pen->cr, median - size, below);
  cairo_close_path (pen->cr);
  votum_colour_set (pen->cr, pen->paper);
  cairo_set_line_width (pen->cr, 2 * pen->unit);
  cairo_stroke_preserve (pen->cr);
  votum_colour_set (pen->cr, pen->ink_colour);
  cairo_fill (pen->cr);
}

static void
draw_dots (Plot                       *plot,
           const VotumChartStripEntry *entry,
           double                      y)
{
  VotumPen *pen = plot->pen;
  g_autofree Dot *dots = g_new (Dot, entry->n_marks + 1);
  double middle = y + plot->rows.height * 0.47;

  swarm (plot, entry, plot->radius, plot->rows.height * 0.42 - plot->radius, dots);
  for (guint i = 0; i < entry->n_marks; i++)
    {
      const VotumChartStripMark *mark = &entry->marks[dots[i].mark];
      double reach = plot->radius + 1.5 * pen->unit;

      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, dots[i].x, middle + dots[i].y, plot->radius, 0, 2 * G_PI);
      votum_colour_set (pen->cr, pen->soft);
      cairo_fill_preserve (pen->cr);
      votum_colour_set (pen->cr, pen->ink_colour);
      cairo_set_line_width (pen->cr, 0.9 * pen->unit);
      cairo_stroke (pen->cr);
      if (votum_pen_collects (pen))
        {
          g_autofree char *value = votum_words_double (pen->lang, mark->value, 2);
          g_autofree char *words = votum_words_format (pen->lang, VOTUM_WORD_CHART_STRIP_ITEM, "juror", mark->name, "name", entry->name,
                                                       "value", value, NULL);
          VotumChartSpot *spot = votum_pen_spot (pen, dots[i].x - reach, middle + dots[i].y - reach, 2 * reach, 2 * reach, words);

          spot->entrant = entry->entrant;
          spot->juror = mark->juror;
          spot->criterion = plot->chart->leaf;
        }
    }
}

static void
draw_row (Plot  *plot,
          guint  row)
{
  VotumPen *pen = plot->pen;
  const VotumChartStripEntry *entry = &plot->chart->entries[row];
  double y = votum_rows_y (&plot->rows, row);
  g_autofree char *n = g_strdup_printf ("%u", entry->n_recused);
  g_autofree char *note = entry->n_recused == 0 ? NULL
    : votum_words_format (pen->lang, entry->n_recused == 1 ? VOTUM_WORD_CHART_RECUSED_ONE : VOTUM_WORD_CHART_RECUSED, "n", n, NULL);

  if (row > 0)
    votum_hairline (pen->cr, pen->margin, y, pen->width - 2 * pen->margin, 0.5 * pen->unit, pen->rule);
  plot->starred |= votum_rows_name (&plot->rows, row, entry->name, note, FALSE);
  if (votum_pen_collects (pen))
    {
      g_autofree char *words = votum_chart_strip_words (plot->self, entry);

      votum_pen_spot (pen, pen->margin, y, plot->rows.name_room, plot->rows.height, words)->entrant = entry->entrant;
    }
  if (entry->n_marks == 0)
    {
      votum_pen_word (pen, &pen->small, votum_words (pen->lang, VOTUM_WORD_NO_MARK), plot->rows.left,
                      y + (plot->rows.height - pen->small.leading) / 2, 0, plot->axis.to - plot->rows.left, pen->quiet);
      return;
    }
  draw_middle (plot, entry, y);
  draw_dots (plot, entry, y);
}

static void
strip_draw (const VotumChart *self,
            VotumPen         *pen)
{
  const VotumChartStrip *chart = self->data;
  g_autofree const char **names = g_new0 (const char *, chart->n_entries + 1);
  Plot plot = { .self = self, .chart = chart, .pen = pen };
  double low = NAN, high = NAN, line = pen->small.leading + 3 * pen->unit, foot;
  gboolean recused = FALSE;

  if (chart->n_entries == 0)
    return;
  for (guint i = 0; i < chart->n_entries; i++)
    {
      names[i] = chart->entries[i].name;
      recused |= chart->entries[i].n_recused > 0;
    }
  votum_rows_lay (&plot.rows, pen, names, chart->n_entries, pen->height - pen->margin - line, 0.34, 130);
  if (recused && plot.rows.height < pen->label.leading + pen->small.leading)
    votum_rows_lay (&plot.rows, pen, names, chart->n_entries, pen->height - pen->margin - line - pen->small.leading, 0.34, 130);
  for (guint i = 0; i < plot.rows.n; i++)
    for (guint k = 0; k < chart->entries[i].n_marks; k++)
      {
        low = fmin (low, chart->entries[i].marks[k].value);
        high = fmax (high, chart->entries[i].marks[k].value);
      }
  votum_axis_init (&plot.axis, pen, low, high, VOTUM_AXIS_ROUND);
  votum_axis_lay (&plot.axis, pen, plot.rows.left + 6 * pen->unit, MAX (pen->width - pen->margin - 12 * pen->unit, plot.rows.left + 20));
  votum_axis_draw_x (&plot.axis, pen, plot.rows.top, plot.rows.bottom);
  choose_radius (&plot);
  for (guint i = 0; i < plot.rows.n; i++)
    draw_row (&plot, i);
  votum_rows_more (&plot.rows);
  foot = plot.rows.bottom + line;
  if (plot.starred)
    votum_pen_word (pen, &pen->small, votum_words (pen->lang, VOTUM_WORD_CHART_RECUSED_NOTE), pen->margin, foot, 0,
                    pen->width - 2 * pen->margin, pen->quiet);
}

static gboolean
strip_has_data (const VotumChart *self)
{
  const VotumChartStrip *chart = self->data;

  for (guint i = 0; i < chart->n_entries; i++)
    if (chart->entries[i].n_marks > 0)
      return TRUE;

  return FALSE;
}

static guint
strip_n_rows (const VotumChart *self)
{
  return 2 * ((const VotumChartStrip *) self->data)->n_entries;
}

static const VotumChartKind strip_kind = {
  "strip", votum_chart_strip_finding, votum_chart_strip_subtitle, votum_chart_strip_describe, strip_draw, votum_chart_strip_csv,
  strip_has_data, strip_n_rows,
};

/**
 * votum_chart_strip_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): each juror's mark, finalist by finalist
 */
VotumChart *
votum_chart_strip_new (const VotumChartStrip *data)
{
  VotumChart *self = votum_chart_new (&strip_kind, data->lang, data->title, data->subtitle);
  VotumChartStrip *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartStripEntry *entries = votum_chart_keep (self, data->entries, data->n_entries, sizeof *entries);

  for (guint i = 0; i < data->n_entries; i++)
    {
      VotumChartStripMark *marks = votum_chart_keep (self, entries[i].marks, entries[i].n_marks, sizeof *marks);

      for (guint k = 0; k < entries[i].n_marks; k++)
        marks[k].name = votum_chart_keep_text (self, marks[k].name);
      entries[i].name = votum_chart_keep_text (self, entries[i].name);
      entries[i].recused = votum_chart_keep_text (self, entries[i].recused);
      entries[i].marks = marks;
    }
  copy->lang = self->lang;
  copy->criterion = votum_chart_keep_text (self, copy->criterion);
  copy->entries = entries;
  self->data = copy;

  return self;
}
