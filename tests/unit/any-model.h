#pragma once

#include "votum-what-if.h"

#include <math.h>

/* Values and weights by chance, for what must hold of all of them. */

#define MAX_ENTRANTS 6
#define MAX_LEAVES 6

static inline VotumWhatIf *
any_model (GRand *random, guint n_entrants, guint n_leaves, gboolean lacking)
{
  double values[MAX_ENTRANTS * MAX_LEAVES], weights[MAX_LEAVES];

  for (guint i = 0; i < n_leaves; i++)
    weights[i] = g_rand_double_range (random, 0.05, 1);
  for (guint i = 0; i < n_entrants * n_leaves; i++)
    values[i] = lacking && g_rand_int_range (random, 0, 6) == 0 ? NAN : g_rand_int_range (random, 10, 101) / 10.0;
  for (guint i = 0; i < n_entrants; i++)
    values[i * n_leaves] = 5 + i / 10.0;
  return votum_what_if_new_plain (values, n_entrants, n_leaves, weights);
}
