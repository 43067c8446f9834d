#pragma once

#include "votum-criteria-editor.h"

G_BEGIN_DECLS

/* What there is to say of a class below its name: what it has of its own. */
#define VOTUM_TYPE_CLASS_PARTS (votum_class_parts_get_type ())
G_DECLARE_FINAL_TYPE (VotumClassParts, votum_class_parts, VOTUM, CLASS_PARTS, GtkWidget)

GtkWidget *votum_class_parts_new (VotumCriteriaEditor *editor, VotumThing *class_thing);

G_END_DECLS
