#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

VotumDocument *votum_case_to_document (VotumCase *self);
gboolean       votum_case_export      (VotumCase *self, const char *path, GError **error);

G_END_DECLS
