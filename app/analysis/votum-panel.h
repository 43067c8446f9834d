#pragma once

#include "votum-sheet.h"

G_BEGIN_DECLS

/* What the jurors together say about one entrant on one leaf. Only inside app/analysis. */

/* Marks are counted in whole units of the panel's finest decimal. Below this bound no sum of 65535 of
 * them, times their number, leaves 128 bits. */
#define VOTUM_PANEL_BOUND ((__int128) 1 << 80)

typedef enum {
  VOTUM_PANEL_MEAN,     /* there is one */
  VOTUM_PANEL_EMPTY,    /* no marks */
  VOTUM_PANEL_TOO_FEW,  /* fewer than the minimum, or than 3 left after dropping */
  VOTUM_PANEL_TOO_WIDE, /* marks so different in size and decimals that they can't be counted together */
} VotumPanelState;

typedef struct {
  __int128 units;
  guint    juror;
} VotumPanelMark;

typedef struct {
  const VotumTerms *terms;
  VotumDecimal      margin;
  VotumPanelMark   *marks;   /* of those jurors who marked */
  guint             n_marks;
  guint             scale;   /* a unit is 10^-scale */
  __int128          sum;     /* of the marks as given, in units */
} VotumPanel;

void            votum_panel_init      (VotumPanel *self, const VotumTerms *terms, guint n_jurors);
void            votum_panel_clear     (VotumPanel *self);
VotumPanelState votum_panel_read      (VotumPanel *self, const VotumCell *cells, guint n_jurors, VotumDecimal margin);
guint           votum_panel_mean      (VotumPanel *self, mpq_ptr mean);
gboolean        votum_panel_corrected (VotumPanel *self, guint juror, mpq_ptr mark);

G_END_DECLS
