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
 * @statements: by version, its statements as they stand in a file, %NULL at the end; votum_schema_list() leaves out what a later one replaces
 * @migrations: by version, how to get there from the version before
 */
typedef struct {
  int version;
  const char *const *statements[VOTUM_SCHEMA_MAX];
  VotumMigration migrations[VOTUM_SCHEMA_MAX];
} VotumSchema;

const VotumSchema *votum_schema_get (void);
GPtrArray *votum_schema_list (const VotumSchema *self, int version);
char *votum_schema_object_name (const char *statement);
gboolean votum_schema_has_kind (int version, VotumKind kind);

G_END_DECLS
