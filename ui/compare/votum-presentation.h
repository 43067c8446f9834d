#pragma once

#include <adwaita.h>

#include "votum-compare-look.h"

G_BEGIN_DECLS

/**
 * VotumPresentation:
 *
 * What is looked at, for everybody in the room: one chart at a time over the whole screen, in type that is read from the last
 * chair. Keys lead from one to the next, N hides the jurors' names, Escape ends it. Notes and comments are never on it.
 */
#define VOTUM_TYPE_PRESENTATION (votum_presentation_get_type ())
G_DECLARE_FINAL_TYPE (VotumPresentation, votum_presentation, VOTUM, PRESENTATION, AdwWindow)

void votum_presentation_present (GtkWindow *parent, VotumCompareLook *look, const char *finding);

G_END_DECLS
