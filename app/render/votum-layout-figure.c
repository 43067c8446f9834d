#include "votum-output.h"
#include "votum-page-private.h"

/* Blocks that are not running text: figures, whole plates, signatures, white space. */

typedef struct {
  VotumBlock      block;
  VotumFigureDraw draw;
  gpointer        data;
  GDestroyNotify  destroy;
  double          height;
  gboolean        plate;   /* takes the whole sheet, margins and all */
  VotumPlateTell  tell;    /* nullable: what a plate says */
} FigureBlock;

static void
figure_measure (VotumBlock *block,
                VotumPaper *document,
                double      width,
                double      height)
{
  FigureBlock *self = (FigureBlock *) block;

  votum_block_add_sliver (block, self->plate ? 0 : 14, self->plate ? height : MIN (self->height, height), FALSE);
  if (!self->plate)
    votum_block_sliver (block, 0)->least = self->height * 0.72;
}

static void
figure_draw (VotumBlock     *block,
             VotumPaper     *document,
             cairo_t        *cr,
             const VotumRun *run)
{
  FigureBlock *self = (FigureBlock *) block;
  const VotumPageStyle *style = &block->section->style;

  cairo_save (cr);
  if (self->plate)
    {
      self->draw (cr, style->width, style->height, self->data);
    }
  else
    {
      cairo_translate (cr, run->x, run->y);
      votum_tag_begin (cr, "Figure");
      self->draw (cr, block->width, votum_block_sliver (block, run->first)->height, self->data);
      votum_tag_end (cr, "Figure");
    }
  cairo_restore (cr);
}

static void
figure_free (VotumBlock *block)
{
  FigureBlock *self = (FigureBlock *) block;

  if (self->destroy != NULL)
    self->destroy (self->data);
}

#define PICTURE_SCALE 3.0  /* pixels a point: 216 to the inch */
#define PICTURE_EDGE 8.0   /* points; on a page a figure may reach a little beyond its width */

/* A plate that doesn't say what is on it is a picture too. */
static void
figure_tell (VotumBlock   *block,
             VotumPaper   *document,
             VotumOutline *outline)
{
  FigureBlock *self = (FigureBlock *) block;
  const VotumPageStyle *style = &block->section->style;
  double scale = self->plate ? (style->width - style->left - style->right) / style->width : 1;
  double width = self->plate ? style->width : block->width;
  double height = self->plate ? style->height : self->height;
  g_autoptr (GBytes) picture = NULL;
  double edge;

  if (self->tell != NULL)
    {
      self->tell (outline, self->data);
      return;
    }

  edge = self->plate ? 0 : PICTURE_EDGE;
  scale *= width / (width + edge);
  picture = votum_output_picture (self->draw, self->data, width, height, edge, PICTURE_SCALE);
  votum_outline_add_figure (outline, picture, (width + edge) * scale, height * scale,
                            block->alternative != NULL ? block->alternative : block->outline);
}

static const VotumBlockClass figure_class = { figure_measure, figure_draw, NULL, figure_free, figure_tell };

/**
 * votum_paper_add_figure:
 * @self: a document
 * @draw: draws it, on any surface, as often as asked
 * @data: for @draw
 * @destroy: (nullable): frees @data with the document
 * @height: in points; drawn down to 72 % of it where that fills a page
 * @alternative: what the figure shows, in words
 */
void
votum_paper_add_figure (VotumPaper      *self,
                        VotumFigureDraw  draw,
                        gpointer         data,
                        GDestroyNotify   destroy,
                        double           height,
                        const char      *alternative)
{
  FigureBlock *block = votum_block_alloc (self, sizeof (FigureBlock), &figure_class);

  block->draw = draw;
  block->data = data;
  block->destroy = destroy;
  block->height = height;
  block->block.alternative = g_strdup (alternative);
}

/**
 * votum_paper_add_plate:
 * @self: a document
 * @draw: draws the whole sheet, and tags its own structure
 * @data: for @draw
 * @destroy: (nullable): frees @data with the document
 * @outline: (nullable): its entry in the outline
 *
 * A page that is composed as a whole.
 */
void
votum_paper_add_plate (VotumPaper      *self,
                       VotumFigureDraw  draw,
                       gpointer         data,
                       GDestroyNotify   destroy,
                       const char      *outline)
{
  FigureBlock *block = votum_block_alloc (self, sizeof (FigureBlock), &figure_class);

  block->draw = draw;
  block->data = data;
  block->destroy = destroy;
  block->plate = TRUE;
  block->block.level = outline != NULL ? 1 : 0;
  block->block.outline = g_strdup (outline);
}

/**
 * votum_paper_set_plate_tell:
 * @self: a document whose latest block is a plate
 * @tell: tells what it says; called with the plate's own data
 *
 * Without this a plate is a mere picture where text is laid out anew.
 */
void
votum_paper_set_plate_tell (VotumPaper     *self,
                            VotumPlateTell  tell)
{
  VotumSection *section = g_ptr_array_index (self->sections, self->sections->len - 1);
  FigureBlock *block = g_ptr_array_index (section->blocks, section->blocks->len - 1);

  g_return_if_fail (block->block.klass == &figure_class && block->plate);

  block->tell = tell;
  block->block.own_page = TRUE;
}

/* Signatures: a line to sign on, name and role below, two or three beside each other. A jury signs on one page. */

static const VotumFace name_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_SEMIBOLD, FALSE, VOTUM_FIGURES_TABULAR, VOTUM_SIZE_TABLE, 12.5, 0 };
static const VotumFace role_face = { VOTUM_FAMILY_SANS, PANGO_WEIGHT_NORMAL, FALSE, VOTUM_FIGURES_TABULAR, VOTUM_SIZE_SMALL, 11, 0 };

#define SIGNATURE_HEIGHT 64.0
#define SIGNATURE_GAP 28.0
#define SIGNATURE_ROWS_TOGETHER 8

typedef struct {
  VotumBlock  block;
  GPtrArray  *names;
  GPtrArray  *roles;
  guint       columns;
  guint       rows;        /* in a piece that stays together */
} SignatureBlock;

static void
signatures_measure (VotumBlock *block,
                    VotumPaper *document,
                    double      width,
                    double      height)
{
  SignatureBlock *self = (SignatureBlock *) block;
  guint rows = (self->names->len + self->columns - 1) / self->columns;

  self->rows = rows <= SIGNATURE_ROWS_TOGETHER ? MAX (rows, 1) : 1;
  for (guint row = 0; row < rows; row += self->rows)
    votum_block_add_sliver (block, row == 0 ? 4 : 0, self->rows * SIGNATURE_HEIGHT, FALSE);
}

static void
signatures_draw (VotumBlock     *block,
                 VotumPaper     *document,
                 cairo_t        *cr,
                 const VotumRun *run)
{
  SignatureBlock *self = (SignatureBlock *) block;
  double column = (block->width - SIGNATURE_GAP * (self->columns - 1)) / self->columns;
  guint first = run->first * self->rows * self->columns;

  for (guint i = first; i < MIN (first + run->n * self->rows * self->columns, self->names->len); i++)
    {
      double x = run->x + (i % self->columns) * (column + SIGNATURE_GAP);
      double y = run->y + (i - first) / self->columns * SIGNATURE_HEIGHT + SIGNATURE_HEIGHT - 28;
      g_autoptr (PangoLayout) name = votum_ink_layout (document->ink, &name_face, g_ptr_array_index (self->names, i), column,
                                                       PANGO_ALIGN_LEFT);

      pango_layout_set_height (name, -1);
      pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
      votum_hairline (cr, x, y, column, 0.5, votum_colour_strong);
      votum_tag_begin (cr, "P");
      votum_layout_show (cr, name, name_face.leading, x, y + 3, 0, 1, votum_colour_ink);
      votum_ink_show_word (document->ink, cr, &role_face, g_ptr_array_index (self->roles, i), x, y + 15, 0, votum_colour_quiet);
      votum_tag_end (cr, "P");
    }
}

static void
signatures_free (VotumBlock *block)
{
  SignatureBlock *self = (SignatureBlock *) block;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->roles);
}

static void
signatures_tell (VotumBlock   *block,
                 VotumPaper   *document,
                 VotumOutline *outline)
{
  SignatureBlock *self = (SignatureBlock *) block;
  VotumOutlineTable *table = votum_outline_table_new ();

  for (guint i = 0; i < self->columns; i++)
    votum_outline_table_column (table, NULL, VOTUM_ALIGN_START, block->width / self->columns, FALSE);
  for (guint i = 0; i < self->names->len; i++)
    {
      votum_outline_table_row (table, FALSE, FALSE, 0);
      votum_outline_table_cell (table, g_ptr_array_index (self->names, i));
      votum_outline_table_cell (table, g_ptr_array_index (self->roles, i));
    }
  votum_outline_add_table (outline, VOTUM_PART_SIGNATURES, table);
}

static const VotumBlockClass signatures_class = { signatures_measure, signatures_draw, NULL, signatures_free, signatures_tell };

/**
 * votum_paper_add_signatures:
 * @self: a document
 * @signatures: (array length=n): who signs, in the order shown
 * @n: how many
 */
void
votum_paper_add_signatures (VotumPaper           *self,
                            const VotumSignature *signatures,
                            guint                 n)
{
  SignatureBlock *block = votum_block_alloc (self, sizeof (SignatureBlock), &signatures_class);

  block->columns = n > 2 ? 3 : 2;
  block->names = g_ptr_array_new_with_free_func (g_free);
  block->roles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (block->names, g_strdup (signatures[i].name != NULL ? signatures[i].name : ""));
      g_ptr_array_add (block->roles, g_strdup (signatures[i].role != NULL ? signatures[i].role : ""));
    }
}

/* White space */

typedef struct {
  VotumBlock block;
  double     height;
} SpacerBlock;

static void
spacer_measure (VotumBlock *block,
                VotumPaper *document,
                double      width,
                double      height)
{
  votum_block_add_sliver (block, ((SpacerBlock *) block)->height, 0, TRUE);
}

static void
spacer_draw (VotumBlock     *block,
             VotumPaper     *document,
             cairo_t        *cr,
             const VotumRun *run)
{
}

static const VotumBlockClass spacer_class = { spacer_measure, spacer_draw, NULL, NULL, NULL };

/**
 * votum_paper_add_spacer:
 * @self: a document
 * @height: white space in points; dropped at the top of a page
 */
void
votum_paper_add_spacer (VotumPaper *self,
                        double      height)
{
  SpacerBlock *block = votum_block_alloc (self, sizeof (SpacerBlock), &spacer_class);

  block->height = height;
}
