#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

/* What the files of a thing share. Whole numbers lie in memory as such, texts in several languages as texts, all else as
 * canonical text; a reference that has not been looked up is a text. One choice is the word of its field's list itself,
 * which nobody owns. */
#define VOTUM_THING_UNSET G_MININT64

VotumThingValue *votum_thing_value       (VotumThing *self, guint field);
void             votum_thing_clear_value (VotumThing *self, guint field);
void             votum_thing_touch       (VotumThing *self, guint field);
gboolean         votum_thing_is_number   (VotumThing *self, guint field);
gboolean         votum_thing_is_texts    (VotumThing *self, guint field);
gboolean         votum_thing_is_choice   (VotumThing *self, guint field);
int              votum_field_find_choice (const VotumField *field, const char *word, gsize length);

G_END_DECLS
