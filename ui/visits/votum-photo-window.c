#include "votum-config.h"

#include "votum-photo-window.h"

#include <glib/gi18n.h>

#include "votum-attachment-open.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-names.h"
#include "votum-photos.h"

#define LARGE 2400 /* px of the longer side: as much as a screen shows */

struct _VotumPhotoWindow {
  AdwWindow       parent_instance;

  AdwWindowTitle *title;
  GtkWidget      *before;
  GtkWidget      *after;
  GtkWidget      *remove;
  GtkStack       *stack;
  GtkPicture     *picture;

  VotumDesk      *desk;
  GPtrArray      *attachments;
  guint           place;
  GCancellable   *loading;
};

G_DEFINE_FINAL_TYPE (VotumPhotoWindow, votum_photo_window, ADW_TYPE_WINDOW)

static VotumThing *
shown (VotumPhotoWindow *self)
{
  return g_ptr_array_index (self->attachments, self->place);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VotumPhotoWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = votum_photos_load_finish (VOTUM_PHOTOS (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  votum_names_show_only (self->stack, texture != NULL ? "picture" : "none");
}

static void
show_picture (VotumPhotoWindow *self)
{
  VotumThing *attachment = shown (self);
  const char *name = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME);
  gboolean in_case = votum_thing_get_id (attachment) != 0;
  /* TRANSLATORS: which of several pictures is shown: "2 of 5" */
  g_autofree char *which = g_strdup_printf (_("%u of %u"), self->place + 1, self->attachments->len);

  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, self->attachments->len > 1 ? which : "");
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_picture_set_alternative_text (self->picture, name);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (votum_photos_get_small (votum_photos_of (self->desk), attachment)));
  votum_names_show_only (self->stack, "picture");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.before", self->place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.after", self->place + 1 < self->attachments->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.remove",
                                 in_case && votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_ATTACHMENT, attachment, NULL));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  votum_photos_load_async (votum_photos_of (self->desk), attachment, LARGE, self->loading, loaded_cb, g_object_ref (self));
}

static void
before_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VotumPhotoWindow *self = VOTUM_PHOTO_WINDOW (widget);

  self->place--;
  show_picture (self);
}

static void
after_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  VotumPhotoWindow *self = VOTUM_PHOTO_WINDOW (widget);

  self->place++;
  show_picture (self);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VotumPhotoWindow *self = VOTUM_PHOTO_WINDOW (widget);

  votum_attachment_open (widget, self->desk, shown (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VotumPhotoWindow *self = VOTUM_PHOTO_WINDOW (widget);

  votum_attachment_save (widget, self->desk, shown (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VotumPhotoWindow *self = VOTUM_PHOTO_WINDOW (widget);
  GError *error = NULL;

  votum_case_remove (votum_desk_get_case (self->desk), shown (self), &error);
  if (!votum_desk_report (self->desk, error))
    return;
  votum_desk_toast (self->desk, TRUE, "%s", _("Picture removed"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
votum_photo_window_dispose (GObject *object)
{
  VotumPhotoWindow *self = VOTUM_PHOTO_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_photo_window_parent_class)->dispose (object);
}

static void
votum_photo_window_class_init (VotumPhotoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_photo_window_dispose;

  gtk_widget_class_install_action (widget_class, "photo.before", NULL, before_action);
  gtk_widget_class_install_action (widget_class, "photo.after", NULL, after_action);
  gtk_widget_class_install_action (widget_class, "photo.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "photo.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, remove_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-photo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumPhotoWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VotumPhotoWindow, before);
  gtk_widget_class_bind_template_child (widget_class, VotumPhotoWindow, after);
  gtk_widget_class_bind_template_child (widget_class, VotumPhotoWindow, remove);
  gtk_widget_class_bind_template_child (widget_class, VotumPhotoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumPhotoWindow, picture);
}

static void
votum_photo_window_init (VotumPhotoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_photo_window_present:
 * @parent: a widget of the window in front of which it opens
 * @desk: the desk
 * @attachments: (element-type VotumThing): what belongs together; of these the pictures are shown
 * @first: the one to begin with
 */
void
votum_photo_window_present (GtkWidget  *parent,
                            VotumDesk  *desk,
                            GPtrArray  *attachments,
                            VotumThing *first)
{
  VotumPhotoWindow *self = g_object_new (VOTUM_TYPE_PHOTO_WINDOW, "transient-for", GTK_WINDOW (gtk_widget_get_root (parent)), NULL);

  self->desk = g_object_ref (desk);
  self->attachments = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < attachments->len; i++)
    {
      VotumThing *attachment = g_ptr_array_index (attachments, i);

      if (!votum_photos_is_picture (attachment))
        continue;
      if (attachment == first)
        self->place = self->attachments->len;
      g_ptr_array_add (self->attachments, g_object_ref (attachment));
    }
  gtk_widget_set_visible (self->before, self->attachments->len > 1);
  gtk_widget_set_visible (self->after, self->attachments->len > 1);
  show_picture (self);
  gtk_window_present (GTK_WINDOW (self));
}
