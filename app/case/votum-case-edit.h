#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* The commands of everyday work, each checked, written with its log entry and shown as votum_case_apply() does it. */

gboolean votum_case_edit            (VotumCase *self, VotumThing *thing, guint field, const char *canonical_text,
                                     const char *unlock_reason, GError **error);
gboolean votum_case_replace         (VotumCase *self, VotumThing *thing, VotumThing *as_it_becomes, const char *unlock_reason,
                                     GError **error);
gboolean votum_case_add             (VotumCase *self, VotumThing *new_thing, GError **error);
gboolean votum_case_add_unlocked    (VotumCase *self, VotumThing *new_thing, const char *unlock_reason, GError **error);
gboolean votum_case_remove          (VotumCase *self, VotumThing *thing, GError **error);
gboolean votum_case_remove_unlocked (VotumCase *self, VotumThing *thing, const char *unlock_reason, GError **error);
gboolean votum_case_move            (VotumCase *self, VotumThing *thing, guint new_position, const char *unlock_reason, GError **error);
gboolean votum_case_move_to         (VotumCase *self, VotumThing *thing, VotumThing *new_parent, guint new_position,
                                     const char *unlock_reason, GError **error);
gboolean votum_case_add_recusal     (VotumCase *self, VotumThing *recusal, GError **error);

G_END_DECLS
