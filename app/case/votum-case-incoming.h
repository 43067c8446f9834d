#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumIncoming:
 * @file: the sealed bytes
 * @receipt: their digest
 * @time: when it was handed in, as its juror's program says
 * @juror: whose it is; of the case
 * @round: the round it is for; of the case
 * @number: which ballot of the juror in the round
 * @replaces: (nullable): the ballot that it would replace; of the case
 * @late: whether its round has been opened already
 * @dispute: (nullable): why it may not be taken in: another copy hands in as @juror
 *
 * A ballot that may be taken in, or that needs somebody to ask whose it is, and has not been yet. Of what stands in it nothing is told.
 */
typedef struct {
  GBytes     *file;
  char       *receipt;
  char       *time;
  VotumThing *juror;
  VotumThing *round;
  guint       number;
  VotumThing *replaces;
  gboolean    late;
  char       *dispute;
} VotumIncoming;

void           votum_case_look_at_ballot_async  (VotumCase *self, const char *path, GAsyncReadyCallback callback, gpointer user_data);
VotumIncoming *votum_case_look_at_ballot_finish (VotumCase *self, GAsyncResult *result, GError **error);
VotumThing    *votum_case_take_in_incoming      (VotumCase *self, const VotumIncoming *incoming, const char *late_reason, GError **error);
void           votum_incoming_free              (VotumIncoming *incoming);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumIncoming, votum_incoming_free)

G_END_DECLS
