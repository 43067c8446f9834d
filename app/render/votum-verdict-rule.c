#include "votum-verdict-private.h"

#include <string.h>

/* The declared rule, said step by step in the order it is carried out, for people who have never seen a formula. */

typedef struct {
  const VotumTerms *terms;
  guint             n_rounds;
  const char       *lang;
  VotumRuleStep     step;      /* what is being said */
  int               wanted;    /* the one step that is asked for, -1: all */
  GPtrArray        *sentences;
} Speaker;

static void
put (Speaker *self,
     char    *sentence)
{
  if (self->wanted < 0 || self->wanted == (int) self->step)
    g_ptr_array_add (self->sentences, sentence);
  else
    g_free (sentence);
}

static void
say (Speaker   *self,
     VotumWord  word)
{
  put (self, g_strdup (votum_words (self->lang, word)));
}

static char *
written (Speaker      *self,
         VotumDecimal  value)
{
  g_autofree char *plain = votum_decimal_to_string (value);

  return votum_words_number (self->lang, plain);
}

/* "3 points to 4, 2 points to 4 and 1 points to 4" */
static void
say_allocation (Speaker *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GArray *allocation = self->terms->allocation;
  g_autofree char *list = NULL;

  self->step = VOTUM_RULE_STEP_ALLOCATION;
  if (allocation == NULL || self->terms->method != VOTUM_METHOD_PLACES)
    return;
  for (guint i = 0; i < allocation->len; i++)
    {
      const VotumAllocation *part = &g_array_index (allocation, VotumAllocation, i);
      g_autofree char *points = written (self, part->points);
      g_autofree char *n = g_strdup_printf ("%u", part->n);
      VotumWord word = strcmp (points, "1") == 0 ? VOTUM_WORD_RULE_ALLOCATION_ONE : VOTUM_WORD_RULE_ALLOCATION_PART;

      g_ptr_array_add (parts, votum_words_format (self->lang, word, "points", points, "n", n, NULL));
    }
  g_ptr_array_add (parts, NULL);
  list = votum_words_list (self->lang, (const char * const *) parts->pdata);
  put (self, votum_words_format (self->lang, VOTUM_WORD_RULE_ALLOCATION, "parts", list, NULL));
}

/* The least number of votes and the share that carries: of finalists where jurors say yes or no to them, and of the proposals
 * that are voted on in a meeting. */
static void
say_vote (Speaker *self)
{
  const VotumTerms *terms = self->terms;
  g_autofree char *quorum = g_strdup_printf ("%u", terms->quorum);
  g_autofree char *share = g_strdup_printf ("%u/%u", terms->majority_part, terms->majority_whole);
  gboolean on_finalists = terms->method == VOTUM_METHOD_YES_NO;
  gboolean half = terms->majority_whole > 0 && terms->majority_whole == 2 * terms->majority_part;

  self->step = VOTUM_RULE_STEP_QUORUM;
  if (terms->quorum > 1)
    put (self, votum_words_format (self->lang, on_finalists ? VOTUM_WORD_RULE_QUORUM : VOTUM_WORD_RULE_VOTE_QUORUM, "n", quorum, NULL));
  self->step = VOTUM_RULE_STEP_MAJORITY;
  if (half)
    say (self, on_finalists ? VOTUM_WORD_RULE_MAJORITY_HALF : VOTUM_WORD_RULE_VOTE_HALF);
  else if (terms->majority_whole > 0)
    put (self, votum_words_format (self->lang, on_finalists ? VOTUM_WORD_RULE_MAJORITY : VOTUM_WORD_RULE_VOTE_MAJORITY, "share", share, NULL));
  if (on_finalists && (terms->quorum > 1 || terms->majority_whole > 0))
    say (self, VOTUM_WORD_RULE_VOTES_ALIKE);
}

/* What a juror adds to a mark, and what is done with paper: no part of the arithmetic. */
static void
say_words (Speaker *self)
{
  self->step = VOTUM_RULE_STEP_COMMENTS;
  if (self->terms->comments == VOTUM_COMMENTS_EXTREMES)
    say (self, VOTUM_WORD_RULE_COMMENTS_EXTREMES);
  else if (self->terms->comments == VOTUM_COMMENTS_ALL)
    say (self, VOTUM_WORD_RULE_COMMENTS_ALL);
  self->step = VOTUM_RULE_STEP_SECOND_READING;
  if (self->terms->second_reading)
    say (self, VOTUM_WORD_RULE_SECOND_READING);
}

static void
say_method (Speaker *self)
{
  self->step = VOTUM_RULE_STEP_METHOD;
  switch (self->terms->method)
    {
    case VOTUM_METHOD_RANK_SUM:
      say (self, VOTUM_WORD_RULE_RANK_SUM);
      say (self, VOTUM_WORD_RULE_SUM_OF_JURY);
      break;
    case VOTUM_METHOD_BORDA:
      say (self, VOTUM_WORD_RULE_BORDA);
      break;
    case VOTUM_METHOD_PLACES:
      say (self, VOTUM_WORD_RULE_PLACES);
      say (self, VOTUM_WORD_RULE_SUM_OF_JURY);
      break;
    case VOTUM_METHOD_YES_NO:
      say (self, VOTUM_WORD_RULE_YES_NO);
      break;
    case VOTUM_METHOD_MARKS:
    default:
      say (self, VOTUM_WORD_RULE_MARKS);
      break;
    }
  say (self, VOTUM_WORD_RULE_MISSING_NEVER_ZERO);
  say_allocation (self);
  say_vote (self);
}

static void
say_minimum (Speaker *self)
{
  guint minimum = self->terms->minimum;
  g_autofree char *n = NULL;

  self->step = VOTUM_RULE_STEP_MINIMUM;
  /* after the highest and the lowest are left out, three remain */
  if (self->terms->correction == VOTUM_CORRECTION_DROP)
    minimum = MAX (minimum, 2 * self->terms->drop + 3);
  n = g_strdup_printf ("%u", minimum);
  if (minimum <= 1)
    say (self, VOTUM_WORD_RULE_MINIMUM_ONE);
  else
    put (self, votum_words_format (self->lang, VOTUM_WORD_RULE_MINIMUM, "n", n, NULL));
}

/* "3 in round 1 and 2 from round 2 on": equal margins at the end are said once. */
static char *
margins_by_round (Speaker *self)
{
  GArray *margins = self->terms->margins;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint last = margins->len - 1;

  while (last > 0 && votum_decimal_compare (g_array_index (margins, VotumDecimal, last),
                                            g_array_index (margins, VotumDecimal, last - 1)) == 0)
    last--;
  for (guint i = 0; i <= last; i++)
    {
      g_autofree char *margin = written (self, g_array_index (margins, VotumDecimal, i));
      g_autofree char *n = g_strdup_printf ("%u", i + 1);

      g_ptr_array_add (parts, votum_words_format (self->lang,
                                                  i == last ? VOTUM_WORD_RULE_CLIP_ROUND_ON : VOTUM_WORD_RULE_CLIP_ROUND,
                                                  "margin", margin, "n", n, NULL));
    }
  g_ptr_array_add (parts, NULL);

  return votum_words_list (self->lang, (const char * const *) parts->pdata);
}

static void
say_clip (Speaker *self)
{
  GArray *margins = self->terms->margins;
  gboolean same = TRUE;
  g_autofree char *text = NULL;

  if (margins == NULL || margins->len == 0)
    return;
  for (guint i = 1; i < margins->len; i++)
    same = same && votum_decimal_compare (g_array_index (margins, VotumDecimal, i), g_array_index (margins, VotumDecimal, 0)) == 0;

  if (same)
    {
      text = written (self, g_array_index (margins, VotumDecimal, 0));
      put (self, votum_words_format (self->lang, VOTUM_WORD_RULE_CLIP, "margin", text, NULL));
    }
  else
    {
      text = margins_by_round (self);
      put (self, votum_words_format (self->lang, VOTUM_WORD_RULE_CLIP_MARGIN, "margins", text, NULL));
    }
}

static void
say_rounding (Speaker       *self,
              VotumRuleStep  step,
              VotumWord      word,
              int            decimals)
{
  g_autofree char *n = g_strdup_printf ("%d", decimals);
  g_autofree char *text = NULL;

  self->step = step;
  if (decimals == VOTUM_EXACT)
    return;
  text = votum_words_format (self->lang, decimals == 0 ? VOTUM_WORD_RULE_DECIMALS_NONE :
                                         decimals == 1 ? VOTUM_WORD_RULE_DECIMALS_ONE : VOTUM_WORD_RULE_DECIMALS,
                             "n", n, NULL);
  put (self, votum_words_format (self->lang, word, "decimals", text, NULL));
}

static void
say_panel (Speaker *self)
{
  const VotumTerms *terms = self->terms;
  g_autofree char *k = g_strdup_printf ("%u", terms->drop);

  self->step = VOTUM_RULE_STEP_CORRECTION;
  if (terms->correction == VOTUM_CORRECTION_CLIP)
    say_clip (self);
  if (terms->correction == VOTUM_CORRECTION_DROP && terms->drop == 1)
    say (self, VOTUM_WORD_RULE_DROP_ONE);
  else if (terms->correction == VOTUM_CORRECTION_DROP)
    put (self, votum_words_format (self->lang, VOTUM_WORD_RULE_DROP, "k", k, NULL));
  say_rounding (self, VOTUM_RULE_STEP_ROUND_MARK, VOTUM_WORD_RULE_ROUND_MARK, terms->round_mark);
  self->step = VOTUM_RULE_STEP_PANEL;
  say (self, terms->correction == VOTUM_CORRECTION_MEDIAN ? VOTUM_WORD_RULE_MEDIAN : VOTUM_WORD_RULE_MEAN);
  say_rounding (self, VOTUM_RULE_STEP_ROUND_PANEL, VOTUM_WORD_RULE_ROUND_PANEL, terms->round_panel);
}

static void
say_weights (Speaker *self)
{
  const VotumTerms *terms = self->terms;

  self->step = VOTUM_RULE_STEP_WEIGHTING;
  say (self, terms->weighting == VOTUM_WEIGHTING_FACTORS ? VOTUM_WORD_RULE_FACTORS : VOTUM_WORD_RULE_SHARES);
  say_rounding (self, VOTUM_RULE_STEP_ROUND_WEIGHTED, VOTUM_WORD_RULE_ROUND_WEIGHTED, terms->round_weighted);
  self->step = VOTUM_RULE_STEP_MISSING;
  if (terms->weighting == VOTUM_WEIGHTING_SHARES)
    say (self, terms->missing == VOTUM_MISSING_GLOBAL ? VOTUM_WORD_RULE_MISSING_GLOBAL : VOTUM_WORD_RULE_MISSING_LOCAL);
}

/* A round's weight as a percentage of its row, where that is a whole one; the plain weight otherwise. */
static char *
round_share (Speaker *self,
             GArray  *row,
             guint    index)
{
  mpq_t sum, part;
  g_autofree char *percent = NULL;

  mpq_inits (sum, part, NULL);
  for (guint i = 0; i < row->len; i++)
    {
      votum_decimal_to_rational (g_array_index (row, VotumDecimal, i), part);
      mpq_add (sum, sum, part);
    }
  votum_decimal_to_rational (g_array_index (row, VotumDecimal, index), part);
  if (mpq_sgn (sum) > 0)
    {
      mpq_div (part, part, sum);
      mpq_set_si (sum, 100, 1);
      mpq_mul (part, part, sum);
      if (mpz_cmp_ui (mpq_denref (part), 1) == 0)
        percent = votum_rational_to_string (part, 0, VOTUM_ROUNDING_HALF_UP);
      else
        percent = votum_rational_to_string (part, 2, VOTUM_ROUNDING_HALF_UP);
    }
  mpq_clears (sum, part, NULL);

  return percent != NULL ? votum_words_percent (self->lang, percent)
                         : written (self, g_array_index (row, VotumDecimal, index));
}

static void
say_rounds (Speaker *self)
{
  GPtrArray *rows = self->terms->round_weights;

  say_rounding (self, VOTUM_RULE_STEP_ROUND_RESULT, VOTUM_WORD_RULE_ROUND_RESULT, self->terms->round_result);
  self->step = VOTUM_RULE_STEP_ROUND_WEIGHTS;
  if (rows == NULL || rows->len == 0)
    {
      if (self->n_rounds > 1)
        put (self, g_strdup (votum_words (self->lang, VOTUM_WORD_RULE_ROUNDS_ALONE)));
      say_rounding (self, VOTUM_RULE_STEP_ROUND_TOTAL, VOTUM_WORD_RULE_ROUND_TOTAL, self->terms->round_total);
      return;
    }

  for (guint r = 0; r < rows->len; r++)
    {
      GArray *row = g_ptr_array_index (rows, r);
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *list = NULL;
      g_autofree char *n = g_strdup_printf ("%u", r + 1);

      if (row->len < 2)
        continue;
      for (guint i = 0; i < row->len; i++)
        {
          g_autofree char *share = round_share (self, row, i);
          g_autofree char *number = g_strdup_printf ("%u", i + 1);

          g_ptr_array_add (parts, votum_words_format (self->lang, VOTUM_WORD_RULE_ROUNDS_PART, "n", number, "share", share, NULL));
        }
      g_ptr_array_add (parts, NULL);
      list = votum_words_list (self->lang, (const char * const *) parts->pdata);
      put (self, votum_words_format (self->lang, VOTUM_WORD_RULE_ROUNDS, "n", n, "parts", list, NULL));
    }
  say_rounding (self, VOTUM_RULE_STEP_ROUND_TOTAL, VOTUM_WORD_RULE_ROUND_TOTAL, self->terms->round_total);
}

static void
say_half (Speaker *self)
{
  const VotumTerms *terms = self->terms;

  self->step = VOTUM_RULE_STEP_ROUNDING;
  if (terms->round_mark == VOTUM_EXACT && terms->round_panel == VOTUM_EXACT && terms->round_weighted == VOTUM_EXACT &&
      terms->round_result == VOTUM_EXACT && terms->round_total == VOTUM_EXACT)
    say (self, VOTUM_WORD_RULE_EXACT);
  else
    say (self, terms->rounding == VOTUM_ROUNDING_HALF_EVEN ? VOTUM_WORD_RULE_HALF_EVEN : VOTUM_WORD_RULE_HALF_UP);
}

static char *
tie_break_text (Speaker             *self,
                const VotumTieBreak *step)
{
  static const VotumWord words[] = {
    [VOTUM_TIE_CRITERIA] = VOTUM_WORD_TIE_CRITERIA_PLAIN,
    [VOTUM_TIE_FIRST_PLACES] = VOTUM_WORD_TIE_FIRST_PLACES,
    [VOTUM_TIE_HEAD_TO_HEAD] = VOTUM_WORD_TIE_HEAD_TO_HEAD,
    [VOTUM_TIE_HEAVIEST] = VOTUM_WORD_TIE_HEAVIEST,
    [VOTUM_TIE_REVOTE] = VOTUM_WORD_TIE_REVOTE,
    [VOTUM_TIE_CHAIR] = VOTUM_WORD_TIE_CHAIR,
  };

  if (step->kind == VOTUM_TIE_CRITERIA && step->criteria != NULL && step->criteria[0] != NULL)
    {
      g_autofree char *list = votum_words_list (self->lang, (const char * const *) step->criteria);

      return votum_words_format (self->lang, VOTUM_WORD_TIE_CRITERIA, "criteria", list, NULL);
    }

  return g_strdup (votum_words (self->lang, words[step->kind]));
}

static void
say_ties (Speaker *self)
{
  GArray *steps = self->terms->tie_breaks;
  g_autoptr (GString) text = g_string_new (NULL);

  self->step = VOTUM_RULE_STEP_TIE_BREAKS;
  say (self, VOTUM_WORD_RULE_POSITIONS);
  if (steps == NULL || steps->len == 0)
    {
      say (self, VOTUM_WORD_RULE_TIES_NONE);
      return;
    }

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *step = tie_break_text (self, &g_array_index (steps, VotumTieBreak, i));

      g_string_append_printf (text, "%s(%u) %s", i > 0 ? ", " : "", i + 1, step);
    }
  put (self, votum_words_format (self->lang, VOTUM_WORD_RULE_TIES, "steps", text->str, NULL));
  say (self, VOTUM_WORD_RULE_TIES_END);
}

static char **
speak (const VotumTerms *terms,
       guint             n_rounds,
       const char       *lang,
       int               wanted)
{
  Speaker self = { terms, n_rounds, lang, VOTUM_RULE_STEP_METHOD, wanted, g_ptr_array_new () };

  say_method (&self);
  if (terms->method == VOTUM_METHOD_MARKS)
    {
      say_minimum (&self);
      say_panel (&self);
      say_weights (&self);
    }
  say_rounds (&self);
  say_half (&self);
  say_ties (&self);
  say_words (&self);
  g_ptr_array_add (self.sentences, NULL);

  return (char **) g_ptr_array_free (self.sentences, FALSE);
}

/**
 * votum_verdict_rule_sentences:
 * @terms: a declared rule
 * @n_rounds: how many rounds it is carried out for
 * @lang: the language to write in
 *
 * Returns: (transfer full) (array zero-terminated=1): the rule in words, one step a sentence
 */
char **
votum_verdict_rule_sentences (const VotumTerms *terms,
                              guint             n_rounds,
                              const char       *lang)
{
  g_return_val_if_fail (terms != NULL, NULL);

  return speak (terms, n_rounds, lang, -1);
}

/**
 * votum_verdict_rule_step:
 * @terms: a declared rule
 * @n_rounds: how many rounds it is carried out for
 * @lang: the language to write in
 * @step: one of its steps
 *
 * What votum_verdict_rule_sentences() says of one step, to stand beside the place where it is changed.
 *
 * Returns: (transfer full): its sentences, or "" where the rule says nothing of it
 */
char *
votum_verdict_rule_step (const VotumTerms *terms,
                         guint             n_rounds,
                         const char       *lang,
                         VotumRuleStep     step)
{
  g_auto(GStrv) sentences = NULL;

  g_return_val_if_fail (terms != NULL, NULL);

  sentences = speak (terms, n_rounds, lang, (int) step);

  return g_strjoinv (" ", sentences);
}
