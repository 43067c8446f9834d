#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "votum-award-xml.h"
#include "votum-error.h"
#include "votum-things.h"

/* Bytes, encodings, pieces and limits of award XML. */

#define HEAD "<shortlist xmlns='urn:votum:award:1'>\n"
#define BODY HEAD "<entrant id='e'><name>Blåbær Ødegård Š</name></entrant></shortlist>"

static VotumDocument *
parse_bytes (const char         *data,
             gsize               length,
             VotumAwardXmlFlags  flags,
             GError            **error)
{
  return votum_award_xml_parse ("f", data, length, flags, NULL, error);
}

static const char *
name_of (VotumDocument *document)
{
  return votum_thing_get_text (votum_document_find (document, VOTUM_KIND_ENTRANT, "e"), VOTUM_ENTRANT_NAME);
}

/* ---- encodings ------------------------------------------------------------------------------------------------ */

static const struct {
  const char *declared;
  const char *iconv;
  const char *mark;
  gsize mark_length;
  const char *letters;
} encodings[] = {
  { NULL, "UTF-8", "", 0, "Blåbær Ødegård Š – 東京 🏆" },
  { NULL, "UTF-8", "\xef\xbb\xbf", 3, "Blåbær" },
  { "utf-8", "UTF-8", "", 0, "Blåbær 🏆" },
  { "ISO-8859-1", "ISO-8859-1", "", 0, "Blåbær Ødegård" },
  { "ISO-8859-15", "ISO-8859-15", "", 0, "Blåbær Š € œ Ÿ" },
  { "Windows-1252", "CP1252", "", 0, "Blåbær – Š € “x”" },
  { "US-ASCII", "ASCII", "", 0, "Blueberry" },
  { "UTF-16", "UTF-16LE", "\xff\xfe", 2, "Blåbær 東京 🏆" },
  { "UTF-16", "UTF-16BE", "\xfe\xff", 2, "Blåbær 東京 🏆" },
  { NULL, "UTF-16BE", "\xfe\xff", 2, "Blåbær" },
};

static GBytes *
encode (guint       i,
        const char *padding)
{
  g_autofree char *declaration = encodings[i].declared != NULL
                                   ? g_strdup_printf ("<?xml version=\"1.0\"  encoding = '%s' standalone='yes' ?>\r\n", encodings[i].declared)
                                   : g_strdup ("");
  g_autofree char *xml = g_strdup_printf ("%s" HEAD "<!--%s--><entrant id='e'><name>%s</name></entrant></shortlist>", declaration,
                                          padding, encodings[i].letters);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *encoded = NULL;
  gsize length;

  encoded = g_convert (xml, -1, encodings[i].iconv, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) encodings[i].mark, encodings[i].mark_length);
  g_byte_array_append (bytes, (const guint8 *) encoded, length);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr(GBytes) bytes = encode (i, "");
      g_autoptr(GError) error = NULL;
      g_autoptr(VotumDocument) document = parse_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (name_of (document), ==, encodings[i].letters);
    }
}

/* Every way in which a letter can fall across the end of a piece. */
static void
test_pieces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize width = g_str_has_prefix (encodings[i].iconv, "UTF-16") ? 2 : 1;
      g_autoptr(GBytes) whole = encode (i, "");
      gsize base = g_bytes_get_size (whole);

      for (gsize shift = 0; shift < 60; shift++)
        {
          g_autofree char *padding = g_strnfill ((65536 - base) / width + shift, 'x');
          g_autoptr(GBytes) bytes = encode (i, padding);
          g_autoptr(GError) error = NULL;
          g_autoptr(VotumDocument) document = parse_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (name_of (document), ==, encodings[i].letters);
        }
    }
}

/* The place of an entrant far into the file, by letters. */
static void
test_far_places (void)
{
  static const char *const breaks[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    for (guint n = 21800; n < 21900; n += 7)
      {
        g_autoptr(GString) xml = g_string_new (HEAD);
        g_autoptr(VotumProblems) problems = votum_problems_new ();

        g_string_append (xml, breaks[i]);
        for (guint j = 0; j < n; j++)
          g_string_append_printf (xml, "%s", j % 1000 == 0 ? breaks[i] : " ");
        g_string_append (xml, "<!-- æøå東 --> <entrant id='e' oops='1'><name>x</name>");
        g_string_append (xml, breaks[i]);
        for (guint j = 0; j < n; j++)
          g_string_append (xml, "  ");
        g_string_append (xml, "<section oops='2'>æøå</section></entrant></shortlist>");

        g_assert_null (votum_award_xml_parse ("f", xml->str, xml->len, 0, problems, NULL));
        g_assert_cmpuint (votum_problems_count (problems), ==, 2);
        g_assert_cmpuint (votum_problems_get (problems, 0)->line, ==, 3 + (n + 999) / 1000);
        g_assert_cmpuint (votum_problems_get (problems, 0)->column, ==, (n - 1) % 1000 + 1 + 14 + 16);
        g_assert_cmpuint (votum_problems_get (problems, 1)->line, ==, 4 + (n + 999) / 1000);
        g_assert_cmpuint (votum_problems_get (problems, 1)->column, ==, 2 * n + 1 + 9);
      }
}

static void
test_bad_bytes (void)
{
  static const struct {
    const char *data;
    gsize length;
    const char *fragment;
  } bad[] = {
    { "<\0a\0", 4, "UTF-16 without its byte order mark" },
    { "\xff\xfe<\0a", 5, "cut off" },
    { "\xff\xfe<\0a\0\0\xdc", 8, "byte 0xDC" },
    { "\xff\xfe<\0a\0\0\xd8/\0", 10, "byte 0xD8" },
    { HEAD "\0", sizeof HEAD, "NUL byte" },
    { HEAD "\xc3", sizeof HEAD, "middle of a character" },
    { HEAD "\xed\xa0\x80", sizeof HEAD + 2, "0xED" },
    { HEAD "\xf4\x90\x80\x80", sizeof HEAD + 3, "0xF4" },
    { HEAD "\xf8\x88\x80\x80", sizeof HEAD + 3, "0xF8" },
    { "<?xml version='1.0' encoding='US-ASCII'?><!--\xe5", 46, "0xE5" },
    { "<?xml version='1.0' encoding='windows-1252'?><!--\x81", 50, "0x81" },
    { "<?xml version='1.0' encoding='UTF-16'?><a/>", 43, "and it is not" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse_bytes (bad[i].data, bad[i].length, 0, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].fragment));
      g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX);
    }
}

/* Whatever is cut off anywhere is refused with a sentence, and never crashes. */
static void
test_truncated (void)
{
  static const char xml[] = "<?xml version='1.0' encoding='UTF-8'?>\n" BODY;

  for (gsize n = 0; n < strlen (xml); n++)
    {
      g_autofree char *cut = g_memdup2 (xml, n + 1);
      g_autoptr(GError) error = NULL;

      g_assert_null (parse_bytes (cut, n, 0, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

/* ---- limits --------------------------------------------------------------------------------------------------- */

static void
assert_limit (const char         *xml,
              VotumAwardXmlFlags  flags,
              const char         *fragment)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumDocument) document = parse_bytes (xml, strlen (xml), flags, &error);

  if (fragment == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_test_message ("%.300s", error->message);
  g_assert_null (document);
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, fragment));
}

static char *
section_of (gsize length)
{
  g_autofree char *text = g_strnfill (length, 'x');

  return g_strdup_printf (HEAD "<entrant id='e'><name>E</name><section>%s</section></entrant></shortlist>", text);
}

static void
test_text_limit (void)
{
  g_autofree char *most = section_of (65536);
  g_autofree char *more = section_of (65537);
  g_autofree char *name = g_strnfill (129, 'n');
  g_autofree char *element = g_strdup_printf (HEAD "<%s/></shortlist>", name);
  g_autofree char *attribute = g_strdup_printf (HEAD "<entrant %s='1'/></shortlist>", name);
  g_autofree char *line = g_strnfill (1001, 'l');
  g_autofree char *long_line = g_strdup_printf (HEAD "<entrant id='e' place='%s'><name>E</name></entrant></shortlist>", line);

  assert_limit (most, 0, NULL);
  assert_limit (more, 0, "f:2:40: This text is longer than 65536 bytes");
  assert_limit (more, VOTUM_AWARD_XML_LARGE, "longer than 65536 bytes");
  assert_limit (element, 0, "128 bytes");
  assert_limit (attribute, 0, "f:2:1: ");
  assert_limit (long_line, 0, "f:2:17: “place” of <entrant>: The text is 1001 bytes long");
}

static void
test_element_limits (void)
{
  g_autoptr(GString) deep = g_string_new ("<award xmlns='urn:votum:award:1'><name>N</name>");
  g_autoptr(GString) wide = g_string_new (HEAD "<entrant");
  g_autoptr(GString) many = g_string_new (HEAD);

  for (guint i = 0; i < 32; i++)
    g_string_append_printf (deep, "<criterion id='%u'><name>C</name>", i);
  assert_limit (deep->str, 0, "nested more than 32 deep");
  for (guint i = 0; i < 33; i++)
    g_string_append_printf (wide, " a%u='1'", i);
  g_string_append (wide, "/></shortlist>");
  assert_limit (wide->str, 0, "more than 32 attributes");

  for (guint i = 0; i < 25000; i++)
    g_string_append_printf (many, "<entrant id='%u'><name>E</name></entrant>\n", i);
  g_string_append (many, "</shortlist>");
  assert_limit (many->str, 0, "f:25001:");
  assert_limit (many->str, VOTUM_AWARD_XML_LARGE, NULL);
}

static void
test_size_limit (void)
{
  g_autoptr(GString) xml = g_string_new (BODY);

  for (gsize n = xml->len; n < 8 * 1024 * 1024; n++)
    g_string_append_c (xml, '\n');
  assert_limit (xml->str, 0, NULL);
  g_string_append_c (xml, '\n');
  assert_limit (xml->str, 0, "f: The file is larger than 8");
  assert_limit (xml->str, VOTUM_AWARD_XML_LARGE, NULL);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/bytes/encodings", test_encodings);
  g_test_add_func ("/exchange/bytes/pieces", test_pieces);
  g_test_add_func ("/exchange/bytes/far-places", test_far_places);
  g_test_add_func ("/exchange/bytes/bad", test_bad_bytes);
  g_test_add_func ("/exchange/bytes/truncated", test_truncated);
  g_test_add_func ("/exchange/limits/text", test_text_limit);
  g_test_add_func ("/exchange/limits/elements", test_element_limits);
  g_test_add_func ("/exchange/limits/size", test_size_limit);

  return g_test_run ();
}
