#pragma once

#include "votum-case-result.h"
#include "votum-opinions.h"

G_BEGIN_DECLS

/**
 * VotumSecondOpinions:
 *
 * The order of the finalists after a round by other methods than the rule's, where it differs, and why. It informs and never
 * decides. A snapshot.
 */
typedef struct _VotumSecondOpinions VotumSecondOpinions;

VotumSecondOpinions *votum_case_second_opinions          (VotumCase *self, VotumStanding *standing, guint round,
                                                          GCancellable *cancellable, GError **error);
void                 votum_second_opinions_free          (VotumSecondOpinions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumSecondOpinions, votum_second_opinions_free)

const char          *votum_second_opinions_key           (VotumOpinionMethod method);
const char          *votum_second_opinions_name          (VotumOpinionMethod method);
const VotumOpinion  *votum_second_opinions_get           (const VotumSecondOpinions *self, VotumOpinionMethod method);
guint                votum_second_opinions_n_entrants    (const VotumSecondOpinions *self);
guint                votum_second_opinions_entrant       (const VotumSecondOpinions *self, guint i);
const char          *votum_second_opinions_entrant_name  (const VotumSecondOpinions *self, guint entrant);
guint                votum_second_opinions_place         (const VotumSecondOpinions *self, guint entrant);
guint                votum_second_opinions_n_other       (const VotumSecondOpinions *self);
char                *votum_second_opinions_finding       (const VotumSecondOpinions *self);
char                *votum_second_opinions_sentence      (const VotumSecondOpinions *self, VotumOpinionMethod method, const char *lang);

G_END_DECLS
