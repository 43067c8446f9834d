#include "refcase.h"
#include "small-sheet.h"
#include "votum-what-if.h"

/* The model for weights that are tried out: the rule's own totals at the stored weights, whatever the rule. */

#define N_ENTRANTS 7
#define N_JURORS 4
#define N_ROUNDS 3

static VotumDecimal
any_decimal (GRand *random, int from, int to, guint scale)
{
  return (VotumDecimal) { g_rand_int_range (random, from, to), (guint8) scale };
}

/* Two groups, one of them with a group inside, and a leaf beside them. */
static VotumSheet *
any_sheet (GRand *random)
{
  VotumSheet *sheet = votum_sheet_new (N_ROUNDS, N_ENTRANTS, N_JURORS);
  int first = votum_sheet_add_node (sheet, "A", -1, any_decimal (random, 1, 60, 0), FALSE, FALSE);
  int second = votum_sheet_add_node (sheet, "B", -1, any_decimal (random, 0, 60, 0), FALSE, FALSE);
  int third;
  guint n_leaves;

  votum_sheet_add_node (sheet, "A1", first, any_decimal (random, 1, 9, 0), TRUE, FALSE);
  votum_sheet_add_node (sheet, "A2", first, any_decimal (random, 0, 900, 1), TRUE, FALSE);
  third = votum_sheet_add_node (sheet, "C", first, any_decimal (random, 1, 9, 0), FALSE, FALSE);
  votum_sheet_add_node (sheet, "B1", second, any_decimal (random, 0, 9, 0), TRUE, FALSE);
  votum_sheet_add_node (sheet, "B2", second, any_decimal (random, 1, 9, 0), TRUE, FALSE);
  votum_sheet_add_node (sheet, "C1", third, any_decimal (random, 1, 9, 0), TRUE, FALSE);
  votum_sheet_add_node (sheet, "C2", third, any_decimal (random, 0, 3, 0), TRUE, FALSE);
  votum_sheet_add_node (sheet, "D", -1, any_decimal (random, 0, 60, 0), TRUE, FALSE);
  votum_sheet_set_revote (sheet, 1, g_rand_int_range (random, 0, 3) == 0);
  n_leaves = votum_sheet_n_leaves (sheet);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint entrant = 0; entrant < N_ENTRANTS; entrant++)
      for (guint leaf = 0; leaf < n_leaves; leaf++)
        {
          gboolean lacking = g_rand_int_range (random, 0, 6) == 0;

          for (guint juror = 0; juror < N_JURORS && !lacking; juror++)
            votum_sheet_set_cell (sheet, round, entrant, juror, leaf,
                                  (VotumCell) { any_decimal (random, 10, 101, 1), VOTUM_CELL_VALUE });
        }
  return sheet;
}

static VotumTerms *
any_terms (GRand *random)
{
  VotumTerms *terms = votum_terms_new ();

  terms->weighting = g_rand_int_range (random, 0, 2) ? VOTUM_WEIGHTING_SHARES : VOTUM_WEIGHTING_FACTORS;
  terms->missing = g_rand_int_range (random, 0, 2) ? VOTUM_MISSING_LOCAL : VOTUM_MISSING_GLOBAL;
  terms->rounding = g_rand_int_range (random, 0, 2) ? VOTUM_ROUNDING_HALF_UP : VOTUM_ROUNDING_HALF_EVEN;
  terms->round_panel = g_rand_int_range (random, -1, 3);
  terms->round_weighted = g_rand_int_range (random, -1, 4);
  terms->round_result = g_rand_int_range (random, -1, 4);
  terms->round_total = g_rand_int_range (random, -1, 4);
  if (g_rand_int_range (random, 0, 2))
    g_assert_true (votum_terms_parse_round_weights (terms, "1; 0.3 0.7; 0.1 0.2 0.7", NULL));
  return terms;
}

static void
assert_agrees (VotumResult *result, guint round)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumWhatIf) model = votum_what_if_new (result, round, &error);
  double totals[N_ENTRANTS];
  guint ranks[N_ENTRANTS];

  if (model == NULL)
    {
      for (guint i = 0; i < N_ENTRANTS; i++)
        g_assert_cmpint (votum_result_state (result, round, i), !=, VOTUM_STANDING_RANKED);
      return;
    }
  votum_what_if_totals (model, votum_what_if_stored (model), totals);
  votum_what_if_ranks (model, totals, ranks);
  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      double total;

      g_assert_cmpint (votum_result_total_double (result, round, i, &total), ==, votum_what_if_is_ranked (model, i));
      if (!votum_what_if_is_ranked (model, i))
        {
          g_assert_true (isnan (totals[i]));
          g_assert_cmpuint (ranks[i], ==, 0);
          continue;
        }
      g_assert_cmpfloat_with_epsilon (totals[i], total, 1e-13 * MAX (1, fabs (total)));
      g_assert_cmpuint (ranks[i], ==, votum_result_position (result, round, i));
    }
}

/* Without tie-breaks in the rule the ranks are the rule's too. */
static void
test_agrees (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(VotumSheet) sheet = any_sheet (random);
      g_autoptr(VotumTerms) terms = any_terms (random);
      g_autoptr(VotumResult) result = compute (sheet, terms);

      for (guint round = 0; round < N_ROUNDS; round++)
        assert_agrees (result, round);
    }
}

/* The same marks under weights that are declared otherwise: what the rule then says is what the model says now. */
static void
test_other_weights (void)
{
  for (guint missing = 0; missing < 2; missing++)
    {
      g_autoptr(VotumSheet) sheet = tree_sheet (3, 1);
      g_autoptr(VotumSheet) other = votum_sheet_new (1, 3, 1);
      g_autoptr(VotumTerms) terms = votum_terms_new ();
      g_autoptr(VotumResult) result = NULL;
      g_autoptr(VotumResult) expected = NULL;
      g_autoptr(VotumWhatIf) model = NULL;
      const char *marks[] = { "7|8|.", "5|9.5|6", "9|2|4" };
      double weights[3], totals[3];
      int group = votum_sheet_add_node (other, "G", -1, decimal ("60"), FALSE, FALSE);

      votum_sheet_add_node (other, "A", group, decimal ("5"), TRUE, FALSE);
      votum_sheet_add_node (other, "B", group, decimal ("1"), TRUE, FALSE);
      votum_sheet_add_node (other, "C", -1, decimal ("140"), TRUE, FALSE);
      for (guint leaf = 0; leaf < 3; leaf++)
        {
          put (sheet, 0, leaf, marks[leaf]);
          put (other, 0, leaf, marks[leaf]);
        }
      terms->missing = missing ? VOTUM_MISSING_LOCAL : VOTUM_MISSING_GLOBAL;
      result = compute (sheet, terms);
      expected = compute (other, terms);
      model = votum_what_if_new (result, 0, NULL);
      g_assert_true (votum_what_if_is_complete (model, 0));
      g_assert_false (votum_what_if_is_complete (model, 2));
      votum_what_if_move (model, votum_what_if_stored (model), 0, 0.3, weights);
      votum_what_if_move_in_group (model, weights, 2, 1 / 6.0, weights);
      votum_what_if_totals (model, weights, totals);
      for (guint i = 0; i < 3; i++)
        {
          double total;

          g_assert_true (votum_result_total_double (expected, 0, i, &total));
          g_assert_cmpfloat_with_epsilon (totals[i], total, 1e-13);
        }
    }
}

static void
test_moves (void)
{
  g_autoptr(VotumSheet) sheet = tree_sheet (1, 1);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumWhatIf) model = NULL;
  double to[3];

  for (guint leaf = 0; leaf < 3; leaf++)
    put (sheet, 0, leaf, "5");
  result = compute (sheet, terms);
  model = votum_what_if_new (result, 0, NULL);
  g_assert_cmpfloat_with_epsilon (votum_what_if_share (model, votum_what_if_stored (model), 0), 0.6, 1e-15);
  g_assert_cmpfloat_with_epsilon (votum_what_if_share_of_group (model, votum_what_if_stored (model), 2), 2 / 3.0, 1e-15);

  /* a group: inside it the proportions stay */
  votum_what_if_move (model, votum_what_if_stored (model), 0, 0.9, to);
  g_assert_cmpfloat_with_epsilon (to[0], 0.3, 1e-15);
  g_assert_cmpfloat_with_epsilon (to[1], 0.6, 1e-15);
  g_assert_cmpfloat_with_epsilon (to[2], 0.1, 1e-15);
  /* a leaf in the whole */
  votum_what_if_move (model, votum_what_if_stored (model), 1, 0, to);
  g_assert_cmpfloat_with_epsilon (to[0], 0, 1e-15);
  g_assert_cmpfloat_with_epsilon (to[1], 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (to[2], 0.5, 1e-15);
  /* in its group: the rest of the award does not notice */
  votum_what_if_move_in_group (model, votum_what_if_stored (model), 1, 0.5, to);
  g_assert_cmpfloat_with_epsilon (to[0], 0.3, 1e-15);
  g_assert_cmpfloat_with_epsilon (to[1], 0.3, 1e-15);
  g_assert_cmpfloat_with_epsilon (to[2], 0.4, 1e-15);
  /* all the weight, and back: the proportions lost are the stored ones */
  votum_what_if_move (model, to, 3, 1, to);
  g_assert_cmpfloat_with_epsilon (to[2], 1, 1e-15);
  votum_what_if_move (model, to, 3, 0.4, to);
  g_assert_cmpfloat_with_epsilon (to[0], 0.2, 1e-15);
  g_assert_cmpfloat_with_epsilon (to[1], 0.4, 1e-15);
  /* beyond the ends is at the ends */
  votum_what_if_move (model, to, 3, 1.5, to);
  g_assert_cmpfloat_with_epsilon (to[2], 1, 1e-15);
}

/* Equal but for what doubles lose: shared, and the one that the rule has first stands first. */
static void
test_equal (void)
{
  const double values[] = { 0.1 + 0.2, 1, 0.3, 1, 5, NAN };
  const double weights[] = { 1, 1 };
  g_autoptr(VotumWhatIf) model = votum_what_if_new_plain (values, 3, 2, weights);
  double totals[3];
  guint ranks[3], order[3];

  votum_what_if_exact (model, votum_what_if_stored (model), totals);
  g_assert_cmpuint (votum_what_if_ranks (model, totals, ranks), ==, 3);
  g_assert_cmpuint (ranks[0], ==, 2);
  g_assert_cmpuint (ranks[1], ==, 2);
  g_assert_cmpuint (ranks[2], ==, 1);
  votum_what_if_order (model, totals, order);
  g_assert_cmpuint (order[0], ==, 2);
  g_assert_cmpuint (order[1], ==, 0);
  g_assert_cmpuint (order[2], ==, 1);
}

static void
test_refused (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (2, 2, "1 2|2 1");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(GError) error = NULL;

  terms->method = VOTUM_METHOD_RANK_SUM;
  result = compute (sheet, terms);
  g_assert_null (votum_what_if_new (result, 0, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/what-if/agrees-with-the-rule", test_agrees);
  g_test_add_func ("/what-if/other-weights", test_other_weights);
  g_test_add_func ("/what-if/moves", test_moves);
  g_test_add_func ("/what-if/equal", test_equal);
  g_test_add_func ("/what-if/refused", test_refused);

  return g_test_run ();
}
