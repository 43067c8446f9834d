#include "votum-config.h"

#include "votum-case-agreement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-alpha.h"
#include "votum-case-private.h"
#include "votum-concordance.h"
#include "votum-error.h"
#include "votum-icc.h"

/* From a standing to how far its jury agrees. */

#define CONFIDENCE 0.95
#define N_DRAWS 4000

/* The marks of one round as doubles; only criteria that jurors mark, and only jurors who have. */
typedef struct {
  VotumCase     *votum_case;
  VotumStanding *standing;
  guint          round;
  gulong         seed;
  GArray        *jurors;    /* of guint: indices in the standing */
  GArray        *leaves;    /* of guint */
  GArray        *entrants;  /* of guint */
  double        *marks;     /* [entrant][leaf][juror] */
  double        *widths;    /* [leaf] */
} Sample;

static void
sample_clear (Sample *sample)
{
  g_clear_pointer (&sample->jurors, g_array_unref);
  g_clear_pointer (&sample->leaves, g_array_unref);
  g_clear_pointer (&sample->entrants, g_array_unref);
  g_clear_pointer (&sample->marks, g_free);
  g_clear_pointer (&sample->widths, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static guint
at (const GArray *indices,
    guint         i)
{
  return g_array_index (indices, guint, i);
}

static double *
marks_of (const Sample *sample,
          guint         entrant,
          guint         leaf)
{
  return sample->marks + ((gsize) entrant * sample->leaves->len + leaf) * sample->jurors->len;
}

static double
mark_at (const Sample *sample,
         guint         entrant,
         guint         leaf,
         guint         juror)
{
  const VotumCell *cell = votum_sheet_cell (sample->standing->sheet, sample->round, entrant, juror, leaf);

  return cell->state == VOTUM_CELL_VALUE ? votum_decimal_to_double (cell->value) : NAN;
}

static gboolean
has_marks (const Sample *sample,
           int           entrant,
           int           juror)
{
  guint n_entrants = sample->standing->entrants->len, n_jurors = sample->standing->jurors->len;

  for (guint e = entrant < 0 ? 0 : (guint) entrant; e < (entrant < 0 ? n_entrants : (guint) entrant + 1); e++)
    for (guint j = juror < 0 ? 0 : (guint) juror; j < (juror < 0 ? n_jurors : (guint) juror + 1); j++)
      for (guint l = 0; l < sample->leaves->len; l++)
        if (!isnan (mark_at (sample, e, at (sample->leaves, l), j)))
          return TRUE;

  return FALSE;
}

/* From the lowest to the highest mark of its scale; without a scale, of what was given. */
static double
width_of (const Sample *sample,
          guint         leaf)
{
  VotumScale *scale = votum_case_get_scale (sample->votum_case, g_ptr_array_index (sample->standing->leaves, leaf));
  VotumDecimal min, max;
  double low = INFINITY, high = -INFINITY;

  if (scale != NULL && votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MIN, &min) &&
      votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MAX, &max))
    return votum_decimal_to_double (max) - votum_decimal_to_double (min);

  for (guint e = 0; e < sample->entrants->len; e++)
    for (guint j = 0; j < sample->jurors->len; j++)
      {
        low = fmin (low, mark_at (sample, at (sample->entrants, e), leaf, at (sample->jurors, j)));
        high = fmax (high, mark_at (sample, at (sample->entrants, e), leaf, at (sample->jurors, j)));
      }

  return high > low ? high - low : 1;
}

static void
sample_read (Sample *sample)
{
  VotumStanding *standing = sample->standing;

  sample->jurors = g_array_new (FALSE, FALSE, sizeof (guint));
  sample->leaves = g_array_new (FALSE, FALSE, sizeof (guint));
  sample->entrants = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    if (!votum_sheet_node (standing->sheet, votum_sheet_leaf_node (standing->sheet, leaf))->measured)
      g_array_append_val (sample->leaves, leaf);
  for (guint juror = 0; juror < standing->jurors->len; juror++)
    if (has_marks (sample, -1, (int) juror))
      g_array_append_val (sample->jurors, juror);
  for (guint entrant = 0; entrant < standing->entrants->len; entrant++)
    if (has_marks (sample, (int) entrant, -1))
      g_array_append_val (sample->entrants, entrant);

  sample->widths = g_new (double, sample->leaves->len + 1);
  sample->marks = g_new (double, (gsize) sample->entrants->len * sample->leaves->len * sample->jurors->len + 1);
  for (guint leaf = 0; leaf < sample->leaves->len; leaf++)
    sample->widths[leaf] = width_of (sample, at (sample->leaves, leaf));
  for (guint e = 0; e < sample->entrants->len; e++)
    for (guint l = 0; l < sample->leaves->len; l++)
      for (guint j = 0; j < sample->jurors->len; j++)
        marks_of (sample, e, l)[j] = mark_at (sample, at (sample->entrants, e), at (sample->leaves, l), at (sample->jurors, j));
}

/* The jurors' own totals of those finalists whom all of them have marked. */
static double *
complete_totals (const Sample *sample,
                 guint        *n_complete)
{
  guint n_jurors = sample->jurors->len;
  double *totals = g_new (double, (gsize) sample->entrants->len * n_jurors + 1);

  *n_complete = 0;
  for (guint e = 0; e < sample->entrants->len; e++)
    {
      gboolean complete = TRUE;

      for (guint j = 0; j < n_jurors && complete; j++)
        complete = votum_result_juror_total (sample->standing->result, sample->round, at (sample->entrants, e), at (sample->jurors, j),
                                             &totals[(gsize) *n_complete * n_jurors + j]);
      *n_complete += complete;
    }

  return totals;
}

static void
refuse (VotumAgreement     *self,
        VotumAgreementKind  first,
        VotumAgreementKind  last,
        const GError       *error)
{
  for (guint kind = first; kind <= last; kind++)
    {
      self->figures[kind].estimate = (VotumEstimate) { NAN, NAN, NAN };
      self->figures[kind].refusal = g_strdup (error->message);
    }
}

static void
fill_icc (VotumAgreement *self,
          const double   *totals)
{
  g_autoptr(GError) error = NULL;
  VotumIcc icc;

  if (!votum_icc_compute (totals, self->n_complete, self->n_jurors, CONFIDENCE, &icc, &error))
    {
      refuse (self, VOTUM_AGREEMENT_ICC_1_1, VOTUM_AGREEMENT_ICC_3_K, error);
      return;
    }
  for (guint form = 0; form < VOTUM_N_ICC_FORMS; form++)
    {
      VotumAgreementFigure *figure = &self->figures[VOTUM_AGREEMENT_ICC_1_1 + form];

      figure->estimate = icc.forms[form];
      if (!isfinite (figure->estimate.value))
        figure->refusal = g_strdup (_("The finalists differ less than the jurors’ totals for each of them do, so there is no such figure."));
    }
}

static gboolean
fill_alpha (VotumAgreement  *self,
            const Sample    *sample,
            GCancellable    *cancellable,
            GError         **error)
{
  guint n_units = sample->entrants->len * sample->leaves->len;
  g_autofree guint *blocks = g_new (guint, n_units + 1);
  g_autoptr(VotumAlpha) alpha = NULL;
  g_autoptr(GError) refusal = NULL;

  /* marks of one finalist hang together, so that whole finalists are drawn */
  for (guint i = 0; i < n_units; i++)
    blocks[i] = i / sample->leaves->len;
  alpha = votum_alpha_new (sample->marks, n_units, sample->jurors->len, blocks, &refusal);
  if (alpha == NULL)
    {
      refuse (self, VOTUM_AGREEMENT_ALPHA_NOMINAL, VOTUM_AGREEMENT_ALPHA_INTERVAL, refusal);
      return TRUE;
    }
  self->n_marks = votum_alpha_n_values (alpha);
  for (guint metric = VOTUM_ALPHA_NOMINAL; metric <= VOTUM_ALPHA_INTERVAL; metric++)
    {
      VotumAgreementFigure *figure = &self->figures[VOTUM_AGREEMENT_ALPHA_NOMINAL + metric];

      figure->interval = VOTUM_INTERVAL_BOOTSTRAP;
      if (!votum_alpha_bootstrap (alpha, metric, N_DRAWS, sample->seed, CONFIDENCE, cancellable, &figure->estimate, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_orders (VotumAgreement  *self,
             const Sample    *sample,
             const double    *totals,
             GCancellable    *cancellable,
             GError         **error)
{
  VotumAgreementFigure *kendall = &self->figures[VOTUM_AGREEMENT_KENDALL], *spearman = &self->figures[VOTUM_AGREEMENT_SPEARMAN];
  g_autoptr(GError) refusal = NULL;
  VotumConcordance orders;

  kendall->interval = VOTUM_INTERVAL_LEFT_OUT;
  spearman->interval = VOTUM_INTERVAL_PAIRS;
  if (!votum_concordance_compute (totals, self->n_complete, self->n_jurors, sample->seed, cancellable, &orders, &refusal))
    {
      if (g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
      refuse (self, VOTUM_AGREEMENT_KENDALL, VOTUM_AGREEMENT_SPEARMAN, refusal);
      return TRUE;
    }
  kendall->estimate = (VotumEstimate) { orders.w, orders.w_low, orders.w_high };
  kendall->p = orders.p;
  spearman->estimate = (VotumEstimate) { orders.spearman, orders.spearman_low, orders.spearman_high };
  if (isnan (orders.spearman))
    spearman->refusal = g_strdup (_("No two jurors put the finalists in orders that could be compared."));

  return TRUE;
}

static void
disagreement_clear (gpointer data)
{
  VotumDisagreement *place = data;

  g_clear_object (&place->entrant);
  g_clear_object (&place->criterion);
}

/* The lowest and the highest mark where the jurors lie furthest apart. */
static void
find_ends (const Sample      *sample,
           VotumDisagreement *place,
           guint              entrant,
           guint              leaf)
{
  const double *marks = marks_of (sample, entrant, leaf);

  place->widest_entrant = (int) at (sample->entrants, entrant);
  place->widest_leaf = (int) at (sample->leaves, leaf);
  place->lowest = place->highest = NAN;
  for (guint j = 0; j < sample->jurors->len; j++)
    {
      place->lowest = fmin (place->lowest, marks[j]);
      place->highest = fmax (place->highest, marks[j]);
    }
}

static double
common_width (const Sample *sample)
{
  for (guint leaf = 1; leaf < sample->leaves->len; leaf++)
    if (fabs (sample->widths[leaf] - sample->widths[0]) > 1e-9)
      return NAN;

  return sample->leaves->len > 0 ? sample->widths[0] : NAN;
}

/* @entrant and @leaf: of the sample; -1: of all. */
static void
add_place (GArray            *places,
           const Sample      *sample,
           int                entrant,
           int                leaf,
           const VotumSpread *spread)
{
  VotumStanding *standing = sample->standing;
  VotumDisagreement place = { .entrant_index = -1, .leaf_index = -1, .spread = *spread, .widest_entrant = -1, .widest_leaf = -1,
                              .lowest = NAN, .highest = NAN };

  if (entrant >= 0)
    {
      place.entrant_index = (int) at (sample->entrants, (guint) entrant);
      place.entrant = g_object_ref (g_ptr_array_index (standing->entrants, (guint) place.entrant_index));
    }
  if (leaf >= 0)
    {
      place.leaf_index = (int) at (sample->leaves, (guint) leaf);
      place.criterion = g_object_ref (g_ptr_array_index (standing->leaves, (guint) place.leaf_index));
    }
  place.width = leaf >= 0 ? sample->widths[leaf] : common_width (sample);
  if (spread->n_cells > 0)
    find_ends (sample, &place, entrant >= 0 ? (guint) entrant : spread->widest, leaf >= 0 ? (guint) leaf : spread->widest);
  g_array_append_val (places, place);
}

static void
fill_disagreement (VotumAgreement *self,
                   const Sample   *sample)
{
  guint n_entrants = sample->entrants->len, n_leaves = sample->leaves->len;
  g_autofree VotumSpread *criteria = g_new0 (VotumSpread, n_leaves + 1);
  g_autofree VotumSpread *entrants = g_new0 (VotumSpread, n_entrants + 1);
  g_autofree VotumSpread *cells = g_new0 (VotumSpread, (gsize) n_entrants * n_leaves + 1);
  g_autofree guint *criteria_order = NULL;
  g_autofree guint *entrants_order = NULL;
  g_autofree guint *cells_order = NULL;

  votum_disagreement_compute (sample->marks, n_entrants, n_leaves, sample->jurors->len, sample->widths, CONFIDENCE,
                              criteria, entrants, cells);
  criteria_order = votum_disagreement_order (criteria, n_leaves);
  entrants_order = votum_disagreement_order (entrants, n_entrants);
  cells_order = votum_disagreement_order (cells, n_entrants * n_leaves);
  for (guint i = 0; i < n_leaves; i++)
    add_place (self->criteria, sample, -1, (int) criteria_order[i], &criteria[criteria_order[i]]);
  for (guint i = 0; i < n_entrants; i++)
    add_place (self->entrants, sample, (int) entrants_order[i], -1, &entrants[entrants_order[i]]);
  for (guint i = 0; i < n_entrants * n_leaves; i++)
    if (cells[cells_order[i]].n_cells > 0)
      add_place (self->cells, sample, (int) (cells_order[i] / n_leaves), (int) (cells_order[i] % n_leaves), &cells[cells_order[i]]);
}

static gboolean
check (const Sample  *sample,
       GError       **error)
{
  if (sample->leaves->len == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("All criteria are measured, so there are no marks that jurors could agree or disagree on."));
      return FALSE;
    }
  if (sample->jurors->len < 2)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                   _("Fewer than two jurors have marked in the round “%s”, so there is nothing to compare. Come back when more have."),
                   votum_thing_get_key (g_ptr_array_index (sample->standing->rounds, sample->round)));
      return FALSE;
    }

  return TRUE;
}

static VotumAgreement *
begin (Sample  *sample,
       GError **error)
{
  VotumAgreement *agreement;

  g_return_val_if_fail (sample->round < sample->standing->rounds->len, NULL);

  if (sample->standing->own_only)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                           _("How far the jury agrees is told when the chair has opened the round for all."));
      return NULL;
    }
  sample_read (sample);
  if (!check (sample, error))
    return NULL;

  agreement = g_new0 (VotumAgreement, 1);
  agreement->round = sample->round;
  agreement->n_jurors = sample->jurors->len;
  agreement->n_entrants = sample->entrants->len;
  for (guint kind = 0; kind < VOTUM_N_AGREEMENT_KINDS; kind++)
    agreement->figures[kind] = (VotumAgreementFigure) { .kind = kind, .estimate = { NAN, NAN, NAN }, .p = NAN };
  agreement->criteria = g_array_new (FALSE, TRUE, sizeof (VotumDisagreement));
  agreement->entrants = g_array_new (FALSE, TRUE, sizeof (VotumDisagreement));
  agreement->cells = g_array_new (FALSE, TRUE, sizeof (VotumDisagreement));
  g_array_set_clear_func (agreement->criteria, disagreement_clear);
  g_array_set_clear_func (agreement->entrants, disagreement_clear);
  g_array_set_clear_func (agreement->cells, disagreement_clear);
  fill_disagreement (agreement, sample);

  return agreement;
}

/**
 * votum_case_disagreement:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @error: return location
 *
 * Where the jury disagrees, without the figures of votum_case_agreement(), which take longer the more marks there are.
 *
 * Returns: (transfer full): an agreement whose figures are %NAN; %NULL on error, as votum_case_agreement()
 */
VotumAgreement *
votum_case_disagreement (VotumCase      *self,
                         VotumStanding  *standing,
                         guint           round,
                         GError        **error)
{
  g_auto(Sample) sample = { .votum_case = self, .standing = standing, .round = round };

  return begin (&sample, error);
}

/**
 * votum_case_agreement:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @seed: for what is drawn by lot; the same gives the same figures
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * How far the jury agrees in a round, and where not. Informs only. ICC and the orders are of the jurors' own totals by the rule's
 * weights, over the finalists whom all jurors have marked; alpha is of the marks themselves, whoever is missing. A figure
 * for which there are too few marks says so itself.
 *
 * Errors: %VOTUM_ERROR_NOT_ALLOWED in a juror's copy before the rounds are opened; %VOTUM_ERROR_NO_RESULT with fewer than two
 * jurors; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the figures; %NULL on error
 */
VotumAgreement *
votum_case_agreement (VotumCase      *self,
                      VotumStanding  *standing,
                      guint           round,
                      gulong          seed,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr(VotumAgreement) agreement = NULL;
  g_auto(Sample) sample = { .votum_case = self, .standing = standing, .round = round, .seed = seed };
  g_autofree double *totals = NULL;

  agreement = begin (&sample, error);
  if (agreement == NULL)
    return NULL;
  totals = complete_totals (&sample, &agreement->n_complete);
  fill_icc (agreement, totals);
  if (!fill_alpha (agreement, &sample, cancellable, error) || !fill_orders (agreement, &sample, totals, cancellable, error))
    return NULL;

  return g_steal_pointer (&agreement);
}

/**
 * votum_agreement_free:
 * @self: (nullable) (transfer full): figures
 */
void
votum_agreement_free (VotumAgreement *self)
{
  if (self == NULL)
    return;
  for (guint kind = 0; kind < VOTUM_N_AGREEMENT_KINDS; kind++)
    g_free (self->figures[kind].refusal);
  g_clear_pointer (&self->criteria, g_array_unref);
  g_clear_pointer (&self->entrants, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self);
}
