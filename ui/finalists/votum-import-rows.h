#pragma once

#include "votum-case-import.h"
#include "votum-desk.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_IMPORT_ROW_NEW,
  VOTUM_IMPORT_ROW_CHANGED,
  VOTUM_IMPORT_ROW_GONE,
} VotumImportRowSign;

/* What an import does to one finalist, or to one thing that belongs to none. */
#define VOTUM_TYPE_IMPORT_ROW (votum_import_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumImportRow, votum_import_row, VOTUM, IMPORT_ROW, GObject)

VotumImportRowSign votum_import_row_get_sign   (VotumImportRow *self);
const char        *votum_import_row_get_title  (VotumImportRow *self);
const char        *votum_import_row_get_detail (VotumImportRow *self);

GListModel        *votum_import_rows_new       (VotumDesk *desk, VotumImport *import);
char              *votum_import_rows_summary   (VotumImport *import);

G_END_DECLS
