#include "votum-config.h"

#include "votum-scale.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

/**
 * VotumScale:
 *
 * The marks that can be given: from min to max in steps of step. A criterion, a class or the award refers to it.
 */

static const char *const direction_choices[] = { "rising", "falling", NULL };

static const VotumField fields[] = {
  [VOTUM_SCALE_MIN] = { "min", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_LOCKS },
  [VOTUM_SCALE_MAX] = { "max", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_LOCKS },
  [VOTUM_SCALE_STEP] = { "step", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_REQUIRED | VOTUM_FIELD_LOCKS | VOTUM_FIELD_POSITIVE, .fallback = "1" },
  [VOTUM_SCALE_DIRECTION] = { "direction", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = direction_choices, .fallback = "rising" },
};

static gboolean
votum_scale_check (VotumThing *thing,
                   GError    **error)
{
  VotumDecimal min, max, step;

  if (!votum_thing_get_decimal (thing, VOTUM_SCALE_MIN, &min) || !votum_thing_get_decimal (thing, VOTUM_SCALE_MAX, &max) ||
      !votum_thing_get_decimal (thing, VOTUM_SCALE_STEP, &step))
    return FALSE;

  if (votum_decimal_compare (min, max) >= 0 || step.digits <= 0 || !votum_decimal_is_on_step (max, min, step))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A scale goes up from its lowest to its highest mark in whole steps. "
                             "Check min, max and step."));
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_scale_check_value:
 * @scale: a scale
 * @value: a mark
 * @error: return location
 *
 * Returns: whether @value is a mark of the scale: within its ends and on a step
 */
gboolean
votum_scale_check_value (VotumScale  *scale,
                         VotumDecimal value,
                         GError     **error)
{
  VotumThing *thing = VOTUM_THING (scale);
  VotumDecimal min, max, step;

  g_return_val_if_fail (VOTUM_IS_SCALE (scale), FALSE);

  if (!votum_thing_get_decimal (thing, VOTUM_SCALE_MIN, &min) || !votum_thing_get_decimal (thing, VOTUM_SCALE_MAX, &max) ||
      !votum_thing_get_decimal (thing, VOTUM_SCALE_STEP, &step))
    g_return_val_if_reached (FALSE);

  if (votum_decimal_compare (value, min) < 0 || votum_decimal_compare (value, max) > 0 ||
      !votum_decimal_is_on_step (value, min, step))
    {
      g_autofree char *shown = votum_decimal_to_string (value);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The mark %s is not on the scale: it goes from %s to %s in steps of %s."), shown,
                   votum_thing_get_text (thing, VOTUM_SCALE_MIN), votum_thing_get_text (thing, VOTUM_SCALE_MAX),
                   votum_thing_get_text (thing, VOTUM_SCALE_STEP));
      return FALSE;
    }

  return TRUE;
}

VOTUM_DEFINE_THING (Scale, scale, SCALE, "scale", fields, votum_scale_check)
