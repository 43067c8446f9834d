#include "votum-config.h"

#include "votum-recent-cases.h"

#include <gtk/gtk.h>

#define MOST 50

struct _VotumRecentCases {
  GObject       parent_instance;

  GListStore   *store;
  GCancellable *looking;     /* for the files: a disk may sleep, or be far away */
  guint         refresh_id;
};

G_DEFINE_FINAL_TYPE (VotumRecentCases, votum_recent_cases, G_TYPE_OBJECT)

/* One look at all files. */
typedef struct {
  VotumRecentCases *self;
  GCancellable     *looking;
  GPtrArray        *found;
  guint             n_asked;
} Look;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = votum_recent_case_get_time (*(VotumRecentCase *const *) a);
  gint64 second = votum_recent_case_get_time (*(VotumRecentCase *const *) b);

  return first < second ? 1 : first > second ? -1 : 0;
}

/* A list that is as it was is left alone, with whoever has the focus in it. */
static gboolean
is_as_shown (VotumRecentCases *self,
             GPtrArray        *found)
{
  GListModel *shown = G_LIST_MODEL (self->store);

  if (g_list_model_get_n_items (shown) != found->len)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(VotumRecentCase) recent = g_list_model_get_item (shown, i);
      VotumRecentCase *other = g_ptr_array_index (found, i);

      if (!g_file_equal (votum_recent_case_get_file (recent), votum_recent_case_get_file (other)) ||
          votum_recent_case_get_time (recent) != votum_recent_case_get_time (other))
        return FALSE;
    }

  return TRUE;
}

static void
end_look (Look *look)
{
  if (!g_cancellable_is_cancelled (look->looking))
    {
      g_ptr_array_sort (look->found, compare_times);
      if (!is_as_shown (look->self, look->found))
        g_list_store_splice (look->self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (look->self->store)), look->found->pdata,
                             look->found->len);
    }
  g_object_unref (look->self);
  g_object_unref (look->looking);
  g_ptr_array_unref (look->found);
  g_free (look);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Look *look = user_data;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    {
      VotumRecentCase *recent = votum_recent_case_new (G_FILE (source));
      g_autoptr(GDateTime) time = g_file_info_get_modification_date_time (info);

      votum_recent_case_set_time (recent, time != NULL ? g_date_time_to_unix (time) : 0);
      g_ptr_array_add (look->found, recent);
    }
  if (--look->n_asked == 0)
    end_look (look);
}

static gboolean
refresh_cb (gpointer data)
{
  VotumRecentCases *self = data;
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  Look *look = g_new0 (Look, 1);

  self->refresh_id = 0;
  g_cancellable_cancel (self->looking);
  g_object_unref (self->looking);
  self->looking = g_cancellable_new ();
  look->self = g_object_ref (self);
  look->looking = g_object_ref (self->looking);
  look->found = g_ptr_array_new_with_free_func (g_object_unref);
  look->n_asked = 1;
  for (GList *l = items; l != NULL && look->n_asked <= MOST; l = l->next)
    {
      const char *uri = gtk_recent_info_get_uri (l->data);
      g_autoptr(GFile) file = g_str_has_suffix (uri, ".votum") ? g_file_new_for_uri (uri) : NULL;

      if (file == NULL || g_file_peek_path (file) == NULL)
        continue;
      look->n_asked++;
      g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE,
                               G_PRIORITY_DEFAULT, self->looking, found_cb, look);
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  if (--look->n_asked == 0)
    end_look (look);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (VotumRecentCases *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
votum_recent_cases_dispose (GObject *object)
{
  VotumRecentCases *self = VOTUM_RECENT_CASES (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->looking);

  G_OBJECT_CLASS (votum_recent_cases_parent_class)->dispose (object);
}

static void
votum_recent_cases_finalize (GObject *object)
{
  VotumRecentCases *self = VOTUM_RECENT_CASES (object);

  g_object_unref (self->looking);
  g_object_unref (self->store);

  G_OBJECT_CLASS (votum_recent_cases_parent_class)->finalize (object);
}

static void
votum_recent_cases_class_init (VotumRecentCasesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_recent_cases_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_recent_cases_finalize;
}

static void
votum_recent_cases_init (VotumRecentCases *self)
{
  self->store = g_list_store_new (VOTUM_TYPE_RECENT_CASE);
  self->looking = g_cancellable_new ();
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
}

VotumRecentCases *
votum_recent_cases_new (void)
{
  return g_object_new (VOTUM_TYPE_RECENT_CASES, NULL);
}

/**
 * votum_recent_cases_get_model:
 * @self: the cases
 *
 * Returns: (transfer none): a list of #VotumRecentCase
 */
GListModel *
votum_recent_cases_get_model (VotumRecentCases *self)
{
  g_return_val_if_fail (VOTUM_IS_RECENT_CASES (self), NULL);

  return G_LIST_MODEL (self->store);
}

/**
 * votum_recent_cases_add:
 * @file: a case that is worked in
 *
 * Puts it on the desktop's list of what was used lately.
 */
void
votum_recent_cases_add (GFile *file)
{
  char mime_type[] = "application/vnd.votum.case";
  char name[] = "Votum";
  char command[] = "votum %u";
  GtkRecentData data = { .mime_type = mime_type, .app_name = name, .app_exec = command };
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * votum_recent_cases_remove:
 * @file: a case
 *
 * Takes it off the list. The file stays.
 */
void
votum_recent_cases_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
