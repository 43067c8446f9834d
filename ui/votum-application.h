#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_APPLICATION (votum_application_get_type ())
G_DECLARE_FINAL_TYPE (VotumApplication, votum_application, VOTUM, APPLICATION, AdwApplication)

VotumApplication *votum_application_new             (void);
VotumDesk        *votum_application_find_desk       (VotumApplication *self, GFile *file);
void              votum_application_add_desk        (VotumApplication *self, VotumDesk *desk);
GSettings        *votum_application_get_settings    (VotumApplication *self);
void              votum_application_remember_window (VotumApplication *self, GtkWindow *window);

G_END_DECLS
