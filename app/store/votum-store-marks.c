#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* A case has a hundred thousand marks where it has a hundred things: what is done for each of them is done by hand here. */

#define MARK_COLUMNS "round, entrant, juror, criterion, value, state, comment, entered_by, sum"

/**
 * votum_row_format_value:
 * @text: (out): the canonical text, as votum_decimal_to_string() writes it
 * @mark: a mark with a value that is normalised
 *
 * Returns: its length
 */
gsize
votum_row_format_value (char             text[VOTUM_ROW_VALUE_SIZE],
                        const VotumMark *mark)
{
  char reversed[VOTUM_ROW_VALUE_SIZE];
  guint64 rest = mark->digits < 0 ? 0 - (guint64) mark->digits : (guint64) mark->digits;
  gsize n = 0, length = 0;

  for (guint i = 0; rest > 0 || i <= mark->scale; i++)
    {
      if (i > 0 && i == mark->scale)
        reversed[n++] = '.';
      reversed[n++] = '0' + (char) (rest % 10);
      rest /= 10;
    }

  if (mark->digits < 0)
    text[length++] = '-';
  while (n > 0)
    text[length++] = reversed[--n];
  text[length] = '\0';

  return length;
}

/* The slow way is the strict one; both take only what is written canonically. */
static gboolean
parse_any_value (const char *text,
                 VotumMark  *mark)
{
  char again[VOTUM_ROW_VALUE_SIZE];
  VotumDecimal value;

  if (!votum_decimal_parse (text, &value, NULL))
    return FALSE;
  mark->digits = value.digits;
  mark->scale = value.scale;
  votum_row_format_value (again, mark);

  return strcmp (again, text) == 0;
}

/**
 * votum_row_parse_value:
 * @text: what should be a canonical decimal
 * @mark: its value is set
 *
 * Returns: whether it is one
 */
gboolean
votum_row_parse_value (const char *text,
                       VotumMark  *mark)
{
  gint64 digits = 0;
  const char *p = text;

  /* most marks are whole numbers of a few digits */
  for (; *p >= '0' && *p <= '9' && p - text < 9; p++)
    digits = digits * 10 + (*p - '0');
  if (*p != '\0' || p == text || (*text == '0' && p - text > 1))
    return parse_any_value (text, mark);

  mark->digits = digits;
  mark->scale = 0;

  return TRUE;
}

static inline guint8 *
put_number (guint8 *to,
            gint64  number)
{
  gint64 value = GINT64_TO_LE (number);

  *to = 'i';
  memcpy (to + 1, &value, sizeof value);

  return to + 1 + sizeof value;
}

/**
 * votum_row_sum_mark:
 * @row: scratch
 * @mark: a mark
 * @sum: (out): the checksum of its row
 *
 * The same bytes are hashed as votum_hash_begin() and its sisters would put together.
 */
void
votum_row_sum_mark (GByteArray      *row,
                    const VotumMark *mark,
                    guint8           sum[VOTUM_SUM_SIZE])
{
  static const guint8 name[] = { 't', 4, 0, 0, 0, 0, 0, 0, 0, 'm', 'a', 'r', 'k' };
  char value[VOTUM_ROW_VALUE_SIZE];
  guint8 numbers[sizeof name + 5 * (1 + sizeof (gint64))];
  guint8 *end = numbers + sizeof name;

  memcpy (numbers, name, sizeof name);
  end = put_number (end, mark->round);
  end = put_number (end, mark->entrant);
  end = put_number (end, mark->juror);
  end = put_number (end, mark->criterion);
  end = put_number (end, mark->state);

  g_byte_array_set_size (row, 0);
  g_byte_array_append (row, numbers, end - numbers);
  if (mark->state == VOTUM_MARK_VALUE)
    {
      gsize length = votum_row_format_value (value, mark);

      votum_hash_bytes (row, value, length);
    }
  else
    votum_hash_null (row);
  votum_hash_text (row, mark->comment);
  votum_hash_text (row, mark->entered_by);
  votum_hash_sum (row, sum);
}

static gboolean
check_text (const char *text,
            gboolean  (*check) (const char *, GError **),
            GError    **error)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return TRUE;

  clean = votum_text_clean (text);
  if (clean == NULL || *clean == '\0' || strcmp (clean, text) != 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A text of a mark is not written as it should be."));
      return FALSE;
    }

  return check (text, error);
}

/**
 * votum_row_check_mark:
 * @mark: a mark
 * @error: return location
 *
 * Returns: whether it can be a row: numbers that things can have, a normalised value, clean texts
 */
gboolean
votum_row_check_mark (const VotumMark *mark,
                      GError         **error)
{
  VotumDecimal value = votum_mark_value (mark);

  if (mark->round < 1 || mark->entrant < 1 || mark->juror < 1 || mark->criterion < 1 || mark->state > VOTUM_MARK_NOT_OBSERVED ||
      mark->scale > VOTUM_DECIMAL_MAX_SCALE || (mark->scale > 0 && votum_decimal_normalize (value).scale != mark->scale))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A mark is not written as it should be."));
      return FALSE;
    }

  return check_text (mark->comment, votum_text_check_prose, error) && check_text (mark->entered_by, votum_text_check_line, error);
}

static gboolean
read_values (sqlite3_stmt *statement,
             VotumMark    *mark)
{
  gint64 numbers[5];
  gboolean ok = TRUE;

  for (int i = 0; i < 4; i++)
    {
      numbers[i] = sqlite3_column_int64 (statement, i);
      ok = ok && numbers[i] > 0 && numbers[i] <= G_MAXINT32;
    }
  numbers[4] = sqlite3_column_int64 (statement, 5);
  if (!ok || numbers[4] < VOTUM_MARK_VALUE || numbers[4] > VOTUM_MARK_NOT_OBSERVED)
    return FALSE;

  *mark = (VotumMark) { .round = numbers[0], .entrant = numbers[1], .juror = numbers[2], .criterion = numbers[3],
                        .state = numbers[4] };
  if (mark->state == VOTUM_MARK_VALUE)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 4);

      ok = text != NULL && (gsize) sqlite3_column_bytes (statement, 4) == strlen (text) && votum_row_parse_value (text, mark);
    }
  else
    ok = sqlite3_column_type (statement, 4) == SQLITE_NULL;

  if (ok && sqlite3_column_type (statement, 6) != SQLITE_NULL)
    mark->comment = votum_column_text (statement, 6, &ok);
  if (ok && sqlite3_column_type (statement, 7) != SQLITE_NULL)
    mark->entered_by = votum_column_text (statement, 7, &ok);

  return ok;
}

/**
 * votum_row_read_mark:
 * @statement: stands on a row of marks
 * @mark: (out): the mark; its strings live as long as the row
 * @row: scratch
 * @sum: (out): the row's checksum
 * @error: return location
 *
 * Returns: whether the row is a mark
 */
gboolean
votum_row_read_mark (sqlite3_stmt *statement,
                     VotumMark    *mark,
                     GByteArray   *row,
                     guint8        sum[VOTUM_SUM_SIZE],
                     GError      **error)
{
  if (!read_values (statement, mark))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("It has values that a mark cannot have."));
      return FALSE;
    }

  votum_row_sum_mark (row, mark, sum);
  if (sqlite3_column_bytes (statement, 8) != VOTUM_SUM_SIZE || memcmp (sqlite3_column_blob (statement, 8), sum, VOTUM_SUM_SIZE) != 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("Its checksum does not fit."));
      return FALSE;
    }

  return (mark->comment == NULL && mark->entered_by == NULL) || votum_row_check_mark (mark, error);
}

/* Marks come in order, so that three of the four numbers mostly are those of the mark before. */
static gboolean
check_references (GHashTable *const *ids,
                  const VotumMark   *mark,
                  const VotumMark   *before)
{
  return (mark->round == before->round || g_hash_table_contains (ids[VOTUM_KIND_ROUND], GINT_TO_POINTER (mark->round))) &&
         (mark->entrant == before->entrant || g_hash_table_contains (ids[VOTUM_KIND_ENTRANT], GINT_TO_POINTER (mark->entrant))) &&
         (mark->juror == before->juror || g_hash_table_contains (ids[VOTUM_KIND_JUROR], GINT_TO_POINTER (mark->juror))) &&
         (mark->criterion == before->criterion || g_hash_table_contains (ids[VOTUM_KIND_CRITERION], GINT_TO_POINTER (mark->criterion)));
}

/**
 * votum_rows_load_marks:
 * @self: a store
 * @marks: takes them
 * @ids: (nullable): by kind, the numbers of the things that there are
 * @state: (nullable): their checksums are added to it
 * @error: return location
 *
 * Returns: whether all of them could be read
 */
gboolean
votum_rows_load_marks (VotumStore        *self,
                       VotumMarks        *marks,
                       GHashTable *const *ids,
                       VotumState        *state,
                       GError           **error)
{
  g_autoptr(VotumStatement) statement = NULL;
  VotumMark before = { 0 };
  int rc;

  statement = votum_store_statement (self, "SELECT " MARK_COLUMNS " FROM mark ORDER BY round, entrant, juror, criterion", error);
  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr(GError) local = NULL;
      guint8 sum[VOTUM_SUM_SIZE];
      VotumMark mark;

      if (!votum_row_read_mark (statement, &mark, self->row, sum, &local))
        return votum_store_damaged (self, error, _("A mark (round %d, entrant %d, juror %d, criterion %d): %s"),
                                    sqlite3_column_int (statement, 0), sqlite3_column_int (statement, 1),
                                    sqlite3_column_int (statement, 2), sqlite3_column_int (statement, 3), local->message);
      if (votum_mark_compare (&before, &mark) >= 0 || (ids != NULL && !check_references (ids, &mark, &before)))
        return votum_store_damaged (self, error, _("A mark (round %d, entrant %d, juror %d, criterion %d) belongs to nothing."),
                                    mark.round, mark.entrant, mark.juror, mark.criterion);
      votum_marks_append (marks, &mark);
      if (state != NULL)
        votum_state_add (state, sum);
      before = mark;
      before.comment = before.entered_by = NULL;
    }

  return rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}
