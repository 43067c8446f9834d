#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* Rows of what is to be read. */

GtkWidget *votum_reader_row_criterion (VotumCriteriaEditor *editor, VotumThing *criterion, const char *share);
GtkWidget *votum_reader_row_group     (VotumCriteriaEditor *editor, VotumThing *group, const char *share);
GtkWidget *votum_reader_row_level     (VotumCriteriaEditor *editor, VotumThing *level);
GtkWidget *votum_reader_row_fact      (const char *title, const char *text);

G_END_DECLS
