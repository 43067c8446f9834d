#include "refcase.h"
#include "votum-promethee.h"
#include "votum-topsis.h"

/* Family E, other methods on a table of values: every expected number within the case’s own tolerance. */

#define MAX_ENTRANTS 8
#define MAX_CRITERIA 4

typedef struct {
  guint n_entrants;
  guint n_criteria;
  double values[MAX_ENTRANTS * MAX_CRITERIA];
  double weights[MAX_CRITERIA];
  gboolean falling[MAX_CRITERIA];
} Table;

static void
read_table (JsonObject *input, Table *table)
{
  JsonArray *rows = refcase_array (input, "values");

  table->n_entrants = json_array_get_length (rows);
  table->n_criteria = json_array_get_length (refcase_array (input, "weights"));
  g_assert_cmpuint (table->n_entrants, <=, MAX_ENTRANTS);
  g_assert_cmpuint (table->n_criteria, <=, MAX_CRITERIA);
  for (guint j = 0; j < table->n_criteria; j++)
    {
      table->weights[j] = json_array_get_double_element (refcase_array (input, "weights"), j);
      table->falling[j] = g_str_equal (json_array_get_string_element (refcase_array (input, "direction"), j), "min");
      for (guint i = 0; i < table->n_entrants; i++)
        table->values[i * table->n_criteria + j] = json_array_get_double_element (json_array_get_array_element (rows, i), j);
    }
}

static void
read_criterion (JsonObject *function, VotumPrometheeCriterion *criterion)
{
  static const struct {
    const char *name;
    VotumPreference preference;
  } names[] = {
    { "usual", VOTUM_PREFERENCE_USUAL }, { "gaussian", VOTUM_PREFERENCE_GAUSSIAN }, { "level", VOTUM_PREFERENCE_LEVEL },
    { "linear", VOTUM_PREFERENCE_LINEAR },
  };
  const char *name = json_object_get_string_member (function, "f");
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      {
        criterion->preference = names[i].preference;
        known = TRUE;
      }
  g_assert_true (known);
  if (json_object_has_member (function, "q"))
    criterion->q = refcase_number (function, "q");
  if (json_object_has_member (function, "p"))
    criterion->p = refcase_number (function, "p");
  if (json_object_has_member (function, "s"))
    criterion->p = refcase_number (function, "s");
}

static void
check_row (Refcase *self, const double *computed, JsonArray *expected, double tolerance)
{
  for (guint i = 0; i < json_array_get_length (expected); i++)
    refcase_check_within (self, computed[i], json_array_get_double_element (expected, i), tolerance);
}

static void
check_ranks (const double *values, guint n, JsonArray *expected)
{
  for (guint i = 0; i < n; i++)
    {
      guint rank = 1;

      for (guint k = 0; k < n; k++)
        rank += values[k] > values[i];
      g_assert_cmpint (rank, ==, json_array_get_int_element (expected, i));
    }
}

static void
check_promethee (const char *name)
{
  g_autoptr(Refcase) self = refcase_open (name);
  VotumPrometheeCriterion criteria[MAX_CRITERIA] = { 0 };
  double pi[MAX_ENTRANTS * MAX_ENTRANTS], plus[MAX_ENTRANTS], minus[MAX_ENTRANTS], net[MAX_ENTRANTS], flows[MAX_ENTRANTS * MAX_CRITERIA];
  Table table = { 0 };

  if (self == NULL)
    return;
  read_table (self->input, &table);
  for (guint j = 0; j < table.n_criteria; j++)
    {
      criteria[j].weight = table.weights[j];
      criteria[j].falling = table.falling[j];
      read_criterion (json_array_get_object_element (refcase_array (self->input, "functions"), j), &criteria[j]);
    }
  votum_promethee (table.values, table.n_entrants, criteria, table.n_criteria, pi, plus, minus, net);
  for (guint i = 0; i < table.n_entrants; i++)
    check_row (self, pi + i * table.n_entrants, json_array_get_array_element (refcase_array (self->expected, "pi"), i), self->tolerance);
  check_row (self, plus, refcase_array (self->expected, "plus"), self->tolerance);
  check_row (self, minus, refcase_array (self->expected, "minus"), self->tolerance);
  check_row (self, net, refcase_array (self->expected, "net"), self->tolerance);
  check_ranks (net, table.n_entrants, refcase_array (self->expected, "rank"));
  if (self->published != NULL)
    check_row (self, net, refcase_array (self->published, "net"), self->published_tolerance);

  /* what the criteria give sums to the net flow */
  votum_promethee_profile (table.values, table.n_entrants, criteria, table.n_criteria, flows);
  for (guint i = 0; i < table.n_entrants; i++)
    {
      double sum = 0;

      for (guint j = 0; j < table.n_criteria; j++)
        sum += flows[i * table.n_criteria + j];
      g_assert_cmpfloat_with_epsilon (sum, net[i], 1e-12);
    }
}

static void
test_e01 (void)
{
  check_promethee ("E01-promethee-usual");
}

static void
test_e02 (void)
{
  check_promethee ("E02-promethee-transport");
}

static void
test_e03 (void)
{
  g_autoptr(Refcase) self = refcase_open ("E03-topsis-tzeng-huang");
  double closeness[MAX_ENTRANTS], normalised[MAX_ENTRANTS * MAX_CRITERIA];
  Table table = { 0 };

  if (self == NULL)
    return;
  read_table (self->input, &table);
  g_assert_true (votum_topsis (table.values, table.n_entrants, table.weights, table.falling, table.n_criteria, closeness, normalised));
  check_row (self, closeness, refcase_array (self->expected, "closeness"), self->tolerance);
  check_row (self, closeness, refcase_array (self->published, "closeness"), self->published_tolerance);
  check_ranks (closeness, table.n_entrants, refcase_array (self->expected, "rank"));
}

/* The two functions that no case uses, and the ends of all, as Brans and Vincke draw them. */
static void
test_functions (void)
{
  static const struct {
    VotumPreference preference;
    double difference, degree;
  } points[] = {
    { VOTUM_PREFERENCE_USUAL, 0, 0 }, { VOTUM_PREFERENCE_USUAL, 1e-9, 1 }, { VOTUM_PREFERENCE_USUAL, -1, 0 },
    { VOTUM_PREFERENCE_U_SHAPE, 1, 0 }, { VOTUM_PREFERENCE_U_SHAPE, 1.001, 1 },
    { VOTUM_PREFERENCE_V_SHAPE, 0, 0 }, { VOTUM_PREFERENCE_V_SHAPE, 0.75, 0.25 }, { VOTUM_PREFERENCE_V_SHAPE, 3, 1 },
    { VOTUM_PREFERENCE_V_SHAPE, 9, 1 }, { VOTUM_PREFERENCE_LEVEL, 1, 0 }, { VOTUM_PREFERENCE_LEVEL, 2, 0.5 },
    { VOTUM_PREFERENCE_LEVEL, 3, 0.5 }, { VOTUM_PREFERENCE_LEVEL, 3.1, 1 }, { VOTUM_PREFERENCE_LINEAR, 1, 0 },
    { VOTUM_PREFERENCE_LINEAR, 1.5, 0.25 }, { VOTUM_PREFERENCE_LINEAR, 3, 1 }, { VOTUM_PREFERENCE_GAUSSIAN, 3, 1 - 0.6065306597126334 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      VotumPrometheeCriterion rising = { 1, FALSE, points[i].preference, 1, 3 };
      VotumPrometheeCriterion falling = { 1, TRUE, points[i].preference, 1, 3 };

      g_assert_cmpfloat_with_epsilon (votum_preference_degree (&rising, points[i].difference), points[i].degree, 1e-12);
      g_assert_cmpfloat_with_epsilon (votum_preference_degree (&falling, -points[i].difference), points[i].degree, 1e-12);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refcases/e01", test_e01);
  g_test_add_func ("/refcases/e02", test_e02);
  g_test_add_func ("/refcases/e03", test_e03);
  g_test_add_func ("/refcases/preference-functions", test_functions);
  return g_test_run ();
}
