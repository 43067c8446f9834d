#include "votum-config.h"

#include "votum-note-edit.h"

#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-focus.h"
#include "votum-note-words.h"
#include "votum-prose.h"

struct _VotumNoteEdit {
  AdwBin       parent_instance;

  GtkWidget   *text;
  GtkWidget   *speaker_box;
  GtkWidget   *speaker;
  GtkDropDown *level;

  VotumDesk   *desk;
  VotumThing  *note;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumNoteEdit, votum_note_edit, ADW_TYPE_BIN)

static void
votum_note_edit_dispose (GObject *object)
{
  VotumNoteEdit *self = VOTUM_NOTE_EDIT (object);

  if (self->desk != NULL)
    {
      votum_binder_unbind (self->text);
      votum_binder_unbind (self->speaker);
    }
  g_clear_object (&self->desk);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (votum_note_edit_parent_class)->dispose (object);
}

static gboolean
votum_note_edit_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VOTUM_NOTE_EDIT (widget)->text);
}

static void
votum_note_edit_class_init (VotumNoteEditClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_note_edit_dispose;
  GTK_WIDGET_CLASS (klass)->focus = votum_focus_child;
  GTK_WIDGET_CLASS (klass)->grab_focus = votum_note_edit_grab_focus;

  signals[DONE] = g_signal_new ("done", VOTUM_TYPE_NOTE_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        VotumNoteEdit         *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (key != GDK_KEY_Escape && !(enter && (state & GDK_SHIFT_MASK) == 0))
    return FALSE;
  if (gtk_widget_has_focus (self->text) && gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self->text), event))
    return TRUE;
  g_signal_emit (self, signals[DONE], 0);

  return TRUE;
}

static void
level_selected_cb (VotumNoteEdit *self)
{
  guint selected = gtk_drop_down_get_selected (self->level);
  const VotumField *field = &votum_thing_info (VOTUM_KIND_NOTE)->fields[VOTUM_NOTE_LEVEL];
  GError *error = NULL;

  votum_case_edit (votum_desk_get_case (self->desk), self->note, VOTUM_NOTE_LEVEL, selected > 0 ? field->choices[selected - 1] : NULL, NULL,
                   &error);
  votum_desk_report (self->desk, error);
}

static void
show_speaker (VotumNoteEdit *self)
{
  gtk_widget_set_visible (self->speaker_box, votum_thing_get_choice (self->note, VOTUM_NOTE_KIND) == VOTUM_NOTE_KIND_QUOTE ||
                                               votum_thing_is_set (self->note, VOTUM_NOTE_SPEAKER));
}

static void
add_speaker (VotumNoteEdit *self,
             GtkWidget     *box)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, C_("speaker", "Not said"));
  for (guint level = 0; level < VOTUM_N_NOTE_LEVELS; level++)
    gtk_string_list_append (words, votum_note_level_word (level));
  self->level = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (words), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What they are in the organisation"), -1);

  self->speaker = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->speaker), _("Who said it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speaker), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who said it"), -1);
  gtk_widget_set_hexpand (self->speaker, TRUE);

  self->speaker_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->speaker_box), self->speaker);
  gtk_box_append (GTK_BOX (self->speaker_box), GTK_WIDGET (self->level));
  gtk_box_append (GTK_BOX (box), self->speaker_box);
}

static void
votum_note_edit_init (VotumNoteEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *prose = votum_prose_new (_("Text of the note"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = votum_prose_get_view (VOTUM_PROSE (prose));
  gtk_box_append (GTK_BOX (box), prose);
  add_speaker (self, box);
  adw_bin_set_child (ADW_BIN (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * votum_note_edit_new:
 * @desk: the desk
 * @note: a note of its case
 *
 * Returns: (transfer floating): its words, to be changed
 */
GtkWidget *
votum_note_edit_new (VotumDesk  *desk,
                     VotumThing *note)
{
  VotumNoteEdit *self = g_object_new (VOTUM_TYPE_NOTE_EDIT, NULL);

  self->desk = g_object_ref (desk);
  self->note = g_object_ref (note);
  gtk_drop_down_set_selected (self->level, votum_thing_is_set (note, VOTUM_NOTE_LEVEL) ? 1 + votum_thing_get_choice (note, VOTUM_NOTE_LEVEL) : 0);
  g_signal_connect_object (self->level, "notify::selected", G_CALLBACK (level_selected_cb), self, G_CONNECT_SWAPPED);
  votum_binder_bind (self->text, desk, note, VOTUM_NOTE_TEXT, NULL);
  votum_binder_bind (self->speaker, desk, note, VOTUM_NOTE_SPEAKER, NULL);
  g_signal_connect_object (note, "notify::kind", G_CALLBACK (show_speaker), self, G_CONNECT_SWAPPED);
  show_speaker (self);

  return GTK_WIDGET (self);
}

/**
 * votum_note_edit_is_kept:
 * @desk: the desk
 * @note: a note of its case
 *
 * Returns: whether somebody was changing its words when the program was ended
 */
gboolean
votum_note_edit_is_kept (VotumDesk  *desk,
                         VotumThing *note)
{
  g_autofree char *place = g_strdup_printf ("note:%" G_GINT64_FORMAT ":text", votum_thing_get_id (note));

  return votum_case_get_draft (votum_desk_get_case (desk), place) != NULL;
}
