#include "votum-config.h"

#include "votum-error.h"
#include "votum-rasch-private.h"
#include "votum-severity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Sets apart what has no finite measure, numbers the rest, and answers questions about the model. */

/**
 * votum_rasch_free:
 * @self: (nullable) (transfer full): a model
 */
void
votum_rasch_free (VotumRasch *self)
{
  if (self == NULL)
    return;
  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    {
      g_free (self->states[facet]);
      g_free (self->parameters[facet]);
      g_free (self->n_used[facet]);
    }
  g_free (self->estimates);
  g_free (self->information);
  g_free (self->squares);
  g_free (self->standardised);
  g_free (self->marks);
  g_free (self->categories);
  g_free (self->values);
  g_free (self->cumulated);
  g_free (self);
}

static gboolean
is_used (const VotumRasch *self, const VotumRaschMark *mark)
{
  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    if (self->states[facet][mark->at[facet]] != VOTUM_RASCH_ESTIMATED)
      return FALSE;
  return TRUE;
}

/* Drops the marks of those who have been set apart. */
static void
keep_used (VotumRasch *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_marks; i++)
    if (is_used (self, &self->marks[i]))
      self->marks[n++] = self->marks[i];
  self->n_marks = n;
}

/* Among the marks that are left, whoever has all at one end of what is left. Returns whether there was anybody. */
static gboolean
set_extreme_apart (VotumRasch *self)
{
  guint lowest = G_MAXUINT, highest = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_marks; i++)
    {
      lowest = MIN (lowest, self->marks[i].category);
      highest = MAX (highest, self->marks[i].category);
    }
  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    {
      g_autofree guint *n = g_new0 (guint, self->n[facet]);
      g_autofree guint *n_lowest = g_new0 (guint, self->n[facet]);
      g_autofree guint *n_highest = g_new0 (guint, self->n[facet]);

      for (guint i = 0; i < self->n_marks; i++)
        {
          guint at = self->marks[i].at[facet];

          n[at]++;
          n_lowest[at] += self->marks[i].category == lowest;
          n_highest[at] += self->marks[i].category == highest;
        }
      for (guint at = 0; at < self->n[facet]; at++)
        {
          if (self->states[facet][at] != VOTUM_RASCH_ESTIMATED || (n[at] > 0 && n_lowest[at] < n[at] && n_highest[at] < n[at]))
            continue;
          self->states[facet][at] = n[at] == 0 ? VOTUM_RASCH_NO_MARKS
                                    : n_highest[at] == n[at] ? VOTUM_RASCH_ALL_HIGHEST : VOTUM_RASCH_ALL_LOWEST;
          any = any || n[at] > 0;
        }
    }
  keep_used (self);
  return any;
}

/* A category that nobody uses has no threshold: those that are used are numbered anew, and keep their mark. */
static void
renumber_categories (VotumRasch *self, const VotumRaschData *data)
{
  g_autofree int *used = g_new (int, data->n_categories);

  for (guint k = 0; k < data->n_categories; k++)
    used[k] = -1;
  for (guint i = 0; i < self->n_marks; i++)
    used[self->marks[i].category] = 0;
  self->categories = g_new0 (guint, data->n_categories);
  self->values = g_new0 (double, data->n_categories);
  self->cumulated = g_new0 (double, data->n_categories);
  for (guint k = 0; k < data->n_categories; k++)
    if (used[k] == 0)
      {
        self->categories[self->n_categories] = k;
        self->values[self->n_categories] = data->values[k];
        used[k] = (int) self->n_categories++;
      }
  for (guint i = 0; i < self->n_marks; i++)
    self->marks[i].category = (guint) used[self->marks[i].category];
}

static void
number_parameters (VotumRasch *self)
{
  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    {
      self->parameters[facet] = g_new (int, self->n[facet]);
      self->n_used[facet] = g_new0 (guint, self->n[facet]);
      for (guint at = 0; at < self->n[facet]; at++)
        {
          gboolean estimated = self->states[facet][at] == VOTUM_RASCH_ESTIMATED;

          self->parameters[facet][at] = estimated ? (int) self->n_parameters++ : -1;
          self->n_estimated[facet] += estimated;
        }
      for (guint i = 0; i < self->n_marks; i++)
        self->n_used[facet][self->marks[i].at[facet]]++;
    }
  self->first_threshold = self->n_parameters;
  self->n_parameters += self->n_categories - 1;
  self->estimates = g_new0 (double, self->n_parameters);
  self->information = g_new0 (double, self->n_parameters);
  self->squares = g_new0 (double, self->n_parameters);
  self->standardised = g_new0 (double, self->n_parameters);
}

/* Entrants and criteria sum to zero, and so do the thresholds. */
static guint
n_free_parameters (const VotumRasch *self)
{
  return self->n_parameters - 3;
}

static gboolean
check_enough (const VotumRasch *self, GError **error)
{
  guint needed;

  if (self->n_estimated[VOTUM_RASCH_ENTRANT] < 2 || self->n_estimated[VOTUM_RASCH_JUROR] < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("The marks of at least two jurors for at least two finalists are needed, not all at one end of the scale. Compare the means instead."));
      return FALSE;
    }
  needed = MAX (VOTUM_RASCH_MIN_MARKS, VOTUM_RASCH_MIN_MARKS_PER_PARAMETER * n_free_parameters (self));
  if (self->n_marks < needed)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                   ngettext ("There is %u mark to work from, and at least %u are needed for so many finalists, jurors and criteria. Compare the means instead.",
                             "There are %u marks to work from, and at least %u are needed for so many finalists, jurors and criteria. Compare the means instead.",
                             self->n_marks), self->n_marks, needed);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_connected (const VotumRasch *self, const VotumRaschData *data, GError **error)
{
  gsize n = (gsize) self->n[VOTUM_RASCH_ENTRANT] * self->n[VOTUM_RASCH_JUROR];
  g_autofree double *scores = g_new (double, MAX (n, 1));

  if (votum_rasch_is_connected (self))
    return TRUE;
  for (gsize i = 0; i < n; i++)
    scores[i] = NAN;
  for (guint i = 0; i < self->n_marks; i++)
    scores[(gsize) self->marks[i].at[VOTUM_RASCH_ENTRANT] * self->n[VOTUM_RASCH_JUROR] + self->marks[i].at[VOTUM_RASCH_JUROR]] = 0;
  if (!votum_severity_check_connected (scores, self->n[VOTUM_RASCH_ENTRANT], self->n[VOTUM_RASCH_JUROR],
                                       data->names[VOTUM_RASCH_ENTRANT], data->names[VOTUM_RASCH_JUROR], error))
    return FALSE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                       _("Jurors and criteria cannot be told apart: groups of jurors have marked different criteria and no juror those of both. Compare within a criterion instead."));
  return FALSE;
}

/* Names the element whose estimate is farthest out, since it is the one to look at. */
static void
refuse_divergence (const VotumRasch *self, const VotumRaschData *data, GError **error)
{
  const char *name = NULL;
  double farthest = 0;

  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    for (guint at = 0; at < self->n[facet] && data->names[facet] != NULL; at++)
      if (self->parameters[facet][at] >= 0 && fabs (self->estimates[self->parameters[facet][at]]) > farthest)
        {
          farthest = fabs (self->estimates[self->parameters[facet][at]]);
          name = data->names[facet][at];
        }
  if (name != NULL)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                 _("The estimates do not come to rest, farthest out is “%s”: the marks divide too cleanly into high and low. Compare the means instead."), name);
  else
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                         _("The estimates do not come to rest: the marks divide too cleanly into high and low. Compare the means instead."));
}

/**
 * votum_rasch_compute:
 * @data: the marks
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Many-facet Rasch, rating scale: log (P_k / P_k-1) = entrant - juror - criterion - threshold_k, by joint maximum likelihood
 * to the fixed point, without a correction for bias. Entrants and criteria are centred, thresholds sum to zero, jurors
 * carry the origin (reference cases F01 and F02). Whoever has only lowest or only highest marks is set apart with
 * these marks, and the rest looked at again. A diagnostic, never a score.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT where there are too few marks, where they do not hang together, or where the estimates run
 * away; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the model; %NULL on error
 */
VotumRasch *
votum_rasch_compute (const VotumRaschData *data, GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumRasch) self = NULL;
  g_autoptr(GError) stopped = NULL;

  g_return_val_if_fail (data != NULL && (data->marks != NULL || data->n_marks == 0), NULL);

  self = g_new0 (VotumRasch, 1);
  self->marks = g_memdup2 (data->marks, data->n_marks * sizeof (VotumRaschMark));
  self->n_marks = data->n_marks;
  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    {
      self->n[facet] = data->n[facet];
      self->states[facet] = g_new0 (guint8, MAX (data->n[facet], 1));
    }
  while (set_extreme_apart (self))
    continue;
  renumber_categories (self, data);
  if (self->n_categories < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("The marks tell nobody apart. Compare the means instead."));
      return NULL;
    }
  number_parameters (self);
  if (!check_enough (self, error) || !check_connected (self, data, error))
    return NULL;
  if (!votum_rasch_fit (self, cancellable, &stopped))
    {
      if (stopped != NULL)
        g_propagate_error (error, g_steal_pointer (&stopped));
      else
        refuse_divergence (self, data, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * votum_rasch_state:
 * @self: a model
 * @facet: entrants, jurors or criteria
 * @index: which of them
 *
 * Returns: whether it has been estimated, and if not why
 */
VotumRaschState
votum_rasch_state (const VotumRasch *self, VotumRaschFacet facet, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n[facet], VOTUM_RASCH_NO_MARKS);
  return self->states[facet][index];
}

/**
 * votum_rasch_measure:
 * @self: a model
 * @facet: entrants, jurors or criteria
 * @index: which of them
 *
 * Returns: its measure in logits; %NAN where it is not estimated
 */
double
votum_rasch_measure (const VotumRasch *self, VotumRaschFacet facet, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n[facet], NAN);
  return self->parameters[facet][index] < 0 ? NAN : self->estimates[self->parameters[facet][index]];
}

/**
 * votum_rasch_se:
 * @self: a model
 * @facet: entrants, jurors or criteria
 * @index: which of them
 *
 * Returns: one over the root of its information; %NAN where it is not estimated
 */
double
votum_rasch_se (const VotumRasch *self, VotumRaschFacet facet, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n[facet], NAN);
  return self->parameters[facet][index] < 0 ? NAN : 1 / sqrt (self->information[self->parameters[facet][index]]);
}

/**
 * votum_rasch_infit:
 * @self: a model
 * @facet: entrants, jurors or criteria
 * @index: which of them
 *
 * Returns: squared residuals over variances, both summed: near 1 as expected, well above 1 surprising marks, well below 1
 *   too predictable ones; %NAN where it is not estimated
 */
double
votum_rasch_infit (const VotumRasch *self, VotumRaschFacet facet, guint index)
{
  int at;

  g_return_val_if_fail (self != NULL && index < self->n[facet], NAN);
  at = self->parameters[facet][index];
  return at < 0 ? NAN : self->squares[at] / self->information[at];
}

/**
 * votum_rasch_outfit:
 * @self: a model
 * @facet: entrants, jurors or criteria
 * @index: which of them
 *
 * Returns: the mean of the squared standardised residuals, which a single far-off mark moves; %NAN where it is not estimated
 */
double
votum_rasch_outfit (const VotumRasch *self, VotumRaschFacet facet, guint index)
{
  int at;

  g_return_val_if_fail (self != NULL && index < self->n[facet], NAN);
  at = self->parameters[facet][index];
  return at < 0 ? NAN : self->standardised[at] / self->n_used[facet][index];
}

static double
mean_severity (const VotumRasch *self)
{
  double sum = 0;

  for (guint juror = 0; juror < self->n[VOTUM_RASCH_JUROR]; juror++)
    if (self->parameters[VOTUM_RASCH_JUROR][juror] >= 0)
      sum += self->estimates[self->parameters[VOTUM_RASCH_JUROR][juror]];
  return sum / self->n_estimated[VOTUM_RASCH_JUROR];
}

/**
 * votum_rasch_fair:
 * @self: a model
 * @facet: entrants, jurors or criteria
 * @index: which of them
 *
 * Returns: the mark to be expected with it where the others are average: entrants and criteria at 0, jurors at their mean;
 *   %NAN where it is not estimated
 */
double
votum_rasch_fair (const VotumRasch *self, VotumRaschFacet facet, guint index)
{
  g_autofree double *chances = NULL;
  double measure, mark = 0;

  g_return_val_if_fail (self != NULL && index < self->n[facet], NAN);

  measure = votum_rasch_measure (self, facet, index);
  if (isnan (measure))
    return NAN;
  chances = g_new (double, self->n_categories);
  votum_rasch_expect (self, VOTUM_RASCH_SIGN (facet) * measure - (facet == VOTUM_RASCH_JUROR ? 0 : mean_severity (self)), chances, NULL);
  for (guint k = 0; k < self->n_categories; k++)
    mark += chances[k] * self->values[k];
  return mark;
}

/**
 * votum_rasch_n_used:
 * @self: a model
 * @facet: entrants, jurors or criteria
 * @index: which of them
 *
 * Returns: how many marks its measure rests on
 */
guint
votum_rasch_n_used (const VotumRasch *self, VotumRaschFacet facet, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n[facet], 0);
  return self->n_used[facet][index];
}

/**
 * votum_rasch_n_marks:
 * @self: a model
 *
 * Returns: how many marks are used
 */
guint
votum_rasch_n_marks (const VotumRasch *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_marks;
}

/**
 * votum_rasch_n_categories:
 * @self: a model
 *
 * Returns: how many different marks are used
 */
guint
votum_rasch_n_categories (const VotumRasch *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_categories;
}

/**
 * votum_rasch_category:
 * @self: a model
 * @used: which of the used ones, 0 the lowest
 *
 * Returns: which one that is of the scale
 */
guint
votum_rasch_category (const VotumRasch *self, guint used)
{
  g_return_val_if_fail (self != NULL && used < self->n_categories, 0);
  return self->categories[used];
}

/**
 * votum_rasch_threshold:
 * @self: a model
 * @step: from 1: into this one of the used categories, from the one before
 *
 * Returns: where both are equally likely, relative to the elements, in logits
 */
double
votum_rasch_threshold (const VotumRasch *self, guint step)
{
  g_return_val_if_fail (self != NULL && step >= 1 && step < self->n_categories, NAN);
  return self->estimates[self->first_threshold + step - 1];
}

/**
 * votum_rasch_loglik:
 * @self: a model
 *
 * Returns: the logarithm of the likelihood of the marks used
 */
double
votum_rasch_loglik (const VotumRasch *self)
{
  g_return_val_if_fail (self != NULL, NAN);
  return self->loglik;
}

/**
 * votum_rasch_residual:
 * @self: a model
 * @entrant: index of an entrant
 * @juror: index of a juror
 *
 * Returns: the juror's marks for the entrant minus what the model expects, summed, in categories: above 0 is a juror who is
 *   kinder to this entrant than to the others
 */
double
votum_rasch_residual (const VotumRasch *self, guint entrant, guint juror)
{
  g_autofree double *chances = NULL;
  double sum = 0;

  g_return_val_if_fail (self != NULL, NAN);

  chances = g_new (double, self->n_categories);
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].at[VOTUM_RASCH_ENTRANT] == entrant && self->marks[i].at[VOTUM_RASCH_JUROR] == juror)
      sum += self->marks[i].category - votum_rasch_expect (self, votum_rasch_theta (self, &self->marks[i]), chances, NULL);
  return sum;
}
