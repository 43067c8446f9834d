#include "votum-chart-axis.h"
#include "votum-chart-contributions.h"
#include "votum-chart-series.h"

#include <math.h>

/* Why one is ahead of another: a staircase of weighted differences, from nothing to the lead. What the first gains is a full
 * bar to the right, what it loses an outlined one to the left, and each has its sign in its figure. */

typedef struct {
  const char *name;
  double      from, to;     /* of the bar */
  int         criterion;
  gboolean    sum;          /* the last row: the lead itself */
} Row;

typedef struct {
  VotumPen                      *pen;
  const VotumChartContributions *data;
  GArray                        *rows;
  VotumAxis                      axis;
  double                         left, right, row_height, name_room;
  const VotumFace               *face;   /* of the names: smaller where they would be cut */
  guint                          decimals;
} Plot;

/* The parts as they are kept: with what makes the sum right. */
static double
rest_of (const VotumChartContributions *data)
{
  double sum = 0;

  for (guint i = 0; i < data->n_parts; i++)
    sum += data->parts[i].value;

  return data->lead - sum;
}

static gboolean
has_rest (const VotumChartContributions *data)
{
  return fabs (rest_of (data)) >= 0.005;
}

static const char *
rest_name (const VotumChart *self)
{
  const VotumChartContributions *data = self->data;

  return votum_words (self->lang, data->earlier ? VOTUM_WORD_CHART_EARLIER_ROUNDS : VOTUM_WORD_CHART_ROUNDING);
}

static char *
signed_text (const char *lang,
             double      value,
             guint       decimals)
{
  g_autofree char *number = votum_words_double (lang, value, decimals);

  return g_strconcat (value >= 0.5 * pow (10, -(double) decimals) ? "+" : "", number, NULL);
}

static char *
contributions_finding (const VotumChart *self)
{
  const VotumChartContributions *data = self->data;
  g_autofree char *margin = votum_words_double (self->lang, data->lead, 2);
  int plus = -1, minus = -1;

  for (guint i = 0; i < data->n_parts; i++)
    {
      double value = data->parts[i].value;

      if (value >= 0.005 && (plus < 0 || value > data->parts[plus].value))
        plus = (int) i;
      if (value <= -0.005 && (minus < 0 || value < data->parts[minus].value))
        minus = (int) i;
    }
  if (fabs (data->lead) < 0.005 || plus < 0)
    return votum_words_format (self->lang, fabs (data->lead) < 0.005 ? VOTUM_WORD_CHART_AHEAD_EVEN : VOTUM_WORD_CHART_LEADS,
                               "a", data->first, "b", data->second, "name", data->first, "margin", margin, NULL);
  if (minus < 0)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_AHEAD, "a", data->first, "b", data->second, "margin", margin,
                               "plus", data->parts[plus].name, NULL);

  return votum_words_format (self->lang, VOTUM_WORD_CHART_AHEAD_BOTH, "a", data->first, "b", data->second, "margin", margin,
                             "plus", data->parts[plus].name, "minus", data->parts[minus].name, NULL);
}

/* Whether the printed figures add up to the printed lead. */
static gboolean
adds_up (const VotumChartContributions *data)
{
  double sum = has_rest (data) ? round (rest_of (data) * 100) : 0;

  for (guint i = 0; i < data->n_parts; i++)
    sum += round (data->parts[i].value * 100);

  return fabs (sum - round (data->lead * 100)) < 0.5;
}

static char *
contributions_subtitle (const VotumChart *self)
{
  const VotumChartContributions *data = self->data;
  g_autofree char *text = votum_words_format (self->lang, VOTUM_WORD_CHART_AHEAD_SUB, "a", data->first, "b", data->second, NULL);

  if (adds_up (data))
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s; %s", text, votum_words (self->lang, VOTUM_WORD_CHART_AHEAD_ROUNDED));
}

static void
append_item (GString          *text,
             const VotumChart *self,
             const char       *name,
             double            value)
{
  g_autofree char *number = signed_text (self->lang, value, 2);
  g_autofree char *item = votum_words_format (self->lang, VOTUM_WORD_CHART_PROFILE_ITEM, "name", name, "list", number, NULL);

  g_string_append_printf (text, " %s.", item);
}

static char *
contributions_describe (const VotumChart *self)
{
  const VotumChartContributions *data = self->data;
  g_autofree char *finding = votum_chart_finding (self);
  GString *text = g_string_new (finding);

  g_string_append_c (text, '.');
  for (guint i = 0; i < data->n_parts; i++)
    append_item (text, self, data->parts[i].name, data->parts[i].value);
  if (has_rest (data))
    append_item (text, self, rest_name (self), rest_of (data));
  append_item (text, self, votum_words (self->lang, VOTUM_WORD_CHART_LEAD), data->lead);

  return g_string_free (text, FALSE);
}

static void
contributions_csv (const VotumChart *self,
                   VotumChartCsv    *csv)
{
  const VotumChartContributions *data = self->data;

  votum_chart_csv_heads (csv, "first", "second", "criterion", "difference", NULL);
  for (guint i = 0; i <= data->n_parts + 1; i++)
    {
      if (i == data->n_parts && !has_rest (data))
        continue;
      votum_chart_csv_text (csv, data->first);
      votum_chart_csv_text (csv, data->second);
      votum_chart_csv_text (csv, i < data->n_parts ? data->parts[i].name : i == data->n_parts ? rest_name (self) :
                                                                           votum_words (self->lang, VOTUM_WORD_CHART_LEAD));
      votum_chart_csv_number (csv, i < data->n_parts ? data->parts[i].value : i == data->n_parts ? rest_of (data) : data->lead, 4);
      votum_chart_csv_end (csv);
    }
}

static gboolean
contributions_has_data (const VotumChart *self)
{
  return ((const VotumChartContributions *) self->data)->n_parts > 0;
}

static guint
contributions_n_rows (const VotumChart *self)
{
  return ((const VotumChartContributions *) self->data)->n_parts + 2;
}

static void
add_row (Plot       *plot,
         const char *name,
         double      value,
         int         criterion)
{
  double from = plot->rows->len > 0 ? g_array_index (plot->rows, Row, plot->rows->len - 1).to : 0;
  Row row = { name, from, from + value, criterion, FALSE };

  g_array_append_val (plot->rows, row);
}

/* Where not all criteria have room, the smallest differences are one row, so that the sum stays right. */
static char *
fill_rows (Plot             *plot,
           const VotumChart *self,
           guint             most)
{
  const VotumChartContributions *data = plot->data;
  guint extra = has_rest (data) ? 2 : 1, room = most > extra + 1 ? most - extra : 1;
  double limit = -1, small = 0;
  guint left_out = 0;
  char *more = NULL;
  Row sum = { votum_words (self->lang, VOTUM_WORD_CHART_LEAD), 0, data->lead, -1, TRUE };

  while (data->n_parts > room && data->n_parts - left_out > MAX (room, 2) - 1)
    {
      double next = INFINITY;

      for (guint i = 0; i < data->n_parts; i++)
        if (fabs (data->parts[i].value) > limit)
          next = MIN (next, fabs (data->parts[i].value));
      if (!isfinite (next))
        break;
      limit = next;
      left_out = 0;
      for (guint i = 0; i < data->n_parts; i++)
        left_out += fabs (data->parts[i].value) <= limit ? 1 : 0;
    }
  for (guint i = 0; i < data->n_parts; i++)
    if (fabs (data->parts[i].value) > limit)
      add_row (plot, data->parts[i].name, data->parts[i].value, data->parts[i].criterion);
    else
      small += data->parts[i].value;
  if (left_out > 0)
    {
      g_autofree char *n = g_strdup_printf ("%u", left_out);

      more = votum_words_format (self->lang, VOTUM_WORD_CHART_MORE, "n", n, NULL);
      add_row (plot, more, small, -1);
    }
  if (has_rest (data))
    add_row (plot, rest_name (self), rest_of (data), -1);
  g_array_append_val (plot->rows, sum);

  return more;
}

static void
set_columns (Plot *plot)
{
  VotumPen *pen = plot->pen;
  double names = 0, small = 0, figures = 0, low = 0, high = 0, room = pen->width - 2 * pen->margin;

  for (guint i = 0; i < plot->rows->len; i++)
    {
      const Row *row = &g_array_index (plot->rows, Row, i);
      g_autofree char *figure = signed_text (pen->lang, row->to - row->from, plot->decimals);

      names = MAX (names, votum_pen_width (pen, row->sum ? &pen->strong : &pen->label, row->name));
      small = MAX (small, votum_pen_width (pen, &pen->small, row->name));
      figures = MAX (figures, votum_pen_width (pen, &pen->strong, figure));
      low = MIN (low, MIN (row->from, row->to));
      high = MAX (high, MAX (row->from, row->to));
    }
  plot->name_room = room * (plot->row_height >= 2 * pen->label.leading ? 0.34 : 0.46);
  plot->face = names > plot->name_room ? &pen->small : &pen->label;
  plot->name_room = MIN (plot->name_room, (names > plot->name_room ? small : names) + 1);
  plot->left = pen->margin + plot->name_room + 10 * pen->unit;
  plot->right = MAX (pen->width - pen->margin - figures - 12 * pen->unit, plot->left + 1);
  votum_axis_init (&plot->axis, pen, low, high, VOTUM_AXIS_ROUND);
  votum_axis_lay (&plot->axis, pen, plot->left, plot->right);
}

static void
draw_bar (Plot      *plot,
          const Row *row,
          double     y,
          double     height)
{
  VotumPen *pen = plot->pen;
  cairo_t *cr = pen->cr;
  double from = votum_axis_at (&plot->axis, row->from), to = votum_axis_at (&plot->axis, row->to);
  double line = 1.5 * pen->unit;

  if (fabs (to - from) < 1.2 * pen->unit)
    {
      votum_colour_set (cr, pen->ink_colour);
      cairo_rectangle (cr, to - 0.6 * pen->unit, y, 1.2 * pen->unit, height);
      cairo_fill (cr);
      return;
    }
  if (row->sum || to > from)
    {
      votum_colour_set (cr, row->sum ? pen->ink_colour : votum_series_colour (pen, votum_series_number (0, plot->data->look)));
      cairo_rectangle (cr, MIN (from, to), y, fabs (to - from), height);
      cairo_fill (cr);
      return;
    }
  votum_colour_set (cr, pen->paper);
  cairo_rectangle (cr, to + line / 2, y + line / 2, MAX (from - to - line, 0.1), MAX (height - line, 0.1));
  cairo_fill_preserve (cr);
  votum_colour_set (cr, votum_series_colour (pen, votum_series_number (1, plot->data->other_look)));
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_row (Plot *plot,
          guint index,
          double y)
{
  VotumPen *pen = plot->pen;
  const Row *row = &g_array_index (plot->rows, Row, index);
  const VotumFace *face = row->sum ? &pen->strong : plot->face;
  double bar = CLAMP (plot->row_height * 0.56, 3 * pen->unit, 26 * pen->unit);
  guint lines = plot->row_height >= 2 * face->leading ? 2 : 1;
  g_autoptr (PangoLayout) name = votum_pen_name (pen, face, row->name, plot->name_room, lines);
  g_autofree char *figure = signed_text (pen->lang, row->to - row->from, plot->decimals);
  double end = votum_axis_at (&plot->axis, row->to);

  votum_pen_layout (pen, face, name, pen->margin, y + (plot->row_height - votum_layout_n_lines (name) * face->leading) / 2, pen->ink_colour);
  draw_bar (plot, row, y + (plot->row_height - bar) / 2, bar);
  if (!row->sum && index + 1 < plot->rows->len)
    {
      votum_colour_set (pen->cr, pen->quiet);
      cairo_rectangle (pen->cr, end - 0.3 * pen->unit, y + (plot->row_height + bar) / 2, 0.6 * pen->unit, plot->row_height - bar);
      cairo_fill (pen->cr);
    }
  votum_pen_word (pen, face, figure, pen->width - pen->margin, y + (plot->row_height - face->leading) / 2, 1, -1, pen->ink_colour);
  if (votum_pen_collects (pen))
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", row->name, figure);
      VotumChartSpot *spot = votum_pen_spot (pen, pen->margin, y, pen->width - 2 * pen->margin, plot->row_height, text);

      spot->entrant = plot->data->entrant;
      spot->criterion = row->criterion;
    }
}

static void
contributions_draw (const VotumChart *self,
                    VotumPen         *pen)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Plot plot = { .pen = pen, .data = self->data, .rows = rows, .decimals = 2 };
  double foot = pen->height - pen->margin - pen->small.leading - 3 * pen->unit, least = pen->label.leading * 1.06;
  g_autofree char *more G_GNUC_UNUSED = fill_rows (&plot, self, (guint) MAX (3, (foot - pen->top) / least));
  double bottom, zero;

  plot.row_height = MIN ((foot - pen->top) / rows->len, 64 * pen->unit);
  bottom = pen->top + rows->len * plot.row_height;
  set_columns (&plot);
  votum_axis_draw_x (&plot.axis, pen, pen->top, bottom);
  zero = votum_axis_at (&plot.axis, 0);
  votum_colour_set (pen->cr, pen->ink_colour);
  cairo_rectangle (pen->cr, zero - 0.5 * pen->unit, pen->top, pen->unit, bottom - pen->top);
  cairo_fill (pen->cr);
  votum_hairline (pen->cr, pen->margin, bottom - plot.row_height, pen->width - 2 * pen->margin, 0.9 * pen->unit, pen->quiet);
  for (guint i = 0; i < rows->len; i++)
    draw_row (&plot, i, pen->top + i * plot.row_height);
}

static const VotumChartKind contributions_kind = {
  "contributions", contributions_finding, contributions_subtitle, contributions_describe, contributions_draw, contributions_csv,
  contributions_has_data, contributions_n_rows,
};

/**
 * votum_chart_contributions_new:
 * @data: what it shows; copied
 *
 * Returns: (transfer full): why one finalist is ahead of another, criterion by criterion
 */
VotumChart *
votum_chart_contributions_new (const VotumChartContributions *data)
{
  VotumChart *self = votum_chart_new (&contributions_kind, data->lang, data->title, data->subtitle);
  VotumChartContributions *copy = votum_chart_keep (self, data, 1, sizeof *data);
  VotumChartContribution *parts = votum_chart_keep (self, data->parts, data->n_parts, sizeof *parts);

  for (guint i = 0; i < data->n_parts; i++)
    parts[i].name = votum_chart_keep_text (self, parts[i].name);
  copy->lang = self->lang;
  copy->first = votum_chart_keep_text (self, data->first);
  copy->second = votum_chart_keep_text (self, data->second);
  copy->parts = parts;
  self->data = copy;

  return self;
}
