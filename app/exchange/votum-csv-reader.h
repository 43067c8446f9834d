#pragma once

#include "votum-error.h"
#include "votum-input.h"
#include "votum-problems.h"

G_BEGIN_DECLS

#define VOTUM_CSV_MAX_COLUMNS 64
#define VOTUM_CSV_MAX_CELL    65536

/**
 * VotumCsvReader:
 *
 * Cuts a file into rows of cells as RFC 4180 has it, piece by piece. The first row decides on the separator.
 */
typedef struct _VotumCsvReader VotumCsvReader;

typedef struct {
  const char *text;    /* valid during the call */
  gsize length;
  guint line, column;
  gboolean quoted;
} VotumCsvCell;

/* A row with at least one cell that is not empty. Returns FALSE to read no further. */
typedef gboolean (*VotumCsvRowFunc) (VotumCsvReader *reader, const VotumCsvCell *cells, guint n_cells, gpointer user_data);

VotumCsvReader *votum_csv_reader_new  (VotumCsvRowFunc func, gpointer user_data, VotumProblems *problems);
void            votum_csv_reader_free (VotumCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumCsvReader, votum_csv_reader_free)

gboolean        votum_csv_reader_read (VotumCsvReader *self, VotumInput *input, GCancellable *cancellable,
                                       VotumProgressFunc progress, gpointer progress_data, GError **error);
char            votum_csv_reader_get_separator (VotumCsvReader *self);
void            votum_csv_reader_problem (VotumCsvReader *self, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);
void            votum_csv_reader_take_problem (VotumCsvReader *self, guint line, guint column, GError *error);

G_END_DECLS
