#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

#define VOTUM_N_ROLES 5
#define VOTUM_N_DEGREES 3

/* What is said of the jury, its roles and its recusals, the same on every page. */

const char *votum_role_word              (int role);
const char *votum_role_meaning           (int role);
char       *votum_jury_roles             (VotumThing *juror);
gboolean    votum_jury_gives_marks       (VotumThing *juror);

const char *votum_recusal_degree_word    (int degree);
const char *votum_recusal_degree_meaning (int degree);
char       *votum_recusal_from           (VotumDesk *desk, VotumThing *recusal);
guint       votum_recusal_n_marks        (VotumDesk *desk, VotumThing *recusal);
char       *votum_recusal_marks_by_round (VotumDesk *desk, VotumThing *recusal);

G_END_DECLS
