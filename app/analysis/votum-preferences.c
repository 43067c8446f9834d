#include "votum-config.h"

#include "votum-result-private.h"

#include <stdlib.h>
#include <string.h>

/* One juror's own totals, exact, and the order they make. */
struct _VotumPreferences {
  const VotumResult *result;
  guint8            *present;      /* [leaf]: what the juror at hand has marked */
  guint8            *known;        /* [leaf]: what @weights belong to */
  gboolean           is_known;
  gboolean           any;          /* whether @known has any weight */
  mpq_t             *weights;      /* [leaf] */
  /* Nearly always all weights are small over one denominator and no value function stands in between:
   * then a total is a sum of whole numbers. */
  gboolean           whole;
  gint64            *numerators;   /* [leaf] */
  mpz_t              denominator;
};

/**
 * votum_preferences_new:
 * @result: a result whose panels are computed; must outlive the preferences
 *
 * Returns: (transfer full): scratch for the jurors' own totals
 */
VotumPreferences *
votum_preferences_new (const VotumResult *result)
{
  VotumPreferences *self = g_new0 (VotumPreferences, 1);
  guint n = MAX (result->n_leaves, 1);

  self->result = result;
  self->present = g_new0 (guint8, n);
  self->known = g_new0 (guint8, n);
  self->weights = votum_rationals_new (n);
  self->numerators = g_new0 (gint64, n);
  mpz_init (self->denominator);
  return self;
}

/**
 * votum_preferences_free:
 * @self: (nullable) (transfer full): preferences
 */
void
votum_preferences_free (VotumPreferences *self)
{
  if (self == NULL)
    return;
  mpz_clear (self->denominator);
  g_free (self->numerators);
  votum_rationals_free (self->weights, MAX (self->result->n_leaves, 1));
  g_free (self->known);
  g_free (self->present);
  g_free (self);
}

static void
find_numerators (VotumPreferences *self)
{
  mpz_t numerator;

  mpz_init (numerator);
  mpz_set_ui (self->denominator, 1);
  self->whole = TRUE;
  for (guint i = 0; i < self->result->n_leaves; i++)
    mpz_lcm (self->denominator, self->denominator, mpq_denref (self->weights[i]));
  for (guint i = 0; i < self->result->n_leaves && self->whole; i++)
    {
      const VotumSheetNode *node = votum_sheet_node (self->result->sheet, votum_sheet_leaf_node (self->result->sheet, i));

      mpz_divexact (numerator, self->denominator, mpq_denref (self->weights[i]));
      mpz_mul (numerator, numerator, mpq_numref (self->weights[i]));
      self->whole = mpz_fits_slong_p (numerator) && (node->xs == NULL || node->xs->len == 0);
      if (self->whole)
        self->numerators[i] = mpz_get_si (numerator);
    }
  mpz_clear (numerator);
}

static gboolean
find_weights (VotumPreferences *self)
{
  guint n = self->result->n_leaves;

  if (!self->is_known || memcmp (self->present, self->known, n) != 0)
    {
      memcpy (self->known, self->present, n);
      self->is_known = TRUE;
      self->any = votum_weights_effective (self->result->weights, self->known, self->weights);
      find_numerators (self);
    }
  return self->any;
}

/* sum(weight * mark) in whole numbers; FALSE if it leaves 128 bits. */
static gboolean
total_whole (VotumPreferences *self, const VotumCell **cells, guint scale, mpq_ptr total)
{
  __int128 sum = 0;

  for (guint i = 0; i < self->result->n_leaves; i++)
    {
      __int128 term;

      if (!self->present[i])
        continue;
      term = cells[i]->value.digits;
      for (guint k = cells[i]->value.scale; k < scale; k++)
        term *= 10;
      if (__builtin_mul_overflow (term, (__int128) self->numerators[i], &term) ||
          __builtin_add_overflow (sum, term, &sum))
        return FALSE;
    }
  votum_rationals_set_int128 (mpq_numref (total), sum);
  mpz_ui_pow_ui (mpq_denref (total), 10, scale);
  mpz_mul (mpq_denref (total), mpq_denref (total), self->denominator);
  mpq_canonicalize (total);
  return TRUE;
}

static void
total_rational (VotumPreferences *self, const VotumCell **cells, mpq_ptr total)
{
  mpq_t mark;

  mpq_init (mark);
  mpq_set_ui (total, 0, 1);
  for (guint i = 0; i < self->result->n_leaves; i++)
    {
      if (!self->present[i])
        continue;
      votum_decimal_to_rational (cells[i]->value, mark);
      votum_result_apply_value (self->result, i, mark);
      mpq_mul (mark, mark, self->weights[i]);
      mpq_add (total, total, mark);
    }
  mpq_clear (mark);
}

/**
 * votum_preferences_total:
 * @self: preferences
 * @round: index of a round
 * @entrant: index of an entrant
 * @juror: index of a juror
 * @total: an initialised rational, set to the weighted mean (factors: sum) of the juror's own marks on the
 *   judged leaves: no correction, no rounding, and a leaf without a mark handled as the rule handles it
 *
 * Returns: %FALSE if the juror has no marks for the entrant there
 */
gboolean
votum_preferences_total (VotumPreferences *self, guint round, guint entrant, guint juror, mpq_ptr total)
{
  const VotumResult *result = self->result;
  const VotumCell **cells = g_newa (const VotumCell *, MAX (result->n_leaves, 1));
  guint scale = 0;

  if (!votum_sheet_in_round (result->sheet, round, entrant))
    return FALSE;
  for (guint i = 0; i < result->n_leaves; i++)
    {
      const VotumSheetNode *node = votum_sheet_node (result->sheet, votum_sheet_leaf_node (result->sheet, i));

      cells[i] = votum_sheet_cell (result->sheet, round, entrant, juror, i);
      self->present[i] = !node->measured && cells[i]->state == VOTUM_CELL_VALUE;
      if (self->present[i])
        scale = MAX (scale, cells[i]->value.scale);
    }
  if (!find_weights (self))
    return FALSE;
  if (!self->whole || !total_whole (self, cells, scale, total))
    total_rational (self, cells, total);
  return TRUE;
}

typedef struct {
  guint entrant;
  mpq_t total;
} OwnTotal;

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (((const OwnTotal *) b)->total, ((const OwnTotal *) a)->total);
}

/**
 * votum_preferences_ranks:
 * @self: preferences
 * @round: index of a round
 *
 * Every juror's own order of the entrants who are ranked after the round: the best has rank 1, equal
 * totals share it (1-2-2-4), whom the juror has no marks for has rank 0 and is compared with nobody.
 *
 * Returns: (transfer full) (array): ranks, [juror][entrant]
 */
guint *
votum_preferences_ranks (VotumPreferences *self, guint round)
{
  const VotumResult *result = self->result;
  gboolean lowest_first = result->terms->method == VOTUM_METHOD_BORDA || votum_result_has_lowest_first (result);
  guint *ranks = g_new0 (guint, MAX ((gsize) result->n_jurors * result->n_entrants, 1));
  OwnTotal *totals = g_new (OwnTotal, MAX (result->n_entrants, 1));

  for (guint i = 0; i < result->n_entrants; i++)
    mpq_init (totals[i].total);
  for (guint juror = 0; juror < result->n_jurors; juror++)
    {
      guint *own = ranks + (gsize) juror * result->n_entrants;
      guint n = 0;

      for (guint i = 0; i < result->n_entrants; i++)
        {
          if (!result->has_total[votum_result_at (result, round, i)] ||
              !votum_preferences_total (self, round, i, juror, totals[n].total))
            continue;
          if (lowest_first)
            mpq_neg (totals[n].total, totals[n].total);
          totals[n++].entrant = i;
        }
      qsort (totals, n, sizeof (OwnTotal), compare_totals);
      for (guint i = 0; i < n; i++)
        own[totals[i].entrant] = i > 0 && mpq_equal (totals[i].total, totals[i - 1].total)
                                   ? own[totals[i - 1].entrant] : i + 1;
    }
  for (guint i = 0; i < result->n_entrants; i++)
    mpq_clear (totals[i].total);
  g_free (totals);
  return ranks;
}
