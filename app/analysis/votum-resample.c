#include "votum-config.h"

#include "votum-resample.h"

#include "votum-error.h"
#include "votum-result-private.h"
#include "votum-what-if-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* Dropping marks leaves at least so many, as in votum-panel.c. */
#define LEFT_AFTER_DROP 3

typedef struct {
  double mark;
  guint  juror;         /* index among those who mark */
} Mark;

/* A leaf of an entrant in a round: the marks, from low to high, or a measure. */
typedef struct {
  Mark   *marks;
  guint   n_marks;
  double  measure;      /* its value; NAN where the leaf is marked */
} Panel;

/* An entrant in a round that counts for it. */
typedef struct {
  guint   entrant;      /* index among those who are ranked */
  double  weight;       /* of the round */
  double  margin;
  Panel  *panels;       /* [leaf] */
} Part;

typedef struct {
  guint   n;
  double *xs, *ys;
  gboolean extrapolate;
} ValueFunction;

struct _VotumResample {
  VotumWhatIf   *model;
  VotumTerms    *terms;
  guint          n_leaves;
  GArray        *entrants;   /* of guint: who is ranked */
  GArray        *jurors;     /* of guint: who marks */
  ValueFunction *functions;  /* [leaf] */
  guint8        *judged;     /* [leaf]: marked, and weighs something */
  GArray        *parts;      /* of Part, by entrant */
  double        *scores;     /* [entrant][juror], where totals are plain means; else NULL */
  /* scratch */
  guint8        *present;
  double        *values, *effective, *tree, *sums;
};

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *left = a;
  const Mark *right = b;

  if (left->mark != right->mark)
    return left->mark < right->mark ? -1 : 1;
  return left->juror < right->juror ? -1 : left->juror > right->juror;
}

static double
apply (const ValueFunction *function, double x)
{
  guint above = 0;

  if (function->n == 0)
    return x;
  while (above < function->n && function->xs[above] <= x)
    above++;
  if (function->extrapolate && function->n >= 2 && (above == 0 || above == function->n))
    above = above == 0 ? 1 : function->n - 1;
  if (above == 0)
    return function->ys[0];
  if (above == function->n || !(function->xs[above] > function->xs[above - 1]))
    return function->ys[MIN (above, function->n - 1)];
  return function->ys[above - 1] + (x - function->xs[above - 1]) * (function->ys[above] - function->ys[above - 1]) /
                                   (function->xs[above] - function->xs[above - 1]);
}

static double
clipped_mean (const Part *part, const Panel *panel, const guint *times, double sum, guint n)
{
  double low = sum / n - part->margin;
  double high = sum / n + part->margin;
  double clipped = 0;

  for (guint i = 0; i < panel->n_marks; i++)
    clipped += times[panel->marks[i].juror] * CLAMP (panel->marks[i].mark, low, high);
  return clipped / n;
}

/* The mean of the marks @first to @end - 1 of all, each counted as often as its juror is there. */
static double
mean_of_range (const Panel *panel, const guint *times, guint first, guint end)
{
  double sum = 0;
  guint at = 0;

  for (guint i = 0; i < panel->n_marks; i++)
    {
      guint next = at + times[panel->marks[i].juror];
      guint inside = MIN (next, end) > MAX (at, first) ? MIN (next, end) - MAX (at, first) : 0;

      sum += inside * panel->marks[i].mark;
      at = next;
    }
  return sum / (end - first);
}

/* Returns: %FALSE if the rule then gives the entrant no result of the round; @value is NAN if the leaf is just missing */
static gboolean
panel_value (const VotumResample *self, const Part *part, guint leaf, const guint *times, double *value)
{
  const Panel *panel = &part->panels[leaf];
  double sum = 0;
  guint n = 0;

  *value = panel->measure;
  if (!isnan (panel->measure))
    return TRUE;
  for (guint i = 0; i < panel->n_marks; i++)
    {
      sum += times[panel->marks[i].juror] * panel->marks[i].mark;
      n += times[panel->marks[i].juror];
    }
  if (n < self->terms->minimum || n == 0)
    return self->terms->minimum <= 1 || !self->judged[leaf];
  switch (self->terms->correction)
    {
    case VOTUM_CORRECTION_CLIP:
      *value = clipped_mean (part, panel, times, sum, n);
      break;
    case VOTUM_CORRECTION_DROP:
      if (n < 2 * self->terms->drop + LEFT_AFTER_DROP)
        return !self->judged[leaf];
      *value = mean_of_range (panel, times, self->terms->drop, n - self->terms->drop);
      break;
    case VOTUM_CORRECTION_MEDIAN:
      *value = mean_of_range (panel, times, (n - 1) / 2, n / 2 + 1);
      break;
    case VOTUM_CORRECTION_NONE:
    default:
      *value = sum / n;
      break;
    }
  *value = apply (&self->functions[leaf], *value);
  return TRUE;
}

/* The result of a round; NAN if there is none. */
static double
round_value (VotumResample *self, const Part *part, const guint *times)
{
  gboolean any = FALSE;
  double total = 0;
  double sum = 0;

  for (guint i = 0; i < self->n_leaves; i++)
    {
      if (!panel_value (self, part, i, times, &self->values[i]))
        return NAN;
      self->present[i] = !isnan (self->values[i]);
      any = any || (self->judged[i] && self->present[i]);
    }
  if (!any)
    return NAN;
  votum_what_if_effective_of (self->model, self->model->stored, self->present, self->effective, self->tree);
  for (guint i = 0; i < self->n_leaves; i++)
    {
      total += self->present[i] ? self->effective[i] * self->values[i] : 0;
      sum += self->effective[i];
    }
  return sum > 0 ? total : NAN;
}

/**
 * votum_resample_totals:
 * @times: (array): how often each juror is there
 * @totals: (array) (out caller-allocates): one per entrant that is ranked; NAN for who has no result then
 * @resample: a #VotumResample; one thread at a time
 *
 * A #VotumBootstrapScore. An entrant that has no result in a round has its total from the others, as the rule says.
 */
void
votum_resample_totals (const guint *times, double *totals, gpointer resample)
{
  VotumResample *self = resample;
  guint n = self->entrants->len;

  for (guint i = 0; i < n; i++)
    totals[i] = self->sums[i] = 0;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      double value = round_value (self, part, times);

      if (isnan (value))
        continue;
      totals[part->entrant] += part->weight * value;
      self->sums[part->entrant] += part->weight;
    }
  for (guint i = 0; i < n; i++)
    totals[i] = self->sums[i] > 0 ? totals[i] / self->sums[i] : NAN;
}

static void
read_function (VotumResample *self, const VotumResult *result, guint leaf)
{
  const VotumSheetNode *node = votum_sheet_node (result->sheet, votum_sheet_leaf_node (result->sheet, leaf));
  ValueFunction *function = &self->functions[leaf];

  self->judged[leaf] = !node->measured && mpq_sgn (votum_weights_leaf (result->weights, leaf)) > 0;
  if (node->xs == NULL || node->xs->len == 0)
    return;
  function->n = node->xs->len;
  function->xs = g_new (double, function->n);
  function->ys = g_new (double, function->n);
  function->extrapolate = node->extrapolate;
  for (guint i = 0; i < function->n; i++)
    {
      function->xs[i] = votum_decimal_to_double (g_array_index (node->xs, VotumDecimal, i));
      function->ys[i] = votum_decimal_to_double (g_array_index (node->ys, VotumDecimal, i));
    }
}

static void
read_panel (const VotumResample *self, const VotumResult *result, guint round, guint entrant, guint leaf, Panel *panel)
{
  const VotumCell *cells = votum_sheet_panel (result->sheet, round, entrant, leaf);
  gboolean measured = votum_sheet_node (result->sheet, votum_sheet_leaf_node (result->sheet, leaf))->measured;

  panel->measure = NAN;
  /* what the panel agreed on is the same whoever of it is drawn */
  if (measured || votum_sheet_agreed (result->sheet, round, entrant, leaf, NULL))
    {
      votum_result_panel_double (result, round, entrant, leaf, &panel->measure);
      return;
    }
  panel->marks = g_new0 (Mark, self->jurors->len + 1);
  for (guint i = 0; cells != NULL && i < self->jurors->len; i++)
    {
      const VotumCell *cell = &cells[g_array_index (self->jurors, guint, i)];

      if (cell->state == VOTUM_CELL_VALUE)
        panel->marks[panel->n_marks++] = (Mark) { votum_decimal_to_double (cell->value), i };
    }
  qsort (panel->marks, panel->n_marks, sizeof (Mark), compare_marks);
}

static void
add_parts (VotumResample *self, const VotumResult *result, guint round, guint entrant)
{
  mpq_t weight;

  mpq_init (weight);
  for (guint k = 0; k <= round; k++)
    {
      Part part = { self->entrants->len, 0, 0, NULL };

      if (votum_sheet_is_revote (result->sheet, k) || !result->has_round[votum_result_at (result, k, entrant)])
        continue;
      votum_result_round_weight (result, result->counting[round], result->counting[k], weight);
      part.weight = mpq_get_d (weight);
      if (!(part.weight > 0))
        continue;
      part.margin = votum_decimal_to_double (votum_result_margin (result, k));
      part.panels = g_new0 (Panel, self->n_leaves + 1);
      for (guint leaf = 0; leaf < self->n_leaves; leaf++)
        read_panel (self, result, k, entrant, leaf, &part.panels[leaf]);
      g_array_append_val (self->parts, part);
    }
  mpq_clear (weight);
  g_array_append_val (self->entrants, entrant);
}

static gboolean
has_marks (const VotumResult *result, guint round, guint juror)
{
  for (guint k = 0; k <= round; k++)
    for (guint i = 0; i < result->n_entrants; i++)
      for (guint leaf = 0; leaf < result->n_leaves; leaf++)
        if (votum_sheet_cell (result->sheet, k, i, juror, leaf)->state == VOTUM_CELL_VALUE)
          return TRUE;
  return FALSE;
}

static gboolean
has_mark_of (const Panel *panel, guint juror)
{
  for (guint i = 0; i < panel->n_marks; i++)
    if (panel->marks[i].juror == juror)
      return TRUE;
  return FALSE;
}

/* Totals are the means of what each juror alone would give, if nothing but means is taken of the marks, a juror has marked
 * all of an entrant or nothing, and the panel has agreed on no mark. */
static gboolean
is_linear (const VotumResample *self)
{
  const Part *first = NULL;

  if (self->terms->correction != VOTUM_CORRECTION_NONE || self->terms->minimum > 1)
    return FALSE;
  for (guint i = 0; i < self->n_leaves; i++)
    if (self->judged[i] && self->functions[i].n > 0)
      return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (first == NULL || first->entrant != part->entrant)
        first = part;
      for (guint leaf = 0; leaf < self->n_leaves; leaf++)
        if (self->judged[leaf] && !isnan (part->panels[leaf].measure))
          return FALSE;
      for (guint juror = 0; juror < self->jurors->len; juror++)
        {
          int marked = -1;

          for (guint leaf = 0; leaf < self->n_leaves; leaf++)
            {
              gboolean marks = has_mark_of (&part->panels[leaf], juror);

              if (!self->judged[leaf])
                continue;
              if (marked < 0)
                {
                  marked = marks;
                  for (guint other = 0; other < self->n_leaves; other++)
                    if (self->judged[other] && has_mark_of (&first->panels[other], juror) != marks)
                      return FALSE;
                }
              if (marks != (gboolean) marked)
                return FALSE;
            }
        }
    }
  return TRUE;
}

static void
find_scores (VotumResample *self)
{
  g_autofree guint *times = g_new0 (guint, self->jurors->len + 1);
  g_autofree double *totals = g_new (double, self->entrants->len + 1);

  self->scores = g_new (double, (gsize) self->entrants->len * self->jurors->len + 1);
  for (guint juror = 0; juror < self->jurors->len; juror++)
    {
      times[juror] = 1;
      votum_resample_totals (times, totals, self);
      for (guint i = 0; i < self->entrants->len; i++)
        self->scores[(gsize) i * self->jurors->len + juror] = totals[i];
      times[juror] = 0;
    }
}

/**
 * votum_resample_new:
 * @result: a result by marks
 * @round: index of a round; the totals are those after it
 * @error: return location for a #GError
 *
 * Errors: %VOTUM_ERROR_NO_RESULT where there are no marks of at least two jurors, or votum_what_if_new() has nothing to weigh.
 *
 * Returns: (transfer full): the rule, ready for juries drawn out of the jury; %NULL on error
 */
VotumResample *
votum_resample_new (const VotumResult *result, guint round, GError **error)
{
  g_autoptr(VotumWhatIf) model = NULL;
  g_autoptr(VotumResample) self = NULL;

  g_return_val_if_fail (result != NULL && round < result->n_rounds, NULL);

  model = votum_what_if_new (result, round, error);
  if (model == NULL)
    return NULL;
  while (round > 0 && votum_sheet_is_revote (result->sheet, round))
    round--;
  self = g_new0 (VotumResample, 1);
  self->model = g_steal_pointer (&model);
  self->terms = votum_terms_copy (result->terms);
  self->n_leaves = result->n_leaves;
  self->entrants = g_array_new (FALSE, FALSE, sizeof (guint));
  self->jurors = g_array_new (FALSE, FALSE, sizeof (guint));
  self->functions = g_new0 (ValueFunction, self->n_leaves + 1);
  self->judged = g_new0 (guint8, self->n_leaves + 1);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->present = g_new0 (guint8, self->n_leaves + 1);
  self->values = g_new0 (double, self->n_leaves + 1);
  self->effective = g_new0 (double, self->n_leaves + 1);
  self->tree = g_new0 (double, 2 * (self->model->n_nodes + 1));
  self->sums = g_new0 (double, result->n_entrants + 1);
  for (guint i = 0; i < self->n_leaves; i++)
    read_function (self, result, i);
  for (guint i = 0; i < result->n_jurors; i++)
    if (has_marks (result, round, i))
      g_array_append_val (self->jurors, i);
  if (self->jurors->len < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("It takes the marks of at least two jurors to tell how much hangs on each of them."));
      return NULL;
    }
  for (guint i = 0; i < result->n_entrants; i++)
    if (self->model->ranked[i])
      add_parts (self, result, round, i);
  if (is_linear (self))
    find_scores (self);
  return g_steal_pointer (&self);
}

/**
 * votum_resample_free:
 * @self: (nullable) (transfer full): the rule
 */
void
votum_resample_free (VotumResample *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      for (guint leaf = 0; leaf < self->n_leaves; leaf++)
        g_free (part->panels[leaf].marks);
      g_free (part->panels);
    }
  for (guint i = 0; i < self->n_leaves; i++)
    {
      g_free (self->functions[i].xs);
      g_free (self->functions[i].ys);
    }
  g_array_unref (self->parts);
  g_array_unref (self->entrants);
  g_array_unref (self->jurors);
  g_free (self->functions);
  g_free (self->judged);
  g_free (self->scores);
  g_free (self->present);
  g_free (self->values);
  g_free (self->effective);
  g_free (self->tree);
  g_free (self->sums);
  votum_terms_free (self->terms);
  votum_what_if_unref (self->model);
  g_free (self);
}

/**
 * votum_resample_n_entrants:
 * @self: the rule
 *
 * Returns: how many entrants are ranked; totals are theirs, in the order of the sheet
 */
guint
votum_resample_n_entrants (const VotumResample *self)
{
  return self->entrants->len;
}

/**
 * votum_resample_entrant:
 * @self: the rule
 * @index: which of those who are ranked
 *
 * Returns: its index in the sheet
 */
guint
votum_resample_entrant (const VotumResample *self, guint index)
{
  g_return_val_if_fail (index < self->entrants->len, 0);
  return g_array_index (self->entrants, guint, index);
}

/**
 * votum_resample_n_jurors:
 * @self: the rule
 *
 * Returns: how many jurors have given marks
 */
guint
votum_resample_n_jurors (const VotumResample *self)
{
  return self->jurors->len;
}

/**
 * votum_resample_juror:
 * @self: the rule
 * @index: which of those who have given marks
 *
 * Returns: its index in the sheet
 */
guint
votum_resample_juror (const VotumResample *self, guint index)
{
  g_return_val_if_fail (index < self->jurors->len, 0);
  return g_array_index (self->jurors, guint, index);
}

/**
 * votum_resample_scores:
 * @self: the rule
 *
 * Returns: (transfer none) (nullable): what each juror alone would give, [entrant][juror], NAN where nothing, if the totals
 *   are the means of that; %NULL if they are not
 */
const double *
votum_resample_scores (const VotumResample *self)
{
  return self->scores;
}
