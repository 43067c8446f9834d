#pragma once

#include <adwaita.h>

#include "votum-settings.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_PREFERENCES_PAGE (votum_preferences_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumPreferencesPage, votum_preferences_page, VOTUM, PREFERENCES_PAGE, AdwPreferencesPage)

GtkWidget *votum_preferences_page_new (VotumSettings *settings);

G_END_DECLS
