#include "votum-page-private.h"

#include <string.h>

/*
 * cairo 1.16 tags a PDF but can't say its language, nor give a figure its text alternative, and it leaves out the
 * "D:" that dates begin with. PDF lets a file be
 * amended by an incremental update: changed objects, a cross-reference of just those, and a trailer that points
 * back. What is read here is only cairo's own output of a moment ago; where it doesn't look as expected (a newer
 * cairo that packs its objects), the file is left as it is, whole and valid.
 */

typedef struct {
  guint number;
  gsize offset;
} Amended;

static const char *
find (const GByteArray *pdf,
      gsize             from,
      const char       *text)
{
  return from < pdf->len ? memmem (pdf->data + from, pdf->len - from, text, strlen (text)) : NULL;
}

static const char *
find_last (const GByteArray *pdf,
           const char       *text)
{
  gsize length = strlen (text);

  for (gsize at = pdf->len; at >= length; at--)
    if (memcmp (pdf->data + at - length, text, length) == 0)
      return (const char *) pdf->data + at - length;

  return NULL;
}

/* "572 0 obj\n" right before @body; 0 if it isn't there. */
static guint
object_number (const GByteArray *pdf,
               const char       *body)
{
  static const char tail[] = " 0 obj\n";
  const char *end = body - strlen (tail);
  const char *start = end;

  if (end < (const char *) pdf->data || strncmp (end, tail, strlen (tail)) != 0)
    return 0;
  while (start > (const char *) pdf->data && g_ascii_isdigit (start[-1]))
    start--;

  return (guint) g_ascii_strtoull (start, NULL, 10);
}

/* A PDF text string in UTF-16, in hexadecimal so that nothing needs escaping. */
static void
append_text (GString    *out,
             const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; units != NULL && i < n; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

/* Writes the object at @body again, with @extra in front of the end of its dictionary. */
static gboolean
amend (GByteArray *pdf,
       GString    *out,
       GArray     *amended,
       const char *body,
       const char *extra)
{
  guint number = object_number (pdf, body);
  const char *end = find (pdf, (gsize) (body - (const char *) pdf->data), "\n>>\nendobj\n");
  Amended entry = { number, pdf->len + out->len };

  if (number == 0 || end == NULL)
    return FALSE;
  g_string_append_printf (out, "%u 0 obj\n", number);
  g_string_append_len (out, body, end - body);
  g_string_append_printf (out, "\n   %s\n>>\nendobj\n", extra);
  g_array_append_val (amended, entry);

  return TRUE;
}

/* The dictionary of the document's own data; cairo begins it with the producer, and the values are in parentheses. */
static gboolean
amend_dates (GByteArray *pdf,
             GString    *out,
             GArray     *amended)
{
  const char *body = find_last (pdf, "<< /Producer ");
  gsize start = out->len;
  g_autoptr (GString) copy = NULL;

  if (body == NULL || !amend (pdf, out, amended, body, "/Trapped /False"))
    return FALSE;
  copy = g_string_new_len (out->str + start, (gssize) (out->len - start));
  g_string_replace (copy, "Date (1", "Date (D:1", 0);
  g_string_replace (copy, "Date (2", "Date (D:2", 0);
  g_string_truncate (out, start);
  g_string_append_len (out, copy->str, (gssize) copy->len);

  return TRUE;
}

static gboolean
amend_catalog (GByteArray *pdf,
               GString    *out,
               GArray     *amended,
               const char *lang)
{
  const char *body = find_last (pdf, "<< /Type /Catalog\n");
  g_autofree char *extra = g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", lang);

  return body != NULL && amend (pdf, out, amended, body, extra);
}

/* Figures come in the order they were drawn in, and so do their alternatives. */
static gboolean
amend_figures (GByteArray *pdf,
               GString    *out,
               GArray     *amended,
               GPtrArray  *alternatives)
{
  static const char head[] = "<< /Type /StructElem\n   /S /Figure\n";
  gsize at = 0;
  guint found = 0;
  const char *body;

  while ((body = find (pdf, at, head)) != NULL)
    {
      g_autoptr (GString) extra = g_string_new ("/Alt ");

      if (found >= alternatives->len)
        return FALSE;
      append_text (extra, g_ptr_array_index (alternatives, found++));
      if (!amend (pdf, out, amended, body, extra->str))
        return FALSE;
      at = (gsize) (body - (const char *) pdf->data) + strlen (head);
    }

  return found == alternatives->len;
}

static gboolean
append_trailer (GByteArray *pdf,
                GString    *out,
                GArray     *amended)
{
  const char *trailer = find_last (pdf, "trailer\n<< ");
  const char *start = find_last (pdf, "startxref\n");
  const char *end = trailer != NULL ? find (pdf, (gsize) (trailer - (const char *) pdf->data), "\n>>\n") : NULL;
  gsize xref = pdf->len + out->len;
  char *previous;

  if (end == NULL || start == NULL || start < end)
    return FALSE;
  previous = g_strndup (start + strlen ("startxref\n"), strspn (start + strlen ("startxref\n"), "0123456789"));
  g_string_append (out, "xref\n");
  for (guint i = 0; i < amended->len; i++)
    {
      Amended *entry = &g_array_index (amended, Amended, i);

      g_string_append_printf (out, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", entry->number, entry->offset);
    }
  g_string_append_len (out, trailer, end - trailer);
  g_string_append_printf (out, "\n   /Prev %s\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", previous, xref);
  g_free (previous);

  return TRUE;
}

void
votum_pdf_complete (GByteArray *pdf,
                    const char *lang,
                    GPtrArray  *alternatives)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) amended = g_array_new (FALSE, FALSE, sizeof (Amended));
  g_autofree char *code = g_strndup (lang != NULL ? lang : "en", strspn (lang != NULL ? lang : "en",
                                     "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-"));

  /* what looks for words in it may read up to a zero, which stands behind the bytes and is none of them */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);

  if (amend_figures (pdf, out, amended, alternatives) &&
      amend_dates (pdf, out, amended) &&
      amend_catalog (pdf, out, amended, code) &&
      append_trailer (pdf, out, amended))
    g_byte_array_append (pdf, (const guint8 *) out->str, (guint) out->len);
}
