#include "votum-config.h"

#include "votum-verdict-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-holder.h"
#include "votum-case-phrases.h"
#include "votum-citation-editor.h"
#include "votum-documents-window.h"
#include "votum-evidence-list.h"
#include "votum-names.h"
#include "votum-paper-view.h"
#include "votum-split.h"
#include "votum-text-languages.h"
#include "votum-verdict-exports.h"
#include "votum-verdict-printing.h"

#define PREVIEW_DELAY 120 /* ms after a key before the page is set anew */

struct _VotumVerdictPage {
  VotumStepPage        parent_instance;

  GtkStack            *stack;
  AdwStatusPage       *nothing;
  VotumSplit          *split;
  GtkLabel            *state;
  GtkWidget           *class_child;
  GtkDropDown         *class_choice;
  GtkDropDown         *about_choice;
  GtkDropDown         *lang_choice;
  GtkDropDown         *form_choice;
  VotumCitationEditor *editor;
  VotumSplit          *evidence_split;
  VotumEvidenceList   *evidence;
  GtkToggleButton     *protocol_button;
  GtkToggleButton     *both_button;
  GtkLabel            *unwritten;   /* says that the page shows what nobody has written */
  VotumPaperView      *paper_view;
  GtkWidget           *documents_button;
  GtkWidget           *print_button;
  GtkWidget           *export_button;
  GtkWidget           *more_button;

  VotumStanding       *standing;   /* (nullable) */
  VotumPaper          *paper;      /* (nullable): what is shown */
  GPtrArray           *abouts;     /* of VotumThing; NULL for all who share */
  GPtrArray           *langs;      /* of char*, in the order of the choice */
  guint                preview_id;
  guint                refresh_id;
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (VotumVerdictPage, votum_verdict_page, VOTUM_TYPE_STEP_PAGE)

static VotumDesk *
desk_of (VotumVerdictPage *self)
{
  return votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
}

static const char *
chosen_lang (VotumVerdictPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->lang_choice);

  return selected < self->langs->len ? g_ptr_array_index (self->langs, selected) : votum_desk_get_lang (desk_of (self));
}

static VotumThing *
chosen_about (VotumVerdictPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->about_choice);

  return selected < self->abouts->len ? g_ptr_array_index (self->abouts, selected) : NULL;
}

static VotumVerdictPart
chosen_part (VotumVerdictPage *self)
{
  if (gtk_toggle_button_get_active (self->both_button))
    return VOTUM_VERDICT_BOTH;

  return gtk_toggle_button_get_active (self->protocol_button) ? VOTUM_VERDICT_PROTOCOL : VOTUM_VERDICT_CITATION;
}

/* The page ------------------------------------------------------------------------------------------------------------ */

/* Whether the text that is being written is the one that the verdict prints. */
static gboolean
is_about_winners (VotumVerdictPage *self)
{
  g_autoptr(GPtrArray) winners = votum_case_get_winners (votum_desk_get_case (desk_of (self)), self->standing);
  VotumThing *about = chosen_about (self);

  return about == NULL ? winners->len != 1 : winners->len == 1 && g_ptr_array_index (winners, 0) == about;
}

static gboolean
is_name_last (VotumVerdictPage *self)
{
  return gtk_drop_down_get_selected (self->form_choice) == VOTUM_CITATION_FORM_NAME_LAST;
}

/* A page that is not empty where the text is must say why. */
static void
show_unwritten (VotumVerdictPage *self,
                gboolean          written)
{
  VotumCase *votum_case = votum_desk_get_case (desk_of (self));
  g_autoptr(GPtrArray) winners = votum_case_get_winners (votum_case, self->standing);
  g_autoptr(VotumCitationText) text = written || chosen_part (self) == VOTUM_VERDICT_PROTOCOL
                                        ? NULL : votum_case_get_citation (votum_case, self->standing, winners, chosen_lang (self), is_name_last (self));
  const char *why = text == NULL || text->text == NULL || *text->text == '\0' ? NULL
                    : text->draft ? _("Nothing is written yet. The page shows what a first draft from the notes would be.")
                    : text->name_last != is_name_last (self) ? _("Nothing is written yet in this form. The page shows the text in the other one.") : NULL;

  gtk_label_set_text (self->unwritten, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unwritten), why != NULL);
}

static void
show_paper (VotumVerdictPage *self)
{
  VotumCase *votum_case = votum_desk_get_case (desk_of (self));
  g_autoptr(VotumWriting) writing = votum_citation_editor_get (self->editor);
  gboolean own = is_about_winners (self) && *writing->text != '\0';
  VotumVerdictOptions options = {
    .lang = chosen_lang (self),
    .part = chosen_part (self),
    .name_last = is_name_last (self),
    .text = own ? writing->text : NULL,
    .quote = writing->quote,
    .quote_source = writing->quote_source,
  };
  gboolean draft;

  show_unwritten (self, own || !is_about_winners (self));
  g_clear_pointer (&self->paper, votum_paper_unref);
  self->paper = votum_case_verdict (votum_case, self->standing, &options, &draft);
  votum_paper_view_set_paper (self->paper_view, self->paper, writing->text);
}

/* What there is for the text, and what it rests on already. */
static void
show_evidence (VotumVerdictPage *self)
{
  g_autoptr(VotumWriting) writing = votum_citation_editor_get (self->editor);

  votum_evidence_list_show (self->evidence, desk_of (self), &writing->composed, votum_citation_editor_is_usable (self->editor));
}

static void
taken_cb (VotumVerdictPage *self,
          VotumThing       *evidence,
          const char       *words)
{
  votum_citation_editor_take (self->editor, evidence, words);
  show_evidence (self);
}

static void
left_cb (VotumVerdictPage *self,
         VotumThing       *evidence)
{
  votum_citation_editor_leave (self->editor, evidence);
  show_evidence (self);
}

static VotumThing *
words_cb (VotumVerdictPage *self,
          const char       *words)
{
  return votum_evidence_list_of_words (self->evidence, words);
}

static gboolean
preview_cb (gpointer data)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (data);

  self->preview_id = 0;
  if (self->standing != NULL)
    {
      show_evidence (self);
      show_paper (self);
    }

  return G_SOURCE_REMOVE;
}

static void
edited_cb (VotumVerdictPage *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

static void
part_cb (VotumVerdictPage *self,
         GtkToggleButton  *button)
{
  if (gtk_toggle_button_get_active (button) && self->standing != NULL)
    show_paper (self);
}

/* The choices --------------------------------------------------------------------------------------------------------- */

static void
fill_classes (VotumVerdictPage *self)
{
  VotumDesk *desk = desk_of (self);
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_desk_get_case (desk));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->class_choice);

  for (guint i = 0; i < classes->len; i++)
    gtk_string_list_append (names, votum_desk_text (desk, g_ptr_array_index (classes, i), VOTUM_CLASS_NAME));
  gtk_drop_down_set_model (self->class_choice, G_LIST_MODEL (names));
  if (selected < classes->len)
    gtk_drop_down_set_selected (self->class_choice, selected);
  gtk_widget_set_visible (self->class_child, classes->len > 1);
}

static VotumThing *
chosen_class (VotumVerdictPage *self)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (votum_desk_get_case (desk_of (self)));
  guint selected = gtk_drop_down_get_selected (self->class_choice);

  return selected < classes->len ? g_ptr_array_index (classes, selected) : NULL;
}

static void
add_about (VotumVerdictPage *self,
           GtkStringList    *names,
           VotumThing       *entrant,
           const char       *nobody)
{
  g_autofree char *name = entrant != NULL ? votum_desk_name (desk_of (self), entrant) : g_strdup (nobody);

  g_ptr_array_add (self->abouts, entrant);
  gtk_string_list_append (names, name);
}

/* The winners come first, then the others in their order; then those with an honourable mention who were out before the last round. */
static void
fill_abouts (VotumVerdictPage *self)
{
  VotumThing *current = chosen_about (self);
  g_autoptr(GPtrArray) winners = votum_case_get_winners (votum_desk_get_case (desk_of (self)), self->standing);
  g_autoptr(GArray) order = votum_result_order (self->standing->result, self->standing->last_round);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gboolean decided = votum_case_is_decided (votum_desk_get_case (desk_of (self)), self->standing);
  guint selected;

  g_ptr_array_set_size (self->abouts, 0);
  if (decided ? winners->len != 1 : winners->len > 1 || self->standing->entrants->len == 0)
    add_about (self, names, NULL, winners->len > 1 ? _("All who share the prize") : decided ? _("Why there is no award") : _("Nobody yet"));
  for (guint i = 0; i < winners->len; i++)
    add_about (self, names, g_ptr_array_index (winners, i), NULL);
  for (guint i = 0; i < order->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (self->standing->entrants, g_array_index (order, guint, i));

      if (!g_ptr_array_find (winners, entrant, NULL))
        add_about (self, names, entrant, NULL);
    }
  for (guint i = 0; i < self->standing->entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (self->standing->entrants, i);

      /* before there are any marks, nobody is in the order */
      if (!g_ptr_array_find (self->abouts, entrant, NULL) &&
          (order->len == 0 || votum_case_get_honour (votum_desk_get_case (desk_of (self)), self->standing, entrant) == VOTUM_HONOUR_MENTION))
        add_about (self, names, entrant, NULL);
    }
  gtk_drop_down_set_model (self->about_choice, G_LIST_MODEL (names));
  if (current != NULL && g_ptr_array_find (self->abouts, current, &selected))
    gtk_drop_down_set_selected (self->about_choice, selected);
}

static void
show_state (VotumVerdictPage *self)
{
  VotumCase *votum_case = votum_desk_get_case (desk_of (self));
  g_autoptr(GPtrArray) winners = votum_case_get_winners (votum_case, self->standing);
  g_autofree char *name = winners->len > 0 ? votum_desk_name (desk_of (self), g_ptr_array_index (winners, 0)) : NULL;
  g_autofree char *text = NULL;

  if (votum_case_is_decided (votum_case, self->standing))
    text = winners->len == 1 ? g_strdup_printf (_("The jury has decided: the prize goes to %s."), name)
           : winners->len > 1 ? g_strdup (_("The jury has decided: the prize is shared."))
                              : g_strdup (_("The jury has decided: there is no award this year."));
  else
    text = winners->len == 1 ? g_strdup_printf (_("Nothing is decided yet. By the rule, %s leads. The verdict is a draft until then."), name)
           : g_strdup (_("Nothing is decided yet. The verdict is a draft until then."));
  if (!is_about_winners (self))
    {
      g_autofree char *more = g_strconcat (text, " ", _("The page shows the text for the winner; this one is kept in the case."), NULL);

      gtk_label_set_text (self->state, more);
      return;
    }
  gtk_label_set_text (self->state, text);
}

static void
show_text (VotumVerdictPage *self)
{
  votum_citation_editor_show (self->editor, desk_of (self), self->standing, chosen_about (self), chosen_lang (self),
                              is_name_last (self) ? VOTUM_CITATION_FORM_NAME_LAST : VOTUM_CITATION_FORM_NAME_FIRST);
  show_evidence (self);
  show_state (self);
  show_paper (self);
}

static void
choice_cb (VotumVerdictPage *self)
{
  if (!self->filling && self->standing != NULL)
    show_text (self);
}

/* The whole ----------------------------------------------------------------------------------------------------------- */

static void
show_nothing (VotumVerdictPage *self,
              const char       *why)
{
  adw_status_page_set_description (self->nothing, why);
  votum_names_show_only (self->stack, "nothing");
  gtk_widget_set_sensitive (self->documents_button, FALSE);
  gtk_widget_set_sensitive (self->print_button, FALSE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_widget_set_sensitive (self->more_button, FALSE);
}

/* Computes anew; what the editor holds on to lives until it has been given the new one. */
static gboolean
compute (VotumVerdictPage *self)
{
  VotumCase *votum_case = votum_desk_get_case (desk_of (self));
  g_autoptr(GError) error = NULL;
  VotumStanding *standing = NULL;

  if (votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR && !votum_case_sees_all (votum_case))
    {
      show_nothing (self, _("The chair and the secretary write the verdict. It is shown here when the rounds have been opened."));
      return FALSE;
    }
  standing = votum_case_compute (votum_case, chosen_class (self), NULL, &error);
  if (standing == NULL)
    {
      show_nothing (self, error->message);
      return FALSE;
    }
  g_clear_pointer (&self->standing, votum_standing_free);
  self->standing = standing;
  gtk_widget_set_sensitive (self->documents_button, TRUE);
  gtk_widget_set_sensitive (self->print_button, TRUE);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  gtk_widget_set_sensitive (self->more_button, TRUE);
  votum_names_show_only (self->stack, "verdict");

  return TRUE;
}

static void
class_cb (VotumVerdictPage *self)
{
  if (self->filling)
    return;

  votum_desk_flush (desk_of (self));
  if (!compute (self))
    return;
  self->filling = TRUE;
  fill_abouts (self);
  self->filling = FALSE;
  show_text (self);
}

static gboolean
refresh_cb (gpointer data)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (data);

  self->refresh_id = 0;
  if (!compute (self))
    return G_SOURCE_REMOVE;
  self->filling = TRUE;
  fill_abouts (self);
  self->filling = FALSE;
  votum_citation_editor_refresh (self->editor, self->standing);
  show_evidence (self);
  show_state (self);
  show_paper (self);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (VotumVerdictPage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
votum_verdict_page_shown (VotumStepPage *page)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (page);

  self->filling = TRUE;
  fill_classes (self);
  if (self->langs->len == 0)
    votum_text_languages_fill (self->lang_choice, desk_of (self), self->langs);
  if (compute (self))
    {
      fill_abouts (self);
      self->filling = FALSE;
      show_text (self);
    }
  self->filling = FALSE;
}

static gboolean
votum_verdict_page_search (VotumStepPage *page)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (page);

  if (self->standing == NULL)
    return FALSE;
  votum_split_set_show_sidebar (self->evidence_split, TRUE);
  votum_evidence_list_search (self->evidence);

  return TRUE;
}

/* Print and export ---------------------------------------------------------------------------------------------------- */

static void
print_cb (VotumVerdictPage *self)
{
  votum_desk_flush (desk_of (self));
  show_paper (self);
  votum_verdict_print (self->paper, desk_of (self), GTK_WIDGET (self));
}

static void
export_cb (VotumVerdictPage *self)
{
  votum_desk_flush (desk_of (self));
  show_paper (self);
  votum_verdict_export (self->paper, desk_of (self), GTK_WIDGET (self));
}

static void
export_other_cb (const char *what,
                 gpointer    data)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (data);

  votum_desk_flush (desk_of (self));
  show_paper (self);
  votum_verdict_export_other (what, self->paper, self->standing, chosen_lang (self), desk_of (self), GTK_WIDGET (self));
}

static void
documents_cb (VotumVerdictPage *self)
{
  votum_desk_flush (desk_of (self));
  votum_documents_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), desk_of (self), chosen_lang (self));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (widget);
  const char *what = g_variant_get_string (arguments, NULL);

  if (self->standing == NULL)
    return FALSE;
  if (strcmp (what, "print") == 0)
    print_cb (self);
  else
    export_cb (self);

  return TRUE;
}

static void
votum_verdict_page_constructed (GObject *object)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (object);

  G_OBJECT_CLASS (votum_verdict_page_parent_class)->constructed (object);

  g_signal_connect_object (votum_step_page_get_case (VOTUM_STEP_PAGE (self)), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
votum_verdict_page_dispose (GObject *object)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_handle_id (&self->refresh_id, g_source_remove);

  G_OBJECT_CLASS (votum_verdict_page_parent_class)->dispose (object);
}

static void
votum_verdict_page_finalize (GObject *object)
{
  VotumVerdictPage *self = VOTUM_VERDICT_PAGE (object);

  g_clear_pointer (&self->standing, votum_standing_free);
  g_clear_pointer (&self->paper, votum_paper_unref);
  g_ptr_array_unref (self->abouts);
  g_ptr_array_unref (self->langs);

  G_OBJECT_CLASS (votum_verdict_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, split);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, state);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, class_child);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, class_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, about_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, lang_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, form_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, editor);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, evidence_split);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, protocol_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, both_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, unwritten);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, paper_view);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, documents_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, VotumVerdictPage, more_button);
}

static void
votum_verdict_page_class_init (VotumVerdictPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = votum_verdict_page_constructed;
  object_class->dispose = votum_verdict_page_dispose;
  object_class->finalize = votum_verdict_page_finalize;
  VOTUM_STEP_PAGE_CLASS (klass)->shown = votum_verdict_page_shown;
  VOTUM_STEP_PAGE_CLASS (klass)->search = votum_verdict_page_search;

  g_type_ensure (VOTUM_TYPE_CITATION_EDITOR);
  g_type_ensure (VOTUM_TYPE_EVIDENCE_LIST);
  g_type_ensure (VOTUM_TYPE_PAPER_VIEW);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-verdict-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_cb);
  gtk_widget_class_bind_template_callback (widget_class, documents_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, key_cb, "s", "print");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, key_cb, "s", "export");
}

static void
votum_verdict_page_init (VotumVerdictPage *self)
{
  self->abouts = g_ptr_array_new ();
  self->langs = g_ptr_array_new_with_free_func (g_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  votum_verdict_exports_attach (self->more_button, export_other_cb, self);
}
