#include "votum-html.h"

#include <libxml/xmlwriter.h>
#include <string.h>

/* An outline as a page for any browser: no script, nothing fetched from anywhere. Figures are left out. */

#define BAD(name) ((const xmlChar *) (name))

static const char style[] =
  "body{font:16px/1.5 Inter,system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1d1f23;background:#fff}"
  "h1{font-size:1.8em;line-height:1.2}h2{margin-top:2em}p.lead{color:#5f636b}"
  "table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.3em .8em .3em 0;border-bottom:1px solid #cfd2d6;"
  "vertical-align:top;overflow-wrap:anywhere}th{border-bottom-color:#1d1f23}.end{text-align:end;white-space:nowrap}a{color:#0b4f8a}"
  "code{font-size:1.05em}"
  "@media(prefers-color-scheme:dark){body{color:#eee;background:#1d1f23}p.lead{color:#b4b8bf}a{color:#8fc3f5}th{border-bottom-color:#eee}"
  "th,td{border-bottom-color:#4a4d53}}";

static void
start (xmlTextWriter *xml,
       const char    *name,
       const char    *class)
{
  xmlTextWriterStartElement (xml, BAD (name));
  if (class != NULL)
    xmlTextWriterWriteAttribute (xml, BAD ("class"), BAD (class));
}

/* With an end tag, whatever is in it: HTML knows no short form. */
static void
stop (xmlTextWriter *xml)
{
  xmlTextWriterFullEndElement (xml);
}

static void
element (xmlTextWriter *xml,
         const char    *name,
         const char    *class,
         const char    *text)
{
  start (xml, name, class);
  xmlTextWriterWriteString (xml, BAD (text));
  stop (xml);
}

static void
write_cell (xmlTextWriter            *xml,
            const VotumOutlineColumn *column,
            const char               *text)
{
  start (xml, "td", column->align == VOTUM_ALIGN_END ? "end" : NULL);
  if (column->links)
    {
      g_autofree char *target = g_uri_escape_string (text, "/", FALSE);

      start (xml, "a", NULL);
      xmlTextWriterWriteAttribute (xml, BAD ("href"), BAD (target));
      xmlTextWriterWriteString (xml, BAD (text));
      stop (xml);
    }
  else
    {
      xmlTextWriterWriteString (xml, BAD (text));
    }
  stop (xml);
}

static void
write_table (xmlTextWriter           *xml,
             const VotumOutlineTable *table)
{
  guint n = table->columns->len;

  start (xml, "table", NULL);
  start (xml, "thead", NULL);
  start (xml, "tr", NULL);
  for (guint i = 0; i < n; i++)
    {
      const VotumOutlineColumn *column = &g_array_index (table->columns, VotumOutlineColumn, i);

      start (xml, "th", column->align == VOTUM_ALIGN_END ? "end" : NULL);
      xmlTextWriterWriteAttribute (xml, BAD ("scope"), BAD ("col"));
      xmlTextWriterWriteString (xml, BAD (column->head));
      stop (xml);
    }
  stop (xml);
  stop (xml);
  start (xml, "tbody", NULL);
  for (guint row = 0; row < table->rows->len; row++)
    {
      start (xml, "tr", NULL);
      for (guint i = 0; i < n; i++)
        write_cell (xml, &g_array_index (table->columns, VotumOutlineColumn, i), g_ptr_array_index (table->cells, row * n + i));
      stop (xml);
    }
  stop (xml);
  stop (xml);
}

static void
write_part (xmlTextWriter   *xml,
            const VotumPart *part)
{
  switch ((guint) part->kind)
    {
    case VOTUM_PART_TITLE:
      element (xml, "h1", NULL, part->text);
      break;
    case VOTUM_PART_HEADING:
      element (xml, part->level <= 1 ? "h2" : "h3", NULL, part->text);
      break;
    case VOTUM_PART_LEAD:
      element (xml, "p", "lead", part->text);
      break;
    case VOTUM_PART_LARGE:
      start (xml, "p", NULL);
      element (xml, "strong", NULL, part->text);
      stop (xml);
      break;
    case VOTUM_PART_STRONG:
      start (xml, "p", NULL);
      element (xml, "code", NULL, part->text);
      stop (xml);
      break;
    case VOTUM_PART_TABLE:
      write_table (xml, part->table);
      break;
    case VOTUM_PART_SECTION:
    case VOTUM_PART_FIGURE:
      break;
    default:
      element (xml, "p", NULL, part->text);
    }
}

/**
 * votum_html_write:
 * @outline: what a document says: titles, headings, paragraphs and tables
 *
 * Returns: (transfer full): it as a page of HTML in UTF-8
 */
GBytes *
votum_html_write (const VotumOutline *outline)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  xmlTextWriterWriteRaw (xml, BAD ("<!DOCTYPE html>\n"));
  start (xml, "html", NULL);
  xmlTextWriterWriteAttribute (xml, BAD ("lang"), BAD (outline->lang));
  start (xml, "head", NULL);
  xmlTextWriterStartElement (xml, BAD ("meta"));
  xmlTextWriterWriteAttribute (xml, BAD ("charset"), BAD ("utf-8"));
  xmlTextWriterEndElement (xml);
  xmlTextWriterStartElement (xml, BAD ("meta"));
  xmlTextWriterWriteAttribute (xml, BAD ("name"), BAD ("viewport"));
  xmlTextWriterWriteAttribute (xml, BAD ("content"), BAD ("width=device-width"));
  xmlTextWriterEndElement (xml);
  element (xml, "title", NULL, outline->title);
  start (xml, "style", NULL);
  xmlTextWriterWriteRaw (xml, BAD (style));
  stop (xml);
  stop (xml);
  start (xml, "body", NULL);
  start (xml, "main", NULL);
  for (guint i = 0; i < outline->parts->len; i++)
    write_part (xml, g_ptr_array_index (outline->parts, i));
  xmlTextWriterEndDocument (xml);
  xmlTextWriterFlush (xml);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlFreeTextWriter (xml);
  xmlBufferFree (buffer);

  return bytes;
}
