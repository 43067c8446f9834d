#pragma once

#include "votum-chart-csv.h"
#include "votum-chart.h"
#include "votum-ink.h"
#include "votum-words.h"

G_BEGIN_DECLS

/* Private: what the charts share. A kind of chart is a file votum-chart-NAME.c with
 *   - a public struct of its data, VotumChartName, and votum_chart_name_new(), which copies it with votum_chart_keep();
 *   - one static const VotumChartKind of the functions below. chart->data is the copy.
 * Ground, title and subtitle are drawn before @draw is called, which draws below pen->top, within pen->margin at the
 * sides and at the foot, and tells with votum_pen_spot() what stands where. */

/* The pen: sizes grow with the surface, more slowly than it does. */
typedef struct {
  cairo_t         *cr;
  VotumInk        *ink;
  VotumChartStyle  style;
  const char      *lang;
  double           width, height;
  double           unit;        /* 1 at 800 x 500 */
  double           margin;
  double           top;         /* where the chart may begin, below its title */
  VotumColour      paper, ink_colour, quiet, rule, accent, soft;
  VotumFace        title, subtitle, label, strong, small;
  GPtrArray       *spots;       /* (nullable): of VotumChartSpot; collects what votum_pen_spot() is told */
} VotumPen;

/**
 * VotumChartKind:
 * @name: as on the command line: "ranking"
 * @finding: what the chart shows, in a sentence without a full stop, never more certain than the data
 * @subtitle: (nullable): what the marks mean; left out of a chart where it would be cut
 * @describe: the finding and all the data in words, for those who don't see the chart
 * @draw: draws below pen->top
 * @csv: the data; see votum-chart-csv.h
 * @has_data: (nullable): whether there is something to draw
 * @n_rows: (nullable): lines of text that stand below each other, for whoever gives the chart its room
 */
typedef struct {
  const char *name;
  char     *(*finding)  (const VotumChart *chart);
  char     *(*subtitle) (const VotumChart *chart);
  char     *(*describe) (const VotumChart *chart);
  void      (*draw)     (const VotumChart *chart, VotumPen *pen);
  void      (*csv)      (const VotumChart *chart, VotumChartCsv *csv);
  gboolean  (*has_data) (const VotumChart *chart);
  guint     (*n_rows)   (const VotumChart *chart);
} VotumChartKind;

struct _VotumChart {
  gatomicrefcount       references;
  const VotumChartKind *kind;
  const char           *lang;
  const char           *title;     /* (nullable): instead of the finding */
  const char           *subtitle;  /* (nullable): instead of the kind's */
  gconstpointer         data;      /* the kind's own struct, copied */
  GPtrArray            *memory;    /* all that the data point to */
};

/* A chart without data yet; @title and @subtitle (nullable) stand instead of the finding and the kind's words. */
VotumChart  *votum_chart_new       (const VotumChartKind *kind, const char *lang, const char *title, const char *subtitle);
/* Copies that live as long as the chart does. */
gpointer     votum_chart_keep      (VotumChart *self, gconstpointer data, gsize n, gsize size);
char        *votum_chart_keep_text (VotumChart *self, const char *text);

void         votum_pen_begin   (VotumPen *pen, cairo_t *cr, const char *lang, double width, double height,
                                const VotumChartStyle *style);
void         votum_pen_end     (VotumPen *pen);
/* Title and subtitle; returns where the chart may begin. */
double       votum_pen_head    (VotumPen *pen, const char *title, const char *subtitle);
double       votum_pen_width   (VotumPen *pen, const VotumFace *face, const char *text);
/* One line, cut with an ellipsis at @room (below zero: never); its left, middle or right at @x. */
void         votum_pen_word    (VotumPen *pen, const VotumFace *face, const char *text, double x, double y, double anchor,
                                double room, VotumColour colour);
/* At most @lines lines; returns a layout to be drawn by votum_pen_layout(). (transfer full) */
PangoLayout *votum_pen_wrap    (VotumPen *pen, const VotumFace *face, const char *text, double room, guint lines,
                                PangoAlignment alignment);
/* The same for a name that is drawn often, flush left: shared where it stands on one line, so don't change it. (transfer full) */
PangoLayout *votum_pen_name    (VotumPen *pen, const VotumFace *face, const char *text, double room, guint lines);
void         votum_pen_layout  (VotumPen *pen, const VotumFace *face, PangoLayout *layout, double x, double y,
                                VotumColour colour);
/* A point to rest on, in reading order. Where nobody collects them it costs nothing: ask votum_pen_collects() before
 * making a text. The spot returned is to be given its indices; all are -1. */
gboolean        votum_pen_collects (const VotumPen *pen);
VotumChartSpot *votum_pen_spot     (VotumPen *pen, double x, double y, double width, double height, const char *text);

/* A round step that divides @span into at most @most parts. */
double       votum_nice_step   (double span, guint most);
guint        votum_step_decimals (double step);

G_END_DECLS
