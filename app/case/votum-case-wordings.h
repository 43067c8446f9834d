#pragma once

#include "votum-case-composer.h"

G_BEGIN_DECLS

/* Versions of a citation that were kept. */
GPtrArray *votum_case_list_wordings   (VotumCase *self, VotumThing *citation);
gboolean   votum_case_keep_wording    (VotumCase *self, VotumThing *citation, const char *name, GError **error);
gboolean   votum_case_restore_wording (VotumCase *self, VotumThing *wording, GError **error);
GArray    *votum_passages_found_again (const GArray *passages, const char *before, const char *after);

G_END_DECLS
