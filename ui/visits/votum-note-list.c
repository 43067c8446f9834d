#include "votum-config.h"

#include "votum-note-list.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-gradual.h"
#include "votum-long-list.h"
#include "votum-note-menu.h"
#include "votum-note-row.h"

struct _VotumNoteList {
  AdwBin              parent_instance;

  GtkWidget          *view;
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GtkNumericSorter   *sorter;
  GtkSortListModel   *sorted;
  VotumGradual       *gradual;   /* (nullable): rows of them */

  VotumDesk          *desk;
  VotumOccasion      *occasion;  /* (nullable) */
  VotumThing         *wanted;    /* (nullable): gets the focus when its row is there */
};

enum {
  PROP_0,
  PROP_NEWEST_FIRST,
  PROP_N_NOTES,
  N_PROPS
};

enum {
  LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumNoteList, votum_note_list, ADW_TYPE_BIN)

static gboolean
belongs_cb (gpointer item,
            gpointer user_data)
{
  VotumNoteList *self = user_data;

  return self->occasion != NULL && votum_occasion_holds (self->occasion, item) && votum_case_may_see (votum_desk_get_case (self->desk), item);
}

/* By time; what was noted in the same second keeps the order in which it was noted. */
static gint64
sort_key (VotumThing *note,
          gpointer    user_data)
{
  gint64 instant = votum_occasion_instant (votum_thing_get_text (note, VOTUM_NOTE_TIME));

  return (CLAMP (instant, 0, G_GINT64_CONSTANT (1) << 40) << 22) + (votum_thing_get_id (note) & 0x3fffff);
}

static void
votum_note_list_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VotumNoteList *self = VOTUM_NOTE_LIST (object);

  switch (prop_id)
    {
    case PROP_NEWEST_FIRST:
      g_value_set_boolean (value, gtk_numeric_sorter_get_sort_order (self->sorter) == GTK_SORT_DESCENDING);
      break;
    case PROP_N_NOTES:
      g_value_set_uint (value, votum_note_list_get_n_notes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_note_list_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VotumNoteList *self = VOTUM_NOTE_LIST (object);

  switch (prop_id)
    {
    case PROP_NEWEST_FIRST:
      gtk_numeric_sorter_set_sort_order (self->sorter, g_value_get_boolean (value) ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_note_list_dispose (GObject *object)
{
  VotumNoteList *self = VOTUM_NOTE_LIST (object);

  if (self->view != NULL)
    gtk_grid_view_set_model (GTK_GRID_VIEW (self->view), NULL);
  self->view = NULL;
  g_clear_object (&self->gradual);
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->wanted);
  g_clear_object (&self->occasion);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_note_list_parent_class)->dispose (object);
}

static void
votum_note_list_class_init (VotumNoteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_note_list_get_property;
  object_class->set_property = votum_note_list_set_property;
  object_class->dispose = votum_note_list_dispose;

  properties[PROP_NEWEST_FIRST] = g_param_spec_boolean ("newest-first", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_NOTES] = g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LEFT] = g_signal_new ("left", VOTUM_TYPE_NOTE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

/* ---- rows ---- */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          VotumNoteList      *self)
{
  gtk_list_item_set_child (item, votum_note_row_new (self->desk));
}

static gboolean
focus_cb (gpointer user_data)
{
  g_autoptr(GtkWidget) row = user_data;
  GtkWidget *item = gtk_widget_get_parent (row);

  if (item != NULL && gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (item);

  return G_SOURCE_REMOVE;
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         VotumNoteList      *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  VotumThing *note = gtk_list_item_get_item (item);

  votum_note_row_set_note (VOTUM_NOTE_ROW (row), note, self->occasion != NULL ? votum_occasion_get_time (self->occasion) : NULL);
  if (note != self->wanted)
    return;
  g_clear_object (&self->wanted);
  g_idle_add (focus_cb, g_object_ref (row));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           VotumNoteList      *self)
{
  votum_note_row_set_note (VOTUM_NOTE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* The row that has the focus: the list puts it on the item around the row. */
static VotumNoteRow *
focused_row (VotumNoteList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return child != NULL && VOTUM_IS_NOTE_ROW (child) ? VOTUM_NOTE_ROW (child) : NULL;
}

static void
activate_cb (VotumNoteList *self)
{
  VotumNoteRow *row = focused_row (self);

  if (row != NULL)
    votum_note_row_edit (row);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        VotumNoteList         *self)
{
  VotumNoteRow *row = focused_row (self);

  if (row == NULL)
    return FALSE;
  if (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_KP_Tab)
    {
      gboolean forward = key != GDK_KEY_ISO_Left_Tab && (state & GDK_SHIFT_MASK) == 0;

      if ((state & GDK_CONTROL_MASK) != 0)
        return FALSE;
      if (!forward || !votum_note_row_focus_photos (row))
        g_signal_emit (self, signals[LEFT], 0, forward);
    }
  else if (key == GDK_KEY_F2)
    votum_note_row_edit (row);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    votum_note_row_open_menu (row);
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete) &&
           votum_note_may_change (self->desk, votum_note_row_get_note (row), NULL))
    votum_note_menu_remove (self->desk, votum_note_row_get_note (row));
  else
    return FALSE;

  return TRUE;
}

static void
items_changed_cb (VotumNoteList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NOTES]);
}

static void
make_models (VotumNoteList *self)
{
  GtkExpression *key = gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (sort_key), NULL, NULL);

  self->filter = gtk_custom_filter_new (belongs_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->sorter = gtk_numeric_sorter_new (key);
  gtk_numeric_sorter_set_sort_order (self->sorter, GTK_SORT_DESCENDING);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), g_object_ref (GTK_SORTER (self->sorter)));
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
votum_note_list_init (VotumNoteList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  make_models (self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->view = g_object_new (GTK_TYPE_GRID_VIEW, "factory", factory, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "max-columns", 1, NULL);
  g_object_unref (factory);
  gtk_widget_add_css_class (self->view, "long-list");
  gtk_widget_add_css_class (self->view, "notes");
  votum_long_list_prepare (GTK_GRID_VIEW (self->view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->view, keys);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * votum_note_list_set_occasion:
 * @self: a list
 * @desk: the desk
 * @occasion: (nullable): whose notes it shows
 */
void
votum_note_list_set_occasion (VotumNoteList *self,
                              VotumDesk     *desk,
                              VotumOccasion *occasion)
{
  gboolean first = self->desk == NULL;

  g_return_if_fail (VOTUM_IS_NOTE_LIST (self));

  g_set_object (&self->desk, desk);
  g_set_object (&self->occasion, occasion);
  if (first)
    {
      gtk_filter_list_model_set_model (self->filtered, votum_case_get_things (votum_desk_get_case (desk), VOTUM_KIND_NOTE));
      self->gradual = votum_gradual_new (G_LIST_MODEL (self->sorted), self->view, VOTUM_LONG_LIST_ROWS);
      gtk_grid_view_set_model (GTK_GRID_VIEW (self->view),
                               GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (votum_gradual_get_model (self->gradual)))));
    }
  else
    {
      votum_gradual_begin (self->gradual);
      gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
    }
}

guint
votum_note_list_get_n_notes (VotumNoteList *self)
{
  g_return_val_if_fail (VOTUM_IS_NOTE_LIST (self), 0);

  return self->sorted != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) : 0;
}

static GtkWidget *
find_row (VotumNoteList *self,
          VotumThing    *note)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->view); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (row != NULL && VOTUM_IS_NOTE_ROW (row) && votum_note_row_get_note (VOTUM_NOTE_ROW (row)) == note)
        return row;
    }

  return NULL;
}

/**
 * votum_note_list_show:
 * @self: a list
 * @note: a note in it
 * @focus: whether it gets the focus
 */
void
votum_note_list_show (VotumNoteList *self,
                      VotumThing    *note,
                      gboolean       focus)
{
  GListModel *notes = G_LIST_MODEL (self->sorted);
  GtkWidget *row;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) other = g_list_model_get_item (notes, i);

      if (other != note)
        continue;
      votum_gradual_reach (self->gradual, i);
      gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", i);
      break;
    }
  if (!focus)
    return;

  row = find_row (self, note);
  if (row != NULL)
    g_idle_add (focus_cb, g_object_ref (row));
  else
    g_set_object (&self->wanted, note);
}

/**
 * votum_note_list_rights_changed:
 * @self: a list
 *
 * Looks again which notes may be seen: who holds the case has changed, or the rounds have been opened.
 */
void
votum_note_list_rights_changed (VotumNoteList *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}
