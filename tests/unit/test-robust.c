#include "small-sheet.h"
#include "votum-bootstrap.h"
#include "votum-crossovers.h"
#include "votum-leave-out.h"
#include "votum-resample.h"
#include "votum-smaa.h"
#include "votum-smallest-change.h"

#include <math.h>
#include <string.h>

/* How sure an order is: what must hold for all numbers there are. */

#define MAX_ENTRANTS 6
#define MAX_LEAVES 6

static VotumWhatIf *
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

static void
order_at (const VotumWhatIf *model, guint node, double share, guint *ranks)
{
  double weights[MAX_LEAVES], totals[MAX_ENTRANTS];

  votum_what_if_move (model, votum_what_if_stored (model), node, share, weights);
  votum_what_if_exact (model, weights, totals);
  votum_what_if_ranks (model, totals, ranks);
}

/* ---- the generator ---- */

/* The first numbers of xoshiro256++ from the state 1, 2, 3, 4, as its authors' own program prints them. */
static void
test_generator (void)
{
  const guint64 expected[] = { 41943041, 58720359, 3588806011781223, 3591011842654386 };
  g_autofree VotumDraws *draws = g_new (VotumDraws, 1);
  double sum = 0, squares = 0, normal = 0;
  guint64 small = 0;

  votum_draws_init (draws, 0);
  for (guint i = 0; i < 4; i++)
    draws->state[i] = i + 1;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (votum_draws_bits (draws), ==, expected[i]);

  votum_draws_init (draws, 7);
  for (guint i = 0; i < 1000000; i++)
    {
      double x = votum_draws_exponential (draws);

      g_assert_cmpfloat (x, >=, 0);
      sum += x;
      squares += x * x;
      small += x < 0.1;
      normal += votum_draws_normal (draws);
    }
  g_assert_cmpfloat_with_epsilon (sum / 1e6, 1, 0.005);
  g_assert_cmpfloat_with_epsilon (squares / 1e6, 2, 0.02);
  g_assert_cmpfloat_with_epsilon (small / 1e6, 1 - exp (-0.1), 0.002);
  g_assert_cmpfloat_with_epsilon (normal / 1e6, 0, 0.005);
}

/* ---- crossovers ---- */

static void
check_walk (const VotumWhatIf *model, guint node)
{
  g_autoptr(VotumCrossovers) walk = votum_crossovers_compute (model, votum_what_if_stored (model), node);
  guint n = votum_what_if_n_entrants (model);
  guint now[MAX_ENTRANTS], ranks[MAX_ENTRANTS], before[MAX_ENTRANTS], after[MAX_ENTRANTS];

  order_at (model, node, walk->share, now);
  for (guint i = 0; i < walk->crossings->len; i++)
    {
      const VotumCrossing *crossing = &g_array_index (walk->crossings, VotumCrossing, i);

      order_at (model, node, crossing->share, ranks);
      g_assert_cmpuint (ranks[crossing->before], ==, ranks[crossing->after]);
      order_at (model, node, MAX (crossing->share - 1e-6, 0), before);
      order_at (model, node, MIN (crossing->share + 1e-6, 1), after);
      if (crossing->share > 1e-5)
        g_assert_cmpuint (before[crossing->before], <, before[crossing->after]);
      if (crossing->share < 1 - 1e-5)
        g_assert_cmpuint (after[crossing->before], >, after[crossing->after]);
    }
  /* inside the intervals nothing changes, and who is said to lead does */
  for (guint step = 1; step < 500; step++)
    {
      double share = step / 500.0;

      order_at (model, node, share, ranks);
      if (share > walk->order_low + 1e-6 && share < walk->order_high - 1e-6)
        g_assert_cmpmem (ranks, n * sizeof (guint), now, n * sizeof (guint));
      for (guint i = 0; i < n && share > walk->top_low + 1e-6 && share < walk->top_high - 1e-6; i++)
        g_assert_true ((ranks[i] == 1) == (now[i] == 1));
      for (guint i = 0; i < walk->leading->len; i++)
        {
          const VotumLeading *leading = &g_array_index (walk->leading, VotumLeading, i);

          if (share > leading->from + 1e-6 && share < leading->to - 1e-6)
            g_assert_cmpuint (ranks[leading->leader], ==, 1);
        }
    }
}

static void
test_crossovers (void)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      guint n_leaves = (guint) g_rand_int_range (random, 2, MAX_LEAVES + 1);
      g_autoptr(VotumWhatIf) model = any_model (random, (guint) g_rand_int_range (random, 2, MAX_ENTRANTS + 1), n_leaves, seed % 2);

      for (guint node = 0; node < n_leaves; node++)
        check_walk (model, node);
    }
}

/* Level from the beginning: the interval is the point where it stands. */
static void
test_level (void)
{
  const double values[] = { 6, 4, 4, 6, 1, 1 };
  const double weights[] = { 1, 1 };
  g_autoptr(VotumWhatIf) model = votum_what_if_new_plain (values, 3, 2, weights);
  g_autoptr(VotumCrossovers) walk = votum_crossovers_compute (model, votum_what_if_stored (model), 0);

  g_assert_cmpfloat (walk->top_low, ==, walk->share);
  g_assert_cmpfloat (walk->top_high, ==, walk->share);
  g_assert_cmpuint (walk->leading->len, ==, 2);
  g_assert_cmpuint (g_array_index (walk->leading, VotumLeading, 0).leader, ==, 1);
  g_assert_cmpuint (g_array_index (walk->leading, VotumLeading, 1).leader, ==, 0);
}

/* ---- the smallest change ---- */

static double
moved (const double *a, const double *b, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += fabs (a[i] - b[i]) / 2;
  return sum;
}

/* No weights nearer than those said make anybody else first. */
static void
check_smallest (GRand *random, const VotumWhatIf *model, guint n_entrants, guint n_leaves)
{
  const double *stored = votum_what_if_stored (model);
  double totals[MAX_ENTRANTS], least = INFINITY;
  guint ranks[MAX_ENTRANTS], order[MAX_ENTRANTS];

  votum_what_if_exact (model, stored, totals);
  votum_what_if_order (model, totals, order);
  for (guint i = 1; i < n_entrants; i++)
    {
      g_autoptr(VotumSmallestChange) change = votum_smallest_change_compute (model, stored, order[0], order[i]);
      double sum = 0;

      if (!change->possible)
        continue;
      for (guint k = 0; k < n_leaves; k++)
        {
          g_assert_cmpfloat (change->weights[k], >=, -1e-12);
          sum += change->weights[k];
        }
      g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (moved (change->weights, stored, n_leaves), change->moved, 1e-9);
      votum_what_if_exact (model, change->weights, totals);
      g_assert_cmpfloat_with_epsilon (totals[order[i]], totals[order[0]], 1e-6);
      least = MIN (least, change->moved);
    }
  for (guint i = 0; i < 4000; i++)
    {
      double weights[MAX_LEAVES], sum = 0;
      double way = g_rand_double (random);

      for (guint k = 0; k < n_leaves; k++)
        sum += weights[k] = -log (1 - g_rand_double (random));
      for (guint k = 0; k < n_leaves; k++)
        weights[k] = stored[k] + (weights[k] / sum - stored[k]) * way;
      if (moved (weights, stored, n_leaves) > least - 1e-9)
        continue;
      votum_what_if_exact (model, weights, totals);
      votum_what_if_ranks (model, totals, ranks);
      g_assert_cmpuint (ranks[order[0]], ==, 1);
    }
}

static void
test_smallest (void)
{
  for (guint seed = 0; seed < 80; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      guint n_entrants = (guint) g_rand_int_range (random, 2, MAX_ENTRANTS + 1);
      guint n_leaves = (guint) g_rand_int_range (random, 2, MAX_LEAVES + 1);
      g_autoptr(VotumWhatIf) model = any_model (random, n_entrants, n_leaves, FALSE);

      check_smallest (random, model, n_entrants, n_leaves);
    }
}

/* By hand: 70 against 65 at half and half; each tenth of the weight that moves to the second brings the challenger 2 nearer. */
static void
test_smallest_by_hand (void)
{
  const double values[] = { 80, 60, 65, 65, 10, 10 };
  const double weights[] = { 1, 1 };
  g_autoptr(VotumWhatIf) model = votum_what_if_new_plain (values, 3, 2, weights);
  g_autoptr(VotumSmallestChange) change = votum_smallest_change_compute (model, votum_what_if_stored (model), 0, 1);
  g_autoptr(VotumSmallestChange) never = votum_smallest_change_compute (model, votum_what_if_stored (model), 0, 2);

  g_assert_true (change->possible && change->exact);
  g_assert_cmpfloat_with_epsilon (change->moved, 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (change->weights[1], 0.75, 1e-12);
  g_assert_false (never->possible);
}

/* Where values are missing the change said is one that is enough. */
static void
test_smallest_missing (void)
{
  guint n_found = 0;

  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(VotumWhatIf) model = any_model (random, 4, 5, TRUE);
      double totals[MAX_ENTRANTS];
      guint order[MAX_ENTRANTS];

      votum_what_if_exact (model, votum_what_if_stored (model), totals);
      votum_what_if_order (model, totals, order);
      for (guint i = 1; i < 4; i++)
        {
          g_autoptr(VotumSmallestChange) change = votum_smallest_change_compute (model, votum_what_if_stored (model), order[0], order[i]);

          if (!change->possible)
            continue;
          n_found++;
          votum_what_if_exact (model, change->weights, totals);
          g_assert_cmpfloat_with_epsilon (totals[order[i]], totals[order[0]], 1e-6);
        }
    }
  g_assert_cmpuint (n_found, >, 100);
}

/* ---- all weights ---- */

static VotumSmaa *
smaa (const VotumWhatIf *model, guint n, const guint *importance)
{
  VotumSmaaOptions options = { .n_draws = n, .seed = 5, .importance = importance };
  g_autoptr(GError) error = NULL;
  VotumSmaa *self = votum_smaa_compute (model, &options, NULL, &error);

  g_assert_no_error (error);
  return self;
}

static void
check_sums (const VotumSmaa *self)
{
  for (guint i = 0; i < self->n_entrants; i++)
    {
      double row = 0, column = 0;

      for (guint k = 0; k < self->n_entrants; k++)
        {
          row += self->acceptability[i * self->n_entrants + k];
          column += self->acceptability[k * self->n_entrants + i];
        }
      g_assert_cmpfloat_with_epsilon (row, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (column, 1, 1e-9);
      if (!isnan (self->central[i * self->n_leaves]))
        {
          double sum = 0;

          for (guint k = 0; k < self->n_leaves; k++)
            sum += self->central[i * self->n_leaves + k];
          g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
        }
    }
}

/* The same seed gives the same numbers; other names, or values in another unit, give the same up to the order. */
static void
test_smaa (void)
{
  for (guint seed = 0; seed < 10; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(VotumWhatIf) model = any_model (random, 5, 4, seed % 2);
      g_autoptr(VotumSmaa) first = smaa (model, 5000, NULL);
      g_autoptr(VotumSmaa) second = smaa (model, 5000, NULL);

      check_sums (first);
      g_assert_cmpmem (first->acceptability, 25 * sizeof (double), second->acceptability, 25 * sizeof (double));
    }
}

/* The plain way: each set of weights by itself, through the model that also tells the totals. */
static void
test_smaa_plain (void)
{
  enum { N_DRAWS = 20000 };

  for (guint seed = 0; seed < 8; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(VotumWhatIf) model = any_model (random, 5, 4, seed % 2);
      g_autoptr(VotumSmaa) self = smaa (model, N_DRAWS, NULL);
      guint counts[5][5] = { { 0 } };

      for (guint i = 0; i < N_DRAWS; i++)
        {
          double weights[4], totals[5];
          guint ranks[5];

          for (guint k = 0; k < 4; k++)
            weights[k] = -log (1 - g_rand_double (random));
          votum_what_if_exact (model, weights, totals);
          votum_what_if_ranks (model, totals, ranks);
          for (guint k = 0; k < 5; k++)
            counts[k][ranks[k] - 1]++;
        }
      for (guint i = 0; i < 25; i++)
        g_assert_cmpfloat_with_epsilon (self->acceptability[i], counts[i / 5][i % 5] / (double) N_DRAWS, 0.02);
    }
}

/* The same for juries drawn: one by one, through a function, and many at a time give the same shares. */
static void
score_given (const guint *times, double *totals, gpointer data)
{
  const double *given = data;

  for (guint i = 0; i < 4; i++)
    {
      totals[i] = 0;
      for (guint k = 0; k < 10; k++)
        totals[i] += times[k] * given[i * 10 + k] / 10;
    }
}

static void
test_bootstrap_ways (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (9);
  double given[4 * 10];
  VotumBootstrapOptions options = { .n_draws = 40000, .seed = 1, .first = 0, .second = 1 };
  g_autoptr(VotumBootstrap) many = NULL;
  g_autoptr(VotumBootstrap) each = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    given[i] = g_rand_int_range (random, 2, 13) / 2.0;
  many = votum_bootstrap_compute (given, 4, 10, &options, NULL, NULL);
  options.score = score_given;
  options.score_data = given;
  each = votum_bootstrap_compute (NULL, 4, 10, &options, NULL, NULL);
  g_assert_false (many->exact);
  for (guint i = 0; i < 16; i++)
    g_assert_cmpfloat_with_epsilon (many->probability[i], each->probability[i], 0.015);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (many->mean[i], each->mean[i], 0.02);
  g_assert_cmpfloat_with_epsilon (many->lead_mean, many->mean[0] - many->mean[1], 1e-9);
  g_assert_cmpfloat_with_epsilon (many->lead_low, each->lead_low, 0.11);
  g_assert_cmpfloat_with_epsilon (many->lead_high, each->lead_high, 0.11);
  g_assert_cmpfloat_with_epsilon (many->lead_above, each->lead_above, 0.015);
  g_assert_cmpfloat_with_epsilon (many->lead_none, each->lead_none, 0.015);
}

/* Values in another unit, and another zero, are the same values. */
static void
test_smaa_unit (void)
{
  const double values[] = { 3, 5, 4, 4, 5, 3.5 };
  const double scaled[] = { 31, 51, 41, 41, 51, 36 };
  const double weights[] = { 1, 1 };
  g_autoptr(VotumWhatIf) model = votum_what_if_new_plain (values, 3, 2, weights);
  g_autoptr(VotumWhatIf) other = votum_what_if_new_plain (scaled, 3, 2, weights);
  g_autoptr(VotumSmaa) first = smaa (model, 20000, NULL);
  g_autoptr(VotumSmaa) second = smaa (other, 20000, NULL);

  for (guint i = 0; i < 9; i++)
    g_assert_cmpfloat (first->acceptability[i], ==, second->acceptability[i]);
}

/* Two with the same values share their ranks. */
static void
test_smaa_alike (void)
{
  const double values[] = { 7, 2, 7, 2, 1, 9 };
  const double weights[] = { 1, 1 };
  g_autoptr(VotumWhatIf) model = votum_what_if_new_plain (values, 3, 2, weights);
  g_autoptr(VotumSmaa) self = smaa (model, 20000, NULL);

  check_sums (self);
  g_assert_cmpfloat (self->acceptability[0], ==, self->acceptability[3]);
  g_assert_cmpfloat (self->acceptability[1], ==, 0.5);
  /* the third wins where 7 w + 2 (1 - w) < w + 9 (1 - w): w < 7/13 */
  g_assert_cmpfloat_with_epsilon (self->acceptability[6], 7 / 13.0, 0.012);
}

/* w0 >= w1 >= w2 is a sixth of all weights; with w0 >= the two others a third. */
static void
test_smaa_order (void)
{
  const double values[] = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
  const double weights[] = { 1, 1, 1 };
  const guint strict[] = { 0, 1, 2 };
  const guint partly[] = { 0, 1, 1 };
  g_autoptr(VotumWhatIf) model = votum_what_if_new_plain (values, 3, 3, weights);
  g_autoptr(VotumSmaa) first = smaa (model, 20000, strict);
  g_autoptr(VotumSmaa) second = smaa (model, 20000, partly);
  const double roc[] = { 11 / 18.0, 5 / 18.0, 2 / 18.0 };

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (first->acceptability[i * 3 + i], ==, 1);
      g_assert_cmpfloat_with_epsilon (first->central[i], roc[i], 0.01);
    }
  g_assert_cmpfloat (second->acceptability[0], ==, 1);
  g_assert_cmpfloat_with_epsilon (second->acceptability[4], 0.5, 0.012);
  g_assert_cmpfloat_with_epsilon (second->central[1], second->central[2], 0.01);
}

static void
stop_cb (double fraction, gpointer data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(VotumWhatIf) model = any_model (random, 3, 3, FALSE);
  g_autoptr(GError) error = NULL;
  const double scores[] = { 1, 2, 3, 3, 2, 1.5 };
  VotumSmaaOptions options = { .n_draws = 1000000, .progress = stop_cb, .progress_data = cancellable };
  VotumBootstrapOptions boot = { .n_draws = 1000000, .always_draw = TRUE, .progress = stop_cb, .progress_data = cancellable };

  g_assert_null (votum_smaa_compute (model, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  g_assert_null (votum_bootstrap_compute (scores, 2, 3, &boot, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- drawn juries ---- */

/* A juror who gives everybody a constant more changes nobody's chances; nor does the order of the jurors. */
static void
test_bootstrap (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      double scores[4 * 5], turned[4 * 5], shifted[4 * 5];
      VotumBootstrapOptions options = { .n_draws = 100 };
      g_autoptr(VotumBootstrap) first = NULL;
      g_autoptr(VotumBootstrap) second = NULL;
      g_autoptr(VotumBootstrap) third = NULL;

      for (guint i = 0; i < 4; i++)
        for (guint k = 0; k < 5; k++)
          {
            scores[i * 5 + k] = g_rand_int_range (random, 2, 21) / 2.0;
            turned[i * 5 + 4 - k] = scores[i * 5 + k];
            shifted[i * 5 + k] = scores[i * 5 + k] + (k == 2 ? 3 : 0);
          }
      first = votum_bootstrap_compute (scores, 4, 5, &options, NULL, NULL);
      second = votum_bootstrap_compute (turned, 4, 5, &options, NULL, NULL);
      third = votum_bootstrap_compute (shifted, 4, 5, &options, NULL, NULL);
      for (guint i = 0; i < 16; i++)
        {
          g_assert_cmpfloat_with_epsilon (first->probability[i], second->probability[i], 1e-12);
          g_assert_cmpfloat_with_epsilon (first->probability[i], third->probability[i], 1e-12);
        }
    }
}

static void
test_n_resamples (void)
{
  const guint64 expected[] = { 1, 1, 3, 10, 35, 126, 462, 1716, 6435, 24310 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (votum_bootstrap_n_resamples (i), ==, expected[i]);
  g_assert_cmpuint (votum_bootstrap_n_resamples (200), ==, G_MAXUINT64);
}

/* The rule in doubles, with every juror there once, is the rule: whatever its correction and its value functions. */
static void
check_resample (VotumSheet *sheet, VotumTerms *terms)
{
  g_autoptr(VotumResult) result = compute (sheet, terms);
  guint round = votum_sheet_n_rounds (sheet) - 1;
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumResample) resample = votum_resample_new (result, round, &error);
  guint times[8] = { 1, 1, 1, 1, 1, 1, 1, 1 };
  double totals[8];

  g_assert_no_error (error);
  votum_resample_totals (times, totals, resample);
  for (guint i = 0; i < votum_resample_n_entrants (resample); i++)
    {
      double total;

      g_assert_true (votum_result_total_double (result, round, votum_resample_entrant (resample, i), &total));
      g_assert_cmpfloat_with_epsilon (totals[i], total, 1e-12 * MAX (1, fabs (total)));
    }
  if (votum_resample_scores (resample) == NULL)
    return;
  for (guint i = 0; i < votum_resample_n_entrants (resample); i++)
    {
      double sum = 0, n = 0;

      for (guint k = 0; k < votum_resample_n_jurors (resample); k++)
        if (!isnan (votum_resample_scores (resample)[i * votum_resample_n_jurors (resample) + k]))
          {
            sum += votum_resample_scores (resample)[i * votum_resample_n_jurors (resample) + k];
            n++;
          }
      g_assert_cmpfloat_with_epsilon (sum / n, totals[i], 1e-12 * MAX (1, fabs (totals[i])));
    }
}

static void
test_resample (void)
{
  guint n_linear = 0;

  for (guint seed = 0; seed < 120; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(VotumTerms) terms = votum_terms_new ();
      g_autoptr(VotumSheet) sheet = votum_sheet_new (2, 5, 6);
      const VotumDecimal xs[] = { { 1, 0 }, { 4, 0 }, { 6, 0 } };
      const VotumDecimal ys[] = { { 0, 0 }, { 80, 0 }, { 100, 0 } };
      int group = votum_sheet_add_node (sheet, "G", -1, decimal ("60"), FALSE, FALSE);
      gboolean lacking = g_rand_int_range (random, 0, 2);

      votum_sheet_add_node (sheet, "A", group, decimal ("1"), TRUE, FALSE);
      votum_sheet_add_node (sheet, "B", group, decimal ("2"), TRUE, FALSE);
      votum_sheet_add_node (sheet, "C", -1, decimal ("40"), TRUE, FALSE);
      votum_sheet_add_node (sheet, "M", -1, decimal ("20"), TRUE, TRUE);
      votum_sheet_set_value_function (sheet, 4, xs, ys, 3);
      if (g_rand_int_range (random, 0, 2))
        votum_sheet_set_value_function (sheet, 2, xs, ys, 3);
      terms->correction = (VotumCorrection) g_rand_int_range (random, 0, 4);
      if (terms->correction == VOTUM_CORRECTION_CLIP)
        g_assert_true (votum_terms_parse_margins (terms, "2 1", NULL));
      terms->drop = terms->correction == VOTUM_CORRECTION_DROP;
      g_assert_true (votum_terms_parse_round_weights (terms, "1; 0.3 0.7", NULL));
      for (guint round = 0; round < 2; round++)
        for (guint entrant = 0; entrant < 5; entrant++)
          for (guint juror = 0; juror < 6; juror++)
            for (guint leaf = 0; leaf < 3; leaf++)
              if (!(juror == entrant && !lacking) && !(lacking && g_rand_int_range (random, 0, 8) == 0))
                votum_sheet_set_cell (sheet, round, entrant, juror, leaf,
                                      (VotumCell) { { g_rand_int_range (random, 1, 7), 0 }, VOTUM_CELL_VALUE });
      for (guint entrant = 0; entrant < 5; entrant++)
        votum_sheet_set_measure (sheet, entrant, 3, (VotumDecimal) { g_rand_int_range (random, 10, 61), 1 });
      check_resample (sheet, terms);
      if (!lacking && terms->correction == VOTUM_CORRECTION_NONE)
        n_linear++;
    }
  g_assert_cmpuint (n_linear, >, 5);
}

/* ---- left out ---- */

static void
test_leave_out (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "9 9 2|7 7 8|5 5 5");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = compute (sheet, terms);
  g_autoptr(VotumResult) without_juror = votum_result_without (result, 0, VOTUM_LEAVE_NOBODY, NULL, NULL);
  g_autoptr(VotumResult) without_entrant = votum_result_without (result, VOTUM_LEAVE_NOBODY, 1, NULL, NULL);
  g_autoptr(VotumResult) nobody = votum_result_without (result, VOTUM_LEAVE_NOBODY, VOTUM_LEAVE_NOBODY, NULL, NULL);
  g_autoptr(GArray) swaps = NULL;
  g_autoptr(GArray) none = NULL;

  assert_positions (result, 0, "2 1 3");
  assert_positions (nobody, 0, "2 1 3");
  assert_positions (without_juror, 0, "2 1 3");
  assert_positions (without_entrant, 0, "1 0 2");
  none = votum_result_swapped (result, 0, without_entrant, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_clear_pointer (&without_juror, votum_result_unref);
  without_juror = votum_result_without (result, 2, VOTUM_LEAVE_NOBODY, NULL, NULL);
  assert_positions (without_juror, 0, "1 2 3");
  swaps = votum_result_swapped (result, 0, without_juror, 0);
  g_assert_cmpuint (swaps->len, ==, 1);
  g_assert_cmpuint (g_array_index (swaps, VotumSwap, 0).before, ==, 1);
  g_assert_cmpuint (g_array_index (swaps, VotumSwap, 0).after, ==, 0);
}

/* A rank reversal: by Borda the withdrawal of the last one turns the two first around. */
static void
test_reversal (void)
{
  g_autoptr(VotumSheet) between = sheet_of (3, 5, "1 1 1 3 3|2 2 2 1 1|3 3 3 2 2");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumResult) without = NULL;
  g_autoptr(GArray) swaps = NULL;

  terms->method = VOTUM_METHOD_BORDA;
  result = compute (between, terms);
  assert_positions (result, 0, "2 1 3");
  without = votum_result_without (result, VOTUM_LEAVE_NOBODY, 2, NULL, NULL);
  assert_positions (without, 0, "1 2 0");
  swaps = votum_result_swapped (result, 0, without, 0);
  g_assert_cmpuint (swaps->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/robust/generator", test_generator);
  g_test_add_func ("/robust/crossovers", test_crossovers);
  g_test_add_func ("/robust/crossovers/level", test_level);
  g_test_add_func ("/robust/smallest", test_smallest);
  g_test_add_func ("/robust/smallest/by-hand", test_smallest_by_hand);
  g_test_add_func ("/robust/smallest/missing", test_smallest_missing);
  g_test_add_func ("/robust/smaa", test_smaa);
  g_test_add_func ("/robust/smaa/plain", test_smaa_plain);
  g_test_add_func ("/robust/smaa/unit", test_smaa_unit);
  g_test_add_func ("/robust/smaa/alike", test_smaa_alike);
  g_test_add_func ("/robust/smaa/order", test_smaa_order);
  g_test_add_func ("/robust/cancelled", test_cancelled);
  g_test_add_func ("/robust/bootstrap", test_bootstrap);
  g_test_add_func ("/robust/bootstrap/number", test_n_resamples);
  g_test_add_func ("/robust/bootstrap/ways", test_bootstrap_ways);
  g_test_add_func ("/robust/resample", test_resample);
  g_test_add_func ("/robust/leave-out", test_leave_out);
  g_test_add_func ("/robust/leave-out/reversal", test_reversal);

  return g_test_run ();
}
