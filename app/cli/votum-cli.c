#include "votum-config.h"

#include "votum-cli.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "votum-case-holder.h"
#include "votum-error.h"
#include "votum-words.h"

/* Long work: progress is written to a terminal from half a second on. */
static struct {
  GCancellable *cancellable;
  const char *what;
  gint64 started;
  gint64 shown;
} work;

/* A command works on one case. */
static VotumCase *open_case;

static void
clear_progress (void)
{
  if (work.shown != 0)
    fputs ("\r\033[K", stderr);
  work.shown = 0;
}

static void
show_progress (double   fraction,
               gpointer user_data)
{
  gint64 now = g_get_monotonic_time ();

  if (work.what == NULL || now - work.started < G_USEC_PER_SEC / 2 || now - work.shown < G_USEC_PER_SEC / 10)
    return;
  work.shown = now;
  if (fraction >= 0)
    fprintf (stderr, "\r%s %3.0f %%\033[K", work.what, fraction * 100);
  else
    fprintf (stderr, "\r%s …\033[K", work.what);
}

/**
 * votum_cli_work:
 *
 * Returns: (transfer none): cancelling by Ctrl+C, and progress where somebody sees it
 */
const VotumWork *
votum_cli_work (void)
{
  static VotumWork shared;

  if (work.cancellable == NULL)
    work.cancellable = g_cancellable_new ();
  shared.cancellable = work.cancellable;
  shared.progress = isatty (STDERR_FILENO) ? show_progress : NULL;

  return &shared;
}

void
votum_cli_begin (const char *what)
{
  work.what = what;
  work.started = g_get_monotonic_time ();
}

void
votum_cli_end (void)
{
  clear_progress ();
  work.what = NULL;
}

static gpointer
wait_for_signal (gpointer signals)
{
  int number;

  sigwait (signals, &number);
  g_cancellable_cancel (work.cancellable);
  /* who presses twice does not want to wait: the file is safe all the same, its journal rolls back */
  sigwait (signals, &number);
  _exit (128 + number);

  return NULL;
}

/**
 * votum_cli_watch_signals:
 *
 * Ctrl+C cancels the work in hand, which leaves the case as it was. To be called before any other thread starts.
 */
void
votum_cli_watch_signals (void)
{
  static sigset_t signals;

  votum_cli_work ();
  /* a limit on the size of files is an error of writing like any other */
  signal (SIGXFSZ, SIG_IGN);
  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigprocmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, &signals));
}

/**
 * votum_cli_lang:
 *
 * Returns: (transfer none): the user's language as one that documents and names have: nb, nn, sv, da or en
 */
const char *
votum_cli_lang (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      /* "nb_NO" and "nb_NO.UTF-8" come before "nb", but it is by "nb" that texts are kept */
      if (g_strv_contains (votum_words_langs (), names[i]))
        return names[i];
      if (strcmp (names[i], "no") == 0)
        return "nb";
    }

  return "en";
}

/**
 * votum_cli_usage:
 * @command: the command
 *
 * Returns: (transfer none): what stands behind its name, in the user's language; may be empty
 */
const char *
votum_cli_usage (const VotumCliCommand *command)
{
  /* the translation of an empty text is the head of the catalogue */
  return *command->usage != '\0' ? _(command->usage) : "";
}

/**
 * votum_cli_parse:
 * @command: the command
 * @entries: its options
 * @argc: (inout): arguments, the command's name first
 * @argv: (inout): arguments
 * @n_arguments: how many it takes beside the options, or -1 where the command counts them
 *
 * Returns: whether the call is right; if not, it has been said why
 */
gboolean
votum_cli_parse (const VotumCliCommand *command,
                 const GOptionEntry    *entries,
                 int                   *argc,
                 char                ***argv,
                 int                    n_arguments)
{
  g_autofree char *program = g_strconcat ("votumctl ", command->name, NULL);
  g_autoptr(GOptionContext) context = g_option_context_new (votum_cli_usage (command));
  g_autoptr(GError) error = NULL;

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_set_prgname (program);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      votum_cli_wrong ("%s", error->message);
      return FALSE;
    }
  for (guint i = 0; entries[i].long_name != NULL; i++)
    {
      const char *given = entries[i].arg == G_OPTION_ARG_STRING ? *(char **) entries[i].arg_data : NULL;
      g_autofree char *clean = given != NULL ? g_strstrip (g_strdup (given)) : NULL;

      if (clean != NULL && *clean == '\0')
        {
          votum_cli_wrong (_("--%s needs a text that is not empty."), entries[i].long_name);
          return FALSE;
        }
    }
  if (n_arguments >= 0 && *argc - 1 != n_arguments)
    {
      if (n_arguments == 0)
        votum_cli_wrong (_("This takes no arguments. See “votumctl %s --help”."), command->name);
      else
        votum_cli_wrong (_("This takes %s. See “votumctl %s --help”."), votum_cli_usage (command), command->name);
      return FALSE;
    }

  return TRUE;
}

G_GNUC_PRINTF (1, 0) static void
print_error (const char *format,
             va_list     args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  clear_progress ();
  fprintf (stderr, "votumctl: %s\n", text);
}

int
votum_cli_wrong (const char *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  print_error (format, args);
  va_end (args);

  return VOTUM_CLI_WRONG_CALL;
}

void
votum_cli_warn (const char *format,
                ...)
{
  va_list args;

  va_start (args, format);
  print_error (format, args);
  va_end (args);
}

void
votum_cli_say (const char *format,
               ...)
{
  va_list args;

  clear_progress ();
  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  putchar ('\n');
}

/**
 * votum_cli_refuse:
 * @error: (transfer full): why not
 *
 * Returns: the exit status
 */
int
votum_cli_refuse (GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    votum_cli_warn ("%s", _("Stopped. The case is as it was."));
  else
    votum_cli_warn ("%s", error->message);
  if (g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED))
    votum_cli_warn ("%s", _("“votumctl check --salvage” copies what can be read to a new case."));
  g_error_free (error);

  return VOTUM_CLI_REFUSED;
}

/**
 * votum_cli_refuse_file:
 * @problems: what is wrong with the file
 * @file: the file's name
 * @error: (transfer full): why it was refused, where @problems has nothing
 *
 * Says every problem as `file:line:column: what, and what to do`.
 *
 * Returns: the exit status
 */
int
votum_cli_refuse_file (VotumProblems *problems,
                       const char    *file,
                       GError        *error)
{
  g_autofree char *text = NULL;

  if (votum_problems_count (problems) == 0 || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return votum_cli_refuse (error);

  clear_progress ();
  text = votum_problems_to_string (problems, file);
  fputs (text, stderr);
  fprintf (stderr, "votumctl: %s\n", _("Nothing was imported."));
  g_error_free (error);

  return VOTUM_CLI_REFUSED;
}

/* A case of Votum, or any other SQLite file: somebody's data, whatever it is called. */
static gboolean
is_database (const char *path)
{
  g_autofree char *start = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, NULL);
  gsize n_read = 0;

  start = g_malloc0 (16);

  return stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), start, 16, &n_read, NULL, NULL) && n_read == 16 &&
         memcmp (start, "SQLite format 3", 16) == 0;
}

/**
 * votum_cli_check_folder:
 * @path: a file that is to be made
 * @error: return location
 *
 * Returns: whether the folder it is to lie in is there
 */
gboolean
votum_cli_check_folder (const char *path,
                        GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is no folder “%s”. Make it first, or choose another one."), folder);

  return FALSE;
}

static gboolean
ends_in (const char *output,
         const char *endings)
{
  g_autofree char *lower = g_ascii_strdown (output, -1);
  g_auto(GStrv) each = g_strsplit (endings, ", ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (g_str_has_suffix (lower, each[i]))
      return TRUE;

  return FALSE;
}

/**
 * votum_cli_check_output:
 * @output: a file that is to be written
 * @case_path: (nullable): the case that the command reads
 * @endings: (nullable): how its name has to end: ".pdf", or one of ".pdf, .odt"
 * @error: return location
 *
 * A slip of the hand must not write over a case.
 *
 * Returns: whether @output can be written over
 */
gboolean
votum_cli_check_output (const char *output,
                        const char *case_path,
                        const char *endings,
                        GError    **error)
{
  GStatBuf target, source;

  if (endings != NULL && !ends_in (output, endings))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” should end in %s. Was another file meant?"), output, endings);
      return FALSE;
    }
  if (!votum_cli_check_folder (output, error))
    return FALSE;
  if (g_stat (output, &target) != 0)
    return TRUE;
  if (is_database (output) ||
      (case_path != NULL && g_stat (case_path, &source) == 0 && source.st_dev == target.st_dev && source.st_ino == target.st_ino))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("“%s” is a case and is not written over. Choose another name."), output);
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_cli_open:
 * @path: a case file
 * @who: (nullable): who works in it
 * @read_only: whether to look only
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the case, open until votum_cli_close()
 */
VotumCase *
votum_cli_open (const char *path,
                const char *who,
                gboolean    read_only,
                GError    **error)
{
  g_return_val_if_fail (open_case == NULL, NULL);

  votum_cli_begin (_("Opening"));
  open_case = votum_case_open (path, read_only, votum_cli_work (), error);
  votum_cli_end ();
  if (open_case != NULL && who != NULL)
    {
      votum_case_set_who (open_case, who);
      if (votum_case_get_holder (open_case) != NULL && g_strcmp0 (votum_case_get_who (open_case), who) != 0)
        votum_cli_warn (_("“%s” is the copy of %s, so that is whom the log names."), path, votum_case_get_who (open_case));
    }

  return open_case;
}

/**
 * votum_cli_close:
 *
 * Closes the file of the case. What memory still holds of it goes with the program, which ends here: taking a large case
 * apart thing by thing would be work for nobody.
 */
void
votum_cli_close (void)
{
  if (open_case != NULL)
    votum_case_close (open_case);
}

/**
 * votum_cli_standing:
 * @votum_case: a case
 * @class_name: (nullable): id or name of a class
 * @error: return location
 *
 * Returns: (transfer full): the result of the class, of the only class, or of an award without classes
 */
VotumStanding *
votum_cli_standing (VotumCase  *votum_case,
                    const char *class_name,
                    GError    **error)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_case);
  VotumThing *class_thing = NULL;

  if (class_name != NULL)
    {
      class_thing = votum_case_find_by_name (votum_case, VOTUM_KIND_CLASS, class_name, error);
      if (class_thing == NULL)
        return NULL;
    }
  else if (classes->len == 1)
    {
      class_thing = g_ptr_array_index (classes, 0);
    }
  else if (classes->len > 1)
    {
      g_autoptr(GString) keys = g_string_new (NULL);

      for (guint i = 0; i < classes->len; i++)
        g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", votum_thing_get_key (g_ptr_array_index (classes, i)));
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The award has several classes (%s). Choose one with --class."), keys->str);
      return NULL;
    }

  return votum_case_compute (votum_case, class_thing, votum_cli_work ()->cancellable, error);
}

/**
 * votum_cli_standings:
 * @votum_case: a case
 * @class_name: (nullable): id or name of a class
 * @error: return location
 *
 * Of several classes those that have no result are told and left out.
 *
 * Returns: (transfer full) (element-type VotumStanding): the results of the class, or of all classes; %NULL where none has one
 */
GPtrArray *
votum_cli_standings (VotumCase  *votum_case,
                     const char *class_name,
                     GError    **error)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_case);
  g_autoptr(GPtrArray) standings = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_standing_free);
  guint n = class_name != NULL || classes->len == 0 ? 1 : classes->len;
  GError *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *name = class_name != NULL || classes->len == 0 ? class_name : votum_thing_get_key (g_ptr_array_index (classes, i));
      VotumStanding *standing;

      g_clear_error (&last);
      standing = votum_cli_standing (votum_case, name, &last);
      if (standing != NULL)
        g_ptr_array_add (standings, standing);
      /* a class that nobody has entered yet does not keep the others from being shown */
      else if (n > 1)
        votum_cli_warn ("%s: %s", name, last->message);
    }

  if (standings->len > 0)
    {
      g_clear_error (&last);
      return g_steal_pointer (&standings);
    }
  g_propagate_error (error, last);

  return NULL;
}

/**
 * votum_cli_round:
 * @standing: a result
 * @name: (nullable): id, number or name of a round
 * @round: (out): its index; without @name the latest round with marks
 * @error: return location
 *
 * Returns: whether there is such a round
 */
gboolean
votum_cli_round (VotumStanding *standing,
                 const char    *name,
                 guint         *round,
                 GError       **error)
{
  *round = standing->last_round;
  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < standing->rounds->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (standing->rounds, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (g_ascii_strcasecmp (votum_thing_get_key (thing), name) == 0 || strcmp (number, name) == 0 ||
          g_strcmp0 (votum_texts_get (votum_thing_get_texts (thing, VOTUM_ROUND_NAME), votum_cli_lang ()), name) == 0)
        {
          *round = i;
          return TRUE;
        }
    }

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("There is no round “%s”. Use its id, its name or a number from 1 to %u."), name,
               standing->rounds->len);

  return FALSE;
}
