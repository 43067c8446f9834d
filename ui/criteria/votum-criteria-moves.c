#include "votum-config.h"

#include "votum-criteria-moves.h"

#include <glib/gi18n.h>

#include "votum-case-weights.h"

VotumThing *
votum_criteria_parent (VotumCriteriaEditor *editor,
                       VotumThing          *criterion)
{
  return votum_case_lookup (votum_criteria_editor_get_case (editor), votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT));
}

/**
 * votum_criteria_class_of:
 * @editor: the editor
 * @criterion: a criterion
 *
 * Returns: (transfer none) (nullable): the class in whose tree it stands, %NULL for the award's
 */
VotumThing *
votum_criteria_class_of (VotumCriteriaEditor *editor,
                         VotumThing          *criterion)
{
  VotumThing *parent;

  while ((parent = votum_criteria_parent (editor, criterion)) != NULL)
    criterion = parent;

  return votum_case_lookup (votum_criteria_editor_get_case (editor), votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS));
}

static GPtrArray *
siblings (VotumCriteriaEditor *editor,
          VotumThing          *criterion,
          guint               *place)
{
  GPtrArray *below = votum_case_criteria_below (votum_criteria_editor_get_case (editor), votum_criteria_class_of (editor, criterion),
                                                votum_criteria_parent (editor, criterion));

  if (place != NULL && !g_ptr_array_find (below, criterion, place))
    *place = 0;

  return below;
}

static gboolean
is_group (VotumThing *criterion)
{
  return votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP;
}

static guint
n_below (VotumCriteriaEditor *editor,
         VotumThing          *group)
{
  g_autoptr(GPtrArray) below = votum_case_criteria_below (votum_criteria_editor_get_case (editor), NULL, group);

  return below->len;
}

/* The group just above it among its siblings, into which Alt+Right takes it. */
static VotumThing *
group_before (GPtrArray *beside,
              guint      place)
{
  VotumThing *before = place > 0 ? g_ptr_array_index (beside, place - 1) : NULL;

  return before != NULL && is_group (before) ? before : NULL;
}

gboolean
votum_criteria_can_move (VotumCriteriaEditor *editor,
                         VotumThing          *criterion,
                         VotumMove            move)
{
  guint place = 0;
  g_autoptr(GPtrArray) beside = siblings (editor, criterion, &place);

  switch (move)
    {
    case VOTUM_MOVE_UP:
      return place > 0;
    case VOTUM_MOVE_DOWN:
      return place + 1 < beside->len;
    case VOTUM_MOVE_OUT:
      return votum_criteria_parent (editor, criterion) != NULL;
    case VOTUM_MOVE_IN:
    default:
      return group_before (beside, place) != NULL;
    }
}

/**
 * votum_criteria_move:
 * @editor: the editor
 * @criterion: a criterion
 * @move: where to
 *
 * Up and down among those beside it, out of its group behind the group, or into the group above it.
 *
 * Returns: whether it has another place now
 */
gboolean
votum_criteria_move (VotumCriteriaEditor *editor,
                     VotumThing          *criterion,
                     VotumMove            move)
{
  VotumThing *parent = votum_criteria_parent (editor, criterion);
  VotumThing *group;
  guint place = 0;
  g_autoptr(GPtrArray) beside = siblings (editor, criterion, &place);

  if (!votum_criteria_can_move (editor, criterion, move))
    return FALSE;

  switch (move)
    {
    case VOTUM_MOVE_UP:
      return votum_criteria_editor_move_to (editor, criterion, parent, place - 1);
    case VOTUM_MOVE_DOWN:
      return votum_criteria_editor_move_to (editor, criterion, parent, place + 1);
    case VOTUM_MOVE_OUT:
      {
        guint parent_place = 0;
        g_autoptr(GPtrArray) uncles G_GNUC_UNUSED = siblings (editor, parent, &parent_place);

        return votum_criteria_editor_move_to (editor, criterion, votum_criteria_parent (editor, parent), parent_place + 1);
      }
    case VOTUM_MOVE_IN:
    default:
      group = group_before (beside, place);
      return votum_criteria_editor_move_to (editor, criterion, group, n_below (editor, group));
    }
}

/**
 * votum_criteria_drop:
 * @editor: the editor
 * @criterion: what was dragged
 * @target: what it was dropped on
 * @where: above it, below it, or into it
 *
 * Returns: whether it has another place now
 */
gboolean
votum_criteria_drop (VotumCriteriaEditor *editor,
                     VotumThing          *criterion,
                     VotumThing          *target,
                     VotumDrop            where)
{
  guint place = 0;
  guint own_place = 0;
  g_autoptr(GPtrArray) beside = siblings (editor, target, &place);
  gboolean same_group;

  for (VotumThing *above = target; above != NULL; above = votum_criteria_parent (editor, above))
    if (above == criterion)
      return FALSE;
  if (votum_criteria_class_of (editor, criterion) != votum_criteria_class_of (editor, target))
    return FALSE;

  if (where == VOTUM_DROP_INTO)
    return votum_criteria_editor_move_to (editor, criterion, target, n_below (editor, target));
  same_group = g_ptr_array_find (beside, criterion, &own_place);
  if (where == VOTUM_DROP_BELOW)
    place++;
  /* places are counted without the one that moves */
  if (same_group && own_place < place)
    place--;
  if (same_group && own_place == place)
    return FALSE;

  return votum_criteria_editor_move_to (editor, criterion, votum_criteria_parent (editor, target), place);
}

/* ---- coming and going ---- */

/* "A3" after "A1" and "A2" in group A; a letter at the top. */
static char *
new_key (VotumCriteriaEditor *editor,
         VotumThing          *parent)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (editor);
  const char *prefix = parent != NULL ? votum_thing_get_key (parent) : "";

  for (guint n = 1; n < 10000; n++)
    {
      g_autofree char *key = NULL;

      if (parent == NULL && n <= 26)
        key = g_strdup_printf ("%c", 'A' + n - 1);
      else
        key = g_strdup_printf ("%s%u", prefix, n);
      if (votum_case_find (votum_case, VOTUM_KIND_CRITERION, key) == NULL)
        return g_steal_pointer (&key);
    }

  return NULL;
}

/* What is missing, so that the sum comes out; for the first one all of it. */
static char *
new_weight (VotumCriteriaEditor *editor,
            VotumThing          *class_thing,
            VotumThing          *parent)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (editor);
  g_autoptr(GPtrArray) beside = votum_case_criteria_below (votum_case, class_thing, parent);
  VotumRule *rule = votum_case_get_rule (votum_case, class_thing);
  g_autofree char *sum = votum_case_sum_weights (beside, NULL);
  VotumDecimal expected = votum_case_expected_sum (votum_case, class_thing, parent, NULL);
  VotumDecimal decimal = { 0, 0 };
  char *weight;
  mpq_t left, there;

  if (rule != NULL && votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_WEIGHTING) == VOTUM_RULE_WEIGHTING_FACTORS)
    return g_strdup ("1");
  if (!votum_decimal_parse (sum, &decimal, NULL) || votum_decimal_compare (decimal, expected) >= 0)
    return g_strdup ("0");

  mpq_inits (left, there, NULL);
  votum_decimal_to_rational (expected, left);
  votum_decimal_to_rational (decimal, there);
  mpq_sub (left, left, there);
  weight = votum_rational_to_string (left, MAX (expected.scale, decimal.scale), VOTUM_ROUNDING_HALF_UP);
  mpq_clears (left, there, NULL);

  return weight;
}

/**
 * votum_criteria_add:
 * @editor: the editor
 * @beside: (nullable): the chosen criterion: what is new stands in it, if it is a group, else beside it
 * @group: whether it is a group
 *
 * Returns: (transfer none) (nullable): the new criterion, %NULL if it could not be added, which has been said
 */
VotumThing *
votum_criteria_add (VotumCriteriaEditor *editor,
                    VotumThing          *beside,
                    gboolean             group)
{
  g_autoptr(VotumThing) criterion = votum_thing_new (VOTUM_KIND_CRITERION);
  VotumThing *class_thing = beside != NULL ? votum_criteria_class_of (editor, beside) : votum_criteria_editor_get_class (editor);
  VotumThing *parent = beside == NULL ? NULL : is_group (beside) && !group ? beside : votum_criteria_parent (editor, beside);
  g_autofree char *key = new_key (editor, parent);
  g_autofree char *weight = new_weight (editor, class_thing, parent);

  votum_thing_set_key (criterion, key);
  votum_criteria_editor_set_name (editor, criterion, VOTUM_CRITERION_NAME, group ? _("New group") : _("New criterion"));
  votum_thing_set_from_text (criterion, VOTUM_CRITERION_KIND, group ? "group" : "judged", NULL);
  votum_thing_set_from_text (criterion, VOTUM_CRITERION_WEIGHT, weight, NULL);
  if (parent != NULL)
    votum_thing_set_ref (criterion, VOTUM_CRITERION_PARENT, votum_thing_get_id (parent));
  else if (class_thing != NULL)
    votum_thing_set_ref (criterion, VOTUM_CRITERION_CLASS, votum_thing_get_id (class_thing));

  return votum_criteria_editor_add (editor, criterion) ? votum_case_lookup (votum_criteria_editor_get_case (editor), votum_thing_get_id (criterion))
                                                       : NULL;
}

/* The key among @criterion and what is in it that a rule names for its tie-breaks; %NULL where there is none. */
static const char *
key_in_tie_breaks (VotumCriteriaEditor *editor,
                   VotumThing          *criterion)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (editor);
  GListModel *rules = votum_case_get_things (votum_case, VOTUM_KIND_RULE);
  g_autoptr(GPtrArray) below = votum_case_criteria_below (votum_case, NULL, criterion);
  const char *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rules) && found == NULL; i++)
    {
      g_autoptr(VotumThing) rule = g_list_model_get_item (rules, i);
      g_autoptr(VotumTerms) terms = votum_rule_get_terms (VOTUM_RULE (rule), NULL);

      for (guint k = 0; terms != NULL && k < terms->tie_breaks->len; k++)
        {
          char **keys = g_array_index (terms->tie_breaks, VotumTieBreak, k).criteria;

          if (keys != NULL && g_strv_contains ((const char *const *) keys, votum_thing_get_key (criterion)))
            found = votum_thing_get_key (criterion);
        }
    }
  for (guint i = 0; i < below->len && found == NULL; i++)
    found = key_in_tie_breaks (editor, g_ptr_array_index (below, i));

  return found;
}

gboolean
votum_criteria_remove (VotumCriteriaEditor *editor,
                       VotumThing          *criterion)
{
  g_autoptr(VotumThing) kept = g_object_ref (criterion);
  g_autofree char *name = votum_criteria_editor_name (editor, kept, VOTUM_CRITERION_NAME);
  gboolean group = is_group (kept) && n_below (editor, kept) > 0;
  const char *key = key_in_tie_breaks (editor, kept);

  if (key != NULL)
    {
      votum_desk_toast (votum_criteria_editor_get_desk (editor), FALSE, _("%s decides between equal results: change that on the tab of the rule first"),
                        key);
      return FALSE;
    }
  if (!votum_criteria_editor_remove (editor, kept))
    return FALSE;
  if (group)
    votum_desk_toast (votum_criteria_editor_get_desk (editor), TRUE, _("“%s” and what was in it is taken out"), name);
  else
    votum_desk_toast (votum_criteria_editor_get_desk (editor), TRUE, _("“%s” is taken out"), name);

  return TRUE;
}

static void
copy_below (VotumCriteriaEditor *editor,
            VotumChanges        *changes,
            VotumThing          *class_thing,
            VotumThing          *from,
            VotumThing          *to)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (editor);
  g_autoptr(GPtrArray) below = votum_case_criteria_below (votum_case, NULL, from);

  for (guint i = 0; i < below->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (below, i);
      g_autoptr(VotumThing) copy = votum_thing_copy (criterion);
      g_autofree char *key = g_strdup_printf ("%s.%s", votum_thing_get_key (class_thing), votum_thing_get_key (criterion));

      for (guint n = 2; votum_case_find (votum_case, VOTUM_KIND_CRITERION, key) != NULL; n++)
        {
          g_free (key);
          key = g_strdup_printf ("%s.%s-%u", votum_thing_get_key (class_thing), votum_thing_get_key (criterion), n);
        }
      votum_thing_set_id (copy, votum_case_take_id (votum_case));
      votum_thing_set_key (copy, key);
      if (to != NULL)
        votum_thing_set_ref (copy, VOTUM_CRITERION_PARENT, votum_thing_get_id (to));
      else
        votum_thing_set_ref (copy, VOTUM_CRITERION_CLASS, votum_thing_get_id (class_thing));
      votum_changes_thing (changes, NULL, copy);
      if (is_group (criterion))
        copy_below (editor, changes, class_thing, criterion, copy);
    }
}

/**
 * votum_criteria_copy_to_class:
 * @editor: the editor
 * @class_thing: a class without criteria of its own
 *
 * Gives a class a copy of the award's criteria, to be changed for itself.
 *
 * Returns: whether it was done
 */
gboolean
votum_criteria_copy_to_class (VotumCriteriaEditor *editor,
                              VotumThing          *class_thing)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  copy_below (editor, changes, class_thing, NULL, NULL);
  if (!votum_criteria_editor_apply (editor, changes, "add-criterion", class_thing))
    return FALSE;
  votum_desk_toast (votum_criteria_editor_get_desk (editor), TRUE, _("The class has criteria of its own now"));

  return TRUE;
}
