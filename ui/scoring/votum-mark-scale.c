#include "votum-config.h"

#include "votum-mark-scale.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"

struct _VotumMarkScale {
  GObject      parent_instance;

  VotumDesk   *desk;
  VotumScale  *scale;
  VotumDecimal min;
  VotumDecimal max;
  GPtrArray   *levels;  /* of VotumThing, lowest first */
  GPtrArray   *buttons; /* of char*: the values where a key gives a mark; empty where marks are typed */
};

G_DEFINE_FINAL_TYPE (VotumMarkScale, votum_mark_scale, G_TYPE_OBJECT)

static void
votum_mark_scale_finalize (GObject *object)
{
  VotumMarkScale *self = VOTUM_MARK_SCALE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->scale);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (votum_mark_scale_parent_class)->finalize (object);
}

static void
votum_mark_scale_class_init (VotumMarkScaleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_mark_scale_finalize;
}

static void
votum_mark_scale_init (VotumMarkScale *self)
{
  self->levels = g_ptr_array_new_with_free_func (g_object_unref);
  self->buttons = g_ptr_array_new_with_free_func (g_free);
}

static VotumDecimal
level_value (VotumThing *level)
{
  VotumDecimal value = { 0, 0 };

  votum_thing_get_decimal (level, VOTUM_LEVEL_VALUE, &value);

  return value;
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  return votum_decimal_compare (level_value (*(VotumThing *const *) a), level_value (*(VotumThing *const *) b));
}

/* Whole numbers of one digit have a key each; on any other scale a first digit does not say yet what is meant. */
static void
collect_buttons (VotumMarkScale *self)
{
  VotumDecimal step = { 1, 0 };

  votum_thing_get_decimal (VOTUM_THING (self->scale), VOTUM_SCALE_STEP, &step);
  self->min = votum_decimal_normalize (self->min);
  step = votum_decimal_normalize (step);
  if (self->min.scale != 0 || step.scale != 0 || step.digits <= 0 || self->min.digits < 0 ||
      votum_decimal_compare (self->max, (VotumDecimal) { 9, 0 }) > 0)
    return;

  for (VotumDecimal value = self->min; votum_decimal_compare (value, self->max) <= 0; value.digits += step.digits)
    g_ptr_array_add (self->buttons, votum_decimal_to_string (value));
}

/**
 * votum_mark_scale_new:
 * @desk: the desk
 * @scale: a scale of its case
 *
 * Returns: (transfer full): the scale as it is now
 */
VotumMarkScale *
votum_mark_scale_new (VotumDesk  *desk,
                      VotumScale *scale)
{
  VotumMarkScale *self = g_object_new (VOTUM_TYPE_MARK_SCALE, NULL);
  GListModel *levels = votum_case_get_things (votum_desk_get_case (desk), VOTUM_KIND_LEVEL);

  self->desk = g_object_ref (desk);
  self->scale = g_object_ref (scale);
  votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MIN, &self->min);
  votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MAX, &self->max);
  for (guint i = 0; i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr(VotumThing) level = g_list_model_get_item (levels, i);

      if (votum_thing_get_ref (level, VOTUM_LEVEL_SCALE) == votum_thing_get_id (VOTUM_THING (scale)))
        g_ptr_array_add (self->levels, g_object_ref (level));
    }
  g_ptr_array_sort (self->levels, compare_levels);
  collect_buttons (self);

  return self;
}

guint
votum_mark_scale_n_buttons (VotumMarkScale *self)
{
  g_return_val_if_fail (VOTUM_IS_MARK_SCALE (self), 0);

  return self->buttons->len;
}

/**
 * votum_mark_scale_get_button:
 * @self: a scale
 * @i: which
 *
 * Returns: (transfer none): the value that the button stands for: "5"
 */
const char *
votum_mark_scale_get_button (VotumMarkScale *self,
                             guint           i)
{
  g_return_val_if_fail (VOTUM_IS_MARK_SCALE (self) && i < self->buttons->len, NULL);

  return g_ptr_array_index (self->buttons, i);
}

gboolean
votum_mark_scale_has_button (VotumMarkScale *self,
                             const char     *value)
{
  g_return_val_if_fail (VOTUM_IS_MARK_SCALE (self), FALSE);

  return g_ptr_array_find_with_equal_func (self->buttons, value, g_str_equal, NULL);
}

gboolean
votum_mark_scale_is_falling (VotumMarkScale *self)
{
  return votum_thing_get_choice (VOTUM_THING (self->scale), VOTUM_SCALE_DIRECTION) == VOTUM_SCALE_DIRECTION_FALLING;
}

/**
 * votum_mark_scale_parse:
 * @self: a scale
 * @typed: what somebody typed: "7,5", or N for what was not observed
 * @error: return location
 *
 * Returns: (transfer full): the mark in canonical text, or %NULL where the scale has no such value
 */
char *
votum_mark_scale_parse (VotumMarkScale *self,
                        const char     *typed,
                        GError        **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  VotumDecimal value;

  if (g_ascii_strcasecmp (text, VOTUM_MARK_NONE_OBSERVED) == 0)
    return g_strdup (VOTUM_MARK_NONE_OBSERVED);
  if (!votum_format_parse (text, &value, error) || !votum_scale_check_value (self->scale, value, error))
    return NULL;

  return votum_decimal_to_string (votum_decimal_normalize (value));
}

/**
 * votum_mark_scale_range:
 * @self: a scale
 *
 * Returns: (transfer full): from where to where it goes: "0–100"
 */
char *
votum_mark_scale_range (VotumMarkScale *self)
{
  g_autofree char *min = votum_format_decimal (self->min);
  g_autofree char *max = votum_format_decimal (self->max);

  /* TRANSLATORS: from the lowest to the highest mark: "1–6" */
  return g_strdup_printf (_("%s–%s"), min, max);
}

/**
 * votum_mark_scale_top:
 * @self: a scale
 *
 * Returns: (transfer full): its highest mark
 */
char *
votum_mark_scale_top (VotumMarkScale *self)
{
  return votum_format_decimal (self->max);
}

/**
 * votum_mark_scale_find_level:
 * @self: a scale
 * @value: a mark in canonical text
 * @exact: (out) (optional): whether the level has just that value
 *
 * Returns: (transfer none) (nullable): the level of @value: the highest that it reaches
 */
VotumThing *
votum_mark_scale_find_level (VotumMarkScale *self,
                             const char     *value,
                             gboolean       *exact)
{
  VotumDecimal wanted;
  VotumThing *found = NULL;

  if (exact != NULL)
    *exact = FALSE;
  if (!votum_decimal_parse (value, &wanted, NULL))
    return NULL;

  for (guint i = 0; i < self->levels->len; i++)
    {
      int order = votum_decimal_compare (level_value (g_ptr_array_index (self->levels, i)), wanted);

      if (order > 0)
        break;
      found = g_ptr_array_index (self->levels, i);
      if (exact != NULL)
        *exact = order == 0;
    }

  return found;
}

/**
 * votum_mark_scale_describe:
 * @self: a scale
 * @value: a mark in canonical text
 *
 * Returns: (transfer full): the mark with the word for it: "5, Very good"
 */
char *
votum_mark_scale_describe (VotumMarkScale *self,
                           const char     *value)
{
  gboolean exact;
  VotumThing *level;
  g_autofree char *number = NULL;
  const char *label;

  if (strcmp (value, VOTUM_MARK_NONE_OBSERVED) == 0)
    return g_strdup (_("not observed"));

  number = votum_format_number (value);
  level = votum_mark_scale_find_level (self, value, &exact);
  label = exact ? votum_desk_text (self->desk, level, VOTUM_LEVEL_LABEL) : "";

  /* TRANSLATORS: a mark and the word for it: "5, Very good" */
  return *label != '\0' ? g_strdup_printf (_("%s, %s"), number, label) : g_steal_pointer (&number);
}

/**
 * votum_mark_scale_levels:
 * @self: a scale
 *
 * Returns: (transfer full): its levels with their words, and what N is: "1 Weak · 3 Good · 6 Role model · N not observed"
 */
char *
votum_mark_scale_levels (VotumMarkScale *self)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < self->levels->len; i++)
    {
      VotumThing *level = g_ptr_array_index (self->levels, i);
      const char *label = votum_desk_text (self->desk, level, VOTUM_LEVEL_LABEL);
      g_autofree char *number = votum_format_number (votum_thing_get_text (level, VOTUM_LEVEL_VALUE));

      if (*label != '\0')
        g_string_append_printf (line, "%s %s · ", number, label);
    }
  /* TRANSLATORS: what the key and the mark N stand for */
  g_string_append (line, _("N not observed"));

  return g_string_free (line, FALSE);
}

/**
 * votum_mark_scale_meaning:
 * @self: a scale
 * @value: a mark in canonical text
 *
 * Returns: (transfer none) (nullable): the description of the level that has just that value
 */
const char *
votum_mark_scale_meaning (VotumMarkScale *self,
                          const char     *value)
{
  gboolean exact;
  VotumThing *level = votum_mark_scale_find_level (self, value, &exact);
  const char *meaning = exact ? votum_desk_text (self->desk, level, VOTUM_LEVEL_DESCRIPTION) : "";

  return *meaning != '\0' ? meaning : NULL;
}

/**
 * votum_mark_scale_height:
 * @self: a scale
 * @value: a mark in canonical text
 *
 * Returns: how good the mark is, from 0 to 1; only to choose words by
 */
double
votum_mark_scale_height (VotumMarkScale *self,
                         const char     *value)
{
  double min = votum_decimal_to_double (self->min);
  double max = votum_decimal_to_double (self->max);
  VotumDecimal mark;
  double height;

  if (!votum_decimal_parse (value, &mark, NULL) || max <= min)
    return 0;
  height = (votum_decimal_to_double (mark) - min) / (max - min);

  return votum_mark_scale_is_falling (self) ? 1 - height : height;
}

/**
 * votum_mark_digit_of:
 * @keyval: a key
 *
 * Returns: its digit, -1 where it is none
 */
int
votum_mark_digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return keyval - GDK_KEY_0;
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return keyval - GDK_KEY_KP_0;

  return -1;
}

/**
 * votum_mark_text:
 * @mark: (nullable): a mark
 *
 * Returns: (transfer full) (nullable): its canonical text, %VOTUM_MARK_NONE_OBSERVED for what was not observed; %NULL for
 *   no mark
 */
char *
votum_mark_text (const VotumMark *mark)
{
  if (mark == NULL)
    return NULL;

  return mark->state == VOTUM_MARK_VALUE ? votum_decimal_to_string (votum_decimal_normalize (votum_mark_value (mark)))
                                         : g_strdup (VOTUM_MARK_NONE_OBSERVED);
}
