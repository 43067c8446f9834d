#include "votum-config.h"

#include "votum-scoring-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-progress.h"
#include "votum-case-weights.h"
#include "votum-format.h"

void
votum_scoring_item_free (VotumScoringItem *self)
{
  g_clear_object (&self->criterion);
  g_clear_object (&self->scale);
  g_free (self->name);
  g_free (self->heading);
  g_free (self->weight);
  g_free (self);
}

static VotumThing *
parent_of (VotumCase  *votum_case,
           VotumThing *criterion)
{
  return votum_case_lookup (votum_case, votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT));
}

static char *
make_heading (VotumDesk  *desk,
              VotumThing *criterion)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  char *heading = NULL;

  for (VotumThing *group = parent_of (votum_case, criterion); group != NULL; group = parent_of (votum_case, group))
    {
      g_autofree char *name = votum_desk_name (desk, group);
      g_autofree char *below = heading;

      heading = below != NULL ? g_strdup_printf ("%s · %s", name, below) : g_steal_pointer (&name);
    }

  return heading;
}

static gboolean
weighs_by_factors (VotumRule *rule)
{
  return rule != NULL && votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_WEIGHTING) == VOTUM_RULE_WEIGHTING_FACTORS;
}

/* A share to one decimal, or a factor as it is. */
static char *
make_weight (VotumCaseWeights *weights,
             VotumRule        *rule,
             VotumThing       *criterion)
{
  g_autofree char *canonical = NULL;
  g_autofree char *text = NULL;

  if (weighs_by_factors (rule))
    {
      if (votum_thing_is_set (criterion, VOTUM_CRITERION_WEIGHT))
        canonical = votum_thing_field_to_text (criterion, VOTUM_CRITERION_WEIGHT);
      text = votum_format_number (canonical != NULL ? canonical : "1");
    }
  else
    {
      canonical = votum_case_weights_share (weights, criterion, 1);
      if (canonical == NULL)
        return g_strdup (_("No weight"));
      if (g_str_has_suffix (canonical, ".0"))
        canonical[strlen (canonical) - 2] = '\0';
      text = votum_format_percent (canonical);
    }

  /* TRANSLATORS: how much a criterion counts, as a share or as a factor: "Weight 15 %", "Weight 3" */
  return g_strdup_printf (_("Weight %s"), text);
}

/* Criteria on the same scale share what is known of it. */
static VotumMarkScale *
find_scale (VotumDesk  *desk,
            GHashTable *scales,
            VotumThing *criterion)
{
  VotumScale *scale = votum_case_get_scale (votum_desk_get_case (desk), criterion);
  VotumMarkScale *found;

  if (scale == NULL)
    return NULL;
  found = g_hash_table_lookup (scales, scale);
  if (found == NULL)
    {
      found = votum_mark_scale_new (desk, scale);
      g_hash_table_insert (scales, scale, found);
    }

  return g_object_ref (found);
}

/**
 * votum_scoring_items_new:
 * @desk: the desk
 * @entrant: an entrant
 *
 * Returns: (transfer full) (element-type VotumScoringItem): what @entrant is marked on, in the order of the tree
 */
GPtrArray *
votum_scoring_items_new (VotumDesk  *desk,
                         VotumThing *entrant)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autoptr(GPtrArray) leaves = votum_case_criteria_for (votum_case, entrant);
  g_autoptr(GHashTable) scales = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  VotumThing *class = votum_case_lookup (votum_case, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  VotumRule *rule = votum_case_get_rule (votum_case, class);
  g_autoptr(VotumCaseWeights) weights = votum_case_weights_new (votum_case, class, rule, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_scoring_item_free);

  for (guint i = 0; i < leaves->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (leaves, i);
      VotumScoringItem *item = g_new0 (VotumScoringItem, 1);

      item->criterion = g_object_ref (criterion);
      item->name = votum_desk_name (desk, criterion);
      item->heading = make_heading (desk, criterion);
      item->weight = make_weight (weights, rule, criterion);
      item->is_share = !weighs_by_factors (rule);
      item->scale = find_scale (desk, scales, criterion);
      g_ptr_array_add (items, item);
    }

  return items;
}
