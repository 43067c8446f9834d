#pragma once

#include "votum-case.h"
#include "votum-grid.h"
#include "votum-page.h"

G_BEGIN_DECLS

gboolean votum_case_write_document (VotumPaper *paper, const char *path, GCancellable *cancellable, GError **error);
GBytes  *votum_case_text_to_bytes (VotumPaper *paper, GError **error);
gboolean votum_case_write_grids   (VotumCase *self, GPtrArray *grids, const char *lang, const char *path, GError **error);
GBytes  *votum_case_sheet_to_bytes (VotumCase *self, GPtrArray *grids, const char *lang, GError **error);
GBytes  *votum_case_csv_to_bytes  (const VotumGrid *grid);

G_END_DECLS
