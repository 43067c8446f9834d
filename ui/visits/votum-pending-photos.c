#include "votum-config.h"

#include "votum-pending-photos.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-attachments.h"
#include "votum-dialogs.h"
#include "votum-photo-strip.h"

#define MAX_PHOTOS 12     /* of one note, so that what is kept beside its words stays short */
#define LINE "attachment" /* how a line about a picture begins */

struct _VotumPendingPhotos {
  AdwBin           parent_instance;

  VotumPhotoStrip *strip;         /* (nullable) */
  VotumDesk       *desk;
  GPtrArray       *attachments;   /* in no case yet */
  GCancellable    *pasting;
  GQueue           coming;        /* of char *: paths of files that are still to be taken in */
  guint            n_taking;      /* files and pictures that are on their way into the case */
};

enum {
  CHANGED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const guint kept_fields[] = {
  VOTUM_ATTACHMENT_DIGEST, VOTUM_ATTACHMENT_SIZE, VOTUM_ATTACHMENT_MEDIA_TYPE, VOTUM_ATTACHMENT_NAME, VOTUM_ATTACHMENT_TITLE,
};

G_DEFINE_FINAL_TYPE (VotumPendingPhotos, votum_pending_photos, ADW_TYPE_BIN)

static void
show_strip (VotumPendingPhotos *self)
{
  if (self->strip != NULL)
    votum_photo_strip_set (self->strip, self->attachments);
  gtk_widget_set_visible (GTK_WIDGET (self), self->attachments->len > 0);
}

static void
forget_desk (VotumPendingPhotos *self)
{
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  g_queue_clear_full (&self->coming, g_free);
  if (self->n_taking > 0)
    votum_desk_set_pending (self->desk, self, FALSE);
  self->n_taking = 0;
  g_ptr_array_set_size (self->attachments, 0);
  self->strip = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->desk);
}

static void
votum_pending_photos_dispose (GObject *object)
{
  forget_desk (VOTUM_PENDING_PHOTOS (object));

  G_OBJECT_CLASS (votum_pending_photos_parent_class)->dispose (object);
}

static void
votum_pending_photos_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_PENDING_PHOTOS (object)->attachments);

  G_OBJECT_CLASS (votum_pending_photos_parent_class)->finalize (object);
}

static void
votum_pending_photos_class_init (VotumPendingPhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_pending_photos_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_pending_photos_finalize;

  signals[CHANGED] = g_signal_new ("changed", VOTUM_TYPE_PENDING_PHOTOS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", VOTUM_TYPE_PENDING_PHOTOS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_pending_photos_init (VotumPendingPhotos *self)
{
  self->attachments = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
removed_cb (VotumPendingPhotos *self,
            VotumThing         *attachment)
{
  g_ptr_array_remove (self->attachments, attachment);
  show_strip (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * votum_pending_photos_set_desk:
 * @self: pictures
 * @desk: (nullable): the desk; those of before are forgotten here
 */
void
votum_pending_photos_set_desk (VotumPendingPhotos *self,
                               VotumDesk          *desk)
{
  g_return_if_fail (VOTUM_IS_PENDING_PHOTOS (self));

  forget_desk (self);
  if (desk != NULL)
    {
      self->desk = g_object_ref (desk);
      self->pasting = g_cancellable_new ();
      self->strip = VOTUM_PHOTO_STRIP (votum_photo_strip_new (desk, TRUE));
      g_signal_connect_object (self->strip, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->strip));
    }
  show_strip (self);
}

GPtrArray *
votum_pending_photos_get (VotumPendingPhotos *self)
{
  g_return_val_if_fail (VOTUM_IS_PENDING_PHOTOS (self), NULL);

  return self->attachments;
}

/**
 * votum_pending_photos_clear:
 * @self: pictures
 *
 * Forgets them: they belong to a note now.
 */
void
votum_pending_photos_clear (VotumPendingPhotos *self)
{
  g_ptr_array_set_size (self->attachments, 0);
  show_strip (self);
}

static void
take (VotumPendingPhotos *self,
      VotumThing         *attachment)
{
  g_ptr_array_add (self->attachments, attachment);
  show_strip (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_room (VotumPendingPhotos *self)
{
  if (self->attachments->len < MAX_PHOTOS)
    return TRUE;
  votum_desk_toast (self->desk, FALSE, _("A note has at most %d pictures. Save it, and go on in the next one."), MAX_PHOTOS);

  return FALSE;
}

static void
begin_taking (VotumPendingPhotos *self)
{
  self->n_taking++;
  votum_desk_set_pending (self->desk, self, TRUE);
}

/* What was on its way is there, or is told not to be; and nothing else is. */
static void
end_taking (VotumPendingPhotos *self)
{
  if (--self->n_taking > 0)
    return;
  votum_desk_set_pending (self->desk, self, FALSE);
  g_signal_emit (self, signals[SETTLED], 0);
}

static void take_next (VotumPendingPhotos *self);

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VotumPendingPhotos) self = user_data;
  GError *error = NULL;
  g_autoptr(VotumThing) attachment = votum_case_take_finish (VOTUM_CASE (source), result, &error);

  /* who went on to another visit has left the picture behind */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    {
      g_clear_error (&error);
      return;
    }
  if (votum_desk_report (self->desk, error))
    take (self, g_steal_pointer (&attachment));
  else
    g_queue_clear_full (&self->coming, g_free);
  if (!g_queue_is_empty (&self->coming))
    take_next (self);
  end_taking (self);
}

static void
take_next (VotumPendingPhotos *self)
{
  g_autofree char *path = g_queue_pop_head (&self->coming);

  if (!has_room (self))
    {
      g_queue_clear_full (&self->coming, g_free);
      return;
    }
  begin_taking (self);
  votum_case_take_file_async (votum_desk_get_case (self->desk), NULL, path, self->pasting, taken_cb, g_object_ref (self));
}

/**
 * votum_pending_photos_add_files:
 * @self: pictures with a desk
 * @files: (element-type GFile): pictures, or other files
 *
 * Takes them in, one after the other, on another thread.
 */
void
votum_pending_photos_add_files (VotumPendingPhotos *self,
                                GSList             *files)
{
  gboolean idle = !votum_pending_photos_is_taking (self);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      const char *path = g_file_peek_path (l->data);

      if (path == NULL)
        {
          votum_desk_report (self->desk, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                                              _("This file is not on this computer. Save it here first, and add it then.")));
          break;
        }
      g_queue_push_tail (&self->coming, g_strdup (path));
    }
  if (idle && !g_queue_is_empty (&self->coming))
    take_next (self);
}

/**
 * votum_pending_photos_is_taking:
 * @self: pictures
 *
 * Returns: whether some are still on their way into the case; then "settled" will tell when they are there
 */
gboolean
votum_pending_photos_is_taking (VotumPendingPhotos *self)
{
  g_return_val_if_fail (VOTUM_IS_PENDING_PHOTOS (self), FALSE);

  return self->n_taking > 0;
}

static void
chosen_cb (GFile   *file,
           gpointer data)
{
  g_autoptr(VotumPendingPhotos) self = data;
  g_autoptr(GSList) files = file != NULL ? g_slist_prepend (NULL, file) : NULL;

  if (self->desk != NULL)
    votum_pending_photos_add_files (self, files);
}

/**
 * votum_pending_photos_choose:
 * @self: pictures with a desk
 *
 * Asks for a file, and takes it in.
 */
void
votum_pending_photos_choose (VotumPendingPhotos *self)
{
  static const char *const patterns[] = { "*.jpg", "*.jpeg", "*.png", "*.gif", "*.webp", "*.heic", "*.heif", "*.tif", "*.tiff", "*.bmp", "*.svg",
                                          "*.JPG", "*.JPEG", "*.PNG", "*.HEIC", NULL };
  const VotumFileChoice choice = {
    .title = _("Add a Photo"), .accept = _("_Add"), .filter_name = _("Pictures"), .patterns = patterns,
  };

  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, chosen_cb, g_object_ref (self));
}

/* ---- the clipboard ---- */

static void
encode_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_task_return_pointer (task, gdk_texture_save_to_png_bytes (task_data), (GDestroyNotify) g_bytes_unref);
}

static void
encoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  VotumPendingPhotos *self = VOTUM_PENDING_PHOTOS (source);
  g_autoptr(GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  /* TRANSLATORS: what a picture from the clipboard is called, with the time at which it was pasted; no colons or slashes */
  g_autofree char *name = g_date_time_format (now, _("Pasted %Y-%m-%d %H.%M.%S.png"));

  if (bytes == NULL || self->desk == NULL || !has_room (self))
    return;
  begin_taking (self);
  votum_case_take_bytes_async (votum_desk_get_case (self->desk), name, bytes, self->pasting, taken_cb, g_object_ref (self));
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VotumPendingPhotos) self = user_data;
  GError *error = NULL;
  g_autoptr(GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr(GTask) task = NULL;

  if (self->desk == NULL)
    {
      g_clear_error (&error);
      return;
    }
  if (!votum_desk_report (self->desk, error))
    return;
  task = g_task_new (self, self->pasting, encoded_cb, NULL);
  g_task_set_task_data (task, g_object_ref (texture), g_object_unref);
  g_task_run_in_thread (task, encode_thread);
}

static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VotumPendingPhotos) self = user_data;
  GError *error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->desk == NULL)
    {
      g_clear_error (&error);
      return;
    }
  if (votum_desk_report (self->desk, error))
    votum_pending_photos_add_files (self, g_value_get_boxed (value));
}

/**
 * votum_pending_photos_paste:
 * @self: pictures with a desk
 * @clipboard: the clipboard
 *
 * Returns: whether there is a picture or are files in the clipboard, which are being taken in; else it is left to whoever
 *   takes text
 */
gboolean
votum_pending_photos_paste (VotumPendingPhotos *self,
                            GdkClipboard       *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, self->pasting, files_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) && !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    gdk_clipboard_read_texture_async (clipboard, self->pasting, texture_cb, g_object_ref (self));
  else
    return FALSE;

  return TRUE;
}

/* ---- kept as text ---- */

/**
 * votum_pending_photos_to_text:
 * @self: pictures
 *
 * Returns: (transfer full): a line for each, to be kept with a draft
 */
char *
votum_pending_photos_to_text (VotumPendingPhotos *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->attachments->len; i++)
    {
      g_string_append (text, LINE);
      for (guint f = 0; f < G_N_ELEMENTS (kept_fields); f++)
        {
          g_autofree char *value = votum_thing_field_to_text (g_ptr_array_index (self->attachments, i), kept_fields[f]);

          g_string_append_printf (text, "\t%s", value != NULL ? value : "");
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/**
 * votum_pending_photos_from_text:
 * @self: pictures with a desk
 * @text: what votum_pending_photos_to_text() made, among other lines
 */
void
votum_pending_photos_from_text (VotumPendingPhotos *self,
                                const char         *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_ptr_array_set_size (self->attachments, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) values = g_strsplit (lines[i], "\t", -1);
      g_autoptr(VotumThing) attachment = votum_thing_new (VOTUM_KIND_ATTACHMENT);
      gboolean good = g_strv_length (values) == G_N_ELEMENTS (kept_fields) + 1 && strcmp (values[0], LINE) == 0;

      for (guint f = 0; good && f < G_N_ELEMENTS (kept_fields); f++)
        good = *values[f + 1] == '\0' || votum_thing_set_from_text (attachment, kept_fields[f], values[f + 1], NULL);
      if (good && votum_thing_check (attachment, NULL))
        g_ptr_array_add (self->attachments, g_steal_pointer (&attachment));
    }
  show_strip (self);
}
