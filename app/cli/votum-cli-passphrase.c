#include "votum-config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "votum-cli.h"
#include "votum-error.h"

#define MAX_PASSPHRASE 1024

/* A passphrase: from a file, or typed without being shown. Never from the command line, which others can read. */

static char *
first_line (const char *path,
            GError    **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (strlen (text) != length || length > MAX_PASSPHRASE)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” does not have a passphrase on its first line."), path);
      return NULL;
    }
  text[strcspn (text, "\r\n")] = '\0';
  if (*text != '\0')
    return g_steal_pointer (&text);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” does not have a passphrase on its first line."), path);

  return NULL;
}

static char *
ask (const char *question)
{
  struct termios shown, hidden;
  char line[MAX_PASSPHRASE];
  gboolean got;

  if (tcgetattr (STDIN_FILENO, &shown) != 0)
    return NULL;
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  fprintf (stderr, "%s ", question);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
  got = fgets (line, sizeof line, stdin) != NULL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  fputc ('\n', stderr);
  if (!got)
    return NULL;
  line[strcspn (line, "\r\n")] = '\0';

  return g_strdup (line);
}

/**
 * votum_cli_passphrase:
 * @path: (nullable): a file that has it on its first line
 * @needed: whether somebody at a terminal is asked for it where there is no file
 * @question: what they are asked
 * @passphrase: (out) (transfer full) (nullable): the passphrase; %NULL where there is none
 * @error: return location
 *
 * Returns: whether it could be read, where it should be
 */
gboolean
votum_cli_passphrase (const char *path,
                      gboolean    needed,
                      const char *question,
                      char      **passphrase,
                      GError    **error)
{
  *passphrase = NULL;
  if (path != NULL)
    {
      *passphrase = first_line (path, error);
      return *passphrase != NULL;
    }
  if (needed && isatty (STDIN_FILENO))
    *passphrase = ask (question);

  return TRUE;
}
