#pragma once

#include <adwaita.h>

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* What is measured, and how a figure becomes a value: points of a curve as a small table, and the curve. */
#define VOTUM_TYPE_INDICATOR_EDITOR (votum_indicator_editor_get_type ())
G_DECLARE_FINAL_TYPE (VotumIndicatorEditor, votum_indicator_editor, VOTUM, INDICATOR_EDITOR, GtkWidget)

void votum_indicator_editor_set_editor (VotumIndicatorEditor *self, VotumCriteriaEditor *editor);
void votum_indicator_editor_show       (VotumIndicatorEditor *self, VotumThing *indicator);

G_END_DECLS
