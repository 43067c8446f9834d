#include "votum-alpha.h"
#include "votum-concordance.h"
#include "votum-contacts.h"
#include "votum-disagreement.h"
#include "votum-error.h"
#include "votum-icc.h"
#include "votum-survey.h"

#include <math.h>

/* What must hold of any marks: who is called juror 1, on which scale, and where it begins, changes nothing that it should not. */

#define N_TABLES 40
#define NEAR 1e-9

typedef struct {
  guint   n_entrants;
  guint   n_jurors;
  double *scores;  /* [entrant][juror] */
} Table;

static Table
table_new (GRand *random, gboolean complete)
{
  Table table = { (guint) g_rand_int_range (random, 3, 9), (guint) g_rand_int_range (random, 2, 7), NULL };

  table.scores = g_new (double, table.n_entrants * table.n_jurors);
  for (guint i = 0; i < table.n_entrants; i++)
    {
      int base = g_rand_int_range (random, 1, 5);

      for (guint juror = 0; juror < table.n_jurors; juror++)
        table.scores[i * table.n_jurors + juror] =
          complete || g_rand_double (random) < 0.8 ? base + g_rand_int_range (random, 0, 7) / 2.0 : NAN;
    }
  return table;
}

/* Jurors and entrants turned round, marks multiplied and moved. */
static Table
table_changed (const Table *table, double factor, double shift)
{
  Table changed = { table->n_entrants, table->n_jurors, g_new (double, table->n_entrants * table->n_jurors) };

  for (guint i = 0; i < table->n_entrants; i++)
    for (guint juror = 0; juror < table->n_jurors; juror++)
      changed.scores[i * table->n_jurors + juror] =
        factor * table->scores[(table->n_entrants - 1 - i) * table->n_jurors + table->n_jurors - 1 - juror] + shift;
  return changed;
}

#define assert_near(a, b) \
  G_STMT_START { double a_ = (a), b_ = (b); \
    if (!(isnan (a_) && isnan (b_))) g_assert_cmpfloat_with_epsilon (a_, b_, NEAR); } G_STMT_END

static void
assert_estimates (VotumEstimate a, VotumEstimate b)
{
  assert_near (a.value, b.value);
  g_assert_cmpint (isnan (a.low), ==, isnan (b.low));
  g_assert_cmpint (isinf (a.low), ==, isinf (b.low));
  if (!isfinite (a.low))
    return;
  /* quantiles of F are found by iteration */
  g_assert_cmpfloat_with_epsilon (a.low, b.low, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.high, b.high, 1e-6);
}

static void
test_icc_turned (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (4);

  for (guint t = 0; t < N_TABLES; t++)
    {
      Table table = table_new (random, TRUE), changed = table_changed (&table, 3.5, -20);
      VotumIcc a, b;

      g_assert_true (votum_icc_compute (table.scores, table.n_entrants, table.n_jurors, 0.95, &a, NULL));
      g_assert_true (votum_icc_compute (changed.scores, table.n_entrants, table.n_jurors, 0.95, &b, NULL));
      for (guint form = 0; form < VOTUM_N_ICC_FORMS; form++)
        {
          assert_estimates (a.forms[form], b.forms[form]);
          g_assert_cmpfloat (a.forms[form].low, <=, a.forms[form].value + NEAR);
          g_assert_cmpfloat (a.forms[form].high, >=, a.forms[form].value - NEAR);
          g_assert_cmpfloat (a.forms[form].value, <=, 1);
        }
      /* a lenient juror is no matter of consistency */
      for (guint i = 0; i < table.n_entrants; i++)
        table.scores[i * table.n_jurors] += 100;
      g_assert_true (votum_icc_compute (table.scores, table.n_entrants, table.n_jurors, 0.95, &b, NULL));
      assert_estimates (a.forms[VOTUM_ICC_3_1], b.forms[VOTUM_ICC_3_1]);
      assert_estimates (a.forms[VOTUM_ICC_3_K], b.forms[VOTUM_ICC_3_K]);
      g_assert_cmpfloat (b.forms[VOTUM_ICC_1_1].value, <, a.forms[VOTUM_ICC_1_1].value);
      g_free (table.scores);
      g_free (changed.scores);
    }
}

/* As many as a large competition has: every interval is there, and narrow. */
static void
test_icc_large (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autofree double *scores = g_new (double, 200 * 30);
  VotumIcc icc;

  for (guint i = 0; i < 200; i++)
    {
      double base = g_rand_double_range (random, 1, 9);

      for (guint juror = 0; juror < 30; juror++)
        scores[i * 30 + juror] = base + g_rand_double (random);
    }
  g_assert_true (votum_icc_compute (scores, 200, 30, 0.95, &icc, NULL));
  for (guint form = 0; form < VOTUM_N_ICC_FORMS; form++)
    {
      g_assert_cmpfloat (icc.forms[form].low, <, icc.forms[form].value);
      g_assert_cmpfloat (icc.forms[form].high, >, icc.forms[form].value);
      g_assert_cmpfloat (icc.forms[form].high - icc.forms[form].low, <, 0.02);
    }
}

static void
test_icc_edges (void)
{
  const double same[] = { 1, 1, 4, 4, 6, 6 }, shifted[] = { 1, 2, 4, 5, 6, 7 }, flat[] = { 3, 3, 3, 3 }, apart[] = { 1, 5, 1, 5 };
  g_autoptr(GError) error = NULL;
  VotumIcc icc;

  g_assert_true (votum_icc_compute (same, 3, 2, 0.95, &icc, NULL));
  for (guint form = 0; form < VOTUM_N_ICC_FORMS; form++)
    {
      g_assert_cmpfloat (icc.forms[form].value, ==, 1);
      g_assert_cmpfloat_with_epsilon (icc.forms[form].low, 1, NEAR);
      g_assert_cmpfloat_with_epsilon (icc.forms[form].high, 1, NEAR);
    }
  g_assert_true (votum_icc_compute (shifted, 3, 2, 0.95, &icc, NULL));
  g_assert_cmpfloat (icc.forms[VOTUM_ICC_3_1].value, ==, 1);
  g_assert_cmpfloat (icc.forms[VOTUM_ICC_2_1].value, <, 1);
  g_assert_cmpfloat (icc.forms[VOTUM_ICC_2_1].low, <, icc.forms[VOTUM_ICC_2_1].value);
  g_assert_true (votum_icc_compute (apart, 2, 2, 0.95, &icc, NULL));
  g_assert_true (isnan (icc.forms[VOTUM_ICC_3_1].value));
  g_assert_false (votum_icc_compute (flat, 2, 2, 0.95, &icc, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_clear_error (&error);
  g_assert_false (votum_icc_compute (same, 1, 2, 0.95, &icc, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_clear_error (&error);
  g_assert_false (votum_icc_compute (same, 6, 1, 0.95, &icc, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
}

static void
test_alpha_turned (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);

  for (guint t = 0; t < N_TABLES; t++)
    {
      Table table = table_new (random, FALSE), changed = table_changed (&table, 2, 7);
      g_autoptr(VotumAlpha) a = votum_alpha_new (table.scores, table.n_entrants, table.n_jurors, NULL, NULL);
      g_autoptr(VotumAlpha) b = votum_alpha_new (changed.scores, table.n_entrants, table.n_jurors, NULL, NULL);
      g_autoptr(VotumAlpha) squared = NULL;

      g_assert_cmpint (a == NULL, ==, b == NULL);
      for (gsize i = 0; i < table.n_entrants * table.n_jurors; i++)
        table.scores[i] *= table.scores[i];
      squared = votum_alpha_new (table.scores, table.n_entrants, table.n_jurors, NULL, NULL);
      for (guint metric = 0; a != NULL && metric < VOTUM_ALPHA_RATIO; metric++)
        {
          g_assert_cmpfloat (votum_alpha_value (a, metric), <=, 1);
          assert_near (votum_alpha_value (a, metric), votum_alpha_value (b, metric));
          if (metric != VOTUM_ALPHA_INTERVAL)
            assert_near (votum_alpha_value (a, metric), votum_alpha_value (squared, metric));
        }
      g_free (table.scores);
      g_free (changed.scores);
    }
}

static void
test_alpha_bootstrap (void)
{
  const double scores[] = { 1, 1, 2,  3, 3, 4,  5, 6, 5,  2, NAN, 2,  NAN, 4, NAN };
  const guint blocks[] = { 0, 0, 1, 1, 2 };
  g_autoptr(VotumAlpha) alpha = votum_alpha_new (scores, 5, 3, NULL, NULL);
  g_autoptr(VotumAlpha) blocked = votum_alpha_new (scores, 5, 3, blocks, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  VotumEstimate a, b;

  g_assert_cmpuint (votum_alpha_n_units (alpha), ==, 4);
  g_assert_cmpuint (votum_alpha_n_values (alpha), ==, 11);
  g_assert_cmpuint (votum_alpha_n_blocks (alpha), ==, 4);
  g_assert_cmpuint (votum_alpha_n_blocks (blocked), ==, 2);
  for (guint metric = 0; metric < VOTUM_N_ALPHA_METRICS; metric++)
    {
      g_assert_true (votum_alpha_bootstrap (alpha, metric, 1000, 42, 0.95, NULL, &a, NULL));
      g_assert_true (votum_alpha_bootstrap (alpha, metric, 1000, 42, 0.95, NULL, &b, NULL));
      g_assert_cmpfloat (a.low, ==, b.low);
      g_assert_cmpfloat (a.high, ==, b.high);
      g_assert_cmpfloat (a.low, <, a.value);
      g_assert_cmpfloat (a.high, >, a.value);
      assert_near (votum_alpha_value (alpha, metric), votum_alpha_value (blocked, metric));
    }
  g_cancellable_cancel (cancellable);
  g_assert_false (votum_alpha_bootstrap (alpha, VOTUM_ALPHA_ORDINAL, 1000, 42, 0.95, cancellable, &a, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_alpha_edges (void)
{
  const double flat[] = { 3, 3, 3, 3 }, alone[] = { 3, NAN, NAN, 4 }, agreed[] = { 3, 3, 4, 4 };
  /* the same marks but for what adding tenths does to doubles */
  const double noisy[] = { 0.1 + 0.2, 0.3, 0.7, 0.1 + 0.6 };
  g_autoptr(VotumAlpha) alpha = votum_alpha_new (agreed, 2, 2, NULL, NULL);
  g_autoptr(VotumAlpha) equal = votum_alpha_new (noisy, 2, 2, NULL, NULL);
  g_autoptr(GError) error = NULL;

  for (guint metric = 0; metric < VOTUM_N_ALPHA_METRICS; metric++)
    {
      g_assert_cmpfloat (votum_alpha_value (alpha, metric), ==, 1);
      g_assert_cmpfloat (votum_alpha_value (equal, metric), ==, 1);
    }
  g_assert_null (votum_alpha_new (flat, 2, 2, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_clear_error (&error);
  g_assert_null (votum_alpha_new (alone, 2, 2, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_clear_error (&error);
  g_assert_null (votum_alpha_new (NULL, 0, 0, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
}

static void
test_concordance_turned (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (6);

  for (guint t = 0; t < N_TABLES; t++)
    {
      Table table = table_new (random, TRUE), changed;
      guint m;
      g_autofree double *wider = NULL;
      VotumConcordance a, b;

      table.n_entrants = MIN (table.n_entrants, 5);
      m = table.n_jurors;
      changed = table_changed (&table, 0.5, 11);
      g_assert_true (votum_concordance_compute (table.scores, table.n_entrants, m, 3, NULL, &a, NULL));
      g_assert_true (votum_concordance_compute (changed.scores, table.n_entrants, m, 3, NULL, &b, NULL));
      assert_near (a.w, b.w);
      assert_near (a.spearman, b.spearman);
      assert_near (a.w_low, b.w_low);
      assert_near (a.w_high, b.w_high);
      g_assert_cmpint (a.test, ==, b.test);
      g_assert_cmpfloat_with_epsilon (a.p, b.p, a.test == VOTUM_CONCORDANCE_EXACT ? 1e-12 : 0.02);
      g_assert_true (a.w >= -NEAR && a.w <= 1 + NEAR && a.p > 0 && a.p <= 1);

      /* a juror who puts nobody before anybody says nothing of the order, and is one more who does not agree */
      wider = g_new (double, table.n_entrants * (m + 1));
      for (guint i = 0; i < table.n_entrants; i++)
        for (guint juror = 0; juror <= m; juror++)
          wider[i * (m + 1) + juror] = juror < m ? table.scores[i * m + juror] : 4;
      g_assert_true (votum_concordance_compute (wider, table.n_entrants, m + 1, 3, NULL, &b, NULL));
      assert_near (a.spearman, b.spearman);
      g_assert_cmpuint (a.n_pairs, ==, b.n_pairs);
      assert_near (b.w, a.w * m / (m + 1));
      g_free (table.scores);
      g_free (changed.scores);
    }
}

static void
test_concordance_p (void)
{
  const double three[] = { 1, 2, 3,  2, 3, 4,  3, 4, 5 };
  g_autofree double *seven = g_new (double, 21);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  VotumConcordance a, b;

  /* three jurors, the same order of three: (1/6)^2 */
  g_assert_true (votum_concordance_compute (three, 3, 3, 1, NULL, &a, NULL));
  g_assert_cmpint (a.test, ==, VOTUM_CONCORDANCE_EXACT);
  assert_near (a.w, 1);
  assert_near (a.spearman, 1);
  assert_near (a.p, 1 / 36.0);
  /* seven finalists: too many orders, so a sample of them */
  for (guint i = 0; i < 21; i++)
    seven[i] = (i * 13) % 7 + i / 6.0;
  g_assert_true (votum_concordance_compute (seven, 7, 3, 9, NULL, &a, NULL));
  g_assert_true (votum_concordance_compute (seven, 7, 3, 9, NULL, &b, NULL));
  g_assert_cmpint (a.test, ==, VOTUM_CONCORDANCE_SAMPLED);
  g_assert_cmpfloat (a.p, ==, b.p);
  g_assert_true (votum_concordance_compute (seven, 7, 3, 10, NULL, &b, NULL));
  g_assert_cmpfloat_with_epsilon (a.p, b.p, 0.01);
  g_cancellable_cancel (cancellable);
  g_assert_false (votum_concordance_compute (seven, 7, 3, 9, cancellable, &a, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_disagreement (void)
{
  /* two entrants, two criteria on scales of 5 and 10, three jurors */
  const double marks[] = { 1, 2, 3,  4, 4, 4,  6, NAN, 1,  9, NAN, NAN }, widths[] = { 5, 10 };
  VotumSpread criteria[2], entrants[2], cells[4];
  g_autofree guint *order = NULL;

  votum_disagreement_compute (marks, 2, 2, 3, widths, 0.95, criteria, entrants, cells);
  /* (1 + 0 + 1 and 6.25 + 6.25) / 25, of 2 + 1 degrees of freedom */
  assert_near (criteria[0].spread.value, sqrt (14.5 / 25 / 3));
  assert_near (criteria[1].spread.value, 0);
  g_assert_cmpuint (criteria[1].n_cells, ==, 1);
  g_assert_cmpuint (criteria[0].n_marks, ==, 5);
  g_assert_cmpuint (criteria[0].widest, ==, 1);
  assert_near (criteria[0].widest_range, 1);
  assert_near (criteria[0].range, 0.7);
  assert_near (entrants[0].spread.value, sqrt (2 / 25.0 / 4));
  assert_near (entrants[1].spread.value, sqrt (12.5 / 25));
  g_assert_true (isnan (cells[3].spread.value));
  g_assert_cmpfloat (criteria[0].spread.low, <, criteria[0].spread.value);
  g_assert_cmpfloat (criteria[0].spread.high, >, criteria[0].spread.value);
  order = votum_disagreement_order (cells, 4);
  g_assert_true (order[0] == 2 && order[1] == 0 && order[2] == 1 && order[3] == 3);
}

static void
test_surveys (void)
{
  VotumNps one = votum_nps_of_counts (40, 30, 20, 0.95), hundred = votum_nps_of_counts (4000, 3000, 2000, 0.95);
  VotumEstimate rate = votum_wilson (30, 40, 0.95), other = votum_wilson (10, 40, 0.95), widest;

  assert_near (one.nps.value, hundred.nps.value);
  assert_near (one.se, 10 * hundred.se);
  g_assert_true (isnan (votum_nps_of_counts (0, 0, 0, 0.95).nps.value));
  assert_near (rate.low, 1 - other.high);
  assert_near (rate.high, 1 - other.low);
  widest = votum_widest_interval (75, 0, 100, 40, 0.95);
  assert_near (widest.low, 100 * rate.low);
  assert_near (widest.high, 100 * rate.high);
  /* however the answers lie, no interval is wider */
  widest = votum_widest_interval (one.nps.value, -100, 100, one.n, 0.95);
  g_assert_cmpfloat (widest.high - widest.low, >, one.nps.high - one.nps.low);
  /* 56 of 70 and 48 of 80, the first line of Newcombe's table: 0.0524 to 0.3339 */
  widest = votum_newcombe (votum_wilson (56, 70, 0.95), votum_wilson (48, 80, 0.95));
  g_assert_cmpfloat_with_epsilon (widest.low, 0.0524, 5e-5);
  g_assert_cmpfloat_with_epsilon (widest.high, 0.3339, 5e-5);
  g_assert_true (isnan (votum_widest_interval (101, 0, 100, 40, 0.95).low));
  g_assert_true (isnan (votum_index_of_answers (NULL, 0, 1, 6, 0.95).index.value));
}

static VotumCell
points (gint64 digits)
{
  return (VotumCell) { { digits, 0 }, VOTUM_CELL_VALUE };
}

static void
test_contacts (void)
{
  const VotumDecimal possible[] = { { 2, 0 }, { 1, 0 } };
  const VotumCell full[] = { points (2), points (1) }, half[] = { points (1), { { 0, 0 }, VOTUM_CELL_NOT_OBSERVED } };
  const VotumCell nothing[] = { { { 0, 0 }, VOTUM_CELL_NOT_OBSERVED }, { { 0, 0 }, VOTUM_CELL_NOT_OBSERVED } };
  g_autoptr(VotumContacts) contacts = votum_contacts_new (possible, NULL, 2);
  g_autoptr(VotumContactStanding) pooled = NULL;
  g_autoptr(VotumContactStanding) mean = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autoptr(GError) error = NULL;
  VotumWelch welch;

  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (votum_contacts_add_participant (contacts, 1), ==, i);
  votum_contacts_add (contacts, 0, full);
  votum_contacts_add (contacts, 0, half);
  votum_contacts_add (contacts, 0, nothing);
  votum_contacts_add (contacts, 1, full);
  votum_contacts_add (contacts, 1, NULL);
  pooled = votum_contacts_standing (contacts, VOTUM_CONTACTS_POOLED, 0);
  mean = votum_contacts_standing (contacts, VOTUM_CONTACTS_MEAN, 0);
  a = votum_contact_standing_percent (pooled, 0, 2);
  b = votum_contact_standing_percent (mean, 0, 2);
  g_assert_cmpstr (a, ==, "80.00");
  g_assert_cmpstr (b, ==, "75.00");
  g_assert_cmpuint (votum_contact_standing_position (pooled, 1), ==, 2);
  g_assert_cmpuint (votum_contact_standing_unanswered (pooled, 1), ==, 1);
  g_assert_cmpuint (votum_contact_standing_position (pooled, 2), ==, 0);
  g_assert_null (votum_contact_standing_percent (pooled, 2, 2));
  g_assert_false (votum_contact_standing_lead (pooled, 0, 2, 0.95, &welch, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/icc-turned", test_icc_turned);
  g_test_add_func ("/agreement/icc-edges", test_icc_edges);
  g_test_add_func ("/agreement/icc-large", test_icc_large);
  g_test_add_func ("/agreement/alpha-turned", test_alpha_turned);
  g_test_add_func ("/agreement/alpha-bootstrap", test_alpha_bootstrap);
  g_test_add_func ("/agreement/alpha-edges", test_alpha_edges);
  g_test_add_func ("/agreement/concordance-turned", test_concordance_turned);
  g_test_add_func ("/agreement/concordance-p", test_concordance_p);
  g_test_add_func ("/agreement/disagreement", test_disagreement);
  g_test_add_func ("/agreement/surveys", test_surveys);
  g_test_add_func ("/agreement/contacts", test_contacts);
  return g_test_run ();
}
