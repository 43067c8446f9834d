#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* Carries progress from the thread that works to the main context that asked for it. */
typedef struct _VotumRelay VotumRelay;

VotumRelay      *votum_relay_new      (const VotumWork *work);
VotumRelay      *votum_relay_ref      (VotumRelay *self);
void             votum_relay_unref    (VotumRelay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumRelay, votum_relay_unref)
const VotumWork *votum_relay_get_work (VotumRelay *self);
void             votum_relay_stop     (VotumRelay *self);

G_END_DECLS
