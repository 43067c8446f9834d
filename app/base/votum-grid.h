#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A table of values for a spreadsheet or a program: numbers stay numbers with every digit, times stay times. Plain values;
 * strings are copied when they are given.
 */

typedef enum {
  VOTUM_GRID_TEXT,
  VOTUM_GRID_NUMBER,   /* a decimal with a point */
  VOTUM_GRID_TIME,     /* ISO 8601; a date alone is one too */
} VotumGridType;

typedef struct {
  VotumGridType type;
  char         *key;   /* the same in every language, for programs */
  char         *head;  /* for people */
} VotumGridColumn;

typedef struct {
  char      *name;     /* the same in every language: "results" */
  char      *title;    /* for people; of the sheet */
  GArray    *columns;  /* of VotumGridColumn */
  GPtrArray *cells;    /* of char, nullable, row by row */
} VotumGrid;

VotumGrid *votum_grid_new    (const char *name, const char *title);
void       votum_grid_free   (VotumGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumGrid, votum_grid_free)
void       votum_grid_column (VotumGrid *self, VotumGridType type, const char *key, const char *head);
void       votum_grid_cell   (VotumGrid *self, const char *text);
guint      votum_grid_n_rows (const VotumGrid *self);
const char *votum_grid_get   (const VotumGrid *self, guint row, guint column);

G_END_DECLS
