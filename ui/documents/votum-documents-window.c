#include "votum-config.h"

#include "votum-documents-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-reveal.h"
#include "votum-dialogs.h"
#include "votum-documents-list.h"
#include "votum-documents-missing.h"
#include "votum-feedback-editor.h"
#include "votum-names.h"
#include "votum-paper-view.h"
#include "votum-reveal-window.h"
#include "votum-split.h"
#include "votum-things.h"
#include "votum-verdict-exports.h"
#include "votum-verdict-printing.h"
#include "votum-when-row.h"
#include "votum-words.h"

#define PREVIEW_DELAY 150 /* ms after a key before the page is set anew */

struct _VotumDocumentsWindow {
  AdwWindow            parent_instance;

  AdwToastOverlay     *toasts;
  VotumSplit          *split;
  VotumDocumentsList  *list;
  AdwComboRow         *class_row;
  AdwComboRow         *whose_row;
  AdwComboRow         *lang_row;
  GtkStack            *parts;
  VotumFeedbackEditor *editor;
  VotumWhenRow        *embargo;
  GtkSwitch           *leaders;
  GtkSwitch           *points;
  GtkSwitch           *name_last;
  GtkSwitch           *anonymous;
  GtkWidget           *warnings_card;
  GtkLabel            *warnings;
  GtkStack            *page_stack;
  AdwStatusPage       *nothing;
  VotumPaperView      *paper_view;
  GtkWidget           *print_button;
  GtkWidget           *export_button;
  GtkWidget           *all_button;
  GtkWidget           *reveal_button;
  GtkWidget           *more_button;

  VotumDesk           *desk;
  GPtrArray           *standings;  /* (nullable) */
  GPtrArray           *whose;      /* (nullable): of VotumThing; NULL first for all diplomas */
  VotumPaper          *paper;      /* (nullable): what is shown */
  char                *why;        /* (nullable): there is no result */
  guint                preview_id;
  guint                refresh_id;
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (VotumDocumentsWindow, votum_documents_window, ADW_TYPE_WINDOW)

/* ---- what is chosen ---- */

static VotumDocumentKind
chosen_kind (VotumDocumentsWindow *self)
{
  return votum_documents_list_get_kind (self->list);
}

static const char *
chosen_lang (VotumDocumentsWindow *self)
{
  const char *const *langs = votum_words_langs ();
  guint selected = adw_combo_row_get_selected (self->lang_row);

  return selected < g_strv_length ((char **) langs) ? langs[selected] : "en";
}

static gboolean
is_for_one (VotumDocumentKind kind)
{
  return kind == VOTUM_DOCUMENTS_FEEDBACK || kind == VOTUM_DOCUMENTS_DIPLOMA;
}

/* Citation and protocol are written class by class too. */
static gboolean
is_of_class (VotumDocumentKind kind)
{
  return kind != VOTUM_DOCUMENTS_RESULT_LIST && kind != VOTUM_DOCUMENTS_SLIDES;
}

static void
init_wish (VotumDocumentsWindow *self,
           VotumDocumentWish    *wish)
{
  guint class = adw_combo_row_get_selected (self->class_row);
  guint whose = adw_combo_row_get_selected (self->whose_row);

  *wish = (VotumDocumentWish) {
    .kind = chosen_kind (self),
    .votum_case = votum_desk_get_case (self->desk),
    .standings = self->standings,
    .standing = g_ptr_array_index (self->standings, class < self->standings->len ? class : 0),
    .entrant = self->whose != NULL && whose < self->whose->len ? g_ptr_array_index (self->whose, whose) : NULL,
    .lang = chosen_lang (self),
    .points = gtk_switch_get_active (self->points),
    .anonymous = gtk_switch_get_active (self->anonymous),
    .name_last = gtk_switch_get_active (self->name_last),
  };
}

/* ---- the page ---- */

static void
show_warnings (VotumDocumentsWindow *self,
               GPtrArray            *warnings)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (warnings, i));
  gtk_label_set_text (self->warnings, text->str);
  gtk_widget_set_visible (self->warnings_card, warnings->len > 0);
}

static VotumPaper *
make_paper (VotumDocumentsWindow *self,
            GPtrArray            *warnings,
            GError              **error)
{
  g_autofree char *words = NULL;
  g_autofree char *strengths = NULL;
  g_autofree char *opportunities = NULL;
  VotumReportTexts texts;
  VotumDocumentWish wish;

  init_wish (self, &wish);
  votum_feedback_editor_get (self->editor, &words, &strengths, &opportunities);
  texts = (VotumReportTexts) { g_strstrip (words), strengths, opportunities };
  if (wish.kind == VOTUM_DOCUMENTS_FEEDBACK)
    wish.texts = &texts;

  return votum_documents_make (&wish, warnings, error);
}

static void
show_page (VotumDocumentsWindow *self)
{
  g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->paper, votum_paper_unref);
  if (self->standings != NULL)
    self->paper = make_paper (self, warnings, &error);
  show_warnings (self, warnings);
  gtk_widget_set_sensitive (self->print_button, self->paper != NULL);
  gtk_widget_set_sensitive (self->export_button, self->paper != NULL);
  gtk_widget_set_sensitive (self->reveal_button, self->paper != NULL);
  gtk_widget_set_sensitive (self->more_button, self->paper != NULL);
  gtk_widget_set_sensitive (self->all_button, self->paper != NULL);
  gtk_widget_set_visible (self->all_button, is_for_one (chosen_kind (self)));
  if (self->paper == NULL)
    adw_status_page_set_description (self->nothing, error != NULL ? error->message : self->why);
  else
    votum_paper_view_set_paper (self->paper_view, self->paper, votum_paper_title (self->paper));
  votum_names_show_only (self->page_stack, self->paper != NULL ? "page" : "nothing");
}

static gboolean
preview_cb (gpointer data)
{
  VotumDocumentsWindow *self = VOTUM_DOCUMENTS_WINDOW (data);

  self->preview_id = 0;
  show_page (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (VotumDocumentsWindow *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

/* ---- the choices ---- */

static void
fill_classes (VotumDocumentsWindow *self)
{
  g_autoptr(GListModel) names = votum_documents_class_names (self->desk, self->standings);
  guint selected = adw_combo_row_get_selected (self->class_row);

  adw_combo_row_set_model (self->class_row, names);
  if (selected < g_list_model_get_n_items (names))
    adw_combo_row_set_selected (self->class_row, selected);
}

static void
unref_thing (gpointer thing)
{
  g_clear_object (&thing);
}

/* Whoever was chosen before stays chosen. */
static void
fill_whose (VotumDocumentsWindow *self)
{
  VotumDocumentKind kind = chosen_kind (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) whose = NULL;
  g_autoptr(VotumThing) before = NULL;
  VotumDocumentWish wish;
  guint at;

  if (self->standings == NULL || !is_for_one (kind))
    return;
  init_wish (self, &wish);
  before = wish.entrant != NULL ? g_object_ref (wish.entrant) : NULL;
  whose = votum_documents_whose (&wish);
  g_clear_pointer (&self->whose, g_ptr_array_unref);
  self->whose = g_ptr_array_new_with_free_func (unref_thing);
  if (kind == VOTUM_DOCUMENTS_DIPLOMA)
    {
      g_ptr_array_add (self->whose, NULL);
      gtk_string_list_append (names, _("Everybody"));
    }
  for (guint i = 0; i < whose->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (whose, i);
      g_autofree char *said = votum_documents_name_of (self->desk, entrant, kind == VOTUM_DOCUMENTS_FEEDBACK ? wish.lang : NULL);

      g_ptr_array_add (self->whose, g_object_ref (entrant));
      gtk_string_list_append (names, said);
    }
  adw_combo_row_set_model (self->whose_row, G_LIST_MODEL (names));
  if (before != NULL && g_ptr_array_find (self->whose, before, &at))
    adw_combo_row_set_selected (self->whose_row, at);
}

static void
show_parts (VotumDocumentsWindow *self)
{
  static const char *const names[] = { "citation", "protocol", "feedback", "result-list", "diploma", "slides" };
  VotumDocumentKind kind = chosen_kind (self);
  VotumDocumentWish wish;

  gtk_widget_set_visible (GTK_WIDGET (self->whose_row), is_for_one (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->class_row), is_of_class (kind) && self->standings != NULL && self->standings->len > 1);
  votum_names_show_only (self->parts, names[kind]);
  votum_names_set_label (GTK_BUTTON (self->all_button), kind == VOTUM_DOCUMENTS_DIPLOMA ? _("Export _All Diplomas") : _("Export _All Reports"));
  votum_names_set_label (GTK_BUTTON (self->reveal_button), votum_reveal_has_other_screen (GTK_WINDOW (self)) ? _("_Reveal on the Other Screen")
                                                                                                             : _("_Reveal on This Screen"));
  if (self->standings != NULL && kind == VOTUM_DOCUMENTS_FEEDBACK)
    {
      init_wish (self, &wish);
      votum_feedback_editor_show (self->editor, self->desk, wish.entrant, wish.lang);
    }
}

/* What each document is waiting for, in the language that is chosen. */
static void
show_missing (VotumDocumentsWindow *self)
{
  VotumDocumentWish wish;

  if (self->standings != NULL)
    init_wish (self, &wish);
  votum_documents_list_show (self->list, self->standings != NULL ? &wish : NULL);
}

static void
show_all (VotumDocumentsWindow *self)
{
  self->filling = TRUE;
  fill_whose (self);
  show_missing (self);
  show_parts (self);
  self->filling = FALSE;
  show_page (self);
}

/* A switch that only the page follows. */
static void
points_cb (VotumDocumentsWindow *self)
{
  if (self->desk != NULL && !self->filling)
    show_page (self);
}

static void
choice_cb (VotumDocumentsWindow *self)
{
  if (self->filling || self->desk == NULL)
    return;

  votum_desk_flush (self->desk);
  show_all (self);
}

/* ---- what the award says ---- */

static void
show_award (VotumDocumentsWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *award = votum_case_get_award (votum_case);
  gboolean may = votum_case_may_change (votum_case, VOTUM_KIND_AWARD, award, NULL);

  self->filling = TRUE;
  gtk_switch_set_active (self->leaders, votum_thing_get_boolean (award, VOTUM_AWARD_LEADERS_ONLY));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->leaders), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->embargo), may);
}

static void
leaders_cb (VotumDocumentsWindow *self)
{
  VotumCase *votum_case;
  GError *error = NULL;

  if (self->filling || self->desk == NULL)
    return;
  votum_case = votum_desk_get_case (self->desk);
  votum_case_edit (votum_case, votum_case_get_award (votum_case), VOTUM_AWARD_LEADERS_ONLY, gtk_switch_get_active (self->leaders) ? "yes" : "no",
                   NULL, &error);
  if (!votum_desk_report (self->desk, error))
    show_award (self);
}

/* ---- the case changes ---- */

static void
compute (VotumDocumentsWindow *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->whose, g_ptr_array_unref);
  g_clear_pointer (&self->standings, g_ptr_array_unref);
  g_clear_pointer (&self->why, g_free);
  self->standings = votum_documents_standings (votum_desk_get_case (self->desk), &error);
  if (self->standings == NULL)
    self->why = g_strdup (error->message);
}

static gboolean
refresh_cb (gpointer data)
{
  VotumDocumentsWindow *self = VOTUM_DOCUMENTS_WINDOW (data);
  VotumThing *before = NULL;
  VotumDocumentWish wish;
  guint at;

  self->refresh_id = 0;
  if (self->standings != NULL)
    {
      init_wish (self, &wish);
      before = wish.entrant != NULL ? g_object_ref (wish.entrant) : NULL;
    }
  compute (self);
  self->filling = TRUE;
  fill_classes (self);
  fill_whose (self);
  show_missing (self);
  if (before != NULL && self->whose != NULL && g_ptr_array_find (self->whose, before, &at))
    adw_combo_row_set_selected (self->whose_row, at);
  self->filling = FALSE;
  g_clear_object (&before);
  show_award (self);
  votum_feedback_editor_refresh (self->editor);
  show_page (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (VotumDocumentsWindow *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
toast_cb (VotumDocumentsWindow *self,
          const char           *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* ---- on its way out ---- */

/* With what was typed last; returns whether there is one. */
static gboolean
finish_page (VotumDocumentsWindow *self)
{
  votum_desk_flush (self->desk);
  show_page (self);

  return self->paper != NULL;
}

static void
print_cb (VotumDocumentsWindow *self)
{
  if (finish_page (self))
    votum_verdict_print (self->paper, self->desk, GTK_WIDGET (self));
}

static void
export_cb (VotumDocumentsWindow *self)
{
  if (finish_page (self))
    votum_verdict_export (self->paper, self->desk, GTK_WIDGET (self));
}

/* For an office suite, as tables, and everything at once. */
static void
other_cb (const char *what,
          gpointer    data)
{
  VotumDocumentsWindow *self = data;
  VotumDocumentWish wish;

  if (!finish_page (self))
    return;
  init_wish (self, &wish);
  votum_verdict_export_other (what, self->paper, wish.standing, wish.lang, self->desk, GTK_WIDGET (self));
}

static void
folder_cb (GFile   *file,
           gpointer data)
{
  g_autoptr(VotumDocumentsWindow) self = data;
  VotumDocumentWish wish;

  if (file == NULL || self->desk == NULL || self->standings == NULL)
    return;
  init_wish (self, &wish);
  votum_documents_write_all (&wish, g_file_peek_path (file), self->desk);
}

static void
all_cb (VotumDocumentsWindow *self)
{
  votum_desk_flush (self->desk);
  votum_dialogs_choose_folder (GTK_WIDGET (self), _("Export to a Folder"), _("_Export"), folder_cb, g_object_ref (self));
}

static void
reveal_cb (VotumDocumentsWindow *self)
{
  g_autoptr(VotumReveal) reveal = NULL;
  GError *error = NULL;

  if (self->standings == NULL)
    return;
  votum_desk_flush (self->desk);
  reveal = votum_case_reveal (votum_desk_get_case (self->desk), self->standings, chosen_lang (self), &error);
  if (votum_desk_report (self->desk, error))
    votum_reveal_present (GTK_WINDOW (self), self->desk, reveal);
}

static void
everything_cb (VotumDocumentsWindow *self)
{
  other_cb ("everything", self);
}

/* ---- the window ---- */

static void
votum_documents_window_dispose (GObject *object)
{
  VotumDocumentsWindow *self = VOTUM_DOCUMENTS_WINDOW (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->whose, g_ptr_array_unref);
  g_clear_pointer (&self->standings, g_ptr_array_unref);
  g_clear_pointer (&self->paper, votum_paper_unref);
  g_clear_pointer (&self->why, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_documents_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, all_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, class_row);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, editor);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, embargo);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, lang_row);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, name_last);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, more_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, anonymous);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, leaders);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, paper_view);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, points);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, split);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, warnings_card);
  gtk_widget_class_bind_template_child (widget_class, VotumDocumentsWindow, whose_row);
}

static void
votum_documents_window_class_init (VotumDocumentsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_documents_window_dispose;

  g_type_ensure (VOTUM_TYPE_DOCUMENTS_LIST);
  g_type_ensure (VOTUM_TYPE_FEEDBACK_EDITOR);
  g_type_ensure (VOTUM_TYPE_PAPER_VIEW);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  g_type_ensure (VOTUM_TYPE_WHEN_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-documents-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, everything_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaders_cb);
  gtk_widget_class_bind_template_callback (widget_class, points_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_install_action (widget_class, "documents.print", NULL, (GtkWidgetActionActivateFunc) print_cb);
  gtk_widget_class_install_action (widget_class, "documents.export", NULL, (GtkWidgetActionActivateFunc) export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "documents.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "documents.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_documents_window_init (VotumDocumentsWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  votum_verdict_exports_attach (self->more_button, other_cb, self);
  self->filling = FALSE;
}

/**
 * votum_documents_present:
 * @parent: the window of the case
 * @desk: the desk
 * @lang: the language to begin with
 *
 * Shows the documents.
 */
void
votum_documents_present (GtkWindow  *parent,
                         VotumDesk  *desk,
                         const char *lang)
{
  VotumDocumentsWindow *self = g_object_new (VOTUM_TYPE_DOCUMENTS_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  VotumCase *votum_case = votum_desk_get_case (desk);
  const char *const *langs = votum_words_langs ();

  self->desk = g_object_ref (desk);
  self->filling = TRUE;
  for (guint i = 0; langs[i] != NULL; i++)
    if (g_strcmp0 (langs[i], lang) == 0)
      adw_combo_row_set_selected (self->lang_row, i);
  compute (self);
  fill_classes (self);
  self->filling = FALSE;
  votum_when_row_bind (self->embargo, desk, votum_case_get_award (votum_case), VOTUM_AWARD_EMBARGO);
  show_award (self);
  show_all (self);
  g_signal_connect_object (votum_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
