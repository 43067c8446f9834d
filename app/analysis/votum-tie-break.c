#include "votum-config.h"

#include "votum-tie-break.h"
#include "votum-rationals.h"

#include <stdlib.h>
#include <string.h>

/* Figures are shown with at least this many decimals where they have no end. */
#define SHOWN_DECIMALS 2

typedef struct {
  const VotumTieInput *input;
  const VotumTieStep  *steps;
  guint                n_steps;
  guint               *positions;
  GPtrArray           *splits;
} Chain;

/* An entrant and the figure it is sorted by. */
typedef struct {
  guint entrant;
  mpq_t figure;
} Entry;

static void settle (const Chain *chain, const guint *group, guint n, guint step, guint position);

/**
 * votum_tie_split_free:
 * @self: (nullable) (transfer full): a split
 */
void
votum_tie_split_free (VotumTieSplit *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->group);
  g_ptr_array_unref (self->into);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* Best first; equal ones keep the order of the sheet. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;
  int order = mpq_cmp (right->figure, left->figure);

  return order != 0 ? order : (left->entrant > right->entrant) - (left->entrant < right->entrant);
}

static Entry *
entries_new (const guint *group, guint n)
{
  Entry *entries = g_new (Entry, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      entries[i].entrant = group[i];
      mpq_init (entries[i].figure);
    }
  return entries;
}

static void
entries_free (Entry *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    mpq_clear (entries[i].figure);
  g_free (entries);
}

/* Where the entries that equal the one at @first end. */
static guint
part_end (const Entry *entries, guint n, guint first)
{
  guint end = first + 1;

  while (end < n && mpq_equal (entries[first].figure, entries[end].figure))
    end++;
  return end;
}

static guint
juror_rank (const VotumTieInput *input, guint juror, guint entrant)
{
  return input->juror_ranks[(gsize) juror * input->n_entrants + entrant];
}

/**
 * votum_tie_break_first_places:
 * @input: the jurors' ranks
 * @counts: (array): one initialised rational per entrant, set to the number of jurors who have it first
 *
 * A first place that k entrants share with a juror counts 1/k for each (reference case B06).
 */
void
votum_tie_break_first_places (const VotumTieInput *input, mpq_t *counts)
{
  mpq_t share;

  for (guint i = 0; i < input->n_entrants; i++)
    mpq_set_ui (counts[i], 0, 1);
  if (input->juror_ranks == NULL)
    return;

  mpq_init (share);
  for (guint juror = 0; juror < input->n_jurors; juror++)
    {
      guint best = G_MAXUINT;
      guint n_best = 0;

      for (guint i = 0; i < input->n_entrants; i++)
        {
          guint rank = juror_rank (input, juror, i);

          if (rank == 0 || rank > best)
            continue;
          n_best = rank < best ? 1 : n_best + 1;
          best = rank;
        }
      for (guint i = 0; n_best > 0 && i < input->n_entrants; i++)
        if (juror_rank (input, juror, i) == best)
          {
            mpq_set_ui (share, 1, n_best);
            mpq_add (counts[i], counts[i], share);
          }
    }
  mpq_clear (share);
}

/* How the jurors who have an opinion on both prefer: above 0 if more of them prefer @a. */
static int
majority (const VotumTieInput *input, guint a, guint b)
{
  int balance = 0;

  for (guint juror = 0; juror < input->n_jurors; juror++)
    {
      guint rank_a = juror_rank (input, juror, a);
      guint rank_b = juror_rank (input, juror, b);

      if (rank_a != 0 && rank_b != 0)
        balance += (rank_a < rank_b) - (rank_a > rank_b);
    }
  return balance;
}

/* Wins minus losses against the others of the group, and against nobody else. */
static gboolean
fill_head_to_head (const VotumTieInput *input, Entry *entries, guint n)
{
  if (input->juror_ranks == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      long won = 0;

      for (guint k = 0; k < n; k++)
        {
          int balance = i != k ? majority (input, entries[i].entrant, entries[k].entrant) : 0;

          won += (balance > 0) - (balance < 0);
        }
      mpq_set_si (entries[i].figure, won, 1);
    }
  return TRUE;
}

static gboolean
fill_first_places (const VotumTieInput *input, Entry *entries, guint n)
{
  mpq_t *counts;

  if (input->juror_ranks == NULL)
    return FALSE;
  counts = votum_rationals_new (input->n_entrants);
  votum_tie_break_first_places (input, counts);
  for (guint i = 0; i < n; i++)
    mpq_set (entries[i].figure, counts[entries[i].entrant]);
  votum_rationals_free (counts, input->n_entrants);
  return TRUE;
}

/* Lower is better, and those the chair names come before those left unnamed. */
static gboolean
fill_chair (const VotumTieInput *input, Entry *entries, guint n)
{
  if (input->chair == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint place = input->chair[entries[i].entrant];

      mpq_set_si (entries[i].figure, place != 0 ? -(long) place : -((long) G_MAXUINT + 1), 1);
    }
  return TRUE;
}

/* A figure that somebody in the group lacks says nothing about the group. */
static gboolean
fill_figures (const VotumTieStep *step, Entry *entries, guint n)
{
  if (step->figures == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (step->has_figure != NULL && !step->has_figure[entries[i].entrant])
        return FALSE;
      mpq_set (entries[i].figure, step->figures[entries[i].entrant]);
      if (step->falling)
        mpq_neg (entries[i].figure, entries[i].figure);
    }
  return TRUE;
}

static gboolean
fill (const VotumTieInput *input, const VotumTieStep *step, Entry *entries, guint n)
{
  switch (step->kind)
    {
    case VOTUM_TIE_FIRST_PLACES:
      return fill_first_places (input, entries, n);
    case VOTUM_TIE_HEAD_TO_HEAD:
      return fill_head_to_head (input, entries, n);
    case VOTUM_TIE_CHAIR:
      return fill_chair (input, entries, n);
    case VOTUM_TIE_CRITERIA:
    case VOTUM_TIE_HEAVIEST:
    case VOTUM_TIE_REVOTE:
    default:
      return fill_figures (step, entries, n);
    }
}

/* Undoes what was done to the figure for sorting, and writes it. */
static char *
figure_to_string (const VotumTieStep *step, mpq_srcptr figure, guint decimals)
{
  char *text;
  mpq_t shown;

  if (step->kind == VOTUM_TIE_CHAIR && mpq_cmp_si (figure, -((long) G_MAXUINT + 1), 1) == 0)
    return g_strdup ("");
  mpq_init (shown);
  mpq_set (shown, figure);
  if (step->falling || step->kind == VOTUM_TIE_CHAIR)
    mpq_neg (shown, shown);
  text = votum_rational_to_string (shown, decimals, VOTUM_ROUNDING_HALF_UP);
  mpq_clear (shown);
  if (decimals > 0)
    {
      gsize length = strlen (text);

      while (text[length - 1] == '0')
        text[--length] = '\0';
      if (text[length - 1] == '.')
        text[--length] = '\0';
    }
  return text;
}

/* Whether @decimals show the sorted figures exactly, or at least show the differences between them. */
static gboolean
decimals_suffice (const Entry *entries, guint n, guint decimals)
{
  gboolean exact = TRUE;
  gboolean distinct = decimals >= SHOWN_DECIMALS;
  mpq_t here, before;

  mpq_inits (here, before, NULL);
  for (guint i = 0; i < n && (exact || distinct); i++)
    {
      mpq_set (here, entries[i].figure);
      votum_rational_round (here, decimals, VOTUM_ROUNDING_HALF_UP);
      exact = exact && mpq_equal (here, entries[i].figure);
      if (i > 0 && !mpq_equal (entries[i].figure, entries[i - 1].figure) && mpq_equal (here, before))
        distinct = FALSE;
      mpq_set (before, here);
    }
  mpq_clears (here, before, NULL);
  return exact || distinct;
}

static void
log_split (const Chain *chain, const VotumTieStep *step, const guint *group, guint n, const Entry *entries)
{
  VotumTieSplit *split;
  guint decimals = 0;

  if (chain->splits == NULL)
    return;
  while (decimals < VOTUM_DECIMAL_MAX_SCALE && !decimals_suffice (entries, n, decimals))
    decimals++;

  split = g_new0 (VotumTieSplit, 1);
  split->rule = step->rule;
  split->kind = step->kind;
  split->group = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (guint)), group, n);
  split->into = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  split->values = g_ptr_array_new_with_free_func (g_free);
  for (guint first = 0, end; first < n; first = end)
    {
      GArray *part = g_array_new (FALSE, FALSE, sizeof (guint));

      end = part_end (entries, n, first);
      for (guint i = first; i < end; i++)
        g_array_append_val (part, entries[i].entrant);
      g_ptr_array_add (split->into, part);
    }
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (entries[k].entrant == group[i])
        g_ptr_array_add (split->values, figure_to_string (step, entries[k].figure, decimals));
  g_ptr_array_add (chain->splits, split);
}

/* Goes on with each part of equal figures by itself. */
static void
settle_parts (const Chain *chain, const Entry *entries, guint n, guint step, guint position)
{
  g_autofree guint *part = g_new (guint, MAX (n, 1));

  for (guint first = 0, end; first < n; first = end)
    {
      end = part_end (entries, n, first);
      for (guint i = first; i < end; i++)
        part[i - first] = entries[i].entrant;
      settle (chain, part, end - first, step, position + first);
    }
}

/* Orders a group that is tied by the steps from @step on; its best gets @position. */
static void
settle (const Chain *chain, const guint *group, guint n, guint step, guint position)
{
  Entry *entries;

  if (n == 1 || step == chain->n_steps)
    {
      for (guint i = 0; i < n; i++)
        chain->positions[group[i]] = position;
      return;
    }

  entries = entries_new (group, n);
  if (!fill (chain->input, &chain->steps[step], entries, n))
    settle (chain, group, n, step + 1, position);
  else
    {
      qsort (entries, n, sizeof (Entry), compare_entries);
      if (part_end (entries, n, 0) < n)
        log_split (chain, &chain->steps[step], group, n, entries);
      settle_parts (chain, entries, n, step + 1, position);
    }
  entries_free (entries, n);
}

/**
 * votum_tie_break_rank:
 * @input: scores and preferences
 * @steps: (array length=n_steps): the tie-breaks in the order in which they are tried
 * @n_steps: how many
 * @positions: (array): one entry per entrant, set to its position 1-2-2-4, or 0 if it is not ranked
 * @splits: (nullable) (element-type VotumTieSplit): gets a #VotumTieSplit (transfer full) for every tie
 *   that was settled, wholly or in part, in the order in which it happened
 *
 * Ranks by exact equality of scores. A step splits only the group it is given; the next step works inside
 * each part; what is tied after the last shares its position. A step without figures for somebody in the
 * group is passed over (reference case B06).
 */
void
votum_tie_break_rank (const VotumTieInput *input, const VotumTieStep *steps, guint n_steps,
                      guint *positions, GPtrArray *splits)
{
  Chain chain = { input, steps, n_steps, positions, splits };
  g_autofree guint *group = NULL;
  Entry *entries;
  guint n = 0;

  g_return_if_fail (input != NULL && positions != NULL);

  group = g_new (guint, MAX (input->n_entrants, 1));
  for (guint i = 0; i < input->n_entrants; i++)
    {
      positions[i] = 0;
      if (input->ranked == NULL || input->ranked[i])
        group[n++] = i;
    }
  entries = entries_new (group, n);
  for (guint i = 0; i < n; i++)
    {
      mpq_set (entries[i].figure, input->scores[entries[i].entrant]);
      if (input->falling)
        mpq_neg (entries[i].figure, entries[i].figure);
    }
  qsort (entries, n, sizeof (Entry), compare_entries);
  settle_parts (&chain, entries, n, 0, 1);
  entries_free (entries, n);
}
