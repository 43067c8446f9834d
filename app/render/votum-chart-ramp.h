#pragma once

#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: a field of colour for a number, for heat maps and stacks. One hue that only grows darker (lighter on a dark
 * ground), so that grey print and colour blindness keep the order; the number itself is to stand in the field. */

/* @t from 0 to 1; NaN: the ground. */
VotumColour votum_ramp_colour (const VotumPen *pen, double t);
/* The ink that is read on such a field: at least 4.5:1. */
VotumColour votum_ramp_ink    (const VotumPen *pen, double t);
/* Hatching for what is not there: recused, not observed. */
void        votum_draw_hatch  (VotumPen *pen, double x, double y, double width, double height);

G_END_DECLS
