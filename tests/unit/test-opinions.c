#include "small-sheet.h"
#include "votum-error.h"
#include "votum-opinions.h"

#include <math.h>

/* Second opinions on sheets that can be worked out by hand. */

static const VotumOpinionStep steps[] = { { 0.25, 1 }, { 0.25, 1 }, { 0.25, 1 } };

static VotumOpinions *
opinions_of (VotumResult *result, guint round)
{
  g_autoptr(GError) error = NULL;
  VotumOpinions *opinions = votum_opinions_new (result, round, steps, NULL, &error);

  g_assert_no_error (error);
  return opinions;
}

static VotumResult *
result_of (VotumSheet *sheet, const VotumTerms *terms)
{
  g_autoptr(GError) error = NULL;
  VotumResult *result = votum_result_compute (sheet, terms, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_same_order (VotumOpinions *opinions, VotumOpinionMethod method, guint n)
{
  const VotumOpinion *opinion = votum_opinions_get (opinions, method);

  g_assert_cmpint (opinion->state, ==, VOTUM_OPINION_GIVEN);
  g_assert_false (opinion->other_winner);
  g_assert_false (opinion->other_podium);
  g_assert_cmpint (opinion->reason, ==, VOTUM_REASON_NONE);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (opinion->positions[i], ==, i + 1);
}

/* Two of three jurors prefer the second; one juror alone makes the first. */
static void
test_one_against_two (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (2, 3, "6 3 3|1 4 4");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = result_of (sheet, terms);
  g_autoptr(VotumOpinions) opinions = opinions_of (result, 0);
  const VotumOpinion *median = votum_opinions_get (opinions, VOTUM_OPINION_MEDIAN);

  g_assert_cmpint (votum_opinions_get (opinions, VOTUM_OPINION_MEAN)->state, ==, VOTUM_OPINION_IS_RULE);
  for (guint method = VOTUM_OPINION_BORDA; method <= VOTUM_OPINION_RANKED_PAIRS; method++)
    {
      const VotumOpinion *opinion = votum_opinions_get (opinions, method);

      g_assert_true (opinion->other_winner && opinion->other_podium && !opinion->tied);
      g_assert_cmpuint (opinion->ahead, ==, 1);
      g_assert_cmpuint (opinion->behind, ==, 0);
      g_assert_cmpint (opinion->reason, ==, VOTUM_REASON_VOTES);
      g_assert_cmpuint (opinion->votes, ==, 2);
      g_assert_cmpuint (opinion->votes_against, ==, 1);
    }
  g_assert_true (median->other_winner);
  g_assert_cmpint (median->reason, ==, VOTUM_REASON_CRITERION);
  g_assert_cmpint (median->leaf, ==, 0);
  g_assert_cmpfloat (median->of_ahead, ==, 4);
  g_assert_cmpfloat (median->of_behind, ==, 3);
  g_assert_cmpfloat (median->rule_ahead, ==, 3);
  g_assert_cmpfloat (median->rule_behind, ==, 4);
  assert_same_order (opinions, VOTUM_OPINION_PROMETHEE, 2);
  assert_same_order (opinions, VOTUM_OPINION_TOPSIS, 2);
}

/* A recused juror compares nobody, and a median that is the rule’s is no second opinion. */
static void
test_recused (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "6 5 r|5 5 6|4 4 4");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumOpinions) opinions = NULL;

  terms->correction = VOTUM_CORRECTION_MEDIAN;
  result = result_of (sheet, terms);
  opinions = opinions_of (result, 0);
  g_assert_cmpuint (votum_opinions_n_jurors (opinions), ==, 3);
  g_assert_cmpuint (votum_opinions_votes (opinions, 0, 1), ==, 1);
  g_assert_cmpuint (votum_opinions_votes (opinions, 1, 0), ==, 0);
  g_assert_cmpuint (votum_opinions_votes (opinions, 1, 2), ==, 3);
  g_assert_cmpint (votum_opinions_get (opinions, VOTUM_OPINION_MEDIAN)->state, ==, VOTUM_OPINION_IS_RULE);
  g_assert_cmpint (votum_opinions_get (opinions, VOTUM_OPINION_MEAN)->state, ==, VOTUM_OPINION_GIVEN);
  assert_same_order (opinions, VOTUM_OPINION_COPELAND, 3);
}

/* A circle of majorities, A before B before C before A: no method that looks at pairs can part them. */
static void
test_circle (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "6 2 4.5|4 6 2|2 4 5.9");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = result_of (sheet, terms);
  g_autoptr(VotumOpinions) opinions = opinions_of (result, 0);

  for (guint method = VOTUM_OPINION_COPELAND; method <= VOTUM_OPINION_SCHULZE; method++)
    {
      const VotumOpinion *opinion = votum_opinions_get (opinions, method);

      g_assert_true (opinion->other_podium && !opinion->other_winner && opinion->tied);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpuint (opinion->positions[i], ==, 1);
      g_assert_cmpuint (opinion->ahead, ==, 1);
      g_assert_cmpuint (opinion->behind, ==, 0);
      g_assert_cmpint (opinion->reason, ==, method == VOTUM_OPINION_COPELAND ? VOTUM_REASON_PAIRS : VOTUM_REASON_PATH);
      g_assert_cmpuint (opinion->votes, ==, 1);
      g_assert_cmpuint (opinion->votes_against, ==, 2);
    }
}

static void
test_even (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (2, 2, "6 3|4 4");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = result_of (sheet, terms);
  g_autoptr(VotumOpinions) opinions = opinions_of (result, 0);
  const VotumOpinion *borda = votum_opinions_get (opinions, VOTUM_OPINION_BORDA);

  g_assert_true (borda->other_podium && !borda->other_winner && borda->tied);
  g_assert_cmpuint (borda->ahead, ==, 1);
  g_assert_cmpint (borda->reason, ==, VOTUM_REASON_VOTES);
  g_assert_cmpuint (borda->votes, ==, 1);
  g_assert_cmpuint (borda->votes_against, ==, 1);
}

/* Where low is best every method has to know it. */
static void
test_falling (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "1 1 2|2 2 3|5 4 5");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumOpinions) opinions = NULL;

  votum_sheet_set_falling (sheet, TRUE);
  result = result_of (sheet, terms);
  opinions = opinions_of (result, 0);
  for (guint method = VOTUM_OPINION_MEDIAN; method < VOTUM_N_OPINIONS; method++)
    assert_same_order (opinions, method, 3);
}

/* Places are no marks; the methods that put orders together go by them all the same. */
static void
test_places (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (3, 3, "1 1 2|2 3 1|3 2 3");
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumOpinions) opinions = NULL;

  terms->method = VOTUM_METHOD_RANK_SUM;
  result = result_of (sheet, terms);
  opinions = opinions_of (result, 0);
  for (guint method = VOTUM_OPINION_BORDA; method <= VOTUM_OPINION_RANKED_PAIRS; method++)
    assert_same_order (opinions, method, 3);
  g_assert_cmpint (votum_opinions_get (opinions, VOTUM_OPINION_MEAN)->state, ==, VOTUM_OPINION_NO_MARKS);
  g_assert_cmpint (votum_opinions_get (opinions, VOTUM_OPINION_TOPSIS)->state, ==, VOTUM_OPINION_NO_MARKS);
}

/* Rounds weigh as they do in the total: here the second turns everything round, and counts for nothing. */
static void
test_rounds (void)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (2, 2, 2);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumOpinions) opinions = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  put (sheet, 0, 0, "6 6|4 4");
  put (sheet, 1, 0, "1 2|5 5");
  g_assert_true (votum_terms_parse_round_weights (terms, "1; 1 0", &error));
  g_assert_no_error (error);
  result = result_of (sheet, terms);
  opinions = opinions_of (result, 1);
  for (guint method = VOTUM_OPINION_MEDIAN; method < VOTUM_N_OPINIONS; method++)
    assert_same_order (opinions, method, 2);

  g_cancellable_cancel (cancellable);
  g_assert_null (votum_opinions_new (result, 1, steps, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A finalist without a mark on a criterion has no distance from the best there. */
static void
test_missing (void)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, 2, 2);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumOpinions) opinions = NULL;

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  votum_sheet_add_node (sheet, "B", -1, decimal ("1"), TRUE, TRUE);
  put (sheet, 0, 0, "6 6|4 4");
  votum_sheet_set_measure (sheet, 0, 1, decimal ("5"));
  result = result_of (sheet, terms);
  opinions = opinions_of (result, 0);
  g_assert_cmpint (votum_opinions_get (opinions, VOTUM_OPINION_TOPSIS)->state, ==, VOTUM_OPINION_MISSING);
  assert_same_order (opinions, VOTUM_OPINION_PROMETHEE, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opinions/one-against-two", test_one_against_two);
  g_test_add_func ("/opinions/recused", test_recused);
  g_test_add_func ("/opinions/circle", test_circle);
  g_test_add_func ("/opinions/even", test_even);
  g_test_add_func ("/opinions/falling", test_falling);
  g_test_add_func ("/opinions/places", test_places);
  g_test_add_func ("/opinions/rounds", test_rounds);
  g_test_add_func ("/opinions/missing", test_missing);
  return g_test_run ();
}
