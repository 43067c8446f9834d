#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Name, class, place and what else is known of a finalist, to be changed where it stands. */
#define VOTUM_TYPE_FINALIST_ABOUT (votum_finalist_about_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistAbout, votum_finalist_about, VOTUM, FINALIST_ABOUT, AdwPreferencesGroup)

void votum_finalist_about_show (VotumFinalistAbout *self, VotumDesk *desk, VotumThing *entrant);

G_END_DECLS
