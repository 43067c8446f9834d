#include "votum-config.h"

#include "votum-citation-place.h"

#include <string.h>

#include "votum-case-citation-forms.h"
#include "votum-things.h"

#define ELLIPSIS 0x2026

static GArray *
sentences_of (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

  return votum_citation_sentences (text);
}

/**
 * votum_citation_place_is_gap:
 * @buffer: the text
 *
 * Returns: whether the ellipsis of a phrase is selected: what comes next takes its place
 */
gboolean
votum_citation_place_is_gap (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  return gtk_text_buffer_get_selection_bounds (buffer, &start, &end) && gtk_text_iter_get_char (&start) == ELLIPSIS &&
         gtk_text_iter_get_offset (&end) == gtk_text_iter_get_offset (&start) + 1;
}

/**
 * votum_citation_place_next:
 * @buffer: the text
 * @form: one of #VotumCitationForm
 * @place: (out): where a new sentence goes: behind the one in which the caret is; for the stage before the one with the name
 */
void
votum_citation_place_next (GtkTextBuffer *buffer,
                           int            form,
                           GtkTextIter   *place)
{
  g_autoptr(GArray) sentences = sentences_of (buffer);
  guint n = form == VOTUM_CITATION_FORM_NAME_LAST && sentences->len > 1 ? sentences->len - 1 : sentences->len;
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_end_iter (buffer, place);
  for (guint i = 0; i < n; i++)
    {
      const VotumSentence *sentence = &g_array_index (sentences, VotumSentence, i);

      gtk_text_buffer_get_iter_at_offset (buffer, place, (int) sentence->end);
      if ((guint) gtk_text_iter_get_offset (&caret) <= sentence->end)
        return;
    }
}

/**
 * votum_citation_place_dropped:
 * @buffer: the text
 * @place: (inout): where something is dropped: between words, never inside of one
 */
void
votum_citation_place_dropped (GtkTextBuffer *buffer,
                              GtkTextIter   *place)
{
  GtkTextIter before = *place;

  if (!gtk_text_iter_backward_char (&before) || g_unichar_isspace (gtk_text_iter_get_char (&before)))
    return;
  while (!gtk_text_iter_is_end (place) && !g_unichar_isspace (gtk_text_iter_get_char (place)))
    gtk_text_iter_forward_char (place);
}

/**
 * votum_citation_place_phrase:
 * @buffer: the text
 * @form: one of #VotumCitationForm
 * @part: what the phrase says
 * @place: (out): where it goes
 */
void
votum_citation_place_phrase (GtkTextBuffer     *buffer,
                             int                form,
                             VotumCitationPart  part,
                             GtkTextIter       *place)
{
  gboolean last = form == VOTUM_CITATION_FORM_NAME_LAST;

  if (part == VOTUM_PART_AWARD_LINE && !last)
    gtk_text_buffer_get_start_iter (buffer, place);
  else if (part == VOTUM_PART_AWARD_LINE || (part == VOTUM_PART_CLOSING && !last))
    gtk_text_buffer_get_end_iter (buffer, place);
  else
    votum_citation_place_next (buffer, form, place);
}

static gboolean
needs_space (const GtkTextIter *place,
             gboolean           before)
{
  GtkTextIter other = *place;

  if (before)
    return gtk_text_iter_backward_char (&other) && !g_unichar_isspace (gtk_text_iter_get_char (&other));

  return !gtk_text_iter_is_end (place) && !g_unichar_isspace (gtk_text_iter_get_char (place));
}

/* An ellipsis at @place goes; returns whether there was one. */
static gboolean
take_gap (GtkTextBuffer *buffer,
          GtkTextIter   *place)
{
  GtkTextIter gap = *place;
  GtkTextIter end;

  if (gtk_text_iter_get_char (&gap) != ELLIPSIS && !(gtk_text_iter_backward_char (&gap) && gtk_text_iter_get_char (&gap) == ELLIPSIS))
    return FALSE;
  end = gap;
  gtk_text_iter_forward_char (&end);
  gtk_text_buffer_delete (buffer, &gap, &end);
  *place = gap;

  return TRUE;
}

/* Whether a sentence goes on behind @place. */
static gboolean
goes_on (const GtkTextIter *place)
{
  GtkTextIter next = *place;

  while (gtk_text_iter_get_char (&next) == ' ')
    gtk_text_iter_forward_char (&next);

  return g_unichar_islower (gtk_text_iter_get_char (&next)) || gtk_text_iter_get_char (&next) == ELLIPSIS;
}

/**
 * votum_citation_place_write:
 * @buffer: the text
 * @place: (inout): where; afterwards behind the words
 * @words: what to write
 * @fill: whether an ellipsis at @place, of a phrase that is to be written on, gives way
 *
 * Writes words with white space around them, and puts the caret behind them.
 *
 * Returns: where they begin, in characters
 */
guint
votum_citation_place_write (GtkTextBuffer *buffer,
                            GtkTextIter   *place,
                            const char    *words,
                            gboolean       fill)
{
  g_autofree char *written = g_strdup (words);
  guint start;

  gtk_text_buffer_begin_user_action (buffer);
  if (fill && take_gap (buffer, place) && goes_on (place) && g_str_has_suffix (written, "."))
    written[strlen (written) - 1] = '\0';
  if (needs_space (place, TRUE))
    gtk_text_buffer_insert (buffer, place, " ", -1);
  start = (guint) gtk_text_iter_get_offset (place);
  gtk_text_buffer_insert (buffer, place, written, -1);
  if (needs_space (place, FALSE))
    {
      gtk_text_buffer_insert (buffer, place, " ", -1);
      gtk_text_iter_backward_char (place);
    }
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, place);

  return start;
}
