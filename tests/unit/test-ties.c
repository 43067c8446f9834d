#include "small-sheet.h"
#include "votum-error.h"

#include <string.h>

/* Ties, juries that rank, and how a rule’s lists are written. */

static VotumTerms *
terms_with_ties (const char *ties)
{
  g_autoptr(GError) error = NULL;
  VotumTerms *terms = votum_terms_new ();

  votum_terms_parse_tie_breaks (terms, ties, &error);
  g_assert_no_error (error);
  return terms;
}

static void
test_tie_criteria (void)
{
  g_autoptr(VotumSheet) sheet = tree_sheet (3, 1);
  g_autoptr(VotumTerms) terms = terms_with_ties ("criteria G; chair");
  g_autoptr(VotumTerms) heaviest = terms_with_ties ("heaviest-criterion");
  g_autoptr(VotumTerms) unknown = terms_with_ties ("criteria A Z");
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumResult) by_heaviest = NULL;
  g_autoptr(GError) error = NULL;
  VotumTieSplit *split;

  /* .2 .4 .4: all 5; on G 5, 6 and 6 */
  put (sheet, 0, 0, "5|6|4");
  put (sheet, 0, 1, "5|6|7");
  put (sheet, 0, 2, "5|3.5|3.5");
  result = compute (sheet, terms);
  assert_total (result, 0, 1, "5");
  assert_positions (result, 0, "3 1 1");
  g_assert_cmpuint (votum_result_splits (result, 0)->len, ==, 1);
  split = votum_result_splits (result, 0)->pdata[0];
  g_assert_cmpint (split->kind, ==, VOTUM_TIE_CRITERIA);
  g_assert_cmpuint (split->rule, ==, 0);
  g_assert_cmpuint (split->group->len, ==, 3);
  g_assert_cmpuint (split->into->len, ==, 2);
  g_assert_cmpstr (split->values->pdata[0], ==, "5");
  g_assert_cmpstr (split->values->pdata[1], ==, "6");

  by_heaviest = compute (sheet, heaviest); /* B and C weigh the same: the first counts */
  assert_positions (by_heaviest, 0, "3 2 1");

  g_assert_null (votum_result_compute (sheet, unknown, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Z"));
}

static void
test_tie_jurors (void)
{
  /* means all 7; firsts 1.5, 0.5, 1: jurors 1 (a), 2 (a and b share), 3 (c) */
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "8 8 5|7 8 6|6 6 9");
  g_autoptr(VotumTerms) firsts = terms_with_ties ("first-places");
  g_autoptr(VotumTerms) heads = terms_with_ties ("head-to-head");
  g_autoptr(VotumResult) result = compute (sheet, firsts);
  g_autoptr(VotumResult) by_heads = compute (sheet, heads);
  VotumTieSplit *split;
  double total;

  assert_positions (result, 0, "1 3 2");
  split = votum_result_splits (result, 0)->pdata[0];
  g_assert_cmpstr (split->values->pdata[0], ==, "1.5");
  g_assert_cmpstr (split->values->pdata[1], ==, "0.5");
  g_assert_cmpstr (split->values->pdata[2], ==, "1");
  /* a-b: 1:1, a-c: 2:1, b-c: 2:1, so 1, 1, -2 */
  assert_positions (by_heads, 0, "1 1 3");
  g_assert_true (votum_result_juror_total (result, 0, 1, 0, &total));
  g_assert_cmpfloat (total, ==, 7);
}

static void
test_tie_recused (void)
{
  /* both 7; juror 2 is recused from the first and makes no comparison: 1 v 1 of the others, then the chair */
  g_autoptr(VotumSheet) sheet = sheet_of (2, 3, "8 r 6|7 7 7");
  g_autoptr(VotumTerms) heads = terms_with_ties ("head-to-head; chair");
  g_autoptr(VotumResult) shared = compute (sheet, heads);
  g_autoptr(VotumResult) result = NULL;

  assert_positions (shared, 0, "1 1");
  votum_sheet_set_chair_order (sheet, -1, 1, 1);
  result = compute (sheet, heads);
  assert_positions (result, 0, "2 1");
  g_assert_cmpint (((VotumTieSplit *) votum_result_splits (result, 0)->pdata[0])->kind, ==, VOTUM_TIE_CHAIR);
  g_assert_cmpstr (((VotumTieSplit *) votum_result_splits (result, 0)->pdata[0])->values->pdata[0], ==, "");
  g_assert_cmpstr (((VotumTieSplit *) votum_result_splits (result, 0)->pdata[0])->values->pdata[1], ==, "1");
}

static void
test_tie_revote (void)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (3, 3, 2);
  g_autoptr(VotumTerms) terms = terms_with_ties ("revote");
  g_autoptr(VotumResult) result = NULL;

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  votum_sheet_set_revote (sheet, 1, TRUE);
  put (sheet, 0, 0, "7 7|6 8|9 9");
  put (sheet, 1, 0, "1 2|2 2|");
  put (sheet, 2, 0, "8 8|8 8|1 1");
  g_assert_true (votum_terms_parse_round_weights (terms, "1; 1 1", NULL));
  result = compute (sheet, terms);
  assert_positions (result, 0, "3 2 1");
  assert_positions (result, 1, "3 2 1"); /* what stood before, settled */
  assert_total (result, 1, 0, "7");
  assert_text (votum_result_round (result, 1, 0, 1), "1.5");
  assert_total (result, 2, 0, "15/2"); /* the revote is no round of the total */
  assert_total (result, 2, 2, "5");
  assert_positions (result, 2, "1 1 3"); /* nor does it break a later tie */
}

static void
test_rank_sum (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "1 2 1|2 1 r|3 3 2");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;

  terms->method = VOTUM_METHOD_RANK_SUM;
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "4");
  assert_total (result, 0, 1, "9/2"); /* 3 of two jurors stands for 4.5 of three: recusal wins nothing */
  assert_total (result, 0, 2, "8");
  assert_positions (result, 0, "1 2 3");
}

static void
test_borda (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "1 2 1|2 1 r|3 2 2");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;

  terms->method = VOTUM_METHOD_BORDA;
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "3/4");  /* 2/2, 0.5/2, 1/1 */
  assert_total (result, 0, 1, "3/4");  /* 1/2, 2/2 */
  assert_total (result, 0, 2, "1/12"); /* 0, 0.5/2, 0 */
  assert_positions (result, 0, "1 1 3");
}

static void
test_places (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (4, 2, "3 2|2 3|1 .|. .");
  g_autoptr(VotumSheet) two = tree_sheet (1, 1);
  g_autoptr(VotumTerms) terms = terms_with_ties ("head-to-head; chair");
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(GError) error = NULL;

  terms->method = VOTUM_METHOD_PLACES;
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "5");
  assert_total (result, 0, 2, "1");
  assert_positions (result, 0, "1 1 3 0");
  g_assert_null (votum_result_compute (two, terms, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
}

/* Marks of any size: the ways that count in machine words hand over where they end. */
static void
test_large_numbers (void)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, 2, 2);
  g_autoptr(VotumSheet) wide = sheet_of (1, 2, "9223372036854775807 0.000000000000000001");
  g_autoptr(VotumTerms) terms = terms_with_ties ("first-places");
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(GError) error = NULL;

  votum_sheet_add_node (sheet, "A", -1, decimal ("9223372036854775807"), TRUE, FALSE);
  votum_sheet_add_node (sheet, "B", -1, decimal ("0.000000000000000001"), TRUE, FALSE);
  put (sheet, 0, 0, "9223372036854775807 9223372036854775805|9223372036854775806 9223372036854775806");
  put (sheet, 0, 1, "0.000000000000000002 1|0.000000000000000002 1");
  result = compute (sheet, terms);
  assert_text (votum_result_panel (result, 0, 0, 0, 0), "9223372036854775806");
  assert_positions (result, 0, "1 1");
  g_assert_null (votum_result_compute (wide, terms, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
}

/* What is written again is read as the same. */
static void
check_texts (VotumTerms *terms)
{
  g_autofree char *ties = votum_terms_tie_breaks_to_text (terms);
  g_autoptr(VotumTerms) plain = votum_terms_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (votum_terms_margins_to_text (plain));
  g_assert_null (votum_terms_round_weights_to_text (plain));
  g_assert_null (votum_terms_tie_breaks_to_text (plain));
  g_assert_true (votum_terms_parse_margins (plain, " 3  2.50 ", &error));
  g_assert_no_error (error);
  g_assert_true (votum_terms_parse_round_weights (plain, "1;0.3 .7; 10 20 70", &error));
  g_assert_no_error (error);
  g_assert_true (votum_terms_parse_tie_breaks (plain, ties, &error));
  g_assert_no_error (error);
  {
    g_autofree char *margins = votum_terms_margins_to_text (plain);
    g_autofree char *weights = votum_terms_round_weights_to_text (plain);
    g_autofree char *again = votum_terms_tie_breaks_to_text (plain);

    g_assert_cmpstr (margins, ==, "3 2.5");
    g_assert_cmpstr (weights, ==, "1; 0.3 0.7; 10 20 70");
    g_assert_cmpstr (again, ==, ties);
  }
}

static void
test_terms (void)
{
  static const char * const wrong_ties[] = { "best", "criteria", "chair now", "chair;", ";", "criteria A;;chair" };
  static const char * const wrong_weights[] = { "1;", "0 0", "1; -1 2", "1; x" };
  g_autoptr(VotumTerms) terms = terms_with_ties (" criteria A1 B2 ; first-places;head-to-head; heaviest-criterion; revote; chair ");
  g_autoptr(VotumTerms) copy = NULL;
  VotumTieBreak *first;

  g_assert_cmpuint (terms->tie_breaks->len, ==, 6);
  copy = votum_terms_copy (terms);
  check_texts (copy);
  first = &g_array_index (copy->tie_breaks, VotumTieBreak, 0);
  g_assert_cmpstr (first->criteria[1], ==, "B2");
  for (guint i = 0; i < G_N_ELEMENTS (wrong_ties); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (votum_terms_parse_tie_breaks (terms, wrong_ties[i], &error));
      g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
    }
  g_assert_cmpuint (terms->tie_breaks->len, ==, 6);
  g_assert_true (votum_terms_parse_tie_breaks (terms, "", NULL));
  g_assert_cmpuint (terms->tie_breaks->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_weights); i++)
    g_assert_false (votum_terms_parse_round_weights (terms, wrong_weights[i], NULL));
  g_assert_false (votum_terms_parse_margins (terms, "3 -2", NULL));
  g_assert_false (votum_terms_parse_margins (terms, "3,5", NULL));
  g_assert_true (votum_terms_check (terms, NULL));
  terms->correction = VOTUM_CORRECTION_CLIP;
  g_assert_false (votum_terms_check (terms, NULL));
  g_assert_true (votum_terms_parse_margins (terms, "0", NULL));
  g_assert_true (votum_terms_check (terms, NULL));
  terms->correction = VOTUM_CORRECTION_DROP;
  g_assert_false (votum_terms_check (terms, NULL));
  terms->correction = VOTUM_CORRECTION_NONE;
  terms->round_total = 19;
  g_assert_false (votum_terms_check (terms, NULL));
  terms->round_total = VOTUM_EXACT;
  terms->minimum = 0;
  g_assert_false (votum_terms_check (terms, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ties/tie-criteria", test_tie_criteria);
  g_test_add_func ("/ties/tie-jurors", test_tie_jurors);
  g_test_add_func ("/ties/tie-recused", test_tie_recused);
  g_test_add_func ("/ties/tie-revote", test_tie_revote);
  g_test_add_func ("/ties/rank-sum", test_rank_sum);
  g_test_add_func ("/ties/borda", test_borda);
  g_test_add_func ("/ties/places", test_places);
  g_test_add_func ("/ties/large-numbers", test_large_numbers);
  g_test_add_func ("/ties/terms", test_terms);
  return g_test_run ();
}
