#include "votum-report-private.h"

#include <math.h>
#include <string.h>

/* A finalist's marks in the anonymous field: a bar from the field's lowest to its highest mark, a stroke at the median, a dot
 * at the own mark. Shape tells them apart, and the figures stand in the table below. */

#define ROW 17.0
#define TOP 26.0        /* the legend */
#define BOTTOM 18.0     /* the scale */
#define LABELS 178.0
#define VALUES 40.0
#define BAR 7.0
#define DOT 4.2

static const VotumFace label_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_TABULAR, VOTUM_SIZE_TABLE, 11.8, 0 };
static const VotumFace value_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_SEMIBOLD, FALSE, VOTUM_FIGURES_TABULAR, VOTUM_SIZE_TABLE, 11.8, 0 };
static const VotumFace small_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_TABULAR, VOTUM_SIZE_SMALL, 10, 0 };

typedef struct {
  char   *label;
  char   *value;                 /* as it is written */
  double  own, low, median, high; /* NAN: not told */
} Row;

typedef struct {
  VotumInk *ink;
  GArray   *rows;                /* of Row */
  double    min, max;
  char     *min_text, *max_text;
  char     *own_word, *field_word, *median_word;
  gboolean  bars, medians;
} Chart;

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->label);
  g_free (((Row *) data)->value);
}

static void
chart_free (gpointer data)
{
  Chart *self = data;

  votum_ink_unref (self->ink);
  g_array_unref (self->rows);
  g_free (self->min_text);
  g_free (self->max_text);
  g_free (self->own_word);
  g_free (self->field_word);
  g_free (self->median_word);
  g_free (self);
}

static void
draw_bar (cairo_t *cr,
          double   from,
          double   to,
          double   y)
{
  votum_colour_set (cr, votum_colour_rule);
  cairo_rectangle (cr, from, y - BAR / 2, MAX (to - from, 1), BAR);
  cairo_fill (cr);
}

static void
draw_median (cairo_t *cr,
             double   x,
             double   y)
{
  votum_colour_set (cr, votum_colour_quiet);
  cairo_rectangle (cr, x - 0.8, y - 8, 1.6, 16);
  cairo_fill (cr);
}

static void
draw_dot (cairo_t *cr,
          double   x,
          double   y)
{
  votum_colour_set (cr, VOTUM_RGB (0xffffff));
  cairo_arc (cr, x, y, DOT + 1.2, 0, 2 * G_PI);
  cairo_fill (cr);
  votum_colour_set (cr, votum_colour_accent);
  cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* Returns where the next entry begins. */
static double
draw_legend_word (Chart      *self,
                  cairo_t    *cr,
                  const char *word,
                  double      x)
{
  votum_ink_show_word (self->ink, cr, &small_face, word, x, 1, 0, votum_colour_quiet);

  return x + votum_layout_width (votum_ink_word (self->ink, &small_face, word)) + 18;
}

static void
draw_legend (Chart   *self,
             cairo_t *cr)
{
  double x = LABELS;

  draw_dot (cr, x + DOT, 6.5);
  x = draw_legend_word (self, cr, self->own_word, x + 2 * DOT + 5);
  if (self->bars)
    {
      draw_bar (cr, x, x + 18, 6.5);
      x = draw_legend_word (self, cr, self->field_word, x + 23);
    }
  if (self->medians)
    {
      draw_median (cr, x + 1, 6.5);
      draw_legend_word (self, cr, self->median_word, x + 7);
    }
}

static void
draw_row (Chart     *self,
          cairo_t   *cr,
          const Row *row,
          double     width,
          double     middle)
{
  double from = LABELS, room = width - LABELS - VALUES;
  g_autoptr (PangoLayout) label = votum_ink_layout (self->ink, &label_face, row->label, LABELS - 14, PANGO_ALIGN_LEFT);

#define AT(value) (from + room * ((value) - self->min) / (self->max - self->min))
  pango_layout_set_height (label, -1);
  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  votum_layout_show (cr, label, label_face.leading, 0, middle - label_face.leading / 2, 0, 1, votum_colour_ink);
  votum_hairline (cr, from, middle, room, 0.4, votum_colour_rule);
  if (!isnan (row->low))
    draw_bar (cr, AT (row->low), AT (row->high), middle);
  if (!isnan (row->median))
    draw_median (cr, AT (row->median), middle);
  if (!isnan (row->own))
    draw_dot (cr, AT (row->own), middle);
#undef AT
  votum_ink_show_word (self->ink, cr, &value_face, row->value, width, middle - value_face.leading / 2, 1, votum_colour_ink);
}

static void
draw_chart (cairo_t *cr,
            double   width,
            double   height,
            gpointer data)
{
  Chart *self = data;
  double row = (height - TOP - BOTTOM) / self->rows->len;

  draw_legend (self, cr);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, cr, &g_array_index (self->rows, Row, i), width, TOP + (i + 0.5) * row);
  votum_ink_show_word (self->ink, cr, &small_face, self->min_text, LABELS, height - BOTTOM + 4, 0.5, votum_colour_quiet);
  votum_ink_show_word (self->ink, cr, &small_face, self->max_text, width - VALUES, height - BOTTOM + 4, 0.5, votum_colour_quiet);
}

static double
number_of (const char *text)
{
  return text != NULL ? g_ascii_strtod (text, NULL) : NAN;
}

static char *
describe_row (const VotumReportCriterion *criterion,
              const VotumReportFigures   *figures,
              const char                 *lang)
{
  g_autofree char *own = votum_words_number (lang, figures->own);
  g_autofree char *low = figures->lowest != NULL ? votum_words_number (lang, figures->lowest) : NULL;
  g_autofree char *median = figures->median != NULL ? votum_words_number (lang, figures->median) : NULL;
  g_autofree char *high = figures->highest != NULL ? votum_words_number (lang, figures->highest) : NULL;

  return votum_words_format (lang, low != NULL ? VOTUM_WORD_FIELD_ITEM : median != NULL ? VOTUM_WORD_FIELD_ITEM_MIDDLE : VOTUM_WORD_FIELD_ITEM_OWN,
                             "criterion", criterion->name, "own", own, "low", low, "median", median, "high", high, NULL);
}

void
votum_report_add_chart (VotumPaper             *document,
                        const VotumReport      *report,
                        const VotumReportRound *round,
                        const char             *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Chart *self;

  if (report->scale_min == NULL || report->scale_max == NULL || number_of (report->scale_max) <= number_of (report->scale_min))
    return;

  self = g_new0 (Chart, 1);
  self->ink = votum_ink_ref (document->ink);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->min = number_of (report->scale_min);
  self->max = number_of (report->scale_max);
  self->min_text = votum_words_number (lang, report->scale_min);
  self->max_text = votum_words_number (lang, report->scale_max);
  self->own_word = g_strdup (votum_words (lang, VOTUM_WORD_OWN_MARK));
  self->field_word = g_strdup (votum_words (lang, VOTUM_WORD_FIELD));
  self->median_word = g_strdup (votum_words (lang, VOTUM_WORD_FIELD_MEDIAN));
  for (guint i = 0; i < report->n_criteria; i++)
    {
      const VotumReportCriterion *criterion = &report->criteria[i];
      const VotumReportFigures *figures = &round->figures[i];
      Row row = { NULL, NULL, number_of (figures->own), number_of (figures->lowest), number_of (figures->median), number_of (figures->highest) };
      g_autofree char *item = NULL;

      /* a criterion with a scale of its own, or with a measured figure, has no place on this one */
      if (criterion->group || criterion->other_scale || figures->own == NULL || row.own < self->min || row.own > self->max)
        continue;
      row.label = g_strdup (criterion->name);
      row.value = votum_words_number (lang, figures->own);
      self->bars |= figures->lowest != NULL;
      self->medians |= figures->median != NULL;
      item = describe_row (criterion, figures, lang);
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", item);
      g_array_append_val (self->rows, row);
    }
  if (self->rows->len == 0)
    chart_free (self);
  else
    votum_paper_add_figure (document, draw_chart, self, chart_free, TOP + BOTTOM + ROW * self->rows->len, words->str);
}
