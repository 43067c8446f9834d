#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows while it has no case. */
#define VOTUM_TYPE_WELCOME (votum_welcome_get_type ())
G_DECLARE_FINAL_TYPE (VotumWelcome, votum_welcome, VOTUM, WELCOME, AdwBin)

GtkWidget *votum_welcome_new (void);

G_END_DECLS
