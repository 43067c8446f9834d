#include "votum-config.h"

#include "votum-problems.h"

#include <glib/gi18n-lib.h>

struct _VotumProblems {
  GArray *kept;
  guint count;
};

static void
problem_clear (VotumProblem *problem)
{
  g_free (problem->message);
}

/**
 * votum_problems_new:
 *
 * Returns: (transfer full): an empty list
 */
VotumProblems *
votum_problems_new (void)
{
  VotumProblems *self = g_new0 (VotumProblems, 1);

  self->kept = g_array_new (FALSE, FALSE, sizeof (VotumProblem));
  g_array_set_clear_func (self->kept, (GDestroyNotify) problem_clear);

  return self;
}

void
votum_problems_free (VotumProblems *self)
{
  g_array_unref (self->kept);
  g_free (self);
}

static void
problems_add (VotumProblems *self,
              guint          line,
              guint          column,
              VotumError     code,
              char          *message)
{
  VotumProblem problem = { line, column, code, message };

  self->count++;
  if (self->kept->len < VOTUM_PROBLEMS_MAX)
    g_array_append_val (self->kept, problem);
  else
    g_free (message);
}

/**
 * votum_problems_add:
 * @self: problems
 * @line: line of the file, from 1; 0 for the file as a whole
 * @column: column of the line, from 1; 0 for the line as a whole
 * @format: a whole sentence, as for printf()
 * @...: its arguments
 */
void
votum_problems_add (VotumProblems *self,
                    guint          line,
                    guint          column,
                    const char    *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  problems_add (self, line, column, VOTUM_ERROR_INVALID, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * votum_problems_take:
 * @self: problems
 * @line: line of the file
 * @column: column of the line
 * @error: (transfer full): an error whose message is the problem
 */
void
votum_problems_take (VotumProblems *self,
                     guint          line,
                     guint          column,
                     GError        *error)
{
  problems_add (self, line, column, error->code, g_strdup (error->message));
  g_error_free (error);
}

/**
 * votum_problems_count:
 * @self: (nullable): problems
 *
 * Returns: how many there are, kept or not
 */
guint
votum_problems_count (const VotumProblems *self)
{
  return self != NULL ? self->count : 0;
}

guint
votum_problems_kept (const VotumProblems *self)
{
  return self != NULL ? self->kept->len : 0;
}

const VotumProblem *
votum_problems_get (const VotumProblems *self,
                    guint                i)
{
  g_return_val_if_fail (self != NULL && i < self->kept->len, NULL);

  return &g_array_index (self->kept, VotumProblem, i);
}

/**
 * votum_problems_to_string:
 * @self: problems
 * @file: the file's name as the user knows it
 *
 * Returns: (transfer full): a line per problem, as compilers and editors understand it
 */
char *
votum_problems_to_string (const VotumProblems *self,
                          const char          *file)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->kept->len; i++)
    {
      const VotumProblem *problem = votum_problems_get (self, i);

      g_string_append (text, file);
      if (problem->line > 0)
        g_string_append_printf (text, ":%u", problem->line);
      if (problem->column > 0)
        g_string_append_printf (text, ":%u", problem->column);
      g_string_append_printf (text, ": %s\n", problem->message);
    }

  if (self->count > self->kept->len)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s: and %u more problem\n", "%s: and %u more problems\n",
                                               self->count - self->kept->len),
                            file, self->count - self->kept->len);

  return g_string_free (text, FALSE);
}
