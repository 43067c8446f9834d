#include "votum-config.h"

#include "votum-zip.h"

#include <string.h>

#include "votum-error.h"

/*
 * ZIP, as far as OpenDocument needs it (APPNOTE.TXT 4.3). Not through a library for archives: what those add to
 * every entry (owner, times, sizes that follow the data) the first part of an OpenDocument file, its kind, must not have
 * (OpenDocument 1.2 part 3, 3.3), or what looks at the first bytes of a file doesn't know it.
 */

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_CENTRAL 0x06054b50
#define VERSION_NEEDED 20
#define NAMES_IN_UTF_8 (1 << 11)
#define STORED 0
#define DEFLATED 8

struct _VotumZip {
  GByteArray *bytes;
  GByteArray *central;
  guint16     n;
  guint16     date, time;
  guint32     crc_table[256];
};

static void
put_16 (GByteArray *bytes,
        guint16     value)
{
  guint16 little = GUINT16_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put_32 (GByteArray *bytes,
        guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
make_crc_table (VotumZip *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->crc_table); i++)
    {
      guint32 value = i;

      for (guint bit = 0; bit < 8; bit++)
        value = (value & 1) != 0 ? (value >> 1) ^ 0xedb88320u : value >> 1;
      self->crc_table[i] = value;
    }
}

static guint32
crc_of (VotumZip     *self,
        const guint8 *data,
        gsize         size)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < size; i++)
    crc = self->crc_table[(crc ^ data[i]) & 0xff] ^ (crc >> 8);

  return crc ^ 0xffffffffu;
}

/**
 * votum_zip_new:
 * @created: ISO 8601: the time that all entries bear; what can't be said in a ZIP becomes its first day
 *
 * Returns: (transfer full): an empty container
 */
VotumZip *
votum_zip_new (const char *created)
{
  VotumZip *self = g_new0 (VotumZip, 1);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) given = created != NULL ? g_date_time_new_from_iso8601 (created, utc) : NULL;
  g_autoptr(GDateTime) time = given != NULL ? g_date_time_to_utc (given) : NULL;
  gboolean known = time != NULL && g_date_time_get_year (time) >= 1980 && g_date_time_get_year (time) < 2108;

  self->bytes = g_byte_array_new ();
  self->central = g_byte_array_new ();
  make_crc_table (self);
  self->date = known ? (guint16) ((g_date_time_get_year (time) - 1980) << 9 | g_date_time_get_month (time) << 5 |
                                  g_date_time_get_day_of_month (time))
                     : 1 << 5 | 1;
  self->time = known ? (guint16) (g_date_time_get_hour (time) << 11 | g_date_time_get_minute (time) << 5 |
                                  g_date_time_get_second (time) / 2)
                     : 0;

  return self;
}

/**
 * votum_zip_free:
 * @self: (transfer full): a container
 */
void
votum_zip_free (VotumZip *self)
{
  g_byte_array_unref (self->bytes);
  g_byte_array_unref (self->central);
  g_free (self);
}

static GBytes *
deflate (GBytes  *bytes,
         GError **error)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr(GByteArray) packed = g_byte_array_new ();
  gsize size, done = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GConverterResult result;

  do
    {
      guint8 piece[16384];
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (compressor), data + done, size - done, piece, sizeof piece, G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      done += n_read;
      g_byte_array_append (packed, piece, (guint) n_written);
    }
  while (result != G_CONVERTER_FINISHED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&packed));
}

/* What the local and the central header have in common. */
static void
put_facts (VotumZip   *self,
           GByteArray *out,
           gboolean    packed,
           guint32     crc,
           gsize       stored_size,
           gsize       size,
           gsize       name_length)
{
  put_16 (out, VERSION_NEEDED);
  put_16 (out, NAMES_IN_UTF_8);
  put_16 (out, packed ? DEFLATED : STORED);
  put_16 (out, self->time);
  put_16 (out, self->date);
  put_32 (out, crc);
  put_32 (out, (guint32) stored_size);
  put_32 (out, (guint32) size);
  put_16 (out, (guint16) name_length);
  put_16 (out, 0);
}

/**
 * votum_zip_add:
 * @self: a container
 * @name: of the part, with slashes
 * @bytes: what it holds
 * @packed: whether it is deflated
 * @error: return location
 *
 * Returns: whether it was added
 */
gboolean
votum_zip_add (VotumZip    *self,
               const char  *name,
               GBytes      *bytes,
               gboolean     packed,
               GError     **error)
{
  g_autoptr(GBytes) stored = packed ? deflate (bytes, error) : g_bytes_ref (bytes);
  gsize size, stored_size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint8 *stored_data;
  guint32 offset = self->bytes->len;
  guint32 crc = crc_of (self, data, size);

  if (stored == NULL)
    return FALSE;
  stored_data = g_bytes_get_data (stored, &stored_size);
  if (self->n == G_MAXUINT16 || size > G_MAXINT32 || stored_size > G_MAXINT32 - 65536 - offset)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT, "A part of the document is too large: “%s”.", name);
      return FALSE;
    }

  put_32 (self->bytes, LOCAL_HEADER);
  put_facts (self, self->bytes, packed, crc, stored_size, size, strlen (name));
  g_byte_array_append (self->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->bytes, stored_data, (guint) stored_size);

  put_32 (self->central, CENTRAL_HEADER);
  put_16 (self->central, VERSION_NEEDED);
  put_facts (self, self->central, packed, crc, stored_size, size, strlen (name));
  put_16 (self->central, 0);     /* no comment */
  put_16 (self->central, 0);     /* on the first disk */
  put_16 (self->central, 0);     /* of no kind in particular */
  put_32 (self->central, 0);
  put_32 (self->central, offset);
  g_byte_array_append (self->central, (const guint8 *) name, (guint) strlen (name));
  self->n++;

  return TRUE;
}

/**
 * votum_zip_finish:
 * @self: a container; nothing more can be added
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
votum_zip_finish (VotumZip *self)
{
  guint32 offset = self->bytes->len;

  g_byte_array_append (self->bytes, self->central->data, self->central->len);
  put_32 (self->bytes, END_OF_CENTRAL);
  put_16 (self->bytes, 0);
  put_16 (self->bytes, 0);
  put_16 (self->bytes, self->n);
  put_16 (self->bytes, self->n);
  put_32 (self->bytes, self->central->len);
  put_32 (self->bytes, offset);
  put_16 (self->bytes, 0);

  return g_bytes_new (self->bytes->data, self->bytes->len);
}
