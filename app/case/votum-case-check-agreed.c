#include "votum-config.h"

#include "votum-case-private.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

/* What a panel agrees on, after a change: on a criterion that is judged, within its scale, once, in a round whose marks are known,
 * and within what its jurors gave, unless there is a reason. */

static gboolean
is_same_place (VotumThing *consensus,
               VotumThing *other)
{
  static const guint place[] = { VOTUM_CONSENSUS_ROUND, VOTUM_CONSENSUS_ENTRANT, VOTUM_CONSENSUS_CRITERION };

  for (guint i = 0; i < G_N_ELEMENTS (place); i++)
    if (votum_thing_get_ref (consensus, place[i]) != votum_thing_get_ref (other, place[i]))
      return FALSE;

  return votum_thing_get_id (consensus) != votum_thing_get_id (other);
}

static gboolean
check_once (VotumCaseCheck *check,
            VotumThing     *consensus,
            GError        **error)
{
  GListModel *all = votum_case_get_things (check->self, VOTUM_KIND_CONSENSUS);
  gboolean twice = FALSE;
  GHashTableIter iter;
  gpointer thing;

  for (guint i = 0; i < g_list_model_get_n_items (all) && !twice; i++)
    {
      g_autoptr(VotumThing) other = g_list_model_get_item (all, i);
      VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (other));

      twice = after != NULL && is_same_place (consensus, after);
    }
  g_hash_table_iter_init (&iter, check->overlay);
  while (!twice && g_hash_table_iter_next (&iter, NULL, &thing))
    twice = thing != NULL && VOTUM_IS_CONSENSUS (thing) && is_same_place (consensus, thing);
  if (!twice)
    return TRUE;

  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS,
                       _("The jury has agreed on a mark there already. Change that one, or take it back first."));

  return FALSE;
}

/* The mark of @juror as it will be. */
static const VotumMark *
mark_after (VotumCaseCheck *check,
            VotumChanges   *changes,
            VotumThing     *consensus,
            gint64          juror)
{
  gint64 round = votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ROUND);
  gint64 entrant = votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ENTRANT);
  gint64 criterion = votum_thing_get_ref (consensus, VOTUM_CONSENSUS_CRITERION);
  const VotumMark *after = votum_marks_lookup (votum_changes_new_marks (changes), round, entrant, juror, criterion);

  if (after != NULL)
    return after;
  if (votum_marks_lookup (votum_changes_old_marks (changes), round, entrant, juror, criterion) != NULL)
    return NULL;

  return votum_marks_lookup (check->self->marks, round, entrant, juror, criterion);
}

typedef struct {
  VotumDecimal lowest;
  VotumDecimal highest;
  gboolean any;
} Bounds;

static void
widen (Bounds          *bounds,
       const VotumMark *mark)
{
  VotumDecimal value;

  if (mark == NULL || mark->state != VOTUM_MARK_VALUE)
    return;
  value = votum_mark_value (mark);
  if (!bounds->any || votum_decimal_compare (value, bounds->lowest) < 0)
    bounds->lowest = value;
  if (!bounds->any || votum_decimal_compare (value, bounds->highest) > 0)
    bounds->highest = value;
  bounds->any = TRUE;
}

static void
find_bounds (VotumCaseCheck *check,
             VotumChanges   *changes,
             VotumThing     *consensus,
             Bounds         *bounds)
{
  GListModel *jurors = votum_case_get_things (check->self, VOTUM_KIND_JUROR);
  GHashTableIter iter;
  gpointer thing;

  for (guint i = 0; i < g_list_model_get_n_items (jurors); i++)
    {
      g_autoptr(VotumThing) juror = g_list_model_get_item (jurors, i);

      widen (bounds, mark_after (check, changes, consensus, votum_thing_get_id (juror)));
    }
  g_hash_table_iter_init (&iter, check->overlay);
  while (g_hash_table_iter_next (&iter, NULL, &thing))
    if (thing != NULL && VOTUM_IS_JUROR (thing))
      widen (bounds, mark_after (check, changes, consensus, votum_thing_get_id (thing)));
}

static gboolean
check_bounds (VotumCaseCheck *check,
              VotumChanges   *changes,
              VotumThing     *consensus,
              VotumDecimal    value,
              GError        **error)
{
  const char *reason = votum_thing_get_text (consensus, VOTUM_CONSENSUS_REASON);
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;
  Bounds bounds = { 0 };

  find_bounds (check, changes, consensus, &bounds);
  if ((reason != NULL && *reason != '\0') ||
      (bounds.any && votum_decimal_compare (value, bounds.lowest) >= 0 && votum_decimal_compare (value, bounds.highest) <= 0))
    return TRUE;
  if (!bounds.any)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("No juror has given a mark there. If the jury agrees on one all the same, give the reason."));
      return FALSE;
    }

  lowest = votum_decimal_to_string (bounds.lowest);
  highest = votum_decimal_to_string (bounds.highest);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               _("The jurors’ marks go from %s to %s. Agree on a mark within them, or give the reason for another."), lowest, highest);

  return FALSE;
}

static gboolean
check_consensus (VotumCaseCheck *check,
                 VotumChanges   *changes,
                 VotumThing     *consensus,
                 GError        **error)
{
  VotumThing *criterion = votum_case_check_thing (check, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_CRITERION));
  VotumThing *round = votum_case_check_thing (check, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ROUND));
  VotumThing *scale = criterion != NULL ? votum_case_check_scale (check, criterion) : NULL;
  VotumDecimal value, min, max;

  if (criterion == NULL || round == NULL || !votum_thing_get_decimal (consensus, VOTUM_CONSENSUS_VALUE, &value))
    return TRUE;   /* what is missing is told by the checks of references and of the thing itself */
  if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_SEALED)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                   _("The round “%s” is sealed: its marks are not known until it is opened."), votum_thing_get_key (round));
      return FALSE;
    }
  if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_JUDGED || scale == NULL ||
      !votum_thing_get_decimal (scale, VOTUM_SCALE_MIN, &min) || !votum_thing_get_decimal (scale, VOTUM_SCALE_MAX, &max))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is not a criterion that jurors mark. Give the mark on one of the criteria below it."),
                   votum_thing_get_key (criterion));
      return FALSE;
    }
  if (votum_decimal_compare (value, min) < 0 || votum_decimal_compare (value, max) > 0)
    {
      g_autofree char *lowest = votum_decimal_to_string (min);
      g_autofree char *highest = votum_decimal_to_string (max);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The scale goes from %s to %s. Agree on a mark within it."), lowest, highest);
      return FALSE;
    }

  return check_once (check, consensus, error) && check_bounds (check, changes, consensus, value, error);
}

gboolean
votum_case_check_agreed (VotumCaseCheck *check,
                         VotumChanges   *changes,
                         GError        **error)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      VotumThing *thing = votum_changes_get (changes, i)->new_thing;

      if (thing != NULL && VOTUM_IS_CONSENSUS (thing) && !check_consensus (check, changes, thing, error))
        return FALSE;
    }

  return TRUE;
}
