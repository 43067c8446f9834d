#include "votum-config.h"

#include "votum-value.h"

/* y = y0 + (x - x0) (y1 - y0) / (x1 - x0), with x0 != x1 */
static void
on_line (const VotumDecimal *xs, const VotumDecimal *ys, mpq_srcptr x, mpq_ptr y)
{
  mpq_t x0, x1, y0, y1;

  mpq_inits (x0, x1, y0, y1, NULL);
  votum_decimal_to_rational (xs[0], x0);
  votum_decimal_to_rational (xs[1], x1);
  votum_decimal_to_rational (ys[0], y0);
  votum_decimal_to_rational (ys[1], y1);
  mpq_sub (x1, x1, x0);
  mpq_sub (y1, y1, y0);
  mpq_sub (x0, x, x0);
  mpq_mul (y1, y1, x0);
  mpq_div (y1, y1, x1);
  mpq_add (y, y0, y1);
  mpq_clears (x0, x1, y0, y1, NULL);
}

/**
 * votum_value_apply:
 * @xs: (array length=n): breakpoints, ascending; where two are equal, the value jumps to the later one
 * @ys: (array length=n): the values there, which may rise or fall
 * @n: number of breakpoints, at least 1
 * @extrapolate: beyond the ends, draw the end segments out; else clip to the end values
 * @x: a mean or a measure
 * @y: an initialised rational, set to the value of @x; may be @x itself
 *
 * A piecewise linear partial value function, computed exactly (Goodwin and Wright, Decision Analysis
 * for Management Judgment, chapter 3; reference case A02).
 */
void
votum_value_apply (const VotumDecimal *xs, const VotumDecimal *ys, guint n, gboolean extrapolate,
                   mpq_srcptr x, mpq_ptr y)
{
  mpq_t edge;
  guint above = 0; /* the first breakpoint beyond x */

  g_return_if_fail (n >= 1);

  mpq_init (edge);
  for (; above < n; above++)
    {
      votum_decimal_to_rational (xs[above], edge);
      if (mpq_cmp (edge, x) > 0)
        break;
    }
  mpq_clear (edge);

  if (extrapolate && n >= 2 && (above == 0 || above == n))
    above = above == 0 ? 1 : n - 1;
  if (above == 0)
    votum_decimal_to_rational (ys[0], y);
  else if (above == n || votum_decimal_compare (xs[above - 1], xs[above]) == 0)
    votum_decimal_to_rational (ys[above == n ? n - 1 : above], y);
  else
    on_line (xs + above - 1, ys + above - 1, x, y);
}
