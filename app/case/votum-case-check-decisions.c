#include "votum-config.h"

#include "votum-case-private.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

/* Decisions after a change: votes that the jury has, and outcomes that do not contradict each other. */

/* Whether @changes have to do with things of type @type. */
gboolean
votum_changes_touch (VotumChanges *changes,
                     GType         type)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (change->new_thing != NULL ? change->new_thing : change->old_thing, type))
        return TRUE;
    }

  return FALSE;
}

/* The class a decision is in: said, or that of whom it is about; 0 where the award has none. */
static gint64
decision_class (VotumCaseCheck *check,
                VotumThing     *decision)
{
  VotumThing *entrant = votum_case_check_thing (check, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));

  if (votum_thing_is_set (decision, VOTUM_DECISION_CLASS) || entrant == NULL)
    return votum_thing_get_ref (decision, VOTUM_DECISION_CLASS);

  return votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);
}

static guint
count_voters (VotumCaseCheck *check)
{
  GListModel *jurors = votum_case_get_things (check->self, VOTUM_KIND_JUROR);
  GHashTableIter iter;
  gpointer thing;
  guint n = g_list_model_get_n_items (jurors);

  g_hash_table_iter_init (&iter, check->overlay);
  while (g_hash_table_iter_next (&iter, NULL, &thing))
    n += thing != NULL && VOTUM_IS_JUROR (thing) && votum_case_lookup (check->self, votum_thing_get_id (thing)) == NULL;

  return n;
}

/* Votes are those of the jury, and more of them for a decision than against it. */
static gboolean
check_votes (VotumCaseCheck *check,
             VotumThing     *decision,
             GError        **error)
{
  gint64 votes_for = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_FOR);
  gint64 votes_against = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_AGAINST);
  gint64 abstained = votum_thing_get_number (decision, VOTUM_DECISION_ABSTAINED);
  guint n_voters = count_voters (check);

  if (!votum_thing_is_set (decision, VOTUM_DECISION_VOTES_FOR))
    return TRUE;
  if (votes_for + votes_against + abstained > n_voters)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The decision “%s” counts more votes than the jury has members (%u). Correct the votes."),
                   votum_thing_get_key (decision), n_voters);
      return FALSE;
    }
  if (votes_for < votes_against)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The decision “%s” has more votes against it than for it. Correct the votes or the decision."),
                   votum_thing_get_key (decision));
      return FALSE;
    }

  return TRUE;
}

/* All decisions as they will be; they belong to the case or the change. */
static GPtrArray *
decisions_after (VotumCaseCheck *check,
                 VotumChanges   *changes)
{
  GListModel *current = votum_case_get_things (check->self, VOTUM_KIND_DECISION);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (current); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (current, i);
      VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (thing));

      if (after != NULL)
        g_ptr_array_add (others, after);
    }
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (change->old_thing == NULL && VOTUM_IS_DECISION (change->new_thing))
        g_ptr_array_add (others, change->new_thing);
    }

  return others;
}

static gboolean
is_rank (VotumThing *decision)
{
  int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);

  return outcome == VOTUM_DECISION_OUTCOME_WINNER || outcome == VOTUM_DECISION_OUTCOME_SHARED || outcome == VOTUM_DECISION_OUTCOME_PLACE;
}

/* The prize is the first place, said or not. */
static gint64
rank_of (VotumThing *decision)
{
  int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);

  return outcome == VOTUM_DECISION_OUTCOME_PLACE ? votum_thing_get_number (decision, VOTUM_DECISION_PLACE) : 1;
}

/* In one class there is one winner, or several who share, or no award. */
static gboolean
check_outcomes (VotumCaseCheck *check,
                VotumChanges   *changes,
                VotumThing     *decision,
                GError        **error)
{
  g_autoptr(GPtrArray) others = NULL;
  int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);

  if (outcome != VOTUM_DECISION_OUTCOME_WINNER && outcome != VOTUM_DECISION_OUTCOME_NONE && outcome != VOTUM_DECISION_OUTCOME_SHARED)
    return TRUE;

  others = decisions_after (check, changes);
  for (guint i = 0; i < others->len; i++)
    {
      VotumThing *other = g_ptr_array_index (others, i);
      int theirs = votum_thing_get_choice (other, VOTUM_DECISION_OUTCOME);

      if (votum_thing_get_id (other) == votum_thing_get_id (decision) ||
          decision_class (check, other) != decision_class (check, decision) ||
          (theirs != VOTUM_DECISION_OUTCOME_WINNER && theirs != VOTUM_DECISION_OUTCOME_NONE && theirs != VOTUM_DECISION_OUTCOME_SHARED) ||
          (outcome == VOTUM_DECISION_OUTCOME_SHARED && theirs == VOTUM_DECISION_OUTCOME_SHARED))
        continue;
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The decisions “%s” and “%s” contradict each other: a class has one winner, or some who share the prize, or no award."),
                   votum_thing_get_key (other), votum_thing_get_key (decision));
      return FALSE;
    }

  return TRUE;
}

/* The same finalist is not decided on in two ways. */
static gboolean
check_twice (VotumCaseCheck *check,
             VotumChanges   *changes,
             VotumThing     *decision,
             GError        **error)
{
  g_autoptr(GPtrArray) others = decisions_after (check, changes);
  gint64 entrant = votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT);

  for (guint i = 0; i < others->len && entrant != 0; i++)
    {
      VotumThing *other = g_ptr_array_index (others, i);

      if (votum_thing_get_id (other) == votum_thing_get_id (decision) || votum_thing_get_ref (other, VOTUM_DECISION_ENTRANT) != entrant ||
          !is_rank (decision) || !is_rank (other) ||
          rank_of (decision) == rank_of (other))
        continue;
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The decisions “%s” and “%s” give %s two places. Take the older one out, or record the prize, which takes its place."),
                   votum_thing_get_key (other), votum_thing_get_key (decision),
                   votum_case_entrant_name (check->self, votum_case_check_thing (check, entrant)));
      return FALSE;
    }

  return TRUE;
}

/* Who is given the prize is in the race, and does not leave it unnoticed. */
static gboolean
check_winner (VotumCaseCheck *check,
              VotumThing     *decision,
              GError        **error)
{
  VotumThing *entrant = votum_case_check_thing (check, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
  int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);
  int status = entrant != NULL ? votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS) : -1;

  if ((outcome != VOTUM_DECISION_OUTCOME_WINNER && outcome != VOTUM_DECISION_OUTCOME_SHARED) ||
      (status != VOTUM_ENTRANT_STATUS_WITHDRAWN && status != VOTUM_ENTRANT_STATUS_DISQUALIFIED))
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               _("%s is out of the race and cannot be given the prize. Change the decision or the status."),
               votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));

  return FALSE;
}

/* Who changes class or status takes the decisions about them along. */
static gboolean
check_moved_entrants (VotumCaseCheck *check,
                      VotumChanges   *changes,
                      GError        **error)
{
  GListModel *decisions = votum_case_get_things (check->self, VOTUM_KIND_DECISION);

  for (guint i = 0; i < g_list_model_get_n_items (decisions) && votum_changes_touch (changes, VOTUM_TYPE_ENTRANT); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (decisions, i);
      VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (decision));

      if (after != NULL && (!check_outcomes (check, changes, after, error) || !check_winner (check, after, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
votum_case_check_decisions (VotumCaseCheck *check,
                            VotumChanges   *changes,
                            GError        **error)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      VotumThing *thing = votum_changes_get (changes, i)->new_thing;

      if (thing == NULL)
        continue;
      if (VOTUM_IS_DECISION (thing) && (!check_votes (check, thing, error) || !check_outcomes (check, changes, thing, error) ||
                                        !check_twice (check, changes, thing, error) || !check_winner (check, thing, error)))
        return FALSE;
    }

  return check_moved_entrants (check, changes, error);
}
