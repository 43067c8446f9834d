#include "votum-config.h"

#include "votum-citation-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-binder.h"
#include "votum-case-citation.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-evidence-row.h"
#include "votum-passages.h"
#include "votum-text.h"

struct _VotumCitationEditor {
  AdwBin         parent_instance;

  GtkLabel      *words;
  GtkTextView   *text;
  GtkWidget     *draft;
  GtkListBox    *warnings;
  GtkEditable   *quote;
  GtkEditable   *quote_source;
  GtkListBox    *evidence;
  GtkWidget     *no_evidence;

  VotumDesk     *desk;
  VotumStanding *standing;   /* borrowed from the page, which shows us anew before it goes */
  VotumThing    *about;      /* (nullable): all who share the prize */
  char          *lang;
  int            form;
  char          *place;      /* of the draft */
  VotumPassages *passages;
  gboolean       showing;    /* we are filling the widgets, nobody types */
  gboolean       changed;    /* passages or quote differ from what is stored */
};

enum {
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCitationEditor, votum_citation_editor, ADW_TYPE_BIN)

static GtkTextBuffer *
buffer_of (VotumCitationEditor *self)
{
  return gtk_text_view_get_buffer (self->text);
}

static VotumThing *
stored_citation (VotumCitationEditor *self)
{
  return votum_case_find_citation (votum_desk_get_case (self->desk), self->standing->class, self->about, self->lang, self->form);
}

/* A quote may stand in its own line rather than in the text. */
static gboolean
is_quoted (VotumCitationEditor *self,
           VotumThing          *evidence)
{
  return VOTUM_IS_NOTE (evidence) &&
         strcmp (gtk_editable_get_text (self->quote), votum_thing_get_text (evidence, VOTUM_NOTE_TEXT)) == 0;
}

static gboolean
is_taken_in (VotumCitationEditor *self,
             VotumThing          *evidence)
{
  return is_quoted (self, evidence) || votum_passages_rests_on (self->passages, evidence);
}

/* Warnings ----------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_warning (VotumCitationWarning *warning)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (votum_warning_is_grave (warning->kind) ? "dialog-warning-symbolic"
                                                                                         : "dialog-information-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), warning->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), warning->end > warning->start);
  g_object_set_data (G_OBJECT (row), "start", GUINT_TO_POINTER (warning->start));
  g_object_set_data (G_OBJECT (row), "end", GUINT_TO_POINTER (warning->end));

  return row;
}

static void
show_warnings (VotumCitationEditor *self,
               const char          *text)
{
  g_autoptr(GArray) passages = votum_passages_current (self->passages);
  g_autofree char *quote = votum_citation_editor_get_quote (self);
  g_autofree char *source = votum_citation_editor_get_quote_source (self);
  VotumComposed composed = { self->standing, self->about, self->lang, self->form, text, quote, source, passages };
  g_autoptr(GPtrArray) found = votum_case_check_citation (votum_desk_get_case (self->desk), &composed);
  GtkListBoxRow *row;
  guint n_words = votum_citation_count_words (text);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", n_words), n_words);

  gtk_label_set_text (self->words, words);
  while ((row = gtk_list_box_get_row_at_index (self->warnings, 0)) != NULL)
    gtk_list_box_remove (self->warnings, GTK_WIDGET (row));
  for (guint i = 0; i < found->len && *text != '\0'; i++)
    gtk_list_box_append (self->warnings, new_warning (g_ptr_array_index (found, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), found->len > 0 && *text != '\0');
}

/* Leads to the words that a warning is about. */
static void
warning_cb (VotumCitationEditor *self,
            GtkListBoxRow       *row)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "start")));
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "end")));
  gtk_text_buffer_select_range (buffer_of (self), &start, &end);
  gtk_text_view_scroll_to_iter (self->text, &start, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
show_state (VotumCitationEditor *self)
{
  g_autofree char *text = votum_binder_text (GTK_WIDGET (self->text));

  show_warnings (self, text);
  gtk_widget_set_visible (self->draft, *text == '\0' && gtk_text_view_get_editable (self->text));
}

static void
edited_cb (VotumCitationEditor *self)
{
  if (self->showing)
    return;

  self->changed = TRUE;
  show_state (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* Writing ------------------------------------------------------------------------------------------------------------ */

static VotumThing *
as_it_becomes (VotumCitationEditor *self,
               VotumThing          *citation,
               const char          *text,
               GError             **error)
{
  g_autoptr(VotumThing) next = citation != NULL ? votum_thing_copy (citation) : votum_thing_new (VOTUM_KIND_CITATION);
  g_autofree char *quote = votum_citation_editor_get_quote (self);
  g_autofree char *source = votum_citation_editor_get_quote_source (self);
  g_autofree char *now = votum_text_now ();

  if (citation == NULL)
    {
      if (self->standing->class != NULL)
        votum_thing_set_ref (next, VOTUM_CITATION_CLASS, votum_thing_get_id (self->standing->class));
      if (self->about != NULL)
        votum_thing_set_ref (next, VOTUM_CITATION_ENTRANT, votum_thing_get_id (self->about));
      votum_thing_set_from_text (next, VOTUM_CITATION_LANGUAGE, self->lang, NULL);
      votum_thing_set_from_text (next, VOTUM_CITATION_FORM, self->form == VOTUM_CITATION_FORM_NAME_LAST ? "name-last" : "name-first", NULL);
    }
  if (!votum_thing_set_from_text (next, VOTUM_CITATION_TEXT, text, error) ||
      !votum_thing_set_from_text (next, VOTUM_CITATION_QUOTE, quote, error) ||
      !votum_thing_set_from_text (next, VOTUM_CITATION_QUOTE_SOURCE, source, error))
    return NULL;
  if (citation == NULL || !votum_thing_equal (citation, next))
    votum_thing_set_from_text (next, VOTUM_CITATION_TIME, now, NULL);

  return g_steal_pointer (&next);
}

static gboolean
write_down (VotumCitationEditor *self,
            VotumThing          *citation,
            const char          *text,
            GError             **error)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GArray) passages = votum_passages_current (self->passages);
  g_autoptr(VotumThing) next = NULL;

  if (*text == '\0')
    return (citation == NULL || votum_case_remove (votum_case, citation, error)) &&
           votum_case_keep_draft (votum_case, self->place, NULL, error);

  next = as_it_becomes (self, citation, text, error);

  return next != NULL && votum_case_write_citation (votum_case, citation, next, passages, self->place, error);
}

/* What was typed becomes part of the case: when the text is left, and before anything else is done. */
static void
finish (VotumCitationEditor *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (self->desk == NULL || !(self->changed || votum_binder_is_dirty (GTK_WIDGET (self->text))))
    return;

  typed = votum_binder_text (GTK_WIDGET (self->text));
  /* places of passages count from the beginning: only the end may be tidied */
  text = g_strchomp (g_strdup (typed));
  if (*g_strchug (typed) == '\0')
    *text = '\0';
  write_down (self, stored_citation (self), text, &error);
  if (votum_desk_report (self->desk, error))
    {
      self->changed = FALSE;
      votum_binder_settle (GTK_WIDGET (self->text));
    }
}

/* Evidence ----------------------------------------------------------------------------------------------------------- */

static void
insert_evidence (VotumCitationEditor *self,
                 const char          *sentence,
                 VotumThing          *evidence)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter end;
  guint start;
  gboolean first;

  gtk_text_buffer_get_end_iter (buffer, &end);
  first = gtk_text_iter_is_start (&end);
  if (!first)
    {
      gtk_text_iter_backward_char (&end);
      first = g_unichar_isspace (gtk_text_iter_get_char (&end));
      gtk_text_buffer_get_end_iter (buffer, &end);
    }
  gtk_text_buffer_begin_user_action (buffer);
  if (!first)
    gtk_text_buffer_insert (buffer, &end, " ", -1);
  start = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (buffer, &end, sentence, -1);
  gtk_text_buffer_end_user_action (buffer);
  votum_passages_add (self->passages, start, start + g_utf8_strlen (sentence, -1), evidence);
  gtk_text_buffer_place_cursor (buffer, &end);
}

static void
take_in (VotumCitationEditor *self,
         VotumThing          *evidence)
{
  g_autofree char *sentence = votum_evidence_sentence (self->desk, evidence, self->lang);
  g_autofree char *quote = votum_citation_editor_get_quote (self);

  if (VOTUM_IS_NOTE (evidence) && votum_thing_get_choice (evidence, VOTUM_NOTE_KIND) == VOTUM_NOTE_KIND_QUOTE && quote == NULL)
    {
      const char *speaker = votum_thing_get_text (evidence, VOTUM_NOTE_SPEAKER);
      gboolean named = votum_thing_get_choice (evidence, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE;

      gtk_editable_set_text (self->quote, votum_thing_get_text (evidence, VOTUM_NOTE_TEXT));
      gtk_editable_set_text (self->quote_source, named && speaker != NULL ? speaker : "");
    }
  else
    {
      insert_evidence (self, sentence, evidence);
    }
  edited_cb (self);
  finish (self);
}

static void
take_out (VotumCitationEditor *self,
          VotumThing          *evidence)
{
  votum_passages_cut (self->passages, evidence);
  if (is_quoted (self, evidence))
    {
      gtk_editable_set_text (self->quote, "");
      gtk_editable_set_text (self->quote_source, "");
    }
  edited_cb (self);
  finish (self);
}

static void
evidence_cb (VotumCitationEditor *self,
             GtkListBoxRow       *row)
{
  VotumThing *evidence = votum_evidence_row_get_thing (VOTUM_EVIDENCE_ROW (row));

  if (is_taken_in (self, evidence))
    take_out (self, evidence);
  else
    take_in (self, evidence);
  votum_evidence_row_set_taken (VOTUM_EVIDENCE_ROW (row), is_taken_in (self, evidence));
}

/* What the text may rest on: the notes that may be quoted, then the measures. */
static GPtrArray *
find_evidence (VotumCitationEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);
  GListModel *measures = votum_case_get_things (votum_case, VOTUM_KIND_MEASURE);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      int use = votum_thing_get_choice (note, VOTUM_NOTE_USE);

      if ((use == VOTUM_NOTE_USE_QUOTABLE || use == VOTUM_NOTE_USE_QUOTABLE_UNNAMED) && votum_case_may_see (votum_case, note) &&
          (self->about == NULL || votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT) == votum_thing_get_id (self->about)))
        g_ptr_array_add (found, g_steal_pointer (&note));
    }
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(VotumThing) measure = g_list_model_get_item (measures, i);

      if (self->about != NULL && votum_thing_get_ref (measure, VOTUM_MEASURE_ENTRANT) == votum_thing_get_id (self->about))
        g_ptr_array_add (found, g_steal_pointer (&measure));
    }

  return found;
}

/* Rows that still hold stay, and keep the focus. */
static void
show_evidence (VotumCitationEditor *self)
{
  g_autoptr(GPtrArray) found = find_evidence (self);
  gboolean usable = gtk_text_view_get_editable (self->text);
  GtkListBoxRow *row;
  guint i;

  for (i = 0; i < found->len; i++)
    {
      VotumThing *thing = g_ptr_array_index (found, i);

      while ((row = gtk_list_box_get_row_at_index (self->evidence, i)) != NULL && votum_evidence_row_get_thing (VOTUM_EVIDENCE_ROW (row)) != thing)
        gtk_list_box_remove (self->evidence, GTK_WIDGET (row));
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (votum_evidence_row_new (self->desk, thing));
          gtk_list_box_append (self->evidence, GTK_WIDGET (row));
        }
      votum_evidence_row_set_taken (VOTUM_EVIDENCE_ROW (row), is_taken_in (self, thing));
      gtk_widget_set_sensitive (GTK_WIDGET (row), usable);
    }
  while ((row = gtk_list_box_get_row_at_index (self->evidence, i)) != NULL)
    gtk_list_box_remove (self->evidence, GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self->evidence), found->len > 0);
  gtk_widget_set_visible (self->no_evidence, found->len == 0);
}

static void
draft_cb (VotumCitationEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(GPtrArray) winners = NULL;
  g_autoptr(VotumCitationText) draft = NULL;

  if (self->about != NULL)
    {
      winners = g_ptr_array_new ();
      g_ptr_array_add (winners, self->about);
    }
  else
    {
      winners = votum_case_get_winners (votum_case, self->standing);
    }
  draft = votum_case_get_citation (votum_case, self->standing, winners, self->lang, self->form == VOTUM_CITATION_FORM_NAME_LAST);
  if (draft->text == NULL)
    return;

  gtk_text_buffer_set_text (buffer_of (self), draft->text, -1);
  if (draft->quote != NULL)
    gtk_editable_set_text (self->quote, draft->quote);
  if (draft->quote_source != NULL)
    gtk_editable_set_text (self->quote_source, draft->quote_source);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* The whole ---------------------------------------------------------------------------------------------------------- */

static void
set_entry (GtkEditable *entry,
           const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
fill (VotumCitationEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *citation = stored_citation (self);
  const char *stored = citation != NULL ? votum_thing_get_text (citation, VOTUM_CITATION_TEXT) : "";
  gboolean editable = votum_case_may_change (votum_case, VOTUM_KIND_CITATION, citation, NULL);
  g_autofree char *shown = NULL;

  self->showing = TRUE;
  votum_binder_begin (GTK_WIDGET (self->text), self->desk, self->place, stored);
  set_entry (self->quote, citation != NULL ? votum_thing_get_text (citation, VOTUM_CITATION_QUOTE) : NULL);
  set_entry (self->quote_source, citation != NULL ? votum_thing_get_text (citation, VOTUM_CITATION_QUOTE_SOURCE) : NULL);
  shown = votum_binder_text (GTK_WIDGET (self->text));
  votum_passages_clear (self->passages);
  if (citation != NULL)
    {
      g_autoptr(GArray) passages = votum_case_get_passages (votum_case, citation);

      votum_passages_show (self->passages, passages, stored, shown);
    }
  gtk_text_view_set_editable (self->text, editable);
  gtk_editable_set_editable (self->quote, editable);
  gtk_editable_set_editable (self->quote_source, editable);
  self->changed = FALSE;
  self->showing = FALSE;

  show_state (self);
  show_evidence (self);
}

/**
 * votum_citation_editor_show:
 * @self: an editor
 * @desk: the desk
 * @standing: the result of the class; it has to live until the editor is shown another or refreshed
 * @about: (nullable): whom the text is about; %NULL for all who share the prize
 * @lang: the language of the text
 * @form: one of #VotumCitationForm
 *
 * Writes down what was typed before, and goes on to another text.
 */
void
votum_citation_editor_show (VotumCitationEditor *self,
                            VotumDesk           *desk,
                            VotumStanding       *standing,
                            VotumThing          *about,
                            const char          *lang,
                            int                  form)
{
  g_return_if_fail (VOTUM_IS_CITATION_EDITOR (self) && VOTUM_IS_DESK (desk) && standing != NULL);

  finish (self);
  if (self->desk != desk)
    {
      g_set_object (&self->desk, desk);
      g_signal_connect_object (desk, "flush", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
    }
  self->standing = standing;
  g_set_object (&self->about, about);
  g_free (self->lang);
  self->lang = g_strdup (lang);
  self->form = form;
  g_free (self->place);
  self->place = g_strdup_printf ("citation:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%s:%d",
                                 standing->class != NULL ? votum_thing_get_id (standing->class) : 0,
                                 about != NULL ? votum_thing_get_id (about) : 0, lang, form);
  fill (self);
}

/**
 * votum_citation_editor_refresh:
 * @self: an editor that shows something
 * @standing: the result as it is now
 *
 * The case has changed: what is not being typed is shown as it is now.
 */
void
votum_citation_editor_refresh (VotumCitationEditor *self,
                               VotumStanding       *standing)
{
  self->standing = standing;
  if (self->changed || votum_binder_is_dirty (GTK_WIDGET (self->text)))
    show_evidence (self);
  else
    fill (self);
}

char *
votum_citation_editor_get_text (VotumCitationEditor *self)
{
  return votum_binder_text (GTK_WIDGET (self->text));
}

static char *
entry_text (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * votum_citation_editor_get_quote:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the quote
 */
char *
votum_citation_editor_get_quote (VotumCitationEditor *self)
{
  return entry_text (self->quote);
}

char *
votum_citation_editor_get_quote_source (VotumCitationEditor *self)
{
  return entry_text (self->quote_source);
}

static void
votum_citation_editor_dispose (GObject *object)
{
  VotumCitationEditor *self = VOTUM_CITATION_EDITOR (object);

  if (self->text != NULL && self->desk != NULL)
    {
      votum_binder_unbind (GTK_WIDGET (self->text));
      votum_passages_clear (self->passages);
    }
  g_clear_object (&self->desk);
  g_clear_object (&self->about);
  g_clear_pointer (&self->lang, g_free);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (votum_citation_editor_parent_class)->dispose (object);
}

static void
votum_citation_editor_finalize (GObject *object)
{
  g_clear_pointer (&VOTUM_CITATION_EDITOR (object)->passages, votum_passages_free);

  G_OBJECT_CLASS (votum_citation_editor_parent_class)->finalize (object);
}

static void
votum_citation_editor_class_init (VotumCitationEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_citation_editor_dispose;
  object_class->finalize = votum_citation_editor_finalize;

  signals[EDITED] = g_signal_new ("edited", VOTUM_TYPE_CITATION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-citation-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, words);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, text);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, draft);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, warnings);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, quote);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, quote_source);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, evidence);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, no_evidence);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, warning_cb);
}

static void
watch_leaving (VotumCitationEditor *self,
               gpointer             widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (widget), focus);
}

static void
votum_citation_editor_init (VotumCitationEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->passages = votum_passages_new (buffer_of (self));
  g_signal_connect_object (buffer_of (self), "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  watch_leaving (self, self->text);
  watch_leaving (self, self->quote);
  watch_leaving (self, self->quote_source);
}
