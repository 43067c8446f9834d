#include "votum-config.h"

#include "votum-rasch-private.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

/* Joint maximum likelihood. The likelihood is concave, so Newton's method with a line search goes to the
 * one maximum, wherever there is one, and to the last digit in a few steps. */

#define MAX_STEPS  100
/* Steps shrink by squares: after one as small as this nothing is left to find. */
#define SMALL_STEP 1e-9
/* e^-20: nobody marks like that; estimates beyond are on their way to infinity */
#define RUNAWAY    20.0

typedef struct {
  gsl_vector *gradient;
  gsl_vector *step;
  gsl_matrix *information;
  double     *start;       /* [parameter]: where the line search began */
  double     *chances;     /* [category] */
  double     *at_least;    /* [category]: chance of it or a higher one */
  double     *mass;        /* [category]: the same, times the category */
  double     *cross;       /* [element][category]: information between elements and thresholds */
  double     *among;       /* [category][category]: and among the thresholds, above the diagonal */
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->gradient, gsl_vector_free);
  g_clear_pointer (&work->step, gsl_vector_free);
  g_clear_pointer (&work->information, gsl_matrix_free);
  g_free (work->start);
  g_free (work->chances);
  g_free (work->at_least);
  g_free (work->mass);
  g_free (work->cross);
  g_free (work->among);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/**
 * votum_rasch_expect:
 * @self: a model with thresholds
 * @theta: ability minus severity minus difficulty
 * @probabilities: (out) (array): [category used]
 * @variance: (out) (optional): of the category
 *
 * Returns: the expected category, among those used
 */
double
votum_rasch_expect (const VotumRasch *self, double theta, double *probabilities, double *variance)
{
  double highest = -INFINITY;
  double sum = 0, mean = 0, square = 0;

  for (guint k = 0; k < self->n_categories; k++)
    highest = MAX (highest, k * theta - self->cumulated[k]);
  for (guint k = 0; k < self->n_categories; k++)
    {
      probabilities[k] = exp (k * theta - self->cumulated[k] - highest);
      sum += probabilities[k];
    }
  for (guint k = 0; k < self->n_categories; k++)
    {
      probabilities[k] /= sum;
      mean += k * probabilities[k];
    }
  for (guint k = 0; k < self->n_categories; k++)
    square += (k - mean) * (k - mean) * probabilities[k];
  if (variance != NULL)
    *variance = square;
  return mean;
}

/**
 * votum_rasch_theta:
 * @self: a model
 * @mark: one of its marks
 *
 * Returns: ability minus severity minus difficulty
 */
double
votum_rasch_theta (const VotumRasch *self, const VotumRaschMark *mark)
{
  double theta = 0;

  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    theta += VOTUM_RASCH_SIGN (facet) * self->estimates[self->parameters[facet][mark->at[facet]]];
  return theta;
}

static void
cumulate (VotumRasch *self)
{
  self->cumulated[0] = 0;
  for (guint k = 1; k < self->n_categories; k++)
    self->cumulated[k] = self->cumulated[k - 1] + self->estimates[self->first_threshold + k - 1];
}

static double
log_likelihood (VotumRasch *self, double *chances)
{
  double sum = 0;

  cumulate (self);
  for (guint i = 0; i < self->n_marks; i++)
    {
      votum_rasch_expect (self, votum_rasch_theta (self, &self->marks[i]), chances, NULL);
      sum += log (chances[self->marks[i].category]);
    }
  return sum;
}

static void
bump (gsl_matrix *matrix, guint row, guint column, double by)
{
  *gsl_matrix_ptr (matrix, row, column) += by;
  if (row != column)
    *gsl_matrix_ptr (matrix, column, row) += by;
}

/* The constraint that what stands from first on sums to zero, as c c'. It touches what the marks say
 * nothing about, and so changes no estimate. */
static void
constrain (gsl_matrix *matrix, guint first, guint n)
{
  for (guint a = first; a < first + n; a++)
    for (guint b = a; b < first + n; b++)
      bump (matrix, a, b, 1);
}

static void
constrain_facets (const VotumRasch *self, gsl_matrix *matrix)
{
  constrain (matrix, 0, self->n_estimated[VOTUM_RASCH_ENTRANT]);
  constrain (matrix, self->n_estimated[VOTUM_RASCH_ENTRANT] + self->n_estimated[VOTUM_RASCH_JUROR],
             self->n_estimated[VOTUM_RASCH_CRITERION]);
}

/**
 * votum_rasch_is_connected:
 * @self: a model with its parameters numbered
 *
 * Returns: whether the marks put all entrants, jurors and criteria on one scale
 */
gboolean
votum_rasch_is_connected (const VotumRasch *self)
{
  size_t n = self->first_threshold;
  gsl_matrix *normal = gsl_matrix_calloc (n, n);
  gboolean connected;

  for (guint i = 0; i < self->n_marks; i++)
    for (guint a = 0; a < VOTUM_RASCH_N_FACETS; a++)
      for (guint b = a; b < VOTUM_RASCH_N_FACETS; b++)
        bump (normal, (guint) self->parameters[a][self->marks[i].at[a]], (guint) self->parameters[b][self->marks[i].at[b]],
              VOTUM_RASCH_SIGN (a) * VOTUM_RASCH_SIGN (b));
  constrain_facets (self, normal);
  /* whole numbers: a pivot is far from zero or rounding noise. The handler of GSL would abort the program. */
  gsl_set_error_handler_off ();
  connected = gsl_linalg_cholesky_decomp1 (normal) == GSL_SUCCESS;
  for (size_t i = 0; i < n && connected; i++)
    connected = gsl_matrix_get (normal, i, i) > 1e-5;
  gsl_matrix_free (normal);
  return connected;
}

/* Only above the diagonal, and the sums over the thresholds in arrays of their own: with many marks and categories this is
 * where the time goes. */
static void
add_thresholds (const VotumRasch *self, const VotumRaschMark *mark, double expected, Work *work)
{
  guint n = self->n_categories;
  double *cross[VOTUM_RASCH_N_FACETS];

  for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
    cross[facet] = work->cross + (gsize) self->parameters[facet][mark->at[facet]] * n;
  work->at_least[n - 1] = work->chances[n - 1];
  work->mass[n - 1] = (n - 1) * work->chances[n - 1];
  for (guint k = n - 1; k-- > 1;)
    {
      work->at_least[k] = work->at_least[k + 1] + work->chances[k];
      work->mass[k] = work->mass[k + 1] + k * work->chances[k];
    }
  for (guint k = 1; k < n; k++)
    {
      double covariance = work->mass[k] - expected * work->at_least[k];
      double rest = 1 - work->at_least[k];
      double *among = work->among + (gsize) k * n;

      *gsl_vector_ptr (work->gradient, self->first_threshold + k - 1) += work->at_least[k] - (mark->category >= k);
      for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
        cross[facet][k] -= VOTUM_RASCH_SIGN (facet) * covariance;
      for (guint l = k; l < n; l++)
        among[l] += work->at_least[l] * rest;
    }
}

/* The sums over the thresholds, where they belong. */
static void
move_thresholds (const VotumRasch *self, Work *work)
{
  guint n = self->n_categories;

  for (guint k = 1; k < n; k++)
    {
      for (guint at = 0; at < self->first_threshold; at++)
        bump (work->information, at, self->first_threshold + k - 1, work->cross[(gsize) at * n + k]);
      for (guint l = k; l < n; l++)
        bump (work->information, self->first_threshold + k - 1, self->first_threshold + l - 1, work->among[(gsize) k * n + l]);
    }
}

/* Gradient and information at the estimates; FALSE when cancelled. */
static gboolean
fill (VotumRasch *self, Work *work, GCancellable *cancellable)
{
  gsl_vector_set_zero (work->gradient);
  gsl_matrix_set_zero (work->information);
  memset (work->cross, 0, (gsize) self->first_threshold * self->n_categories * sizeof (double));
  memset (work->among, 0, (gsize) self->n_categories * self->n_categories * sizeof (double));
  for (guint i = 0; i < self->n_marks; i++)
    {
      const VotumRaschMark *mark = &self->marks[i];
      double variance;
      double expected = votum_rasch_expect (self, votum_rasch_theta (self, mark), work->chances, &variance);

      if (i % 4096 == 4095 && g_cancellable_is_cancelled (cancellable))
        return FALSE;

      for (guint a = 0; a < VOTUM_RASCH_N_FACETS; a++)
        {
          guint at = (guint) self->parameters[a][mark->at[a]];

          *gsl_vector_ptr (work->gradient, at) += VOTUM_RASCH_SIGN (a) * (mark->category - expected);
          for (guint b = a; b < VOTUM_RASCH_N_FACETS; b++)
            bump (work->information, at, (guint) self->parameters[b][mark->at[b]], VOTUM_RASCH_SIGN (a) * VOTUM_RASCH_SIGN (b) * variance);
        }
      add_thresholds (self, mark, expected, work);
    }
  move_thresholds (self, work);
  constrain_facets (self, work->information);
  constrain (work->information, self->first_threshold, self->n_categories - 1);
  return TRUE;
}

/* As much of the step as makes the marks likelier. Returns the largest change. */
static double
walk (VotumRasch *self, Work *work)
{
  double before = self->loglik;
  double share = 1;
  double largest = 0;

  memcpy (work->start, self->estimates, self->n_parameters * sizeof (double));
  for (guint halving = 0; halving < 40; halving++, share /= 2)
    {
      largest = 0;
      for (guint i = 0; i < self->n_parameters; i++)
        {
          double change = share * gsl_vector_get (work->step, i);

          self->estimates[i] = work->start[i] + change;
          largest = MAX (largest, fabs (change));
        }
      self->loglik = log_likelihood (self, work->chances);
      /* close to the maximum the likelihood is flat to the last digit, and the step is right */
      if (self->loglik >= before || largest < 1e-6)
        return largest;
    }
  return largest;
}

static gboolean
has_run_away (const VotumRasch *self)
{
  for (guint i = 0; i < self->n_parameters; i++)
    if (!(fabs (self->estimates[i]) < RUNAWAY))
      return TRUE;
  return FALSE;
}

static void
sum_up (VotumRasch *self, double *chances)
{
  for (guint i = 0; i < self->n_marks; i++)
    {
      double variance;
      double residual = self->marks[i].category - votum_rasch_expect (self, votum_rasch_theta (self, &self->marks[i]), chances, &variance);

      for (guint facet = 0; facet < VOTUM_RASCH_N_FACETS; facet++)
        {
          int at = self->parameters[facet][self->marks[i].at[facet]];

          self->information[at] += variance;
          self->squares[at] += residual * residual;
          self->standardised[at] += residual * residual / variance;
        }
    }
}

/**
 * votum_rasch_fit:
 * @self: a model whose parameters are numbered and at zero
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError, set only when cancelled
 *
 * Returns: whether there is a maximum; without one and without @error the estimates run away
 */
gboolean
votum_rasch_fit (VotumRasch *self, GCancellable *cancellable, GError **error)
{
  g_auto(Work) work = {
    .gradient = gsl_vector_alloc (self->n_parameters),
    .step = gsl_vector_alloc (self->n_parameters),
    .information = gsl_matrix_alloc (self->n_parameters, self->n_parameters),
    .start = g_new (double, self->n_parameters),
    .chances = g_new (double, self->n_categories),
    .at_least = g_new (double, self->n_categories),
    .mass = g_new (double, self->n_categories),
    .cross = g_new (double, (gsize) self->first_threshold * self->n_categories),
    .among = g_new (double, (gsize) self->n_categories * self->n_categories),
  };

  gsl_set_error_handler_off ();
  self->loglik = log_likelihood (self, work.chances);
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!fill (self, &work, cancellable))
        {
          g_cancellable_set_error_if_cancelled (cancellable, error);
          return FALSE;
        }
      if (gsl_linalg_cholesky_decomp1 (work.information) != GSL_SUCCESS ||
          gsl_linalg_cholesky_solve (work.information, work.gradient, work.step) != GSL_SUCCESS)
        return FALSE;
      if (walk (self, &work) < SMALL_STEP)
        {
          sum_up (self, work.chances);
          return TRUE;
        }
      if (has_run_away (self))
        return FALSE;
    }
  return FALSE;
}
