#pragma once

#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: how finalists are told apart in a chart of lines or points. Four ways at once, so that neither grey print nor
 * colour blindness takes it away: hue, lightness, dash and marker; and whoever draws lines writes the name or the letter
 * beside the line as well (votum-chart-labels.h). The number is the finalist’s own and not its place, so that a change of the
 * lead is seen; from VOTUM_SERIES_MAX on hues come again, with other dashes and markers. Whoever is drawn after so many others
 * is VOTUM_SERIES_QUIET: thin, told apart by the label only. */

#define VOTUM_SERIES_MAX 8
#define VOTUM_SERIES_QUIET G_MAXUINT

/* The number of what is drawn as the @drawn-th from 0; @look is of the data: 1 is number 0, and 0 the place in the drawing. */
guint       votum_series_number (guint drawn, guint look);
VotumColour votum_series_colour (const VotumPen *pen, guint series);
/* "A", "B" ... "Z", "A2" ...; "" for the quiet. */
const char *votum_series_letter (guint series);
/* Sets colour, width and dash of the next stroke; ends with votum_series_stroke_end(), since a dash stays set.
 * @first: whom the chart is about, most often the leader: heavier. */
void        votum_series_stroke_begin (VotumPen *pen, guint series, gboolean first);
void        votum_series_stroke_end   (VotumPen *pen);
/* Its middle at @x, @y; @size 1 is a radius of three points. */
void        votum_series_marker (VotumPen *pen, guint series, double x, double y, double size);

G_END_DECLS
