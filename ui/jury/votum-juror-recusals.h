#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* From whom a member of the jury stands aside, and why. */
#define VOTUM_TYPE_JUROR_RECUSALS (votum_juror_recusals_get_type ())
G_DECLARE_FINAL_TYPE (VotumJurorRecusals, votum_juror_recusals, VOTUM, JUROR_RECUSALS, VotumPart)

G_END_DECLS
