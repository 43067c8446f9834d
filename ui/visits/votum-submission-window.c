#include "votum-config.h"

#include "votum-submission-window.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-case-result.h"
#include "votum-text.h"
#include "votum-wrap.h"

struct _VotumSubmissionWindow {
  AdwWindow        parent_instance;

  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GtkTextView     *text;
  GtkWidget       *ask;

  VotumDesk       *desk;
  VotumThing      *visit;
  GArray          *ends;      /* of int: where each section ends in the text */
  GPtrArray       *sections;  /* of VotumThing */
};

G_DEFINE_FINAL_TYPE (VotumSubmissionWindow, votum_submission_window, ADW_TYPE_WINDOW)

static gint64
criterion_at (VotumSubmissionWindow *self,
              int                    offset)
{
  for (guint i = 0; i < self->ends->len; i++)
    if (offset < g_array_index (self->ends, int, i))
      return votum_thing_get_ref (g_ptr_array_index (self->sections, i), VOTUM_SECTION_CRITERION);

  return 0;
}

static void
ask_cb (VotumSubmissionWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autoptr(VotumThing) question = votum_thing_new (VOTUM_KIND_QUESTION);
  g_autofree char *selected = NULL;
  g_autofree char *passage = NULL;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;
  GtkTextIter start;
  GtkTextIter end;
  GError *error = NULL;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  passage = votum_text_clean (selected);
  if (*passage == '\0')
    return;

  /* TRANSLATORS: a passage of a submission that a visit is to confirm, in marks of quotation */
  text = g_strdup_printf (_("“%s”"), passage);
  votum_thing_set_ref (question, VOTUM_QUESTION_VISIT, votum_thing_get_id (self->visit));
  votum_thing_set_ref (question, VOTUM_QUESTION_CRITERION, criterion_at (self, gtk_text_iter_get_offset (&start)));
  if (votum_thing_set_from_text (question, VOTUM_QUESTION_TEXT, text, &error))
    votum_case_add (votum_desk_get_case (self->desk), question, &error);
  said = g_markup_escape_text (error != NULL ? error->message : _("The question is in the plan of the visit"), -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (said));
  g_clear_error (&error);
  gtk_text_buffer_place_cursor (buffer, &end);
}

static void
ask_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ask_cb (VOTUM_SUBMISSION_WINDOW (widget));
}

static void
selection_cb (VotumSubmissionWindow *self)
{
  gtk_widget_set_sensitive (self->ask, gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->text)));
}

static void
votum_submission_window_dispose (GObject *object)
{
  VotumSubmissionWindow *self = VOTUM_SUBMISSION_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (votum_submission_window_parent_class)->dispose (object);
}

static void
votum_submission_window_finalize (GObject *object)
{
  VotumSubmissionWindow *self = VOTUM_SUBMISSION_WINDOW (object);

  g_array_unref (self->ends);
  g_ptr_array_unref (self->sections);

  G_OBJECT_CLASS (votum_submission_window_parent_class)->finalize (object);
}

static void
votum_submission_window_class_init (VotumSubmissionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_submission_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_submission_window_finalize;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_install_action (widget_class, "submission.ask", NULL, ask_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-submission-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumSubmissionWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VotumSubmissionWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VotumSubmissionWindow, text);
  gtk_widget_class_bind_template_child (widget_class, VotumSubmissionWindow, ask);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
}

static void
votum_submission_window_init (VotumSubmissionWindow *self)
{
  self->ends = g_array_new (FALSE, FALSE, sizeof (int));
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "notify::has-selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (VotumSubmissionWindow *self,
      VotumThing            *entrant)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (votum_desk_get_case (self->desk), VOTUM_KIND_SECTION);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter iter;

  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", 1.15, NULL);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  for (guint i = 0; entrant != NULL && i < all->len; i++)
    {
      VotumThing *section = g_ptr_array_index (all, i);
      int end;

      if (votum_thing_get_ref (section, VOTUM_SECTION_ENTRANT) != votum_thing_get_id (entrant))
        continue;
      if (votum_thing_is_set (section, VOTUM_SECTION_HEADING))
        {
          gtk_text_buffer_insert_with_tags_by_name (buffer, &iter, votum_desk_text (self->desk, section, VOTUM_SECTION_HEADING), -1, "heading",
                                                    NULL);
          gtk_text_buffer_insert (buffer, &iter, "\n", -1);
        }
      gtk_text_buffer_insert (buffer, &iter, votum_desk_text (self->desk, section, VOTUM_SECTION_TEXT), -1);
      gtk_text_buffer_insert (buffer, &iter, "\n\n", -1);
      end = gtk_text_iter_get_offset (&iter);
      g_array_append_val (self->ends, end);
      g_ptr_array_add (self->sections, g_object_ref (section));
    }
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/**
 * votum_submission_window_present:
 * @parent: a widget of the window in front of which it opens
 * @desk: the desk
 * @visit: the visit that gets the questions
 */
void
votum_submission_window_present (GtkWidget  *parent,
                                 VotumDesk  *desk,
                                 VotumThing *visit)
{
  VotumSubmissionWindow *self = g_object_new (VOTUM_TYPE_SUBMISSION_WINDOW, "transient-for", GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
  VotumThing *entrant = votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
  g_autofree char *name = entrant != NULL ? votum_desk_name (desk, entrant) : g_strdup ("");
  /* TRANSLATORS: %s: a finalist */
  g_autofree char *title = g_strdup_printf (_("Submission of %s"), name);

  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  fill (self, entrant);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
