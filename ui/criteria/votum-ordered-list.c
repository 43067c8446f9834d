#include "votum-config.h"

#include "votum-ordered-list.h"

#include "votum-case-result.h"
#include "votum-ordered-row.h"

struct _VotumOrderedList {
  GtkWidget            parent_instance;

  GtkListBox          *list;
  VotumCriteriaEditor *editor;
  VotumKind            kind;
  VotumPartsFunc       parts;
};

G_DEFINE_FINAL_TYPE (VotumOrderedList, votum_ordered_list, GTK_TYPE_WIDGET)

static GtkWidget *
find_row (VotumOrderedList *self,
          VotumThing       *thing)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (votum_ordered_row_get_thing (VOTUM_ORDERED_ROW (row)) == thing)
      return row;

  return NULL;
}

static void
put_row (VotumOrderedList *self,
         VotumThing       *thing,
         int               place)
{
  GtkWidget *found = find_row (self, thing);
  g_autoptr(GtkWidget) row = g_object_ref_sink (found != NULL ? found : votum_ordered_row_new (self->editor, thing, self->parts (self->editor, thing)));

  if (found != NULL)
    {
      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (found)) == place)
        return;
      gtk_list_box_remove (self->list, found);
    }
  gtk_list_box_insert (self->list, row, place);
}

static VotumThing *
focused_thing (VotumOrderedList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? votum_ordered_row_get_thing (VOTUM_ORDERED_ROW (row)) : NULL;
}

static void
show_rows (VotumOrderedList *self)
{
  g_autoptr(GPtrArray) things = votum_case_in_order (votum_criteria_editor_get_case (self->editor), self->kind);
  VotumThing *focused = focused_thing (self);
  GtkListBoxRow *row;

  for (guint i = 0; i < things->len; i++)
    put_row (self, g_ptr_array_index (things, i), (int) i);
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) things->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < things->len; i++)
    votum_ordered_row_set_place (VOTUM_ORDERED_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)), i, things->len);
  gtk_widget_set_visible (GTK_WIDGET (self->list), things->len > 0);
  /* whoever moved it goes with it */
  if (focused != NULL && focused_thing (self) != focused && find_row (self, focused) != NULL)
    gtk_widget_grab_focus (find_row (self, focused));
}

static void
changed_cb (VotumOrderedList *self,
            VotumChanges     *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (votum_thing_get_kind (change->new_thing != NULL ? change->new_thing : change->old_thing) == self->kind)
        {
          show_rows (self);
          return;
        }
    }
}

static void
votum_ordered_list_dispose (GObject *object)
{
  VotumOrderedList *self = VOTUM_ORDERED_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_ordered_list_parent_class)->dispose (object);
}

static void
votum_ordered_list_class_init (VotumOrderedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_ordered_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
votum_ordered_list_init (VotumOrderedList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/**
 * votum_ordered_list_set_up:
 * @self: a list
 * @editor: the editor
 * @kind: a kind of thing that has a name and a position
 * @parts: what a row shows below the name
 */
void
votum_ordered_list_set_up (VotumOrderedList    *self,
                           VotumCriteriaEditor *editor,
                           VotumKind            kind,
                           VotumPartsFunc       parts)
{
  self->editor = g_object_ref (editor);
  self->kind = kind;
  self->parts = parts;
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_rows (self);
}

/**
 * votum_ordered_list_grab:
 * @self: a list
 * @thing: one of its things
 *
 * Puts the focus into the name of @thing.
 */
void
votum_ordered_list_grab (VotumOrderedList *self,
                         VotumThing       *thing)
{
  GtkWidget *row = find_row (self, thing);

  if (row != NULL)
    votum_ordered_row_grab_name (VOTUM_ORDERED_ROW (row));
}

typedef struct {
  VotumThing *thing;
  void (*grab) (GtkWidget *parts);
} Aim;

static void
aim_free (gpointer data)
{
  Aim *aim = data;

  g_object_unref (aim->thing);
  g_free (aim);
}

/* Once the list has its place, so that what gets the focus is scrolled into sight. */
static gboolean
grab_parts_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  Aim *aim = data;
  GtkWidget *row = find_row (VOTUM_ORDERED_LIST (widget), aim->thing);

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (row != NULL)
    aim->grab (votum_ordered_row_get_parts (VOTUM_ORDERED_ROW (row)));

  return G_SOURCE_REMOVE;
}

/**
 * votum_ordered_list_go:
 * @self: a list
 * @thing: one of its things
 * @grab: puts the focus into what its row shows below the name
 *
 * Brings @thing into sight, with the focus on what there is to choose of it.
 */
void
votum_ordered_list_go (VotumOrderedList *self,
                       VotumThing       *thing,
                       void            (*grab) (GtkWidget *parts))
{
  Aim *aim = g_new0 (Aim, 1);

  aim->thing = g_object_ref (thing);
  aim->grab = grab;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), grab_parts_cb, aim, aim_free);
}
