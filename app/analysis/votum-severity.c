#include "votum-config.h"

#include "votum-error.h"
#include "votum-severity.h"
#include "votum-z-scores.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

/* The parameters are mu, one effect per entrant who has marks, one per juror who has given any. */
struct _VotumSeverity {
  guint       n_entrants;
  guint       n_jurors;
  guint       n_parameters;
  guint       n_scores;
  guint       n_with_entrant;  /* entrants and jurors that take part */
  guint       n_with_juror;
  int        *entrant_at;      /* [entrant]: parameter, -1 without marks */
  int        *juror_at;        /* [juror] */
  double     *raw;             /* [entrant] */
  gboolean    complete;        /* nobody recused: the adjusted score is the mean */
  gsl_vector *effects;         /* [parameter] */
  gsl_matrix *covariance;      /* [parameter][parameter], without sigma^2 */
  double     *residuals;       /* [entrant][juror], NAN without a mark */
  double      residual_ss;
};

static double
score_at (const double *scores, guint n_jurors, guint entrant, guint juror)
{
  return scores[(gsize) entrant * n_jurors + juror];
}

/* Numbers the parameters: 0 is mu. */
static void
number_parameters (VotumSeverity *self, const double *scores)
{
  guint next = 1;

  self->complete = TRUE;
  for (guint i = 0; i < self->n_entrants; i++)
    {
      guint n = 0;

      self->raw[i] = 0;
      for (guint juror = 0; juror < self->n_jurors; juror++)
        if (!isnan (score_at (scores, self->n_jurors, i, juror)))
          {
            self->raw[i] += score_at (scores, self->n_jurors, i, juror);
            n++;
          }
      self->raw[i] = n > 0 ? self->raw[i] / n : NAN;
      self->entrant_at[i] = n > 0 ? (int) next++ : -1;
      self->n_with_entrant += n > 0;
      self->n_scores += n;
    }
  for (guint juror = 0; juror < self->n_jurors; juror++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n_entrants; i++)
        n += !isnan (score_at (scores, self->n_jurors, i, juror));
      self->juror_at[juror] = n > 0 ? (int) next++ : -1;
      self->n_with_juror += n > 0;
    }
  self->n_parameters = next;
  self->complete = self->n_scores == self->n_with_entrant * self->n_with_juror;
}

static void
bump (gsl_matrix *matrix, int row, int column, double by)
{
  double *at = gsl_matrix_ptr (matrix, (size_t) row, (size_t) column);

  *at += by;
}

/* X'X and X'y; marks are taken from their mean, which is all the conditioning that is needed. */
static void
fill_normal (const VotumSeverity *self, const double *scores, double origin, gsl_matrix *normal, gsl_vector *right)
{
  for (guint i = 0; i < self->n_entrants; i++)
    for (guint juror = 0; juror < self->n_jurors; juror++)
      {
        double score = score_at (scores, self->n_jurors, i, juror);
        int at[3];

        if (isnan (score))
          continue;
        at[0] = 0;
        at[1] = self->entrant_at[i];
        at[2] = self->juror_at[juror];
        for (guint a = 0; a < 3; a++)
          {
            for (guint b = 0; b < 3; b++)
              bump (normal, at[a], at[b], 1);
            *gsl_vector_ptr (right, (size_t) at[a]) += score - origin;
          }
      }
}

/* C'C of the two constraints that the effects sum to zero. They touch the null space of X'X only, so
 * that the least squares solution meets them exactly. */
static void
add_constraints (const VotumSeverity *self, gsl_matrix *matrix)
{
  int split = 1 + (int) self->n_with_entrant;

  for (int a = 1; a < (int) self->n_parameters; a++)
    for (int b = 1; b < (int) self->n_parameters; b++)
      if ((a < split) == (b < split))
        bump (matrix, a, b, 1);
}

/* Covariance of the constrained estimates: G X'X G, with G = (X'X + C'C)^-1. */
static void
fill_covariance (VotumSeverity *self, const gsl_matrix *normal, gsl_matrix *inverse)
{
  size_t n = self->n_parameters;
  gsl_matrix *product = gsl_matrix_alloc (n, n);

  self->covariance = gsl_matrix_alloc (n, n);
  gsl_blas_dgemm (CblasNoTrans, CblasNoTrans, 1, inverse, normal, 0, product);
  gsl_blas_dgemm (CblasNoTrans, CblasNoTrans, 1, product, inverse, 0, self->covariance);
  gsl_matrix_free (product);
}

static void
fill_residuals (VotumSeverity *self, const double *scores)
{
  self->residuals = g_new (double, MAX ((gsize) self->n_entrants * self->n_jurors, 1));
  for (guint i = 0; i < self->n_entrants; i++)
    for (guint juror = 0; juror < self->n_jurors; juror++)
      {
        double residual = score_at (scores, self->n_jurors, i, juror);

        if (!isnan (residual))
          {
            residual -= gsl_vector_get (self->effects, 0) +
                        gsl_vector_get (self->effects, (size_t) self->entrant_at[i]) +
                        gsl_vector_get (self->effects, (size_t) self->juror_at[juror]);
            self->residual_ss += residual * residual;
          }
        self->residuals[(gsize) i * self->n_jurors + juror] = residual;
      }
}

static gboolean
solve (VotumSeverity *self, const double *scores)
{
  size_t n = self->n_parameters;
  gsl_matrix *normal = gsl_matrix_calloc (n, n);
  gsl_matrix *inverse = gsl_matrix_alloc (n, n);
  gsl_vector *right = gsl_vector_calloc (n);
  double origin = 0;
  gboolean solved;

  for (guint i = 0; i < self->n_entrants; i++)
    origin += isnan (self->raw[i]) ? 0 : self->raw[i] / self->n_with_entrant;
  self->effects = gsl_vector_alloc (n);
  fill_normal (self, scores, origin, normal, right);
  gsl_matrix_memcpy (inverse, normal);
  add_constraints (self, inverse);
  /* Positive definite wherever the design is connected. The handler of GSL would abort the program. */
  gsl_set_error_handler_off ();
  solved = gsl_linalg_cholesky_decomp1 (inverse) == GSL_SUCCESS &&
           gsl_linalg_cholesky_solve (inverse, right, self->effects) == GSL_SUCCESS &&
           gsl_linalg_cholesky_invert (inverse) == GSL_SUCCESS;
  if (solved)
    {
      *gsl_vector_ptr (self->effects, 0) += origin;
      fill_covariance (self, normal, inverse);
      fill_residuals (self, scores);
    }
  gsl_matrix_free (normal);
  gsl_matrix_free (inverse);
  gsl_vector_free (right);
  return solved;
}

/**
 * votum_severity_compute:
 * @scores: (array): [entrant][juror], %NAN where there is no mark
 * @n_entrants: number of entrants
 * @n_jurors: number of jurors
 * @entrants: (nullable) (array): their names, for messages
 * @jurors: (nullable) (array): their names, for messages
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Scores corrected for the severity of those who happened to give them: score = mu + entrant + juror + error,
 * ordinary least squares on the marks there are, the effects of all entrants summing to zero and those of
 * all jurors too, unweighted (reference cases B02 and B03). Informs only. Entrants without marks
 * and jurors who gave none take no part.
 *
 * Errors: %VOTUM_ERROR_NO_RESULT if there are no marks, or if the graph of entrants and jurors falls apart:
 * then there is no common scale, and the message names the components; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the model; %NULL on error
 */
VotumSeverity *
votum_severity_compute (const double *scores, guint n_entrants, guint n_jurors,
                        const char * const *entrants, const char * const *jurors,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumSeverity) self = NULL;

  g_return_val_if_fail (scores != NULL || n_entrants == 0 || n_jurors == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!votum_scores_check (scores, (gsize) n_entrants * n_jurors, error))
    return NULL;
  if (!votum_severity_check_connected (scores, n_entrants, n_jurors, entrants, jurors, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  self = g_new0 (VotumSeverity, 1);
  self->n_entrants = n_entrants;
  self->n_jurors = n_jurors;
  self->entrant_at = g_new (int, n_entrants);
  self->juror_at = g_new (int, n_jurors);
  self->raw = g_new (double, n_entrants);
  number_parameters (self, scores);
  if (!solve (self, scores))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("The jurors cannot be compared by these marks. Look at the marks themselves."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * votum_severity_free:
 * @self: (nullable) (transfer full): a model
 */
void
votum_severity_free (VotumSeverity *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->effects, gsl_vector_free);
  g_clear_pointer (&self->covariance, gsl_matrix_free);
  g_free (self->entrant_at);
  g_free (self->juror_at);
  g_free (self->raw);
  g_free (self->residuals);
  g_free (self);
}

/**
 * votum_severity_mean:
 * @self: a model
 *
 * Returns: mu, in the unit of the marks
 */
double
votum_severity_mean (const VotumSeverity *self)
{
  g_return_val_if_fail (self != NULL, NAN);
  return gsl_vector_get (self->effects, 0);
}

/**
 * votum_severity_adjusted:
 * @self: a model
 * @entrant: index of an entrant
 *
 * Returns: mu plus the entrant's effect: the mean it would have from all jurors; %NAN without marks
 */
double
votum_severity_adjusted (const VotumSeverity *self, guint entrant)
{
  g_return_val_if_fail (self != NULL && entrant < self->n_entrants, NAN);

  if (self->entrant_at[entrant] < 0)
    return NAN;
  return gsl_vector_get (self->effects, 0) + gsl_vector_get (self->effects, (size_t) self->entrant_at[entrant]);
}

/**
 * votum_severity_raw:
 * @self: a model
 * @entrant: index of an entrant
 *
 * Returns: the plain mean of the entrant's marks; %NAN without marks
 */
double
votum_severity_raw (const VotumSeverity *self, guint entrant)
{
  g_return_val_if_fail (self != NULL && entrant < self->n_entrants, NAN);
  return self->raw[entrant];
}

/**
 * votum_severity_of_juror:
 * @self: a model
 * @juror: index of a juror
 *
 * Returns: how far below the others the juror marks, minus its effect: above 0 is severe, below lenient; %NAN
 *   without marks
 */
double
votum_severity_of_juror (const VotumSeverity *self, guint juror)
{
  g_return_val_if_fail (self != NULL && juror < self->n_jurors, NAN);
  return self->juror_at[juror] < 0 ? NAN : -gsl_vector_get (self->effects, (size_t) self->juror_at[juror]);
}

/**
 * votum_severity_residual_ss:
 * @self: a model
 *
 * Returns: the sum of the squared residuals
 */
double
votum_severity_residual_ss (const VotumSeverity *self)
{
  g_return_val_if_fail (self != NULL, NAN);
  return self->residual_ss;
}

/**
 * votum_severity_df:
 * @self: a model
 *
 * Returns: the degrees of freedom of the residuals, marks - entrants - jurors + 1
 */
int
votum_severity_df (const VotumSeverity *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (int) self->n_scores - (int) self->n_with_entrant - (int) self->n_with_juror + 1;
}

/**
 * votum_severity_sigma:
 * @self: a model
 *
 * Returns: the standard deviation of the error; %NAN without degrees of freedom
 */
double
votum_severity_sigma (const VotumSeverity *self)
{
  int df = votum_severity_df (self);

  return df > 0 ? sqrt (self->residual_ss / df) : NAN;
}

/**
 * votum_severity_se:
 * @self: a model
 * @entrant: index of an entrant
 *
 * The standard error of the adjusted score, with the error in mu. Don't compare two entrants by it; see
 * votum_severity_se_difference().
 *
 * Returns: the standard error; %NAN without marks or degrees of freedom
 */
double
votum_severity_se (const VotumSeverity *self, guint entrant)
{
  size_t at;

  g_return_val_if_fail (self != NULL && entrant < self->n_entrants, NAN);

  if (self->entrant_at[entrant] < 0)
    return NAN;
  at = (size_t) self->entrant_at[entrant];
  return votum_severity_sigma (self) *
         sqrt (gsl_matrix_get (self->covariance, 0, 0) + gsl_matrix_get (self->covariance, at, at) +
               2 * gsl_matrix_get (self->covariance, 0, at));
}

/* The standard error of the difference of two parameters of a kind. */
static double
se_between (const VotumSeverity *self, int a, int b)
{
  size_t at_a = (size_t) a;
  size_t at_b = (size_t) b;

  if (a < 0 || b < 0)
    return NAN;
  return votum_severity_sigma (self) *
         sqrt (MAX (gsl_matrix_get (self->covariance, at_a, at_a) + gsl_matrix_get (self->covariance, at_b, at_b) -
                    2 * gsl_matrix_get (self->covariance, at_a, at_b), 0));
}

/**
 * votum_severity_se_difference:
 * @self: a model
 * @a: index of an entrant
 * @b: index of another entrant
 *
 * Returns: the standard error of the difference of their adjusted scores; %NAN if either has no marks, or
 *   without degrees of freedom
 */
double
votum_severity_se_difference (const VotumSeverity *self, guint a, guint b)
{
  g_return_val_if_fail (self != NULL && a < self->n_entrants && b < self->n_entrants, NAN);
  return se_between (self, self->entrant_at[a], self->entrant_at[b]);
}

/**
 * votum_severity_se_of_juror:
 * @self: a model
 * @juror: index of a juror
 *
 * Returns: the standard error of the juror's severity, which is a distance from the mean of the jury; %NAN without marks
 *   or degrees of freedom
 */
double
votum_severity_se_of_juror (const VotumSeverity *self, guint juror)
{
  size_t at;

  g_return_val_if_fail (self != NULL && juror < self->n_jurors, NAN);

  if (self->juror_at[juror] < 0)
    return NAN;
  at = (size_t) self->juror_at[juror];
  return votum_severity_sigma (self) * sqrt (MAX (gsl_matrix_get (self->covariance, at, at), 0));
}

/**
 * votum_severity_se_between_jurors:
 * @self: a model
 * @a: index of a juror
 * @b: index of another juror
 *
 * Returns: the standard error of the difference of their severities; %NAN if either has given no marks, or without degrees
 *   of freedom
 */
double
votum_severity_se_between_jurors (const VotumSeverity *self, guint a, guint b)
{
  g_return_val_if_fail (self != NULL && a < self->n_jurors && b < self->n_jurors, NAN);
  return se_between (self, self->juror_at[a], self->juror_at[b]);
}

/**
 * votum_severity_margin:
 * @self: a model
 *
 * Returns: how many standard errors an interval of 95 % reaches to each side, by Student's t with the model's degrees of
 *   freedom; %NAN without any
 */
double
votum_severity_margin (const VotumSeverity *self)
{
  int df = votum_severity_df (self);

  return df > 0 ? gsl_cdf_tdist_Pinv (0.975, df) : NAN;
}

/**
 * votum_severity_residual:
 * @self: a model
 * @entrant: index of an entrant
 * @juror: index of a juror
 *
 * Returns: the juror's score for the entrant minus what the model expects of the two; %NAN without a mark
 */
double
votum_severity_residual (const VotumSeverity *self, guint entrant, guint juror)
{
  g_return_val_if_fail (self != NULL && entrant < self->n_entrants && juror < self->n_jurors, NAN);
  return self->residuals[(gsize) entrant * self->n_jurors + juror];
}

/**
 * votum_severity_is_mean:
 * @self: a model
 *
 * Returns: whether every juror marked every entrant: then the adjusted score is the mean, and should not be
 *   called a correction
 */
gboolean
votum_severity_is_mean (const VotumSeverity *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->complete;
}
