#include "votum-config.h"

#include "votum-photos.h"

#include <string.h>

#include "votum-case-attachments.h"
#include "votum-case-holder.h"

#define MAX_PIXELS (120 * 1000 * 1000) /* more than any camera; what claims more is no photo */
#define CHUNK 65536                    /* bytes that are decoded before it is asked whether to go on */

struct _VotumPhotos {
  GObject     parent_instance;

  VotumCase  *votum_case;
  GHashTable *of_note;     /* number of a note -> GPtrArray of its attachments */
  GHashTable *small;       /* digest -> small GdkTexture */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumPhotos, votum_photos, G_TYPE_OBJECT)

static void
votum_photos_finalize (GObject *object)
{
  VotumPhotos *self = VOTUM_PHOTOS (object);

  g_clear_object (&self->votum_case);
  g_hash_table_unref (self->of_note);
  g_hash_table_unref (self->small);

  G_OBJECT_CLASS (votum_photos_parent_class)->finalize (object);
}

static void
votum_photos_class_init (VotumPhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_photos_finalize;

  signals[CHANGED] = g_signal_new ("changed", VOTUM_TYPE_PHOTOS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_photos_init (VotumPhotos *self)
{
  self->of_note = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->small = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* ---- whose they are ---- */

static void
sort_out (VotumPhotos *self)
{
  GListModel *attachments = votum_case_get_things (self->votum_case, VOTUM_KIND_ATTACHMENT);

  g_hash_table_remove_all (self->of_note);
  for (guint i = 0; i < g_list_model_get_n_items (attachments); i++)
    {
      g_autoptr(VotumThing) attachment = g_list_model_get_item (attachments, i);
      gpointer note = GSIZE_TO_POINTER (votum_thing_get_ref (attachment, VOTUM_ATTACHMENT_NOTE));
      GPtrArray *list = g_hash_table_lookup (self->of_note, note);

      if (note == NULL)
        continue;
      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->of_note, note, list);
        }
      g_ptr_array_add (list, g_steal_pointer (&attachment));
    }
}

static void
case_changed_cb (VotumPhotos  *self,
                 VotumChanges *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (!VOTUM_IS_ATTACHMENT (change->new_thing != NULL ? change->new_thing : change->old_thing))
        continue;
      sort_out (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
}

/**
 * votum_photos_of:
 * @desk: a desk
 *
 * Returns: (transfer none): its pictures
 */
VotumPhotos *
votum_photos_of (VotumDesk *desk)
{
  VotumPhotos *self = g_object_get_data (G_OBJECT (desk), "votum-photos");

  if (self != NULL)
    return self;

  self = g_object_new (VOTUM_TYPE_PHOTOS, NULL);
  self->votum_case = g_object_ref (votum_desk_get_case (desk));
  g_signal_connect_object (self->votum_case, "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  sort_out (self);
  g_object_set_data_full (G_OBJECT (desk), "votum-photos", self, g_object_unref);

  return self;
}

/**
 * votum_photos_list:
 * @self: the pictures of a desk
 * @note: a note
 *
 * Returns: (transfer none) (nullable) (element-type VotumThing): the attachments of @note that may be seen with it
 */
GPtrArray *
votum_photos_list (VotumPhotos *self,
                   VotumThing  *note)
{
  return g_hash_table_lookup (self->of_note, GSIZE_TO_POINTER (votum_thing_get_id (note)));
}

gboolean
votum_photos_is_picture (VotumThing *attachment)
{
  const char *type = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_MEDIA_TYPE);

  return type != NULL && g_str_has_prefix (type, "image/");
}

/* ---- small and large images ---- */

typedef struct {
  GBytes *bytes;    /* (nullable): not read yet */
  char *digest;
  int size;         /* px of the longer side; 0: as it is */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->bytes, g_bytes_unref);
  g_free (load->digest);
  g_free (load);
}

typedef struct {
  int size;
  gboolean refused;
} Frame;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Frame           *frame)
{
  int longer = MAX (width, height);

  frame->refused = width <= 0 || height <= 0 || (gint64) width * height > MAX_PIXELS;
  if (!frame->refused && frame->size > 0 && longer > frame->size)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) ((gint64) width * frame->size / longer)),
                                MAX (1, (int) ((gint64) height * frame->size / longer)));
}

static GdkTexture *
decode (Load          *load,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr(GdkPixbuf) upright = NULL;
  Frame frame = { load->size, FALSE };
  gsize length;
  const guchar *data = g_bytes_get_data (load->bytes, &length);
  gboolean ok = TRUE;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &frame);
  for (gsize done = 0; ok && done < length; done += CHUNK)
    {
      ok = gdk_pixbuf_loader_write (loader, data + done, MIN (CHUNK, length - done), error) &&
           !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (ok && frame.refused)
        {
          g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, "larger than any photo");
          ok = FALSE;
        }
    }
  ok = gdk_pixbuf_loader_close (loader, ok ? error : NULL) && ok;
  if (!ok || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));

  return gdk_texture_new_for_pixbuf (upright);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = decode (task_data, cancellable, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error != NULL ? error : g_error_new_literal (GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_FAILED, "no image"));
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(GTask) task = data;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  load->bytes = votum_case_get_attachment_finish (VOTUM_CASE (source), result, &error);
  if (load->bytes != NULL)
    g_task_run_in_thread (task, load_thread);
  else
    g_task_return_error (task, error);
}

/**
 * votum_photos_get_small:
 * @self: the pictures of a desk
 * @attachment: one of them
 *
 * Returns: (transfer none) (nullable): its small image, where it has been made before
 */
GdkTexture *
votum_photos_get_small (VotumPhotos *self,
                        VotumThing  *attachment)
{
  const char *digest = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_DIGEST);

  return digest != NULL ? g_hash_table_lookup (self->small, digest) : NULL;
}

/**
 * votum_photos_load_async:
 * @self: the pictures of a desk
 * @attachment: one of them, or one that is not in the case yet
 * @size: px of the longer side: %VOTUM_PHOTO_SMALL is kept, anything else is not
 * @cancellable: (nullable): to stop
 * @callback: called when the image is there
 * @data: for @callback
 *
 * Reads the picture out of the case, and checks and decodes it on another thread.
 */
void
votum_photos_load_async (VotumPhotos         *self,
                         VotumThing          *attachment,
                         int                  size,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Load *load = g_new0 (Load, 1);

  load->digest = g_strdup (votum_thing_get_text (attachment, VOTUM_ATTACHMENT_DIGEST));
  load->size = size;
  g_task_set_task_data (task, load, load_free);
  votum_case_get_attachment_async (self->votum_case, attachment, cancellable, got_cb, task);
}

/**
 * votum_photos_load_finish:
 * @self: the pictures of a desk
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full): the image, or %NULL with @error set where it is none that can be shown
 */
GdkTexture *
votum_photos_load_finish (VotumPhotos   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  Load *load = g_task_get_task_data (G_TASK (result));
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture != NULL && load->size == VOTUM_PHOTO_SMALL)
    g_hash_table_insert (self->small, g_strdup (load->digest), g_object_ref (texture));

  return texture;
}
