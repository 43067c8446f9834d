#include "votum-config.h"

#include "votum-import-window.h"

#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-case-async.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-dialogs.h"
#include "votum-field-row.h"
#include "votum-import-problems.h"
#include "votum-import-rows.h"
#include "votum-names.h"
#include "votum-things.h"

struct _VotumImportWindow {
  AdwWindow            parent_instance;

  AdwWindowTitle      *title;
  GtkWidget           *import_button;
  GtkStack            *stack;
  AdwStatusPage       *working_page;
  GtkProgressBar      *progress_bar;
  AdwStatusPage       *large_page;
  GtkWidget           *large_button;
  VotumImportProblems *problems;
  GtkLabel            *summary_label;
  GtkLabel            *warning_label;
  AdwPreferencesGroup *round_group;
  GtkListView         *view;
  GtkWidget           *round_row;   /* (nullable) */

  VotumDesk           *desk;
  VotumImportWhat      what;
  GFile               *file;
  VotumImport         *import;      /* (nullable): what is shown */
  GCancellable        *cancellable;
  gboolean             large;       /* somebody has said that it may be read all the same */
  gboolean             importing;
  char                *said;        /* when it is done */
};

G_DEFINE_FINAL_TYPE (VotumImportWindow, votum_import_window, ADW_TYPE_WINDOW)

static void
show_page (VotumImportWindow *self,
           const char        *name)
{
  votum_names_show_only (self->stack, name);
  gtk_widget_set_sensitive (self->import_button, g_str_equal (name, "preview"));
}

static char *
file_name (VotumImportWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->file);

  return g_filename_display_name (name);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  VotumImportWindow *self = VOTUM_IMPORT_WINDOW (data);

  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
begin (VotumImportWindow *self,
       const char        *what)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  adw_status_page_set_title (self->working_page, what);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  show_page (self, "working");
}

/* ---- what it would do ---- */

static void
setup_cb (VotumImportWindow *self,
          GtkListItem       *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *badge = votum_badge_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (detail), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (box), "title", title);
  g_object_set_data (G_OBJECT (box), "detail", detail);
  g_object_set_data (G_OBJECT (box), "badge", badge);
}

static void
bind_cb (VotumImportWindow *self,
         GtkListItem       *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  VotumImportRow *row = gtk_list_item_get_item (item);
  const char *detail = votum_import_row_get_detail (row);
  const char *word = NULL;
  VotumBadgeStyle style = VOTUM_BADGE_PLAIN;
  g_autofree char *said = NULL;

  switch (votum_import_row_get_sign (row))
    {
    case VOTUM_IMPORT_ROW_NEW:
      word = C_("import", "New");
      style = VOTUM_BADGE_DONE;
      break;
    case VOTUM_IMPORT_ROW_GONE:
      word = C_("import", "Taken Out");
      style = VOTUM_BADGE_WARNING;
      break;
    case VOTUM_IMPORT_ROW_CHANGED:
    default:
      word = C_("import", "Changed");
      style = VOTUM_BADGE_PART;
      break;
    }
  gtk_label_set_text (g_object_get_data (G_OBJECT (box), "title"), votum_import_row_get_title (row));
  gtk_label_set_text (g_object_get_data (G_OBJECT (box), "detail"), detail);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (box), "detail"), *detail != '\0');
  votum_badge_set (g_object_get_data (G_OBJECT (box), "badge"), word, style);
  said = g_strdup_printf ("%s, %s: %s", votum_import_row_get_title (row), word, detail);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
show_warning (VotumImportWindow *self)
{
  const VotumImportCount *marks = votum_import_marks (self->import);
  g_autofree char *text = NULL;

  if (marks->removed > 0)
    text = g_strdup_printf (ngettext ("%u mark goes, because a recusal in the file forbids it. It stays in the log, and comes back with an undo.",
                                      "%u marks go, because a recusal in the file forbids them. They stay in the log, and come back with an "
                                      "undo.",
                                      marks->removed),
                            marks->removed);
  gtk_label_set_text (self->warning_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), text != NULL);
}

static void
show_preview (VotumImportWindow *self)
{
  g_autofree char *summary = votum_import_rows_summary (self->import);
  g_autoptr(GListModel) rows = votum_import_rows_new (self->desk, self->import);
  g_autoptr(GtkSelectionModel) model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows)));
  g_autoptr(GError) error = NULL;

  if (votum_import_is_empty (self->import))
    {
      show_page (self, "nothing");
      return;
    }
  if (!votum_case_rehearse_import (votum_desk_get_case (self->desk), self->import, FALSE, &error))
    {
      votum_import_problems_error (self->problems, error->message);
      show_page (self, "problems");
      return;
    }
  gtk_label_set_text (self->summary_label, summary);
  show_warning (self);
  gtk_list_view_set_model (self->view, model);
  show_page (self, "preview");
  gtk_widget_grab_focus (self->import_button);
}

/* ---- reading ---- */

static gboolean
is_too_large (const VotumProblems *problems)
{
  for (guint i = 0; i < votum_problems_kept (problems); i++)
    if (votum_problems_get (problems, i)->code == VOTUM_ERROR_LIMIT)
      return TRUE;

  return FALSE;
}

static void
show_large (VotumImportWindow *self)
{
  g_autoptr(GFileInfo) info = g_file_query_info (self->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *size = g_format_size (info != NULL ? g_file_info_get_size (info) : 0);
  /* TRANSLATORS: %s is a size: 12.7 MB */
  g_autofree char *text = g_strdup_printf (_("The file has %s. A shortlist rarely has more than 8 MB, or more than 50,000 elements. Read it all "
                                             "the same, if you know where it comes from."),
                                           size);

  adw_status_page_set_description (self->large_page, text);
  show_page (self, "large");
  gtk_widget_grab_focus (self->large_button);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(VotumImportWindow) self = data;
  g_autoptr(VotumProblems) problems = NULL;
  g_autoptr(GError) error = NULL;
  VotumImport *import = votum_case_plan_finish (VOTUM_CASE (source), result, &problems, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    {
      g_clear_pointer (&import, votum_import_free);
      return;
    }
  if (import != NULL)
    {
      g_clear_pointer (&self->import, votum_import_free);
      self->import = import;
      show_preview (self);
    }
  else if (problems != NULL && votum_problems_kept (problems) > 0)
    {
      g_autofree char *name = file_name (self);

      if (self->what == VOTUM_IMPORT_SHORTLIST && !self->large && is_too_large (problems))
        {
          show_large (self);
          return;
        }
      votum_import_problems_show (self->problems, problems, name);
      show_page (self, "problems");
    }
  else
    {
      votum_import_problems_error (self->problems, error->message);
      show_page (self, "problems");
    }
}

static void
read_file (VotumImportWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *round = self->round_row != NULL ? votum_field_row_picked (self->round_row) : NULL;
  const VotumMarkDefaults defaults = {
    .round = round != NULL ? votum_thing_get_key (round) : NULL,
    .entered_by = votum_case_get_who (votum_case),
  };
  VotumWork work = { .progress = progress_cb, .progress_data = self };

  begin (self, _("Reading the File …"));
  work.cancellable = self->cancellable;
  if (self->what == VOTUM_IMPORT_MARKS)
    votum_case_plan_marks_async (votum_case, g_file_peek_path (self->file), &defaults, &work, planned_cb, g_object_ref (self));
  else
    votum_case_plan_file_async (votum_case, g_file_peek_path (self->file), self->large, TRUE, &work, planned_cb, g_object_ref (self));
}

static void
large_cb (VotumImportWindow *self)
{
  self->large = TRUE;
  read_file (self);
}

/* ---- doing it ---- */

/* What the toast will say: the import is no longer ours when it is done. */
static char *
word_for_done (VotumImportWindow *self)
{
  const VotumImportCount *entrants = votum_import_count (self->import, VOTUM_KIND_ENTRANT);
  const VotumImportCount *marks = votum_import_marks (self->import);
  guint n = self->what == VOTUM_IMPORT_MARKS ? marks->added + marks->changed : entrants->added;

  if (self->what == VOTUM_IMPORT_MARKS)
    return g_strdup_printf (ngettext ("%u mark has been imported", "%u marks have been imported", n), n);
  if (n > 0)
    return g_strdup_printf (ngettext ("%u finalist has been imported", "%u finalists have been imported", n), n);

  return g_strdup (_("The shortlist has been imported"));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(VotumImportWindow) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = votum_case_import_finish (VOTUM_CASE (source), result, &error);

  self->importing = FALSE;
  if (done)
    votum_desk_toast (self->desk, TRUE, "%s", self->said);
  if (done || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  votum_import_problems_error (self->problems, error->message);
  show_page (self, "problems");
}

static void
import_cb (VotumImportWindow *self)
{
  g_autofree char *name = file_name (self);
  VotumWork work = { .progress = progress_cb, .progress_data = self };

  if (self->import == NULL)
    return;
  votum_desk_flush (self->desk);
  begin (self, _("Importing …"));
  work.cancellable = self->cancellable;
  self->importing = TRUE;
  self->said = word_for_done (self);
  votum_case_import_async (votum_desk_get_case (self->desk), g_steal_pointer (&self->import),
                           self->what == VOTUM_IMPORT_MARKS ? "import-marks" : "import-shortlist", name, NULL, &work, imported_cb,
                           g_object_ref (self));
}

/* ---- the window ---- */

static void
add_rounds (VotumImportWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) rounds = votum_case_rounds (votum_case);
  VotumThing *current = votum_case_current_round (votum_case);

  if (self->what != VOTUM_IMPORT_MARKS || rounds->len < 2)
    return;
  self->round_row = votum_field_row_pick (self->desk, VOTUM_KIND_ROUND, _("Round, Where the File Does Not Say"), NULL);
  votum_field_row_set_picked (self->round_row, current);
  g_signal_connect_object (self->round_row, "notify::selected", G_CALLBACK (read_file), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->round_group, self->round_row);
  gtk_widget_set_visible (GTK_WIDGET (self->round_group), TRUE);
}

static gboolean
votum_import_window_close_request (GtkWindow *window)
{
  VotumImportWindow *self = VOTUM_IMPORT_WINDOW (window);

  g_cancellable_cancel (self->cancellable);
  /* it ends in its own time: cancelled, or done in the last moment */
  if (self->importing)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (votum_import_window_parent_class)->close_request (window);
}

static void
votum_import_window_dispose (GObject *object)
{
  VotumImportWindow *self = VOTUM_IMPORT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (votum_import_window_parent_class)->dispose (object);
}

static void
votum_import_window_finalize (GObject *object)
{
  VotumImportWindow *self = VOTUM_IMPORT_WINDOW (object);

  g_clear_pointer (&self->import, votum_import_free);
  g_free (self->said);

  G_OBJECT_CLASS (votum_import_window_parent_class)->finalize (object);
}

static void
votum_import_window_class_init (VotumImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_import_window_dispose;
  object_class->finalize = votum_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = votum_import_window_close_request;

  g_type_ensure (VOTUM_TYPE_IMPORT_PROBLEMS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, working_page);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, large_page);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, large_button);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, problems);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, round_group);
  gtk_widget_class_bind_template_child (widget_class, VotumImportWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, large_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_import_window_init (VotumImportWindow *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
}

/**
 * votum_import_window_present:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @what: what the file should be
 * @file: the file
 *
 * Reads the file and shows what it would do. Nothing is done before somebody says so.
 */
void
votum_import_window_present (GtkWidget       *parent,
                             VotumDesk       *desk,
                             VotumImportWhat  what,
                             GFile           *file)
{
  VotumImportWindow *self;
  GtkRoot *root = gtk_widget_get_root (parent);
  const char *title = what == VOTUM_IMPORT_MARKS ? _("Import Marks") : _("Import a Shortlist");
  g_autofree char *name = NULL;

  if (g_file_peek_path (file) == NULL)
    {
      votum_dialogs_tell (parent, title, _("This file is not on this computer. Save it here first, and import it then."));
      return;
    }
  votum_desk_flush (desk);
  self = g_object_new (VOTUM_TYPE_IMPORT_WINDOW, "title", title, NULL);
  self->desk = g_object_ref (desk);
  self->what = what;
  self->file = g_object_ref (file);
  name = file_name (self);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name);
  add_rounds (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  read_file (self);
}

typedef struct {
  GtkWidget *parent;
  VotumDesk *desk;
  VotumImportWhat what;
} Choice;

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  Choice *choice = data;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  /* whatever was asked for, a table has marks and a document a shortlist */
  if (lower != NULL && g_str_has_suffix (lower, ".csv"))
    choice->what = VOTUM_IMPORT_MARKS;
  else if (lower != NULL && g_str_has_suffix (lower, ".xml"))
    choice->what = VOTUM_IMPORT_SHORTLIST;
  if (file != NULL)
    votum_import_window_present (choice->parent, choice->desk, choice->what, file);
  g_object_unref (choice->parent);
  g_object_unref (choice->desk);
  g_free (choice);
}

/**
 * votum_import_window_choose:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @what: what is to be imported
 *
 * Asks for the file, and shows what it would do.
 */
void
votum_import_window_choose (GtkWidget       *parent,
                            VotumDesk       *desk,
                            VotumImportWhat  what)
{
  static const char *const xml[] = { "*.xml", NULL };
  static const char *const csv[] = { "*.csv", "*.txt", NULL };
  const VotumFileChoice how = {
    .title = what == VOTUM_IMPORT_MARKS ? _("Import Marks") : _("Import a Shortlist"),
    .accept = _("_Open"),
    .filter_name = what == VOTUM_IMPORT_MARKS ? _("Tables (CSV)") : _("Shortlists (XML)"),
    .patterns = what == VOTUM_IMPORT_MARKS ? csv : xml,
  };
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->desk = g_object_ref (desk);
  choice->what = what;
  votum_dialogs_choose_file (parent, &how, chosen_cb, choice);
}
