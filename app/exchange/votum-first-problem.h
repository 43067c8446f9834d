#pragma once

#include "votum-error.h"
#include "votum-problems.h"

G_BEGIN_DECLS

/* Sets @error to the first of @problems: "file:line:column: sentence". */
void votum_first_problem (VotumProblems *problems, const char *shown, GError **error);

G_END_DECLS
