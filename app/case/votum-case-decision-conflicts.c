#include "votum-config.h"

#include "votum-case-decide.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "votum-case-private.h"

/* The prize and the places below it are decided one by one, and must not say two things of the same finalist. */

static gboolean
is_prize (VotumThing *decision)
{
  int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);

  return outcome == VOTUM_DECISION_OUTCOME_WINNER || outcome == VOTUM_DECISION_OUTCOME_SHARED;
}

static gboolean
is_place (VotumThing *decision)
{
  return votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_PLACE;
}

/**
 * votum_decision_plan_supersedes:
 * @self: what the jury decides
 * @votum_case: a case
 * @class: (nullable): the class it is about
 *
 * Returns: (transfer full) (element-type VotumThing): the places that were decided before and cannot be beside it: of who gets the
 *   prize now, and those that the prize takes up
 */
GPtrArray *
votum_decision_plan_supersedes (VotumDecisionPlan *self,
                                VotumCase         *votum_case,
                                VotumThing        *class)
{
  GListModel *all = votum_case_get_things (votum_case, VOTUM_KIND_DECISION);
  GPtrArray *superseded = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (all, i);
      VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
      gint64 place = votum_thing_get_number (decision, VOTUM_DECISION_PLACE);
      gboolean taken = is_place (decision) && place >= 1 && place <= MAX ((gint64) self->winners->len, 1);

      if (!votum_decision_is_in_class (votum_case, decision, class) ||
          (!is_place (decision) && votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME) != VOTUM_DECISION_OUTCOME_FINALIST))
        continue;
      if (taken || g_ptr_array_find (self->winners, entrant, NULL))
        g_ptr_array_add (superseded, g_steal_pointer (&decision));
    }

  return superseded;
}

/* ---- what stands against each other ---- */

static const char *
name_of (VotumCase  *votum_case,
         VotumThing *decision)
{
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));

  return entrant != NULL ? votum_case_entrant_name (votum_case, entrant) : _("nobody");
}

static void
compare (VotumCase  *votum_case,
         VotumThing *one,
         VotumThing *other,
         GPtrArray  *sentences)
{
  gint64 entrant = votum_thing_get_ref (one, VOTUM_DECISION_ENTRANT);
  gint64 first = votum_thing_get_number (one, VOTUM_DECISION_PLACE);
  gint64 second = votum_thing_get_number (other, VOTUM_DECISION_PLACE);
  int outcome = votum_thing_get_choice (other, VOTUM_DECISION_OUTCOME);

  if (entrant == 0 || entrant != votum_thing_get_ref (other, VOTUM_DECISION_ENTRANT))
    return;
  if (is_prize (one) && is_place (other) && second != 1)
    g_ptr_array_add (sentences, g_strdup_printf (_("%s gets the prize, and place %" PRId64 " by another decision. Record the prize once more: the "
                                                   "place goes with that."), name_of (votum_case, one), (int64_t) second));
  else if (is_prize (one) && outcome == VOTUM_DECISION_OUTCOME_HONOURABLE_MENTION)
    g_ptr_array_add (sentences, g_strdup_printf (_("%s gets the prize and an honourable mention. Record the decision once more, with one of them."),
                                                 name_of (votum_case, one)));
  else if (is_place (one) && is_place (other) && votum_thing_get_id (one) < votum_thing_get_id (other) && first != second)
    g_ptr_array_add (sentences, g_strdup_printf (_("%s has place %" PRId64 " by one decision and place %" PRId64 " by another. Correct one of them."),
                                                 name_of (votum_case, one), (int64_t) first, (int64_t) second));
}

/* Two who share the prize have the first two places. */
static void
count_places (VotumCase *votum_case,
              GPtrArray *decisions,
              GPtrArray *sentences)
{
  guint n_prizes = 0;

  for (guint i = 0; i < decisions->len; i++)
    n_prizes += is_prize (g_ptr_array_index (decisions, i));
  for (guint i = 0; i < decisions->len; i++)
    {
      VotumThing *decision = g_ptr_array_index (decisions, i);
      gint64 place = votum_thing_get_number (decision, VOTUM_DECISION_PLACE);
      gboolean own = FALSE;

      for (guint k = 0; k < decisions->len; k++)
        own = own || (is_prize (g_ptr_array_index (decisions, k)) && votum_thing_get_ref (g_ptr_array_index (decisions, k), VOTUM_DECISION_ENTRANT) ==
                                                                       votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
      if (is_place (decision) && !own && n_prizes > 0 && place >= 1 && place <= n_prizes)
        g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%s has place %" PRId64 ", which the prize takes up. The next place is %u: correct it.",
                                                               "%s has place %" PRId64 ", which those who share the prize take up. The next place is "
                                                               "%u: correct it.", n_prizes), name_of (votum_case, decision), (int64_t) place, n_prizes + 1));
    }
}

/**
 * votum_decision_conflicts:
 * @votum_case: a case
 * @class: (nullable): a class
 *
 * Returns: (transfer full) (element-type utf8): which decisions there cannot be beside each other, each a sentence that says what to do
 */
GPtrArray *
votum_decision_conflicts (VotumCase  *votum_case,
                          VotumThing *class)
{
  GListModel *all = votum_case_get_things (votum_case, VOTUM_KIND_DECISION);
  g_autoptr(GPtrArray) decisions = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (all, i);

      if (votum_decision_is_in_class (votum_case, decision, class))
        g_ptr_array_add (decisions, g_steal_pointer (&decision));
    }
  for (guint i = 0; i < decisions->len; i++)
    for (guint k = 0; k < decisions->len; k++)
      compare (votum_case, g_ptr_array_index (decisions, i), g_ptr_array_index (decisions, k), sentences);
  count_places (votum_case, decisions, sentences);

  return sentences;
}
