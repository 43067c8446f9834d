#include "any-model.h"
#include "small-sheet.h"
#include "votum-crossovers.h"
#include "votum-draws.h"
#include "votum-leave-out.h"
#include "votum-smallest-change.h"

#include <string.h>

/* How sure an order is: what must hold for all numbers there are. The shares of weights and juries are in test-robust-shares.c. */

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
  g_test_add_func ("/robust/leave-out", test_leave_out);
  g_test_add_func ("/robust/leave-out/reversal", test_reversal);

  return g_test_run ();
}
