#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A member of the jury: who it is, what they do, and from whom they stand aside. For those who may, changed where it stands. */
#define VOTUM_TYPE_JUROR_DETAIL (votum_juror_detail_get_type ())
G_DECLARE_FINAL_TYPE (VotumJurorDetail, votum_juror_detail, VOTUM, JUROR_DETAIL, AdwBin)

void votum_juror_detail_show (VotumJurorDetail *self, VotumDesk *desk, VotumThing *juror);

G_END_DECLS
