#pragma once

#include "votum-award-xml.h"

G_BEGIN_DECLS

/* How things and their fields are written: decided by the field tables alone, so that reading and writing agree and nothing that
 * is added to a thing can be forgotten. */

typedef enum {
  VOTUM_WRITTEN_ATTRIBUTE,
  VOTUM_WRITTEN_LANGUAGE,  /* the attribute xml:lang */
  VOTUM_WRITTEN_ELEMENT,   /* a child element */
  VOTUM_WRITTEN_CONTENT,   /* the content of the thing's own element */
  VOTUM_WRITTEN_PLACE,     /* by where the element stands: the thing it is a part of */
} VotumWritten;

VotumWritten votum_vocabulary_field      (const VotumThingInfo *info, guint field);
int          votum_vocabulary_content    (const VotumThingInfo *info);
gboolean     votum_vocabulary_needs_id   (VotumKind kind);
gboolean     votum_vocabulary_nests      (VotumKind kind, VotumKind parent);
gboolean     votum_vocabulary_stands_top (VotumKind kind, VotumDocumentType type);
char        *votum_vocabulary_derive_id  (VotumThing *thing, const char *parent, guint number);
char        *votum_vocabulary_clean_refs (const char *text, GError **error);

G_END_DECLS
