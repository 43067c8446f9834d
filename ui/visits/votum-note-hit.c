#include "votum-config.h"

#include "votum-note-hit.h"

#include <glib/gi18n.h>

#include "votum-long-list.h"
#include "votum-note-words.h"
#include "votum-search-text.h"
#include "votum-wrap.h"

struct _VotumNoteHit {
  GtkWidget   parent_instance;

  GtkLabel   *entrant;
  GtkLabel   *kind;
  GtkLabel   *criterion;
  GtkLabel   *time;
  GtkLabel   *text;

  VotumDesk  *desk;
  VotumThing *note;   /* (nullable) */
  char      **words;  /* (nullable) */
  gulong      notify_id;
};

G_DEFINE_FINAL_TYPE (VotumNoteHit, votum_note_hit, GTK_TYPE_WIDGET)

static void
forget_note (VotumNoteHit *self)
{
  if (self->note != NULL)
    g_clear_signal_handler (&self->notify_id, self->note);
  g_clear_object (&self->note);
  g_clear_pointer (&self->words, g_strfreev);
}

static void
votum_note_hit_dispose (GObject *object)
{
  VotumNoteHit *self = VOTUM_NOTE_HIT (object);
  GtkWidget *child;

  forget_note (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (votum_note_hit_parent_class)->dispose (object);
}

static void
votum_note_hit_class_init (VotumNoteHitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_note_hit_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "note");
}

static GtkLabel *
add_label (GtkWidget  *head,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, head);

  return GTK_LABEL (label);
}

static void
votum_note_hit_init (VotumNoteHit *self)
{
  GtkWidget *head = votum_wrap_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  self->entrant = add_label (head, "heading");
  self->kind = add_label (head, NULL);
  self->criterion = add_label (head, "pill");
  self->time = add_label (head, "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->time), TRUE);
  gtk_label_set_xalign (self->time, 1);
  gtk_widget_set_parent (head, GTK_WIDGET (self));

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
}

GtkWidget *
votum_note_hit_new (VotumDesk *desk)
{
  VotumNoteHit *self = g_object_new (VOTUM_TYPE_NOTE_HIT, NULL);

  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

/* Shows @text with what was looked for marked. */
static void
show_marked (VotumNoteHit *self,
             GtkLabel     *label,
             const char   *text)
{
  g_autoptr(PangoAttrList) marks = votum_search_mark (text, (const char *const *) self->words);

  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, marks);
}

static void
refresh (VotumNoteHit *self)
{
  VotumThing *entrant = votum_case_lookup (votum_desk_get_case (self->desk), votum_thing_get_ref (self->note, VOTUM_NOTE_ENTRANT));
  g_autofree char *name = entrant != NULL ? votum_desk_name (self->desk, entrant) : g_strdup ("");
  g_autofree char *criterion = votum_note_criterion_name (self->desk, votum_thing_get_ref (self->note, VOTUM_NOTE_CRITERION));
  g_autofree char *time = votum_note_time (self->note, NULL);
  g_autofree char *speaker = votum_note_speaker_line (self->note);
  const char *words = votum_thing_get_text (self->note, VOTUM_NOTE_TEXT);
  g_autofree char *text = speaker != NULL ? g_strdup_printf ("%s\n– %s", words, speaker) : g_strdup (words);
  g_autofree char *spoken = votum_note_spoken (self->desk, self->note);
  g_autofree char *spoken_with_name = g_strdup_printf ("%s. %s", name, spoken);
  guint kind = (guint) votum_thing_get_choice (self->note, VOTUM_NOTE_KIND);

  for (guint i = 0; i < VOTUM_N_NOTE_KINDS; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), votum_note_kind_style (i));
  gtk_widget_add_css_class (GTK_WIDGET (self), votum_note_kind_style (kind));
  show_marked (self, self->entrant, name);
  show_marked (self, self->kind, votum_note_kind_word (kind));
  show_marked (self, self->criterion, criterion != NULL ? criterion : "");
  gtk_widget_set_visible (GTK_WIDGET (self->criterion), criterion != NULL);
  show_marked (self, self->text, text);
  gtk_label_set_text (self->time, time);
  votum_long_list_name (GTK_WIDGET (self), spoken_with_name);
}

/**
 * votum_note_hit_set:
 * @self: a hit
 * @note: (nullable): what it shows from now on
 * @words: what was looked for, see votum_search_words()
 */
void
votum_note_hit_set (VotumNoteHit      *self,
                    VotumThing        *note,
                    const char *const *words)
{
  g_return_if_fail (VOTUM_IS_NOTE_HIT (self));

  forget_note (self);
  if (note == NULL)
    return;
  self->note = g_object_ref (note);
  self->words = g_strdupv ((char **) words);
  self->notify_id = g_signal_connect_swapped (note, "notify", G_CALLBACK (refresh), self);
  refresh (self);
}
