#include "votum-config.h"

#include "votum-finalists-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-finalist-row.h"
#include "votum-finalists-menu.h"
#include "votum-finalist-words.h"
#include "votum-gradual.h"
#include "votum-long-list.h"
#include "votum-names.h"
#include "votum-tab-stop.h"
#include "votum-text.h"
#include "votum-things.h"

struct _VotumFinalistsList {
  AdwBin              parent_instance;

  GtkEditable        *search_entry;
  GtkMenuButton      *filter_button;
  GtkRevealer        *filter_revealer;
  GtkLabel           *filter_label;
  GtkStack           *stack;
  GtkGridView        *view;

  VotumDesk          *desk;
  GSimpleActionGroup *actions;
  GtkFilter          *filter;
  GtkSorter          *sorter;
  GListModel         *sorted;
  VotumGradual       *gradual;    /* rows of them, as long as the page is new */
  GtkSingleSelection *selection;
  GHashTable         *folded;     /* (nullable): the words of each, made when they are first searched in */
  char               *needle;     /* (nullable): what is searched for, folded */
  VotumFinalistsSort  sort;
  gint64              class_id;   /* 0: all */
  int                 status;     /* a status, or one of the two below */
};

enum {
  CHOSEN,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumFinalistsList, votum_finalists_list, ADW_TYPE_BIN)

static gboolean
has_status (VotumFinalistsList *self,
            VotumThing         *entrant)
{
  if (self->status == VOTUM_FINALISTS_ALL)
    return TRUE;
  if (self->status == VOTUM_FINALISTS_IN_THE_RACE)
    return !votum_finalist_is_out (entrant);

  return votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS) == self->status;
}

static gboolean
has_words (VotumFinalistsList *self,
           VotumThing         *entrant)
{
  const char *words;

  if (self->needle == NULL)
    return TRUE;
  if (self->folded == NULL)
    self->folded = votum_finalist_fold_all (self->desk);
  words = g_hash_table_lookup (self->folded, GSIZE_TO_POINTER (votum_thing_get_id (entrant)));

  return words != NULL && strstr (words, self->needle) != NULL;
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  VotumFinalistsList *self = VOTUM_FINALISTS_LIST (data);

  return (self->class_id == 0 || votum_thing_get_ref (item, VOTUM_ENTRANT_CLASS) == self->class_id) && has_status (self, item) &&
         has_words (self, item);
}

static int
compare_names (VotumFinalistsList *self,
               VotumThing         *a,
               VotumThing         *b)
{
  g_autofree char *name_a = votum_desk_name (self->desk, a);
  g_autofree char *name_b = votum_desk_name (self->desk, b);

  return g_utf8_collate (name_a, name_b);
}

/* In the order of the case: by position, those without one at the end, as they came. */
static int
compare_positions (VotumThing *a,
                   VotumThing *b)
{
  gint64 x = votum_thing_is_set (a, VOTUM_ENTRANT_POSITION) ? votum_thing_get_number (a, VOTUM_ENTRANT_POSITION) : G_MAXINT64;
  gint64 y = votum_thing_is_set (b, VOTUM_ENTRANT_POSITION) ? votum_thing_get_number (b, VOTUM_ENTRANT_POSITION) : G_MAXINT64;

  return x != y ? (x < y ? -1 : 1) : 0;
}

static double
progress_of (VotumFinalistsList *self,
             VotumThing         *entrant)
{
  VotumBadgeStyle style;
  double fraction;
  g_autofree char *word = votum_finalist_progress_word (self->desk, entrant, &style, &fraction);

  /* what is asked for and not there comes first; where nothing is asked for, nothing is to be done */
  return word != NULL ? fraction : 2;
}

static int
compare (gconstpointer item_a,
         gconstpointer item_b,
         gpointer      data)
{
  VotumFinalistsList *self = VOTUM_FINALISTS_LIST (data);
  VotumThing *a = (VotumThing *) item_a;
  VotumThing *b = (VotumThing *) item_b;
  int order = 0;

  if (self->sort == VOTUM_FINALISTS_BY_PROGRESS)
    {
      double x = progress_of (self, a);
      double y = progress_of (self, b);

      order = x < y ? -1 : x > y;
    }
  else if (self->sort == VOTUM_FINALISTS_BY_STATUS)
    {
      order = votum_thing_get_choice (a, VOTUM_ENTRANT_STATUS) - votum_thing_get_choice (b, VOTUM_ENTRANT_STATUS);
    }
  else if (self->sort == VOTUM_FINALISTS_BY_NAME)
    {
      order = compare_names (self, a, b);
    }

  return order != 0 ? order : compare_positions (a, b);
}

static void
show_count (VotumFinalistsList *self)
{
  guint n_shown = g_list_model_get_n_items (self->sorted);
  guint n_all = g_list_model_get_n_items (votum_case_get_things (votum_desk_get_case (self->desk), VOTUM_KIND_ENTRANT));
  gboolean filtered = self->class_id != 0 || self->status != VOTUM_FINALISTS_ALL;
  g_autofree char *wanted = NULL;

  votum_names_show_only (self->stack, n_shown == 0 && n_all > 0 ? "nothing" : "list");
  if (filtered)
    {
      g_autofree char *what = votum_finalists_menu_describe (self->desk, self->class_id, self->status);

      /* TRANSLATORS: how many finalists of all are shown, and which: "2 of 6: Withdrawn" */
      wanted = g_strdup_printf (_("%u of %u: %s"), n_shown, n_all, what);
      gtk_label_set_text (self->filter_label, wanted);
    }
  gtk_revealer_set_reveal_child (self->filter_revealer, filtered);
}

static void
refilter (VotumFinalistsList *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
search_changed_cb (VotumFinalistsList *self)
{
  g_autofree char *clean = votum_text_clean (gtk_editable_get_text (self->search_entry));
  g_autofree char *needle = *clean != '\0' ? votum_text_fold (clean) : NULL;

  if (g_strcmp0 (needle, self->needle) == 0)
    return;
  g_free (self->needle);
  self->needle = g_steal_pointer (&needle);
  refilter (self);
}

static void
stop_search_cb (VotumFinalistsList *self)
{
  gtk_editable_set_text (self->search_entry, "");
  votum_long_list_focus (self->view);
}

static void
search_activate_cb (VotumFinalistsList *self)
{
  if (votum_finalists_list_get (self) != NULL)
    g_signal_emit (self, signals[OPENED], 0, TRUE);
}

/* From the search straight into what was found. */
static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               VotumFinalistsList    *self)
{
  if (keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  votum_finalists_list_focus (self);

  return GDK_EVENT_STOP;
}

static void
activate_cb (VotumFinalistsList *self)
{
  g_signal_emit (self, signals[OPENED], 0, TRUE);
}

static void
released_cb (VotumFinalistsList *self)
{
  g_signal_emit (self, signals[OPENED], 0, FALSE);
}

static void
selected_cb (VotumFinalistsList *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
setup_cb (VotumFinalistsList *self,
          GtkListItem        *item)
{
  GtkWidget *row = votum_finalist_row_new (self->desk);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (VotumFinalistsList *self,
         GtkListItem        *item)
{
  votum_finalist_row_set_entrant (VOTUM_FINALIST_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (VotumFinalistsList *self,
           GtkListItem        *item)
{
  votum_finalist_row_set_entrant (VOTUM_FINALIST_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
build_menu (VotumFinalistsList *self)
{
  g_autoptr(GMenuModel) menu = votum_finalists_menu_new (self->desk);

  gtk_menu_button_set_menu_model (self->filter_button, menu);
}

/* ---- what the menu chooses ---- */

static const char *
chosen_word (VotumFinalistsList *self,
             const char         *action)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), action);

  /* the action holds it until it changes */
  return g_variant_get_string (state, NULL);
}

static void
state_cb (VotumFinalistsList *self)
{
  VotumFinalistsSort sort = votum_finalists_menu_sort (chosen_word (self, "sort"));
  gint64 class_id = g_ascii_strtoll (chosen_word (self, "class"), NULL, 10);
  int status = votum_finalists_menu_status (chosen_word (self, "status"));

  if (sort != self->sort)
    {
      self->sort = sort;
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
    }
  if (class_id != self->class_id || status != self->status)
    {
      self->class_id = class_id;
      self->status = status;
      refilter (self);
    }
}

static void
show_all_cb (VotumFinalistsList *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "class", g_variant_new_string ("0"));
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "status", g_variant_new_string ("all"));
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
  votum_long_list_focus (self->view);
}

static void
add_choice (VotumFinalistsList *self,
            const char         *name,
            const char         *initial)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (initial));

  g_signal_connect_object (action, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
add_actions (VotumFinalistsList *self)
{
  g_autoptr(GSimpleAction) show_all = g_simple_action_new ("show-all", NULL);

  self->actions = g_simple_action_group_new ();
  add_choice (self, "sort", "order");
  add_choice (self, "class", "0");
  add_choice (self, "status", "all");
  g_signal_connect_object (show_all, "activate", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (show_all));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "finalists-list", G_ACTION_GROUP (self->actions));
}

/* ---- what happens in the case ---- */

static void
changed_cb (VotumFinalistsList *self,
            VotumChanges       *changes)
{
  gboolean entrants = votum_changes_is_empty (changes);
  gboolean classes = FALSE;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      entrants |= VOTUM_IS_ENTRANT (thing) || VOTUM_IS_SECTION (thing) || VOTUM_IS_CLASS (thing) || VOTUM_IS_AWARD (thing) ||
                  VOTUM_IS_ROUND (thing);
      classes |= VOTUM_IS_CLASS (thing);
    }
  if (entrants)
    {
      g_clear_pointer (&self->folded, g_hash_table_unref);
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
      refilter (self);
    }
  if (classes)
    build_menu (self);
}

static void
votum_finalists_list_dispose (GObject *object)
{
  VotumFinalistsList *self = VOTUM_FINALISTS_LIST (object);

  if (self->view != NULL)
    gtk_grid_view_set_model (self->view, NULL);
  /* the view and the chain of models end with the widget */
  g_clear_object (&self->selection);
  g_clear_object (&self->gradual);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->actions);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_finalists_list_parent_class)->dispose (object);
}

static void
votum_finalists_list_finalize (GObject *object)
{
  VotumFinalistsList *self = VOTUM_FINALISTS_LIST (object);

  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_free (self->needle);

  G_OBJECT_CLASS (votum_finalists_list_parent_class)->finalize (object);
}

static void
votum_finalists_list_class_init (VotumFinalistsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_finalists_list_dispose;
  object_class->finalize = votum_finalists_list_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_FINALISTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", VOTUM_TYPE_FINALISTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-finalists-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsList, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsList, filter_label);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsList, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistsList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
votum_finalists_list_init (VotumFinalistsList *self)
{
  self->status = VOTUM_FINALISTS_ALL;
  add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_finalists_list_set_desk:
 * @self: a list, once
 * @desk: whose finalists it shows
 */
void
votum_finalists_list_set_desk (VotumFinalistsList *self,
                               VotumDesk          *desk)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  VotumCase *votum_case = votum_desk_get_case (desk);
  GtkFilterListModel *filtered;

  g_return_if_fail (VOTUM_IS_FINALISTS_LIST (self) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT)), g_object_ref (self->filter));
  self->sorted = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter)));
  self->gradual = votum_gradual_new (self->sorted, GTK_WIDGET (self->view), VOTUM_LONG_LIST_ROWS);
  self->selection = gtk_single_selection_new (g_object_ref (votum_gradual_get_model (self->gradual)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  votum_long_list_prepare (self->view);
  gtk_grid_view_set_factory (self->view, factory);
  gtk_grid_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (votum_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  build_menu (self);
  show_count (self);
}

/**
 * votum_finalists_list_get:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): who is selected
 */
VotumThing *
votum_finalists_list_get (VotumFinalistsList *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/**
 * votum_finalists_list_select:
 * @self: a list
 * @entrant: whom to select; where the filter hides them, it goes
 */
void
votum_finalists_list_select (VotumFinalistsList *self,
                             VotumThing         *entrant)
{
  if (!matches (entrant, self))
    {
      gtk_editable_set_text (self->search_entry, "");
      search_changed_cb (self);
      if (!matches (entrant, self))
        show_all_cb (self);
    }
  for (guint i = 0; i < g_list_model_get_n_items (self->sorted); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (self->sorted, i);

      if (thing != entrant)
        continue;
      votum_gradual_reach (self->gradual, i);
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
      return;
    }
}

void
votum_finalists_list_search (VotumFinalistsList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}

/**
 * votum_finalists_list_focus:
 * @self: a list
 *
 * Puts the focus on who is selected.
 */
void
votum_finalists_list_focus (VotumFinalistsList *self)
{
  votum_long_list_focus (self->view);
}
