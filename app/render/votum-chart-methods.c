#include "votum-chart-methods.h"
#include "votum-chart-private.h"
#include "votum-chart-series.h"

#include <math.h>

/* The order by several methods: a row for each, a column for each finalist, and in every field the place. A field is filled
 * where the place is another than by the rule, so that agreement is quiet and disagreement is seen from afar. */

#define MAX_COLUMNS VOTUM_SERIES_MAX

typedef struct {
  VotumPen                *pen;
  const VotumChartMethods *chart;
  guint                    n_columns;
  guint                    n_rows;        /* methods, beside the rule */
  gboolean                 letters;       /* above the columns, with the names below */
  double                   left;          /* of the fields */
  double                   column;        /* width of one */
  double                   row;           /* height of one */
  double                   head;          /* height of what stands above the columns */
} Plot;

static guint
count (const VotumChartMethods *chart,
       gboolean                 of_winner)
{
  guint n = 0;

  for (guint i = 0; i < chart->n_methods; i++)
    n += chart->methods[i].other_podium && chart->methods[i].other_winner == of_winner;

  return n;
}

/* "Another would win by TOPSIS" */
static char *
methods_finding (const VotumChart *self)
{
  const VotumChartMethods *chart = self->data;
  guint n_winner = count (chart, TRUE), n_podium = count (chart, FALSE);
  g_autofree char *m = g_strdup_printf ("%u", chart->n_methods);
  g_autofree char *n = g_strdup_printf ("%u", n_winner > 0 ? n_winner : n_podium);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (chart->n_methods == 0)
    return g_strdup (votum_words (chart->lang, VOTUM_WORD_CHART_METHODS_NONE));
  if (n_winner + n_podium == 0)
    return g_strdup (votum_words (chart->lang, VOTUM_WORD_CHART_METHODS_SAME));
  for (guint i = 0; i < chart->n_methods; i++)
    if (chart->methods[i].other_podium && chart->methods[i].other_winner == (n_winner > 0))
      g_ptr_array_add (names, (gpointer) chart->methods[i].name);
  if (names->len > 2)
    return votum_words_format (chart->lang, n_winner > 0 ? VOTUM_WORD_CHART_METHODS_WINNER_N : VOTUM_WORD_CHART_METHODS_PODIUM_N, "n", n, "m", m,
                               NULL);
  g_ptr_array_add (names, NULL);
  list = votum_words_list (chart->lang, (const char * const *) names->pdata);

  return votum_words_format (chart->lang, n_winner > 0 ? VOTUM_WORD_CHART_METHODS_WINNER : VOTUM_WORD_CHART_METHODS_PODIUM, "methods", list, NULL);
}

static char *
methods_subtitle (const VotumChart *self)
{
  return g_strdup (votum_words (self->lang, VOTUM_WORD_CHART_METHODS_SUB));
}

static char *
methods_describe (const VotumChart *self)
{
  const VotumChartMethods *chart = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint row = 0; row <= chart->n_methods; row++)
    {
      const guint *places = row == 0 ? chart->rule : chart->methods[row - 1].places;

      g_string_append_printf (text, " %s:", row == 0 ? votum_words (chart->lang, VOTUM_WORD_CHART_METHODS_RULE) : chart->methods[row - 1].name);
      for (guint i = 0; i < chart->n_finalists; i++)
        if (places[i] > 0)
          g_string_append_printf (text, "%s %s %u", i > 0 ? "," : "", chart->finalists[i], places[i]);
      g_string_append_c (text, '.');
    }

  return g_string_free (text, FALSE);
}

/* "Borda: Skogstjerne Reiser, 3rd place, by the rule 4th place" */
static char *
field_words (const VotumChartMethods *chart,
             const char              *method,
             guint                    place,
             guint                    finalist)
{
  g_autofree char *own = votum_words_place (chart->lang, place, FALSE);
  g_autofree char *rule = votum_words_place (chart->lang, chart->rule[finalist], FALSE);

  if (place == chart->rule[finalist])
    return g_strdup_printf ("%s: %s, %s", method, chart->finalists[finalist], own);

  return votum_words_format (chart->lang, VOTUM_WORD_CHART_METHODS_ITEM, "method", method, "name", chart->finalists[finalist], "place", own,
                             "rule", rule, NULL);
}

/* Whether every name fits above its column in two lines without being cut, and how many it takes. */
static gboolean
names_fit (Plot  *plot,
           guint *lines)
{
  *lines = 1;
  for (guint i = 0; i < plot->n_columns; i++)
    {
      g_autoptr (PangoLayout) name = votum_pen_wrap (plot->pen, &plot->pen->small, plot->chart->finalists[i], plot->column - 6 * plot->pen->unit, 2,
                                                     PANGO_ALIGN_CENTER);
      g_auto (GStrv) words = g_strsplit (plot->chart->finalists[i], " ", -1);

      if (pango_layout_is_ellipsized (name))
        return FALSE;
      *lines = MAX (*lines, votum_layout_n_lines (name));
      for (guint w = 0; words[w] != NULL; w++)
        if (votum_pen_width (plot->pen, &plot->pen->small, words[w]) > plot->column - 6 * plot->pen->unit)
          return FALSE;
    }

  return TRUE;
}

static const char *
letter_of (const Plot *plot,
           guint       column)
{
  const VotumChartMethods *chart = plot->chart;

  return votum_series_letter (votum_series_number (column, chart->looks != NULL ? chart->looks[column] : 0));
}

static char *
legend_text (const Plot *plot)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plot->n_columns; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? " · " : "", letter_of (plot, i), plot->chart->finalists[i]);

  return g_string_free (text, FALSE);
}

static void
set_columns (Plot *plot)
{
  VotumPen *pen = plot->pen;
  double names = votum_pen_width (pen, &pen->strong, votum_words (plot->chart->lang, VOTUM_WORD_CHART_METHODS_RULE));
  guint lines;

  for (guint i = 0; i < plot->chart->n_methods; i++)
    names = MAX (names, votum_pen_width (pen, &pen->strong, plot->chart->methods[i].name));
  names = MIN (names, (pen->width - 2 * pen->margin) * 0.4);
  plot->left = pen->margin + names + 10 * pen->unit;
  plot->column = MIN ((pen->width - pen->margin - plot->left) / MAX (plot->n_columns, 1), 220 * pen->unit);
  plot->letters = !names_fit (plot, &lines);
  plot->head = (plot->letters ? 1 : lines) * pen->small.leading + 4 * pen->unit;
}

static void
draw_heads (Plot *plot)
{
  VotumPen *pen = plot->pen;

  for (guint i = 0; i < plot->n_columns; i++)
    {
      const char *text = plot->letters ? letter_of (plot, i) : plot->chart->finalists[i];
      double room = plot->column - 6 * pen->unit;
      g_autoptr (PangoLayout) name = votum_pen_wrap (pen, &pen->small, text, room, plot->letters ? 1 : 2, PANGO_ALIGN_CENTER);

      votum_pen_layout (pen, &pen->small, name, plot->left + i * plot->column + 3 * pen->unit,
                        pen->top + plot->head - 4 * pen->unit - votum_layout_n_lines (name) * pen->small.leading, pen->ink_colour);
    }
}

static void
draw_field (Plot        *plot,
            const char  *method,
            const guint *places,
            guint        i,
            double       y)
{
  VotumPen *pen = plot->pen;
  gboolean other = places[i] != plot->chart->rule[i];
  const VotumFace *face = plot->row >= 1.6 * pen->title.leading ? &pen->title : other ? &pen->strong : &pen->label;
  double x = plot->left + i * plot->column;
  g_autofree char *text = places[i] > 0 ? g_strdup_printf ("%u", places[i]) : g_strdup ("–");

  if (other)
    {
      double inset = MIN (2.5 * pen->unit, plot->row * 0.08);
      double width = MIN (plot->column - 4 * pen->unit, 46 * pen->unit);

      votum_colour_set (pen->cr, pen->accent);
      cairo_rectangle (pen->cr, x + (plot->column - width) / 2, y + inset, width, plot->row - 2 * inset);
      cairo_fill (pen->cr);
    }
  votum_pen_word (pen, face, text, x + plot->column / 2, y + (plot->row - face->leading) / 2, 0.5, -1, other ? pen->paper : pen->ink_colour);
  if (votum_pen_collects (pen) && places[i] > 0)
    {
      g_autofree char *words = field_words (plot->chart, method, places[i], i);

      votum_pen_spot (pen, x, y, plot->column, plot->row, words)->entrant = plot->chart->entrants[i];
    }
}

static void
draw_row (Plot   *plot,
          guint   row,
          double  y)
{
  VotumPen *pen = plot->pen;
  const VotumChartMethod *method = row > 0 ? &plot->chart->methods[row - 1] : NULL;
  const char *name = method != NULL ? method->name : votum_words (plot->chart->lang, VOTUM_WORD_CHART_METHODS_RULE);
  gboolean strong = method == NULL || method->other_podium;

  votum_hairline (pen->cr, pen->margin, y + plot->row, plot->left + plot->n_columns * plot->column - pen->margin, (row == 0 ? 1.4 : 0.5) * pen->unit,
                  row == 0 ? pen->quiet : pen->rule);
  votum_pen_word (pen, strong ? &pen->strong : &pen->label, name, pen->margin, y + (plot->row - pen->label.leading) / 2, 0,
                  plot->left - pen->margin - 6 * pen->unit, pen->ink_colour);
  for (guint i = 0; i < plot->n_columns; i++)
    draw_field (plot, name, method != NULL ? method->places : plot->chart->rule, i, y);
}

/* The names that letters stand for, and how many finalists found no column. Returns the height it takes. */
static double
draw_foot (Plot *plot)
{
  VotumPen *pen = plot->pen;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (plot->letters)
    {
      g_autofree char *legend = legend_text (plot);

      g_string_append (text, legend);
    }
  if (plot->n_columns < plot->chart->n_finalists)
    {
      g_autofree char *n = g_strdup_printf ("%u", plot->chart->n_finalists - plot->n_columns);
      g_autofree char *more = votum_words_format (plot->chart->lang, VOTUM_WORD_CHART_MORE, "n", n, NULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", more);
    }
  if (text->len == 0)
    return 0;
  layout = votum_pen_wrap (pen, &pen->small, text->str, pen->width - 2 * pen->margin, pen->height < 300 ? 3 : 4, PANGO_ALIGN_LEFT);
  height = votum_layout_n_lines (layout) * pen->small.leading;
  votum_pen_layout (pen, &pen->small, layout, pen->margin, pen->height - pen->margin - height, pen->quiet);

  return height + 4 * pen->unit;
}

static void
methods_draw (const VotumChart *self,
              VotumPen         *pen)
{
  const VotumChartMethods *chart = self->data;
  Plot plot = { .pen = pen, .chart = chart, .n_columns = MIN (chart->n_finalists, MAX_COLUMNS), .n_rows = chart->n_methods };
  double y = pen->top, room;

  if (plot.n_columns == 0)
    return;
  set_columns (&plot);
  room = pen->height - pen->margin - draw_foot (&plot) - y - plot.head;
  /* the methods that differ come first where there is no room for all: see votum_chart_methods_new() */
  plot.n_rows = MIN (plot.n_rows, (guint) MAX (1, floor (room / (pen->label.leading * 1.02)) - 1));
  plot.row = MIN (room / (plot.n_rows + 1), 60 * pen->unit);
  draw_heads (&plot);
  y += plot.head;
  for (guint row = 0; row <= plot.n_rows; row++, y += plot.row)
    draw_row (&plot, row, y);
}

static void
methods_csv (const VotumChart *self,
             VotumChartCsv    *csv)
{
  const VotumChartMethods *chart = self->data;

  votum_chart_csv_heads (csv, "method", "finalist", "place", "rule_place", NULL);
  for (guint m = 0; m < chart->n_methods; m++)
    for (guint i = 0; i < chart->n_finalists; i++)
      {
        votum_chart_csv_text (csv, chart->methods[m].name);
        votum_chart_csv_text (csv, chart->finalists[i]);
        votum_chart_csv_count (csv, chart->methods[m].places[i]);
        votum_chart_csv_count (csv, chart->rule[i]);
        votum_chart_csv_end (csv);
      }
}

static gboolean
methods_has_data (const VotumChart *self)
{
  const VotumChartMethods *chart = self->data;

  return chart->n_finalists > 0 && chart->n_methods > 0;
}

static guint
methods_n_rows (const VotumChart *self)
{
  return ((const VotumChartMethods *) self->data)->n_methods + 2;
}

static const VotumChartKind methods_kind = {
  "methods", methods_finding, methods_subtitle, methods_describe, methods_draw, methods_csv, methods_has_data, methods_n_rows,
};

/* 0: another winner; 1: another podium; 2: as the rule */
static guint
weight_of (const VotumChartMethod *method)
{
  return method->other_winner ? 0 : method->other_podium ? 1 : 2;
}

/**
 * votum_chart_methods_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): the places by each method beside those by the rule; the methods that differ first, otherwise in
 *   the order given
 */
VotumChart *
votum_chart_methods_new (const VotumChartMethods *data)
{
  VotumChart *self = votum_chart_new (&methods_kind, data->lang, data->title, data->subtitle);
  VotumChartMethods *copy = votum_chart_keep (self, data, 1, sizeof *data);
  const char **finalists = votum_chart_keep (self, data->finalists, data->n_finalists, sizeof *finalists);
  VotumChartMethod *methods = votum_chart_keep (self, data->methods, data->n_methods, sizeof *methods);
  guint n = 0;

  for (guint i = 0; i < data->n_finalists; i++)
    finalists[i] = votum_chart_keep_text (self, finalists[i]);
  for (guint weight = 0; weight <= 2; weight++)
    for (guint i = 0; i < data->n_methods; i++)
      if (weight_of (&data->methods[i]) == weight)
        {
          methods[n] = data->methods[i];
          methods[n].name = votum_chart_keep_text (self, data->methods[i].name);
          methods[n].places = votum_chart_keep (self, data->methods[i].places, data->n_finalists, sizeof (guint));
          n++;
        }
  copy->lang = self->lang;
  copy->finalists = finalists;
  if (data->looks != NULL)
    copy->looks = votum_chart_keep (self, data->looks, data->n_finalists, sizeof (guint));
  copy->entrants = votum_chart_keep (self, data->entrants, data->n_finalists, sizeof (int));
  copy->rule = votum_chart_keep (self, data->rule, data->n_finalists, sizeof (guint));
  copy->methods = methods;
  self->data = copy;

  return self;
}
