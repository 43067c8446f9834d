#include "votum-config.h"

#include "votum-case-measures.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-case-private.h"
#include "votum-case-result.h"
#include "votum-survey.h"
#include "votum-value.h"

/* The measures of those in the race: figures of surveys and books, with how sure a survey's figure can be. */

#define CONFIDENCE 0.95

/* The ends that the unit names: "0–100", "−100–100"; a percentage goes from 0 to 100. */
static gboolean
ends_of (const char *unit,
         double     *min,
         double     *max)
{
  g_auto(GStrv) parts = NULL;
  g_autoptr(GString) text = g_string_new (unit);

  g_string_replace (text, "−", "-", 0);
  g_string_replace (text, " ", "", 0);
  if (strcmp (text->str, "%") == 0)
    {
      *min = 0;
      *max = 100;
      return TRUE;
    }
  parts = g_strsplit (text->str, "–", -1);
  for (guint i = 0; i < 2; i++)
    {
      VotumDecimal value;

      if (g_strv_length (parts) != 2 || !votum_decimal_parse (parts[i], &value, NULL))
        return FALSE;
      *(i == 0 ? min : max) = votum_decimal_to_double (value);
    }

  return *max > *min;
}

static double
worth_of (VotumThing   *indicator,
          VotumDecimal  figure)
{
  g_autoptr(GArray) xs = NULL;
  g_autoptr(GArray) ys = NULL;
  double worth;
  mpq_t value;

  if (!votum_indicator_get_points (VOTUM_INDICATOR (indicator), &xs, &ys, NULL) || xs->len == 0)
    return NAN;
  mpq_init (value);
  votum_decimal_to_rational (figure, value);
  votum_value_apply ((const VotumDecimal *) (gpointer) xs->data, (const VotumDecimal *) (gpointer) ys->data, xs->len, FALSE, value, value);
  worth = mpq_get_d (value);
  mpq_clear (value);

  return worth;
}

static void
measured_clear (gpointer data)
{
  VotumMeasured *measured = data;

  g_clear_object (&measured->entrant);
  g_clear_object (&measured->indicator);
  g_clear_object (&measured->measure);
}

static void
add_measure (GArray     *measures,
             VotumThing *entrant,
             VotumThing *indicator,
             VotumThing *measure)
{
  VotumMeasured measured = { .worth = NAN };
  const char *unit = votum_thing_get_text (indicator, VOTUM_INDICATOR_UNIT);
  VotumDecimal figure;
  double min, max;

  if (!votum_thing_get_decimal (measure, VOTUM_MEASURE_VALUE, &figure))
    return;
  measured.entrant = g_object_ref (entrant);
  measured.indicator = g_object_ref (indicator);
  measured.measure = g_object_ref (measure);
  measured.estimate = (VotumEstimate) { votum_decimal_to_double (figure), NAN, NAN };
  measured.worth = worth_of (indicator, figure);
  if (votum_thing_is_set (measure, VOTUM_MEASURE_ANSWERS))
    measured.n_answers = (guint) votum_thing_get_number (measure, VOTUM_MEASURE_ANSWERS);
  measured.too_few = votum_thing_is_set (measure, VOTUM_MEASURE_ANSWERS) && votum_thing_is_set (indicator, VOTUM_INDICATOR_MINIMUM) &&
                     measured.n_answers < votum_thing_get_number (indicator, VOTUM_INDICATOR_MINIMUM);
  if (measured.n_answers > 0 && unit != NULL && ends_of (unit, &min, &max))
    measured.estimate = votum_widest_interval (measured.estimate.value, min, max, measured.n_answers, CONFIDENCE);
  g_array_append_val (measures, measured);
}

/**
 * votum_case_measures:
 * @self: a case
 * @class_thing: (nullable): only of this class
 *
 * The measures of those in the race. What is known of a survey is its figure and how many answered, so the interval, 95 per
 * cent, is the widest that answers on such a scale can have; for a rate it is Wilson's.
 *
 * Returns: (transfer full) (element-type VotumMeasured): by indicator, then by entrant
 */
GArray *
votum_case_measures (VotumCase  *self,
                     VotumThing *class_thing)
{
  GListModel *indicators = votum_case_get_things (self, VOTUM_KIND_INDICATOR), *all = votum_case_get_things (self, VOTUM_KIND_MEASURE);
  g_autoptr(GPtrArray) entrants = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  GArray *measures = g_array_new (FALSE, TRUE, sizeof (VotumMeasured));

  g_array_set_clear_func (measures, measured_clear);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr(VotumThing) indicator = g_list_model_get_item (indicators, i);

      for (guint e = 0; e < entrants->len; e++)
        {
          VotumThing *entrant = g_ptr_array_index (entrants, e);
          int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

          if (status == VOTUM_ENTRANT_STATUS_WITHDRAWN || status == VOTUM_ENTRANT_STATUS_DISQUALIFIED ||
              (class_thing != NULL && votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) != votum_thing_get_id (class_thing)))
            continue;
          for (guint m = 0; m < g_list_model_get_n_items (all); m++)
            {
              g_autoptr(VotumThing) measure = g_list_model_get_item (all, m);

              if (votum_thing_get_ref (measure, VOTUM_MEASURE_ENTRANT) == votum_thing_get_id (entrant) &&
                  votum_thing_get_ref (measure, VOTUM_MEASURE_INDICATOR) == votum_thing_get_id (indicator) && votum_case_may_see (self, measure))
                add_measure (measures, entrant, indicator, measure);
            }
        }
    }

  return measures;
}

/* Whether the first is the better figure of the two. */
static gboolean
is_better (const VotumMeasured *a,
           const VotumMeasured *b)
{
  gboolean falling = votum_thing_get_choice (a->indicator, VOTUM_INDICATOR_DIRECTION) == VOTUM_INDICATOR_DIRECTION_FALLING;

  return falling ? a->estimate.value < b->estimate.value : a->estimate.value > b->estimate.value;
}

/* Whether nothing in the answers says that one is better than the other. */
static gboolean
may_be_equal (const VotumMeasured *a,
              const VotumMeasured *b)
{
  VotumEstimate difference = votum_newcombe (a->estimate, b->estimate);

  return difference.low <= 0 && difference.high >= 0;
}

/**
 * votum_case_measures_words:
 * @self: a case
 * @measures: (element-type VotumMeasured): its measures
 * @indicator: one of its indicators
 *
 * Returns: (transfer full) (nullable): who has the best figure and how sure that is, in a sentence in the user's language;
 *   %NULL where there are not two figures with answers enough
 */
char *
votum_case_measures_words (VotumCase  *self,
                           GArray     *measures,
                           VotumThing *indicator)
{
  const VotumMeasured *best = NULL;
  g_autoptr(GString) near = g_string_new (NULL);
  guint n = 0, n_unknown = 0;
  const char *name;

  for (guint i = 0; i < measures->len; i++)
    {
      const VotumMeasured *measured = &g_array_index (measures, VotumMeasured, i);

      if (measured->indicator != indicator || measured->too_few)
        continue;
      n++;
      n_unknown += isnan (measured->estimate.low);
      if (best == NULL || is_better (measured, best))
        best = measured;
    }
  if (n < 2)
    return NULL;
  name = votum_case_entrant_name (self, best->entrant);
  if (n_unknown > 0)
    return g_strdup_printf (_("Best figure: %s. How sure that is cannot be told, since it is not said how many answered."), name);
  for (guint i = 0; i < measures->len; i++)
    {
      const VotumMeasured *measured = &g_array_index (measures, VotumMeasured, i);

      if (measured->indicator == indicator && !measured->too_few && measured != best && may_be_equal (measured, best))
        g_string_append_printf (near, "%s%s", near->len > 0 ? ", " : "", votum_case_entrant_name (self, measured->entrant));
    }
  if (near->len == 0)
    return g_strdup_printf (_("Best figure: %s, by more than the answers of so many leave open."), name);

  return g_strdup_printf (_("Best figure: %s. So many answers leave open whether it is better than: %s."), name, near->str);
}
