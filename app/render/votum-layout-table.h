#pragma once

#include "votum-page-private.h"

G_BEGIN_DECLS

/* Private: what a table holds, and how wide its columns become (votum-layout-columns.c). */

typedef struct {
  char        *text;
  PangoLayout *layout;   /* owned, of wrapped cells; NULL: one shared line */
} VotumCellText;

typedef struct {
  VotumColumn kind;
  char       *head;
  double      cells;     /* widest cell on one line */
  double      least;     /* the narrowest a text column may be */
  double      head_line; /* head on one line */
  double      head_word; /* widest word of the head */
  double      width;     /* as laid out */
  gboolean    turned;    /* the head stands upright */
} VotumTableColumn;

typedef struct {
  guint    flags;
  guint    n_lines;
} VotumTableRow;

/* The columns that stand beside each other; a table too wide for the page falls into several parts. */
typedef struct {
  GArray  *columns;      /* of guint */
  GArray  *xs;           /* of double: left of each column */
  double   width;
  double   head_height;
} VotumTablePart;

struct _VotumTable {
  guint             n_columns;
  VotumTableColumn *columns;
  GArray           *rows;       /* of VotumTableRow */
  GPtrArray        *cells;      /* of VotumCellText, row by row */
  guint             sticky;     /* leading columns that every part repeats */
  gboolean          dense;
  double            gap;
  GPtrArray        *parts;      /* of VotumTablePart */
};

const VotumFace *votum_table_cell_face (const VotumTable *table, guint flags);
const VotumFace *votum_table_head_face (const VotumTable *table);
double           votum_table_indent    (const VotumTable *table, guint flags);
VotumCellText   *votum_table_cell      (const VotumTable *table, guint row, guint column);
void             votum_table_fit       (VotumTable *table, VotumInk *ink, double width);

G_END_DECLS
