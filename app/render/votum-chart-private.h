#pragma once

#include "votum-chart.h"
#include "votum-ink.h"
#include "votum-words.h"

G_BEGIN_DECLS

/* Private: what the charts share. Sizes grow with the surface, more slowly than it does. */

typedef struct {
  cairo_t         *cr;
  VotumInk        *ink;
  VotumChartStyle  style;
  double           width, height;
  double           unit;        /* 1 at 800 x 500 */
  double           margin;
  VotumColour      paper, ink_colour, quiet, rule, accent, soft;
  VotumFace        title, subtitle, label, strong, small;
} VotumPen;

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
void         votum_pen_layout  (VotumPen *pen, const VotumFace *face, PangoLayout *layout, double x, double y,
                                VotumColour colour);

/* A round step that divides @span into at most @most parts. */
double       votum_nice_step   (double span, guint most);
guint        votum_step_decimals (double step);

G_END_DECLS
