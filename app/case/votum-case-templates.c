#include "votum-config.h"

#include "votum-case-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"

/* Award XML from where it lies: files of the user, and the templates that came with the program. */

VotumDocument *
votum_case_read_file (const char          *path,
                      VotumAwardXmlFlags   flags,
                      VotumProblems       *problems,
                      const VotumWork     *work,
                      GError             **error)
{
  return votum_award_xml_read (path, flags, problems, work != NULL ? work->cancellable : NULL, work != NULL ? work->progress : NULL,
                               work != NULL ? work->progress_data : NULL, error);
}

static char *
template_folder (void)
{
  const char *folder = g_getenv ("VOTUM_DATADIR");

  return g_build_filename (folder != NULL ? folder : VOTUM_DATADIR, "templates", NULL);
}

/**
 * votum_case_read_template:
 * @name_or_path: the name of a template that came with the program, or the path of an award XML file
 * @large: whether the user has confirmed that a large file may be read
 * @problems: gets what is wrong, with line and column
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Returns: (transfer full): what the file holds, or %NULL
 */
VotumDocument *
votum_case_read_template (const char       *name_or_path,
                          gboolean          large,
                          VotumProblems    *problems,
                          const VotumWork  *work,
                          GError          **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  if (strchr (name_or_path, '.') == NULL && strchr (name_or_path, G_DIR_SEPARATOR) == NULL)
    {
      folder = template_folder ();
      file = g_strconcat (name_or_path, ".xml", NULL);
      path = g_build_filename (folder, file, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                       _("There is no template “%s”. “votumctl templates” lists those there are."), name_or_path);
          return NULL;
        }
    }
  else
    {
      path = g_strdup (name_or_path);
    }

  return votum_case_read_file (path, large ? VOTUM_AWARD_XML_LARGE : VOTUM_AWARD_XML_NONE, problems, work, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * votum_case_list_templates:
 *
 * Returns: (transfer full): the names of the templates that came with the program, sorted
 */
char **
votum_case_list_templates (void)
{
  g_autofree char *folder = template_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".xml"))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (".xml")));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
