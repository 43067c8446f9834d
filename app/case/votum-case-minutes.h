#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/**
 * VotumWhere:
 * @VOTUM_WHERE_AWAY: has not come, or has left
 * @VOTUM_WHERE_PRESENT: is in the meeting
 * @VOTUM_WHERE_OUT: is out of the room, for a finalist or a class
 *
 * Where somebody is, as the minutes tell it.
 */
typedef enum {
  VOTUM_WHERE_AWAY,
  VOTUM_WHERE_PRESENT,
  VOTUM_WHERE_OUT,
} VotumWhere;

VotumThing *votum_case_running_meeting (VotumCase *self);
VotumThing *votum_case_last_meeting    (VotumCase *self);
GPtrArray  *votum_case_minutes         (VotumCase *self, VotumThing *meeting);
VotumWhere  votum_case_where           (VotumCase *self, VotumThing *meeting, VotumThing *juror);
guint       votum_case_n_voters        (VotumCase *self, VotumThing *meeting, VotumThing *entrant, VotumThing *class_thing);
GPtrArray  *votum_case_should_go_out   (VotumCase *self, VotumThing *meeting, VotumThing *point);

gboolean    votum_case_begin_meeting   (VotumCase *self, const char *place, GError **error);
gboolean    votum_case_end_meeting     (VotumCase *self, VotumThing *meeting, GError **error);
gboolean    votum_case_add_minute      (VotumCase *self, VotumThing *minute, GError **error);

/* votum-case-vote.c */
int         votum_case_judge_vote      (VotumCase *self, VotumThing *class_thing, guint votes_for, guint votes_against);
gboolean    votum_case_rules_votes     (VotumCase *self, VotumThing *class_thing);
char       *votum_case_vote_sentence   (VotumCase *self, VotumThing *class_thing, guint votes_for, guint votes_against, guint abstained);
gboolean    votum_case_add_vote        (VotumCase *self, VotumThing *minute, const char *reason, GError **error);

char       *votum_case_minute_words    (VotumCase *self, VotumThing *minute, const char *lang);

G_END_DECLS
