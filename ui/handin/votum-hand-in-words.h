#pragma once

#include "votum-case-hand-in.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* Handing in as words of the window. */

gboolean votum_hand_in_is_possible   (VotumCase *votum_case);
char    *votum_hand_in_lead          (VotumDesk *desk, VotumThing *round, const VotumHandInSummary *summary);
char    *votum_hand_in_state_words   (VotumDesk *desk, VotumThing *round, VotumHandInState state, VotumThing *ballot);
char    *votum_hand_in_marks_words   (const VotumHandInSummary *summary);
char    *votum_hand_in_recused_words (VotumDesk *desk, VotumThing *round);
char    *votum_hand_in_notes_words   (VotumDesk *desk);
char    *votum_hand_in_gap_words     (VotumDesk *desk, VotumThing *round, const VotumHandInGap *gap);
char    *votum_hand_in_file_name     (VotumCase *votum_case, VotumThing *round, guint number);
GFile   *votum_hand_in_find_file     (VotumCase *votum_case, VotumThing *ballot, const char *folder);
char    *votum_hand_in_send_words    (VotumDesk *desk, const char *folder);

char    *votum_receipt_short         (const char *receipt);
char    *votum_receipt_long          (const char *receipt);
char    *votum_receipt_document      (VotumDesk *desk, VotumThing *ballot, const char *file_name);
char    *votum_receipt_mail          (VotumDesk *desk, VotumThing *ballot, const char *file_name);

G_END_DECLS
