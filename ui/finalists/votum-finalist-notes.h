#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* The notes about a finalist that may be read in this copy. */
#define VOTUM_TYPE_FINALIST_NOTES (votum_finalist_notes_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistNotes, votum_finalist_notes, VOTUM, FINALIST_NOTES, VotumPart)

G_END_DECLS
