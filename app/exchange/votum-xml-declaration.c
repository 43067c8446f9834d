#include "votum-config.h"

#include "votum-xml-declaration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-foreign-file.h"
#include "votum-text.h"

/* A declaration is short; what has not ended by then is none. */
#define LONGEST 512

static const struct {
  const char *name;
  VotumEncoding encoding;
} encodings[] = {
  { "UTF-8", VOTUM_ENCODING_UTF_8 },
  { "UTF8", VOTUM_ENCODING_UTF_8 },
  { "US-ASCII", VOTUM_ENCODING_ASCII },
  { "ASCII", VOTUM_ENCODING_ASCII },
  { "ISO-8859-1", VOTUM_ENCODING_ISO_8859_1 },
  { "ISO-8859-15", VOTUM_ENCODING_ISO_8859_15 },
  { "windows-1252", VOTUM_ENCODING_WINDOWS_1252 },
  { "UTF-16", VOTUM_ENCODING_UTF_16_LE },
  { "UTF-16LE", VOTUM_ENCODING_UTF_16_LE },
  { "UTF-16BE", VOTUM_ENCODING_UTF_16_BE },
};

typedef struct {
  gboolean present;
  gboolean good;
  gboolean version_1_0;
  gsize encoding_start, encoding_end;   /* the pseudo-attribute */
  gsize name_start, name_end;           /* its value */
} Declaration;

static gsize
skip_space (const char *text,
            gsize       length,
            gsize       at)
{
  while (at < length && strchr (" \t\r\n", text[at]) != NULL && text[at] != '\0')
    at++;

  return at;
}

/* name="value" at @at, after white space: where it ends, or 0. */
static gsize
pseudo_attribute (const char *text,
                  gsize       length,
                  gsize       at,
                  const char *name,
                  gsize      *value_start,
                  gsize      *value_end)
{
  gsize n = strlen (name);
  char quote;

  if (length - at < n || memcmp (text + at, name, n) != 0)
    return 0;
  at = skip_space (text, length, at + n);
  if (at >= length || text[at] != '=')
    return 0;
  at = skip_space (text, length, at + 1);
  if (at >= length || (text[at] != '"' && text[at] != '\''))
    return 0;
  quote = text[at++];
  *value_start = at;
  while (at < length && text[at] != quote && (g_ascii_isalnum (text[at]) || strchr ("._-:/+", text[at]) != NULL) && text[at] != '\0')
    at++;
  if (at >= length || text[at] != quote)
    return 0;
  *value_end = at;

  return at + 1;
}

/* The XML declaration, by its grammar: a parser must never find an encoding in it that was not found here. */
static Declaration
parse (const char *text,
       gsize       length)
{
  Declaration found = { 0 };
  gsize at, end, start, stop;

  length = MIN (length, LONGEST);
  if (length < 6 || memcmp (text, "<?xml", 5) != 0 || skip_space (text, length, 5) == 5)
    return found;

  found.present = TRUE;
  at = skip_space (text, length, 5);
  end = pseudo_attribute (text, length, at, "version", &start, &stop);
  if (end == 0)
    return found;
  found.version_1_0 = stop - start == 3 && memcmp (text + start, "1.0", 3) == 0;

  at = skip_space (text, length, end);
  if (at > end && (stop = pseudo_attribute (text, length, at, "encoding", &found.name_start, &found.name_end)) > 0)
    {
      found.encoding_start = at;
      found.encoding_end = end = stop;
      at = skip_space (text, length, end);
    }
  if (at > end && (end = pseudo_attribute (text, length, at, "standalone", &start, &stop)) > 0)
    at = skip_space (text, length, end);
  found.good = length - at >= 2 && text[at] == '?' && text[at + 1] == '>';

  return found;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX, message);

  return FALSE;
}

static gboolean
check_beginning (const guint8  *data,
                 gsize          length,
                 GError       **error)
{
  gsize at = skip_space ((const char *) data, length, 0);

  if (length >= 2 && ((data[0] == '<' && data[1] == 0) || (data[0] == 0 && data[1] == '<')))
    return refuse (error, _("The file looks like UTF-16 without its byte order mark. Save it as UTF-8."));
  if (at >= length)
    return refuse (error, _("The file is empty."));
  if (data[at] == '<')
    return TRUE;

  switch (votum_foreign_guess (data, length))
    {
    case VOTUM_FOREIGN_CASE:
      return refuse (error, _("This is a Votum case, not an XML file. Have the two files been swapped? The case comes first, then the XML file."));
    case VOTUM_FOREIGN_DATABASE:
      return refuse (error, _("This is a database, not an XML file. Take the XML file."));
    case VOTUM_FOREIGN_PACKED:
    case VOTUM_FOREIGN_OFFICE:
      return refuse (error, _("This is not an XML file. It looks like a spreadsheet or another packed file: save a sheet with marks as CSV and import it as marks; unpack what holds an XML file."));
    case VOTUM_FOREIGN_PDF:
      return refuse (error, _("This is a PDF file, not an XML file. Ask for the XML file; the PDF can be an attachment of an entrant."));
    case VOTUM_FOREIGN_COMPRESSED:
      return refuse (error, _("The file is compressed. Unpack it and take the XML file inside."));
    case VOTUM_FOREIGN_TABLE:
      return refuse (error, _("This is not an XML file. It looks like a table: import marks in CSV as marks."));
    case VOTUM_FOREIGN_NONE:
    case VOTUM_FOREIGN_XML:
    default:
      return refuse (error, _("This is not an XML file. One begins with <award> or <shortlist>."));
    }
}

/* The name of the declared encoding must be one we know and be able to be true. */
static gboolean
check_declared (const char     *text,
                Declaration     declaration,
                gboolean        certain,
                VotumEncoding  *encoding,
                GError        **error)
{
  g_autofree char *name = g_strndup (text + declaration.name_start, declaration.name_end - declaration.name_start);
  g_autofree char *shown = votum_text_quote (name);
  gboolean wide, really_wide;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (encodings[i].name, name) == 0)
      break;
  if (i == G_N_ELEMENTS (encodings))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX,
                   _("The encoding “%s” is not read. Save the file as UTF-8."), shown);
      return FALSE;
    }

  wide = encodings[i].encoding == VOTUM_ENCODING_UTF_16_LE || encodings[i].encoding == VOTUM_ENCODING_UTF_16_BE;
  really_wide = certain && *encoding != VOTUM_ENCODING_UTF_8;
  if (wide != really_wide || (certain && !wide && encodings[i].encoding != VOTUM_ENCODING_UTF_8))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX,
                   _("The file says that its encoding is “%s”, and it is not. Save it as UTF-8."), shown);
      return FALSE;
    }
  if (!certain)
    *encoding = encodings[i].encoding;

  return TRUE;
}

/* UTF-16: as much of the beginning as a declaration can fill, as ASCII. Other letters cannot be in a good one. */
static gsize
narrow (const guint8  *data,
        gsize          length,
        VotumEncoding  encoding,
        char          *text)
{
  gsize n = 0;

  for (gsize i = 0; i + 1 < length && n < LONGEST; i += 2)
    {
      guint8 low = data[i + (encoding == VOTUM_ENCODING_UTF_16_LE ? 0 : 1)];
      guint8 high = data[i + (encoding == VOTUM_ENCODING_UTF_16_LE ? 1 : 0)];

      text[n++] = high == 0 && low < 0x80 ? (char) low : 1;
    }

  return n;
}

gboolean
votum_xml_declaration_sniff (const guint8   *data,
                             gsize           length,
                             VotumEncoding  *encoding,
                             gsize          *skip,
                             GError        **error)
{
  static const guint8 utf_8_mark[] = { 0xef, 0xbb, 0xbf };
  char narrowed[LONGEST];
  const char *text = (const char *) data;
  gboolean certain = TRUE;
  Declaration declaration;

  *skip = 0;
  *encoding = VOTUM_ENCODING_UTF_8;
  if (length >= 2 && data[0] == 0xff && data[1] == 0xfe)
    *encoding = VOTUM_ENCODING_UTF_16_LE;
  else if (length >= 2 && data[0] == 0xfe && data[1] == 0xff)
    *encoding = VOTUM_ENCODING_UTF_16_BE;

  if (*encoding != VOTUM_ENCODING_UTF_8)
    {
      *skip = 2;
      length = narrow (data + 2, length - 2, *encoding, narrowed);
      text = narrowed;
    }
  else if (length >= 3 && memcmp (data, utf_8_mark, 3) == 0)
    {
      *skip = 3;
      text += 3;
      length -= 3;
    }
  else
    {
      certain = FALSE;
    }

  if (!check_beginning ((const guint8 *) text, length, error))
    return FALSE;

  declaration = parse (text, length);
  if (!declaration.present)
    return TRUE;
  if (!declaration.good)
    return refuse (error, _("The first line is not an XML declaration as it should be. "
                            "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>, or nothing."));
  if (!declaration.version_1_0)
    return refuse (error, _("Only XML 1.0 is read. Write version=\"1.0\" in the first line."));

  return declaration.name_end == 0 || check_declared (text, declaration, certain, encoding, error);
}

void
votum_xml_declaration_blank (char  *text,
                             gsize  length)
{
  Declaration declaration = parse (text, length);

  if (declaration.encoding_end > declaration.encoding_start)
    memset (text + declaration.encoding_start, ' ', declaration.encoding_end - declaration.encoding_start);
}
