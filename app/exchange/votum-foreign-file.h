#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file seems to be that is not what was asked for. */
typedef enum {
  VOTUM_FOREIGN_NONE,      /* nothing that is known by its first bytes */
  VOTUM_FOREIGN_CASE,
  VOTUM_FOREIGN_DATABASE,
  VOTUM_FOREIGN_PACKED,    /* ZIP, and with it XLSX and ODS */
  VOTUM_FOREIGN_OFFICE,    /* what spreadsheets were saved as before */
  VOTUM_FOREIGN_PDF,
  VOTUM_FOREIGN_COMPRESSED,
  VOTUM_FOREIGN_XML,
  VOTUM_FOREIGN_TABLE,     /* text with separators in its first line */
} VotumForeign;

/* @data: the beginning of a file, a few hundred bytes or more of it. */
VotumForeign votum_foreign_guess (const guint8 *data, gsize length);

G_END_DECLS
