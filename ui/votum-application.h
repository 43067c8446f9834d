#pragma once

#include <adwaita.h>

#include "votum-desk.h"
#include "votum-settings.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_APPLICATION (votum_application_get_type ())
G_DECLARE_FINAL_TYPE (VotumApplication, votum_application, VOTUM, APPLICATION, AdwApplication)

VotumApplication *votum_application_new             (void);
VotumDesk        *votum_application_find_desk       (VotumApplication *self, GFile *file);
void              votum_application_add_desk        (VotumApplication *self, VotumDesk *desk);
VotumSettings    *votum_application_get_settings    (VotumApplication *self);
void              votum_application_open_file       (VotumApplication *self, GFile *file, GtkWindow *asked_in, const char *page);
void              votum_application_remember        (VotumApplication *self, GtkWindow *leaving);
void              votum_application_notify          (VotumApplication *self, GtkWindow *window, const char *title, const char *body);

G_END_DECLS
