#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-deliberation.h"
#include "votum-case-edit.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-error.h"

/* The agenda, and the marks that change because the jury talked about them. */

/* ---- agenda ---- */

static void
print_agenda (VotumCase      *votum_case,
              VotumCliFormat  format)
{
  g_autoptr(GPtrArray) points = votum_case_agenda (votum_case);
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "number", _("Number"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "id", _("Id"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "source", _("Source"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "state", _("State"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "title", _("Point"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "agreed", _("Agreed"));
  for (guint i = 0; i < points->len; i++)
    {
      VotumThing *point = g_ptr_array_index (points, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *title = votum_case_point_title (votum_case, point, votum_cli_lang ());

      votum_cli_table_cell (table, number);
      votum_cli_table_cell (table, votum_thing_get_key (point));
      votum_cli_table_cell (table, votum_thing_get_text (point, VOTUM_POINT_SOURCE));
      votum_cli_table_cell (table, votum_thing_get_text (point, VOTUM_POINT_STATE));
      votum_cli_table_cell (table, title);
      votum_cli_table_cell (table, votum_thing_get_text (point, VOTUM_POINT_AGREED));
    }
  votum_cli_table_print (table, format, votum_cli_lang ());
}

static gboolean
change_agenda (VotumCase   *votum_case,
               const char  *round_name,
               gboolean     make,
               const char  *own,
               GError     **error)
{
  VotumThing *round = round_name != NULL ? votum_cli_find_round (votum_case, round_name, error) : NULL;
  g_autoptr(VotumThing) point = NULL;

  if ((round_name != NULL && round == NULL) || (make && !votum_case_make_agenda (votum_case, round, NULL, NULL, error)))
    return FALSE;
  if (own == NULL)
    return TRUE;
  point = votum_thing_new (VOTUM_KIND_POINT);

  return votum_thing_set_from_text (point, VOTUM_POINT_TITLE, own, error) && votum_case_add_point (votum_case, point, error);
}

static int
run_agenda (int    argc,
            char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *round = NULL;
  g_autofree char *own = NULL;
  g_autofree char *who = NULL;
  gboolean make = FALSE;
  const GOptionEntry entries[] = {
    { "make", 0, 0, G_OPTION_ARG_NONE, &make, N_("Make it from the numbers; made anew it keeps what was written"), NULL },
    { "round", 0, 0, G_OPTION_ARG_STRING, &round, N_("The opened round it is made from; else the last one"), N_("ROUND") },
    { "add", 0, 0, G_OPTION_ARG_STRING, &own, N_("A point of the jury’s own"), N_("TITLE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  VotumCliFormat format;
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_agenda_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("There is no format “%s”. Write table, csv or json."), format_name);
  votum_case = votum_cli_open (argv[1], who, !make && own == NULL, &error);
  if (votum_case == NULL || !change_agenda (votum_case, round, make, own, &error))
    return votum_cli_refuse (error);
  print_agenda (votum_case, format);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_agenda_command = { "agenda", N_("CASE"), N_("What the jury talks about, from the numbers"), run_agenda };

/* ---- agree ---- */

/* By its number on the agenda, or its id. */
static VotumThing *
find_point (VotumCase   *votum_case,
            const char  *name,
            GError     **error)
{
  g_autoptr(GPtrArray) points = votum_case_agenda (votum_case);
  guint64 number = 0;

  if (g_ascii_string_to_unsigned (name, 10, 1, MAX (points->len, 1), &number, NULL) && number <= points->len)
    return g_ptr_array_index (points, number - 1);

  return votum_case_find_by_name (votum_case, VOTUM_KIND_POINT, name, error);
}

static gboolean
agree (VotumCase   *votum_case,
       const char  *point_name,
       const char  *state,
       const char  *text,
       GError     **error)
{
  VotumThing *point = find_point (votum_case, point_name, error);
  g_autoptr(VotumThing) after = point != NULL ? votum_thing_copy (point) : NULL;

  return point != NULL && votum_thing_set_from_text (after, VOTUM_POINT_STATE, state, error) &&
         (text == NULL || votum_thing_set_from_text (after, VOTUM_POINT_AGREED, text, error)) &&
         votum_case_replace (votum_case, point, after, NULL, error);
}

static int
run_agree (int    argc,
           char **argv)
{
  g_autofree char *state = NULL;
  g_autofree char *text = NULL;
  g_autofree char *who = NULL;
  const GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_("agreed, no-agreement, left or open; agreed if it is not said"), N_("STATE") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_("What the jury agreed"), N_("TEXT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_agree_command, entries, &argc, &argv, 2))
    return VOTUM_CLI_WRONG_CALL;
  votum_case = votum_cli_open (argv[1], who, FALSE, &error);
  if (votum_case == NULL || !agree (votum_case, argv[2], state != NULL ? state : "agreed", text, &error))
    return votum_cli_refuse (error);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_agree_command = { "agree", N_("CASE POINT"), N_("Write down what the jury agreed on a point"), run_agree };

/* ---- revise and consensus ---- */

typedef struct {
  char *round;
  char *entrant;
  char *juror;
  char *criterion;
  char *mark;
  char *reason;
  char *point;
  char *who;
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->round);
  g_free (wanted->entrant);
  g_free (wanted->juror);
  g_free (wanted->criterion);
  g_free (wanted->mark);
  g_free (wanted->reason);
  g_free (wanted->point);
  g_free (wanted->who);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* What a mark is for, as things of the case. */
typedef struct {
  VotumThing *round;
  VotumThing *entrant;
  VotumThing *juror;      /* (nullable) */
  VotumThing *criterion;
  VotumThing *point;      /* (nullable) */
} Place;

static gboolean
find_place (VotumCase     *votum_case,
            const Wanted  *wanted,
            Place         *place,
            GError       **error)
{
  place->round = wanted->round != NULL ? votum_cli_find_round (votum_case, wanted->round, error) : votum_case_deliberation_round (votum_case);
  if (place->round == NULL)
    {
      if (wanted->round == NULL)
        g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED, _("No round with marks has been opened yet."));
      return FALSE;
    }
  place->entrant = votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, wanted->entrant, error);
  if (place->entrant == NULL)
    return FALSE;
  place->criterion = votum_case_find_by_name (votum_case, VOTUM_KIND_CRITERION, wanted->criterion, error);
  if (place->criterion == NULL)
    return FALSE;
  place->juror = wanted->juror != NULL ? votum_case_find_by_name (votum_case, VOTUM_KIND_JUROR, wanted->juror, error) : NULL;
  if (wanted->juror != NULL && place->juror == NULL)
    return FALSE;
  place->point = wanted->point != NULL ? find_point (votum_case, wanted->point, error) : NULL;

  return wanted->point == NULL || place->point != NULL;
}

static gboolean
revise (VotumCase     *votum_case,
        const Wanted  *wanted,
        GError       **error)
{
  Place place;
  VotumDecimal value;
  VotumMark mark = { .state = VOTUM_MARK_NOT_OBSERVED };

  if (!find_place (votum_case, wanted, &place, error))
    return FALSE;
  mark.round = (gint32) votum_thing_get_id (place.round);
  mark.entrant = (gint32) votum_thing_get_id (place.entrant);
  mark.juror = (gint32) votum_thing_get_id (place.juror);
  mark.criterion = (gint32) votum_thing_get_id (place.criterion);
  if (strcmp (wanted->mark, "not-observed") != 0)
    {
      if (!votum_decimal_parse_comma (wanted->mark, &value, error))
        return FALSE;
      mark.digits = value.digits;
      mark.scale = value.scale;
      mark.state = VOTUM_MARK_VALUE;
    }

  return votum_case_revise_mark (votum_case, &mark, place.point, wanted->reason, error);
}

static gboolean
set_consensus (VotumCase     *votum_case,
               const Wanted  *wanted,
               GError       **error)
{
  g_autoptr(VotumThing) consensus = votum_thing_new (VOTUM_KIND_CONSENSUS);
  Place place;
  VotumDecimal value;
  g_autofree char *text = NULL;

  if (!find_place (votum_case, wanted, &place, error) || !votum_decimal_parse_comma (wanted->mark, &value, error))
    return FALSE;
  text = votum_decimal_to_string (value);
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_ROUND, votum_thing_get_id (place.round));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_ENTRANT, votum_thing_get_id (place.entrant));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_CRITERION, votum_thing_get_id (place.criterion));
  votum_thing_set_ref (consensus, VOTUM_CONSENSUS_POINT, place.point != NULL ? votum_thing_get_id (place.point) : 0);

  return votum_thing_set_from_text (consensus, VOTUM_CONSENSUS_VALUE, text, error) &&
         (wanted->reason == NULL || votum_thing_set_from_text (consensus, VOTUM_CONSENSUS_REASON, wanted->reason, error)) &&
         votum_case_set_consensus (votum_case, consensus, error);
}

static int
run_mark (const VotumCliCommand *command,
          gboolean               of_juror,
          int                    argc,
          char                 **argv)
{
  g_auto(Wanted) wanted = { 0 };
  const GOptionEntry entries[] = {
    { "entrant", 0, 0, G_OPTION_ARG_STRING, &wanted.entrant, N_("The finalist, by id or name"), N_("ENTRANT") },
    { "criterion", 0, 0, G_OPTION_ARG_STRING, &wanted.criterion, N_("The criterion, by id or name"), N_("CRITERION") },
    { "mark", 0, 0, G_OPTION_ARG_STRING, &wanted.mark, N_("The mark"), N_("MARK") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &wanted.reason, N_("Why"), N_("TEXT") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &wanted.round, N_("The opened round; else the last one"), N_("ROUND") },
    { "point", 0, 0, G_OPTION_ARG_STRING, &wanted.point, N_("The point of the agenda, by number or id"), N_("POINT") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &wanted.who, N_("Who does this, for the log"), N_("NAME") },
    { of_juror ? "juror" : NULL, 0, 0, G_OPTION_ARG_STRING, &wanted.juror, N_("Whose mark it is, by id or name"), N_("JUROR") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (wanted.entrant == NULL || wanted.criterion == NULL || wanted.mark == NULL || (of_juror && wanted.juror == NULL))
    return votum_cli_wrong (of_juror ? _("Say which mark it is with --juror, --entrant and --criterion, and what it becomes with --mark.")
                                     : _("Say which mark it is with --entrant and --criterion, and what it is with --mark."));
  votum_case = votum_cli_open (argv[1], wanted.who, FALSE, &error);
  if (votum_case == NULL || !(of_juror ? revise (votum_case, &wanted, &error) : set_consensus (votum_case, &wanted, &error)))
    return votum_cli_refuse (error);

  return VOTUM_CLI_DONE;
}

static int
run_revise (int    argc,
            char **argv)
{
  return run_mark (&votum_cli_revise_command, TRUE, argc, argv);
}

const VotumCliCommand votum_cli_revise_command = { "revise", N_("CASE"), N_("A juror changes a mark in the deliberation"), run_revise };

static int
run_consensus (int    argc,
               char **argv)
{
  return run_mark (&votum_cli_consensus_command, FALSE, argc, argv);
}

const VotumCliCommand votum_cli_consensus_command = { "consensus", N_("CASE"), N_("The panel agrees on a mark"), run_consensus };
