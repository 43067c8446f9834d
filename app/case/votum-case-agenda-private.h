#pragma once

#include "votum-case-agenda.h"

G_BEGIN_DECLS

/* The marks for one finalist on one criterion in one round, as they were when the round was opened. */
typedef struct {
  VotumDecimal lowest;
  VotumDecimal highest;
  guint        n_marks;
  int          alone;         /* index among the marking jurors of who stands alone; -1: nobody */
  VotumDecimal alone_mark;
  VotumDecimal others_lowest;
  VotumDecimal others_highest;
  gboolean     wide;          /* they lie far apart */
} VotumCellSpread;

void       votum_case_cell_spread (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumThing *criterion, VotumCellSpread *spread);
GPtrArray *votum_agenda_propose   (VotumCase *self, VotumThing *round);
gboolean   votum_case_check_opened (VotumCase *self, VotumThing *round, GError **error);

G_END_DECLS
