#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* All that the case knows of one finalist: to read; for the chair and the secretary also to change where it stands. */
#define VOTUM_TYPE_FINALIST_DETAIL (votum_finalist_detail_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistDetail, votum_finalist_detail, VOTUM, FINALIST_DETAIL, AdwBin)

void        votum_finalist_detail_show        (VotumFinalistDetail *self, VotumDesk *desk, VotumThing *entrant);
VotumThing *votum_finalist_detail_get_entrant (VotumFinalistDetail *self);
void        votum_finalist_detail_edit        (VotumFinalistDetail *self, gboolean editing);
void        votum_finalist_detail_toggle      (VotumFinalistDetail *self);
void        votum_finalist_detail_reveal      (VotumFinalistDetail *self, VotumThing *thing);

G_END_DECLS
