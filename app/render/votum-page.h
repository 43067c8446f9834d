#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VotumDocumentInfo:
 * @title: the document's title
 * @author: (nullable): the organiser
 * @subject: (nullable): what it is about, in a few words
 * @keywords: (nullable): separated by commas
 * @created: ISO 8601 with offset, taken from the data: never the clock, or two printings would differ
 * @lang: the language it is written in
 *
 * What a document says about itself. The strings are copied.
 */
typedef struct {
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *created;
  const char *lang;
} VotumDocumentInfo;

/**
 * VotumPageStyle:
 * @width: of the sheet, in points
 * @height: of the sheet, in points
 * @left: margin
 * @right: margin
 * @top: margin down to the text
 * @bottom: margin up to the text
 * @head_left: (nullable): running head
 * @head_right: (nullable): running head
 * @foot_left: (nullable): running foot
 * @foot_middle: (nullable): running foot
 * @numbered: whether the foot ends in "2 / 5", counted within the section
 * @bare_first: no running head on the first page
 *
 * How the pages of one section are set up. The strings are copied.
 */
typedef struct {
  double      width, height;
  double      left, right, top, bottom;
  const char *head_left;
  const char *head_right;
  const char *foot_left;
  const char *foot_middle;
  gboolean    numbered;
  gboolean    bare_first;
} VotumPageStyle;

#define VOTUM_A4_WIDTH 595.276
#define VOTUM_A4_HEIGHT 841.890

typedef enum {
  VOTUM_PARAGRAPH_BODY,
  VOTUM_PARAGRAPH_LEAD,   /* what a section is about */
  VOTUM_PARAGRAPH_SMALL,  /* legends and notes */
  VOTUM_PARAGRAPH_STRONG,
  VOTUM_PARAGRAPH_LARGE,  /* the one sentence that must be seen */
} VotumParagraph;

typedef struct {
  const char *name;
  const char *role;       /* nullable */
} VotumSignature;

typedef enum {
  VOTUM_COLUMN_TEXT,      /* from the left, wraps */
  VOTUM_COLUMN_FIGURE,    /* from the right, never wraps; its head may be turned */
  VOTUM_COLUMN_SIGN,      /* in the middle, never wraps; its head may be turned */
} VotumColumn;

typedef enum {
  VOTUM_ROW_PLAIN = 0,
  VOTUM_ROW_STRONG = 1 << 0,
  VOTUM_ROW_GROUP = 1 << 1,  /* heads the rows below it */
  VOTUM_ROW_SUM = 1 << 2,    /* a rule above */
  VOTUM_ROW_INDENT = 1 << 3, /* one step in; times the level in bits 8 and up: VOTUM_ROW_LEVEL() */
} VotumRow;

#define VOTUM_ROW_LEVEL(level) (((guint) (level)) << 8)

typedef struct _VotumTable VotumTable;
typedef struct _VotumDocument VotumDocument;

/**
 * VotumFigureDraw:
 * @cr: where to draw; the figure's top left is the origin
 * @width: of the figure, in points
 * @height: of the figure, in points
 * @data: what was given with the function
 */
typedef void (*VotumFigureDraw) (cairo_t *cr, double width, double height, gpointer data);

VotumTable    *votum_table_new                (guint n_columns);
void           votum_table_free               (VotumTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumTable, votum_table_free)
void           votum_table_set_column         (VotumTable *self, guint column, VotumColumn kind, const char *head);
void           votum_table_set_sticky         (VotumTable *self, guint n_columns);
void           votum_table_set_dense          (VotumTable *self, gboolean dense);
void           votum_table_add_row            (VotumTable *self, guint flags, const char * const *cells);

VotumDocument *votum_document_new             (const VotumDocumentInfo *info);
VotumDocument *votum_document_ref             (VotumDocument *self);
void           votum_document_unref           (VotumDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumDocument, votum_document_unref)

void           votum_document_begin_section   (VotumDocument *self, const VotumPageStyle *style);
void           votum_document_add_title       (VotumDocument *self, const char *eyebrow, const char *title, const char *subtitle);
void           votum_document_add_heading     (VotumDocument *self, guint level, const char *number, const char *text);
void           votum_document_add_paragraph   (VotumDocument *self, VotumParagraph kind, const char *text);
void           votum_document_add_item        (VotumDocument *self, const char *marker, const char *text);
void           votum_document_add_quote       (VotumDocument *self, const char *text, const char *source);
void           votum_document_add_link        (VotumDocument *self, const char *text, const char *uri);
void           votum_document_add_key_values  (VotumDocument *self, const char * const *pairs);
void           votum_document_add_contents    (VotumDocument *self, const char *title);
void           votum_document_add_table       (VotumDocument *self, VotumTable *table);
void           votum_document_add_figure      (VotumDocument *self, VotumFigureDraw draw, gpointer data, GDestroyNotify destroy,
                                               double height, const char *alternative);
void           votum_document_add_signatures  (VotumDocument *self, const VotumSignature *signatures, guint n);
void           votum_document_add_plate       (VotumDocument *self, VotumFigureDraw draw, gpointer data, GDestroyNotify destroy,
                                               const char *outline);
void           votum_document_add_spacer      (VotumDocument *self, double height);
void           votum_document_keep_with_next  (VotumDocument *self);

guint          votum_document_n_pages         (VotumDocument *self);
void           votum_document_page_size       (VotumDocument *self, guint page, double *width, double *height);
void           votum_document_draw_page       (VotumDocument *self, cairo_t *cr, guint page);
const char    *votum_document_title           (VotumDocument *self);
GBytes        *votum_document_to_pdf          (VotumDocument *self, GCancellable *cancellable, GError **error);
gboolean       votum_document_write_pdf       (VotumDocument *self, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
