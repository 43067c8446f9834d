#include "votum-error.h"
#include "votum-pairwise.h"
#include "votum-promethee.h"
#include "votum-rasch.h"
#include "votum-severity.h"
#include "votum-topsis.h"

#include <math.h>

/* What must hold of any marks: tried on random ones, the same in every run. */

#define N_ENTRANTS 6
#define N_JURORS   5
#define N_CRITERIA 4
#define N_TRIES    100

static const guint jurors_moved[N_JURORS] = { 3, 0, 4, 1, 2 };
static const guint entrants_moved[N_ENTRANTS] = { 4, 2, 0, 5, 1, 3 };

/* Marks from 0 to 6 by halves, some of them missing. */
static gboolean
random_scores (GRand *rand, double missing, double scores[N_ENTRANTS * N_JURORS])
{
  for (guint i = 0; i < N_ENTRANTS * N_JURORS; i++)
    scores[i] = g_rand_double (rand) < missing ? NAN : g_rand_int_range (rand, 0, 13) / 2.0;
  return votum_severity_check_connected (scores, N_ENTRANTS, N_JURORS, NULL, NULL, NULL);
}

static VotumSeverity *
severity_of (const double *scores)
{
  g_autoptr(GError) error = NULL;
  VotumSeverity *model = votum_severity_compute (scores, N_ENTRANTS, N_JURORS, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return model;
}

static void
assert_same (double a, double b)
{
  g_assert_true (isnan (a) == isnan (b));
  if (!isnan (a))
    g_assert_cmpfloat_with_epsilon (a, b, 1e-8);
}

static void
check_severity_moved (VotumSeverity *model, const double *scores)
{
  g_autoptr(VotumSeverity) other = NULL;
  double moved[N_ENTRANTS * N_JURORS];

  for (guint i = 0; i < N_ENTRANTS; i++)
    for (guint j = 0; j < N_JURORS; j++)
      moved[i * N_JURORS + jurors_moved[j]] = scores[i * N_JURORS + j];
  other = severity_of (moved);
  for (guint j = 0; j < N_JURORS; j++)
    {
      assert_same (votum_severity_of_juror (other, jurors_moved[j]), votum_severity_of_juror (model, j));
      assert_same (votum_severity_se_of_juror (other, jurors_moved[j]), votum_severity_se_of_juror (model, j));
      assert_same (votum_severity_se_between_jurors (other, jurors_moved[j], jurors_moved[0]),
                   votum_severity_se_between_jurors (model, j, 0));
    }
  for (guint i = 0; i < N_ENTRANTS; i++)
    assert_same (votum_severity_adjusted (other, i), votum_severity_adjusted (model, i));
}

/* One juror marks everybody half a point higher: the others stay where they are to each other, and so do the entrants. */
static void
check_severity_raised (VotumSeverity *model, const double *scores)
{
  g_autoptr(VotumSeverity) other = NULL;
  double raised[N_ENTRANTS * N_JURORS];

  for (guint i = 0; i < N_ENTRANTS * N_JURORS; i++)
    raised[i] = scores[i] + (i % N_JURORS == 2 ? 0.5 : 0);
  other = severity_of (raised);
  for (guint j = 0; j < N_JURORS; j++)
    {
      double change = votum_severity_of_juror (other, j) - votum_severity_of_juror (other, 0) -
                      votum_severity_of_juror (model, j) + votum_severity_of_juror (model, 0);

      if (!isnan (change))
        g_assert_cmpfloat_with_epsilon (change, j == 2 ? -0.5 : 0, 1e-8);
      assert_same (votum_severity_se_of_juror (other, j), votum_severity_se_of_juror (model, j));
    }
  for (guint i = 0; i < N_ENTRANTS; i++)
    assert_same (votum_severity_adjusted (other, i) - votum_severity_adjusted (other, 0),
                 votum_severity_adjusted (model, i) - votum_severity_adjusted (model, 0));
}

static void
check_severity_sums (VotumSeverity *model)
{
  double severities = 0;

  for (guint j = 0; j < N_JURORS; j++)
    {
      double residuals = 0;

      severities += isnan (votum_severity_of_juror (model, j)) ? 0 : votum_severity_of_juror (model, j);
      for (guint i = 0; i < N_ENTRANTS; i++)
        residuals += isnan (votum_severity_residual (model, i, j)) ? 0 : votum_severity_residual (model, i, j);
      g_assert_cmpfloat_with_epsilon (residuals, 0, 1e-8);
    }
  g_assert_cmpfloat_with_epsilon (severities, 0, 1e-8);
}

static void
test_severity (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4711);
  guint n_checked = 0;

  for (guint t = 0; t < N_TRIES; t++)
    {
      g_autoptr(VotumSeverity) model = NULL;
      double scores[N_ENTRANTS * N_JURORS];

      if (!random_scores (rand, 0.3, scores))
        continue;
      n_checked++;
      model = severity_of (scores);
      check_severity_moved (model, scores);
      check_severity_raised (model, scores);
      check_severity_sums (model);
    }
  g_assert_cmpuint (n_checked, >, N_TRIES / 2);
}

static void
test_severity_complete (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);

  for (guint t = 0; t < N_TRIES; t++)
    {
      g_autoptr(VotumSeverity) model = NULL;
      double scores[N_ENTRANTS * N_JURORS];

      g_assert_true (random_scores (rand, 0, scores));
      model = severity_of (scores);
      g_assert_true (votum_severity_is_mean (model));
      g_assert_cmpfloat_with_epsilon (votum_severity_margin (model), 2.085963447265837, 1e-9);
      for (guint i = 0; i < N_ENTRANTS; i++)
        g_assert_cmpfloat_with_epsilon (votum_severity_adjusted (model, i), votum_severity_raw (model, i), 1e-9);
      /* a balanced table: sigma * sqrt ((J - 1) / (J * N)) for one juror, sigma * sqrt (2 / N) between two */
      for (guint j = 1; j < N_JURORS; j++)
        {
          g_assert_cmpfloat_with_epsilon (votum_severity_se_of_juror (model, j),
                                          votum_severity_sigma (model) * sqrt ((N_JURORS - 1.0) / (N_JURORS * N_ENTRANTS)), 1e-9);
          g_assert_cmpfloat_with_epsilon (votum_severity_se_between_jurors (model, 0, j),
                                          votum_severity_sigma (model) * sqrt (2.0 / N_ENTRANTS), 1e-9);
        }
    }
}

/* --- Rasch --- */

typedef struct {
  VotumRaschMark marks[N_ENTRANTS * N_JURORS * N_CRITERIA];
  double values[13];
  VotumRaschData data;
} Facets;

static void
random_facets (GRand *rand, double missing, Facets *facets)
{
  guint n = 0;

  for (guint i = 0; i < N_ENTRANTS; i++)
    for (guint j = 0; j < N_JURORS; j++)
      for (guint c = 0; c < N_CRITERIA; c++)
        if (g_rand_double (rand) >= missing)
          facets->marks[n++] = (VotumRaschMark) { { i, j, c }, (guint) g_rand_int_range (rand, 0, 5) };
  for (guint k = 0; k < 13; k++)
    facets->values[k] = k / 2.0;
  facets->data = (VotumRaschData) { { N_ENTRANTS, N_JURORS, N_CRITERIA }, 5, facets->values, facets->marks, n, { NULL } };
}

static VotumRasch *
rasch_of (const Facets *facets)
{
  g_autoptr(GError) error = NULL;
  VotumRasch *model = votum_rasch_compute (&facets->data, NULL, &error);

  g_assert_no_error (error);
  return model;
}

static void
assert_same_models (VotumRasch *a, VotumRasch *b, const guint *jurors)
{
  for (guint j = 0; j < N_JURORS; j++)
    {
      guint k = jurors != NULL ? jurors[j] : j;

      assert_same (votum_rasch_measure (a, VOTUM_RASCH_JUROR, j), votum_rasch_measure (b, VOTUM_RASCH_JUROR, k));
      assert_same (votum_rasch_se (a, VOTUM_RASCH_JUROR, j), votum_rasch_se (b, VOTUM_RASCH_JUROR, k));
      assert_same (votum_rasch_infit (a, VOTUM_RASCH_JUROR, j), votum_rasch_infit (b, VOTUM_RASCH_JUROR, k));
      assert_same (votum_rasch_outfit (a, VOTUM_RASCH_JUROR, j), votum_rasch_outfit (b, VOTUM_RASCH_JUROR, k));
    }
  for (guint i = 0; i < N_ENTRANTS; i++)
    assert_same (votum_rasch_measure (a, VOTUM_RASCH_ENTRANT, i), votum_rasch_measure (b, VOTUM_RASCH_ENTRANT, i));
  assert_same (votum_rasch_loglik (a), votum_rasch_loglik (b));
}

/* At the maximum everybody has got the marks that are expected, all in all. */
static void
check_rasch_sums (VotumRasch *model)
{
  double sum = 0;

  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      double residuals = 0;

      sum += votum_rasch_measure (model, VOTUM_RASCH_ENTRANT, i);
      for (guint j = 0; j < N_JURORS; j++)
        residuals += votum_rasch_residual (model, i, j);
      g_assert_cmpfloat_with_epsilon (residuals, 0, 1e-8);
    }
  g_assert_cmpfloat_with_epsilon (sum, 0, 1e-9);
}

static void
test_rasch (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (2026);

  for (guint t = 0; t < N_TRIES / 2; t++)
    {
      Facets facets, moved, wider;
      g_autoptr(VotumRasch) model = NULL;
      g_autoptr(VotumRasch) other = NULL;
      g_autoptr(VotumRasch) stretched = NULL;

      random_facets (rand, 0.2, &facets);
      moved = facets;
      moved.data.marks = moved.marks;
      wider = facets;
      wider.data.marks = wider.marks;
      wider.data.values = wider.values;
      wider.data.n_categories = 13;
      for (guint i = 0; i < facets.data.n_marks; i++)
        {
          moved.marks[i].at[VOTUM_RASCH_JUROR] = jurors_moved[facets.marks[i].at[VOTUM_RASCH_JUROR]];
          wider.marks[i].category = 2 * facets.marks[i].category + 1;
        }
      model = rasch_of (&facets);
      check_rasch_sums (model);
      other = rasch_of (&moved);
      assert_same_models (model, other, jurors_moved);
      /* marks in between that nobody uses say nothing */
      stretched = rasch_of (&wider);
      assert_same_models (model, stretched, NULL);
      g_assert_cmpuint (votum_rasch_category (stretched, 2), ==, 5);
    }
}

static void
assert_refused (const VotumRaschData *data, const char *part)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (votum_rasch_compute (data, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* Keeps the marks for which @entrants, @jurors and @criteria are in the same half. */
static void
split_facets (Facets *facets, VotumRaschFacet a, VotumRaschFacet b)
{
  guint n = 0;

  for (guint i = 0; i < facets->data.n_marks; i++)
    if (facets->marks[i].at[a] % 2 == facets->marks[i].at[b] % 2)
      facets->marks[n++] = facets->marks[i];
  facets->data.n_marks = n;
}

static void
test_rasch_refusals (void)
{
  static const char * const entrants[] = { "Ask", "Bjørk", "Furu", "Gran", "Hassel", "Or" };
  static const char * const jurors[] = { "Ada", "Bo", "Cleo", "Dag", "Eva" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Facets facets;

  random_facets (rand, 0, &facets);
  facets.data.names[VOTUM_RASCH_ENTRANT] = entrants;
  facets.data.names[VOTUM_RASCH_JUROR] = jurors;
  g_cancellable_cancel (cancellable);
  g_assert_null (votum_rasch_compute (&facets.data, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  facets.data.n_marks = 29;
  assert_refused (&facets.data, "29 marks");
  facets.data.n_marks = 0;
  assert_refused (&facets.data, "nobody apart");

  random_facets (rand, 0, &facets);
  facets.data.names[VOTUM_RASCH_ENTRANT] = entrants;
  facets.data.names[VOTUM_RASCH_JUROR] = jurors;
  split_facets (&facets, VOTUM_RASCH_ENTRANT, VOTUM_RASCH_JUROR);
  assert_refused (&facets.data, "Ask, Furu, Hassel (Ada, Cleo, Eva); Bjørk, Gran, Or (Bo, Dag)");
  random_facets (rand, 0, &facets);
  split_facets (&facets, VOTUM_RASCH_JUROR, VOTUM_RASCH_CRITERION);
  assert_refused (&facets.data, "different criteria");

  for (guint i = 0; i < facets.data.n_marks; i++)
    facets.marks[i].category = 3;
  assert_refused (&facets.data, "nobody apart");

  /* the first half is never below 2, the second never above 1: the better the farther apart */
  random_facets (rand, 0, &facets);
  for (guint i = 0; i < facets.data.n_marks; i++)
    facets.marks[i].category = facets.marks[i].category % 2 + (facets.marks[i].at[VOTUM_RASCH_ENTRANT] < 3 ? 2 : 0);
  assert_refused (&facets.data, "do not come to rest");
}

/* Who is left without a second mark once an extreme one is taken out is looked at again. */
static void
test_rasch_extremes (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (99);
  g_autoptr(VotumRasch) model = NULL;
  Facets facets;

  random_facets (rand, 0, &facets);
  /* the last entrant has lowest marks only but from the last juror, who gives nothing but the highest */
  for (guint i = 0; i < facets.data.n_marks; i++)
    {
      if (facets.marks[i].at[VOTUM_RASCH_ENTRANT] == N_ENTRANTS - 1)
        facets.marks[i].category = 0;
      if (facets.marks[i].at[VOTUM_RASCH_JUROR] == N_JURORS - 1)
        facets.marks[i].category = 4;
    }
  model = rasch_of (&facets);
  g_assert_cmpint (votum_rasch_state (model, VOTUM_RASCH_JUROR, N_JURORS - 1), ==, VOTUM_RASCH_ALL_HIGHEST);
  g_assert_cmpint (votum_rasch_state (model, VOTUM_RASCH_ENTRANT, N_ENTRANTS - 1), ==, VOTUM_RASCH_ALL_LOWEST);
  g_assert_true (isnan (votum_rasch_se (model, VOTUM_RASCH_ENTRANT, N_ENTRANTS - 1)));
  g_assert_cmpuint (votum_rasch_n_marks (model), ==, (N_ENTRANTS - 1) * (N_JURORS - 1) * N_CRITERIA);
}

/* --- tables of values --- */

static void
random_criteria (GRand *rand, VotumPrometheeCriterion criteria[N_CRITERIA])
{
  for (guint j = 0; j < N_CRITERIA; j++)
    criteria[j] = (VotumPrometheeCriterion) {
      g_rand_double_range (rand, 0.1, 3), g_rand_boolean (rand), (VotumPreference) g_rand_int_range (rand, 0, 6), 0.5, 2
    };
}

static void
test_promethee (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (31);

  for (guint t = 0; t < N_TRIES; t++)
    {
      VotumPrometheeCriterion criteria[N_CRITERIA];
      double values[N_ENTRANTS * N_CRITERIA], moved[N_ENTRANTS * N_CRITERIA];
      double net[N_ENTRANTS], other[N_ENTRANTS], sum = 0;

      random_criteria (rand, criteria);
      for (guint i = 0; i < N_ENTRANTS; i++)
        for (guint j = 0; j < N_CRITERIA; j++)
          {
            values[i * N_CRITERIA + j] = g_rand_double (rand) < 0.1 ? NAN : g_rand_int_range (rand, 0, 13) / 2.0;
            /* another order of the entrants, and every criterion from another origin */
            moved[entrants_moved[i] * N_CRITERIA + j] = values[i * N_CRITERIA + j] + 3 * j;
          }
      votum_promethee (values, N_ENTRANTS, criteria, N_CRITERIA, NULL, NULL, NULL, net);
      for (guint j = 0; j < N_CRITERIA; j++)
        criteria[j].weight *= 17;
      votum_promethee (moved, N_ENTRANTS, criteria, N_CRITERIA, NULL, NULL, NULL, other);
      for (guint i = 0; i < N_ENTRANTS; i++)
        {
          assert_same (net[i], other[entrants_moved[i]]);
          sum += net[i];
        }
      g_assert_cmpfloat_with_epsilon (sum, 0, 1e-12);
    }
}

static void
test_topsis (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (32);
  double values[N_ENTRANTS * N_CRITERIA], moved[N_ENTRANTS * N_CRITERIA], normalised[N_ENTRANTS * N_CRITERIA];
  double closeness[N_ENTRANTS], other[N_ENTRANTS];
  double weights[N_CRITERIA] = { 1, 2, 0.5, 0 };
  double scaled[N_CRITERIA] = { 3, 6, 1.5, 0 };
  gboolean falling[N_CRITERIA] = { FALSE, TRUE, FALSE, FALSE };

  for (guint t = 0; t < N_TRIES; t++)
    {
      for (guint i = 0; i < N_ENTRANTS; i++)
        for (guint j = 0; j < N_CRITERIA; j++)
          {
            values[i * N_CRITERIA + j] = g_rand_int_range (rand, 0, 13) / 2.0;
            /* another order of the entrants, and every criterion in another unit */
            moved[entrants_moved[i] * N_CRITERIA + j] = values[i * N_CRITERIA + j] * (j + 1);
          }
      g_assert_true (votum_topsis (values, N_ENTRANTS, weights, falling, N_CRITERIA, closeness, normalised));
      g_assert_true (votum_topsis (moved, N_ENTRANTS, scaled, falling, N_CRITERIA, other, normalised));
      for (guint i = 0; i < N_ENTRANTS; i++)
        {
          assert_same (closeness[i], other[entrants_moved[i]]);
          g_assert_true (closeness[i] >= 0 && closeness[i] <= 1);
        }
    }
  values[3] = NAN;
  g_assert_false (votum_topsis (values, N_ENTRANTS, weights, falling, N_CRITERIA, closeness, normalised));
  for (guint i = 0; i < N_ENTRANTS * N_CRITERIA; i++)
    values[i] = 4;
  g_assert_true (votum_topsis (values, N_ENTRANTS, weights, NULL, N_CRITERIA, closeness, normalised));
  g_assert_cmpfloat (closeness[0], ==, 0.5);
}

/* Whoever wins every pair wins by every method that looks at pairs. */
static void
test_pairs (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (33);
  guint n_winners = 0;

  for (guint t = 0; t < N_TRIES; t++)
    {
      g_autoptr(VotumPairwise) pairs = votum_pairwise_new (N_ENTRANTS);
      g_autoptr(VotumPairwise) reversed = votum_pairwise_new (N_ENTRANTS);
      g_autoptr(GArray) schulze = NULL;
      g_autoptr(GArray) ranked = NULL;
      int copeland[N_ENTRANTS], other[N_ENTRANTS];
      int winner;

      for (guint j = 0; j < N_JURORS; j++)
        {
          guint ranks[N_ENTRANTS], back[N_ENTRANTS];

          for (guint i = 0; i < N_ENTRANTS; i++)
            {
              ranks[i] = (guint) g_rand_int_range (rand, 0, N_ENTRANTS + 1);
              back[i] = ranks[i] == 0 ? 0 : N_ENTRANTS + 1 - ranks[i];
            }
          votum_pairwise_add_ballot (pairs, ranks, 1);
          votum_pairwise_add_ballot (reversed, back, 1);
        }
      votum_pairwise_copeland (pairs, copeland);
      votum_pairwise_copeland (reversed, other);
      for (guint i = 0; i < N_ENTRANTS; i++)
        g_assert_cmpint (copeland[i], ==, -other[i]);
      winner = votum_pairwise_condorcet_winner (pairs);
      if (winner < 0)
        continue;
      n_winners++;
      schulze = votum_pairwise_schulze (pairs, NULL, NULL);
      ranked = votum_pairwise_ranked_pairs (pairs, NULL);
      g_assert_cmpint (g_array_index (schulze, guint, 0), ==, winner);
      g_assert_cmpint (g_array_index (ranked, guint, 0), ==, winner);
    }
  g_assert_cmpuint (n_winners, >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jurors/severity", test_severity);
  g_test_add_func ("/jurors/severity-complete", test_severity_complete);
  g_test_add_func ("/jurors/rasch", test_rasch);
  g_test_add_func ("/jurors/rasch-refusals", test_rasch_refusals);
  g_test_add_func ("/jurors/rasch-extremes", test_rasch_extremes);
  g_test_add_func ("/opinions/promethee", test_promethee);
  g_test_add_func ("/opinions/topsis", test_topsis);
  g_test_add_func ("/opinions/pairs", test_pairs);
  return g_test_run ();
}
