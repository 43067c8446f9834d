#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* Words that are being written: a visit note, a comment, a citation. They are kept beside the case as they are typed, by
 * the place where they are written ("note:new:visit-3", "citation:17:text"; at most 180 bytes on one line, made by the
 * window), and are no part of it until they are finished. They are neither in the log nor in anything exported, and those of
 * one holder of the case are not there for another. */

gboolean     votum_case_keep_draft      (VotumCase *self, const char *place, const char *text, GError **error);
const char  *votum_case_get_draft       (VotumCase *self, const char *place);
char       **votum_case_list_drafts     (VotumCase *self, const char *prefix);

/* A change that makes a part of the case of what was written, and the draft is gone: in one transaction, so that no
 * interruption leaves the words twice or not at all. Else as the function without "finishing". */
gboolean     votum_case_apply_finishing (VotumCase *self, VotumChanges *changes, const char *command, const char *subject,
                                         const char *place, GError **error);
gboolean     votum_case_add_finishing   (VotumCase *self, VotumThing *new_thing, const char *place, GError **error);
gboolean     votum_case_edit_finishing  (VotumCase *self, VotumThing *thing, guint field, const char *canonical_text,
                                         const char *place, GError **error);
gboolean     votum_case_replace_finishing (VotumCase *self, VotumThing *thing, VotumThing *as_it_becomes, const char *place, GError **error);
gboolean     votum_case_set_mark_finishing (VotumCase *self, const VotumMark *mark, const char *place, GError **error);

G_END_DECLS
