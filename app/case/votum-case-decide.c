#include "votum-config.h"

#include "votum-case-decide.h"

#include <glib/gi18n-lib.h>

#include "votum-case-minutes.h"
#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-text.h"
#include "votum-words.h"

/* The prize and the honourable mentions of one class. Of the places below them only those go that cannot be beside it. */

/**
 * votum_decision_plan_new:
 *
 * Returns: (transfer full): no award, without a vote
 */
VotumDecisionPlan *
votum_decision_plan_new (void)
{
  VotumDecisionPlan *self = g_new0 (VotumDecisionPlan, 1);

  self->winners = g_ptr_array_new_with_free_func (g_object_unref);
  self->mentions = g_ptr_array_new_with_free_func (g_object_unref);
  self->minority_by = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
votum_decision_plan_free (VotumDecisionPlan *self)
{
  g_ptr_array_unref (self->winners);
  g_clear_pointer (&self->places, g_array_unref);
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->minority_by);
  g_free (self->reason);
  g_free (self->minority);
  g_free (self);
}

static gboolean
is_planned (VotumThing *decision)
{
  switch (votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME))
    {
    case VOTUM_DECISION_OUTCOME_WINNER:
    case VOTUM_DECISION_OUTCOME_SHARED:
    case VOTUM_DECISION_OUTCOME_NONE:
    case VOTUM_DECISION_OUTCOME_HONOURABLE_MENTION:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * votum_decision_is_in_class:
 * @votum_case: a case
 * @decision: a decision
 * @class: (nullable): a class
 *
 * Returns: whether @decision is about @class; any is where there is none
 */
gboolean
votum_decision_is_in_class (VotumCase  *votum_case,
                            VotumThing *decision,
                            VotumThing *class)
{
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
  gint64 within = votum_thing_get_ref (decision, VOTUM_DECISION_CLASS);

  if (within == 0 && entrant != NULL)
    within = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

  return class == NULL || within == 0 || within == votum_thing_get_id (class);
}

/**
 * votum_decisions_of:
 * @votum_case: a case
 * @class: (nullable): a class
 *
 * Returns: (transfer full) (element-type VotumThing): what was decided there about the prize and honourable mentions
 */
GPtrArray *
votum_decisions_of (VotumCase  *votum_case,
                    VotumThing *class)
{
  GListModel *all = votum_case_get_things (votum_case, VOTUM_KIND_DECISION);
  GPtrArray *decisions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (all, i);

      if (is_planned (decision) && votum_decision_is_in_class (votum_case, decision, class))
        g_ptr_array_add (decisions, g_steal_pointer (&decision));
    }

  return decisions;
}

static void
read_minority (VotumDecisionPlan *self,
               VotumCase         *votum_case,
               VotumThing        *decision)
{
  g_autoptr(GArray) refs = votum_thing_get_refs (decision, VOTUM_DECISION_MINORITY_BY);

  for (guint i = 0; refs != NULL && i < refs->len; i++)
    {
      VotumThing *juror = votum_case_lookup (votum_case, g_array_index (refs, gint64, i));

      if (juror != NULL)
        g_ptr_array_add (self->minority_by, g_object_ref (juror));
    }
}

/**
 * votum_decision_plan_read:
 * @votum_case: a case
 * @class: (nullable): a class
 *
 * Returns: (transfer full) (nullable): what the jury has decided there, %NULL where it has not
 */
VotumDecisionPlan *
votum_decision_plan_read (VotumCase  *votum_case,
                          VotumThing *class)
{
  g_autoptr(GPtrArray) decisions = votum_decisions_of (votum_case, class);
  g_autoptr(VotumDecisionPlan) self = votum_decision_plan_new ();
  gboolean read = FALSE;

  for (guint i = 0; i < decisions->len; i++)
    {
      VotumThing *decision = g_ptr_array_index (decisions, i);
      VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
      gboolean mention = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_HONOURABLE_MENTION;

      if (entrant != NULL)
        g_ptr_array_add (mention ? self->mentions : self->winners, g_object_ref (entrant));
      if (mention || read)
        continue;
      read = TRUE;
      self->votes_for = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_FOR);
      self->votes_against = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_AGAINST);
      self->abstained = votum_thing_get_number (decision, VOTUM_DECISION_ABSTAINED);
      self->reason = g_strdup (votum_thing_get_text (decision, VOTUM_DECISION_REASON));
      self->minority = g_strdup (votum_thing_get_text (decision, VOTUM_DECISION_MINORITY));
      read_minority (self, votum_case, decision);
    }

  return decisions->len > 0 ? g_steal_pointer (&self) : NULL;
}

static gboolean
set_text (VotumThing  *decision,
          guint        field,
          const char  *text,
          GError     **error)
{
  return votum_thing_set_from_text (decision, field, text != NULL && *text != '\0' ? text : NULL, error);
}

static char *
minority_text (VotumDecisionPlan *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->minority_by->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", votum_thing_get_id (g_ptr_array_index (self->minority_by, i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
fill (VotumDecisionPlan  *self,
      VotumThing         *decision,
      const char         *outcome,
      VotumThing         *entrant,
      GError            **error)
{
  gboolean voted = self->votes_for + self->votes_against + self->abstained > 0;
  gboolean mention = g_strcmp0 (outcome, "honourable-mention") == 0;
  g_autofree char *minority = minority_text (self);

  votum_thing_set_ref (decision, VOTUM_DECISION_ENTRANT, entrant != NULL ? votum_thing_get_id (entrant) : 0);
  if (!set_text (decision, VOTUM_DECISION_OUTCOME, outcome, error) ||
      !set_text (decision, VOTUM_DECISION_PLACE, entrant != NULL && !mention ? "1" : NULL, error))
    return FALSE;
  /* the vote was about the prize */
  if (mention)
    return TRUE;
  if (voted)
    {
      votum_thing_set_number (decision, VOTUM_DECISION_VOTES_FOR, self->votes_for);
      votum_thing_set_number (decision, VOTUM_DECISION_VOTES_AGAINST, self->votes_against);
      votum_thing_set_number (decision, VOTUM_DECISION_ABSTAINED, self->abstained);
    }
  else if (!set_text (decision, VOTUM_DECISION_VOTES_FOR, NULL, error) || !set_text (decision, VOTUM_DECISION_VOTES_AGAINST, NULL, error) ||
           !set_text (decision, VOTUM_DECISION_ABSTAINED, NULL, error))
    {
      return FALSE;
    }

  return set_text (decision, VOTUM_DECISION_REASON, self->reason, error) && set_text (decision, VOTUM_DECISION_MINORITY, self->minority, error) &&
         set_text (decision, VOTUM_DECISION_MINORITY_BY, minority, error);
}

/* An old decision becomes a new one as long as there are any, so that its id stays. */
static gboolean
add_change (VotumDecisionPlan  *self,
            VotumCase          *votum_case,
            GPtrArray          *old,
            VotumChanges       *changes,
            VotumThing         *place,
            const char         *outcome,
            VotumThing         *entrant,
            GError            **error)
{
  g_autoptr(VotumThing) current = old->len > 0 ? g_ptr_array_steal_index (old, 0) : NULL;
  g_autoptr(VotumThing) before = current != NULL ? votum_thing_copy (current) : NULL;
  g_autoptr(VotumThing) after = before != NULL ? votum_thing_copy (before) : votum_thing_copy (place);
  g_autofree char *now = votum_text_now ();

  if (before == NULL)
    {
      gint64 number = votum_case_take_id (votum_case);
      g_autofree char *key = g_strdup_printf ("decision-%" G_GINT64_FORMAT, number);

      votum_thing_set_id (after, number);
      votum_thing_set_key (after, key);
    }
  if (votum_case_running_meeting (votum_case) != NULL)
    votum_thing_set_ref (after, VOTUM_DECISION_MEETING, votum_thing_get_id (votum_case_running_meeting (votum_case)));
  if (!fill (self, after, outcome, entrant, error) || !set_text (after, VOTUM_DECISION_TIME, now, error))
    return FALSE;
  votum_changes_thing (changes, before, after);

  return TRUE;
}

/* ---- in words ---- */

/**
 * votum_decision_plan_words:
 * @self: what the jury decides
 * @votum_case: the case
 * @lang: language of the words
 *
 * Returns: (transfer full): who gets the prize, in a few words
 */
char *
votum_decision_plan_words (VotumDecisionPlan *self,
                           VotumCase         *votum_case,
                           const char        *lang)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  const char *outcome = votum_words (lang, self->winners->len == 0   ? VOTUM_WORD_NOT_AWARDED
                                           : self->winners->len == 1 ? VOTUM_WORD_WINNER
                                                                     : VOTUM_WORD_SHARED_PRIZE);

  if (self->winners->len == 0)
    return g_strdup (outcome);
  for (guint i = 0; i < self->winners->len; i++)
    g_ptr_array_add (names, (gpointer) votum_case_entrant_name (votum_case, g_ptr_array_index (self->winners, i)));
  g_ptr_array_add (names, NULL);
  list = votum_words_list (lang, (const char *const *) names->pdata);

  return g_strdup_printf ("%s: %s", outcome, list);
}

/**
 * votum_decision_plan_agreement:
 * @self: what the jury decides
 * @lang: language of the words
 *
 * Returns: (transfer full) (nullable): by which vote, and whether all agreed or a majority; %NULL where the jury did not vote
 */
char *
votum_decision_plan_agreement (const VotumDecisionPlan *self,
                               const char              *lang)
{
  g_autofree char *yes = g_strdup_printf ("%u", self->votes_for);
  g_autofree char *no = g_strdup_printf ("%u", self->votes_against);
  g_autofree char *none = g_strdup_printf ("%u", self->abstained);
  g_autofree char *votes = NULL;
  gboolean all = self->votes_against == 0 && self->abstained == 0;

  if (self->votes_for + self->votes_against + self->abstained == 0)
    return NULL;
  votes = votum_words_format (lang, VOTUM_WORD_VOTE_LINE, "for", yes, "against", no, "abstained", none, NULL);

  return g_strdup_printf ("%s %s", votes, votum_words (lang, all                                        ? VOTUM_WORD_CARRIED_UNANIMOUS
                                                             : self->votes_for == self->votes_against ? VOTUM_WORD_TIED_VOTE
                                                                                                      : VOTUM_WORD_CARRIED));
}

/**
 * votum_decision_plan_minute:
 * @self: what the jury decides
 * @votum_case: the case
 * @lang: language of the words
 *
 * Returns: (transfer full): what the minutes say of it: who gets the prize, and by which vote
 */
char *
votum_decision_plan_minute (VotumDecisionPlan *self,
                            VotumCase         *votum_case,
                            const char        *lang)
{
  g_autofree char *words = votum_decision_plan_words (self, votum_case, lang);
  g_autofree char *agreement = votum_decision_plan_agreement (self, lang);

  return agreement != NULL ? g_strdup_printf ("%s. %s", words, agreement) : g_steal_pointer (&words);
}

/**
 * votum_decision_plan_differs:
 * @self: what the jury decides
 * @votum_case: the case
 * @class: (nullable): the class it is about
 *
 * Returns: whether somebody else than those gets the prize who come first by the rule, or a place is another one
 */
gboolean
votum_decision_plan_differs (VotumDecisionPlan *self,
                             VotumCase         *votum_case,
                             VotumThing        *class)
{
  g_autoptr(VotumStanding) standing = votum_case_compute (votum_case, class, NULL, NULL);
  guint n_first = 0, n_same = 0;

  /* without marks there is nothing to differ from */
  if (standing == NULL)
    return FALSE;
  for (guint i = 0; i < standing->entrants->len; i++)
    if (votum_result_position (standing->result, standing->last_round, i) == 1)
      {
        n_first++;
        n_same += g_ptr_array_find (self->winners, g_ptr_array_index (standing->entrants, i), NULL);
      }

  return n_first > 0 && (n_first != n_same || n_first != self->winners->len || votum_decision_plan_places_differ (self, standing));
}

/* ---- writing it down ---- */

static gboolean
check_reason (VotumDecisionPlan  *self,
              VotumCase          *votum_case,
              VotumThing         *class,
              GError            **error)
{
  if ((self->reason != NULL && *self->reason != '\0') || !votum_decision_plan_differs (self, votum_case, class))
    return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The jury decides otherwise than the result of the rule. Write its reason, which the protocol prints beside both."));

  return FALSE;
}

/* Where the rule says how many votes it takes, a decision by fewer is one that needs its reason. */
static gboolean
check_vote (VotumDecisionPlan  *self,
            VotumCase          *votum_case,
            VotumThing         *class,
            GError            **error)
{
  g_autofree char *sentence = NULL;

  if (self->votes_for + self->votes_against + self->abstained == 0 || !votum_case_rules_votes (votum_case, class) ||
      (self->reason != NULL && *self->reason != '\0') ||
      votum_case_judge_vote (votum_case, class, self->votes_for, self->votes_against) == VOTUM_MINUTE_OUTCOME_CARRIED)
    return TRUE;
  sentence = votum_case_vote_sentence (votum_case, class, self->votes_for, self->votes_against, self->abstained);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               _("The rule says of these votes: “%s”. If the jury decides so all the same, write the reason, which the protocol prints."), sentence);

  return FALSE;
}

/* What is decided in a running meeting stands in its minutes. */
static void
add_minute (VotumDecisionPlan *self,
            VotumCase         *votum_case,
            VotumThing        *class,
            VotumThing        *meeting,
            VotumChanges      *changes)
{
  g_autoptr(VotumThing) minute = votum_thing_new (VOTUM_KIND_MINUTE);
  g_autoptr(GPtrArray) minutes = votum_case_minutes (votum_case, meeting);
  VotumThing *last = minutes->len > 0 ? g_ptr_array_index (minutes, minutes->len - 1) : NULL;
  VotumThing *award = votum_case_get_award (votum_case);
  g_auto(GStrv) langs = g_strsplit (award != NULL && votum_thing_is_set (award, VOTUM_AWARD_LANGUAGES)
                                    ? votum_thing_get_text (award, VOTUM_AWARD_LANGUAGES) : "en", " ", 2);
  g_autofree char *text = votum_decision_plan_minute (self, votum_case, langs[0]);
  g_autofree char *now = votum_text_now ();

  votum_case_number_new (votum_case, minute);
  votum_thing_set_ref (minute, VOTUM_MINUTE_MEETING, votum_thing_get_id (meeting));
  votum_thing_set_number (minute, VOTUM_MINUTE_POSITION, last != NULL ? votum_thing_get_number (last, VOTUM_MINUTE_POSITION) + 1 : 1);
  votum_thing_set_from_text (minute, VOTUM_MINUTE_KIND, "decision", NULL);
  votum_thing_set_from_text (minute, VOTUM_MINUTE_TIME, now, NULL);
  votum_thing_set_from_text (minute, VOTUM_MINUTE_TEXT, text, NULL);
  votum_thing_set_from_text (minute, VOTUM_MINUTE_BY, votum_case_get_who (votum_case), NULL);
  if (class != NULL)
    votum_thing_set_ref (minute, VOTUM_MINUTE_CLASS, votum_thing_get_id (class));
  votum_changes_thing (changes, NULL, minute);
}

/**
 * votum_decision_plan_record:
 * @self: what the jury decides
 * @votum_case: the case
 * @class: (nullable): the class it is about
 * @round: (nullable): the round it was decided after
 * @error: return location
 *
 * Writes it down in one step, in the place of what was decided before, and in the minutes of the meeting where one is running.
 * Where it is not what the rule gives, or the votes are not those that the rule asks for, it needs its reason.
 *
 * Returns: whether it was done
 */
gboolean
votum_decision_plan_record (VotumDecisionPlan  *self,
                            VotumCase          *votum_case,
                            VotumThing         *class,
                            VotumThing         *round,
                            GError            **error)
{
  g_autoptr(GPtrArray) old = votum_decisions_of (votum_case, class);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) place = votum_thing_new (VOTUM_KIND_DECISION);
  const char *command = old->len > 0 ? "edit-decision" : "add-decision";
  VotumThing *meeting = votum_case_running_meeting (votum_case);
  g_autofree char *subject = votum_decision_plan_words (self, votum_case, g_get_language_names ()[0]);

  if (!check_reason (self, votum_case, class, error) || !check_vote (self, votum_case, class, error))
    return FALSE;

  votum_thing_set_ref (place, VOTUM_DECISION_CLASS, class != NULL ? votum_thing_get_id (class) : 0);
  votum_thing_set_ref (place, VOTUM_DECISION_ROUND, round != NULL ? votum_thing_get_id (round) : 0);
  for (guint i = 0; i < self->winners->len; i++)
    if (!add_change (self, votum_case, old, changes, place, self->winners->len > 1 ? "shared" : "winner",
                     g_ptr_array_index (self->winners, i), error))
      return FALSE;
  if (self->winners->len == 0 && !add_change (self, votum_case, old, changes, place, "none", NULL, error))
    return FALSE;
  for (guint i = 0; i < self->mentions->len; i++)
    if (!add_change (self, votum_case, old, changes, place, "honourable-mention", g_ptr_array_index (self->mentions, i), error))
      return FALSE;
  for (guint i = 0; i < old->len; i++)
    votum_changes_thing (changes, g_ptr_array_index (old, i), NULL);
  if (!votum_decision_plan_change_places (self, votum_case, class, place, changes, error))
    return FALSE;

  if (meeting != NULL)
    add_minute (self, votum_case, class, meeting, changes);

  return votum_case_apply (votum_case, changes, command, subject, NULL, NULL, error);
}
