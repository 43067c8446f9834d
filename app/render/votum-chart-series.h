#pragma once

#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: how finalists are told apart in a chart of lines or points. Four ways at once, so that neither grey print nor
 * colour blindness takes it away: hue, lightness, dash and marker; and whoever draws lines writes the name or the letter
 * beside the line as well (votum-chart-labels.h). Number 0 is whom the chart is about, most often the leader.
 * From VOTUM_SERIES_MAX on all look alike: quiet, thin, told apart by their labels only. */

#define VOTUM_SERIES_MAX 8

VotumColour votum_series_colour (const VotumPen *pen, guint series);
/* "A", "B" ...; "" from VOTUM_SERIES_MAX on. */
const char *votum_series_letter (guint series);
/* Sets colour, width and dash of the next stroke; ends with votum_series_stroke_end(), since a dash stays set. */
void        votum_series_stroke_begin (VotumPen *pen, guint series);
void        votum_series_stroke_end   (VotumPen *pen);
/* Its middle at @x, @y; @size 1 is a radius of three points. */
void        votum_series_marker (VotumPen *pen, guint series, double x, double y, double size);

G_END_DECLS
