#include "votum-config.h"

#include "votum-decision-plan.h"

#include "votum-text.h"

/* The prize and the honourable mentions of one class. The places below them are not touched here. */

VotumDecisionPlan *
votum_decision_plan_new (void)
{
  VotumDecisionPlan *self = g_new0 (VotumDecisionPlan, 1);

  self->winners = g_ptr_array_new_with_free_func (g_object_unref);
  self->mentions = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
votum_decision_plan_free (VotumDecisionPlan *self)
{
  g_ptr_array_unref (self->winners);
  g_ptr_array_unref (self->mentions);
  g_free (self->reason);
  g_free (self->minority);
  g_free (self);
}

static gboolean
is_planned (VotumThing *decision)
{
  switch (votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME))
    {
    case VOTUM_DECISION_OUTCOME_WINNER:
    case VOTUM_DECISION_OUTCOME_SHARED:
    case VOTUM_DECISION_OUTCOME_NONE:
    case VOTUM_DECISION_OUTCOME_HONOURABLE_MENTION:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_in_class (VotumCase  *votum_case,
             VotumThing *decision,
             VotumThing *class)
{
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
  gint64 within = votum_thing_get_ref (decision, VOTUM_DECISION_CLASS);

  if (within == 0 && entrant != NULL)
    within = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

  return class == NULL || within == 0 || within == votum_thing_get_id (class);
}

/**
 * votum_decisions_of:
 * @votum_case: a case
 * @class: (nullable): a class
 *
 * Returns: (transfer full) (element-type VotumThing): what was decided there about the prize and honourable mentions
 */
GPtrArray *
votum_decisions_of (VotumCase  *votum_case,
                    VotumThing *class)
{
  GListModel *all = votum_case_get_things (votum_case, VOTUM_KIND_DECISION);
  GPtrArray *decisions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (all, i);

      if (is_planned (decision) && is_in_class (votum_case, decision, class))
        g_ptr_array_add (decisions, g_steal_pointer (&decision));
    }

  return decisions;
}

/**
 * votum_decision_plan_read:
 * @votum_case: a case
 * @class: (nullable): a class
 *
 * Returns: (transfer full) (nullable): what the jury has decided there, %NULL where it has not
 */
VotumDecisionPlan *
votum_decision_plan_read (VotumCase  *votum_case,
                          VotumThing *class)
{
  g_autoptr(GPtrArray) decisions = votum_decisions_of (votum_case, class);
  g_autoptr(VotumDecisionPlan) self = votum_decision_plan_new ();

  for (guint i = 0; i < decisions->len; i++)
    {
      VotumThing *decision = g_ptr_array_index (decisions, i);
      VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
      gboolean mention = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_HONOURABLE_MENTION;

      if (entrant != NULL)
        g_ptr_array_add (mention ? self->mentions : self->winners, g_object_ref (entrant));
      if (mention || self->reason != NULL)
        continue;
      self->votes_for = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_FOR);
      self->votes_against = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_AGAINST);
      self->abstained = votum_thing_get_number (decision, VOTUM_DECISION_ABSTAINED);
      self->reason = g_strdup (votum_thing_get_text (decision, VOTUM_DECISION_REASON));
      self->minority = g_strdup (votum_thing_get_text (decision, VOTUM_DECISION_MINORITY));
    }

  return decisions->len > 0 ? g_steal_pointer (&self) : NULL;
}

static gboolean
set_text (VotumThing  *decision,
          guint        field,
          const char  *text,
          GError     **error)
{
  return votum_thing_set_from_text (decision, field, text != NULL && *text != '\0' ? text : NULL, error);
}

static gboolean
fill (VotumDecisionPlan  *self,
      VotumThing         *decision,
      const char         *outcome,
      VotumThing         *entrant,
      GError            **error)
{
  gboolean voted = self->votes_for + self->votes_against + self->abstained > 0;
  gboolean mention = g_strcmp0 (outcome, "honourable-mention") == 0;

  votum_thing_set_ref (decision, VOTUM_DECISION_ENTRANT, entrant != NULL ? votum_thing_get_id (entrant) : 0);
  if (!set_text (decision, VOTUM_DECISION_OUTCOME, outcome, error) ||
      !set_text (decision, VOTUM_DECISION_PLACE, entrant != NULL && !mention ? "1" : NULL, error))
    return FALSE;
  /* the vote was about the prize */
  if (mention)
    return TRUE;
  if (voted)
    {
      votum_thing_set_number (decision, VOTUM_DECISION_VOTES_FOR, self->votes_for);
      votum_thing_set_number (decision, VOTUM_DECISION_VOTES_AGAINST, self->votes_against);
      votum_thing_set_number (decision, VOTUM_DECISION_ABSTAINED, self->abstained);
    }
  else if (!set_text (decision, VOTUM_DECISION_VOTES_FOR, NULL, error) || !set_text (decision, VOTUM_DECISION_VOTES_AGAINST, NULL, error) ||
           !set_text (decision, VOTUM_DECISION_ABSTAINED, NULL, error))
    {
      return FALSE;
    }

  return set_text (decision, VOTUM_DECISION_REASON, self->reason, error) && set_text (decision, VOTUM_DECISION_MINORITY, self->minority, error);
}

/* An old decision becomes a new one as long as there are any, so that its id stays. */
static gboolean
add_change (VotumDecisionPlan  *self,
            VotumCase          *votum_case,
            GPtrArray          *old,
            VotumChanges       *changes,
            VotumThing         *place,
            const char         *outcome,
            VotumThing         *entrant,
            GError            **error)
{
  g_autoptr(VotumThing) current = old->len > 0 ? g_ptr_array_steal_index (old, 0) : NULL;
  g_autoptr(VotumThing) before = current != NULL ? votum_thing_copy (current) : NULL;
  g_autoptr(VotumThing) after = before != NULL ? votum_thing_copy (before) : votum_thing_copy (place);
  g_autofree char *now = votum_text_now ();

  if (before == NULL)
    {
      gint64 number = votum_case_take_id (votum_case);
      g_autofree char *key = g_strdup_printf ("decision-%" G_GINT64_FORMAT, number);

      votum_thing_set_id (after, number);
      votum_thing_set_key (after, key);
    }
  if (!fill (self, after, outcome, entrant, error) || !set_text (after, VOTUM_DECISION_TIME, now, error))
    return FALSE;
  votum_changes_thing (changes, before, after);

  return TRUE;
}

/**
 * votum_decision_plan_record:
 * @self: what the jury decides
 * @votum_case: the case
 * @class: (nullable): the class it is about
 * @round: (nullable): the round it was decided after
 * @subject: who gets the prize, for the log
 * @error: return location
 *
 * Writes it down in one step, in the place of what was decided before.
 *
 * Returns: whether it was done
 */
gboolean
votum_decision_plan_record (VotumDecisionPlan  *self,
                            VotumCase          *votum_case,
                            VotumThing         *class,
                            VotumThing         *round,
                            const char         *subject,
                            GError            **error)
{
  g_autoptr(GPtrArray) old = votum_decisions_of (votum_case, class);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) place = votum_thing_new (VOTUM_KIND_DECISION);
  const char *command = old->len > 0 ? "edit-decision" : "add-decision";

  votum_thing_set_ref (place, VOTUM_DECISION_CLASS, class != NULL ? votum_thing_get_id (class) : 0);
  votum_thing_set_ref (place, VOTUM_DECISION_ROUND, round != NULL ? votum_thing_get_id (round) : 0);
  for (guint i = 0; i < self->winners->len; i++)
    if (!add_change (self, votum_case, old, changes, place, self->winners->len > 1 ? "shared" : "winner",
                     g_ptr_array_index (self->winners, i), error))
      return FALSE;
  if (self->winners->len == 0 && !add_change (self, votum_case, old, changes, place, "none", NULL, error))
    return FALSE;
  for (guint i = 0; i < self->mentions->len; i++)
    if (!add_change (self, votum_case, old, changes, place, "honourable-mention", g_ptr_array_index (self->mentions, i), error))
      return FALSE;
  for (guint i = 0; i < old->len; i++)
    votum_changes_thing (changes, g_ptr_array_index (old, i), NULL);

  return votum_case_apply (votum_case, changes, command, subject, NULL, NULL, error);
}
