#include "refcase.h"
#include "votum-error.h"
#include "votum-rasch.h"

/* Family F, many-facet Rasch: every expected number within the case’s own tolerance. */

typedef struct {
  VotumRaschData data;
  double values[16];
  GArray *marks;
} Facets;

static void
facets_clear (Facets *facets)
{
  g_clear_pointer (&facets->marks, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facets, facets_clear)

/* [judge][person][item] */
static void
read_facets (JsonObject *input, Facets *facets)
{
  JsonArray *judges = refcase_array (input, "ratings_judge_person_item");
  int lowest = (int) json_object_get_int_member (input, "min");

  facets->data.n_categories = (guint) (json_object_get_int_member (input, "max") - lowest + 1);
  for (guint k = 0; k < facets->data.n_categories; k++)
    facets->values[k] = lowest + (int) k;
  facets->marks = g_array_new (FALSE, FALSE, sizeof (VotumRaschMark));
  facets->data.n[VOTUM_RASCH_JUROR] = json_array_get_length (judges);
  for (guint j = 0; j < json_array_get_length (judges); j++)
    {
      JsonArray *persons = json_array_get_array_element (judges, j);

      facets->data.n[VOTUM_RASCH_ENTRANT] = json_array_get_length (persons);
      for (guint n = 0; n < json_array_get_length (persons); n++)
        {
          JsonArray *items = json_array_get_array_element (persons, n);

          facets->data.n[VOTUM_RASCH_CRITERION] = json_array_get_length (items);
          for (guint i = 0; i < json_array_get_length (items); i++)
            {
              VotumRaschMark mark = { { n, j, i }, (guint) (json_array_get_int_element (items, i) - lowest) };

              g_array_append_val (facets->marks, mark);
            }
        }
    }
  facets->data.values = facets->values;
  facets->data.marks = (const VotumRaschMark *) (gconstpointer) facets->marks->data;
  facets->data.n_marks = facets->marks->len;
}

static VotumRasch *
compute (const Facets *facets)
{
  g_autoptr(GError) error = NULL;
  VotumRasch *model = votum_rasch_compute (&facets->data, NULL, &error);

  g_assert_no_error (error);
  return model;
}

typedef double (*Getter) (const VotumRasch *model, VotumRaschFacet facet, guint index);

/* @of: (nullable): which elements are listed; all of them in a row where it is NULL */
static void
check_facet (Refcase *self, VotumRasch *model, VotumRaschFacet facet, Getter get, const char *name, JsonArray *of)
{
  JsonArray *expected = refcase_array (self->expected, name);

  for (guint i = 0; i < json_array_get_length (expected); i++)
    refcase_check (self, get (model, facet, of != NULL ? (guint) json_array_get_int_element (of, i) : i),
                   json_array_get_double_element (expected, i));
}

static void
check_thresholds (Refcase *self, VotumRasch *model)
{
  JsonArray *expected = refcase_array (self->expected, "thresholds");

  g_assert_cmpuint (votum_rasch_n_categories (model), ==, json_array_get_length (expected) + 1);
  for (guint k = 0; k < json_array_get_length (expected); k++)
    refcase_check (self, votum_rasch_threshold (model, k + 1), json_array_get_double_element (expected, k));
}

/* The sums of the ratings say that the table was read as it was meant. */
static void
check_raw (Refcase *self, const Facets *facets, VotumRaschFacet facet, const char *name)
{
  JsonArray *expected = refcase_array (self->expected, name);

  for (guint at = 0; at < json_array_get_length (expected); at++)
    {
      int sum = 0;

      for (guint i = 0; i < facets->marks->len; i++)
        if (g_array_index (facets->marks, VotumRaschMark, i).at[facet] == at)
          sum += (int) facets->values[g_array_index (facets->marks, VotumRaschMark, i).category];
      g_assert_cmpint (sum, ==, json_array_get_int_element (expected, at));
      self->n_checked++;
    }
}

/* Persons are counted as in the input: Anne, Betty, Chris, David, Edward ... */
static void
check_f01_locally (Refcase *self, VotumRasch *model)
{
  JsonArray *residuals = refcase_array (self->expected, "cell_residual_judge_person");
  JsonObject *local = refcase_object (self->expected, "local_measure");
  JsonObject *brahe = refcase_object (self->published, "table14_David_given_Brahe");
  JsonObject *cavendish = refcase_object (self->published, "table14_David_given_Cavendish");
  double near = refcase_number (self->published_tolerances, "measure");
  double near_se = refcase_number (self->published_tolerances, "se");
  double measure, se;

  for (guint j = 0; j < json_array_get_length (residuals); j++)
    for (guint n = 0; n < json_array_get_length (json_array_get_array_element (residuals, j)); n++)
      refcase_check (self, votum_rasch_residual (model, n, j), json_array_get_double_element (json_array_get_array_element (residuals, j), n));
  refcase_check_within (self, votum_rasch_residual (model, 4, 1), refcase_number (self->published, "table9_max_score_residual_Brahe_Edward"),
                        refcase_number (self->published_tolerances, "score_residual"));

  g_assert_true (votum_rasch_local (model, 3, 1, &measure, &se));
  refcase_check (self, measure, refcase_number (refcase_object (local, "Brahe-David"), "measure"));
  refcase_check (self, se, refcase_number (refcase_object (local, "Brahe-David"), "se"));
  refcase_check_within (self, measure, refcase_number (brahe, "measure"), near);
  refcase_check_within (self, se, refcase_number (brahe, "se"), near_se);
  refcase_check_within (self, votum_rasch_residual (model, 3, 1) / 5, refcase_number (brahe, "obs_minus_exp_average"), near);
  g_assert_true (votum_rasch_local (model, 3, 2, &measure, &se));
  refcase_check (self, measure, refcase_number (refcase_object (local, "Cavendish-David"), "measure"));
  refcase_check (self, se, refcase_number (refcase_object (local, "Cavendish-David"), "se"));
  refcase_check_within (self, measure, refcase_number (cavendish, "measure"), near);
  refcase_check_within (self, se, refcase_number (cavendish, "se"), near_se);
}

static void
test_f01 (void)
{
  g_autoptr(Refcase) self = refcase_open ("F01-mfrm-guilford-creativity");
  g_auto(Facets) facets = { 0 };
  g_autoptr(VotumRasch) model = NULL;
  guint counts[9] = { 0 };

  if (self == NULL)
    return;
  read_facets (self->input, &facets);
  for (guint i = 0; i < facets.marks->len; i++)
    counts[g_array_index (facets.marks, VotumRaschMark, i).category]++;
  for (guint k = 0; k < 9; k++)
    g_assert_cmpint (counts[k], ==, json_array_get_int_element (refcase_array (self->expected, "category_counts"), k));
  check_raw (self, &facets, VOTUM_RASCH_JUROR, "raw_judge");
  check_raw (self, &facets, VOTUM_RASCH_ENTRANT, "raw_person");
  check_raw (self, &facets, VOTUM_RASCH_CRITERION, "raw_item");
  model = compute (&facets);
  g_assert_cmpuint (votum_rasch_n_marks (model), ==, facets.marks->len);
  check_facet (self, model, VOTUM_RASCH_JUROR, votum_rasch_measure, "severity", NULL);
  check_facet (self, model, VOTUM_RASCH_ENTRANT, votum_rasch_measure, "person", NULL);
  check_facet (self, model, VOTUM_RASCH_CRITERION, votum_rasch_measure, "item", NULL);
  check_facet (self, model, VOTUM_RASCH_JUROR, votum_rasch_se, "se_judge", NULL);
  check_facet (self, model, VOTUM_RASCH_ENTRANT, votum_rasch_se, "se_person", NULL);
  check_facet (self, model, VOTUM_RASCH_CRITERION, votum_rasch_se, "se_item", NULL);
  check_facet (self, model, VOTUM_RASCH_JUROR, votum_rasch_infit, "infit_judge", NULL);
  check_facet (self, model, VOTUM_RASCH_JUROR, votum_rasch_outfit, "outfit_judge", NULL);
  check_facet (self, model, VOTUM_RASCH_ENTRANT, votum_rasch_fair, "fair_person", NULL);
  check_facet (self, model, VOTUM_RASCH_JUROR, votum_rasch_fair, "fair_judge", NULL);
  check_thresholds (self, model);
  refcase_check (self, votum_rasch_loglik (model), refcase_number (self->expected, "loglik"));
  check_f01_locally (self, model);
}

static void
test_f02 (void)
{
  g_autoptr(Refcase) self = refcase_open ("F02-mfrm-extreme-judge");
  g_auto(Facets) facets = { 0 };
  g_autoptr(VotumRasch) model = NULL;
  JsonObject *extreme;
  JsonArray *estimated;

  if (self == NULL)
    return;
  read_facets (self->input, &facets);
  model = compute (&facets);
  extreme = refcase_object (self->expected, "extreme");
  g_assert_cmpuint (json_array_get_length (refcase_array (extreme, "persons")), ==, 0);
  g_assert_cmpuint (json_array_get_length (refcase_array (extreme, "items")), ==, 0);
  for (guint i = 0; i < facets.data.n[VOTUM_RASCH_ENTRANT]; i++)
    g_assert_cmpint (votum_rasch_state (model, VOTUM_RASCH_ENTRANT, i), ==, VOTUM_RASCH_ESTIMATED);
  for (guint i = 0; i < facets.data.n[VOTUM_RASCH_CRITERION]; i++)
    g_assert_cmpint (votum_rasch_state (model, VOTUM_RASCH_CRITERION, i), ==, VOTUM_RASCH_ESTIMATED);
  g_assert_cmpstr (json_object_get_string_member (extreme, "direction"), ==, "max");
  for (guint i = 0; i < json_array_get_length (refcase_array (extreme, "judges")); i++)
    {
      guint judge = (guint) json_array_get_int_element (refcase_array (extreme, "judges"), i);

      g_assert_cmpint (votum_rasch_state (model, VOTUM_RASCH_JUROR, judge), ==, VOTUM_RASCH_ALL_HIGHEST);
      g_assert_true (isnan (votum_rasch_measure (model, VOTUM_RASCH_JUROR, judge)));
      g_assert_true (isnan (votum_rasch_fair (model, VOTUM_RASCH_JUROR, judge)));
      g_assert_cmpuint (votum_rasch_n_used (model, VOTUM_RASCH_JUROR, judge), ==, 0);
    }
  estimated = refcase_array (self->expected, "judges_estimated");
  check_facet (self, model, VOTUM_RASCH_JUROR, votum_rasch_measure, "severity", estimated);
  check_facet (self, model, VOTUM_RASCH_JUROR, votum_rasch_se, "se_judge", estimated);
  check_facet (self, model, VOTUM_RASCH_ENTRANT, votum_rasch_measure, "person", NULL);
  check_facet (self, model, VOTUM_RASCH_CRITERION, votum_rasch_measure, "item", NULL);
  check_thresholds (self, model);
  refcase_check (self, votum_rasch_loglik (model), refcase_number (self->expected, "loglik"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refcases/f01", test_f01);
  g_test_add_func ("/refcases/f02", test_f02);
  return g_test_run ();
}
