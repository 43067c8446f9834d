#pragma once

#include "votum-case-jurors.h"
#include "votum-case-private.h"
#include "votum-severity.h"

G_BEGIN_DECLS

struct _VotumJurorsReport {
  VotumStanding  *standing;     /* while it is computed */
  guint           round;
  GArray         *jurors;       /* of VotumJurorLine */
  GArray         *entrants;     /* of VotumAdjustedLine, by the rule's place */
  GArray         *criteria;     /* of VotumRaschLine, by leaf */
  GPtrArray      *things;       /* keeps what the lines point to */
  double         *scores;       /* [entrant][juror], as in the standing */
  VotumSeverity  *severity;     /* (nullable) */
  gboolean        falling;
  char           *no_severity;
  char           *no_z;
  char           *no_rasch;
};

/* Fills in the lines' Rasch figures, or says why there are none; FALSE only when cancelled. */
gboolean votum_jurors_report_add_rasch (VotumJurorsReport *self, VotumCase *votum_case, GCancellable *cancellable, GError **error);

G_END_DECLS
