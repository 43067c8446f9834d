#include "votum-config.h"

#include "votum-case-minutes.h"

#include <glib/gi18n-lib.h>

#include "votum-case-edit.h"
#include "votum-case-private.h"
#include "votum-case-standing-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* What a vote in a meeting comes to. Where the rule has a least number of votes or a share that carries, both are of the votes that
 * were cast, for and against: who abstains is not counted, as nobody is who has not voted on a finalist. The rule proposes the
 * outcome; a chair who finds otherwise says why. */

/**
 * votum_case_judge_vote:
 * @self: a case
 * @class_thing: (nullable): the class it is about
 * @votes_for: votes for
 * @votes_against: votes against
 *
 * Returns: the outcome of a minute, carried, rejected or tied; -1 where fewer votes were cast than the rule asks for, so that nothing
 *   is decided
 */
int
votum_case_judge_vote (VotumCase  *self,
                       VotumThing *class_thing,
                       guint       votes_for,
                       guint       votes_against)
{
  VotumRule *rule = votum_case_deciding_rule (self, class_thing);
  g_autoptr(VotumTerms) terms = rule != NULL ? votum_rule_get_terms (rule, NULL) : NULL;
  guint64 n_cast = (guint64) votes_for + votes_against;
  guint part = terms != NULL && terms->majority_whole > 0 ? terms->majority_part : 1;
  guint whole = terms != NULL && terms->majority_whole > 0 ? terms->majority_whole : 2;

  if (terms != NULL && n_cast < terms->quorum)
    return -1;
  if (votes_for * (guint64) whole > n_cast * part)
    return VOTUM_MINUTE_OUTCOME_CARRIED;

  return votes_for == votes_against ? VOTUM_MINUTE_OUTCOME_TIED : VOTUM_MINUTE_OUTCOME_REJECTED;
}

/**
 * votum_case_rules_votes:
 * @self: a case
 * @class_thing: (nullable): a class
 *
 * Returns: whether the rule says how many votes are needed, or which share of them
 */
gboolean
votum_case_rules_votes (VotumCase  *self,
                        VotumThing *class_thing)
{
  VotumRule *rule = votum_case_deciding_rule (self, class_thing);
  g_autoptr(VotumTerms) terms = rule != NULL ? votum_rule_get_terms (rule, NULL) : NULL;

  return terms != NULL && (terms->quorum > 1 || terms->majority_whole > 0);
}

/**
 * votum_case_vote_sentence:
 * @self: a case
 * @class_thing: (nullable): the class it is about
 * @votes_for: votes for
 * @votes_against: votes against
 * @abstained: who gave none
 *
 * Returns: (transfer full): what the vote comes to by the rule, in the language of the program
 */
char *
votum_case_vote_sentence (VotumCase  *self,
                          VotumThing *class_thing,
                          guint       votes_for,
                          guint       votes_against,
                          guint       abstained)
{
  VotumRule *rule;

  switch (votum_case_judge_vote (self, class_thing, votes_for, votes_against))
    {
    case VOTUM_MINUTE_OUTCOME_CARRIED:
      return g_strdup (votes_against + abstained == 0 ? _("Carried unanimously") : _("Carried by a majority"));
    case VOTUM_MINUTE_OUTCOME_TIED:
      return g_strdup (_("The vote is tied"));
    case VOTUM_MINUTE_OUTCOME_REJECTED:
      return g_strdup (votes_for > votes_against ? _("Rejected: the rule asks for a greater majority") : _("Rejected"));
    default:
      rule = votum_case_deciding_rule (self, class_thing);
      return g_strdup_printf (_("Nothing is decided: the rule asks for at least %u votes"),
                              (guint) votum_thing_get_number (VOTUM_THING (rule), VOTUM_RULE_QUORUM));
    }
}

/* The class of what @minute is about: said, or that of its finalist or of its point. */
static VotumThing *
class_of (VotumCase  *self,
          VotumThing *minute)
{
  VotumThing *point = votum_case_lookup (self, votum_thing_get_ref (minute, VOTUM_MINUTE_POINT));
  gint64 class = votum_thing_get_ref (minute, VOTUM_MINUTE_CLASS);
  gint64 about = votum_thing_get_ref (minute, VOTUM_MINUTE_ENTRANT);
  VotumThing *entrant;

  if (class == 0 && about == 0 && point != NULL)
    {
      class = votum_thing_get_ref (point, VOTUM_POINT_CLASS);
      about = votum_thing_get_ref (point, VOTUM_POINT_ENTRANT);
    }
  entrant = votum_case_lookup (self, about);
  if (class == 0 && entrant != NULL)
    class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

  return votum_case_lookup (self, class);
}

static gboolean
has_words (const char *text)
{
  g_autofree char *clean = votum_text_clean (text != NULL ? text : "");

  return *clean != '\0';
}

/* The outcome that the rule gives, where nobody says another one with a reason. A vote that is withdrawn has none. */
static gboolean
judge (VotumCase   *self,
       VotumThing  *minute,
       const char  *reason,
       GError     **error)
{
  static const char *const outcomes[] = { "carried", "rejected", "tied" };
  gint64 votes_for = votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_FOR);
  gint64 votes_against = votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_AGAINST);
  gint64 abstained = votum_thing_get_number (minute, VOTUM_MINUTE_ABSTAINED);
  int said = votum_thing_is_set (minute, VOTUM_MINUTE_OUTCOME) ? votum_thing_get_choice (minute, VOTUM_MINUTE_OUTCOME) : -1;
  VotumThing *class = class_of (self, minute);
  g_autofree char *sentence = NULL;
  int outcome;

  if (!votum_thing_is_set (minute, VOTUM_MINUTE_VOTES_FOR) || votes_for < 0 || votes_against < 0 || said == VOTUM_MINUTE_OUTCOME_WITHDRAWN)
    return TRUE;
  outcome = votum_case_judge_vote (self, class, (guint) votes_for, (guint) votes_against);
  if (said < 0 && outcome >= 0)
    votum_thing_set_from_text (minute, VOTUM_MINUTE_OUTCOME, outcomes[outcome], NULL);
  if (said < 0 || said == outcome || has_words (reason))
    return TRUE;

  sentence = votum_case_vote_sentence (self, class, (guint) votes_for, (guint) votes_against, (guint) MAX (abstained, 0));
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The rule says of these votes: “%s”. Where the chair finds otherwise, the minutes need the "
                                                          "reason. Write it."), sentence);

  return FALSE;
}

static void
set_written (VotumCase  *self,
             VotumThing *minute,
             gint64      meeting)
{
  g_autofree char *now = votum_text_now ();

  votum_thing_set_ref (minute, VOTUM_MINUTE_MEETING, meeting);
  votum_thing_set_from_text (minute, VOTUM_MINUTE_TIME, now, NULL);
  votum_thing_set_from_text (minute, VOTUM_MINUTE_BY, votum_case_get_who (self), NULL);
}

/* The reason follows the vote as a remark, in one step with it. */
static gboolean
add_with_reason (VotumCase   *self,
                 VotumThing  *minute,
                 const char  *reason,
                 GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) remark = votum_thing_new (VOTUM_KIND_MINUTE);
  gint64 meeting = votum_thing_get_ref (minute, VOTUM_MINUTE_MEETING);
  g_autoptr(GPtrArray) before = votum_case_minutes (self, votum_case_lookup (self, meeting));
  VotumThing *last = before->len > 0 ? g_ptr_array_index (before, before->len - 1) : NULL;
  gint64 position = last != NULL ? votum_thing_get_number (last, VOTUM_MINUTE_POSITION) : 0;
  g_autofree char *subject = NULL;

  if (!votum_thing_set_from_text (remark, VOTUM_MINUTE_TEXT, reason, error))
    return FALSE;
  votum_thing_set_from_text (remark, VOTUM_MINUTE_KIND, "remark", NULL);
  set_written (self, remark, meeting);
  votum_case_number_new (self, minute);
  votum_case_number_new (self, remark);
  votum_thing_set_number (minute, VOTUM_MINUTE_POSITION, position + 1);
  votum_thing_set_number (remark, VOTUM_MINUTE_POSITION, position + 2);
  votum_changes_thing (changes, NULL, minute);
  votum_changes_thing (changes, NULL, remark);
  subject = votum_case_name_of (self, minute, g_get_language_names ()[0]);

  return votum_case_apply (self, changes, "add-minute", subject, NULL, NULL, error);
}

/**
 * votum_case_add_minute:
 * @self: a case
 * @minute: (transfer none): what happened: its kind, and what belongs to it
 * @error: return location
 *
 * Writes down what happens in the running meeting, with the time it is now. What a vote comes to follows from the rule.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_add_minute (VotumCase   *self,
                       VotumThing  *minute,
                       GError     **error)
{
  return votum_case_add_vote (self, minute, NULL, error);
}

/**
 * votum_case_add_vote:
 * @self: a case
 * @minute: (transfer none): a vote; its outcome only where the chair finds otherwise than the rule
 * @reason: (nullable): why, which the minutes tell after it
 * @error: return location
 *
 * As votum_case_add_minute(), where the outcome may be another one than the rule gives.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_add_vote (VotumCase   *self,
                     VotumThing  *minute,
                     const char  *reason,
                     GError     **error)
{
  VotumThing *meeting = votum_case_running_meeting (self);

  if (meeting == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("No meeting is running. Begin one, so that the minutes have a place."));
      return FALSE;
    }
  set_written (self, minute, votum_thing_get_id (meeting));
  if (!judge (self, minute, reason, error))
    return FALSE;

  return has_words (reason) ? add_with_reason (self, minute, reason, error) : votum_case_add (self, minute, error);
}
