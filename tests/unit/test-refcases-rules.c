#include "refcase.h"
#include "small-sheet.h"

/* The same cases as deciding rules: a result that is computed from a sheet, as a jury's is. */

static VotumTerms *
terms_of (VotumMethod method)
{
  VotumTerms *terms = votum_terms_new ();

  terms->method = method;

  return terms;
}

static guint
place_of (JsonArray  *candidates,
          const char *name)
{
  for (guint i = 0; i < json_array_get_length (candidates); i++)
    if (strcmp (json_array_get_string_element (candidates, i), name) == 0)
      return i;
  g_assert_not_reached ();
}

/* 45 jurors who put five in order. */
static VotumSheet *
sheet_of_ballots (Refcase *self)
{
  JsonArray *candidates = refcase_array (self->input, "candidates");
  JsonArray *ballots = refcase_array (self->input, "ballots");
  VotumSheet *sheet;
  guint n_jurors = 0;

  for (guint i = 0; i < json_array_get_length (ballots); i++)
    n_jurors += (guint) json_object_get_int_member (json_array_get_object_element (ballots, i), "count");
  sheet = votum_sheet_new (1, json_array_get_length (candidates), n_jurors);
  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  for (guint i = 0, juror = 0; i < json_array_get_length (ballots); i++)
    {
      JsonObject *ballot = json_array_get_object_element (ballots, i);
      JsonArray *order = refcase_array (ballot, "order");

      for (gint64 n = json_object_get_int_member (ballot, "count"); n > 0; n--, juror++)
        for (guint k = 0; k < json_array_get_length (order); k++)
          votum_sheet_set_cell (sheet, 0, place_of (candidates, json_array_get_string_element (order, k)), juror, 0,
                                (VotumCell) { { k + 1, 0 }, VOTUM_CELL_VALUE });
    }

  return sheet;
}

/* Borda's points, beaten and half tied, as the mean per juror of their share of n - 1; a rank sum is the rest to 5 per juror. */
static void
test_b04 (void)
{
  g_autoptr(Refcase) self = refcase_open ("B04-schulze-45-ballots");
  g_autoptr(VotumSheet) sheet = NULL;
  g_autoptr(VotumTerms) borda = terms_of (VOTUM_METHOD_BORDA);
  g_autoptr(VotumTerms) rank_sum = terms_of (VOTUM_METHOD_RANK_SUM);
  g_autoptr(VotumResult) by_borda = NULL;
  g_autoptr(VotumResult) by_sum = NULL;
  JsonArray *candidates;

  if (self == NULL)
    return;
  candidates = refcase_array (self->input, "candidates");
  sheet = sheet_of_ballots (self);
  by_borda = compute (sheet, borda);
  by_sum = compute (sheet, rank_sum);
  for (guint i = 0; i < json_array_get_length (candidates); i++)
    {
      double points = refcase_number (refcase_object (self->expected, "borda"), json_array_get_string_element (candidates, i));
      double mean, sum;

      g_assert_true (votum_result_total_double (by_borda, 0, i, &mean));
      g_assert_true (votum_result_total_double (by_sum, 0, i, &sum));
      refcase_check_within (self, mean * 45 * 4, points, 1e-9);
      refcase_check_within (self, sum, 45 * 5 - points, 1e-9);
      g_assert_cmpuint (votum_result_position (by_borda, 0, i), ==, votum_result_position (by_sum, 0, i));
    }
  /* E 102, A 98, B 92, C 89, D 69 */
  assert_positions (by_borda, 0, "2 3 4 5 1");
}

/* Sums of places, with shared places as halves. */
static void
check_rank_sums (Refcase    *self,
                 const char *data,
                 const char *set)
{
  JsonArray *rows = refcase_array (self->input, data);
  JsonArray *sums = refcase_array (refcase_object (self->expected, set), "rank_sums");
  guint n = json_array_get_length (rows);
  guint n_jurors = json_array_get_length (json_array_get_array_element (rows, 0));
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, n, n_jurors);
  g_autoptr(VotumTerms) terms = terms_of (VOTUM_METHOD_RANK_SUM);
  g_autoptr(VotumResult) result = NULL;

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  for (guint i = 0; i < n; i++)
    for (guint juror = 0; juror < n_jurors; juror++)
      {
        VotumDecimal place = { (gint64) (json_array_get_double_element (json_array_get_array_element (rows, i), juror) * 10), 1 };

        votum_sheet_set_cell (sheet, 0, i, juror, 0, (VotumCell) { place, VOTUM_CELL_VALUE });
      }
  result = compute (sheet, terms);
  for (guint i = 0; i < n; i++)
    {
      guint before = 0;
      double total;

      g_assert_true (votum_result_total_double (result, 0, i, &total));
      refcase_check (self, total, json_array_get_double_element (sums, i));
      for (guint k = 0; k < n; k++)
        before += json_array_get_double_element (sums, k) < json_array_get_double_element (sums, i);
      g_assert_cmpuint (votum_result_position (result, 0, i), ==, before + 1);
    }
}

static void
test_c03 (void)
{
  g_autoptr(Refcase) self = refcase_open ("C03-kendall-w");

  if (self == NULL)
    return;
  check_rank_sums (self, "siegel", "siegel");
  check_rank_sums (self, "zar_ranks", "zar");
}

/* Points of a juror who left the room are missing, not nought. */
static void
test_recused (void)
{
  /* the third is recused from the first: 3 + 3 of two is 9 of three; who was given nothing got nought */
  g_autoptr(VotumSheet) sheet = sheet_of (4, 3, "3 3 r|2 2 3|1 1 2|. . 1");
  g_autoptr(VotumSheet) unseen = sheet_of (4, 3, "3 3 x|2 2 3|1 1 2|. . 1");
  g_autoptr(VotumSheet) full = sheet_of (4, 3, "3 3 .|2 2 3|1 1 2|. . 1");
  g_autoptr(VotumTerms) terms = terms_of (VOTUM_METHOD_PLACES);
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumResult) not_seen = NULL;
  g_autoptr(VotumResult) given = NULL;

  g_assert_true (votum_terms_parse_allocation (terms, "3x1 2x1 1x1", NULL));
  result = compute (sheet, terms);
  assert_total (result, 0, 0, "9");
  assert_total (result, 0, 1, "7");
  assert_total (result, 0, 3, "1");
  assert_positions (result, 0, "1 2 3 4");
  not_seen = compute (unseen, terms);
  assert_total (not_seen, 0, 0, "9");
  given = compute (full, terms);
  assert_total (given, 0, 0, "6");
  assert_positions (given, 0, "2 1 3 4");
}

/* More than the share, of those who voted; a quorum is of votes, not of yes. */
static void
test_yes_no (void)
{
  g_autoptr(VotumSheet) sheet = sheet_of (4, 4, "1 1 1 0|1 1 0 0|1 1 r .|1 x . .");
  g_autoptr(VotumTerms) terms = terms_of (VOTUM_METHOD_YES_NO);
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(VotumResult) by_two_thirds = NULL;
  g_autoptr(VotumResult) by_three_quarters = NULL;

  terms->quorum = 2;
  g_assert_true (votum_terms_parse_majority (terms, "1/2", NULL));
  result = compute (sheet, terms);
  g_assert_cmpint (votum_result_state (result, 0, 0), ==, VOTUM_STANDING_RANKED);
  g_assert_cmpint (votum_result_state (result, 0, 1), ==, VOTUM_STANDING_NOT_CARRIED);
  g_assert_cmpint (votum_result_state (result, 0, 2), ==, VOTUM_STANDING_RANKED);
  g_assert_cmpint (votum_result_state (result, 0, 3), ==, VOTUM_STANDING_TOO_FEW);
  assert_positions (result, 0, "1 0 2 0");
  g_assert_true (votum_terms_parse_majority (terms, "2/3", NULL));
  by_two_thirds = compute (sheet, terms);
  assert_positions (by_two_thirds, 0, "1 0 2 0");
  g_assert_true (votum_terms_parse_majority (terms, "3/4", NULL));
  by_three_quarters = compute (sheet, terms);
  g_assert_cmpint (votum_result_state (by_three_quarters, 0, 0), ==, VOTUM_STANDING_NOT_CARRIED);
  assert_positions (by_three_quarters, 0, "0 0 1 0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refcases/rules/b04", test_b04);
  g_test_add_func ("/refcases/rules/c03", test_c03);
  g_test_add_func ("/refcases/rules/recused", test_recused);
  g_test_add_func ("/refcases/rules/yes-no", test_yes_no);

  return g_test_run ();
}
