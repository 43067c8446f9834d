#pragma once

#include "votum-case-import.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* How the preview of an import speaks of things that may not be in the case yet. */

char *votum_import_word_count   (VotumKind kind, guint n);
char *votum_import_word_name    (VotumDesk *desk, VotumImport *import, VotumThing *thing, gboolean whole);
char *votum_import_word_changes (VotumDesk *desk, VotumImport *import, VotumThing *old_thing, VotumThing *new_thing);

G_END_DECLS
