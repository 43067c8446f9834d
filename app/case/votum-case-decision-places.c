#include "votum-config.h"

#include "votum-case-decide.h"

#include <glib/gi18n-lib.h>

#include "votum-case-minutes.h"
#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* The places below the prize, which the jury decides along with it or leaves as they are. */

static void
place_clear (gpointer data)
{
  g_clear_object (&((VotumDecisionPlace *) data)->entrant);
}

/**
 * votum_decision_plan_set_places:
 * @self: what the jury decides
 *
 * From now on @self says all places below the prize, none yet. Without this, those that are decided stay as far as they can.
 */
void
votum_decision_plan_set_places (VotumDecisionPlan *self)
{
  if (self->places != NULL)
    return;
  self->places = g_array_new (FALSE, FALSE, sizeof (VotumDecisionPlace));
  g_array_set_clear_func (self->places, place_clear);
}

/**
 * votum_decision_plan_add_place:
 * @self: what the jury decides
 * @entrant: a finalist that does not get the prize
 * @place: its place, from 2
 */
void
votum_decision_plan_add_place (VotumDecisionPlan *self,
                               VotumThing        *entrant,
                               guint              place)
{
  VotumDecisionPlace added = { g_object_ref (entrant), place };

  votum_decision_plan_set_places (self);
  g_array_append_val (self->places, added);
}

/**
 * votum_decision_plan_get_place:
 * @self: what the jury decides
 * @entrant: a finalist
 *
 * Returns: its place below the prize; 0: none
 */
guint
votum_decision_plan_get_place (const VotumDecisionPlan *self,
                               VotumThing              *entrant)
{
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    if (g_array_index (self->places, VotumDecisionPlace, i).entrant == entrant)
      return g_array_index (self->places, VotumDecisionPlace, i).place;

  return 0;
}

/**
 * votum_decision_plan_places_differ:
 * @self: what the jury decides
 * @standing: the result of the rule
 *
 * Returns: whether somebody is given another place than the rule gives
 */
gboolean
votum_decision_plan_places_differ (const VotumDecisionPlan *self,
                                   VotumStanding           *standing)
{
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      const VotumDecisionPlace *place = &g_array_index (self->places, VotumDecisionPlace, i);
      guint index;

      if (!g_ptr_array_find (standing->entrants, place->entrant, &index) ||
          votum_result_position (standing->result, standing->last_round, index) != place->place)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_place_in (VotumCase  *votum_case,
             VotumThing *decision,
             VotumThing *class)
{
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));

  return votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_PLACE && entrant != NULL &&
         (class == NULL || votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == votum_thing_get_id (class));
}

/* The decisions about places there. */
static GPtrArray *
decided_places (VotumCase  *votum_case,
                VotumThing *class)
{
  GListModel *all = votum_case_get_things (votum_case, VOTUM_KIND_DECISION);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (all, i);

      if (is_place_in (votum_case, decision, class))
        g_ptr_array_add (found, g_steal_pointer (&decision));
    }

  return found;
}

/**
 * votum_decision_plan_read_places:
 * @self: what the jury has decided
 * @votum_case: the case
 * @class: (nullable): the class it is about
 *
 * Reads the places that are decided below the prize.
 */
void
votum_decision_plan_read_places (VotumDecisionPlan *self,
                                 VotumCase         *votum_case,
                                 VotumThing        *class)
{
  g_autoptr(GPtrArray) decided = decided_places (votum_case, class);

  votum_decision_plan_set_places (self);
  for (guint i = 0; i < decided->len; i++)
    {
      VotumThing *decision = g_ptr_array_index (decided, i);

      votum_decision_plan_add_place (self, votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT)),
                                     (guint) votum_thing_get_number (decision, VOTUM_DECISION_PLACE));
    }
}

static VotumThing *
steal_of (GPtrArray  *decided,
          VotumThing *entrant)
{
  for (guint i = 0; i < decided->len; i++)
    if (votum_thing_get_ref (g_ptr_array_index (decided, i), VOTUM_DECISION_ENTRANT) == votum_thing_get_id (entrant))
      return g_ptr_array_steal_index (decided, i);

  return NULL;
}

/* Those who share the prize have the first places. */
static gboolean
check_place (VotumDecisionPlan         *self,
             VotumCase                 *votum_case,
             const VotumDecisionPlace  *place,
             GError                   **error)
{
  guint first = MAX (self->winners->len, 1) + 1;

  if (place->place >= first)
    return TRUE;
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("%s cannot have place %u beside the prize. The first place below it is %u."),
               votum_case_entrant_name (votum_case, place->entrant), place->place, first);

  return FALSE;
}

static gboolean
change_place (VotumCase                 *votum_case,
              const VotumDecisionPlace  *place,
              VotumThing                *template,
              VotumThing                *current,
              VotumChanges              *changes,
              GError                   **error)
{
  g_autoptr(VotumThing) after = votum_thing_copy (current != NULL ? current : template);
  g_autofree char *number = g_strdup_printf ("%u", place->place);
  g_autofree char *now = votum_text_now ();

  if (current != NULL && votum_thing_get_number (current, VOTUM_DECISION_PLACE) == place->place)
    return TRUE;
  if (current == NULL)
    votum_case_number_new (votum_case, after);
  if (votum_case_running_meeting (votum_case) != NULL)
    votum_thing_set_ref (after, VOTUM_DECISION_MEETING, votum_thing_get_id (votum_case_running_meeting (votum_case)));
  votum_thing_set_ref (after, VOTUM_DECISION_ENTRANT, votum_thing_get_id (place->entrant));
  if (!votum_thing_set_from_text (after, VOTUM_DECISION_OUTCOME, "place", error) ||
      !votum_thing_set_from_text (after, VOTUM_DECISION_PLACE, number, error) || !votum_thing_set_from_text (after, VOTUM_DECISION_TIME, now, error))
    return FALSE;
  votum_changes_thing (changes, current, after);

  return TRUE;
}

/**
 * votum_decision_plan_change_places:
 * @self: what the jury decides
 * @votum_case: the case
 * @class: (nullable): the class it is about
 * @template: (transfer none): a decision that has what all decisions of this step have
 * @changes: where the changes go
 * @error: return location
 *
 * The places as @self says them; where it says none, those go that cannot be beside the prize.
 *
 * Returns: whether all could be written
 */
gboolean
votum_decision_plan_change_places (VotumDecisionPlan  *self,
                                   VotumCase          *votum_case,
                                   VotumThing         *class,
                                   VotumThing         *template,
                                   VotumChanges       *changes,
                                   GError            **error)
{
  g_autoptr(GPtrArray) superseded = votum_decision_plan_supersedes (self, votum_case, class);
  g_autoptr(GPtrArray) decided = self->places != NULL ? decided_places (votum_case, class) : g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      const VotumDecisionPlace *place = &g_array_index (self->places, VotumDecisionPlace, i);
      g_autoptr(VotumThing) current = steal_of (decided, place->entrant);

      if (!check_place (self, votum_case, place, error) || !change_place (votum_case, place, template, current, changes, error))
        return FALSE;
    }
  for (guint i = 0; i < decided->len; i++)
    votum_changes_thing (changes, g_ptr_array_index (decided, i), NULL);
  for (guint i = 0; i < superseded->len; i++)
    if (self->places == NULL || !is_place_in (votum_case, g_ptr_array_index (superseded, i), class))
      votum_changes_thing (changes, g_ptr_array_index (superseded, i), NULL);

  return TRUE;
}
