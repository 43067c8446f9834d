#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* Rows in which one field of a thing is changed where it stands. What is typed is kept by the binder, what is chosen is written
 * at once. */

/**
 * VotumFieldSpec:
 * @field: index of a field
 * @label: untranslated
 *
 * A field with what people call it. A table of them ends with a label of %NULL.
 */
typedef struct {
  guint       field;
  const char *label;
} VotumFieldSpec;

/* The word for a choice of a field, by its number; %NULL for a field without. */
typedef const char *(*VotumChoiceWordFunc) (int choice);

GtkWidget *votum_field_row_new      (VotumDesk *desk, VotumThing *thing, guint field, const char *label);
GtkWidget *votum_field_row_ref      (VotumDesk *desk, VotumThing *thing, guint field, const char *label, const char *none);
GtkWidget *votum_field_row_choice   (VotumDesk *desk, VotumThing *thing, guint field, const char *label, VotumChoiceWordFunc word);
GtkWidget *votum_field_row_language (VotumDesk *desk, VotumThing *thing, guint field, const char *label);
GtkWidget *votum_field_row_prose    (VotumDesk *desk, VotumThing *thing, guint field, const char *label);

/* The same for something that does not exist yet: @place is where the words are kept meanwhile. */
GtkWidget  *votum_field_row_begin   (VotumDesk *desk, const char *place, const char *label, gboolean prose);
GtkWidget  *votum_field_row_begin_with (VotumDesk *desk, const char *place, const char *label, const char *initial);
void        votum_field_row_begin_afresh (GtkWidget *row, VotumDesk *desk, const char *place, const char *initial);
GObject    *votum_field_row_changes (GtkWidget *row);
GtkWidget  *votum_field_row_pick    (VotumDesk *desk, VotumKind kind, const char *label, const char *none);
VotumThing *votum_field_row_picked  (GtkWidget *row);
void        votum_field_row_set_picked (GtkWidget *row, VotumThing *thing);
char       *votum_field_row_text    (GtkWidget *row);
void        votum_field_row_clear   (GtkWidget *row);

G_END_DECLS
