#pragma once

#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: an axis of numbers, and how what is uncertain is drawn along one.
 *
 *   VotumAxis axis;
 *   votum_axis_init (&axis, pen, low, high, VOTUM_AXIS_ROUND);           which numbers
 *   left = pen->margin + votum_axis_figures (&axis, pen) + 6 * pen->unit;  a vertical one: room for its figures
 *   votum_axis_lay (&axis, pen, bottom, top);                            from where to where; upwards here
 *   votum_axis_draw_y (&axis, pen, left, right);                         the lines of the grid, and the figures
 *   y = votum_axis_at (&axis, value);
 *
 * The figures never touch each other and never leave the surface: there are as few of them as that takes. */

typedef enum {
  VOTUM_AXIS_ROUND,   /* the ends move out to round numbers */
  VOTUM_AXIS_FIXED,   /* the ends are the scale's own */
  VOTUM_AXIS_PERCENT, /* fixed ends, 0 to 1 is told as 0 to 100 per cent */
} VotumAxisKind;

typedef struct {
  VotumAxisKind kind;
  const char   *lang;
  double        min, max;   /* min < max */
  double        step;
  double        from, to;   /* where min and max are */
} VotumAxis;

/* @low and @high may be equal, or not finite where there is nothing to draw. */
void    votum_axis_init    (VotumAxis *axis, VotumPen *pen, double low, double high, VotumAxisKind kind);
/* Before it is laid: how wide the figures are at most. */
double  votum_axis_figures (VotumAxis *axis, VotumPen *pen);
/* Chooses the step that has room between @from and @to. */
void    votum_axis_lay     (VotumAxis *axis, VotumPen *pen, double from, double to);
/* Values beyond the ends are drawn at the ends. */
double  votum_axis_at      (const VotumAxis *axis, double value);
/* A number of the axis as it is written there, with @more decimals than its steps have. (transfer full) */
char   *votum_axis_text    (const VotumAxis *axis, double value, guint more);
/* Vertical lines from @top to @bottom, with the figures below: they take pen->small.leading + 3 * pen->unit. */
void    votum_axis_draw_x  (const VotumAxis *axis, VotumPen *pen, double top, double bottom);
/* Horizontal lines from @left to @right, with the figures to the left. */
void    votum_axis_draw_y  (const VotumAxis *axis, VotumPen *pen, double left, double right);

/* What is uncertain: a line with end caps from @low to @high, with a halo of the ground, so that it is seen on a bar too. */
void    votum_draw_interval (VotumPen *pen, double low, double high, double y, double cap, VotumColour colour);

G_END_DECLS
