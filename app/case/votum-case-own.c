#include "votum-config.h"

#include "votum-case-progress.h"
#include "votum-case-standing-private.h"

/* One juror's own work: what a mark was before, whether its change asks for a reason, what the marks come to so far. */

/* The same juror's mark for the same in the latest round before that has one. */
static const VotumMark *
mark_before (VotumCase       *self,
             const VotumMark *mark)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (self);
  const VotumMark *before = NULL;

  for (guint i = 0; i < rounds->len; i++)
    {
      gint64 round = votum_thing_get_id (g_ptr_array_index (rounds, i));
      const VotumMark *found;

      if (round == mark->round)
        return before;
      found = votum_marks_lookup (self->marks, round, mark->entrant, mark->juror, mark->criterion);
      if (found != NULL)
        before = found;
    }

  return NULL;
}

/**
 * votum_case_mark_before:
 * @self: a case
 * @mark: a mark
 *
 * Returns: (transfer none) (nullable): the same juror's mark for the same entrant and criterion in the latest round before
 *   that has one, until the case changes; %NULL also where it may not be seen
 */
const VotumMark *
votum_case_mark_before (VotumCase       *self,
                        const VotumMark *mark)
{
  const VotumMark *before = mark_before (self, mark);

  return before != NULL && votum_case_may_see_mark (self, before) ? before : NULL;
}

static gboolean
is_beyond (VotumDecimal a,
           VotumDecimal b,
           VotumDecimal step,
           VotumDecimal limit)
{
  mpq_t change, other, most;
  gboolean beyond;

  mpq_inits (change, other, most, NULL);
  votum_decimal_to_rational (a, change);
  votum_decimal_to_rational (b, other);
  mpq_sub (change, change, other);
  mpq_abs (change, change);
  votum_decimal_to_rational (step, other);
  votum_decimal_to_rational (limit, most);
  mpq_mul (most, most, other);
  beyond = mpq_cmp (change, most) > 0;
  mpq_clears (change, other, most, NULL);

  return beyond;
}

/* Whether the mark is far from the same one in the round before. */
static gboolean
has_changed_much (VotumCase       *self,
                  VotumThing      *rule,
                  VotumThing      *scale,
                  const VotumMark *mark)
{
  const VotumMark *before = mark_before (self, mark);
  VotumDecimal limit, step;

  if (before == NULL || before->state != VOTUM_MARK_VALUE || (before->digits == mark->digits && before->scale == mark->scale))
    return FALSE;

  return votum_thing_get_decimal (rule, VOTUM_RULE_CHANGE_LIMIT, &limit) && votum_thing_get_decimal (scale, VOTUM_SCALE_STEP, &step) &&
         is_beyond (votum_mark_value (mark), votum_mark_value (before), step, limit);
}

static gboolean
is_at (VotumThing      *scale,
       guint            field,
       const VotumMark *mark)
{
  VotumDecimal end;

  return votum_thing_get_decimal (scale, field, &end) && votum_decimal_compare (end, votum_mark_value (mark)) == 0;
}

/**
 * votum_case_comment_demand:
 * @self: a case
 * @mark: a mark, in the case or about to be given
 *
 * Returns: which words the rule of the round asks for with @mark, whether or not it has them
 */
VotumDemand
votum_case_comment_demand (VotumCase       *self,
                           const VotumMark *mark)
{
  VotumThing *entrant = votum_case_lookup (self, mark->entrant);
  VotumThing *criterion = votum_case_lookup (self, mark->criterion);
  VotumThing *class = entrant != NULL ? votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS)) : NULL;
  VotumRule *rule = entrant != NULL ? votum_case_get_round_rule (self, votum_case_lookup (self, mark->round), class) : NULL;
  VotumScale *scale = criterion != NULL ? votum_case_get_scale (self, criterion) : NULL;

  if (mark->state != VOTUM_MARK_VALUE || rule == NULL)
    return VOTUM_DEMAND_NONE;
  if (votum_thing_is_set (VOTUM_THING (rule), VOTUM_RULE_COMMENTS))
    {
      if (votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_COMMENTS) == VOTUM_RULE_COMMENTS_ALL)
        return VOTUM_DEMAND_ALL;
      if (scale != NULL && (is_at (VOTUM_THING (scale), VOTUM_SCALE_MIN, mark) || is_at (VOTUM_THING (scale), VOTUM_SCALE_MAX, mark)))
        return VOTUM_DEMAND_EXTREME;
    }

  return scale != NULL && has_changed_much (self, VOTUM_THING (rule), VOTUM_THING (scale), mark) ? VOTUM_DEMAND_CHANGE : VOTUM_DEMAND_NONE;
}

/**
 * votum_case_change_needs_reason:
 * @self: a case
 * @mark: a mark, in the case or about to be given
 *
 * Returns: whether @mark has no comment and the rule asks for one: since it differs from the same mark in the round before by
 *   more steps of its scale than the rule lets pass, or since of what it is
 */
gboolean
votum_case_change_needs_reason (VotumCase       *self,
                                const VotumMark *mark)
{
  return (mark->comment == NULL || *mark->comment == '\0') && votum_case_comment_demand (self, mark) != VOTUM_DEMAND_NONE;
}

static GPtrArray *
only (VotumThing *thing)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (things, g_object_ref (thing));

  return things;
}

static gboolean
lay_out_marks (VotumCase     *self,
               VotumStanding *standing)
{
  gboolean any = FALSE;

  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      const VotumMark *mark = votum_case_get_mark (self, standing->rounds->pdata[0], standing->entrants->pdata[0],
                                                   standing->jurors->pdata[0], standing->leaves->pdata[leaf]);
      VotumCell cell;

      if (mark == NULL)
        continue;
      cell.value = votum_mark_value (mark);
      cell.state = mark->state == VOTUM_MARK_VALUE ? VOTUM_CELL_VALUE : VOTUM_CELL_NOT_OBSERVED;
      votum_sheet_set_cell (standing->sheet, 0, 0, 0, leaf, cell);
      any |= mark->state == VOTUM_MARK_VALUE;
    }

  return any;
}

/**
 * votum_case_own_total:
 * @self: a case
 * @round: a round
 * @entrant: an entrant
 * @juror: a juror
 * @decimals: how many decimals to show where the rule does not round
 *
 * What the marks of @juror for @entrant come to so far, by the weights and roundings of the rule; measures count as they
 * do in the result. Criteria without a mark give their weight to the others, as the rule says.
 *
 * Returns: (transfer full) (nullable): an exact decimal, or %NULL where no mark is given that may be seen
 */
char *
votum_case_own_total (VotumCase  *self,
                      VotumThing *round,
                      VotumThing *entrant,
                      VotumThing *juror,
                      guint       decimals)
{
  g_autoptr(VotumStanding) standing = g_new0 (VotumStanding, 1);
  g_autoptr(VotumTerms) terms = NULL;
  VotumThing *class = votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  VotumRule *rule = votum_case_get_rule (self, class);

  if (rule == NULL)
    return NULL;
  g_set_object (&standing->class, class);
  g_set_object (&standing->rule, rule);
  standing->terms = votum_rule_get_terms (rule, NULL);
  if (standing->terms == NULL)
    return NULL;
  terms = votum_terms_for_one (standing->terms);
  terms->method = VOTUM_METHOD_MARKS;

  standing->rounds = only (round);
  standing->entrants = only (entrant);
  standing->jurors = only (juror);
  votum_standing_collect_criteria (standing, self);
  standing->sheet = votum_sheet_new (1, 1, 1);
  votum_standing_add_nodes (standing, self, NULL);
  if (!lay_out_marks (self, standing))
    return NULL;
  votum_standing_add_measures (standing, self);
  standing->result = votum_result_compute (standing->sheet, terms, NULL, NULL);

  return standing->result != NULL ? votum_result_round (standing->result, 0, 0, decimals) : NULL;
}
