#include "votum-config.h"

#include "votum-error.h"
#include "votum-pairwise.h"
#include "votum-result-private.h"

#include <glib/gi18n-lib.h>

/* The methods that count places or points by place instead of marks. */

/**
 * votum_places_check:
 * @sheet: a sheet
 * @terms: a rule that counts places
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %VOTUM_ERROR_INVALID if the sheet doesn't have exactly one criterion, judged
 */
gboolean
votum_places_check (const VotumSheet *sheet, const VotumTerms *terms, GError **error)
{
  guint n = votum_sheet_n_leaves (sheet);

  if (n == 0 || (n == 1 && !votum_sheet_node (sheet, votum_sheet_leaf_node (sheet, 0))->measured))
    return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The rule counts each juror's places, so there can be only one criterion, and the jury must judge it. Remove the others, or choose a rule by marks."));
  return FALSE;
}

static gboolean
has_place (const VotumResult *self, guint round, guint entrant, guint juror)
{
  return votum_sheet_in_round (self->sheet, round, entrant) &&
         votum_sheet_cell (self->sheet, round, entrant, juror, 0)->state == VOTUM_CELL_VALUE;
}

static gboolean
gave_any (const VotumResult *self, guint round, guint juror)
{
  for (guint i = 0; i < self->n_entrants; i++)
    if (has_place (self, round, i, juror))
      return TRUE;
  return FALSE;
}

/* Whom a juror gave none of so many points has got nought from that juror, unless the juror is recused or saw nothing. */
static gboolean
got_none (const VotumResult *self, guint round, guint entrant, guint juror)
{
  return self->terms->method == VOTUM_METHOD_PLACES && self->terms->allocation != NULL && votum_sheet_in_round (self->sheet, round, entrant) &&
         votum_sheet_cell (self->sheet, round, entrant, juror, 0)->state == VOTUM_CELL_NONE && gave_any (self, round, juror);
}

static void
count_places (VotumResult *self, guint round)
{
  for (guint i = 0; i < self->n_entrants; i++)
    for (guint juror = 0; juror < self->n_jurors; juror++)
      if (has_place (self, round, i, juror) || got_none (self, round, i, juror))
        self->n_marks[votum_result_at_leaf (self, round, i, 0)]++;
}

/* How many jurors gave anybody a place in the round. */
static guint
count_jurors (const VotumResult *self, guint round)
{
  guint n = 0;

  for (guint juror = 0; juror < self->n_jurors; juror++)
    n += gave_any (self, round, juror);
  return n;
}

static void
add_up (const VotumResult *self, guint round, guint entrant, mpq_ptr sum)
{
  mpq_t place;

  mpq_init (place);
  for (guint juror = 0; juror < self->n_jurors; juror++)
    if (has_place (self, round, entrant, juror))
      {
        votum_decimal_to_rational (votum_sheet_cell (self->sheet, round, entrant, juror, 0)->value, place);
        mpq_add (sum, sum, place);
      }
  mpq_clear (place);
}

/* Of those who gave anybody points, the ones who are recused from the entrant or saw nothing of it. */
static guint
count_silent (const VotumResult *self, guint round, guint entrant)
{
  guint n = 0;

  for (guint juror = 0; juror < self->n_jurors; juror++)
    {
      guint8 state = votum_sheet_cell (self->sheet, round, entrant, juror, 0)->state;

      n += (state == VOTUM_CELL_RECUSED || state == VOTUM_CELL_NOT_OBSERVED) && gave_any (self, round, juror);
    }
  return n;
}

/* A juror who left the room for one entrant must not make its sum smaller, of places or of points: the mean of the others,
 * times the number of jurors. With nobody recused that is the plain sum. */
static void
scale_to_jury (mpq_ptr sum, guint n_jurors, guint n_places)
{
  mpq_t factor;

  if (n_places == 0 || n_places == n_jurors)
    return;
  mpq_init (factor);
  mpq_set_ui (factor, n_jurors, n_places);
  mpq_canonicalize (factor);
  mpq_mul (sum, sum, factor);
  mpq_clear (factor);
}

static void
compute_sums (VotumResult *self, guint round)
{
  guint n_jurors = count_jurors (self, round);

  for (guint i = 0; i < self->n_entrants; i++)
    {
      gsize at = votum_result_at_leaf (self, round, i, 0);

      add_up (self, round, i, self->panels[at]);
      if (self->terms->method == VOTUM_METHOD_RANK_SUM)
        scale_to_jury (self->panels[at], n_jurors, self->n_marks[at]);
      else if (self->terms->method == VOTUM_METHOD_PLACES)
        scale_to_jury (self->panels[at], n_jurors, n_jurors - count_silent (self, round, i));
    }
}

/* Places of one juror as ranks; only their order is looked at. */
static void
read_ranks (const VotumResult *self, guint round, guint juror, guint *ranks)
{
  for (guint i = 0; i < self->n_entrants; i++)
    {
      ranks[i] = 0;
      if (!has_place (self, round, i, juror))
        continue;
      ranks[i] = 1;
      for (guint k = 0; k < self->n_entrants; k++)
        if (has_place (self, round, k, juror) &&
            votum_decimal_compare (votum_sheet_cell (self->sheet, round, k, juror, 0)->value,
                                   votum_sheet_cell (self->sheet, round, i, juror, 0)->value) < 0)
          ranks[i]++;
    }
}

static void
compute_borda (VotumResult *self, guint round)
{
  g_autofree guint *ranks = g_new (guint, MAX (self->n_entrants, 1));
  mpq_t *means = votum_rationals_new (self->n_entrants);
  g_autoptr(VotumPairwise) pairwise = votum_pairwise_new (self->n_entrants);
  g_autofree guint8 *has = g_new0 (guint8, MAX (self->n_entrants, 1));

  for (guint juror = 0; juror < self->n_jurors; juror++)
    {
      read_ranks (self, round, juror, ranks);
      votum_pairwise_add_ballot (pairwise, ranks, 1);
    }
  votum_pairwise_borda_mean (pairwise, means, has);
  for (guint i = 0; i < self->n_entrants; i++)
    {
      gsize at = votum_result_at_leaf (self, round, i, 0);

      /* placed by jurors who placed nobody else: there is nothing to compare with */
      if (!has[i])
        self->n_marks[at] = 0;
      mpq_set (self->panels[at], means[i]);
    }
  votum_rationals_free (means, self->n_entrants);
}

/* More than the declared share of the votes says yes; where none is declared, any number of votes will do. */
static gboolean
is_carried (const VotumResult *self, mpq_srcptr yes, guint n_votes)
{
  const VotumTerms *terms = self->terms;
  gboolean carried;
  mpq_t share;

  if (terms->method != VOTUM_METHOD_YES_NO || terms->majority_whole == 0)
    return TRUE;
  mpq_init (share);
  mpq_set_ui (share, (gulong) terms->majority_part * n_votes, terms->majority_whole);
  mpq_canonicalize (share);
  carried = mpq_cmp (yes, share) > 0;
  mpq_clear (share);
  return carried;
}

static guint
least_votes (const VotumTerms *terms)
{
  return terms->method == VOTUM_METHOD_YES_NO ? MAX (terms->minimum, terms->quorum) : terms->minimum;
}

static void
finish_entrant (VotumResult *self, guint round, guint entrant)
{
  gsize at = votum_result_at (self, round, entrant);
  gsize panel = votum_result_at_leaf (self, round, entrant, 0);

  if (!votum_sheet_in_round (self->sheet, round, entrant))
    self->states[at] = VOTUM_STANDING_NOT_IN_ROUND;
  else if (self->n_marks[panel] == 0)
    self->states[at] = VOTUM_STANDING_NO_MARKS;
  else if (self->n_marks[panel] < least_votes (self->terms))
    self->states[at] = VOTUM_STANDING_TOO_FEW;
  else if (!is_carried (self, self->panels[panel], self->n_marks[panel]))
    {
      self->states[at] = VOTUM_STANDING_NOT_CARRIED;
      self->has_panel[panel] = TRUE;
    }
  else
    {
      self->states[at] = VOTUM_STANDING_RANKED;
      self->has_panel[panel] = TRUE;
      if (self->terms->round_panel != VOTUM_EXACT)
        votum_rational_round (self->panels[panel], (guint) self->terms->round_panel, self->terms->rounding);
      mpq_set (self->weighted[panel], self->panels[panel]);
      mpq_set (self->rounds[at], self->panels[panel]);
      if (self->terms->round_result != VOTUM_EXACT)
        votum_rational_round (self->rounds[at], (guint) self->terms->round_result, self->terms->rounding);
      self->has_round[at] = TRUE;
    }
}

/**
 * votum_places_compute_round:
 * @self: a result being computed, whose rule counts places
 * @round: index of a round
 *
 * Rank sum: the mean place times the number of jurors who placed anybody, which is the plain sum where
 * nobody is recused. Borda: the mean over the jurors of (beaten + half tied) / (n - 1), n being how many
 * the juror placed. Points by place: the sum, worked up to the whole jury where somebody is recused; where the rule says how many
 * points go to how many, whom a juror gave none has got nought. Yes or no: how many say yes, with a quorum and a majority where the rule has them. Corrections and
 * weights have nothing to act on.
 */
void
votum_places_compute_round (VotumResult *self, guint round)
{
  if (self->n_leaves == 0)
    {
      for (guint i = 0; i < self->n_entrants; i++)
        self->states[votum_result_at (self, round, i)] = votum_sheet_in_round (self->sheet, round, i)
                                                           ? VOTUM_STANDING_NO_MARKS : VOTUM_STANDING_NOT_IN_ROUND;
      return;
    }
  count_places (self, round);
  if (self->terms->method == VOTUM_METHOD_BORDA)
    compute_borda (self, round);
  else
    compute_sums (self, round);
  for (guint i = 0; i < self->n_entrants; i++)
    finish_entrant (self, round, i);
}
