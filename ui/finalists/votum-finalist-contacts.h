#pragma once

#include "votum-part.h"

G_BEGIN_DECLS

/* Whom the secretary writes to. What a juror needs of it on a visit is the name; addresses are for the chair and the secretary. */
#define VOTUM_TYPE_FINALIST_CONTACTS (votum_finalist_contacts_get_type ())
G_DECLARE_FINAL_TYPE (VotumFinalistContacts, votum_finalist_contacts, VOTUM, FINALIST_CONTACTS, VotumPart)

G_END_DECLS
