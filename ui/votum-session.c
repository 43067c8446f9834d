#include "votum-config.h"

#include "votum-session.h"

#include <string.h>

#include "votum-window.h"

/* What was open last time: the address of each case with the page behind a "#", which an address itself never has. */

void
votum_last_case_free (VotumLastCase *self)
{
  g_object_unref (self->file);
  g_free (self->page);
  g_free (self);
}

/**
 * votum_session_remember:
 * @settings: where it is kept
 * @windows: (element-type GtkWindow): the windows of the program
 * @leaving: (nullable): a window that is about to close
 *
 * Keeps what is open. The last window that closes takes its case along into next time.
 */
void
votum_session_remember (VotumSettings *settings,
                        GList         *windows,
                        GtkWindow     *leaving)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  guint n_windows = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    if (VOTUM_IS_WINDOW (l->data))
      n_windows++;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      VotumDesk *desk = VOTUM_IS_WINDOW (l->data) && (l->data != leaving || n_windows == 1) ? votum_window_get_desk (l->data) : NULL;
      g_autoptr(GFile) file = NULL;
      g_autofree char *uri = NULL;

      if (desk == NULL || votum_desk_get_use (desk) != VOTUM_DESK_WORK)
        continue;
      file = g_file_new_for_path (votum_case_get_path (votum_desk_get_case (desk)));
      uri = g_file_get_uri (file);
      g_ptr_array_add (cases, g_strconcat (uri, "#", votum_window_get_page (l->data), NULL));
    }
  g_ptr_array_add (cases, NULL);
  votum_settings_set_last_cases (settings, (const char *const *) cases->pdata);
}

/**
 * votum_session_recall:
 * @settings: where it was kept
 *
 * Returns: (transfer full) (element-type VotumLastCase): the cases of last time that are still where they were
 */
GPtrArray *
votum_session_recall (VotumSettings *settings)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_last_case_free);

  for (const char *const *last = votum_settings_get_last_cases (settings); *last != NULL; last++)
    {
      const char *page = strrchr (*last, '#');
      g_autofree char *uri = page != NULL ? g_strndup (*last, page - *last) : g_strdup (*last);
      g_autoptr(GFile) file = g_file_new_for_uri (uri);
      VotumLastCase *last_case;

      if (g_file_peek_path (file) == NULL || !g_file_test (g_file_peek_path (file), G_FILE_TEST_IS_REGULAR))
        continue;
      last_case = g_new0 (VotumLastCase, 1);
      last_case->file = g_steal_pointer (&file);
      last_case->page = page != NULL ? g_strdup (page + 1) : NULL;
      g_ptr_array_add (cases, last_case);
    }

  return cases;
}
