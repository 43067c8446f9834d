#pragma once

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Files beside the simulated disk, on one that fails too: what the C library does to files goes through here. */

static int file_at = -1, file_count;
static gboolean file_fired, file_persist;

static void
arm_files (int      at,
           gboolean persist)
{
  file_at = at;
  file_persist = persist;
  file_count = 0;
  file_fired = FALSE;
}

static gboolean
file_fails (void)
{
  if (file_at < 0)
    return FALSE;
  file_count++;
  if (file_count != file_at && !(file_persist && file_count > file_at))
    return FALSE;
  file_fired = TRUE;
  errno = file_count % 2 == 0 ? EIO : ENOSPC;

  return TRUE;
}

/* In place of the C library's. A write that fails has written half of it. */
ssize_t
write (int         fd,
       const void *bytes,
       size_t      size)
{
  if (!file_fails ())
    return syscall (SYS_write, fd, bytes, size);
  if (size > 1)
    (void) syscall (SYS_write, fd, bytes, size / 2);
  errno = ENOSPC;

  return -1;
}

/* What has reached the real disk is no question here, and is not waited for. */
int
fsync (int fd)
{
  return file_fails () ? -1 : 0;
}

/* Nothing half written lies about. */
static gboolean
is_tidy (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] == '.')
      return FALSE;

  return TRUE;
}
