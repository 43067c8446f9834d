#include "votum-config.h"

#include "votum-ballot-folder.h"

#include <string.h>

#define SETTLES  300 /* ms in which a file that has been written does not change any more */
#define AT_ONCE  64  /* files looked at in one go */

/* A file that may still be on its way. */
typedef struct {
  VotumBallotFolder *folder;  /* not owned */
  GFile *file;
  goffset size;
  gint64 time;
  gboolean seen;              /* how it looks is known */
  guint id;
} Pending;

struct _VotumBallotFolder {
  GObject       parent_instance;

  GFile        *file;
  GFileMonitor *monitor;      /* (nullable) */
  GCancellable *cancellable;
  GHashTable   *pending;      /* of Pending, by their file */
  gboolean      there;
};

enum {
  PROP_0,
  PROP_THERE,
  N_PROPS
};

enum {
  SETTLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumBallotFolder, votum_ballot_folder, G_TYPE_OBJECT)

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_clear_handle_id (&pending->id, g_source_remove);
  g_object_unref (pending->file);
  g_free (pending);
}

static void
set_there (VotumBallotFolder *self,
           gboolean           there)
{
  if (self->there == there)
    return;
  self->there = there;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THERE]);
}

/* ---- a file that is being written ---- */

static gboolean
settles_cb (gpointer data)
{
  Pending *pending = data;
  g_autoptr(VotumBallotFolder) self = g_object_ref (pending->folder);
  g_autoptr(GFile) file = g_object_ref (pending->file);
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  gint64 time;

  if (info == NULL)
    {
      pending->id = 0;
      g_hash_table_remove (self->pending, file);
      return G_SOURCE_REMOVE;
    }
  time = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
         g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  if (!pending->seen || pending->size != g_file_info_get_size (info) || pending->time != time)
    {
      pending->seen = TRUE;
      pending->size = g_file_info_get_size (info);
      pending->time = time;
      return G_SOURCE_CONTINUE;
    }
  pending->id = 0;
  g_hash_table_remove (self->pending, file);
  g_signal_emit (self, signals[SETTLED], 0, file);

  return G_SOURCE_REMOVE;
}

static void
await (VotumBallotFolder *self,
       GFile             *file)
{
  Pending *pending;

  if (!votum_is_ballot_file (file) || g_hash_table_contains (self->pending, file))
    return;
  pending = g_new0 (Pending, 1);
  pending->folder = self;
  pending->file = g_object_ref (file);
  pending->id = g_timeout_add (SETTLES, settles_cb, pending);
  g_hash_table_insert (self->pending, pending->file, pending);
}

/* ---- what lies in the folder already ---- */

static void next_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
next_files (VotumBallotFolder *self,
            GFileEnumerator   *enumerator)
{
  g_file_enumerator_next_files_async (enumerator, AT_ONCE, G_PRIORITY_LOW, self->cancellable, next_cb, g_object_ref (self));
}

static void
next_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(VotumBallotFolder) self = data;
  GFileEnumerator *enumerator = G_FILE_ENUMERATOR (source);
  GList *infos = g_file_enumerator_next_files_finish (enumerator, result, NULL);

  for (GList *l = infos; l != NULL; l = l->next)
    {
      g_autoptr(GFile) file = g_file_enumerator_get_child (enumerator, l->data);

      await (self, file);
    }
  if (infos != NULL)
    next_files (self, enumerator);
  g_list_free_full (infos, g_object_unref);
}

static void
enumerated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(VotumBallotFolder) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileEnumerator) enumerator = g_file_enumerate_children_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_there (self, enumerator != NULL);
  if (enumerator != NULL)
    next_files (self, enumerator);
}

static void
look (VotumBallotFolder *self)
{
  g_file_enumerate_children_async (self->file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, G_PRIORITY_LOW, self->cancellable,
                                   enumerated_cb, g_object_ref (self));
}

/* ---- watching ---- */

static void
happened_cb (VotumBallotFolder *self,
             GFile             *file,
             GFile             *other,
             GFileMonitorEvent  event)
{
  gboolean itself = g_file_equal (file, self->file);

  if (itself && (event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_UNMOUNTED || event == G_FILE_MONITOR_EVENT_MOVED_OUT))
    set_there (self, FALSE);
  else if (itself)
    look (self);
  else if (event == G_FILE_MONITOR_EVENT_RENAMED && other != NULL)
    await (self, other);
  else if (event != G_FILE_MONITOR_EVENT_DELETED && event != G_FILE_MONITOR_EVENT_MOVED_OUT)
    await (self, file);
}

static void
votum_ballot_folder_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_THERE)
    g_value_set_boolean (value, VOTUM_BALLOT_FOLDER (object)->there);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
votum_ballot_folder_dispose (GObject *object)
{
  VotumBallotFolder *self = VOTUM_BALLOT_FOLDER (object);

  g_cancellable_cancel (self->cancellable);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_hash_table_remove_all (self->pending);

  G_OBJECT_CLASS (votum_ballot_folder_parent_class)->dispose (object);
}

static void
votum_ballot_folder_finalize (GObject *object)
{
  VotumBallotFolder *self = VOTUM_BALLOT_FOLDER (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->pending);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (votum_ballot_folder_parent_class)->finalize (object);
}

static void
votum_ballot_folder_class_init (VotumBallotFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_ballot_folder_get_property;
  object_class->dispose = votum_ballot_folder_dispose;
  object_class->finalize = votum_ballot_folder_finalize;

  properties[PROP_THERE] = g_param_spec_boolean ("there", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SETTLED] = g_signal_new ("settled", VOTUM_TYPE_BALLOT_FOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
votum_ballot_folder_init (VotumBallotFolder *self)
{
  self->cancellable = g_cancellable_new ();
  self->pending = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, NULL, pending_free);
  self->there = TRUE;
}

/**
 * votum_is_ballot_file:
 * @file: a file
 *
 * Returns: whether it is called as ballots are, and not hidden: that is how programs call what they are still writing
 */
gboolean
votum_is_ballot_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && lower[0] != '.' && g_str_has_suffix (lower, ".ballot");
}

/**
 * votum_ballot_folder_new:
 * @folder: a folder
 *
 * Returns: (transfer full): what watches it, once votum_ballot_folder_begin() has been called
 */
VotumBallotFolder *
votum_ballot_folder_new (GFile *folder)
{
  VotumBallotFolder *self = g_object_new (VOTUM_TYPE_BALLOT_FOLDER, NULL);

  self->file = g_object_ref (folder);

  return self;
}

/**
 * votum_ballot_folder_begin:
 * @self: a folder
 *
 * Tells of the ballots that lie in it, and from now on of those that come; when it is called again, of all once more.
 */
void
votum_ballot_folder_begin (VotumBallotFolder *self)
{
  g_return_if_fail (VOTUM_IS_BALLOT_FOLDER (self));

  if (self->monitor == NULL)
    {
      self->monitor = g_file_monitor_directory (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitor != NULL)
        g_signal_connect_object (self->monitor, "changed", G_CALLBACK (happened_cb), self, G_CONNECT_SWAPPED);
    }
  look (self);
}

GFile *
votum_ballot_folder_get (VotumBallotFolder *self)
{
  return self->file;
}

gboolean
votum_ballot_folder_is_there (VotumBallotFolder *self)
{
  return self->there;
}
