#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-import.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-error.h"

/* Bringing files into a case, and listing who competes. */

typedef struct {
  gboolean dry_run;
  gboolean large;
  char *who;
  char *unlock;
  char *round;
  char *class_;
  char *entrant;
  char *juror;
  char *criterion;
  char *entered_by;
} ImportOptions;

static void
options_clear (ImportOptions *options)
{
  g_free (options->who);
  g_free (options->unlock);
  g_free (options->round);
  g_free (options->class_);
  g_free (options->entrant);
  g_free (options->juror);
  g_free (options->criterion);
  g_free (options->entered_by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, options_clear)

#define WORD_WIDTH 18

/* What a person calls the things that an import counts, beside what they are called in XML. */
static const char *const kind_words[VOTUM_N_KINDS] = {
  [VOTUM_KIND_SCALE] = N_("scales"),
  [VOTUM_KIND_LEVEL] = N_("levels"),
  [VOTUM_KIND_RULE] = N_("rule"),
  [VOTUM_KIND_AWARD] = N_("award"),
  [VOTUM_KIND_CLASS] = N_("classes"),
  [VOTUM_KIND_INDICATOR] = N_("indicators"),
  [VOTUM_KIND_CRITERION] = N_("criteria"),
  [VOTUM_KIND_ENTRANT] = N_("entrants"),
  [VOTUM_KIND_SECTION] = N_("sections"),
  [VOTUM_KIND_CONTACT_PERSON] = N_("contact persons"),
  [VOTUM_KIND_MEASURE] = N_("measures"),
  [VOTUM_KIND_JUROR] = N_("jurors"),
  [VOTUM_KIND_RECUSAL] = N_("recusals"),
  [VOTUM_KIND_ASSIGNMENT] = N_("assignments"),
  [VOTUM_KIND_ROUND] = N_("rounds"),
  [VOTUM_KIND_ROUND_ENTRY] = N_("round entries"),
  [VOTUM_KIND_VISIT] = N_("visits"),
  [VOTUM_KIND_QUESTION] = N_("questions"),
  [VOTUM_KIND_NOTE] = N_("notes"),
  [VOTUM_KIND_ATTACHMENT] = N_("attachments"),
  [VOTUM_KIND_POINT] = N_("points of the agenda"),
  [VOTUM_KIND_REVISION] = N_("revised marks"),
  [VOTUM_KIND_CONSENSUS] = N_("the panel's own marks"),
  [VOTUM_KIND_MEETING] = N_("meetings"),
  [VOTUM_KIND_MINUTE] = N_("minutes"),
  [VOTUM_KIND_CASTING_VOTE] = N_("casting votes"),
  [VOTUM_KIND_DECISION] = N_("decisions"),
  [VOTUM_KIND_CITATION] = N_("citations"),
  [VOTUM_KIND_CITATION_LINK] = N_("links of citations"),
  [VOTUM_KIND_WORDING] = N_("versions of citations"),
  [VOTUM_KIND_FEEDBACK] = N_("feedback"),
  [VOTUM_KIND_HAND_OUT] = N_("hand-outs"),
  [VOTUM_KIND_BALLOT] = N_("ballots"),
};

static void
say_count (const char             *name,
           const VotumImportCount *count)
{
  g_autofree char *label = NULL;

  if (count->added + count->changed + count->unchanged + count->removed + count->left == 0)
    return;

  label = g_strdup_printf ("%s%*s", name, MAX (WORD_WIDTH - (int) g_utf8_strlen (name, -1), 0), "");

  /* TRANSLATORS: a kind of thing, then how many of them are added, changed, taken out, the same already, and only in the case */
  votum_cli_say (_("%s %6u added, %u changed, %u taken out, %u the same, %u left as they are"), label, count->added, count->changed,
                 count->removed, count->unchanged, count->left);
}

static void
say_import (VotumImport *import,
            gboolean     dry_run)
{
  GPtrArray *lines = votum_import_lines (import);

  for (guint i = 0; dry_run && i < lines->len; i++)
    votum_cli_say ("%s", (const char *) g_ptr_array_index (lines, i));
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    say_count (_(kind_words[kind]), votum_import_count (import, kind));
  say_count (_("marks"), votum_import_marks (import));
  if (votum_import_is_empty (import))
    votum_cli_say ("%s", _("The case has all of this already: nothing changes."));
  else if (dry_run)
    votum_cli_say ("%s", _("This was a rehearsal: nothing has been changed."));
}

/* Says how what is locked can be unlocked. */
static int
refuse_import (VotumCase   *votum_case,
               VotumImport *import,
               GError      *error)
{
  gboolean locked = g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED) &&
                    votum_case_rehearse_import (votum_case, import, TRUE, NULL);
  int status = votum_cli_refuse (error);

  if (locked)
    votum_cli_warn ("%s", _("With --unlock REASON the change is made all the same, and the log and the protocol tell the reason."));

  return status;
}

static int
import_file (const char          *what,
             const char          *path,
             const char          *file,
             const ImportOptions *options)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  VotumCase *votum_case;
  VotumThing *round = NULL;
  g_autoptr(VotumImport) import = NULL;
  g_autofree char *command = g_strdup_printf ("import-%s", what);
  g_autofree char *subject = g_filename_display_basename (file);
  GError *error = NULL;
  gboolean done;

  votum_case = votum_cli_open (path, options->who, options->dry_run, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);

  if (options->round != NULL)
    {
      round = votum_cli_find_round (votum_case, options->round, &error);
      if (round == NULL)
        return votum_cli_refuse (error);
    }
  votum_cli_begin (_("Reading"));
  if (strcmp (what, "marks") == 0)
    {
      VotumMarkDefaults defaults = { round != NULL ? votum_thing_get_key (round) : NULL, options->class_, options->entrant, options->juror, options->criterion,
                                     options->entered_by };

      import = votum_case_plan_marks (votum_case, file, &defaults, problems, votum_cli_work (), &error);
    }
  else
    {
      import = votum_case_plan_file (votum_case, file, options->large, strcmp (what, "shortlist") == 0, problems, votum_cli_work (), &error);
    }
  votum_cli_end ();
  if (import == NULL)
    return votum_cli_refuse_file (problems, file, error);

  if (options->dry_run && !votum_case_rehearse_import (votum_case, import, options->unlock != NULL, &error))
    return refuse_import (votum_case, import, error);
  if (!options->dry_run)
    {
      votum_cli_begin (_("Writing"));
      done = votum_case_import (votum_case, import, command, subject, options->unlock, votum_cli_work (), &error);
      votum_cli_end ();
      if (!done)
        return refuse_import (votum_case, import, error);
    }
  say_import (import, options->dry_run);

  return VOTUM_CLI_DONE;
}

static int
run_import (int    argc,
            char **argv)
{
  g_auto(ImportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Say what would be added, changed and left, and change nothing"), NULL },
    { "large", 0, 0, G_OPTION_ARG_NONE, &options.large, N_("Read a file of up to 64 MiB"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.who, N_("Who does this, for the log"), N_("NAME") },
    { "unlock", 0, 0, G_OPTION_ARG_STRING, &options.unlock, N_("Change what marking has locked, for this reason"), N_("REASON") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_("Marks: the round, where the file does not say"), N_("ROUND") },
    { "class", 0, 0, G_OPTION_ARG_STRING, &options.class_, N_("Marks: the class, where the file does not say"), N_("ID") },
    { "entrant", 0, 0, G_OPTION_ARG_STRING, &options.entrant, N_("Marks: the entrant, where the file does not say"), N_("ID") },
    { "juror", 0, 0, G_OPTION_ARG_STRING, &options.juror, N_("Marks: the juror, where the file does not say"), N_("ID") },
    { "criterion", 0, 0, G_OPTION_ARG_STRING, &options.criterion, N_("Marks: the criterion, where the file does not say"), N_("ID") },
    { "entered-by", 0, 0, G_OPTION_ARG_STRING, &options.entered_by, N_("Marks: who typed them in, where that was not the juror"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_import_command, entries, &argc, &argv, 3))
    return VOTUM_CLI_WRONG_CALL;
  if (strcmp (argv[1], "shortlist") != 0 && strcmp (argv[1], "marks") != 0 && strcmp (argv[1], "award") != 0)
    return votum_cli_wrong (_("“%s” cannot be imported. Choose shortlist, marks or award."), argv[1]);

  return import_file (argv[1], argv[2], argv[3], &options);
}

const VotumCliCommand votum_cli_import_command = {
  "import", N_("shortlist|marks|award CASE FILE"), N_("Bring a shortlist, marks or parts of an award into a case"), run_import
};

/* What an entrant's status is called, by the same words as in XML. */
G_GNUC_UNUSED static const char *const status_words[] = {
  N_("entered"), N_("shortlisted"), N_("finalist"), N_("withdrawn"), N_("disqualified")
};

static int
run_entrants (int    argc,
              char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *class_name = NULL;
  const GOptionEntry entries[] = {
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Only this class"), N_("ID") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  g_autoptr(GPtrArray) entrants = NULL;
  VotumThing *class_thing = NULL;
  VotumCliFormat format;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_entrants_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);

  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  if (class_name != NULL)
    {
      class_thing = votum_case_find_by_name (votum_case, VOTUM_KIND_CLASS, class_name, &error);
      if (class_thing == NULL)
        return votum_cli_refuse (error);
    }

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "id", _("Id"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "class", _("Class"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "status", _("Status"));
  entrants = votum_case_in_order (votum_case, VOTUM_KIND_ENTRANT);
  for (guint i = 0; i < entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, i);
      VotumThing *in_class = votum_case_lookup (votum_case, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
      const char *status = votum_thing_get_text (entrant, VOTUM_ENTRANT_STATUS);

      if (class_thing != NULL && in_class != class_thing)
        continue;
      votum_cli_table_cell (table, votum_thing_get_key (entrant));
      votum_cli_table_cell (table, votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));
      votum_cli_table_cell (table, in_class != NULL ? votum_thing_get_key (in_class) : NULL);
      votum_cli_table_cell (table, format == VOTUM_CLI_FORMAT_TABLE ? _(status) : status);
    }
  votum_cli_table_print (table, format, votum_cli_lang ());

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_entrants_command = {
  "entrants", N_("CASE"), N_("List who competes"), run_entrants
};
