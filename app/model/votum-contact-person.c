#include "votum-config.h"

#include "votum-contact-person.h"

/**
 * VotumContactPerson:
 *
 * Whom the secretary writes to.
 */

static const VotumField fields[] = {
  [VOTUM_CONTACT_PERSON_ENTRANT] = { "entrant", VOTUM_FIELD_REF, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_PARENT, .target = VOTUM_KIND_ENTRANT },
  [VOTUM_CONTACT_PERSON_NAME] = { "name", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_CONTACT_PERSON_ROLE] = { "role", VOTUM_FIELD_LINE },
  [VOTUM_CONTACT_PERSON_EMAIL] = { "email", VOTUM_FIELD_LINE },
  [VOTUM_CONTACT_PERSON_PHONE] = { "phone", VOTUM_FIELD_LINE },
};

VOTUM_DEFINE_THING (ContactPerson, contact_person, CONTACT_PERSON, "contact-person", fields, NULL)
