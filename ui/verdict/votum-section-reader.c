#include "votum-config.h"

#include "votum-section-reader.h"

#include <glib/gi18n.h>

#include "votum-case-citation-forms.h"
#include "votum-evidence-words.h"

struct _VotumSectionReader {
  AdwBin       parent_instance;

  GtkLabel    *heading;
  GtkLabel    *hint;
  GtkTextView *text;
  GtkWidget   *take;

  VotumDesk   *desk;
  VotumThing  *section;  /* (nullable) */
};

enum {
  TAKEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumSectionReader, votum_section_reader, ADW_TYPE_BIN)

/* The sentence in which the caret is. */
static char *
sentence_at_caret (VotumSectionReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter caret;
  g_autofree char *text = NULL;
  g_autoptr(GArray) sentences = NULL;
  guint place;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  place = (guint) gtk_text_iter_get_offset (&caret);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  sentences = votum_citation_sentences (text);
  for (guint i = 0; i < sentences->len; i++)
    {
      const VotumSentence *sentence = &g_array_index (sentences, VotumSentence, i);

      if (place <= sentence->end)
        return g_utf8_substring (text, sentence->start, sentence->end);
    }

  return NULL;
}

/**
 * votum_section_reader_get_chosen:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the words that are selected
 */
char *
votum_section_reader_get_chosen (VotumSectionReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

static void
take_cb (VotumSectionReader *self)
{
  g_autofree char *chosen = votum_section_reader_get_chosen (self);
  g_autofree char *words = chosen != NULL && *chosen != '\0' ? g_steal_pointer (&chosen) : sentence_at_caret (self);

  if (words != NULL && *words != '\0' && gtk_widget_get_sensitive (self->take))
    g_signal_emit (self, signals[TAKEN], 0, self->section, words);
}

static void
close_cb (VotumSectionReader *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
go_cb (VotumSectionReader *self)
{
  if (self->section != NULL)
    votum_evidence_go (self->desk, self->section);
}

static gboolean
key_cb (VotumSectionReader *self,
        guint               keyval)
{
  if (keyval == GDK_KEY_Escape)
    close_cb (self);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    take_cb (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
selection_cb (VotumSectionReader *self)
{
  gboolean chosen = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->text));

  gtk_label_set_text (self->hint, chosen ? _("Enter takes in the words that are selected; they can be dragged too.")
                                         : _("Select the words, or press Enter in a sentence to take it in."));
}

/**
 * votum_section_reader_show:
 * @self: a reader
 * @desk: the desk
 * @section: a section of a submission
 * @usable: whether words can be taken in
 */
void
votum_section_reader_show (VotumSectionReader *self,
                           VotumDesk          *desk,
                           VotumThing         *section,
                           gboolean            usable)
{
  const char *text = votum_thing_get_text (section, VOTUM_SECTION_TEXT);
  g_autofree char *title = votum_evidence_title (desk, section);
  GtkTextIter start;

  g_set_object (&self->desk, desk);
  g_set_object (&self->section, section);
  gtk_label_set_text (self->heading, title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text != NULL ? text : "", -1);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (self->text), &start);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->text), &start);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_sensitive (self->take, usable);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

VotumThing *
votum_section_reader_get_section (VotumSectionReader *self)
{
  return self->section;
}

static void
votum_section_reader_dispose (GObject *object)
{
  VotumSectionReader *self = VOTUM_SECTION_READER (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->section);

  G_OBJECT_CLASS (votum_section_reader_parent_class)->dispose (object);
}

static void
votum_section_reader_class_init (VotumSectionReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_section_reader_dispose;
  signals[TAKEN] = g_signal_new ("taken", VOTUM_TYPE_SECTION_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 VOTUM_TYPE_THING, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", VOTUM_TYPE_SECTION_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-section-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumSectionReader, heading);
  gtk_widget_class_bind_template_child (widget_class, VotumSectionReader, hint);
  gtk_widget_class_bind_template_child (widget_class, VotumSectionReader, text);
  gtk_widget_class_bind_template_child (widget_class, VotumSectionReader, take);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
votum_section_reader_init (VotumSectionReader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "notify::has-selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}
