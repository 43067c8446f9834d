#include "votum-config.h"

#include "votum-marks.h"

#include <string.h>

struct _VotumMarks {
  GArray *marks;         /* of VotumMark, sorted unless being appended to */
  GStringChunk **strings; /* may be shared, see votum_marks_merge() */
};

static void
strings_clear (GStringChunk **strings)
{
  g_string_chunk_free (*strings);
}

static void
strings_unref (GStringChunk **strings)
{
  g_atomic_rc_box_release_full (strings, (GDestroyNotify) strings_clear);
}

/**
 * votum_marks_new:
 *
 * Returns: (transfer full): an empty collection
 */
VotumMarks *
votum_marks_new (void)
{
  VotumMarks *self = g_new0 (VotumMarks, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (VotumMark));
  self->strings = g_atomic_rc_box_new (GStringChunk *);
  *self->strings = g_string_chunk_new (1024);

  return self;
}

void
votum_marks_free (VotumMarks *self)
{
  g_array_unref (self->marks);
  strings_unref (self->strings);
  g_free (self);
}

guint
votum_marks_size (const VotumMarks *self)
{
  return self->marks->len;
}

const VotumMark *
votum_marks_get (const VotumMarks *self,
                 guint             i)
{
  g_return_val_if_fail (i < self->marks->len, NULL);

  return &g_array_index (self->marks, VotumMark, i);
}

/**
 * votum_mark_compare:
 * @a: a mark
 * @b: a mark
 *
 * Returns: the order of the two by round, entrant, juror, criterion; 0 where they are the same juror's of the same
 */
int
votum_mark_compare (const VotumMark *a,
                    const VotumMark *b)
{
  if (a->round != b->round)
    return a->round < b->round ? -1 : 1;
  if (a->entrant != b->entrant)
    return a->entrant < b->entrant ? -1 : 1;
  if (a->juror != b->juror)
    return a->juror < b->juror ? -1 : 1;
  if (a->criterion != b->criterion)
    return a->criterion < b->criterion ? -1 : 1;

  return 0;
}

/**
 * votum_mark_equal:
 * @a: a mark
 * @b: a mark
 *
 * Returns: whether value, comment and who entered it are the same
 */
gboolean
votum_mark_equal (const VotumMark *a,
                  const VotumMark *b)
{
  if (a->state != b->state || g_strcmp0 (a->comment, b->comment) != 0 || g_strcmp0 (a->entered_by, b->entered_by) != 0)
    return FALSE;

  return a->state != VOTUM_MARK_VALUE || votum_decimal_compare (votum_mark_value (a), votum_mark_value (b)) == 0;
}

/**
 * votum_mark_value:
 * @mark: a mark with a value
 *
 * Returns: the value
 */
VotumDecimal
votum_mark_value (const VotumMark *mark)
{
  return (VotumDecimal) { mark->digits, mark->scale };
}

/* The first place whose mark is not before @key. */
static guint
lower_bound (const VotumMarks *self,
             const VotumMark  *key)
{
  guint low = 0, high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (votum_mark_compare (&g_array_index (self->marks, VotumMark, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static VotumMark
own_mark (VotumMarks      *self,
          const VotumMark *mark)
{
  VotumMark own = *mark;

  if (mark->comment != NULL)
    own.comment = g_string_chunk_insert (*self->strings, mark->comment);
  if (mark->entered_by != NULL)
    own.entered_by = g_string_chunk_insert_const (*self->strings, mark->entered_by);

  return own;
}

/**
 * votum_marks_lookup:
 * @self: marks
 * @round: number of the round
 * @entrant: number of the entrant
 * @juror: number of the juror
 * @criterion: number of the criterion
 *
 * Returns: (transfer none) (nullable): the mark, until @self changes
 */
const VotumMark *
votum_marks_lookup (const VotumMarks *self,
                    gint64            round,
                    gint64            entrant,
                    gint64            juror,
                    gint64            criterion)
{
  VotumMark key = { .round = round, .entrant = entrant, .juror = juror, .criterion = criterion };
  guint i = lower_bound (self, &key);

  if (i >= self->marks->len || votum_mark_compare (votum_marks_get (self, i), &key) != 0)
    return NULL;

  return votum_marks_get (self, i);
}

/**
 * votum_marks_range:
 * @self: marks
 * @round: number of a round
 * @entrant: number of an entrant, or 0 for all
 * @juror: number of a juror, or 0 for all; 0 where @entrant is
 * @n_marks: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n_marks): the marks that lie together there, until @self changes
 */
const VotumMark *
votum_marks_range (const VotumMarks *self,
                   gint64            round,
                   gint64            entrant,
                   gint64            juror,
                   guint            *n_marks)
{
  VotumMark first = { .round = round, .entrant = entrant, .juror = juror };
  VotumMark last = { .round = round, .entrant = entrant != 0 ? entrant : G_MAXINT32, .juror = juror != 0 ? juror : G_MAXINT32,
                     .criterion = G_MAXINT32 };
  guint begin = lower_bound (self, &first);

  *n_marks = lower_bound (self, &last) - begin;

  return *n_marks > 0 ? &g_array_index (self->marks, VotumMark, begin) : NULL;
}

/**
 * votum_marks_set:
 * @self: marks
 * @mark: a mark; its strings are copied
 *
 * Puts @mark in, in place of the one that may be there.
 */
void
votum_marks_set (VotumMarks      *self,
                 const VotumMark *mark)
{
  guint i = lower_bound (self, mark);
  VotumMark own = own_mark (self, mark);

  if (i < self->marks->len && votum_mark_compare (votum_marks_get (self, i), mark) == 0)
    g_array_index (self->marks, VotumMark, i) = own;
  else
    g_array_insert_val (self->marks, i, own);
}

/**
 * votum_marks_remove:
 * @self: marks
 * @mark: whose place to empty
 *
 * Returns: whether there was a mark
 */
gboolean
votum_marks_remove (VotumMarks      *self,
                    const VotumMark *mark)
{
  guint i = lower_bound (self, mark);

  if (i >= self->marks->len || votum_mark_compare (votum_marks_get (self, i), mark) != 0)
    return FALSE;
  g_array_remove_index (self->marks, i);

  return TRUE;
}

/**
 * votum_marks_append:
 * @self: marks
 * @mark: a mark; its strings are copied
 *
 * Puts @mark at the end whatever the order. After the last one call votum_marks_sort().
 */
void
votum_marks_append (VotumMarks      *self,
                    const VotumMark *mark)
{
  VotumMark own = own_mark (self, mark);

  g_array_append_val (self->marks, own);
}

/**
 * votum_marks_sort:
 * @self: marks
 * @twice: (out) (optional): a mark that is there twice
 *
 * Returns: whether there is at most one mark for each place
 */
gboolean
votum_marks_sort (VotumMarks       *self,
                  const VotumMark **twice)
{
  gboolean sorted = TRUE;

  for (guint i = 1; i < self->marks->len && sorted; i++)
    sorted = votum_mark_compare (votum_marks_get (self, i - 1), votum_marks_get (self, i)) < 0;
  if (sorted)
    return TRUE;

  g_array_sort (self->marks, (GCompareFunc) votum_mark_compare);
  for (guint i = 1; i < self->marks->len; i++)
    {
      if (votum_mark_compare (votum_marks_get (self, i - 1), votum_marks_get (self, i)) == 0)
        {
          if (twice != NULL)
            *twice = votum_marks_get (self, i);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * votum_marks_merge:
 * @self: marks
 * @removed: marks whose places are emptied
 * @written: marks that are put in
 *
 * Applies a change of many marks in one pass. A place in both is overwritten. Into an empty collection @written is
 * not copied, and must not change afterwards: the first marks of a large jury are there once.
 */
void
votum_marks_merge (VotumMarks       *self,
                   const VotumMarks *removed,
                   VotumMarks       *written)
{
  GArray *old = self->marks;
  GArray *merged;
  guint r = 0, w = 0;

  if (old->len == 0)
    {
      strings_unref (self->strings);
      self->strings = g_atomic_rc_box_acquire (written->strings);
      self->marks = g_array_ref (written->marks);
      g_array_unref (old);
      return;
    }

  if (votum_marks_size (removed) + votum_marks_size (written) < 16)
    {
      for (guint i = 0; i < votum_marks_size (removed); i++)
        votum_marks_remove (self, votum_marks_get (removed, i));
      for (guint i = 0; i < votum_marks_size (written); i++)
        votum_marks_set (self, votum_marks_get (written, i));
      return;
    }

  merged = g_array_sized_new (FALSE, FALSE, sizeof (VotumMark), old->len + votum_marks_size (written));
  for (guint i = 0; i <= old->len; i++)
    {
      const VotumMark *mark = i < old->len ? &g_array_index (old, VotumMark, i) : NULL;

      while (w < votum_marks_size (written) && (mark == NULL || votum_mark_compare (votum_marks_get (written, w), mark) < 0))
        {
          VotumMark own = own_mark (self, votum_marks_get (written, w++));

          g_array_append_val (merged, own);
        }
      if (mark == NULL)
        break;
      while (r < votum_marks_size (removed) && votum_mark_compare (votum_marks_get (removed, r), mark) < 0)
        r++;
      if (w < votum_marks_size (written) && votum_mark_compare (votum_marks_get (written, w), mark) == 0)
        continue;
      if (r < votum_marks_size (removed) && votum_mark_compare (votum_marks_get (removed, r), mark) == 0)
        continue;
      g_array_append_vals (merged, mark, 1);
    }

  g_array_unref (old);
  self->marks = merged;
}
