#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much a difference of d is preferred, from 0 to 1. */
typedef enum {
  VOTUM_PREFERENCE_USUAL,    /* any difference fully */
  VOTUM_PREFERENCE_U_SHAPE,  /* fully beyond q */
  VOTUM_PREFERENCE_V_SHAPE,  /* d/p, fully from p on */
  VOTUM_PREFERENCE_LEVEL,    /* half beyond q, fully beyond p */
  VOTUM_PREFERENCE_LINEAR,   /* (d-q)/(p-q) beyond q, fully from p on */
  VOTUM_PREFERENCE_GAUSSIAN, /* 1 - exp(-d^2/2s^2) */
} VotumPreference;

typedef struct {
  double          weight;
  gboolean        falling;   /* less is better */
  VotumPreference preference;
  double          q;         /* indifference: up to here */
  double          p;         /* preference: from here; of the Gaussian: s */
} VotumPrometheeCriterion;

double votum_preference_degree (const VotumPrometheeCriterion *criterion, double difference);
void   votum_promethee         (const double *values, guint n_entrants, const VotumPrometheeCriterion *criteria, guint n_criteria,
                                double *pi, double *plus, double *minus, double *net);
void   votum_promethee_profile (const double *values, guint n_entrants, const VotumPrometheeCriterion *criteria, guint n_criteria,
                                double *flows);

G_END_DECLS
