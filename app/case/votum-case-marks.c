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
  VotumMarks *same;              /* rows that say what the case has already */
  gboolean has_twice;
  VotumMark twice;               /* a mark that is there more than once */
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
  reader->same = votum_marks_new ();

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
  votum_marks_free (reader->same);
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

static const char *
which_is_missing (guint column)
{
  switch (column)
    {
    case COLUMN_ROUND:
      return _("The file does not say which round the mark is for, and there is more than one. Add a column, or name it with --round.");
    case COLUMN_CLASS:
      return _("The file does not say which class the mark is for, and there is more than one. Add a column, or name it with --class.");
    case COLUMN_ENTRANT:
      return _("The file does not say whom the mark is for. Add a column, or name the entrant with --entrant.");
    case COLUMN_JUROR:
      return _("The file does not say whose mark it is. Add a column, or name the juror with --juror.");
    default:
      return _("The file does not say which criterion the mark is for, and there is more than one. Add a column, or name it with --criterion.");
    }
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
        votum_problems_add (problems, row->line, row->column, "%s", which_is_missing (column));
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
  const VotumMark *current;
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
  /* what the row does not speak of stays as it is */
  current = votum_marks_lookup (reader->self->marks, mark.round, mark.entrant, mark.juror, mark.criterion);
  mark.comment = row->comment == NULL && current != NULL ? current->comment : row->comment;
  if (mark.comment != NULL && *mark.comment == '\0')
    mark.comment = NULL;
  mark.entered_by = row->entered_by != NULL ? row->entered_by : defaults->entered_by;
  if (mark.entered_by == NULL && current != NULL)
    mark.entered_by = current->entered_by;

  if (!votum_mark_checker_check (reader->checker, &mark, &error) ||
      (reader->import->document == NULL &&
       !votum_case_may_mark (reader->self, votum_case_lookup (reader->self, mark.juror), votum_case_lookup (reader->self, mark.entrant),
                             votum_case_lookup (reader->self, mark.round), &error)))
    {
      votum_problems_take (problems, row->line, row->column, error);
      return FALSE;
    }
  if (!votum_import_add_mark (reader->self, reader->import, &mark))
    votum_marks_append (reader->same, &mark);

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
  votum_case_forget_reading (self, mark, import->changes);

  return TRUE;
}

/* Marks in order. Where one stands twice, which is found only when all are there, its place is kept in @twice. */
static gboolean
sort_marks (VotumRowReader *reader,
            VotumMark      *twice)
{
  const VotumMark *found = NULL;

  votum_marks_sort (votum_changes_old_marks (reader->import->changes), NULL);
  if (votum_marks_sort (votum_changes_new_marks (reader->import->changes), &found) && votum_marks_sort (reader->same, &found))
    for (guint i = 0; found == NULL && i < votum_marks_size (reader->same); i++)
      {
        const VotumMark *mark = votum_marks_get (reader->same, i);

        found = votum_marks_lookup (votum_changes_new_marks (reader->import->changes), mark->round, mark->entrant, mark->juror,
                                    mark->criterion);
      }
  if (found == NULL)
    return TRUE;
  *twice = *found;

  return FALSE;
}

static void
say_twice (VotumRowReader  *reader,
           const VotumMark *twice,
           guint            line,
           guint            other,
           VotumProblems   *problems)
{
  VotumThing *entrant = votum_case_lookup (reader->self, twice->entrant);
  VotumThing *juror = votum_case_lookup (reader->self, twice->juror);
  VotumThing *criterion = votum_case_lookup (reader->self, twice->criterion);
  const char *names[] = {
    juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : "?",
    entrant != NULL ? votum_case_entrant_name (reader->self, entrant) : "?",
    criterion != NULL ? votum_thing_get_key (criterion) : "?",
  };

  if (line > 0)
    votum_problems_add (problems, line, 0, _("%s has a mark for %s on “%s” in the same round on line %u already. Keep one of them."),
                        names[0], names[1], names[2], other);
  else
    votum_problems_add (problems, 0, 0, _("%s has two marks for %s on “%s” in the same round. Keep one of them."), names[0], names[1], names[2]);
}

/* Looks a file through once more for the lines that give the same mark. */
typedef struct {
  VotumRowReader *reader;
  VotumMark twice;
  guint first;
  VotumProblems *problems;
} Finder;

static gboolean
find_twice (const VotumMarkRow *row,
            VotumProblems      *problems,
            gpointer            data)
{
  Finder *finder = data;
  VotumRowReader *reader = finder->reader;
  const VotumMarkDefaults *defaults = reader->defaults;

  if (row->state == VOTUM_ROW_RECUSED ||
      look_up (reader, COLUMN_ENTRANT, row->entrant != NULL ? row->entrant : defaults->entrant, row, problems) != finder->twice.entrant ||
      look_up (reader, COLUMN_JUROR, row->juror != NULL ? row->juror : defaults->juror, row, problems) != finder->twice.juror ||
      look_up (reader, COLUMN_ROUND, row->round != NULL ? row->round : defaults->round, row, problems) != finder->twice.round ||
      look_up (reader, COLUMN_CRITERION, row->criterion != NULL ? row->criterion : defaults->criterion, row, problems) != finder->twice.criterion)
    return TRUE;

  if (finder->first == 0)
    finder->first = row->line;
  else
    say_twice (reader, &finder->twice, row->line, finder->first, finder->problems);

  return TRUE;
}

static gboolean
has_mark (const VotumMarks     *marks,
          const PendingRecusal *recusal)
{
  for (guint i = 0; i < votum_marks_size (marks); i++)
    if (votum_marks_get (marks, i)->juror == recusal->juror && votum_marks_get (marks, i)->entrant == recusal->entrant)
      return TRUE;

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

      if (has_mark (votum_changes_new_marks (reader->import->changes), recusal) || has_mark (reader->same, recusal))
        {
          votum_problems_add (problems, recusal->line, 0,
                              _("The file says that this juror is recused, and has a mark by the same juror for the same entrant. Keep one of them."));
          return FALSE;
        }
      votum_import_recusal (reader->self, reader->import, recusal->juror, recusal->entrant, recusal->reason);
    }

  if (sort_marks (reader, &reader->twice))
    return TRUE;

  /* a file can be looked through for the lines, see votum_case_plan_marks() */
  if (reader->import->document != NULL)
    say_twice (reader, &reader->twice, 0, 0, problems);
  reader->has_twice = TRUE;

  return FALSE;
}

/* A name on the command line is checked also where every row has one of its own: it may be misspelt. */
static gboolean
check_defaults (VotumCase               *self,
                const VotumMarkDefaults *defaults,
                GError                 **error)
{
  const char *given[N_COLUMNS] = { defaults->round, defaults->class_, defaults->entrant, defaults->juror, defaults->criterion };

  for (guint i = 0; i < N_COLUMNS; i++)
    if (given[i] != NULL && votum_case_find_by_name (self, column_kinds[i], given[i], error) == NULL)
      return FALSE;

  return TRUE;
}

/* Rows of marks, from the file or from memory, as often as they are asked for. */
typedef gboolean (*RowSource) (gpointer source, VotumMarkRowFunc func, gpointer data, VotumProblems *problems, GError **error);

static VotumImport *
plan_source (VotumCase               *self,
             const VotumMarkDefaults *defaults,
             RowSource                each,
             gpointer                 source,
             VotumProblems           *problems,
             GError                 **error)
{
  g_autoptr(VotumImport) import = votum_import_new ();
  g_autoptr(VotumRowReader) reader = votum_row_reader_new (self, import, defaults);

  if (!check_defaults (self, reader->defaults, error))
    return NULL;
  if (!each (source, votum_row_reader_take, reader, problems, error))
    return NULL;

  if (!votum_row_reader_finish (reader, problems) && reader->has_twice)
    {
      Finder finder = { reader, reader->twice, 0, problems };

      each (source, find_twice, &finder, problems, NULL);
      if (votum_problems_count (problems) == 0)
        say_twice (reader, &reader->twice, 0, 0, problems);
    }
  if (votum_problems_count (problems) > 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, votum_problems_get (problems, 0)->code, votum_problems_get (problems, 0)->message);
      return NULL;
    }

  return g_steal_pointer (&import);
}

typedef struct {
  const char *path;
  const VotumWork *work; /* (nullable) */
} RowFile;

static gboolean
each_in_file (gpointer         source,
              VotumMarkRowFunc func,
              gpointer         data,
              VotumProblems   *problems,
              GError         **error)
{
  RowFile *file = source;
  const VotumWork *work = g_steal_pointer (&file->work);

  return votum_marks_csv_read (file->path, func, data, problems, work != NULL ? work->cancellable : NULL,
                               work != NULL ? work->progress : NULL, work != NULL ? work->progress_data : NULL, error);
}

static gboolean
each_in_document (gpointer         source,
                  VotumMarkRowFunc func,
                  gpointer         data,
                  VotumProblems   *problems,
                  GError         **error)
{
  for (guint i = 0; i < votum_document_n_marks (source); i++)
    func (votum_document_mark (source, i), problems, data);

  return TRUE;
}

/**
 * votum_case_plan_rows:
 * @self: a case
 * @document: the rows of a file of marks
 * @defaults: (nullable): what its rows do not say
 * @problems: gets what is wrong, with line and column
 * @error: return location
 *
 * Returns: (transfer full): as votum_case_plan_marks()
 */
VotumImport *
votum_case_plan_rows (VotumCase                *self,
                      VotumDocument            *document,
                      const VotumMarkDefaults  *defaults,
                      VotumProblems            *problems,
                      GError                  **error)
{
  return plan_source (self, defaults, each_in_document, document, problems, error);
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
  RowFile file = { path, work };

  return plan_source (self, defaults, each_in_file, &file, problems, error);
}
