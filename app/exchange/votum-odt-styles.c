#include "votum-config.h"

#include "votum-odt-private.h"

/* The styles of a text, all of them named: whoever changes one in the office suite changes the whole document. The type
 * is that of the printed document, a little larger, since here it is read on screens too. */

#define FOOT_LETTERS 88   /* that a line of the foot holds beside the number of the page */
#define INK "#1d1f23"
#define QUIET "#5f636b"
#define ACCENT "#0b4f8a"

typedef struct {
  const char *name;        /* as it is shown */
  const char *parent;      /* nullable; as it is shown */
  const char *face;        /* nullable: as the parent */
  double      size;        /* in points; 0: as the parent */
  const char *colour;      /* nullable */
  const char *line;        /* nullable: "140%" */
  double      before, after;
  double      left, right;
  const char *weight;      /* nullable */
  gboolean    italic;
  gboolean    keep;        /* with what follows */
  guint       level;       /* of the outline */
  const char *rule;        /* nullable: the side that has one */
} Style;

static const Style styles[] = {
  { "Standard", NULL, "Sans", 10, INK, "140%", 0, 0, 0 },
  { "Text body", "Standard", .after = 6 },
  { "Heading", "Standard", .keep = TRUE, .weight = "bold", .line = "115%" },
  { "Heading 1", "Heading", .size = 15, .before = 28, .after = 7, .level = 1 },
  { "Heading 2", "Heading", .size = 11, .before = 18, .after = 5, .level = 2 },
  { "Heading 3", "Heading", .size = 10, .before = 14, .after = 4, .level = 3 },
  { "Eyebrow", "Standard", .size = 8, .colour = ACCENT, .weight = "bold", .after = 5, .keep = TRUE },
  { "Title", "Heading", .size = 26, .after = 8 },
  { "Subtitle", "Standard", .size = 14, .colour = QUIET, .after = 8, .line = "120%" },
  { "Lead", "Text body", .colour = QUIET, .after = 8, .keep = TRUE },
  { "Note", "Text body", .size = 8.5, .colour = QUIET },
  { "Strong text", "Text body", .weight = "bold", .before = 4 },
  { "Statement", "Text body", .size = 15, .line = "130%", .before = 4, .after = 12 },
  { "List item", "Text body", .after = 4 },
  { "Quotations", "Text body", .face = "Serif", .size = 14, .italic = TRUE, .left = 14, .before = 10, .after = 3, .line = "130%",
    .rule = "left" },
  { "Quote source", "Standard", .size = 8.5, .colour = QUIET, .left = 14, .after = 8 },
  { "Link", "Text body", .colour = ACCENT },
  { "Contents heading", "Heading", .size = 11, .before = 18, .after = 4 },
  { "Contents 1", "Standard", .after = 2 },
  { "Figure", "Standard", .before = 8, .after = 12, .line = "100%" },
  { "Header", "Standard", .size = 8, .colour = QUIET },
  { "Footer", "Standard", .size = 8, .colour = QUIET },
  { "Key", "Standard", .size = 9, .colour = QUIET },
  { "Value", "Standard", .size = 9 },
  { "Signature name", "Standard", .size = 9, .weight = "bold", .line = "120%", .right = 16, .rule = "top" },
  { "Signature role", "Standard", .size = 8, .colour = QUIET, .line = "120%" },
  { "Table contents", "Standard", .size = 8.5, .line = "118%" },
  { "Table heading", "Table contents", .size = 7.5, .colour = QUIET, .keep = TRUE },
  { "Dense table contents", "Table contents", .size = 7, .line = "110%" },
  { "Dense table heading", "Table heading", .size = 7, .line = "110%" },
  { "Citation eyebrow", "Eyebrow", .size = 9, .after = 2 },
  { "Citation class", "Standard", .size = 9, .colour = QUIET, .after = 2, .keep = TRUE },
  { "Citation heading", "Heading 1", .face = "Serif", .size = 19, .weight = "normal", .colour = QUIET, .italic = TRUE, .before = 20, .after = 4 },
  { "Citation name", "Title", .face = "Serif", .size = 38, .weight = "normal", .after = 22, .line = "105%" },
  { "Citation line", "Standard", .face = "Serif", .size = 14, .italic = TRUE, .line = "130%", .after = 26 },
  { "Citation text", "Standard", .face = "Serif", .size = 15, .line = "135%", .after = 8 },
  { "Citation quote", "Citation text", .size = 17, .italic = TRUE, .left = 18, .before = 10, .after = 2, .rule = "left" },
  { "Citation source", "Quote source", .left = 18 },
  { "Citation note", "Standard", .face = "Serif", .size = 11, .colour = QUIET, .before = 3, .line = "130%" },
};

static const char *const part_styles[VOTUM_N_PARTS] = {
  [VOTUM_PART_EYEBROW] = "Eyebrow",
  [VOTUM_PART_TITLE] = "Title",
  [VOTUM_PART_SUBTITLE] = "Subtitle",
  [VOTUM_PART_BODY] = "Text_20_body",
  [VOTUM_PART_LEAD] = "Lead",
  [VOTUM_PART_SMALL] = "Note",
  [VOTUM_PART_STRONG] = "Strong_20_text",
  [VOTUM_PART_LARGE] = "Statement",
  [VOTUM_PART_ITEM] = "List_20_item",
  [VOTUM_PART_QUOTE] = "Quotations",
  [VOTUM_PART_SOURCE] = "Quote_20_source",
  [VOTUM_PART_LINK] = "Link",
  [VOTUM_PART_CONTENTS] = "Contents_20_heading",
  [VOTUM_PART_FIGURE] = "Figure",
  [VOTUM_PART_PLATE_EYEBROW] = "Citation_20_eyebrow",
  [VOTUM_PART_PLATE_CLASS] = "Citation_20_class",
  [VOTUM_PART_PLATE_HEADING] = "Citation_20_heading",
  [VOTUM_PART_PLATE_NAME] = "Citation_20_name",
  [VOTUM_PART_PLATE_LINE] = "Citation_20_line",
  [VOTUM_PART_PLATE_TEXT] = "Citation_20_text",
  [VOTUM_PART_PLATE_QUOTE] = "Citation_20_quote",
  [VOTUM_PART_PLATE_SOURCE] = "Citation_20_source",
  [VOTUM_PART_PLATE_NOTE] = "Citation_20_note",
  [VOTUM_PART_PLATE_SMALL] = "Note",
};

/**
 * votum_odt_part_style:
 * @part: a part that is text
 *
 * Returns: the style of its paragraph
 */
const char *
votum_odt_part_style (const VotumPart *part)
{
  static const char *const headings[] = { "Heading_20_1", "Heading_20_2", "Heading_20_3" };

  if (part->kind == VOTUM_PART_HEADING && part->level <= 1 && part->marker == NULL)
    return "Heading_20_1_20_unnumbered";
  if (part->kind == VOTUM_PART_HEADING)
    return headings[CLAMP (part->level, 1, VOTUM_ODT_LEVELS) - 1];

  return part_styles[part->kind] != NULL ? part_styles[part->kind] : "Text_20_body";
}

/* The name by which a style is referred to: no spaces. */
static char *
encode (const char *name)
{
  g_auto(GStrv) words = g_strsplit (name, " ", -1);

  return g_strjoinv ("_20_", words);
}

static char *
show_cell_style (VotumAlign align,
                 gboolean   strong,
                 guint      level,
                 gboolean   dense)
{
  static const char *const aligns[] = { "text", "signs", "figures" };
  GString *name = g_string_new (dense ? "Dense table " : "Table ");

  g_string_append (name, aligns[align == VOTUM_ALIGN_START ? 0 : align == VOTUM_ALIGN_MIDDLE ? 1 : 2]);
  if (strong)
    g_string_append (name, " strong");
  if (align == VOTUM_ALIGN_START && level > 0)
    g_string_append_printf (name, " level %u", MIN (level, VOTUM_ODT_LEVELS));

  return g_string_free (name, FALSE);
}

char *
votum_odt_cell_style (VotumAlign align,
                      gboolean   strong,
                      guint      level,
                      gboolean   dense)
{
  g_autofree char *name = show_cell_style (align, strong, level, dense);

  return encode (name);
}

static char *
show_head_style (VotumAlign align,
                 gboolean   turned,
                 gboolean   dense)
{
  return g_strconcat (dense ? "Dense table heading" : "Table heading",
                      turned ? " turned" : align == VOTUM_ALIGN_END ? " figures" : align == VOTUM_ALIGN_MIDDLE ? " signs" : " text", NULL);
}

char *
votum_odt_head_style (VotumAlign align,
                      gboolean   turned,
                      gboolean   dense)
{
  g_autofree char *name = show_head_style (align, turned, dense);

  return encode (name);
}

char *
votum_odt_page_name (guint section)
{
  return g_strdup_printf ("Section_20_%u", section + 1);
}

static void
begin_style (VotumOdfPart *self,
             const char   *name,
             const char   *parent,
             const char   *class)
{
  g_autofree char *code = encode (name);
  g_autofree char *parent_code = parent != NULL ? encode (parent) : NULL;

  votum_odf_start (self, "style:style", "style:name", code, "style:display-name", strcmp (code, name) != 0 ? name : NULL,
                   "style:family", "paragraph", "style:parent-style-name", parent_code, "style:class", class, NULL);
}

/* A line to sign on, or the bar beside a quote. */
static void
write_rule (VotumOdfPart *self,
            const Style  *style)
{
  static const char *const sides[] = { "top", "bottom", "left", "right" };
  gboolean left = strcmp (style->rule, "left") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *border = g_strconcat ("fo:border-", sides[i], NULL);
      g_autofree char *padding = g_strconcat ("fo:padding-", sides[i], NULL);
      gboolean there = strcmp (sides[i], style->rule) == 0;

      votum_odf_attribute (self, border, !there ? "none" : left ? "1.5pt solid " ACCENT : "0.5pt solid " INK);
      votum_odf_points (self, padding, !there ? 0 : left ? 12 : 3);
    }
}

static void
write_style (VotumOdfPart *self,
             const Style  *style,
             double        size,
             const char   *lang)
{
  char level[8];

  g_snprintf (level, sizeof level, "%u", style->level);
  begin_style (self, style->name, style->parent, "text");
  if (style->level > 0)
    votum_odf_attribute (self, "style:default-outline-level", level);

  votum_odf_start (self, "style:paragraph-properties", "fo:line-height", style->line,
                   "fo:keep-with-next", style->keep ? "always" : NULL, NULL);
  if (style->before > 0)
    votum_odf_points (self, "fo:margin-top", style->before);
  if (style->after > 0)
    votum_odf_points (self, "fo:margin-bottom", style->after);
  if (style->left > 0)
    votum_odf_points (self, "fo:margin-left", style->left);
  if (style->right > 0)
    votum_odf_points (self, "fo:margin-right", style->right);
  if (style->rule != NULL)
    write_rule (self, style);
  if (style->parent == NULL)
    {
      votum_odf_attribute (self, "fo:orphans", "2");
      votum_odf_attribute (self, "fo:widows", "2");
    }
  votum_odf_stop (self);

  votum_odf_start (self, "style:text-properties", "style:font-name", style->face, "fo:color", style->colour,
                   "fo:font-weight", style->weight, "fo:font-style", style->italic ? "italic" : NULL, NULL);
  if (size > 0)
    votum_odf_points (self, "fo:font-size", size);
  if (style->parent == NULL)
    votum_odf_language (self, lang);
  votum_odf_stop (self);
  votum_odf_stop (self);
}

/* A plate's text was fitted to its page, and is as large here. */
static double
size_of (const Style        *style,
         const VotumOutline *outline)
{
  double fitted = 0;

  for (guint i = 0; i < outline->parts->len; i++)
    {
      const VotumPart *part = g_ptr_array_index (outline->parts, i);

      if (part->kind == VOTUM_PART_SECTION && part->page.text_size > 0)
        fitted = part->page.text_size;
    }
  if (fitted > 0 && strcmp (style->name, "Citation text") == 0)
    return fitted;
  if (fitted > 0 && strcmp (style->name, "Citation quote") == 0)
    return fitted * 1.12;

  return style->size;
}

static void
write_aligned (VotumOdfPart *self,
               const char   *name,
               const char   *parent,
               VotumAlign    align,
               double        left,
               gboolean      strong)
{
  begin_style (self, name, parent, "extra");
  votum_odf_start (self, "style:paragraph-properties", "fo:text-align",
                   align == VOTUM_ALIGN_END ? "end" : align == VOTUM_ALIGN_MIDDLE ? "center" : "start", NULL);
  if (left > 0)
    votum_odf_points (self, "fo:margin-left", left);
  votum_odf_stop (self);
  if (strong)
    votum_odf_empty (self, "style:text-properties", "fo:font-weight", "bold", NULL);
  votum_odf_stop (self);
}

static void
write_table_styles (VotumOdfPart *self,
                    gboolean      dense)
{
  for (VotumAlign align = VOTUM_ALIGN_START; align <= VOTUM_ALIGN_END; align++)
    {
      g_autofree char *head = show_head_style (align, FALSE, dense);

      write_aligned (self, head, dense ? "Dense table heading" : "Table heading", align, 0, FALSE);
      for (guint strong = 0; strong < 2; strong++)
        for (guint level = 0; level <= (align == VOTUM_ALIGN_START ? VOTUM_ODT_LEVELS : 0); level++)
          {
            g_autofree char *name = show_cell_style (align, strong, level, dense);

            write_aligned (self, name, dense ? "Dense table contents" : "Table contents", align, level * (dense ? 8 : 12), strong);
          }
    }

  begin_style (self, dense ? "Dense table heading turned" : "Table heading turned", dense ? "Dense table heading" : "Table heading", "extra");
  votum_odf_empty (self, "style:paragraph-properties", "fo:text-align", "center", NULL);
  votum_odf_empty (self, "style:text-properties", "style:text-rotation-angle", "90", "style:text-rotation-scale", "line-height", NULL);
  votum_odf_stop (self);
}

/* As the main headings, but outside their count and without room for a number. */
static void
write_unnumbered (VotumOdfPart *self)
{
  begin_style (self, "Heading 1 unnumbered", "Heading 1", "text");
  votum_odf_attribute (self, "style:list-style-name", "");
  votum_odf_start (self, "style:paragraph-properties", NULL);
  votum_odf_points (self, "fo:margin-left", 0);
  votum_odf_points (self, "fo:text-indent", 0);
  votum_odf_stop (self);
  votum_odf_stop (self);
}

static void
level_label (VotumOdfPart *self,
             double        indent)
{
  votum_odf_start (self, "style:list-level-properties", "text:list-level-position-and-space-mode", "label-alignment", NULL);
  votum_odf_start (self, "style:list-level-label-alignment", "text:label-followed-by", "listtab", NULL);
  votum_odf_points (self, "text:list-tab-stop-position", indent);
  votum_odf_points (self, "fo:text-indent", -indent);
  votum_odf_points (self, "fo:margin-left", indent);
  votum_odf_stop (self);
  votum_odf_stop (self);
}

/* The numbers of the main headings, and the two kinds of lists. */
static void
write_lists (VotumOdfPart *self)
{
  write_unnumbered (self);
  votum_odf_start (self, "text:outline-style", "style:name", "Outline", NULL);
  for (guint level = 1; level <= VOTUM_ODT_LEVELS; level++)
    {
      char number[8];

      g_snprintf (number, sizeof number, "%u", level);
      votum_odf_start (self, "text:outline-level-style", "text:level", number, "style:num-format", level == 1 ? "1" : "", NULL);
      level_label (self, level == 1 ? 24 : 0);
      votum_odf_stop (self);
    }
  votum_odf_stop (self);

  votum_odf_start (self, "text:list-style", "style:name", "Numbers", NULL);
  votum_odf_start (self, "text:list-level-style-number", "text:level", "1", "style:num-suffix", ".", "style:num-format", "1", NULL);
  level_label (self, 22);
  votum_odf_stop (self);
  votum_odf_stop (self);

  votum_odf_start (self, "text:list-style", "style:name", "Dashes", NULL);
  votum_odf_start (self, "text:list-level-style-bullet", "text:level", "1", "text:bullet-char", "–", NULL);
  level_label (self, 22);
  votum_odf_stop (self);
  votum_odf_stop (self);
}

static void
write_page_layout (VotumOdfPart           *self,
                   const VotumOutlinePage *page,
                   const char             *name)
{
  gboolean head = page->head_left != NULL || page->head_right != NULL;
  gboolean foot = page->foot_left != NULL || page->foot_middle != NULL || page->numbered;

  votum_odf_start (self, "style:page-layout", "style:name", name, NULL);
  votum_odf_start (self, "style:page-layout-properties", "style:print-orientation",
                   page->width > page->height ? "landscape" : "portrait", NULL);
  votum_odf_points (self, "fo:page-width", page->width);
  votum_odf_points (self, "fo:page-height", page->height);
  votum_odf_points (self, "fo:margin-left", page->left);
  votum_odf_points (self, "fo:margin-right", page->right);
  votum_odf_points (self, "fo:margin-top", head ? page->top - 40 : page->top);
  votum_odf_points (self, "fo:margin-bottom", foot ? page->bottom - 38 : page->bottom);
  votum_odf_stop (self);
  if (head)
    {
      votum_odf_start (self, "style:header-style", NULL);
      votum_odf_empty (self, "style:header-footer-properties", "fo:min-height", "12pt", "fo:margin-bottom", "24pt", NULL);
      votum_odf_stop (self);
    }
  if (foot)
    {
      votum_odf_start (self, "style:footer-style", NULL);
      votum_odf_empty (self, "style:header-footer-properties", "fo:min-height", "14pt", "fo:margin-top", "24pt", NULL);
      votum_odf_stop (self);
    }
  votum_odf_stop (self);
}

/* The foot's tabs lie where the printed document has its pieces. */
static void
write_running_style (VotumOdfPart           *self,
                     const VotumOutlinePage *page,
                     const char             *name,
                     const char             *parent)
{
  double width = page->width - page->left - page->right;

  votum_odf_start (self, "style:style", "style:name", name, "style:family", "paragraph", "style:parent-style-name", parent, NULL);
  votum_odf_start (self, "style:paragraph-properties", NULL);
  votum_odf_start (self, "style:tab-stops", NULL);
  votum_odf_start (self, "style:tab-stop", "style:type", "center", NULL);
  votum_odf_points (self, "style:position", width * 0.66);
  votum_odf_stop (self);
  votum_odf_start (self, "style:tab-stop", "style:type", "right", NULL);
  votum_odf_points (self, "style:position", width);
  votum_odf_stop (self);
  votum_odf_stop (self);
  votum_odf_stop (self);
  votum_odf_stop (self);
}

/* What the foot has in the middle, where there is room for it beside what is on the left. */
static const char *
fitting_middle (const VotumOutlinePage *page)
{
  glong letters = (page->foot_left != NULL ? g_utf8_strlen (page->foot_left, -1) : 0) +
                  (page->foot_middle != NULL ? g_utf8_strlen (page->foot_middle, -1) : 0);

  return letters <= FOOT_LETTERS ? page->foot_middle : NULL;
}

static void
write_running (VotumOdfPart *self,
               const char   *element,
               const char   *style,
               const char   *left,
               const char   *middle,
               const char   *right,
               gboolean      numbered,
               gboolean      counted)
{
  votum_odf_start (self, element, NULL);
  votum_odf_start (self, "text:p", "text:style-name", style, NULL);
  votum_odf_text (self, left != NULL ? left : "");
  votum_odf_empty (self, "text:tab", NULL);
  votum_odf_text (self, middle != NULL ? middle : "");
  votum_odf_empty (self, "text:tab", NULL);
  votum_odf_text (self, right != NULL ? right : "");
  if (numbered)
    {
      votum_odf_start (self, "text:page-number", "text:select-page", "current", NULL);
      votum_odf_text (self, "1");
      votum_odf_stop (self);
    }
  if (numbered && counted)
    {
      xmlTextWriterWriteString (self->xml, (const xmlChar *) " / ");
      votum_odf_start (self, "text:page-count", NULL);
      votum_odf_text (self, "1");
      votum_odf_stop (self);
    }
  votum_odf_stop (self);
  votum_odf_stop (self);
}

static GPtrArray *
find_pages (const VotumOutline *outline)
{
  GPtrArray *pages = g_ptr_array_new ();

  for (guint i = 0; i < outline->parts->len; i++)
    {
      VotumPart *part = g_ptr_array_index (outline->parts, i);

      if (part->kind == VOTUM_PART_SECTION)
        g_ptr_array_add (pages, &part->page);
    }

  return pages;
}

static void
write_pages (VotumOdfPart *self,
             GPtrArray    *pages)
{
  votum_odf_start (self, "office:automatic-styles", NULL);
  for (guint i = 0; i < pages->len; i++)
    {
      const VotumOutlinePage *page = g_ptr_array_index (pages, i);
      g_autofree char *foot = g_strdup_printf ("Foot%u", i + 1);
      g_autofree char *head = g_strdup_printf ("Head%u", i + 1);

      write_running_style (self, page, head, "Header");
      write_running_style (self, page, foot, "Footer");
    }
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *layout = g_strdup_printf ("Layout%u", i + 1);

      write_page_layout (self, g_ptr_array_index (pages, i), layout);
    }
  votum_odf_stop (self);

  votum_odf_start (self, "office:master-styles", NULL);
  for (guint i = 0; i < pages->len; i++)
    {
      const VotumOutlinePage *page = g_ptr_array_index (pages, i);
      g_autofree char *layout = g_strdup_printf ("Layout%u", i + 1);
      g_autofree char *foot = g_strdup_printf ("Foot%u", i + 1);
      g_autofree char *head = g_strdup_printf ("Head%u", i + 1);
      g_autofree char *name = votum_odt_page_name (i);
      g_autofree char *shown = g_strdup_printf ("Section %u", i + 1);

      votum_odf_start (self, "style:master-page", "style:name", name, "style:display-name", shown, "style:page-layout-name", layout, NULL);
      if (page->head_left != NULL || page->head_right != NULL)
        write_running (self, "style:header", head, page->head_left, NULL, page->head_right, FALSE, FALSE);
      /* how many pages there are is known of the document, not of a section */
      if (page->foot_left != NULL || page->foot_middle != NULL || page->numbered)
        write_running (self, "style:footer", foot, page->foot_left, fitting_middle (page), NULL, page->numbered, pages->len == 1);
      votum_odf_stop (self);
    }
  votum_odf_stop (self);
}

/**
 * votum_odt_styles:
 * @outline: what is written
 *
 * Returns: (transfer full): styles.xml
 */
GBytes *
votum_odt_styles (const VotumOutline *outline)
{
  g_autoptr(VotumOdfPart) self = votum_odf_begin ("office:document-styles");
  g_autoptr(GPtrArray) pages = find_pages (outline);

  votum_odf_faces (self);
  votum_odf_start (self, "office:styles", NULL);
  votum_odf_start (self, "style:default-style", "style:family", "paragraph", NULL);
  votum_odf_empty (self, "style:paragraph-properties", "style:tab-stop-distance", "36pt", NULL);
  votum_odf_start (self, "style:text-properties", "style:font-name", "Sans", "fo:font-size", "10pt", "fo:hyphenate", "false", NULL);
  votum_odf_language (self, outline->lang);
  votum_odf_stop (self);
  votum_odf_stop (self);
  votum_odf_start (self, "style:default-style", "style:family", "table", NULL);
  votum_odf_empty (self, "style:table-properties", "table:border-model", "collapsing", NULL);
  votum_odf_stop (self);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (self, &styles[i], size_of (&styles[i], outline), outline->lang);
  write_table_styles (self, FALSE);
  write_table_styles (self, TRUE);
  votum_odf_start (self, "style:style", "style:name", "Index_20_link", "style:display-name", "Index link", "style:family", "text", NULL);
  votum_odf_empty (self, "style:text-properties", "fo:color", INK, "style:text-underline-style", "none", NULL);
  votum_odf_stop (self);
  votum_odf_start (self, "style:style", "style:name", "Graphics", "style:family", "graphic", NULL);
  votum_odf_empty (self, "style:graphic-properties", "text:anchor-type", "as-char", "style:vertical-pos", "top",
                   "style:vertical-rel", "baseline", NULL);
  votum_odf_stop (self);
  write_lists (self);
  votum_odf_stop (self);
  write_pages (self, pages);

  return votum_odf_end (self);
}
