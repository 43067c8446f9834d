#include "votum-config.h"

#include "votum-ordered-row.h"

#include <glib/gi18n.h>

#include "votum-binder.h"

struct _VotumOrderedRow {
  AdwPreferencesRow    parent_instance;

  GtkBox              *box;
  GtkLabel            *number;
  GtkWidget           *name;
  GtkWidget           *up_button;
  GtkWidget           *down_button;
  GtkWidget           *remove_button;

  VotumCriteriaEditor *editor;
  VotumThing          *thing;
  guint                place;
  guint                of;
};

G_DEFINE_FINAL_TYPE (VotumOrderedRow, votum_ordered_row, ADW_TYPE_PREFERENCES_ROW)

static guint
name_field (VotumOrderedRow *self)
{
  return (guint) votum_thing_info_find (votum_thing_get_info (self->thing), "name");
}

static void
bind_name (VotumOrderedRow *self)
{
  votum_binder_bind (self->name, votum_criteria_editor_get_desk (self->editor), self->thing, name_field (self),
                     votum_criteria_editor_get_lang (self->editor));
}

static void
move_by (VotumOrderedRow *self,
         int              by)
{
  int place = (int) self->place + by;

  if (place < 0 || place >= (int) self->of)
    return;
  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  votum_criteria_editor_move_to (self->editor, self->thing, NULL, (guint) place);
}

static void
up_cb (VotumOrderedRow *self)
{
  move_by (self, -1);
}

static void
down_cb (VotumOrderedRow *self)
{
  move_by (self, 1);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  if (votum_criteria_editor_may_change (VOTUM_ORDERED_ROW (widget)->editor))
    move_by (VOTUM_ORDERED_ROW (widget), g_variant_get_int32 (args));

  return TRUE;
}

static void
remove_cb (VotumOrderedRow *self)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);
  g_autoptr(VotumThing) thing = g_object_ref (self->thing);
  g_autofree char *name = votum_desk_name (desk, thing);

  votum_desk_flush (desk);
  if (votum_criteria_editor_remove (self->editor, thing))
    votum_desk_toast (desk, TRUE, _("“%s” is taken out"), name);
}

static void
votum_ordered_row_dispose (GObject *object)
{
  VotumOrderedRow *self = VOTUM_ORDERED_ROW (object);

  if (self->thing != NULL)
    votum_binder_unbind (self->name);
  g_clear_object (&self->thing);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_ordered_row_parent_class)->dispose (object);
}

static void
votum_ordered_row_class_init (VotumOrderedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_ordered_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-ordered-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumOrderedRow, box);
  gtk_widget_class_bind_template_child (widget_class, VotumOrderedRow, number);
  gtk_widget_class_bind_template_child (widget_class, VotumOrderedRow, name);
  gtk_widget_class_bind_template_child (widget_class, VotumOrderedRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, VotumOrderedRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, VotumOrderedRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, key_cb, "i", 1);
}

static void
votum_ordered_row_init (VotumOrderedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_ordered_row_new:
 * @editor: the editor
 * @thing: a thing with a name and a position
 * @parts: (transfer floating): what else there is to say of it
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
votum_ordered_row_new (VotumCriteriaEditor *editor,
                       VotumThing          *thing,
                       GtkWidget           *parts)
{
  VotumOrderedRow *self = g_object_new (VOTUM_TYPE_ORDERED_ROW, NULL);

  self->editor = g_object_ref (editor);
  self->thing = g_object_ref (thing);
  gtk_box_append (self->box, parts);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (bind_name), self, G_CONNECT_SWAPPED);
  bind_name (self);

  return GTK_WIDGET (self);
}

VotumThing *
votum_ordered_row_get_thing (VotumOrderedRow *self)
{
  return self->thing;
}

/**
 * votum_ordered_row_set_place:
 * @self: a row
 * @place: its place, from 0
 * @of: how many there are
 */
void
votum_ordered_row_set_place (VotumOrderedRow *self,
                             guint            place,
                             guint            of)
{
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  g_autofree char *name = votum_desk_name (votum_criteria_editor_get_desk (self->editor), self->thing);
  g_autofree char *spoken = g_strdup_printf (_("%s, %u of %u"), name, place + 1, of);
  g_autofree char *remove = g_strdup_printf (_("Take Out “%s”"), name);

  self->place = place;
  self->of = of;
  gtk_label_set_text (self->number, number);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
  gtk_widget_set_sensitive (self->up_button, place > 0);
  gtk_widget_set_sensitive (self->down_button, place + 1 < of);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * votum_ordered_row_grab_name:
 * @self: a row
 *
 * Puts the focus into the name, all of it selected.
 */
void
votum_ordered_row_grab_name (VotumOrderedRow *self)
{
  gtk_widget_grab_focus (self->name);
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}

/**
 * votum_ordered_row_get_parts:
 * @self: a row
 *
 * Returns: (transfer none): what stands below the name
 */
GtkWidget *
votum_ordered_row_get_parts (VotumOrderedRow *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->box));
}
