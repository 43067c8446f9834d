#include "votum-config.h"

#include "votum-case-revote.h"

#include <glib/gi18n-lib.h>

#include "votum-case-keys.h"
#include "votum-case-private.h"
#include "votum-error.h"

/**
 * votum_standing_find_tie:
 * @standing: a standing with its result
 * @round: index of a round
 *
 * Returns: (transfer full) (nullable) (element-type VotumThing): those who share the first position that is shared after @round;
 *   %NULL where none is
 */
GPtrArray *
votum_standing_find_tie (VotumStanding *standing,
                         guint          round)
{
  g_autoptr(GArray) order = votum_result_order (standing->result, round);
  GPtrArray *tied = NULL;
  guint position = 0;

  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);

      if (!votum_result_is_shared (standing->result, round, entrant) ||
          (tied != NULL && votum_result_position (standing->result, round, entrant) != position))
        continue;
      if (tied == NULL)
        tied = g_ptr_array_new_with_free_func (g_object_unref);
      position = votum_result_position (standing->result, round, entrant);
      g_ptr_array_add (tied, g_object_ref (g_ptr_array_index (standing->entrants, entrant)));
    }

  return tied;
}

static guint
count_revotes (VotumCase *self)
{
  GListModel *rounds = votum_case_get_things (self, VOTUM_KIND_ROUND);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(VotumThing) round = g_list_model_get_item (rounds, i);

      n += votum_thing_get_choice (round, VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE;
    }

  return n;
}

/* What a revote is called, in the languages of a case; from the second on with its number. */
static void
name_revote (VotumThing *round,
             guint       number)
{
  static const struct { const char *lang, *name; } names[] = {
    { "nb", "Omvotering" }, { "nn", "Ny røysting" }, { "sv", "Ny omröstning" }, { "da", "Ny afstemning" }, { "en", "Revote" },
  };

  g_autoptr(VotumTexts) texts = votum_texts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(VotumTexts) before = g_steal_pointer (&texts);
      g_autofree char *numbered = g_strdup_printf ("%s %u", names[i].name, number);

      texts = votum_texts_with (before, names[i].lang, number > 1 ? numbered : names[i].name);
    }
  votum_thing_set_texts (round, VOTUM_ROUND_NAME, texts);
}

/* Where ballots go round, marks that are still on their way may make or break a tie. */
static gboolean
is_opened (VotumCase  *self,
           VotumThing *round)
{
  int state = votum_thing_get_choice (round, VOTUM_ROUND_STATE);

  return state == VOTUM_ROUND_STATE_OPENED || (state == VOTUM_ROUND_STATE_OPEN && !votum_case_has_key (self, VOTUM_KEY_CHAIR));
}

/**
 * votum_case_may_begin_revote:
 * @self: a case
 * @after: a round
 * @error: return location
 *
 * A revote follows the last round, once it is known who is tied in it.
 *
 * Returns: whether one can follow @after
 */
gboolean
votum_case_may_begin_revote (VotumCase   *self,
                             VotumThing  *after,
                             GError     **error)
{
  g_autoptr(GPtrArray) rounds = votum_case_in_order (self, VOTUM_KIND_ROUND);
  g_autofree char *name = votum_case_name_of (self, after, g_get_language_names ()[0]);

  if (!is_opened (self, after))
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED, _("The round “%s” has not been opened. Open it first: nobody knows yet who is tied."), name);
  else if (rounds->len == 0 || g_ptr_array_index (rounds, rounds->len - 1) != after)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("There is a round after “%s” already. A revote follows the round that it settles."), name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
has_revote (VotumRule  *rule,
            GError    **error)
{
  g_autoptr(VotumTerms) terms = votum_rule_get_terms (rule, error);

  for (guint i = 0; terms != NULL && i < terms->tie_breaks->len; i++)
    if (g_array_index (terms->tie_breaks, VotumTieBreak, i).kind == VOTUM_TIE_REVOTE)
      return TRUE;
  if (terms != NULL)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                         _("The rule does not let a revote settle a tie, so one would change nothing. Add it to the rule’s tie-breaks first, "
                           "with the reason."));

  return FALSE;
}

/**
 * votum_case_settles_by_revote:
 * @self: a case
 * @after: a round
 * @class_thing: (nullable): a class
 *
 * Returns: whether the rule leaves those who are tied after @after to a revote
 */
gboolean
votum_case_settles_by_revote (VotumCase  *self,
                              VotumThing *after,
                              VotumThing *class_thing)
{
  VotumRule *rule = votum_case_get_round_rule (self, after, class_thing);

  return rule != NULL && has_revote (rule, NULL);
}

/* Only where the rule says so does a revote settle a tie. */
static gboolean
check_rule (VotumCase   *self,
            VotumThing  *after,
            VotumThing  *entrant,
            GError     **error)
{
  VotumThing *class = votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  VotumRule *rule = votum_case_get_round_rule (self, after, class);

  return rule == NULL || has_revote (rule, error);
}

/**
 * votum_case_begin_revote:
 * @self: a case
 * @after: the round that left a tie
 * @entrants: (element-type VotumThing): those who are tied
 * @error: return location
 *
 * Adds a round in which the jury votes again, on @entrants alone, in one step.
 *
 * Returns: (transfer none) (nullable): the round
 */
VotumThing *
votum_case_begin_revote (VotumCase   *self,
                         VotumThing  *after,
                         GPtrArray   *entrants,
                         GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) round = NULL;
  gint64 rule = votum_thing_get_ref (after, VOTUM_ROUND_RULE);

  if (entrants->len < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A revote is among at least two who are tied."));
      return NULL;
    }
  if (!votum_case_may_begin_revote (self, after, error) || !check_rule (self, after, g_ptr_array_index (entrants, 0), error))
    return NULL;

  round = votum_thing_new (VOTUM_KIND_ROUND);
  votum_case_number_new (self, round);
  name_revote (round, count_revotes (self) + 1);
  votum_thing_set_number (round, VOTUM_ROUND_POSITION, votum_thing_get_number (after, VOTUM_ROUND_POSITION) + 1);
  votum_thing_set_from_text (round, VOTUM_ROUND_KIND, "revote", NULL);
  if (rule != 0)
    votum_thing_set_ref (round, VOTUM_ROUND_RULE, rule);
  votum_changes_thing (changes, NULL, round);
  for (guint i = 0; i < entrants->len; i++)
    {
      g_autoptr(VotumThing) entry = votum_thing_new (VOTUM_KIND_ROUND_ENTRY);

      votum_case_number_new (self, entry);
      votum_thing_set_ref (entry, VOTUM_ROUND_ENTRY_ROUND, votum_thing_get_id (round));
      votum_thing_set_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT, votum_thing_get_id (g_ptr_array_index (entrants, i)));
      votum_changes_thing (changes, NULL, entry);
    }
  if (!votum_case_apply (self, changes, "begin-revote", votum_thing_get_key (after), NULL, NULL, error))
    return NULL;

  return votum_case_lookup (self, votum_thing_get_id (round));
}
