#include "votum-config.h"

#include "votum-error.h"
#include "votum-result-private.h"

#include <glib/gi18n-lib.h>

/* The steps of a rule's chain of tie-breaks, with the figures of one round. */
typedef struct {
  GArray    *steps;    /* of VotumTieStep */
  GPtrArray *figures;  /* of mpq_t*, owned */
  GPtrArray *has;      /* of guint8*, owned */
  guint      n;        /* entrants */
} Steps;

/**
 * votum_ranking_check:
 * @sheet: a sheet
 * @terms: a rule
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %VOTUM_ERROR_INVALID if a tie-break names a criterion that the sheet doesn't have
 */
gboolean
votum_ranking_check (const VotumSheet *sheet, const VotumTerms *terms, GError **error)
{
  for (guint i = 0; i < terms->tie_breaks->len; i++)
    {
      const VotumTieBreak *tie = &g_array_index (terms->tie_breaks, VotumTieBreak, i);

      for (guint k = 0; tie->criteria != NULL && tie->criteria[k] != NULL; k++)
        if (votum_sheet_find_node (sheet, tie->criteria[k]) < 0)
          {
            g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                         _("A tie-break of the rule names the criterion “%s”, which there isn’t. Name one of the award’s criteria."),
                         tie->criteria[k]);
            return FALSE;
          }
    }
  return TRUE;
}

static void
steps_init (Steps *self, guint n)
{
  self->steps = g_array_new (FALSE, TRUE, sizeof (VotumTieStep));
  self->figures = g_ptr_array_new ();
  self->has = g_ptr_array_new_with_free_func (g_free);
  self->n = n;
}

static void
steps_clear (Steps *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    votum_rationals_free (self->figures->pdata[i], self->n);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->has);
  g_array_unref (self->steps);
}

static void
steps_add (Steps *self, guint rule, VotumTieKind kind, mpq_t *figures, guint8 *has, gboolean falling)
{
  VotumTieStep step = { rule, kind, (const mpq_t *) figures, has, falling };

  g_array_append_val (self->steps, step);
  if (figures != NULL)
    {
      g_ptr_array_add (self->figures, figures);
      g_ptr_array_add (self->has, has);
    }
}

/* A named leaf counts, and all judged leaves below a named group. */
static guint8 *
named_leaves (const VotumSheet *sheet, char **keys)
{
  guint8 *named = g_new0 (guint8, MAX (votum_sheet_n_leaves (sheet), 1));

  for (guint i = 0; i < votum_sheet_n_leaves (sheet); i++)
    {
      int at = (int) votum_sheet_leaf_node (sheet, i);
      const VotumSheetNode *leaf = votum_sheet_node (sheet, (guint) at);

      for (; at >= 0 && !named[i]; at = votum_sheet_node (sheet, (guint) at)->parent)
        named[i] = g_strv_contains ((const char * const *) keys, votum_sheet_node (sheet, (guint) at)->key) &&
                   (!leaf->measured || votum_sheet_node (sheet, (guint) at) == leaf);
    }
  return named;
}

/* sum(w v) / sum(w) over the leaves in question that the entrant has a value of; the plain mean where
 * none of them weighs anything. */
static gboolean
score_on_leaves (const VotumResult *self, guint round, guint entrant, const guint8 *leaves, mpq_ptr score)
{
  mpq_t sum, plain, term;
  guint n = 0;

  mpq_inits (sum, plain, term, NULL);
  mpq_set_ui (score, 0, 1);
  for (guint i = 0; i < self->n_leaves; i++)
    {
      gsize at = votum_result_at_leaf (self, round, entrant, i);

      if (!leaves[i] || !self->has_panel[at])
        continue;
      n++;
      mpq_add (plain, plain, self->panels[at]);
      mpq_add (sum, sum, votum_weights_leaf (self->weights, i));
      mpq_mul (term, votum_weights_leaf (self->weights, i), self->panels[at]);
      mpq_add (score, score, term);
    }
  if (n > 0 && mpq_sgn (sum) == 0)
    {
      mpq_set (score, plain);
      mpq_set_ui (sum, n, 1);
    }
  if (n > 0)
    mpq_div (score, score, sum);
  mpq_clears (sum, plain, term, NULL);
  return n > 0;
}

static void
add_leaves_step (Steps *steps, const VotumResult *self, guint round, guint rule, VotumTieKind kind, const guint8 *leaves)
{
  mpq_t *figures = votum_rationals_new (self->n_entrants);
  guint8 *has = g_new0 (guint8, MAX (self->n_entrants, 1));

  for (guint i = 0; i < self->n_entrants; i++)
    has[i] = score_on_leaves (self, round, i, leaves, figures[i]);
  steps_add (steps, rule, kind, figures, has, votum_result_has_lowest_first (self));
}

static guint8 *
heaviest_leaf (const VotumResult *self)
{
  guint8 *leaves = g_new0 (guint8, MAX (self->n_leaves, 1));
  guint heaviest = 0;

  for (guint i = 1; i < self->n_leaves; i++)
    if (mpq_cmp (votum_weights_leaf (self->weights, i), votum_weights_leaf (self->weights, heaviest)) > 0)
      heaviest = i;
  leaves[heaviest] = self->n_leaves > 0;
  return leaves;
}

/* The revotes between the round and the next that counts, each splitting what the one before has left. */
static void
add_revotes (Steps *steps, const VotumResult *self, guint round, guint rule)
{
  for (guint k = round + 1; k < self->n_rounds && votum_sheet_is_revote (self->sheet, k); k++)
    {
      mpq_t *figures = votum_rationals_new (self->n_entrants);
      guint8 *has = g_new0 (guint8, MAX (self->n_entrants, 1));

      for (guint i = 0; i < self->n_entrants; i++)
        {
          has[i] = self->has_round[votum_result_at (self, k, i)];
          mpq_set (figures[i], self->rounds[votum_result_at (self, k, i)]);
        }
      steps_add (steps, rule, VOTUM_TIE_REVOTE, figures, has, votum_result_has_lowest_first (self));
    }
}

static gboolean
add_steps (Steps *steps, const VotumResult *self, guint round)
{
  gboolean asks_jurors = FALSE;

  for (guint i = 0; i < self->terms->tie_breaks->len; i++)
    {
      const VotumTieBreak *tie = &g_array_index (self->terms->tie_breaks, VotumTieBreak, i);
      g_autofree guint8 *leaves = NULL;

      switch (tie->kind)
        {
        case VOTUM_TIE_CRITERIA:
          leaves = named_leaves (self->sheet, tie->criteria);
          add_leaves_step (steps, self, round, i, tie->kind, leaves);
          break;
        case VOTUM_TIE_HEAVIEST:
          leaves = heaviest_leaf (self);
          add_leaves_step (steps, self, round, i, tie->kind, leaves);
          break;
        case VOTUM_TIE_REVOTE:
          add_revotes (steps, self, round, i);
          break;
        case VOTUM_TIE_FIRST_PLACES:
        case VOTUM_TIE_HEAD_TO_HEAD:
          asks_jurors = TRUE;
          steps_add (steps, i, tie->kind, NULL, NULL, FALSE);
          break;
        case VOTUM_TIE_CHAIR:
        default:
          steps_add (steps, i, tie->kind, NULL, NULL, FALSE);
          break;
        }
    }
  return asks_jurors;
}

static gboolean
mark_shared (VotumResult *self, guint round)
{
  guint *positions = self->positions + votum_result_at (self, round, 0);
  g_autofree guint *n_at = g_new0 (guint, self->n_entrants + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_entrants; i++)
    n_at[positions[i]]++;
  for (guint i = 0; i < self->n_entrants; i++)
    {
      self->shared[votum_result_at (self, round, i)] = positions[i] != 0 && n_at[positions[i]] > 1;
      any = any || self->shared[votum_result_at (self, round, i)];
    }
  return any;
}

/* Only where somebody is tied are the tie-breaks worked out. */
static void
break_ties (VotumResult *self, guint round, VotumTieInput *input)
{
  g_autofree guint *ranks = NULL;
  g_autofree guint *chair = g_new0 (guint, MAX (self->n_entrants, 1));
  Steps steps;

  for (guint i = 0; i < self->n_entrants; i++)
    chair[i] = votum_sheet_chair_place (self->sheet, round, i);
  input->chair = chair;
  steps_init (&steps, self->n_entrants);
  if (add_steps (&steps, self, round))
    {
      g_autoptr(VotumPreferences) preferences = votum_preferences_new (self);

      ranks = votum_preferences_ranks (preferences, round);
      input->juror_ranks = ranks;
    }
  votum_tie_break_rank (input, (const VotumTieStep *) (gpointer) steps.steps->data, steps.steps->len,
                        self->positions + votum_result_at (self, round, 0), self->splits->pdata[round]);
  steps_clear (&steps);
}

/**
 * votum_ranking_compute_round:
 * @self: a result being computed, with the totals after @round
 * @round: index of a round that counts
 *
 * Gives the positions after the round, 1-2-2-4, and settles ties by the rule's chain. The jurors'
 * preferences are taken from their own totals in this round.
 */
void
votum_ranking_compute_round (VotumResult *self, guint round)
{
  gsize at = votum_result_at (self, round, 0);
  VotumTieInput input = {
    .n_entrants = self->n_entrants,
    .n_jurors = self->n_jurors,
    .scores = (const mpq_t *) self->totals + at,
    .ranked = self->has_total + at,
    .falling = votum_result_has_lowest_first (self),
  };

  votum_tie_break_rank (&input, NULL, 0, self->positions + at, NULL);
  if (mark_shared (self, round) && self->terms->tie_breaks->len > 0)
    {
      break_ties (self, round, &input);
      mark_shared (self, round);
    }
}
