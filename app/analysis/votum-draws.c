#include "votum-config.h"

#include "votum-draws.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* Where the lowest layer of 256 ends, and the area of each (Marsaglia and Tsang 2000, Journal of Statistical Software 5). */
#define ZIGGURAT_END  7.69711747013104972
#define ZIGGURAT_AREA 0.0039496598225815571993

static guint64
splitmix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/**
 * votum_draws_init:
 * @self: a generator
 * @seed: any number; the same one gives the same numbers
 */
void
votum_draws_init (VotumDraws *self, guint64 seed)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->state); i++)
    self->state[i] = splitmix (&seed);
  self->edges[0] = ZIGGURAT_AREA / exp (-ZIGGURAT_END);
  self->edges[1] = ZIGGURAT_END;
  for (guint i = 2; i < VOTUM_DRAWS_LAYERS; i++)
    self->edges[i] = -log (ZIGGURAT_AREA / self->edges[i - 1] + exp (-self->edges[i - 1]));
  self->edges[VOTUM_DRAWS_LAYERS] = 0;
  for (guint i = 0; i <= VOTUM_DRAWS_LAYERS; i++)
    self->heights[i] = exp (-self->edges[i]);
}

/**
 * votum_draws_exponential_rare:
 * @self: a generator
 * @layer: layer of the ziggurat
 * @z: where in it
 *
 * What votum_draws_exponential() does once in a hundred draws: the tail, or the edge of a layer.
 *
 * Returns: an exponential with mean 1
 */
double
votum_draws_exponential_rare (VotumDraws *self, guint layer, double z)
{
  double beyond = 0;

  for (;;)
    {
      double height;

      /* behind the end it looks as from the beginning */
      if (layer == 0)
        beyond += ZIGGURAT_END;
      else
        {
          height = self->heights[layer] +
                   votum_draws_uniform (self) * (self->heights[layer + 1] - self->heights[layer]);
          if (height < exp (-z))
            return beyond + z;
        }
      layer = votum_draws_below (self, VOTUM_DRAWS_LAYERS);
      z = votum_draws_uniform (self) * self->edges[layer];
      if (z < self->edges[layer + 1])
        return beyond + z;
    }
}

/**
 * votum_draws_normal:
 * @self: a generator
 *
 * Returns: a number from the standard normal distribution
 */
double
votum_draws_normal (VotumDraws *self)
{
  double uniform;

  do
    uniform = votum_draws_uniform (self);
  while (uniform <= 0);
  return gsl_cdf_ugaussian_Pinv (uniform);
}
