#include "votum-config.h"

#include "votum-case-standing-private.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

/* The criteria of a class or of the award, as they stand on a score sheet. */

static gboolean
class_has_criteria (GPtrArray *criteria,
                    gint64     class)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) == 0 &&
          votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS) == class)
        return TRUE;
    }

  return FALSE;
}

static void
collect_nodes_below (VotumStanding *standing,
                     GPtrArray     *criteria,
                     gint64         parent,
                     gint64         class)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) != parent ||
          (parent == 0 && votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS) != class))
        continue;
      /* what is observed has its answers from contacts, which a jury's case does not have */
      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_OBSERVED)
        continue;
      g_ptr_array_add (standing->nodes, g_object_ref (criterion));
      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP)
        collect_nodes_below (standing, criteria, votum_thing_get_id (criterion), class);
      else
        g_ptr_array_add (standing->leaves, g_object_ref (criterion));
    }
}

/**
 * votum_standing_collect_criteria:
 * @standing: a standing with its class
 * @self: the case
 *
 * Fills in the class's own criteria, or the award's where the class has none.
 */
void
votum_standing_collect_criteria (VotumStanding *standing,
                                 VotumCase     *self)
{
  g_autoptr(GPtrArray) criteria = votum_case_in_order (self, VOTUM_KIND_CRITERION);
  gint64 class = standing->class != NULL ? votum_thing_get_id (standing->class) : 0;

  standing->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  standing->leaves = g_ptr_array_new_with_free_func (g_object_unref);
  if (!class_has_criteria (criteria, class))
    class = 0;
  collect_nodes_below (standing, criteria, 0, class);
}

/**
 * votum_case_class_leaves:
 * @self: a case
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full) (element-type VotumThing): the criteria that have values, in the order of the tree
 */
GPtrArray *
votum_case_class_leaves (VotumCase  *self,
                         VotumThing *class_thing)
{
  VotumStanding standing = { .class = class_thing };

  votum_standing_collect_criteria (&standing, self);
  g_ptr_array_unref (standing.nodes);

  return standing.leaves;
}

/**
 * votum_standing_find:
 * @things: (element-type VotumThing): things
 * @id: a number
 *
 * Returns: the place of the thing with this number, -1: there is none
 */
int
votum_standing_find (GPtrArray *things,
                     gint64     id)
{
  for (guint i = 0; i < things->len; i++)
    if (votum_thing_get_id (g_ptr_array_index (things, i)) == id)
      return i;

  return -1;
}

/**
 * votum_standing_add_nodes:
 * @standing: a standing with its criteria and a sheet without nodes
 * @self: the case
 * @weights: (nullable) (element-type VotumThing VotumDecimal): weights to take instead of those of the case
 *
 * Lays the criteria out on the sheet.
 */
void
votum_standing_add_nodes (VotumStanding *standing,
                          VotumCase     *self,
                          GHashTable    *weights)
{
  for (guint i = 0; i < standing->nodes->len; i++)
    {
      VotumThing *node = g_ptr_array_index (standing->nodes, i);
      VotumThing *indicator = votum_case_lookup (self, votum_thing_get_ref (node, VOTUM_CRITERION_INDICATOR));
      int kind = votum_thing_get_choice (node, VOTUM_CRITERION_KIND);
      VotumDecimal *typed = weights != NULL ? g_hash_table_lookup (weights, node) : NULL;
      VotumDecimal weight = { 1, 0 };
      int parent = votum_standing_find (standing->nodes, votum_thing_get_ref (node, VOTUM_CRITERION_PARENT));
      int place;

      votum_thing_get_decimal (node, VOTUM_CRITERION_WEIGHT, &weight);
      if (typed != NULL)
        weight = *typed;
      place = votum_sheet_add_node (standing->sheet, votum_thing_get_key (node), parent, weight,
                                    kind != VOTUM_CRITERION_KIND_GROUP, kind == VOTUM_CRITERION_KIND_MEASURED);
      if (kind == VOTUM_CRITERION_KIND_MEASURED && indicator != NULL)
        {
          g_autoptr(GArray) xs = NULL;
          g_autoptr(GArray) ys = NULL;

          if (votum_indicator_get_points (VOTUM_INDICATOR (indicator), &xs, &ys, NULL) && xs->len > 0)
            votum_sheet_set_value_function (standing->sheet, place, (const VotumDecimal *) (gpointer) xs->data,
                                            (const VotumDecimal *) (gpointer) ys->data, xs->len);
        }
    }
}

/**
 * votum_standing_find_direction:
 * @standing: a standing with its criteria
 * @self: the case
 * @falling: (out): whether low is best
 * @error: return location
 *
 * Places are best when they are low, points and votes when they are high, whatever scale there is for marks.
 *
 * Returns: whether all marks run the same way; those of both kinds cannot be added up
 */
gboolean
votum_standing_find_direction (VotumStanding *standing,
                               VotumCase     *self,
                               gboolean      *falling,
                               GError       **error)
{
  int direction = -1;

  *falling = standing->terms->method == VOTUM_METHOD_RANK_SUM || standing->terms->method == VOTUM_METHOD_BORDA;
  if (standing->terms->method != VOTUM_METHOD_MARKS)
    return TRUE;

  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      VotumThing *criterion = g_ptr_array_index (standing->leaves, leaf);
      VotumScale *scale = votum_case_get_scale (self, criterion);
      int own = scale != NULL ? votum_thing_get_choice (VOTUM_THING (scale), VOTUM_SCALE_DIRECTION) : -1;

      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_JUDGED || own < 0)
        continue;
      if (direction >= 0 && own != direction)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                       _("On some criteria high marks are best and on others (“%s”) low ones: they cannot be added up. "
                         "Give the criteria scales of the same direction."), votum_thing_get_key (criterion));
          return FALSE;
        }
      direction = own;
    }
  *falling = direction == VOTUM_SCALE_DIRECTION_FALLING;

  return TRUE;
}
