#include "votum-config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "votum-case-backups.h"
#include "votum-cli.h"
#include "votum-cli-table.h"
#include "votum-error.h"

/* The copies that are made of a case by the way: which there are, and getting one back. */

static char *
when (const VotumCaseBackup *backup)
{
  return g_date_time_format (backup->time, "%Y-%m-%dT%H:%M:%S");
}

static int
list (GPtrArray      *backups,
      VotumCliFormat  format)
{
  g_autoptr(VotumCliTable) table = votum_cli_table_new ();

  votum_cli_table_column (table, VOTUM_CLI_TEXT, "date", _("Date"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "name", _("Name"));
  votum_cli_table_column (table, VOTUM_CLI_NUMBER, "bytes", _("Bytes"));
  votum_cli_table_column (table, VOTUM_CLI_TEXT, "file", _("File"));
  for (guint i = 0; i < backups->len; i++)
    {
      const VotumCaseBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *date = when (backup);
      g_autofree char *size = g_strdup_printf ("%" PRId64, (int64_t) backup->size);

      votum_cli_table_cell (table, date);
      votum_cli_table_cell (table, backup->name);
      votum_cli_table_cell (table, size);
      votum_cli_table_cell (table, backup->path);
    }
  if (backups->len == 0 && format == VOTUM_CLI_FORMAT_TABLE)
    votum_cli_say ("%s", _("There are no copies yet. One is made on every day on which the case is opened to be changed."));
  else
    votum_cli_table_print (table, format, votum_cli_lang ());

  return VOTUM_CLI_DONE;
}

/* The latest of those whose date begins so: a day is enough. */
static const VotumCaseBackup *
find (GPtrArray  *backups,
      const char *date)
{
  for (guint i = 0; i < backups->len; i++)
    {
      g_autofree char *there = when (g_ptr_array_index (backups, i));

      if (g_str_has_prefix (there, date))
        return g_ptr_array_index (backups, i);
    }

  return NULL;
}

static int
restore (GPtrArray  *backups,
         const char *date,
         const char *output)
{
  const VotumCaseBackup *backup = find (backups, date);
  GError *error = NULL;

  if (backup == NULL)
    g_set_error (&error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is no copy of “%s”. “votumctl backups CASE” lists those there are."), date);
  else if (votum_cli_check_folder (output, &error) && votum_case_restore_backup (backup->path, output, &error))
    {
      g_autofree char *taken = when (backup);

      votum_cli_say (_("%s is the case as it was at %s."), output, taken);
      return VOTUM_CLI_DONE;
    }

  return votum_cli_refuse (error);
}

static int
run_backups (int    argc,
             char **argv)
{
  g_autofree char *date = NULL;
  g_autofree char *output = NULL;
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "restore", 0, 0, G_OPTION_ARG_STRING, &date, N_("Get back the latest copy of this date"), N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write, which is not there yet"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("table, csv or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  VotumCliFormat format;
  g_autoptr(GPtrArray) backups = NULL;
  GError *error = NULL;

  if (!votum_cli_parse (&votum_cli_backups_command, entries, &argc, &argv, 1) || !votum_cli_format_parse (format_name, &format))
    return VOTUM_CLI_WRONG_CALL;
  if ((date == NULL) != (output == NULL))
    return votum_cli_wrong ("%s", _("Say which copy with --restore, and where it goes with --output."));
  if (date != NULL && strlen (date) < strlen ("2026-11-03"))
    return votum_cli_wrong (_("“%s” is not a date. Write it as 2026-11-03, or with the time that “votumctl backups CASE” shows."), date);

  backups = votum_case_list_backups (argv[1], &error);
  if (backups == NULL)
    return votum_cli_refuse (error);

  return date != NULL ? restore (backups, date, output) : list (backups, format);
}

const VotumCliCommand votum_cli_backups_command = {
  "backups", N_("CASE [--restore DATE --output FILE]"), N_("List the copies that were made of a case, or get one back"), run_backups
};
