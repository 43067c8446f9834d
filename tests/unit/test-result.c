#include "small-sheet.h"
#include "votum-leave-out.h"
#include "votum-error.h"

/* The rule’s semantics, by cases small enough to be worked out by hand. */

static void
test_left_out (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (6, 3, "8 r 9 | 8 x 9 | 8 . 9 | 8 8 9 | r x . | ");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = compute (sheet, terms);
  g_autoptr(GArray) order = votum_result_order (result, 0);

  /* recused, not observed and not yet: never zero */
  for (guint i = 0; i < 3; i++)
    assert_total (result, 0, i, "17/2");
  assert_total (result, 0, 3, "25/3");
  assert_total (result, 0, 4, NULL);
  assert_positions (result, 0, "1 1 1 4 0 0");
  g_assert_true (votum_result_is_shared (result, 0, 0));
  g_assert_false (votum_result_is_shared (result, 0, 3));
  g_assert_cmpint (votum_result_state (result, 0, 0), ==, VOTUM_STANDING_RANKED);
  g_assert_cmpint (votum_result_state (result, 0, 4), ==, VOTUM_STANDING_NO_MARKS);
  g_assert_cmpint (votum_result_state (result, 0, 5), ==, VOTUM_STANDING_NOT_IN_ROUND);
  g_assert_cmpuint (votum_result_n_marks (result, 0, 0, 0), ==, 2);
  g_assert_cmpuint (order->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (g_array_index (order, guint, i), ==, i);
  assert_text (votum_result_corrected (result, 0, 0, 1, 0, 2), NULL);
  assert_text (votum_result_corrected (result, 0, 0, 2, 0, 2), "9.00");
  assert_text (votum_result_total (result, 0, 3, 4), "8.3333");
}

static void
test_minimum (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "8 r 9 | 8 r x | r x .");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;

  terms->minimum = 2;
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "17/2");
  g_assert_cmpint (votum_result_state (result, 0, 1), ==, VOTUM_STANDING_TOO_FEW);
  g_assert_cmpint (votum_result_state (result, 0, 2), ==, VOTUM_STANDING_NO_MARKS);
  assert_text (votum_result_panel (result, 0, 1, 0, 2), NULL);
  g_assert_cmpuint (votum_result_n_marks (result, 0, 1, 0), ==, 1);
  assert_positions (result, 0, "1 0 0");
}

static void
test_clip (void)
{
  /* mean 7.25, margins 5.25 and 9.25: 1 and 10 move; the mean of 5.25, 9, 9, 9.25 is 8.125 */
  g_autoptr(VotumSheet) sheet = sheet_of (2, 5, "1 9 9 10 r | 7 7 7 7 7");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumResult) rounded = NULL;

  terms->correction = VOTUM_CORRECTION_CLIP;
  g_assert_true (votum_terms_parse_margins (terms, "2", NULL));
  result = compute (sheet, terms);
  assert_text (votum_result_corrected (result, 0, 0, 0, 0, 2), "5.25");
  assert_text (votum_result_corrected (result, 0, 0, 1, 0, 2), "9.00");
  assert_text (votum_result_corrected (result, 0, 0, 3, 0, 2), "9.25");
  assert_total (result, 0, 0, "65/8");
  g_assert_cmpuint (votum_result_n_marks (result, 0, 0, 0), ==, 4);
  terms->round_mark = 1; /* 5.3 + 9 + 9 + 9.3 */
  rounded = compute (sheet, terms);
  assert_text (votum_result_corrected (rounded, 0, 0, 0, 0, 2), "5.30");
  assert_total (rounded, 0, 0, "163/20");
}

static void
test_clip_at_the_margin (void)
{
  /* 2 4 6: mean 4; margin 2 moves nothing, and 1.999 moves both ends by a thousandth */
  g_autoptr(VotumSheet) sheet = sheet_of (1, 3, "2 4 6");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) at = NULL;
  g_autoptr(VotumResult) within = NULL;

  terms->correction = VOTUM_CORRECTION_CLIP;
  g_assert_true (votum_terms_parse_margins (terms, "2", NULL));
  at = compute (sheet, terms);
  assert_text (votum_result_corrected (at, 0, 0, 0, 0, 3), "2.000");
  g_assert_true (votum_terms_parse_margins (terms, "1.999", NULL));
  within = compute (sheet, terms);
  assert_text (votum_result_corrected (within, 0, 0, 0, 0, 3), "2.001");
  assert_text (votum_result_corrected (within, 0, 0, 2, 0, 3), "5.999");
  assert_total (within, 0, 0, "4");
}

/* What the panel agreed on stands for its marks: uncorrected, whatever the minimum, and rounded as the rule says. */
static void
test_agreed (void)
{
  g_autoptr(VotumSheet) sheet = tree_sheet (2, 3);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumResult) without = NULL;
  VotumDecimal value;

  put (sheet, 0, 0, "4 4 5 | 6 6 6");
  put (sheet, 0, 1, "2 4 6 | 5 5 5");
  put (sheet, 0, 2, "3 3 3 | . r .");
  votum_sheet_set_agreed (sheet, 0, 0, 1, decimal ("5.55"));
  votum_sheet_set_agreed (sheet, 0, 1, 2, decimal ("3"));
  g_assert_true (votum_sheet_agreed (sheet, 0, 0, 1, &value));
  g_assert_false (votum_sheet_agreed (sheet, 0, 0, 0, &value));
  terms->correction = VOTUM_CORRECTION_MEDIAN;
  terms->minimum = 3;
  terms->round_panel = 1;
  result = compute (sheet, terms);
  assert_text (votum_result_panel (result, 0, 0, 1, 2), "5.60");
  assert_text (votum_result_panel (result, 0, 1, 2, 2), "3.00");
  /* 0.6 (4/3 + 2 * 5.6/3) + 0.4 * 3; nobody marked the other, who has a result all the same */
  assert_total (result, 0, 0, "106/25");
  assert_total (result, 0, 1, "22/5");
  assert_positions (result, 0, "2 1");
  without = votum_result_without (result, 0, VOTUM_LEAVE_NOBODY, NULL, NULL);
  assert_text (votum_result_panel (without, 0, 0, 1, 2), "5.60");
}

static void
test_drop (void)
{
  /* occurrences, not values: one of the two nines goes, and one of the two threes */
  g_autoptr(VotumSheet) sheet = sheet_of (3, 5, "3 3 5 9 9 | 3 r 5 9 9 | 1 2 3 4 5");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;

  terms->correction = VOTUM_CORRECTION_DROP;
  terms->drop = 1;
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "17/3");
  assert_text (votum_result_corrected (result, 0, 0, 0, 0, 0), NULL);
  assert_text (votum_result_corrected (result, 0, 0, 1, 0, 0), "3");
  assert_text (votum_result_corrected (result, 0, 0, 3, 0, 0), "9");
  assert_text (votum_result_corrected (result, 0, 0, 4, 0, 0), NULL);
  g_assert_cmpuint (votum_result_n_marks (result, 0, 0, 0), ==, 3);
  /* 4 marks would leave 2 */
  g_assert_cmpint (votum_result_state (result, 0, 1), ==, VOTUM_STANDING_TOO_FEW);
  assert_total (result, 0, 1, NULL);
  assert_total (result, 0, 2, "3");
}

static void
test_median (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 4, "1 9 7 r | 1 9 7 4 | 5 r r r");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;

  terms->correction = VOTUM_CORRECTION_MEDIAN;
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "7");
  assert_total (result, 0, 1, "11/2"); /* the mean of the two middle ones */
  assert_total (result, 0, 2, "5");
  g_assert_cmpuint (votum_result_n_marks (result, 0, 1, 0), ==, 4);
}

/* Two criteria 30:70, three jurors: 0.3 x 8.125 + 0.7 x 7.245 = 2.4375 + 5.0715 = 7.509 */
static VotumSheet *
rounding_sheet (void)
{
  VotumSheet *sheet = votum_sheet_new (2, 1, 2);

  votum_sheet_add_node (sheet, "A", -1, decimal ("30"), TRUE, FALSE);
  votum_sheet_add_node (sheet, "B", -1, decimal ("70"), TRUE, FALSE);
  put (sheet, 0, 0, "8.125 8.125");
  put (sheet, 0, 1, "7.245 7.245");
  put (sheet, 1, 0, "7 7");
  put (sheet, 1, 1, "7 7");
  return sheet;
}

static void
test_rounding_steps (void)
{
  g_autoptr(VotumSheet) sheet = rounding_sheet ();
  /* mark, panel, weighted, result, total, mode; round 1; total after round 2 with equal weights */
  static const struct {
    int           mark, panel, weighted, result, total;
    VotumRounding mode;
    const char   *first, *second;
  } steps[] = {
    { -1, -1, -1, -1, -1, VOTUM_ROUNDING_HALF_UP,   "7509/1000", "14509/2000" },
    {  2, -1, -1, -1, -1, VOTUM_ROUNDING_HALF_UP,   "7514/1000", NULL },       /* 8.13, 7.25: 2.439 + 5.075 */
    {  2, -1, -1, -1, -1, VOTUM_ROUNDING_HALF_EVEN, "7504/1000", NULL },       /* 8.12, 7.24: 2.436 + 5.068 */
    { -1,  2, -1, -1, -1, VOTUM_ROUNDING_HALF_UP,   "7514/1000", NULL },
    { -1,  2, -1, -1, -1, VOTUM_ROUNDING_HALF_EVEN, "7504/1000", NULL },
    { -1, -1,  3, -1, -1, VOTUM_ROUNDING_HALF_UP,   "7510/1000", NULL },       /* 2.438 + 5.072 */
    { -1, -1,  3, -1, -1, VOTUM_ROUNDING_HALF_EVEN, "7510/1000", NULL },
    { -1, -1,  0, -1, -1, VOTUM_ROUNDING_HALF_UP,   "7", "7" },                /* 2 + 5 */
    { -1, -1, -1,  2, -1, VOTUM_ROUNDING_HALF_UP,   "751/100", "1451/200" },
    { -1, -1, -1,  2,  2, VOTUM_ROUNDING_HALF_UP,   "751/100", "726/100" },    /* 7.255 */
    { -1, -1, -1,  2,  2, VOTUM_ROUNDING_HALF_EVEN, "751/100", "726/100" },
    { -1, -1, -1, -1,  2, VOTUM_ROUNDING_HALF_UP,   "751/100", "725/100" },    /* 7.2545 */
    { -1, -1, -1,  1,  1, VOTUM_ROUNDING_HALF_EVEN, "75/10", "72/10" },        /* 7.25 */
    { -1, -1, -1,  1,  1, VOTUM_ROUNDING_HALF_UP,   "75/10", "73/10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(VotumTerms) terms = votum_terms_new ();
      g_autoptr(VotumResult) result = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      mpq_t expected, computed;

      g_assert_true (votum_terms_parse_round_weights (terms, "1; 1 1", NULL));
      terms->round_mark = steps[i].mark;
      terms->round_panel = steps[i].panel;
      terms->round_weighted = steps[i].weighted;
      terms->round_result = steps[i].result;
      terms->round_total = steps[i].total;
      terms->rounding = steps[i].mode;
      result = compute (sheet, terms);
      first = votum_result_exact_total (result, 0, 0);
      second = votum_result_exact_total (result, 1, 0);
      mpq_inits (expected, computed, NULL);
      for (guint k = 0; k < 2; k++)
        {
          const char *wanted = k == 0 ? steps[i].first : steps[i].second;

          if (wanted == NULL)
            continue;
          mpq_set_str (expected, wanted, 10);
          mpq_canonicalize (expected);
          mpq_set_str (computed, k == 0 ? first : second, 10);
          if (!mpq_equal (expected, computed))
            g_error ("step %u, round %u: %s instead of %s", i, k + 1, k == 0 ? first : second, wanted);
        }
      mpq_clears (expected, computed, NULL);
    }
}

static void
test_missing (void)
{
  g_autoptr(VotumSheet) sheet = tree_sheet (3, 1);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) local = NULL;
  g_autoptr(VotumResult) global = NULL;

  put (sheet, 0, 0, "9|9|x");
  put (sheet, 0, 1, "6|x|x");
  put (sheet, 0, 2, "5|5|5");
  local = compute (sheet, terms);
  assert_text (votum_result_leaf_weight (local, 1, 2), "0.40");
  assert_total (local, 0, 0, "31/5");  /* .2*9 + .4*6 + .4*5 */
  assert_total (local, 0, 1, "37/5");  /* .6*9 + .4*5: B gives its weight to A */
  assert_total (local, 0, 2, "5");     /* the group drops out */
  assert_text (votum_result_node (local, 0, 0, 0, 2), "7.00");
  assert_text (votum_result_node (local, 0, 1, 0, 2), "9.00");
  assert_text (votum_result_node (local, 0, 2, 0, 2), NULL);
  assert_text (votum_result_node (local, 0, 2, 3, 2), "5.00");
  assert_text (votum_result_weighted (local, 0, 1, 0, 2), "5.40");
  assert_text (votum_result_weighted (local, 0, 1, 1, 2), NULL);
  assert_positions (local, 0, "2 1 3");

  terms->missing = VOTUM_MISSING_GLOBAL;
  global = compute (sheet, terms);
  assert_total (global, 0, 0, "31/5");
  assert_total (global, 0, 1, "19/3"); /* (.2*9 + .4*5) / .6 */
  assert_total (global, 0, 2, "5");
}

static void
test_factors (void)
{
  g_autoptr(VotumSheet) sheet = tree_sheet (3, 1);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;

  put (sheet, 0, 0, "9|9|x");
  put (sheet, 0, 1, "6|x|x");
  put (sheet, 0, 2, "5|5|5");
  terms->weighting = VOTUM_WEIGHTING_FACTORS;
  result = compute (sheet, terms);
  assert_text (votum_result_leaf_weight (result, 1, 2), "2.00");
  assert_total (result, 0, 0, "221"); /* 9 + 2*6 + 40*5 */
  assert_total (result, 0, 1, "227"); /* 3*9 + 40*5 */
  assert_total (result, 0, 2, "215"); /* 43*5 */
}

static void
test_zero_weights (void)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, 1, 1);
  g_autoptr(VotumSheet) nothing = votum_sheet_new (1, 1, 1);
  g_autoptr(VotumSheet) empty = votum_sheet_new (1, 1, 1);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumResult) no_criteria = NULL;
  g_autoptr(GError) error = NULL;

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  votum_sheet_add_node (sheet, "B", -1, decimal ("0"), TRUE, FALSE);
  put (sheet, 0, 0, "7");
  put (sheet, 0, 1, "1");
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "7");
  assert_text (votum_result_panel (result, 0, 0, 1, 0), "1");

  votum_sheet_add_node (nothing, "A", -1, decimal ("0"), TRUE, FALSE);
  put (nothing, 0, 0, "7");
  g_assert_null (votum_result_compute (nothing, terms, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);

  no_criteria = compute (empty, terms);
  g_assert_cmpint (votum_result_state (no_criteria, 0, 0), ==, VOTUM_STANDING_NO_MARKS);
}

static void
test_value_function (void)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, 2, 2);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  VotumDecimal xs[] = { decimal ("1"), decimal ("5"), decimal ("10") };
  VotumDecimal ys[] = { decimal ("0"), decimal ("0"), decimal ("100") };
  VotumDecimal wait_xs[] = { decimal ("20"), decimal ("60") };
  VotumDecimal wait_ys[] = { decimal ("100"), decimal ("0") };

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  votum_sheet_add_node (sheet, "wait", -1, decimal ("1"), TRUE, TRUE);
  votum_sheet_set_value_function (sheet, 0, xs, ys, 3);
  votum_sheet_set_value_function (sheet, 1, wait_xs, wait_ys, 2);
  put (sheet, 0, 0, "1 10 | r x");
  votum_sheet_set_measure (sheet, 0, 1, decimal ("30"));
  votum_sheet_set_measure (sheet, 1, 1, decimal ("10"));
  result = compute (sheet, terms);
  /* the jurors' mean first, 5.5 -> 10, not the mean of 0 and 100 */
  assert_text (votum_result_panel (result, 0, 0, 0, 1), "10.0");
  assert_text (votum_result_panel (result, 0, 0, 1, 1), "75.0");
  assert_total (result, 0, 0, "85/2");
  /* measures alone are no verdict, clipped at the end or not */
  g_assert_cmpint (votum_result_state (result, 0, 1), ==, VOTUM_STANDING_NO_MARKS);
  assert_text (votum_result_panel (result, 0, 1, 1, 1), "100.0");
}

static void
test_rounds (void)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (3, 3, 1);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) only_itself = NULL;
  g_autoptr(VotumResult) result = NULL;

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  put (sheet, 0, 0, "4|6|");
  put (sheet, 1, 0, "8|7|7");
  put (sheet, 2, 0, "10||2");
  only_itself = compute (sheet, terms);
  assert_total (only_itself, 1, 0, "8");
  g_assert_true (votum_terms_parse_round_weights (terms, "1; 30 70; 0.1 0.2 0.7", NULL));
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "4");
  assert_total (result, 1, 0, "34/5");
  assert_total (result, 1, 1, "67/10");
  assert_total (result, 1, 2, "7"); /* not in the first round: its weight goes to the second */
  assert_total (result, 2, 0, "9");
  assert_total (result, 2, 2, "28/9"); /* (.2*7 + .7*2) / .9 */
  assert_text (votum_result_round (result, 2, 2, 1), "2.0");
  assert_total (result, 2, 1, NULL);
  assert_positions (result, 1, "2 3 1");
  assert_positions (result, 2, "1 0 2");
}

static void
test_falling (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 2, "3 2|1 1|3 2");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;

  votum_sheet_set_falling (sheet, TRUE);
  result = compute (sheet, terms);
  assert_positions (result, 0, "2 1 2");
}

static void
test_cancelled (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (1, 1, "5");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (votum_result_compute (sheet, terms, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/result/left-out", test_left_out);
  g_test_add_func ("/result/minimum", test_minimum);
  g_test_add_func ("/result/clip", test_clip);
  g_test_add_func ("/result/clip-at-the-margin", test_clip_at_the_margin);
  g_test_add_func ("/result/agreed", test_agreed);
  g_test_add_func ("/result/drop", test_drop);
  g_test_add_func ("/result/median", test_median);
  g_test_add_func ("/result/rounding-steps", test_rounding_steps);
  g_test_add_func ("/result/missing", test_missing);
  g_test_add_func ("/result/factors", test_factors);
  g_test_add_func ("/result/zero-weights", test_zero_weights);
  g_test_add_func ("/result/value-function", test_value_function);
  g_test_add_func ("/result/rounds", test_rounds);
  g_test_add_func ("/result/falling", test_falling);
  g_test_add_func ("/result/cancelled", test_cancelled);
  return g_test_run ();
}
