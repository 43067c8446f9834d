#include "votum-config.h"

#include "votum-rasch-private.h"

#include <math.h>

/* How one juror sees one entrant, all else being what the whole jury says. */

/* What the pair's marks are, and what is expected of them @shift logits from the entrant's measure. */
static double
sum_pair (const VotumRasch *self, guint entrant, guint juror, double shift, double *chances, double *information)
{
  double residual = 0;

  *information = 0;
  for (guint i = 0; i < self->n_marks; i++)
    {
      const VotumRaschMark *mark = &self->marks[i];
      double variance;

      if (mark->at[VOTUM_RASCH_ENTRANT] != entrant || mark->at[VOTUM_RASCH_JUROR] != juror)
        continue;
      residual += mark->category - votum_rasch_expect (self, votum_rasch_theta (self, mark) + shift, chances, &variance);
      *information += variance;
    }
  return residual;
}

/* Marks that are all the lowest or all the highest can be explained by no finite shift. */
static gboolean
is_extreme (const VotumRasch *self, guint entrant, guint juror)
{
  guint n = 0, n_lowest = 0, n_highest = 0;

  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].at[VOTUM_RASCH_ENTRANT] == entrant && self->marks[i].at[VOTUM_RASCH_JUROR] == juror)
      {
        n++;
        n_lowest += self->marks[i].category == 0;
        n_highest += self->marks[i].category == self->n_categories - 1;
      }
  return n_lowest == n || n_highest == n;
}

/**
 * votum_rasch_local:
 * @self: a model
 * @entrant: index of an entrant
 * @juror: index of a juror
 * @measure: (out): the entrant's measure by this juror's marks alone, everything else as estimated
 * @se: (out): its standard error
 *
 * Returns: %FALSE if the juror has no marks for the entrant, or all at one end of the scale
 */
gboolean
votum_rasch_local (const VotumRasch *self, guint entrant, guint juror, double *measure, double *se)
{
  g_autofree double *chances = NULL;
  double low = -30, high = 30, shift = 0;
  double information;

  g_return_val_if_fail (self != NULL && measure != NULL && se != NULL, FALSE);

  if (is_extreme (self, entrant, juror))
    return FALSE;
  chances = g_new (double, self->n_categories);
  /* the residual falls as the shift grows: Newton's steps, and halves where they leave what is known */
  for (guint i = 0; i < 200; i++)
    {
      double residual = sum_pair (self, entrant, juror, shift, chances, &information);
      double next;

      if (residual > 0)
        low = shift;
      else
        high = shift;
      next = shift + residual / information;
      if (!(next > low && next < high))
        next = (low + high) / 2;
      if (fabs (next - shift) < 1e-12)
        break;
      shift = next;
    }
  *measure = votum_rasch_measure (self, VOTUM_RASCH_ENTRANT, entrant) + shift;
  *se = 1 / sqrt (information);
  return TRUE;
}
