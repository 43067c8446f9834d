#include "votum-config.h"

#include "votum-citation-drop.h"

#include "votum-citation-place.h"
#include "votum-things.h"

struct _VotumCitationDrop {
  GObject      parent_instance;

  GtkTextView *view;   /* borrowed: it outlives us */
  GtkTextMark *mark;   /* where it would go; seen while something is above the text */
};

enum {
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCitationDrop, votum_citation_drop, G_TYPE_OBJECT)

static void
place_at (VotumCitationDrop *self,
          double             x,
          double             y,
          GtkTextIter       *place)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  int in_x;
  int in_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &in_x, &in_y);
  gtk_text_view_get_iter_at_location (self->view, place, in_x, in_y);
  votum_citation_place_dropped (buffer, place);
}

static GdkDragAction
motion_cb (VotumCitationDrop *self,
           double             x,
           double             y)
{
  GtkTextIter place;

  if (!gtk_text_view_get_editable (self->view))
    return 0;
  place_at (self, x, y, &place);
  gtk_text_buffer_move_mark (gtk_text_view_get_buffer (self->view), self->mark, &place);
  gtk_text_mark_set_visible (self->mark, TRUE);

  return GDK_ACTION_COPY;
}

static void
leave_cb (VotumCitationDrop *self)
{
  gtk_text_mark_set_visible (self->mark, FALSE);
}

static gboolean
drop_cb (VotumCitationDrop *self,
         const GValue      *value,
         double             x,
         double             y)
{
  VotumThing *thing = g_value_get_object (value);
  GtkTextIter place;

  leave_cb (self);
  if (!VOTUM_IS_NOTE (thing) && !VOTUM_IS_MEASURE (thing) && !VOTUM_IS_POINT (thing))
    return FALSE;
  place_at (self, x, y, &place);
  g_signal_emit (self, signals[DROPPED], 0, thing, &place);

  return TRUE;
}

static void
votum_citation_drop_class_init (VotumCitationDropClass *klass)
{
  signals[DROPPED] = g_signal_new ("dropped", VOTUM_TYPE_CITATION_DROP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   VOTUM_TYPE_THING, G_TYPE_POINTER);
}

static void
votum_citation_drop_init (VotumCitationDrop *self)
{
}

/**
 * votum_citation_drop_new:
 * @view: a text
 *
 * Returns: (transfer full): what takes drops into it
 */
VotumCitationDrop *
votum_citation_drop_new (GtkTextView *view)
{
  VotumCitationDrop *self = g_object_new (VOTUM_TYPE_CITATION_DROP, NULL);
  GtkDropTarget *target = gtk_drop_target_new (VOTUM_TYPE_THING, GDK_ACTION_COPY);
  GtkTextIter start;

  self->view = view;
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (view), &start);
  self->mark = gtk_text_buffer_create_mark (gtk_text_view_get_buffer (view), NULL, &start, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (target));

  return self;
}
