#include "refcase.h"
#include "votum-contacts.h"
#include "votum-survey.h"
#include "votum-value.h"

/* Families G and H, measures and mystery contacts: every expected number within the case’s own tolerance. */

static double *
read_numbers (JsonArray *array, guint *n)
{
  double *numbers;

  *n = json_array_get_length (array);
  numbers = g_new (double, MAX (*n, 1));
  for (guint i = 0; i < *n; i++)
    numbers[i] = json_array_get_null_element (array, i) ? NAN : json_array_get_double_element (array, i);
  return numbers;
}

static void
check_pair (Refcase *self, VotumEstimate estimate, JsonArray *ends, double tolerance)
{
  refcase_check_within (self, estimate.low, json_array_get_double_element (ends, 0), tolerance);
  refcase_check_within (self, estimate.high, json_array_get_double_element (ends, 1), tolerance);
}

static void
test_g01 (void)
{
  g_autoptr(Refcase) self = refcase_open ("G01-wilson-newcombe");
  double confidence;
  JsonArray *pairs;

  if (self == NULL)
    return;
  pairs = refcase_array (self->input, "x_n");
  confidence = refcase_number (self->input, "confidence");
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonArray *pair = json_array_get_array_element (pairs, i);
      VotumEstimate rate = votum_wilson (json_array_get_double_element (pair, 0), json_array_get_double_element (pair, 1), confidence);

      refcase_check (self, rate.value, json_array_get_double_element (refcase_array (self->expected, "rate"), i));
      check_pair (self, rate, json_array_get_array_element (refcase_array (self->expected, "interval"), i), self->tolerance);
      check_pair (self, rate, json_array_get_array_element (refcase_array (self->published, "interval"), i), self->published_tolerance);
    }
  g_assert_true (isnan (votum_wilson (0, 0, confidence).value) && isnan (votum_wilson (0, 0, confidence).low));
  g_assert_cmpfloat (votum_wilson (0, 20, confidence).low, ==, 0);
  g_assert_cmpfloat (votum_wilson (20, 20, confidence).high, ==, 1);
}

static void
check_nps (Refcase *self, VotumNps nps, JsonObject *expected)
{
  g_assert_cmpint (nps.n, ==, json_object_get_int_member (expected, "n"));
  refcase_check (self, nps.nps.value, refcase_number (expected, "nps"));
  refcase_check (self, nps.se, refcase_number (expected, "se"));
  check_pair (self, nps.nps, refcase_array (expected, "ci"), self->tolerance);
}

static void
test_g02 (void)
{
  g_autoptr(Refcase) self = refcase_open ("G02-nps-standard-error");
  g_autofree double *answers = NULL;
  JsonObject *counts, *expected;
  VotumNps nps;
  guint n;

  if (self == NULL)
    return;
  counts = refcase_object (self->input, "counts");
  nps = votum_nps_of_counts ((guint) json_object_get_int_member (counts, "promoters"), (guint) json_object_get_int_member (counts, "passives"),
                             (guint) json_object_get_int_member (counts, "detractors"), 0.95);
  check_nps (self, nps, refcase_object (self->expected, "counts"));
  expected = refcase_object (self->published, "counts");
  refcase_check_within (self, nps.nps.value, refcase_number (expected, "nps"), self->published_tolerance);
  refcase_check_within (self, nps.se, refcase_number (expected, "se"), self->published_tolerance);
  check_pair (self, nps.nps, refcase_array (expected, "ci"), self->published_tolerance);
  answers = read_numbers (refcase_array (self->input, "answers"), &n);
  nps = votum_nps_of_answers (answers, n, 0.95);
  expected = refcase_object (self->expected, "answers");
  check_nps (self, nps, expected);
  g_assert_cmpint (nps.promoters, ==, json_object_get_int_member (expected, "promoters"));
  g_assert_cmpint (nps.passives, ==, json_object_get_int_member (expected, "passives"));
  g_assert_cmpint (nps.detractors, ==, json_object_get_int_member (expected, "detractors"));
}

enum { OKS, KTI, NPS, FCR, COMPLAINTS, N_MEASURES };

static const char * const measures[] = { "OKS", "KTI", "NPS", "FCR", "Complaints" };

static void
read_points (JsonObject *input, const char *measure, VotumDecimal xs[2], VotumDecimal ys[2])
{
  JsonObject *function = refcase_object (refcase_object (input, "value_functions"), measure);

  for (guint i = 0; i < 2; i++)
    {
      xs[i] = refcase_decimal (json_array_get_element (refcase_array (function, "xs"), i));
      ys[i] = refcase_decimal (json_array_get_element (refcase_array (function, "ys"), i));
    }
}

static double
value_of (JsonObject *input, const char *measure, double figure)
{
  VotumDecimal xs[2], ys[2];
  double value;
  mpq_t exact;

  if (isnan (figure))
    return NAN;
  read_points (input, measure, xs, ys);
  mpq_init (exact);
  mpq_set_d (exact, figure);
  votum_value_apply (xs, ys, 2, FALSE, exact, exact);
  value = mpq_get_d (exact);
  mpq_clear (exact);
  return value;
}

static void
check_g03_surveys (Refcase *self, const char *name, JsonObject *expected, double *figures)
{
  g_autofree double *oks = NULL;
  g_autofree double *recommend = NULL;
  g_autofree double *items = NULL;
  g_autofree double *means = NULL;
  JsonArray *rows = refcase_array (refcase_object (self->input, "kti_items_1_10"), name);
  guint n_oks, n_recommend, n_rows = json_array_get_length (rows), top = 0;
  VotumIndex index;
  VotumNps nps;
  VotumEstimate rate;

  oks = read_numbers (refcase_array (refcase_object (self->input, "oks_1_6"), name), &n_oks);
  index = votum_index_of_answers (oks, n_oks, 1, 6, 0.95);
  figures[OKS] = index.index.value;
  refcase_check (self, index.se, refcase_number (expected, "oks_se"));
  g_assert_cmpint (index.n, ==, json_object_get_int_member (refcase_object (expected, "n"), "OKS"));
  for (guint i = 0; i < n_oks; i++)
    top += oks[i] >= 5;
  rate = votum_wilson (top, index.n, 0.95);
  refcase_check (self, 100 * rate.value, refcase_number (expected, "top2_share"));
  check_pair (self, (VotumEstimate) { 0, 100 * rate.low, 100 * rate.high }, refcase_array (expected, "top2_interval"), self->tolerance);

  items = g_new (double, 4 * n_rows);
  means = g_new (double, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      guint n_items;
      g_autofree double *row = read_numbers (json_array_get_array_element (rows, i), &n_items);

      g_assert_cmpuint (n_items, ==, 4);
      for (guint k = 0; k < 4; k++)
        items[4 * i + k] = row[k];
    }
  votum_mean_of_items (items, n_rows, 4, 3, means);
  index = votum_index_of_answers (means, n_rows, 1, 10, 0.95);
  figures[KTI] = index.index.value;
  refcase_check (self, index.se, refcase_number (expected, "kti_se"));
  g_assert_cmpint (index.n, ==, json_object_get_int_member (refcase_object (expected, "n"), "KTI"));

  recommend = read_numbers (refcase_array (refcase_object (self->input, "recommend_0_10"), name), &n_recommend);
  nps = votum_nps_of_answers (recommend, n_recommend, 0.95);
  figures[NPS] = nps.nps.value;
  refcase_check (self, nps.se, refcase_number (expected, "nps_se"));
  g_assert_cmpint (nps.n, ==, json_object_get_int_member (refcase_object (expected, "n"), "NPS"));
}

static void
check_g03_rates (Refcase *self, const char *name, JsonObject *expected, double *figures)
{
  JsonNode *fcr = json_object_get_member (refcase_object (self->input, "fcr_yes_of"), name);

  figures[FCR] = NAN;
  g_assert_cmpint (json_node_is_null (fcr), ==, json_object_get_null_member (expected, "fcr_interval"));
  if (!json_node_is_null (fcr))
    {
      JsonArray *pair = json_node_get_array (fcr);
      VotumEstimate rate = votum_wilson (json_array_get_double_element (pair, 0), json_array_get_double_element (pair, 1), 0.95);

      figures[FCR] = 100 * rate.value;
      check_pair (self, (VotumEstimate) { 0, 100 * rate.low, 100 * rate.high }, refcase_array (expected, "fcr_interval"), self->tolerance);
    }
  figures[COMPLAINTS] = refcase_number (refcase_object (self->input, "complaints_per_1000"), name);
}

/* By the rule too: measured criteria with value functions, exactly. */
static void
check_g03_ranks (Refcase *self, GList *names, const double *figures)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, g_list_length (names), 0);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  guint entrant = 0;

  for (guint i = 0; i < N_MEASURES; i++)
    {
      VotumDecimal xs[2], ys[2];
      int node = votum_sheet_add_node (sheet, measures[i], -1,
                                       refcase_decimal (json_object_get_member (refcase_object (self->input, "weights"), measures[i])), TRUE, TRUE);

      read_points (self->input, measures[i], xs, ys);
      votum_sheet_set_value_function (sheet, node, xs, ys, 2);
    }
  for (guint k = 0; k < g_list_length (names); k++)
    for (guint i = 0; i < N_MEASURES; i++)
      if (!isnan (figures[k * N_MEASURES + i]))
        {
          char text[64];
          VotumDecimal figure;

          g_ascii_formatd (text, sizeof text, "%.14f", figures[k * N_MEASURES + i]);
          g_assert_true (votum_decimal_parse (text, &figure, NULL));
          votum_sheet_set_measure (sheet, k, i, figure);
        }
  result = refcase_compute (sheet, terms);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      refcase_check (self, refcase_exactly (votum_result_total (result, 0, entrant, 15)),
                     refcase_number (refcase_object (refcase_object (self->expected, "organisations"), l->data), "composite"));
      g_assert_cmpint (votum_result_position (result, 0, entrant), ==, json_object_get_int_member (refcase_object (self->expected, "rank"), l->data));
    }
}

static void
test_g03 (void)
{
  g_autoptr(Refcase) self = refcase_open ("G03-composite-service-index");
  g_autoptr(GList) names = NULL;
  g_autofree double *figures = NULL;
  double weights[N_MEASURES];
  guint entrant = 0;

  if (self == NULL)
    return;
  names = json_object_get_members (refcase_object (self->expected, "organisations"));
  figures = g_new (double, N_MEASURES * g_list_length (names));
  for (guint i = 0; i < N_MEASURES; i++)
    weights[i] = refcase_number (refcase_object (self->input, "weights"), measures[i]);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      JsonObject *expected = refcase_object (refcase_object (self->expected, "organisations"), l->data);
      double *own = figures + entrant * N_MEASURES, values[N_MEASURES], present;

      check_g03_surveys (self, l->data, expected, own);
      check_g03_rates (self, l->data, expected, own);
      for (guint i = 0; i < N_MEASURES; i++)
        {
          values[i] = value_of (self->input, measures[i], own[i]);
          g_assert_cmpint (json_object_get_null_member (refcase_object (expected, "values"), measures[i]), ==, isnan (values[i]));
          if (isnan (values[i]))
            continue;
          refcase_check (self, own[i], refcase_number (refcase_object (expected, "measures"), measures[i]));
          refcase_check (self, values[i], refcase_number (refcase_object (expected, "values"), measures[i]));
        }
      refcase_check (self, votum_composite (values, weights, N_MEASURES, &present), refcase_number (expected, "composite"));
      refcase_check (self, present, refcase_number (expected, "weight_present"));
    }
  check_g03_ranks (self, names, figures);
}

static VotumContacts *
read_contacts (JsonObject *input, GList *names)
{
  JsonArray *possible = refcase_array (input, "question_max");
  guint n = json_array_get_length (possible);
  g_autofree VotumDecimal *points = g_new (VotumDecimal, n);
  g_autofree VotumCell *answers = g_new (VotumCell, n);
  g_autofree guint *areas = g_new (guint, n);
  VotumContacts *contacts;

  for (guint i = 0; i < n; i++)
    {
      points[i] = refcase_decimal (json_array_get_element (possible, i));
      areas[i] = (guint) json_array_get_int_element (refcase_array (input, "question_area"), i);
    }
  contacts = votum_contacts_new (points, areas, n);
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *participant = refcase_object (refcase_object (input, "participants"), l->data);
      JsonArray *made = refcase_array (participant, "contacts");
      guint index = votum_contacts_add_participant (contacts, (int) g_str_hash (json_object_get_string_member (participant, "class")));

      for (guint k = 0; k < json_array_get_length (made); k++)
        {
          JsonNode *node = json_array_get_element (made, k);

          for (guint i = 0; i < n && JSON_NODE_HOLDS_ARRAY (node); i++)
            answers[i] = refcase_mark (json_array_get_element (json_node_get_array (node), i));
          votum_contacts_add (contacts, index, JSON_NODE_HOLDS_ARRAY (node) ? answers : NULL);
        }
    }
  return contacts;
}

static void
check_h01_line (Refcase *self, VotumContactStanding *standing, VotumContactStanding *by_mean, guint index, JsonObject *expected)
{
  JsonArray *percents = refcase_array (expected, "contact_percent"), *areas = refcase_array (expected, "area_percent");
  JsonArray *weights = refcase_array (self->input, "area_weights_percent");
  double of_areas[4], weight[4], mean = 0, squares = 0;
  const double *contacts;
  guint n;

  refcase_check (self, votum_contact_standing_obtained (standing, index), refcase_number (expected, "obtained"));
  refcase_check (self, votum_contact_standing_possible (standing, index), refcase_number (expected, "possible"));
  refcase_check (self, refcase_exactly (votum_contact_standing_percent (standing, index, 15)), refcase_number (expected, "pooled_percent"));
  refcase_check (self, refcase_exactly (votum_contact_standing_percent (by_mean, index, 15)), refcase_number (expected, "mean_contact_percent"));
  g_assert_cmpint (votum_contact_standing_unanswered (standing, index), ==, json_object_get_int_member (expected, "unanswered"));
  contacts = votum_contact_standing_contacts (standing, index, &n);
  g_assert_cmpuint (n, ==, json_array_get_length (percents));
  for (guint i = 0; i < n; i++)
    {
      refcase_check (self, contacts[i], json_array_get_double_element (percents, i));
      mean += contacts[i] / n;
    }
  for (guint i = 0; i < n; i++)
    squares += (contacts[i] - mean) * (contacts[i] - mean);
  refcase_check (self, sqrt (squares / (n - 1)), refcase_number (expected, "sd_contact"));
  g_assert_cmpuint (json_array_get_length (areas), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      of_areas[i] = votum_contact_standing_area (standing, index, i);
      weight[i] = json_array_get_double_element (weights, i);
      refcase_check (self, of_areas[i], json_array_get_double_element (areas, i));
    }
  refcase_check (self, votum_composite (of_areas, weight, 4, NULL), refcase_number (expected, "area_weighted_percent"));
}

static int
index_of (GList *names, const char *name)
{
  GList *found = g_list_find_custom (names, name, (GCompareFunc) g_strcmp0);

  g_assert_nonnull (found);
  return g_list_position (names, found);
}

static void
check_h01_standing (Refcase *self, VotumContacts *contacts, GList *names, guint first, const char *lines, const char *standings)
{
  g_autoptr(VotumContactStanding) standing = votum_contacts_standing (contacts, VOTUM_CONTACTS_POOLED, first);
  g_autoptr(VotumContactStanding) by_mean = votum_contacts_standing (contacts, VOTUM_CONTACTS_MEAN, first);
  JsonObject *places = refcase_object (self->expected, standings);
  guint index = 0;

  for (GList *l = names; l != NULL; l = l->next, index++)
    {
      const char *class = json_object_get_string_member (refcase_object (refcase_object (self->input, "participants"), l->data), "class");

      check_h01_line (self, standing, by_mean, index, refcase_object (refcase_object (self->expected, lines), l->data));
      g_assert_cmpint (votum_contact_standing_position (standing, index), ==,
                       json_object_get_int_member (refcase_object (places, "overall"), l->data));
      g_assert_cmpint (votum_contact_standing_in_class (standing, index), ==,
                       json_object_get_int_member (refcase_object (refcase_object (places, "class"), class), l->data));
    }
}

static void
check_welch (Refcase *self, const VotumWelch *welch, JsonObject *expected)
{
  refcase_check (self, welch->difference.value, refcase_number (expected, "diff"));
  refcase_check (self, welch->t, refcase_number (expected, "t"));
  refcase_check (self, welch->df, refcase_number (expected, "df"));
  refcase_check (self, welch->p_two_sided, refcase_number (expected, "p_two_sided"));
  refcase_check (self, welch->p_one_sided, refcase_number (expected, "p_one_sided"));
  check_pair (self, welch->difference, refcase_array (expected, "ci95"), self->tolerance);
}

static void
check_h01_lead (Refcase *self, const VotumContactStanding *standing, GList *names, JsonObject *lead)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GList) class = json_object_get_members (refcase_object (lead, "bootstrap_p_first_in_class"));
  double tolerance = refcase_tolerance (self, "bootstrap_abs_at_10000"), first[5];
  guint two[2] = { (guint) index_of (names, json_object_get_string_member (lead, "first")),
                   (guint) index_of (names, json_object_get_string_member (lead, "second")) };
  guint all[5], n = 0;
  VotumWelch welch;

  g_assert_true (votum_contact_standing_lead (standing, two[0], two[1], 0.95, &welch, &error));
  check_welch (self, &welch, refcase_object (lead, "welch"));
  g_assert_true (votum_contact_standing_bootstrap (standing, two, 2, 10000, 1, NULL, first, &error));
  refcase_check_within (self, first[0], refcase_number (lead, "bootstrap_p_first_ahead"), tolerance);
  for (GList *l = class; l != NULL; l = l->next)
    all[n++] = (guint) index_of (names, l->data);
  g_assert_true (votum_contact_standing_bootstrap (standing, all, n, 10000, 1, NULL, first, &error));
  n = 0;
  for (GList *l = class; l != NULL; l = l->next)
    refcase_check_within (self, first[n++], refcase_number (refcase_object (lead, "bootstrap_p_first_in_class"), l->data), tolerance);
}

static void
test_h01 (void)
{
  g_autoptr(Refcase) self = refcase_open ("H01-mystery-shopping-class-standings");
  g_autoptr(VotumContacts) contacts = NULL;
  g_autoptr(VotumContactStanding) by_mean = NULL;
  g_autoptr(GList) names = NULL;

  if (self == NULL)
    return;
  names = json_object_get_members (refcase_object (self->input, "participants"));
  contacts = read_contacts (self->input, names);
  check_h01_standing (self, contacts, names, 0, "final", "final_standings");
  check_h01_standing (self, contacts, names, (guint) json_object_get_int_member (self->input, "interim_contacts"), "interim", "interim_standings");
  by_mean = votum_contacts_standing (contacts, VOTUM_CONTACTS_MEAN, 0);
  check_h01_lead (self, by_mean, names, refcase_object (refcase_object (self->expected, "lead"), "Bank"));
  check_h01_lead (self, by_mean, names, refcase_object (refcase_object (self->expected, "lead"), "Energy"));
}

static void
test_h02 (void)
{
  g_autoptr(Refcase) self = refcase_open ("H02-welch-sleep");
  g_autoptr(GError) error = NULL;
  g_autofree double *a = NULL;
  g_autofree double *b = NULL;
  VotumWelch welch;
  guint n_a, n_b;

  if (self == NULL)
    return;
  a = read_numbers (refcase_array (self->input, "a"), &n_a);
  b = read_numbers (refcase_array (self->input, "b"), &n_b);
  g_assert_true (votum_welch_compute (a, n_a, b, n_b, 0.95, &welch, &error));
  check_welch (self, &welch, self->expected);
  refcase_check_within (self, welch.t, refcase_number (self->published, "t"), self->published_tolerance);
  refcase_check_within (self, welch.df, refcase_number (self->published, "df"), self->published_tolerance);
  refcase_check_within (self, welch.p_two_sided, refcase_number (self->published, "p_two_sided"), self->published_tolerance);
  check_pair (self, welch.difference, refcase_array (self->published, "ci95"), self->published_tolerance);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refcases/g01", test_g01);
  g_test_add_func ("/refcases/g02", test_g02);
  g_test_add_func ("/refcases/g03", test_g03);
  g_test_add_func ("/refcases/h01", test_h01);
  g_test_add_func ("/refcases/h02", test_h02);
  return g_test_run ();
}
