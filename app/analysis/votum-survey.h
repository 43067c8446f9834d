#pragma once

#include "votum-estimate.h"

G_BEGIN_DECLS

/* Figures from surveys. They inform; where a rule lets a measure decide, the score sheet computes it exactly. */

typedef struct {
  guint         n;
  guint         promoters;   /* 9 and 10 */
  guint         passives;    /* 7 and 8 */
  guint         detractors;  /* 0 to 6 */
  VotumEstimate nps;         /* -100 to 100; the interval is not clipped */
  double        se;
} VotumNps;

typedef struct {
  guint         n;
  VotumEstimate index;       /* 0 to 100 */
  double        se;          /* NAN with one answer */
} VotumIndex;

VotumNps      votum_nps_of_counts     (guint promoters, guint passives, guint detractors, double confidence);
VotumNps      votum_nps_of_answers    (const double *answers, guint n, double confidence);
VotumEstimate votum_wilson            (double yes, double n, double confidence);
VotumEstimate votum_widest_interval   (double value, double min, double max, double n, double confidence);
VotumEstimate votum_newcombe          (VotumEstimate a, VotumEstimate b);
VotumIndex    votum_index_of_answers  (const double *answers, guint n, double min, double max, double confidence);
void          votum_mean_of_items     (const double *items, guint n, guint n_items, guint least, double *means);
double        votum_composite         (const double *values, const double *weights, guint n, double *weight_present);

G_END_DECLS
