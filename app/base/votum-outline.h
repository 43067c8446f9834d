#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What a document says and what each part of it is, without where it stands on which page: for formats whose reader
 * lays the text out anew. Plain values; strings are copied when they are given, and belong to the outline when read.
 */

typedef enum {
  VOTUM_PART_SECTION,      /* begins a new page; has a page */
  VOTUM_PART_EYEBROW,      /* a small line above a title */
  VOTUM_PART_TITLE,
  VOTUM_PART_SUBTITLE,
  VOTUM_PART_HEADING,      /* level 1 to 3; the marker is its number, if it has one */
  VOTUM_PART_BODY,
  VOTUM_PART_LEAD,
  VOTUM_PART_SMALL,
  VOTUM_PART_STRONG,
  VOTUM_PART_LARGE,
  VOTUM_PART_ITEM,         /* of a list; the marker is what stands before it */
  VOTUM_PART_QUOTE,
  VOTUM_PART_SOURCE,       /* of the quote before it */
  VOTUM_PART_LINK,         /* the marker is where it leads */
  VOTUM_PART_CONTENTS,     /* of the numbered headings of the section; the text is its heading */
  VOTUM_PART_TABLE,
  VOTUM_PART_PAIRS,        /* a table of two columns without heads: what, and its value */
  VOTUM_PART_SIGNATURES,   /* a table of two columns without heads: name, and role */
  VOTUM_PART_FIGURE,
  /* of a page that is composed as a whole, in a typeface of its own */
  VOTUM_PART_PLATE_EYEBROW,
  VOTUM_PART_PLATE_CLASS,
  VOTUM_PART_PLATE_HEADING,
  VOTUM_PART_PLATE_NAME,
  VOTUM_PART_PLATE_LINE,
  VOTUM_PART_PLATE_TEXT,
  VOTUM_PART_PLATE_QUOTE,
  VOTUM_PART_PLATE_SOURCE,
  VOTUM_PART_PLATE_NOTE,
  VOTUM_PART_PLATE_SMALL,
  VOTUM_N_PARTS,
} VotumPartKind;

/**
 * VotumOutlinePage:
 * @width: of the sheet, in points
 * @height: of the sheet, in points
 * @left: margin
 * @right: margin
 * @top: margin
 * @bottom: margin
 * @head_left: (nullable): running head
 * @head_right: (nullable): running head
 * @foot_left: (nullable): running foot
 * @foot_middle: (nullable): running foot
 * @numbered: whether the foot ends in the number of the page and how many there are
 * @text_size: of the plate's text, where it was fitted to its page; 0: the style's own
 *
 * How the pages of a section are set up. In points.
 */
typedef struct {
  double      width, height;
  double      left, right, top, bottom;
  const char *head_left;
  const char *head_right;
  const char *foot_left;
  const char *foot_middle;
  gboolean    numbered;
  double      text_size;
} VotumOutlinePage;

typedef enum {
  VOTUM_ALIGN_START,
  VOTUM_ALIGN_MIDDLE,
  VOTUM_ALIGN_END,
} VotumAlign;

typedef struct {
  char       *head;
  VotumAlign  align;
  double      width;      /* in points */
  gboolean    turned;     /* the head stands upright */
  gboolean    links;      /* a cell is where it leads to, too */
} VotumOutlineColumn;

typedef struct {
  gboolean strong;
  gboolean sum;           /* a rule above */
  guint    level;         /* steps of indent of the first cell */
} VotumOutlineRow;

typedef struct {
  GArray    *columns;     /* of VotumOutlineColumn */
  GArray    *rows;        /* of VotumOutlineRow */
  GPtrArray *cells;       /* of char, row by row */
  gboolean   dense;
} VotumOutlineTable;

typedef struct {
  VotumPartKind      kind;
  guint              level;
  char              *marker;       /* nullable */
  char              *text;
  VotumOutlinePage   page;         /* of a section; strings owned */
  VotumOutlineTable *table;        /* of a table and its like */
  GBytes            *picture;      /* of a figure: PNG */
  double             width, height;
} VotumPart;

typedef struct {
  char      *title;
  char      *author;    /* nullable */
  char      *subject;   /* nullable */
  char      *keywords;  /* nullable; separated by commas */
  char      *created;   /* ISO 8601 with offset */
  char      *lang;
  GPtrArray *parts;     /* of VotumPart */
} VotumOutline;

VotumOutline      *votum_outline_new           (const char *title, const char *lang, const char *created);
void               votum_outline_free          (VotumOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumOutline, votum_outline_free)
void               votum_outline_begin_section (VotumOutline *self, const VotumOutlinePage *page);
void               votum_outline_add           (VotumOutline *self, VotumPartKind kind, const char *text);
void               votum_outline_add_marked    (VotumOutline *self, VotumPartKind kind, guint level, const char *marker, const char *text);
void               votum_outline_add_table     (VotumOutline *self, VotumPartKind kind, VotumOutlineTable *table);
void               votum_outline_add_figure    (VotumOutline *self, GBytes *picture, double width, double height, const char *alternative);

VotumOutlineTable *votum_outline_table_new     (void);
void               votum_outline_table_free    (VotumOutlineTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumOutlineTable, votum_outline_table_free)
void               votum_outline_table_column  (VotumOutlineTable *self, const char *head, VotumAlign align, double width, gboolean turned);
void               votum_outline_table_links   (VotumOutlineTable *self);
void               votum_outline_table_row     (VotumOutlineTable *self, gboolean strong, gboolean sum, guint level);
void               votum_outline_table_cell    (VotumOutlineTable *self, const char *text);

G_END_DECLS
