#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

static gboolean
run_migrations (VotumStore *self,
                int         from,
                GError    **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%d", self->schema->version);

  if (!votum_store_exec (self, "BEGIN EXCLUSIVE", error))
    return FALSE;
  for (int to = from + 1; to <= self->schema->version; to++)
    {
      g_assert (self->schema->migrations[to] != NULL);
      if (!self->schema->migrations[to] (self->db, error))
        return FALSE;
    }

  /* its rows could not be read before: what does not hold together is taken back, and the file refused as it was */
  return votum_store_exec (self, version, error) && votum_check_schema (self, self->schema->version, error) &&
         votum_store_check_rows (self, error) && votum_store_exec (self, "COMMIT", error);
}

/**
 * votum_store_migrate:
 * @self: a store that has been checked
 * @from: the version of its file
 * @error: return location
 *
 * Brings the file to the version of this program, after a backup, in one transaction, and reads its rows.
 *
 * Returns: whether it is there; else the file is as it was
 */
gboolean
votum_store_migrate (VotumStore *self,
                     int         from,
                     GError    **error)
{
  g_autofree char *backup = NULL;

  if (self->read_only)
    {
      g_autofree char *shown = votum_sql_shown (self->path);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY,
                   _("“%s” was written by an older Votum and has to be changed before it can be read. Copy it and open the copy."), shown);
      return FALSE;
    }

  backup = votum_store_keep_backup (self, error);
  if (backup == NULL)
    return FALSE;
  if (!run_migrations (self, from, error))
    {
      votum_store_rollback (self);
      return FALSE;
    }

  return TRUE;
}
