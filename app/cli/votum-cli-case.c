#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-export.h"
#include "votum-case-holder.h"
#include "votum-case-import.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-error.h"

#define LOG_VALUE_WIDTH 48

/* Commands on a case as a whole: init, templates, log, undo, redo, check, export. */

static int
init_case (const char *path,
           const char *source,
           const char *who,
           gboolean    large)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumDocument) document = NULL;
  g_autoptr(VotumCase) votum_case = NULL;
  g_autoptr(VotumImport) import = NULL;
  GError *error = NULL;

  votum_cli_begin (_("Reading"));
  document = votum_case_read_template (source, large, problems, votum_cli_work (), &error);
  votum_cli_end ();
  if (document == NULL)
    return votum_cli_refuse_file (problems, source, error);
  if (votum_document_get_kind (document) != VOTUM_DOCUMENT_AWARD)
    {
      votum_cli_warn (_("%s: This is a shortlist, not an award. Make the case from its award first, then import the shortlist."), source);
      return VOTUM_CLI_REFUSED;
    }

  if (!votum_cli_check_folder (path, &error))
    return votum_cli_refuse (error);
  votum_case = votum_case_create (path, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  if (who != NULL)
    votum_case_set_who (votum_case, who);

  import = votum_case_plan_document (votum_case, g_steal_pointer (&document), problems, &error);
  if (import == NULL)
    {
      votum_case_discard (votum_case);
      return votum_cli_refuse_file (problems, source, error);
    }

  votum_cli_begin (_("Writing"));
  if (!votum_case_import (votum_case, import, "init", source, NULL, votum_cli_work (), &error))
    {
      votum_cli_end ();
      votum_case_discard (votum_case);
      return votum_cli_refuse (error);
    }
  votum_cli_end ();
  votum_cli_say (_("%s is ready."), path);

  return VOTUM_CLI_DONE;
}

static int
run_init (int    argc,
          char **argv)
{
  g_autofree char *template = NULL;
  g_autofree char *who = NULL;
  gboolean large = FALSE;
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &template, N_("Start from this template"), N_("NAME") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    { "large", 0, 0, G_OPTION_ARG_NONE, &large, N_("Read a file of up to 64 MiB"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_init_command, entries, &argc, &argv, -1))
    return VOTUM_CLI_WRONG_CALL;
  if (argc - 1 != (template != NULL ? 1 : 2))
    return votum_cli_wrong ("%s", _("This takes the path of the new case, and either --template NAME or an award XML file."));
  if (template != NULL && strpbrk (template, "/.") != NULL)
    return votum_cli_wrong ("%s", _("A template is named without its path. See “votumctl templates”."));

  return init_case (argv[1], template != NULL ? template : argv[2], who, large);
}

const VotumCliCommand votum_cli_init_command = {
  "init", N_("CASE [--template NAME | FILE.xml]"), N_("Make a case from a template or an award XML file"), run_init
};

static int
run_templates (int    argc,
               char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto(GStrv) names = NULL;

  if (!votum_cli_parse (&votum_cli_templates_command, entries, &argc, &argv, 0))
    return VOTUM_CLI_WRONG_CALL;

  names = votum_case_list_templates ();
  if (names[0] == NULL)
    {
      votum_cli_warn ("%s", _("The templates that come with Votum are not where they should be. Install it again, or set VOTUM_DATADIR."));
      return VOTUM_CLI_REFUSED;
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(VotumProblems) problems = votum_problems_new ();
      g_autoptr(VotumDocument) document = votum_case_read_template (names[i], FALSE, problems, NULL, NULL);
      GPtrArray *awards = document != NULL ? votum_document_things (document, VOTUM_KIND_AWARD) : NULL;

      if (awards != NULL && awards->len > 0)
        votum_cli_say ("%-28s %s", names[i],
                       votum_texts_get (votum_thing_get_texts (g_ptr_array_index (awards, 0), VOTUM_AWARD_NAME), votum_cli_lang ()));
    }

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_templates_command = {
  "templates", "", N_("List the templates of prizes that came with Votum"), run_templates
};

/* A table for people has the beginning of a value; the other formats have all that the log says. */
static void
add_value (VotumCliTable *table,
           const char    *value,
           VotumCliFormat format)
{
  g_autofree char *shown = NULL;

  if (value == NULL || *value == '\0')
    {
      votum_cli_table_cell (table, NULL);
      return;
    }
  if (format == VOTUM_CLI_FORMAT_TABLE && g_utf8_strlen (value, -1) > LOG_VALUE_WIDTH)
    {
      g_autofree char *start = g_utf8_substring (value, 0, LOG_VALUE_WIDTH - 1);

      shown = g_strconcat (start, "…", NULL);
    }
  votum_cli_table_cell (table, shown != NULL ? shown : value);
}

static int
run_log (int    argc,
         char **argv)
{
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();
  /* TRANSLATORS: in place of what the log says of a change that belongs to somebody else */
  const char *unseen = _("(not to be seen in this copy)");
  VotumCliFormat format;
  GError *error = NULL;
  GPtrArray *log;
  gboolean seen;

  if (!votum_cli_parse (&votum_cli_log_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!votum_cli_format_parse (format_name, &format))
    return votum_cli_wrong (_("“%s” is not a format. Choose table, csv or json."), format_name);

  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);

  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "number", _("No."));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "time", _("Time"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "who", _("Who"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "command", _("What"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "subject", _("About"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "old", _("Old value"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "new", _("New value"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "hash", _("Hash"));

  log = votum_case_get_log (votum_case);
  for (guint i = 0; i < log->len; i++)
    {
      const VotumLogEntry *entry = g_ptr_array_index (log, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->number);
      g_autofree char *hash = g_strndup (entry->hash, format == VOTUM_CLI_FORMAT_TABLE ? 12 : strlen (entry->hash));

      votum_cli_table_cell (table, number);
      votum_cli_table_cell (table, entry->time);
      votum_cli_table_cell (table, entry->who);
      votum_cli_table_cell (table, entry->command);
      seen = votum_case_may_see_entry (votum_case, entry);
      votum_cli_table_cell (table, seen ? entry->subject : unseen);
      add_value (table, seen ? entry->old_value : unseen, format);
      add_value (table, seen ? entry->new_value : unseen, format);
      votum_cli_table_cell (table, hash);
    }
  votum_cli_table_print (table, format, votum_cli_lang ());

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_log_command = {
  "log", N_("CASE"), N_("Show the log: who did what, when, from which value to which"), run_log
};

static int
reverse (const VotumCliCommand *command,
         gboolean               redo,
         int                    argc,
         char                 **argv)
{
  g_autofree char *who = NULL;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &who, N_("Who does this, for the log"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  g_autofree char *name = NULL;
  GError *error = NULL;

  if (!votum_cli_parse (command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;

  votum_case = votum_cli_open (argv[1], who, FALSE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);

  name = g_strdup (redo ? votum_case_redo_name (votum_case) : votum_case_undo_name (votum_case));
  if (redo ? !votum_case_redo (votum_case, &error) : !votum_case_undo (votum_case, &error))
    return votum_cli_refuse (error);
  votum_cli_say (redo ? _("Done again: %s") : _("Taken back: %s"), name);

  return VOTUM_CLI_DONE;
}

static int
run_undo (int    argc,
          char **argv)
{
  return reverse (&votum_cli_undo_command, FALSE, argc, argv);
}

static int
run_redo (int    argc,
          char **argv)
{
  return reverse (&votum_cli_redo_command, TRUE, argc, argv);
}

const VotumCliCommand votum_cli_undo_command = { "undo", N_("CASE"), N_("Take the latest change back"), run_undo };
const VotumCliCommand votum_cli_redo_command = { "redo", N_("CASE"), N_("Do again what was taken back last"), run_redo };

static int
salvage (const char *path,
         const char *new_path)
{
  g_autoptr(GPtrArray) report = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  votum_cli_begin (_("Salvaging"));
  if (!votum_case_salvage (path, new_path, report, votum_cli_work ()->cancellable, &error))
    {
      votum_cli_end ();
      return votum_cli_refuse (error);
    }
  votum_cli_end ();

  for (guint i = 0; i < report->len; i++)
    votum_cli_say ("%s", (const char *) g_ptr_array_index (report, i));
  votum_cli_say (_("What could be read is in %s."), new_path);

  return VOTUM_CLI_DONE;
}

static int
run_check (int    argc,
           char **argv)
{
  g_autofree char *new_path = NULL;
  const GOptionEntry entries[] = {
    { "salvage", 0, 0, G_OPTION_ARG_FILENAME, &new_path, N_("Put what can be read of a damaged case into a new one"), N_("NEW-CASE") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  GError *error = NULL;
  GPtrArray *log;

  if (!votum_cli_parse (&votum_cli_check_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (new_path != NULL)
    return salvage (argv[1], new_path);

  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  votum_cli_begin (_("Checking"));
  if (!votum_case_verify (votum_case, votum_cli_work (), &error))
    {
      votum_cli_end ();
      return votum_cli_refuse (error);
    }
  votum_cli_end ();

  log = votum_case_get_log (votum_case);
  votum_cli_say (_("%s is whole: every row and every entry of the log agree."), argv[1]);
  votum_cli_say (_("Entries in the log: %u"), log->len);
  votum_cli_say (_("Hash of the last one: %s"), ((const VotumLogEntry *) g_ptr_array_index (log, log->len - 1))->hash);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_check_command = {
  "check", N_("CASE"), N_("Check that a case is whole and agrees with its log"), run_check
};

static int
run_export (int    argc,
            char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The XML file to write; attachments go beside it"), N_("FILE.xml") },
    G_OPTION_ENTRY_NULL
  };
  VotumCase *votum_case;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_export_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (output == NULL)
    return votum_cli_wrong ("%s", _("Say where to with --output FILE.xml."));

  if (!votum_cli_check_output (output, argv[1], ".xml", &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (argv[1], NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  if (!votum_case_export (votum_case, output, &error))
    return votum_cli_refuse (error);
  votum_cli_say ("%s", output);

  return VOTUM_CLI_DONE;
}

const VotumCliCommand votum_cli_export_command = {
  "export", N_("CASE --output FILE.xml"), N_("Write the whole case as award XML"), run_export
};
