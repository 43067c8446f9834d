#include "votum-config.h"

#include "votum-marks-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-csv-reader.h"
#include "votum-first-problem.h"
#include "votum-text.h"

#define MAX_SIZE (64 * 1024 * 1024)

enum {
  COLUMN_ROUND,
  COLUMN_CLASS,
  COLUMN_ENTRANT,
  COLUMN_JUROR,
  COLUMN_CRITERION,
  COLUMN_ENTERED_BY,
  N_NAMES,                /* columns that hold names or ids */
  COLUMN_COMMENT = N_NAMES,
  COLUMN_MARK,
  N_COLUMNS,
};

/* What the columns are called, folded; the first is what we call them. */
static const char *const column_names[N_COLUMNS][12] = {
  [COLUMN_ROUND] = { "round", "runde", "omgång", "omgang" },
  [COLUMN_CLASS] = { "class", "klasse", "klass", "category", "kategori" },
  [COLUMN_ENTRANT] = { "entrant", "finalist", "deltaker", "deltakar", "deltager", "deltagare", "kandidat", "candidate", "participant" },
  [COLUMN_JUROR] = { "juror", "jurymedlem", "juryledamot", "ledamot", "dommer", "domare", "judge" },
  [COLUMN_CRITERION] = { "criterion", "kriterium" },
  [COLUMN_ENTERED_BY] = { "entered by", "entered-by", "ført av", "införd av", "indført af" },
  [COLUMN_COMMENT] = { "comment", "kommentar", "merknad" },
  [COLUMN_MARK] = { "mark", "score", "points", "poeng", "poäng", "point", "karakter", "betyg" },
};

static const struct {
  const char *word;
  VotumRowState state;
} words[] = {
  { "recused", VOTUM_ROW_RECUSED },
  { "inhabil", VOTUM_ROW_RECUSED },
  { "ugild", VOTUM_ROW_RECUSED },
  { "jäv", VOTUM_ROW_RECUSED },
  { "jävig", VOTUM_ROW_RECUSED },
  { "not observed", VOTUM_ROW_NOT_OBSERVED },
  { "not-observed", VOTUM_ROW_NOT_OBSERVED },
  { "ikke observert", VOTUM_ROW_NOT_OBSERVED },
  { "ikkje observert", VOTUM_ROW_NOT_OBSERVED },
  { "ikke observeret", VOTUM_ROW_NOT_OBSERVED },
  { "inte iakttaget", VOTUM_ROW_NOT_OBSERVED },
  { "ej iakttaget", VOTUM_ROW_NOT_OBSERVED },
  { "ej observerad", VOTUM_ROW_NOT_OBSERVED },
  { "inte observerad", VOTUM_ROW_NOT_OBSERVED },
};

/* A name repeats from row to row: it is cleaned and checked when it changes. */
typedef struct {
  int cell;         /* -1: the file has no such column */
  GString *raw;
  char *clean;      /* (nullable): NULL where it is empty */
} Column;

typedef struct {
  VotumMarkRowFunc func;
  gpointer user_data;
  VotumProblems *problems;
  gboolean has_header;
  guint n_cells;                      /* of the header, up to the last that has a name */
  guint n_header;                     /* of the header with those that have none */
  guint n_marks;
  Column columns[N_COLUMNS];
} Marks;

/* ---- the header --------------------------------------------------------------------------------------------- */

static char *
fold_cell (const VotumCsvCell *cell)
{
  g_autofree char *clean = votum_text_clean (cell->text);

  return votum_text_fold (clean != NULL ? clean : "");
}

static int
find_column (const char *folded)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    for (guint j = 0; column_names[i][j] != NULL; j++)
      if (strcmp (column_names[i][j], folded) == 0)
        return i;

  return -1;
}

static gboolean
names_columns (const VotumCsvCell *cells,
               guint               n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *folded = fold_cell (&cells[i]);

      if (find_column (folded) >= 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_header (Marks              *self,
             VotumCsvReader     *reader,
             const VotumCsvCell *cells,
             guint               n_cells)
{
  gboolean good = TRUE;

  self->has_header = TRUE;
  self->n_header = n_cells;
  if (!names_columns (cells, n_cells))
    {
      votum_csv_reader_problem (reader, cells[0].line, cells[0].column,
                                _("The first line does not name the columns. Write a line above the marks: round, class, entrant, juror, criterion, mark, comment."));
      return FALSE;
    }

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *folded = fold_cell (&cells[i]);
      g_autofree char *shown = votum_text_quote (cells[i].text);
      int column = find_column (folded);

      if (*folded == '\0')
        continue;   /* its cells must be empty too */
      self->n_cells = i + 1;
      if (column >= 0 && self->columns[column].cell < 0)
        {
          self->columns[column].cell = i;
          continue;
        }
      good = FALSE;
      if (column >= 0)
        votum_csv_reader_problem (reader, cells[i].line, cells[i].column, _("The column “%s” is there twice. Take one out."), shown);
      else
        votum_csv_reader_problem (reader, cells[i].line, cells[i].column,
                                  _("“%s” is not a column of marks. Use round, class, entrant, juror, criterion, mark, comment, "
                                    "or take the column out."), shown);
    }

  if (good && self->columns[COLUMN_MARK].cell < 0)
    {
      good = FALSE;
      votum_csv_reader_problem (reader, cells[0].line, cells[0].column,
                                _("The first line has to name the columns, and one of them has to be “mark”."));
    }

  return good;
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

/* Most cells are plain ASCII: they need only be trimmed. */
static char *
clean_text (const char *text)
{
  gsize length;

  for (gsize i = 0; text[i] != '\0'; i++)
    if ((guchar) text[i] >= 0x80 || text[i] == '\r')
      return votum_text_clean (text);

  while (g_ascii_isspace (*text))
    text++;
  length = strlen (text);
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  return g_strndup (text, length);
}

static gboolean
take_name (Column             *column,
           VotumCsvReader     *reader,
           const VotumCsvCell *cell)
{
  GError *error = NULL;

  if (column->raw->len == cell->length && memcmp (column->raw->str, cell->text, cell->length) == 0)
    return TRUE;

  g_string_truncate (column->raw, 0);
  g_clear_pointer (&column->clean, g_free);
  column->clean = clean_text (cell->text);
  if (!votum_text_check_line (column->clean, &error))
    {
      g_clear_pointer (&column->clean, g_free);
      votum_csv_reader_take_problem (reader, cell->line, cell->column, error);
      return FALSE;
    }
  if (*column->clean == '\0')
    g_clear_pointer (&column->clean, g_free);
  g_string_append_len (column->raw, cell->text, cell->length);

  return TRUE;
}

static gboolean
take_word (VotumMarkRow       *row,
           VotumCsvReader     *reader,
           const VotumCsvCell *cell)
{
  g_autofree char *folded = fold_cell (cell);
  g_autofree char *shown = votum_text_quote (cell->text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (words[i].word, folded) == 0)
        {
          row->state = words[i].state;
          return TRUE;
        }
    }
  votum_csv_reader_problem (reader, cell->line, cell->column,
                            _("“%s” is not a mark. Write a number, “not observed” or “recused”, or leave the cell empty where there is no mark yet."), shown);

  return FALSE;
}

static gboolean
take_mark (VotumMarkRow       *row,
           VotumCsvReader     *reader,
           const VotumCsvCell *cell)
{
  gboolean comma = cell->quoted || votum_csv_reader_get_separator (reader) != ',';
  const char *p = cell->text + strspn (cell->text, " \t\n");
  GError *error = NULL;

  /* a dash alone is how people write that there is nothing */
  p += strspn (p, "+-.,");
  if (!g_ascii_isdigit (*p))
    return take_word (row, reader, cell);
  if (comma ? votum_decimal_parse_comma (cell->text, &row->value, &error) : votum_decimal_parse (cell->text, &row->value, &error))
    return TRUE;

  votum_csv_reader_take_problem (reader, cell->line, cell->column, error);

  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n")] == '\0';
}

static gboolean
is_digits (const VotumCsvCell *cell)
{
  gsize start = strspn (cell->text, " ");
  gsize digits = strspn (cell->text + start, "0123456789");

  return !cell->quoted && digits > 0 && cell->text[start + digits + strspn (cell->text + start + digits, " ")] == '\0';
}

/* A comma that was meant to be in a cell, and was read as one between two. */
static gboolean
check_commas (Marks              *self,
              VotumCsvReader     *reader,
              const VotumCsvCell *cells,
              guint               n_cells)
{
  guint mark = self->columns[COLUMN_MARK].cell;
  const VotumCsvCell *last = &cells[n_cells - 1];

  if (n_cells <= self->n_header || votum_csv_reader_get_separator (reader) != ',')
    return TRUE;

  if (is_digits (&cells[mark]) && is_digits (&cells[mark + 1]))
    {
      g_autofree char *whole = clean_text (cells[mark].text);
      g_autofree char *rest = clean_text (cells[mark + 1].text);

      votum_csv_reader_problem (reader, cells[mark].line, cells[mark].column,
                                _("“%s,%s” falls into two cells, since commas separate the cells of this file. Save it with semicolons between the cells, "
                                  "or write the mark with a point: %s.%s."), whole, rest, whole, rest);
      return FALSE;
    }
  if (is_blank (last->text))
    return TRUE;

  votum_csv_reader_problem (reader, last->line, last->column,
                            _("This row has more cells than the first line has names. Is there a comma in a text or a number? "
                              "Save the file with semicolons between the cells, or put that cell in quotation marks."));

  return FALSE;
}

static gboolean
check_width (Marks              *self,
             VotumCsvReader     *reader,
             const VotumCsvCell *cells,
             guint               n_cells)
{
  gboolean known[VOTUM_CSV_MAX_COLUMNS] = { FALSE };

  if (n_cells < self->n_cells)
    {
      votum_csv_reader_problem (reader, cells[0].line, cells[0].column,
                                _("This row and the first one differ in their number of cells (%u and %u). Fill the row up, with empty cells where there is nothing."),
                                n_cells, self->n_cells);
      return FALSE;
    }

  for (guint i = 0; i < N_COLUMNS; i++)
    if (self->columns[i].cell >= 0)
      known[self->columns[i].cell] = TRUE;
  for (guint i = 0; i < n_cells; i++)
    {
      if (known[i] || cells[i].text[strspn (cells[i].text, " \t\n")] == '\0')
        continue;
      votum_csv_reader_problem (reader, cells[i].line, cells[i].column,
                                _("This cell stands in a column without a name. Name the column in the first line, or empty the cell."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_blank_row (const VotumCsvCell *cells,
              guint               n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (!is_blank (cells[i].text))
      return FALSE;

  return TRUE;
}

/* The cell of a column, or NULL. */
static const VotumCsvCell *
cell_of (Marks              *self,
         const VotumCsvCell *cells,
         guint               column)
{
  return self->columns[column].cell >= 0 ? &cells[self->columns[column].cell] : NULL;
}

static gboolean
take_names (Marks              *self,
            VotumCsvReader     *reader,
            const VotumCsvCell *cells)
{
  gboolean good = TRUE;

  for (guint i = 0; i < N_NAMES; i++)
    {
      const VotumCsvCell *cell = cell_of (self, cells, i);

      if (cell == NULL)
        continue;
      good = take_name (&self->columns[i], reader, cell) && good;
      if (good && self->columns[i].clean == NULL && i != COLUMN_ENTERED_BY && i != COLUMN_CLASS)
        {
          good = FALSE;
          votum_csv_reader_problem (reader, cell->line, cell->column, _("This row has nothing in the column “%s”. Fill the cell."), column_names[i][0]);
        }
    }

  return good;
}

static gboolean
take_comment (char               **comment,
              VotumCsvReader      *reader,
              const VotumCsvCell  *cell)
{
  GError *error = NULL;

  if (cell == NULL || is_blank (cell->text))
    return TRUE;
  *comment = clean_text (cell->text);
  if (votum_text_check_prose (*comment, &error))
    return TRUE;

  votum_csv_reader_take_problem (reader, cell->line, cell->column, error);

  return FALSE;
}

/* Returns FALSE only where reading on makes no sense. */
static gboolean
take_row_cb (VotumCsvReader     *reader,
             const VotumCsvCell *cells,
             guint               n_cells,
             gpointer            user_data)
{
  Marks *self = user_data;
  VotumMarkRow row = { 0 };
  g_autofree char *comment = NULL;
  const VotumCsvCell *mark;

  if (is_blank_row (cells, n_cells))
    return TRUE;
  if (!self->has_header)
    return take_header (self, reader, cells, n_cells);
  if (!check_commas (self, reader, cells, n_cells) || !check_width (self, reader, cells, n_cells))
    return TRUE;

  mark = cell_of (self, cells, COLUMN_MARK);
  if (!take_comment (&comment, reader, cell_of (self, cells, COLUMN_COMMENT)))
    return TRUE;
  if (is_blank (mark->text))
    {
      if (comment != NULL)
        votum_csv_reader_problem (reader, mark->line, mark->column,
                                  _("There is a comment without a mark. Write the mark, or “not observed”."));
      return TRUE;
    }
  if (!take_names (self, reader, cells) || !take_mark (&row, reader, mark))
    return TRUE;

  row.round = self->columns[COLUMN_ROUND].clean;
  row.class_ = self->columns[COLUMN_CLASS].clean;
  row.entrant = self->columns[COLUMN_ENTRANT].clean;
  row.juror = self->columns[COLUMN_JUROR].clean;
  row.criterion = self->columns[COLUMN_CRITERION].clean;
  row.entered_by = self->columns[COLUMN_ENTERED_BY].clean;
  row.comment = comment;
  row.line = mark->line;
  row.column = mark->column;
  self->n_marks++;
  self->func (&row, self->problems, self->user_data);

  return TRUE;
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

/* Takes @input, or @failed where it could not be opened. */
static gboolean
read_marks (Marks              *self,
            const char         *shown,
            VotumInput         *input,
            GError             *failed,
            GCancellable       *cancellable,
            VotumProgressFunc   progress,
            gpointer            progress_data,
            GError            **error)
{
  g_autoptr(VotumInput) own = input;
  g_autoptr(VotumProblems) unasked = self->problems == NULL ? votum_problems_new () : NULL;
  g_autoptr(VotumCsvReader) reader = NULL;
  gboolean whole = FALSE;

  if (unasked != NULL)
    self->problems = unasked;
  reader = votum_csv_reader_new (take_row_cb, self, self->problems);
  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i] = (Column) { -1, g_string_new (NULL), NULL };

  if (own != NULL)
    whole = votum_csv_reader_read (reader, own, cancellable, progress, progress_data, &failed);
  if (!whole && failed->domain == VOTUM_ERROR)
    votum_csv_reader_take_problem (reader, 0, 0, failed);
  else if (!whole)
    g_propagate_error (error, failed);
  else if (!self->has_header && votum_problems_count (self->problems) == 0)
    votum_csv_reader_problem (reader, 0, 0, _("The file is empty."));
  else if (self->n_marks == 0 && votum_problems_count (self->problems) == 0)
    votum_csv_reader_problem (reader, 0, 0, _("There are no marks in the file. Fill the column “mark”, a line for each."));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_string_free (self->columns[i].raw, TRUE);
      g_free (self->columns[i].clean);
    }
  if (votum_problems_count (self->problems) == 0)
    return whole;

  if (error == NULL || *error == NULL)
    votum_first_problem (self->problems, shown, error);

  return FALSE;
}

/**
 * votum_marks_csv_read:
 * @path: a CSV file
 * @func: (scope call): called for each mark in the order of the file; FALSE after adding to the problems
 * @user_data: for @func
 * @problems: (nullable): an empty list for what is wrong
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): called now and then
 * @progress_data: for @progress
 * @error: return location
 *
 * Reads marks piece by piece. A row with a problem is not given to @func; the rows after it are.
 *
 * Errors: the first of @problems; %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether there was no problem in all of the file
 */
gboolean
votum_marks_csv_read (const char         *path,
                      VotumMarkRowFunc    func,
                      gpointer            user_data,
                      VotumProblems      *problems,
                      GCancellable       *cancellable,
                      VotumProgressFunc   progress,
                      gpointer            progress_data,
                      GError            **error)
{
  Marks self = { func, user_data, problems };
  g_autofree char *shown = NULL;
  GError *failed = NULL;
  VotumInput *input;

  g_return_val_if_fail (path != NULL && func != NULL, FALSE);

  shown = g_filename_display_name (path);
  input = votum_input_open (path, MAX_SIZE, &failed);

  return read_marks (&self, shown, input, failed, cancellable, progress, progress_data, error);
}

/**
 * votum_marks_csv_parse:
 * @name: what to call it in messages
 * @data: the bytes of a CSV file
 * @length: how many
 * @func: (scope call): as for votum_marks_csv_read()
 * @user_data: for @func
 * @problems: (nullable): an empty list for what is wrong
 * @error: return location
 *
 * As votum_marks_csv_read(), from memory.
 *
 * Returns: whether there was no problem in all of the file
 */
gboolean
votum_marks_csv_parse (const char        *name,
                       gconstpointer      data,
                       gsize              length,
                       VotumMarkRowFunc   func,
                       gpointer           user_data,
                       VotumProblems     *problems,
                       GError           **error)
{
  Marks self = { func, user_data, problems };
  GError *failed = NULL;
  VotumInput *input;

  g_return_val_if_fail (name != NULL && func != NULL && (data != NULL || length == 0), FALSE);

  input = votum_input_from_memory (data, length, MAX_SIZE, &failed);

  return read_marks (&self, name, input, failed, NULL, NULL, NULL, error);
}
