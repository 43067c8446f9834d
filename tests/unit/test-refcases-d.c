#include "refcase.h"
#include "votum-bootstrap.h"
#include "votum-crossovers.h"
#include "votum-first.h"
#include "votum-smaa.h"

/* Family D, robustness: every expected number within the case’s own tolerance. */

static double *
read_matrix (JsonArray *rows, guint *n_rows, guint *n_columns)
{
  double *numbers;

  *n_rows = json_array_get_length (rows);
  *n_columns = json_array_get_length (json_array_get_array_element (rows, 0));
  numbers = g_new (double, *n_rows * *n_columns);
  for (guint i = 0; i < *n_rows; i++)
    for (guint k = 0; k < *n_columns; k++)
      numbers[i * *n_columns + k] = json_array_get_double_element (json_array_get_array_element (rows, i), k);
  return numbers;
}

static void
check_matrix (Refcase *self, const double *computed, guint width, JsonArray *expected, double tolerance)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonArray *row = json_array_get_array_element (expected, i);

      for (guint k = 0; k < json_array_get_length (row); k++)
        refcase_check_within (self, computed[i * width + k], json_array_get_double_element (row, k), tolerance);
    }
}

static void
check_vector (Refcase *self, const double *computed, JsonArray *expected, double tolerance)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    refcase_check_within (self, computed[i], json_array_get_double_element (expected, i), tolerance);
}

static guint
index_of (JsonObject *object, const char *list, const char *name)
{
  JsonArray *names = refcase_array (object, list);

  for (guint i = 0; i < json_array_get_length (names); i++)
    if (strcmp (json_array_get_string_element (names, i), name) == 0)
      return i;
  g_assert_not_reached ();
}

static void
check_crossings (Refcase *self, const VotumCrossovers *computed, JsonArray *expected)
{
  g_assert_cmpuint (computed->crossings->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < computed->crossings->len; i++)
    {
      const VotumCrossing *crossing = &g_array_index (computed->crossings, VotumCrossing, i);
      JsonObject *object = json_array_get_object_element (expected, i);
      JsonArray *pair = refcase_array (object, "pair");
      guint a = index_of (self->input, "alternatives", json_array_get_string_element (pair, 0));
      guint b = index_of (self->input, "alternatives", json_array_get_string_element (pair, 1));

      refcase_check (self, crossing->share, refcase_number (object, "weight"));
      g_assert_cmpuint (MIN (crossing->before, crossing->after), ==, MIN (a, b));
      g_assert_cmpuint (MAX (crossing->before, crossing->after), ==, MAX (a, b));
    }
}

static void
check_leaders (Refcase *self, const VotumCrossovers *computed, JsonArray *expected)
{
  g_assert_cmpuint (computed->leading->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < computed->leading->len; i++)
    {
      const VotumLeading *leading = &g_array_index (computed->leading, VotumLeading, i);
      JsonObject *object = json_array_get_object_element (expected, i);

      refcase_check (self, leading->from, refcase_number (object, "from"));
      refcase_check (self, leading->to, refcase_number (object, "to"));
      g_assert_cmpuint (leading->leader, ==,
                        index_of (self->input, "alternatives", json_object_get_string_member (object, "leader")));
    }
}

static void
check_ends (Refcase *self, const VotumWhatIf *model, guint node, JsonObject *expected)
{
  for (guint end = 0; end < 2; end++)
    {
      double weights[8], totals[8];

      votum_what_if_move (model, votum_what_if_stored (model), node, end, weights);
      votum_what_if_exact (model, weights, totals);
      check_vector (self, totals, refcase_array (expected, end == 0 ? "value_at_0" : "value_at_1"), self->tolerance);
    }
}

static void
test_d01 (void)
{
  g_autoptr(Refcase) self = refcase_open ("D01-oat-crossovers");
  g_autoptr(VotumWhatIf) model = NULL;
  g_autofree double *values = NULL;
  double weights[8], totals[8];
  guint n_entrants, n_leaves;

  if (self == NULL)
    return;
  values = read_matrix (refcase_array (self->input, "values"), &n_entrants, &n_leaves);
  for (guint i = 0; i < n_leaves; i++)
    weights[i] = json_array_get_double_element (refcase_array (self->input, "weights"), i);
  model = votum_what_if_new_plain (values, n_entrants, n_leaves, weights);
  votum_what_if_exact (model, weights, totals);
  check_vector (self, totals, refcase_array (self->expected, "score"), self->tolerance);
  for (guint i = 0; i < n_leaves; i++)
    {
      g_autoptr(VotumCrossovers) computed = votum_crossovers_compute (model, weights, i);
      JsonObject *expected = refcase_object (refcase_object (self->expected, "per_criterion"),
                                             json_array_get_string_element (refcase_array (self->input, "criteria"), i));
      double top[] = { computed->top_low, computed->top_high };
      double order[] = { computed->order_low, computed->order_high };

      g_assert_true (computed->exact);
      check_crossings (self, computed, refcase_array (expected, "crossovers"));
      check_leaders (self, computed, refcase_array (expected, "leaders"));
      check_vector (self, top, refcase_array (expected, "top_stable"), self->tolerance);
      check_vector (self, order, refcase_array (expected, "ranking_stable"), self->tolerance);
      check_ends (self, model, i, expected);
    }
}

static void
test_d02 (void)
{
  g_autoptr(Refcase) self = refcase_open ("D02-smaa-exact-simplex");
  const double equal[] = { 1, 1, 1 };
  g_autoptr(VotumWhatIf) model = NULL;
  g_autoptr(VotumSmaa) smaa = NULL;
  g_autofree double *values = NULL;
  VotumSmaaOptions options = { .n_draws = 10000, .seed = 1 };
  guint n_entrants, n_leaves;
  double tolerance;

  if (self == NULL)
    return;
  tolerance = refcase_number (self->tolerances, "monte_carlo_abs_at_10000");
  values = read_matrix (refcase_array (self->input, "values"), &n_entrants, &n_leaves);
  model = votum_what_if_new_plain (values, n_entrants, n_leaves, equal);
  smaa = votum_smaa_compute (model, &options, NULL, NULL);
  check_matrix (self, smaa->acceptability, n_entrants, refcase_array (self->expected, "rank_acceptability"), tolerance);
  check_matrix (self, smaa->central, n_leaves, refcase_array (self->expected, "central_weights"), tolerance);
  for (guint i = 0; i < n_entrants; i++)
    g_assert_cmpfloat (smaa->confidence[i], ==, 1);

  /* a hundred times the draws, a tenth of the error */
  g_clear_pointer (&smaa, votum_smaa_free);
  options.n_draws = 1000000;
  smaa = votum_smaa_compute (model, &options, NULL, NULL);
  check_matrix (self, smaa->acceptability, n_entrants, refcase_array (self->expected, "rank_acceptability"), tolerance / 10);
  check_matrix (self, smaa->central, n_leaves, refcase_array (self->expected, "central_weights"), tolerance / 10);
}

/* Values of D03: one criterion log-normal and rising, the others normal and falling, all linear over a scale. */
static void
sample_d03 (VotumDraws *draws, guint entrant, double *values, gpointer data)
{
  Refcase *self = data;
  JsonArray *criteria = refcase_array (self->input, "criteria");

  for (guint i = 0; i < json_array_get_length (criteria); i++)
    {
      const char *criterion = json_array_get_string_element (criteria, i);
      double mean = json_array_get_double_element (refcase_array (refcase_object (self->input, "mean"), criterion), entrant);
      double sd = json_array_get_double_element (refcase_array (refcase_object (self->input, "sd"), criterion), entrant);
      JsonArray *scale = refcase_array (refcase_object (self->input, "scale"), criterion);
      double low = json_array_get_double_element (scale, 0);
      double high = json_array_get_double_element (scale, 1);
      double value = mean + sd * votum_draws_normal (draws);

      if (i == 0)
        value = exp (value);
      values[i] = i == 0 ? (value - low) / (high - low) : (high - value) / (high - low);
    }
}

static void
test_d03 (void)
{
  g_autoptr(Refcase) self = refcase_open ("D03-smaa2-benefit-risk");
  static const char *const parts[] = { "rank_acceptability", "central_weights" };
  g_autoptr(VotumWhatIf) model = NULL;
  g_autoptr(VotumSmaa) smaa = NULL;
  const double nothing[24] = { 0 };
  const double equal[] = { 1, 1, 1, 1, 1, 1 };
  VotumSmaaOptions options = { .n_draws = 40000, .seed = 3, .sample = sample_d03, .sample_data = self };
  JsonObject *tolerance, *published;

  if (self == NULL)
    return;
  tolerance = self->tolerances;
  published = self->published_tolerances;
  model = votum_what_if_new_plain (nothing, 4, 6, equal);
  smaa = votum_smaa_compute (model, &options, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (parts[i], "_abs", NULL);
      const double *computed = i == 0 ? smaa->acceptability : smaa->central;

      check_matrix (self, computed, i == 0 ? 4 : 6, refcase_array (self->expected, parts[i]), refcase_number (tolerance, name));
      check_matrix (self, computed, i == 0 ? 4 : 6, refcase_array (self->published, parts[i]), refcase_number (published, parts[i]));
    }
  check_vector (self, smaa->confidence, refcase_array (self->expected, "confidence_factor"),
                refcase_number (tolerance, "confidence_factor_abs"));
  check_vector (self, smaa->confidence, refcase_array (self->published, "confidence_factor"),
                refcase_number (published, "confidence_factor"));
}

static void
check_bootstrap (Refcase *self, const VotumBootstrap *computed, double tolerance)
{
  JsonObject *lead = refcase_object (self->expected, "lead_F1_over_F3");
  JsonArray *first = refcase_array (self->expected, "p_first");

  check_matrix (self, computed->probability, 4, refcase_array (self->expected, "rank_probability"), tolerance);
  for (guint i = 0; i < 4; i++)
    refcase_check_within (self, computed->probability[i * 4], json_array_get_double_element (first, i), tolerance);
  check_vector (self, computed->mean, refcase_array (self->expected, "mean"), tolerance);
  refcase_check_within (self, computed->lead_mean, refcase_number (lead, "mean"), tolerance);
  refcase_check_within (self, computed->lead_above, refcase_number (lead, "p_gt_0"), tolerance);
  refcase_check_within (self, computed->lead_none, refcase_number (lead, "p_eq_0"), tolerance);
}

static void
test_d04 (void)
{
  g_autoptr(Refcase) self = refcase_open ("D04-exact-juror-bootstrap");
  g_autoptr(VotumBootstrap) exact = NULL;
  g_autoptr(VotumBootstrap) drawn = NULL;
  g_autofree double *scores = NULL;
  VotumBootstrapOptions options = { .n_draws = 10000, .seed = 4, .first = 0, .second = 2 };
  JsonObject *lead;
  guint n_entrants, n_jurors;

  if (self == NULL)
    return;
  lead = refcase_object (self->expected, "lead_F1_over_F3");
  scores = read_matrix (refcase_array (self->input, "scores"), &n_entrants, &n_jurors);
  exact = votum_bootstrap_compute (scores, n_entrants, n_jurors, &options, NULL, NULL);
  g_assert_true (exact->exact);
  g_assert_cmpuint (exact->n_resamples, ==, 126);
  check_bootstrap (self, exact, self->tolerance);
  refcase_check (self, exact->lead_low, refcase_number (lead, "q025"));
  refcase_check (self, exact->lead_high, refcase_number (lead, "q975"));

  options.always_draw = TRUE;
  drawn = votum_bootstrap_compute (scores, n_entrants, n_jurors, &options, NULL, NULL);
  g_assert_false (drawn->exact);
  check_bootstrap (self, drawn, refcase_number (self->tolerances, "monte_carlo_abs_at_10000"));
}

static void
test_d05 (void)
{
  g_autoptr(Refcase) self = refcase_open ("D05-probability-first-normal");
  double means[3], errors[3], first[3];

  if (self == NULL)
    return;
  for (guint i = 0; i < 3; i++)
    {
      means[i] = json_array_get_double_element (refcase_array (self->input, "mean"), i);
      errors[i] = json_array_get_double_element (refcase_array (self->input, "se"), i);
    }
  votum_first_probability (means, errors, 3, first);
  check_vector (self, first, refcase_array (self->expected, "p_first"), self->tolerance);
  refcase_check (self, first[0] + first[1] + first[2], refcase_number (self->expected, "sum"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refcases/D01", test_d01);
  g_test_add_func ("/refcases/D02", test_d02);
  g_test_add_func ("/refcases/D03", test_d03);
  g_test_add_func ("/refcases/D04", test_d04);
  g_test_add_func ("/refcases/D05", test_d05);

  return g_test_run ();
}
