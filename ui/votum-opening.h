#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Long work as seen from outside: what is done, how far it is, and a way to stop it. Signal: "cancelled". */
#define VOTUM_TYPE_OPENING (votum_opening_get_type ())
G_DECLARE_FINAL_TYPE (VotumOpening, votum_opening, VOTUM, OPENING, AdwBin)

void votum_opening_begin    (VotumOpening *self, const char *what);
void votum_opening_progress (VotumOpening *self, double fraction);

G_END_DECLS
