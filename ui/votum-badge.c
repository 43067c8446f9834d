#include "votum-badge.h"

struct _VotumBadge {
  GtkWidget  parent_instance;

  GtkWidget *label;
};

static const char *const style_classes[] = {
  [VOTUM_BADGE_PLAIN] = "plain",
  [VOTUM_BADGE_PART] = "part",
  [VOTUM_BADGE_DONE] = "done",
  [VOTUM_BADGE_WARNING] = "warning",
};

G_DEFINE_FINAL_TYPE (VotumBadge, votum_badge, GTK_TYPE_WIDGET)

static void
votum_badge_dispose (GObject *object)
{
  g_clear_pointer (&VOTUM_BADGE (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (votum_badge_parent_class)->dispose (object);
}

static void
votum_badge_class_init (VotumBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_badge_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "badge");
}

static void
votum_badge_init (VotumBadge *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
votum_badge_new (void)
{
  return g_object_new (VOTUM_TYPE_BADGE, NULL);
}

/**
 * votum_badge_set:
 * @self: a badge
 * @text: (nullable): what it says; without text there is no badge
 * @style: how it looks
 */
void
votum_badge_set (VotumBadge      *self,
                 const char      *text,
                 VotumBadgeStyle  style)
{
  g_return_if_fail (VOTUM_IS_BADGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (style_classes); i++)
    {
      if (i == style)
        gtk_widget_add_css_class (GTK_WIDGET (self), style_classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), style_classes[i]);
    }
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
}
