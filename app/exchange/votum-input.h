#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pieces in which files are read; never the whole. */
#define VOTUM_INPUT_PIECE 65536

/**
 * VotumInput:
 *
 * The bytes of a file that somebody sent us: a regular file, not a link, of a limited size; or a piece of memory.
 */
typedef struct _VotumInput VotumInput;

VotumInput *votum_input_open        (const char *path, gsize max, GError **error);
VotumInput *votum_input_from_memory (gconstpointer data, gsize length, gsize max, GError **error);
void        votum_input_free        (VotumInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumInput, votum_input_free)

gssize      votum_input_read         (VotumInput *self, guint8 *buffer, gsize size, GError **error);
double      votum_input_get_fraction (VotumInput *self);

/* Opens @name beneath @folder (or %AT_FDCWD): never through a link, only a regular file of at most @max bytes. @shown is what a
 * person calls it. Returns the descriptor, or -1. */
int         votum_input_open_regular (int folder, const char *name, const char *shown, gsize max, gsize *size, GError **error);

G_END_DECLS
