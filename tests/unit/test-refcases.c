#include "votum-error.h"
#include "votum-pairwise.h"
#include "votum-result.h"
#include "votum-severity.h"
#include "votum-tie-break.h"
#include "votum-value.h"
#include "votum-weights.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* The reference cases of families A and B: every expected number within the case's own tolerance. */

typedef struct {
  JsonParser *parser;
  JsonObject *input;
  JsonObject *expected;
  JsonObject *published;  /* nullable */
  double      tolerance;
  double      published_tolerance;
  guint       n_checked;
} Case;

/* Plain numbers of a case are read from their decimal text, so that no double comes in between. */
static VotumDecimal
decimal_of (JsonNode *node)
{
  VotumDecimal decimal = { 0, 0 };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 1; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      g_ascii_formatd (text, sizeof text, format, json_node_get_double (node));
      if (g_ascii_strtod (text, NULL) == json_node_get_double (node))
        break;
    }
  g_assert_true (votum_decimal_parse (text, &decimal, NULL));
  return decimal;
}

static Case *
case_open (const char *name)
{
  const char *shared = g_getenv ("VOTUM_SHARED");
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "../shared", "refcases", file, NULL);
  g_autoptr(GError) error = NULL;
  JsonObject *root, *tolerance;
  Case *self;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The reference cases are not here; point VOTUM_SHARED to the folder that holds them.");
      return NULL;
    }
  self = g_new0 (Case, 1);
  self->parser = json_parser_new_immutable ();
  json_parser_load_from_file (self->parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (self->parser));
  self->input = json_object_get_object_member (root, "input");
  self->expected = json_object_get_object_member (root, "expected");
  if (json_object_has_member (root, "published"))
    self->published = json_object_get_object_member (root, "published");
  tolerance = json_object_get_object_member (root, "tolerance");
  self->tolerance = json_object_get_double_member (tolerance, "abs");
  self->published_tolerance = json_object_get_double_member_with_default (tolerance, "published_abs", self->tolerance);
  return self;
}

static void
case_close (Case *self)
{
  g_test_message ("%u numbers", self->n_checked);
  g_object_unref (self->parser);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_close)

static JsonObject *
object_in (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_object_member (object, name);
}

static JsonArray *
array_in (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_array_member (object, name);
}

static double
number_in (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_node_get_double (json_object_get_member (object, name));
}

static void
check_within (Case *self, double computed, double expected, double tolerance)
{
  g_assert_cmpfloat (fabs (computed - expected), <=, tolerance);
  self->n_checked++;
}

static void
check (Case *self, double computed, double expected)
{
  check_within (self, computed, expected, self->tolerance);
}

static double
exactly (char *text)
{
  double number;

  g_assert_nonnull (text);
  number = g_ascii_strtod (text, NULL);
  g_free (text);
  return number;
}

static VotumCell
mark_of (JsonNode *node)
{
  if (json_node_is_null (node))
    return (VotumCell) { { 0, 0 }, VOTUM_CELL_NOT_OBSERVED };
  return (VotumCell) { decimal_of (node), VOTUM_CELL_VALUE };
}

static VotumResult *
compute (VotumSheet *sheet, const VotumTerms *terms)
{
  g_autoptr(GError) error = NULL;
  VotumResult *result = votum_result_compute (sheet, terms, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
test_a01 (void)
{
  g_autoptr(Case) self = case_open ("A01-roc-weights");
  JsonObject *weights, *exact, *published;

  if (self == NULL)
    return;
  weights = object_in (self->expected, "weights");
  exact = object_in (self->expected, "exact");
  published = object_in (self->published, "weights");
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
          mpq_set_str (expected, json_array_get_string_element (array_in (exact, name), i), 10);
          g_assert_true (mpq_equal (computed[i], expected));
          check (self, mpq_get_d (computed[i]), json_array_get_double_element (array_in (weights, name), i));
          if (json_object_has_member (published, name))
            check_within (self, mpq_get_d (computed[i]), json_array_get_double_element (array_in (published, name), i),
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
    decimals[i] = decimal_of (json_array_get_element (array, i));
  return json_array_get_length (array);
}

static double
value_at (JsonObject *function, JsonNode *x, gboolean extrapolate)
{
  VotumDecimal xs[8], ys[8];
  double value;
  mpq_t at;
  guint n = read_decimals (array_in (function, "xs"), xs);

  g_assert_cmpuint (read_decimals (array_in (function, "ys"), ys), ==, n);
  mpq_init (at);
  votum_decimal_to_rational (decimal_of (x), at);
  votum_value_apply (xs, ys, n, extrapolate, at, at);
  value = mpq_get_d (at);
  mpq_clear (at);
  return value;
}

static void
check_a02_table (Case *self, JsonObject *expected, double tolerance)
{
  static const char * const functions[] = { "Price", "Time", "Comfort" };
  JsonObject *table = object_in (self->input, "table");
  g_autoptr(GList) names = json_object_get_members (expected);

  for (GList *l = names; l != NULL; l = l->next)
    for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
      check_within (self,
                    value_at (object_in (object_in (table, "functions"), functions[i]),
                              json_array_get_element (array_in (object_in (table, "performance"), l->data), i), FALSE),
                    json_array_get_double_element (array_in (expected, l->data), i), tolerance);
}

static void
check_a02_vectors (Case *self, JsonArray *expected, double tolerance)
{
  JsonArray *vectors = array_in (self->input, "vectors");

  g_assert_cmpuint (json_array_get_length (vectors), ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      gboolean extrapolate = g_str_equal (json_object_get_string_member (vector, "outside"), "extrapolate");

      for (guint k = 0; k < json_array_get_length (array_in (vector, "x")); k++)
        check_within (self, value_at (vector, json_array_get_element (array_in (vector, "x"), k), extrapolate),
                      json_array_get_double_element (json_array_get_array_element (expected, i), k), tolerance);
    }
}

static void
test_a02 (void)
{
  static const char * const indicators[] = { "NPS", "wait_seconds" };
  g_autoptr(Case) self = case_open ("A02-piecewise-linear-value-functions");

  if (self == NULL)
    return;
  check_a02_table (self, object_in (self->expected, "table"), self->tolerance);
  check_a02_table (self, object_in (self->published, "table"), self->published_tolerance);
  check_a02_vectors (self, array_in (self->expected, "vectors"), self->tolerance);
  check_a02_vectors (self, array_in (self->published, "vectors"), self->published_tolerance);
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      JsonObject *function = object_in (object_in (self->input, "indicators"), indicators[i]);
      JsonArray *expected = array_in (object_in (self->expected, "indicators"), indicators[i]);
      guint n = json_array_get_length (expected);
      g_autoptr(VotumSheet) sheet = votum_sheet_new (1, n, 0);
      g_autoptr(VotumTerms) terms = votum_terms_new ();
      g_autoptr(VotumResult) result = NULL;
      VotumDecimal xs[8], ys[8];

      /* missing in, missing out: so it goes through the sheet */
      votum_sheet_add_node (sheet, indicators[i], -1, (VotumDecimal) { 1, 0 }, TRUE, TRUE);
      votum_sheet_set_value_function (sheet, 0, xs, ys,
                                      MIN (read_decimals (array_in (function, "xs"), xs), read_decimals (array_in (function, "ys"), ys)));
      for (guint k = 0; k < n; k++)
        if (!json_array_get_null_element (array_in (function, "x"), k))
          votum_sheet_set_measure (sheet, k, 0, decimal_of (json_array_get_element (array_in (function, "x"), k)));
      result = compute (sheet, terms);
      for (guint k = 0; k < n; k++)
        {
          if (json_array_get_null_element (expected, k))
            g_assert_null (votum_result_panel (result, 0, k, 0, 2));
          else
            check (self, exactly (votum_result_panel (result, 0, k, 0, 15)), json_array_get_double_element (expected, k));
        }
    }
}

/* Adds the children of @parent to the sheet, parents first. */
static void
add_tree (VotumSheet *sheet, JsonObject *parent, int index)
{
  JsonArray *children = array_in (parent, "children");

  for (guint i = 0; i < json_array_get_length (children); i++)
    {
      JsonObject *child = json_array_get_object_element (children, i);
      gboolean is_group = json_object_has_member (child, "children");
      int node = votum_sheet_add_node (sheet, json_object_get_string_member (child, "name"), index,
                                       decimal_of (json_object_get_member (child, "weight")), !is_group, FALSE);

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
                            mark_of (json_array_get_element (array_in (rows, l->data), i)));
}

static void
check_a03_sensitivity (Case *self, VotumSheet *sheet, VotumResult *result, GList *names)
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
      check (self, mpq_get_d (without), number_in (object_in (self->expected, "turnover_0"), name));
      check (self, mpq_get_d (within), number_in (object_in (self->expected, "turnover_1"), name));
      if (name[0] == 'E')
        {
          check_within (self, mpq_get_d (without), number_in (self->published, "turnover_0_E"), self->published_tolerance);
          check_within (self, mpq_get_d (within), number_in (self->published, "turnover_100_E"), self->published_tolerance);
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
  check (self, mpq_get_d (t), number_in (self->expected, "crossover_turnover_A_E"));
  check_within (self, 100 * mpq_get_d (t), number_in (self->published, "crossover_percent"), self->published_tolerance);
  g_assert_cmpint (mpq_cmp (ends[1][0], ends[0][0]), >, 0); /* E leads below, A above */
  g_assert_cmpint (mpq_cmp (ends[0][1], ends[1][1]), >, 0);
  g_assert_false (votum_weights_crossover (ends[0][0], ends[0][1], ends[0][0], ends[0][1], t));
  mpq_clears (ends[0][0], ends[0][1], ends[1][0], ends[1][1], without, within, t, expected, NULL);
  for (guint i = 0; i < 6; i++)
    mpq_clear (values[i]);
}

static void
check_a03_rounded (Case *self, JsonArray *criteria, GList *names)
{
  JsonObject *percent = object_in (self->input, "rounded_weights_percent");
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, g_list_length (names), 1);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  guint entrant = 0;

  for (guint i = 0; i < json_array_get_length (criteria); i++)
    {
      const char *name = json_array_get_string_element (criteria, i);

      votum_sheet_add_node (sheet, name, -1, decimal_of (json_object_get_member (percent, name)), TRUE, FALSE);
    }
  fill_rows (sheet, criteria, object_in (self->input, "values"), names);
  result = compute (sheet, terms);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      double total = exactly (votum_result_total (result, 0, entrant, 15));
      JsonObject *published = object_in (self->published, "value_rounded_weights");

      check (self, total, number_in (object_in (self->expected, "value_rounded_weights"), l->data));
      if (json_object_has_member (published, l->data))
        check_within (self, total, number_in (published, l->data), self->published_tolerance);
    }
}

static void
test_a03 (void)
{
  static const char * const groups[] = { "Turnover", "WorkingConditions" };
  g_autoptr(Case) self = case_open ("A03-smart-office-location");
  g_autoptr(GList) names = NULL;
  g_autoptr(VotumSheet) sheet = NULL;
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  JsonArray *criteria;
  guint entrant = 0;

  if (self == NULL)
    return;
  criteria = array_in (self->input, "criteria");
  names = json_object_get_members (object_in (self->input, "values"));
  sheet = votum_sheet_new (1, g_list_length (names), 1);
  add_tree (sheet, object_in (self->input, "tree"), -1);
  fill_rows (sheet, criteria, object_in (self->input, "values"), names);
  result = compute (sheet, terms);
  for (guint i = 0; i < 6; i++)
    check (self, exactly (votum_result_leaf_weight (result, i, 15)),
           number_in (object_in (self->expected, "weights"), json_array_get_string_element (criteria, i)));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      double weight = 0;

      for (guint leaf = 0; leaf < 3; leaf++)
        weight += exactly (votum_result_leaf_weight (result, i * 3 + leaf, 15));
      check (self, weight, number_in (object_in (self->expected, "group_weights"), groups[i]));
      check_within (self, round (100 * weight), number_in (object_in (self->published, "group_weights_percent"), groups[i]),
                    self->published_tolerance);
    }
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      check (self, exactly (votum_result_total (result, 0, entrant, 15)),
             number_in (object_in (self->expected, "value_unrounded_weights"), l->data));
      g_assert_cmpuint (votum_result_position (result, 0, entrant), ==,
                        json_object_get_int_member (object_in (self->expected, "rank_unrounded"), l->data));
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
      JsonObject *function = object_in (functions, l->data);
      VotumDecimal xs[8], ys[8];
      guint n = read_decimals (array_in (function, "xs"), xs);

      g_assert_cmpuint (read_decimals (array_in (function, "ys"), ys), ==, n);
      votum_sheet_set_value_function (sheet, votum_sheet_find_node (sheet, l->data), xs, ys, n);
    }
}

static void
check_a04_entrant (Case *self, VotumSheet *sheet, VotumResult *result, guint entrant, const char *name)
{
  static const char * const groups[] = { "Service", "Results", "Development" };
  JsonArray *values = array_in (object_in (self->expected, "values"), name);
  JsonObject *scores = object_in (object_in (self->expected, "group_scores"), name);

  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      if (json_array_get_null_element (values, i))
        g_assert_null (votum_result_panel (result, 0, entrant, i, 2));
      else
        check (self, exactly (votum_result_panel (result, 0, entrant, i, 15)), json_array_get_double_element (values, i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint node = (guint) votum_sheet_find_node (sheet, groups[i]);

      if (json_object_get_null_member (scores, groups[i]))
        g_assert_null (votum_result_node (result, 0, entrant, node, 2));
      else
        check (self, exactly (votum_result_node (result, 0, entrant, node, 15)), number_in (scores, groups[i]));
    }
}

static void
test_a04 (void)
{
  g_autoptr(Case) self = case_open ("A04-hierarchical-mavt-missing");
  g_autoptr(GList) names = NULL;
  g_autoptr(VotumSheet) sheet = NULL;
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  JsonArray *criteria;

  if (self == NULL)
    return;
  criteria = array_in (self->input, "criteria");
  names = json_object_get_members (object_in (self->input, "raw"));
  sheet = votum_sheet_new (1, g_list_length (names), 1);
  add_tree (sheet, object_in (self->input, "tree"), -1);
  set_functions (sheet, object_in (self->input, "value_functions"));
  fill_rows (sheet, criteria, object_in (self->input, "raw"), names);
  for (guint global = 0; global < 2; global++)
    {
      g_autoptr(VotumResult) result = NULL;
      guint entrant = 0;

      terms->missing = global ? VOTUM_MISSING_GLOBAL : VOTUM_MISSING_LOCAL;
      result = compute (sheet, terms);
      for (guint i = 0; i < json_array_get_length (criteria); i++)
        check (self, exactly (votum_result_leaf_weight (result, i, 15)),
               number_in (object_in (self->expected, "global_weights"), json_array_get_string_element (criteria, i)));
      for (GList *l = names; l != NULL; l = l->next, entrant++)
        {
          double score = exactly (votum_result_total (result, 0, entrant, 15));

          check (self, score, number_in (object_in (self->expected, global ? "score_global" : "score_local"), l->data));
          g_assert_cmpuint (votum_result_position (result, 0, entrant), ==,
                            json_object_get_int_member (object_in (self->expected, global ? "rank_global" : "rank_local"), l->data));
          if (!g_str_equal (l->data, "Nordlys"))
            g_assert_cmpfloat (fabs (score - number_in (object_in (self->expected, "missing_as_zero_WRONG"), l->data)), >, 1);
          if (!global)
            check_a04_entrant (self, sheet, result, entrant, l->data);
        }
    }
}

static void
check_b01_row (Case *self, VotumResult *result, guint entrant, JsonArray *expected, guint decimals, double tolerance)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    check_within (self, exactly (votum_result_panel (result, 0, entrant, i, decimals)),
                  json_array_get_double_element (expected, i), tolerance);
}

/* The rule of the protocol: drop one, round the panel, multiply, round, add. */
static void
check_b01_totals (Case *self, VotumSheet *sheet, GList *names)
{
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  guint entrant = 0;

  terms->correction = VOTUM_CORRECTION_DROP;
  terms->drop = 1;
  terms->round_panel = 2;
  terms->round_weighted = 2;
  terms->weighting = VOTUM_WEIGHTING_FACTORS;
  result = compute (sheet, terms);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      double total = exactly (votum_result_total (result, 0, entrant, 15));
      double segment = total + number_in (object_in (self->input, "technical_score"), l->data);

      check_b01_row (self, result, entrant, array_in (object_in (self->expected, "panel_rounded"), l->data), 15, self->tolerance);
      check_b01_row (self, result, entrant, array_in (object_in (self->published, "panel"), l->data), 2, self->published_tolerance);
      check (self, total, number_in (object_in (self->expected, "component_total"), l->data));
      check_within (self, total, number_in (object_in (self->published, "component_total"), l->data), self->published_tolerance);
      check (self, segment, number_in (object_in (self->expected, "segment_total"), l->data));
      check_within (self, segment, number_in (object_in (self->published, "segment_total"), l->data), self->published_tolerance);
      for (guint i = 0; i < 5; i++)
        g_assert_cmpuint (votum_result_n_marks (result, 0, entrant, i), ==, 7);
    }
}

static void
check_b01_ranks (Case *self, GList *names)
{
  g_autoptr(VotumSheet) sheet = votum_sheet_new (1, g_list_length (names), 0);
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  g_autoptr(VotumResult) result = NULL;
  JsonObject *technical = object_in (self->input, "technical_score");
  guint entrant = 0;

  terms->weighting = VOTUM_WEIGHTING_FACTORS;
  votum_sheet_add_node (sheet, "components", -1, (VotumDecimal) { 1, 0 }, TRUE, TRUE);
  votum_sheet_add_node (sheet, "technical", -1, (VotumDecimal) { 1, 0 }, TRUE, TRUE);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      votum_sheet_set_measure (sheet, entrant, 0, decimal_of (json_object_get_member (object_in (self->expected, "component_total"), l->data)));
      votum_sheet_set_measure (sheet, entrant, 1, decimal_of (json_object_get_member (technical, l->data)));
    }
  result = compute (sheet, terms);
  entrant = 0;
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    {
      check (self, exactly (votum_result_total (result, 0, entrant, 15)), number_in (object_in (self->expected, "segment_total"), l->data));
      g_assert_cmpuint (votum_result_position (result, 0, entrant), ==, json_object_get_int_member (object_in (self->expected, "rank"), l->data));
      g_assert_cmpuint (votum_result_position (result, 0, entrant), ==, json_object_get_int_member (object_in (self->published, "rank"), l->data));
    }
}

static void
test_b01 (void)
{
  static const struct {
    VotumCorrection correction;
    const char     *expected;
  } means[] = {
    { VOTUM_CORRECTION_DROP, "trimmed_mean" },
    { VOTUM_CORRECTION_NONE, "plain_mean" },
    { VOTUM_CORRECTION_MEDIAN, "median" },
  };
  g_autoptr(Case) self = case_open ("B01-trimmed-mean-skating");
  g_autoptr(GList) names = NULL;
  g_autoptr(VotumSheet) sheet = NULL;
  g_autoptr(VotumTerms) terms = votum_terms_new ();
  JsonArray *components;
  guint entrant = 0;

  if (self == NULL)
    return;
  components = array_in (self->input, "components");
  names = json_object_get_members (object_in (self->input, "marks"));
  sheet = votum_sheet_new (1, g_list_length (names), 9);
  for (guint i = 0; i < json_array_get_length (components); i++)
    votum_sheet_add_node (sheet, json_array_get_string_element (components, i), -1,
                          decimal_of (json_object_get_member (self->input, "factor")), TRUE, FALSE);
  for (GList *l = names; l != NULL; l = l->next, entrant++)
    for (guint i = 0; i < 5; i++)
      for (guint juror = 0; juror < 9; juror++)
        {
          JsonArray *row = json_array_get_array_element (array_in (object_in (self->input, "marks"), l->data), i);

          votum_sheet_set_cell (sheet, 0, entrant, juror, i, mark_of (json_array_get_element (row, juror)));
        }
  terms->drop = 1;
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      g_autoptr(VotumResult) result = NULL;

      terms->correction = means[i].correction;
      result = compute (sheet, terms);
      entrant = 0;
      for (GList *l = names; l != NULL; l = l->next, entrant++)
        check_b01_row (self, result, entrant, array_in (object_in (self->expected, means[i].expected), l->data), 15, self->tolerance);
    }
  check_b01_totals (self, sheet, names);
  check_b01_ranks (self, names);
}

static double *
read_scores (JsonArray *rows, guint *n_entrants, guint *n_jurors)
{
  double *scores;

  *n_entrants = json_array_get_length (rows);
  *n_jurors = json_array_get_length (json_array_get_array_element (rows, 0));
  scores = g_new (double, *n_entrants * *n_jurors);
  for (guint i = 0; i < *n_entrants; i++)
    for (guint k = 0; k < *n_jurors; k++)
      {
        JsonNode *node = json_array_get_element (json_array_get_array_element (rows, i), k);

        scores[i * *n_jurors + k] = json_node_is_null (node) ? NAN : json_node_get_double (node);
      }
  return scores;
}

static VotumSeverity *
check_severity (Case *self, const double *scores, guint n_entrants, guint n_jurors, JsonObject *expected)
{
  g_autoptr(GError) error = NULL;
  VotumSeverity *model = votum_severity_compute (scores, n_entrants, n_jurors, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  check (self, votum_severity_mean (model), number_in (expected, "mu"));
  check (self, votum_severity_residual_ss (model), number_in (expected, "residual_ss"));
  check (self, votum_severity_sigma (model), number_in (expected, "sigma"));
  g_assert_cmpint (votum_severity_df (model), ==, json_object_get_int_member (expected, "df"));
  g_assert_false (votum_severity_is_mean (model));
  for (guint i = 0; i < n_entrants; i++)
    {
      double adjusted = votum_severity_adjusted (model, i);

      check (self, adjusted, json_array_get_double_element (array_in (expected, "adjusted_mean"), i));
      check (self, adjusted - votum_severity_mean (model), json_array_get_double_element (array_in (expected, "finalist_effect"), i));
      check (self, votum_severity_se (model, i), json_array_get_double_element (array_in (expected, "se_adjusted"), i));
      check (self, votum_severity_raw (model, i), json_array_get_double_element (array_in (expected, "raw_mean"), i));
    }
  for (guint i = 0; i < n_jurors; i++)
    {
      check (self, votum_severity_of_juror (model, i), json_array_get_double_element (array_in (expected, "severity"), i));
      check (self, -votum_severity_of_juror (model, i), json_array_get_double_element (array_in (expected, "juror_effect"), i));
    }
  return model;
}

static void
test_b02 (void)
{
  static const char * const sets[] = { "kuehl", "li" };
  g_autoptr(Case) self = case_open ("B02-additive-incomplete-bibd");

  for (guint i = 0; self != NULL && i < G_N_ELEMENTS (sets); i++)
    {
      guint n_entrants, n_jurors;
      g_autofree double *scores = read_scores (array_in (object_in (self->input, sets[i]), "scores"), &n_entrants, &n_jurors);
      g_autoptr(VotumSeverity) model = check_severity (self, scores, n_entrants, n_jurors, object_in (self->expected, sets[i]));

      g_assert_nonnull (model);
    }
}

static void
check_components (const double *scores, guint n_entrants, guint n_jurors, JsonArray *expected)
{
  g_autoptr(GPtrArray) components = votum_severity_components (scores, n_entrants, n_jurors);

  g_assert_cmpuint (components->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < components->len; i++)
    {
      GArray *members = components->pdata[i];
      JsonArray *wanted = json_array_get_array_element (expected, i);

      g_assert_cmpuint (members->len, ==, json_array_get_length (wanted));
      for (guint k = 0; k < members->len; k++)
        g_assert_cmpint (g_array_index (members, guint, k), ==, json_array_get_int_element (wanted, k));
    }
}

static guint
rank_of (const double *values, guint n, guint index)
{
  guint rank = 1;

  for (guint i = 0; i < n; i++)
    rank += values[i] > values[index] + 1e-9;
  return rank;
}

static void
test_b03 (void)
{
  static const char * const entrants[] = { "Ask", "Bjørk", "Furu", "Gran", "Hassel", "Or" };
  static const char * const jurors[] = { "Ada", "Bo", "Cleo", "Dag" };
  g_autoptr(Case) self = case_open ("B03-additive-recusals");
  g_autoptr(VotumSeverity) model = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree double *scores = NULL;
  g_autofree double *apart = NULL;
  guint n_entrants, n_jurors;
  double raw[6], adjusted[6];

  if (self == NULL)
    return;
  scores = read_scores (array_in (self->input, "scores"), &n_entrants, &n_jurors);
  model = check_severity (self, scores, n_entrants, n_jurors, self->expected);
  check (self, votum_severity_se_difference (model, 0, 2), number_in (self->expected, "se_difference_F1_F3"));
  for (guint i = 0; i < n_entrants; i++)
    {
      raw[i] = votum_severity_raw (model, i);
      adjusted[i] = votum_severity_adjusted (model, i);
    }
  for (guint i = 0; i < n_entrants; i++)
    {
      g_assert_cmpint (rank_of (raw, n_entrants, i), ==, json_array_get_int_element (array_in (self->expected, "rank_raw"), i));
      g_assert_cmpint (rank_of (adjusted, n_entrants, i), ==, json_array_get_int_element (array_in (self->expected, "rank_adjusted"), i));
    }
  check_components (scores, n_entrants, n_jurors, array_in (self->expected, "components"));

  apart = read_scores (array_in (self->input, "disconnected_scores"), &n_entrants, &n_jurors);
  check_components (apart, n_entrants, n_jurors, array_in (self->expected, "disconnected_components"));
  g_assert_false (json_object_get_boolean_member (self->expected, "disconnected_estimable"));
  g_assert_null (votum_severity_compute (apart, n_entrants, n_jurors, entrants, jurors, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
  g_assert_nonnull (strstr (error->message, "Ask, Bjørk, Furu (Ada, Bo); Gran, Hassel, Or (Cleo, Dag)"));
}

static guint
candidate (JsonArray *candidates, const char *name)
{
  for (guint i = 0; i < json_array_get_length (candidates); i++)
    if (g_str_equal (json_array_get_string_element (candidates, i), name))
      return i;
  g_assert_not_reached ();
}

static void
check_matrix (Case *self, const guint *computed, JsonArray *expected)
{
  for (guint a = 0; a < 5; a++)
    for (guint b = 0; b < 5; b++, self->n_checked++)
      g_assert_cmpint (computed[a * 5 + b], ==, json_array_get_int_element (json_array_get_array_element (expected, a), b));
}

static void
check_order (GArray *order, JsonArray *candidates, JsonArray *expected)
{
  g_assert_cmpuint (order->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < order->len; i++)
    g_assert_cmpuint (g_array_index (order, guint, i), ==, candidate (candidates, json_array_get_string_element (expected, i)));
}

static void
check_ranked_pairs (Case *self, VotumPairwise *pairwise, JsonArray *candidates)
{
  g_autoptr(GArray) log = NULL;
  g_autoptr(GArray) order = votum_pairwise_ranked_pairs (pairwise, &log);
  JsonArray *expected = array_in (self->expected, "ranked_pairs_log");

  check_order (order, candidates, array_in (self->expected, "ranked_pairs_order"));
  g_assert_cmpuint (log->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < log->len; i++)
    {
      VotumRankedPair *pair = &g_array_index (log, VotumRankedPair, i);
      JsonObject *wanted = json_array_get_object_element (expected, i);

      g_assert_cmpuint (pair->winner, ==, candidate (candidates, json_object_get_string_member (wanted, "winner")));
      g_assert_cmpuint (pair->loser, ==, candidate (candidates, json_object_get_string_member (wanted, "loser")));
      g_assert_cmpint (pair->votes, ==, json_object_get_int_member (wanted, "for"));
      g_assert_cmpint (pair->votes_against, ==, json_object_get_int_member (wanted, "against"));
      g_assert_true (pair->locked == json_object_get_boolean_member (wanted, "locked"));
    }
}

static void
check_b04_scores (Case *self, VotumPairwise *pairwise, JsonArray *candidates)
{
  int copeland[5];
  mpq_t sums[5];

  for (guint i = 0; i < 5; i++)
    mpq_init (sums[i]);
  votum_pairwise_copeland (pairwise, copeland);
  votum_pairwise_borda (pairwise, sums);
  for (guint i = 0; i < 5; i++)
    {
      const char *name = json_array_get_string_element (candidates, i);

      g_assert_cmpint (copeland[i], ==, json_object_get_int_member (object_in (self->expected, "copeland"), name));
      check (self, mpq_get_d (sums[i]), number_in (object_in (self->expected, "borda"), name));
      mpq_clear (sums[i]);
    }
}

static void
test_b04 (void)
{
  g_autoptr(Case) self = case_open ("B04-schulze-45-ballots");
  g_autoptr(VotumPairwise) pairwise = votum_pairwise_new (5);
  g_autoptr(GArray) order = NULL;
  guint d[25], p[25], wins[5];
  JsonArray *candidates, *ballots;

  if (self == NULL)
    return;
  candidates = array_in (self->input, "candidates");
  ballots = array_in (self->input, "ballots");
  for (guint i = 0; i < json_array_get_length (ballots); i++)
    {
      JsonObject *ballot = json_array_get_object_element (ballots, i);
      guint ranks[5] = { 0 };

      for (guint k = 0; k < 5; k++)
        ranks[candidate (candidates, json_array_get_string_element (array_in (ballot, "order"), k))] = k + 1;
      votum_pairwise_add_ballot (pairwise, ranks, (guint) json_object_get_int_member (ballot, "count"));
    }
  for (guint a = 0; a < 5; a++)
    for (guint b = 0; b < 5; b++)
      d[a * 5 + b] = votum_pairwise_votes (pairwise, a, b);
  order = votum_pairwise_schulze (pairwise, p, wins);
  check_matrix (self, d, array_in (self->expected, "d"));
  check_matrix (self, d, array_in (self->published, "d"));
  check_matrix (self, p, array_in (self->expected, "p"));
  check_matrix (self, p, array_in (self->published, "p"));
  check_order (order, candidates, array_in (self->expected, "schulze_order"));
  check_order (order, candidates, array_in (self->published, "schulze_order"));
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (wins[i], ==, json_object_get_int_member (object_in (self->expected, "schulze_wins"), json_array_get_string_element (candidates, i)));
  g_assert_true (json_object_get_null_member (self->expected, "condorcet_winner"));
  g_assert_cmpint (votum_pairwise_condorcet_winner (pairwise), ==, -1);
  check_b04_scores (self, pairwise, candidates);
  check_ranked_pairs (self, pairwise, candidates);
}

static void
test_b05 (void)
{
  g_autoptr(Case) self = case_open ("B05-z-score-aggregation");
  g_autoptr(GError) error = NULL;
  g_autofree double *scores = NULL;
  g_autofree double *z = NULL;
  double means[6], raw[6];
  guint n_entrants, n_jurors;

  if (self == NULL)
    return;
  scores = read_scores (array_in (self->input, "scores"), &n_entrants, &n_jurors);
  z = g_new (double, n_entrants * n_jurors);
  g_assert_true (votum_z_scores (scores, n_entrants, n_jurors, z, means, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < n_entrants; i++)
    {
      guint n = 0;

      raw[i] = 0;
      for (guint k = 0; k < n_jurors; k++)
        {
          JsonNode *expected = json_array_get_element (json_array_get_array_element (array_in (self->expected, "z"), i), k);

          if (json_node_is_null (expected))
            g_assert_true (isnan (z[i * n_jurors + k]));
          else
            check (self, z[i * n_jurors + k], json_node_get_double (expected));
          raw[i] += isnan (scores[i * n_jurors + k]) ? 0 : scores[i * n_jurors + k];
          n += !isnan (scores[i * n_jurors + k]);
        }
      check (self, raw[i] / n, json_array_get_double_element (array_in (self->expected, "raw_mean"), i));
      check (self, means[i], json_array_get_double_element (array_in (self->expected, "mean_z"), i));
    }
  for (guint i = 0; i < n_entrants; i++)
    g_assert_cmpint (rank_of (means, n_entrants, i), ==, json_array_get_int_element (array_in (self->expected, "rank"), i));
  g_assert_false (votum_z_scores (scores, 5, n_jurors, z, means, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT);
}

/* B06 as published: scores, juror ranks, criterion means and chair's order straight into the core. */
static void
check_b06_splits (JsonArray *expected, GPtrArray *splits)
{
  g_assert_cmpuint (splits->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < splits->len; i++)
    {
      VotumTieSplit *split = splits->pdata[i];
      JsonObject *wanted = json_array_get_object_element (expected, i);
      JsonArray *into = array_in (wanted, "into");

      g_assert_cmpint (split->rule, ==, json_object_get_int_member (wanted, "rule"));
      g_assert_cmpuint (split->group->len, ==, json_array_get_length (array_in (wanted, "group")));
      for (guint k = 0; k < split->group->len; k++)
        g_assert_cmpint (g_array_index (split->group, guint, k), ==, json_array_get_int_element (array_in (wanted, "group"), k));
      g_assert_cmpuint (split->into->len, ==, json_array_get_length (into));
      for (guint p = 0; p < split->into->len; p++)
        {
          GArray *part = split->into->pdata[p];

          g_assert_cmpuint (part->len, ==, json_array_get_length (json_array_get_array_element (into, p)));
          for (guint k = 0; k < part->len; k++)
            g_assert_cmpint (g_array_index (part, guint, k), ==,
                             json_array_get_int_element (json_array_get_array_element (into, p), k));
        }
    }
}

static void
read_rationals (JsonArray *array, mpq_t *rationals)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      mpq_init (rationals[i]);
      votum_decimal_to_rational (decimal_of (json_array_get_element (array, i)), rationals[i]);
    }
}

static void
test_b06 (void)
{
  static const char * const decided[] = { "2.5", "2.5", "1" };
  g_autoptr(Case) self = case_open ("B06-tie-break-chain");
  g_autoptr(GPtrArray) splits = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_tie_split_free);
  mpq_t scores[7], means[7], firsts[7];
  guint ranks[6 * 7], chair[7], positions[7];
  VotumTieInput input = { .n_entrants = 7, .n_jurors = 6, .scores = (const mpq_t *) scores, .juror_ranks = ranks, .chair = chair };
  VotumTieStep steps[] = {
    { 2, VOTUM_TIE_FIRST_PLACES, NULL, NULL, FALSE },
    { 3, VOTUM_TIE_HEAD_TO_HEAD, NULL, NULL, FALSE },
    { 4, VOTUM_TIE_HEAVIEST, (const mpq_t *) means, NULL, FALSE },
    { 5, VOTUM_TIE_CHAIR, NULL, NULL, FALSE },
  };

  if (self == NULL)
    return;
  read_rationals (array_in (self->input, "scores"), scores);
  read_rationals (array_in (self->input, "heaviest_criterion_mean"), means);
  for (guint i = 0; i < 7; i++)
    {
      mpq_init (firsts[i]);
      chair[i] = json_array_get_null_element (array_in (self->input, "chair_rank"), i)
                   ? 0 : (guint) json_array_get_int_element (array_in (self->input, "chair_rank"), i);
      for (guint juror = 0; juror < 6; juror++)
        ranks[juror * 7 + i] = (guint) json_array_get_int_element (json_array_get_array_element (array_in (self->input, "juror_ranks"), juror), i);
    }
  votum_tie_break_first_places (&input, firsts);
  votum_tie_break_rank (&input, steps, G_N_ELEMENTS (steps), positions, splits);
  for (guint i = 0; i < 7; i++)
    {
      check (self, mpq_get_d (firsts[i]), json_array_get_double_element (array_in (self->expected, "first_places"), i));
      g_assert_cmpint (positions[i], ==, json_array_get_int_element (array_in (self->expected, "rank"), i));
      mpq_clear (scores[i]);
      mpq_clear (means[i]);
      mpq_clear (firsts[i]);
    }
  check_b06_splits (array_in (self->expected, "splits"), splits);
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    g_assert_cmpstr (((VotumTieSplit *) splits->pdata[0])->values->pdata[i], ==, decided[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refcases/a01", test_a01);
  g_test_add_func ("/refcases/a02", test_a02);
  g_test_add_func ("/refcases/a03", test_a03);
  g_test_add_func ("/refcases/a04", test_a04);
  g_test_add_func ("/refcases/b01", test_b01);
  g_test_add_func ("/refcases/b02", test_b02);
  g_test_add_func ("/refcases/b03", test_b03);
  g_test_add_func ("/refcases/b04", test_b04);
  g_test_add_func ("/refcases/b05", test_b05);
  g_test_add_func ("/refcases/b06", test_b06);
  return g_test_run ();
}
