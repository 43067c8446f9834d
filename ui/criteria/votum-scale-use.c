#include "votum-config.h"

#include "votum-scale-use.h"

#include <glib/gi18n.h>

#include "votum-scale-words.h"

#define NAMED_MOST 6  /* criteria that are named one by one */

/**
 * votum_scale_in_use:
 * @editor: the editor
 *
 * Returns: (transfer none) (nullable): the scale of what somebody looks at: the class's own, or the award's
 */
VotumThing *
votum_scale_in_use (VotumCriteriaEditor *editor)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (editor);
  VotumThing *class_thing = votum_criteria_editor_get_class (editor);
  VotumThing *award = votum_case_get_award (votum_case);
  gint64 scale = class_thing != NULL ? votum_thing_get_ref (class_thing, VOTUM_CLASS_SCALE) : 0;

  if (scale == 0 && award != NULL)
    scale = votum_thing_get_ref (award, VOTUM_AWARD_SCALE);

  return votum_case_lookup (votum_case, scale);
}

/**
 * votum_scale_is_own:
 * @editor: the editor
 *
 * Returns: whether the class somebody looks at has a scale of its own
 */
gboolean
votum_scale_is_own (VotumCriteriaEditor *editor)
{
  VotumThing *class_thing = votum_criteria_editor_get_class (editor);

  return class_thing != NULL && votum_thing_get_ref (class_thing, VOTUM_CLASS_SCALE) != 0;
}

/**
 * votum_scale_used_by:
 * @editor: the editor
 * @scale: a scale
 *
 * Returns: (transfer full) (nullable): who uses it: "Used by the award, Team leader, A1"; %NULL if nobody does
 */
char *
votum_scale_used_by (VotumCriteriaEditor *editor,
                     VotumThing          *scale)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (editor);
  VotumThing *award = votum_case_get_award (votum_case);
  GListModel *classes = votum_case_get_things (votum_case, VOTUM_KIND_CLASS);
  GListModel *criteria = votum_case_get_things (votum_case, VOTUM_KIND_CRITERION);
  g_autoptr(GPtrArray) users = g_ptr_array_new_with_free_func (g_free);
  gint64 id = votum_thing_get_id (scale);
  guint n_criteria = 0;
  g_autofree char *list = NULL;

  if (award != NULL && votum_thing_get_ref (award, VOTUM_AWARD_SCALE) == id)
    g_ptr_array_add (users, g_strdup (_("the award")));
  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr(VotumThing) class_thing = g_list_model_get_item (classes, i);

      if (votum_thing_get_ref (class_thing, VOTUM_CLASS_SCALE) == id)
        g_ptr_array_add (users, votum_criteria_editor_name (editor, class_thing, VOTUM_CLASS_NAME));
    }
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_SCALE) == id && n_criteria++ < NAMED_MOST)
        g_ptr_array_add (users, g_strdup (votum_thing_get_key (criterion)));
    }
  if (n_criteria > NAMED_MOST)
    g_ptr_array_add (users, g_strdup_printf (ngettext ("%u more criterion", "%u more criteria", n_criteria - NAMED_MOST), n_criteria - NAMED_MOST));
  if (users->len == 0)
    return NULL;
  g_ptr_array_add (users, NULL);
  list = g_strjoinv (_(", "), (char **) users->pdata);

  return g_strdup_printf (_("Used by %s"), list);
}

static gboolean
refer (VotumCriteriaEditor *editor,
       VotumChanges        *changes,
       gint64               id)
{
  VotumThing *class_thing = votum_criteria_editor_get_class (editor);
  VotumThing *holder = class_thing != NULL ? class_thing : votum_case_get_award (votum_criteria_editor_get_case (editor));
  g_autoptr(VotumThing) before = votum_thing_copy (holder);
  g_autoptr(VotumThing) after = votum_thing_copy (holder);

  votum_thing_set_ref (after, class_thing != NULL ? (guint) VOTUM_CLASS_SCALE : (guint) VOTUM_AWARD_SCALE, id);
  votum_changes_thing (changes, before, after);

  return votum_criteria_editor_apply (editor, changes, "edit-scale", holder);
}

static gint64
put_new (VotumCase    *votum_case,
         VotumChanges *changes,
         VotumThing   *thing)
{
  gint64 id = votum_case_take_id (votum_case);
  g_autofree char *key = g_strdup_printf ("%s-%" G_GINT64_FORMAT, votum_thing_get_info (thing)->name, id);

  votum_thing_set_id (thing, id);
  votum_thing_set_key (thing, key);
  votum_changes_thing (changes, NULL, thing);

  return id;
}

/**
 * votum_scale_make_own:
 * @editor: the editor
 *
 * Gives what somebody looks at a scale of its own: with the marks and the levels of the one it has, or from 1 to 6.
 *
 * Returns: whether it was done
 */
gboolean
votum_scale_make_own (VotumCriteriaEditor *editor)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (editor);
  VotumThing *model = votum_scale_in_use (editor);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) scale = votum_scale_like (model);
  gint64 id = put_new (votum_case, changes, scale);

  if (model != NULL)
    {
      g_autoptr(GPtrArray) levels = votum_scale_levels (votum_case, model);

      for (guint i = 0; i < levels->len; i++)
        {
          g_autoptr(VotumThing) level = votum_thing_copy (g_ptr_array_index (levels, i));

          votum_thing_set_ref (level, VOTUM_LEVEL_SCALE, id);
          put_new (votum_case, changes, level);
        }
    }

  return refer (editor, changes, id);
}

/**
 * votum_scale_drop_own:
 * @editor: the editor
 *
 * Lets the class be marked on the award's scale again.
 *
 * Returns: whether it was done
 */
gboolean
votum_scale_drop_own (VotumCriteriaEditor *editor)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  if (!refer (editor, changes, 0))
    return FALSE;
  votum_desk_toast (votum_criteria_editor_get_desk (editor), TRUE, "%s", _("The class is marked on the award’s scale"));

  return TRUE;
}
