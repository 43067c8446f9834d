#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* What cases were like when they were open last: so much as can be said of a case without opening it. */
typedef struct _VotumSummaries VotumSummaries;

void            votum_summaries_write (VotumDesk *desk);

VotumSummaries *votum_summaries_read  (void);
void            votum_summaries_free  (VotumSummaries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumSummaries, votum_summaries_free)
char           *votum_summaries_title (VotumSummaries *self, GFile *file);
char           *votum_summaries_next  (VotumSummaries *self, GFile *file);
char           *votum_summaries_uuid  (VotumSummaries *self, GFile *file);
gboolean        votum_summaries_precede (VotumSummaries *self, GFile *file, VotumDesk *desk);

G_END_DECLS
