#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "votum-store.h"

G_BEGIN_DECLS

#define VOTUM_SCHEMA_MAX 32

/* Leads from the version before to the one it stands at. Runs in the transaction that also sets the new version; a
 * migration that changes columns writes the rows' checksums anew. */
typedef gboolean (*VotumMigration) (sqlite3 *db, GError **error);

/**
 * VotumSchema:
 * @version: the version that is written
 * @statements: by version, its statements as they stand in a file, %NULL at the end
 * @migrations: by version, how to get there from the version before
 */
typedef struct {
  int version;
  const char *const *statements[VOTUM_SCHEMA_MAX];
  VotumMigration migrations[VOTUM_SCHEMA_MAX];
} VotumSchema;

const VotumSchema *votum_schema_get (void);
gboolean votum_schema_has_kind (int version, VotumKind kind);

G_END_DECLS
