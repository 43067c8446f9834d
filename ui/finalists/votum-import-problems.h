#pragma once

#include <adwaita.h>

#include "votum-problems.h"

G_BEGIN_DECLS

/* What is wrong with a file, problem by problem, each with its line and column; to be copied for whoever made it. */
#define VOTUM_TYPE_IMPORT_PROBLEMS (votum_import_problems_get_type ())
G_DECLARE_FINAL_TYPE (VotumImportProblems, votum_import_problems, VOTUM, IMPORT_PROBLEMS, AdwBin)

void votum_import_problems_show  (VotumImportProblems *self, const VotumProblems *problems, const char *file);
void votum_import_problems_error (VotumImportProblems *self, const char *sentence);

G_END_DECLS
