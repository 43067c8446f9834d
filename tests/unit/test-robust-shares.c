#include "any-model.h"
#include "small-sheet.h"
#include "votum-bootstrap.h"
#include "votum-resample.h"
#include "votum-smaa.h"

#include <string.h>

/* How sure an order is, as shares of all weights and of drawn juries: what must hold for all numbers there are. */

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



int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

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

  return g_test_run ();
}
