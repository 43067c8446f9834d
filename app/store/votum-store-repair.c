#include "votum-config.h"

#include "votum-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "votum-error.h"

/* A damaged file is never touched: it is copied, with its journal, to a folder of its own, and the copy is put right as
 * far as that needs no guessing. All cases of a version have the same header and, where they were made by the same
 * statements, the same pages for their schema: those can be taken from a new case. A case that was brought to its version
 * has the tables of the version it was made in at those pages, and later ones anywhere: it is read as what it was made as. */

#define CASE_NAME "case.votum"

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
put_big_endian (guint8 *bytes,
                guint32 number)
{
  for (guint i = 0; i < 4; i++)
    bytes[i] = (number >> (24 - 8 * i)) & 0xff;
}

/* The header says again what it says in every case: the list of free pages is left out, since nothing is written. */
static gboolean
repair_header (const char *path,
               const char *shown_path,
               GError    **error)
{
  guint8 header[100] = { 0 };
  struct stat info;
  int fd = open (path, O_RDWR | O_CLOEXEC);
  gboolean done = FALSE;

  if (fd < 0 || fstat (fd, &info) != 0 || pread (fd, header, sizeof header, 0) < 0)
    done = votum_aside_unreadable (shown_path, errno, error);
  else if (memcmp (header, "SQLite format 3", 16) != 0 && big_endian (header + 68) != VOTUM_STORE_APPLICATION_ID)
    done = votum_sql_fail (NULL, SQLITE_NOTADB, shown_path, error);
  else
    {
      memcpy (header, "SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24);
      put_big_endian (header + 28, (guint32) (info.st_size / VOTUM_STORE_PAGE_SIZE));
      memset (header + 32, 0, 8);
      put_big_endian (header + 44, 4);
      memset (header + 48, 0, 8);
      put_big_endian (header + 56, 1);
      put_big_endian (header + 60, VOTUM_STORE_VERSION);
      put_big_endian (header + 64, 0);
      put_big_endian (header + 68, VOTUM_STORE_APPLICATION_ID);
      memcpy (header + 92, header + 24, 4);
      done = pwrite (fd, header, sizeof header, 0) == sizeof header || votum_aside_unreadable (shown_path, errno, error);
    }
  if (fd >= 0)
    close (fd);

  return done;
}

static gboolean
roll_back (const char *path)
{
  sqlite3 *db = NULL;
  int rc = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_exec (db, "BEGIN IMMEDIATE; COMMIT; PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
  sqlite3_close (db);

  return rc == SQLITE_OK;
}

/* ---- the schema ---- */

static GHashTable *
root_pages (VotumStore *fresh)
{
  g_autoptr(VotumOnce) statement = votum_sql_prepare (fresh->db, "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1", fresh->path, NULL);
  GHashTable *pages = g_hash_table_new (NULL, NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (pages, GINT_TO_POINTER (sqlite3_column_int (statement, 0)));

  return pages;
}

static gboolean
transplant (const char *from,
            const char *to,
            GHashTable *roots)
{
  g_autofree char *pages = NULL;
  gsize length;
  int fd = open (to, O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && g_file_get_contents (from, &pages, &length, NULL);

  for (gsize page = 1; done && page * VOTUM_STORE_PAGE_SIZE <= length; page++)
    {
      /* of the first page all but the header, which is put right already */
      gsize skip = page == 1 ? 100 : 0;
      gsize offset = (page - 1) * VOTUM_STORE_PAGE_SIZE + skip;
      gsize size = VOTUM_STORE_PAGE_SIZE - skip;

      if (!g_hash_table_contains (roots, GINT_TO_POINTER ((int) page)))
        done = pwrite (fd, pages + offset, size, offset) == (gssize) size;
    }
  if (fd >= 0)
    close (fd);

  return done;
}

/* Gives the copy the schema of a case that is made in @version. */
static gboolean
repair_schema (const char *folder,
               const char *path,
               int         version)
{
  g_autofree char *name = g_strdup_printf ("new-%d.votum", version);
  g_autofree char *fresh_path = g_build_filename (folder, name, NULL);
  VotumSchema schema = *votum_schema_get ();
  VotumOpening opening = { .schema = &schema };
  g_autoptr(VotumStore) fresh = NULL;
  g_autoptr(GHashTable) roots = NULL;

  schema.version = version;
  fresh = votum_store_create_internal (fresh_path, &opening, NULL, NULL);
  roots = fresh != NULL ? root_pages (fresh) : NULL;
  g_clear_pointer (&fresh, votum_store_close);

  return roots != NULL && transplant (fresh_path, path, roots);
}

/* Whether the tables that came with the version are where it has them, and not in the middle of something else. */
static gboolean
has_tables_in_place (VotumStore *self)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_draft_free);

  return (self->version < 2 || votum_rows_load_drafts (self, drafts, NULL, NULL)) &&
         (self->version < 3 || votum_rows_check_secrets (self, NULL, NULL));
}

static VotumStore *
open_copy (const char *path,
           int         version,
           GError    **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_ONLY };
  g_autoptr(VotumStore) self = votum_store_new (path, &opening, error);

  self->writable = FALSE;
  self->version = version;
  if (!votum_store_connect (self, &opening, SQLITE_OPEN_READONLY, error) || !votum_check_schema (self, version, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* The header may not say the version any more, but the tables do. */
static VotumStore *
open_any_version (const char *path)
{
  VotumStore *self = NULL;

  for (int version = VOTUM_STORE_VERSION; version > 0 && self == NULL; version--)
    self = open_copy (path, version, NULL);

  return self;
}

static VotumStore *
open_transplanted (const char *copy,
                   const char *folder)
{
  VotumStore *self = NULL;

  for (int version = VOTUM_STORE_VERSION; version > 0 && self == NULL; version--)
    {
      g_autofree char *name = g_strdup_printf ("case-%d.votum", version);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (votum_aside_copy (copy, path, VOTUM_ASIDE_NONE, NULL) && repair_schema (folder, path, version))
        self = open_copy (path, version, NULL);
      if (self != NULL && !has_tables_in_place (self))
        g_clear_pointer (&self, votum_store_close);
      if (self != NULL)
        self->lost_schema = TRUE;
    }

  return self;
}

static VotumStore *
open_repaired (const char *path,
               const char *copy,
               const char *folder,
               GError    **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *journal_copy = g_strconcat (copy, "-journal", NULL);
  VotumStore *self;

  if (!votum_aside_copy (path, copy, VOTUM_ASIDE_NONE, error) || !votum_aside_copy (journal, journal_copy, VOTUM_ASIDE_OPTIONAL, error))
    return NULL;
  if (g_file_test (journal_copy, G_FILE_TEST_EXISTS))
    {
      roll_back (copy);
      g_unlink (journal_copy);
    }
  if (!repair_header (copy, path, error))
    return NULL;

  self = open_any_version (copy);
  if (self == NULL)
    self = open_transplanted (copy, folder);
  if (self == NULL)
    votum_damaged (path, error, _("its tables cannot be found"));

  return self;
}

/**
 * votum_repair_open:
 * @path: a damaged case
 * @folder: (out): for votum_repair_close()
 * @error: return location
 *
 * Returns: (transfer full): a store on a copy, to read rows from one by one; nothing is verified but its schema. %NULL with
 *   @error set where not even that can be done
 */
VotumStore *
votum_repair_open (const char *path,
                   char      **folder,
                   GError    **error)
{
  VotumOpening opening = { .flags = VOTUM_STORE_READ_ONLY };
  g_autoptr(VotumStore) original = votum_store_new (path, &opening, error);
  g_autofree char *own = NULL;
  g_autofree char *copy = NULL;
  VotumStore *self;

  /* while it is open in this program, looking at it would drop its locks */
  if (original == NULL || !votum_files_claim (original, error))
    return NULL;
  own = g_dir_make_tmp ("votum-XXXXXX", error);
  if (own == NULL)
    return NULL;

  copy = g_build_filename (own, CASE_NAME, NULL);
  self = open_repaired (original->real_path, copy, own, error);
  if (self == NULL)
    votum_aside_remove (own);
  else
    *folder = g_steal_pointer (&own);

  return self;
}

void
votum_repair_close (VotumStore *self,
                    const char *folder)
{
  votum_store_close (self);
  votum_aside_remove (folder);
}
