#pragma once

#include "votum-case-look.h"
#include "votum-case-trial.h"
#include "votum-case-what-if.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumCompareLook:
 *
 * What the page looks at: a class and a round, some finalists, a jury without some of its members, weights that are tried. It works
 * the result out beside the window, the latest wish only, and stores nothing.
 *
 * Signals: "changed": there is another result, or none; "moved": weights were moved, and the result follows.
 */
#define VOTUM_TYPE_COMPARE_LOOK (votum_compare_look_get_type ())
G_DECLARE_FINAL_TYPE (VotumCompareLook, votum_compare_look, VOTUM, COMPARE_LOOK, GObject)

VotumCompareLook *votum_compare_look_new           (VotumDesk *desk);

VotumDesk        *votum_compare_look_get_desk      (VotumCompareLook *self);
VotumStanding    *votum_compare_look_get_standing  (VotumCompareLook *self);
const char       *votum_compare_look_get_reason    (VotumCompareLook *self);
guint             votum_compare_look_get_round     (VotumCompareLook *self);
VotumTrial       *votum_compare_look_get_trial     (VotumCompareLook *self);
VotumWhatIf      *votum_compare_look_get_model     (VotumCompareLook *self);
gboolean          votum_compare_look_is_large      (VotumCompareLook *self);
gboolean          votum_compare_look_is_settled    (VotumCompareLook *self);

void              votum_compare_look_refresh       (VotumCompareLook *self);
void              votum_compare_look_set_class     (VotumCompareLook *self, VotumThing *class_thing);
VotumThing       *votum_compare_look_get_class     (VotumCompareLook *self);
void              votum_compare_look_set_round     (VotumCompareLook *self, guint round);

/* Finalists and jurors that can be chosen, and whether they are. */
GPtrArray        *votum_compare_look_list          (VotumCompareLook *self, VotumKind kind);
gboolean          votum_compare_look_get_chosen    (VotumCompareLook *self, VotumThing *thing);
gboolean          votum_compare_look_choose        (VotumCompareLook *self, VotumThing *thing, gboolean chosen);
void              votum_compare_look_choose_all    (VotumCompareLook *self, VotumKind kind);

void              votum_compare_look_move          (VotumCompareLook *self, guint node, double value);
void              votum_compare_look_reset_weights (VotumCompareLook *self);
char             *votum_compare_look_describe      (VotumCompareLook *self);

G_END_DECLS
