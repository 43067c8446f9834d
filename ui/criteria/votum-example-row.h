#pragma once

#include "votum-case-example.h"
#include "votum-criteria-editor.h"

G_BEGIN_DECLS

enum {
  VOTUM_EXAMPLE_NAME,
  VOTUM_EXAMPLE_GIVEN,
  VOTUM_EXAMPLE_COUNTED,
  VOTUM_EXAMPLE_PANEL,
  VOTUM_EXAMPLE_WEIGHT,
  VOTUM_EXAMPLE_ADDS,
  VOTUM_EXAMPLE_N_COLUMNS
};

/* A criterion of an example: the marks as given, as counted, the panel's mark, the weight, and what it adds to the result. */
#define VOTUM_TYPE_EXAMPLE_ROW (votum_example_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumExampleRow, votum_example_row, VOTUM, EXAMPLE_ROW, GtkListBoxRow)

GtkWidget *votum_example_row_new          (GtkSizeGroup **columns);
void       votum_example_row_show         (VotumExampleRow *self, VotumCriteriaEditor *editor, const VotumExample *example,
                                           const VotumExampleLeaf *leaf);
void       votum_example_row_show_trace   (VotumExampleRow *self, gboolean show);
void       votum_example_row_show_heading (VotumExampleRow *self, const VotumExample *example);

G_END_DECLS
