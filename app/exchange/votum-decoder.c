#include "votum-config.h"

#include "votum-decoder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"

/* windows-1252, 0x80 to 0x9f; 0: no character */
static const guint16 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* where ISO-8859-15 differs from ISO-8859-1 */
static const struct {
  guint8 byte;
  guint16 character;
} iso_8859_15[] = {
  { 0xa4, 0x20ac }, { 0xa6, 0x0160 }, { 0xa8, 0x0161 }, { 0xb4, 0x017d },
  { 0xb8, 0x017e }, { 0xbc, 0x0152 }, { 0xbd, 0x0153 }, { 0xbe, 0x0178 },
};

/**
 * votum_decoder_init:
 * @self: a decoder
 * @encoding: of the bytes to come, without a byte order mark
 */
void
votum_decoder_init (VotumDecoder  *self,
                    VotumEncoding  encoding)
{
  *self = (VotumDecoder) { .encoding = encoding };
}

static gboolean
refuse_byte (VotumDecoder  *self,
             guint8         byte,
             GError       **error)
{
  if (byte == 0)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX,
                         _("There is a NUL byte here, which no text has. The file is damaged, or not a text file."));
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX,
                 _("The byte 0x%02X is not text in the encoding of this file. Save the file as UTF-8."), byte);

  return FALSE;
}

/* Text that is UTF-8 already: line ends become \n. */
static void
append_lines (VotumDecoder *self,
              const char   *text,
              gsize         length,
              GString      *out)
{
  const char *end = text + length;

  if (length == 0)
    return;
  if (self->after_cr && *text == '\n')
    text++;
  self->after_cr = FALSE;

  while (text < end)
    {
      const char *cr = memchr (text, '\r', end - text);

      g_string_append_len (out, text, (cr != NULL ? cr : end) - text);
      if (cr == NULL)
        break;
      g_string_append_c (out, '\n');
      text = cr + 1;
      if (text == end)
        self->after_cr = TRUE;
      else if (*text == '\n')
        text++;
    }
}

static void
append_character (VotumDecoder *self,
                  gunichar      c,
                  GString      *out)
{
  char utf8[6];

  append_lines (self, utf8, g_unichar_to_utf8 (c, utf8), out);
}

static gunichar
decode_byte (VotumDecoder *self,
             guint8        byte)
{
  if (byte < 0x80)
    return byte;

  switch (self->encoding)
    {
    case VOTUM_ENCODING_WINDOWS_1252:
      return byte < 0xa0 ? windows_1252[byte - 0x80] : byte;
    case VOTUM_ENCODING_ISO_8859_15:
      for (guint i = 0; i < G_N_ELEMENTS (iso_8859_15); i++)
        if (iso_8859_15[i].byte == byte)
          return iso_8859_15[i].character;
      return byte;
    case VOTUM_ENCODING_ISO_8859_1:
      return byte;
    case VOTUM_ENCODING_ASCII:
    case VOTUM_ENCODING_UTF_8:
    case VOTUM_ENCODING_UTF_16_LE:
    case VOTUM_ENCODING_UTF_16_BE:
    case VOTUM_ENCODING_GUESSED:
    default:
      return 0;
    }
}

static gboolean
push_single (VotumDecoder  *self,
             const guint8  *data,
             gsize          length,
             GString       *out,
             GError       **error)
{
  gsize plain = 0;

  for (gsize i = 0; i < length; i++)
    {
      gunichar c;

      if (data[i] > 0 && data[i] < 0x80)
        continue;
      append_lines (self, (const char *) data + plain, i - plain, out);
      c = decode_byte (self, data[i]);
      if (c == 0)
        return refuse_byte (self, data[i], error);
      append_character (self, c, out);
      plain = i + 1;
    }
  append_lines (self, (const char *) data + plain, length - plain, out);

  return TRUE;
}

static gunichar
unit_at (VotumDecoder *self,
         const guint8 *bytes)
{
  return self->encoding == VOTUM_ENCODING_UTF_16_LE ? (guint) bytes[0] | (guint) bytes[1] << 8
                                                    : (guint) bytes[0] << 8 | (guint) bytes[1];
}

/* One character from kept bytes: how many bytes it needs in all, or 0 where they are no character. */
static guint
utf_16_length (VotumDecoder *self,
               gunichar     *c)
{
  gunichar low;

  if (self->n_kept < 2)
    return 2;
  *c = unit_at (self, self->kept);
  if (*c == 0 || (*c & 0xfc00) == 0xdc00)
    return 0;
  if ((*c & 0xfc00) != 0xd800)
    return 2;
  if (self->n_kept < 4)
    return 4;
  low = unit_at (self, self->kept + 2);
  if ((low & 0xfc00) != 0xdc00)
    return 0;
  *c = 0x10000 + ((*c & 0x3ff) << 10) + (low & 0x3ff);

  return 4;
}

static gboolean
push_utf_16 (VotumDecoder  *self,
             const guint8  *data,
             gsize          length,
             GString       *out,
             GError       **error)
{
  for (gsize i = 0; i < length; i++)
    {
      gunichar c = 0;
      guint needed;

      self->kept[self->n_kept++] = data[i];
      needed = utf_16_length (self, &c);
      if (needed == 0)
        return refuse_byte (self, c == 0 ? 0 : MAX (self->kept[0], self->kept[1]), error);
      if (self->n_kept < needed)
        continue;
      append_character (self, c, out);
      self->n_kept = 0;
    }

  return TRUE;
}

/* A character that began in the piece before: takes bytes of @data until it is whole. */
static gboolean
finish_utf_8 (VotumDecoder  *self,
              const guint8 **data,
              gsize         *length,
              GString       *out,
              GError       **error)
{
  while (self->n_kept > 0 && *length > 0)
    {
      gunichar c;

      self->kept[self->n_kept++] = **data;
      (*data)++;
      (*length)--;
      c = g_utf8_get_char_validated ((const char *) self->kept, self->n_kept);
      if (c == (gunichar) -1 || (c == (gunichar) -2 && self->n_kept == 4))
        return refuse_byte (self, self->kept[0], error);
      if (c == (gunichar) -2)
        continue;
      append_character (self, c, out);
      self->n_kept = 0;
    }

  return TRUE;
}

static gboolean
push_utf_8 (VotumDecoder  *self,
            const guint8  *data,
            gsize          length,
            GString       *out,
            GError       **error)
{
  const char *end;
  gsize good;

  if (!finish_utf_8 (self, &data, &length, out, error))
    return FALSE;

  good = g_utf8_validate_len ((const char *) data, length, &end) ? length : (gsize) (end - (const char *) data);
  append_lines (self, (const char *) data, good, out);
  if (good == length)
    return TRUE;

  data += good;
  length -= good;
  if (length < 4 && data[0] >= 0x80 && g_utf8_get_char_validated ((const char *) data, length) == (gunichar) -2)
    {
      memcpy (self->kept, data, length);
      self->n_kept = length;
      return TRUE;
    }

  return refuse_byte (self, data[0], error);
}

/* The first letter beyond ASCII decides. */
static gboolean
push_guessed (VotumDecoder  *self,
              const guint8  *data,
              gsize          length,
              gboolean       last,
              GString       *out,
              GError       **error)
{
  gsize i = 0;
  guint8 first[4];
  guint n = self->n_kept;

  if (n == 0)
    {
      while (i < length && data[i] < 0x80)
        i++;
      if (!push_utf_8 (self, data, i, out, error))
        return FALSE;
      data += i;
      length -= i;
    }
  if (length == 0 && !(last && n > 0))
    return TRUE;

  memcpy (first, self->kept, n);
  for (i = 0; n < 4 && i < length; i++)
    first[n++] = data[i];
  switch (g_utf8_get_char_validated ((const char *) first, n))
    {
    case (gunichar) -2:
      if (!last && n < 4)
        {
          memcpy (self->kept, first, n);
          self->n_kept = n;
          return TRUE;
        }
      G_GNUC_FALLTHROUGH;
    case (gunichar) -1:
      self->encoding = VOTUM_ENCODING_WINDOWS_1252;
      n = self->n_kept;
      self->n_kept = 0;
      return push_single (self, first, n, out, error) && push_single (self, data, length, out, error);
    default:
      self->encoding = VOTUM_ENCODING_UTF_8;
      return push_utf_8 (self, data, length, out, error);
    }
}

/**
 * votum_decoder_push:
 * @self: a decoder
 * @data: the next bytes of the file
 * @length: how many
 * @last: whether they are the last
 * @text: where the text is appended; on error, what stands before the error
 * @error: return location
 *
 * Returns: whether all of @data is text
 */
gboolean
votum_decoder_push (VotumDecoder  *self,
                    const guint8  *data,
                    gsize          length,
                    gboolean       last,
                    GString       *text,
                    GError       **error)
{
  gboolean good;

  switch (self->encoding)
    {
    case VOTUM_ENCODING_UTF_8:
      good = push_utf_8 (self, data, length, text, error);
      break;
    case VOTUM_ENCODING_UTF_16_LE:
    case VOTUM_ENCODING_UTF_16_BE:
      good = push_utf_16 (self, data, length, text, error);
      break;
    case VOTUM_ENCODING_GUESSED:
      good = push_guessed (self, data, length, last, text, error);
      break;
    case VOTUM_ENCODING_ASCII:
    case VOTUM_ENCODING_ISO_8859_1:
    case VOTUM_ENCODING_ISO_8859_15:
    case VOTUM_ENCODING_WINDOWS_1252:
    default:
      good = push_single (self, data, length, text, error);
      break;
    }

  if (good && last && self->n_kept > 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX,
                           _("The file ends in the middle of a character. It has been cut off; get it once more."));
      return FALSE;
    }

  return good;
}
