#include "votum-config.h"

#include "votum-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

/* Dialogs that the baseline has and newer versions have replaced. Callers see functions, not widgets. */

typedef struct {
  VotumAnswerFunc func;
  gpointer data;
  GtkEditable *entry;   /* (nullable) */
} Question;

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question *question = user_data;
  g_autofree char *text = question->entry != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (question->entry))) : NULL;

  if (question->func != NULL)
    question->func (response, text, question->data);
}

static void
question_free (gpointer  question,
               GClosure *closure)
{
  g_free (question);
}

static AdwMessageDialog *
new_dialog (GtkWidget         *parent,
            const char        *heading,
            const char        *body,
            const char *const *buttons,
            gboolean           destructive,
            Question          *question)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, body));
  const char *last = NULL;

  for (guint i = 0; buttons[i] != NULL; i += 2)
    {
      adw_message_dialog_add_response (dialog, buttons[i], buttons[i + 1]);
      last = buttons[i];
    }
  adw_message_dialog_set_close_response (dialog, buttons[0]);
  if (last != NULL && last != buttons[0])
    {
      adw_message_dialog_set_response_appearance (dialog, last, destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
      if (!destructive)
        adw_message_dialog_set_default_response (dialog, last);
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);

  return dialog;
}

/**
 * votum_dialogs_ask:
 * @parent: a widget of the window that asks
 * @heading: the question
 * @body: what follows from the answers
 * @buttons: (array zero-terminated=1): ids and labels in turn; the first pair is the way out
 * @destructive: whether the last one takes something away
 * @func: (scope async): gets the answer
 * @data: for @func
 */
void
votum_dialogs_ask (GtkWidget         *parent,
                   const char        *heading,
                   const char        *body,
                   const char *const *buttons,
                   gboolean           destructive,
                   VotumAnswerFunc    func,
                   gpointer           data)
{
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->data = data;
  gtk_window_present (GTK_WINDOW (new_dialog (parent, heading, body, buttons, destructive, question)));
}

static void
entry_changed_cb (GtkEditable      *entry,
                  AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "do", *text != '\0');
}

/**
 * votum_dialogs_ask_text:
 * @parent: a widget of the window that asks
 * @heading: the question
 * @body: what the sentence is for
 * @label: what is to be typed: "Reason"
 * @button: label of the button that does it
 * @destructive: whether it takes something away
 * @func: (scope async): gets "do" with the text, or "cancel"
 * @data: for @func
 */
void
votum_dialogs_ask_text (GtkWidget       *parent,
                        const char      *heading,
                        const char      *body,
                        const char      *label,
                        const char      *button,
                        gboolean         destructive,
                        VotumAnswerFunc  func,
                        gpointer         data)
{
  const char *buttons[] = { "cancel", _("_Cancel"), "do", button, NULL };
  Question *question = g_new0 (Question, 1);
  AdwMessageDialog *dialog;
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();

  question->func = func;
  question->data = data;
  question->entry = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), label);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), entry);

  dialog = new_dialog (parent, heading, body, buttons, destructive, question);
  adw_message_dialog_set_extra_child (dialog, list);
  adw_message_dialog_set_response_enabled (dialog, "do", FALSE);
  adw_message_dialog_set_default_response (dialog, "do");
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), dialog, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/**
 * votum_dialogs_tell:
 * @parent: a widget of the window that tells
 * @heading: what happened
 * @body: what, where, and what to do
 */
void
votum_dialogs_tell (GtkWidget  *parent,
                    const char *heading,
                    const char *body)
{
  const char *buttons[] = { "close", _("_Close"), NULL };

  votum_dialogs_ask (parent, heading, body, buttons, FALSE, NULL, NULL);
}

/* ---- a passphrase ---- */

static void
passphrase_changed_cb (GtkEditable      *entry,
                       AdwMessageDialog *dialog)
{
  GtkEditable *first = g_object_get_data (G_OBJECT (dialog), "first");
  GtkEditable *second = g_object_get_data (G_OBJECT (dialog), "second");
  const char *text = gtk_editable_get_text (first);

  adw_message_dialog_set_response_enabled (dialog, "do", *text != '\0' &&
                                           (second == NULL || strcmp (text, gtk_editable_get_text (second)) == 0));
}

static GtkWidget *
add_passphrase (AdwMessageDialog *dialog,
                GtkWidget        *list,
                const char       *name,
                const char       *title)
{
  GtkWidget *entry = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  /* a text that goes says that it has changed */
  g_object_set_data_full (G_OBJECT (dialog), name, g_object_ref (entry), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (passphrase_changed_cb), dialog, 0);

  return entry;
}

static void
passphrase_response_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        gpointer          user_data)
{
  Question *question = user_data;

  question->func (response, gtk_editable_get_text (question->entry), question->data);
}

/**
 * votum_dialogs_ask_passphrase:
 * @parent: a widget of the window that asks
 * @heading: the question
 * @body: what the passphrase is for
 * @button: label of the button that does it
 * @repeat: whether it is asked for twice
 * @func: (scope async): gets "do" with the passphrase, as it was typed, or "cancel"
 * @data: for @func
 */
void
votum_dialogs_ask_passphrase (GtkWidget       *parent,
                              const char      *heading,
                              const char      *body,
                              const char      *button,
                              gboolean         repeat,
                              VotumAnswerFunc  func,
                              gpointer         data)
{
  Question *question = g_new0 (Question, 1);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, body));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = add_passphrase (dialog, list, "first", _("Passphrase"));

  question->func = func;
  question->data = data;
  question->entry = GTK_EDITABLE (entry);
  if (repeat)
    add_passphrase (dialog, list, "second", _("The Same Once More"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "do", button, NULL);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "do", FALSE);
  adw_message_dialog_set_default_response (dialog, "do");
  adw_message_dialog_set_extra_child (dialog, list);
  g_signal_connect_data (dialog, "response", G_CALLBACK (passphrase_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
wait_response_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/**
 * votum_dialogs_wait:
 * @parent: a widget of the window that waits
 * @heading: what is being done
 * @cancellable: what is cancelled when nobody wants to wait any more
 *
 * Returns: (transfer none): what says so; whoever is done destroys it, unless it has been cancelled
 */
GtkWindow *
votum_dialogs_wait (GtkWidget    *parent,
                    const char   *heading,
                    GCancellable *cancellable)
{
  GtkWidget *dialog = adw_message_dialog_new (window_of (parent), heading, NULL);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), spinner);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (wait_response_cb), cancellable, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}

/**
 * votum_dialogs_wait_fraction:
 * @dialog: what votum_dialogs_wait() has shown
 * @fraction: how far it has come, 0 to 1
 *
 * A bar takes the place of what only turns.
 */
void
votum_dialogs_wait_fraction (GtkWindow *dialog,
                             double     fraction)
{
  GtkWidget *child = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));

  if (!GTK_IS_PROGRESS_BAR (child))
    {
      child = gtk_progress_bar_new ();
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), -1);
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), child);
    }
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (child), fraction);
}

/* ---- files ---- */

typedef struct {
  VotumFileFunc func;         /* (nullable) */
  VotumFilesFunc files_func;  /* (nullable) */
  gpointer data;
} Choice;

static void
file_response_cb (GtkNativeDialog *native,
                  int              response,
                  gpointer         user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr(GListModel) files = NULL;
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));
  if (files != NULL)
    file = g_list_model_get_item (files, 0);
  if (choice->files_func != NULL)
    choice->files_func (file != NULL ? files : NULL, choice->data);
  else
    choice->func (file, choice->data);
  g_object_unref (native);
}

/* Not where the program was started from, which means nothing to anybody. */
static void
begin_in_folder (GtkFileChooser *chooser,
                 const char     *folder)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) file = g_file_new_for_path (folder != NULL ? folder : documents != NULL ? documents : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, file, NULL);
}

static void
show_chooser (GtkFileChooserNative *native,
              const Choice         *choice)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (file_response_cb), g_memdup2 (choice, sizeof *choice));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static GtkFileChooserNative *
new_chooser (GtkWidget             *parent,
             const VotumFileChoice *how)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (how->title, window_of (parent),
                                                              how->save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              how->accept, _("_Cancel"));

  if (how->patterns != NULL)
    {
      g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, how->filter_name);
      for (guint i = 0; how->patterns[i] != NULL; i++)
        gtk_file_filter_add_pattern (filter, how->patterns[i]);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
    }
  if (how->save)
    begin_in_folder (GTK_FILE_CHOOSER (native), how->folder);
  if (how->save && how->suggested != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), how->suggested);

  return native;
}

/**
 * votum_dialogs_choose_file:
 * @parent: a widget of the window that asks
 * @how: what is asked for
 * @func: (scope async): gets the file, or %NULL
 * @data: for @func
 */
void
votum_dialogs_choose_file (GtkWidget             *parent,
                           const VotumFileChoice *how,
                           VotumFileFunc          func,
                           gpointer               data)
{
  const Choice choice = { .func = func, .data = data };

  show_chooser (new_chooser (parent, how), &choice);
}

/**
 * votum_dialogs_choose_files:
 * @parent: a widget of the window that asks
 * @how: what is asked for
 * @func: (scope async): gets the files, or %NULL
 * @data: for @func
 *
 * As votum_dialogs_choose_file(), for as many as somebody wants.
 */
void
votum_dialogs_choose_files (GtkWidget             *parent,
                            const VotumFileChoice *how,
                            VotumFilesFunc         func,
                            gpointer               data)
{
  const Choice choice = { .files_func = func, .data = data };
  GtkFileChooserNative *native = new_chooser (parent, how);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  show_chooser (native, &choice);
}

/**
 * votum_dialogs_choose_folder:
 * @parent: a widget of the window that asks
 * @title: what for
 * @accept: label of the button that does it
 * @func: (scope async): gets the folder, or %NULL
 * @data: for @func
 */
void
votum_dialogs_choose_folder (GtkWidget     *parent,
                             const char    *title,
                             const char    *accept,
                             VotumFileFunc  func,
                             gpointer       data)
{
  const Choice choice = { .func = func, .data = data };
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, window_of (parent), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, accept, _("_Cancel"));

  begin_in_folder (GTK_FILE_CHOOSER (native), NULL);
  show_chooser (native, &choice);
}

/**
 * votum_dialogs_about:
 * @parent: (nullable): the window
 */
void
votum_dialogs_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Votum",
                         "application-icon", "org.votum.Votum",
                         "version", VOTUM_VERSION,
                         "developer-name", _("The Votum developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("The workbench of award juries: from what was seen to what is said."),
                         /* TRANSLATORS: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/**
 * votum_dialogs_present_preferences:
 * @parent: (nullable): the window
 * @page: (transfer floating): what there is to choose
 *
 * Returns: (transfer none): the window of the preferences
 */
GtkWindow *
votum_dialogs_present_preferences (GtkWindow          *parent,
                                   AdwPreferencesPage *page)
{
  GtkWindow *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _("Preferences"), "search-enabled", FALSE, "modal", TRUE, "transient-for", parent,
                                    "default-height", 440, NULL);

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  gtk_window_present (window);

  return window;
}
