#include "votum-result.h"

/* The competition of Warsaw 2025, mark by mark: its published results are the first thing to get right. */

#define N_ROUNDS 4
#define N_RESULTS 155
#define SCALE_DECIMALS 2

typedef struct {
  GPtrArray  *entrants;    /* of char* */
  GPtrArray  *jurors;      /* of char* */
  GPtrArray  *marks;       /* of GStrv: round, entrant, juror, mark */
  GPtrArray  *official;    /* of GStrv: round, entrant, result, position, outcome */
} Competition;

static char *
find_folder (void)
{
  const char *shared = g_getenv ("VOTUM_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "../shared", "real", "chopin-2025", NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

static GPtrArray *
read_table (const char *folder, const char *name, guint n_columns)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      GStrv fields;

      if (lines[i][0] == '\0')
        continue;
      fields = g_strsplit (g_strchomp (lines[i]), ",", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, n_columns);
      g_ptr_array_add (rows, fields);
    }
  return rows;
}

static guint
find_name (GPtrArray *names, const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, &index))
    {
      index = names->len;
      g_ptr_array_add (names, g_strdup (name));
    }
  return index;
}

static Competition *
competition_read (const char *folder)
{
  Competition *self = g_new0 (Competition, 1);

  self->entrants = g_ptr_array_new_with_free_func (g_free);
  self->jurors = g_ptr_array_new_with_free_func (g_free);
  self->marks = read_table (folder, "marks.csv", 4);
  self->official = read_table (folder, "official.csv", 5);
  for (guint i = 0; i < self->marks->len; i++)
    {
      GStrv row = self->marks->pdata[i];

      find_name (self->entrants, row[1]);
      find_name (self->jurors, row[2]);
    }
  g_assert_cmpuint (self->marks->len, ==, 2635);
  g_assert_cmpuint (self->official->len, ==, N_RESULTS);
  g_assert_cmpuint (self->entrants->len, ==, 84);
  g_assert_cmpuint (self->jurors->len, ==, 17);
  return self;
}

static void
competition_free (Competition *self)
{
  g_ptr_array_unref (self->entrants);
  g_ptr_array_unref (self->jurors);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->official);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Competition, competition_free)

static guint
round_of (GStrv row)
{
  return (guint) g_ascii_strtoull (row[0], NULL, 10) - 1;
}

static VotumSheet *
competition_sheet (Competition *self)
{
  VotumSheet *sheet = votum_sheet_new (N_ROUNDS, self->entrants->len, self->jurors->len);

  votum_sheet_add_node (sheet, "performance", -1, (VotumDecimal) { 1, 0 }, TRUE, FALSE);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < self->entrants->len; i++)
      votum_sheet_set_in_round (sheet, round, i, FALSE);
  for (guint i = 0; i < self->marks->len; i++)
    {
      GStrv row = self->marks->pdata[i];
      guint entrant = find_name (self->entrants, row[1]);
      VotumCell cell = { { 0, 0 }, VOTUM_CELL_RECUSED };

      if (!g_str_equal (row[3], "recused"))
        {
          cell.state = VOTUM_CELL_VALUE;
          g_assert_true (votum_decimal_parse (row[3], &cell.value, NULL));
        }
      votum_sheet_set_in_round (sheet, round_of (row), entrant, TRUE);
      votum_sheet_set_cell (sheet, round_of (row), entrant, find_name (self->jurors, row[2]), 0, cell);
    }
  return sheet;
}

/* The rule as the competition declares it; @decimals of every rounding, or VOTUM_EXACT. */
static VotumTerms *
competition_terms (int decimals)
{
  g_autoptr(GError) error = NULL;
  VotumTerms *terms = votum_terms_new ();

  terms->correction = VOTUM_CORRECTION_CLIP;
  votum_terms_parse_margins (terms, "3 2 2 2", &error);
  g_assert_no_error (error);
  votum_terms_parse_round_weights (terms, "1; 0.3 0.7; 0.1 0.2 0.7; 0.1 0.2 0.35 0.35", &error);
  g_assert_no_error (error);
  terms->round_mark = decimals;
  terms->round_result = decimals;
  terms->round_total = decimals;
  return terms;
}

static VotumResult *
compute (Competition *competition, const VotumTerms *terms)
{
  g_autoptr(VotumSheet) sheet = competition_sheet (competition);
  g_autoptr(GError) error = NULL;
  VotumResult *result = votum_result_compute (sheet, terms, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static guint
count_differences (Competition *competition, VotumResult *result)
{
  guint n = 0;

  for (guint i = 0; i < competition->official->len; i++)
    {
      GStrv row = competition->official->pdata[i];
      g_autofree char *total = votum_result_total (result, round_of (row), find_name (competition->entrants, row[1]), SCALE_DECIMALS);

      g_assert_nonnull (total);
      n += !g_str_equal (total, row[2]);
    }
  return n;
}

/* The published list counts its rows through. Rows with equal results are next to each other; they share the
 * number of the first. */
static guint
shared_position (Competition *competition, guint index)
{
  GStrv row = competition->official->pdata[index];

  while (index > 0)
    {
      GStrv before = competition->official->pdata[index - 1];

      if (!g_str_equal (before[0], row[0]) || !g_str_equal (before[2], row[2]))
        break;
      index--;
      row = before;
    }
  return (guint) g_ascii_strtoull (row[3], NULL, 10);
}

static void
test_results (void)
{
  g_autofree char *folder = find_folder ();
  g_autoptr(Competition) competition = NULL;
  g_autoptr(VotumTerms) terms = competition_terms (SCALE_DECIMALS);
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(GString) wrong = g_string_new (NULL);
  guint n_ranked = 0;

  if (folder == NULL)
    {
      g_test_skip ("The competition’s marks are not here; point VOTUM_SHARED to the folder that holds them.");
      return;
    }
  competition = competition_read (folder);
  result = compute (competition, terms);
  for (guint i = 0; i < competition->official->len; i++)
    {
      GStrv row = competition->official->pdata[i];
      guint entrant = find_name (competition->entrants, row[1]);
      g_autofree char *total = votum_result_total (result, round_of (row), entrant, SCALE_DECIMALS);

      if (g_strcmp0 (total, row[2]) != 0 ||
          votum_result_position (result, round_of (row), entrant) != shared_position (competition, i))
        g_string_append_printf (wrong, "round %s, %s: %s in position %u; ", row[0], row[1], total,
                                votum_result_position (result, round_of (row), entrant));
    }
  g_assert_cmpstr (wrong->str, ==, "");
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GArray) order = votum_result_order (result, round);

      n_ranked += order->len;
    }
  g_assert_cmpuint (n_ranked, ==, N_RESULTS);
}

/* Prizes count through places that are filled. The sums give the fourth prize to two; that the fifth is shared
 * too, and the sixth comes after it, is the jury's own decision. */
static void
test_decision (void)
{
  g_autofree char *folder = find_folder ();
  g_autoptr(Competition) competition = NULL;
  g_autoptr(VotumTerms) terms = competition_terms (SCALE_DECIMALS);
  g_autoptr(VotumResult) result = NULL;
  g_autoptr(GString) decided = g_string_new (NULL);
  guint prize = 0;
  guint position = 0;

  if (folder == NULL)
    {
      g_test_skip ("The competition’s marks are not here; point VOTUM_SHARED to the folder that holds them.");
      return;
    }
  competition = competition_read (folder);
  result = compute (competition, terms);
  for (guint i = 0; i < competition->official->len; i++)
    {
      GStrv row = competition->official->pdata[i];
      guint entrant = find_name (competition->entrants, row[1]);

      if (round_of (row) != N_ROUNDS - 1)
        continue;
      prize += votum_result_position (result, N_ROUNDS - 1, entrant) != position;
      position = votum_result_position (result, N_ROUNDS - 1, entrant);
      if (row[4][0] != '\0' && g_ascii_strtoull (row[4], NULL, 10) != prize)
        g_string_append_printf (decided, "%s: position %u, prize %u by the sums, %s awarded; ", row[1], position, prize, row[4]);
    }
  g_assert_cmpstr (decided->str, ==,
                   "Vincent Ong: position 7, prize 6 by the sums, 5 awarded; "
                   "William Yang: position 8, prize 7 by the sums, 6 awarded; ");
  for (guint i = 0; i < 2; i++)
    {
      guint fourth = find_name (competition->entrants, i == 0 ? "Tianyao Lyu" : "Shiori Kuwahara");

      g_assert_cmpuint (votum_result_position (result, N_ROUNDS - 1, fourth), ==, 4);
      g_assert_true (votum_result_is_shared (result, N_ROUNDS - 1, fourth));
    }
}

/* With the rounding left out some results differ, and the shared fourth place falls apart: the test above can fail. */
static void
test_without_rounding (void)
{
  g_autofree char *folder = find_folder ();
  g_autoptr(Competition) competition = NULL;
  g_autoptr(VotumTerms) terms = competition_terms (VOTUM_EXACT);
  g_autoptr(VotumResult) result = NULL;
  guint n;

  if (folder == NULL)
    {
      g_test_skip ("The competition’s marks are not here; point VOTUM_SHARED to the folder that holds them.");
      return;
    }
  competition = competition_read (folder);
  result = compute (competition, terms);
  n = count_differences (competition, result);
  g_test_message ("%u of %u results differ without rounding", n, N_RESULTS);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <=, 18);
  g_assert_false (votum_result_is_shared (result, N_ROUNDS - 1, find_name (competition->entrants, "Tianyao Lyu")));
  g_assert_false (votum_result_is_shared (result, N_ROUNDS - 1, find_name (competition->entrants, "Shiori Kuwahara")));
}

/* A mark that was moved is shown as it was counted, a recused one not at all. */
static void
test_corrected (void)
{
  g_autofree char *folder = find_folder ();
  g_autoptr(Competition) competition = NULL;
  g_autoptr(VotumTerms) terms = competition_terms (SCALE_DECIMALS);
  g_autoptr(VotumResult) result = NULL;
  guint n_recused = 0;

  if (folder == NULL)
    {
      g_test_skip ("The competition’s marks are not here; point VOTUM_SHARED to the folder that holds them.");
      return;
    }
  competition = competition_read (folder);
  result = compute (competition, terms);
  for (guint i = 0; i < competition->marks->len; i++)
    {
      GStrv row = competition->marks->pdata[i];
      g_autofree char *mark = votum_result_corrected (result, round_of (row), find_name (competition->entrants, row[1]),
                                                      find_name (competition->jurors, row[2]), 0, SCALE_DECIMALS);

      n_recused += g_str_equal (row[3], "recused");
      g_assert_true (g_str_equal (row[3], "recused") == (mark == NULL));
    }
  g_assert_cmpuint (n_recused, ==, 60);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chopin/results", test_results);
  g_test_add_func ("/chopin/decision", test_decision);
  g_test_add_func ("/chopin/without-rounding", test_without_rounding);
  g_test_add_func ("/chopin/corrected", test_corrected);
  return g_test_run ();
}
