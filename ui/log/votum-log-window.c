#include "votum-config.h"

#include "votum-log-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-log-item.h"
#include "votum-save.h"
#include "votum-tab-stop.h"
#include "votum-text.h"

#define SHOWN_CHARACTERS 160  /* of a value: the rest is in the tooltip and in the export */
#define TOOLTIP_CHARACTERS 1200

struct _VotumLogWindow {
  AdwWindow           parent_instance;

  AdwToastOverlay    *toasts;
  GtkSearchEntry     *search;
  GtkStack           *stack;
  GtkColumnView      *view;

  VotumDesk          *desk;
  GListStore         *items;      /* the latest first */
  GtkFilterListModel *found;
  char               *wanted;     /* (nullable): what is looked for */
  guint               n_shown;    /* entries of the log that are items */
};

G_DEFINE_FINAL_TYPE (VotumLogWindow, votum_log_window, ADW_TYPE_WINDOW)

/* ---- the rows ---- */

static void
add_new_entries (VotumLogWindow *self)
{
  GPtrArray *log = votum_case_get_log (votum_desk_get_case (self->desk));
  g_autoptr(GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = log->len; i > self->n_shown; i--)
    g_ptr_array_add (fresh, votum_log_item_new (self->desk, g_ptr_array_index (log, i - 1)));
  g_list_store_splice (self->items, 0, 0, fresh->pdata, fresh->len);
  self->n_shown = log->len;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_list_item_set_child (list_item, label);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
show_text (GtkListItem *list_item,
           const char  *text)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *shown = votum_format_excerpt (text, SHOWN_CHARACTERS);
  g_autofree char *tooltip = strlen (text) <= TOOLTIP_CHARACTERS ? g_strdup (text) : votum_format_excerpt (text, TOOLTIP_CHARACTERS);

  gtk_label_set_text (GTK_LABEL (label), shown);
  gtk_widget_set_tooltip_text (label, tooltip);
}

static void
bind_time_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  g_autofree char *time = votum_format_time (votum_log_item_get_time (gtk_list_item_get_item (list_item)), VOTUM_TIME_SHORT);
  g_autofree char *whole = votum_format_time (votum_log_item_get_time (gtk_list_item_get_item (list_item)), VOTUM_TIME_LONG);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), time);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item), whole);
}

static void
bind_number_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, votum_log_item_get_number (gtk_list_item_get_item (list_item)));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), number);
}

static void
bind_who_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  show_text (list_item, votum_log_item_get_who (gtk_list_item_get_item (list_item)));
}

static void
bind_what_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  show_text (list_item, votum_log_item_get_what (gtk_list_item_get_item (list_item)));
}

static void
bind_about_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  show_text (list_item, votum_log_item_get_about (gtk_list_item_get_item (list_item)));
}

static void
bind_old_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  show_text (list_item, votum_log_item_get_old (gtk_list_item_get_item (list_item)));
}

static void
bind_new_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item)
{
  show_text (list_item, votum_log_item_get_new (gtk_list_item_get_item (list_item)));
}

static void
add_columns (VotumLogWindow *self)
{
  const struct {
    const char *title;
    GCallback   bind_cb;
    gboolean    expand;
  } columns[] = {
    /* TRANSLATORS: number of an entry of the log */
    { _("No."), G_CALLBACK (bind_number_cb), FALSE },
    { _("Time"), G_CALLBACK (bind_time_cb), FALSE },
    { _("Who"), G_CALLBACK (bind_who_cb), FALSE },
    { _("What"), G_CALLBACK (bind_what_cb), TRUE },
    { _("About"), G_CALLBACK (bind_about_cb), TRUE },
    { _("From"), G_CALLBACK (bind_old_cb), TRUE },
    { _("To"), G_CALLBACK (bind_new_cb), TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (columns[i].title, factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", columns[i].bind_cb, NULL);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->view, column);
      g_object_unref (column);
    }
}

/* ---- searching ---- */

static gboolean
matches (gpointer item,
         gpointer data)
{
  VotumLogWindow *self = data;

  return self->wanted == NULL || votum_log_item_matches (item, self->wanted);
}

static void
show_found (VotumLogWindow *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 || gtk_filter_list_model_get_pending (self->found) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "entries" : "nothing");
}

static void
search_cb (VotumLogWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_clear_pointer (&self->wanted, g_free);
  if (*text != '\0')
    self->wanted = votum_text_fold (text);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
}

/* ---- export ---- */

/* A spreadsheet takes what begins so for a formula. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_cell (GString    *csv,
             const char *text,
             gboolean    last)
{
  g_auto(GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (csv, "\"%s%s\"%s", looks_like_formula (text) ? "'" : "", doubled, last ? "\r\n" : ";");
}

static char *
write_csv (VotumLogWindow *self)
{
  GListModel *model = G_LIST_MODEL (self->found);
  /* the mark by which a spreadsheet knows UTF-8 */
  GString *csv = g_string_new ("\xEF\xBB\xBF");

  append_cell (csv, _("No."), FALSE);
  append_cell (csv, _("Time"), FALSE);
  append_cell (csv, _("Who"), FALSE);
  append_cell (csv, _("What"), FALSE);
  append_cell (csv, _("About"), FALSE);
  append_cell (csv, _("From"), FALSE);
  append_cell (csv, _("To"), TRUE);
  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    {
      g_autoptr(VotumLogItem) item = g_list_model_get_item (model, i - 1);

      g_string_append_printf (csv, "%" G_GINT64_FORMAT ";", votum_log_item_get_number (item));
      append_cell (csv, votum_log_item_get_time (item), FALSE);
      append_cell (csv, votum_log_item_get_who (item), FALSE);
      append_cell (csv, votum_log_item_get_what (item), FALSE);
      append_cell (csv, votum_log_item_get_about (item), FALSE);
      append_cell (csv, votum_log_item_get_old (item), FALSE);
      append_cell (csv, votum_log_item_get_new (item), TRUE);
    }

  return g_string_free (csv, FALSE);
}

static void
export_to_cb (GFile   *file,
              gpointer data)
{
  g_autoptr(VotumLogWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *csv = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  csv = write_csv (self);
  if (votum_save_file (g_file_peek_path (file), csv, strlen (csv), &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The log was exported")));
  else
    votum_dialogs_tell (GTK_WIDGET (self), _("The log could not be exported"), error->message);
}

static void
export_cb (VotumLogWindow *self)
{
  static const char *const patterns[] = { "*.csv", NULL };
  const VotumFileChoice choice = {
    .title = _("Export the Change Log"), .accept = _("_Export"), .save = TRUE, .suggested = _("change log.csv"),
    .filter_name = _("Tables (CSV)"), .patterns = patterns,
  };

  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, export_to_cb, g_object_ref (self));
}

static void
votum_log_window_dispose (GObject *object)
{
  g_clear_object (&VOTUM_LOG_WINDOW (object)->desk);

  G_OBJECT_CLASS (votum_log_window_parent_class)->dispose (object);
}

static void
votum_log_window_finalize (GObject *object)
{
  VotumLogWindow *self = VOTUM_LOG_WINDOW (object);

  g_clear_object (&self->found);
  g_free (self->wanted);

  G_OBJECT_CLASS (votum_log_window_parent_class)->finalize (object);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (VOTUM_LOG_WINDOW (widget)->search));
}

static void
votum_log_window_class_init (VotumLogWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_log_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_log_window_finalize;

  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-log-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumLogWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VotumLogWindow, search);
  gtk_widget_class_bind_template_child (widget_class, VotumLogWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumLogWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_install_action (widget_class, "log.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "log.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_log_window_init (VotumLogWindow *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (VOTUM_TYPE_LOG_ITEM);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (self->items), filter);
  /* a log of years is searched while one goes on reading */
  gtk_filter_list_model_set_incremental (self->found, TRUE);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "notify::pending", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  add_columns (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)))));
}

/**
 * votum_log_window_present:
 * @parent: the window of the case
 * @desk: the desk of the case
 */
void
votum_log_window_present (GtkWindow *parent,
                          VotumDesk *desk)
{
  VotumLogWindow *self = g_object_new (VOTUM_TYPE_LOG_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (add_new_entries), self, G_CONNECT_SWAPPED);
  add_new_entries (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
