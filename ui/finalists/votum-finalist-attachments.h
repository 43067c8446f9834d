#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* The files that came with a submission, kept inside the case. */
#define VOTUM_TYPE_FINALIST_ATTACHMENTS (votum_finalist_attachments_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistAttachments, votum_finalist_attachments, VOTUM, FINALIST_ATTACHMENTS, VotumPart)

G_END_DECLS
