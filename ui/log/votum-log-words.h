#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* What the log says of a change, for people: names in place of ids, times and marks as they are written. */
const char *votum_log_words_field  (const char *name);
const char *votum_log_words_choice (const char *value);
char       *votum_log_words_side   (VotumDesk *desk, VotumChanges *changes, gboolean new_side);

G_END_DECLS
