#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"

static gboolean
has_content (VotumStore *self,
             const char *digest,
             gboolean   *there,
             GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT 1 FROM content WHERE digest = :digest", error);
  int rc = SQLITE_OK;

  if (statement == NULL)
    return FALSE;
  rc = votum_bind_text (statement, rc, ":digest", digest);
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  *there = rc == SQLITE_ROW;

  return rc == SQLITE_ROW || rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}

/* A case that is larger than any case may be is not opened again: attachments leave room for the rest of it. */
static gboolean
has_room (VotumStore *self,
          gsize       length,
          GError    **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL || file->pMethods == NULL ||
      file->pMethods->xFileSize (file, &size) != SQLITE_OK || size + (gint64) length <= VOTUM_STORE_MAX_SIZE / 4 * 3)
    return TRUE;

  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT,
                       _("The case has no room for more attachments. Make the file smaller, or keep it outside of the case."));
  return FALSE;
}

/**
 * votum_store_put_content:
 * @self: a store
 * @bytes: at most 64 MiB
 * @error: return location
 *
 * Keeps the bytes of an attachment. The same bytes are kept once; they stay as long as the case, since the log may refer to
 * them.
 *
 * Returns: (transfer full): their digest, or %NULL with @error set
 */
char *
votum_store_put_content (VotumStore *self,
                         GBytes     *bytes,
                         GError    **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  g_autofree char *digest = NULL;
  g_autoptr(VotumStatement) statement = NULL;
  gboolean there;
  int rc = SQLITE_OK;

  if (length > VOTUM_STORE_MAX_CONTENT)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, _("The attachment is larger than 64 MiB. Make it smaller and add it again."));
      return NULL;
    }
  if (!votum_store_may_write (self, error))
    return NULL;

  digest = votum_digest (data, length);
  if (!has_content (self, digest, &there, error))
    return NULL;
  if (there)
    return g_steal_pointer (&digest);
  if (!has_room (self, length, error))
    return NULL;

  statement = votum_store_statement (self, "INSERT INTO content (digest, data) VALUES (:digest, :data)", error);
  if (statement == NULL)
    return NULL;
  rc = votum_bind_text (statement, rc, ":digest", digest);
  /* no bytes are bytes too, and not NULL */
  rc = votum_bind_bytes (statement, rc, ":data", length > 0 ? data : "", length);

  return votum_store_step_done (self, statement, rc, error) ? g_steal_pointer (&digest) : NULL;
}

/**
 * votum_store_peek_content:
 * @self: a store
 * @digest: what votum_store_put_content() returned
 * @error: return location
 *
 * Returns: (transfer full): the bytes that are kept under that digest, for votum_content_check(); or %NULL with @error set:
 *   %VOTUM_ERROR_NOT_FOUND
 */
GBytes *
votum_store_peek_content (VotumStore *self,
                          const char *digest,
                          GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT data FROM content WHERE digest = :digest", error);
  int rc = SQLITE_OK;

  if (statement == NULL)
    return NULL;
  rc = votum_bind_text (statement, rc, ":digest", digest);
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc == SQLITE_DONE)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("The attachment's content is not in the case."));
      return NULL;
    }
  if (rc != SQLITE_ROW)
    {
      votum_store_fail (self, rc, error);
      return NULL;
    }

  return g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
}

/**
 * votum_content_check:
 * @path: of the case, for people
 * @bytes: what votum_store_peek_content() returned
 * @digest: the digest they were asked for by
 * @error: return location
 *
 * Needs no store: it may be done by any thread.
 *
 * Returns: whether they are what was taken in; if not, @error is %VOTUM_ERROR_DAMAGED
 */
gboolean
votum_content_check (const char *path,
                     GBytes     *bytes,
                     const char *digest,
                     GError    **error)
{
  g_autofree char *found = votum_digest (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return strcmp (found, digest) == 0 || votum_damaged (path, error, _("an attachment's content is not what was attached"));
}

/**
 * votum_store_get_content:
 * @self: a store
 * @digest: what votum_store_put_content() returned
 * @error: return location
 *
 * Returns: (transfer full): the bytes, which have that digest; or %NULL with @error set: %VOTUM_ERROR_NOT_FOUND,
 *   %VOTUM_ERROR_DAMAGED
 */
GBytes *
votum_store_get_content (VotumStore *self,
                         const char *digest,
                         GError    **error)
{
  g_autoptr(GBytes) bytes = votum_store_peek_content (self, digest, error);

  return bytes != NULL && votum_content_check (self->path, bytes, digest, error) ? g_steal_pointer (&bytes) : NULL;
}

/**
 * votum_check_contents:
 * @self: a store
 * @error: return location
 *
 * Returns: whether all attachments' bytes have their digests
 */
gboolean
votum_check_contents (VotumStore *self,
                      GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT digest, data FROM content", error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gboolean ok = TRUE;
      const char *digest = votum_column_text (statement, 0, &ok);
      g_autofree char *found = votum_digest (sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1));

      if (!ok || strcmp (found, digest) != 0)
        return votum_store_damaged (self, error, _("an attachment's content is not what was attached"));
    }

  return rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}
