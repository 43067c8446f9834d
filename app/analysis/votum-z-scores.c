#include "votum-config.h"

#include "votum-error.h"
#include "votum-z-scores.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * votum_scores_check:
 * @scores: (array length=n): marks, %NAN where there is none
 * @n: how many
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %VOTUM_ERROR_NO_RESULT if a mark is so large that its square leaves the doubles
 */
gboolean
votum_scores_check (const double *scores, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (isinf (scores[i]) || fabs (scores[i]) > 1e100)
      {
        g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                             _("A mark is too large for statistics. Correct it, and look again."));
        return FALSE;
      }
  return TRUE;
}

/* Standardises one juror's marks; a juror without spread, or with a single mark, says 0 of everybody. */
static void
standardise (const double *scores, guint n_entrants, guint n_jurors, guint juror, double *z)
{
  double mean = 0;
  double squares = 0;
  gboolean spread = FALSE;
  double first = NAN;
  guint n = 0;

  for (guint i = 0; i < n_entrants; i++)
    {
      double score = scores[(gsize) i * n_jurors + juror];

      if (isnan (score))
        continue;
      if (n == 0)
        first = score;
      spread = spread || score != first;
      mean += score;
      n++;
    }
  mean = n > 0 ? mean / n : 0;
  for (guint i = 0; i < n_entrants; i++)
    {
      double score = scores[(gsize) i * n_jurors + juror];

      squares += isnan (score) ? 0 : (score - mean) * (score - mean);
    }
  for (guint i = 0; i < n_entrants; i++)
    {
      double score = scores[(gsize) i * n_jurors + juror];

      z[(gsize) i * n_jurors + juror] = isnan (score) ? NAN : spread ? (score - mean) / sqrt (squares / (n - 1)) : 0;
    }
}

/**
 * votum_z_scores:
 * @scores: (array): [entrant][juror], %NAN where there is no mark
 * @n_entrants: number of entrants
 * @n_jurors: number of jurors
 * @z: (array): [entrant][juror], set to (mark - mean) / standard deviation, both of the marks that the juror gave,
 *   the latter with n - 1; 0 for a juror without spread, %NAN where there is no mark
 * @means: (array): [entrant], set to the mean of the z-scores there are, %NAN without marks
 * @error: return location for a #GError
 *
 * Levels the jurors in height and in spread (reference case B05). Informs only.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT below %VOTUM_Z_SCORES_MIN_ENTRANTS entrants.
 *
 * Returns: %FALSE on error
 */
gboolean
votum_z_scores (const double *scores, guint n_entrants, guint n_jurors, double *z, double *means, GError **error)
{
  g_return_val_if_fail (scores != NULL && z != NULL && means != NULL, FALSE);

  if (n_entrants < VOTUM_Z_SCORES_MIN_ENTRANTS)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                   ngettext ("A juror’s marks for %u entrant are too few to tell how widely the juror spreads them. Compare the means instead.",
                             "A juror’s marks for %u entrants are too few to tell how widely the juror spreads them. Compare the means instead.",
                             n_entrants), n_entrants);
      return FALSE;
    }
  if (!votum_scores_check (scores, (gsize) n_entrants * n_jurors, error))
    return FALSE;
  for (guint juror = 0; juror < n_jurors; juror++)
    standardise (scores, n_entrants, n_jurors, juror, z);
  for (guint i = 0; i < n_entrants; i++)
    {
      guint n = 0;

      means[i] = 0;
      for (guint juror = 0; juror < n_jurors; juror++)
        if (!isnan (z[(gsize) i * n_jurors + juror]))
          {
            means[i] += z[(gsize) i * n_jurors + juror];
            n++;
          }
      means[i] = n > 0 ? means[i] / n : NAN;
    }
  return TRUE;
}
