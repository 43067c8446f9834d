#include "votum-config.h"

#include "votum-new-case.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-application.h"
#include "votum-case-import.h"
#include "votum-case-maker.h"
#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-navigation.h"
#include "votum-template-preview.h"

struct _VotumNewCase {
  AdwWindow             parent_instance;

  VotumNavigation      *navigation;
  AdwPreferencesGroup  *templates;
  GtkEditable          *name;
  GtkEditable          *year;
  GtkEditable          *person;
  AdwComboRow          *duty;
  AdwActionRow         *place;
  GtkLabel             *problem;
  GtkWidget            *create;
  VotumTemplatePreview *preview;

  VotumWindow          *opener;     /* where the case is shown */
  GPtrArray            *choices;    /* of Choice */
  guint                 chosen;
  char                 *folder;     /* where the file comes to be */
  char                 *path;       /* (nullable): where somebody has put it */
  gboolean              named;      /* whether somebody has typed a name */
  gboolean              filling;
};

typedef struct {
  VotumDocument  *document;
  char           *source;   /* (nullable): name of a template or path of a file; NULL: without a template */
  GtkCheckButton *check;
} Choice;

G_DEFINE_FINAL_TYPE (VotumNewCase, votum_new_case, ADW_TYPE_WINDOW)

/* In the order of the items of the row. */
static const VotumDuty duties[] = { VOTUM_DUTY_CHAIR, VOTUM_DUTY_SECRETARY };

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_pointer (&choice->document, votum_document_free);
  g_free (choice->source);
  g_free (choice);
}

static char *
stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static const char *
award_name (const VotumDocument *document)
{
  VotumThing *award = g_ptr_array_index (votum_document_things (document, VOTUM_KIND_AWARD), 0);
  const char *name = votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), votum_format_lang ());

  return name != NULL ? name : "";
}

/* ---- where the file comes to be ---- */

/* A name is no path, and no name that another system refuses. */
static char *
file_name (const char *name,
           const char *year)
{
  GString *file = g_string_new (name);

  if (*year != '\0')
    g_string_append_printf (file, " %s", year);
  g_strdelimit (file->str, "/\\:*?\"<>|\n\t", '-');
  if (*file->str == '.' || *file->str == '\0')
    g_string_prepend (file, _("Case"));

  return g_string_free (file, FALSE);
}

static char *
find_path (VotumNewCase *self)
{
  g_autofree char *name = stripped (self->name);
  g_autofree char *year = stripped (self->year);
  g_autofree char *base = file_name (name, year);
  g_autofree char *file = g_strconcat (base, ".votum", NULL);
  char *path = g_build_filename (self->folder, file, NULL);

  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_autofree char *next = g_strdup_printf ("%s %u.votum", base, n);

      g_free (path);
      path = g_build_filename (self->folder, next, NULL);
    }

  return path;
}

static char *
wanted_path (VotumNewCase *self)
{
  return self->path != NULL ? g_strdup (self->path) : find_path (self);
}

/* ---- what is still missing ---- */

static gboolean
is_year (const char *text)
{
  guint64 year;

  return *text == '\0' || g_ascii_string_to_unsigned (text, 10, 1900, 2999, &year, NULL);
}

static void
check (VotumNewCase *self)
{
  g_autofree char *name = stripped (self->name);
  g_autofree char *year = stripped (self->year);
  g_autofree char *person = stripped (self->person);
  g_autofree char *path = wanted_path (self);
  g_autofree char *shown = g_filename_display_name (path);
  const char *problem = *name == '\0'      ? _("Give the prize a name.")
                        : !is_year (year)  ? _("The year is four digits, such as 2026, or left empty.")
                        : *person == '\0'  ? _("Say who you are: the change log names you.")
                                           : NULL;

  adw_action_row_set_subtitle (self->place, shown);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (self->create, problem == NULL);
}

static void
changed_cb (VotumNewCase *self)
{
  if (!self->filling)
    check (self);
}

static void
name_changed_cb (VotumNewCase *self)
{
  if (self->filling)
    return;
  self->named = TRUE;
  check (self);
}

/* ---- templates ---- */

static void
choose (VotumNewCase *self,
        guint         place)
{
  Choice *choice = g_ptr_array_index (self->choices, place);

  self->chosen = place;
  votum_template_preview_show (self->preview, choice->document);
  if (!self->named)
    {
      self->filling = TRUE;
      gtk_editable_set_text (self->name, choice->source != NULL ? award_name (choice->document) : "");
      self->filling = FALSE;
    }
  check (self);
}

static void
toggled_cb (VotumNewCase   *self,
            GtkCheckButton *button)
{
  for (guint i = 0; i < self->choices->len && gtk_check_button_get_active (button); i++)
    if (((Choice *) g_ptr_array_index (self->choices, i))->check == button)
      choose (self, i);
}

static char *
describe (const VotumDocument *document)
{
  guint n_classes = votum_document_things (document, VOTUM_KIND_CLASS)->len;
  guint n_rounds = votum_document_things (document, VOTUM_KIND_ROUND)->len;
  GPtrArray *criteria = votum_document_things (document, VOTUM_KIND_CRITERION);
  guint n_criteria = 0;
  g_autofree char *counted = NULL;
  g_autofree char *rounds = NULL;
  g_autofree char *classes = NULL;

  for (guint i = 0; i < criteria->len; i++)
    if (votum_thing_get_choice (g_ptr_array_index (criteria, i), VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_GROUP)
      n_criteria++;
  counted = g_strdup_printf (ngettext ("%u criterion", "%u criteria", n_criteria), n_criteria);
  rounds = g_strdup_printf (ngettext ("%u round", "%u rounds", n_rounds), n_rounds);
  classes = g_strdup_printf (ngettext ("%u class", "%u classes", n_classes), n_classes);

  return n_classes > 0 ? g_strjoin (" · ", counted, rounds, classes, NULL) : g_strjoin (" · ", counted, rounds, NULL);
}

static void
add_choice (VotumNewCase  *self,
            VotumDocument *document,
            const char    *source,
            const char    *title)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check_button = gtk_check_button_new ();
  g_autofree char *subtitle = describe (document);

  choice->document = document;
  choice->source = g_strdup (source);
  choice->check = GTK_CHECK_BUTTON (check_button);
  if (self->choices->len > 0)
    gtk_check_button_set_group (choice->check, ((Choice *) g_ptr_array_index (self->choices, 0))->check);
  gtk_widget_set_valign (check_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (check_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check_button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check_button);
  adw_preferences_group_add (self->templates, row);
  g_ptr_array_add (self->choices, choice);
}

static VotumDocument *
read_award (const char  *source,
            GError     **error)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumDocument) document = votum_case_read_template (source, FALSE, problems, NULL, error);

  if (document == NULL)
    return NULL;
  if (votum_document_get_kind (document) != VOTUM_DOCUMENT_AWARD || votum_document_things (document, VOTUM_KIND_AWARD)->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("This file holds a shortlist. Make the case from a template first, and import the shortlist on the page Finalists."));
      return NULL;
    }

  return g_steal_pointer (&document);
}

static void
file_chosen_cb (GFile   *file,
                gpointer data)
{
  g_autoptr(VotumNewCase) self = data;
  g_autoptr(GError) error = NULL;
  VotumDocument *document;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  document = read_award (g_file_peek_path (file), &error);
  if (document == NULL)
    {
      votum_dialogs_tell (GTK_WIDGET (self), _("This file is no template"), error->message);
      return;
    }
  add_choice (self, document, g_file_peek_path (file), award_name (document));
  gtk_check_button_set_active (((Choice *) g_ptr_array_index (self->choices, self->choices->len - 1))->check, TRUE);
}

static void
other_file_cb (VotumNewCase *self)
{
  static const char *const patterns[] = { "*.xml", NULL };
  const VotumFileChoice choice = {
    .title = _("A Template of Your Own"), .accept = _("_Open"), .filter_name = _("Prizes (XML)"), .patterns = patterns,
  };

  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, file_chosen_cb, g_object_ref (self));
}

static void
preview_cb (VotumNewCase *self)
{
  votum_navigation_set_show_content (self->navigation, TRUE);
}

static void
place_chosen_cb (GFile   *file,
                 gpointer data)
{
  g_autoptr(VotumNewCase) self = data;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_free (self->path);
  self->path = g_str_has_suffix (g_file_peek_path (file), ".votum") ? g_file_get_path (file)
                                                                    : g_strconcat (g_file_peek_path (file), ".votum", NULL);
  check (self);
}

static void
place_cb (VotumNewCase *self)
{
  static const char *const patterns[] = { "*.votum", NULL };
  g_autofree char *path = wanted_path (self);
  g_autofree char *suggested = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  const VotumFileChoice choice = {
    .title = _("Where the Case Is Saved"), .accept = _("_Save Here"), .save = TRUE, .suggested = suggested, .folder = folder,
    .filter_name = _("Cases of Votum"), .patterns = patterns,
  };

  votum_dialogs_choose_file (GTK_WIDGET (self), &choice, place_chosen_cb, g_object_ref (self));
}

/* ---- making it ---- */

/* The template was used up: it is read again for the next try. */
static void
renew_choice (VotumNewCase *self)
{
  Choice *choice = g_ptr_array_index (self->choices, self->chosen);

  choice->document = choice->source != NULL ? read_award (choice->source, NULL) : votum_case_maker_blank ();
  if (choice->document == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

typedef struct {
  VotumNewCase *self;
  GFile *file;
} Making;

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Making *making = user_data;
  g_autoptr(VotumNewCase) self = making->self;
  g_autoptr(GFile) file = making->file;
  g_autoptr(GError) error = NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->opener));

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!votum_case_maker_finish (result, &error))
    {
      votum_dialogs_tell (GTK_WIDGET (self), _("The case could not be made"), error->message);
      renew_choice (self);
      check (self);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self));
  if (application != NULL)
    votum_application_open_file (VOTUM_APPLICATION (application), file, GTK_WINDOW (self->opener), NULL);
}

static void
create_cb (VotumNewCase *self)
{
  Choice *choice = g_ptr_array_index (self->choices, self->chosen);
  g_autofree char *year = stripped (self->year);
  VotumCaseWish *wish;
  Making *making;

  check (self);
  if (!gtk_widget_get_sensitive (self->create) || choice->document == NULL)
    return;

  wish = g_new0 (VotumCaseWish, 1);
  wish->path = wanted_path (self);
  wish->source = g_strdup (choice->source != NULL ? choice->source : "");
  wish->name = stripped (self->name);
  wish->lang = g_strdup (votum_format_lang ());
  wish->year = (int) g_ascii_strtoull (year, NULL, 10);
  wish->person = stripped (self->person);
  wish->duty = duties[adw_combo_row_get_selected (self->duty)];
  making = g_new0 (Making, 1);
  making->self = g_object_ref (self);
  making->file = g_file_new_for_path (wish->path);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  votum_case_maker_async (g_steal_pointer (&choice->document), wish, made_cb, making);
}

static void
cancel_cb (VotumNewCase *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
votum_new_case_dispose (GObject *object)
{
  g_clear_object (&VOTUM_NEW_CASE (object)->opener);

  G_OBJECT_CLASS (votum_new_case_parent_class)->dispose (object);
}

static void
votum_new_case_finalize (GObject *object)
{
  VotumNewCase *self = VOTUM_NEW_CASE (object);

  g_ptr_array_unref (self->choices);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (votum_new_case_parent_class)->finalize (object);
}

static void
votum_new_case_class_init (VotumNewCaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_new_case_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_new_case_finalize;

  g_type_ensure (VOTUM_TYPE_NAVIGATION);
  g_type_ensure (VOTUM_TYPE_TEMPLATE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-new-case.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, navigation);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, templates);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, name);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, year);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, person);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, duty);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, place);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, problem);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, create);
  gtk_widget_class_bind_template_child (widget_class, VotumNewCase, preview);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill (VotumNewCase *self)
{
  g_auto(GStrv) names = votum_case_list_templates ();
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_strdup_printf ("%d", g_date_time_get_year (now));

  for (guint i = 0; names[i] != NULL; i++)
    {
      VotumDocument *document = read_award (names[i], NULL);

      if (document != NULL)
        add_choice (self, document, names[i], award_name (document));
    }
  add_choice (self, votum_case_maker_blank (), NULL, _("Without a template: criteria of your own"));

  self->filling = TRUE;
  gtk_editable_set_text (self->year, year);
  gtk_editable_set_text (self->person, strcmp (g_get_real_name (), "Unknown") != 0 ? g_get_real_name () : "");
  self->filling = FALSE;
  gtk_check_button_set_active (((Choice *) g_ptr_array_index (self->choices, 0))->check, TRUE);
}

static void
votum_new_case_init (VotumNewCase *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->folder = g_strdup (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * votum_new_case_present:
 * @parent: the window in which somebody wants a new case
 */
void
votum_new_case_present (VotumWindow *parent)
{
  VotumNewCase *self = g_object_new (VOTUM_TYPE_NEW_CASE, "transient-for", parent, "modal", TRUE, NULL);

  self->opener = g_object_ref (parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (((Choice *) g_ptr_array_index (self->choices, 0))->check));
}
