#pragma once

#include <dlfcn.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* What can go wrong below the store: a simulated disk, and memory that is refused. */

/* crashvfs.h, as far as it is used. */
enum { FAULT_NONE, FAULT_POWERCUT, FAULT_IOERR_ONCE, FAULT_IOERR_PERSIST, FAULT_FULL_ONCE, FAULT_FULL_PERSIST, FAULT_READERR_ONCE };

static struct {
  int   (*reg)        (void);
  void  (*reset)      (void);
  void  (*arm)        (int mode, long at);
  int   (*fired)      (void);
  void  (*powercycle) (unsigned seed);
  void *(*snapshot)   (void);
  void  (*restore)    (void *snapshot);
  void  (*free)       (void *snapshot);
} disk;

/* ---- no memory, for SQLite only: GLib ends the process there, which is a power cut with a name --------------------- */

static sqlite3_mem_methods plain_memory;
static int memory_at = -1;
static gint memory_count, memory_fired;   /* atomic: the store looks at pages on a second thread */
static gboolean memory_persist;

static gboolean
memory_fails (void)
{
  int count;

  if (memory_at < 0)
    return FALSE;
  count = g_atomic_int_add (&memory_count, 1) + 1;
  if (count != memory_at && !(memory_persist && count > memory_at))
    return FALSE;
  g_atomic_int_set (&memory_fired, TRUE);
  return TRUE;
}

static void *
failing_malloc (int size)
{
  return memory_fails () ? NULL : plain_memory.xMalloc (size);
}

static void *
failing_realloc (void *memory,
                 int   size)
{
  return memory_fails () ? NULL : plain_memory.xRealloc (memory, size);
}

static void
arm_memory (int      at,
            gboolean persist)
{
  memory_at = at;
  memory_persist = persist;
  memory_count = 0;
  memory_fired = FALSE;
}

static void
fail_some_memory (void)
{
  sqlite3_mem_methods failing;

  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &plain_memory);
  failing = plain_memory;
  failing.xMalloc = failing_malloc;
  failing.xRealloc = failing_realloc;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &failing);
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
}

/* ---- between the simulated disk and the folder ------------------------------------------------------------------- */

static gboolean
bind_disk (const char *library)
{
  void *handle = dlopen (library, RTLD_NOW | RTLD_GLOBAL);
  const struct { const char *name; void *slot; } symbols[] = {
    { "cv_register", &disk.reg }, { "cv_reset", &disk.reset }, { "cv_arm", &disk.arm }, { "cv_fired", &disk.fired },
    { "cv_powercycle", &disk.powercycle }, { "cv_snapshot", &disk.snapshot }, { "cv_restore", &disk.restore },
    { "cv_free", &disk.free },
  };

  if (handle == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      void *symbol = dlsym (handle, symbols[i].name);

      if (symbol == NULL)
        return FALSE;
      memcpy (symbols[i].slot, &symbol, sizeof symbol);
    }
  return TRUE;
}

static sqlite3_file *
open_simulated (const char *name,
                int         flags)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("crash");
  sqlite3_file *file = g_malloc0 (vfs->szOsFile);

  if (vfs->xOpen (vfs, name, file, flags, NULL) == SQLITE_OK)
    return file;
  g_free (file);
  return NULL;
}

static void
close_simulated (sqlite3_file *file)
{
  file->pMethods->xClose (file);
  g_free (file);
}

/* Put a real file on the simulated disk, durable. A journal's flag makes the folder durable with it. */
static void
take_in (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;
  sqlite3_file *file;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  file = open_simulated (path, SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_JOURNAL);
  g_assert_nonnull (file);
  g_assert_cmpint (file->pMethods->xWrite (file, bytes, (int) size, 0), ==, SQLITE_OK);
  g_assert_cmpint (file->pMethods->xSync (file, SQLITE_SYNC_NORMAL), ==, SQLITE_OK);
  close_simulated (file);
}

/* Lay a simulated file out in the folder, for what the store looks at before SQLite gets it. */
static void
lay_out (const char *name)
{
  sqlite3_file *file = open_simulated (name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB);
  sqlite3_int64 size = 0;

  (void) g_unlink (name);
  if (file == NULL)
    return;
  if (file->pMethods->xFileSize (file, &size) == SQLITE_OK)
    {
      g_autofree char *bytes = g_malloc (size + 1);

      if (size == 0 || file->pMethods->xRead (file, bytes, (int) size, 0) == SQLITE_OK)
        {
          FILE *real = g_fopen (name, "wb");

          g_assert_nonnull (real);
          g_assert_cmpuint (fwrite (bytes, 1, (gsize) size, real), ==, (gsize) size);
          fclose (real);
        }
    }
  close_simulated (file);
}
