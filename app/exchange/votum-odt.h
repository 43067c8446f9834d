#pragma once

#include "votum-outline.h"

G_BEGIN_DECLS

GBytes *votum_odt_write (const VotumOutline *outline, GError **error);

G_END_DECLS
