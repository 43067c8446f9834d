#include "votum-config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "votum-chart-contributions.h"
#include "votum-chart-labels.h"
#include "votum-chart-ranking.h"
#include "votum-chart-rounds.h"
#include "votum-chart-slope.h"
#include "votum-interval.h"

/* What the charts of results say of made-up data: never more than the data do. */

#define ASSERT_FINDS(chart, expected) \
  G_STMT_START { \
    g_autoptr(VotumChart) chart_ = (chart); \
    g_autofree char *finding_ = votum_chart_finding (chart_); \
    g_assert_cmpstr (finding_, ==, (expected)); \
  } G_STMT_END

static void
test_interval (void)
{
  static const double values[] = { 1, 2, NAN, 3, 4, 5 };
  double low, high;

  g_assert_true (votum_interval_of_mean (values, G_N_ELEMENTS (values), 0.9, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, 3 - 2.131846786 * sqrt (0.5), 1e-8);
  g_assert_cmpfloat_with_epsilon (high, 3 + 2.131846786 * sqrt (0.5), 1e-8);
  g_assert_true (votum_interval_of_mean (values, 2, 0.9, &low, &high));
  g_assert_cmpfloat_with_epsilon (high - low, 2 * 6.313751515 * 0.5, 1e-8);
  /* one alone tells nothing of how far others would be from it */
  g_assert_false (votum_interval_of_mean (values, 1, 0.9, &low, &high));
  g_assert_false (votum_interval_of_mean (values + 1, 2, 0.9, &low, &high));
}

static void
test_ranking_unsure (void)
{
  static const VotumChartRankingEntry entries[] = {
    { .name = "A", .has_value = TRUE, .value = 5.12, .value_text = "5.12", .place = 1, .has_interval = TRUE, .low = 4.8, .high = 5.4 },
    { .name = "B", .has_value = TRUE, .value = 4.95, .value_text = "4.95", .place = 2 },
  };
  VotumChartRanking data = { .lang = "nb", .max = 6, .entries = entries, .n_entries = 2, .n_jurors = 5, .percent = 90, .unsure = TRUE };
  g_autoptr(VotumChart) chart = votum_chart_ranking_new (&data);
  g_autofree char *words = votum_chart_describe (chart);

  ASSERT_FINDS (votum_chart_ref (chart), "A leder med 0,17, men forspranget er ikke sikkert");
  g_assert_nonnull (strstr (words, "% usikkerhet fra 4,80 til 5,40"));
  data.unsure = FALSE;
  ASSERT_FINDS (votum_chart_ranking_new (&data), "A leder med 0,17");
}

static void
test_contributions (void)
{
  VotumChartContribution parts[] = { { "Culture", 0.30, 0 }, { "Goals", -0.20, 1 }, { "Learning", 0.07, 2 } };
  VotumChartContributions data = { .lang = "en", .first = "A", .second = "B", .lead = 0.17, .parts = parts, .n_parts = 3 };
  g_autoptr(VotumChart) chart = votum_chart_contributions_new (&data);
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *csv = votum_chart_to_csv (chart);

  ASSERT_FINDS (votum_chart_ref (chart), "A is 0.17 ahead of B: gains most on “Culture”, loses most on “Goals”");
  g_assert_cmpstr (csv, ==, "first,second,criterion,difference\r\nA,B,Culture,0.3\r\nA,B,Goals,-0.2\r\nA,B,Learning,0.07\r\nA,B,Lead,0.17\r\n");
  g_assert_cmpuint (spots->len, ==, 4);
  g_assert_cmpstr (((const VotumChartSpot *) g_ptr_array_index (spots, 1))->text, ==, "Goals: −0.20");
  g_assert_cmpint (((const VotumChartSpot *) g_ptr_array_index (spots, 1))->criterion, ==, 1);

  /* what the criteria do not make up for is said, not hidden */
  data.lead = 0.37;
  data.earlier = TRUE;
  g_clear_pointer (&chart, votum_chart_unref);
  g_clear_pointer (&csv, g_free);
  chart = votum_chart_contributions_new (&data);
  csv = votum_chart_to_csv (chart);
  g_assert_nonnull (strstr (csv, "A,B,Earlier rounds,0.2\r\n"));
  parts[1].value = 0;
  data.lead = 0.37;
  ASSERT_FINDS (votum_chart_contributions_new (&data), "A is 0.37 ahead of B, most on “Culture”");
  data.lead = 0.001;
  ASSERT_FINDS (votum_chart_contributions_new (&data), "A and B have the same result");
}

static void
test_contributions_many (void)
{
  VotumChartContribution parts[40];
  VotumChartContributions data = { .lang = "en", .first = "A", .second = "B", .parts = parts, .n_parts = G_N_ELEMENTS (parts) };
  g_autoptr(VotumChart) chart = NULL;
  g_autoptr(GPtrArray) spots = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i] = (VotumChartContribution) { "Criterion", i % 2 == 0 ? 0.02 * (i + 1) : -0.01 * i, (int) i };
      data.lead += parts[i].value;
    }
  chart = votum_chart_contributions_new (&data);
  spots = votum_chart_spots (chart, 320, 240, NULL);
  /* the small ones are one row, so that what is drawn still adds up */
  g_assert_cmpuint (spots->len, <, 20);
  g_assert_true (g_str_has_prefix (((const VotumChartSpot *) g_ptr_array_index (spots, spots->len - 2))->text, "… and "));
}

static void
test_slope (void)
{
  VotumChartSlopeItem items[] = { { "A", 4.46, 5.04, 0 }, { "B", 4.75, 4.97, 1 }, { "C", NAN, 4.10, 2 } };
  VotumChartSlope data = { .lang = "en", .before = "Round 1", .after = "Round 2", .items = items, .n_items = 3 };

  ASSERT_FINDS (votum_chart_slope_new (&data), "A overtook B");
  items[0].before = 4.80;
  items[1].after = 4.05;
  ASSERT_FINDS (votum_chart_slope_new (&data), "A still leads; B moved most, −0.70");
  items[0].after = 5.90;
  ASSERT_FINDS (votum_chart_slope_new (&data), "A still leads and moved most, +1.10");
  /* nobody is said to lead who shares it */
  items[0] = (VotumChartSlopeItem) { "A", 4.75, 4.97, 0 };
  items[1] = (VotumChartSlopeItem) { "B", 4.75, 4.97, 1 };
  ASSERT_FINDS (votum_chart_slope_new (&data), "A moved most, +0.22");
  items[0].after = items[1].after = 4.75;
  ASSERT_FINDS (votum_chart_slope_new (&data), "Nobody has moved");
  items[0].after = items[1].after = NAN;
  ASSERT_FINDS (votum_chart_slope_new (&data), "Nobody has a result yet");
  /* where the lowest is the best */
  items[0] = (VotumChartSlopeItem) { "A", 9, 3, 0 };
  items[1] = (VotumChartSlopeItem) { "B", 5, 6, 1 };
  data.falling = TRUE;
  ASSERT_FINDS (votum_chart_slope_new (&data), "A overtook B");
}

static void
test_rounds (void)
{
  guint places[3][3] = { { 2, 1, 1 }, { 1, 2, 2 }, { 3, 3, 0 } };
  const char *const rounds[] = { "R1", "R2", "R3" };
  VotumChartRoundsItem items[] = { { "A", places[0], 0 }, { "B", places[1], 1 }, { "C", places[2], 2 } };
  VotumChartRounds data = { .lang = "en", .rounds = rounds, .n_rounds = 3, .items = items, .n_items = 3 };
  g_autoptr(VotumChart) chart = votum_chart_rounds_new (&data);
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *words = votum_chart_describe (chart), *csv = votum_chart_to_csv (chart);

  g_assert_cmpuint (spots->len, ==, 8);
  g_assert_cmpstr (((const VotumChartSpot *) g_ptr_array_index (spots, 5))->text, ==, "B, R3: 2");
  g_assert_cmpint (((const VotumChartSpot *) g_ptr_array_index (spots, 5))->round, ==, 2);
  ASSERT_FINDS (votum_chart_ref (chart), "A took the lead in round 2");
  g_assert_nonnull (strstr (words, "C: R1 3rd place; R2 3rd place; R3 did not go on."));
  g_assert_cmpstr (csv, ==, "finalist,place_1,place_2,place_3\r\nA,2,1,1\r\nB,1,2,2\r\nC,3,3,\r\n");
  places[0][0] = 1;
  places[1][0] = 2;
  ASSERT_FINDS (votum_chart_rounds_new (&data), "A has led all the way");
  places[1][2] = 1;
  ASSERT_FINDS (votum_chart_rounds_new (&data), "A and B share the lead");
}

/* A spreadsheet takes no name for a formula, and gets every line break and quote back. */
static void
test_csv (void)
{
  VotumChartSlopeItem items[] = { { "=HYPERLINK(1)", 1.005, -0.00001, 0 }, { "A \"B\", C\nD", NAN, 2, 1 } };
  VotumChartSlope data = { .lang = "nb", .before = "1", .after = "2", .items = items, .n_items = 2 };
  g_autoptr(VotumChart) chart = votum_chart_slope_new (&data);
  g_autofree char *csv = votum_chart_to_csv (chart);

  g_assert_cmpstr (csv, ==, "finalist,before,after,change\r\n\"'=HYPERLINK(1)\",1.005,0,-1.005\r\n\"A \"\"B\"\", C\nD\",,2,\r\n");
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Whatever they want: in their order, side by side, within their room, and untouched where nothing is in the way. */
static void
test_spread (void)
{
  for (guint round = 0; round < 500; round++)
    {
      double at[12], heights[12], tops[12], sum = 0, moved = 0;
      guint n = (guint) g_test_rand_int_range (1, 13);
      gboolean apart = TRUE;

      for (guint i = 0; i < n; i++)
        {
          at[i] = g_test_rand_double_range (-20, 420);
          heights[i] = g_test_rand_double_range (5, 33);
          sum += heights[i];
        }
      qsort (at, n, sizeof *at, compare_doubles);
      g_assert_cmpfloat (sum, <, 400);
      votum_spread (at, heights, tops, n, 0, 400);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (tops[i], >=, -1e-9);
          g_assert_cmpfloat (tops[i] + heights[i], <=, 400 + 1e-9);
          if (i > 0)
            g_assert_cmpfloat (tops[i], >=, tops[i - 1] + heights[i - 1] - 1e-9);
          apart = apart && at[i] >= heights[i] / 2 && at[i] + heights[i] / 2 <= 400 &&
                  (i == 0 || at[i] - heights[i] / 2 >= at[i - 1] + heights[i - 1] / 2);
          moved += fabs (tops[i] + heights[i] / 2 - at[i]);
        }
      if (apart)
        g_assert_cmpfloat (moved, <, 1e-9);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-kinds/csv", test_csv);
  g_test_add_func ("/chart-kinds/spread", test_spread);
  g_test_add_func ("/chart-kinds/interval", test_interval);
  g_test_add_func ("/chart-kinds/ranking-unsure", test_ranking_unsure);
  g_test_add_func ("/chart-kinds/contributions", test_contributions);
  g_test_add_func ("/chart-kinds/contributions-many", test_contributions_many);
  g_test_add_func ("/chart-kinds/slope", test_slope);
  g_test_add_func ("/chart-kinds/rounds", test_rounds);

  return g_test_run ();
}
