#pragma once

#include "votum-outline.h"

G_BEGIN_DECLS

GBytes *votum_html_write (const VotumOutline *outline);

G_END_DECLS
