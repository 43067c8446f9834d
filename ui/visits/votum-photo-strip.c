#include "votum-config.h"

#include "votum-photo-strip.h"

#include <glib/gi18n.h>

#include "votum-attachment-open.h"
#include "votum-photo-window.h"
#include "votum-photos.h"
#include "votum-wrap.h"

#define SIDE 72 /* px */

struct _VotumPhotoStrip {
  GtkWidget  parent_instance;

  VotumDesk *desk;
  GPtrArray *attachments;
  gboolean   removable;
};

enum {
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumPhotoStrip, votum_photo_strip, GTK_TYPE_WIDGET)

static void
clear (VotumPhotoStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->attachments, 0);
}

static void
votum_photo_strip_dispose (GObject *object)
{
  VotumPhotoStrip *self = VOTUM_PHOTO_STRIP (object);

  clear (self);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_photo_strip_parent_class)->dispose (object);
}

static void
votum_photo_strip_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_PHOTO_STRIP (object)->attachments);

  G_OBJECT_CLASS (votum_photo_strip_parent_class)->finalize (object);
}

static void
votum_photo_strip_class_init (VotumPhotoStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_photo_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_photo_strip_finalize;

  signals[REMOVED] = g_signal_new ("removed", VOTUM_TYPE_PHOTO_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), VOTUM_TYPE_WRAP_LAYOUT);
}

static void
votum_photo_strip_init (VotumPhotoStrip *self)
{
  self->attachments = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
votum_photo_strip_new (VotumDesk *desk,
                       gboolean   removable)
{
  VotumPhotoStrip *self = g_object_new (VOTUM_TYPE_PHOTO_STRIP, NULL);

  self->desk = g_object_ref (desk);
  self->removable = removable;

  return GTK_WIDGET (self);
}

static VotumThing *
attachment_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "attachment");
}

static void
show_icon (GtkWidget *button)
{
  g_autoptr(GIcon) icon = votum_attachment_icon (attachment_of (button));
  GtkWidget *image = gtk_image_new_from_gicon (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 32);
  gtk_widget_set_size_request (image, SIDE, SIDE);
  gtk_button_set_child (GTK_BUTTON (button), image);
}

static void
show_texture (GtkWidget  *button,
              GdkTexture *texture)
{
  GtkWidget *image = gtk_image_new_from_paintable (GDK_PAINTABLE (texture));

  gtk_image_set_pixel_size (GTK_IMAGE (image), SIDE);
  gtk_button_set_child (GTK_BUTTON (button), image);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) button = user_data;
  g_autoptr(GdkTexture) texture = votum_photos_load_finish (VOTUM_PHOTOS (source), result, NULL);

  /* a picture that cannot be shown is still a file that can be opened */
  if (texture != NULL)
    show_texture (button, texture);
}

static void
clicked_cb (GtkWidget       *button,
            VotumPhotoStrip *self)
{
  if (votum_photos_is_picture (attachment_of (button)))
    votum_photo_window_present (GTK_WIDGET (self), self->desk, self->attachments, attachment_of (button));
  else
    votum_attachment_open (GTK_WIDGET (self), self->desk, attachment_of (button));
}

static void
remove_cb (GtkWidget       *remove,
           VotumPhotoStrip *self)
{
  g_autoptr(VotumThing) attachment = g_object_ref (attachment_of (remove));

  g_signal_emit (self, signals[REMOVED], 0, attachment);
}

static GtkWidget *
new_remove (VotumPhotoStrip *self,
            VotumThing      *attachment)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_("Remove %s"), votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME));

  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "osd");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_add_css_class (remove, "small");
  gtk_widget_set_tooltip_text (remove, tooltip);
  g_object_set_data_full (G_OBJECT (remove), "attachment", g_object_ref (attachment), g_object_unref);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, 0);

  return remove;
}

static void
add (VotumPhotoStrip *self,
     VotumThing      *attachment)
{
  VotumPhotos *photos = votum_photos_of (self->desk);
  GdkTexture *small = votum_photos_get_small (photos, attachment);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  const char *name = votum_thing_get_text (attachment, VOTUM_ATTACHMENT_NAME);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "photo");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "attachment", g_object_ref (attachment), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  if (small != NULL)
    show_texture (button, small);
  else
    show_icon (button);
  if (small == NULL && votum_photos_is_picture (attachment))
    votum_photos_load_async (photos, attachment, VOTUM_PHOTO_SMALL, NULL, loaded_cb, g_object_ref (button));

  gtk_overlay_set_child (GTK_OVERLAY (overlay), button);
  if (self->removable)
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), new_remove (self, attachment));
  gtk_widget_set_parent (overlay, GTK_WIDGET (self));
  g_ptr_array_add (self->attachments, g_object_ref (attachment));
}

/**
 * votum_photo_strip_set:
 * @self: a strip
 * @attachments: (nullable) (element-type VotumThing): what it shows
 */
void
votum_photo_strip_set (VotumPhotoStrip *self,
                       GPtrArray       *attachments)
{
  guint n = attachments != NULL ? attachments->len : 0;

  g_return_if_fail (VOTUM_IS_PHOTO_STRIP (self));

  clear (self);
  for (guint i = 0; i < n; i++)
    add (self, g_ptr_array_index (attachments, i));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
