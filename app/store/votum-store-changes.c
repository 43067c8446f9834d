#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"

/* What changed, in batches of up to 256 rows of one kind, as they were and as they became. Things are objects:
 *
 *   [{"id":5,"key":"nordlys","name":"Nordlys Kraft","position":3}]
 *
 * with the fields that are set, in the order of the model: numbers as such, all else as canonical text. Marks are arrays
 * of round, entrant, juror, criterion, value (null: not observed) and, where there are any, comment and who entered it:
 *
 *   [[1,5,7,9,"14"],[1,5,7,10,null,"not seen",null]]
 *
 * A batch of things has the same things in the same order on both sides, or nothing on one side. */

#define MARK "mark"

/* ---- writing ---- */

static void
append_thing (GString    *json,
              VotumThing *thing)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  g_string_append_printf (json, "{\"id\":%" G_GINT64_FORMAT ",\"key\":", votum_thing_get_id (thing));
  votum_json_append_string (json, votum_thing_get_key (thing));
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = votum_thing_field_to_text (thing, i);
      VotumFieldType type = info->fields[i].type;

      if (text == NULL)
        continue;
      g_string_append_printf (json, ",\"%s\":", info->fields[i].name);
      if (type == VOTUM_FIELD_INTEGER || type == VOTUM_FIELD_BOOLEAN || type == VOTUM_FIELD_REF)
        g_string_append (json, text);
      else
        votum_json_append_string (json, text);
    }
  g_string_append_c (json, '}');
}

static void
append_number (GString *json,
               gint64   number)
{
  char reversed[24];
  guint n = 0;

  do
    reversed[n++] = '0' + (char) (number % 10);
  while ((number /= 10) > 0);
  while (n > 0)
    g_string_append_c (json, reversed[--n]);
}

static void
append_optional (GString    *json,
                 const char *text)
{
  g_string_append_c (json, ',');
  if (text != NULL)
    votum_json_append_string (json, text);
  else
    g_string_append (json, "null");
}

static void
append_mark (GString         *json,
             const VotumMark *mark)
{
  char value[VOTUM_ROW_VALUE_SIZE];

  g_string_append_c (json, '[');
  append_number (json, mark->round);
  g_string_append_c (json, ',');
  append_number (json, mark->entrant);
  g_string_append_c (json, ',');
  append_number (json, mark->juror);
  g_string_append_c (json, ',');
  append_number (json, mark->criterion);
  if (mark->state == VOTUM_MARK_VALUE)
    {
      gsize length = votum_row_format_value (value, mark);

      g_string_append_len (json, ",\"", 2);
      g_string_append_len (json, value, length);
      g_string_append_c (json, '"');
    }
  else
    g_string_append (json, ",null");
  if (mark->comment != NULL || mark->entered_by != NULL)
    {
      append_optional (json, mark->comment);
      append_optional (json, mark->entered_by);
    }
  g_string_append_c (json, ']');
}

/* One side of a batch that is being put together. */
static void
begin_row (GString *json)
{
  g_string_append_c (json, json->len == 0 ? '[' : ',');
}

static gboolean
flush (const char    *kind,
       GString       *old_rows,
       GString       *new_rows,
       guint         *n_rows,
       VotumBatchFunc func,
       gpointer       data,
       GError       **error)
{
  gboolean done;

  if (*n_rows == 0)
    return TRUE;

  if (old_rows->len > 0)
    g_string_append_c (old_rows, ']');
  if (new_rows->len > 0)
    g_string_append_c (new_rows, ']');
  done = func (kind, old_rows->len > 0 ? old_rows->str : NULL, new_rows->len > 0 ? new_rows->str : NULL, *n_rows, data, error);
  g_string_truncate (old_rows, 0);
  g_string_truncate (new_rows, 0);
  *n_rows = 0;

  return done;
}

static VotumThing *
either (const VotumThingChange *change)
{
  return change->old_thing != NULL ? change->old_thing : change->new_thing;
}

static gboolean
goes_together (const VotumThingChange *a,
               const VotumThingChange *b)
{
  return votum_thing_get_kind (either (a)) == votum_thing_get_kind (either (b)) &&
         (a->old_thing == NULL) == (b->old_thing == NULL) && (a->new_thing == NULL) == (b->new_thing == NULL);
}

static gboolean
write_things (VotumChanges  *changes,
              GString       *old_rows,
              GString       *new_rows,
              VotumBatchFunc func,
              gpointer       data,
              GError       **error)
{
  const VotumThingChange *before = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      /* long texts fill a batch before many rows do */
      if (before != NULL && (!goes_together (before, change) || n_rows == VOTUM_STORE_BATCH || old_rows->len + new_rows->len > 1 << 20) &&
          !flush (votum_thing_get_info (either (before))->name, old_rows, new_rows, &n_rows, func, data, error))
        return FALSE;
      if (change->old_thing != NULL)
        {
          begin_row (old_rows);
          append_thing (old_rows, change->old_thing);
        }
      if (change->new_thing != NULL)
        {
          begin_row (new_rows);
          append_thing (new_rows, change->new_thing);
        }
      n_rows++;
      before = change;
    }

  return before == NULL || flush (votum_thing_get_info (either (before))->name, old_rows, new_rows, &n_rows, func, data, error);
}

static gboolean
write_marks (VotumChanges  *changes,
             GString       *old_rows,
             GString       *new_rows,
             VotumBatchFunc func,
             gpointer       data,
             GError       **error)
{
  VotumMarks *olds = votum_changes_old_marks (changes);
  VotumMarks *news = votum_changes_new_marks (changes);
  guint o = 0, n = 0, n_rows = 0;

  while (o < votum_marks_size (olds) || n < votum_marks_size (news))
    {
      const VotumMark *old_mark = o < votum_marks_size (olds) ? votum_marks_get (olds, o) : NULL;
      const VotumMark *new_mark = n < votum_marks_size (news) ? votum_marks_get (news, n) : NULL;
      int order = old_mark == NULL ? 1 : new_mark == NULL ? -1 : votum_mark_compare (old_mark, new_mark);

      if (order <= 0)
        {
          begin_row (old_rows);
          append_mark (old_rows, old_mark);
          o++;
        }
      if (order >= 0)
        {
          begin_row (new_rows);
          append_mark (new_rows, new_mark);
          n++;
        }
      n_rows++;
      if ((n_rows == VOTUM_STORE_BATCH || old_rows->len + new_rows->len > 1 << 20) &&
          !flush (MARK, old_rows, new_rows, &n_rows, func, data, error))
        return FALSE;
    }

  return flush (MARK, old_rows, new_rows, &n_rows, func, data, error);
}

/**
 * votum_batches_write:
 * @changes: changes, marks sorted
 * @func: called for each batch
 * @data: for @func
 * @error: return location
 *
 * Returns: whether @func took all of them
 */
gboolean
votum_batches_write (VotumChanges  *changes,
                     VotumBatchFunc func,
                     gpointer       data,
                     GError       **error)
{
  g_autoptr(GString) old_rows = g_string_new (NULL);
  g_autoptr(GString) new_rows = g_string_new (NULL);

  return write_things (changes, old_rows, new_rows, func, data, error) &&
         write_marks (changes, old_rows, new_rows, func, data, error);
}

/* ---- reading: exactly what is written above, with nothing between, whatever a file holds ---- */

typedef struct {
  const char *p;
  GString *text; /* the string read last */
} Scan;

static gboolean
scan_token (Scan       *scan,
            const char *token)
{
  gsize length = strlen (token);

  if (strncmp (scan->p, token, length) != 0)
    return FALSE;
  scan->p += length;

  return TRUE;
}

static gboolean
scan_number (Scan   *scan,
             gint64 *number)
{
  const char *start = scan->p;

  *number = 0;
  for (; *scan->p >= '0' && *scan->p <= '9'; scan->p++)
    {
      if (scan->p - start >= 18)
        return FALSE;
      *number = *number * 10 + (*scan->p - '0');
    }

  return scan->p > start;
}

static gboolean
scan_escape (Scan *scan)
{
  guint code = 0;

  switch (*scan->p++)
    {
    case '"':
      g_string_append_c (scan->text, '"');
      return TRUE;
    case '\\':
      g_string_append_c (scan->text, '\\');
      return TRUE;
    case 'n':
      g_string_append_c (scan->text, '\n');
      return TRUE;
    case 't':
      g_string_append_c (scan->text, '\t');
      return TRUE;
    case 'u':
      for (guint i = 0; i < 4; i++)
        {
          int digit = g_ascii_xdigit_value (scan->p[i]);

          if (digit < 0)
            return FALSE;
          code = code * 16 + digit;
        }
      scan->p += 4;
      if (code == 0 || code >= 0x20)
        return FALSE;
      g_string_append_c (scan->text, (char) code);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
scan_string (Scan *scan)
{
  g_string_truncate (scan->text, 0);
  if (*scan->p != '"')
    return FALSE;

  scan->p++;
  while (*scan->p != '"')
    {
      const char *start = scan->p;

      while (*scan->p != '"' && *scan->p != '\\' && *scan->p != '\0')
        scan->p++;
      g_string_append_len (scan->text, start, scan->p - start);
      if (*scan->p == '\0')
        return FALSE;
      if (*scan->p == '\\')
        {
          scan->p++;
          if (!scan_escape (scan))
            return FALSE;
        }
    }
  scan->p++;

  return TRUE;
}

static gboolean
scan_field (Scan       *scan,
            VotumThing *thing,
            guint       field,
            GError    **error)
{
  VotumFieldType type = votum_thing_get_info (thing)->fields[field].type;
  gint64 number;

  if (type == VOTUM_FIELD_INTEGER || type == VOTUM_FIELD_BOOLEAN || type == VOTUM_FIELD_REF)
    {
      if (!scan_number (scan, &number) || number > (type == VOTUM_FIELD_BOOLEAN ? 1 : G_MAXINT32) ||
          (type == VOTUM_FIELD_REF && number == 0))
        return FALSE;
      votum_thing_set_number (thing, field, number);
      return TRUE;
    }

  return scan_string (scan) && scan->text->len > 0 && scan->text->len <= VOTUM_STORE_MAX_TEXTS &&
         votum_thing_set_from_text (thing, field, scan->text->str, error);
}

static VotumThing *
scan_thing (Scan     *scan,
            VotumKind kind,
            GError  **error)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  g_autoptr(VotumThing) thing = votum_thing_new (kind);
  gint64 id;

  if (!scan_token (scan, "{\"id\":") || !scan_number (scan, &id) || id < 1 || id > G_MAXINT32 || !scan_token (scan, ",\"key\":") ||
      !scan_string (scan))
    return NULL;
  votum_thing_set_id (thing, id);
  votum_thing_set_key (thing, scan->text->str);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *name = g_strdup_printf (",\"%s\":", info->fields[i].name);

      if (!scan_token (scan, name))
        {
          if (!votum_thing_set_from_text (thing, i, NULL, error))
            return NULL;
        }
      else if (!scan_field (scan, thing, i, error))
        return NULL;
    }

  if (!scan_token (scan, "}") || !votum_row_check_thing (thing, error))
    return NULL;

  return g_steal_pointer (&thing);
}

static GPtrArray *
scan_things (Scan       *scan,
             const char *rows,
             VotumKind   kind,
             GError    **error)
{
  g_autoptr(GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);

  scan->p = rows;
  if (!scan_token (scan, "["))
    return NULL;
  do
    {
      VotumThing *thing = scan_thing (scan, kind, error);

      if (thing == NULL)
        return NULL;
      g_ptr_array_add (things, thing);
    }
  while (scan_token (scan, ","));

  return scan_token (scan, "]") && *scan->p == '\0' ? g_steal_pointer (&things) : NULL;
}

static gboolean
read_things (Scan         *scan,
             VotumKind     kind,
             const char   *old_rows,
             const char   *new_rows,
             VotumChanges *changes,
             GError      **error)
{
  g_autoptr(GPtrArray) olds = NULL;
  g_autoptr(GPtrArray) news = NULL;

  if ((old_rows != NULL && (olds = scan_things (scan, old_rows, kind, error)) == NULL) ||
      (new_rows != NULL && (news = scan_things (scan, new_rows, kind, error)) == NULL) ||
      (olds != NULL && news != NULL && olds->len != news->len))
    return FALSE;

  for (guint i = 0; i < (olds != NULL ? olds->len : news->len); i++)
    {
      VotumThing *old_thing = olds != NULL ? olds->pdata[i] : NULL;
      VotumThing *new_thing = news != NULL ? news->pdata[i] : NULL;

      if (old_thing != NULL && new_thing != NULL && votum_thing_get_id (old_thing) != votum_thing_get_id (new_thing))
        return FALSE;
      votum_changes_thing (changes, old_thing, new_thing);
    }

  return TRUE;
}

static gboolean
scan_optional (Scan        *scan,
               GString     *keep,
               const char **text)
{
  *text = NULL;
  if (!scan_token (scan, ","))
    return FALSE;
  if (scan_token (scan, "null"))
    return TRUE;
  if (!scan_string (scan))
    return FALSE;
  g_string_assign (keep, scan->text->str);
  *text = keep->str;

  return TRUE;
}

static gboolean
scan_mark (Scan      *scan,
           GString   *keep,
           VotumMark *mark,
           GError   **error)
{
  gint64 numbers[4];

  for (guint i = 0; i < 4; i++)
    if (!scan_token (scan, i == 0 ? "[" : ",") || !scan_number (scan, &numbers[i]) || numbers[i] > G_MAXINT32)
      return FALSE;
  *mark = (VotumMark) { .round = numbers[0], .entrant = numbers[1], .juror = numbers[2], .criterion = numbers[3] };

  if (!scan_token (scan, ","))
    return FALSE;
  if (scan_token (scan, "null"))
    mark->state = VOTUM_MARK_NOT_OBSERVED;
  else if (!scan_string (scan) || !votum_row_parse_value (scan->text->str, mark))
    return FALSE;

  if (!scan_token (scan, "]"))
    {
      if (!scan_optional (scan, keep, &mark->comment) || !scan_token (scan, ","))
        return FALSE;
      /* the second text stays in the scanner until the mark has been copied */
      if (!scan_token (scan, "null"))
        {
          if (!scan_string (scan))
            return FALSE;
          mark->entered_by = scan->text->str;
        }
      if (!scan_token (scan, "]"))
        return FALSE;
    }

  return votum_row_check_mark (mark, error);
}

static gboolean
read_marks (Scan       *scan,
            const char *rows,
            VotumMarks *marks,
            GError    **error)
{
  g_autoptr(GString) keep = g_string_new (NULL);

  if (rows == NULL)
    return TRUE;

  scan->p = rows;
  if (!scan_token (scan, "["))
    return FALSE;
  do
    {
      VotumMark mark;

      if (!scan_mark (scan, keep, &mark, error))
        return FALSE;
      votum_marks_append (marks, &mark);
    }
  while (scan_token (scan, ","));

  return scan_token (scan, "]") && *scan->p == '\0';
}

/**
 * votum_batch_read:
 * @kind: the kind of thing, or "mark"
 * @old_rows: (nullable): the rows as they were
 * @new_rows: (nullable): the rows as they became
 * @changes: takes them; its marks have to be sorted after the last batch
 * @error: return location
 *
 * Returns: whether the batch can be read: what is in it is checked like a row
 */
gboolean
votum_batch_read (const char   *kind,
                  const char   *old_rows,
                  const char   *new_rows,
                  VotumChanges *changes,
                  GError      **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) local = NULL;
  Scan scan = { NULL, text };
  VotumKind thing_kind;
  gboolean done = FALSE;

  if (strcmp (kind, MARK) == 0)
    done = read_marks (&scan, old_rows, votum_changes_old_marks (changes), &local) &&
           read_marks (&scan, new_rows, votum_changes_new_marks (changes), &local);
  else if (votum_kind_from_name (kind, &thing_kind) && (old_rows != NULL || new_rows != NULL))
    done = read_things (&scan, thing_kind, old_rows, new_rows, changes, &local);

  if (!done)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("A change in the log is not stored as it should be. %s"),
                 local != NULL ? local->message : "");

  return done;
}
