#include "votum-page-private.h"

/* Blocks that are running text: titles, headings, paragraphs, quotes, list items, pairs, contents. */

#define SANS(weight, size, leading, tracking) \
  { VOTUM_FAMILY_SANS, PANGO_WEIGHT_##weight, FALSE, VOTUM_FIGURES_TABULAR, size, leading, tracking }

static const VotumFace eyebrow_face = SANS (SEMIBOLD, VOTUM_SIZE_SMALL, 12, 0.75);
static const VotumFace title_face = SANS (SEMIBOLD, VOTUM_SIZE_TITLE, 31, -0.45);
static const VotumFace subtitle_face = SANS (NORMAL, VOTUM_SIZE_HEADING, 19, 0);
static const VotumFace heading_faces[] = {
  SANS (SEMIBOLD, VOTUM_SIZE_HEADING, 19, -0.15),
  SANS (SEMIBOLD, VOTUM_SIZE_BODY, 14.2, 0),
  SANS (SEMIBOLD, VOTUM_SIZE_TABLE, 12.5, 0),
};
static const double heading_before[] = { 38, 22, 16 };
static const double heading_after[] = { 8, 5, 3 };
static const VotumFace number_face = SANS (NORMAL, VOTUM_SIZE_HEADING, 19, 0);
static const VotumFace key_face = SANS (NORMAL, VOTUM_SIZE_TABLE, 13.5, 0);
static const VotumFace quote_face = { VOTUM_FAMILY_SERIF, PANGO_WEIGHT_NORMAL, TRUE, VOTUM_FIGURES_TEXT, 14, 19, 0 };
static const VotumFace source_face = SANS (NORMAL, VOTUM_SIZE_SMALL, 12, 0);
static const VotumFace paragraph_faces[] = {
  [VOTUM_PARAGRAPH_BODY] = SANS (NORMAL, VOTUM_SIZE_BODY, 14.2, 0),
  [VOTUM_PARAGRAPH_LEAD] = SANS (NORMAL, VOTUM_SIZE_BODY, 14.2, 0),
  [VOTUM_PARAGRAPH_SMALL] = SANS (NORMAL, VOTUM_SIZE_SMALL, 11, 0),
  [VOTUM_PARAGRAPH_STRONG] = SANS (SEMIBOLD, VOTUM_SIZE_BODY, 14.2, 0),
  [VOTUM_PARAGRAPH_LARGE] = SANS (NORMAL, VOTUM_SIZE_HEADING, 20.5, -0.1),
};
static const double paragraph_before[] = {
  [VOTUM_PARAGRAPH_BODY] = 7,
  [VOTUM_PARAGRAPH_LEAD] = 0,
  [VOTUM_PARAGRAPH_SMALL] = 6,
  [VOTUM_PARAGRAPH_STRONG] = 10,
  [VOTUM_PARAGRAPH_LARGE] = 4,
};

static const VotumPartKind paragraph_parts[] = {
  [VOTUM_PARAGRAPH_BODY] = VOTUM_PART_BODY,
  [VOTUM_PARAGRAPH_LEAD] = VOTUM_PART_LEAD,
  [VOTUM_PARAGRAPH_SMALL] = VOTUM_PART_SMALL,
  [VOTUM_PARAGRAPH_STRONG] = VOTUM_PART_STRONG,
  [VOTUM_PARAGRAPH_LARGE] = VOTUM_PART_LARGE,
};

/* One block type serves all running text: a layout, a face, an indent and what hangs beside it. */
typedef struct {
  VotumBlock   block;
  VotumPartKind kind;
  char        *text;
  const VotumFace *face;
  VotumColour  colour;
  const char  *tag;       /* of the PDF structure */
  double       indent;
  double       before;
  double       after;
  double       measure;   /* widest; 0: the whole width */
  gboolean     keep;
  char        *marker;    /* hangs in the indent */
  char        *uri;
  gboolean     bar;       /* a rule down the left side */
  PangoLayout *layout;
} TextBlock;

static void
text_measure (VotumBlock *block,
              VotumPaper *document,
              double      width,
              double      height)
{
  TextBlock *self = (TextBlock *) block;
  double room = width - self->indent;
  guint n;

  if (self->measure > 0)
    room = MIN (room, self->measure);
  g_clear_object (&self->layout);
  self->layout = votum_ink_layout (document->ink, self->face, self->text, room, PANGO_ALIGN_LEFT);
  n = votum_layout_n_lines (self->layout);
  votum_block_add_lines (block, n, self->face->leading, self->before, self->keep);
  if (self->keep)
    for (guint i = 0; i < n; i++)
      votum_block_sliver (block, i)->glue = TRUE;
  votum_block_sliver (block, n - 1)->height += self->after;
}

static void
text_draw (VotumBlock     *block,
           VotumPaper     *document,
           cairo_t        *cr,
           const VotumRun *run)
{
  TextBlock *self = (TextBlock *) block;
  g_autofree char *link = NULL;

  if (self->bar)
    {
      votum_colour_set (cr, votum_colour_accent);
      cairo_rectangle (cr, run->x, run->y + 2, 1.4, run->n * self->face->leading - 3);
      cairo_fill (cr);
    }
  if (block->number != NULL && run->first == 0)
    {
      double width = votum_layout_width (votum_ink_word (document->ink, &number_face, block->number));

      /* hung in the margin where it is wide enough, in front of the text otherwise it would be cut */
      votum_ink_show_word (document->ink, cr, &number_face, block->number, run->x - MIN (width + 12, run->x - 8), run->y, 0,
                           votum_colour_quiet);
    }

  votum_tag_begin (cr, self->tag);
  if (self->marker != NULL && run->first == 0)
    votum_ink_show_word (document->ink, cr, self->face, self->marker, run->x, run->y, 0, votum_colour_quiet);
  if (self->uri != NULL)
    {
      link = g_strdup_printf ("uri='%s'", self->uri);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
    }
  votum_layout_show (cr, self->layout, self->face->leading, run->x + self->indent, run->y, run->first, run->n, self->colour);
  if (self->uri != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  votum_tag_end (cr, self->tag);
}

static void
text_free (VotumBlock *block)
{
  TextBlock *self = (TextBlock *) block;

  g_clear_object (&self->layout);
  g_free (self->text);
  g_free (self->marker);
  g_free (self->uri);
}

static void
text_tell (VotumBlock   *block,
           VotumPaper   *document,
           VotumOutline *outline)
{
  TextBlock *self = (TextBlock *) block;
  const char *marker = self->uri != NULL ? self->uri : self->marker != NULL ? self->marker : block->number;

  votum_outline_add_marked (outline, self->kind, block->level, marker, self->text);
}

static const VotumBlockClass text_class = { text_measure, text_draw, NULL, text_free, text_tell };

static TextBlock *
add_text (VotumPaper      *self,
          VotumPartKind    kind,
          const VotumFace *face,
          VotumColour      colour,
          const char      *tag,
          const char      *text,
          double           before)
{
  TextBlock *block = votum_block_alloc (self, sizeof (TextBlock), &text_class);

  block->kind = kind;
  block->text = g_strdup (text != NULL ? text : "");
  block->face = face;
  block->colour = colour;
  block->tag = tag;
  block->before = before;

  return block;
}

/**
 * votum_paper_add_title:
 * @self: a document
 * @eyebrow: (nullable): set small, in capitals, above
 * @title: the title
 * @subtitle: (nullable): below
 */
void
votum_paper_add_title (VotumPaper *self,
                       const char *eyebrow,
                       const char *title,
                       const char *subtitle)
{
  TextBlock *block;

  if (eyebrow != NULL && *eyebrow != '\0')
    {
      g_autofree char *capitals = votum_ink_capitals (eyebrow);

      block = add_text (self, VOTUM_PART_EYEBROW, &eyebrow_face, votum_colour_accent, "P", capitals, 0);
      block->keep = TRUE;
      block->after = 6;
    }

  block = add_text (self, VOTUM_PART_TITLE, &title_face, votum_colour_ink, "H1", title, 0);
  block->block.level = 1;
  block->block.outline = g_strdup (title);
  block->measure = VOTUM_BODY_WIDTH;
  block->keep = TRUE;

  if (subtitle != NULL && *subtitle != '\0')
    {
      block = add_text (self, VOTUM_PART_SUBTITLE, &subtitle_face, votum_colour_quiet, "P", subtitle, 4);
      block->measure = VOTUM_BODY_WIDTH;
    }
}

/**
 * votum_paper_add_heading:
 * @self: a document
 * @level: 1 to 3
 * @number: (nullable): hung in the margin: "4"
 * @text: the heading
 *
 * Goes into the outline and the contents, and stays with what follows it.
 */
void
votum_paper_add_heading (VotumPaper *self,
                         guint       level,
                         const char *number,
                         const char *text)
{
  static const char * const tags[] = { "H1", "H2", "H3" };
  TextBlock *block;

  g_return_if_fail (level >= 1 && level <= 3);

  block = add_text (self, VOTUM_PART_HEADING, &heading_faces[level - 1], votum_colour_ink, tags[level - 1], text,
                    heading_before[level - 1]);
  block->block.level = level;
  block->block.outline = g_strdup (text);
  block->block.number = g_strdup (number);
  block->after = heading_after[level - 1];
  block->keep = TRUE;
  block->measure = VOTUM_BODY_WIDTH;
}

/**
 * votum_paper_add_paragraph:
 * @self: a document
 * @kind: how it is set
 * @text: the paragraph, without line breaks of its own
 */
void
votum_paper_add_paragraph (VotumPaper     *self,
                           VotumParagraph  kind,
                           const char     *text)
{
  gboolean quiet = kind == VOTUM_PARAGRAPH_LEAD || kind == VOTUM_PARAGRAPH_SMALL;
  TextBlock *block;

  if (text == NULL || *text == '\0')
    return;

  block = add_text (self, paragraph_parts[kind], &paragraph_faces[kind], quiet ? votum_colour_quiet : votum_colour_ink, "P", text,
                    paragraph_before[kind]);
  block->measure = kind == VOTUM_PARAGRAPH_LARGE ? 0 : VOTUM_BODY_WIDTH;
  if (kind == VOTUM_PARAGRAPH_LEAD)
    block->after = 4;
}

/**
 * votum_paper_add_item:
 * @self: a document
 * @marker: (nullable): what stands before it: "1.", "–"
 * @text: the item of a list
 */
void
votum_paper_add_item (VotumPaper *self,
                      const char *marker,
                      const char *text)
{
  TextBlock *block = add_text (self, VOTUM_PART_ITEM, &paragraph_faces[VOTUM_PARAGRAPH_BODY], votum_colour_ink, "LI", text, 4);

  block->marker = g_strdup (marker);
  block->indent = 22;
  block->measure = VOTUM_BODY_WIDTH - 22;
}

/**
 * votum_paper_add_quote:
 * @self: a document
 * @text: what was said, with its quotation marks
 * @source: (nullable): who said it, in words that don't give away more than was agreed
 */
void
votum_paper_add_quote (VotumPaper *self,
                       const char *text,
                       const char *source)
{
  TextBlock *block = add_text (self, VOTUM_PART_QUOTE, &quote_face, votum_colour_ink, "BlockQuote", text, 14);

  block->indent = 14;
  block->measure = VOTUM_BODY_WIDTH - 14;
  block->bar = TRUE;
  if (source == NULL || *source == '\0')
    return;
  block->keep = TRUE;
  block = add_text (self, VOTUM_PART_SOURCE, &source_face, votum_colour_quiet, "P", source, 2);
  block->indent = 14;
}

/**
 * votum_paper_add_link:
 * @self: a document
 * @text: what is shown
 * @uri: where it leads
 */
void
votum_paper_add_link (VotumPaper *self,
                      const char *text,
                      const char *uri)
{
  TextBlock *block = add_text (self, VOTUM_PART_LINK, &paragraph_faces[VOTUM_PARAGRAPH_BODY], votum_colour_accent, "P", text, 4);

  /* the attribute's own quotes can't be escaped for cairo, so they are for the link */
  block->uri = g_uri_escape_string (uri, G_URI_RESERVED_CHARS_GENERIC_DELIMITERS "!$&()*+,;=%", FALSE);
  block->measure = VOTUM_BODY_WIDTH;
}

/* Pairs of a key and its value */

typedef struct {
  VotumBlock  block;
  GPtrArray  *keys;     /* of char */
  GPtrArray  *values;   /* of char */
  GPtrArray  *layouts;  /* of PangoLayout, of the values */
  double      indent;
} PairsBlock;

static void
pairs_measure (VotumBlock *block,
               VotumPaper *document,
               double      width,
               double      height)
{
  PairsBlock *self = (PairsBlock *) block;
  double widest = 0;

  g_ptr_array_set_size (self->layouts, 0);
  for (guint i = 0; i < self->keys->len; i++)
    widest = MAX (widest, votum_layout_width (votum_ink_word (document->ink, &key_face, g_ptr_array_index (self->keys, i))));
  self->indent = CLAMP (widest + 20, 110, width * 0.45);

  for (guint i = 0; i < self->keys->len; i++)
    {
      PangoLayout *layout = votum_ink_layout (document->ink, &key_face, g_ptr_array_index (self->values, i),
                                              MIN (width - self->indent, VOTUM_BODY_WIDTH - 60), PANGO_ALIGN_LEFT);

      g_ptr_array_add (self->layouts, layout);
      votum_block_add_sliver (block, i == 0 ? 10 : 0, votum_layout_n_lines (layout) * key_face.leading + 2.5,
                              i + 1 < self->keys->len && (i == 0 || i + 2 == self->keys->len));
    }
}

static void
pairs_draw (VotumBlock     *block,
            VotumPaper     *document,
            cairo_t        *cr,
            const VotumRun *run)
{
  PairsBlock *self = (PairsBlock *) block;
  double y = run->y;

  votum_tag_begin (cr, "L");
  for (guint i = run->first; i < run->first + run->n; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->layouts, i);

      votum_tag_begin (cr, "LI");
      votum_ink_show_word (document->ink, cr, &key_face, g_ptr_array_index (self->keys, i), run->x, y, 0, votum_colour_quiet);
      votum_layout_show (cr, layout, key_face.leading, run->x + self->indent, y, 0, votum_layout_n_lines (layout),
                         votum_colour_ink);
      votum_tag_end (cr, "LI");
      y += votum_block_sliver (block, i)->height;
    }
  votum_tag_end (cr, "L");
}

static void
pairs_free (VotumBlock *block)
{
  PairsBlock *self = (PairsBlock *) block;

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->layouts);
}

static void
pairs_tell (VotumBlock   *block,
            VotumPaper   *document,
            VotumOutline *outline)
{
  PairsBlock *self = (PairsBlock *) block;
  VotumOutlineTable *table = votum_outline_table_new ();

  votum_outline_table_column (table, NULL, VOTUM_ALIGN_START, self->indent, FALSE);
  votum_outline_table_column (table, NULL, VOTUM_ALIGN_START, MIN (block->width - self->indent, VOTUM_BODY_WIDTH - 60), FALSE);
  for (guint i = 0; i < self->keys->len; i++)
    {
      votum_outline_table_row (table, FALSE, FALSE, 0);
      votum_outline_table_cell (table, g_ptr_array_index (self->keys, i));
      votum_outline_table_cell (table, g_ptr_array_index (self->values, i));
    }
  votum_outline_add_table (outline, VOTUM_PART_PAIRS, table);
}

static const VotumBlockClass pairs_class = { pairs_measure, pairs_draw, NULL, pairs_free, pairs_tell };

/**
 * votum_paper_add_key_values:
 * @self: a document
 * @pairs: (array zero-terminated=1): key, value, key, value ...; a pair with an empty value is left out
 */
void
votum_paper_add_key_values (VotumPaper         *self,
                            const char * const *pairs)
{
  PairsBlock *block = votum_block_alloc (self, sizeof (PairsBlock), &pairs_class);

  block->keys = g_ptr_array_new_with_free_func (g_free);
  block->values = g_ptr_array_new_with_free_func (g_free);
  block->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; pairs[i] != NULL && pairs[i + 1] != NULL; i += 2)
    {
      if (*pairs[i + 1] == '\0')
        continue;
      g_ptr_array_add (block->keys, g_strdup (pairs[i]));
      g_ptr_array_add (block->values, g_strdup (pairs[i + 1]));
    }
}

/* Contents */

static gboolean
is_entry (VotumBlock *block)
{
  return block->level == 1 && block->number != NULL;
}

static void
contents_measure (VotumBlock *block,
                  VotumPaper *document,
                  double      width,
                  double      height)
{
  guint n = 0;

  for (guint i = 0; i < block->section->blocks->len; i++)
    if (is_entry (g_ptr_array_index (block->section->blocks, i)))
      n++;
  for (guint i = 0; i < n; i++)
    votum_block_add_sliver (block, i == 0 ? 4 : 0, 16, FALSE);
}

static void
contents_draw (VotumBlock     *block,
               VotumPaper     *document,
               cairo_t        *cr,
               const VotumRun *run)
{
  const double width = MIN (block->width, VOTUM_BODY_WIDTH);
  guint index = 0;
  double y = run->y;

  votum_tag_begin (cr, "TOC");
  for (guint i = 0; i < block->section->blocks->len; i++)
    {
      VotumBlock *entry = g_ptr_array_index (block->section->blocks, i);
      g_autofree char *page = NULL;
      g_autofree char *link = NULL;

      if (!is_entry (entry) || index++ < run->first)
        continue;
      if (index > run->first + run->n)
        break;

      page = g_strdup_printf ("%u", entry->page - block->section->first_page + 1);
      /* whole points: cairo reads fractions by the locale */
      link = g_strdup_printf ("page=%u pos=[%d %d]", entry->page + 1, (int) run->x, (int) MAX (entry->y - 12, 0));

      /* cairo 1.16 marks only the innermost tag's content, so the link holds all of the line */
      votum_tag_begin (cr, "TOCI");
      cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
      votum_ink_show_word (document->ink, cr, &key_face, entry->number, run->x, y, 0, votum_colour_quiet);
      votum_ink_show_word (document->ink, cr, &key_face, entry->outline, run->x + 22, y, 0, votum_colour_ink);
      votum_ink_show_word (document->ink, cr, &key_face, page, run->x + width, y, 1, votum_colour_quiet);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
      votum_tag_end (cr, "TOCI");
      votum_hairline (cr, run->x, y + 14.5, width, 0.3, votum_colour_rule);
      y += 16;
    }
  votum_tag_end (cr, "TOC");
}

static const VotumBlockClass contents_class = { contents_measure, contents_draw, NULL, NULL, NULL };

/**
 * votum_paper_add_contents:
 * @self: a document
 * @title: its heading
 *
 * The numbered headings of the section, with their pages, as links.
 */
void
votum_paper_add_contents (VotumPaper *self,
                          const char *title)
{
  TextBlock *heading = add_text (self, VOTUM_PART_CONTENTS, &heading_faces[1], votum_colour_ink, "H2", title, heading_before[1]);

  heading->keep = TRUE;
  heading->after = 2;
  votum_block_alloc (self, sizeof (VotumBlock), &contents_class);
}
