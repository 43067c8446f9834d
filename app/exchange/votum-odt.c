#include "votum-config.h"

#include "votum-odt.h"

#include <string.h>

#include "votum-odt-private.h"

/* An outline as an OpenDocument text. Paragraphs have named styles; what is automatic here is only what a format has no
 * names for: the widths of a table's columns, borders of cells, and which page a section begins. */

typedef struct {
  VotumOdfPart       *part;
  const VotumOutline *outline;
  GPtrArray          *pictures;      /* of GBytes */
  guint               n_sections;
  guint               n_tables;
  guint               n_bookmarks;
  gboolean            begins;        /* the next paragraph begins a section */
  const char         *list;          /* (nullable): the list that is open */
} Writer;

#define ROWS_TOGETHER 14  /* a table of no more isn't torn by the end of a page */

/* ---- automatic styles ---- */

static void
cell_style (VotumOdfPart *part,
            const char   *name,
            const char   *top,
            const char   *bottom,
            const char   *align)
{
  votum_odf_start (part, "style:style", "style:name", name, "style:family", "table-cell", NULL);
  votum_odf_empty (part, "style:table-cell-properties", "style:vertical-align", align, "fo:padding-left", "0pt", "fo:padding-right", "4pt",
                   "fo:padding-top", "2.5pt", "fo:padding-bottom", "2.5pt", "fo:border-left", "none", "fo:border-right", "none",
                   "fo:border-top", top, "fo:border-bottom", bottom, NULL);
  votum_odf_stop (part);
}

/* A row of signatures leaves room to sign. */
static void
row_style (VotumOdfPart *part,
           const char   *name,
           const char   *least)
{
  votum_odf_start (part, "style:style", "style:name", name, "style:family", "table-row", NULL);
  votum_odf_empty (part, "style:table-row-properties", "fo:keep-together", "always", "style:min-row-height", least, NULL);
  votum_odf_stop (part);
}

/* What is left of the line goes to the columns alike, as long as that isn't much: figures that stand far apart lose each
 * other. Type can be wider here than in print, where the typefaces are missing. */
static double
stretch_of (const VotumOutlineTable *table,
            double                   room)
{
  double width = 0;

  for (guint i = 0; i < table->columns->len; i++)
    width += g_array_index (table->columns, VotumOutlineColumn, i).width;

  return width <= 0 ? 1 : width > room ? room / width : MIN (room / width, 1.12);
}

static void
table_styles (Writer                  *self,
              const VotumOutlineTable *table,
              double                   room,
              guint                    n)
{
  g_autofree char *name = g_strdup_printf ("Table%u", n);
  double stretch = stretch_of (table, room);
  double width = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *column = g_strdup_printf ("Table%u.%u", n, i + 1);
      double own = g_array_index (table->columns, VotumOutlineColumn, i).width * stretch;

      width += own;
      votum_odf_start (self->part, "style:style", "style:name", column, "style:family", "table-column", NULL);
      votum_odf_start (self->part, "style:table-column-properties", NULL);
      votum_odf_points (self->part, "style:column-width", own);
      votum_odf_stop (self->part);
      votum_odf_stop (self->part);
    }
  votum_odf_start (self->part, "style:style", "style:name", name, "style:family", "table", NULL);
  votum_odf_start (self->part, "style:table-properties", "table:align", "left", "fo:margin-top", "4pt", "fo:margin-bottom", "12pt",
                   "table:border-model", "collapsing", "style:may-break-between-rows", table->rows->len <= ROWS_TOGETHER ? "false" : NULL, NULL);
  votum_odf_points (self->part, "style:width", width);
  votum_odf_stop (self->part);
  votum_odf_stop (self->part);
}

static gboolean
is_paragraph (const VotumPart *part)
{
  return part->table == NULL && part->kind != VOTUM_PART_SECTION && part->kind != VOTUM_PART_CONTENTS;
}

/* The paragraph that a section begins with says which page it stands on. */
static void
section_style (Writer          *self,
               const VotumPart *first,
               guint            n)
{
  g_autofree char *name = g_strdup_printf ("Begin%u", n + 1);
  g_autofree char *page = votum_odt_page_name (n);

  votum_odf_start (self->part, "style:style", "style:name", name, "style:family", "paragraph",
                   "style:parent-style-name", first != NULL && is_paragraph (first) ? votum_odt_part_style (first) : "Standard",
                   "style:master-page-name", page, NULL);
  votum_odf_empty (self->part, "style:paragraph-properties", "style:page-number", "1", NULL);
  votum_odf_stop (self->part);
}

static void
automatic_styles (Writer *self)
{
  double room = 450;
  guint n_sections = 0, n_tables = 0;

  votum_odf_start (self->part, "office:automatic-styles", NULL);
  for (guint i = 0; i < self->outline->parts->len; i++)
    {
      const VotumPart *part = g_ptr_array_index (self->outline->parts, i);

      if (part->kind == VOTUM_PART_SECTION)
        {
          room = part->page.width - part->page.left - part->page.right;
          section_style (self, i + 1 < self->outline->parts->len ? g_ptr_array_index (self->outline->parts, i + 1) : NULL, n_sections++);
        }
      if (part->table != NULL)
        table_styles (self, part->table, room, ++n_tables);
    }
  cell_style (self->part, "HeadCell", "none", "0.7pt solid #1d1f23", "bottom");
  cell_style (self->part, "Cell", "none", "0.3pt solid #cfd2d6", "top");
  cell_style (self->part, "SumCell", "0.6pt solid #1d1f23", "0.3pt solid #cfd2d6", "top");
  cell_style (self->part, "PlainCell", "none", "none", "top");
  cell_style (self->part, "SignCell", "none", "none", "bottom");
  row_style (self->part, "Row", NULL);
  row_style (self->part, "SignRow", "64pt");
  votum_odf_stop (self->part);
}

/* ---- content ---- */

/* The style of a paragraph, or that which begins a section with it. (transfer full) */
static char *
own_style (Writer     *self,
           const char *style)
{
  if (!self->begins)
    return g_strdup (style);
  self->begins = FALSE;

  return g_strdup_printf ("Begin%u", self->n_sections);
}

/* The last item of a list that is open is open too, for what still belongs to it. */
static void
close_list (Writer *self)
{
  if (self->list != NULL)
    {
      votum_odf_stop (self->part);
      votum_odf_stop (self->part);
    }
  self->list = NULL;
}

/* 0: it stands under no number */
static guint64
number_of (const char *marker)
{
  return marker != NULL ? g_ascii_strtoull (marker, NULL, 10) : 0;
}

static void
write_item (Writer          *self,
            const VotumPart *part)
{
  guint64 number = number_of (part->marker);
  const char *list = number > 0 ? "Numbers" : "Dashes";

  if (self->list != NULL && (part->marker == NULL || *part->marker == '\0'))
    {
      votum_odf_paragraph (self->part, votum_odt_part_style (part), part->text);
      return;
    }
  if (g_strcmp0 (list, self->list) != 0 || number == 1)
    {
      close_list (self);
      votum_odf_start (self->part, "text:list", "text:style-name", list, NULL);
    }
  else
    {
      votum_odf_stop (self->part);
    }
  self->list = list;
  votum_odf_start (self->part, "text:list-item", NULL);
  votum_odf_paragraph (self->part, votum_odt_part_style (part), part->text);
}

/* Main headings are numbered by the style where they bear a number; the others stand outside the count. */
static void
write_heading (Writer          *self,
               const VotumPart *part)
{
  g_autofree char *style = own_style (self, votum_odt_part_style (part));
  g_autofree char *bookmark = NULL;
  char level[8];
  gboolean plate = part->kind == VOTUM_PART_PLATE_HEADING;
  gboolean first = g_strcmp0 (part->marker, "1") == 0;

  g_snprintf (level, sizeof level, "%u", plate ? 1 : CLAMP (part->level, 1, VOTUM_ODT_LEVELS));
  votum_odf_start (self->part, "text:h", "text:style-name", style, "text:outline-level", level,
                   "text:restart-numbering", first ? "true" : NULL, "text:start-value", first ? "1" : NULL,
                   "text:is-list-header", part->marker == NULL ? "true" : NULL, NULL);
  if (part->marker != NULL)
    {
      bookmark = g_strdup_printf ("heading-%u", ++self->n_bookmarks);
      votum_odf_empty (self->part, "text:bookmark", "text:name", bookmark, NULL);
    }
  votum_odf_text (self->part, part->text);
  votum_odf_stop (self->part);
}

static void
write_link (Writer          *self,
            const VotumPart *part)
{
  g_autofree char *style = own_style (self, votum_odt_part_style (part));

  votum_odf_start (self->part, "text:p", "text:style-name", style, NULL);
  votum_odf_start (self->part, "text:a", "xlink:type", "simple", "xlink:href", part->marker, NULL);
  votum_odf_text (self->part, part->text);
  votum_odf_stop (self->part);
  votum_odf_stop (self->part);
}

/* The numbered headings up to the end of the section, as links. On which page they stand only who lays them out knows. */
static void
write_contents (Writer *self,
                guint   index)
{
  const VotumPart *own = g_ptr_array_index (self->outline->parts, index);
  guint n = self->n_bookmarks;

  votum_odf_start (self->part, "text:table-of-content", "text:name", own->text, "text:protected", "false", NULL);
  votum_odf_start (self->part, "text:table-of-content-source", "text:outline-level", "1", "text:index-scope", "document", NULL);
  votum_odf_start (self->part, "text:index-title-template", "text:style-name", votum_odt_part_style (own), NULL);
  votum_odf_text (self->part, own->text);
  votum_odf_stop (self->part);
  votum_odf_start (self->part, "text:table-of-content-entry-template", "text:outline-level", "1", "text:style-name", "Contents_20_1", NULL);
  votum_odf_empty (self->part, "text:index-entry-link-start", NULL);
  votum_odf_empty (self->part, "text:index-entry-chapter", NULL);
  votum_odf_start (self->part, "text:index-entry-span", NULL);
  xmlTextWriterWriteString (self->part->xml, (const xmlChar *) " ");
  votum_odf_stop (self->part);
  votum_odf_empty (self->part, "text:index-entry-text", NULL);
  votum_odf_empty (self->part, "text:index-entry-link-end", NULL);
  votum_odf_stop (self->part);
  votum_odf_stop (self->part);

  votum_odf_start (self->part, "text:index-body", NULL);
  votum_odf_start (self->part, "text:index-title", "text:name", "Heading", NULL);
  votum_odf_paragraph (self->part, votum_odt_part_style (own), own->text);
  votum_odf_stop (self->part);
  for (guint i = index + 1; i < self->outline->parts->len; i++)
    {
      const VotumPart *part = g_ptr_array_index (self->outline->parts, i);
      g_autofree char *target = NULL;
      g_autofree char *text = NULL;

      if (part->kind == VOTUM_PART_SECTION)
        break;
      if (part->kind != VOTUM_PART_HEADING || part->marker == NULL)
        continue;
      target = g_strdup_printf ("#heading-%u", ++n);
      text = g_strdup_printf ("%s %s", part->marker, part->text);
      votum_odf_start (self->part, "text:p", "text:style-name", "Contents_20_1", NULL);
      votum_odf_start (self->part, "text:a", "xlink:type", "simple", "xlink:href", target, "text:style-name", "Index_20_link",
                       "text:visited-style-name", "Index_20_link", NULL);
      votum_odf_text (self->part, text);
      votum_odf_stop (self->part);
      votum_odf_stop (self->part);
    }
  votum_odf_stop (self->part);
  votum_odf_stop (self->part);
}

static void
write_figure (Writer          *self,
              const VotumPart *part)
{
  g_autofree char *style = own_style (self, votum_odt_part_style (part));
  g_autofree char *name = g_strdup_printf ("Figure %u", self->pictures->len + 1);
  g_autofree char *file = g_strdup_printf ("Pictures/%u.png", self->pictures->len + 1);

  votum_odf_start (self->part, "text:p", "text:style-name", style, NULL);
  votum_odf_start (self->part, "draw:frame", "draw:name", name, "draw:style-name", "Graphics", "text:anchor-type", "as-char", NULL);
  votum_odf_points (self->part, "svg:width", part->width);
  votum_odf_points (self->part, "svg:height", part->height);
  votum_odf_empty (self->part, "draw:image", "xlink:href", file, "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate", "onLoad", NULL);
  votum_odf_start (self->part, "svg:desc", NULL);
  xmlTextWriterWriteString (self->part->xml, (const xmlChar *) part->text);
  votum_odf_stop (self->part);
  votum_odf_stop (self->part);
  votum_odf_stop (self->part);
  g_ptr_array_add (self->pictures, g_bytes_ref (part->picture));
}

/* ---- tables ---- */

static void
write_cell (Writer     *self,
            const char *cell,
            const char *style,
            const char *text)
{
  votum_odf_start (self->part, "table:table-cell", "table:style-name", cell, "office:value-type", "string", NULL);
  votum_odf_paragraph (self->part, style, text);
  votum_odf_stop (self->part);
}

static void
begin_table (Writer                  *self,
             const VotumOutlineTable *table)
{
  guint n = ++self->n_tables;
  g_autofree char *name = g_strdup_printf ("Table%u", n);

  votum_odf_start (self->part, "table:table", "table:name", name, "table:style-name", name, NULL);
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *column = g_strdup_printf ("Table%u.%u", n, i + 1);

      votum_odf_empty (self->part, "table:table-column", "table:style-name", column, NULL);
    }
}

static void
write_head (Writer                  *self,
            const VotumOutlineTable *table)
{
  votum_odf_start (self->part, "table:table-header-rows", NULL);
  votum_odf_start (self->part, "table:table-row", "table:style-name", "Row", NULL);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const VotumOutlineColumn *column = &g_array_index (table->columns, VotumOutlineColumn, i);
      g_autofree char *style = votum_odt_head_style (column->align, column->turned, table->dense);

      write_cell (self, "HeadCell", style, column->head);
    }
  votum_odf_stop (self->part);
  votum_odf_stop (self->part);
}

static void
write_table (Writer                  *self,
             const VotumOutlineTable *table)
{
  begin_table (self, table);
  write_head (self, table);
  for (guint r = 0; r < table->rows->len; r++)
    {
      const VotumOutlineRow *row = &g_array_index (table->rows, VotumOutlineRow, r);

      votum_odf_start (self->part, "table:table-row", "table:style-name", "Row", NULL);
      for (guint i = 0; i < table->columns->len; i++)
        {
          g_autofree char *style = votum_odt_cell_style (g_array_index (table->columns, VotumOutlineColumn, i).align, row->strong,
                                                         i == 0 ? row->level : 0, table->dense);

          write_cell (self, row->sum ? "SumCell" : "Cell", style, g_ptr_array_index (table->cells, r * table->columns->len + i));
        }
      votum_odf_stop (self->part);
    }
  votum_odf_stop (self->part);
}

static void
write_pairs (Writer                  *self,
             const VotumOutlineTable *table)
{
  begin_table (self, table);
  for (guint r = 0; r < table->rows->len; r++)
    {
      votum_odf_start (self->part, "table:table-row", "table:style-name", "Row", NULL);
      write_cell (self, "PlainCell", "Key", g_ptr_array_index (table->cells, 2 * r));
      write_cell (self, "PlainCell", "Value", g_ptr_array_index (table->cells, 2 * r + 1));
      votum_odf_stop (self->part);
    }
  votum_odf_stop (self->part);
}

/* As many signatures beside each other as there are columns; a line above each to sign on. */
static void
write_signatures (Writer                  *self,
                  const VotumOutlineTable *table)
{
  guint n = table->cells->len / 2;

  begin_table (self, table);
  for (guint i = 0; i < n; i += table->columns->len)
    {
      votum_odf_start (self->part, "table:table-row", "table:style-name", "SignRow", NULL);
      for (guint c = i; c < i + table->columns->len; c++)
        {
          votum_odf_start (self->part, "table:table-cell", "table:style-name", "SignCell", "office:value-type", "string", NULL);
          votum_odf_paragraph (self->part, c < n ? "Signature_20_name" : "Standard", c < n ? g_ptr_array_index (table->cells, 2 * c) : "");
          if (c < n)
            votum_odf_paragraph (self->part, "Signature_20_role", g_ptr_array_index (table->cells, 2 * c + 1));
          votum_odf_stop (self->part);
        }
      votum_odf_stop (self->part);
    }
  votum_odf_stop (self->part);
}

static void
write_any_table (Writer          *self,
                 const VotumPart *part)
{
  if (self->begins)
    {
      g_autofree char *style = own_style (self, "Standard");

      votum_odf_paragraph (self->part, style, "");
    }
  if (part->kind == VOTUM_PART_PAIRS)
    write_pairs (self, part->table);
  else if (part->kind == VOTUM_PART_SIGNATURES)
    write_signatures (self, part->table);
  else
    write_table (self, part->table);
}

static void
write_part (Writer *self,
            guint   index)
{
  const VotumPart *part = g_ptr_array_index (self->outline->parts, index);

  if (part->kind != VOTUM_PART_ITEM)
    close_list (self);
  if (part->table != NULL)
    {
      write_any_table (self, part);
      return;
    }

  switch ((guint) part->kind)
    {
    case VOTUM_PART_SECTION:
      self->n_sections++;
      self->begins = TRUE;
      break;
    case VOTUM_PART_HEADING:
    case VOTUM_PART_PLATE_HEADING:
      write_heading (self, part);
      break;
    case VOTUM_PART_ITEM:
      write_item (self, part);
      break;
    case VOTUM_PART_LINK:
      write_link (self, part);
      break;
    case VOTUM_PART_CONTENTS:
      write_contents (self, index);
      break;
    case VOTUM_PART_FIGURE:
      write_figure (self, part);
      break;
    default:
      {
        g_autofree char *style = own_style (self, votum_odt_part_style (part));

        votum_odf_paragraph (self->part, style, part->text);
      }
    }
}

static GBytes *
write_content (Writer *self)
{
  self->part = votum_odf_begin ("office:document-content");
  votum_odf_faces (self->part);
  automatic_styles (self);
  votum_odf_start (self->part, "office:body", NULL);
  votum_odf_start (self->part, "office:text", NULL);
  for (guint i = 0; i < self->outline->parts->len; i++)
    write_part (self, i);
  close_list (self);

  return votum_odf_end (self->part);
}

/**
 * votum_odt_write:
 * @outline: what a document says
 * @error: return location
 *
 * Returns: (transfer full): it as an OpenDocument text: the same bytes for the same outline; on error %NULL
 */
GBytes *
votum_odt_write (const VotumOutline *outline,
                 GError            **error)
{
  Writer self = { .outline = outline, .pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref) };
  const VotumOdfInfo info = {
    VOTUM_ODF_TEXT, outline->title, outline->author, outline->subject, outline->keywords, outline->created, outline->lang,
  };
  g_autoptr(GBytes) content = write_content (&self);
  g_autoptr(GBytes) styles = votum_odt_styles (outline);
  g_autoptr(GArray) files = g_array_new (FALSE, FALSE, sizeof (VotumOdfFile));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  VotumOdfFile file = { "content.xml", "text/xml", content };
  GBytes *bytes;

  g_array_append_val (files, file);
  file = (VotumOdfFile) { "styles.xml", "text/xml", styles };
  g_array_append_val (files, file);
  for (guint i = 0; i < self.pictures->len; i++)
    {
      char *name = g_strdup_printf ("Pictures/%u.png", i + 1);

      g_ptr_array_add (names, name);
      file = (VotumOdfFile) { name, "image/png", g_ptr_array_index (self.pictures, i) };
      g_array_append_val (files, file);
    }
  bytes = votum_odf_package (&info, (const VotumOdfFile *) files->data, files->len, error);
  votum_odf_free (self.part);
  g_ptr_array_unref (self.pictures);

  return bytes;
}
