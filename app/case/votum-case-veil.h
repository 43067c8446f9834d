#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumVeil:
 * @order: (element-type guint): which juror stands where
 * @names: (element-type utf8): what is to be read there, in the same order
 *
 * The jurors of a standing as they are shown: by name in their order, or by letters in the order of a verdict by letters.
 */
typedef struct {
  GArray    *order;
  GPtrArray *names;
} VotumVeil;

VotumVeil *votum_veil_new  (VotumCase *self, GPtrArray *jurors, gboolean anonymous, const char *lang);
void       votum_veil_free (VotumVeil *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumVeil, votum_veil_free)

G_END_DECLS
