#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

gboolean votum_case_export_everything        (VotumCase *self, const char *folder, const char *const *langs, const VotumWork *work,
                                              GError **error);
void     votum_case_export_everything_async  (VotumCase *self, const char *folder, const char *const *langs, const VotumWork *work,
                                              GAsyncReadyCallback callback, gpointer user_data);
gboolean votum_case_export_everything_finish (VotumCase *self, GAsyncResult *result, GError **error);
char   **votum_case_document_langs           (VotumCase *self, const char *otherwise);

G_END_DECLS
