#pragma once

#include "votum-panel.h"
#include "votum-rationals.h"
#include "votum-result.h"
#include "votum-weights.h"

G_BEGIN_DECLS

typedef struct _VotumPreferences VotumPreferences;

/* The parts of a result, for the files that compute it. Written by votum_result_compute() only, read by
 * all; a result in the hands of others never changes. */
struct _VotumResult {
  gatomicrefcount ref_count;
  VotumSheet     *sheet;
  VotumTerms     *terms;
  VotumWeights   *weights;
  guint           n_rounds;
  guint           n_entrants;
  guint           n_jurors;
  guint           n_leaves;

  /* [round][entrant][leaf] */
  guint8         *has_panel;
  mpq_t          *panels;      /* what enters the tree: after value function and rounding */
  mpq_t          *weighted;
  guint          *n_marks;

  /* [round][entrant] */
  guint8         *states;      /* VotumStandingState */
  guint8         *has_round;
  mpq_t          *rounds;      /* result of the round itself */
  guint8         *has_total;
  mpq_t          *totals;
  guint          *positions;
  guint8         *shared;

  /* [round] */
  int            *counting;    /* index among the rounds that count; a revote has that of the round before, or -1 */
  GPtrArray      *splits;      /* of GPtrArray of VotumTieSplit */

  /* Scratch of votum_result_juror_total(), the only part that is written later; hence the lock. */
  GMutex            lock;
  VotumPreferences *preferences;
};

static inline gsize
votum_result_at (const VotumResult *self, guint round, guint entrant)
{
  return (gsize) round * self->n_entrants + entrant;
}

static inline gsize
votum_result_at_leaf (const VotumResult *self, guint round, guint entrant, guint leaf)
{
  return votum_result_at (self, round, entrant) * self->n_leaves + leaf;
}

/* votum-result-compute.c */
VotumDecimal     votum_result_margin           (const VotumResult *self, guint round);
void             votum_result_apply_value      (const VotumResult *self, guint leaf, mpq_ptr value);
gboolean         votum_result_has_lowest_first (const VotumResult *self);
void             votum_result_round_weight      (const VotumResult *self, int after, int of, mpq_ptr weight);
gboolean         votum_result_too_wide         (const VotumResult *self, guint entrant, GError **error);

/* votum-places.c */
gboolean         votum_places_check            (const VotumSheet *sheet, const VotumTerms *terms, GError **error);
void             votum_places_compute_round    (VotumResult *self, guint round);

/* votum-preferences.c */
VotumPreferences *votum_preferences_new        (const VotumResult *result);
void              votum_preferences_free       (VotumPreferences *self);
gboolean          votum_preferences_total      (VotumPreferences *self, guint round, guint entrant, guint juror, mpq_ptr total);
guint            *votum_preferences_ranks      (VotumPreferences *self, guint round);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumPreferences, votum_preferences_free)

/* votum-ranking.c */
gboolean         votum_ranking_check           (const VotumSheet *sheet, const VotumTerms *terms, GError **error);
void             votum_ranking_compute_round   (VotumResult *self, guint round);

G_END_DECLS
