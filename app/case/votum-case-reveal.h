#pragma once

#include "votum-case-result.h"
#include "votum-reveal.h"

G_BEGIN_DECLS

VotumReveal *votum_case_reveal (VotumCase *self, GPtrArray *standings, const char *lang, GError **error);

G_END_DECLS
