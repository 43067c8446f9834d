#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* The columns of a thing's table, in this order everywhere: id, key, key_folded, one per field, sum. */
enum {
  COLUMN_ID,
  COLUMN_KEY,
  COLUMN_KEY_FOLDED,
  COLUMN_FIRST_FIELD,
};

static char *
underscored (const char *name)
{
  return g_strdelimit (g_strdup (name), "-", '_');
}

char *
votum_row_table (VotumKind kind)
{
  return underscored (votum_thing_info (kind)->name);
}

static gboolean
is_number (const VotumField *field)
{
  return field->type == VOTUM_FIELD_INTEGER || field->type == VOTUM_FIELD_BOOLEAN || field->type == VOTUM_FIELD_REF;
}

static void
append_columns (GString              *sql,
                const VotumThingInfo *info,
                const char           *format,
                int                   version)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *column = underscored (info->fields[i].name);

      /* parameters count from 1 and stand in the order of the columns */
      if ((int) info->fields[i].since > version)
        g_string_append (sql, "NULL, ");
      else if (format == NULL)
        g_string_append_printf (sql, "\"%s\", ", column);
      else
        g_string_append_printf (sql, "\"%s\" = ?%d, ", column, COLUMN_FIRST_FIELD + 1 + (int) i);
    }
}

/**
 * votum_row_sql:
 * @kind: a kind of thing
 * @op: what to do with a row of its table
 * @version: of the file; a column that came later reads as not set
 *
 * Updating and deleting name the checksum that the row must have: what is not as it was expected stays as it is.
 *
 * Returns: (transfer full): the statement
 */
char *
votum_row_sql (VotumKind kind,
               VotumOp   op,
               int       version)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  g_autofree char *table = votum_row_table (kind);
  int sum = COLUMN_FIRST_FIELD + 1 + (int) info->n_fields;
  GString *sql = g_string_new (NULL);

  switch (op)
    {
    case VOTUM_OP_INSERT:
      g_string_append_printf (sql, "INSERT INTO \"%s\" (id, key, key_folded, ", table);
      append_columns (sql, info, NULL, version);
      g_string_append (sql, "sum) VALUES (?1");
      for (int i = 2; i <= sum; i++)
        g_string_append_printf (sql, ", ?%d", i);
      g_string_append_c (sql, ')');
      break;
    case VOTUM_OP_UPDATE:
      g_string_append_printf (sql, "UPDATE \"%s\" SET key = ?2, key_folded = ?3, ", table);
      append_columns (sql, info, "=", version);
      g_string_append_printf (sql, "sum = ?%d WHERE id = ?1 AND sum = ?%d", sum, sum + 1);
      break;
    case VOTUM_OP_DELETE:
      g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE id = ?1 AND sum = ?2", table);
      break;
    case VOTUM_OP_SELECT:
      g_string_append (sql, "SELECT id, key, key_folded, ");
      append_columns (sql, info, NULL, version);
      g_string_append_printf (sql, "sum FROM \"%s\" ORDER BY id", table);
      break;
    case VOTUM_OP_FREE_KEY:
      /* no id begins with a space */
      g_string_append_printf (sql, "UPDATE \"%s\" SET key_folded = ' ' || id WHERE id = ?1", table);
      break;
    case VOTUM_N_OPS:
    default:
      g_assert_not_reached ();
    }

  return g_string_free (sql, FALSE);
}

/**
 * votum_row_sum_thing:
 * @row: scratch
 * @thing: a thing with number and id
 * @sum: (out): the checksum of its row
 */
void
votum_row_sum_thing (GByteArray *row,
                     VotumThing *thing,
                     guint8      sum[VOTUM_SUM_SIZE])
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  votum_hash_begin (row, info->name);
  votum_hash_number (row, votum_thing_get_id (thing));
  votum_hash_text (row, votum_thing_get_key (thing));
  for (guint i = 0; i < info->n_fields; i++)
    {
      /* what was added to a kind that was there counts by its name, and only where it is set: older rows keep their checksums */
      if (info->fields[i].since > 0 && votum_thing_is_set (thing, i))
        votum_hash_text (row, info->fields[i].name);

      if (!votum_thing_is_set (thing, i))
        {
          if (info->fields[i].since == 0)
            votum_hash_null (row);
        }
      else if (is_number (&info->fields[i]))
        votum_hash_number (row, votum_thing_get_number (thing, i));
      else if (info->fields[i].type == VOTUM_FIELD_TEXTS)
        {
          g_autofree char *json = votum_texts_to_json (votum_thing_get_texts (thing, i));

          votum_hash_text (row, json);
        }
      else
        votum_hash_text (row, votum_thing_get_text (thing, i));
    }
  votum_hash_sum (row, sum);
}

static int
bind_field (sqlite3_stmt     *statement,
            int               place,
            VotumThing       *thing,
            guint             i)
{
  const VotumField *field = &votum_thing_get_info (thing)->fields[i];

  if (!votum_thing_is_set (thing, i))
    return sqlite3_bind_null (statement, place);
  if (is_number (field))
    return sqlite3_bind_int64 (statement, place, votum_thing_get_number (thing, i));
  if (field->type == VOTUM_FIELD_TEXTS)
    return sqlite3_bind_text (statement, place, votum_texts_to_json (votum_thing_get_texts (thing, i)), -1, g_free);

  return sqlite3_bind_text (statement, place, votum_thing_get_text (thing, i), -1, SQLITE_STATIC);
}

/* Binds what VOTUM_OP_INSERT and VOTUM_OP_UPDATE have in common. @thing and @sum must outlive the step. */
int
votum_row_bind_thing (sqlite3_stmt *statement,
                      VotumThing   *thing,
                      const guint8  sum[VOTUM_SUM_SIZE])
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int rc = sqlite3_bind_int64 (statement, COLUMN_ID + 1, votum_thing_get_id (thing));

  if (rc == SQLITE_OK)
    rc = sqlite3_bind_text (statement, COLUMN_KEY + 1, votum_thing_get_key (thing), -1, SQLITE_STATIC);
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_text (statement, COLUMN_KEY_FOLDED + 1, votum_text_fold (votum_thing_get_key (thing)), -1, g_free);
  for (guint i = 0; i < info->n_fields && rc == SQLITE_OK; i++)
    rc = bind_field (statement, COLUMN_FIRST_FIELD + 1 + i, thing, i);
  if (rc == SQLITE_OK)
    rc = sqlite3_bind_blob (statement, COLUMN_FIRST_FIELD + 1 + info->n_fields, sum, VOTUM_SUM_SIZE, SQLITE_STATIC);

  return rc;
}

static gboolean
check_key (VotumThing *thing,
           GError    **error)
{
  const char *key = votum_thing_get_key (thing);
  g_autofree char *clean = key != NULL ? votum_text_clean (key) : NULL;

  if (clean == NULL || strcmp (clean, key) != 0)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A <%s> has no id, or one that is not written as it should be."),
                   votum_thing_get_info (thing)->name);
      return FALSE;
    }

  return votum_text_check_key (key, error);
}

static gboolean
check_texts (VotumThing *thing,
             guint       field,
             GError    **error)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  VotumTexts *texts = votum_thing_get_texts (thing, field);
  g_autofree char *json = votum_texts_to_json (texts);

  for (guint i = 0; i < votum_texts_size (texts); i++)
    if (!votum_texts_check_lang (votum_texts_lang (texts, i), error))
      return FALSE;
  if (strlen (json) <= VOTUM_STORE_MAX_TEXTS)
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("“%s” in <%s> is too long. Shorten it."), info->fields[field].name, info->name);
  return FALSE;
}

static gboolean
check_number (VotumThing *thing,
              guint       field,
              GError    **error)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  gint64 number = votum_thing_get_number (thing, field);
  gint64 most = info->fields[field].type == VOTUM_FIELD_BOOLEAN ? 1 : G_MAXINT32;

  if (number >= (info->fields[field].type == VOTUM_FIELD_REF ? 1 : 0) && number <= most)
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A value in <%s> “%s” is not written as it should be."), info->name,
               votum_thing_get_key (thing));
  return FALSE;
}

/**
 * votum_row_check_thing:
 * @thing: a thing that is to be written
 * @error: return location
 *
 * Nothing is written that could not be read again. Fields are set through checks of their own; what is left to judge is
 * numbers and texts in several languages, which are set as such, and the thing as a whole.
 *
 * Returns: whether @thing can be a row
 */
gboolean
votum_row_check_thing (VotumThing *thing,
                       GError    **error)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  g_return_val_if_fail (!votum_thing_get_symbolic (thing), FALSE);

  if (!check_key (thing, error))
    return FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!votum_thing_is_set (thing, i))
        continue;
      if (is_number (&info->fields[i]) && !check_number (thing, i, error))
        return FALSE;
      if (info->fields[i].type == VOTUM_FIELD_TEXTS && !check_texts (thing, i, error))
        return FALSE;
    }

  return votum_thing_check (thing, error);
}

static gboolean
read_field (sqlite3_stmt *statement,
            VotumThing   *thing,
            guint         i,
            GError      **error)
{
  const VotumField *field = &votum_thing_get_info (thing)->fields[i];
  int column = COLUMN_FIRST_FIELD + i;
  gboolean ok = TRUE;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return votum_thing_set_from_text (thing, i, NULL, error);

  if (is_number (field))
    {
      gint64 number = votum_column_number (statement, column, &ok);
      gint64 most = field->type == VOTUM_FIELD_BOOLEAN ? 1 : G_MAXINT32;

      if (ok && number >= (field->type == VOTUM_FIELD_REF ? 1 : 0) && number <= most)
        {
          votum_thing_set_number (thing, i, number);
          return TRUE;
        }
    }
  else
    {
      const char *text = votum_column_text (statement, column, &ok);

      if (ok && strlen (text) <= VOTUM_STORE_MAX_TEXTS)
        return votum_thing_set_from_text (thing, i, text, error);
    }

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("The value of “%s” is not of its type."), field->name);
  return FALSE;
}

/* A row that has the checksum of what was read from it reads the same in every letter. */
static gboolean
check_sum (sqlite3_stmt *statement,
           int           column,
           const guint8  sum[VOTUM_SUM_SIZE],
           GError      **error)
{
  if (sqlite3_column_type (statement, column) == SQLITE_BLOB && sqlite3_column_bytes (statement, column) == VOTUM_SUM_SIZE &&
      memcmp (sqlite3_column_blob (statement, column), sum, VOTUM_SUM_SIZE) == 0)
    return TRUE;

  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("Its checksum does not fit."));
  return FALSE;
}

/**
 * votum_row_read_thing:
 * @statement: stands on a row of VOTUM_OP_SELECT
 * @kind: the kind
 * @row: scratch
 * @sum: (out): the row's checksum
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the thing, or %NULL with @error set where the row is not one
 */
VotumThing *
votum_row_read_thing (sqlite3_stmt *statement,
                      VotumKind     kind,
                      GByteArray   *row,
                      guint8        sum[VOTUM_SUM_SIZE],
                      GError      **error)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  g_autoptr(VotumThing) thing = votum_thing_new (kind);
  g_autofree char *folded = NULL;
  gboolean ok = TRUE;
  gint64 id = votum_column_number (statement, COLUMN_ID, &ok);
  const char *key = votum_column_text (statement, COLUMN_KEY, &ok);
  const char *key_folded = votum_column_text (statement, COLUMN_KEY_FOLDED, &ok);

  if (!ok || id < 1 || id > G_MAXINT32)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("It has no number or no id."));
      return NULL;
    }

  votum_thing_set_id (thing, id);
  votum_thing_set_key (thing, key);
  if (!check_key (thing, error))
    return NULL;
  folded = votum_text_fold (key);
  if (strcmp (folded, key_folded) != 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("Its id is not stored as it should be."));
      return NULL;
    }

  for (guint i = 0; i < info->n_fields; i++)
    if (!read_field (statement, thing, i, error))
      return NULL;

  votum_row_sum_thing (row, thing, sum);
  if (!check_sum (statement, COLUMN_FIRST_FIELD + info->n_fields, sum, error) || !votum_thing_check (thing, error))
    return NULL;

  return g_steal_pointer (&thing);
}

/**
 * votum_rows_load_things:
 * @self: a store
 * @kind: a kind of thing
 * @things: takes them, ordered by number
 * @state: (nullable): their checksums are added to it
 * @error: return location
 *
 * Returns: whether all of them could be read
 */
gboolean
votum_rows_load_things (VotumStore *self,
                        VotumKind   kind,
                        GPtrArray  *things,
                        VotumState *state,
                        GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, self->sql[kind][VOTUM_OP_SELECT], error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr(GError) local = NULL;
      guint8 sum[VOTUM_SUM_SIZE];
      VotumThing *thing = votum_row_read_thing (statement, kind, self->row, sum, &local);

      if (thing == NULL)
        return votum_store_damaged (self, error, _("<%s> number %" PRId64 ": %s"), votum_thing_info (kind)->name,
                                    (gint64) sqlite3_column_int64 (statement, COLUMN_ID), local->message);
      g_ptr_array_add (things, thing);
      if (state != NULL)
        votum_state_add (state, sum);
    }

  return rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}
