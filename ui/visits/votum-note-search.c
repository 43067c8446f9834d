#include "votum-config.h"

#include "votum-note-search.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-case-result.h"
#include "votum-gradual.h"
#include "votum-long-list.h"
#include "votum-names.h"
#include "votum-note-choices.h"
#include "votum-note-hit.h"
#include "votum-note-words.h"
#include "votum-occasion.h"
#include "votum-picker.h"
#include "votum-search-text.h"
#include "votum-tab-stop.h"
#include "votum-wrap.h"

struct _VotumNoteSearch {
  AdwBin              parent_instance;

  GtkEditable        *entry;
  GtkDropDown        *kind;
  GtkStringList      *kind_words;
  VotumPicker        *criterion;
  VotumPicker        *entrant;
  GtkLabel           *count;
  GtkStack           *stack;
  GtkGridView        *view;

  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  VotumGradual       *gradual; /* (nullable): rows of them */

  VotumDesk          *desk;
  GHashTable         *folded;  /* note -> all that can be found of it, folded */
  char              **words;   /* being looked for */
};

enum {
  OPENED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumNoteSearch, votum_note_search, ADW_TYPE_BIN)

/* ---- finding ---- */

static const char *
folded_of (VotumNoteSearch *self,
           VotumThing      *note)
{
  char *folded = g_hash_table_lookup (self->folded, note);
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *entrant;
  g_autofree char *name = NULL;
  g_autofree char *criterion = NULL;
  g_autofree char *speaker = NULL;
  g_autofree char *all = NULL;

  if (folded != NULL)
    return folded;

  entrant = votum_case_lookup (votum_case, votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT));
  name = entrant != NULL ? votum_desk_name (self->desk, entrant) : NULL;
  criterion = votum_note_criterion_name (self->desk, votum_thing_get_ref (note, VOTUM_NOTE_CRITERION));
  speaker = votum_note_speaker_line (note);
  all = g_strdup_printf ("%s\n%s\n%s\n%s\n%s", votum_thing_get_text (note, VOTUM_NOTE_TEXT), speaker != NULL ? speaker : "",
                         name != NULL ? name : "", criterion != NULL ? criterion : "",
                         votum_note_kind_word ((guint) votum_thing_get_choice (note, VOTUM_NOTE_KIND)));
  folded = votum_search_fold (all);
  g_hash_table_insert (self->folded, g_object_ref (note), folded);

  return folded;
}

static gboolean
found_cb (gpointer item,
          gpointer user_data)
{
  VotumNoteSearch *self = user_data;
  VotumThing *note = item;
  guint kind = gtk_drop_down_get_selected (self->kind);
  VotumThing *criterion = votum_picker_get_chosen (self->criterion);
  VotumThing *entrant = votum_picker_get_chosen (self->entrant);

  if (self->words == NULL || !votum_case_may_see (votum_desk_get_case (self->desk), note))
    return FALSE;
  if (kind > 0 && kind <= VOTUM_N_NOTE_KINDS && votum_thing_get_choice (note, VOTUM_NOTE_KIND) != (int) votum_note_kind_at (kind - 1))
    return FALSE;
  if (criterion != NULL && votum_thing_get_ref (note, VOTUM_NOTE_CRITERION) != votum_thing_get_id (criterion))
    return FALSE;
  if (entrant != NULL && votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT) != votum_thing_get_id (entrant))
    return FALSE;

  return votum_search_matches (folded_of (self, note), (const char *const *) self->words);
}

static gint64
sort_key (VotumThing *note,
          gpointer    user_data)
{
  return votum_occasion_instant (votum_thing_get_text (note, VOTUM_NOTE_TIME));
}

static void
show_count (VotumNoteSearch *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  g_autofree char *text = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);

  gtk_label_set_text (self->count, text);
  votum_names_show_only (self->stack, n > 0 ? "found" : "nothing");
}

static void
look_again (VotumNoteSearch *self)
{
  if (self->words == NULL)
    return;
  votum_gradual_begin (self->gradual);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* A note that stays in the list has to show other marks too: so the list begins anew. */
static void
query_cb (VotumNoteSearch *self)
{
  /* an entry tells of its emptiness too, before anybody searches */
  if (self->desk == NULL)
    return;
  votum_gradual_begin (self->gradual);
  g_clear_pointer (&self->words, g_strfreev);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_MORE_STRICT);
  self->words = votum_search_words (gtk_editable_get_text (self->entry));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_LESS_STRICT);
  show_count (self);
}

static void
filter_cb (VotumNoteSearch *self)
{
  look_again (self);
  if (self->words != NULL)
    show_count (self);
}

/* ---- opening ---- */

static void
activate_cb (VotumNoteSearch *self,
             guint            place)
{
  g_autoptr(VotumThing) note = g_list_model_get_item (G_LIST_MODEL (self->sorted), place);

  if (note != NULL)
    g_signal_emit (self, signals[OPENED], 0, note);
}

static void
entered_cb (VotumNoteSearch *self)
{
  query_cb (self);
  activate_cb (self, 0);
}

static void
close_cb (VotumNoteSearch *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        VotumNoteSearch       *self)
{
  if (key == GDK_KEY_Escape)
    close_cb (self);
  else if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && gtk_widget_has_focus (gtk_widget_get_first_child (GTK_WIDGET (self->entry))))
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
  else
    return FALSE;

  return TRUE;
}

/* ---- rows ---- */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          VotumNoteSearch    *self)
{
  gtk_list_item_set_child (item, votum_note_hit_new (self->desk));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         VotumNoteSearch    *self)
{
  const char *const none[] = { NULL };

  votum_note_hit_set (VOTUM_NOTE_HIT (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                      self->words != NULL ? (const char *const *) self->words : none);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           VotumNoteSearch    *self)
{
  votum_note_hit_set (VOTUM_NOTE_HIT (gtk_list_item_get_child (item)), NULL, NULL);
}

/* ---- the widget ---- */

static void
votum_note_search_dispose (GObject *object)
{
  VotumNoteSearch *self = VOTUM_NOTE_SEARCH (object);

  if (self->view != NULL)
    gtk_grid_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->gradual);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_note_search_parent_class)->dispose (object);
}

static void
votum_note_search_finalize (GObject *object)
{
  VotumNoteSearch *self = VOTUM_NOTE_SEARCH (object);

  g_hash_table_unref (self->folded);
  g_strfreev (self->words);

  G_OBJECT_CLASS (votum_note_search_parent_class)->finalize (object);
}

static void
votum_note_search_class_init (VotumNoteSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_note_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_note_search_finalize;

  signals[OPENED] = g_signal_new ("opened", VOTUM_TYPE_NOTE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
  signals[CLOSED] = g_signal_new ("closed", VOTUM_TYPE_NOTE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VOTUM_TYPE_PICKER);
  g_type_ensure (VOTUM_TYPE_WRAP);
  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-note-search.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, kind);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, kind_words);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, criterion);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, entrant);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, count);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumNoteSearch, view);
  gtk_widget_class_bind_template_callback (widget_class, query_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
votum_note_search_init (VotumNoteSearch *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkExpression *key = gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (sort_key), NULL, NULL);
  GtkNumericSorter *sorter = gtk_numeric_sorter_new (key);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->folded = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < VOTUM_N_NOTE_KINDS; i++)
    gtk_string_list_append (self->kind_words, votum_note_kind_word (votum_note_kind_at (i)));

  self->filter = gtk_custom_filter_new (found_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  gtk_numeric_sorter_set_sort_order (sorter, GTK_SORT_DESCENDING);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), GTK_SORTER (sorter));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  votum_long_list_prepare (self->view);
  gtk_grid_view_set_factory (self->view, factory);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * votum_note_search_begin:
 * @self: a search
 * @desk: the desk
 *
 * Puts the cursor where the words are typed.
 */
void
votum_note_search_begin (VotumNoteSearch *self,
                         VotumDesk       *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autoptr(GPtrArray) criteria = votum_note_choices_criteria (votum_case, NULL);
  g_autoptr(GPtrArray) entrants = votum_case_in_order (votum_case, VOTUM_KIND_ENTRANT);

  g_return_if_fail (VOTUM_IS_NOTE_SEARCH (self));

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      gtk_filter_list_model_set_model (self->filtered, votum_case_get_things (votum_case, VOTUM_KIND_NOTE));
      self->gradual = votum_gradual_new (G_LIST_MODEL (self->sorted), GTK_WIDGET (self->view), VOTUM_LONG_LIST_ROWS);
      gtk_grid_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (votum_gradual_get_model (self->gradual)))));
    }
  votum_picker_set_things (self->criterion, desk, criteria);
  votum_picker_set_things (self->entrant, desk, entrants);
  query_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * votum_note_search_changed:
 * @self: a search
 * @changes: what has changed in the case
 */
void
votum_note_search_changed (VotumNoteSearch *self,
                           VotumChanges    *changes)
{
  if (self->desk == NULL)
    return;
  g_hash_table_remove_all (self->folded);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  look_again (self);
  show_count (self);
}
