#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VotumSettings:
 *
 * What the program remembers for its user. Where the schema is not installed it runs all the same, and forgets.
 *
 * Properties: "language" ("" for the desktop's), "style" ("system", "light", "dark"), "restore-session", "notifications",
 * "last-cases" (strings), "watched-folders" (strings), "ballot-folder" (where the last ballot was saved, "" for nowhere yet),
 * "window-width", "window-height", "window-maximized".
 */
#define VOTUM_TYPE_SETTINGS (votum_settings_get_type ())
G_DECLARE_FINAL_TYPE (VotumSettings, votum_settings, VOTUM, SETTINGS, GObject)

VotumSettings      *votum_settings_new               (void);

const char         *votum_settings_get_language      (VotumSettings *self);
const char         *votum_settings_get_style         (VotumSettings *self);
gboolean            votum_settings_get_restore       (VotumSettings *self);
gboolean            votum_settings_get_notifications (VotumSettings *self);
const char *const  *votum_settings_get_last_cases    (VotumSettings *self);
void                votum_settings_set_last_cases    (VotumSettings *self, const char *const *cases);
const char         *votum_settings_get_ballot_folder (VotumSettings *self);
void                votum_settings_set_ballot_folder (VotumSettings *self, const char *folder);
char               *votum_settings_get_watched       (VotumSettings *self, const char *uuid);
void                votum_settings_set_watched       (VotumSettings *self, const char *uuid, const char *uri);
void                votum_settings_get_window        (VotumSettings *self, int *width, int *height, gboolean *maximized);
void                votum_settings_set_window        (VotumSettings *self, int width, int height, gboolean maximized);

G_END_DECLS
