#include "votum-config.h"

#include "votum-case-citation-compare.h"

#include <string.h>

/* Two versions of a text, word by word: the longest row of words they share stays, the rest went or came. */

#define MOST_PAIRS (4 * 1000 * 1000) /* of words; what is longer than any citation is not compared inside */

/* A word with the white space behind it. */
typedef struct {
  const char *start;
  gsize       word;   /* bytes without the white space */
  gsize       all;
} Token;

void
votum_words_run_free (VotumWordsRun *self)
{
  g_free (self->text);
  g_free (self);
}

static GArray *
tokens_of (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *p = text;

  while (*p != '\0')
    {
      Token token = { p, 0, 0 };

      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      token.word = p - token.start;
      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      token.all = p - token.start;
      g_array_append_val (tokens, token);
    }

  return tokens;
}

#define TOKEN(tokens, i) (&g_array_index (tokens, Token, i))

static gboolean
same_word (const Token *a,
           const Token *b)
{
  return a->word == b->word && memcmp (a->start, b->start, a->word) == 0;
}

static void
add (GPtrArray       *runs,
     VotumWordsChange change,
     const Token     *token)
{
  VotumWordsRun *last = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;
  g_autofree char *piece = g_strndup (token->start, token->all);

  if (last != NULL && last->change == change)
    {
      char *joined = g_strconcat (last->text, piece, NULL);

      g_free (last->text);
      last->text = joined;
      return;
    }
  last = g_new (VotumWordsRun, 1);
  *last = (VotumWordsRun) { change, g_steal_pointer (&piece) };
  g_ptr_array_add (runs, last);
}

/* How long the longest common row of words is from each pair of places on, to the ends of the stretches. */
static guint16 *
common_lengths (GArray *before,
                GArray *after,
                guint   first,
                guint   n,
                guint   m)
{
  guint16 *lengths = g_new0 (guint16, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint k = m; k-- > 0;)
      {
        guint16 down = lengths[(gsize) (i + 1) * (m + 1) + k];
        guint16 right = lengths[(gsize) i * (m + 1) + k + 1];

        lengths[(gsize) i * (m + 1) + k] = same_word (TOKEN (before, first + i), TOKEN (after, first + k))
                                             ? lengths[(gsize) (i + 1) * (m + 1) + k + 1] + 1 : MAX (down, right);
      }

  return lengths;
}

static void
compare_middle (GPtrArray *runs,
                GArray    *before,
                GArray    *after,
                guint      first,
                guint      n,
                guint      m)
{
  gboolean too_long = (guint64) n * m > MOST_PAIRS || MIN (n, m) > G_MAXUINT16;
  g_autofree guint16 *lengths = too_long ? NULL : common_lengths (before, after, first, n, m);
  guint i = 0;
  guint k = 0;

  while (i < n || k < m)
    {
      const Token *old = i < n ? TOKEN (before, first + i) : NULL;
      const Token *new = k < m ? TOKEN (after, first + k) : NULL;

      if (lengths != NULL && old != NULL && new != NULL && same_word (old, new))
        {
          add (runs, VOTUM_WORDS_SAME, new);
          i++;
          k++;
        }
      /* what went stands before what came in its place */
      else if (old != NULL && (new == NULL || lengths == NULL ||
                               lengths[(gsize) (i + 1) * (m + 1) + k] >= lengths[(gsize) i * (m + 1) + k + 1]))
        {
          add (runs, VOTUM_WORDS_REMOVED, old);
          i++;
        }
      else
        {
          add (runs, VOTUM_WORDS_ADDED, new);
          k++;
        }
    }
}

/**
 * votum_citation_compare:
 * @before: a text
 * @after: a later version of it
 *
 * What was removed stands before what was added in its place. What is the same and what was added make up @after, to the
 * letter.
 *
 * Returns: (transfer full) (element-type VotumWordsRun): the two versions as one row of words
 */
GPtrArray *
votum_citation_compare (const char *before,
                        const char *after)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_words_run_free);
  g_autoptr(GArray) old = tokens_of (before);
  g_autoptr(GArray) new = tokens_of (after);
  guint first = 0;
  guint last = 0;

  while (first < old->len && first < new->len && same_word (TOKEN (old, first), TOKEN (new, first)))
    add (runs, VOTUM_WORDS_SAME, TOKEN (new, first++));
  while (last < old->len - first && last < new->len - first &&
         same_word (TOKEN (old, old->len - 1 - last), TOKEN (new, new->len - 1 - last)))
    last++;
  compare_middle (runs, old, new, first, old->len - first - last, new->len - first - last);
  for (guint i = new->len - last; i < new->len; i++)
    add (runs, VOTUM_WORDS_SAME, TOKEN (new, i));

  return runs;
}
