#include "votum-config.h"

#include "votum-case-result.h"

#include "votum-case-standing-private.h"

/* Which rule a round is marked by, where it has its own: a first round by points to so many, the last by places. Rounds by
 * different rules have no common figures, so that a result is of those by the same rule alone. */

/**
 * votum_case_get_round_rule:
 * @self: a case
 * @round: (nullable): a round
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer none) (nullable): the rule that the marks of @round are given by: its own, or that of the class or the award
 */
VotumRule *
votum_case_get_round_rule (VotumCase  *self,
                           VotumThing *round,
                           VotumThing *class_thing)
{
  VotumThing *own = round != NULL ? votum_case_lookup (self, votum_thing_get_ref (round, VOTUM_ROUND_RULE)) : NULL;

  return own != NULL ? VOTUM_RULE (own) : votum_case_get_rule (self, class_thing);
}

static gboolean
is_revote (VotumThing *round)
{
  return votum_thing_get_choice (round, VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE;
}

/**
 * votum_case_is_round_of:
 * @self: a case
 * @round: a round
 * @class_thing: (nullable): a class
 *
 * Returns: whether @round is one of @class_thing: a revote among the tied of other classes is not
 */
gboolean
votum_case_is_round_of (VotumCase  *self,
                        VotumThing *round,
                        VotumThing *class_thing)
{
  GListModel *entries = votum_case_get_things (self, VOTUM_KIND_ROUND_ENTRY);
  gboolean elsewhere = FALSE;

  if (class_thing == NULL || !is_revote (round))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(VotumThing) entry = g_list_model_get_item (entries, i);
      VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT));

      if (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ROUND) != votum_thing_get_id (round) || entrant == NULL)
        continue;
      if (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == votum_thing_get_id (class_thing))
        return TRUE;
      elsewhere = TRUE;
    }

  return !elsewhere;
}

/**
 * votum_case_deciding_rule:
 * @self: a case
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer none) (nullable): the rule of the latest round that has marks; a revote goes by the round before it
 */
VotumRule *
votum_case_deciding_rule (VotumCase  *self,
                          VotumThing *class_thing)
{
  g_autoptr(GPtrArray) rounds = votum_case_in_order (self, VOTUM_KIND_ROUND);

  for (guint i = rounds->len; i > 0; i--)
    {
      VotumThing *round = g_ptr_array_index (rounds, i - 1);
      guint n_marks;

      votum_marks_range (self->marks, votum_thing_get_id (round), 0, 0, &n_marks);
      if (n_marks > 0 && !is_revote (round))
        return votum_case_get_round_rule (self, round, class_thing);
    }

  return votum_case_get_rule (self, class_thing);
}

/**
 * votum_case_rounds_by:
 * @self: a case
 * @rule: a rule, which need not be one of the case
 * @class_thing: (nullable): a class
 *
 * Returns: (transfer full) (element-type VotumThing): the rounds that are marked by @rule, each with its revotes, but for revotes among
 *   the tied of other classes; all of them where none is
 */
GPtrArray *
votum_case_rounds_by (VotumCase  *self,
                      VotumRule  *rule,
                      VotumThing *class_thing)
{
  GPtrArray *rounds = votum_case_in_order (self, VOTUM_KIND_ROUND);
  g_autoptr(GPtrArray) by = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean taken = FALSE;

  for (guint i = 0; i < rounds->len; i++)
    {
      VotumThing *round = g_ptr_array_index (rounds, i);
      VotumRule *own = votum_case_get_round_rule (self, round, class_thing);

      if (!is_revote (round))
        taken = own != NULL && votum_thing_get_id (VOTUM_THING (own)) == votum_thing_get_id (VOTUM_THING (rule));
      if (taken && votum_case_is_round_of (self, round, class_thing))
        g_ptr_array_add (by, g_object_ref (round));
    }
  if (by->len == 0)
    return rounds;
  g_ptr_array_unref (rounds);

  return g_steal_pointer (&by);
}

/**
 * votum_case_round_has_marks:
 * @self: a case
 * @round: a round
 *
 * Returns: whether marks have been given in @round
 */
gboolean
votum_case_round_has_marks (VotumCase  *self,
                            VotumThing *round)
{
  guint n_marks;

  votum_marks_range (self->marks, votum_thing_get_id (round), 0, 0, &n_marks);

  return n_marks > 0;
}

/* Whether the award or a class goes by @rule. */
static gboolean
is_general (VotumCase  *self,
            VotumThing *rule)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (self);
  gpointer plain = votum_case_get_rule (self, NULL);

  for (guint i = 0; i < classes->len && plain != rule; i++)
    plain = votum_case_get_rule (self, g_ptr_array_index (classes, i));

  return plain == rule;
}

/**
 * votum_case_rule_is_in_use:
 * @self: a case
 * @rule: a rule
 *
 * Returns: whether marks have been given by @rule: in a round that has it for its own, or in one without where the award or a class
 *   goes by it
 */
gboolean
votum_case_rule_is_in_use (VotumCase  *self,
                           VotumThing *rule)
{
  g_autoptr(GPtrArray) rounds = votum_case_in_order (self, VOTUM_KIND_ROUND);
  gboolean general = is_general (self, votum_case_lookup (self, votum_thing_get_id (rule)));

  for (guint i = 0; i < rounds->len; i++)
    {
      VotumThing *round = g_ptr_array_index (rounds, i);
      gint64 own = votum_thing_get_ref (round, VOTUM_ROUND_RULE);

      if ((own == votum_thing_get_id (rule) || (own == 0 && general)) && votum_case_round_has_marks (self, round))
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_case_compute_others:
 * @self: a case
 * @standing: a result
 *
 * What came of the rounds that went by other rules than those of @standing. They stand for themselves: places and points are not
 * added to marks.
 *
 * Returns: (transfer full) (element-type VotumStanding): a result for each other rule that has marks, in the order of their rounds
 */
GPtrArray *
votum_case_compute_others (VotumCase     *self,
                           VotumStanding *standing)
{
  g_autoptr(GPtrArray) rounds = votum_case_in_order (self, VOTUM_KIND_ROUND);
  g_autoptr(GHashTable) done = g_hash_table_new (NULL, NULL);
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_standing_free);

  for (guint i = 0; i < standing->rounds->len; i++)
    g_hash_table_add (done, g_ptr_array_index (standing->rounds, i));
  for (guint i = 0; i < rounds->len; i++)
    {
      VotumThing *round = g_ptr_array_index (rounds, i);
      VotumRule *rule = votum_case_get_round_rule (self, round, standing->class);
      VotumStanding *other;

      if (rule == NULL || g_hash_table_contains (done, round) || is_revote (round) || !votum_case_round_has_marks (self, round))
        continue;
      other = votum_standing_compute_for (self, standing->class, rule, NULL, NULL, NULL);
      if (other == NULL)
        continue;
      for (guint r = 0; r < other->rounds->len; r++)
        g_hash_table_add (done, g_ptr_array_index (other->rounds, r));
      g_ptr_array_add (others, other);
    }

  return others;
}
