#include "votum-config.h"

#include "votum-citation-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-evidence.h"
#include "votum-citation-drop.h"
#include "votum-citation-place.h"
#include "votum-evidence-words.h"

struct _VotumCitationWords {
  AdwBin             parent_instance;

  GtkTextView       *text;
  GtkImage          *source_icon;
  GtkLabel          *source;
  GtkWidget         *source_go;

  VotumDesk         *desk;
  char              *lang;
  int                form;
  VotumPassages     *passages;
  VotumCitationDrop *drop;
  GtkTextMark       *from;      /* the words that were selected last, until the text has the focus again */
  GtkTextMark       *to;
  gboolean           writing;   /* we are writing into the text, nobody types */
};

enum {
  EDITED,
  DROPPED,
  WORDS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCitationWords, votum_citation_words, ADW_TYPE_BIN)

static GtkTextBuffer *
buffer_of (VotumCitationWords *self)
{
  return gtk_text_view_get_buffer (self->text);
}

static VotumThing *
evidence_at_caret (VotumCitationWords *self)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &caret, gtk_text_buffer_get_insert (buffer_of (self)));

  return votum_passages_at (self->passages, &caret, NULL, NULL);
}

/* What is selected; also once another widget has taken the selection, which only one of them may have at a time. */
static gboolean
get_selected (VotumCitationWords *self,
              GtkTextIter        *start,
              GtkTextIter        *end)
{
  if (gtk_text_buffer_get_selection_bounds (buffer_of (self), start, end))
    return TRUE;
  if (gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), start, self->from);
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), end, self->to);

  return gtk_text_iter_compare (start, end) < 0;
}

/* What is selected while somebody is in the text is remembered; nothing, where the caret moves on. */
static void
remember_selected (VotumCitationWords *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return;
  if (!gtk_text_buffer_get_selection_bounds (buffer_of (self), &start, &end))
    {
      gtk_text_buffer_get_iter_at_mark (buffer_of (self), &start, gtk_text_buffer_get_insert (buffer_of (self)));
      end = start;
    }
  gtk_text_buffer_move_mark (buffer_of (self), self->from, &start);
  gtk_text_buffer_move_mark (buffer_of (self), self->to, &end);
}

/* A line below the text says it to who has no pointer, and to who does not see the colour. */
static void
show_source (VotumCitationWords *self)
{
  VotumThing *evidence;
  GtkTextIter start, end;
  g_autofree char *told = NULL;
  gboolean open;

  if (self->desk == NULL)
    return;
  remember_selected (self);
  evidence = evidence_at_caret (self);
  open = evidence == NULL || votum_evidence_is_open (evidence);
  if (evidence != NULL)
    told = votum_evidence_told (self->desk, evidence);
  else if (get_selected (self, &start, &end) && !votum_citation_place_is_gap (buffer_of (self)))
    told = g_strdup (_("Choose evidence on the left, and the selected words rest on it."));
  else
    told = g_strdup (_("Underlined words rest on evidence. Put the caret in them to see on what."));
  gtk_label_set_text (self->source, told);
  gtk_image_set_from_icon_name (self->source_icon, open ? "mail-attachment-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->source_icon), evidence != NULL);
  gtk_widget_set_visible (self->source_go, evidence != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told, -1);
}

static void
source_go_cb (VotumCitationWords *self)
{
  VotumThing *evidence = evidence_at_caret (self);

  if (evidence != NULL)
    votum_evidence_go (self->desk, evidence);
}

static gboolean
tooltip_cb (VotumCitationWords *self,
            int                  x,
            int                  y,
            gboolean             keyboard,
            GtkTooltip          *tooltip)
{
  VotumThing *evidence;
  GtkTextIter place;
  g_autofree char *told = NULL;
  int in_x;
  int in_y;

  if (keyboard || self->desk == NULL)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (self->text, GTK_TEXT_WINDOW_WIDGET, x, y, &in_x, &in_y);
  if (!gtk_text_view_get_iter_at_location (self->text, &place, in_x, in_y))
    return FALSE;
  evidence = votum_passages_at (self->passages, &place, NULL, NULL);
  if (evidence == NULL)
    return FALSE;
  told = votum_evidence_told (self->desk, evidence);
  gtk_tooltip_set_text (tooltip, told);

  return TRUE;
}

/* Writing ------------------------------------------------------------------------------------------------------------ */

static void
edited_cb (VotumCitationWords *self)
{
  if (!self->writing)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
write_evidence (VotumCitationWords *self,
                GtkTextIter         *place,
                const char          *words,
                VotumThing          *evidence)
{
  guint start;
  GtkTextIter end;

  self->writing = TRUE;
  start = votum_citation_place_write (buffer_of (self), place, words, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &end, gtk_text_buffer_get_insert (buffer_of (self)));
  votum_passages_add (self->passages, start, (guint) gtk_text_iter_get_offset (&end), evidence);
  self->writing = FALSE;
  gtk_text_view_scroll_to_mark (self->text, gtk_text_buffer_get_insert (buffer_of (self)), 0.05, FALSE, 0, 0);
}

static void
dropped_cb (VotumCitationWords *self,
            VotumThing          *evidence,
            GtkTextIter         *place)
{
  g_autofree char *sentence = votum_case_evidence_sentence (votum_desk_get_case (self->desk), evidence, self->lang);

  write_evidence (self, place, sentence, evidence);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  g_signal_emit (self, signals[DROPPED], 0);
}

/* Words that were dragged or copied from the submission rest on it. */
static void
inserted_cb (GtkTextBuffer       *buffer,
             GtkTextIter         *end,
             char                *words,
             int                  length,
             VotumCitationWords *self)
{
  VotumThing *evidence = NULL;
  guint last = (guint) gtk_text_iter_get_offset (end);
  g_autofree char *own = g_strndup (words, (gsize) length);

  if (self->writing)
    return;
  g_signal_emit (self, signals[WORDS], 0, own, &evidence);
  if (evidence != NULL)
    votum_passages_add (self->passages, last - (guint) g_utf8_strlen (own, -1), last, evidence);
}

/* Whoever goes on typing, or takes something in, writes in place of the ellipsis. */
static void
select_gap (VotumCitationWords *self,
            guint                start,
            const char          *words)
{
  const char *dots = strstr (words, "…");
  GtkTextIter from;
  GtkTextIter to;

  if (dots == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &from, (int) (start + g_utf8_pointer_to_offset (words, dots)));
  to = from;
  gtk_text_iter_forward_char (&to);
  gtk_text_buffer_select_range (buffer_of (self), &from, &to);
}

/**
 * votum_citation_words_link:
 * @self: a text
 * @evidence: what words are to rest on
 *
 * Words that are selected are somebody's own, and rest on the evidence from now on.
 *
 * Returns: whether any were selected that did not rest on it before
 */
gboolean
votum_citation_words_link (VotumCitationWords *self,
                          VotumThing        *evidence)
{
  GtkTextIter start;
  GtkTextIter end;

  if (votum_citation_place_is_gap (buffer_of (self)) || !get_selected (self, &start, &end) ||
      votum_passages_at (self->passages, &start, NULL, NULL) == evidence)
    return FALSE;
  votum_passages_add (self->passages, (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end), evidence);
  gtk_text_buffer_move_mark (buffer_of (self), self->from, &end);
  gtk_text_buffer_place_cursor (buffer_of (self), &end);

  return TRUE;
}

/**
 * votum_citation_words_take:
 * @self: a text
 * @evidence: what to take in
 * @words: (nullable): the words of it; else all of it
 *
 * Writes it behind the sentence in which the caret is, or where a phrase left a gap.
 */
void
votum_citation_words_take (VotumCitationWords *self,
                          VotumThing        *evidence,
                          const char        *words)
{
  g_autofree char *sentence = words != NULL ? g_strdup (words)
                                            : votum_case_evidence_sentence (votum_desk_get_case (self->desk), evidence, self->lang);
  GtkTextIter place;

  if (votum_citation_place_is_gap (buffer_of (self)))
    gtk_text_buffer_get_selection_bounds (buffer_of (self), &place, NULL);
  else
    votum_citation_place_next (buffer_of (self), self->form, &place);
  write_evidence (self, &place, sentence, evidence);
}

/**
 * votum_citation_words_leave:
 * @self: a text
 * @evidence: what it rests on
 *
 * Takes it out again. Words that somebody has written stay, and rest on it no more.
 *
 * Returns: whether words have stayed
 */
gboolean
votum_citation_words_leave (VotumCitationWords *self,
                           VotumThing        *evidence)
{
  g_autofree char *sentence = votum_case_evidence_sentence (votum_desk_get_case (self->desk), evidence, self->lang);
  gboolean stayed;

  self->writing = TRUE;
  stayed = votum_passages_leave (self->passages, evidence, sentence);
  self->writing = FALSE;

  return stayed;
}

/**
 * votum_citation_words_write:
 * @self: a text
 * @part: what a phrase says
 * @phrase: the phrase
 *
 * Writes a phrase where it belongs.
 */
void
votum_citation_words_write (VotumCitationWords *self,
                           VotumCitationPart  part,
                           const char        *phrase)
{
  GtkTextIter place;
  guint start;

  votum_citation_place_phrase (buffer_of (self), self->form, part, &place);
  start = votum_citation_place_write (buffer_of (self), &place, phrase, FALSE);
  select_gap (self, start, phrase);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * votum_citation_words_begin:
 * @self: a text
 * @text: what it becomes
 * @passages: (element-type VotumPassage): what that rests on
 */
void
votum_citation_words_begin (VotumCitationWords *self,
                           const char        *text,
                           const GArray      *passages)
{
  self->writing = TRUE;
  gtk_text_buffer_set_text (buffer_of (self), text, -1);
  votum_passages_set (self->passages, passages);
  self->writing = FALSE;
}

/**
 * votum_citation_words_select:
 * @self: a text
 * @from: a place, in characters
 * @to: behind the last
 *
 * Leads to words.
 */
void
votum_citation_words_select (VotumCitationWords *self,
                            guint              from,
                            guint              to)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, (int) from);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, (int) to);
  gtk_text_buffer_select_range (buffer_of (self), &start, &end);
  gtk_text_view_scroll_to_iter (self->text, &start, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
votum_citation_words_show_source (VotumCitationWords *self)
{
  show_source (self);
}

GtkWidget *
votum_citation_words_get_view (VotumCitationWords *self)
{
  return GTK_WIDGET (self->text);
}

VotumPassages *
votum_citation_words_get_passages (VotumCitationWords *self)
{
  return self->passages;
}

/**
 * votum_citation_words_set_context:
 * @self: a text
 * @desk: the desk
 * @lang: the language it is written in
 * @form: one of #VotumCitationForm
 * @usable: whether it can be changed
 */
void
votum_citation_words_set_context (VotumCitationWords *self,
                                 VotumDesk         *desk,
                                 const char        *lang,
                                 int                form,
                                 gboolean           usable)
{
  char *own = g_strdup (lang);

  g_set_object (&self->desk, desk);
  g_free (self->lang);
  self->lang = own;
  self->form = form;
  gtk_text_view_set_editable (self->text, usable);
}

static void
votum_citation_words_dispose (GObject *object)
{
  VotumCitationWords *self = VOTUM_CITATION_WORDS (object);

  if (self->text != NULL && self->desk != NULL)
    votum_passages_clear (self->passages);
  g_clear_object (&self->drop);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->lang, g_free);

  G_OBJECT_CLASS (votum_citation_words_parent_class)->dispose (object);
}

static void
votum_citation_words_finalize (GObject *object)
{
  g_clear_pointer (&VOTUM_CITATION_WORDS (object)->passages, votum_passages_free);

  G_OBJECT_CLASS (votum_citation_words_parent_class)->finalize (object);
}

static void
votum_citation_words_class_init (VotumCitationWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_citation_words_dispose;
  object_class->finalize = votum_citation_words_finalize;
  signals[EDITED] = g_signal_new ("edited", VOTUM_TYPE_CITATION_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", VOTUM_TYPE_CITATION_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WORDS] = g_signal_new ("words", VOTUM_TYPE_CITATION_WORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_POINTER, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-citation-words.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCitationWords, text);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationWords, source_icon);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationWords, source);
  gtk_widget_class_bind_template_child (widget_class, VotumCitationWords, source_go);
  gtk_widget_class_bind_template_callback (widget_class, source_go_cb);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
}

static void
votum_citation_words_init (VotumCitationWords *self)
{
  GtkTextIter start;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_get_start_iter (buffer_of (self), &start);
  self->from = gtk_text_buffer_create_mark (buffer_of (self), NULL, &start, FALSE);
  self->to = gtk_text_buffer_create_mark (buffer_of (self), NULL, &start, TRUE);
  self->passages = votum_passages_new (buffer_of (self));
  self->drop = votum_citation_drop_new (self->text);
  g_signal_connect_object (self->drop, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer_of (self), "insert-text", G_CALLBACK (inserted_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (buffer_of (self), "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer_of (self), "notify::cursor-position", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer_of (self), "notify::has-selection", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
}
