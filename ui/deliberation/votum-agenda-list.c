#include "votum-config.h"

#include "votum-agenda-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-agenda-row.h"
#include "votum-case-agenda.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-dialogs.h"
#include "votum-point-words.h"
#include "votum-tab-stop.h"
#include "votum-things.h"

struct _VotumAgendaList {
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkListBox *list;
  GtkWidget  *make_button;
  GtkWidget  *up_button;
  GtkWidget  *down_button;
  GtkWidget  *add_button;
  GtkWidget  *remove_button;

  VotumDesk  *desk;
  gboolean    filling;
};

enum {
  CHOSEN,
  CLICKED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumAgendaList, votum_agenda_list, GTK_TYPE_WIDGET)

static VotumCase *
case_of (VotumAgendaList *self)
{
  return votum_desk_get_case (self->desk);
}

static VotumAgendaRow *
row_at (VotumAgendaList *self,
        guint            place)
{
  return (VotumAgendaRow *) gtk_list_box_get_row_at_index (self->list, (int) place);
}

static VotumAgendaRow *
find_row (VotumAgendaList *self,
          VotumThing      *point)
{
  for (guint i = 0; row_at (self, i) != NULL; i++)
    if (votum_agenda_row_get_point (row_at (self, i)) == point)
      return row_at (self, i);

  return NULL;
}

/**
 * votum_agenda_list_get:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the point that is chosen
 */
VotumThing *
votum_agenda_list_get (VotumAgendaList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? votum_agenda_row_get_point (VOTUM_AGENDA_ROW (row)) : NULL;
}

static void
show_buttons (VotumAgendaList *self)
{
  VotumThing *point = votum_agenda_list_get (self);
  int place = point != NULL ? gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list)) : -1;
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_POINT, NULL, &error);
  gboolean opened = votum_case_deliberation_round (case_of (self)) != NULL;

  gtk_widget_set_sensitive (self->make_button, may && opened);
  gtk_widget_set_tooltip_text (self->make_button, !may      ? error->message
                                                  : !opened ? _("The agenda is made from the marks of a round that has been opened")
                                                            : _("Make the Agenda Anew From the Numbers, Keeping What Was Written"));
  gtk_widget_set_sensitive (self->add_button, may);
  gtk_widget_set_tooltip_text (self->add_button, may ? _("Add a Point") : error->message);
  gtk_widget_set_sensitive (self->remove_button, may && point != NULL);
  gtk_widget_set_sensitive (self->up_button, may && place > 0);
  gtk_widget_set_sensitive (self->down_button, may && place >= 0 && row_at (self, (guint) place + 1) != NULL);
}

/* ---- rows ---- */

static void
moved_cb (VotumAgendaList *self,
          int              by,
          VotumAgendaRow  *row)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by;
  g_autoptr(GError) error = NULL;

  if (place < 0 || row_at (self, (guint) place) == NULL)
    return;
  if (!votum_case_move (case_of (self), votum_agenda_row_get_point (row), (guint) place, NULL, &error))
    votum_desk_report (self->desk, g_steal_pointer (&error));
}

static void
move_chosen (VotumAgendaList *self,
             int              by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  votum_desk_flush (self->desk);
  if (row != NULL)
    moved_cb (self, by, VOTUM_AGENDA_ROW (row));
}

static void
up_cb (VotumAgendaList *self)
{
  move_chosen (self, -1);
}

static void
down_cb (VotumAgendaList *self)
{
  move_chosen (self, 1);
}

static void
dropped_cb (VotumAgendaList *self,
            VotumThing      *point,
            gboolean         below,
            VotumAgendaRow  *row)
{
  VotumAgendaRow *moved = find_row (self, point);
  int from = moved != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (moved)) : -1;
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + (below ? 1 : 0);

  /* the places are counted without the one that moves */
  if (moved != NULL)
    moved_cb (self, (from < place ? place - 1 : place) - from, moved);
}

/* By Enter. */
static void
entered_cb (VotumAgendaList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static int
compare_rows (GtkListBoxRow *one,
              GtkListBoxRow *other,
              gpointer       data)
{
  return (int) votum_agenda_row_get_number (VOTUM_AGENDA_ROW (one)) - (int) votum_agenda_row_get_number (VOTUM_AGENDA_ROW (other));
}

static void
put_row (VotumAgendaList *self,
         VotumThing      *point,
         guint            number)
{
  VotumAgendaRow *row = find_row (self, point);
  gboolean added = row == NULL;

  if (added)
    {
      row = VOTUM_AGENDA_ROW (votum_agenda_row_new (self->desk, point));
      g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
    }
  votum_agenda_row_show (row, number);
  if (added)
    gtk_list_box_append (self->list, GTK_WIDGET (row));
}

/* Rows of points that are gone. */
static void
drop_rows (VotumAgendaList *self,
           GPtrArray       *points)
{
  for (guint i = 0; row_at (self, i) != NULL;)
    if (g_ptr_array_find (points, votum_agenda_row_get_point (row_at (self, i)), NULL))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row_at (self, i)));
}

static void
show_points (VotumAgendaList *self)
{
  g_autoptr(GPtrArray) points = votum_case_agenda (case_of (self));
  g_autoptr(VotumThing) chosen = votum_agenda_list_get (self) != NULL ? g_object_ref (votum_agenda_list_get (self)) : NULL;

  self->filling = TRUE;
  drop_rows (self, points);
  for (guint i = 0; i < points->len; i++)
    put_row (self, g_ptr_array_index (points, i), i + 1);
  /* the rows stay, and with them the focus: whoever moves one goes with it */
  gtk_list_box_invalidate_sort (self->list);
  if (points->len > 0 && gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row_at (self, 0)));
  self->filling = FALSE;
  show_buttons (self);
  if (votum_agenda_list_get (self) != chosen)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
selected_cb (VotumAgendaList *self)
{
  /* the list says so too when it goes */
  if (self->filling || self->desk == NULL)
    return;
  show_buttons (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
activated_cb (VotumAgendaList *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

/* ---- commands ---- */

/**
 * votum_agenda_list_make:
 * @self: a list
 *
 * Makes the agenda from the numbers, or anew.
 */
void
votum_agenda_list_make (VotumAgendaList *self)
{
  g_autoptr(GError) error = NULL;
  guint n_added, n_gone;

  votum_desk_flush (self->desk);
  if (!votum_case_make_agenda (case_of (self), NULL, &n_added, &n_gone, &error))
    {
      votum_desk_report (self->desk, g_steal_pointer (&error));
      return;
    }
  if (n_added == 0 && n_gone == 0)
    votum_desk_toast (self->desk, FALSE, _("The numbers propose nothing else"));
  else
    votum_desk_toast (self->desk, TRUE, ngettext ("%u new point on the agenda", "%u new points on the agenda", n_added), n_added);
}

static void
add_answer_cb (const char *answer,
               const char *text,
               gpointer    data)
{
  g_autoptr(VotumAgendaList) self = VOTUM_AGENDA_LIST (data);
  g_autoptr(VotumThing) point = votum_thing_new (VOTUM_KIND_POINT);
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (answer, "cancel") == 0 || text == NULL)
    return;
  if (!votum_thing_set_from_text (point, VOTUM_POINT_TITLE, text, &error) || !votum_case_add_point (case_of (self), point, &error))
    {
      votum_desk_report (self->desk, g_steal_pointer (&error));
      return;
    }
  votum_agenda_list_select (self, votum_case_lookup (case_of (self), votum_thing_get_id (point)));
}

/**
 * votum_agenda_list_add:
 * @self: a list
 *
 * Asks for a point of the jury's own.
 */
void
votum_agenda_list_add (VotumAgendaList *self)
{
  votum_dialogs_ask_text (GTK_WIDGET (self), _("New Point"), _("It comes last on the agenda. Move it with Alt and the arrows, or drag it."),
                          _("What is to be talked about?"), _("_Add"), FALSE, add_answer_cb, g_object_ref (self));
}

static void
remove_cb (VotumAgendaList *self)
{
  VotumThing *point = votum_agenda_list_get (self);
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  if (point == NULL)
    return;
  votum_desk_flush (self->desk);
  title = votum_point_title (self->desk, point);
  if (!votum_case_remove (case_of (self), point, &error))
    votum_desk_report (self->desk, g_steal_pointer (&error));
  else
    votum_desk_toast (self->desk, TRUE, _("“%s” is off the agenda"), title);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  VotumAgendaList *self = VOTUM_AGENDA_LIST (widget);

  if (gtk_widget_get_sensitive (self->remove_button))
    remove_cb (self);

  return TRUE;
}

static void
changed_cb (VotumAgendaList *self)
{
  show_points (self);
}

static void
votum_agenda_list_dispose (GObject *object)
{
  VotumAgendaList *self = VOTUM_AGENDA_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_agenda_list_parent_class)->dispose (object);
}

static void
votum_agenda_list_class_init (VotumAgendaListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_agenda_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLICKED] = g_signal_new ("clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-agenda-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumAgendaList, box);
  gtk_widget_class_bind_template_child (widget_class, VotumAgendaList, list);
  gtk_widget_class_bind_template_child (widget_class, VotumAgendaList, make_button);
  gtk_widget_class_bind_template_child (widget_class, VotumAgendaList, up_button);
  gtk_widget_class_bind_template_child (widget_class, VotumAgendaList, down_button);
  gtk_widget_class_bind_template_child (widget_class, VotumAgendaList, add_button);
  gtk_widget_class_bind_template_child (widget_class, VotumAgendaList, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "make_cb", G_CALLBACK (votum_agenda_list_make));
  gtk_widget_class_bind_template_callback_full (widget_class, "add_cb", G_CALLBACK (votum_agenda_list_add));
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
}

static void
votum_agenda_list_init (VotumAgendaList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/**
 * votum_agenda_list_set_desk:
 * @self: a list
 * @desk: whose case it shows
 */
void
votum_agenda_list_set_desk (VotumAgendaList *self,
                            VotumDesk       *desk)
{
  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_points (self);
}

/**
 * votum_agenda_list_select:
 * @self: a list
 * @point: one of its points
 */
void
votum_agenda_list_select (VotumAgendaList *self,
                          VotumThing      *point)
{
  VotumAgendaRow *row = find_row (self, point);

  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

void
votum_agenda_list_grab (VotumAgendaList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
