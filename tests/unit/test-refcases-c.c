#include "refcase.h"
#include "votum-alpha.h"
#include "votum-concordance.h"
#include "votum-icc.h"

/* Family C, how far jurors agree: every expected number within the case’s own tolerance. */

static double *
read_rows (JsonArray *rows, guint *n_rows, guint *n_columns)
{
  double *scores;

  *n_rows = json_array_get_length (rows);
  *n_columns = json_array_get_length (json_array_get_array_element (rows, 0));
  scores = g_new (double, (gsize) *n_rows * *n_columns);
  for (guint i = 0; i < *n_rows; i++)
    for (guint k = 0; k < *n_columns; k++)
      {
        JsonNode *node = json_array_get_element (json_array_get_array_element (rows, i), k);

        scores[i * *n_columns + k] = json_node_is_null (node) ? NAN : json_node_get_double (node);
      }
  return scores;
}

static double
fraction (const char *text)
{
  char *end = NULL;
  double above = g_ascii_strtod (text, &end);

  g_assert_cmpint (*end, ==, '/');
  return above / g_ascii_strtod (end + 1, NULL);
}

static void
test_c01 (void)
{
  static const char * const names[] = { "ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)" };
  g_autoptr(Refcase) self = refcase_open ("C01-icc-shrout-fleiss");
  g_autoptr(GError) error = NULL;
  g_autofree double *scores = NULL;
  guint n_entrants, n_jurors;
  VotumIcc icc;

  if (self == NULL)
    return;
  scores = read_rows (refcase_array (self->input, "scores"), &n_entrants, &n_jurors);
  g_assert_true (votum_icc_compute (scores, n_entrants, n_jurors, 0.95, &icc, &error));
  g_assert_no_error (error);
  refcase_check (self, icc.bms, refcase_number (self->expected, "BMS"));
  refcase_check (self, icc.wms, refcase_number (self->expected, "WMS"));
  refcase_check (self, icc.jms, refcase_number (self->expected, "JMS"));
  refcase_check (self, icc.ems, refcase_number (self->expected, "EMS"));
  for (guint i = 0; i < VOTUM_N_ICC_FORMS; i++)
    {
      g_autofree char *interval = g_strconcat ("CI ", names[i], NULL);
      JsonArray *ends = refcase_array (self->expected, interval);

      refcase_check (self, icc.forms[i].value, refcase_number (self->expected, names[i]));
      refcase_check (self, icc.forms[i].value, fraction (json_object_get_string_member (refcase_object (self->expected, "exact"), names[i])));
      refcase_check_within (self, icc.forms[i].value, refcase_number (self->published, names[i]), self->published_tolerance);
      refcase_check_within (self, icc.forms[i].low, json_array_get_double_element (ends, 0), refcase_tolerance (self, "ci_abs"));
      refcase_check_within (self, icc.forms[i].high, json_array_get_double_element (ends, 1), refcase_tolerance (self, "ci_abs"));
    }
}

static void
test_c02 (void)
{
  static const char * const names[] = { "nominal", "ordinal", "interval", "ratio" };
  g_autoptr(Refcase) self = refcase_open ("C02-krippendorff-c-data");
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumAlpha) alpha = NULL;
  g_autofree double *coders = NULL;
  g_autofree double *scores = NULL;
  guint n_jurors, n_units;

  if (self == NULL)
    return;
  coders = read_rows (refcase_array (self->input, "coders_by_units"), &n_jurors, &n_units);
  scores = g_new (double, n_jurors * n_units);
  for (guint i = 0; i < n_units; i++)
    for (guint juror = 0; juror < n_jurors; juror++)
      scores[i * n_jurors + juror] = coders[juror * n_units + i];
  alpha = votum_alpha_new (scores, n_units, n_jurors, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < VOTUM_N_ALPHA_METRICS; i++)
    {
      refcase_check (self, votum_alpha_value (alpha, i), refcase_number (self->expected, names[i]));
      refcase_check_within (self, votum_alpha_value (alpha, i), refcase_number (self->published, names[i]), self->published_tolerance);
    }
}

static void
check_c03 (Refcase *self, const char *set, JsonArray *rows)
{
  JsonObject *expected = refcase_object (self->expected, set);
  JsonArray *sums = refcase_array (expected, "rank_sums");
  g_autoptr(GError) error = NULL;
  guint n_entrants, n_jurors;
  g_autofree double *scores = read_rows (rows, &n_entrants, &n_jurors);
  g_autofree double *ranks = g_new (double, n_entrants);
  g_autofree double *totals = g_new0 (double, n_entrants);
  VotumConcordance result;

  g_assert_true (votum_concordance_compute (scores, n_entrants, n_jurors, 1, NULL, &result, &error));
  g_assert_no_error (error);
  for (guint juror = 0; juror < n_jurors; juror++)
    {
      votum_average_ranks (scores + juror, n_entrants, n_jurors, ranks);
      for (guint i = 0; i < n_entrants; i++)
        totals[i] += ranks[i];
    }
  for (guint i = 0; i < n_entrants; i++)
    refcase_check (self, totals[i], json_array_get_double_element (sums, i));
  refcase_check (self, result.s, refcase_number (expected, "S"));
  refcase_check (self, result.t, refcase_number (expected, "T"));
  refcase_check (self, result.w_uncorrected, refcase_number (expected, "W_uncorrected"));
  refcase_check (self, result.w, refcase_number (expected, "W"));
  refcase_check (self, result.chi2, refcase_number (expected, "chi2"));
  g_assert_cmpint (result.df, ==, json_object_get_int_member (expected, "df"));
  refcase_check (self, result.chi2_p, refcase_number (expected, "p"));
  refcase_check (self, result.spearman, refcase_number (expected, "mean_spearman"));
}

static void
test_c03 (void)
{
  g_autoptr(Refcase) self = refcase_open ("C03-kendall-w");
  JsonArray *published;

  if (self == NULL)
    return;
  check_c03 (self, "siegel", refcase_array (self->input, "siegel"));
  check_c03 (self, "zar", refcase_array (self->input, "zar_ranks"));
  /* the printed rank sums are those expected, which were checked above */
  published = refcase_array (self->published, "zar_rank_sums");
  for (guint i = 0; i < json_array_get_length (published); i++)
    refcase_check_within (self, json_array_get_double_element (refcase_array (refcase_object (self->expected, "zar"), "rank_sums"), i),
                          json_array_get_double_element (published, i), self->published_tolerance);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refcases/c01", test_c01);
  g_test_add_func ("/refcases/c02", test_c02);
  g_test_add_func ("/refcases/c03", test_c03);
  return g_test_run ();
}
