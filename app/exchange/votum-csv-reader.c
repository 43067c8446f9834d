#include "votum-config.h"

#include "votum-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-decoder.h"
#include "votum-foreign-file.h"

typedef enum {
  AT_START,      /* of a cell */
  IN_PLAIN,
  IN_QUOTED,
  AFTER_QUOTE,   /* inside a quoted cell: it ends here, or a doubled quote follows */
} State;

typedef struct {
  gsize start;
  guint line, column;
  gboolean quoted;
} Start;

struct _VotumCsvReader {
  VotumCsvRowFunc func;
  gpointer user_data;
  VotumProblems *problems;
  gboolean stopped;

  char separator;        /* NUL: not known yet */
  GString *first;        /* the first row as far as it has been read, until the separator is known */
  State state;
  guint line, column;    /* of the next character */
  gboolean filled;       /* some cell of the row has something in it */
  GString *cells;        /* of the present row, each with a NUL behind it */
  GArray *starts;        /* of Start: where each cell begins */
  GArray *row;           /* of VotumCsvCell, filled when the row is whole */
};

/**
 * votum_csv_reader_new:
 * @func: what to call for each row
 * @user_data: for @func
 * @problems: (transfer none): where problems go
 *
 * Returns: (transfer full): a reader for one file
 */
VotumCsvReader *
votum_csv_reader_new (VotumCsvRowFunc  func,
                      gpointer         user_data,
                      VotumProblems   *problems)
{
  VotumCsvReader *self = g_new0 (VotumCsvReader, 1);

  self->func = func;
  self->user_data = user_data;
  self->problems = problems;
  self->line = self->column = 1;
  self->first = g_string_new (NULL);
  self->cells = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (Start));
  self->row = g_array_new (FALSE, FALSE, sizeof (VotumCsvCell));

  return self;
}

void
votum_csv_reader_free (VotumCsvReader *self)
{
  g_string_free (self->first, TRUE);
  g_string_free (self->cells, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->row);
  g_free (self);
}

char
votum_csv_reader_get_separator (VotumCsvReader *self)
{
  return self->separator;
}

void
votum_csv_reader_take_problem (VotumCsvReader *self,
                               guint           line,
                               guint           column,
                               GError         *error)
{
  votum_problems_take (self->problems, line, column, error);
}

void
votum_csv_reader_problem (VotumCsvReader *self,
                          guint           line,
                          guint           column,
                          const char     *format,
                          ...)
{
  va_list args;

  va_start (args, format);
  votum_csv_reader_take_problem (self, line, column, g_error_new_valist (VOTUM_ERROR, VOTUM_ERROR_INVALID, format, args));
  va_end (args);
}

static void G_GNUC_PRINTF (3, 4)
stop (VotumCsvReader *self,
      VotumError      code,
      const char     *format,
      ...)
{
  va_list args;

  va_start (args, format);
  votum_csv_reader_take_problem (self, self->line, self->column, g_error_new_valist (VOTUM_ERROR, code, format, args));
  va_end (args);
  self->stopped = TRUE;
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

static void
begin_cell (VotumCsvReader *self)
{
  Start start = { self->cells->len, self->line, self->column, FALSE };

  if (self->starts->len == VOTUM_CSV_MAX_COLUMNS)
    stop (self, VOTUM_ERROR_LIMIT, _("The row has more than %d columns. Check that the file is a table of marks."), VOTUM_CSV_MAX_COLUMNS);
  else
    g_array_append_val (self->starts, start);
}

static Start *
present_cell (VotumCsvReader *self)
{
  return &g_array_index (self->starts, Start, self->starts->len - 1);
}

static void
append (VotumCsvReader *self,
        const char     *text,
        gsize           length)
{
  if (self->cells->len - present_cell (self)->start + length > VOTUM_CSV_MAX_CELL)
    {
      Start *start = present_cell (self);

      self->line = start->line;
      self->column = start->column;
      stop (self, VOTUM_ERROR_LIMIT, _("The cell that begins here is longer than %d bytes. Is a quotation mark missing at its end?"), VOTUM_CSV_MAX_CELL);
      return;
    }
  g_string_append_len (self->cells, text, length);
}

static void
end_cell (VotumCsvReader *self)
{
  if (self->cells->len > present_cell (self)->start)
    self->filled = TRUE;
  g_string_append_c (self->cells, '\0');
  self->state = AT_START;
}

static void
end_row (VotumCsvReader *self)
{
  if (self->filled && !self->stopped)
    {
      g_array_set_size (self->row, self->starts->len);
      for (guint i = 0; i < self->starts->len; i++)
        {
          const Start *start = &g_array_index (self->starts, Start, i);
          gsize end = i + 1 < self->starts->len ? start[1].start : self->cells->len;

          g_array_index (self->row, VotumCsvCell, i) =
            (VotumCsvCell) { self->cells->str + start->start, end - 1 - start->start, start->line, start->column, start->quoted };
        }
      if (!self->func (self, (const VotumCsvCell *) (gpointer) self->row->data, self->row->len, self->user_data))
        self->stopped = TRUE;
    }

  self->filled = FALSE;
  g_string_truncate (self->cells, 0);
  g_array_set_size (self->starts, 0);
}

/* ---- cells -------------------------------------------------------------------------------------------------- */

/* The run of characters up to what ends a plain cell. */
static const char *
take_plain (VotumCsvReader *self,
            const char     *p,
            const char     *end)
{
  const char *start = p;
  guint column = self->column;
  char separator = self->separator;

  for (; p < end && *p != separator && *p != '\n'; p++)
    column += (*p & 0xc0) != 0x80;
  append (self, start, p - start);
  self->column = column;

  return p;
}

static const char *
take_quoted (VotumCsvReader *self,
             const char     *p,
             const char     *end)
{
  const char *start = p;

  for (; p < end && *p != '"'; p++)
    {
      if (*p == '\n')
        {
          self->line++;
          self->column = 1;
        }
      else
        {
          self->column += (*p & 0xc0) != 0x80;
        }
    }
  append (self, start, p - start);

  return p;
}

static void
take_separator (VotumCsvReader *self,
                char            c)
{
  end_cell (self);
  if (c == '\n')
    {
      end_row (self);
      self->line++;
      self->column = 1;
    }
  else
    {
      self->column++;
      begin_cell (self);
    }
}

static const char *
take_after_quote (VotumCsvReader *self,
                  const char     *p)
{
  if (*p == '"')
    {
      append (self, "\"", 1);
      self->state = IN_QUOTED;
      self->column++;
      return p + 1;
    }
  if (*p == self->separator || *p == '\n')
    {
      take_separator (self, *p);
      return p + 1;
    }
  if (*p != ' ')
    stop (self, VOTUM_ERROR_SYNTAX, _("Text follows a closing quotation mark. Write a quotation mark inside a cell twice: \"\"."));
  self->column++;

  return p + 1;
}

static void
push (VotumCsvReader *self,
      const char     *p,
      gsize           length)
{
  const char *end = p + length;

  while (p < end && !self->stopped)
    {
      switch (self->state)
        {
        case AT_START:
          if (self->starts->len == 0)
            begin_cell (self);
          if (*p == '"')
            {
              present_cell (self)->quoted = TRUE;
              self->state = IN_QUOTED;
              self->column++;
              p++;
              break;
            }
          self->state = IN_PLAIN;
          G_GNUC_FALLTHROUGH;
        case IN_PLAIN:
          p = take_plain (self, p, end);
          if (p < end && !self->stopped)
            take_separator (self, *p++);
          break;
        case IN_QUOTED:
          p = take_quoted (self, p, end);
          if (p < end)
            {
              self->state = AFTER_QUOTE;
              self->column++;
              p++;
            }
          break;
        case AFTER_QUOTE:
        default:
          p = take_after_quote (self, p);
          break;
        }
    }
}

static void
finish (VotumCsvReader *self)
{
  if (self->stopped)
    return;

  if (self->state == IN_QUOTED)
    {
      self->line = present_cell (self)->line;
      self->column = present_cell (self)->column;
      stop (self, VOTUM_ERROR_SYNTAX, _("The quotation mark that opens this cell is never closed. Close it, or take it out."));
      return;
    }
  if (self->starts->len > 0)
    {
      end_cell (self);
      end_row (self);
    }
}

/* ---- the first row ------------------------------------------------------------------------------------------ */

/* What a spreadsheet writes above the table to say what is between its cells: "sep=;". */
static gboolean
take_separator_line (VotumCsvReader *self)
{
  const char *text = self->first->str;
  const char *end = memchr (text, '\n', self->first->len);
  gsize length = end != NULL ? (gsize) (end - text) : self->first->len;
  gboolean quoted = length >= 2 && text[0] == '"' && text[length - 1] == '"';
  const char *line = quoted ? text + 1 : text;

  if (length != (quoted ? 7 : 5) || g_ascii_strncasecmp (line, "sep=", 4) != 0 || strchr (";\t,|", line[4]) == NULL)
    return FALSE;

  self->separator = line[4];
  g_string_erase (self->first, 0, (gssize) MIN (length + 1, self->first->len));
  self->line++;

  return TRUE;
}

/* Looks for the end of the first row that has anything in it, and counts what may be separators. */
static gboolean
find_separator (VotumCsvReader *self,
                gboolean        last)
{
  static const char candidates[] = ";\t,";
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE, seen = FALSE;
  guint best = G_N_ELEMENTS (candidates) - 2;

  if ((last || memchr (self->first->str, '\n', self->first->len) != NULL) && take_separator_line (self))
    return TRUE;

  for (gsize i = 0; i < self->first->len; i++)
    {
      char c = self->first->str[i];
      const char *candidate = strchr (candidates, c);

      if (c == '"')
        quoted = !quoted;
      if (c == '\n' && !quoted && seen)
        {
          last = TRUE;
          break;
        }
      seen = seen || !g_ascii_isspace (c);
      if (!quoted && candidate != NULL && c != '\0')
        counts[candidate - candidates]++;
    }

  if (!last && self->first->len <= VOTUM_CSV_MAX_CELL)
    return FALSE;

  for (guint i = 0; candidates[i] != '\0'; i++)
    if (counts[i] > counts[best])
      best = i;
  self->separator = candidates[best];

  return TRUE;
}

static void
feed (VotumCsvReader *self,
      const GString  *piece,
      gboolean        last)
{
  if (self->separator != '\0')
    {
      push (self, piece->str, piece->len);
    }
  else
    {
      g_string_append_len (self->first, piece->str, piece->len);
      if (find_separator (self, last))
        {
          push (self, self->first->str, self->first->len);
          g_string_truncate (self->first, 0);
        }
    }
  if (last)
    finish (self);
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

/* What is no table at all is told in one sentence, and not by its first byte that is no letter. */
static gboolean
check_beginning (const guint8  *data,
                 gsize          length,
                 GError       **error)
{
  const char *sentence = NULL;

  switch (votum_foreign_guess (data, length))
    {
    case VOTUM_FOREIGN_CASE:
      sentence = _("This is a Votum case, not a CSV file. Have the two files been swapped? The case comes first, then the file with the marks.");
      break;
    case VOTUM_FOREIGN_DATABASE:
      sentence = _("This is a database, not a CSV file. Save the marks as CSV and take that file.");
      break;
    case VOTUM_FOREIGN_PACKED:
      sentence = _("This looks like a spreadsheet (XLSX or ODS) or another packed file, not like CSV. Open it, save the sheet with the marks as CSV, and take that file.");
      break;
    case VOTUM_FOREIGN_OFFICE:
      sentence = _("This looks like a spreadsheet (XLS), not like CSV. Open it, save the sheet with the marks as CSV, and take that file.");
      break;
    case VOTUM_FOREIGN_PDF:
      sentence = _("This is a PDF file, not a CSV file. Get the marks as a table and save it as CSV.");
      break;
    case VOTUM_FOREIGN_COMPRESSED:
      sentence = _("The file is compressed. Unpack it and take the CSV file inside.");
      break;
    case VOTUM_FOREIGN_XML:
      sentence = _("This is an XML file, not a CSV file. Import it as a shortlist or as an award, or save the marks as CSV.");
      break;
    case VOTUM_FOREIGN_NONE:
    case VOTUM_FOREIGN_TABLE:
    default:
      return TRUE;
    }
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX, sentence);

  return FALSE;
}

static void
begin_decoding (VotumDecoder *decoder,
                const guint8 *data,
                gsize         length,
                gsize        *skip)
{
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      votum_decoder_init (decoder, VOTUM_ENCODING_UTF_8);
      *skip = 3;
    }
  else if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    {
      votum_decoder_init (decoder, VOTUM_ENCODING_UTF_16_LE);
      *skip = 2;
    }
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    {
      votum_decoder_init (decoder, VOTUM_ENCODING_UTF_16_BE);
      *skip = 2;
    }
  else
    {
      votum_decoder_init (decoder, VOTUM_ENCODING_GUESSED);
      *skip = 0;
    }
}

/**
 * votum_csv_reader_read:
 * @self: a reader
 * @input: a file
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): called after each piece
 * @progress_data: for @progress
 * @error: return location
 *
 * Returns: whether the file could be read to its end, or to the problem that ended it
 */
gboolean
votum_csv_reader_read (VotumCsvReader     *self,
                       VotumInput         *input,
                       GCancellable       *cancellable,
                       VotumProgressFunc   progress,
                       gpointer            progress_data,
                       GError            **error)
{
  g_autofree guint8 *buffer = g_malloc (VOTUM_INPUT_PIECE);
  g_autoptr(GString) piece = g_string_sized_new (VOTUM_INPUT_PIECE + 4096);
  VotumDecoder decoder;
  gboolean first = TRUE, last = FALSE;

  while (!last && !self->stopped)
    {
      GError *failed = NULL;
      gsize skip = 0;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (n = votum_input_read (input, buffer, VOTUM_INPUT_PIECE, error)) < 0)
        return FALSE;

      last = n < VOTUM_INPUT_PIECE;
      if (first && !check_beginning (buffer, n, error))
        return FALSE;
      if (first)
        begin_decoding (&decoder, buffer, n, &skip);
      first = FALSE;

      g_string_truncate (piece, 0);
      votum_decoder_push (&decoder, buffer + skip, n - skip, last, piece, &failed);
      feed (self, piece, last && failed == NULL);
      if (failed != NULL)
        {
          if (self->stopped)
            g_error_free (failed);
          else
            votum_csv_reader_take_problem (self, self->line, self->column, failed);
          self->stopped = TRUE;
        }
      if (progress != NULL)
        progress (votum_input_get_fraction (input), progress_data);
    }

  return TRUE;
}
