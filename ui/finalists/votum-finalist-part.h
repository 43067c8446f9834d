#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumFinalistPart:
 *
 * What a case has of one kind about one finalist: the sections of the submission, the measures ... Each has a row, which stays as
 * long as what it shows is there, so that nothing that is being typed in it is lost when something else changes.
 */
#define VOTUM_TYPE_FINALIST_PART (votum_finalist_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (VotumFinalistPart, votum_finalist_part, VOTUM, FINALIST_PART, AdwPreferencesGroup)

/**
 * VotumFinalistPartClass:
 * @kind: what it lists
 * @includes: whether a thing is about the finalist; by default whether its field "entrant" says so
 * @compare: the order of two things; by default by position, or as they came
 * @new_row: a row for a thing
 * @update_row: (nullable): brings a row into line with its thing, also right after it was made
 * @shown: (nullable): another finalist, other rights, or other rows: what stands around them
 */
struct _VotumFinalistPartClass {
  AdwPreferencesGroupClass parent_class;

  VotumKind   kind;
  gboolean   (*includes)   (VotumFinalistPart *self, VotumThing *thing);
  int        (*compare)    (VotumThing *a, VotumThing *b);
  GtkWidget *(*new_row)    (VotumFinalistPart *self, VotumThing *thing);
  void       (*update_row) (VotumFinalistPart *self, GtkWidget *row, VotumThing *thing);
  void       (*shown)      (VotumFinalistPart *self, guint n_rows);

  gpointer padding[8];
};

void        votum_finalist_part_show        (VotumFinalistPart *self, VotumDesk *desk, VotumThing *entrant, gboolean editing);
VotumDesk  *votum_finalist_part_get_desk    (VotumFinalistPart *self);
VotumCase  *votum_finalist_part_get_case    (VotumFinalistPart *self);
VotumThing *votum_finalist_part_get_entrant (VotumFinalistPart *self);
gboolean    votum_finalist_part_get_editing (VotumFinalistPart *self);
GtkWidget  *votum_finalist_part_find_row    (VotumFinalistPart *self, VotumThing *thing);
gboolean    votum_finalist_part_may_add     (VotumFinalistPart *self, GtkWidget *button, const char *tooltip);
void        votum_finalist_part_remove      (VotumFinalistPart *self, VotumThing *thing, const char *said);

G_END_DECLS
