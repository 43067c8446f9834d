#pragma once

#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: rows of a chart that each have a name at the left. As many as there is room for; how many are left out is
 * said in a line below. */
typedef struct {
  VotumPen *pen;
  guint     n;           /* shown */
  guint     n_left_out;
  double    top;
  double    height;      /* of one */
  double    bottom;      /* of the last */
  double    name_room;
  double    left;        /* where the plot may begin */
} VotumRows;

/* Between pen->top and @bottom; names take at most @share of the width, a row at most @most points of the design. */
void   votum_rows_lay  (VotumRows *rows, VotumPen *pen, const char * const *names, guint n, double bottom, double share, double most);
double votum_rows_y    (const VotumRows *rows, guint row);
/* (nullable) @note: below the name in small letters, where there is room for it; otherwise the name gets a star. Returns whether it did. */
gboolean votum_rows_name (const VotumRows *rows, guint row, const char *name, const char *note, gboolean strong);
/* "... and 4 more" below the last row, where some are left out. */
void   votum_rows_more (const VotumRows *rows);

G_END_DECLS
