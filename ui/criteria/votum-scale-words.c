#include "votum-config.h"

#include "votum-scale-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"

/**
 * votum_scale_range:
 * @scale: a scale
 *
 * Returns: (transfer full): from where to where: "1–6"
 */
char *
votum_scale_range (VotumThing *scale)
{
  g_autofree char *min = votum_format_number (votum_thing_get_text (scale, VOTUM_SCALE_MIN));
  g_autofree char *max = votum_format_number (votum_thing_get_text (scale, VOTUM_SCALE_MAX));

  /* TRANSLATORS: a scale from a lowest to a highest mark: "1–6" */
  return g_strdup_printf (_("%s–%s"), min, max);
}

/**
 * votum_scale_name:
 * @scale: a scale
 *
 * Returns: (transfer full): what distinguishes it from others: "0–10 by 0.5, low is best"
 */
char *
votum_scale_name (VotumThing *scale)
{
  g_autofree char *range = votum_scale_range (scale);
  const char *step = votum_thing_get_text (scale, VOTUM_SCALE_STEP);
  g_autofree char *step_text = votum_format_number (step);
  gboolean falling = votum_thing_get_choice (scale, VOTUM_SCALE_DIRECTION) == VOTUM_SCALE_DIRECTION_FALLING;
  gboolean plain = g_strcmp0 (step, "1") == 0;

  if (plain && !falling)
    return g_steal_pointer (&range);
  if (plain)
    return g_strdup_printf (_("%s, low is best"), range);
  if (!falling)
    /* TRANSLATORS: a scale and its steps: "0–10 by 0.5" */
    return g_strdup_printf (_("%s by %s"), range, step_text);

  return g_strdup_printf (_("%s by %s, low is best"), range, step_text);
}

/**
 * votum_scale_like:
 * @model: (nullable): a scale
 *
 * Returns: (transfer full): a new scale with the same marks; 1–6 without a model
 */
VotumThing *
votum_scale_like (VotumThing *model)
{
  VotumThing *scale = votum_thing_new (VOTUM_KIND_SCALE);
  static const char *const plain[] = { "1", "6", "1", "rising" };

  for (guint field = VOTUM_SCALE_MIN; field <= VOTUM_SCALE_DIRECTION; field++)
    {
      g_autofree char *text = model != NULL ? votum_thing_field_to_text (model, field) : g_strdup (plain[field]);

      votum_thing_set_from_text (scale, field, text, NULL);
    }

  return scale;
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  VotumDecimal x = { 0, 0 };
  VotumDecimal y = { 0, 0 };

  votum_thing_get_decimal (*(VotumThing *const *) a, VOTUM_LEVEL_VALUE, &x);
  votum_thing_get_decimal (*(VotumThing *const *) b, VOTUM_LEVEL_VALUE, &y);

  return votum_decimal_compare (x, y);
}

/**
 * votum_scale_levels:
 * @votum_case: the case
 * @scale: a scale
 *
 * Returns: (transfer full) (element-type VotumThing): its levels, the lowest mark first
 */
GPtrArray *
votum_scale_levels (VotumCase  *votum_case,
                    VotumThing *scale)
{
  GListModel *levels = votum_case_get_things (votum_case, VOTUM_KIND_LEVEL);
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr(VotumThing) level = g_list_model_get_item (levels, i);

      if (votum_thing_get_ref (level, VOTUM_LEVEL_SCALE) == votum_thing_get_id (scale))
        g_ptr_array_add (own, g_object_ref (level));
    }
  g_ptr_array_sort (own, compare_levels);

  return own;
}
