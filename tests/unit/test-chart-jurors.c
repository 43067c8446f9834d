#include "chart-labels.h"
#include "votum-chart-methods.h"
#include "votum-chart-severity.h"
#include "votum-words.h"

/* The charts about jurors: what they say, where they say it, and their data. */

static const VotumChartSeverityEntry jury[] = {
  { "Ingrid Fossheim", TRUE, -0.02, TRUE, -0.14, 0.10, 6, 0, 0 },
  { "Tore Haukeland", TRUE, -0.04, TRUE, -0.17, 0.09, 5, 1, 1 },
  { "Samira Yousefi", TRUE, -0.21, TRUE, -0.33, -0.08, 6, 0, 2 },
  { "Jon Ante Balto", TRUE, 0.34, TRUE, 0.22, 0.46, 6, 0, 3 },
  { "Kari Brattbakk", FALSE, 0, FALSE, 0, 0, 0, 6, 4 },
};

static char *
severity_says (const VotumChartSeverity *data)
{
  g_autoptr(VotumChart) chart = votum_chart_severity_new (data);

  chart_labels_check (chart);

  return votum_chart_finding (chart);
}

static void
assert_says (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_severity_words (void)
{
  VotumChartSeverity data = { "en", NULL, NULL, 95, jury, G_N_ELEMENTS (jury) };
  VotumChartSeverityEntry few[2] = { jury[0], jury[1] };

  assert_says (severity_says (&data), "Stricter than the others: Jon Ante Balto; more lenient: Samira Yousefi");
  data.n_entries = 3;
  assert_says (severity_says (&data), "More lenient than the others: Samira Yousefi");
  data.n_entries = 2;
  assert_says (severity_says (&data), "No juror is clearly stricter or more lenient than the others");
  data.entries = jury + 3;
  assert_says (severity_says (&data), "Stricter than the others: Jon Ante Balto");

  /* without intervals nobody is called anything */
  few[0].has_interval = few[1].has_interval = FALSE;
  few[0].value = 3;
  few[1].value = -3;
  data.entries = few;
  assert_says (severity_says (&data), "There are too few marks to tell who is strict");
}

static void
test_severity_data (void)
{
  VotumChartSeverity data = { "nb", NULL, NULL, 95, jury, G_N_ELEMENTS (jury) };
  g_autoptr(VotumChart) chart = votum_chart_severity_new (&data);
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *words = votum_chart_describe (chart);
  g_autofree char *csv = votum_chart_to_csv (chart);
  static const int order[] = { 3, 0, 1, 2, 4 };

  g_assert_cmpuint (votum_chart_get_n_rows (chart), ==, 5);
  g_assert_true (votum_chart_has_data (chart));
  g_assert_cmpuint (spots->len, ==, 5);
  for (guint i = 0; i < spots->len; i++)
    {
      const VotumChartSpot *spot = g_ptr_array_index (spots, i);

      g_assert_cmpint (spot->juror, ==, order[i]);
      g_assert_cmpint (spot->entrant, ==, -1);
      g_assert_nonnull (strstr (words, spot->text));
      g_assert_cmpfloat (spot->y + spot->height, <=, 500);
    }
  g_assert_nonnull (strstr (words, "Jon Ante Balto: 0,34 strengere enn de andre, 95 % usikkerhet fra 0,22 til 0,46"));
  g_assert_nonnull (strstr (words, "inhabil for 1"));
  g_assert_nonnull (strstr (words, "Kari Brattbakk: ingen karakterer, inhabil for 6"));
  g_assert_true (g_str_has_prefix (csv, "juror,severity,low,high,leaning,finalists,recused\r\nJon Ante Balto,0.34,0.22,0.46,severe,6,0\r\n"));
  g_assert_nonnull (strstr (csv, "Kari Brattbakk,,,,,0,6\r\n"));
}

/* Large juries, long names, every language: nothing collides or is cut off. */
static void
test_severity_labels (void)
{
  VotumChartSeverityEntry crowd[84];
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (crowd); i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Wenche-Kristine Montgomery Solbakken-Wedel Jarlsberg nr. %u", i));
      crowd[i] = jury[i % 4];
      crowd[i].name = g_ptr_array_index (names, i);
      crowd[i].juror = (int) i;
    }
  for (guint i = 0; votum_words_langs ()[i] != NULL; i++)
    for (guint n = 0; n <= G_N_ELEMENTS (crowd); n += n < 12 ? 1 : 24)
      {
        VotumChartSeverity data = { votum_words_langs ()[i], NULL, NULL, 95, crowd, n };
        g_autoptr(VotumChart) chart = votum_chart_severity_new (&data);

        g_assert_true (votum_chart_has_data (chart) == (n > 0));
        chart_labels_check (chart);
      }
}

static const char *const finalists[] = { "Fjellvind Forsikring", "Nordlys Kraft", "Havgap Sparebank" };
static const int entrants[] = { 4, 2, 7 };
static const guint by_rule[] = { 1, 2, 3 }, turned[] = { 2, 1, 3 }, shared[] = { 1, 1, 3 };

static void
test_methods_words (void)
{
  VotumChartMethod methods[] = { { "Borda", by_rule, FALSE, FALSE }, { "Copeland", shared, FALSE, TRUE }, { "TOPSIS", turned, TRUE, TRUE },
                                 { "Schulze", turned, TRUE, TRUE }, { "Median", turned, TRUE, TRUE } };
  VotumChartMethods data = { "en", NULL, NULL, finalists, entrants, by_rule, 3, methods, 1 };
  static const char *const says[] = {
    "No other methods can be used here", "Every method has the same order at the top as the rule",
    "No method has another winner, but the first three places differ by Copeland", "Another would win by TOPSIS",
    "Another would win by TOPSIS and Schulze", "Another would win by 3 of 5 methods",
  };

  for (data.n_methods = 0; data.n_methods < G_N_ELEMENTS (says); data.n_methods++)
    {
      g_autoptr(VotumChart) chart = votum_chart_methods_new (&data);

      assert_says (votum_chart_finding (chart), says[data.n_methods]);
      g_assert_true (votum_chart_has_data (chart) == (data.n_methods > 0));
      chart_labels_check (chart);
    }
}

static void
test_methods_data (void)
{
  VotumChartMethod methods[] = { { "Borda", by_rule, FALSE, FALSE }, { "TOPSIS", turned, TRUE, TRUE } };
  VotumChartMethods data = { "nb", NULL, NULL, finalists, entrants, by_rule, 3, methods, 2 };
  g_autoptr(VotumChart) chart = votum_chart_methods_new (&data);
  g_autoptr(GPtrArray) spots = votum_chart_spots (chart, 800, 500, NULL);
  g_autofree char *words = votum_chart_describe (chart);
  g_autofree char *csv = votum_chart_to_csv (chart);

  /* the rule first, then the method that differs */
  g_assert_cmpuint (spots->len, ==, 9);
  g_assert_cmpstr (((VotumChartSpot *) spots->pdata[0])->text, ==, "Regelen: Fjellvind Forsikring, 1. plass");
  g_assert_cmpstr (((VotumChartSpot *) spots->pdata[3])->text, ==, "TOPSIS: Fjellvind Forsikring, 2. plass, etter regelen 1. plass");
  g_assert_cmpint (((VotumChartSpot *) spots->pdata[4])->entrant, ==, 2);
  g_assert_nonnull (strstr (words, "TOPSIS: Fjellvind Forsikring 2, Nordlys Kraft 1, Havgap Sparebank 3."));
  g_assert_true (g_str_has_prefix (csv, "method,finalist,place,rule_place\r\nTOPSIS,Fjellvind Forsikring,2,1\r\n"));
}

/* Many finalists with long names, every language: letters where names do not fit. */
static void
test_methods_labels (void)
{
  const char *names[40];
  int indices[40];
  guint rule[40], places[40];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      names[i] = i % 2 == 0 ? "Stiftelsen Nordnorsk Kystkultur og Båtbyggertradisjon" : "Kundetilfredshetsundersøkelsesoppfølging";
      indices[i] = (int) i;
      rule[i] = i + 1;
      places[i] = G_N_ELEMENTS (names) - i;
    }
  for (guint i = 0; votum_words_langs ()[i] != NULL; i++)
    for (guint n = 1; n <= G_N_ELEMENTS (names); n += n < 10 ? 1 : 15)
      {
        VotumChartMethod methods[8];
        VotumChartMethods data = { votum_words_langs ()[i], NULL, NULL, names, indices, rule, n, methods, G_N_ELEMENTS (methods) };
        g_autoptr(VotumChart) chart = NULL;

        for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
          methods[m] = (VotumChartMethod) { "PROMETHEE II", m % 2 == 0 ? places : rule, m % 2 == 0, m % 2 == 0 };
        chart = votum_chart_methods_new (&data);
        chart_labels_check (chart);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/methods-words", test_methods_words);
  g_test_add_func ("/charts/methods-data", test_methods_data);
  g_test_add_func ("/charts/methods-labels", test_methods_labels);
  g_test_add_func ("/charts/severity-words", test_severity_words);
  g_test_add_func ("/charts/severity-data", test_severity_data);
  g_test_add_func ("/charts/severity-labels", test_severity_labels);
  return g_test_run ();
}
