#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "votum-error.h"
#include "votum-marks-csv.h"

/* Marks as CSV: what offices send, and what is refused where. */

static gboolean
collect_cb (const VotumMarkRow *row,
            VotumProblems      *problems,
            gpointer            user_data)
{
  GString *all = user_data;
  g_autofree char *value = votum_decimal_to_string (row->value);

  g_string_append_printf (all, "%u:%u %s|%s|%s|%s|%s|%s", row->line, row->column, row->round, row->class_, row->entrant, row->juror,
                          row->criterion, row->state == VOTUM_ROW_VALUE ? value : row->state == VOTUM_ROW_RECUSED ? "recused" : "not-observed");
  if (row->comment != NULL)
    g_string_append_printf (all, "|%s", row->comment);
  if (row->entered_by != NULL)
    g_string_append_printf (all, "|by %s", row->entered_by);
  g_string_append_c (all, '\n');

  return TRUE;
}

static char *
rows_of (const char *csv,
         gsize       length)
{
  GString *all = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  gboolean good = votum_marks_csv_parse ("f", csv, length, collect_cb, all, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (good);

  return g_string_free (all, FALSE);
}

static const struct {
  const char *what;
  const char *csv;
  const char *rows;
} understood[] = {
  { "comma", "round,entrant,juror,criterion,mark\n1,Å & B,J,A1,4.5\n", "2:14 1|(null)|Å & B|J|A1|4.5\n" },
  { "semicolon", "Runde;Klasse;Finalist;Jurymedlem;Kriterium;Poeng;Kommentar\r\nr;k;e;j;c;4,5;hei, du\r\n", "2:11 r|k|e|j|c|4.5|hei, du\n" },
  { "tab", "OMGÅNG\tKLASS\tdeltagare\tjuryledamot\tkriterium\tbetyg\nr\tk\te\tj\tc\t3\n", "2:11 r|k|e|j|c|3\n" },
  { "any-order", "mark,juror\n3,J\n", "2:1 (null)|(null)|(null)|J|(null)|3\n" },
  { "mark-alone", "mark\n3\n\n4\n", "2:1 (null)|(null)|(null)|(null)|(null)|3\n4:1 (null)|(null)|(null)|(null)|(null)|4\n" },
  { "bom", "\xef\xbb\xbfjuror,mark\nJ,1\n", "2:3 (null)|(null)|(null)|J|(null)|1\n" },
  { "mac-line-ends", "juror,mark\rJ,1\rK,2", "2:3 (null)|(null)|(null)|J|(null)|1\n3:3 (null)|(null)|(null)|K|(null)|2\n" },
  { "quotes", "juror;mark;comment\n\"A; \"\"B\"\"\" ;\"4,5\" ;\"x\ny\"\nD;1;\"\"\n",
    "2:13 (null)|(null)|(null)|A; \"B\"|(null)|4.5|x\ny\n4:3 (null)|(null)|(null)|D|(null)|1\n" },
  { "quoted-comma", "juror,mark\nJ,\"4,5\"\n", "2:3 (null)|(null)|(null)|J|(null)|4.5\n" },
  { "words", "juror;mark\nA;Recused\nB; inhabil \nC;JÄVIG\nD;Not observed\nE;ikke observert\nF;ej observerad\n",
    "2:3 (null)|(null)|(null)|A|(null)|recused\n3:3 (null)|(null)|(null)|B|(null)|recused\n4:3 (null)|(null)|(null)|C|(null)|recused\n"
    "5:3 (null)|(null)|(null)|D|(null)|not-observed\n6:3 (null)|(null)|(null)|E|(null)|not-observed\n7:3 (null)|(null)|(null)|F|(null)|not-observed\n" },
  { "empty-rows-and-columns", "\n;;;\njuror;mark;;\nJ;1;;\n ; ;;\nK;;;\n\n\n", "4:3 (null)|(null)|(null)|J|(null)|1\n" },
  { "entered-by", "juror;mark;Ført av\nJ;1;Eva\nK;2;\n", "2:3 (null)|(null)|(null)|J|(null)|1|by Eva\n3:3 (null)|(null)|(null)|K|(null)|2\n" },
  { "repeated-names", "juror,entrant,mark\nA,X,1\nA,Y,2\nB,Y,-3\nA,X,+.5\n",
    "2:5 (null)|(null)|X|A|(null)|1\n3:5 (null)|(null)|Y|A|(null)|2\n4:5 (null)|(null)|Y|B|(null)|-3\n5:5 (null)|(null)|X|A|(null)|0.5\n" },
  { "windows-1252", "juror;mark;comment\nBl\xe5;1;\x96 \x8a\n", "2:5 (null)|(null)|(null)|Blå|(null)|1|– Š\n" },
  { "separator-line", "sep=;\r\njuror;mark\r\nA, B;4,5\r\n", "3:6 (null)|(null)|(null)|A, B|(null)|4.5\n" },
  { "separator-line-quoted", "\xef\xbb\xbf\"SEP=|\"\njuror|mark|comment\nA;|4,5|x,y\n", "3:4 (null)|(null)|(null)|A;|(null)|4.5|x,y\n" },
  { "composed", "juror;mark\na\xcc\x8a;1\n", "2:4 (null)|(null)|(null)|å|(null)|1\n" },
};

static void
test_understood (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *rows = rows_of (understood[i].csv, strlen (understood[i].csv));

  g_assert_cmpstr (rows, ==, understood[i].rows);
}

static const struct {
  const char *what;
  const char *csv;
  const char *place;
  const char *fragment;
  guint n;               /* how many problems, where it is not one */
} refused[] = {
  { "empty", "", "f: ", "empty" },
  { "blank", "\n ;;\n", "f: ", "empty" },
  { "no-mark-column", "round;juror\n1;J\n", "f:1:1: ", "“mark”" },
  { "no-header", "1;J;A1;4\n", "f:1:1: ", "does not name the columns" },
  { "unknown-column", "juror;mark;colour\nJ;1;red\n", "f:1:12: ", "“colour”" },
  { "column-twice", "juror;mark;Jurymedlem\n", "f:1:12: ", "is there twice" },
  { "not-a-number", "juror;mark\nJ;abc\n", "f:2:3: ", "“abc” is not a mark" },
  { "comma-in-comma", "juror,mark\nJ,4,5\n", "f:2:3: ", "“4,5” falls into two cells" },
  { "comma-before-nothing", "juror,mark,comment\nJ,4,5,\n", "f:2:3: ", "with a point: 4.5." },
  { "comma-before-comment", "juror,mark,comment\nJ,4,5,good\n", "f:2:3: ", "semicolons" },
  { "comma-in-comment", "juror,mark,comment\nJ,4,hey, you\n", "f:2:9: ", "more cells than the first line" },
  { "no-name", "juror;mark\nJ;4;5\n", "f:2:5: ", "without a name" },
  { "header-alone", "juror;mark\n", "f: ", "no marks in the file" },
  { "marks-empty", "juror;mark\nJ;\n", "f: ", "no marks in the file" },
  { "dash", "juror;mark\nJ;-\n", "f:2:3: ", "leave the cell empty" },
  { "en-dash", "juror;mark\nJ;–\n", "f:2:3: ", "“–” is not a mark" },
  { "not-available", "juror;mark\nJ;n/a\n", "f:2:3: ", "“not observed” or “recused”" },
  { "percent", "juror;mark\nJ;40 %\n", "f:2:3: ", "without a percent sign" },
  { "span", "juror;mark\nJ;7-8\n", "f:2:3: ", "“7-8” is not a number" },
  { "xml", "\xef\xbb\xbf <?xml version='1.0'?><award/>", "f: ", "is an XML file" },
  { "packed", "PK\003\004abc", "f: ", "save the sheet" },
  { "xls", "\xd0\xcf\x11\xe0\xa1\xb1", "f: ", "save the sheet" },
  { "pdf", "%PDF-1.7\n%\xe2\xe3\n", "f: ", "PDF" },
  { "wrong-separator-line", "sep=x\njuror;mark\n", "f:1:1: ", "does not name the columns" },
  { "thousands", "juror;mark\nJ;1.000,00\n", "f:2:3: ", "not a number" },
  { "comment-without-mark", "juror;mark;comment\nJ;;x\n", "f:2:3: ", "comment without a mark" },
  { "no-juror", "juror;mark\n;4\n", "f:2:1: ", "nothing in the column “juror”" },
  { "short-row", "juror;mark;comment\nJ;4\n", "f:2:1: ", "number of cells (2 and 3)" },
  { "open-quote", "juror;mark\nJ;1\n\"K;2\nL;3\n", "f:3:1: ", "never closed" },
  { "text-after-quote", "juror;mark\n\"J\"x;1\n", "f:2:4: ", "closing quotation mark" },
  { "line-break-in-name", "juror;mark\n\"J\nK\";1\n", "f:2:1: ", "U+000A" },
  { "mixed-encodings", "juror;mark\nBl\xc3\xa5;1\nBl\xe5;2\n", "f:", "0xE5" },
  { "second-problem-later", "juror;mark\n\nÅ;1\n\nÆ;x\n", "f:5:3: ", "“x” is not a mark" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (votum_marks_csv_parse ("f", refused[i].csv, strlen (refused[i].csv), collect_cb, all, problems, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, refused[i].place));
  g_assert_nonnull (strstr (error->message, refused[i].fragment));
  /* one trouble, one sentence */
  g_assert_cmpuint (votum_problems_count (problems), ==, refused[i].n != 0 ? refused[i].n : 1);
}

/* A case and another database, which begin alike. */
static void
test_databases (void)
{
  static const char *const ids[] = { "Votu", "\0\0\0" };
  static const char *const fragments[] = { "is a Votum case", "is a database" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(VotumProblems) problems = votum_problems_new ();
      g_autoptr(GError) error = NULL;
      char database[512] = "SQLite format 3";

      memcpy (database + 68, ids[i], 4);
      g_assert_false (votum_marks_csv_parse ("f", database, sizeof database, collect_cb, NULL, problems, &error));
      g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, fragments[i]));
      g_assert_cmpuint (votum_problems_count (problems), ==, 1);
    }
}

static void
test_all_problems (void)
{
  static const char csv[] = "juror;mark\nA;x\nB;1\n;2\nC;y\nD;3\n";
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(VotumProblems) problems = votum_problems_new ();

  g_assert_false (votum_marks_csv_parse ("f", csv, strlen (csv), collect_cb, all, problems, NULL));
  g_assert_cmpuint (votum_problems_count (problems), ==, 3);
  g_assert_cmpuint (votum_problems_get (problems, 2)->line, ==, 5);
  /* the good ones are told all the same */
  g_assert_cmpstr (all->str, ==, "3:3 (null)|(null)|(null)|B|(null)|1\n6:3 (null)|(null)|(null)|D|(null)|3\n");
}

static gboolean
refuse_cb (const VotumMarkRow *row,
           VotumProblems      *problems,
           gpointer            user_data)
{
  votum_problems_add (problems, row->line, row->column, "There is no juror “%s”.", row->juror);

  return FALSE;
}

static void
test_takers_problems (void)
{
  static const char csv[] = "juror;mark\nA;1\nB;1\n";
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (votum_marks_csv_parse ("f", csv, strlen (csv), refuse_cb, NULL, problems, &error));
  g_assert_cmpuint (votum_problems_count (problems), ==, 2);
  g_assert_cmpstr (error->message, ==, "f:2:3: There is no juror “A”.");
}

static void
test_utf_16 (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *wide = NULL;
      g_autofree char *rows = NULL;
      gsize length;

      wide = g_convert ("\xef\xbb\xbfjuror;mark\r\nÅse 🏆;4,5\r\n", -1, i == 0 ? "UTF-16LE" : "UTF-16BE", "UTF-8", NULL, &length, NULL);
      rows = rows_of (wide, length);
      g_assert_cmpstr (rows, ==, "2:7 (null)|(null)|(null)|Åse 🏆|(null)|4.5\n");
    }
}

static guint
digits_of (guint number)
{
  return number < 10 ? 1 : number < 100 ? 2 : 3;
}

/* Rows across the ends of pieces, and a good many of them. */
static void
test_many (void)
{
  g_autoptr(GString) csv = g_string_new ("entrant;juror;mark;comment\n");
  g_autoptr(GString) expected = g_string_new (NULL);
  g_autofree char *rows = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      /* three letters and a space, a separator, two quotation marks, two letters, a separator, and the one after */
      guint column = 4 + digits_of (i / 100) + 1 + 2 + 2 + digits_of (i % 17) + 1 + 1;

      g_string_append_printf (csv, "Bl\303\245 %u;\"J;%u\";%u,%u;\"a\nb \"\"%u\"\"\"\r\n", i / 100, i % 17, i % 6, i % 10, i);
      g_string_append_printf (expected, "%u:%u (null)|(null)|Blå %u|J;%u|(null)|%u", 2 + 2 * i, column, i / 100, i % 17, i % 6);
      if (i % 10 != 0)
        g_string_append_printf (expected, ".%u", i % 10);
      g_string_append_printf (expected, "|a\nb \"%u\"\n", i);
    }
  rows = rows_of (csv->str, csv->len);
  g_assert_cmpstr (rows, ==, expected->str);
}

static void
test_limits (void)
{
  g_autoptr(GString) wide = g_string_new ("mark");
  g_autoptr(GString) cell = g_string_new ("mark;comment\n1;\"");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 64; i++)
    g_string_append_c (wide, ';');
  g_assert_false (votum_marks_csv_parse ("f", wide->str, wide->len, collect_cb, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT);
  g_clear_error (&error);

  for (guint i = 0; i < 70000; i++)
    g_string_append_c (cell, 'x');
  g_assert_false (votum_marks_csv_parse ("f", cell->str, cell->len, collect_cb, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "f:2:3: "));
}

static void
test_files (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "test-exchange-csv.c", NULL);

  g_assert_false (votum_marks_csv_read ("/nowhere/marks.csv", collect_cb, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (votum_marks_csv_read ("/dev/zero", collect_cb, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (votum_marks_csv_read (path, collect_cb, NULL, NULL, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/csv/%s", understood[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_understood);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/csv/refused/%s", refused[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/exchange/csv/databases", test_databases);
  g_test_add_func ("/exchange/csv/all-problems", test_all_problems);
  g_test_add_func ("/exchange/csv/takers-problems", test_takers_problems);
  g_test_add_func ("/exchange/csv/utf-16", test_utf_16);
  g_test_add_func ("/exchange/csv/many", test_many);
  g_test_add_func ("/exchange/csv/limits", test_limits);
  g_test_add_func ("/exchange/csv/files", test_files);

  return g_test_run ();
}
