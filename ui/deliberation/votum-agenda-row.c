#include "votum-config.h"

#include "votum-agenda-row.h"

#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-point-words.h"
#include "votum-things.h"

struct _VotumAgendaRow {
  GtkListBoxRow parent_instance;

  GtkLabel     *number;
  GtkLabel     *title;
  GtkLabel     *source;
  VotumBadge   *state;

  VotumDesk    *desk;
  VotumThing   *point;
  guint         place;   /* from 1 */
};

enum {
  DROPPED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumAgendaRow, votum_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static GdkContentProvider *
prepare_cb (VotumAgendaRow *self,
            double          x,
            double          y,
            GtkDragSource  *source)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);

  return gdk_content_provider_new_typed (VOTUM_TYPE_THING, self->point);
}

static void
show_drop (VotumAgendaRow *self,
           const char     *class)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), class);
}

static gboolean
is_below (VotumAgendaRow *self,
          double          y)
{
  return y >= gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static GdkDragAction
motion_cb (VotumAgendaRow *self,
           double          x,
           double          y)
{
  show_drop (self, is_below (self, y) ? "drop-below" : "drop-above");

  return GDK_ACTION_MOVE;
}

static void
leave_cb (VotumAgendaRow *self)
{
  show_drop (self, NULL);
}

static gboolean
drop_cb (VotumAgendaRow *self,
         const GValue   *value,
         double          x,
         double          y)
{
  VotumThing *point = g_value_get_object (value);

  show_drop (self, NULL);
  if (point == NULL || !VOTUM_IS_POINT (point) || point == self->point)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, point, is_below (self, y));

  return TRUE;
}

static void
make_draggable (VotumAgendaRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_THING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  g_signal_emit (widget, signals[MOVED], 0, g_variant_get_int32 (args));

  return TRUE;
}

static void
votum_agenda_row_dispose (GObject *object)
{
  VotumAgendaRow *self = VOTUM_AGENDA_ROW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->point);

  G_OBJECT_CLASS (votum_agenda_row_parent_class)->dispose (object);
}

static void
votum_agenda_row_class_init (VotumAgendaRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_agenda_row_dispose;
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, VOTUM_TYPE_THING, G_TYPE_BOOLEAN);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
}

static void
votum_agenda_row_init (VotumAgendaRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->source = GTK_LABEL (gtk_label_new (NULL));
  self->state = VOTUM_BADGE (votum_badge_new ());
  gtk_label_set_width_chars (self->number, 2);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_wrap_mode (self->title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_lines (self->title, 3);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->source, 0);
  gtk_label_set_ellipsize (self->source, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->source), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->source));
  gtk_box_append (GTK_BOX (below), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "agenda-row");
  make_draggable (self);
}

GtkWidget *
votum_agenda_row_new (VotumDesk  *desk,
                      VotumThing *point)
{
  VotumAgendaRow *self = g_object_new (VOTUM_TYPE_AGENDA_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->point = g_object_ref (point);

  return GTK_WIDGET (self);
}

VotumThing *
votum_agenda_row_get_point (VotumAgendaRow *self)
{
  return self->point;
}

guint
votum_agenda_row_get_number (VotumAgendaRow *self)
{
  return self->place;
}

/**
 * votum_agenda_row_show:
 * @self: a row
 * @number: its place, from 1
 *
 * Shows the point as it is now.
 */
void
votum_agenda_row_show (VotumAgendaRow *self,
                       guint           number)
{
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *title = votum_point_title (self->desk, self->point);
  g_autofree char *name = g_strdup_printf ("%u. %s, %s", number, title, votum_point_state (self->point));
  gboolean open = votum_thing_get_choice (self->point, VOTUM_POINT_STATE) == VOTUM_POINT_STATE_OPEN;

  self->place = number;
  gtk_label_set_text (self->number, place);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->source, votum_point_source (self->point));
  votum_badge_set (self->state, open ? NULL : votum_point_state (self->point),
                   votum_thing_get_choice (self->point, VOTUM_POINT_STATE) == VOTUM_POINT_STATE_AGREED ? VOTUM_BADGE_DONE : VOTUM_BADGE_PLAIN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
