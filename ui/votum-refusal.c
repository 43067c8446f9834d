#include "votum-config.h"

#include "votum-refusal.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-error.h"
#include "votum-format.h"

struct _VotumRefusal {
  AdwBin          parent_instance;

  AdwWindowTitle *title;
  AdwStatusPage  *status;
  GtkWidget      *report;      /* around the list */
  GtkListView    *report_list;
  GtkBox         *buttons;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumRefusal, votum_refusal, ADW_TYPE_BIN)

/* What can be done, the best first. */
static const struct {
  const char *name;
  const char *label;
} choices[] = {
  { "salvage", N_("_Salvage Into a New File …") },
  /* TRANSLATORS: %s is when Votum copied the case: "yesterday 14:05" */
  { "backup", N_("_Go Back to the Copy From %s …") },
  { "elsewhere", N_("_Save a Copy and Work in It …") },
  { "retry", N_("_Try Again") },
  { "look", N_("_Look at a Copy") },
  { "go-on", N_("_Open the New File") },
  { "other", N_("_Open Another File …") },
  { "back", N_("_Back") },
};

static const struct {
  int         code;
  const char *icon_name;
  const char *title;
  const char *choices;
} refusals[] = {
  { VOTUM_ERROR_LOCKED, "changes-prevent-symbolic", N_("The Case Is Open in Another Program"), "look retry back" },
  { VOTUM_ERROR_DAMAGED, "dialog-warning-symbolic", N_("The Case Is Damaged"), "salvage backup back" },
  { VOTUM_ERROR_NEWER, "software-update-available-symbolic", N_("The Case Needs a Newer Votum"), "other back" },
  { VOTUM_ERROR_FOREIGN, "dialog-question-symbolic", N_("This Is Not a Case of Votum"), "other back" },
  { VOTUM_ERROR_READ_ONLY, "changes-prevent-symbolic", N_("The Case Cannot Be Written"), "elsewhere look back" },
  { VOTUM_ERROR_NOT_FOUND, "edit-find-symbolic", N_("The Case Is No Longer There"), "backup other back" },
  { VOTUM_ERROR_DISK, "drive-harddisk-symbolic", N_("The Case Could Not Be Read"), "retry other back" },
};

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], 0, g_variant_get_string (parameter, NULL));
}

static void
votum_refusal_class_init (VotumRefusalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_REFUSAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-refusal.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRefusal, title);
  gtk_widget_class_bind_template_child (widget_class, VotumRefusal, status);
  gtk_widget_class_bind_template_child (widget_class, VotumRefusal, report);
  gtk_widget_class_bind_template_child (widget_class, VotumRefusal, report_list);
  gtk_widget_class_bind_template_child (widget_class, VotumRefusal, buttons);
  gtk_widget_class_install_action (widget_class, "refusal.choose", "s", choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "refusal.choose", "s", "back");
}

static void
votum_refusal_init (VotumRefusal *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_button (const char *name,
            const char *label,
            const char *backup)
{
  g_autofree char *filled = backup != NULL ? votum_format_fill (label, backup) : g_strdup (label);
  GtkWidget *button = gtk_button_new_with_mnemonic (filled);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "refusal.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_widget_add_css_class (button, "pill");

  return button;
}

static void
show_choices (VotumRefusal *self,
              const char   *names,
              const char   *backup)
{
  g_auto(GStrv) shown = g_strsplit (names, " ", -1);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);
  for (guint i = 0; shown[i] != NULL; i++)
    for (guint c = 0; c < G_N_ELEMENTS (choices); c++)
      if (strcmp (choices[c].name, shown[i]) == 0 && (backup != NULL || strcmp (shown[i], "backup") != 0))
        gtk_box_append (self->buttons, new_button (shown[i], _(choices[c].label), backup));
  gtk_widget_add_css_class (gtk_widget_get_first_child (GTK_WIDGET (self->buttons)), "suggested-action");
}

static void
show (VotumRefusal *self,
      GFile        *file,
      const char   *icon_name,
      const char   *title,
      const char   *description,
      const char   *names,
      const char   *backup)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* what a file is called is no markup */
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_window_title_set_subtitle (self->title, shown);
  adw_status_page_set_icon_name (self->status, icon_name);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  show_choices (self, names, backup);
  gtk_widget_child_focus (GTK_WIDGET (self->buttons), GTK_DIR_TAB_FORWARD);
}

static gboolean
is_xml (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".xml");
}

/**
 * votum_refusal_show_error:
 * @self: the page
 * @file: what did not open
 * @error: why
 * @backup: (nullable): when Votum copied the case last, if it did
 *
 * Says so, and offers what can be done.
 */
void
votum_refusal_show_error (VotumRefusal *self,
                          GFile        *file,
                          const GError *error,
                          const char   *backup)
{
  g_return_if_fail (VOTUM_IS_REFUSAL (self));

  gtk_widget_set_visible (self->report, FALSE);
  for (guint i = 0; error->domain == VOTUM_ERROR && i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].code == error->code)
      {
        g_autofree char *text = error->code == VOTUM_ERROR_FOREIGN && is_xml (file)
                                  ? g_strconcat (error->message, " ",
                                                 _("A shortlist is imported on the page Finalists of a case; a prize template when a new "
                                                   "case is made."), NULL)
                                  : g_strdup (error->message);

        show (self, file, refusals[i].icon_name, _(refusals[i].title), text, refusals[i].choices, backup);
        return;
      }
  show (self, file, "dialog-warning-symbolic", _("The Case Could Not Be Opened"), error->message, "retry other back", NULL);
}

static void
line_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
line_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * votum_refusal_show_salvaged:
 * @self: the page
 * @new_file: what was made of a damaged case
 * @report: (element-type utf8): what could not be saved, a sentence each
 */
void
votum_refusal_show_salvaged (VotumRefusal *self,
                             GFile        *new_file,
                             GPtrArray    *report)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *lines = gtk_string_list_new (NULL);

  g_return_if_fail (VOTUM_IS_REFUSAL (self));

  for (guint i = 0; i < report->len; i++)
    gtk_string_list_append (lines, g_ptr_array_index (report, i));
  g_signal_connect (factory, "setup", G_CALLBACK (line_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (line_bind_cb), NULL);
  gtk_list_view_set_factory (self->report_list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->report_list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (lines))));
  gtk_widget_set_visible (self->report, report->len > 0);
  show (self, new_file, "object-select-symbolic", _("What Could Be Read Is in the New File"),
        report->len > 0 ? _("The damaged case stays as it is. This is what is missing or was put together from the log:")
                        : _("Everything could be read. The damaged case stays as it is."), "go-on back", NULL);
}
