#pragma once

#include "votum-sheet.h"

G_BEGIN_DECLS

struct _VotumSheet {
  gatomicrefcount ref_count;
  guint           n_rounds;
  guint           n_entrants;
  guint           n_jurors;
  GArray         *nodes;      /* of VotumSheetNode, parents first */
  GArray         *leaves;     /* of guint: node of a leaf */
  VotumCell      *cells;      /* [round][entrant][leaf][juror], so that a panel is one run; NULL: no mark yet */
  VotumCell      *measures;   /* [entrant][leaf]; NULL: none yet */
  GHashTable     *agreed;     /* index of round, entrant, leaf + 1 -> VotumDecimal; NULL: none */
  guint8         *in_round;   /* [round][entrant] */
  guint8         *revote;     /* [round] */
  guint          *chair;      /* [round + 1][entrant]; the first row holds for all rounds */
  char          **names;      /* [entrant] */
  gboolean        falling;
};

static inline gsize
votum_sheet_cell_index (const VotumSheet *self, guint round, guint entrant, guint juror, guint leaf)
{
  return (((gsize) round * self->n_entrants + entrant) * self->leaves->len + leaf) * self->n_jurors + juror;
}

static inline gpointer
votum_sheet_panel_key (const VotumSheet *self, guint round, guint entrant, guint leaf)
{
  return GSIZE_TO_POINTER (((gsize) round * self->n_entrants + entrant) * self->leaves->len + leaf + 1);
}

G_END_DECLS
