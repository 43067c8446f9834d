#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* Files that belong to an entrant's submission or to a note. Their bytes lie in the case. */

VotumThing *votum_case_add_attachment    (VotumCase *self, VotumThing *owner, const char *path, GError **error);
GBytes     *votum_case_get_attachment    (VotumCase *self, VotumThing *attachment, GError **error);
char       *votum_case_export_attachment (VotumCase *self, VotumThing *attachment, const char *folder, GError **error);

G_END_DECLS
