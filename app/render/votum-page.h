#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "votum-outline.h"

G_BEGIN_DECLS

/**
 * VotumPaperInfo:
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
} VotumPaperInfo;

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
typedef struct _VotumPaper VotumPaper;

/**
 * VotumFigureDraw:
 * @cr: where to draw; the figure's top left is the origin
 * @width: of the figure, in points
 * @height: of the figure, in points
 * @data: what was given with the function
 */
typedef void (*VotumFigureDraw) (cairo_t *cr, double width, double height, gpointer data);

/**
 * VotumPlateTell:
 * @outline: where to tell it; the section that the plate stands in included
 * @data: what was given with the plate
 *
 * Tells what a plate says, for formats that lay the text out themselves.
 */
typedef void (*VotumPlateTell) (VotumOutline *outline, gpointer data);

VotumTable    *votum_table_new                (guint n_columns);
void           votum_table_free               (VotumTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumTable, votum_table_free)
void           votum_table_set_column         (VotumTable *self, guint column, VotumColumn kind, const char *head);
void           votum_table_set_sticky         (VotumTable *self, guint n_columns);
void           votum_table_set_dense          (VotumTable *self, gboolean dense);
void           votum_table_add_row            (VotumTable *self, guint flags, const char * const *cells);

VotumPaper *votum_paper_new             (const VotumPaperInfo *info);
VotumPaper *votum_paper_ref             (VotumPaper *self);
void           votum_paper_unref           (VotumPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumPaper, votum_paper_unref)

void           votum_paper_begin_section   (VotumPaper *self, const VotumPageStyle *style);
void           votum_paper_add_title       (VotumPaper *self, const char *eyebrow, const char *title, const char *subtitle);
void           votum_paper_add_heading     (VotumPaper *self, guint level, const char *number, const char *text);
void           votum_paper_add_paragraph   (VotumPaper *self, VotumParagraph kind, const char *text);
void           votum_paper_add_item        (VotumPaper *self, const char *marker, const char *text);
void           votum_paper_add_quote       (VotumPaper *self, const char *text, const char *source);
void           votum_paper_add_link        (VotumPaper *self, const char *text, const char *uri);
void           votum_paper_add_key_values  (VotumPaper *self, const char * const *pairs);
void           votum_paper_add_contents    (VotumPaper *self, const char *title);
void           votum_paper_add_table       (VotumPaper *self, VotumTable *table);
void           votum_paper_add_figure      (VotumPaper *self, VotumFigureDraw draw, gpointer data, GDestroyNotify destroy,
                                               double height, const char *alternative);
void           votum_paper_add_signatures  (VotumPaper *self, const VotumSignature *signatures, guint n);
void           votum_paper_add_plate       (VotumPaper *self, VotumFigureDraw draw, gpointer data, GDestroyNotify destroy,
                                               const char *outline);
void           votum_paper_set_plate_tell  (VotumPaper *self, VotumPlateTell tell);
void           votum_paper_add_spacer      (VotumPaper *self, double height);
void           votum_paper_keep_with_next  (VotumPaper *self);

guint          votum_paper_n_pages         (VotumPaper *self);
void           votum_paper_page_size       (VotumPaper *self, guint page, double *width, double *height);
void           votum_paper_draw_page       (VotumPaper *self, cairo_t *cr, guint page);
const char    *votum_paper_title           (VotumPaper *self);
VotumOutline  *votum_paper_outline         (VotumPaper *self);
GBytes        *votum_paper_to_pdf          (VotumPaper *self, GCancellable *cancellable, GError **error);
gboolean       votum_paper_write_pdf       (VotumPaper *self, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
