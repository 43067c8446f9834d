#pragma once

#include "votum-case-progress.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* The next thing to do, in words, and the page on which it is done. */

char       *votum_next_words (VotumNextKind kind, const char *name, guint count);
char       *votum_next_name  (VotumDesk *desk, const VotumNextStep *step);
const char *votum_next_page  (VotumNextKind kind);

G_END_DECLS
