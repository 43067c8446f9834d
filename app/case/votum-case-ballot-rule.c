#include "votum-config.h"

#include "votum-case-ballots-private.h"

#include <glib/gi18n-lib.h>

#include "votum-case-allocation.h"
#include "votum-case-hand-in.h"
#include "votum-case-progress.h"
#include "votum-case-ranking.h"
#include "votum-case-result.h"
#include "votum-error.h"

/* What the rule asks of a ballot before it goes. Marks may be missing, since a juror may have none to give; what they give is to
 * be as the rule says. */

static gboolean
check_comments (VotumCase  *self,
                VotumThing *round,
                GError    **error)
{
  g_autoptr(GArray) gaps = votum_case_hand_in_gaps (self, round);
  const VotumHandInGap *first = NULL;
  g_autofree char *criterion = NULL;
  guint n = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      const VotumHandInGap *gap = &g_array_index (gaps, VotumHandInGap, i);

      if (gap->lack != VOTUM_LACK_COMMENT)
        continue;
      n += gap->count;
      if (first == NULL)
        first = gap;
    }
  if (first == NULL)
    return TRUE;

  criterion = votum_case_name_of (self, first->criterion, g_get_language_names ()[0]);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               ngettext ("The rule asks for a comment on %u mark: %s, “%s”. Write it, then hand in.",
                         "The rule asks for a comment on %u marks, the first of them %s, “%s”. Write them, then hand in.", n), n,
               votum_case_entrant_name (self, first->entrant), criterion);

  return FALSE;
}

/* "3 points to 4 (2 given)", for those parts that are not as the rule says. */
static char *
describe_allocation (GArray *allocation)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < allocation->len; i++)
    {
      const VotumAllocationPart *part = &g_array_index (allocation, VotumAllocationPart, i);
      g_autofree char *points = votum_decimal_to_string (part->points);

      if (part->given == part->allowed)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      /* TRANSLATORS: so many points are for so many, and so many have got them */
      g_string_append_printf (text, _("%s points to %u, given to %u"), points, part->allowed, part->given);
    }

  return g_string_free (text, FALSE);
}

static gboolean
check_allocation_in (VotumCase   *self,
                     VotumThing  *round,
                     VotumThing  *class_thing,
                     GError     **error)
{
  g_autoptr(GArray) allocation = votum_case_allocation (self, round, class_thing, votum_case_get_holder (self));
  g_autofree char *text = NULL;

  if (allocation == NULL || votum_allocation_is_used (allocation))
    return TRUE;
  text = describe_allocation (allocation);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The points are not given as the rule says: %s. Change them, then hand in."), text);

  return FALSE;
}

/* Each place given once, and all the points given. */
static gboolean
check_class (VotumCase   *self,
             VotumThing  *round,
             VotumThing  *class_thing,
             GError     **error)
{
  if (votum_case_is_ranked (self, round, class_thing) &&
      !votum_case_check_ranking (self, round, class_thing, votum_case_get_holder (self), error))
    return FALSE;

  return check_allocation_in (self, round, class_thing, error);
}

static gboolean
check_classes (VotumCase   *self,
               VotumThing  *round,
               GError     **error)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (self);

  for (guint i = 0; i < classes->len; i++)
    if (!check_class (self, round, g_ptr_array_index (classes, i), error))
      return FALSE;

  return check_class (self, round, NULL, error);
}

/**
 * votum_case_check_ballot_rule:
 * @self: a juror's case
 * @round: a round
 * @error: return location
 *
 * Returns: whether what the juror gives in @round is as the rule asks for
 */
gboolean
votum_case_check_ballot_rule (VotumCase   *self,
                              VotumThing  *round,
                              GError     **error)
{
  return check_comments (self, round, error) && check_classes (self, round, error);
}

/**
 * votum_case_hand_in_problem:
 * @self: a juror's case
 * @round: a round
 *
 * Returns: (transfer full) (nullable): what of the places or the points is not as the rule says, and what to do; %NULL where nothing is
 */
char *
votum_case_hand_in_problem (VotumCase  *self,
                            VotumThing *round)
{
  g_autoptr(GError) error = NULL;

  return check_classes (self, round, &error) ? NULL : g_strdup (error->message);
}
