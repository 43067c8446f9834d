#include "chart-labels.h"
#include "votum-chart-agreement.h"
#include "votum-chart-heatmap.h"
#include "votum-chart-strip.h"
#include "votum-words.h"

#include <math.h>

/* The charts of where the jury agrees and where not: what they say, where they say it, and their data. */

#define MOST 40

static void
assert_says (const VotumChart *chart,
             const char       *expected)
{
  g_autofree char *text = votum_chart_finding (chart);

  g_assert_cmpstr (text, ==, expected);
}

static const char *const criteria[] = { "Kultur", "Resultat", "Ledelse" };
static const int leaves[] = { 0, 2, 5 };
static const VotumChartHeatmapEntrant entrants[] = { { "Nordlys Kraft", 1, 3 }, { "Fjellvind Forsikring", 0, 0 } };
static const VotumChartHeatmapCell cells[] = {
  { 4.95, "4.95", 4, 1, 0 }, { 4.2, "4.20", 5, 0, 0 },
  { 3.5, "3.50", 3, 1, 1 },  { 5, "5.00", 5, 0, 0 },
  { NAN, NULL, 0, 1, 4 },    { 4, "4.00", 5, 0, 0 },
};
static const VotumChartHeatmap heat = { "en", NULL, NULL, 1, 6, 5, criteria, leaves, 3, entrants, 2, cells };

static void
test_heatmap (void)
{
  g_autoptr(VotumChart) chart = votum_chart_heatmap_new (&heat);
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *words = votum_chart_describe (chart);
  g_autofree char *csv = votum_chart_to_csv (chart);
  const VotumChartSpot *spot;
  VotumChartHeatmap one = heat;
  g_autoptr(VotumChart) alone = NULL;
  static const VotumChartHeatmapCell column[] = { { 4, "4.00", 1, 0, 0 }, { 3, "3.00", 1, 0, 0 }, { 5, "5.00", 1, 0, 0 } };

  assert_says (chart, "The finalists differ most on “Resultat”: from 3.50 to 5.00");
  g_assert_cmpstr (votum_chart_get_kind (chart), ==, "heatmap");
  g_assert_cmpuint (spots->len, ==, 6);
  spot = g_ptr_array_index (spots, 0);
  g_assert_cmpstr (spot->text, ==, "Kultur, Nordlys Kraft: 4.95, 4 of 5 jurors, 1 recused");
  g_assert_true (spot->entrant == 3 && spot->criterion == 0 && spot->juror == -1);
  spot = g_ptr_array_index (spots, 4);
  g_assert_cmpstr (spot->text, ==, "Ledelse, Nordlys Kraft: no mark given, 1 recused, 4 not observed");
  g_assert_true (spot->entrant == 3 && spot->criterion == 5);
  g_assert_nonnull (strstr (words, "Resultat: Nordlys Kraft 3.50; Fjellvind Forsikring 5.00."));
  g_assert_nonnull (strstr (words, "Nordlys Kraft: 1 recused."));
  g_assert_true (g_str_has_prefix (csv, "criterion,finalist,mark,marks,recused,not_observed\r\nKultur,Nordlys Kraft,4.95,4,1,0\r\n"));
  g_assert_nonnull (strstr (csv, "Ledelse,Nordlys Kraft,,0,1,4\r\n"));

  one.n_entrants = 1;
  one.cells = column;
  alone = votum_chart_heatmap_new (&one);
  assert_says (alone, "Nordlys Kraft: strongest on Ledelse, weakest on Resultat");
}

static const VotumChartStripMark of_first[] = { { 4.9, "Ida Berg", 0 }, { 4.9, "Per Dahl", 2 }, { 3.2, "Siv Vik", 4 } };
static const VotumChartStripMark of_second[] = { { 4, "Ida Berg", 0 }, { 4.5, "Per Dahl", 2 } };
static const VotumChartStripEntry strips[] = {
  { "Nordlys Kraft", of_first, 3, 0, NULL, 1 },
  { "Fjellvind Forsikring", of_second, 2, 1, "Siv Vik", 0 },
  { "Havgap Sparebank", NULL, 0, 0, NULL, 2 },
};

static void
test_strip (void)
{
  VotumChartStrip data = { "nb", NULL, NULL, NULL, -1, strips, G_N_ELEMENTS (strips) };
  g_autoptr(VotumChart) chart = votum_chart_strip_new (&data);
  g_autoptr(VotumChart) on = NULL;
  g_autoptr(VotumChart) alike = NULL;
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *words = votum_chart_describe (chart);
  g_autofree char *csv = votum_chart_to_csv (chart);
  const VotumChartSpot *first = g_ptr_array_index (spots, 1), *second;

  assert_says (chart, "Jurymedlemmene er mest uenige om Nordlys Kraft: fra 3,20 til 4,90");
  g_assert_cmpuint (spots->len, ==, 3 + 5);
  g_assert_cmpstr (first->text, ==, "Siv Vik om Nordlys Kraft: 3,20");
  g_assert_true (first->entrant == 1 && first->juror == 4);
  /* equal marks stand beside each other, and not on top of each other */
  first = g_ptr_array_index (spots, 2);
  second = g_ptr_array_index (spots, 3);
  g_assert_cmpfloat_with_epsilon (first->x, second->x, 0.01);
  g_assert_cmpfloat (fabs (first->y - second->y), >=, first->height - 3);
  g_assert_nonnull (strstr (words, "Fjellvind Forsikring: snitt 4,25, median 4,25, jurymedlemmene fra 4,00 til 4,50, inhabil: Siv Vik"));
  g_assert_nonnull (strstr (words, "Havgap Sparebank: karakter ikke gitt"));
  g_assert_cmpstr (csv, ==, "finalist,juror,result\r\nNordlys Kraft,Ida Berg,4.9\r\nNordlys Kraft,Per Dahl,4.9\r\nNordlys Kraft,Siv Vik,3.2\r\n"
                            "Fjellvind Forsikring,Ida Berg,4\r\nFjellvind Forsikring,Per Dahl,4.5\r\n");
  data.criterion = "Kultur";
  data.leaf = 2;
  on = votum_chart_strip_new (&data);
  assert_says (on, "På «Kultur» er jurymedlemmene mest uenige om Nordlys Kraft: fra 3,20 til 4,90");
  data.criterion = NULL;
  data.entries = strips + 2;
  data.n_entries = 1;
  alike = votum_chart_strip_new (&data);
  assert_says (alike, "Ingen har et resultat ennå");
  g_assert_false (votum_chart_has_data (alike));
}

static void
test_agreement (void)
{
  VotumChartAgreementEntry entries[] = {
    { "Kultur", 1.2, 0.9, 1.7, "Nordlys Kraft", 2, 6, 4 },
    { "Resultat", 0.5, 0.4, 0.8, "Havgap Sparebank", 3, 4, 1 },
    { "Ledelse", NAN, NAN, NAN, NULL, NAN, NAN, 2 },
  };
  VotumChartAgreement data = { "en", NULL, NULL, FALSE, entries, G_N_ELEMENTS (entries) };
  g_autoptr(VotumChart) apart = votum_chart_agreement_new (&data);
  g_autoptr(VotumChart) unsure = NULL;
  g_autoptr(VotumChart) tied = NULL;
  g_autoptr(VotumChart) agreed = NULL;
  g_autoptr(GPtrArray) spots = votum_chart_spots (apart, 320, 240, NULL);
  g_autofree char *csv = votum_chart_to_csv (apart);
  const VotumChartSpot *spot = g_ptr_array_index (spots, 0);

  assert_says (apart, "The jury disagrees most on “Kultur”, least on “Resultat”");
  g_assert_cmpuint (spots->len, ==, 3);
  g_assert_cmpstr (spot->text, ==, "Kultur: 1.20 (0.90 to 1.70); furthest apart over Nordlys Kraft, 2.00 to 6.00");
  g_assert_true (spot->criterion == 4 && spot->entrant == -1);
  g_assert_true (g_str_has_prefix (csv, "criterion,spread,low,high,widest_for,lowest,highest\r\nKultur,1.2,0.9,1.7,Nordlys Kraft,2,6\r\n"));

  /* intervals that overlap: nothing stands out */
  entries[0].low = 0.7;
  unsure = votum_chart_agreement_new (&data);
  assert_says (unsure, "The jury disagrees about equally on all criteria, most on “Kultur”");
  entries[1] = entries[0];
  entries[1].name = "Resultat";
  tied = votum_chart_agreement_new (&data);
  assert_says (tied, "The jury disagrees about equally on all criteria, most on “Kultur” and “Resultat”");
  entries[0].value = entries[1].value = 0;
  agreed = votum_chart_agreement_new (&data);
  assert_says (agreed, "The jury agrees on all criteria");
}

/* Long names, many of them, every language: nothing collides or is cut off by the edge. */
static void
check_crowd (const char *lang,
             guint       n_rows,
             guint       n_columns,
             GPtrArray  *names)
{
  VotumChartAgreementEntry bars[MOST];
  VotumChartHeatmapEntrant columns[MOST];
  g_autofree VotumChartHeatmapCell *many = g_new0 (VotumChartHeatmapCell, MOST * MOST);
  VotumChartStripEntry rows[MOST];
  VotumChartStripMark marks[MOST];
  int numbers[MOST];
  VotumChartAgreement agreement = { lang, NULL, NULL, n_columns % 2, bars, n_rows };
  VotumChartHeatmap map = { lang, NULL, NULL, 1, 10, 9, (const char *const *) names->pdata, numbers, n_rows, columns, n_columns, many };
  VotumChartStrip strip = { lang, NULL, NULL, n_columns % 2 ? "Kultur og engasjement" : NULL, -1, rows, n_rows };
  g_autoptr(VotumChart) a = NULL;
  g_autoptr(VotumChart) b = NULL;
  g_autoptr(VotumChart) c = NULL;

  for (guint i = 0; i < MOST; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      bars[i] = (VotumChartAgreementEntry) { name, 3.0 / (i + 1), 2.0 / (i + 1), 5.0 / (i + 1), "Nordlys", 1, 10, (int) i };
      columns[i] = (VotumChartHeatmapEntrant) { name, i % 3 == 0, (int) i };
      marks[i] = (VotumChartStripMark) { 1 + (i * 7) % 9, name, (int) i };
      rows[i] = (VotumChartStripEntry) { name, marks, n_columns, i % 4 == 0, i % 4 == 0 ? "Ida Berg" : NULL, (int) i };
      numbers[i] = (int) i;
    }
  for (guint i = 0; i < MOST * MOST; i++)
    many[i] = i % 11 == 0 ? (VotumChartHeatmapCell) { NAN, NULL, 0, i % 2, 0 } : (VotumChartHeatmapCell) { 1 + i % 90 / 10.0, NULL, 9 - i % 2, 0, 0 };
  a = votum_chart_agreement_new (&agreement);
  b = votum_chart_heatmap_new (&map);
  c = votum_chart_strip_new (&strip);
  chart_labels_check (a);
  chart_labels_check (b);
  chart_labels_check (c);
}

static void
test_labels (void)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MOST; i++)
    g_ptr_array_add (names, g_strdup_printf (i % 2 ? "Kundeservicesenteret og medarbeiderutviklingsprogrammet nr. %u" : "Mål %u", i));
  for (guint i = 0; votum_words_langs ()[i] != NULL; i++)
    for (guint n = 1; n <= MOST; n += n < 6 ? 2 : 17)
      {
        check_crowd (votum_words_langs ()[i], n, 3, names);
        check_crowd (votum_words_langs ()[i], 6, n, names);
      }
  check_crowd ("nb", MOST, MOST, names);
}

static void
test_nothing (void)
{
  g_autoptr(VotumChart) a = votum_chart_agreement_new (&(VotumChartAgreement) { .lang = "nn" });
  g_autoptr(VotumChart) b = votum_chart_heatmap_new (&(VotumChartHeatmap) { .lang = "sv" });
  g_autoptr(VotumChart) c = votum_chart_strip_new (&(VotumChartStrip) { .lang = "da" });

  g_assert_false (votum_chart_has_data (a) || votum_chart_has_data (b) || votum_chart_has_data (c));
  chart_labels_check (a);
  chart_labels_check (b);
  chart_labels_check (c);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/heatmap", test_heatmap);
  g_test_add_func ("/charts/strip", test_strip);
  g_test_add_func ("/charts/agreement", test_agreement);
  g_test_add_func ("/charts/labels", test_labels);
  g_test_add_func ("/charts/nothing", test_nothing);
  return g_test_run ();
}
