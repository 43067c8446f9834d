#include "votum-config.h"

#include "votum-error.h"
#include "votum-severity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Whether entrants and jurors hang together, and who with whom where they do not. */

static double
score_at (const double *scores, guint n_jurors, guint entrant, guint juror)
{
  return scores[(gsize) entrant * n_jurors + juror];
}

/**
 * votum_severity_components:
 * @scores: (array): [entrant][juror], %NAN where there is no mark
 * @n_entrants: number of entrants
 * @n_jurors: number of jurors
 *
 * Entrants hang together if there is a chain of jurors between them, each of whom has marked two
 * neighbours in it. Only inside such a component is there a common scale.
 *
 * Returns: (transfer full) (element-type GArray): one #GArray of guint per component: the entrants of it in
 *   order, components by their first; entrants without marks are in none
 */
GPtrArray *
votum_severity_components (const double *scores, guint n_entrants, guint n_jurors)
{
  GPtrArray *components = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *component = g_new (guint, MAX (n_entrants, 1));
  gboolean changed = TRUE;

  for (guint i = 0; i < n_entrants; i++)
    component[i] = i;
  while (changed)
    {
      changed = FALSE;
      for (guint juror = 0; juror < n_jurors; juror++)
        {
          guint lowest = G_MAXUINT;

          for (guint i = 0; i < n_entrants; i++)
            if (!isnan (score_at (scores, n_jurors, i, juror)))
              lowest = MIN (lowest, component[i]);
          for (guint i = 0; i < n_entrants; i++)
            if (!isnan (score_at (scores, n_jurors, i, juror)) && component[i] != lowest)
              {
                component[i] = lowest;
                changed = TRUE;
              }
        }
    }
  for (guint first = 0; first < n_entrants; first++)
    {
      GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = first; i < n_entrants; i++)
        for (guint juror = 0; juror < n_jurors && component[i] == first; juror++)
          if (!isnan (score_at (scores, n_jurors, i, juror)))
            {
              g_array_append_val (members, i);
              break;
            }
      if (members->len > 0)
        g_ptr_array_add (components, members);
      else
        g_array_unref (members);
    }
  return components;
}

static void
refuse_components (GPtrArray *components, const double *scores, guint n_jurors,
                   const char * const *entrants, const char * const *jurors, GError **error)
{
  g_autoptr(GString) named = g_string_new (NULL);

  for (guint c = 0; c < components->len; c++)
    {
      GArray *members = components->pdata[c];

      if (c > 0)
        g_string_append (named, "; ");
      for (guint i = 0; i < members->len; i++)
        {
          guint entrant = g_array_index (members, guint, i);

          g_string_append (named, i > 0 ? ", " : "");
          if (entrants != NULL)
            g_string_append (named, entrants[entrant]);
          else
            g_string_append_printf (named, "%u", entrant + 1);
        }
      g_string_append (named, jurors != NULL ? " (" : "");
      for (guint juror = 0, n = 0; jurors != NULL && juror < n_jurors; juror++)
        if (!isnan (score_at (scores, n_jurors, g_array_index (members, guint, 0), juror)))
          g_string_append_printf (named, "%s%s", n++ > 0 ? ", " : "", jurors[juror]);
      g_string_append (named, jurors != NULL ? ")" : "");
    }
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
               _("No juror has marked entrants of more than one of these groups, so there is no common scale between them: %s. Have a juror mark entrants of both, or compare within a group."),
               named->str);
}

/**
 * votum_severity_check_connected:
 * @scores: (array): [entrant][juror], %NAN where there is no mark
 * @n_entrants: number of entrants
 * @n_jurors: number of jurors
 * @entrants: (nullable) (array): their names, for the message
 * @jurors: (nullable) (array): their names, for the message
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %VOTUM_ERROR_NO_RESULT if there are no marks, or if they have no common scale; then the groups
 *   are named
 */
gboolean
votum_severity_check_connected (const double *scores, guint n_entrants, guint n_jurors,
                                const char * const *entrants, const char * const *jurors, GError **error)
{
  g_autoptr(GPtrArray) components = votum_severity_components (scores, n_entrants, n_jurors);

  if (components->len == 0)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                         _("There are no marks to compare the jurors by. Come back when there are."));
  else if (components->len > 1)
    refuse_components (components, scores, n_jurors, entrants, jurors, error);
  return components->len == 1;
}
