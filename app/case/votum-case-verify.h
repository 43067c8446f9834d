#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumVerification:
 * @differences: (element-type utf8): a sentence for each thing that does not hold
 * @remarks: (element-type utf8): a sentence for each thing that holds and should be known
 * @n_ballots: ballots that count
 * @n_unsealed: of them, those that were unsealed and compared with the marks
 * @n_marks: marks in the case
 * @n_entries: entries of the log
 * @log_head: the hash of the last of them, as the protocol prints it
 * @order: (nullable): the first place of each class, as it was computed anew
 *
 * Whether what a case says was decided follows from what it holds.
 */
typedef struct {
  GPtrArray *differences;
  GPtrArray *remarks;
  guint      n_ballots;
  guint      n_unsealed;
  guint      n_marks;
  guint      n_entries;
  char      *log_head;
  char      *order;
} VotumVerification;

VotumVerification *votum_case_verify_verdict (VotumCase *self, const char *passphrase, const VotumWork *work, GError **error);
void               votum_verification_free   (VotumVerification *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumVerification, votum_verification_free)

G_END_DECLS
