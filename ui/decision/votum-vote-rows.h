#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VotumVotes:
 * @yes: votes for
 * @no: votes against
 * @abstained: who gave none
 *
 * How a vote was counted.
 */
typedef struct {
  guint yes;
  guint no;
  guint abstained;
} VotumVotes;

#define VOTUM_TYPE_VOTE_ROWS (votum_vote_rows_get_type ())
G_DECLARE_FINAL_TYPE (VotumVoteRows, votum_vote_rows, VOTUM, VOTE_ROWS, AdwPreferencesGroup)

void       votum_vote_rows_set (VotumVoteRows *self, const VotumVotes *votes);
VotumVotes votum_vote_rows_get (VotumVoteRows *self);
void       votum_vote_rows_grab (VotumVoteRows *self);

G_END_DECLS
