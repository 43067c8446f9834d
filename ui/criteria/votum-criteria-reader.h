#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* The criteria to be read, not changed: what each asks, what counts as low, middle and high, and what the marks mean. */
#define VOTUM_TYPE_CRITERIA_READER (votum_criteria_reader_get_type ())
G_DECLARE_FINAL_TYPE (VotumCriteriaReader, votum_criteria_reader, VOTUM, CRITERIA_READER, GtkWidget)

void votum_criteria_reader_set_editor (VotumCriteriaReader *self, VotumCriteriaEditor *editor);
void votum_criteria_reader_go         (VotumCriteriaReader *self, VotumThing *criterion);

G_END_DECLS
