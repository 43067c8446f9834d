#include "votum-config.h"

#include "votum-text-undo.h"

#include <string.h>

/* Undo where words are typed: first what was typed, then, where there is nothing of that, the last step of the case. A text of GTK
 * takes the key also when it has nothing to undo. */

static char *
text_of (GtkWidget *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  if (GTK_IS_TEXT (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (!GTK_IS_TEXT_VIEW (widget))
    return NULL;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
key_pressed_cb (GtkWindow       *window,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean undo = gdk_keyval_to_lower (keyval) == GDK_KEY_z && held == GDK_CONTROL_MASK;
  gboolean redo = (gdk_keyval_to_lower (keyval) == GDK_KEY_z && held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) ||
                  (gdk_keyval_to_lower (keyval) == GDK_KEY_y && held == GDK_CONTROL_MASK);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (focus == NULL || (!undo && !redo))
    return GDK_EVENT_PROPAGATE;
  before = text_of (focus);
  if (before == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (focus, undo ? "text.undo" : "text.redo", NULL);
  after = text_of (focus);
  if (strcmp (before, after) == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), undo ? "win.undo" : "win.redo", NULL);

  return GDK_EVENT_STOP;
}

/**
 * votum_text_undo_watch:
 * @window: a window with the actions "win.undo" and "win.redo"
 *
 * From now on the keys for undo and redo reach the case also where words are typed, once there is nothing typed to take back.
 */
void
votum_text_undo_watch (GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
