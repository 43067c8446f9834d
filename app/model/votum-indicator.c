#include "votum-config.h"

#include "votum-indicator.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"

/**
 * VotumIndicator:
 *
 * What is measured of an entrant, and how a figure becomes a value.
 */

static const char *const direction_choices[] = { "rising", "falling", NULL };

static const VotumField fields[] = {
  [VOTUM_INDICATOR_NAME] = { "name", VOTUM_FIELD_TEXTS, .flags = VOTUM_FIELD_REQUIRED },
  [VOTUM_INDICATOR_UNIT] = { "unit", VOTUM_FIELD_LINE },
  [VOTUM_INDICATOR_DIRECTION] = { "direction", VOTUM_FIELD_CHOICE, .choices = direction_choices, .fallback = "rising" },
  [VOTUM_INDICATOR_MINIMUM] = { "minimum", VOTUM_FIELD_INTEGER },
  [VOTUM_INDICATOR_POINTS] = { "points", VOTUM_FIELD_LINE },
};

/**
 * votum_indicator_get_points:
 * @indicator: an indicator
 * @xs: (out) (transfer full) (element-type VotumDecimal): the figures, rising
 * @ys: (out) (transfer full) (element-type VotumDecimal): their values
 * @error: return location
 *
 * The value function, piecewise linear between its points. None are set where a figure is its own value.
 *
 * Returns: whether the points can be read
 */
gboolean
votum_indicator_get_points (VotumIndicator *indicator,
                            GArray        **xs,
                            GArray        **ys,
                            GError        **error)
{
  const char *text = votum_thing_get_text (VOTUM_THING (indicator), VOTUM_INDICATOR_POINTS);
  g_auto(GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  g_autoptr(GArray) x = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));
  g_autoptr(GArray) y = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (words[i], ":", -1);
      VotumDecimal a, b;

      if (*words[i] == '\0')
        continue;
      if (g_strv_length (pair) != 2 || !votum_decimal_parse (pair[0], &a, NULL) || !votum_decimal_parse (pair[1], &b, NULL) ||
          (x->len > 0 && votum_decimal_compare (g_array_index (x, VotumDecimal, x->len - 1), a) >= 0))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("“%s” is not a value function. Write figure:value pairs with rising figures, like 0:0 50:80 100:100."), text);
          return FALSE;
        }
      g_array_append_val (x, a);
      g_array_append_val (y, b);
    }

  if (x->len == 1)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A value function needs two points or more."));
      return FALSE;
    }
  *xs = g_steal_pointer (&x);
  *ys = g_steal_pointer (&y);

  return TRUE;
}

static gboolean
votum_indicator_check (VotumThing *thing,
                       GError    **error)
{
  g_autoptr(GArray) xs = NULL;
  g_autoptr(GArray) ys = NULL;

  return votum_indicator_get_points (VOTUM_INDICATOR (thing), &xs, &ys, error);
}

VOTUM_DEFINE_THING (Indicator, indicator, INDICATOR, "indicator", fields, votum_indicator_check)
