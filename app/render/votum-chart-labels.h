#pragma once

#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: labels that never collide. Three ways, for three needs.
 *
 * 1. A column of names beside lines or rows (a slope, a bump, a weight walk): each wants to stand at its line's end; they
 *    are pushed apart as little as possible, with a thin leader where that moved them, and where there is no room for all,
 *    the last of them are left out and their number said.
 *
 *      VotumColumnLabel labels[] = { { .text = "Nordlys Kraft", .at = 103, .colour = ..., .strong = TRUE }, ... };
 *      room = votum_column_width (pen, &pen->small, labels, n, most);
 *      votum_column_draw (pen, &pen->small, labels, n, &column);
 *
 * 2. A name beside a point, wherever it is free: tell first what is taken (votum_labels_block, votum_labels_block_line),
 *    then place labels in the order of their importance; what finds no place is not drawn.
 *
 *      g_autoptr (VotumLabels) labels = votum_labels_new (pen);
 *      votum_labels_block (labels, x - r, y - r, 2 * r, 2 * r);
 *      votum_labels_place (labels, &pen->small, "leads from 22.4%", x, y, r, pen->ink_colour);
 *
 * 3. A legend at the foot, as many beside each other as there is room for.
 *
 *      bottom = votum_legend_draw (pen, names, series, n) - 4 * pen->unit;
 */

/**
 * VotumColumnLabel:
 * @text: the name; it is wrapped where there is room, and cut only where there is none
 * @at: where it would like to stand: its middle
 * @colour: of its text
 * @strong: in the heavier face
 * @y: (out): top of where it stands
 * @height: (out): of it; 0 where it is left out
 */
typedef struct {
  const char  *text;
  double       at;
  VotumColour  colour;
  gboolean     strong;
  double       y, height;
} VotumColumnLabel;

/**
 * VotumColumn:
 * @x: of the side that the lines end at
 * @right: whether the labels stand to the right of @x; otherwise to the left, flush right
 * @room: the width there is
 * @top: no label stands above
 * @bottom: nor below
 * @lead_from: where the leaders begin; @x: none
 */
typedef struct {
  double   x;
  gboolean right;
  double   room;
  double   top, bottom;
  double   lead_from;
} VotumColumn;

/* The width the labels would like, up to @most, and room for two lines counted. */
double votum_column_width (VotumPen *pen, const VotumFace *face, const VotumColumnLabel *labels, guint n, double most);
/* Places and draws; the order of the array is their importance. Returns how many were left out. */
guint  votum_column_draw  (VotumPen *pen, const VotumFace *face, VotumColumnLabel *labels, guint n, const VotumColumn *column);
/* Pushes boxes of @heights apart that want to stand with their middles at @at, which is rising; gives their tops. They
 * keep within @top and @bottom if they fit there. */
void   votum_spread       (const double *at, const double *heights, double *tops, guint n, double top, double bottom);

typedef struct _VotumLabels VotumLabels;

VotumLabels *votum_labels_new        (VotumPen *pen);
void         votum_labels_free       (VotumLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumLabels, votum_labels_free)

void         votum_labels_block      (VotumLabels *self, double x, double y, double width, double height);
void         votum_labels_block_line (VotumLabels *self, double x1, double y1, double x2, double y2);
/* Whether a box is on the surface, below the title, and touches nothing. */
gboolean     votum_labels_is_free    (const VotumLabels *self, double x, double y, double width, double height);
/* Draws @text near @x, @y, at least @away from it, where it is free; returns whether there was such a place. */
gboolean     votum_labels_place      (VotumLabels *self, const VotumFace *face, const char *text, double x, double y, double away,
                                      VotumColour colour);
/* The same, but only right beside it: for a letter, which belongs to whatever is next to it. */
gboolean     votum_labels_place_close (VotumLabels *self, const VotumFace *face, const char *text, double x, double y, double away,
                                       VotumColour colour);

/* Lines, markers, letters and names of @n series, of which @series are the numbers; returns the top of the legend. */
double       votum_legend_draw       (VotumPen *pen, const char * const *names, const guint *series, guint n);

G_END_DECLS
