#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VOTUM_DRAWS_LAYERS 256

/**
 * VotumDraws:
 *
 * Random numbers for sampling: the same for the same seed, on every machine. The generator is xoshiro256++ 1.0 (Blackman and
 * Vigna 2021, ACM Transactions on Mathematical Software 47), seeded by splitmix64 as its authors ask for: 256 bits of state,
 * no known failure, and quick enough that drawing is not what sampling waits for; GSL's generators call through a
 * pointer for each number and need four times as long. Exponentials come from a ziggurat (Marsaglia and Tsang 2000). Not for
 * secrets.
 */
typedef struct {
  guint64 state[4];
  double  edges[VOTUM_DRAWS_LAYERS + 1];    /* of the ziggurat's layers, widest first */
  double  heights[VOTUM_DRAWS_LAYERS + 1];
} VotumDraws;

/* How far a long computation is, 0 to 1. */
typedef void (*VotumAnalysisProgress) (double fraction, gpointer data);

void   votum_draws_init             (VotumDraws *self, guint64 seed);
double votum_draws_exponential_rare (VotumDraws *self, guint layer, double z);
double votum_draws_normal           (VotumDraws *self);

static inline guint64
votum_draws_bits (VotumDraws *self)
{
  guint64 *s = self->state;
  guint64 sum = s[0] + s[3];
  guint64 result = ((sum << 23) | (sum >> 41)) + s[0];
  guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = (s[3] << 45) | (s[3] >> 19);
  return result;
}

/* 0 <= u < 1, in steps of 2^-53 */
static inline double
votum_draws_uniform (VotumDraws *self)
{
  return (double) (gint64) (votum_draws_bits (self) >> 11) * 0x1p-53;
}

/* 0 <= i < n: the high half of a product; for n below 2^16 no number is likelier than another by more than 2^-48 */
static inline guint
votum_draws_below (VotumDraws *self, guint n)
{
  return (guint) (((unsigned __int128) votum_draws_bits (self) * n) >> 64);
}

/* Exponential with mean 1: several of them, divided by their sum, are uniform on the simplex. */
static inline double
votum_draws_exponential (VotumDraws *self)
{
  guint64 bits = votum_draws_bits (self);
  guint layer = (guint) (bits & (VOTUM_DRAWS_LAYERS - 1));
  double z = (double) (gint64) (bits >> 11) * 0x1p-53 * self->edges[layer];

  if (G_LIKELY (z < self->edges[layer + 1]))
    return z;
  return votum_draws_exponential_rare (self, layer, z);
}

G_END_DECLS
