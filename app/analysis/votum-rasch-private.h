#pragma once

#include "votum-rasch.h"

G_BEGIN_DECLS

/* The parts of a many-facet Rasch model, for the files that compute it. */
struct _VotumRasch {
  guint           n[VOTUM_RASCH_N_FACETS];
  guint8         *states[VOTUM_RASCH_N_FACETS];      /* VotumRaschState */
  int            *parameters[VOTUM_RASCH_N_FACETS];  /* index into estimates, -1: none */
  guint          *n_used[VOTUM_RASCH_N_FACETS];
  guint           n_estimated[VOTUM_RASCH_N_FACETS];
  guint           first_threshold;                   /* index into estimates */
  guint           n_parameters;
  double         *estimates;
  double         *information;                       /* [parameter]: sum of the variances of its marks */
  double         *squares;                           /* [parameter]: sum of the squared residuals */
  double         *standardised;                      /* [parameter]: the same, each over its variance */

  VotumRaschMark *marks;                             /* those that are used, in categories that are used */
  guint           n_marks;
  guint           n_categories;
  guint          *categories;                        /* [used]: category of the scale */
  double         *values;                            /* [used]: the mark itself */
  double         *cumulated;                         /* [used]: sum of the thresholds up to it */
  double          loglik;
};

#define VOTUM_RASCH_SIGN(facet) ((facet) == VOTUM_RASCH_ENTRANT ? 1 : -1)

/* votum-rasch-fit.c */
double   votum_rasch_expect       (const VotumRasch *self, double theta, double *probabilities, double *variance);
double   votum_rasch_theta        (const VotumRasch *self, const VotumRaschMark *mark);
gboolean votum_rasch_is_connected (const VotumRasch *self);
gboolean votum_rasch_fit          (VotumRasch *self, GCancellable *cancellable, GError **error);

G_END_DECLS
