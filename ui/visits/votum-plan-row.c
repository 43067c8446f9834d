#include "votum-config.h"

#include "votum-plan-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-binder.h"
#include "votum-case-drafts.h"

struct _VotumPlanRow {
  GtkListBoxRow parent_instance;

  GtkWidget    *check;
  GtkWidget    *label;
  GtkWidget    *entry;
  GtkWidget    *button;

  VotumDesk    *desk;
  char         *draft_place;  /* of any line of the plan */
  gboolean      showing;      /* the tick is being set by us */
};

enum {
  TICKED,
  EDITED,
  MOVED,
  DROPPED_ON,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumPlanRow, votum_plan_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (VotumPlanRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TICKED], 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

/* ---- changing the words ---- */

/* The draft of a line is found again by the words that it changes, wherever the line has moved to. */
static char *
place_of (VotumPlanRow *self)
{
  return g_strdup_printf ("%s:%08x", self->draft_place, g_str_hash (gtk_label_get_text (GTK_LABEL (self->label))));
}

static void
show_entry (VotumPlanRow *self,
            gboolean      shown)
{
  gtk_widget_set_visible (self->entry, shown);
  gtk_widget_set_visible (self->label, !shown);
}

static void
begin_edit (VotumPlanRow *self)
{
  g_autofree char *place = place_of (self);

  votum_binder_begin (self->entry, self->desk, place, gtk_label_get_text (GTK_LABEL (self->label)));
  show_entry (self, TRUE);
}

static void
finish_edit (VotumPlanRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;

  if (!gtk_widget_get_visible (self->entry))
    return;
  text = g_strstrip (votum_binder_text (self->entry));
  place = g_strdup (votum_binder_place (self->entry));
  show_entry (self, FALSE);
  votum_binder_settle (self->entry);
  votum_binder_unbind (self->entry);
  g_signal_emit (self, signals[EDITED], 0, text, place);
}

static void
done_cb (VotumPlanRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  finish_edit (self);
}

static void
left_cb (VotumPlanRow *self)
{
  finish_edit (self);
}

/* ---- actions ---- */

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  begin_edit (VOTUM_PLAN_ROW (widget));
  gtk_widget_grab_focus (VOTUM_PLAN_ROW (widget)->entry);
}

static void
up_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0, -1);
}

static void
down_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVED], 0, 1);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        VotumPlanRow          *self)
{
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (key == GDK_KEY_Escape && gtk_widget_get_visible (self->entry))
    {
      done_cb (self);
      return TRUE;
    }
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return FALSE;

  if (key == GDK_KEY_F2 || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    gtk_widget_activate_action (GTK_WIDGET (self), "line.edit", NULL);
  else if (key == GDK_KEY_space)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    g_signal_emit (self, signals[REMOVED], 0);
  else if (alt && (key == GDK_KEY_Up || key == GDK_KEY_Down))
    g_signal_emit (self, signals[MOVED], 0, key == GDK_KEY_Up ? -1 : 1);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  else
    return FALSE;

  return TRUE;
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_cb (GtkDragSource *source,
         double         x,
         double         y,
         VotumPlanRow  *self)
{
  return gdk_content_provider_new_typed (VOTUM_TYPE_PLAN_ROW, self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         VotumPlanRow  *self)
{
  VotumPlanRow *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self || gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (self, signals[DROPPED_ON], 0, dragged);

  return TRUE;
}

/* ---- the row ---- */

static void
votum_plan_row_dispose (GObject *object)
{
  VotumPlanRow *self = VOTUM_PLAN_ROW (object);

  if (self->entry != NULL)
    votum_binder_unbind (self->entry);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_plan_row_parent_class)->dispose (object);
}

static void
votum_plan_row_finalize (GObject *object)
{
  g_free (VOTUM_PLAN_ROW (object)->draft_place);

  G_OBJECT_CLASS (votum_plan_row_parent_class)->finalize (object);
}

static void
votum_plan_row_class_init (VotumPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_plan_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_plan_row_finalize;

  signals[TICKED] = g_signal_new ("ticked", VOTUM_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[EDITED] = g_signal_new ("edited", VOTUM_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                  G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", VOTUM_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED_ON] = g_signal_new ("dropped-on", VOTUM_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      VOTUM_TYPE_PLAN_ROW);
  signals[REMOVED] = g_signal_new ("removed", VOTUM_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "line.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "line.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "line.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "line.remove", NULL, remove_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumPlanRow, check);
  gtk_widget_class_bind_template_child (widget_class, VotumPlanRow, label);
  gtk_widget_class_bind_template_child (widget_class, VotumPlanRow, entry);
  gtk_widget_class_bind_template_child (widget_class, VotumPlanRow, button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
votum_plan_row_init (VotumPlanRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_PLAN_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_cb), self, 0);
  gtk_widget_add_controller (self->label, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * votum_plan_row_new:
 * @desk: the desk
 * @draft_place: how the places of drafts of lines begin
 *
 * Returns: (transfer floating): a row without words
 */
GtkWidget *
votum_plan_row_new (VotumDesk  *desk,
                    const char *draft_place)
{
  VotumPlanRow *self = g_object_new (VOTUM_TYPE_PLAN_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->draft_place = g_strdup (draft_place);

  return GTK_WIDGET (self);
}

/**
 * votum_plan_row_set:
 * @self: a row
 * @text: what to look for
 * @ticked: whether it has been seen
 */
void
votum_plan_row_set (VotumPlanRow *self,
                    const char   *text,
                    gboolean      ticked)
{
  gboolean other = strcmp (gtk_label_get_text (GTK_LABEL (self->label)), text) != 0;
  g_autofree char *place = NULL;

  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), ticked);
  self->showing = FALSE;
  /* the keyboard stops at the row alone, which therefore says it too */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ticked ? _("Seen") : _("Not seen yet"), -1);
  if (!other)
    return;

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  place = place_of (self);
  /* the program ended in the middle of a change: it goes on there */
  if (votum_case_get_draft (votum_desk_get_case (self->desk), place) != NULL)
    begin_edit (self);
}

/**
 * votum_plan_row_leave:
 * @self: a row
 *
 * Makes what is being typed part of the plan.
 */
void
votum_plan_row_leave (VotumPlanRow *self)
{
  finish_edit (self);
}
