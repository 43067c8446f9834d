#include "votum-config.h"

#include "votum-bootstrap-private.h"

#include <string.h>

/* Juries where a total is the mean of the jurors' scores and nobody lacks one: many at a time, and nothing is allocated. */

#define BLOCK VOTUM_BOOTSTRAP_BLOCK

/* Two jurors drawn one after the other are one of m x m pairs, each as likely as the others: where the sums of the pairs are
 * no more than this, one number draws two jurors, and one addition adds both. */
#define MOST_PAIR_SCORES (1 << 15)

/* Two numbers side by side. */
typedef double Pair __attribute__ ((vector_size (16)));
typedef gint64 Mask __attribute__ ((vector_size (16)));

/**
 * votum_bootstrap_block_new:
 * @scores: (array): per juror one score an entrant, the highest best
 * @n_entrants: how many entrants
 * @n_jurors: how many jurors
 *
 * Returns: (transfer full): working memory
 */
VotumBootstrapBlock *
votum_bootstrap_block_new (const double *scores, guint n_entrants, guint n_jurors)
{
  VotumBootstrapBlock *self = g_new0 (VotumBootstrapBlock, 1);

  self->n_entrants = n_entrants;
  self->n_jurors = n_jurors;
  self->padded = (n_entrants + 1) / 2 * 2;
  if ((gsize) n_jurors * n_jurors * self->padded <= MOST_PAIR_SCORES)
    self->n_pairs = n_jurors / 2;
  self->scores = g_new0 (double, ((gsize) n_jurors + (self->n_pairs > 0 ? n_jurors * n_jurors : 0)) * self->padded + 2);
  for (guint k = 0; k < n_jurors; k++)
    for (guint i = 0; i < n_entrants; i++)
      self->scores[(gsize) k * self->padded + i] = scores[(gsize) k * n_entrants + i] / n_jurors;
  for (guint k = 0; k < n_jurors * n_jurors && self->n_pairs > 0; k++)
    for (guint i = 0; i < n_entrants; i++)
      self->scores[(gsize) (n_jurors + k) * self->padded + i] = self->scores[(gsize) (k / n_jurors) * self->padded + i] +
                                                                self->scores[(gsize) (k % n_jurors) * self->padded + i];
  self->jury = g_new0 (guint, n_jurors + 1);
  self->rows = g_new0 (double, (gsize) BLOCK * self->padded + 2);
  self->means = g_new0 (double, (gsize) self->padded * BLOCK + 2);
  self->ranks = g_new0 (guint32, (gsize) BLOCK * n_entrants + 1);
  return self;
}

/**
 * votum_bootstrap_block_free:
 * @self: (nullable) (transfer full): working memory
 */
void
votum_bootstrap_block_free (VotumBootstrapBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->scores);
  g_free (self->jury);
  g_free (self->rows);
  g_free (self->means);
  g_free (self->ranks);
  g_free (self);
}

/* The scores of a jury for @n pairs of entrants, 1 to 6, all in registers: @n is known when it is compiled. */
static inline __attribute__ ((always_inline)) void
add_jury (const guint *jury, guint n_drawn, const double *scores, guint n, double *row)
{
  Pair a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 }, e = { 0 }, f = { 0 };
  Pair *to = (Pair *) (gpointer) row;

  for (guint k = 0; k < n_drawn; k++)
    {
      const Pair *own = (const Pair *) (gconstpointer) (scores + jury[k]);

      a += own[0];
      if (n > 1)
        b += own[1];
      if (n > 2)
        c += own[2];
      if (n > 3)
        d += own[3];
      if (n > 4)
        e += own[4];
      if (n > 5)
        f += own[5];
    }
  to[0] = a;
  if (n > 1)
    to[1] = b;
  if (n > 2)
    to[2] = c;
  if (n > 3)
    to[3] = d;
  if (n > 4)
    to[4] = e;
  if (n > 5)
    to[5] = f;
}

/**
 * votum_bootstrap_block_draw:
 * @self: working memory
 * @draws: where the numbers come from
 *
 * Draws a block of juries and works out the means of their scores.
 */
void
votum_bootstrap_block_draw (VotumBootstrapBlock *self, VotumDraws *draws)
{
  guint n_jurors = self->n_jurors;
  guint n_pairs = self->n_pairs;
  guint n = n_jurors - n_pairs;
  guint padded = self->padded;
  guint *jury = self->jury;

  for (guint d = 0; d < BLOCK; d++)
    {
      double *row = self->rows + (gsize) d * padded;
      guint at = 0;

      for (guint k = 0; k < n_pairs; k++)
        jury[k] = (n_jurors + votum_draws_below (draws, n_jurors * n_jurors)) * padded;
      for (guint k = n_pairs; k < n; k++)
        jury[k] = votum_draws_below (draws, n_jurors) * padded;
      for (; at + 12 <= padded; at += 12)
        add_jury (jury, n, self->scores + at, 6, row + at);
      if (at + 10 == padded)
        {
          add_jury (jury, n, self->scores + at, 5, row + at);
          at += 10;
        }
      for (; at + 8 <= padded; at += 8)
        add_jury (jury, n, self->scores + at, 4, row + at);
      for (; at + 4 <= padded; at += 4)
        add_jury (jury, n, self->scores + at, 2, row + at);
      if (at < padded)
        add_jury (jury, n, self->scores + at, 1, row + at);
    }
  for (guint i = 0; i < self->n_entrants; i++)
    for (guint d = 0; d < BLOCK; d++)
      self->means[(gsize) i * BLOCK + d] = self->rows[(gsize) d * self->padded + i];
}

/**
 * votum_bootstrap_block_rank:
 * @self: working memory with a block of means
 * @equal: means that differ by no more are equal
 * @level: (array fixed-size=64) (out): per jury whether somebody is level with another
 *
 * Works out how many are better than each. Where nobody is level these numbers are all different.
 */
void
votum_bootstrap_block_rank (VotumBootstrapBlock *self, double equal, guint8 *level)
{
  gint64 all = (gint64) self->n_entrants * (self->n_entrants - 1) / 2;

  for (guint d = 0; d < BLOCK; d += 4)
    {
      Mask sum_a = { 0 }, sum_b = { 0 };

      for (guint i = 0; i < self->n_entrants; i++)
        {
          const Pair *own = (const Pair *) (gconstpointer) (self->means + (gsize) i * BLOCK + d);
          const Pair *other = (const Pair *) (gconstpointer) (self->means + d);
          guint32 *ranks = self->ranks + (gsize) d * self->n_entrants + i;
          Pair a = own[0] + equal, b = own[1] + equal;
          Mask better_a = { 0 }, better_b = { 0 };

          for (guint k = 0; k < self->n_entrants; k++, other += BLOCK / 2)
            {
              better_a -= other[0] > a;
              better_b -= other[1] > b;
            }
          sum_a += better_a;
          sum_b += better_b;
          ranks[0] = (guint32) better_a[0];
          ranks[self->n_entrants] = (guint32) better_a[1];
          ranks[2 * self->n_entrants] = (guint32) better_b[0];
          ranks[3 * self->n_entrants] = (guint32) better_b[1];
        }
      level[d] = sum_a[0] != all;
      level[d + 1] = sum_a[1] != all;
      level[d + 2] = sum_b[0] != all;
      level[d + 3] = sum_b[1] != all;
    }
}
