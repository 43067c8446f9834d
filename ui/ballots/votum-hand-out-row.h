#pragma once

#include <adwaita.h>

#include "votum-hand-out-window.h"

G_BEGIN_DECLS

/* A file that somebody is to get: whether it is made, and the mail to send it with. */
#define VOTUM_TYPE_HAND_OUT_ROW (votum_hand_out_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumHandOutRow, votum_hand_out_row, VOTUM, HAND_OUT_ROW, AdwExpanderRow)

GtkWidget *votum_hand_out_row_new  (VotumDesk *desk, const VotumHandOutFile *hand_out, AdwToastOverlay *toasts);
void       votum_hand_out_row_done (VotumHandOutRow *self, GPtrArray *remarks, const char *problem);

G_END_DECLS
