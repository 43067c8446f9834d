#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-report.h"
#include "votum-cli.h"
#include "votum-words.h"

/* The documents that finalists get: feedback reports, one for each. */

typedef struct {
  char *lang;
  char *class_name;
  char *finalist;
  char *output;
  char *folder;
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->lang);
  g_free (self->class_name);
  g_free (self->finalist);
  g_free (self->output);
  g_free (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

/* The standings of the class that was asked for, or of all classes. */
static GPtrArray *
standings_of (VotumCase  *votum_case,
              const char *class_name,
              GError    **error)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_case);
  g_autoptr(GPtrArray) standings = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_standing_free);
  guint n = class_name != NULL || classes->len == 0 ? 1 : classes->len;

  for (guint i = 0; i < n; i++)
    {
      const char *name = class_name != NULL || classes->len == 0 ? class_name : votum_thing_get_key (g_ptr_array_index (classes, i));
      VotumStanding *standing = votum_cli_standing (votum_case, name, error);

      if (standing == NULL)
        return NULL;
      g_ptr_array_add (standings, standing);
    }

  return g_steal_pointer (&standings);
}

static gboolean
write_report (VotumCase     *votum_case,
              VotumStanding *standing,
              VotumThing    *entrant,
              const char    *lang,
              const char    *output,
              GError       **error)
{
  g_autoptr(VotumReportContent) content = votum_case_report_content (votum_case, standing, entrant, lang, NULL, error);
  g_autoptr(VotumPaper) paper = content != NULL ? votum_report_document (&content->report, lang) : NULL;

  if (paper == NULL || !votum_paper_write_pdf (paper, output, votum_cli_work ()->cancellable, error))
    return FALSE;
  for (guint i = 0; i < content->warnings->len; i++)
    votum_cli_warn ("%s", (const char *) g_ptr_array_index (content->warnings, i));
  votum_cli_say ("%s", output);

  return TRUE;
}

static gboolean
write_one_report (VotumCase    *votum_case,
                  GPtrArray    *standings,
                  const Wanted *wanted,
                  GError      **error)
{
  VotumThing *entrant = votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, wanted->finalist, error);

  if (entrant == NULL)
    return FALSE;
  for (guint i = 0; i < standings->len; i++)
    {
      VotumStanding *standing = g_ptr_array_index (standings, i);

      if (g_ptr_array_find (standing->entrants, entrant, NULL) || i + 1 == standings->len)
        return write_report (votum_case, standing, entrant, wanted->lang, wanted->output, error);
    }

  return FALSE;
}

static gboolean
write_all_reports (VotumCase    *votum_case,
                   GPtrArray    *standings,
                   const Wanted *wanted,
                   GError      **error)
{
  guint n = 0;

  for (guint i = 0; i < standings->len; i++)
    {
      VotumStanding *standing = g_ptr_array_index (standings, i);
      g_autoptr(GPtrArray) reported = votum_case_reported (votum_case, standing);

      for (guint e = 0; e < reported->len; e++, n++)
        {
          VotumThing *entrant = g_ptr_array_index (reported, e);
          g_autofree char *name = g_strdup_printf ("feedback-%s.pdf", votum_thing_get_key (entrant));
          g_autofree char *output = g_build_filename (wanted->folder, name, NULL);

          if (!write_report (votum_case, standing, entrant, wanted->lang, output, error))
            return FALSE;
        }
    }
  if (n == 0)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, "%s", _("Nobody has been assessed yet."));

  return n > 0;
}

static gboolean
check_lang (Wanted *wanted)
{
  if (wanted->lang == NULL)
    wanted->lang = g_strdup (votum_cli_lang ());

  return votum_words_has_lang (wanted->lang);
}

static int
write_reports (const char   *path,
               const Wanted *wanted)
{
  g_autoptr(GPtrArray) standings = NULL;
  VotumCase *votum_case;
  GError *error = NULL;
  gboolean written;

  if (wanted->output != NULL && !votum_cli_check_output (wanted->output, path, ".pdf", &error))
    return votum_cli_refuse (error);
  votum_case = votum_cli_open (path, NULL, TRUE, &error);
  if (votum_case == NULL)
    return votum_cli_refuse (error);
  standings = standings_of (votum_case, wanted->class_name, &error);
  if (standings == NULL)
    return votum_cli_refuse (error);

  votum_cli_begin (_("Drawing"));
  written = wanted->folder != NULL ? write_all_reports (votum_case, standings, wanted, &error)
                                   : write_one_report (votum_case, standings, wanted, &error);
  votum_cli_end ();

  return written ? VOTUM_CLI_DONE : votum_cli_refuse (error);
}

static int
run_feedback (int    argc,
              char **argv)
{
  g_auto(Wanted) wanted = { 0 };
  const GOptionEntry entries[] = {
    { "finalist", 0, 0, G_OPTION_ARG_STRING, &wanted.finalist, N_("For whom, by id or name"), N_("FINALIST") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, N_("The PDF to write"), N_("FILE.pdf") },
    { "all", 0, 0, G_OPTION_ARG_FILENAME, &wanted.folder, N_("A report for each into this folder"), N_("FOLDER") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &wanted.class_name, N_("Only this class"), N_("ID") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &wanted.lang, N_("Language of the document: nb, nn, sv, da or en"), N_("LANG") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_feedback_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!check_lang (&wanted))
    return votum_cli_wrong (_("Documents are written in nb, nn, sv, da or en, not in “%s”."), wanted.lang);
  if (wanted.folder != NULL ? wanted.finalist != NULL || wanted.output != NULL : wanted.finalist == NULL || wanted.output == NULL)
    return votum_cli_wrong ("%s", _("Say for whom with --finalist, and where to with --output FILE.pdf; or for everybody with --all FOLDER."));
  if (wanted.folder != NULL && !g_file_test (wanted.folder, G_FILE_TEST_IS_DIR))
    return votum_cli_wrong (_("There is no folder “%s”. Make it first, or choose another one."), wanted.folder);

  return write_reports (argv[1], &wanted);
}

const VotumCliCommand votum_cli_feedback_command = {
  "feedback", N_("CASE --finalist FINALIST --output FILE | --all FOLDER"), N_("Write feedback reports as PDF, one for each finalist"), run_feedback
};
