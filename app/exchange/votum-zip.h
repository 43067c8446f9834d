#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes a ZIP container as office formats ask for it: no extra fields, sizes known in front, the same bytes for the same
 * content. Small parts in memory; no more than 65535 of them, nor 4 GB. */
typedef struct _VotumZip VotumZip;

VotumZip *votum_zip_new    (const char *created);
void      votum_zip_free   (VotumZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumZip, votum_zip_free)
gboolean  votum_zip_add    (VotumZip *self, const char *name, GBytes *bytes, gboolean packed, GError **error);
GBytes   *votum_zip_finish (VotumZip *self);

G_END_DECLS
