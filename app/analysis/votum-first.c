#include "votum-config.h"

#include "votum-first.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <math.h>

/* Beyond so many standard errors there is nothing to add up. */
#define REACH 9

typedef struct {
  const double *means;
  const double *errors;
  guint n;
  guint own;
} Integrand;

/* The probability that the other one is not higher. */
static double
below (const Integrand *self, guint other, double x)
{
  if (self->errors[other] > 0)
    return gsl_cdf_gaussian_P (x - self->means[other], self->errors[other]);
  if (x == self->means[other])
    return 0.5;
  return x > self->means[other];
}

static double
density (double x, void *data)
{
  const Integrand *self = data;
  double product = gsl_ran_gaussian_pdf (x - self->means[self->own], self->errors[self->own]);

  for (guint i = 0; i < self->n; i++)
    if (i != self->own)
      product *= below (self, i, x);
  return product;
}

static double
probability_of (Integrand *self, gsl_integration_workspace *workspace)
{
  double mean = self->means[self->own];
  double error = self->errors[self->own];
  gsl_function function = { density, self };
  double product = 1;
  double result, unsure;

  if (error > 0)
    {
      gsl_integration_qag (&function, mean - REACH * error, mean + REACH * error, 1e-11, 1e-9, 1000, GSL_INTEG_GAUSS61,
                           workspace, &result, &unsure);
      return result;
    }
  for (guint i = 0; i < self->n; i++)
    if (i != self->own)
      product *= below (self, i, mean);
  return product;
}

/**
 * votum_first_probability:
 * @means: (array length=n): what each has
 * @errors: (array length=n): its standard error, at least 0
 * @n: how many
 * @first: (array length=n) (out caller-allocates): how probable it is that each is the highest
 *
 * For independent normal scores: P_i is the integral of its density times the distribution functions of the others
 * (reference case D05).
 */
void
votum_first_probability (const double *means, const double *errors, guint n, double *first)
{
  gsl_integration_workspace *workspace;
  Integrand integrand = { means, errors, n, 0 };

  g_return_if_fail (n == 0 || (means != NULL && errors != NULL && first != NULL));

  workspace = gsl_integration_workspace_alloc (1000);
  for (; integrand.own < n; integrand.own++)
    first[integrand.own] = probability_of (&integrand, workspace);
  gsl_integration_workspace_free (workspace);
}
