#pragma once

#include "votum-mark-scale.h"

G_BEGIN_DECLS

/**
 * VotumMarkPicker:
 *
 * Where a mark is given: a button for each value where they are few, else an entry; and one for what was not observed. For the
 * Tab key it is one place; the arrows move inside it.
 *
 * Signals: "give" (value), "take-back", "preview" (value, %NULL when none is looked at any more), "problem" (sentence).
 */
#define VOTUM_TYPE_MARK_PICKER (votum_mark_picker_get_type ())
G_DECLARE_FINAL_TYPE (VotumMarkPicker, votum_mark_picker, VOTUM, MARK_PICKER, GtkWidget)

void       votum_mark_picker_set_scale (VotumMarkPicker *self, VotumMarkScale *scale, const char *name);
void       votum_mark_picker_set_choices (VotumMarkPicker *self, const char *const *values, const char *const *labels, const char *name);
void       votum_mark_picker_set_value (VotumMarkPicker *self, const char *value);
void       votum_mark_picker_set_before (VotumMarkPicker *self, const char *value);
void       votum_mark_picker_begin     (VotumMarkPicker *self, const char *typed);
gboolean   votum_mark_picker_finish    (VotumMarkPicker *self);
gboolean   votum_mark_picker_is_typed  (VotumMarkPicker *self);

G_END_DECLS
