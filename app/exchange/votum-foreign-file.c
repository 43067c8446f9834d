#include "votum-config.h"

#include "votum-foreign-file.h"

#include <string.h>

/* Files get mixed up. Who is told what it is that they chose finds the right one at once. */

/* Where SQLite has the id of the application, and what ours is. */
#define APPLICATION_AT 68

static const guint8 application[] = { 'V', 'o', 't', 'u' };

static const struct {
  const char *bytes;
  gsize length;
  VotumForeign foreign;
} beginnings[] = {
  { "SQLite format 3", 16, VOTUM_FOREIGN_DATABASE },
  { "PK\003\004", 4, VOTUM_FOREIGN_PACKED },
  { "PK\005\006", 4, VOTUM_FOREIGN_PACKED },
  { "\xd0\xcf\x11\xe0", 4, VOTUM_FOREIGN_OFFICE },
  { "%PDF-", 5, VOTUM_FOREIGN_PDF },
  { "\x1f\x8b", 2, VOTUM_FOREIGN_COMPRESSED },
};

/* Whether the first line is text with something in it that separates cells. */
static gboolean
is_table (const guint8 *data,
          gsize         length)
{
  gboolean separated = FALSE;

  for (gsize i = 0; i < length && data[i] != '\n' && data[i] != '\r'; i++)
    {
      if (data[i] < ' ' && data[i] != '\t')
        return FALSE;
      separated = separated || data[i] == ';' || data[i] == ',' || data[i] == '\t';
    }

  return separated;
}

static gboolean
is_xml (const guint8 *data,
        gsize         length)
{
  return length >= 2 && data[0] == '<' && (data[1] == '?' || data[1] == '!' || g_ascii_isalpha (data[1]));
}

VotumForeign
votum_foreign_guess (const guint8 *data,
                     gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (length < beginnings[i].length || memcmp (data, beginnings[i].bytes, beginnings[i].length) != 0)
        continue;
      if (beginnings[i].foreign == VOTUM_FOREIGN_DATABASE && length >= APPLICATION_AT + sizeof application &&
          memcmp (data + APPLICATION_AT, application, sizeof application) == 0)
        return VOTUM_FOREIGN_CASE;
      return beginnings[i].foreign;
    }

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  if (is_xml (data, length))
    return VOTUM_FOREIGN_XML;

  return is_table (data, length) ? VOTUM_FOREIGN_TABLE : VOTUM_FOREIGN_NONE;
}
