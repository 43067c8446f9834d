#include "votum-config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-office.h"
#include "votum-case-verdict.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-verdict.h"
#include "votum-words.h"

/* The result by the rule, and the verdict as PDF. */

static const char *
state_word (VotumStandingState state)
{
  switch (state)
    {
    case VOTUM_STANDING_RANKED:
      return "ranked";
    case VOTUM_STANDING_NOT_IN_ROUND:
      return "not-in-round";
    case VOTUM_STANDING_NO_MARKS:
      return "no-marks";
    case VOTUM_STANDING_NOT_CARRIED:
      return "not-carried";
    case VOTUM_STANDING_TOO_FEW:
    default:
      return "too-few-marks";
    }
}

static void
add_columns (VotumCliTable *table,
             VotumStanding *standing,
             VotumCliFormat format)
{
  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      votum_cli_table_column (table, VOTUM_CLI_TEXT, "class", "");
      votum_cli_table_column (table, VOTUM_CLI_TEXT, "round", "");
    }
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "position", C_("rank", "Place"));
  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      votum_cli_table_column (table, VOTUM_CLI_TEXT, "shared", "");
      votum_cli_table_column (table, VOTUM_CLI_TEXT, "entrant", "");
    }
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      static const char *const taken[] = { "class", "round", "position", "shared", "entrant", "name", "round-result", "total", "exact",
                                           "state", NULL };
      const char *key = votum_thing_get_key (g_ptr_array_index (standing->leaves, leaf));
      g_autofree char *column = g_strv_contains (taken, key) ? g_strconcat ("criterion-", key, NULL) : g_strdup (key);

      votum_cli_table_column (table, VOTUM_CLI_NUMBER, column, key);
    }
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "round-result", _("Round"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "total", _("Total"));
  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      votum_cli_table_column (table, VOTUM_CLI_TEXT, "exact", "");
      votum_cli_table_column (table, VOTUM_CLI_TEXT, "state", "");
    }
}

static void
add_row (VotumCliTable *table,
         VotumStanding *standing,
         guint          round,
         guint          entrant,
         VotumCliFormat format)
{
  VotumThing *thing = g_ptr_array_index (standing->entrants, entrant);
  VotumResult *result = standing->result;
  guint position = votum_result_position (result, round, entrant);
  gboolean shared = votum_result_is_shared (result, round, entrant);
  g_autofree char *place = position > 0 ? g_strdup_printf ("%u%s", position, shared && format == VOTUM_CLI_FORMAT_TABLE ? "=" : "") : NULL;
  g_autofree char *round_result = votum_result_round (result, round, entrant, 2);
  g_autofree char *total = votum_result_total (result, round, entrant, 2);
  g_autofree char *exact = votum_result_exact_total (result, round, entrant);

  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      votum_cli_table_cell (table, standing->class != NULL ? votum_thing_get_key (standing->class) : NULL);
      votum_cli_table_cell (table, votum_thing_get_key (g_ptr_array_index (standing->rounds, round)));
    }
  votum_cli_table_cell (table, place);
  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      votum_cli_table_cell (table, shared ? "yes" : "no");
      votum_cli_table_cell (table, votum_thing_get_key (thing));
    }
  votum_cli_table_cell (table, votum_thing_get_text (thing, VOTUM_ENTRANT_NAME));
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    {
      g_autofree char *panel = votum_result_panel (result, round, entrant, leaf, 2);

      votum_cli_table_cell (table, panel);
    }
  votum_cli_table_cell (table, round_result);
  votum_cli_table_cell (table, total);
  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      votum_cli_table_cell (table, exact);
      votum_cli_table_cell (table, state_word (votum_result_state (result, round, entrant)));
    }
}

static void
say_ties (VotumStanding *standing,
          guint          round)
{
  GPtrArray *splits = votum_result_splits (standing->result, round);

  for (guint i = 0; i < splits->len; i++)
    {
      VotumTieSplit *split = g_ptr_array_index (splits, i);
      g_autoptr(GPtrArray) names = g_ptr_array_new ();
      g_autofree char *list = NULL;

      for (guint part = 0; part < split->into->len; part++)
        {
          GArray *members = g_ptr_array_index (split->into, part);

          for (guint m = 0; m < members->len; m++)
            g_ptr_array_add (names, (char *) votum_thing_get_text (g_ptr_array_index (standing->entrants, g_array_index (members, guint, m)),
                                                                   VOTUM_ENTRANT_NAME));
        }
      g_ptr_array_add (names, NULL);
      list = votum_words_list (votum_cli_lang (), (const char *const *) names->pdata);
      votum_cli_say (_("Equal, and put in this order by step %u of the tie-breaks: %s."), split->rule + 1, list);
    }
}

static void
say_state (VotumStanding *standing,
           guint          round,
           guint          entrant)
{
  const char *name = votum_thing_get_text (g_ptr_array_index (standing->entrants, entrant), VOTUM_ENTRANT_NAME);
  VotumStandingState state = votum_result_state (standing->result, round, entrant);

  if (state == VOTUM_STANDING_NO_MARKS)
    votum_cli_say (_("%s has no marks in this round."), name);
  else if (state == VOTUM_STANDING_TOO_FEW)
    votum_cli_say (_("%s has fewer marks than the rule asks for, and so no result."), name);
  else if (state == VOTUM_STANDING_NOT_CARRIED)
    votum_cli_say (_("%s is not carried: not enough votes for."), name);
}

/* What jurors gave by the rule of a standing, in words. */
static char *
describe_rule (VotumStanding *standing)
{
  return votum_verdict_rule_step (standing->terms, standing->rounds->len, votum_cli_lang (), VOTUM_RULE_STEP_METHOD);
}

static gboolean
is_called (VotumThing *round,
           const char *name)
{
  return g_ascii_strcasecmp (votum_thing_get_key (round), name) == 0 ||
         g_strcmp0 (votum_texts_get (votum_thing_get_texts (round, VOTUM_ROUND_NAME), votum_cli_lang ()), name) == 0;
}

/* The standing that has the round: that of the rule that decides, or where the round went by another one that one. */
static VotumStanding *
standing_of (VotumStanding *standing,
             GPtrArray     *others,
             const char    *round_name)
{
  for (guint i = 0; round_name != NULL && i < others->len; i++)
    {
      VotumStanding *other = g_ptr_array_index (others, i);

      for (guint r = 0; r < other->rounds->len; r++)
        if (is_called (g_ptr_array_index (other->rounds, r), round_name))
          return other;
    }

  return standing;
}

static gboolean
print_standing (VotumCase     *votum_case,
                VotumStanding *standing,
                const char    *round_name,
                VotumCliFormat format,
                VotumCliTable *table,
                GError       **error)
{
  g_autoptr(GArray) order = NULL;
  g_autofree char *title = NULL;
  guint round;

  if (!votum_cli_round (standing, round_name, &round, error))
    return FALSE;

  order = votum_result_order (standing->result, round);
  for (guint i = 0; i < order->len; i++)
    add_row (table, standing, round, g_array_index (order, guint, i), format);
  if (format != VOTUM_CLI_FORMAT_TABLE)
    {
      for (guint e = 0; e < standing->entrants->len; e++)
        if (votum_result_state (standing->result, round, e) == VOTUM_STANDING_NO_MARKS ||
            votum_result_state (standing->result, round, e) == VOTUM_STANDING_TOO_FEW ||
            votum_result_state (standing->result, round, e) == VOTUM_STANDING_NOT_CARRIED)
          add_row (table, standing, round, e, format);
      return TRUE;
    }

  title = votum_case_name_of (votum_case, g_ptr_array_index (standing->rounds, round), votum_cli_lang ());
  if (standing->class != NULL)
    votum_cli_say ("%s · %s", votum_texts_get (votum_thing_get_texts (standing->class, VOTUM_CLASS_NAME), votum_cli_lang ()), title);
  else
    votum_cli_say ("%s", title);
  votum_cli_table_print (table, format, votum_cli_lang ());
  say_ties (standing, round);
  for (guint e = 0; e < standing->entrants->len; e++)
    say_state (standing, round, e);

  return TRUE;
}

static gboolean
same_criteria (VotumStanding *a,
               VotumStanding *b)
{
  if (a->leaves->len != b->leaves->len)
    return FALSE;
  for (guint i = 0; i < a->leaves->len; i++)
    if (g_ptr_array_index (a->leaves, i) != g_ptr_array_index (b->leaves, i))
      return FALSE;

  return TRUE;
}

/* Who has no class in an award with classes is in no standing; that is told, and not found out on the stage. */
static void
say_without_class (VotumCase *votum_case)
{
  GListModel *entrants = votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT);

  if (g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_CLASS)) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      if (!votum_thing_is_set (entrant, VOTUM_ENTRANT_CLASS))
        votum_cli_warn (_("%s is in no class, and so in no result."), votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));
    }
}

static void
say_out_of_race (VotumCase     *votum_case,
                 VotumStanding *standing)
{
  GListModel *entrants = votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT);
  gint64 class = standing->class != NULL ? votum_thing_get_id (standing->class) : 0;

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

      if (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) != class)
        continue;
      if (status == VOTUM_ENTRANT_STATUS_WITHDRAWN)
        votum_cli_say (_("%s has withdrawn."), votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));
      else if (status == VOTUM_ENTRANT_STATUS_DISQUALIFIED)
        votum_cli_say (_("%s is disqualified."), votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));
    }
}

static void
say_decides (VotumStanding *standing,
             gboolean       decides)
{
  g_autofree char *rule = describe_rule (standing);

  if (decides)
    votum_cli_say (_("This round decides: %s"), rule);
  else
    votum_cli_say (_("This round went by a rule of its own, and does not decide: %s"), rule);
}

/* Rounds by other rules than the one that decides, each with its rule in words. */
static gboolean
print_others (VotumCase  *votum_case,
              GPtrArray  *others,
              GError    **error)
{
  for (guint i = 0; i < others->len; i++)
    {
      VotumStanding *other = g_ptr_array_index (others, i);
      g_autoptr(VotumCliTable) table = votum_cli_table_new ();

      add_columns (table, other, VOTUM_CLI_FORMAT_TABLE);
      if (!print_standing (votum_case, other, NULL, VOTUM_CLI_FORMAT_TABLE, table, error))
        return FALSE;
      say_decides (other, FALSE);
      votum_cli_say ("%s", "");
    }

  return TRUE;
}

/* For people a table a class. For programs one table, where the classes share their criteria; others have to be asked for
 * one by one. */
static int
print_classes (VotumCase     *votum_case,
               const char    *class_name,
               const char    *round_name,
               VotumCliFormat format)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  g_autoptr(GPtrArray) standings = NULL;
  GError *error = NULL;

  standings = votum_cli_standings (votum_case, class_name, &error);
  if (standings == NULL)
    return votum_cli_refuse (error);

  for (guint i = 1; i < standings->len && format != VOTUM_CLI_FORMAT_TABLE; i++)
    if (!same_criteria (g_ptr_array_index (standings, 0), g_ptr_array_index (standings, i)))
      {
        votum_cli_warn ("%s", _("The classes have criteria of their own and do not fit into one table. Choose a class with --class."));
        return VOTUM_CLI_REFUSED;
      }

  for (guint i = 0; i < standings->len; i++)
    {
      VotumStanding *deciding = g_ptr_array_index (standings, i);
      g_autoptr(GPtrArray) others = votum_case_compute_others (votum_case, deciding);
      VotumStanding *standing = standing_of (deciding, others, round_name);
      g_autoptr(VotumCliTable) own = format == VOTUM_CLI_FORMAT_TABLE ? votum_cli_table_new () : NULL;

      if (own != NULL && round_name == NULL && !print_others (votum_case, others, &error))
        return votum_cli_refuse (error);
      if (own != NULL || i == 0)
        add_columns (own != NULL ? own : table, standing, format);
      if (!print_standing (votum_case, standing, round_name, format, own != NULL ? own : table, &error))
        return votum_cli_refuse (error);
      if (own != NULL && others->len > 0)
        say_decides (standing, standing == deciding);
      if (own != NULL)
        say_out_of_race (votum_case, standing);
      if (own != NULL && i + 1 < standings->len)
        votum_cli_say ("%s", "");
    }
  if (format != VOTUM_CLI_FORMAT_TABLE)
    votum_cli_table_print (table, format, votum_cli_lang ());
  say_without_class (votum_case);

  return VOTUM_CLI_DONE;
}

static int
run_result (int    argc,
            char **argv)
{
  g_autofree char *round_name = NULL;
  g_autofree char *class_name = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "round", 'r', 0, G_OPTION_ARG_STRING, &round_name, N_("After this round; otherwise after the latest with marks"), N_("ID") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Only this class"), N_("ID") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  VotumCliFormat format;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_result_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);

  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);

  return print_classes (votum_case, class_name, round_name, format);
}

const VotumCliCommand votum_cli_result_command = {
  "result", N_("CASE"), N_("Compute the result by the award's rule"), run_result
};

static gboolean
parse_part (const char       *text,
            VotumVerdictPart *part)
{
  static const struct {
    const char *name;
    VotumVerdictPart part;
  } parts[] = { { "both", VOTUM_VERDICT_BOTH }, { "citation", VOTUM_VERDICT_CITATION }, { "protocol", VOTUM_VERDICT_PROTOCOL } };

  *part = VOTUM_VERDICT_BOTH;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (parts[i].name, text) == 0)
        {
          *part = parts[i].part;
          return TRUE;
        }
    }

  return FALSE;
}

static int
write_verdict (const char                *path,
               const char                *class_name,
               const char                *output,
               const VotumVerdictOptions *options)
{
  VotumCase *votum_case;
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumPaper) paper = NULL;
  GError *error = NULL;
  gboolean draft, written;

  if (!votum_cli_check_output (output, path, ".pdf, .odt", &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  standing = votum_cli_standing (votum_case, class_name, &error);
  if (standing == NULL)
    return votum_cli_refuse (error);

  votum_cli_begin (_("Drawing"));
  paper = votum_case_verdict (votum_case, standing, options, &draft);
  written = votum_case_write_document (paper, output, votum_cli_work ()->cancellable, &error);
  votum_cli_end ();
  if (!written)
    return votum_cli_refuse (error);
  if (draft && (options->part & VOTUM_VERDICT_CITATION))
    votum_cli_warn (votum_case_is_decided (votum_case, standing)
                      ? _("The citation is a draft, and says so: the jury has written no text in “%s” about who gets the prize.")
                      : _("The citation is a draft, and says so: the jury has not decided yet (“%s”)."), options->lang);
  votum_cli_say ("%s", output);

  return VOTUM_CLI_DONE;
}

static int
run_verdict (int    argc,
             char **argv)
{
  g_autofree char *lang = NULL;
  g_autofree char *part_name = NULL;
  g_autofree char *class_name = NULL;
  g_autofree char *output = NULL;
  VotumVerdictOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &lang, N_("Language of the document: nb, nn, sv, da or en"), N_("LANG") },
    { "part", 'p', 0, G_OPTION_ARG_STRING, &part_name, N_("citation, protocol or both"), N_("PART") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Of this class"), N_("ID") },
    { "name-last", 0, 0, G_OPTION_ARG_NONE, &options.name_last, N_("The citation's form for the stage, with the name last"), NULL },
    { "anonymous", 0, 0, G_OPTION_ARG_NONE, &options.anonymous, N_("Marks by letters instead of jurors' names"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; .odt for an office suite"), N_("FILE.pdf") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_verdict_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  options.lang = lang != NULL ? lang : votum_cli_lang ();
  if (!votum_words_has_lang (options.lang))
    return votum_cli_wrong (_("Documents are written in nb, nn, sv, da or en, not in “%s”."), options.lang);
  if (!parse_part (part_name, &options.part))
    return votum_cli_wrong (_("“%s” is not a part. Choose citation, protocol or both."), part_name);
  if (output == NULL)
    return votum_cli_wrong ("%s", _("Say where to with --output FILE.pdf or FILE.odt."));

  return write_verdict (argv[1], class_name, output, &options);
}

const VotumCliCommand votum_cli_verdict_command = {
  "verdict", N_("CASE --output FILE.pdf"), N_("Write the verdict as PDF or for an office suite: the citation and the protocol"), run_verdict
};
