#include "votum-config.h"

#include "votum-case-citation-forms.h"

#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-phrases.h"
#include "votum-words.h"

/* The two forms of a citation: for print the winner is named first, for the stage last. */

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static gboolean
closes (gunichar c)
{
  return c == 0xbb || c == 0xab || c == 0x201d || c == 0x201c || c == 0x2019 || c == '"' || c == ')';
}

/* Whether a new sentence begins at @p: not after "f.eks." or before small letters. */
static gboolean
begins_sentence (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return !g_unichar_islower (g_utf8_get_char (p));
}

/**
 * votum_citation_sentences:
 * @text: a text
 *
 * Returns: (transfer full) (element-type VotumSentence): its sentences, without the white space between them
 */
GArray *
votum_citation_sentences (const char *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (VotumSentence));
  VotumSentence sentence = { 0, 0 };
  gboolean inside = FALSE;
  gboolean marked = FALSE;
  guint place = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), place++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (inside && ((marked && begins_sentence (p)) || c == '\n'))
            {
              g_array_append_val (sentences, sentence);
              inside = FALSE;
            }
          continue;
        }
      if (!inside)
        sentence.start = place;
      inside = TRUE;
      marked = ends_sentence (c) || (marked && closes (c));
      sentence.end = place + 1;
    }
  if (inside)
    g_array_append_val (sentences, sentence);

  return sentences;
}

/**
 * votum_citation_find_name:
 * @text: a text
 * @name: a name
 * @from: where to look from, in characters
 * @start: (out): where it stands, in characters
 * @end: (out): behind it
 *
 * Finds a name as words of their own, in large or small letters, also in the genitive.
 *
 * Returns: whether it is there
 */
gboolean
votum_citation_find_name (const char *text,
                          const char *name,
                          guint       from,
                          guint      *start,
                          guint      *end)
{
  g_autofree char *own = g_regex_escape_string (name, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<![\\p{L}\\p{N}])(?:(?i:%s)|%s['’]?s)(?![\\p{L}\\p{N}])", own, own);
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  int start_byte;
  int end_byte;

  if (*name == '\0' || regex == NULL || from > (guint) g_utf8_strlen (text, -1) ||
      !g_regex_match_full (regex, text, -1, g_utf8_offset_to_pointer (text, from) - text, 0, &match, NULL) ||
      !g_match_info_fetch_pos (match, 0, &start_byte, &end_byte))
    return FALSE;
  *start = (guint) g_utf8_pointer_to_offset (text, text + start_byte);
  *end = (guint) g_utf8_pointer_to_offset (text, text + end_byte);

  return TRUE;
}

/* A text that is put together anew from pieces of another, and where each piece went. */
typedef struct {
  const char *text;
  const char *genitive;   /* what a word gets behind it where it had been a name in the genitive */
  GString    *out;
  guint       length;     /* of @out, in characters */
  GArray     *moves;      /* of Move */
} Turning;

typedef struct {
  guint start, end;       /* in the old text */
  guint to;
} Move;

static void
write_new (Turning    *turning,
           const char *words)
{
  g_string_append (turning->out, words);
  turning->length += (guint) g_utf8_strlen (words, -1);
}

static void
write_old (Turning *turning,
           guint    start,
           guint    end)
{
  Move move = { start, end, turning->length };
  g_autofree char *words = NULL;

  if (start >= end)
    return;
  words = g_utf8_substring (turning->text, start, end);
  g_array_append_val (turning->moves, move);
  write_new (turning, words);
}

/* Where a sentence of the old text names somebody first of all. */
static gboolean
next_name (const char *text,
           GPtrArray  *names,
           guint       from,
           guint       limit,
           guint      *start,
           guint      *end)
{
  gboolean found = FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      guint a;
      guint b;

      if (votum_citation_find_name (text, g_ptr_array_index (names, i), from, &a, &b) && b <= limit && (!found || a < *start))
        {
          *start = a;
          *end = b;
          found = TRUE;
        }
    }

  return found;
}

/* The sentence as it was, with another word for each name. */
static void
write_without_names (Turning             *turning,
                     const VotumSentence *sentence,
                     GPtrArray           *names,
                     const char          *who)
{
  guint place = sentence->start;
  guint start;
  guint end;

  while (next_name (turning->text, names, place, sentence->end, &start, &end))
    {
      g_autofree char *named = g_utf8_substring (turning->text, start, end);
      g_autofree char *capital = start == sentence->start ? votum_words_capitalise (who) : g_strdup (who);
      gboolean genitive = FALSE;

      for (guint i = 0; i < names->len; i++)
        genitive |= g_str_has_prefix (named, g_ptr_array_index (names, i)) && strlen (named) > strlen (g_ptr_array_index (names, i));
      write_old (turning, place, start);
      write_new (turning, capital);
      if (genitive)
        write_new (turning, turning->genitive);
      place = end;
    }
  write_old (turning, place, sentence->end);
}

static guint
moved (const Turning *turning,
       guint          place,
       gboolean       is_end,
       gboolean      *found)
{
  for (guint i = 0; i < turning->moves->len; i++)
    {
      const Move *move = &g_array_index (turning->moves, Move, i);

      if (is_end ? place > move->start && place <= move->end : place >= move->start && place < move->end)
        return move->to + (place - move->start);
    }
  *found = FALSE;

  return 0;
}

static GArray *
move_passages (const Turning *turning,
               const GArray  *passages)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (VotumPassage));

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const VotumPassage *passage = &g_array_index (passages, VotumPassage, i);
      gboolean found = TRUE;
      VotumPassage next = { moved (turning, passage->start, FALSE, &found), moved (turning, passage->end, TRUE, &found),
                            passage->evidence };

      if (found && next.start < next.end)
        g_array_append_val (result, next);
    }

  return result;
}

static gboolean
names_anybody (const char          *text,
               const VotumSentence *sentence,
               GPtrArray           *names)
{
  guint start;
  guint end;

  return next_name (text, names, sentence->start, sentence->end, &start, &end);
}

/* The sentence that says who gets it: with the name and nothing else to tell. It gives way to the award line of the other form. */
static int
find_award_line (const char *text,
                 GArray     *sentences,
                 GPtrArray  *names,
                 const char *line,
                 gboolean    first)
{
  int best = -1;

  for (guint i = 0; i < sentences->len; i++)
    {
      const VotumSentence *sentence = &g_array_index (sentences, VotumSentence, i);
      g_autofree char *words = g_utf8_substring (text, sentence->start, sentence->end);

      if (strcmp (words, line) == 0)
        return (int) i;
    }
  if (sentences->len > 0)
    {
      guint i = first ? 0 : sentences->len - 1;
      const VotumSentence *sentence = &g_array_index (sentences, VotumSentence, i);

      /* a short one at the right end is taken for it: what a citation tells takes more words */
      if (names_anybody (text, sentence, names))
        {
          g_autofree char *words = g_utf8_substring (text, sentence->start, sentence->end);

          if (votum_citation_count_words (words) <= votum_citation_count_words (line) + 3)
            best = (int) i;
        }
    }

  return best;
}

/**
 * votum_case_turn_citation:
 * @self: a case
 * @composed: a text
 * @form: the form it is to have, one of #VotumCitationForm
 * @passages: (out) (transfer full) (element-type VotumPassage): its passages in the new text
 *
 * The same text in the other form: the award line goes to the other end, and for the stage no name is said before it.
 * What rests on evidence goes on resting on it.
 *
 * Returns: (transfer full): the text
 */
char *
votum_case_turn_citation (VotumCase            *self,
                          const VotumComposed  *composed,
                          int                   form,
                          GArray              **passages)
{
  gboolean last = form == VOTUM_CITATION_FORM_NAME_LAST;
  g_autoptr(GPtrArray) names = votum_case_honoured_names (self, composed->standing, composed->about);
  g_autofree char *line = votum_case_award_line (self, composed->standing, composed->about, composed->lang);
  g_autofree char *who = votum_case_honoured_word (self, composed->standing, composed->about, composed->lang);
  g_autoptr(GArray) sentences = votum_citation_sentences (composed->text);
  g_autoptr(GArray) moves = g_array_new (FALSE, FALSE, sizeof (Move));
  int award = find_award_line (composed->text, sentences, names, line, last);
  Turning turning = { composed->text, strcmp (composed->lang, "en") == 0 ? "’s" : "s", g_string_new (NULL), 0, moves };
  guint gap = 0;

  if (!last)
    write_new (&turning, line);
  for (guint i = 0; i < sentences->len; i++)
    {
      const VotumSentence *sentence = &g_array_index (sentences, VotumSentence, i);

      if ((int) i != award)
        {
          /* paragraphs stay paragraphs */
          g_autofree char *between = gap > 0 && gap < sentence->start ? g_utf8_substring (composed->text, gap, sentence->start) : NULL;

          if (turning.length > 0)
            write_new (&turning, between != NULL && strchr (between, '\n') != NULL ? "\n\n" : " ");
          if (last)
            write_without_names (&turning, sentence, names, who);
          else
            write_old (&turning, sentence->start, sentence->end);
        }
      gap = sentence->end;
    }
  if (last)
    {
      write_new (&turning, turning.length > 0 ? " " : "");
      write_new (&turning, line);
    }
  *passages = move_passages (&turning, composed->passages);

  return g_string_free (turning.out, FALSE);
}
