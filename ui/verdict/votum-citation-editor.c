#include "votum-config.h"

#include "votum-citation-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-binder.h"
#include "votum-case-citation-forms.h"
#include "votum-case-citation.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-evidence.h"
#include "votum-case-first-draft.h"
#include "votum-case-holder.h"
#include "votum-case-wordings.h"
#include "votum-citation-words.h"
#include "votum-citation-warnings.h"
#include "votum-dialogs.h"
#include "votum-phrase-menu.h"
#include "votum-quote-rows.h"
#include "votum-versions-window.h"
#include "votum-wrap.h"

struct _VotumCitationEditor {
  AdwBin                 parent_instance;

  GtkLabel              *words;
  VotumCitationWords     *text;
  GtkWidget             *start_box;
  GtkWidget             *draft;
  GtkWidget             *turn;
  GtkWidget             *keep;
  GtkWidget             *versions;
  GtkMenuButton         *phrases;
  VotumPhraseMenu       *phrase_menu;
  VotumCitationWarnings *warnings;
  VotumQuoteRows        *quote;

  VotumDesk             *desk;
  VotumStanding         *standing;   /* borrowed from the page, which shows us anew before it goes */
  VotumThing            *about;      /* (nullable): all who share the prize */
  char                  *lang;
  int                    form;
  char                  *place;      /* of the draft of the text */
  gboolean               showing;    /* we are filling the widgets, nobody types */
  gboolean               changed;    /* passages differ from what is stored */
};

enum {
  EDITED,
  WORDS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCitationEditor, votum_citation_editor, ADW_TYPE_BIN)

static GtkWidget *
text_view (VotumCitationEditor *self)
{
  return votum_citation_words_get_view (self->text);
}

static VotumPassages *
passages_of (VotumCitationEditor *self)
{
  return votum_citation_words_get_passages (self->text);
}

static VotumThing *
stored_citation (VotumCitationEditor *self)
{
  return votum_case_find_citation (votum_desk_get_case (self->desk), self->standing->class, self->about, self->lang, self->form);
}

/**
 * votum_citation_editor_get:
 * @self: an editor that shows something
 *
 * Returns: (transfer full): the text as it stands there now
 */
VotumWriting *
votum_citation_editor_get (VotumCitationEditor *self)
{
  VotumWriting *writing = g_new0 (VotumWriting, 1);

  writing->text = votum_binder_text (text_view (self));
  writing->quote = votum_quote_rows_get (self->quote);
  writing->quote_source = votum_quote_rows_get_source (self->quote);
  writing->passages = votum_passages_current (passages_of (self));
  writing->composed = (VotumComposed) { self->standing, self->about, self->lang, self->form, writing->text, writing->quote,
                                        writing->quote_source, writing->passages };

  return writing;
}

gboolean
votum_citation_editor_is_usable (VotumCitationEditor *self)
{
  return gtk_text_view_get_editable (GTK_TEXT_VIEW (text_view (self)));
}

static void
warning_cb (VotumCitationEditor *self,
            guint                from,
            guint                to)
{
  votum_citation_words_select (self->text, from, to);
}

/* The text in the other form, to make this one from. */
static VotumThing *
other_form (VotumCitationEditor *self)
{
  int form = self->form == VOTUM_CITATION_FORM_NAME_LAST ? VOTUM_CITATION_FORM_NAME_FIRST : VOTUM_CITATION_FORM_NAME_LAST;

  return votum_case_find_citation (votum_desk_get_case (self->desk), self->standing->class, self->about, self->lang, form);
}

static gboolean
has_versions (VotumCitationEditor *self)
{
  VotumThing *citation = stored_citation (self);
  g_autoptr(GPtrArray) wordings = citation != NULL ? votum_case_list_wordings (votum_desk_get_case (self->desk), citation) : NULL;

  return wordings != NULL && wordings->len > 0;
}

static void
show_state (VotumCitationEditor *self)
{
  g_autoptr(VotumWriting) writing = votum_citation_editor_get (self);
  g_autofree char *length = votum_citation_length_words (writing->text, self->form);
  g_autoptr(GPtrArray) found = NULL;
  gboolean empty = *writing->text == '\0';

  found = empty ? g_ptr_array_new () : votum_case_check_citation (votum_desk_get_case (self->desk), &writing->composed);
  gtk_label_set_text (self->words, length);
  votum_citation_warnings_show (self->warnings, found);
  gtk_widget_set_visible (self->start_box, empty && votum_citation_editor_is_usable (self));
  gtk_widget_set_visible (self->turn, empty && other_form (self) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->phrases), votum_citation_editor_is_usable (self));
  gtk_widget_set_sensitive (self->keep, !empty && votum_citation_editor_is_usable (self));
  gtk_widget_set_visible (self->versions, has_versions (self));
  votum_citation_words_show_source (self->text);
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

static gboolean
is_dirty (VotumCitationEditor *self)
{
  return self->changed || votum_binder_is_dirty (text_view (self)) || votum_quote_rows_is_dirty (self->quote);
}

/* What was typed becomes part of the case: when the text is left, and before anything else is done. */
static void
finish (VotumCitationEditor *self)
{
  g_autoptr(VotumWriting) writing = NULL;
  GError *error = NULL;

  if (self->desk == NULL || !is_dirty (self))
    return;

  writing = votum_citation_editor_get (self);
  votum_writing_store (writing, votum_desk_get_case (self->desk), stored_citation (self), self->place, &error);
  if (votum_desk_report (self->desk, error))
    {
      self->changed = FALSE;
      votum_binder_settle (text_view (self));
      /* a quote without a text is kept until there is one */
      if (*writing->text != '\0')
        votum_quote_rows_settle (self->quote);
    }
}

/* Taking in ---------------------------------------------------------------------------------------------------------- */

static void
set_quote (VotumCitationEditor *self,
           VotumThing          *note)
{
  gboolean named = votum_thing_get_choice (note, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE;

  votum_quote_rows_set (self->quote, votum_thing_get_text (note, VOTUM_NOTE_TEXT), named ? votum_thing_get_text (note, VOTUM_NOTE_SPEAKER) : NULL);
}

static void
taken (VotumCitationEditor *self)
{
  edited_cb (self);
  finish (self);
}

static void
linked (VotumCitationEditor *self)
{
  taken (self);
  votum_desk_toast (self->desk, TRUE, _("The selected words rest on it now"));
}

/**
 * votum_citation_editor_take:
 * @self: an editor
 * @evidence: what to take in
 * @words: (nullable): the words of it; else all of it
 *
 * Writes it into the text; the first quote goes into its own line. Where words of the text are selected, those rest on it.
 */
void
votum_citation_editor_take (VotumCitationEditor *self,
                            VotumThing          *evidence,
                            const char          *words)
{
  g_autofree char *quote = votum_quote_rows_get (self->quote);
  gboolean done;

  if (!votum_citation_editor_is_usable (self))
    return;
  self->showing = TRUE;
  done = words == NULL && votum_citation_words_link (self->text, evidence);
  if (!done && VOTUM_IS_NOTE (evidence) && votum_thing_get_choice (evidence, VOTUM_NOTE_KIND) == VOTUM_NOTE_KIND_QUOTE && quote == NULL)
    set_quote (self, evidence);
  else if (!done)
    votum_citation_words_take (self->text, evidence, words);
  self->showing = FALSE;
  if (done)
    linked (self);
  else
    taken (self);
}

/**
 * votum_citation_editor_leave:
 * @self: an editor
 * @evidence: what the text rests on
 *
 * Takes it out again. Words that somebody has written stay, and rest on it no more. Where other words are selected, those rest
 * on it too.
 */
void
votum_citation_editor_leave (VotumCitationEditor *self,
                             VotumThing          *evidence)
{
  gboolean stayed;

  if (!votum_citation_editor_is_usable (self))
    return;
  if (votum_citation_words_link (self->text, evidence))
    {
      linked (self);
      return;
    }
  self->showing = TRUE;
  stayed = votum_citation_words_leave (self->text, evidence);
  if (votum_quote_rows_is_of (self->quote, evidence))
    votum_quote_rows_set (self->quote, NULL, NULL);
  self->showing = FALSE;
  taken (self);
  if (stayed)
    votum_desk_toast (self->desk, TRUE, _("The words stay, and no longer rest on it"));
}

static VotumThing *
words_cb (VotumCitationEditor *self,
          const char          *words)
{
  VotumThing *evidence = NULL;

  if (!self->showing)
    g_signal_emit (self, signals[WORDS], 0, words, &evidence);

  return evidence;
}

static void
phrases_cb (GtkMenuButton *button,
            gpointer       data)
{
  VotumCitationEditor *self = VOTUM_CITATION_EDITOR (data);
  g_autoptr(VotumWriting) writing = NULL;
  g_autoptr(GPtrArray) phrases = NULL;

  if (self->desk == NULL)
    return;
  writing = votum_citation_editor_get (self);
  phrases = votum_case_list_phrases (votum_desk_get_case (self->desk), &writing->composed);
  votum_phrase_menu_show (self->phrase_menu, phrases);
}

static void
phrase_cb (VotumCitationEditor *self,
           guint                part,
           const char          *words)
{
  votum_citation_words_write (self->text, part, words);
}

/* A text to begin with ----------------------------------------------------------------------------------------------- */

static void
begin_with (VotumCitationEditor *self,
            const char          *text,
            const GArray        *passages,
            const char          *quote,
            const char          *quote_source)
{
  self->showing = TRUE;
  votum_citation_words_begin (self->text, text, passages);
  if (quote != NULL)
    votum_quote_rows_set (self->quote, quote, quote_source);
  self->showing = FALSE;
  taken (self);
  gtk_widget_grab_focus (text_view (self));
}

static void
draft_cb (VotumCitationEditor *self)
{
  g_autoptr(VotumFirstDraft) draft = votum_case_first_draft (votum_desk_get_case (self->desk), self->standing, self->about, self->lang, self->form);

  begin_with (self, draft->text, draft->passages, draft->quote, draft->quote_source);
}

static void
turn_cb (VotumCitationEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *other = other_form (self);
  g_autoptr(GArray) passages = NULL;
  g_autoptr(GArray) moved = NULL;
  g_autofree char *text = NULL;
  VotumComposed composed;

  if (other == NULL)
    return;
  passages = votum_case_get_passages (votum_case, other);
  composed = (VotumComposed) { self->standing, self->about, self->lang, votum_thing_get_choice (other, VOTUM_CITATION_FORM),
                               votum_thing_get_text (other, VOTUM_CITATION_TEXT), NULL, NULL, passages };
  text = votum_case_turn_citation (votum_case, &composed, self->form, &moved);
  begin_with (self, text, moved, votum_thing_get_text (other, VOTUM_CITATION_QUOTE), votum_thing_get_text (other, VOTUM_CITATION_QUOTE_SOURCE));
}

/* Versions ----------------------------------------------------------------------------------------------------------- */

static void
kept_cb (const char *answer,
         const char *name,
         gpointer    data)
{
  g_autoptr(VotumCitationEditor) self = VOTUM_CITATION_EDITOR (data);
  VotumThing *citation;
  GError *error = NULL;

  if (strcmp (answer, "cancel") == 0 || self->desk == NULL)
    return;
  finish (self);
  citation = stored_citation (self);
  if (citation == NULL)
    return;
  votum_case_keep_wording (votum_desk_get_case (self->desk), citation, name, &error);
  if (votum_desk_report (self->desk, error))
    votum_desk_toast (self->desk, TRUE, _("“%s” is kept"), name);
  show_state (self);
}

static void
keep_cb (VotumCitationEditor *self)
{
  votum_dialogs_ask_text (GTK_WIDGET (self), _("Keep This Version"),
                          _("The text goes on as it is. The version can be compared with it later, and brought back."),
                          _("What to call it"), _("_Keep"), FALSE, kept_cb, g_object_ref (self));
}

static void
versions_cb (VotumCitationEditor *self)
{
  VotumThing *citation;

  finish (self);
  citation = stored_citation (self);
  if (citation != NULL)
    votum_versions_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk, citation);
}

/* The whole ---------------------------------------------------------------------------------------------------------- */

static void
fill (VotumCitationEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *citation = stored_citation (self);
  const char *stored = citation != NULL ? votum_thing_get_text (citation, VOTUM_CITATION_TEXT) : "";
  gboolean editable = votum_case_may_change (votum_case, VOTUM_KIND_CITATION, citation, NULL);
  g_autofree char *shown = NULL;

  self->showing = TRUE;
  votum_binder_begin (text_view (self), self->desk, self->place, stored);
  votum_quote_rows_begin (self->quote, self->desk, self->place, citation, editable);
  shown = votum_binder_text (text_view (self));
  votum_passages_clear (passages_of (self));
  if (citation != NULL)
    {
      g_autoptr(GArray) passages = votum_case_get_passages (votum_case, citation);

      votum_passages_show (passages_of (self), passages, stored, shown);
    }
  votum_citation_words_set_context (self->text, self->desk, self->lang, self->form, editable);
  self->changed = FALSE;
  self->showing = FALSE;

  show_state (self);
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
  if (!is_dirty (self))
    {
      fill (self);
      return;
    }
  /* a note may have become confidential while somebody types */
  votum_passages_mark (passages_of (self));
  show_state (self);
}

static void
votum_citation_editor_dispose (GObject *object)
{
  VotumCitationEditor *self = VOTUM_CITATION_EDITOR (object);

  if (self->text != NULL && self->desk != NULL)
    {
      votum_binder_unbind (text_view (self));
    }
  g_clear_object (&self->desk);
  g_clear_object (&self->about);
  g_clear_pointer (&self->lang, g_free);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (votum_citation_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, words);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, text);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, start_box);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, draft);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, turn);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, keep);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, versions);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, phrases);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, phrase_menu);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, warnings);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationEditor, quote);
}

static void
votum_citation_editor_class_init (VotumCitationEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_citation_editor_dispose;

  signals[EDITED] = g_signal_new ("edited", VOTUM_TYPE_CITATION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORDS] = g_signal_new ("words", VOTUM_TYPE_CITATION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_POINTER, 1, G_TYPE_STRING);

  g_type_ensure (VOTUM_TYPE_CITATION_WORDS);
  g_type_ensure (VOTUM_TYPE_CITATION_WARNINGS);
  g_type_ensure (VOTUM_TYPE_PHRASE_MENU);
  g_type_ensure (VOTUM_TYPE_QUOTE_ROWS);
  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-citation-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, phrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, versions_cb);
  gtk_widget_class_bind_template_callback (widget_class, warning_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
}

static void
votum_citation_editor_init (VotumCitationEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->phrases, phrases_cb, self, NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text_view (self), focus);
}
