#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Around a list whose rows hold nothing to press: Tab goes past it as past one control, and the arrows go along its rows. GTK
 * stops at every row, of which there may be hundreds. */
#define VOTUM_TYPE_TAB_STOP (votum_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (VotumTabStop, votum_tab_stop, VOTUM, TAB_STOP, AdwBin)

G_END_DECLS
