#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-grids.h"
#include "votum-case-office.h"
#include "votum-cli.h"
#include "votum-words.h"

/* The tables of a case for a spreadsheet: results, marks, criteria and the like. */

typedef struct {
  const char *output;
  const char *lang;
  const char *class_name;   /* nullable */
  char      **names;        /* nullable: all */
  gboolean    anonymous;
} Options;

static gboolean
is_csv (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv");
}

static void
add_grids (GPtrArray     *grids,
           VotumCase     *votum_case,
           VotumStanding *standing,
           gboolean       first,
           const Options *options)
{
  const VotumGridRequest request = { votum_case, standing, options->lang, options->anonymous };
  const char *const *names = options->names != NULL ? (const char *const *) options->names : votum_case_grid_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(VotumGrid) grid = NULL;

      if (!first && votum_case_grid_is_of_award (names[i]))
        continue;
      grid = votum_case_grid (names[i], &request);
      /* an empty one is only written where it was asked for */
      if (grid != NULL && (options->names != NULL || votum_grid_n_rows (grid) > 0))
        g_ptr_array_add (grids, g_steal_pointer (&grid));
    }
}

/* Of the class that is asked for, or of each. */
static GPtrArray *
collect (VotumCase     *votum_case,
         const Options *options,
         GError       **error)
{
  g_autoptr(GPtrArray) grids = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_grid_free);
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_case);
  guint n = options->class_name == NULL && !is_csv (options->output) ? MAX (classes->len, 1) : 1;

  for (guint i = 0; i < n; i++)
    {
      const char *key = options->class_name != NULL || n == 1 ? options->class_name : votum_thing_get_key (g_ptr_array_index (classes, i));
      g_autoptr(VotumStanding) standing = votum_cli_standing (votum_case, key, error);

      if (standing == NULL)
        return NULL;
      add_grids (grids, votum_case, standing, i == 0, options);
    }
  if (grids->len == 0)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is nothing to put into a table yet."));
      return NULL;
    }

  return g_steal_pointer (&grids);
}

static int
write_tables (const char    *path,
              const Options *options)
{
  VotumCase *votum_case;
  g_autoptr(GPtrArray) grids = NULL;
  GError *error = NULL;

  if (!votum_cli_check_output (options->output, path, ".ods, .csv", &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  grids = collect (votum_case, options, &error);
  if (grids == NULL || !votum_case_write_grids (votum_case, grids, options->lang, options->output, &error))
    return votum_cli_refuse (error);
  votum_cli_say ("%s", options->output);

  return VOTUM_CLI_DONE;
}

static int
run_tables (int    argc,
            char **argv)
{
  g_autofree char *lang = NULL;
  g_autofree char *class_name = NULL;
  g_autofree char *output = NULL;
  g_auto(GStrv) names = NULL;
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "table", 't', 0, G_OPTION_ARG_STRING_ARRAY, &names, N_("Only this one: results, marks, jurors, criteria, measures, revisions, consensus, minutes or ballots"),
      N_("NAME") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &lang, N_("Language of the heads: nb, nn, sv, da or en"), N_("LANG") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &class_name, N_("Of this class"), N_("ID") },
    { "anonymous", 0, 0, G_OPTION_ARG_NONE, &options.anonymous, N_("Letters instead of jurors' names"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; .csv holds one table"), N_("FILE.ods") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_tables_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  options.lang = lang != NULL ? lang : votum_cli_lang ();
  options.class_name = class_name;
  options.output = output;
  options.names = names;
  if (!votum_words_has_lang (options.lang))
    return votum_cli_wrong (_("Documents are written in nb, nn, sv, da or en, not in “%s”."), options.lang);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!g_strv_contains (votum_case_grid_names (), names[i]))
      return votum_cli_wrong (_("There is no table “%s”. Choose results, marks, jurors, criteria, measures or ballots."), names[i]);
  if (output == NULL)
    return votum_cli_wrong ("%s", _("Say where to with --output FILE.ods or FILE.csv."));

  return write_tables (argv[1], &options);
}

const VotumCliCommand votum_cli_tables_command = {
  "tables", N_("CASE --output FILE.ods"), N_("Write results, marks and other tables for a spreadsheet"), run_tables
};
