#pragma once

#include "votum-document.h"

G_BEGIN_DECLS

VotumDocument *votum_ballot_parse (const char *xml, GError **error);

G_END_DECLS
