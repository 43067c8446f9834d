#include "chart-labels.h"
#include "votum-chart-ranks.h"
#include "votum-chart-walk.h"
#include "votum-words.h"

#include <math.h>

/* The charts about how sure an order is: what they say, where they say it, and their data. */

static const double rising[] = { 4, 4.5, 5 }, falling[] = { 5, 4.5, 4 }, low[] = { 2, 2.1, NAN };
static const VotumChartWalkLine three[] = {
  { "Nordlys Kraft", 4.8, falling, 2 }, { "Fjellvind Forsikring", 4.2, rising, 0 }, { "Havgap Sparebank", 2.04, low, 1 },
};
static const VotumChartWalkCrossing crossing[] = { { 0.2, 4.5, 0, 1, TRUE } };

static VotumChartWalk
walk_of (const char *lang)
{
  return (VotumChartWalk) {
    .lang = lang, .criterion = "Kultur", .leaf = 3, .share = 0.08, .high = 0.4, .n_shares = 3, .lines = three, .n_lines = 3,
    .crossings = crossing, .n_crossings = 1, .leader = "Nordlys Kraft", .top_high = 0.2, .above = "Fjellvind Forsikring",
  };
}

static void
assert_says (const VotumChartWalk *data,
             const char           *expected)
{
  g_autoptr(VotumChart) chart = votum_chart_walk_new (data);
  g_autofree char *finding = votum_chart_finding (chart);

  g_assert_cmpstr (finding, ==, expected);
  chart_labels_check (chart);
}

static void
test_walk_words (void)
{
  VotumChartWalk data = walk_of ("en");

  assert_says (&data, "Fjellvind Forsikring takes the lead when “Kultur” weighs more than 20%");
  data.top_low = 0.0321;
  data.below = "Havgap Sparebank";
  assert_says (&data, "Nordlys Kraft leads as long as “Kultur” weighs between 3.2% and 20%");
  data.top_high = 1;
  assert_says (&data, "Havgap Sparebank takes the lead when “Kultur” weighs less than 3.2%");
  data.top_low = 0;
  assert_says (&data, "Nordlys Kraft leads whatever “Kultur” weighs");
  data.top_low = data.top_high = data.share;
  assert_says (&data, "The lead is shared with the weights as they are");
  data.n_lines = data.n_crossings = 0;
  assert_says (&data, "Nobody has a result yet");
}

static void
test_walk_data (void)
{
  VotumChartWalk data = walk_of ("nb");
  g_autoptr(VotumChart) chart = votum_chart_walk_new (&data);
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *words = votum_chart_describe (chart);
  g_autofree char *csv = votum_chart_to_csv (chart);
  const VotumChartSpot *spot;

  /* three finalists now, and where two are level */
  g_assert_cmpuint (spots->len, ==, 4);
  spot = g_ptr_array_index (spots, 0);
  g_assert_cmpstr (spot->text, ==, "Nordlys Kraft, nå 8 %: 4,80");
  g_assert_cmpint (spot->entrant, ==, 2);
  g_assert_cmpint (spot->criterion, ==, 3);
  spot = g_ptr_array_index (spots, 3);
  g_assert_cmpstr (spot->text, ==, "Nordlys Kraft og Fjellvind Forsikring står likt ved 20 %: 4,50");
  g_assert_nonnull (strstr (words, "Havgap Sparebank: 2,04 ved 8 % som nå, 2,00 ved 0 %, – ved 40 %."));
  g_assert_nonnull (strstr (words, spot->text));
  g_assert_true (g_str_has_prefix (csv, "criterion,weight_percent,finalist,result,event\r\nKultur,0,Nordlys Kraft,5,\r\n"));
  g_assert_nonnull (strstr (csv, "Kultur,20,Fjellvind Forsikring,4.5,ahead above\r\n"));
}

/* Many finalists with long names, every language: nothing collides or is cut off. */
static void
test_walk_labels (void)
{
  VotumChartWalkLine lines[40];
  VotumChartWalkCrossing crossings[60];
  double values[G_N_ELEMENTS (lines)][3];

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      values[i][0] = 3 + i % 7 / 3.0;
      values[i][2] = 5 - i % 5 / 2.0;
      values[i][1] = (values[i][0] + values[i][2]) / 2;
      lines[i] = (VotumChartWalkLine) { i % 2 == 0 ? "Stiftelsen Nordnorsk Kystkultur og Båtbyggertradisjon" : "Kundetilfredshetsundersøkelsesoppfølging",
                                        values[i][1], values[i], (int) i };
    }
  for (guint i = 0; i < G_N_ELEMENTS (crossings); i++)
    crossings[i] = (VotumChartWalkCrossing) { i / 150.0, 3 + i % 9 / 4.0, i % 2, 2 + i % 5, i % 12 == 0 };
  for (guint i = 0; votum_words_langs ()[i] != NULL; i++)
    for (guint n = 1; n <= G_N_ELEMENTS (lines); n += n < 8 ? 3 : 16)
      {
        VotumChartWalk data = walk_of (votum_words_langs ()[i]);
        g_autoptr(VotumChart) chart = NULL;

        data.lines = lines;
        data.n_lines = n;
        data.crossings = crossings;
        data.n_crossings = n > 8 ? G_N_ELEMENTS (crossings) : 0;
        data.falling = i % 2;
        chart = votum_chart_walk_new (&data);
        chart_labels_check (chart);
      }
}

static const double shares[][3] = { { 0.52, 0.414, 0.066 }, { 0.475, 0.512, 0.013 }, { 0.004, 0.074, 0.922 } };
static const VotumChartRanksEntry finalists[] = {
  { "Nordlys Kraft", shares[0], 2 }, { "Fjellvind Forsikring", shares[1], 0 }, { "Havgap Sparebank", shares[2], 1 },
};

static void
test_ranks (void)
{
  VotumChartRanks data = { "nb", NULL, NULL, finalists, 3 };
  const double certain[][2] = { { 1, 0 }, { 0, 1 } };
  const VotumChartRanksEntry two[] = { { "Nordlys Kraft", certain[0], 0 }, { "Havgap Sparebank", certain[1], 1 } };
  VotumChartRanks sure = { "en", NULL, NULL, two, 2 };
  g_autoptr(VotumChart) chart = votum_chart_ranks_new (&data);
  g_autoptr(VotumChart) always = votum_chart_ranks_new (&sure);
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *finding = votum_chart_finding (chart);
  g_autofree char *other = votum_chart_finding (always);
  g_autofree char *words = votum_chart_describe (chart);
  g_autofree char *csv = votum_chart_to_csv (chart);

  g_assert_cmpstr (finding, ==, "Nordlys Kraft er først med 52 % av alle tenkelige vekter, Fjellvind Forsikring med 48 %");
  g_assert_cmpstr (other, ==, "Nordlys Kraft is first whatever the weights");
  g_assert_cmpuint (spots->len, ==, 9);
  g_assert_cmpstr (((VotumChartSpot *) spots->pdata[6])->text, ==, "Havgap Sparebank, 1. plass: < 1 %");
  g_assert_cmpint (((VotumChartSpot *) spots->pdata[6])->entrant, ==, 1);
  g_assert_nonnull (strstr (words, "Fjellvind Forsikring: 1. plass: 48 %"));
  g_assert_true (g_str_has_prefix (csv, "finalist,place,share_percent\r\nNordlys Kraft,1,52\r\n"));
  chart_labels_check (chart);
  chart_labels_check (always);
}

static void
test_ranks_labels (void)
{
  VotumChartRanksEntry entries[60];
  double parts[G_N_ELEMENTS (entries)];

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = (VotumChartRanksEntry) { "Stiftelsen Nordnorsk Kystkultur og Båtbyggertradisjon", parts, (int) i };
  for (guint i = 0; votum_words_langs ()[i] != NULL; i++)
    for (guint n = 0; n <= G_N_ELEMENTS (entries); n += n < 9 ? 2 : 25)
      {
        VotumChartRanks data = { votum_words_langs ()[i], NULL, NULL, entries, n };
        g_autoptr(VotumChart) chart = NULL;

        for (guint k = 0; k < n; k++)
          parts[k] = 1.0 / n;
        chart = votum_chart_ranks_new (&data);
        g_assert_true (votum_chart_has_data (chart) == (n > 0));
        chart_labels_check (chart);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/walk-words", test_walk_words);
  g_test_add_func ("/charts/walk-data", test_walk_data);
  g_test_add_func ("/charts/walk-labels", test_walk_labels);
  g_test_add_func ("/charts/ranks", test_ranks);
  g_test_add_func ("/charts/ranks-labels", test_ranks_labels);
  return g_test_run ();
}
