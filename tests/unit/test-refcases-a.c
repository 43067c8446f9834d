#include "refcase.h"
#include "votum-value.h"
#include "votum-weights.h"

/* Family A, weights and values: every expected number within the case’s own tolerance. */

static void
test_a01 (void)
{
  g_autoptr(Refcase) self = refcase_open ("A01-roc-weights");
  JsonObject *weights, *exact, *published;

  if (self == NULL)
    return;
  weights = refcase_object (self->expected, "weights");
  exact = refcase_object (self->expected, "exact");
  published = refcase_object (self->published, "weights");
  for (guint n = 1; n <= 6; n++)
    {
      g_autofree char *name = g_strdup_printf ("%u", n);
      mpq_t computed[6], expected;

      mpq_init (expected);
      for (guint i = 0; i < n; i++)
        mpq_init (computed[i]);
      votum_weights_roc (n, computed);
      for (guint i = 0; i < n; i++)
        {
          mpq_set_str (expected, json_array_get_string_element (refcase_array (exact, name), i), 10);
          g_assert_true (mpq_equal (computed[i], expected));
          refcase_check (self, mpq_get_d (computed[i]), json_array_get_double_element (refcase_array (weights, name), i));
          if (json_object_has_member (published, name))
            refcase_check_within (self, mpq_get_d (computed[i]), json_array_get_double_element (refcase_array (published, name), i),
                          self->published_tolerance);
          mpq_clear (computed[i]);
        }
      mpq_clear (expected);
    }
}

static guint
read_decimals (JsonArray *array, VotumDecimal *decimals)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    decimals[i] = refcase_decimal (json_array_get_element (array, i));
  return json_array_get_length (array);
}

static double
value_at (JsonObject *function, JsonNode *x, gboolean extrapolate)
{
  VotumDecimal xs[8], ys[8];
  double value;
  mpq_t at;
  guint n = read_decimals (refcase_array (function, "xs"), xs);

  g_assert_cmpuint (read_decimals (refcase_array (function, "ys"), ys), ==, n);
  mpq_init (at);
  votum_decimal_to_rational (refcase_decimal (x), at);
  votum_value_apply (xs, ys, n, extrapolate, at, at);
  value = mpq_get_d (at);
  mpq_clear (at);
  return value;
}

static void
check_a02_table (Refcase *self, JsonObject *expected, double tolerance)
{
  static const char * const functions[] = { "Price", "Time", "Comfort" };
  JsonObject *table = refcase_object (self->input, "table");
  g_autoptr(GList) names = json_object_get_members (expected);

  for (GList *l = names; l != NULL; l = l->next)
    for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
      refcase_check_within (self,
                    value_at (refcase_object (refcase_object (table, "functions"), functions[i]),
                              json_array_get_element (refcase_array (refcase_object (table, "performance"), l->data), i), FALSE),
                    json_array_get_double_element (refcase_array (expected, l->data), i), tolerance);
}

static void
check_a02_vectors (Refcase *self, JsonArray *expected, double tolerance)
{
  JsonArray *vectors = refcase_array (self->input, "vectors");

  g_assert_cmpuint (json_array_get_length (vectors), ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      gboolean extrapolate = g_str_equal (json_object_get_string_member (vector, "outside"), "extrapolate");

      for (guint k = 0; k < json_array_get_length (refcase_array (vector, "x")); k++)
        refcase_check_within (self, value_at (vector, json_array_get_element (refcase_array (vector, "x"), k), extrapolate),
                      json_array_get_double_element (json_array_get_array_element (expected, i), k), tolerance);
    }
}

static void
test_a02 (void)
{
  static const char * const indicators[] = { "NPS", "wait_seconds" };
  g_autoptr(Refcase) self = refcase_open ("A02-piecewise-linear-value-functions");

  if (self == NULL)
    return;
  check_a02_table (self, refcase_object (self->expected, "table"), self->tolerance);
  check_a02_table (self, refcase_object (self->published, "table"), self->published_tolerance);
  check_a02_vectors (self, refcase_array (self->expected, "vectors"), self->tolerance);
  check_a02_vectors (self, refcase_array (self->published, "vectors"), self->published_tolerance);
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      JsonObject *function = refcase_object (refcase_object (self->input, "indicators"), indicators[i]);
      JsonArray *expected = refcase_array (refcase_object (self->expected, "indicators"), indicators[i]);
      guint n = json_array_get_length (expected);
      g_autoptr(VotumSheet) sheet = votum_sheet_new (1, n, 0);
      g_autoptr(VotumTerms) terms = votum_terms_new ();
      g_autoptr(VotumResult) result = NULL;
      VotumDecimal xs[8], ys[8];

      /* missing in, missing out: so it goes through the sheet */
      votum_sheet_add_node (sheet, indicators[i], -1, (VotumDecimal) { 1, 0 }, TRUE, TRUE);
      votum_sheet_set_value_function (sheet, 0, xs, ys,
                                      MIN (read_decimals (refcase_array (function, "xs"), xs), read_decimals (refcase_array (function, "ys"), ys)));
      for (guint k = 0; k < n; k++)
        if (!json_array_get_null_element (refcase_array (function, "x"), k))
          votum_sheet_set_measure (sheet, k, 0, refcase_decimal (json_array_get_element (refcase_array (function, "x"), k)));
      result = refcase_compute (sheet, terms);
      for (guint k = 0; k < n; k++)
        {
          if (json_array_get_null_element (expected, k))
            g_assert_null (votum_result_panel (result, 0, k, 0, 2));
          else
            refcase_check (self, refcase_exactly (votum_result_panel (result, 0, k, 0, 15)), json_array_get_double_element (expected, k));
        }
    }
}

/* Adds the children of @parent to the sheet, parents first. */
static void
add_tree (VotumSheet *sheet, JsonObject *parent, int index)
{
  JsonArray *children = refcase_array (parent, "children");

  for (guint i = 0; i < json_array_get_length (children); i++)
    {
      JsonObject *child = json_array_get_object_element (children, i);
      gboolean is_group = json_object_has_member (child, "children");
      int node = votum_sheet_add_node (sheet, json_object_get_string_member (child, "name"), index,
                                       refcase_decimal (json_object_get_member (child, "weight")), !is_group, FALSE);

      if (is_group)
        add_tree (sheet, child, node);
    }
}

static guint
leaf_named (VotumSheet *sheet, const char *key)
{
  int node = votum_sheet_find_node (sheet, key);

  g_assert_cmpint (node, >=, 0);
  return (guint) votum_sheet_node (sheet, (guint) node)->leaf;
}

/* One juror, whose marks are the rows of @rows. */
static void
fill_rows (VotumSheet *sheet, JsonArray *criteria, JsonObject *rows, GList *names)
{
  guint entrant = 0;

  for (GList *l = names; l != NULL; l = l->next, entrant++)
    for (guint i = 0; i < json_array_get_length (criteria); i++)
      votum_sheet_set_cell (sheet, 0, entrant, 0, leaf_named (sheet, json_array_get_string_element (criteria, i)),
                            refcase_mark (json_array_get_element (refcase_array (rows, l->data), i)));
}

static void
check_a03_sensitivity (Refcase *self, VotumSheet *sheet, VotumResult *result, GList *names)
{
  g_autoptr(VotumWeights) weights = votum_weights_new (sheet, VOTUM_WEIGHTING_SHARES, VOTUM_MISSING_LOCAL);
  guint group = (guint) votum_sheet_find_node (sheet, "Turnover");
  guint8 present[6] = { 1, 1, 1, 1, 1, 1 };
  mpq_t ends[2][2], values[6], without, within, t, expected;
  guint entrant = 0;

  for (guint i = 0; i < 6; i++)
    mpq_init (values[i]);
  mpq_inits (ends[0][0], ends[0][1], ends[1][0], ends[1][1], without, within, t, expected, NULL);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      const char *name = l->data;

      for (guint i = 0; i < 6; i++)
        votum_decimal_to_rational (votum_sheet_cell (sheet, 0, entrant, 0, i)->value, values[i]);
      g_assert_true (votum_weights_split (weights, group, present, (const mpq_t *) values, without, within));
      refcase_check (self, mpq_get_d (without), refcase_number (refcase_object (self->expected, "turnover_0"), name));
      refcase_check (self, mpq_get_d (within), refcase_number (refcase_object (self->expected, "turnover_1"), name));
      if (name[0] == 'E')
        {
          refcase_check_within (self, mpq_get_d (without), refcase_number (self->published, "turnover_0_E"), self->published_tolerance);
          refcase_check_within (self, mpq_get_d (within), refcase_number (self->published, "turnover_100_E"), self->published_tolerance);
        }
      if (name[0] == 'A' || name[0] == 'E')
        {
          mpq_set (ends[name[0] == 'E'][0], without);
          mpq_set (ends[name[0] == 'E'][1], within);
        }
    }
  g_assert_true (votum_weights_crossover (ends[0][0], ends[0][1], ends[1][0], ends[1][1], t));
  mpq_set_ui (expected, 875, 1679);
  g_assert_true (mpq_equal (t, expected));
  refcase_check (self, mpq_get_d (t), refcase_number (self->expected, "crossover_turnover_A_E"));
  refcase_check_within (self, 100 * mpq_get_d (t), refcase_number (self->published, "crossover_percent"), self->published_tolerance);
  g_assert_cmpint (mpq_cmp (ends[1][0], ends[0][0]), >, 0); /* E leads below, A above */
  g_assert_cmpint (mpq_cmp (ends[0][1], ends[1][1]), >, 0);
  g_assert_false (votum_weights_crossover (ends[0][0], ends[0][1], ends[0][0], ends[0][1], t));
  mpq_clears (ends[0][0], ends[0][1], ends[1][0], ends[1][1], without, within, t, expected, NULL);
  for (guint i = 0; i < 6; i++)
    mpq_clear (values[i]);
}

static void
check_a03_rounded (Refcase *self, JsonArray *criteria, GList *names)
{
  JsonObject *percent = refcase_object (self->input, "rounded_weights_percent");
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, g_list_length (names), 1);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  guint entrant = 0;

  for (guint i = 0; i < json_array_get_length (criteria); i++)
    {
      const char *name = json_array_get_string_element (criteria, i);

      votum_sheet_add_node (sheet, name, -1, refcase_decimal (json_object_get_member (percent, name)), TRUE, FALSE);
    }
  fill_rows (sheet, criteria, refcase_object (self->input, "values"), names);
  result = refcase_compute (sheet, terms);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      double total = refcase_exactly (votum_result_total (result, 0, entrant, 15));
      JsonObject *published = refcase_object (self->published, "value_rounded_weights");

      refcase_check (self, total, refcase_number (refcase_object (self->expected, "value_rounded_weights"), l->data));
      if (json_object_has_member (published, l->data))
        refcase_check_within (self, total, refcase_number (published, l->data), self->published_tolerance);
    }
}

static void
test_a03 (void)
{
  static const char * const groups[] = { "Turnover", "WorkingConditions" };
  g_autoptr(Refcase) self = refcase_open ("A03-smart-office-location");
  g_autoptr(GList) names = NULL;
  g_autoptr(VotumSheet) sheet = NULL;
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  JsonArray *criteria;
  guint entrant = 0;

  if (self == NULL)
    return;
  criteria = refcase_array (self->input, "criteria");
  names = json_object_get_members (refcase_object (self->input, "values"));
  sheet = votum_sheet_new (1, g_list_length (names), 1);
  add_tree (sheet, refcase_object (self->input, "tree"), -1);
  fill_rows (sheet, criteria, refcase_object (self->input, "values"), names);
  result = refcase_compute (sheet, terms);
  for (guint i = 0; i < 6; i++)
    refcase_check (self, refcase_exactly (votum_result_leaf_weight (result, i, 15)),
           refcase_number (refcase_object (self->expected, "weights"), json_array_get_string_element (criteria, i)));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      double weight = 0;

      for (guint leaf = 0; leaf < 3; leaf++)
        weight += refcase_exactly (votum_result_leaf_weight (result, i * 3 + leaf, 15));
      refcase_check (self, weight, refcase_number (refcase_object (self->expected, "group_weights"), groups[i]));
      refcase_check_within (self, round (100 * weight), refcase_number (refcase_object (self->published, "group_weights_percent"), groups[i]),
                    self->published_tolerance);
    }
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      refcase_check (self, refcase_exactly (votum_result_total (result, 0, entrant, 15)),
             refcase_number (refcase_object (self->expected, "value_unrounded_weights"), l->data));
      g_assert_cmpuint (votum_result_position (result, 0, entrant), ==,
                        json_object_get_int_member (refcase_object (self->expected, "rank_unrounded"), l->data));
    }
  check_a03_sensitivity (self, sheet, result, names);
  check_a03_rounded (self, criteria, names);
}

static void
set_functions (VotumSheet *sheet, JsonObject *functions)
{
  g_autoptr(GList) names = json_object_get_members (functions);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *function = refcase_object (functions, l->data);
      VotumDecimal xs[8], ys[8];
      guint n = read_decimals (refcase_array (function, "xs"), xs);

      g_assert_cmpuint (read_decimals (refcase_array (function, "ys"), ys), ==, n);
      votum_sheet_set_value_function (sheet, votum_sheet_find_node (sheet, l->data), xs, ys, n);
    }
}

static void
check_a04_entrant (Refcase *self, VotumSheet *sheet, VotumResult *result, guint entrant, const char *name)
{
  static const char * const groups[] = { "Service", "Results", "Development" };
  JsonArray *values = refcase_array (refcase_object (self->expected, "values"), name);
  JsonObject *scores = refcase_object (refcase_object (self->expected, "group_scores"), name);

  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      if (json_array_get_null_element (values, i))
        g_assert_null (votum_result_panel (result, 0, entrant, i, 2));
      else
        refcase_check (self, refcase_exactly (votum_result_panel (result, 0, entrant, i, 15)), json_array_get_double_element (values, i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint node = (guint) votum_sheet_find_node (sheet, groups[i]);

      if (json_object_get_null_member (scores, groups[i]))
        g_assert_null (votum_result_node (result, 0, entrant, node, 2));
      else
        refcase_check (self, refcase_exactly (votum_result_node (result, 0, entrant, node, 15)), refcase_number (scores, groups[i]));
    }
}

static void
test_a04 (void)
{
  g_autoptr(Refcase) self = refcase_open ("A04-hierarchical-mavt-missing");
  g_autoptr(GList) names = NULL;
  g_autoptr(VotumSheet) sheet = NULL;
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  JsonArray *criteria;

  if (self == NULL)
    return;
  criteria = refcase_array (self->input, "criteria");
  names = json_object_get_members (refcase_object (self->input, "raw"));
  sheet = votum_sheet_new (1, g_list_length (names), 1);
  add_tree (sheet, refcase_object (self->input, "tree"), -1);
  set_functions (sheet, refcase_object (self->input, "value_functions"));
  fill_rows (sheet, criteria, refcase_object (self->input, "raw"), names);
  for (guint global = 0; global < 2; global++)
    {
      g_autoptr(VotumResult) result = NULL;
      guint entrant = 0;

      terms->missing = global ? VOTUM_MISSING_GLOBAL : VOTUM_MISSING_LOCAL;
      result = refcase_compute (sheet, terms);
      for (guint i = 0; i < json_array_get_length (criteria); i++)
        refcase_check (self, refcase_exactly (votum_result_leaf_weight (result, i, 15)),
               refcase_number (refcase_object (self->expected, "global_weights"), json_array_get_string_element (criteria, i)));
      for (GList *l = names; l != NULL; l = l->next, entrant++)
        {
          double score = refcase_exactly (votum_result_total (result, 0, entrant, 15));

          refcase_check (self, score, refcase_number (refcase_object (self->expected, global ? "score_global" : "score_local"), l->data));
          g_assert_cmpuint (votum_result_position (result, 0, entrant), ==,
                            json_object_get_int_member (refcase_object (self->expected, global ? "rank_global" : "rank_local"), l->data));
          if (!g_str_equal (l->data, "Nordlys"))
            g_assert_cmpfloat (fabs (score - refcase_number (refcase_object (self->expected, "missing_as_zero_WRONG"), l->data)), >, 1);
          if (!global)
            check_a04_entrant (self, sheet, result, entrant, l->data);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refcases/a01", test_a01);
  g_test_add_func ("/refcases/a02", test_a02);
  g_test_add_func ("/refcases/a03", test_a03);
  g_test_add_func ("/refcases/a04", test_a04);
  return g_test_run ();
}
