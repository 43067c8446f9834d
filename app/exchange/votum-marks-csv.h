#pragma once

#include "votum-document.h"
#include "votum-problems.h"

G_BEGIN_DECLS

/* Called for each row, in the order of the file. The row is valid during the call. Returns FALSE after adding to the problems. */
typedef gboolean (*VotumMarkRowFunc) (const VotumMarkRow *row, VotumProblems *problems, gpointer user_data);

/* Marks with a header line: round, class, entrant, juror, criterion, mark, comment in any order; columns that do not vary may be
 * left out (then NULL in the row). Comma, semicolon or tab; UTF-8 (with or without BOM), UTF-16 with BOM, or windows-1252;
 * decimal comma where the separator is not a comma or the field is quoted. "recused", "not observed" and their
 * Norwegian, Swedish and Danish words ("inhabil", "ikke observert", ...) are words, not numbers. Streaming. */
gboolean votum_marks_csv_read  (const char *path, VotumMarkRowFunc func, gpointer user_data, VotumProblems *problems,
                                GCancellable *cancellable, VotumProgressFunc progress, gpointer progress_data, GError **error);
gboolean votum_marks_csv_parse (const char *name, gconstpointer data, gsize length, VotumMarkRowFunc func, gpointer user_data,
                                VotumProblems *problems, GError **error);

G_END_DECLS
