#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Fewer marks than these, in all and for each number that is to be found, tell nothing: ours, not the literature's. */
#define VOTUM_RASCH_MIN_MARKS               30
#define VOTUM_RASCH_MIN_MARKS_PER_PARAMETER 3

typedef enum {
  VOTUM_RASCH_ENTRANT,
  VOTUM_RASCH_JUROR,
  VOTUM_RASCH_CRITERION,
  VOTUM_RASCH_N_FACETS,
} VotumRaschFacet;

typedef enum {
  VOTUM_RASCH_ESTIMATED,
  VOTUM_RASCH_NO_MARKS,   /* or only such as went with an extreme element */
  VOTUM_RASCH_ALL_LOWEST, /* extreme: all marks are the lowest there are, so there is no finite measure */
  VOTUM_RASCH_ALL_HIGHEST,
} VotumRaschState;

typedef struct {
  guint at[VOTUM_RASCH_N_FACETS]; /* index of the entrant, the juror and the criterion */
  guint category;                 /* which mark: 0 is the lowest of the scale */
} VotumRaschMark;

/* The marks and what they are about. Names are for messages only. */
typedef struct {
  guint                 n[VOTUM_RASCH_N_FACETS];
  guint                 n_categories;
  const double         *values;                      /* [category]: the mark itself, ascending */
  const VotumRaschMark *marks;
  guint                 n_marks;
  const char * const   *names[VOTUM_RASCH_N_FACETS]; /* (nullable) */
} VotumRaschData;

typedef struct _VotumRasch VotumRasch;

VotumRasch     *votum_rasch_compute       (const VotumRaschData *data, GCancellable *cancellable, GError **error);
void            votum_rasch_free          (VotumRasch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumRasch, votum_rasch_free)

VotumRaschState votum_rasch_state         (const VotumRasch *self, VotumRaschFacet facet, guint index);
/* In logits; of an entrant: ability, of a juror: severity, of a criterion: difficulty. NAN where not estimated, as are all below. */
double          votum_rasch_measure       (const VotumRasch *self, VotumRaschFacet facet, guint index);
double          votum_rasch_se            (const VotumRasch *self, VotumRaschFacet facet, guint index);
double          votum_rasch_infit         (const VotumRasch *self, VotumRaschFacet facet, guint index);
double          votum_rasch_outfit        (const VotumRasch *self, VotumRaschFacet facet, guint index);
/* The mark to be expected of the element where all others are average, in the unit of the marks. */
double          votum_rasch_fair          (const VotumRasch *self, VotumRaschFacet facet, guint index);
guint           votum_rasch_n_used        (const VotumRasch *self, VotumRaschFacet facet, guint index); /* marks */
guint           votum_rasch_n_marks       (const VotumRasch *self);                  /* marks that were used */
guint           votum_rasch_n_categories  (const VotumRasch *self);                  /* that were used */
guint           votum_rasch_category      (const VotumRasch *self, guint used);      /* which of the scale */
double          votum_rasch_threshold     (const VotumRasch *self, guint step);      /* from the used category before, step >= 1 */
double          votum_rasch_loglik        (const VotumRasch *self);
double          votum_rasch_residual      (const VotumRasch *self, guint entrant, guint juror); /* marks minus what was expected, in categories */
gboolean        votum_rasch_local         (const VotumRasch *self, guint entrant, guint juror, double *measure, double *se);

G_END_DECLS
