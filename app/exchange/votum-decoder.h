#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VotumEncoding:
 * @VOTUM_ENCODING_GUESSED: UTF-8, or windows-1252 where the first letter beyond ASCII is not UTF-8
 *
 * The encodings that are read. They are decoded here: a name from a file never reaches iconv, which would load a
 * module by it.
 */
typedef enum {
  VOTUM_ENCODING_UTF_8,
  VOTUM_ENCODING_ASCII,
  VOTUM_ENCODING_ISO_8859_1,
  VOTUM_ENCODING_ISO_8859_15,
  VOTUM_ENCODING_WINDOWS_1252,
  VOTUM_ENCODING_UTF_16_LE,
  VOTUM_ENCODING_UTF_16_BE,
  VOTUM_ENCODING_GUESSED,
} VotumEncoding;

/**
 * VotumDecoder:
 *
 * Turns the bytes of a file piece by piece into UTF-8 whose lines end in `\n`. NUL and what is not a character are errors.
 */
typedef struct {
  VotumEncoding encoding;
  guint8        kept[4];   /* the beginning of a character whose rest is in the next piece */
  guint         n_kept;
  gboolean      after_cr;
} VotumDecoder;

void     votum_decoder_init (VotumDecoder *self, VotumEncoding encoding);
gboolean votum_decoder_push (VotumDecoder *self, const guint8 *data, gsize length, gboolean last, GString *text, GError **error);

G_END_DECLS
