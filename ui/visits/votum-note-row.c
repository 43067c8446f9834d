#include "votum-config.h"

#include "votum-note-row.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-long-list.h"
#include "votum-names.h"
#include "votum-note-edit.h"
#include "votum-note-menu.h"
#include "votum-note-words.h"
#include "votum-photo-strip.h"
#include "votum-photos.h"
#include "votum-wrap.h"

struct _VotumNoteRow {
  GtkWidget   parent_instance;

  GtkLabel   *kind;
  GtkLabel   *criterion;
  GtkLabel   *author;
  GtkWidget  *use_icon;
  GtkLabel   *use;
  GtkLabel   *time;
  GtkWidget  *menu;
  GtkLabel   *text;
  GtkWidget  *edit;      /* (nullable): in place of @text */
  GtkWidget  *photos;    /* (nullable): most notes have none */

  VotumDesk  *desk;
  VotumThing *note;      /* (nullable) */
  char       *beside;    /* (nullable): a time whose day goes without saying */
  gulong      notify_id;
  gboolean    has_menu;  /* actions of a menu that was opened here */
};

G_DEFINE_FINAL_TYPE (VotumNoteRow, votum_note_row, GTK_TYPE_WIDGET)

static void
show_kind (VotumNoteRow *self)
{
  guint kind = votum_thing_get_choice (self->note, VOTUM_NOTE_KIND);

  for (guint i = 0; i < VOTUM_N_NOTE_KINDS; i++)
    {
      if (i == kind)
        gtk_widget_add_css_class (GTK_WIDGET (self), votum_note_kind_style (i));
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), votum_note_kind_style (i));
    }
  gtk_label_set_text (self->kind, votum_note_kind_word (kind));
}

/* Whose note it is goes without saying where it is one's own. */
static void
show_author (VotumNoteRow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  VotumThing *author = votum_case_lookup (votum_case, votum_thing_get_ref (self->note, VOTUM_NOTE_AUTHOR));
  gboolean shown = author != NULL && author != votum_case_get_holder (votum_case);
  g_autofree char *name = shown ? votum_desk_name (self->desk, author) : NULL;

  gtk_label_set_text (self->author, shown ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->author), shown);
}

static void
show_text (VotumNoteRow *self)
{
  const char *text = votum_thing_get_text (self->note, VOTUM_NOTE_TEXT);
  g_autofree char *speaker = votum_note_speaker_line (self->note);
  g_autofree char *with_speaker = speaker != NULL ? g_strdup_printf ("%s\n– %s", text, speaker) : NULL;

  gtk_label_set_text (self->text, with_speaker != NULL ? with_speaker : text);
}

static void
refresh (VotumNoteRow *self)
{
  guint use = votum_thing_get_choice (self->note, VOTUM_NOTE_USE);
  g_autofree char *criterion = votum_note_criterion_name (self->desk, votum_thing_get_ref (self->note, VOTUM_NOTE_CRITERION));
  g_autofree char *time = votum_note_time (self->note, self->beside);
  g_autofree char *spoken = votum_note_spoken (self->desk, self->note);

  show_kind (self);
  show_author (self);
  show_text (self);
  gtk_label_set_text (self->criterion, criterion != NULL ? criterion : "");
  gtk_widget_set_visible (GTK_WIDGET (self->criterion), criterion != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->use_icon), votum_note_use_icon (use));
  gtk_label_set_text (self->use, votum_note_use_word (use));
  gtk_label_set_text (self->time, time);
  votum_long_list_name (GTK_WIDGET (self), spoken);
}

static void
show_photos (VotumNoteRow *self)
{
  GPtrArray *attachments = self->note != NULL ? votum_photos_list (votum_photos_of (self->desk), self->note) : NULL;

  if (attachments != NULL && self->photos == NULL)
    {
      self->photos = votum_photo_strip_new (self->desk, FALSE);
      gtk_widget_set_parent (self->photos, GTK_WIDGET (self));
    }
  if (self->photos != NULL)
    votum_photo_strip_set (VOTUM_PHOTO_STRIP (self->photos), attachments);
}

/* ---- changing its words ---- */

static void
end_edit (VotumNoteRow *self)
{
  if (self->edit == NULL)
    return;
  gtk_widget_unparent (g_steal_pointer (&self->edit));
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
}

static void
edit_done_cb (VotumNoteRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item != NULL)
    gtk_widget_grab_focus (item);
  end_edit (self);
}

static void
begin_edit (VotumNoteRow *self)
{
  if (self->edit != NULL)
    return;
  self->edit = votum_note_edit_new (self->desk, self->note);
  g_signal_connect_object (self->edit, "done", G_CALLBACK (edit_done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (self->edit, GTK_WIDGET (self), GTK_WIDGET (self->text));
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
}

static void
edit_cb (GtkWidget *row)
{
  votum_note_row_edit (VOTUM_NOTE_ROW (row));
}

/* ---- the widget ---- */

static void
forget_note (VotumNoteRow *self)
{
  end_edit (self);
  if (self->note != NULL)
    g_clear_signal_handler (&self->notify_id, self->note);
  g_clear_object (&self->note);
  g_clear_pointer (&self->beside, g_free);
  if (self->has_menu)
    gtk_widget_insert_action_group (GTK_WIDGET (self), "note", NULL);
  self->has_menu = FALSE;
}

static void
votum_note_row_dispose (GObject *object)
{
  VotumNoteRow *self = VOTUM_NOTE_ROW (object);
  GtkWidget *child;

  forget_note (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_note_row_parent_class)->dispose (object);
}

static void
votum_note_row_class_init (VotumNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_note_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "note");
}

static GtkLabel *
add_label (GtkWidget  *parent,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, parent);

  return GTK_LABEL (label);
}

static void
menu_cb (VotumNoteRow *self)
{
  votum_note_row_open_menu (self);
}

static GtkWidget *
new_head (VotumNoteRow *self)
{
  GtkWidget *head = votum_wrap_new ();
  GtkWidget *use = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->kind = add_label (head, "heading");
  self->criterion = add_label (head, "pill");
  gtk_widget_set_valign (GTK_WIDGET (self->criterion), GTK_ALIGN_CENTER);
  self->author = add_label (head, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->author), "dim-label");

  self->use_icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (use), self->use_icon);
  self->use = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (use), GTK_WIDGET (self->use));
  gtk_widget_add_css_class (use, "caption");
  gtk_widget_add_css_class (use, "dim-label");
  self->time = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "numeric");

  self->menu = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_add_css_class (self->menu, "small");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  votum_names_set_tooltip (self->menu, _("Change or remove this note (Shift+F10)"));
  /* the keyboard has it on the row itself: a stop at every row would be one too many */
  gtk_widget_set_focusable (self->menu, FALSE);
  g_signal_connect_object (self->menu, "clicked", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (end), use);
  gtk_box_append (GTK_BOX (end), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (end), self->menu);
  gtk_widget_set_hexpand (end, TRUE);
  gtk_widget_set_halign (end, GTK_ALIGN_END);
  gtk_widget_set_parent (end, head);

  return head;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            VotumNoteRow    *self)
{
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    votum_note_row_open_menu (self);
}

static void
votum_note_row_init (VotumNoteRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_parent (new_head (self), GTK_WIDGET (self));

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * votum_note_row_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): a row without a note
 */
GtkWidget *
votum_note_row_new (VotumDesk *desk)
{
  VotumNoteRow *self = g_object_new (VOTUM_TYPE_NOTE_ROW, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_photos_of (desk), "changed", G_CALLBACK (show_photos), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * votum_note_row_set_note:
 * @self: a row
 * @note: (nullable): what it shows from now on
 * @beside: (nullable): a time whose day goes without saying
 */
void
votum_note_row_set_note (VotumNoteRow *self,
                         VotumThing   *note,
                         const char   *beside)
{
  g_return_if_fail (VOTUM_IS_NOTE_ROW (self));

  forget_note (self);
  if (note == NULL)
    {
      show_photos (self);
      return;
    }

  self->note = g_object_ref (note);
  self->beside = g_strdup (beside);
  self->notify_id = g_signal_connect_swapped (note, "notify", G_CALLBACK (refresh), self);
  refresh (self);
  show_photos (self);
  /* the program ended in the middle of a change: it goes on there */
  if (votum_note_edit_is_kept (self->desk, note))
    begin_edit (self);
}

VotumThing *
votum_note_row_get_note (VotumNoteRow *self)
{
  g_return_val_if_fail (VOTUM_IS_NOTE_ROW (self), NULL);

  return self->note;
}

/**
 * votum_note_row_edit:
 * @self: a row with a note
 *
 * Puts the cursor into the note's words, where this copy of the case allows it; else says why not.
 */
void
votum_note_row_edit (VotumNoteRow *self)
{
  GError *error = NULL;

  g_return_if_fail (VOTUM_IS_NOTE_ROW (self));

  if (self->note == NULL)
    return;
  if (!votum_note_may_change (self->desk, self->note, &error))
    {
      votum_desk_toast (self->desk, FALSE, "%s", error->message);
      g_error_free (error);
      return;
    }
  begin_edit (self);
  gtk_widget_grab_focus (self->edit);
}

/**
 * votum_note_row_focus_photos:
 * @self: a row
 *
 * Returns: whether the note has pictures, and one of them has the focus now
 */
gboolean
votum_note_row_focus_photos (VotumNoteRow *self)
{
  g_return_val_if_fail (VOTUM_IS_NOTE_ROW (self), FALSE);

  return self->photos != NULL && gtk_widget_get_visible (self->photos) && gtk_widget_child_focus (self->photos, GTK_DIR_TAB_FORWARD);
}

void
votum_note_row_open_menu (VotumNoteRow *self)
{
  g_return_if_fail (VOTUM_IS_NOTE_ROW (self));

  if (self->note == NULL)
    return;
  self->has_menu = TRUE;
  votum_note_menu_popup (GTK_WIDGET (self), self->menu, self->desk, self->note, edit_cb);
}
