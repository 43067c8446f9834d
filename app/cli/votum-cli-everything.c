#include "votum-config.h"

#include <glib/gi18n.h>

#include "votum-case-everything.h"
#include "votum-cli.h"
#include "votum-words.h"

/* Everything that a case gives, in one folder. */

static int
export_everything (const char  *path,
                   const char  *folder,
                   char       **langs)
{
  g_auto(GStrv) own = NULL;
  VotumCase *votum_case;
  GError *error = NULL;
  gboolean done;

  if (!votum_cli_check_folder (folder, &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  own = langs != NULL ? g_strdupv (langs) : votum_case_document_langs (votum_case, votum_cli_lang ());

  votum_cli_begin (_("Writing"));
  done = votum_case_export_everything (votum_case, folder, (const char *const *) own, votum_cli_work (), &error);
  votum_cli_end ();
  if (!done)
    return votum_cli_refuse (error);
  votum_cli_say ("%s", folder);

  return VOTUM_CLI_DONE;
}

static int
run_export_everything (int    argc,
                       char **argv)
{
  g_autofree char *folder = NULL;
  g_auto(GStrv) langs = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_("Where there is nothing yet, or an empty folder"), N_("FOLDER") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING_ARRAY, &langs, N_("Language of the documents, otherwise those of the award; may be repeated"),
      N_("LANG") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_export_everything_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  for (guint i = 0; langs != NULL && langs[i] != NULL; i++)
    if (!votum_words_has_lang (langs[i]))
      return votum_cli_wrong (_("Documents are written in nb, nn, sv, da or en, not in “%s”."), langs[i]);
  if (folder == NULL)
    return votum_cli_wrong ("%s", _("Say where to with --output FOLDER."));

  return export_everything (argv[1], folder, langs);
}

const VotumCliCommand votum_cli_export_everything_command = {
  "export-everything", N_("CASE --output FOLDER"), N_("Write every document, table and chart into one folder"), run_export_everything
};
