#include "votum-config.h"

#include "votum-odf.h"

#include <stdarg.h>
#include <string.h>

#include "votum-zip.h"

/* OpenDocument 1.2, which everything that reads OpenDocument at all can read. */

static const struct {
  const char *prefix, *uri;
} spaces[] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" },
  { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
  { "xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2" },
  { "xmlns:ooo", "http://openoffice.org/2004/office" },
};

#define BAD(name) ((const xmlChar *) (name))

static VotumOdfPart *
begin (void)
{
  VotumOdfPart *self = g_new0 (VotumOdfPart, 1);

  self->buffer = xmlBufferCreate ();
  self->xml = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterStartDocument (self->xml, "1.0", "UTF-8", NULL);

  return self;
}

/**
 * votum_odf_begin:
 * @root: "office:document-content" and its like
 *
 * Returns: (transfer full): a part whose root element is open
 */
VotumOdfPart *
votum_odf_begin (const char *root)
{
  VotumOdfPart *self = begin ();

  xmlTextWriterStartElement (self->xml, BAD (root));
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    votum_odf_attribute (self, spaces[i].prefix, spaces[i].uri);
  votum_odf_attribute (self, "office:version", "1.2");

  return self;
}

void
votum_odf_free (VotumOdfPart *self)
{
  xmlFreeTextWriter (self->xml);
  xmlBufferFree (self->buffer);
  g_free (self);
}

/**
 * votum_odf_end:
 * @self: a part; what is open in it is closed
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
votum_odf_end (VotumOdfPart *self)
{
  xmlTextWriterEndDocument (self->xml);
  xmlTextWriterFlush (self->xml);

  return g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
}

static void
attributes (VotumOdfPart *self,
            va_list       pairs)
{
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const char *value = va_arg (pairs, const char *);

      if (value != NULL)
        votum_odf_attribute (self, name, value);
    }
}

/**
 * votum_odf_start:
 * @self: a part
 * @name: of the element
 * @...: (nullable): names and values of attributes; one whose value is %NULL is left out
 */
void
votum_odf_start (VotumOdfPart *self,
                 const char   *name,
                 ...)
{
  va_list pairs;

  xmlTextWriterStartElement (self->xml, BAD (name));
  va_start (pairs, name);
  attributes (self, pairs);
  va_end (pairs);
}

void
votum_odf_attribute (VotumOdfPart *self,
                     const char   *name,
                     const char   *value)
{
  xmlTextWriterWriteAttribute (self->xml, BAD (name), BAD (value));
}

/* A length as OpenDocument takes it, whatever the locale. */
void
votum_odf_points (VotumOdfPart *self,
                  const char   *name,
                  double        points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value = g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", points), "pt", NULL);

  votum_odf_attribute (self, name, value);
}

void
votum_odf_stop (VotumOdfPart *self)
{
  xmlTextWriterEndElement (self->xml);
}

void
votum_odf_empty (VotumOdfPart *self,
                 const char   *name,
                 ...)
{
  va_list pairs;

  xmlTextWriterStartElement (self->xml, BAD (name));
  va_start (pairs, name);
  attributes (self, pairs);
  va_end (pairs);
  xmlTextWriterEndElement (self->xml);
}

static void
flush_run (VotumOdfPart *self,
           GString      *run)
{
  if (run->len > 0)
    xmlTextWriterWriteString (self->xml, BAD (run->str));
  g_string_truncate (run, 0);
}

/**
 * votum_odf_text:
 * @self: a part, in a paragraph
 * @text: plain text
 *
 * Breaks, tabs and runs of spaces are elements there; what XML can't say is left out.
 */
void
votum_odf_text (VotumOdfPart *self,
                const char   *text)
{
  g_autoptr(GString) run = g_string_new (NULL);
  gboolean after_space = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == 0x2028 || c == '\t' || (c == ' ' && after_space))
        {
          flush_run (self, run);
          votum_odf_empty (self, c == '\t' ? "text:tab" : c == ' ' ? "text:s" : "text:line-break", NULL);
        }
      else if (c >= 0x20 && c != 0xfffe && c != 0xffff)
        {
          g_string_append_unichar (run, c);
        }
      after_space = c == ' ' || c == '\n' || c == '\t';
    }
  flush_run (self, run);
}

void
votum_odf_paragraph (VotumOdfPart *self,
                     const char   *style,
                     const char   *text)
{
  votum_odf_start (self, "text:p", "text:style-name", style, NULL);
  votum_odf_text (self, text != NULL ? text : "");
  votum_odf_stop (self);
}

/* The language of a style's text; where the country is not said, the one it is mostly written in. */
void
votum_odf_language (VotumOdfPart *self,
                    const char   *lang)
{
  static const struct {
    const char *lang, *country;
  } countries[] = { { "nb", "NO" }, { "nn", "NO" }, { "sv", "SE" }, { "da", "DK" }, { "en", "GB" } };
  g_auto(GStrv) parts = g_strsplit_set (lang, "-_.", 3);
  const char *country = parts[0] != NULL && parts[1] != NULL && strlen (parts[1]) == 2 ? parts[1] : "none";

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strcmp (country, "none") == 0 && g_strcmp0 (parts[0], countries[i].lang) == 0)
      country = countries[i].country;
  votum_odf_attribute (self, "fo:language", parts[0] != NULL ? parts[0] : "en");
  votum_odf_attribute (self, "fo:country", country);
}

/* The typefaces of the printed documents. Where they are missing, the generic family tells what to take instead. */
void
votum_odf_faces (VotumOdfPart *self)
{
  votum_odf_start (self, "office:font-face-decls", NULL);
  votum_odf_empty (self, "style:font-face", "style:name", "Sans", "svg:font-family", "Inter", "style:font-family-generic", "swiss",
                   "style:font-pitch", "variable", NULL);
  votum_odf_empty (self, "style:font-face", "style:name", "Serif", "svg:font-family", "'EB Garamond'", "style:font-family-generic",
                   "roman", "style:font-pitch", "variable", NULL);
  votum_odf_stop (self);
}

static void
meta_element (VotumOdfPart *self,
              const char   *name,
              const char   *text)
{
  if (text == NULL || *text == '\0')
    return;
  votum_odf_start (self, name, NULL);
  xmlTextWriterWriteString (self->xml, BAD (text));
  votum_odf_stop (self);
}

/* meta.xml wants a time without fractions; one with an offset is fine. */
static GBytes *
write_meta (const VotumOdfInfo *info)
{
  g_autoptr(VotumOdfPart) self = votum_odf_begin ("office:document-meta");
  g_auto(GStrv) keywords = g_strsplit (info->keywords != NULL ? info->keywords : "", ",", -1);

  votum_odf_start (self, "office:meta", NULL);
  meta_element (self, "meta:generator", "Votum/" VOTUM_VERSION);
  meta_element (self, "dc:title", info->title);
  meta_element (self, "dc:subject", info->subject);
  for (guint i = 0; keywords[i] != NULL; i++)
    meta_element (self, "meta:keyword", g_strstrip (keywords[i]));
  meta_element (self, "meta:initial-creator", info->author);
  meta_element (self, "dc:creator", info->author);
  meta_element (self, "meta:creation-date", info->created);
  meta_element (self, "dc:date", info->created);
  meta_element (self, "dc:language", info->lang);

  return votum_odf_end (self);
}

static void
manifest_entry (VotumOdfPart *self,
                const char   *path,
                const char   *type,
                const char   *version)
{
  votum_odf_empty (self, "manifest:file-entry", "manifest:full-path", path, "manifest:version", version, "manifest:media-type", type, NULL);
}

static GBytes *
write_manifest (const VotumOdfInfo *info,
                const VotumOdfFile *files,
                guint               n_files)
{
  g_autoptr(VotumOdfPart) self = begin ();

  votum_odf_start (self, "manifest:manifest", "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                   "manifest:version", "1.2", NULL);
  manifest_entry (self, "/", info->mimetype, "1.2");
  manifest_entry (self, "meta.xml", "text/xml", NULL);
  for (guint i = 0; i < n_files; i++)
    manifest_entry (self, files[i].name, files[i].type, NULL);

  return votum_odf_end (self);
}

/**
 * votum_odf_package:
 * @info: what the document says about itself
 * @files: (array length=n_files): its parts, but for those that follow from @info
 * @n_files: how many
 * @error: return location
 *
 * Returns: (transfer full): the whole file: its kind first and plain, as the first bytes must tell it
 */
GBytes *
votum_odf_package (const VotumOdfInfo *info,
                   const VotumOdfFile *files,
                   guint               n_files,
                   GError            **error)
{
  g_autoptr(VotumZip) zip = votum_zip_new (info->created);
  g_autoptr(GBytes) kind = g_bytes_new (info->mimetype, strlen (info->mimetype));
  g_autoptr(GBytes) meta = write_meta (info);
  g_autoptr(GBytes) manifest = write_manifest (info, files, n_files);

  if (!votum_zip_add (zip, "mimetype", kind, FALSE, error) ||
      !votum_zip_add (zip, "META-INF/manifest.xml", manifest, TRUE, error) ||
      !votum_zip_add (zip, "meta.xml", meta, TRUE, error))
    return NULL;
  for (guint i = 0; i < n_files; i++)
    /* a picture is packed already */
    if (!votum_zip_add (zip, files[i].name, files[i].bytes, !g_str_has_prefix (files[i].type, "image/"), error))
      return NULL;

  return votum_zip_finish (zip);
}
