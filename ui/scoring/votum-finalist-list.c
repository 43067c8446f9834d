#include "votum-config.h"

#include "votum-finalist-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "votum-badge.h"
#include "votum-gradual.h"
#include "votum-long-list.h"
#include "votum-names.h"
#include "votum-scoring-words.h"
#include "votum-tab-stop.h"
#include "votum-text.h"

struct _VotumFinalistList {
  GtkWidget           parent_instance;

  GtkSearchEntry     *search;
  GtkStack           *stack;
  GtkGridView        *view;

  VotumScoringSheet  *sheet;
  GtkCustomFilter    *filter;
  GListModel         *filtered;
  VotumGradual       *gradual;   /* rows of them, as long as the page is new */
  GtkSingleSelection *selection;
  char               *wanted;    /* (nullable): what is searched for, folded */
  GHashTable         *shown;     /* GtkListItem that shows an entrant */
  gboolean            choosing;  /* the choice is being shown, not made */
};

enum {
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumFinalistList, votum_finalist_list, GTK_TYPE_WIDGET)

/* ---- rows ---- */

static void
show_row (VotumFinalistList *self,
          GtkListItem       *item)
{
  VotumThing *entrant = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *avatar = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_next_sibling (avatar);
  GtkWidget *badge = gtk_widget_get_next_sibling (label);
  VotumBadgeStyle style = VOTUM_BADGE_PLAIN;
  g_autofree char *name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), entrant);
  g_autofree char *state = votum_scoring_words_badge (self->sheet, entrant, &style);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, state);

  adw_avatar_set_text (ADW_AVATAR (avatar), name);
  gtk_label_set_text (GTK_LABEL (label), name);
  votum_names_set_tooltip (label, name);
  votum_badge_set (VOTUM_BADGE (badge), state, style);
  votum_long_list_name (box, spoken);
}

static void
setup_cb (VotumFinalistList *self,
          GtkListItem       *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), adw_avatar_new (28, NULL, TRUE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), votum_badge_new ());
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (VotumFinalistList *self,
         GtkListItem       *item)
{
  g_hash_table_add (self->shown, item);
  show_row (self, item);
}

static void
unbind_cb (VotumFinalistList *self,
           GtkListItem       *item)
{
  g_hash_table_remove (self->shown, item);
}

/* ---- search and choice ---- */

static gboolean
matches (gpointer object,
         gpointer data)
{
  VotumFinalistList *self = VOTUM_FINALIST_LIST (data);
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  if (self->wanted == NULL)
    return TRUE;
  name = votum_desk_name (votum_scoring_sheet_get_desk (self->sheet), object);
  folded = votum_text_fold (name);

  return strstr (folded, self->wanted) != NULL;
}

static void
search_changed_cb (VotumFinalistList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->wanted, g_free);
  if (*text != '\0')
    self->wanted = votum_text_fold (text);
  self->choosing = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->choosing = FALSE;
  votum_names_show_only (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 || self->wanted == NULL ? "list" : "nothing");
}

/* Enter takes the first that was found. */
static void
search_activate_cb (VotumFinalistList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
stop_search_cb (VotumFinalistList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  votum_long_list_focus (self->view);
}

static void
selected_cb (VotumFinalistList *self)
{
  VotumThing *entrant = gtk_single_selection_get_selected_item (self->selection);

  if (entrant != NULL && !self->choosing)
    g_signal_emit (self, signals[CHOSEN], 0, entrant);
}

static void
activate_cb (VotumFinalistList *self,
             guint              position)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
votum_finalist_list_dispose (GObject *object)
{
  VotumFinalistList *self = VOTUM_FINALIST_LIST (object);
  GtkWidget *child;

  if (self->view != NULL)
    gtk_grid_view_set_model (self->view, NULL);
  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->gradual);
  g_clear_object (&self->filtered);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (votum_finalist_list_parent_class)->dispose (object);
}

static void
votum_finalist_list_finalize (GObject *object)
{
  VotumFinalistList *self = VOTUM_FINALIST_LIST (object);

  g_hash_table_unref (self->shown);
  g_free (self->wanted);

  G_OBJECT_CLASS (votum_finalist_list_parent_class)->finalize (object);
}

static void
votum_finalist_list_class_init (VotumFinalistListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_finalist_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_finalist_list_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-finalist-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistList, search);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistList, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumFinalistList, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
votum_finalist_list_init (VotumFinalistList *self)
{
  self->shown = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, NULL);
}

static void
marked_cb (VotumFinalistList *self,
           VotumThing        *entrant)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (entrant == NULL || gtk_list_item_get_item (item) == entrant)
      show_row (self, item);
}

/**
 * votum_finalist_list_set_sheet:
 * @self: a list
 * @sheet: whose finalists it lists; said once
 */
void
votum_finalist_list_set_sheet (VotumFinalistList *self,
                               VotumScoringSheet *sheet)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (VOTUM_IS_FINALIST_LIST (self) && self->sheet == NULL);

  self->sheet = g_object_ref (sheet);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->filtered = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (votum_scoring_sheet_get_entrants (sheet)),
                                                            GTK_FILTER (g_object_ref (self->filter))));
  self->gradual = votum_gradual_new (self->filtered, GTK_WIDGET (self->view), VOTUM_LONG_LIST_ROWS);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_model (self->selection, votum_gradual_get_model (self->gradual));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  votum_long_list_prepare (self->view);
  gtk_grid_view_set_factory (self->view, factory);
  g_object_unref (factory);
  gtk_grid_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
}

static guint
position_of (VotumFinalistList *self,
             VotumThing        *entrant)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->filtered); i++)
    {
      g_autoptr(VotumThing) listed = g_list_model_get_item (self->filtered, i);

      if (listed == entrant)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * votum_finalist_list_choose:
 * @self: a list
 * @entrant: (nullable): who is shown now
 *
 * Shows which finalist is chosen.
 */
void
votum_finalist_list_choose (VotumFinalistList *self,
                            VotumThing        *entrant)
{
  guint position = position_of (self, entrant);

  self->choosing = TRUE;
  if (position != GTK_INVALID_LIST_POSITION)
    votum_gradual_reach (self->gradual, position);
  gtk_single_selection_set_selected (self->selection, position);
  self->choosing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/**
 * votum_finalist_list_refresh:
 * @self: a list
 *
 * Shows names and badges anew, after more than marks has changed.
 */
void
votum_finalist_list_refresh (VotumFinalistList *self)
{
  marked_cb (self, NULL);
}

/**
 * votum_finalist_list_step:
 * @self: a list
 * @step: how many further; negative goes back
 *
 * Returns: whether there was one to go on to
 */
gboolean
votum_finalist_list_step (VotumFinalistList *self,
                          int                step)
{
  guint n = g_list_model_get_n_items (self->filtered);
  guint position = gtk_single_selection_get_selected (self->selection);
  gint64 wanted = position == GTK_INVALID_LIST_POSITION ? 0 : (gint64) position + step;

  if (n == 0 || wanted < 0 || wanted >= n)
    return FALSE;
  votum_gradual_reach (self->gradual, (guint) wanted);
  gtk_single_selection_set_selected (self->selection, wanted);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", (guint) wanted);

  return TRUE;
}

gboolean
votum_finalist_list_search (VotumFinalistList *self)
{
  g_return_val_if_fail (VOTUM_IS_FINALIST_LIST (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
