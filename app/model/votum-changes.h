#pragma once

#include "votum-marks.h"
#include "votum-thing.h"

G_BEGIN_DECLS

typedef struct {
  VotumThing *old_thing; /* (nullable): as it was; NULL: it is new */
  VotumThing *new_thing; /* (nullable): as it becomes; NULL: it goes */
} VotumThingChange;

/**
 * VotumChanges:
 *
 * What one command changes: things as they were and as they become, and marks likewise. The same value is validated,
 * written, logged, and turned round for undo.
 */
typedef struct _VotumChanges VotumChanges;

VotumChanges           *votum_changes_new      (void);
void                    votum_changes_free     (VotumChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumChanges, votum_changes_free)

void                    votum_changes_thing    (VotumChanges *self, VotumThing *old_thing, VotumThing *new_thing); /* (transfer none), referenced */
guint                   votum_changes_n_things (const VotumChanges *self);
const VotumThingChange *votum_changes_get      (const VotumChanges *self, guint i);
VotumMarks             *votum_changes_old_marks (VotumChanges *self); /* (transfer none): marks that go or are overwritten */
VotumMarks             *votum_changes_new_marks (VotumChanges *self); /* (transfer none): marks that are written; sort after the last */
VotumChanges           *votum_changes_invert   (VotumChanges *self);  /* (transfer full): things in reverse order, old and new swapped */
void                    votum_changes_finish   (VotumChanges *self, const char *place); /* (nullable) */
const char             *votum_changes_get_finished (const VotumChanges *self);         /* (nullable) */
gboolean                votum_changes_is_empty (const VotumChanges *self);
guint                   votum_changes_count    (const VotumChanges *self);

G_END_DECLS
