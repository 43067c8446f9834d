#include "votum-config.h"

#include "votum-passages.h"

#include <string.h>

#include "votum-case-evidence.h"
#include "votum-case-wordings.h"

typedef struct {
  GtkTextMark *start;
  GtkTextMark *end;
  VotumThing  *evidence;
} Passage;

struct _VotumPassages {
  GtkTextBuffer *buffer;
  GtkTextTag    *open;      /* rests on something that may be quoted */
  GtkTextTag    *closed;    /* on something that may not be any more */
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
  /* told by the line and not by the colour alone; both colours are seen on light and on dark */
  self->open = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, "background", "rgba(53,132,228,0.13)", NULL);
  self->closed = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR,
                                             "background", "rgba(229,165,10,0.25)", NULL);
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
  gtk_text_buffer_apply_tag (self->buffer, votum_evidence_is_open (evidence) ? self->open : self->closed, &from, &to);
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
  g_autoptr(GArray) found = votum_passages_found_again (stored, stored_text, shown_text);

  votum_passages_set (self, found);
}

/**
 * votum_passages_set:
 * @self: passages
 * @passages: (element-type VotumPassage): the passages of the text as it stands
 */
void
votum_passages_set (VotumPassages *self,
                    const GArray  *passages)
{
  votum_passages_clear (self);
  for (guint i = 0; i < passages->len; i++)
    {
      const VotumPassage *passage = &g_array_index (passages, VotumPassage, i);

      votum_passages_add (self, passage->start, passage->end, passage->evidence);
    }
}

static void
get_bounds (VotumPassages *self,
            const Passage *passage,
            GtkTextIter   *start,
            GtkTextIter   *end)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, start, passage->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, end, passage->end);
}

/* The white space that parted a sentence from the one before goes with it. */
static void
delete_sentence (VotumPassages *self,
                 GtkTextIter   *start,
                 GtkTextIter   *end)
{
  GtkTextIter before = *start;

  if (gtk_text_iter_backward_char (&before) && gtk_text_iter_get_char (&before) == ' ')
    *start = before;
  gtk_text_buffer_delete (self->buffer, start, end);
}

/**
 * votum_passages_leave:
 * @self: passages
 * @evidence: what is no longer to be rested on
 * @sentence: how it was taken in
 *
 * Forgets what rests on @evidence. Words that stand there just as they were taken in go; what somebody has written stays.
 *
 * Returns: whether words have stayed
 */
gboolean
votum_passages_leave (VotumPassages *self,
                      VotumThing    *evidence,
                      const char    *sentence)
{
  gboolean stayed = FALSE;

  for (guint i = self->passages->len; i-- > 0;)
    {
      Passage passage = g_array_index (self->passages, Passage, i);
      GtkTextIter start;
      GtkTextIter end;
      g_autofree char *words = NULL;

      if (passage.evidence != evidence)
        continue;
      get_bounds (self, &passage, &start, &end);
      words = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
      gtk_text_buffer_remove_tag (self->buffer, self->open, &start, &end);
      gtk_text_buffer_remove_tag (self->buffer, self->closed, &start, &end);
      g_array_remove_index (self->passages, i);
      if (strcmp (words, sentence) == 0)
        delete_sentence (self, &start, &end);
      else if (*words != '\0')
        stayed = TRUE;
      gtk_text_buffer_delete_mark (self->buffer, passage.start);
      gtk_text_buffer_delete_mark (self->buffer, passage.end);
      g_object_unref (passage.evidence);
    }
  votum_passages_mark (self);

  return stayed;
}

/**
 * votum_passages_at:
 * @self: passages
 * @place: a place in the text
 * @start: (out) (optional): where the passage begins
 * @end: (out) (optional): behind it
 *
 * Returns: (transfer none) (nullable): what the words there rest on
 */
VotumThing *
votum_passages_at (VotumPassages     *self,
                   const GtkTextIter *place,
                   GtkTextIter       *start,
                   GtkTextIter       *end)
{
  for (guint i = 0; i < self->passages->len; i++)
    {
      const Passage *passage = &g_array_index (self->passages, Passage, i);
      GtkTextIter from;
      GtkTextIter to;

      get_bounds (self, passage, &from, &to);
      /* behind its last letter the caret still belongs to it */
      if (gtk_text_iter_compare (&from, &to) < 0 && gtk_text_iter_compare (place, &from) >= 0 && gtk_text_iter_compare (place, &to) <= 0)
        {
          if (start != NULL)
            *start = from;
          if (end != NULL)
            *end = to;
          return passage->evidence;
        }
    }

  return NULL;
}

/**
 * votum_passages_mark:
 * @self: passages
 *
 * Marks them in the text by what their evidence may be used for now.
 */
void
votum_passages_mark (VotumPassages *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->open, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->closed, &start, &end);
  for (guint i = 0; i < self->passages->len; i++)
    {
      const Passage *passage = &g_array_index (self->passages, Passage, i);

      get_bounds (self, passage, &start, &end);
      gtk_text_buffer_apply_tag (self->buffer, votum_evidence_is_open (passage->evidence) ? self->open : self->closed, &start, &end);
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
