#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "votum-error.h"
#include "votum-save.h"
#include "votum-text.h"

/* Copies of a case in the user's data, since the folder it lies in may be anybody's: before it is brought to a newer
 * version, and once a day when it is opened. The oldest go.
 *
 * A copy is called TIME-HEAD-NAME: when it was made (UTC), how the hash of the last entry of its log begins, and what the
 * file was called. One folder has the copies of all files of one case. Two of them can have gone ways of their own, as when
 * somebody was given a copy; each file counts, and takes away, only those that it has come from itself. */

#define BACKUP_ENDING ".votum"
#define TIME_LENGTH   22              /* 20261103T093000.000000 */
#define HEAD_LENGTH   12
#define NAME_START    (TIME_LENGTH + 1 + HEAD_LENGTH + 1)
#define DATE_LENGTH   8

/* A larger file is not held in memory beside what SQLite and the case hold of it. */
#define COPY_LIMIT    (128 << 20)

struct _VotumBackup {
  char *path;
  guint8 *bytes;
  gsize size;
  GPtrArray *outdated;                /* paths of copies that go when this one is there */
};

static char *
backups_folder (const char *uuid)
{
  return g_build_filename (g_get_user_data_dir (), "votum", "backups", uuid, NULL);
}

/* Whether @name is that of a copy. */
static gboolean
is_backup_name (const char *name)
{
  for (guint i = 0; i < NAME_START; i++)
    {
      gboolean good = i == 8 ? name[i] == 'T' : i == 15 ? name[i] == '.' : i == TIME_LENGTH || i == NAME_START - 1 ? name[i] == '-'
                    : i < TIME_LENGTH ? g_ascii_isdigit (name[i]) : g_ascii_isxdigit (name[i]);

      if (!good)
        return FALSE;
    }

  return g_str_has_suffix (name + NAME_START, BACKUP_ENDING);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of all copies in a folder. They begin with their time: the oldest is the first. */
static GPtrArray *
list_names (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup_name (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

/* How the hash of the last entry begins. */
static char *
head_of (VotumStore *self)
{
  return *self->meta.log_head != '\0' ? g_strndup (self->meta.log_head, HEAD_LENGTH) : g_strnfill (HEAD_LENGTH, '0');
}

/* Whether the log of the case has an entry whose hash begins so: the copy is an earlier state of this file. */
static gboolean
has_entry (VotumStore *self,
           const char *head)
{
  g_autoptr(VotumStatement) statement = NULL;
  g_autofree char *from = g_strndup (head, HEAD_LENGTH);
  g_autofree char *to = g_strconcat (from, "g", NULL);
  int rc = SQLITE_OK;

  statement = votum_store_statement (self, "SELECT 1 FROM log WHERE hash >= :from AND hash < :to", NULL);
  if (statement == NULL)
    return FALSE;
  rc = votum_bind_text (statement, rc, ":from", from);
  rc = votum_bind_text (statement, rc, ":to", to);

  return rc == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW;
}

/* The names of the copies of this file, the oldest first. */
static GPtrArray *
list_own (VotumStore *self,
          const char *folder)
{
  g_autoptr(GPtrArray) names = list_names (folder);
  g_autofree char *head = head_of (self);
  GPtrArray *own = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];

      if (g_str_has_prefix (name + TIME_LENGTH + 1, head) || has_entry (self, name + TIME_LENGTH + 1))
        g_ptr_array_add (own, g_strdup (name));
    }

  return own;
}

/* The paths of those that are too many when there is one more. */
static GPtrArray *
list_outdated (const char *folder,
               GPtrArray  *own)
{
  GPtrArray *outdated = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i + VOTUM_STORE_BACKUPS < own->len + 1; i++)
    g_ptr_array_add (outdated, g_build_filename (folder, own->pdata[i], NULL));

  return outdated;
}

/* Those go, and what was left half written by a program that was ended. */
static void
tidy (const char *folder,
      GPtrArray  *outdated)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 yesterday = g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60;
  const char *name;

  for (guint i = 0; i < outdated->len; i++)
    g_unlink (outdated->pdata[i]);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (*name == '.' && g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_mtime < yesterday)
        g_unlink (path);
    }
}

static char *
backup_path (VotumStore *self,
             const char *folder)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *head = head_of (self);
  g_autofree char *shown = g_filename_display_basename (self->path);
  g_autofree char *safe = votum_text_make_file_name (shown);
  g_autofree char *name = g_strdup_printf ("%s.%06d-%s-%s%s", time, g_date_time_get_microsecond (now), head, safe,
                                           g_str_has_suffix (safe, BACKUP_ENDING) ? "" : BACKUP_ENDING);

  return g_build_filename (folder, name, NULL);
}

static gboolean
make_folder (VotumStore *self,
             const char *folder,
             GError    **error)
{
  g_autofree char *shown = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  shown = votum_sql_shown (self->path);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” could not be copied to %s for safety. Check whether that folder can be written."),
               shown, folder);
  return FALSE;
}

/**
 * votum_store_keep_backup:
 * @self: a store
 * @error: return location
 *
 * Copies the case as it is now to the user's data, and keeps the ten latest copies of it.
 *
 * Returns: (transfer full): where the copy is, or %NULL with @error set
 */
char *
votum_store_keep_backup (VotumStore *self,
                         GError    **error)
{
  g_autofree char *folder = backups_folder (self->meta.uuid);
  g_autofree char *path = backup_path (self, folder);
  g_autoptr(GPtrArray) own = list_own (self, folder);
  g_autoptr(GPtrArray) outdated = list_outdated (folder, own);

  if (!make_folder (self, folder, error) || !votum_store_backup (self, path, error))
    return NULL;
  tidy (folder, outdated);

  return g_steal_pointer (&path);
}

/* ---- once a day ---- */

/* Not where there is a copy of this very state, or of an earlier one of the same day. */
static gboolean
is_due (VotumStore *self,
        GPtrArray  *own)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y%m%d");
  g_autofree char *head = head_of (self);

  for (guint i = 0; i < own->len; i++)
    if (strncmp (own->pdata[i], today, DATE_LENGTH) == 0 || g_str_has_prefix ((char *) own->pdata[i] + TIME_LENGTH + 1, head))
      return FALSE;

  return TRUE;
}

/* Reads the file through SQLite's own descriptor: closing another one would drop its locks. Outside of a transaction the
 * file is the whole of the case. */
static gboolean
read_bytes (VotumStore  *self,
            VotumBackup *backup,
            GError     **error)
{
  g_autofree char *shown = votum_sql_shown (self->path);
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int rc = sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (rc != SQLITE_OK || file == NULL || file->pMethods == NULL)
    return votum_store_fail (self, rc != SQLITE_OK ? rc : SQLITE_IOERR, error);
  rc = file->pMethods->xFileSize (file, &size);
  if (rc != SQLITE_OK)
    return votum_store_fail (self, rc, error);

  if (size <= COPY_LIMIT)
    backup->bytes = g_try_malloc ((gsize) size);
  if (backup->bytes == NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT,
                   _("“%s” is too large to be copied for safety each day. Copy it yourself now and then, to another disk."), shown);
      return FALSE;
    }
  rc = file->pMethods->xRead (file, backup->bytes, (int) size, 0);
  backup->size = (gsize) size;

  return rc == SQLITE_OK || votum_store_fail (self, rc, error);
}

/**
 * votum_store_begin_backup:
 * @self: a store that may write, outside of a transaction
 * @error: return location
 *
 * Takes the case as it is now for a copy in the user's data, where today's is missing.
 *
 * Returns: (transfer full) (nullable): what is to be written with votum_backup_write(); %NULL without @error set where there
 *   is a copy already, with @error set where there can be none
 */
VotumBackup *
votum_store_begin_backup (VotumStore *self,
                          GError    **error)
{
  g_autofree char *folder = NULL;
  g_autoptr(GPtrArray) own = NULL;
  g_autoptr(VotumBackup) backup = NULL;

  if (!votum_store_may_write (self, error) || !votum_store_refresh (self, error))
    return NULL;
  folder = backups_folder (self->meta.uuid);
  own = list_own (self, folder);
  if (!is_due (self, own) || !make_folder (self, folder, error))
    return NULL;

  backup = g_new0 (VotumBackup, 1);
  backup->path = backup_path (self, folder);
  backup->outdated = list_outdated (folder, own);
  if (!read_bytes (self, backup, error))
    return NULL;

  return g_steal_pointer (&backup);
}

/**
 * votum_backup_write:
 * @self: what votum_store_begin_backup() took
 * @error: return location
 *
 * Writes the copy, for the user alone (0600), and then takes away the oldest ones. It needs neither the store nor the case,
 * and can be done by any thread.
 *
 * Returns: whether it is there
 */
gboolean
votum_backup_write (VotumBackup *self,
                    GError     **error)
{
  g_autofree char *folder = NULL;

  if (!votum_save_file (self->path, self->bytes, self->size, error))
    return FALSE;
  folder = g_path_get_dirname (self->path);
  tidy (folder, self->outdated);

  return TRUE;
}

void
votum_backup_free (VotumBackup *self)
{
  g_free (self->path);
  g_free (self->bytes);
  g_clear_pointer (&self->outdated, g_ptr_array_unref);
  g_free (self);
}

/* ---- the way back ---- */

/**
 * votum_store_list_backups:
 * @uuid: the name of a case among cases
 *
 * Returns: (transfer full) (element-type filename): the paths of its copies, the latest first
 */
GPtrArray *
votum_store_list_backups (const char *uuid)
{
  g_autofree char *folder = backups_folder (uuid);
  g_autoptr(GPtrArray) names = list_names (folder);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = names->len; i > 0; i--)
    g_ptr_array_add (paths, g_build_filename (folder, names->pdata[i - 1], NULL));

  return paths;
}

/**
 * votum_store_list_backed_up:
 *
 * Returns: (transfer full) (array zero-terminated=1): the names among cases of all that have been copied
 */
char **
votum_store_list_backed_up (void)
{
  g_autofree char *folder = backups_folder (NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *uuids = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_uuid_string_is_valid (name))
      g_ptr_array_add (uuids, g_strdup (name));
  g_ptr_array_sort (uuids, compare_names);
  g_ptr_array_add (uuids, NULL);

  return (char **) g_ptr_array_free (uuids, FALSE);
}

/**
 * votum_backup_describe:
 * @path: one of votum_store_list_backups()
 * @time: (out) (transfer full): when it was made, in the time of this place
 * @name: (out) (transfer full): what the case was called
 *
 * Returns: whether it is a copy
 */
gboolean
votum_backup_describe (const char *path,
                       GDateTime **time,
                       char      **name)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *iso = NULL;
  g_autoptr(GDateTime) utc = NULL;

  if (!is_backup_name (file))
    return FALSE;
  iso = g_strdup_printf ("%.8sT%.6sZ", file, file + DATE_LENGTH + 1);
  utc = g_date_time_new_from_iso8601 (iso, NULL);
  if (utc == NULL)
    return FALSE;

  *time = g_date_time_to_local (utc);
  *name = g_filename_display_name (file + NAME_START);

  return TRUE;
}
