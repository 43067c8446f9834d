#include "votum-config.h"

#include "votum-feedback-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-binder.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-prose.h"
#include "votum-text.h"
#include "votum-things.h"

enum { WORDS, STRENGTHS, OPPORTUNITIES, N_TEXTS };

static const guint fields[N_TEXTS] = { VOTUM_FEEDBACK_TEXT, VOTUM_FEEDBACK_STRENGTHS, VOTUM_FEEDBACK_OPPORTUNITIES };

struct _VotumFeedbackEditor {
  AdwBin      parent_instance;

  VotumProse *words;
  VotumProse *strengths;
  VotumProse *opportunities;

  VotumDesk  *desk;       /* (nullable) */
  VotumThing *entrant;    /* (nullable) */
  char       *lang;
  char       *places[N_TEXTS];
  gboolean    showing;    /* by us, not by somebody */
};

G_DEFINE_FINAL_TYPE (VotumFeedbackEditor, votum_feedback_editor, ADW_TYPE_BIN)

static guint edited_signal;

static GtkWidget *
view_of (VotumFeedbackEditor *self,
         guint                text)
{
  VotumProse *proses[N_TEXTS] = { self->words, self->strengths, self->opportunities };

  return votum_prose_get_view (proses[text]);
}

static VotumThing *
stored (VotumFeedbackEditor *self)
{
  return votum_case_find_feedback (votum_desk_get_case (self->desk), self->entrant, self->lang);
}

/* The thing as it becomes with one text; a feedback of no words at all is none. */
static gboolean
store (VotumFeedbackEditor *self,
       guint                text,
       const char          *words,
       GError             **error)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *feedback = stored (self);
  g_autoptr(VotumThing) next = feedback != NULL ? votum_thing_copy (feedback) : votum_thing_new (VOTUM_KIND_FEEDBACK);
  g_autofree char *now = votum_text_now ();
  gboolean any = FALSE;

  if (feedback == NULL)
    {
      votum_thing_set_ref (next, VOTUM_FEEDBACK_ENTRANT, votum_thing_get_id (self->entrant));
      votum_thing_set_from_text (next, VOTUM_FEEDBACK_LANGUAGE, self->lang, NULL);
    }
  if (!votum_thing_set_from_text (next, fields[text], words, error))
    return FALSE;
  for (guint i = 0; i < N_TEXTS; i++)
    any |= votum_thing_is_set (next, fields[i]);
  if (feedback != NULL ? votum_thing_equal (feedback, next) : !any)
    return votum_case_keep_draft (votum_case, self->places[text], NULL, error);

  votum_thing_set_from_text (next, VOTUM_FEEDBACK_TIME, now, NULL);
  if (feedback == NULL)
    return votum_case_add_finishing (votum_case, next, self->places[text], error);
  if (!any)
    return votum_case_remove (votum_case, feedback, error) && votum_case_keep_draft (votum_case, self->places[text], NULL, error);

  return votum_case_replace_finishing (votum_case, feedback, next, self->places[text], error);
}

/* What was typed becomes part of the case: when the text is left, and before anything else is done. */
static void
finish_text (VotumFeedbackEditor *self,
             guint                text)
{
  GtkWidget *view = view_of (self, text);
  g_autofree char *words = NULL;
  GError *error = NULL;

  if (self->desk == NULL || self->entrant == NULL || !votum_binder_is_dirty (view))
    return;
  words = g_strstrip (votum_binder_text (view));
  store (self, text, words, &error);
  if (votum_desk_report (self->desk, error))
    votum_binder_settle (view);
}

static void
finish (VotumFeedbackEditor *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    finish_text (self, i);
}

static void
edited_cb (VotumFeedbackEditor *self)
{
  if (!self->showing)
    g_signal_emit (self, edited_signal, 0);
}

static void
unbind (VotumFeedbackEditor *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      votum_binder_unbind (view_of (self, i));
      g_clear_pointer (&self->places[i], g_free);
    }
}

static void
fill (VotumFeedbackEditor *self)
{
  VotumThing *feedback = stored (self);
  gboolean editable = votum_case_may_change (votum_desk_get_case (self->desk), VOTUM_KIND_FEEDBACK, feedback, NULL);
  static const char *const names[N_TEXTS] = { "text", "strengths", "opportunities" };

  self->showing = TRUE;
  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text = feedback != NULL ? votum_thing_get_text (feedback, fields[i]) : NULL;

      g_free (self->places[i]);
      self->places[i] = g_strdup_printf ("feedback:%" G_GINT64_FORMAT ":%s:%s", votum_thing_get_id (self->entrant), self->lang, names[i]);
      votum_binder_begin (view_of (self, i), self->desk, self->places[i], text != NULL ? text : "");
      gtk_text_view_set_editable (GTK_TEXT_VIEW (view_of (self, i)), editable);
    }
  self->showing = FALSE;
}

/**
 * votum_feedback_editor_show:
 * @self: an editor
 * @desk: the desk
 * @entrant: (nullable): to whom the jury writes
 * @lang: the language
 *
 * What was being written to somebody else becomes part of the case first.
 */
void
votum_feedback_editor_show (VotumFeedbackEditor *self,
                            VotumDesk           *desk,
                            VotumThing          *entrant,
                            const char          *lang)
{
  if (self->entrant == entrant && g_strcmp0 (self->lang, lang) == 0)
    return;

  finish (self);
  unbind (self);
  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      g_signal_connect_object (desk, "flush", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->entrant, entrant);
  g_free (self->lang);
  self->lang = g_strdup (lang);
  gtk_widget_set_sensitive (GTK_WIDGET (self), entrant != NULL);
  if (entrant != NULL)
    fill (self);
}

/**
 * votum_feedback_editor_refresh:
 * @self: an editor
 *
 * Shows what is stored, where nobody is writing.
 */
void
votum_feedback_editor_refresh (VotumFeedbackEditor *self)
{
  VotumThing *feedback;

  if (self->desk == NULL || self->entrant == NULL)
    return;
  feedback = stored (self);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      const char *text = feedback != NULL ? votum_thing_get_text (feedback, fields[i]) : NULL;
      g_autofree char *shown = votum_binder_text (view_of (self, i));

      if (votum_binder_is_dirty (view_of (self, i)) || g_strcmp0 (g_strstrip (shown), text != NULL ? text : "") == 0)
        continue;
      self->showing = TRUE;
      votum_binder_begin (view_of (self, i), self->desk, self->places[i], text != NULL ? text : "");
      self->showing = FALSE;
    }
}

/**
 * votum_feedback_editor_get:
 * @self: an editor
 * @words: (out) (transfer full): what the jury writes, as it stands there
 * @strengths: (out) (transfer full): one a line
 * @opportunities: (out) (transfer full): one a line
 */
void
votum_feedback_editor_get (VotumFeedbackEditor *self,
                           char               **words,
                           char               **strengths,
                           char               **opportunities)
{
  *words = votum_binder_text (view_of (self, WORDS));
  *strengths = votum_binder_text (view_of (self, STRENGTHS));
  *opportunities = votum_binder_text (view_of (self, OPPORTUNITIES));
}

static void
votum_feedback_editor_dispose (GObject *object)
{
  VotumFeedbackEditor *self = VOTUM_FEEDBACK_EDITOR (object);

  if (self->desk != NULL && self->words != NULL)
    {
      finish (self);
      unbind (self);
    }
  g_clear_object (&self->desk);
  g_clear_object (&self->entrant);
  g_clear_pointer (&self->lang, g_free);
  self->words = NULL;

  G_OBJECT_CLASS (votum_feedback_editor_parent_class)->dispose (object);
}

static void
votum_feedback_editor_class_init (VotumFeedbackEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_feedback_editor_dispose;
  edited_signal = g_signal_new ("edited", VOTUM_TYPE_FEEDBACK_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VOTUM_TYPE_PROSE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-feedback-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumFeedbackEditor, words);
  gtk_widget_class_bind_template_child (widget_class, VotumFeedbackEditor, strengths);
  gtk_widget_class_bind_template_child (widget_class, VotumFeedbackEditor, opportunities);
}

static void
votum_feedback_editor_init (VotumFeedbackEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_TEXTS; i++)
    {
      GtkTextView *view = GTK_TEXT_VIEW (view_of (self, i));
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "leave", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (view), focus);
    }
}
