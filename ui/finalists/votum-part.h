#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPart:
 *
 * What a case has of one kind about one finalist or one member of the jury: the sections of a submission, measures, recusals ...
 * Each has a row, which stays as long as what it shows is there, so that nothing that is being typed in it is lost when something
 * else changes.
 */
#define VOTUM_TYPE_PART (votum_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (VotumPart, votum_part, VOTUM, PART, AdwPreferencesGroup)

/**
 * VotumPartClass:
 * @kind: what it lists
 * @limit: how many of them at most, the first in their order; 0 for all
 * @includes: whether a thing is about the subject; by default whether its field "entrant" says so
 * @compare: the order of two things; by default by position, or as they came
 * @new_row: a row for a thing
 * @update_row: (nullable): brings a row into line with its thing, also right after it was made
 * @shown: (nullable): another subject, other rights, or other rows: what stands around them
 */
struct _VotumPartClass {
  AdwPreferencesGroupClass parent_class;

  VotumKind   kind;
  guint       limit;
  gboolean   (*includes)   (VotumPart *self, VotumThing *thing);
  int        (*compare)    (VotumThing *a, VotumThing *b);
  GtkWidget *(*new_row)    (VotumPart *self, VotumThing *thing);
  void       (*update_row) (VotumPart *self, GtkWidget *row, VotumThing *thing);
  void       (*shown)      (VotumPart *self, guint n_rows);

  gpointer padding[7];
};

void        votum_part_show        (VotumPart *self, VotumDesk *desk, VotumThing *subject, gboolean editing);
VotumDesk  *votum_part_get_desk    (VotumPart *self);
VotumCase  *votum_part_get_case    (VotumPart *self);
VotumThing *votum_part_get_subject (VotumPart *self);
guint       votum_part_get_n_all   (VotumPart *self);
gboolean    votum_part_get_editing (VotumPart *self);
GtkWidget  *votum_part_find_row    (VotumPart *self, VotumThing *thing);
gboolean    votum_part_may_add     (VotumPart *self, GtkWidget *button, const char *tooltip);
void        votum_part_remove      (VotumPart *self, VotumThing *thing, const char *said);

G_END_DECLS
