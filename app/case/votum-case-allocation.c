#include "votum-config.h"

#include "votum-case-allocation.h"

#include <glib/gi18n-lib.h>

#include "votum-case-assigned.h"
#include "votum-case-progress.h"
#include "votum-case-result.h"
#include "votum-case-private.h"
#include "votum-error.h"

/* How a juror has used the points that the rule gives them. */

static VotumTerms *
terms_of (VotumCase  *self,
          VotumThing *round,
          VotumThing *class_thing)
{
  VotumRule *rule = votum_case_get_round_rule (self, round, class_thing);

  if (rule == NULL || votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_METHOD) != VOTUM_RULE_METHOD_PLACES ||
      !votum_thing_is_set (VOTUM_THING (rule), VOTUM_RULE_ALLOCATION))
    return NULL;

  return votum_rule_get_terms (rule, NULL);
}

/**
 * votum_case_has_allocation:
 * @self: a case
 * @round: a round
 * @class_thing: (nullable): a class
 *
 * Returns: whether the rule says how many points go to how many
 */
gboolean
votum_case_has_allocation (VotumCase  *self,
                           VotumThing *round,
                           VotumThing *class_thing)
{
  g_autoptr(VotumTerms) terms = terms_of (self, round, class_thing);

  return terms != NULL && terms->allocation != NULL;
}

static void
count_mark (GArray          *allocation,
            const VotumMark *mark)
{
  VotumDecimal points = votum_mark_value (mark);
  VotumAllocationPart other = { points, 0, 1 };

  if (mark->state != VOTUM_MARK_VALUE || points.digits == 0)
    return;
  for (guint i = 0; i < allocation->len; i++)
    {
      VotumAllocationPart *part = &g_array_index (allocation, VotumAllocationPart, i);

      if (votum_decimal_compare (part->points, points) != 0)
        continue;
      part->given++;
      return;
    }
  g_array_append_val (allocation, other);
}

/* Where there are fewer to give points to than points, the fewest points are those that nobody gets. A revote among few would give all
 * of them the same and settle nothing: there each number of points goes to one. */
static void
cut (GArray   *allocation,
     guint     n_entrants,
     gboolean  is_revote)
{
  if (is_revote && allocation->len > 0 && g_array_index (allocation, VotumAllocationPart, 0).allowed >= n_entrants)
    for (guint i = 0; i < allocation->len; i++)
      g_array_index (allocation, VotumAllocationPart, i).allowed = MIN (g_array_index (allocation, VotumAllocationPart, i).allowed, 1);
  for (guint i = 0; i < allocation->len; i++)
    {
      VotumAllocationPart *part = &g_array_index (allocation, VotumAllocationPart, i);

      part->allowed = MIN (part->allowed, n_entrants);
      n_entrants -= part->allowed;
    }
}

/**
 * votum_case_allocation:
 * @self: a case
 * @round: a round
 * @class_thing: (nullable): a class; %NULL for an award without classes
 * @juror: a juror
 *
 * Returns: (transfer full) (nullable) (element-type VotumAllocationPart): how @juror has used their points, the most points first,
 *   and behind those what the rule does not know; %NULL where the rule leaves it open
 */
GArray *
votum_case_allocation (VotumCase  *self,
                       VotumThing *round,
                       VotumThing *class_thing,
                       VotumThing *juror)
{
  g_autoptr(VotumTerms) terms = terms_of (self, round, class_thing);
  g_autoptr(GPtrArray) entrants = NULL;
  gint64 class = class_thing != NULL ? votum_thing_get_id (class_thing) : 0;
  guint n_entrants = 0;
  GArray *allocation;

  if (terms == NULL || terms->allocation == NULL)
    return NULL;

  allocation = g_array_new (FALSE, TRUE, sizeof (VotumAllocationPart));
  for (guint i = 0; i < terms->allocation->len; i++)
    {
      const VotumAllocation *part = &g_array_index (terms->allocation, VotumAllocation, i);
      VotumAllocationPart one = { part->points, part->n, 0 };

      g_array_append_val (allocation, one);
    }
  entrants = votum_case_round_entrants (self, round);
  for (guint i = 0; i < entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, i);
      const VotumMark *marks;
      guint n;

      if (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) != class)
        continue;
      n_entrants += !votum_case_is_recused (self, juror, entrant, NULL) && votum_case_is_assigned (self, juror, entrant);
      marks = votum_marks_range (self->marks, votum_thing_get_id (round), votum_thing_get_id (entrant), votum_thing_get_id (juror), &n);
      for (guint m = 0; m < n; m++)
        count_mark (allocation, &marks[m]);
    }
  cut (allocation, n_entrants, votum_thing_get_choice (round, VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE);

  return allocation;
}

/**
 * votum_allocation_is_used:
 * @allocation: (element-type VotumAllocationPart): how a juror has used their points
 *
 * Returns: whether all have been given, no more and no others
 */
gboolean
votum_allocation_is_used (GArray *allocation)
{
  for (guint i = 0; i < allocation->len; i++)
    if (g_array_index (allocation, VotumAllocationPart, i).given != g_array_index (allocation, VotumAllocationPart, i).allowed)
      return FALSE;

  return TRUE;
}

/**
 * votum_case_check_points:
 * @self: a case
 * @round: a round
 * @juror: a juror
 * @entrant: an entrant
 * @points: what @juror is about to give
 * @error: return location
 *
 * Returns: whether @juror has so many points left to give, also where @entrant has got others so far
 */
gboolean
votum_case_check_points (VotumCase     *self,
                         VotumThing    *round,
                         VotumThing    *juror,
                         VotumThing    *entrant,
                         VotumDecimal   points,
                         GError       **error)
{
  VotumThing *class_thing = votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  g_autoptr(GArray) allocation = votum_case_allocation (self, round, class_thing, juror);
  g_autofree char *number = votum_decimal_to_string (votum_decimal_normalize (points));
  const VotumMark *marks;
  guint n;

  if (allocation == NULL || points.digits == 0)
    return TRUE;
  marks = votum_marks_range (self->marks, votum_thing_get_id (round), votum_thing_get_id (entrant), votum_thing_get_id (juror), &n);
  for (guint i = 0; i < allocation->len; i++)
    {
      const VotumAllocationPart *part = &g_array_index (allocation, VotumAllocationPart, i);

      if (votum_decimal_compare (part->points, points) != 0)
        continue;
      if (part->given < part->allowed ||
          (n == 1 && marks[0].state == VOTUM_MARK_VALUE && votum_decimal_compare (votum_mark_value (&marks[0]), points) == 0))
        return TRUE;
      if (part->allowed > 0)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       ngettext ("%s points go to %u finalist, who has got them already. Take them away there first, or give other points.",
                                 "%s points go to %u finalists, who have got them already. Take them away from one first, or give other points.",
                                 part->allowed),
                       number, part->allowed);
          return FALSE;
        }
    }
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The rule has no %s points to give here. Give other points, or none."), number);

  return FALSE;
}
