#include "votum-config.h"

#include "votum-prose-row.h"

#include "votum-binder.h"
#include "votum-prose.h"

struct _VotumProseRow {
  AdwPreferencesRow parent_instance;

  GtkLabel    *label;
  VotumProse  *prose;
};

G_DEFINE_FINAL_TYPE (VotumProseRow, votum_prose_row, ADW_TYPE_PREFERENCES_ROW)

static void
title_cb (VotumProseRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_text (self->label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (votum_prose_get_view (self->prose)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
dispose (GObject *object)
{
  VotumProseRow *self = VOTUM_PROSE_ROW (object);

  if (self->prose != NULL)
    votum_binder_unbind (votum_prose_get_view (self->prose));
  self->prose = NULL;

  G_OBJECT_CLASS (votum_prose_row_parent_class)->dispose (object);
}

/* The row is where the focus goes by Tab; it hands it on to the words. */
static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (votum_prose_get_view (VOTUM_PROSE_ROW (widget)->prose));
}

static gboolean
focus (GtkWidget        *widget,
       GtkDirectionType  direction)
{
  VotumProseRow *self = VOTUM_PROSE_ROW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || !gtk_widget_is_sensitive (widget))
    return FALSE;

  return gtk_widget_grab_focus (votum_prose_get_view (self->prose));
}

static void
votum_prose_row_class_init (VotumProseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->grab_focus = grab_focus;
  widget_class->focus = focus;
  g_type_ensure (VOTUM_TYPE_PROSE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-prose-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumProseRow, label);
  gtk_widget_class_bind_template_child (widget_class, VotumProseRow, prose);
}

static void
votum_prose_row_init (VotumProseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

GtkWidget *
votum_prose_row_new (const char *title)
{
  return g_object_new (VOTUM_TYPE_PROSE_ROW, "title", title, NULL);
}

/**
 * votum_prose_row_bind:
 * @self: a row
 * @desk: the desk
 * @thing: the thing the words are part of
 * @field: its field
 * @lang: (nullable): which language, of texts in several
 */
void
votum_prose_row_bind (VotumProseRow *self,
                      VotumDesk     *desk,
                      VotumThing    *thing,
                      guint          field,
                      const char    *lang)
{
  votum_binder_bind (votum_prose_get_view (self->prose), desk, thing, field, lang);
}

void
votum_prose_row_unbind (VotumProseRow *self)
{
  votum_binder_unbind (votum_prose_get_view (self->prose));
}

GtkWidget *
votum_prose_row_get_view (VotumProseRow *self)
{
  return votum_prose_get_view (self->prose);
}
