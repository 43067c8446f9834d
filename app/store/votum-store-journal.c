#include "votum-config.h"

#include "votum-store-private.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The journal beside a file, as SQLite writes it: segments of a header, which fills a sector, and records of a page number,
 * the page as it was before, and a checksum. What was interrupted is taken back from it when SQLite opens the file. */

#define SEGMENT_HEADER 28
#define RECORD_SIZE    (4 + VOTUM_STORE_PAGE_SIZE + 4)

static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
read_at (int     fd,
         gint64  offset,
         guint8 *to,
         gsize   length)
{
  return pread (fd, to, length, offset) == (gssize) length;
}

/* Looks for the first page among the records of one segment, and says where the next one starts. */
static gboolean
find_in_segment (int     fd,
                 gint64  size,
                 gint64 *offset,
                 guint8 *header,
                 gsize   length)
{
  guint8 segment[SEGMENT_HEADER];
  gint64 records, sector, at;

  if (!read_at (fd, *offset, segment, sizeof segment) || memcmp (segment, magic, sizeof magic) != 0)
    {
      *offset = size;
      return FALSE;
    }
  records = big_endian (segment + 8);
  sector = big_endian (segment + 20);
  if (sector < 512 || sector > 65536 || (sector & (sector - 1)) != 0 || big_endian (segment + 24) != VOTUM_STORE_PAGE_SIZE)
    {
      *offset = size;
      return FALSE;
    }

  at = *offset + sector;
  for (gint64 i = 0; i < records && at + RECORD_SIZE <= size; i++, at += RECORD_SIZE)
    {
      guint8 number[4];

      if (read_at (fd, at, number, sizeof number) && big_endian (number) == 1)
        return read_at (fd, at + 4, header, length);
    }
  *offset = (at + sector - 1) / sector * sector;

  return FALSE;
}

/**
 * votum_journal_read_header:
 * @path: a journal, an ordinary file
 * @size: its size
 * @header: (out): the beginning of the first page as it was before the interrupted change; left alone where there is none
 * @length: how much of it
 *
 * A change that was interrupted while the first page was written leaves anything there. What the file is, its journal says.
 *
 * Returns: whether the journal has that page
 */
gboolean
votum_journal_read_header (const char *path,
                           gint64      size,
                           guint8     *header,
                           gsize       length)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gint64 offset = 0;
  gboolean found = FALSE;

  while (fd >= 0 && !found && offset < size)
    found = find_in_segment (fd, size, &offset, header, length);
  if (fd >= 0)
    close (fd);

  return found;
}

/**
 * votum_journal_names_file:
 * @path: a journal, an ordinary file
 * @size: its size
 *
 * A journal can name another file, which SQLite deletes when it has played the journal back. Votum writes no such journals.
 *
 * Returns: whether this one does
 */
gboolean
votum_journal_names_file (const char *path,
                          gint64      size)
{
  guint8 end[16];
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean names;

  if (fd < 0)
    return FALSE;
  /* its end: the name, the name's length and checksum, and the mark that also begins a journal */
  names = size >= (gint64) sizeof end && read_at (fd, size - (gint64) sizeof end, end, sizeof end) &&
          memcmp (end + 8, magic, sizeof magic) == 0 && big_endian (end) > 0;
  close (fd);

  return names;
}
