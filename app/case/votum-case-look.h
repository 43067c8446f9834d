#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/**
 * VotumLook:
 * @class_thing: (nullable): a class
 * @entrants: (nullable) (element-type VotumThing): only these; places are among them
 * @without: (nullable) (element-type VotumThing): jurors whose marks are left out
 * @weights: (nullable) (element-type VotumThing VotumDecimal): weights to take instead of those of the case
 *
 * A case as somebody wants to look at it. Nothing of it is stored, and what comes of it decides nothing.
 */
typedef struct {
  VotumThing *class_thing;
  GPtrArray  *entrants;
  GPtrArray  *without;
  GHashTable *weights;
} VotumLook;

VotumStanding *votum_case_look         (VotumCase *self, const VotumLook *look, GError **error);
GPtrArray     *votum_case_look_things  (VotumCase *self, VotumThing *class_thing, VotumKind kind);
VotumStanding *votum_standing_snapshot (const VotumStanding *self);
VotumStanding *votum_standing_veiled   (const VotumStanding *self, VotumCase *votum_case, const char *lang);
VotumResult   *votum_standing_work_out (const VotumStanding *self, GCancellable *cancellable, GError **error);

G_END_DECLS
