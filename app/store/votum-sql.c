#include "votum-config.h"

#include "votum-sql.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "votum-error.h"
#include "votum-text.h"

void
votum_statement_release (VotumStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

void
votum_once_finalize (VotumOnce *statement)
{
  sqlite3_finalize (statement);
}

char *
votum_sql_shown (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return votum_text_quote (name);
}

/* SQLite does not always pass on what the system said; its files remember it. */
static int
system_error_of (sqlite3 *db)
{
  static const int pointers[] = { SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER };
  int code = db != NULL ? sqlite3_system_errno (db) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (pointers) && db != NULL && code == 0; i++)
    {
      sqlite3_file *file = NULL;

      if (sqlite3_file_control (db, "main", pointers[i], &file) == SQLITE_OK && file != NULL && file->pMethods != NULL)
        file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &code);
    }

  return code;
}

static gboolean
fail_on_disk (sqlite3    *db,
              int         rc,
              const char *shown,
              GError    **error)
{
  int system_error = system_error_of (db);

  if ((rc & 0xff) == SQLITE_FULL || system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK,
                 _("The disk is full: “%s” could not be written and is as it was before. Make room and try again."), shown);
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK,
                 _("“%s” could not be read or written: %s. Nothing has been changed. Check the disk and try again."), shown,
                 system_error != 0 ? g_strerror (system_error) : sqlite3_errstr (rc));

  return FALSE;
}

/* A file that cannot be made beside the case, in a folder where files can be made, lacks room or descriptors. */
static gboolean
fail_to_write (int         rc,
               const char *path,
               const char *shown,
               GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if ((rc & 0xff) == SQLITE_CANTOPEN && g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK,
                 _("“%s” could not be written: there is no room for another file beside it. Make room and try again."), shown);
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY,
                 _("“%s” cannot be written: the file or its folder is read-only. Copy it to a folder of your own and open "
                   "the copy."), shown);

  return FALSE;
}

gboolean
votum_sql_fail (sqlite3    *db,
                int         rc,
                const char *path,
                GError    **error)
{
  g_autofree char *shown = votum_sql_shown (path);

  switch (rc & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                   _("“%s” is open in another program or window. Close it there and try again."), shown);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return fail_to_write (rc, path, shown, error);
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return fail_on_disk (db, rc, shown, error);
    case SQLITE_NOTADB:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN, _("“%s” is not a Votum case."), shown);
      break;
    case SQLITE_NOMEM:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT,
                   _("There is not enough memory for “%s”. Close other programs and try again."), shown);
      break;
    case SQLITE_TOOBIG:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("Something is too large for “%s”."), shown);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The change does not fit what is in “%s” and was not made: %s."), shown,
                   db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc));
      break;
    default:
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED,
                   _("“%s” is damaged: %s. It was left as it is."), shown, db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc));
      break;
    }

  return FALSE;
}

VotumOnce *
votum_sql_prepare (sqlite3    *db,
                   const char *sql,
                   const char *path,
                   GError    **error)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (rc != SQLITE_OK)
    {
      votum_sql_fail (db, rc, path, error);
      return NULL;
    }

  return statement;
}

gboolean
votum_sql_exec (sqlite3    *db,
                const char *sql,
                const char *path,
                GError    **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK || votum_sql_fail (db, rc, path, error);
}

static int
place (sqlite3_stmt *statement,
       const char   *name,
       int          *rc)
{
  int found = *rc == SQLITE_OK ? sqlite3_bind_parameter_index (statement, name) : 0;

  if (*rc == SQLITE_OK && found == 0)
    *rc = SQLITE_RANGE;

  return found;
}

int
votum_bind_text (sqlite3_stmt *statement,
                 int           rc,
                 const char   *name,
                 const char   *text)
{
  int where = place (statement, name, &rc);

  if (rc == SQLITE_OK)
    rc = text != NULL ? sqlite3_bind_text (statement, where, text, -1, SQLITE_STATIC) : sqlite3_bind_null (statement, where);

  return rc;
}

int
votum_bind_number (sqlite3_stmt *statement,
                   int           rc,
                   const char   *name,
                   gint64        number)
{
  int where = place (statement, name, &rc);

  return rc == SQLITE_OK ? sqlite3_bind_int64 (statement, where, number) : rc;
}

int
votum_bind_bytes (sqlite3_stmt *statement,
                  int           rc,
                  const char   *name,
                  gconstpointer data,
                  gsize         length)
{
  int where = place (statement, name, &rc);

  return rc == SQLITE_OK ? sqlite3_bind_blob64 (statement, where, data, length, SQLITE_STATIC) : rc;
}

const char *
votum_column_text (sqlite3_stmt *statement,
                   int           column,
                   gboolean     *ok)
{
  const char *text;
  int length;

  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    {
      *ok = FALSE;
      return NULL;
    }

  text = (const char *) sqlite3_column_text (statement, column);
  length = sqlite3_column_bytes (statement, column);
  /* g_utf8_validate() with a length also refuses NUL */
  if (text == NULL || !g_utf8_validate (text, length, NULL))
    {
      *ok = FALSE;
      return NULL;
    }

  return text;
}

gint64
votum_column_number (sqlite3_stmt *statement,
                     int           column,
                     gboolean     *ok)
{
  if (sqlite3_column_type (statement, column) != SQLITE_INTEGER)
    *ok = FALSE;

  return sqlite3_column_int64 (statement, column);
}
