#include "votum-config.h"

#include "votum-hand-in-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-case-result.h"
#include "votum-format.h"
#include "votum-words.h"

#define SHORT_RECEIPT 16  /* digits: as many as two people compare by telephone */
#define GROUP         4   /* digits that are read in one go */

/**
 * votum_hand_in_is_possible:
 * @votum_case: a case
 *
 * Returns: whether it is a juror's copy that was handed out, from which one hands in
 */
gboolean
votum_hand_in_is_possible (VotumCase *votum_case)
{
  return votum_case_was_handed_out (votum_case) && !votum_case_is_read_only (votum_case);
}

/* ---- before ---- */

static guint
n_missing (const VotumHandInSummary *summary)
{
  return summary->wanted - MIN (summary->given, summary->wanted);
}

/* What a round asks for, of a finalist. */
static int
method_for (VotumDesk  *desk,
            VotumThing *round,
            VotumThing *entrant)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *class_thing = votum_case_lookup (votum_case, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  VotumRule *rule = votum_case_get_round_rule (votum_case, round, class_thing);

  return rule != NULL ? votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_METHOD) : VOTUM_RULE_METHOD_MARKS;
}

/* Whether it asks for places, points or votes in place of marks. */
static gboolean
is_ballot (VotumDesk  *desk,
           VotumThing *round)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (votum_desk_get_case (desk), round);

  return entrants->len > 0 && method_for (desk, round, g_ptr_array_index (entrants, 0)) != VOTUM_RULE_METHOD_MARKS;
}

/**
 * votum_hand_in_lead:
 * @desk: a juror's desk
 * @round: the round
 * @summary: what would be handed in
 *
 * Returns: (transfer full): what it comes to, in a sentence
 */
char *
votum_hand_in_lead (VotumDesk                *desk,
                    VotumThing               *round,
                    const VotumHandInSummary *summary)
{
  g_autofree char *name = votum_desk_name (desk, round);
  guint missing = n_missing (summary);

  if (summary->comments_missing > 0)
    return g_strdup_printf (ngettext ("%u comment that the rule asks for is missing in “%s”. Write it, then hand in.",
                                      "%u comments that the rule asks for are missing in “%s”. Write them, then hand in.",
                                      summary->comments_missing), summary->comments_missing, name);
  if (is_ballot (desk, round) && missing == 0)
    /* TRANSLATORS: the name of a round, and the number of the ballot */
    return g_strdup_printf (_("Your ballot in “%s” is filled in. This will be ballot %u."), name, summary->number);
  if (is_ballot (desk, round))
    return g_strdup_printf (ngettext ("In “%2$s” %1$u finalist is left. This will be ballot %3$u.",
                                      "In “%2$s” %1$u finalists are left. This will be ballot %3$u.", missing), missing, name, summary->number);
  if (missing == 0)
    /* TRANSLATORS: the name of a round, and the number of the ballot */
    return g_strdup_printf (_("All your marks in “%s” are given. This will be ballot %u."), name, summary->number);

  return g_strdup_printf (ngettext ("%u mark in “%s” is missing. This will be ballot %u.", "%u marks in “%s” are missing. This will be ballot %u.",
                                    missing), missing, name, summary->number);
}

/**
 * votum_hand_in_marks_words:
 * @summary: what would be handed in
 *
 * Returns: (transfer full): "23 of 24 given, 2 of them not observed"
 */
char *
votum_hand_in_marks_words (const VotumHandInSummary *summary)
{
  if (summary->not_observed == 0)
    return g_strdup_printf (_("%u of %u given"), summary->given, summary->wanted);

  /* TRANSLATORS: of the marks that are asked for; the last figure is of those in which nothing was observed */
  return g_strdup_printf (_("%u of %u given, %u of them not observed"), summary->given, summary->wanted, summary->not_observed);
}

/**
 * votum_hand_in_recused_words:
 * @desk: a juror's desk
 * @round: a round
 *
 * Returns: (transfer full) (nullable): from whom the juror is recused, %NULL: from nobody
 */
char *
votum_hand_in_recused_words (VotumDesk  *desk,
                             VotumThing *round)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (votum_case, round);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < entrants->len; i++)
    {
      VotumTally tally;

      votum_case_tally (votum_case, round, g_ptr_array_index (entrants, i), votum_case_get_holder (votum_case), &tally);
      if (tally.recused)
        g_ptr_array_add (names, votum_desk_name (desk, g_ptr_array_index (entrants, i)));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return votum_words_list (votum_format_lang (), (const char *const *) names->pdata);
}

/**
 * votum_hand_in_notes_words:
 * @desk: a juror's desk
 *
 * Returns: (transfer full): how many notes go along, and how many stay
 */
char *
votum_hand_in_notes_words (VotumDesk *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);
  guint n_jury = 0, n_quotable = 0, n_mine = 0;
  g_autofree char *going = NULL;
  g_autofree char *staying = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      int use = votum_thing_get_choice (note, VOTUM_NOTE_USE);

      if (votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) != votum_thing_get_id (votum_case_get_holder (votum_case)))
        continue;
      n_mine += use == VOTUM_NOTE_USE_MINE;
      n_quotable += use == VOTUM_NOTE_USE_QUOTABLE;
      n_jury += use != VOTUM_NOTE_USE_MINE && use != VOTUM_NOTE_USE_QUOTABLE;
    }

  if (n_jury + n_quotable == 0)
    going = g_strdup (_("None goes along."));
  else if (n_quotable == 0)
    going = g_strdup_printf (ngettext ("%u for the jury goes along.", "%u for the jury go along.", n_jury), n_jury);
  else
    /* TRANSLATORS: notes that are for the jury, and notes that may be quoted */
    going = g_strdup_printf (_("%u for the jury and %u that may be quoted go along."), n_jury, n_quotable);
  if (n_mine == 0)
    return g_steal_pointer (&going);
  staying = g_strdup_printf (ngettext ("%u is yours alone and stays with you.", "%u are yours alone and stay with you.", n_mine), n_mine);

  return g_strdup_printf ("%s %s", going, staying);
}

/**
 * votum_hand_in_gap_words:
 * @desk: a juror's desk
 * @round: the round
 * @gap: what is missing for a finalist
 *
 * Returns: (transfer full): what it is, with the criterion where it is one
 */
char *
votum_hand_in_gap_words (VotumDesk            *desk,
                         VotumThing           *round,
                         const VotumHandInGap *gap)
{
  g_autofree char *criterion = votum_desk_name (desk, gap->criterion);

  if (gap->lack == VOTUM_LACK_REASON)
    return gap->count == 1 ? g_strdup_printf (_("A comment that says why the mark has changed: %s"), criterion)
                           : g_strdup_printf (ngettext ("%u comment that says why a mark has changed", "%u comments that say why marks have changed",
                                                        gap->count), gap->count);

  if (gap->lack == VOTUM_LACK_COMMENT)
    return gap->count == 1 ? g_strdup_printf (_("A comment, which the rule asks for: %s"), criterion)
                           : g_strdup_printf (ngettext ("%u comment, which the rule asks for", "%u comments, which the rule asks for", gap->count),
                                              gap->count);

  switch (method_for (desk, round, gap->entrant))
    {
    case VOTUM_RULE_METHOD_RANK_SUM:
    case VOTUM_RULE_METHOD_BORDA:
      return g_strdup (_("A place in your order"));
    case VOTUM_RULE_METHOD_PLACES:
      return g_strdup (_("Points, or none"));
    case VOTUM_RULE_METHOD_YES_NO:
      return g_strdup (_("Yes, no or an abstention"));
    default:
      break;
    }

  return gap->count == 1 ? g_strdup_printf (_("A mark: %s"), criterion)
                         : g_strdup_printf (ngettext ("%u mark", "%u marks", gap->count), gap->count);
}

/**
 * votum_hand_in_file_name:
 * @votum_case: a juror's case
 * @round: the round
 * @number: of the ballot
 *
 * Returns: (transfer full): what the ballot is called: whose it is, and where there are several of which round, and which it is
 */
char *
votum_hand_in_file_name (VotumCase  *votum_case,
                         VotumThing *round,
                         guint       number)
{
  g_autofree char *base = votum_case_hand_out_name (votum_case_get_holder (votum_case));
  g_autoptr(GPtrArray) rounds = votum_case_rounds (votum_case);
  g_autoptr(GString) name = g_string_new (base);
  guint place;

  if (rounds->len > 1 && g_ptr_array_find (rounds, round, &place))
    /* TRANSLATORS: a part of the name of a file: "ida-berg-round-2.ballot" */
    g_string_append_printf (name, _("-round-%u"), place + 1);
  if (number > 1)
    g_string_append_printf (name, " (%u)", number);
  g_string_append (name, ".ballot");

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* ---- after ---- */

/**
 * votum_hand_in_find_file:
 * @votum_case: a juror's case
 * @ballot: a ballot that was handed in from it
 * @folder: where the last ballot was saved; "" for nowhere
 *
 * Returns: (transfer full) (nullable): the file of the ballot, as long as its round is not opened and where it lies there under the
 *   name that was offered
 */
GFile *
votum_hand_in_find_file (VotumCase  *votum_case,
                         VotumThing *ballot,
                         const char *folder)
{
  VotumThing *round = votum_case_lookup (votum_case, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (*folder == '\0' || round == NULL || votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED)
    return NULL;
  name = votum_hand_in_file_name (votum_case, round, (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER));
  path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_file_new_for_path (path) : NULL;
}

/**
 * votum_hand_in_send_words:
 * @desk: a desk
 * @folder: where the last ballot was saved; "" for nowhere
 *
 * Returns: (transfer full) (nullable): that the ballot that is sealed has still to be sent, for the round is not opened; %NULL
 *   where there is none
 */
char *
votum_hand_in_send_words (VotumDesk  *desk,
                          const char *folder)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *round = votum_case_current_round (votum_case);
  VotumThing *ballot = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *name = NULL;

  if (round == NULL || votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED ||
      votum_case_hand_in_state (votum_case, round, &ballot) != VOTUM_HAND_IN_DONE)
    return NULL;
  file = votum_hand_in_find_file (votum_case, ballot, folder);
  if (file == NULL)
    return g_strdup (_("Send the ballot to the chair, if you have not"));
  name = g_file_get_basename (file);

  /* TRANSLATORS: %s is the name of a file */
  return votum_format_fill (_("Send “%s” to the chair, if you have not"), name);
}

/**
 * votum_hand_in_state_words:
 * @desk: a juror's desk
 * @round: a round
 * @state: how far handing in is
 * @ballot: (nullable): the latest ballot
 *
 * Returns: (transfer full) (nullable): that in a sentence; %NULL where there is nothing to say
 */
char *
votum_hand_in_state_words (VotumDesk        *desk,
                           VotumThing       *round,
                           VotumHandInState  state,
                           VotumThing       *ballot)
{
  gboolean opened = votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED;
  guint number = ballot != NULL ? (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER) : 0;
  const char *time = ballot != NULL ? votum_thing_get_text (ballot, VOTUM_BALLOT_TIME) : NULL;
  g_autofree char *when = time != NULL ? votum_format_time (time, VOTUM_TIME_SHORT) : g_strdup ("");

  switch (state)
    {
    case VOTUM_HAND_IN_DONE:
      /* TRANSLATORS: a day and a time, and the number of the ballot: "Sealed Tue 3 Nov 10:00 as ballot 1" */
      return opened ? g_strdup_printf (_("Handed in %s as ballot %u. The round has been opened."), when, number)
                    : g_strdup_printf (_("Sealed %s as ballot %u. Votum sends nothing by itself."), when, number);
    case VOTUM_HAND_IN_CHANGED:
      return opened ? g_strdup_printf (_("Your marks are no longer those of ballot %u, handed in %s, and the round has been opened: the ballot counts."),
                                       number, when)
                    : g_strdup_printf (_("Ballot %u, handed in %s, no longer matches what stands here. The ballot counts until you hand in again."),
                                       number, when);
    case VOTUM_HAND_IN_OUTDATED:
      return g_strdup_printf (_("The criteria have changed since ballot %u, handed in %s: the chair cannot take it in. Look at your marks and hand in again."),
                              number, when);
    case VOTUM_HAND_IN_NONE:
    case VOTUM_HAND_IN_OPEN:
    default:
      return NULL;
    }
}

/* In groups, as telephone numbers are; @row: groups a line, 0: all on one */
static char *
in_groups (const char *digits,
           gsize       length,
           guint       row)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length && digits[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, row > 0 && i / GROUP % row == 0 ? '\n' : ' ');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * votum_receipt_short:
 * @receipt: a receipt
 *
 * Returns: (transfer full): its beginning, to compare by telephone
 */
char *
votum_receipt_short (const char *receipt)
{
  return in_groups (receipt, SHORT_RECEIPT, 0);
}

/**
 * votum_receipt_long:
 * @receipt: a receipt
 *
 * Returns: (transfer full): all of it, on lines that can be read
 */
char *
votum_receipt_long (const char *receipt)
{
  return in_groups (receipt, strlen (receipt), 8);
}

/**
 * votum_receipt_document:
 * @desk: a juror's desk
 * @ballot: what was handed in
 * @file_name: (nullable): what its file is called
 *
 * Returns: (transfer full): a text to keep
 */
char *
votum_receipt_document (VotumDesk  *desk,
                        VotumThing *ballot,
                        const char *file_name)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *round = votum_case_lookup (votum_case, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
  g_autofree char *award = votum_desk_title (desk);
  g_autofree char *round_name = votum_desk_name (desk, round);
  g_autofree char *juror = votum_desk_name (desk, votum_case_get_holder (votum_case));
  g_autofree char *when = votum_format_time (votum_thing_get_text (ballot, VOTUM_BALLOT_TIME), VOTUM_TIME_LONG);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", _("Receipt of a ballot"));
  g_string_append_printf (text, "%s: %s\n", _("Award"), award);
  g_string_append_printf (text, "%s: %s\n", _("Round"), round_name);
  g_string_append_printf (text, "%s: %s\n", _("Juror"), juror);
  g_string_append_printf (text, "%s: %u\n", _("Ballot"), (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER));
  g_string_append_printf (text, "%s: %s\n", _("Handed in"), when);
  if (file_name != NULL)
    g_string_append_printf (text, "%s: %s\n", _("File"), file_name);
  g_string_append_printf (text, "%s: %s\n\n", _("Receipt"), votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT));
  g_string_append_printf (text, "%s\n", _("The same receipt stands in the jury’s protocol. If it does, your ballot was counted as you sealed it."));

  return g_string_free (text, FALSE);
}

/**
 * votum_receipt_mail:
 * @desk: a juror's desk
 * @ballot: what was handed in
 * @file_name: what its file is called
 *
 * Returns: (transfer full): the address of a mail to whom ballots are sent, ready to send but for the file
 */
char *
votum_receipt_mail (VotumDesk  *desk,
                    VotumThing *ballot,
                    const char *file_name)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autofree char *award = votum_desk_title (desk);
  g_autofree char *juror = votum_desk_name (desk, votum_case_get_holder (votum_case));
  guint number = (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER);
  /* TRANSLATORS: the subject of a mail: an award, and the number of a ballot */
  g_autofree char *subject = g_strdup_printf (_("%s: my ballot %u"), award, number);
  /* TRANSLATORS: a mail to the chair of the jury: a file, its receipt, the sender */
  g_autofree char *body = g_strdup_printf (_("Hello,\n\nattached is my ballot, %s. It is sealed: take it in with Votum.\n\nReceipt: %s\n\n%s\n"), file_name,
                                           votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT), juror);
  g_auto(GStrv) lines = g_strsplit (body, "\n", -1);
  g_autofree char *text = g_strjoinv ("\r\n", lines);
  g_autofree char *safe_subject = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *safe_body = g_uri_escape_string (text, NULL, FALSE);
  VotumThing *recipient = votum_case_get_recipient (votum_case);
  g_autofree char *address = g_uri_escape_string (recipient != NULL ? votum_thing_get_text (recipient, VOTUM_JUROR_EMAIL) : "", "@", FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", address, safe_subject, safe_body);
}
