#include "votum-config.h"

#include "votum-ballot-words.h"

#include <glib/gi18n.h>

#include "votum-ballot-intake.h"
#include "votum-case-assigned.h"
#include "votum-case-holder.h"
#include "votum-case-keys.h"
#include "votum-case-paper.h"
#include "votum-format.h"
#include "votum-things.h"
#include "votum-words.h"

#define RECEIPT_GROUPS 3   /* of four digits: enough to compare two by eye */

void
votum_ballot_words_clear (VotumBallotWords *words)
{
  g_clear_pointer (&words->badge, g_free);
  g_clear_pointer (&words->line, g_free);
  g_clear_pointer (&words->problem, g_free);
}

static char *
time_of (VotumThing *thing,
         guint       field)
{
  const char *iso = votum_thing_get_text (thing, field);

  return votum_format_time (iso != NULL ? iso : "", VOTUM_TIME_SHORT);
}

/**
 * votum_ballot_short_receipt:
 * @receipt: a receipt
 *
 * Returns: (transfer full): its beginning, in groups that are read aloud: "3f2a 91bc 07de …"
 */
char *
votum_ballot_short_receipt (const char *receipt)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; receipt[i] != '\0' && i < RECEIPT_GROUPS * 4; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, receipt[i]);
    }
  g_string_append (text, " …");

  return g_string_free (text, FALSE);
}

/* ---- a juror ---- */

static void
tell_own (VotumDesk                 *desk,
          const VotumBallotStanding *standing,
          VotumBallotWords          *words)
{
  VotumTally tally;

  votum_case_tally_juror (votum_desk_get_case (desk), standing->round, standing->juror, &tally);
  words->badge = g_strdup_printf (_("%u of %u"), tally.given, tally.wanted);
  words->style = tally.given >= tally.wanted ? VOTUM_BADGE_DONE : VOTUM_BADGE_PART;
  words->line = g_strdup (_("Gives marks in this case, so there is nothing to hand out or to take in"));
}

static void
tell_typed (const VotumTally *tally,
            VotumBallotWords *words)
{
  guint missing = tally->wanted - MIN (tally->given, tally->wanted);

  if (missing == 0)
    {
      words->badge = g_strdup (_("Typed in"));
      words->style = VOTUM_BADGE_DONE;
      words->line = g_strdup_printf (ngettext ("%u mark has been typed into this case", "%u marks have been typed into this case", tally->given),
                                     tally->given);
      return;
    }
  /* TRANSLATORS: in a badge, short: marks that are typed in, of those that are asked for */
  words->badge = g_strdup_printf (_("%u of %u typed in"), tally->given, tally->wanted);
  words->style = VOTUM_BADGE_PART;
  words->line = g_strdup_printf (ngettext ("%u of %u marks is typed into this case; the others are missing",
                                           "%u of %u marks are typed into this case; the others are missing", tally->given),
                                 tally->given, tally->wanted);
}

static void
tell_no_ballot (VotumDesk                 *desk,
                const VotumBallotStanding *standing,
                VotumBallotWords          *words)
{
  g_autofree char *when = NULL;

  if (standing->n_marks > 0)
    {
      VotumTally tally;

      votum_case_tally_juror (votum_desk_get_case (desk), standing->round, standing->juror, &tally);
      tell_typed (&tally, words);
      return;
    }
  if (standing->hand_out == NULL)
    {
      words->badge = g_strdup (_("No copy yet"));
      words->line = g_strdup (_("The case has not been handed out to this juror"));
      return;
    }
  when = time_of (standing->hand_out, VOTUM_HAND_OUT_TIME);
  words->badge = g_strdup (_("Handed out"));
  words->style = VOTUM_BADGE_PART;
  words->line = g_strdup_printf (_("Handed out %s; no ballot has come yet"), when);
  if (standing->set_aside != NULL)
    {
      const char *reason = votum_thing_get_text (standing->set_aside, VOTUM_BALLOT_REASON);

      words->style = VOTUM_BADGE_WARNING;
      /* TRANSLATORS: the number of a ballot, and why it does not count */
      words->problem = g_strdup_printf (_("Ballot %u was set aside: %s"), (guint) votum_thing_get_number (standing->set_aside, VOTUM_BALLOT_NUMBER),
                                        reason != NULL ? reason : "");
    }
}

static void
tell_paper (VotumDesk                 *desk,
            const VotumBallotStanding *standing,
            VotumBallotWords          *words)
{
  VotumThing *ballot = standing->ballot;
  VotumTally tally;

  votum_case_tally_juror (votum_desk_get_case (desk), standing->round, standing->juror, &tally);
  words->badge = g_strdup (_("On paper"));
  words->style = tally.given >= tally.wanted ? VOTUM_BADGE_DONE : VOTUM_BADGE_PART;
  if (votum_thing_is_set (ballot, VOTUM_BALLOT_READ_BY))
    /* TRANSLATORS: marks that are typed in, marks that are asked for, and two people */
    words->line = g_strdup_printf (_("%u of %u marks typed in by %s, read a second time by %s"), tally.given, tally.wanted,
                                   votum_thing_get_text (ballot, VOTUM_BALLOT_ENTERED_BY), votum_thing_get_text (ballot, VOTUM_BALLOT_READ_BY));
  else
    words->line = g_strdup_printf (_("%u of %u marks typed in by %s"), tally.given, tally.wanted,
                                   votum_thing_get_text (ballot, VOTUM_BALLOT_ENTERED_BY));
  if (votum_case_paper_needs_reading (votum_desk_get_case (desk), ballot))
    {
      words->style = VOTUM_BADGE_WARNING;
      words->problem = g_strdup (_("The rule asks for a second reading by another person before the round is opened."));
    }
}

static void
tell_ballot (const VotumBallotStanding *standing,
             VotumBallotWords          *words)
{
  VotumThing *ballot = standing->ballot;
  g_autofree char *when = time_of (ballot, VOTUM_BALLOT_TIME);
  const char *receipt = votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT);
  g_autofree char *short_receipt = votum_ballot_short_receipt (receipt != NULL ? receipt : "");
  int state = votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE);

  words->style = VOTUM_BADGE_DONE;
  words->badge = g_strdup (state == VOTUM_BALLOT_STATE_OPENED ? _("Opened")
                           : state == VOTUM_BALLOT_STATE_LATE ? _("Late")
                                                              : _("Handed in"));
  /* TRANSLATORS: the number of a juror's ballot, when it was handed in, and the beginning of its receipt */
  words->line = g_strdup_printf (_("Ballot %u, handed in %s · receipt %s"), (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER), when,
                                 short_receipt);
  if (state == VOTUM_BALLOT_STATE_LATE)
    {
      words->style = VOTUM_BADGE_WARNING;
      words->problem = g_strdup_printf (_("Came after the opening. Taken in because: %s"), votum_thing_get_text (ballot, VOTUM_BALLOT_REASON));
    }
  if (standing->outdated)
    {
      words->style = VOTUM_BADGE_WARNING;
      words->problem = g_strdup (_("The criteria have changed since. Hand out again, and ask for a new ballot."));
    }
}

static void
add_problem (VotumBallotWords *words,
             const char       *problem)
{
  g_autofree char *before = g_steal_pointer (&words->problem);

  words->problem = before != NULL ? g_strdup_printf ("%s\n%s", before, problem) : g_strdup (problem);
}

/* What the juror does not have yet, since the case was handed out to them. */
static void
tell_news (VotumDesk                 *desk,
           const VotumBallotStanding *standing,
           VotumBallotWords          *words)
{
  g_autoptr(GPtrArray) news = votum_case_hand_out_news (votum_desk_get_case (desk), standing->juror, votum_desk_get_lang (desk));
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  words->older = news->len > 0;
  if (!words->older)
    return;
  g_ptr_array_add (news, NULL);
  list = votum_words_list (votum_format_lang (), (const char *const *) news->pdata);
  /* TRANSLATORS: a list: “1 new finalist, 2 corrected submissions and the round “Final”” */
  sentence = votum_format_fill (_("Older than the case. New since it was handed out: %s."), list);
  add_problem (words, sentence);
}

/**
 * votum_ballot_words:
 * @desk: a desk
 * @standing: how far a juror has come
 * @words: (out caller-allocates): as it is told
 */
void
votum_ballot_words (VotumDesk                 *desk,
                    const VotumBallotStanding *standing,
                    VotumBallotWords          *words)
{
  *words = (VotumBallotWords) { .style = VOTUM_BADGE_PLAIN };

  if (standing->juror == votum_case_get_holder (votum_desk_get_case (desk)))
    tell_own (desk, standing, words);
  else if (standing->ballot != NULL && votum_thing_get_choice (standing->ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_PAPER)
    tell_paper (desk, standing, words);
  else if (standing->ballot != NULL)
    tell_ballot (standing, words);
  else
    tell_no_ballot (desk, standing, words);
  if (standing->hand_out != NULL && standing->juror != votum_case_get_holder (votum_desk_get_case (desk)))
    tell_news (desk, standing, words);
  if (votum_ballot_intake_is_for (desk) && votum_ballot_intake_is_disputed (votum_ballot_intake_get (desk), standing->juror))
    {
      words->style = VOTUM_BADGE_WARNING;
      add_problem (words, _("Another copy hands in as this juror: see above, and ask them."));
    }
}

/* ---- a file that came ---- */

/**
 * votum_arrival_heading:
 * @desk: a desk
 * @arrival: a file that waits
 *
 * Returns: (transfer full): what it is
 */
char *
votum_arrival_heading (VotumDesk          *desk,
                       VotumBallotArrival *arrival)
{
  const VotumIncoming *incoming = votum_ballot_arrival_get_incoming (arrival);
  g_autofree char *file = votum_ballot_arrival_get_name (arrival);
  g_autofree char *juror = incoming != NULL ? votum_desk_name (desk, incoming->juror) : NULL;

  switch (votum_ballot_arrival_get_state (arrival))
    {
    case VOTUM_ARRIVAL_REPLACES:
      return g_strdup_printf (_("A newer ballot of %s"), juror);
    case VOTUM_ARRIVAL_LATE:
      return g_strdup_printf (_("A late ballot of %s"), juror);
    case VOTUM_ARRIVAL_LOCKED:
      return g_strdup_printf (_("“%s” waits for the passphrase"), file);
    case VOTUM_ARRIVAL_DISPUTED:
      return g_strdup_printf (_("Two copies hand in as %s"), juror);
    case VOTUM_ARRIVAL_REFUSED:
    default:
      return g_strdup_printf (_("“%s” was not taken in"), file);
    }
}

static char *
replacing_line (const VotumIncoming *incoming)
{
  g_autofree char *when = votum_format_time (incoming->time, VOTUM_TIME_SHORT);
  g_autofree char *before = time_of (incoming->replaces, VOTUM_BALLOT_TIME);
  g_autofree char *receipt = votum_ballot_short_receipt (incoming->receipt);
  g_autofree char *old_receipt = votum_ballot_short_receipt (votum_thing_get_text (incoming->replaces, VOTUM_BALLOT_RECEIPT));

  /* TRANSLATORS: number, time and receipt of the new ballot; number, time and receipt of the one that it replaces */
  return g_strdup_printf (_("Ballot %u, handed in %s (receipt %s), takes the place of ballot %u, handed in %s (receipt %s). Both stay sealed."),
                          incoming->number, when, receipt, (guint) votum_thing_get_number (incoming->replaces, VOTUM_BALLOT_NUMBER), before,
                          old_receipt);
}

/**
 * votum_arrival_line:
 * @desk: a desk
 * @arrival: a file that waits
 *
 * Returns: (transfer full): what taking it in would do, or why it was refused
 */
char *
votum_arrival_line (VotumDesk          *desk,
                    VotumBallotArrival *arrival)
{
  const VotumIncoming *incoming = votum_ballot_arrival_get_incoming (arrival);
  g_autofree char *when = NULL;
  g_autofree char *round = NULL;

  switch (votum_ballot_arrival_get_state (arrival))
    {
    case VOTUM_ARRIVAL_REPLACES:
      return replacing_line (incoming);
    case VOTUM_ARRIVAL_LATE:
      when = votum_format_time (incoming->time, VOTUM_TIME_SHORT);
      round = votum_desk_name (desk, incoming->round);
      /* TRANSLATORS: number of the ballot, when it was handed in, name of the round */
      return g_strdup_printf (_("Ballot %u, handed in %s, came after “%s” was opened. It is opened at once, and the log and the protocol will say why it was taken in."),
                              incoming->number, when, round);
    case VOTUM_ARRIVAL_LOCKED:
      return g_strdup (_("A ballot can be checked only with the passphrase that protects the ballots."));
    case VOTUM_ARRIVAL_DISPUTED:
      return g_strdup (incoming->dispute);
    case VOTUM_ARRIVAL_REFUSED:
    default:
      return g_strdup (votum_ballot_arrival_get_sentence (arrival));
    }
}

/* ---- a round ---- */

/**
 * votum_ballot_is_in:
 * @desk: a desk
 * @standing: how far a juror has come
 *
 * Returns: whether all is there that the juror is asked for: a ballot, or every mark where they are typed in
 */
gboolean
votum_ballot_is_in (VotumDesk                 *desk,
                    const VotumBallotStanding *standing)
{
  gboolean own = standing->juror == votum_case_get_holder (votum_desk_get_case (desk));
  VotumTally tally;

  if (!own && standing->ballot != NULL && votum_thing_get_choice (standing->ballot, VOTUM_BALLOT_STATE) != VOTUM_BALLOT_STATE_PAPER)
    return TRUE;
  if (!own && standing->n_marks == 0)
    return FALSE;
  votum_case_tally_juror (votum_desk_get_case (desk), standing->round, standing->juror, &tally);

  return tally.given >= tally.wanted;
}

/**
 * votum_ballot_is_part:
 * @desk: a desk
 * @standing: how far a juror has come
 * @tally: (out caller-allocates): how far
 *
 * Returns: whether some of the juror's marks are here and others are missing
 */
gboolean
votum_ballot_is_part (VotumDesk                 *desk,
                      const VotumBallotStanding *standing,
                      VotumTally                *tally)
{
  votum_case_tally_juror (votum_desk_get_case (desk), standing->round, standing->juror, tally);

  return standing->n_marks > 0 && !votum_ballot_is_in (desk, standing);
}

/**
 * votum_ballots_summary:
 * @desk: a desk
 * @round: a round
 *
 * Returns: (transfer full): how many have handed in
 */
char *
votum_ballots_summary (VotumDesk  *desk,
                       VotumThing *round)
{
  g_autoptr(GArray) list = votum_case_list_ballots (votum_desk_get_case (desk), round);
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += votum_ballot_is_in (desk, &g_array_index (list, VotumBallotStanding, i)) ? 1 : 0;

  if (list->len > 0 && n == list->len)
    return g_strdup (_("Everybody has handed in"));

  return g_strdup_printf (ngettext ("%u of %u juror has handed in", "%u of %u jurors have handed in", list->len), n, list->len);
}

/* Whom fewer jurors are asked to mark than the rule needs; %NULL where there is nobody. */
static char *
tell_coverage (VotumCase  *votum_case,
               VotumThing *round)
{
  guint n = votum_case_count_uncovered (votum_case, round);

  if (n == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u finalist has fewer jurors than the rule asks for. Assignments are on the Jury page.",
                                    "%u finalists have fewer jurors than the rule asks for. Assignments are on the Jury page.", n), n);
}

/**
 * votum_ballots_state:
 * @desk: a desk
 * @round: a round
 *
 * Returns: (transfer full): what the state of the round means
 */
char *
votum_ballots_state (VotumDesk  *desk,
                     VotumThing *round)
{
  g_autofree char *when = NULL;

  if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED)
    {
      g_autofree char *short_of = tell_coverage (votum_desk_get_case (desk), round);
      const char *state = votum_case_has_key (votum_desk_get_case (desk), VOTUM_KEY_CHAIR)
                              ? _("Ballots stay sealed until you open the round: nobody, not even you, sees a mark in them before.")
                              : _("Hand the case out: every juror gets a file of their own, gives marks in it, and sends a sealed ballot back.");

      return short_of != NULL ? g_strdup_printf ("%s\n%s", state, short_of) : g_strdup (state);
    }
  if (!votum_thing_is_set (round, VOTUM_ROUND_OPENED))
    return g_strdup (_("The round has been opened: all see all marks."));
  when = time_of (round, VOTUM_ROUND_OPENED);

  return g_strdup_printf (_("The round was opened %s. A ballot that comes now is late, and needs a reason."), when);
}
