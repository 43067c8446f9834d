#include "votum-config.h"

#include "votum-passages.h"

#include <string.h>

typedef struct {
  GtkTextMark *start;
  GtkTextMark *end;
  VotumThing  *evidence;
} Passage;

struct _VotumPassages {
  GtkTextBuffer *buffer;
  GtkTextTag    *tag;
  GArray        *passages;  /* of Passage */
};

/**
 * votum_passages_new:
 * @buffer: the text
 *
 * Returns: (transfer full): its passages, none yet
 */
VotumPassages *
votum_passages_new (GtkTextBuffer *buffer)
{
  VotumPassages *self = g_new0 (VotumPassages, 1);

  self->buffer = g_object_ref (buffer);
  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  return self;
}

void
votum_passages_free (VotumPassages *self)
{
  votum_passages_clear (self);
  g_array_unref (self->passages);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * votum_passages_clear:
 * @self: passages
 *
 * Forgets them; the words stay.
 */
void
votum_passages_clear (VotumPassages *self)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      Passage *passage = &g_array_index (self->passages, Passage, i);

      gtk_text_buffer_delete_mark (self->buffer, passage->start);
      gtk_text_buffer_delete_mark (self->buffer, passage->end);
      g_object_unref (passage->evidence);
    }
  g_array_set_size (self->passages, 0);
}

/**
 * votum_passages_add:
 * @self: passages
 * @start: the first character
 * @end: behind the last one
 * @evidence: what the words rest on
 */
void
votum_passages_add (VotumPassages *self,
                    guint          start,
                    guint          end,
                    VotumThing    *evidence)
{
  GtkTextIter from;
  GtkTextIter to;
  Passage passage;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  if (gtk_text_iter_compare (&from, &to) >= 0)
    return;

  /* what is typed at either end is not part of the passage */
  passage.start = gtk_text_buffer_create_mark (self->buffer, NULL, &from, FALSE);
  passage.end = gtk_text_buffer_create_mark (self->buffer, NULL, &to, TRUE);
  passage.evidence = g_object_ref (evidence);
  gtk_text_buffer_apply_tag (self->buffer, self->tag, &from, &to);
  g_array_append_val (self->passages, passage);
}

/**
 * votum_passages_show:
 * @self: passages
 * @stored: (element-type VotumPassage): the passages of the stored text
 * @stored_text: the text they are places in
 * @shown_text: the text that is shown, which may be a newer draft of it: then they are found again by their words
 */
void
votum_passages_show (VotumPassages *self,
                     const GArray  *stored,
                     const char    *stored_text,
                     const char    *shown_text)
{
  gboolean same = strcmp (stored_text, shown_text) == 0;
  guint length = g_utf8_strlen (stored_text, -1);

  for (guint i = 0; i < stored->len; i++)
    {
      const VotumPassage *passage = &g_array_index (stored, VotumPassage, i);
      g_autofree char *words = NULL;
      const char *found;
      guint start;

      if (passage->end > length || passage->start >= passage->end)
        continue;
      words = g_utf8_substring (stored_text, passage->start, passage->end);
      found = same ? NULL : strstr (shown_text, words);
      if (!same && found == NULL)
        continue;
      start = same ? passage->start : (guint) g_utf8_pointer_to_offset (shown_text, found);
      votum_passages_add (self, start, start + (passage->end - passage->start), passage->evidence);
    }
}

/**
 * votum_passages_cut:
 * @self: passages
 * @evidence: what is no longer to be rested on
 *
 * Takes the words that rest on it out of the text.
 */
void
votum_passages_cut (VotumPassages *self,
                    VotumThing    *evidence)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      Passage *passage = &g_array_index (self->passages, Passage, i);
      GtkTextIter start;
      GtkTextIter end;

      if (passage->evidence != evidence)
        continue;
      gtk_text_buffer_get_iter_at_mark (self->buffer, &start, passage->start);
      gtk_text_buffer_get_iter_at_mark (self->buffer, &end, passage->end);
      gtk_text_buffer_delete (self->buffer, &start, &end);
    }
}

/**
 * votum_passages_current:
 * @self: passages
 *
 * Returns: (transfer full) (element-type VotumPassage): the passages as they stand in the text now
 */
GArray *
votum_passages_current (VotumPassages *self)
{
  GArray *current = g_array_new (FALSE, FALSE, sizeof (VotumPassage));

  for (guint i = 0; i < self->passages->len; i++)
    {
      Passage *own = &g_array_index (self->passages, Passage, i);
      GtkTextIter start;
      GtkTextIter end;
      VotumPassage passage;

      gtk_text_buffer_get_iter_at_mark (self->buffer, &start, own->start);
      gtk_text_buffer_get_iter_at_mark (self->buffer, &end, own->end);
      passage = (VotumPassage) { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end), own->evidence };
      if (passage.start < passage.end)
        g_array_append_val (current, passage);
    }

  return current;
}

gboolean
votum_passages_rests_on (VotumPassages *self,
                         VotumThing    *evidence)
{
  g_autoptr(GArray) current = votum_passages_current (self);

  for (guint i = 0; i < current->len; i++)
    if (g_array_index (current, VotumPassage, i).evidence == evidence)
      return TRUE;

  return FALSE;
}
