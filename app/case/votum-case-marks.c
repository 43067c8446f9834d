#include "votum-config.h"

#include "votum-case-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-marks-csv.h"
#include "votum-text.h"

/* Marks from rows of a file: ids and names are looked up once each, whatever the number of rows. */

enum {
  COLUMN_ROUND,
  COLUMN_CLASS,
  COLUMN_ENTRANT,
  COLUMN_JUROR,
  COLUMN_CRITERION,
  N_COLUMNS,
};

static const VotumKind column_kinds[N_COLUMNS] = {
  VOTUM_KIND_ROUND, VOTUM_KIND_CLASS, VOTUM_KIND_ENTRANT, VOTUM_KIND_JUROR, VOTUM_KIND_CRITERION,
};

typedef struct {
  gint64 juror;
  gint64 entrant;
  guint line;
  char *reason;
} PendingRecusal;

struct _VotumRowReader {
  VotumCase *self;
  VotumImport *import;
  const VotumMarkDefaults *defaults;
  GHashTable *known[N_COLUMNS];  /* text of a row -> number; texts belong to the table */
  char *last_text[N_COLUMNS];    /* rows of one juror, entrant, round come together */
  gint64 last_id[N_COLUMNS];
  GArray *recusals;              /* of PendingRecusal */
  VotumMarkChecker *checker;
};

static void
recusal_clear (PendingRecusal *recusal)
{
  g_free (recusal->reason);
}

/**
 * votum_row_reader_new:
 * @self: a case
 * @import: gets the marks
 * @defaults: (nullable): what rows do not say
 *
 * Returns: (transfer full): a reader of rows
 */
VotumRowReader *
votum_row_reader_new (VotumCase               *self,
                      VotumImport             *import,
                      const VotumMarkDefaults *defaults)
{
  static const VotumMarkDefaults none = { NULL };
  VotumRowReader *reader = g_new0 (VotumRowReader, 1);

  reader->self = self;
  reader->import = import;
  reader->defaults = defaults != NULL ? defaults : &none;
  for (guint i = 0; i < N_COLUMNS; i++)
    reader->known[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->recusals = g_array_new (FALSE, FALSE, sizeof (PendingRecusal));
  g_array_set_clear_func (reader->recusals, (GDestroyNotify) recusal_clear);
  reader->checker = votum_mark_checker_new (self, import->changes);

  return reader;
}

void
votum_row_reader_free (VotumRowReader *reader)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_hash_table_unref (reader->known[i]);
      g_free (reader->last_text[i]);
    }
  g_array_unref (reader->recusals);
  votum_mark_checker_free (reader->checker);
  g_free (reader);
}

/* The only thing of its kind that a row without a word can mean. */
static VotumThing *
only_one (VotumRowReader *reader,
          guint           column)
{
  GListModel *things = votum_case_get_things (reader->self, column_kinds[column]);
  VotumThing *only = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

      if (VOTUM_IS_CRITERION (thing) && votum_thing_get_choice (thing, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_JUDGED)
        continue;
      if (only != NULL)
        return NULL;
      only = thing;
    }

  return only;
}

/* A thing planned by the same import, or already in the case. */
static VotumThing *
find_thing (VotumRowReader  *reader,
            guint            column,
            const char      *text,
            GError         **error)
{
  VotumThing *found = NULL;

  if (reader->import->document != NULL)
    found = votum_document_find (reader->import->document, column_kinds[column], text);
  if (found != NULL)
    return found;

  return votum_case_find_by_name (reader->self, column_kinds[column], text, error);
}

static gint64
look_up (VotumRowReader     *reader,
         guint               column,
         const char         *text,
         const VotumMarkRow *row,
         VotumProblems      *problems)
{
  GError *error = NULL;
  VotumThing *thing;
  gpointer known;
  gint64 id = 0;

  if (text == NULL || *text == '\0')
    {
      text = "";
    }
  else if (reader->last_text[column] != NULL && strcmp (reader->last_text[column], text) == 0)
    {
      return reader->last_id[column];
    }

  if (g_hash_table_lookup_extended (reader->known[column], text, NULL, &known))
    {
      id = (gint64) GPOINTER_TO_SIZE (known);
    }
  else
    {
      thing = *text == '\0' ? only_one (reader, column) : find_thing (reader, column, text, &error);
      if (thing != NULL)
        id = votum_thing_get_id (thing);
      else if (error != NULL)
        votum_problems_take (problems, row->line, row->column, error);
      else
        votum_problems_add (problems, row->line, row->column,
                            _("The file does not say which <%s> the mark is for, and the case does not have exactly one. "
                              "Add a column, or name it on the command line."), votum_thing_info (column_kinds[column])->name);
      g_hash_table_insert (reader->known[column], g_strdup (text), GSIZE_TO_POINTER (id));
    }

  g_free (reader->last_text[column]);
  reader->last_text[column] = g_strdup (text);
  reader->last_id[column] = id;

  return id;
}

/**
 * votum_row_reader_take:
 * @row: a row of a file
 * @problems: gets what does not fit the case
 * @data: a #VotumRowReader
 *
 * Returns: whether the row can be taken
 */
gboolean
votum_row_reader_take (const VotumMarkRow *row,
                       VotumProblems      *problems,
                       gpointer            data)
{
  VotumRowReader *reader = data;
  const VotumMarkDefaults *defaults = reader->defaults;
  VotumMark mark = { 0 };
  GError *error = NULL;
  const char *class_name = row->class_ != NULL ? row->class_ : defaults->class_;

  mark.entrant = look_up (reader, COLUMN_ENTRANT, row->entrant != NULL ? row->entrant : defaults->entrant, row, problems);
  mark.juror = look_up (reader, COLUMN_JUROR, row->juror != NULL ? row->juror : defaults->juror, row, problems);
  if (mark.entrant == 0 || mark.juror == 0)
    return FALSE;

  if (class_name != NULL && *class_name != '\0')
    {
      gint64 class = look_up (reader, COLUMN_CLASS, class_name, row, problems);
      VotumThing *entrant = votum_case_lookup (reader->self, mark.entrant);

      if (class == 0)
        return FALSE;
      if (entrant != NULL && votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) != class)
        {
          votum_problems_add (problems, row->line, row->column, _("%s is not in the class “%s”."),
                              votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME), class_name);
          return FALSE;
        }
    }

  if (row->state == VOTUM_ROW_RECUSED)
    {
      PendingRecusal recusal = { mark.juror, mark.entrant, row->line, g_strdup (row->comment) };

      g_array_append_val (reader->recusals, recusal);
      return TRUE;
    }

  mark.round = look_up (reader, COLUMN_ROUND, row->round != NULL ? row->round : defaults->round, row, problems);
  mark.criterion = look_up (reader, COLUMN_CRITERION, row->criterion != NULL ? row->criterion : defaults->criterion, row, problems);
  if (mark.round == 0 || mark.criterion == 0)
    return FALSE;

  mark.state = row->state == VOTUM_ROW_VALUE ? VOTUM_MARK_VALUE : VOTUM_MARK_NOT_OBSERVED;
  if (row->state == VOTUM_ROW_VALUE)
    {
      mark.digits = row->value.digits;
      mark.scale = row->value.scale;
    }
  mark.comment = row->comment != NULL && *row->comment != '\0' ? row->comment : NULL;
  mark.entered_by = row->entered_by != NULL ? row->entered_by : defaults->entered_by;

  if (!votum_mark_checker_check (reader->checker, &mark, &error) ||
      (reader->import->document == NULL &&
       !votum_case_may_mark (votum_case_lookup (reader->self, mark.juror), votum_case_lookup (reader->self, mark.entrant), &error)))
    {
      votum_problems_take (problems, row->line, row->column, error);
      return FALSE;
    }
  votum_import_add_mark (reader->self, reader->import, &mark);

  return TRUE;
}

/**
 * votum_import_add_mark:
 * @self: a case
 * @import: the preview that @mark is to be in
 * @mark: a mark
 *
 * Returns: whether @mark changes anything
 */
gboolean
votum_import_add_mark (VotumCase       *self,
                       VotumImport     *import,
                       const VotumMark *mark)
{
  const VotumMark *current = votum_marks_lookup (self->marks, mark->round, mark->entrant, mark->juror, mark->criterion);

  if (current != NULL && votum_mark_equal (current, mark))
    {
      import->marks.unchanged++;
      return FALSE;
    }

  if (current != NULL)
    {
      votum_marks_append (votum_changes_old_marks (import->changes), current);
      import->marks.changed++;
    }
  else
    {
      import->marks.added++;
    }
  votum_marks_append (votum_changes_new_marks (import->changes), mark);

  return TRUE;
}

static gboolean
has_recusal (VotumCase   *self,
             VotumImport *import,
             gint64       juror,
             gint64       entrant)
{
  GListModel *recusals = votum_case_get_things (self, VOTUM_KIND_RECUSAL);
  VotumThing *who = votum_case_lookup (self, entrant);
  gint64 class = who != NULL ? votum_thing_get_ref (who, VOTUM_ENTRANT_CLASS) : 0;

  for (guint i = 0; i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);

      if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == juror &&
          (votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) == entrant ||
           (class != 0 && votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS) == class)))
        return TRUE;
    }
  for (guint i = 0; i < votum_changes_n_things (import->changes); i++)
    {
      VotumThing *thing = votum_changes_get (import->changes, i)->new_thing;

      if (thing != NULL && VOTUM_IS_RECUSAL (thing) && votum_thing_get_ref (thing, VOTUM_RECUSAL_JUROR) == juror &&
          votum_thing_get_ref (thing, VOTUM_RECUSAL_ENTRANT) == entrant)
        return TRUE;
    }

  return FALSE;
}

/* Two recusals in one file can forbid the same mark. */
static gboolean
is_taken_out (VotumImport     *import,
              const VotumMark *mark)
{
  VotumMarks *old = votum_changes_old_marks (import->changes);

  for (guint i = 0; i < votum_marks_size (old); i++)
    if (votum_mark_compare (votum_marks_get (old, i), mark) == 0)
      return TRUE;

  return FALSE;
}

/**
 * votum_import_take_out_marks:
 * @self: a case
 * @import: the preview that @recusal is in
 * @recusal: a new recusal
 *
 * A recusal that comes late takes the marks with it that it forbids. They stay in the log, and come back with an undo.
 */
void
votum_import_take_out_marks (VotumCase   *self,
                             VotumImport *import,
                             VotumThing  *recusal)
{
  gint64 juror = votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR);
  gint64 entrant = votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT);
  gint64 class = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);

  if (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
    return;

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);
      VotumThing *marked = votum_case_lookup (self, mark->entrant);

      if (mark->juror != juror || (entrant != 0 ? mark->entrant != entrant
                                                : marked == NULL || votum_thing_get_ref (marked, VOTUM_ENTRANT_CLASS) != class))
        continue;
      if (!is_taken_out (import, mark))
        {
          votum_marks_append (votum_changes_old_marks (import->changes), mark);
          import->marks.removed++;
        }
    }
}

/**
 * votum_import_recusal:
 * @self: a case
 * @import: the preview that the recusal is to be in
 * @juror: number of the juror
 * @entrant: number of the entrant
 * @reason: (nullable): the reason, where the file gives one
 *
 * Returns: whether the recusal is new
 */
gboolean
votum_import_recusal (VotumCase   *self,
                      VotumImport *import,
                      gint64       juror,
                      gint64       entrant,
                      const char  *reason)
{
  g_autoptr(VotumThing) recusal = NULL;
  g_autofree char *key = NULL;
  g_autofree char *now = NULL;

  if (has_recusal (self, import, juror, entrant))
    {
      import->counts[VOTUM_KIND_RECUSAL].unchanged++;
      return FALSE;
    }

  recusal = votum_thing_new (VOTUM_KIND_RECUSAL);
  votum_thing_set_id (recusal, votum_case_take_id (self));
  key = g_strdup_printf ("recusal-%" G_GINT64_FORMAT, votum_thing_get_id (recusal));
  now = votum_text_now ();
  votum_thing_set_key (recusal, key);
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, juror);
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_ENTRANT, entrant);
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_REASON,
                             reason != NULL && *reason != '\0' ? reason : _("Recused in the file of marks."), NULL);
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_TIME, now, NULL);
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_DECLARED_BY, self->who, NULL);
  votum_changes_thing (import->changes, NULL, recusal);
  votum_import_note (import, '+', recusal, self);
  votum_import_take_out_marks (self, import, recusal);

  return TRUE;
}

static gboolean
sort_marks (VotumRowReader *reader,
            VotumProblems  *problems)
{
  const VotumMark *twice = NULL;
  VotumThing *entrant;
  VotumThing *juror;

  votum_marks_sort (votum_changes_old_marks (reader->import->changes), NULL);
  if (votum_marks_sort (votum_changes_new_marks (reader->import->changes), &twice))
    return TRUE;

  entrant = votum_case_lookup (reader->self, twice->entrant);
  juror = votum_case_lookup (reader->self, twice->juror);
  votum_problems_add (problems, 0, 0,
                      _("%s has two marks for %s on the same criterion in the same round. Keep one of them."),
                      juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : "?",
                      entrant != NULL ? votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME) : "?");

  return FALSE;
}

/**
 * votum_row_reader_finish:
 * @reader: a reader that has taken all rows
 * @problems: gets what does not fit together
 *
 * Turns recused rows into recusals and puts the marks in order.
 *
 * Returns: whether the rows can be imported
 */
gboolean
votum_row_reader_finish (VotumRowReader *reader,
                         VotumProblems  *problems)
{
  for (guint i = 0; i < reader->recusals->len; i++)
    {
      PendingRecusal *recusal = &g_array_index (reader->recusals, PendingRecusal, i);

      votum_import_recusal (reader->self, reader->import, recusal->juror, recusal->entrant, recusal->reason);
    }

  return sort_marks (reader, problems);
}

/**
 * votum_case_plan_marks:
 * @self: a case
 * @path: a file of marks
 * @defaults: (nullable): what its rows do not say
 * @problems: gets what is wrong, with line and column
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Returns: (transfer full): what importing the marks would do, or %NULL
 */
VotumImport *
votum_case_plan_marks (VotumCase                *self,
                       const char               *path,
                       const VotumMarkDefaults  *defaults,
                       VotumProblems            *problems,
                       const VotumWork          *work,
                       GError                  **error)
{
  g_autoptr(VotumImport) import = votum_import_new ();
  g_autoptr(VotumRowReader) reader = votum_row_reader_new (self, import, defaults);

  if (!votum_marks_csv_read (path, votum_row_reader_take, reader, problems, work != NULL ? work->cancellable : NULL,
                             work != NULL ? work->progress : NULL, work != NULL ? work->progress_data : NULL, error))
    return NULL;

  votum_row_reader_finish (reader, problems);
  if (votum_problems_count (problems) > 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, votum_problems_get (problems, 0)->message);
      return NULL;
    }

  return g_steal_pointer (&import);
}

/**
 * votum_case_set_mark:
 * @self: a case
 * @mark: a mark
 * @error: return location
 *
 * A juror's mark, on disk when this returns.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_set_mark (VotumCase        *self,
                     const VotumMark  *mark,
                     GError          **error)
{
  g_autoptr(VotumImport) import = votum_import_new ();
  VotumThing *entrant = votum_case_lookup (self, mark->entrant);
  VotumThing *juror = votum_case_lookup (self, mark->juror);
  VotumThing *criterion = votum_case_lookup (self, mark->criterion);
  g_autofree char *subject = NULL;

  if (entrant != NULL && juror != NULL && !votum_case_may_mark (juror, entrant, error))
    return FALSE;
  if (!votum_import_add_mark (self, import, mark))
    return TRUE;

  subject = g_strdup_printf ("%s · %s · %s", entrant != NULL ? votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME) : "?",
                             criterion != NULL ? votum_thing_get_key (criterion) : "?",
                             juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : "?");

  return votum_case_apply (self, import->changes, "set-mark", subject, NULL, NULL, error);
}
