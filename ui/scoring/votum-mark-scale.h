#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* What a juror gives where nothing was observed, among the canonical texts of marks: "5", "7.5". */
#define VOTUM_MARK_NONE_OBSERVED "n"

/**
 * VotumMarkScale:
 *
 * A scale as a juror uses it: its values where they are few enough for a button and a key each, its levels with what they
 * mean, and what may be typed.
 */
#define VOTUM_TYPE_MARK_SCALE (votum_mark_scale_get_type ())
G_DECLARE_FINAL_TYPE (VotumMarkScale, votum_mark_scale, VOTUM, MARK_SCALE, GObject)

VotumMarkScale *votum_mark_scale_new         (VotumDesk *desk, VotumScale *scale);

guint           votum_mark_scale_n_buttons   (VotumMarkScale *self);
const char     *votum_mark_scale_get_button  (VotumMarkScale *self, guint i);
gboolean        votum_mark_scale_has_button  (VotumMarkScale *self, const char *value);
gboolean        votum_mark_scale_is_falling  (VotumMarkScale *self);

char           *votum_mark_scale_parse       (VotumMarkScale *self, const char *typed, GError **error);
char           *votum_mark_scale_range       (VotumMarkScale *self);
char           *votum_mark_scale_top         (VotumMarkScale *self);
char           *votum_mark_scale_describe    (VotumMarkScale *self, const char *value);
VotumThing     *votum_mark_scale_find_level  (VotumMarkScale *self, const char *value, gboolean *exact);
char           *votum_mark_scale_levels      (VotumMarkScale *self);
const char     *votum_mark_scale_meaning     (VotumMarkScale *self, const char *value);
double          votum_mark_scale_height      (VotumMarkScale *self, const char *value);

int             votum_mark_digit_of          (guint keyval);
char           *votum_mark_text              (const VotumMark *mark);

G_END_DECLS
