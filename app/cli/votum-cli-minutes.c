#include "votum-config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "votum-case-decide.h"
#include "votum-case-minutes.h"
#include "votum-case-progress.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-error.h"

/* The minutes of the jury's meetings, and what it decides. */

/* ---- minutes ---- */

typedef struct {
  gboolean begin;
  gboolean end;
  char    *place;
  char    *present;
  char    *left;
  char    *returned;
  char    *out;
  char    *entrant;
  char    *remark;
  char    *proposal;
  char    *vote;
  char    *votes;
  char    *outcome;
  char    *reason;
  char    *format_name;
  char    *who;
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  char *texts[] = { wanted->place, wanted->present, wanted->left, wanted->returned, wanted->out, wanted->entrant, wanted->remark,
                    wanted->proposal, wanted->vote, wanted->votes, wanted->outcome, wanted->reason, wanted->format_name, wanted->who };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* "3/1/0": for, against, abstained. */
static gboolean
read_votes (const char  *text,
            guint        votes[3],
            GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (text, "/", 4);
  gboolean fine = g_strv_length (parts) == 3;

  for (guint i = 0; fine && i < 3; i++)
    {
      guint64 number = 0;

      fine = g_ascii_string_to_unsigned (parts[i], 10, 0, 9999, &number, NULL);
      votes[i] = (guint) number;
    }
  if (!fine)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” is no count of votes. Write for, against and abstained: 3/1/0."), text);

  return fine;
}

static gboolean
add (VotumCase     *votum_case,
     const Wanted  *wanted,
     const char    *kind,
     const char    *juror_name,
     const char    *text,
     GError       **error)
{
  g_autoptr(VotumThing) minute = votum_thing_new (VOTUM_KIND_MINUTE);
  VotumThing *juror = juror_name != NULL ? votum_case_find_by_name (votum_case, VOTUM_KIND_JUROR, juror_name, error) : NULL;
  VotumThing *entrant = wanted->entrant != NULL ? votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, wanted->entrant, error) : NULL;
  guint votes[3];

  if ((juror_name != NULL && juror == NULL) || (wanted->entrant != NULL && entrant == NULL) ||
      !votum_thing_set_from_text (minute, VOTUM_MINUTE_KIND, kind, error) ||
      (text != NULL && !votum_thing_set_from_text (minute, VOTUM_MINUTE_TEXT, text, error)))
    return FALSE;
  votum_thing_set_ref (minute, VOTUM_MINUTE_JUROR, juror != NULL ? votum_thing_get_id (juror) : 0);
  votum_thing_set_ref (minute, VOTUM_MINUTE_ENTRANT, entrant != NULL ? votum_thing_get_id (entrant) : 0);
  if (g_str_equal (kind, "vote"))
    {
      if (!read_votes (wanted->votes != NULL ? wanted->votes : "", votes, error))
        return FALSE;
      votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_FOR, votes[0]);
      votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_AGAINST, votes[1]);
      votum_thing_set_number (minute, VOTUM_MINUTE_ABSTAINED, votes[2]);
    }

  if (wanted->outcome != NULL && g_str_equal (kind, "vote") && !votum_thing_set_from_text (minute, VOTUM_MINUTE_OUTCOME, wanted->outcome, error))
    return FALSE;

  return g_str_equal (kind, "vote") ? votum_case_add_vote (votum_case, minute, wanted->reason, error)
                                    : votum_case_add_minute (votum_case, minute, error);
}

static gboolean
write_minutes (VotumCase     *votum_case,
               const Wanted  *wanted,
               GError       **error)
{
  VotumThing *meeting;

  if (wanted->begin && !votum_case_begin_meeting (votum_case, wanted->place, error))
    return FALSE;
  if ((wanted->present != NULL && !add (votum_case, wanted, "present", wanted->present, NULL, error)) ||
      (wanted->returned != NULL && !add (votum_case, wanted, "returned", wanted->returned, NULL, error)) ||
      (wanted->out != NULL && !add (votum_case, wanted, "out-of-the-room", wanted->out, NULL, error)) ||
      (wanted->left != NULL && !add (votum_case, wanted, "left", wanted->left, NULL, error)) ||
      (wanted->proposal != NULL && !add (votum_case, wanted, "proposal", NULL, wanted->proposal, error)) ||
      (wanted->vote != NULL && !add (votum_case, wanted, "vote", NULL, wanted->vote, error)) ||
      (wanted->remark != NULL && !add (votum_case, wanted, "remark", NULL, wanted->remark, error)))
    return FALSE;
  if (!wanted->end)
    return TRUE;
  meeting = votum_case_running_meeting (votum_case);
  if (meeting == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("No meeting is running."));
      return FALSE;
    }

  return votum_case_end_meeting (votum_case, meeting, error);
}

static void
print_minutes (VotumCase      *votum_case,
               VotumCliFormat  format)
{
  g_autoptr(GPtrArray) meetings = votum_case_in_order (votum_case, VOTUM_KIND_MEETING);
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "meeting", _("Meeting"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "time", _("Time"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "minute", _("What happened"));
  for (guint i = 0; i < meetings->len; i++)
    {
      g_autoptr(GPtrArray) minutes = votum_case_minutes (votum_case, g_ptr_array_index (meetings, i));
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      for (guint m = 0; m < minutes->len; m++)
        {
          VotumThing *minute = g_ptr_array_index (minutes, m);
          g_autofree char *words = votum_case_minute_words (votum_case, minute, votum_cli_lang ());

          votum_cli_table_cell (table, number);
          votum_cli_table_cell (table, votum_thing_get_text (minute, VOTUM_MINUTE_TIME));
          votum_cli_table_cell (table, words);
        }
    }
  votum_cli_table_print (table, format, votum_cli_lang ());
}

static int
run_minutes (int    argc,
             char **argv)
{
  g_auto(Wanted) wanted = { 0 };
  const GOptionEntry entries[] = {
    { "begin", 0, 0, G_OPTION_ARG_NONE, &wanted.begin, N_("Begin a meeting"), NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &wanted.place, N_("Where it is held"), N_("PLACE") },
    { "present", 0, 0, G_OPTION_ARG_STRING, &wanted.present, N_("Who has come"), N_("JUROR") },
    { "left", 0, 0, G_OPTION_ARG_STRING, &wanted.left, N_("Who has left"), N_("JUROR") },
    { "returned", 0, 0, G_OPTION_ARG_STRING, &wanted.returned, N_("Who is back in the room"), N_("JUROR") },
    { "out", 0, 0, G_OPTION_ARG_STRING, &wanted.out, N_("Who goes out of the room, for --entrant"), N_("JUROR") },
    { "entrant", 0, 0, G_OPTION_ARG_STRING, &wanted.entrant, N_("The finalist it is about"), N_("ENTRANT") },
    { "proposal", 0, 0, G_OPTION_ARG_STRING, &wanted.proposal, N_("What is proposed"), N_("TEXT") },
    { "vote", 0, 0, G_OPTION_ARG_STRING, &wanted.vote, N_("What is voted on, with --votes"), N_("TEXT") },
    { "votes", 0, 0, G_OPTION_ARG_STRING, &wanted.votes, N_("Votes for, against, abstained: 3/1/0"), N_("VOTES") },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &wanted.outcome, N_("What the chair finds, where it is not what the rule gives: carried, rejected, tied, withdrawn"),
      N_("OUTCOME") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &wanted.reason, N_("Why, with --outcome"), N_("TEXT") },
    { "remark", 0, 0, G_OPTION_ARG_STRING, &wanted.remark, N_("What else happens"), N_("TEXT") },
    { "end", 0, 0, G_OPTION_ARG_NONE, &wanted.end, N_("End the meeting"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &wanted.format_name, N_("table, csv or json"), N_("FORMAT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &wanted.who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  gboolean writes;
  VotumCliFormat format;
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_minutes_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (wanted.format_name, &format))
    return votum_cli_wrong (_("There is no format “%s”. Write table, csv or json."), wanted.format_name);
  writes = wanted.begin || wanted.end || wanted.present != NULL || wanted.left != NULL || wanted.returned != NULL || wanted.out != NULL ||
           wanted.proposal != NULL || wanted.vote != NULL || wanted.remark != NULL;
  votum_case = votum_cli_open (argv[1], wanted.who, !writes, &error);
  if (votum_case == NULL || !write_minutes (votum_case, &wanted, &error))
    return votum_cli_refuse (error);
  if (!writes)
    print_minutes (votum_case, format);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_minutes_command = { "minutes", N_("CASE"), N_("Minutes of the jury’s meetings, as they happen"), run_minutes };

/* ---- decide ---- */

static gboolean
collect (VotumCase   *votum_case,
         VotumKind    kind,
         char       **names,
         GPtrArray   *things,
         GError     **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      VotumThing *thing = votum_case_find_by_name (votum_case, kind, names[i], error);

      if (thing == NULL)
        return FALSE;
      g_ptr_array_add (things, g_object_ref (thing));
    }

  return TRUE;
}

/* "2:nordlys" */
static gboolean
collect_places (VotumCase          *votum_case,
                char              **texts,
                VotumDecisionPlan  *plan,
                GError            **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (texts[i], ":", 2);
      VotumThing *entrant;
      guint64 place;

      if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 2, 999, &place, NULL))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” is not a place and an entrant. Write 2:ENTRANT."), texts[i]);
          return FALSE;
        }
      entrant = votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, parts[1], error);
      if (entrant == NULL)
        return FALSE;
      votum_decision_plan_add_place (plan, entrant, (guint) place);
    }

  return TRUE;
}

static void
warn_of_conflicts (VotumCase  *votum_case,
                   VotumThing *class)
{
  g_autoptr(GPtrArray) conflicts = votum_decision_conflicts (votum_case, class);

  for (guint i = 0; i < conflicts->len; i++)
    votum_cli_warn ("%s", (const char *) g_ptr_array_index (conflicts, i));
}

static int
run_decide (int    argc,
            char **argv)
{
  g_autoptr(VotumDecisionPlan) plan = votum_decision_plan_new ();
  g_autofree char *class_name = NULL;
  g_autofree char *votes_text = NULL;
  g_autofree char *who = NULL;
  g_auto(GStrv) winners = NULL;
  g_auto(GStrv) places = NULL;
  g_auto(GStrv) mentions = NULL;
  g_auto(GStrv) minority_by = NULL;
  gboolean none = FALSE;
  const GOptionEntry entries[] = {
    { "winner", 0, 0, G_OPTION_ARG_STRING_ARRAY, &winners, N_("Who gets the prize; said more than once they share it"), N_("ENTRANT") },
    { "no-award", 0, 0, G_OPTION_ARG_NONE, &none, N_("Nobody gets the prize"), NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING_ARRAY, &places, N_("A place below the prize; said once, those not said are taken back"), N_("2:ENTRANT") },
    { "mention", 0, 0, G_OPTION_ARG_STRING_ARRAY, &mentions, N_("Who gets an honourable mention"), N_("ENTRANT") },
    { "class", 0, 0, G_OPTION_ARG_STRING, &class_name, N_("The class it is about"), N_("CLASS") },
    { "votes", 0, 0, G_OPTION_ARG_STRING, &votes_text, N_("Votes for, against, abstained: 3/1/0"), N_("VOTES") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &plan->reason, N_("Why; needed where it is not what the rule gives"), N_("TEXT") },
    { "minority", 0, 0, G_OPTION_ARG_STRING, &plan->minority, N_("The statement of those who do not agree"), N_("TEXT") },
    { "minority-by", 0, 0, G_OPTION_ARG_STRING_ARRAY, &minority_by, N_("Whose statement it is"), N_("JUROR") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  guint votes[3] = { 0, 0, 0 };
  VotumThing *class = NULL;
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_decide_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if ((winners == NULL) != none)
    return votum_cli_wrong (_("Say who gets the prize with --winner, or --no-award."));
  votum_case = votum_cli_open (argv[1], who, FALSE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  class = class_name != NULL ? votum_case_find_by_name (votum_case, VOTUM_KIND_CLASS, class_name, &error) : NULL;
  if ((class_name != NULL && class == NULL) || !collect (votum_case, VOTUM_KIND_ENTRANT, winners, plan->winners, &error) ||
      !collect (votum_case, VOTUM_KIND_ENTRANT, mentions, plan->mentions, &error) || !collect_places (votum_case, places, plan, &error) ||
      !collect (votum_case, VOTUM_KIND_JUROR, minority_by, plan->minority_by, &error) ||
      (votes_text != NULL && !read_votes (votes_text, votes, &error)))
    return votum_cli_refuse (error);
  plan->votes_for = votes[0];
  plan->votes_against = votes[1];
  plan->abstained = votes[2];
  if (!votum_decision_plan_record (plan, votum_case, class, votum_case_current_round (votum_case), &error))
    return votum_cli_refuse (error);
  warn_of_conflicts (votum_case, class);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_decide_command = { "decide", N_("CASE"), N_("Record what the jury decides"), run_decide };
