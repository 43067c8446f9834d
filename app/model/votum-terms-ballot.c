#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-terms.h"

/* What a rule says of a single ballot: which points a juror gives to how many, and which share of votes carries. */

#define MOST_PLACES 1000

/* "3x4": three points to four. */
static gboolean
parse_part (const char      *part,
            VotumAllocation *allocation)
{
  g_auto(GStrv) sides = g_strsplit (part, "x", 2);
  guint64 n;

  if (g_strv_length (sides) != 2 || !votum_decimal_parse (sides[0], &allocation->points, NULL) || allocation->points.digits <= 0 ||
      !g_ascii_string_to_unsigned (sides[1], 10, 1, MOST_PLACES, &n, NULL))
    return FALSE;
  allocation->n = (guint) n;

  return TRUE;
}

/**
 * votum_terms_parse_allocation:
 * @self: terms
 * @text: (nullable): points and to how many a juror gives them, highest first: "3x4 2x4 1x4"; nothing allows any
 * @error: return location
 *
 * Returns: whether @text is an allocation; if not, @self is as it was
 */
gboolean
votum_terms_parse_allocation (VotumTerms  *self,
                              const char  *text,
                              GError     **error)
{
  g_auto(GStrv) parts = g_strsplit_set (text != NULL ? text : "", " \t", -1);
  g_autoptr(GArray) allocation = g_array_new (FALSE, FALSE, sizeof (VotumAllocation));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      VotumAllocation part;

      if (*parts[i] == '\0')
        continue;
      if (!parse_part (parts[i], &part))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("“%s” does not say how many points go to how many. Write it like “3x4 2x4 1x4”: three points to four, two to four, "
                         "one to four."), parts[i]);
          return FALSE;
        }
      if (allocation->len > 0 &&
          votum_decimal_compare (g_array_index (allocation, VotumAllocation, allocation->len - 1).points, part.points) <= 0)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("In “%s” the points do not fall from part to part. Write the most points first, each only once."), text);
          return FALSE;
        }
      g_array_append_val (allocation, part);
    }
  g_clear_pointer (&self->allocation, g_array_unref);
  if (allocation->len > 0)
    self->allocation = g_steal_pointer (&allocation);

  return TRUE;
}

/**
 * votum_terms_parse_majority:
 * @self: terms
 * @text: (nullable): the share that more than which carries: "1/2", "2/3"; nothing leaves it open
 * @error: return location
 *
 * Returns: whether @text is a share below one; if not, @self is as it was
 */
gboolean
votum_terms_parse_majority (VotumTerms  *self,
                            const char  *text,
                            GError     **error)
{
  g_auto(GStrv) sides = g_strsplit (text != NULL ? text : "", "/", 2);
  guint64 part, whole;

  if (text == NULL || *text == '\0')
    {
      self->majority_part = self->majority_whole = 0;
      return TRUE;
    }
  if (g_strv_length (sides) != 2 || !g_ascii_string_to_unsigned (g_strstrip (sides[0]), 10, 1, 1000, &part, NULL) ||
      !g_ascii_string_to_unsigned (g_strstrip (sides[1]), 10, 1, 1000, &whole, NULL) || part >= whole)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is not a majority. Write the share that more than which must say yes, like “1/2” or “2/3”."), text);
      return FALSE;
    }
  self->majority_part = (guint) part;
  self->majority_whole = (guint) whole;

  return TRUE;
}

/**
 * votum_terms_is_by_place:
 * @self: terms
 *
 * Returns: whether jurors put the entrants in order, or say yes or no to them, instead of giving marks on criteria
 */
gboolean
votum_terms_is_by_place (const VotumTerms *self)
{
  return self->method != VOTUM_METHOD_MARKS;
}
