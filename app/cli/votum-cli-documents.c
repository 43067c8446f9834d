#include "votum-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-diploma.h"
#include "votum-case-office.h"
#include "votum-case-report.h"
#include "votum-case-result-list.h"
#include "votum-case-reveal.h"
#include "votum-cli.h"
#include "votum-words.h"

/* The documents that finalists and the public get: feedback reports, diplomas, the result list. */

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

typedef VotumPaper *(*MakePaper) (VotumCase *votum_case, VotumStanding *standing, VotumThing *entrant, const char *lang, GError **error);

/* A document that each finalist gets one of. */
typedef struct {
  const char *file;     /* how the file begins that goes into a folder */
  MakePaper   make;
  GPtrArray *(*whose) (VotumCase *votum_case, VotumStanding *standing, const char *lang, GError **error);
} Document;

static VotumPaper *
make_report (VotumCase     *votum_case,
             VotumStanding *standing,
             VotumThing    *entrant,
             const char    *lang,
             GError       **error)
{
  g_autoptr(VotumReportContent) content = votum_case_report_content (votum_case, standing, entrant, lang, NULL, error);

  for (guint i = 0; content != NULL && i < content->warnings->len; i++)
    votum_cli_warn ("%s", (const char *) g_ptr_array_index (content->warnings, i));

  return content != NULL ? votum_report_document (&content->report, lang) : NULL;
}

static GPtrArray *
whose_report (VotumCase     *votum_case,
              VotumStanding *standing,
              const char    *lang,
              GError       **error)
{
  return votum_case_reported (votum_case, standing);
}

static GPtrArray *
whose_diploma (VotumCase     *votum_case,
               VotumStanding *standing,
               const char    *lang,
               GError       **error)
{
  g_autoptr(VotumDiplomaContent) content = votum_case_diploma_content (votum_case, standing, NULL, lang, error);

  return content != NULL ? g_ptr_array_ref (content->entrants) : NULL;
}

static const Document feedback = { "feedback", make_report, whose_report };
static const Document diploma = { "diploma", votum_case_diploma, whose_diploma };

static gboolean
write_paper (VotumPaper  *paper,
             const char  *output,
             GError     **error)
{
  if (!votum_case_write_document (paper, output, votum_cli_work ()->cancellable, error))
    return FALSE;
  votum_cli_say ("%s", output);

  return TRUE;
}

static gboolean
write_document (const Document *document,
                VotumCase      *votum_case,
                VotumStanding  *standing,
                VotumThing     *entrant,
                const char     *lang,
                const char     *output,
                GError        **error)
{
  g_autoptr(VotumPaper) paper = document->make (votum_case, standing, entrant, lang, error);

  return paper != NULL && write_paper (paper, output, error);
}

static gboolean
write_one (const Document *document,
           VotumCase      *votum_case,
           GPtrArray      *standings,
           const Wanted   *wanted,
           GError        **error)
{
  VotumThing *entrant = votum_case_find_by_name (votum_case, VOTUM_KIND_ENTRANT, wanted->finalist, error);

  if (entrant == NULL)
    return FALSE;
  for (guint i = 0; i < standings->len; i++)
    {
      VotumStanding *standing = g_ptr_array_index (standings, i);

      if (g_ptr_array_find (standing->entrants, entrant, NULL) || i + 1 == standings->len)
        return write_document (document, votum_case, standing, entrant, wanted->lang, wanted->output, error);
    }

  return FALSE;
}

static gboolean
write_all (const Document *document,
           VotumCase      *votum_case,
           GPtrArray      *standings,
           const Wanted   *wanted,
           GError        **error)
{
  guint n = 0;

  for (guint i = 0; i < standings->len; i++)
    {
      VotumStanding *standing = g_ptr_array_index (standings, i);
      g_autoptr(GPtrArray) whose = document->whose (votum_case, standing, wanted->lang, error);

      if (whose == NULL)
        return FALSE;
      for (guint e = 0; e < whose->len; e++, n++)
        {
          VotumThing *entrant = g_ptr_array_index (whose, e);
          g_autofree char *name = g_strdup_printf ("%s-%s.pdf", document->file, votum_thing_get_key (entrant));
          g_autofree char *output = g_build_filename (wanted->folder, name, NULL);

          if (!write_document (document, votum_case, standing, entrant, wanted->lang, output, error))
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

/* The case and the results of the classes that are wanted; whoever gets %NULL has nothing to free. */
static VotumCase *
open_wanted (const char   *path,
             const Wanted *wanted,
             GPtrArray   **standings,
             GError      **error)
{
  VotumCase *votum_case;

  if (wanted->output != NULL && !votum_cli_check_output (wanted->output, path, ".pdf, .odt", error))
    return NULL;
  votum_case = votum_cli_open (path, NULL, TRUE, error);
  *standings = votum_case != NULL ? votum_cli_standings (votum_case, wanted->class_name, error) : NULL;

  return *standings != NULL ? votum_case : NULL;
}

static int
write_documents (const Document *document,
                 const char     *path,
                 const Wanted   *wanted)
{
  g_autoptr(GPtrArray) standings = NULL;
  GError *error = NULL;
  VotumCase *votum_case = open_wanted (path, wanted, &standings, &error);
  gboolean written;

  if (votum_case == NULL)
    return votum_cli_refuse (error);

  votum_cli_begin (_("Drawing"));
  written = wanted->folder != NULL ? write_all (document, votum_case, standings, wanted, &error)
                                   : write_one (document, votum_case, standings, wanted, &error);
  votum_cli_end ();

  return written ? VOTUM_CLI_DONE : votum_cli_refuse (error);
}

static int
run_documents (const VotumCliCommand *command,
               const Document        *document,
               int                    argc,
               char                 **argv)
{
  g_auto(Wanted) wanted = { 0 };
  const GOptionEntry entries[] = {
    { "finalist", 0, 0, G_OPTION_ARG_STRING, &wanted.finalist, N_("For whom, by id or name"), N_("FINALIST") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, N_("The PDF to write"), N_("FILE.pdf") },
    { "all", 0, 0, G_OPTION_ARG_FILENAME, &wanted.folder, N_("One for each into this folder"), N_("FOLDER") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &wanted.class_name, N_("Only this class"), N_("ID") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &wanted.lang, N_("Language of the document: nb, nn, sv, da or en"), N_("LANG") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!check_lang (&wanted))
    return votum_cli_wrong (_("Documents are written in nb, nn, sv, da or en, not in “%s”."), wanted.lang);
  if (wanted.folder != NULL ? wanted.finalist != NULL || wanted.output != NULL : wanted.finalist == NULL || wanted.output == NULL)
    return votum_cli_wrong ("%s", _("Say for whom with --finalist, and where to with --output FILE.pdf; or for everybody with --all FOLDER."));
  if (wanted.folder != NULL && !g_file_test (wanted.folder, G_FILE_TEST_IS_DIR))
    return votum_cli_wrong (_("There is no folder “%s”. Make it first, or choose another one."), wanted.folder);

  return write_documents (document, argv[1], &wanted);
}

static int
run_feedback (int    argc,
              char **argv)
{
  return run_documents (&votum_cli_feedback_command, &feedback, argc, argv);
}

const VotumCliCommand votum_cli_feedback_command = {
  "feedback", N_("CASE --finalist FINALIST --output FILE | --all FOLDER"), N_("Write feedback reports as PDF, one for each finalist"), run_feedback
};

static int
run_diploma (int    argc,
             char **argv)
{
  return run_documents (&votum_cli_diploma_command, &diploma, argc, argv);
}

const VotumCliCommand votum_cli_diploma_command = {
  "diploma", N_("CASE --finalist FINALIST --output FILE | --all FOLDER"), N_("Write diplomas as PDF, one for each finalist"), run_diploma
};

typedef VotumPaper *(*MakeWhole) (VotumCase *votum_case, GPtrArray *standings, const char *lang, gboolean points, GError **error);

static VotumPaper *
make_slides (VotumCase  *votum_case,
             GPtrArray  *standings,
             const char *lang,
             gboolean    points,
             GError    **error)
{
  g_autoptr(VotumReveal) reveal = votum_case_reveal (votum_case, standings, lang, error);

  return reveal != NULL ? votum_reveal_document (reveal) : NULL;
}

/* A document about all classes. */
static int
write_whole (const char   *path,
             const Wanted *wanted,
             MakeWhole     make,
             gboolean      points)
{
  g_autoptr(GPtrArray) standings = NULL;
  g_autoptr(VotumPaper) paper = NULL;
  GError *error = NULL;
  VotumCase *votum_case = open_wanted (path, wanted, &standings, &error);

  if (votum_case == NULL)
    return votum_cli_refuse (error);
  paper = make (votum_case, standings, wanted->lang, points, &error);
  if (paper == NULL || !write_paper (paper, wanted->output, &error))
    return votum_cli_refuse (error);

  return VOTUM_CLI_DONE;
}

static int
run_result_list (int    argc,
                 char **argv)
{
  g_auto(Wanted) wanted = { 0 };
  gboolean points = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, N_("The PDF to write"), N_("FILE.pdf") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &wanted.class_name, N_("Only this class"), N_("ID") },
    { "points", 0, 0, G_OPTION_ARG_NONE, &points, N_("With the points, where they are made public"), NULL },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &wanted.lang, N_("Language of the document: nb, nn, sv, da or en"), N_("LANG") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_result_list_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!check_lang (&wanted))
    return votum_cli_wrong (_("Documents are written in nb, nn, sv, da or en, not in “%s”."), wanted.lang);
  if (wanted.output == NULL)
    return votum_cli_wrong ("%s", _("Say where to with --output FILE.pdf."));

  return write_whole (argv[1], &wanted, votum_case_result_list, points);
}

const VotumCliCommand votum_cli_result_list_command = {
  "result-list", N_("CASE --output FILE.pdf"), N_("Write the result list as PDF, with the award’s embargo"), run_result_list
};

static int
run_reveal (int    argc,
            char **argv)
{
  g_auto(Wanted) wanted = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, N_("The PDF to write"), N_("FILE.pdf") },
    { "class", 'c', 0, G_OPTION_ARG_STRING, &wanted.class_name, N_("Only this class"), N_("ID") },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &wanted.lang, N_("Language of the document: nb, nn, sv, da or en"), N_("LANG") },
    G_OPTION_ENTRY_NULL
  };

  if (!votum_cli_parse (&votum_cli_reveal_command, entries, &argc, &argv, 1))
    return VOTUM_CLI_WRONG_CALL;
  if (!check_lang (&wanted))
    return votum_cli_wrong (_("Documents are written in nb, nn, sv, da or en, not in “%s”."), wanted.lang);
  if (wanted.output == NULL)
    return votum_cli_wrong ("%s", _("Say where to with --output FILE.pdf."));

  return write_whole (argv[1], &wanted, make_slides, FALSE);
}

const VotumCliCommand votum_cli_reveal_command = {
  "reveal", N_("CASE --output FILE.pdf"), N_("Write the slides for the ceremony as PDF"), run_reveal
};
