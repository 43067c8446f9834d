#include "open-case.h"
#include "votum-case-allocation.h"
#include "votum-case-holder.h"
#include "votum-case-ranking.h"
#include "votum-case-result.h"

/* Finalists put in order, points to so many, yes and no: what a juror gives where the rule does not ask for marks. */

static VotumCase *
make_case (const char *path,
           const char *method,
           const char *allocation)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumImport) import = NULL;
  g_autoptr(GError) error = NULL;
  VotumCase *votum_case = votum_case_create (path, &error);
  const char *const names[] = { "nord", "fjel", "havg", "pola" };

  g_assert_no_error (error);
  /* fewer marks on the scale than there are places */
  small_case_add (document, VOTUM_KIND_SCALE, "s", "min", "1", "max", "2", "step", "1", NULL);
  small_case_add (document, VOTUM_KIND_RULE, "r", "method", method, "allocation", allocation, NULL);
  small_case_add (document, VOTUM_KIND_AWARD, "prize", "name", "Prøveprisen", "scale", "s", "rule", "r", "year", "2026", NULL);
  small_case_add (document, VOTUM_KIND_CRITERION, "A", "name", "Stemme", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    small_case_add (document, VOTUM_KIND_ENTRANT, names[i], "name", names[i], NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "per", "name", "Per Dahl", NULL);
  small_case_add (document, VOTUM_KIND_JUROR, "eva", "name", "Eva Holm", NULL);
  small_case_add (document, VOTUM_KIND_ROUND, "1", "position", "1", NULL);
  small_case_add (document, VOTUM_KIND_RECUSAL, "x", "juror", "eva", "entrant", "havg", "reason", "Svoger", NULL);
  votum_case_set_who (votum_case, "Test");
  import = votum_case_plan_document (votum_case, document, problems, &error);
  g_assert_no_error (error);
  g_assert_true (votum_case_import (votum_case, import, "init", "test", NULL, NULL, &error));
  g_assert_no_error (error);

  return votum_case;
}

typedef struct {
  const char *method;
  const char *allocation;
} Rule;

static void
set_up (OpenCase     *fixture,
        gconstpointer data)
{
  const Rule *rule = data;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("votum-case-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "case.votum", NULL);
  fixture->votum_case = make_case (fixture->path, rule->method, rule->allocation);
}

static VotumThing *
find (OpenCase   *fixture,
      VotumKind   kind,
      const char *key)
{
  return votum_case_find (fixture->votum_case, kind, key);
}

static gboolean
place (OpenCase    *fixture,
       const char  *juror,
       const char  *entrant,
       guint        at,
       GError     **error)
{
  return votum_case_place (fixture->votum_case, find (fixture, VOTUM_KIND_ROUND, "1"), find (fixture, VOTUM_KIND_JUROR, juror),
                           find (fixture, VOTUM_KIND_ENTRANT, entrant), at, NULL, error);
}

static void
must_place (OpenCase   *fixture,
            const char *juror,
            const char *entrant,
            guint       at)
{
  g_autoptr(GError) error = NULL;
  guint n_entries = votum_case_get_log (fixture->votum_case)->len;

  g_assert_true (place (fixture, juror, entrant, at, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (votum_case_get_log (fixture->votum_case)->len, ==, n_entries + 1);
}

static void
assert_order (OpenCase   *fixture,
              const char *juror,
              const char *order)
{
  g_autoptr(VotumRanking) ranking = votum_case_ranking (fixture->votum_case, find (fixture, VOTUM_KIND_ROUND, "1"), NULL,
                                                        find (fixture, VOTUM_KIND_JUROR, juror));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < ranking->placed->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (ranking->placed, i);
      const VotumMark *mark = votum_case_get_mark (fixture->votum_case, find (fixture, VOTUM_KIND_ROUND, "1"), entrant,
                                                   find (fixture, VOTUM_KIND_JUROR, juror), find (fixture, VOTUM_KIND_CRITERION, "A"));

      g_assert_cmpint (mark->digits, ==, i + 1);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", votum_thing_get_key (entrant));
    }
  g_assert_cmpstr (text->str, ==, order);
}

static gboolean
is_an_order (OpenCase   *fixture,
             const char *juror,
             const char *sentence)
{
  g_autoptr(GError) error = NULL;
  gboolean whole = votum_case_check_ranking (fixture->votum_case, find (fixture, VOTUM_KIND_ROUND, "1"), NULL,
                                             find (fixture, VOTUM_KIND_JUROR, juror), &error);

  if (!whole)
    g_assert_nonnull (strstr (error->message, sentence));

  return whole;
}

static void
give (OpenCase   *fixture,
      const char *juror,
      const char *entrant,
      gint64      value,
      gboolean    may)
{
  g_autoptr(GError) error = NULL;
  VotumMark mark = {
    .round = (gint32) votum_thing_get_id (find (fixture, VOTUM_KIND_ROUND, "1")),
    .entrant = (gint32) votum_thing_get_id (find (fixture, VOTUM_KIND_ENTRANT, entrant)),
    .juror = (gint32) votum_thing_get_id (find (fixture, VOTUM_KIND_JUROR, juror)),
    .criterion = (gint32) votum_thing_get_id (find (fixture, VOTUM_KIND_CRITERION, "A")),
    .digits = value,
  };

  g_assert_cmpint (votum_case_set_mark (fixture->votum_case, &mark, &error), ==, may);
  g_assert_true (may == (error == NULL));
}

static void
test_order (OpenCase      *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_is_ranked (fixture->votum_case, find (fixture, VOTUM_KIND_ROUND, "1"), NULL));
  must_place (fixture, "per", "nord", 3);
  assert_order (fixture, "per", "nord");
  must_place (fixture, "per", "fjel", 2);
  must_place (fixture, "per", "havg", 1);
  assert_order (fixture, "per", "havg nord fjel");
  g_assert_false (is_an_order (fixture, "per", "pola has no place yet"));
  must_place (fixture, "per", "pola", 4);
  g_assert_true (is_an_order (fixture, "per", ""));
  must_place (fixture, "per", "havg", 2);
  assert_order (fixture, "per", "nord havg fjel pola");
  must_place (fixture, "per", "pola", 1);
  assert_order (fixture, "per", "pola nord havg fjel");
  /* all of a move is one step */
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_no_error (error);
  assert_order (fixture, "per", "nord havg fjel pola");
  must_place (fixture, "per", "nord", 0);
  assert_order (fixture, "per", "havg fjel pola");
  /* what is so already is no change */
  g_assert_true (place (fixture, "per", "havg", 1, &error));
  assert_order (fixture, "per", "havg fjel pola");
}

static void
test_left_out (OpenCase      *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumRanking) ranking = NULL;

  /* who gave no place is not asked */
  g_assert_true (is_an_order (fixture, "eva", ""));
  g_assert_false (place (fixture, "eva", "havg", 1, &error));
  g_assert_nonnull (error);
  must_place (fixture, "eva", "nord", 1);
  must_place (fixture, "eva", "fjel", 2);
  g_assert_false (is_an_order (fixture, "eva", "pola"));
  must_place (fixture, "eva", "pola", 3);
  g_assert_true (is_an_order (fixture, "eva", ""));
  ranking = votum_case_ranking (fixture->votum_case, find (fixture, VOTUM_KIND_ROUND, "1"), NULL, find (fixture, VOTUM_KIND_JUROR, "eva"));
  g_assert_cmpuint (ranking->left_out->len, ==, 1);
}

/* The first place is the best one, whatever way the scale for marks runs. */
static void
test_direction (OpenCase      *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStanding) standing = NULL;

  must_place (fixture, "per", "nord", 1);
  must_place (fixture, "per", "fjel", 2);
  must_place (fixture, "eva", "nord", 1);
  must_place (fixture, "eva", "fjel", 2);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (votum_sheet_is_falling (standing->sheet));
  for (guint i = 0; i < standing->entrants->len; i++)
    if (g_ptr_array_index (standing->entrants, i) == (gpointer) find (fixture, VOTUM_KIND_ENTRANT, "nord"))
      g_assert_cmpuint (votum_result_position (standing->result, 0, i), ==, 1);
}

/* Places that came in from a file may be given twice or leave a gap. */
static void
test_foreign (OpenCase      *fixture,
              gconstpointer  data)
{
  give (fixture, "eva", "nord", 1, TRUE);
  give (fixture, "eva", "fjel", 1, TRUE);
  give (fixture, "eva", "pola", 4, TRUE);
  g_assert_false (is_an_order (fixture, "eva", "is given to both"));
  give (fixture, "eva", "fjel", 2, TRUE);
  g_assert_false (is_an_order (fixture, "eva", "nobody has place 3"));
  give (fixture, "eva", "pola", 5, FALSE);
  must_place (fixture, "eva", "pola", 2);
  assert_order (fixture, "eva", "nord pola fjel");
  g_assert_true (is_an_order (fixture, "eva", ""));
}

static gboolean
has_points (OpenCase   *fixture,
            const char *juror,
            const char *entrant,
            gint64      points)
{
  g_autoptr(GError) error = NULL;

  return votum_case_check_points (fixture->votum_case, find (fixture, VOTUM_KIND_ROUND, "1"), find (fixture, VOTUM_KIND_JUROR, juror),
                                  find (fixture, VOTUM_KIND_ENTRANT, entrant), (VotumDecimal) { points, 0 }, &error);
}

static void
test_points (OpenCase      *fixture,
             gconstpointer  data)
{
  g_assert_true (has_points (fixture, "per", "nord", 3));
  give (fixture, "per", "nord", 3, TRUE);
  g_assert_true (has_points (fixture, "per", "nord", 3));
  g_assert_false (has_points (fixture, "per", "fjel", 3));
  g_assert_true (has_points (fixture, "per", "fjel", 0));
  g_assert_false (has_points (fixture, "per", "fjel", 5));
  give (fixture, "per", "fjel", 0, TRUE);
  give (fixture, "per", "havg", 5, FALSE);
}

static void
test_votes (OpenCase      *fixture,
            gconstpointer  data)
{
  give (fixture, "per", "nord", 1, TRUE);
  give (fixture, "per", "fjel", 0, TRUE);
  give (fixture, "per", "havg", 3, FALSE);
}

int
main (int    argc,
      char **argv)
{
  static const Rule order = { "rank-sum", NULL };
  static const Rule borda = { "borda", NULL };
  static const Rule points = { "places", "3x1 2x2" };
  static const Rule votes = { "yes-no", NULL };

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);

  g_test_add ("/case-ranking/order", OpenCase, &order, set_up, test_order, open_case_tear_down);
  g_test_add ("/case-ranking/left-out", OpenCase, &borda, set_up, test_left_out, open_case_tear_down);
  g_test_add ("/case-ranking/direction", OpenCase, &borda, set_up, test_direction, open_case_tear_down);
  g_test_add ("/case-ranking/foreign", OpenCase, &order, set_up, test_foreign, open_case_tear_down);
  g_test_add ("/case-ranking/points", OpenCase, &points, set_up, test_points, open_case_tear_down);
  g_test_add ("/case-ranking/votes", OpenCase, &votes, set_up, test_votes, open_case_tear_down);

  return g_test_run ();
}
