#include "votum-chart-heatmap-private.h"

#include "votum-chart-ramp.h"
#include "votum-chart-rows.h"

#include <math.h>
#include <string.h>

/* The heat map: criteria below each other, finalists beside each other, the mark in each cell and its colour behind it. */

typedef struct {
  const VotumChart        *self;
  const VotumChartHeatmap *chart;
  VotumPen                *pen;
  VotumRows                rows;
  double                   low, high;     /* of the ramp */
  double                   left, width;   /* of the first column; of each */
  guint                    n_columns;     /* shown */
  guint                    decimals;
  gboolean                 numbered;      /* heads are numbers, explained at the foot */
  gboolean                 starred;
  gboolean                 cornered;
} Plot;

/* Numbers show their differences where the marks are, not where the scale is; but small ones are not blown up. */
static void
find_ramp (Plot *plot)
{
  const VotumChartHeatmap *chart = plot->chart;
  double least = (chart->max - chart->min) / 4, middle;

  plot->low = INFINITY;
  plot->high = -INFINITY;
  for (guint i = 0; i < plot->rows.n; i++)
    for (guint k = 0; k < plot->n_columns; k++)
      {
        plot->low = fmin (plot->low, votum_chart_heatmap_cell (chart, i, k)->value);
        plot->high = fmax (plot->high, votum_chart_heatmap_cell (chart, i, k)->value);
      }
  middle = (plot->low + plot->high) / 2;
  if (plot->high - plot->low < least)
    {
      plot->low = middle - least / 2;
      plot->high = middle + least / 2;
    }
}

/* The widest part of a name that cannot be broken. */
static double
longest_word (VotumPen   *pen,
              const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  double longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, votum_pen_width (pen, &pen->small, words[i]));

  return longest;
}

static PangoLayout *
head_of (Plot  *plot,
         guint  column)
{
  const VotumChartHeatmapEntrant *entrant = &plot->chart->entrants[column];
  g_autofree char *text = plot->numbered ? g_strdup_printf ("%u", column + 1) : g_strdup (entrant->name);
  g_autofree char *starred = entrant->n_recused > 0 ? g_strconcat (text, "\u00a0*", NULL) : NULL;

  return votum_pen_wrap (plot->pen, &plot->pen->small, starred != NULL ? starred : text, plot->width - 4 * plot->pen->unit, 3,
                         PANGO_ALIGN_CENTER);
}

static void
choose_heads (Plot *plot)
{
  for (guint i = 0; i < plot->n_columns && !plot->numbered; i++)
    {
      g_autoptr (PangoLayout) head = head_of (plot, i);

      plot->numbered = pango_layout_is_ellipsized (head) ||
                       longest_word (plot->pen, plot->chart->entrants[i].name) > plot->width - 4 * plot->pen->unit;
    }
}

static void
set_columns (Plot *plot)
{
  VotumPen *pen = plot->pen;
  double names = 0, room, least;
  guint n = plot->chart->n_entrants;

  for (guint i = 0; i < plot->chart->n_criteria; i++)
    names = MAX (names, votum_pen_width (pen, &pen->label, plot->chart->criteria[i]));
  plot->left = pen->margin + MIN (names + 8 * pen->unit, (pen->width - 2 * pen->margin) * (n > 6 ? 0.28 : 0.36)) + 6 * pen->unit;
  room = pen->width - pen->margin - plot->left;
  plot->decimals = 2;
  least = votum_pen_width (pen, &pen->small, "00.00") + 5 * pen->unit;
  if (room / n < least)
    {
      plot->decimals = 1;
      least = votum_pen_width (pen, &pen->small, "00.0") + 3 * pen->unit;
    }
  plot->n_columns = room / n < least ? (guint) CLAMP (room / least, 1, n) : n;
  plot->width = MIN (room / plot->n_columns, 240 * pen->unit);
}

/* What explains numbers, stars, corners and what is left out, at the foot. (transfer full) */
static PangoLayout *
make_foot (Plot *plot)
{
  VotumPen *pen = plot->pen;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; plot->numbered && i < plot->n_columns; i++)
    g_string_append_printf (text, "%s%u %s", i > 0 ? " · " : "", i + 1, plot->chart->entrants[i].name);
  if (plot->n_columns < plot->chart->n_entrants)
    {
      g_autofree char *n = g_strdup_printf ("%u", plot->chart->n_entrants - plot->n_columns);
      g_autofree char *more = votum_words_format (pen->lang, VOTUM_WORD_CHART_MORE, "n", n, NULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", more);
    }
  if (plot->starred)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", votum_words (pen->lang, VOTUM_WORD_CHART_RECUSED_NOTE));
  if (plot->cornered)
    g_string_append_printf (text, "%s◥\u00a0%s", text->len > 0 ? "; " : "", votum_words (pen->lang, VOTUM_WORD_CHART_HEAT_CORNER));
  if (text->len == 0)
    return NULL;

  return votum_pen_wrap (pen, &pen->small, text->str, pen->width - 2 * pen->margin,
                         (guint) CLAMP (pen->height * 0.22 / pen->small.leading, 1, 4), PANGO_ALIGN_LEFT);
}

/* Some of the jurors who are not recused have given no mark. */
static gboolean
has_corner (const VotumChartHeatmap     *chart,
            const VotumChartHeatmapCell *cell)
{
  return cell->n_marks > 0 && cell->n_marks + cell->n_recused < chart->n_jurors;
}

static void
find_notes (Plot *plot)
{
  for (guint i = 0; i < plot->n_columns; i++)
    {
      plot->starred |= plot->chart->entrants[i].n_recused > 0;
      for (guint k = 0; k < plot->chart->n_criteria; k++)
        plot->cornered |= has_corner (plot->chart, votum_chart_heatmap_cell (plot->chart, k, i));
    }
}

static void
draw_empty (Plot                        *plot,
            const VotumChartHeatmapCell *cell,
            double                       x,
            double                       y,
            double                       width,
            double                       height)
{
  VotumPen *pen = plot->pen;
  const char *sign = cell->n_not_observed > 0 ? votum_words (pen->lang, VOTUM_WORD_NOT_OBSERVED_SIGN)
                     : cell->n_recused > 0 ? votum_words (pen->lang, VOTUM_WORD_RECUSED_SIGN) : "–";
  double sign_width = votum_pen_width (pen, &pen->small, sign) + 4 * pen->unit;
  double sign_height = MIN (pen->small.leading, height);

  votum_draw_hatch (pen, x, y, width, height);
  votum_colour_set (pen->cr, pen->paper);
  cairo_rectangle (pen->cr, x + (width - sign_width) / 2, y + (height - sign_height) / 2, sign_width, sign_height);
  cairo_fill (pen->cr);
  votum_pen_word (pen, &pen->small, sign, x + width / 2, y + (height - pen->small.leading) / 2, 0.5, -1, pen->quiet);
}

static void
draw_cell (Plot  *plot,
           guint  criterion,
           guint  column)
{
  VotumPen *pen = plot->pen;
  const VotumChartHeatmapCell *cell = votum_chart_heatmap_cell (plot->chart, criterion, column);
  double gap = 1.4 * pen->unit;
  double x = plot->left + column * plot->width, y = votum_rows_y (&plot->rows, criterion);
  double width = plot->width - gap, height = plot->rows.height - gap;
  double t = (cell->value - plot->low) / (plot->high - plot->low);
  g_autofree char *mark = votum_chart_heatmap_mark (plot->self, cell, plot->decimals);
  gboolean large = height >= pen->label.leading * 1.1 && votum_pen_width (pen, &pen->label, mark) + 4 * pen->unit < width;
  const VotumFace *face = large ? &pen->label : &pen->small;

  if (isnan (cell->value))
    {
      draw_empty (plot, cell, x, y, width, height);
    }
  else
    {
      votum_colour_set (pen->cr, votum_ramp_colour (pen, t));
      cairo_rectangle (pen->cr, x, y, width, height);
      cairo_fill (pen->cr);
      votum_pen_word (pen, face, mark, x + width / 2, y + (height - face->leading) / 2, 0.5, -1, votum_ramp_ink (pen, t));
    }
  if (has_corner (plot->chart, cell))
    {
      double size = MIN (6 * pen->unit, height / 2);

      cairo_new_path (pen->cr);
      cairo_move_to (pen->cr, x + width - size, y);
      cairo_line_to (pen->cr, x + width, y);
      cairo_line_to (pen->cr, x + width, y + size);
      cairo_close_path (pen->cr);
      votum_colour_set (pen->cr, votum_ramp_ink (pen, t));
      cairo_fill (pen->cr);
    }
  if (votum_pen_collects (pen))
    {
      g_autofree char *words = votum_chart_heatmap_words (plot->self, criterion, column);
      VotumChartSpot *spot = votum_pen_spot (pen, x, y, width, height, words);

      spot->entrant = plot->chart->entrants[column].entrant;
      spot->criterion = plot->chart->leaves[criterion];
    }
}

static double
draw_heads (Plot *plot)
{
  VotumPen *pen = plot->pen;
  guint lines = 1;
  double bottom;

  for (guint i = 0; i < plot->n_columns; i++)
    {
      g_autoptr (PangoLayout) head = head_of (plot, i);

      lines = MAX (lines, votum_layout_n_lines (head));
    }
  bottom = pen->top + lines * pen->small.leading;
  for (guint i = 0; i < plot->n_columns; i++)
    {
      g_autoptr (PangoLayout) head = head_of (plot, i);

      votum_pen_layout (pen, &pen->small, head, plot->left + i * plot->width + 1.3 * pen->unit,
                        bottom - votum_layout_n_lines (head) * pen->small.leading, pen->ink_colour);
    }

  return bottom + 3 * pen->unit;
}

static void
heatmap_draw (const VotumChart *self,
              VotumPen         *pen)
{
  const VotumChartHeatmap *chart = self->data;
  Plot plot = { .self = self, .chart = chart, .pen = pen };
  g_autoptr (PangoLayout) foot = NULL;
  double bottom = pen->height - pen->margin, foot_height = 0, top = pen->top;

  if (chart->n_criteria == 0 || chart->n_entrants == 0)
    return;
  set_columns (&plot);
  choose_heads (&plot);
  find_notes (&plot);
  foot = make_foot (&plot);
  /* a column without its name says nothing */
  while (foot != NULL && plot.numbered && plot.n_columns > 3 && pango_layout_is_ellipsized (foot))
    {
      plot.width *= (double) plot.n_columns / (plot.n_columns - 1);
      plot.n_columns--;
      g_clear_object (&foot);
      foot = make_foot (&plot);
    }
  if (foot != NULL)
    foot_height = votum_layout_n_lines (foot) * pen->small.leading + 3 * pen->unit;

  pen->top = draw_heads (&plot);
  votum_rows_lay (&plot.rows, pen, chart->criteria, chart->n_criteria, bottom - foot_height, 1, 54);
  pen->top = top;
  plot.rows.name_room = plot.left - pen->margin - 6 * pen->unit;
  find_ramp (&plot);
  for (guint i = 0; i < plot.rows.n; i++)
    {
      votum_rows_name (&plot.rows, i, chart->criteria[i], NULL, FALSE);
      for (guint k = 0; k < plot.n_columns; k++)
        draw_cell (&plot, i, k);
    }
  votum_rows_more (&plot.rows);
  if (foot != NULL)
    votum_pen_layout (pen, &pen->small, foot, pen->margin,
                      plot.rows.bottom + (plot.rows.n_left_out > 0 ? pen->small.leading : 0) + 3 * pen->unit, pen->quiet);
}

static char *
heatmap_subtitle (const VotumChart *self)
{
  return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_HEAT_SUB));
}

static gboolean
heatmap_has_data (const VotumChart *self)
{
  const VotumChartHeatmap *chart = self->data;

  for (guint i = 0; i < chart->n_criteria * chart->n_entrants; i++)
    if (!isnan (chart->cells[i].value))
      return TRUE;

  return FALSE;
}

static guint
heatmap_n_rows (const VotumChart *self)
{
  return ((const VotumChartHeatmap *) self->data)->n_criteria + 3;
}

static const VotumChartKind heatmap_kind = {
  "heatmap", votum_chart_heatmap_finding, heatmap_subtitle, votum_chart_heatmap_describe, heatmap_draw, votum_chart_heatmap_csv,
  heatmap_has_data, heatmap_n_rows,
};

/**
 * votum_chart_heatmap_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): the panel's mark of each finalist on each criterion
 */
VotumChart *
votum_chart_heatmap_new (const VotumChartHeatmap *data)
{
  VotumChart *self = votum_chart_new (&heatmap_kind, data->lang, data->title, data->subtitle);
  VotumChartHeatmap *copy = votum_chart_keep (self, data, 1, sizeof *data);
  const char **criteria = votum_chart_keep (self, data->criteria, data->n_criteria, sizeof *criteria);
  VotumChartHeatmapEntrant *entrants = votum_chart_keep (self, data->entrants, data->n_entrants, sizeof *entrants);
  VotumChartHeatmapCell *cells = votum_chart_keep (self, data->cells, (gsize) data->n_criteria * data->n_entrants, sizeof *cells);

  for (guint i = 0; i < data->n_criteria; i++)
    criteria[i] = votum_chart_keep_text (self, criteria[i]);
  for (guint i = 0; i < data->n_entrants; i++)
    entrants[i].name = votum_chart_keep_text (self, entrants[i].name);
  for (guint i = 0; i < data->n_criteria * data->n_entrants; i++)
    cells[i].text = votum_chart_keep_text (self, cells[i].text);
  copy->lang = self->lang;
  copy->criteria = criteria;
  copy->leaves = votum_chart_keep (self, data->leaves, data->n_criteria, sizeof *data->leaves);
  copy->entrants = entrants;
  copy->cells = cells;
  self->data = copy;

  return self;
}
