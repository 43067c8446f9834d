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

/* Version 4 brings what a jury does together: who marks what, the agenda, marks that were revised or agreed on, the minutes,
 * versions of citations, the words to each finalist; and columns of seven tables that were there. A table that stands twice in a
 * list is the later one. */
static const char *const version_4[] = {
#include "votum-schema-1.h"
  DRAFT_TABLE,
  DRAFT_INDEX,
#include "votum-schema-3.h"
#include "votum-schema-4.h"
  NULL
};

static const char *const added_by_4[] = {
#include "votum-schema-4.h"
};

/**
 * votum_schema_object_name:
 * @statement: a statement of a schema
 *
 * The second and third word say what a statement makes; a unique index has them one further.
 *
 * Returns: (transfer full): the name of what it makes
 */
char *
votum_schema_object_name (const char *statement)
{
  g_auto(GStrv) words = g_strsplit (statement, " ", 5);

  return g_strdup (words[g_str_equal (words[1], "UNIQUE") ? 3 : 2]);
}

/* The columns of a table, the last one aside, which is the checksum. */
static char *
list_columns (sqlite3    *db,
              const char *table,
              const char *path,
              GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr(VotumOnce) statement = votum_sql_prepare (db, sql, path, error);
  GString *columns = g_string_new (NULL);

  for (int i = 0; statement != NULL && i < sqlite3_column_count (statement); i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", sqlite3_column_name (statement, i));

  return g_string_free (columns, statement == NULL);
}

/* A column that was added is not set, and counts nothing in the checksum of its row: that stays as it is. References to the
 * table wait for the end of the transaction, when its rows are there again. */
static gboolean
make_table_anew (sqlite3    *db,
                 const char *table,
                 const char *statement,
                 const char *path,
                 GError    **error)
{
  g_autofree char *columns = list_columns (db, table, path, error);
  g_autofree char *away = g_strdup_printf ("CREATE TEMP TABLE kept AS SELECT * FROM main.%s; DROP TABLE main.%s", table, table);
  g_autofree char *back = g_strdup_printf ("INSERT INTO main.%s (%s) SELECT %s FROM temp.kept; DROP TABLE temp.kept", table,
                                           columns != NULL ? columns : "", columns != NULL ? columns : "");

  return columns != NULL && votum_sql_exec (db, away, path, error) && votum_sql_exec (db, statement, path, error) &&
         votum_sql_exec (db, back, path, error);
}

static gboolean
stands_before_4 (const char *name)
{
  for (guint i = 0; version_3[i] != NULL; i++)
    {
      g_autofree char *other = votum_schema_object_name (version_3[i]);

      if (g_str_equal (name, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
migrate_to_4 (sqlite3 *db,
              GError **error)
{
  const char *path = sqlite3_db_filename (db, "main");

  for (guint i = 0; i < G_N_ELEMENTS (added_by_4); i++)
    {
      g_autofree char *name = votum_schema_object_name (added_by_4[i]);
      gboolean is_table = g_str_has_prefix (added_by_4[i], "CREATE TABLE");

      if (is_table && stands_before_4 (name) ? !make_table_anew (db, name, added_by_4[i], path, error)
                                             : !votum_sql_exec (db, added_by_4[i], path, error))
        return FALSE;
    }

  return TRUE;
}

static const VotumSchema schema = {
  .version = VOTUM_STORE_VERSION,
  .statements = { [1] = version_1, [2] = version_2, [3] = version_3, [4] = version_4 },
  .migrations = { [2] = migrate_to_2, [3] = migrate_to_3, [4] = migrate_to_4 },
};

/**
 * votum_schema_list:
 * @self: a schema
 * @version: one of its versions
 *
 * Returns: (transfer full): the statements that make a file of that version, in order, each by the name of what it makes; where
 *   one stands twice, the later
 */
GPtrArray *
votum_schema_list (const VotumSchema *self,
                   int                version)
{
  g_autoptr(GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *statements = self->statements[version];
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; statements != NULL && statements[i] != NULL; i++)
    g_hash_table_insert (last, votum_schema_object_name (statements[i]), GUINT_TO_POINTER (i));
  for (guint i = 0; statements != NULL && statements[i] != NULL; i++)
    {
      g_autofree char *name = votum_schema_object_name (statements[i]);

      if (g_hash_table_lookup (last, name) == GUINT_TO_POINTER (i))
        g_ptr_array_add (list, (gpointer) statements[i]);
    }

  return list;
}

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
  switch ((int) kind)
    {
    case VOTUM_KIND_HAND_OUT:
    case VOTUM_KIND_BALLOT:
      return version >= 3;
    case VOTUM_KIND_ASSIGNMENT:
    case VOTUM_KIND_POINT:
    case VOTUM_KIND_REVISION:
    case VOTUM_KIND_CONSENSUS:
    case VOTUM_KIND_MEETING:
    case VOTUM_KIND_MINUTE:
    case VOTUM_KIND_WORDING:
    case VOTUM_KIND_FEEDBACK:
      return version >= 4;
    default:
      return TRUE;
    }
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
