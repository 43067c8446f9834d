#include "refcase.h"
#include "votum-error.h"
#include "votum-pairwise.h"
#include "votum-severity.h"
#include "votum-tie-break.h"
#include "votum-z-scores.h"

/* Family B, jurors together: every expected number within the case’s own tolerance. */

static void
check_b01_row (Refcase *self, VotumResult *result, guint entrant, JsonArray *expected, guint decimals, double tolerance)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    refcase_check_within (self, refcase_exactly (votum_result_panel (result, 0, entrant, i, decimals)),
                  json_array_get_double_element (expected, i), tolerance);
}

/* The rule of the protocol: drop one, round the panel, multiply, round, add. */
static void
check_b01_totals (Refcase *self, VotumSheet *sheet, GList *names)
{
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  guint entrant = 0;

  terms->correction = VOTUM_CORRECTION_DROP;
  terms->drop = 1;
  terms->round_panel = 2;
  terms->round_weighted = 2;
  terms->weighting = VOTUM_WEIGHTING_FACTORS;
  result = refcase_compute (sheet, terms);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      double total = refcase_exactly (votum_result_total (result, 0, entrant, 15));
      double segment = total + refcase_number (refcase_object (self->input, "technical_score"), l->data);

      check_b01_row (self, result, entrant, refcase_array (refcase_object (self->expected, "panel_rounded"), l->data), 15, self->tolerance);
      check_b01_row (self, result, entrant, refcase_array (refcase_object (self->published, "panel"), l->data), 2, self->published_tolerance);
      refcase_check (self, total, refcase_number (refcase_object (self->expected, "component_total"), l->data));
      refcase_check_within (self, total, refcase_number (refcase_object (self->published, "component_total"), l->data), self->published_tolerance);
      refcase_check (self, segment, refcase_number (refcase_object (self->expected, "segment_total"), l->data));
      refcase_check_within (self, segment, refcase_number (refcase_object (self->published, "segment_total"), l->data), self->published_tolerance);
      for (guint i = 0; i < 5; i++)
        g_assert_cmpuint (votum_result_n_marks (result, 0, entrant, i), ==, 7);
    }
}

static void
check_b01_ranks (Refcase *self, GList *names)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, g_list_length (names), 0);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  JsonObject *technical = refcase_object (self->input, "technical_score");
  guint entrant = 0;

  terms->weighting = VOTUM_WEIGHTING_FACTORS;
  votum_sheet_add_node (sheet, "components", -1, (VotumDecimal) { 1, 0 }, TRUE, TRUE);
  votum_sheet_add_node (sheet, "technical", -1, (VotumDecimal) { 1, 0 }, TRUE, TRUE);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      votum_sheet_set_measure (sheet, entrant, 0, refcase_decimal (json_object_get_member (refcase_object (self->expected, "component_total"), l->data)));
      votum_sheet_set_measure (sheet, entrant, 1, refcase_decimal (json_object_get_member (technical, l->data)));
    }
  result = refcase_compute (sheet, terms);
  entrant = 0;
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      refcase_check (self, refcase_exactly (votum_result_total (result, 0, entrant, 15)), refcase_number (refcase_object (self->expected, "segment_total"), l->data));
      g_assert_cmpuint (votum_result_position (result, 0, entrant), ==, json_object_get_int_member (refcase_object (self->expected, "rank"), l->data));
      g_assert_cmpuint (votum_result_position (result, 0, entrant), ==, json_object_get_int_member (refcase_object (self->published, "rank"), l->data));
    }
}

static void
test_b01 (void)
{
  static const struct {
    VotumCorrection correction;
    const char     *expected;
  } means[] = {
    { VOTUM_CORRECTION_DROP, "trimmed_mean" },
    { VOTUM_CORRECTION_NONE, "plain_mean" },
    { VOTUM_CORRECTION_MEDIAN, "median" },
  };
  g_autoptr(Refcase) self = refcase_open ("B01-trimmed-mean-skating");
  g_autoptr(GList) names = NULL;
  g_autoptr(VotumSheet) sheet = NULL;
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  JsonArray *components;
  guint entrant = 0;

  if (self == NULL)
    return;
  components = refcase_array (self->input, "components");
  names = json_object_get_members (refcase_object (self->input, "marks"));
  sheet = votum_sheet_new (1, g_list_length (names), 9);
  for (guint i = 0; i < json_array_get_length (components); i++)
    votum_sheet_add_node (sheet, json_array_get_string_element (components, i), -1,
                          refcase_decimal (json_object_get_member (self->input, "factor")), TRUE, FALSE);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    for (guint i = 0; i < 5; i++)
      for (guint juror = 0; juror < 9; juror++)
        {
          JsonArray *row = json_array_get_array_element (refcase_array (refcase_object (self->input, "marks"), l->data), i);

          votum_sheet_set_cell (sheet, 0, entrant, juror, i, refcase_mark (json_array_get_element (row, juror)));
        }
  terms->drop = 1;
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      g_autoptr(VotumResult) result = NULL;

      terms->correction = means[i].correction;
      result = refcase_compute (sheet, terms);
      entrant = 0;
      for (GList *l = names; l != NULL; l = l->next, entrant++)
        check_b01_row (self, result, entrant, refcase_array (refcase_object (self->expected, means[i].expected), l->data), 15, self->tolerance);
    }
  check_b01_totals (self, sheet, names);
  check_b01_ranks (self, names);
}

static double *
read_scores (JsonArray *rows, guint *n_entrants, guint *n_jurors)
{
  double *scores;

  *n_entrants = json_array_get_length (rows);
  *n_jurors = json_array_get_length (json_array_get_array_element (rows, 0));
  scores = g_new (double, *n_entrants * *n_jurors);
  for (guint i = 0; i < *n_entrants; i++)
    for (guint k = 0; k < *n_jurors; k++)
      {
        JsonNode *node = json_array_get_element (json_array_get_array_element (rows, i), k);

        scores[i * *n_jurors + k] = json_node_is_null (node) ? NAN : json_node_get_double (node);
      }
  return scores;
}

static VotumSeverity *
check_severity (Refcase *self, const double *scores, guint n_entrants, guint n_jurors, JsonObject *expected)
{
  g_autoptr(GError) error = NULL;
  VotumSeverity *model = votum_severity_compute (scores, n_entrants, n_jurors, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  refcase_check (self, votum_severity_mean (model), refcase_number (expected, "mu"));
  refcase_check (self, votum_severity_residual_ss (model), refcase_number (expected, "residual_ss"));
  refcase_check (self, votum_severity_sigma (model), refcase_number (expected, "sigma"));
  g_assert_cmpint (votum_severity_df (model), ==, json_object_get_int_member (expected, "df"));
  g_assert_false (votum_severity_is_mean (model));
  for (guint i = 0; i < n_entrants; i++)
    {
      double adjusted = votum_severity_adjusted (model, i);

      refcase_check (self, adjusted, json_array_get_double_element (refcase_array (expected, "adjusted_mean"), i));
      refcase_check (self, adjusted - votum_severity_mean (model), json_array_get_double_element (refcase_array (expected, "finalist_effect"), i));
      refcase_check (self, votum_severity_se (model, i), json_array_get_double_element (refcase_array (expected, "se_adjusted"), i));
      refcase_check (self, votum_severity_raw (model, i), json_array_get_double_element (refcase_array (expected, "raw_mean"), i));
    }
  for (guint i = 0; i < n_jurors; i++)
    {
      refcase_check (self, votum_severity_of_juror (model, i), json_array_get_double_element (refcase_array (expected, "severity"), i));
      refcase_check (self, -votum_severity_of_juror (model, i), json_array_get_double_element (refcase_array (expected, "juror_effect"), i));
    }
  return model;
}

static void
test_b02 (void)
{
  static const char * const sets[] = { "kuehl", "li" };
  g_autoptr(Refcase) self = refcase_open ("B02-additive-incomplete-bibd");

  for (guint i = 0; self != NULL && i < G_N_ELEMENTS (sets); i++)
    {
      guint n_entrants, n_jurors;
      g_autofree double *scores = read_scores (refcase_array (refcase_object (self->input, sets[i]), "scores"), &n_entrants, &n_jurors);
      g_autoptr(VotumSeverity) model = check_severity (self, scores, n_entrants, n_jurors, refcase_object (self->expected, sets[i]));

      g_assert_nonnull (model);
    }
}

static void
check_components (const double *scores, guint n_entrants, guint n_jurors, JsonArray *expected)
{
  g_autoptr(GPtrArray) components = votum_severity_components (scores, n_entrants, n_jurors);

  g_assert_cmpuint (components->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < components->len; i++)
    {
      GArray *members = components->pdata[i];
      JsonArray *wanted = json_array_get_array_element (expected, i);

      g_assert_cmpuint (members->len, ==, json_array_get_length (wanted));
      for (guint k = 0; k < members->len; k++)
        g_assert_cmpint (g_array_index (members, guint, k), ==, json_array_get_int_element (wanted, k));
    }
}

static guint
rank_of (const double *values, guint n, guint index)
{
  guint rank = 1;

  for (guint i = 0; i < n; i++)
    rank += values[i] > values[index] + 1e-9;
  return rank;
}

static void
test_b03 (void)
{
  static const char * const entrants[] = { "Ask", "Bjørk", "Furu", "Gran", "Hassel", "Or" };
  static const char * const jurors[] = { "Ada", "Bo", "Cleo", "Dag" };
  g_autoptr(Refcase) self = refcase_open ("B03-additive-recusals");
  g_autoptr(VotumSeverity) model = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree double *scores = NULL;
  g_autofree double *apart = NULL;
  guint n_entrants, n_jurors;
  double raw[6], adjusted[6];

  if (self == NULL)
    return;
  scores = read_scores (refcase_array (self->input, "scores"), &n_entrants, &n_jurors);
  model = check_severity (self, scores, n_entrants, n_jurors, self->expected);
  refcase_check (self, votum_severity_se_difference (model, 0, 2), refcase_number (self->expected, "se_difference_F1_F3"));
  for (guint i = 0; i < n_entrants; i++)
    {
      raw[i] = votum_severity_raw (model, i);
      adjusted[i] = votum_severity_adjusted (model, i);
    }
  for (guint i = 0; i < n_entrants; i++)
    {
      g_assert_cmpint (rank_of (raw, n_entrants, i), ==, json_array_get_int_element (refcase_array (self->expected, "rank_raw"), i));
      g_assert_cmpint (rank_of (adjusted, n_entrants, i), ==, json_array_get_int_element (refcase_array (self->expected, "rank_adjusted"), i));
    }
  check_components (scores, n_entrants, n_jurors, refcase_array (self->expected, "components"));

  apart = read_scores (refcase_array (self->input, "disconnected_scores"), &n_entrants, &n_jurors);
  check_components (apart, n_entrants, n_jurors, refcase_array (self->expected, "disconnected_components"));
  g_assert_false (json_object_get_boolean_member (self->expected, "disconnected_estimable"));
  g_assert_null (votum_severity_compute (apart, n_entrants, n_jurors, entrants, jurors, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_assert_nonnull (strstr (error->message, "Ask, Bjørk, Furu (Ada, Bo); Gran, Hassel, Or (Cleo, Dag)"));
}

static guint
candidate (JsonArray *candidates, const char *name)
{
  for (guint i = 0; i < json_array_get_length (candidates); i++)
    if (g_str_equal (json_array_get_string_element (candidates, i), name))
      return i;
  g_assert_not_reached ();
}

static void
check_matrix (Refcase *self, const guint *computed, JsonArray *expected)
{
  for (guint a = 0; a < 5; a++)
    for (guint b = 0; b < 5; b++, self->n_checked++)
      g_assert_cmpint (computed[a * 5 + b], ==, json_array_get_int_element (json_array_get_array_element (expected, a), b));
}

static void
check_order (GArray *order, JsonArray *candidates, JsonArray *expected)
{
  g_assert_cmpuint (order->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < order->len; i++)
    g_assert_cmpuint (g_array_index (order, guint, i), ==, candidate (candidates, json_array_get_string_element (expected, i)));
}

static void
check_ranked_pairs (Refcase *self, VotumPairwise *pairwise, JsonArray *candidates)
{
  g_autoptr(GArray) log = NULL;
  g_autoptr(GArray) order = votum_pairwise_ranked_pairs (pairwise, &log);
  JsonArray *expected = refcase_array (self->expected, "ranked_pairs_log");

  check_order (order, candidates, refcase_array (self->expected, "ranked_pairs_order"));
  g_assert_cmpuint (log->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < log->len; i++)
    {
      VotumRankedPair *pair = &g_array_index (log, VotumRankedPair, i);
      JsonObject *wanted = json_array_get_object_element (expected, i);

      g_assert_cmpuint (pair->winner, ==, candidate (candidates, json_object_get_string_member (wanted, "winner")));
      g_assert_cmpuint (pair->loser, ==, candidate (candidates, json_object_get_string_member (wanted, "loser")));
      g_assert_cmpint (pair->votes, ==, json_object_get_int_member (wanted, "for"));
      g_assert_cmpint (pair->votes_against, ==, json_object_get_int_member (wanted, "against"));
      g_assert_true (pair->locked == json_object_get_boolean_member (wanted, "locked"));
    }
}

static void
check_b04_scores (Refcase *self, VotumPairwise *pairwise, JsonArray *candidates)
{
  int copeland[5];
  mpq_t sums[5];

  for (guint i = 0; i < 5; i++)
    mpq_init (sums[i]);
  votum_pairwise_copeland (pairwise, copeland);
  votum_pairwise_borda (pairwise, sums);
  for (guint i = 0; i < 5; i++)
    {
      const char *name = json_array_get_string_element (candidates, i);

      g_assert_cmpint (copeland[i], ==, json_object_get_int_member (refcase_object (self->expected, "copeland"), name));
      refcase_check (self, mpq_get_d (sums[i]), refcase_number (refcase_object (self->expected, "borda"), name));
      mpq_clear (sums[i]);
    }
}

static void
test_b04 (void)
{
  g_autoptr(Refcase) self = refcase_open ("B04-schulze-45-ballots");
  g_autoptr(VotumPairwise) pairwise = votum_pairwise_new (5);
  g_autoptr(GArray) order = NULL;
  guint d[25], p[25], wins[5];
  JsonArray *candidates, *ballots;

  if (self == NULL)
    return;
  candidates = refcase_array (self->input, "candidates");
  ballots = refcase_array (self->input, "ballots");
  for (guint i = 0; i < json_array_get_length (ballots); i++)
    {
      JsonObject *ballot = json_array_get_object_element (ballots, i);
      guint ranks[5] = { 0 };

      for (guint k = 0; k < 5; k++)
        ranks[candidate (candidates, json_array_get_string_element (refcase_array (ballot, "order"), k))] = k + 1;
      votum_pairwise_add_ballot (pairwise, ranks, (guint) json_object_get_int_member (ballot, "count"));
    }
  for (guint a = 0; a < 5; a++)
    for (guint b = 0; b < 5; b++)
      d[a * 5 + b] = votum_pairwise_votes (pairwise, a, b);
  order = votum_pairwise_schulze (pairwise, p, wins);
  check_matrix (self, d, refcase_array (self->expected, "d"));
  check_matrix (self, d, refcase_array (self->published, "d"));
  check_matrix (self, p, refcase_array (self->expected, "p"));
  check_matrix (self, p, refcase_array (self->published, "p"));
  check_order (order, candidates, refcase_array (self->expected, "schulze_order"));
  check_order (order, candidates, refcase_array (self->published, "schulze_order"));
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (wins[i], ==, json_object_get_int_member (refcase_object (self->expected, "schulze_wins"), json_array_get_string_element (candidates, i)));
  g_assert_true (json_object_get_null_member (self->expected, "condorcet_winner"));
  g_assert_cmpint (votum_pairwise_condorcet_winner (pairwise), ==, -1);
  check_b04_scores (self, pairwise, candidates);
  check_ranked_pairs (self, pairwise, candidates);
}

static void
test_b05 (void)
{
  g_autoptr(Refcase) self = refcase_open ("B05-z-score-aggregation");
  g_autoptr(GError) error = NULL;
  g_autofree double *scores = NULL;
  g_autofree double *z = NULL;
  double means[6], raw[6];
  guint n_entrants, n_jurors;

  if (self == NULL)
    return;
  scores = read_scores (refcase_array (self->input, "scores"), &n_entrants, &n_jurors);
  z = g_new (double, n_entrants * n_jurors);
  g_assert_true (votum_z_scores (scores, n_entrants, n_jurors, z, means, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < n_entrants; i++)
    {
      guint n = 0;

      raw[i] = 0;
      for (guint k = 0; k < n_jurors; k++)
        {
          JsonNode *expected = json_array_get_element (json_array_get_array_element (refcase_array (self->expected, "z"), i), k);

          if (json_node_is_null (expected))
            g_assert_true (isnan (z[i * n_jurors + k]));
          else
            refcase_check (self, z[i * n_jurors + k], json_node_get_double (expected));
          raw[i] += isnan (scores[i * n_jurors + k]) ? 0 : scores[i * n_jurors + k];
          n += !isnan (scores[i * n_jurors + k]);
        }
      refcase_check (self, raw[i] / n, json_array_get_double_element (refcase_array (self->expected, "raw_mean"), i));
      refcase_check (self, means[i], json_array_get_double_element (refcase_array (self->expected, "mean_z"), i));
    }
  for (guint i = 0; i < n_entrants; i++)
    g_assert_cmpint (rank_of (means, n_entrants, i), ==, json_array_get_int_element (refcase_array (self->expected, "rank"), i));
  g_assert_false (votum_z_scores (scores, 5, n_jurors, z, means, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
}

/* B06 as published: scores, juror ranks, criterion means and chair's order straight into the core. */
static void
check_b06_splits (JsonArray *expected, GPtrArray *splits)
{
  g_assert_cmpuint (splits->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < splits->len; i++)
    {
      VotumTieSplit *split = splits->pdata[i];
      JsonObject *wanted = json_array_get_object_element (expected, i);
      JsonArray *into = refcase_array (wanted, "into");

      g_assert_cmpint (split->rule, ==, json_object_get_int_member (wanted, "rule"));
      g_assert_cmpuint (split->group->len, ==, json_array_get_length (refcase_array (wanted, "group")));
      for (guint k = 0; k < split->group->len; k++)
        g_assert_cmpint (g_array_index (split->group, guint, k), ==, json_array_get_int_element (refcase_array (wanted, "group"), k));
      g_assert_cmpuint (split->into->len, ==, json_array_get_length (into));
      for (guint p = 0; p < split->into->len; p++)
        {
          GArray *part = split->into->pdata[p];

          g_assert_cmpuint (part->len, ==, json_array_get_length (json_array_get_array_element (into, p)));
          for (guint k = 0; k < part->len; k++)
            g_assert_cmpint (g_array_index (part, guint, k), ==,
                             json_array_get_int_element (json_array_get_array_element (into, p), k));
        }
    }
}

static void
read_rationals (JsonArray *array, mpq_t *rationals)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      mpq_init (rationals[i]);
      votum_decimal_to_rational (refcase_decimal (json_array_get_element (array, i)), rationals[i]);
    }
}

static void
test_b06 (void)
{
  static const char * const decided[] = { "2.5", "2.5", "1" };
  g_autoptr(Refcase) self = refcase_open ("B06-tie-break-chain");
  g_autoptr(GPtrArray) splits = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_tie_split_free);
  mpq_t scores[7], means[7], firsts[7];
  guint ranks[6 * 7], chair[7], positions[7];
  VotumTieInput input = { .n_entrants = 7, .n_jurors = 6, .scores = (const mpq_t *) scores, .juror_ranks = ranks, .chair = chair };
  VotumTieStep steps[] = {
    { 2, VOTUM_TIE_FIRST_PLACES, NULL, NULL, FALSE },
    { 3, VOTUM_TIE_HEAD_TO_HEAD, NULL, NULL, FALSE },
    { 4, VOTUM_TIE_HEAVIEST, (const mpq_t *) means, NULL, FALSE },
    { 5, VOTUM_TIE_CHAIR, NULL, NULL, FALSE },
  };

  if (self == NULL)
    return;
  read_rationals (refcase_array (self->input, "scores"), scores);
  read_rationals (refcase_array (self->input, "heaviest_criterion_mean"), means);
  for (guint i = 0; i < 7; i++)
    {
      mpq_init (firsts[i]);
      chair[i] = json_array_get_null_element (refcase_array (self->input, "chair_rank"), i)
                   ? 0 : (guint) json_array_get_int_element (refcase_array (self->input, "chair_rank"), i);
      for (guint juror = 0; juror < 6; juror++)
        ranks[juror * 7 + i] = (guint) json_array_get_int_element (json_array_get_array_element (refcase_array (self->input, "juror_ranks"), juror), i);
    }
  votum_tie_break_first_places (&input, firsts);
  votum_tie_break_rank (&input, steps, G_N_ELEMENTS (steps), positions, splits);
  for (guint i = 0; i < 7; i++)
    {
      refcase_check (self, mpq_get_d (firsts[i]), json_array_get_double_element (refcase_array (self->expected, "first_places"), i));
      g_assert_cmpint (positions[i], ==, json_array_get_int_element (refcase_array (self->expected, "rank"), i));
      mpq_clear (scores[i]);
      mpq_clear (means[i]);
      mpq_clear (firsts[i]);
    }
  check_b06_splits (refcase_array (self->expected, "splits"), splits);
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    g_assert_cmpstr (((VotumTieSplit *) splits->pdata[0])->values->pdata[i], ==, decided[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refcases/b01", test_b01);
  g_test_add_func ("/refcases/b02", test_b02);
  g_test_add_func ("/refcases/b03", test_b03);
  g_test_add_func ("/refcases/b04", test_b04);
  g_test_add_func ("/refcases/b05", test_b05);
  g_test_add_func ("/refcases/b06", test_b06);
  return g_test_run ();
}
