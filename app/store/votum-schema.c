#include "votum-config.h"

#include "votum-schema.h"

#include "votum-sql.h"

/* The schema of a case file, version by version. A version that has been released is frozen: its text is compared
 * letter by letter with what a file holds. A new version is a new list, and a migration that leads to it.
 *
 * Every thing of the model is a row with its number, the id that people use, that id without regard to case, one
 * column per field, and a checksum over all of it. */
static const char *const version_1[] = {
#include "votum-schema-1.h"
  NULL
};

/* Version 2 keeps what has been typed and is not finished. A draft has no number and no place in the log: it is kept
 * several times a second and says nothing about the case until it is finished. */
#define DRAFT_TABLE                                                                                                    \
  "CREATE TABLE draft (\n"                                                                                             \
  "  place TEXT NOT NULL CHECK (length (place) BETWEEN 1 AND 200),\n"                                                  \
  "  text TEXT NOT NULL CHECK (length (text) BETWEEN 1 AND 65536),\n"                                                  \
  "  time TEXT NOT NULL CHECK (length (time) <= 40),\n"                                                                \
  "  sum BLOB NOT NULL CHECK (length (sum) = 16)\n"                                                                    \
  ") STRICT"
#define DRAFT_INDEX "CREATE UNIQUE INDEX draft_place ON draft (place)"

static const char *const version_2[] = {
#include "votum-schema-1.h"
  DRAFT_TABLE,
  DRAFT_INDEX,
  NULL
};

static gboolean
migrate_to_2 (sqlite3 *db,
              GError **error)
{
  return votum_sql_exec (db, DRAFT_TABLE "; " DRAFT_INDEX, sqlite3_db_filename (db, "main"), error);
}

/* Version 3 keeps who was given a copy of the case, the ballots that came back, and the keys for both. A secret is no part of
 * the case: it is in no log and in no export. */
static const char *const version_3[] = {
#include "votum-schema-1.h"
  DRAFT_TABLE,
  DRAFT_INDEX,
#include "votum-schema-3.h"
  NULL
};

static const char *const added_by_3[] = {
#include "votum-schema-3.h"
};

static gboolean
migrate_to_3 (sqlite3 *db,
              GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (added_by_3); i++)
    if (!votum_sql_exec (db, added_by_3[i], sqlite3_db_filename (db, "main"), error))
      return FALSE;

  return TRUE;
}

static const VotumSchema schema = {
  .version = VOTUM_STORE_VERSION,
  .statements = { [1] = version_1, [2] = version_2, [3] = version_3 },
  .migrations = { [2] = migrate_to_2, [3] = migrate_to_3 },
};

/**
 * votum_schema_has_kind:
 * @version: a version of the schema
 * @kind: a kind of thing
 *
 * Returns: whether files of that version have a table for it
 */
gboolean
votum_schema_has_kind (int       version,
                       VotumKind kind)
{
  return version >= 3 || (kind != VOTUM_KIND_HAND_OUT && kind != VOTUM_KIND_BALLOT);
}

/**
 * votum_schema_get:
 *
 * Returns: (transfer none): the schema that this program writes, and the ways that lead to it
 */
const VotumSchema *
votum_schema_get (void)
{
  return &schema;
}
