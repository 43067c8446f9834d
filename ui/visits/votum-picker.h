#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPicker:
 *
 * A button that shows a thing of the case, and a list to choose another one from: typing finds it by any part of its name.
 * When one is chosen the focus goes back to where it was, so that a text can be written on.
 *
 * Properties: "title" (what is chosen here), "none" (nullable: how it is called when nothing is chosen, and that it may be so),
 * "icon-name" (nullable: show this instead of what is chosen). Signal: "chosen" (thing or %NULL), when somebody has chosen.
 */
#define VOTUM_TYPE_PICKER (votum_picker_get_type ())
G_DECLARE_FINAL_TYPE (VotumPicker, votum_picker, VOTUM, PICKER, GtkWidget)

void        votum_picker_set_things (VotumPicker *self, VotumDesk *desk, GPtrArray *things);
void        votum_picker_set_chosen (VotumPicker *self, VotumThing *thing);
VotumThing *votum_picker_get_chosen (VotumPicker *self);
void        votum_picker_set_return (VotumPicker *self, GtkWidget *widget);
void        votum_picker_open       (VotumPicker *self);

G_END_DECLS
