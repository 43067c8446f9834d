#pragma once

#include "votum-case-everything.h"

G_BEGIN_DECLS

/* Whom a file may be given to; the name of its folder says so. */
typedef enum {
  VOTUM_BUNDLE_PUBLIC,
  VOTUM_BUNDLE_FINALISTS,
  VOTUM_BUNDLE_CONFIDENTIAL,
  VOTUM_BUNDLE_INDEX,
  VOTUM_N_BUNDLE_PARTS,
} VotumBundlePart;

typedef struct {
  VotumBundlePart part;
  char           *path;     /* from the folder on, with slashes */
  char           *what;
  char           *lang;     /* nullable */
  gsize           size;
  char           *digest;   /* SHA-256 */
} VotumBundleFile;

/* A folder that is written beside its place and takes its name when it is whole. */
typedef struct {
  char      *folder;
  char      *temporary;     /* NULL once published */
  int        lock;          /* says that this program is at it; -1: nothing does */
  GPtrArray *files;         /* of VotumBundleFile */
} VotumBundle;

VotumBundle *votum_bundle_new     (const char *folder, GError **error);
void         votum_bundle_free    (VotumBundle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumBundle, votum_bundle_free)
gboolean     votum_bundle_put     (VotumBundle *self, VotumBundlePart part, const char *name, GBytes *bytes, const char *what,
                                   const char *lang, GError **error);
char        *votum_bundle_path    (VotumBundle *self, VotumBundlePart part, const char *name, GError **error);
gboolean     votum_bundle_adopt   (VotumBundle *self, VotumBundlePart part, const char *name, const char *what, GError **error);
gboolean     votum_bundle_publish (VotumBundle *self, GError **error);
gboolean     votum_bundle_write_index (VotumBundle *self, VotumCase *votum_case, const char *lang, GError **error);
void         votum_remove_folder  (const char *path);

/* votum-case-everything-left.c */
void         votum_bundle_lock    (VotumBundle *self);
void         votum_bundle_unlock  (VotumBundle *self, const char *folder);
void         votum_bundle_remove_left (const char *parent);

G_END_DECLS
