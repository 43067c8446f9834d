#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-deliberation.h"
#include "votum-case-edit.h"
#include "votum-case-minutes.h"
#include "votum-error.h"

/* The agenda from the numbers, a juror who stands alone, a mark that is revised, who can vote. */

static void
add_jurors (CaseFixture *fixture)
{
  static const char *const keys[] = { "eva", "ola", "tor" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(VotumThing) juror = votum_thing_new (VOTUM_KIND_JUROR);
      g_autoptr(GError) error = NULL;

      votum_thing_set_key (juror, keys[i]);
      votum_thing_set_from_text (juror, VOTUM_JUROR_NAME, keys[i], NULL);
      votum_case_add (fixture->votum_case, juror, &error);
      g_assert_no_error (error);
    }
}

static void
mark_all (CaseFixture *fixture,
          const char  *entrant,
          const char  *criterion,
          const int    marks[5])
{
  static const char *const keys[] = { "ida", "per", "eva", "ola", "tor" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    case_fixture_must_mark (fixture, entrant, keys[i], criterion, marks[i]);
}

static void
fill (CaseFixture *fixture)
{
  const int alone[] = { 5, 5, 6, 2, 5 }, wide[] = { 1, 2, 3, 4, 5 }, alike[] = { 4, 4, 4, 4, 4 };

  add_jurors (fixture);
  mark_all (fixture, "nord", "A", alone);
  mark_all (fixture, "nord", "B", wide);
  mark_all (fixture, "fjel", "A", alike);
  mark_all (fixture, "fjel", "B", alike);
}

static void
open_round (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  votum_case_edit (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1"), VOTUM_ROUND_STATE, "opened", NULL, &error);
  g_assert_no_error (error);
}

static VotumThing *
find_source (GPtrArray *points,
             int        source)
{
  for (guint i = 0; i < points->len; i++)
    if (votum_thing_get_choice (g_ptr_array_index (points, i), VOTUM_POINT_SOURCE) == source)
      return g_ptr_array_index (points, i);

  return NULL;
}

static void
test_agenda (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autoptr(GPtrArray) points = NULL;
  g_autoptr(GPtrArray) opinions = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *wide = NULL;
  VotumThing *alone;
  guint n_alone = 0;

  fill (fixture);
  g_assert_false (votum_case_make_agenda (fixture->votum_case, case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1"), NULL, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  open_round (fixture);
  votum_case_make_agenda (fixture->votum_case, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  points = votum_case_agenda (fixture->votum_case);
  alone = find_source (points, VOTUM_POINT_SOURCE_ALONE);
  g_assert_nonnull (alone);
  g_assert_cmpint (votum_thing_get_ref (alone, VOTUM_POINT_JUROR), ==, case_fixture_id (fixture, VOTUM_KIND_JUROR, "ola"));
  title = votum_case_point_title (fixture->votum_case, alone, "en");
  g_assert_cmpstr (title, ==, "Nordlys, Kultur: one juror at 2, the others from 5 to 6");
  wide = votum_case_point_title (fixture->votum_case, find_source (points, VOTUM_POINT_SOURCE_DISAGREEMENT), "en");
  g_assert_cmpstr (wide, ==, "Nordlys, Resultat: marks from 1 to 5");

  opinions = votum_case_point_opinions (fixture->votum_case, alone, TRUE, "en");
  g_assert_cmpuint (opinions->len, ==, 5);
  for (guint i = 0; i < opinions->len; i++)
    {
      const VotumOpinion *opinion = g_ptr_array_index (opinions, i);

      n_alone += opinion->alone;
      g_assert_null (strstr (opinion->name, "ola"));
    }
  g_assert_cmpuint (n_alone, ==, 1);
}

static void
test_revise (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumMark mark = { .digits = 5, .state = VOTUM_MARK_VALUE };
  g_autoptr(GPtrArray) points = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  const VotumMark *now;
  GListModel *revisions = votum_case_get_things (fixture->votum_case, VOTUM_KIND_REVISION);

  fill (fixture);
  mark.round = (gint32) case_fixture_id (fixture, VOTUM_KIND_ROUND, "1");
  mark.entrant = (gint32) case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord");
  mark.juror = (gint32) case_fixture_id (fixture, VOTUM_KIND_JUROR, "ola");
  mark.criterion = (gint32) case_fixture_id (fixture, VOTUM_KIND_CRITERION, "A");
  g_assert_false (votum_case_revise_mark (fixture->votum_case, &mark, NULL, "Heard otherwise", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  open_round (fixture);
  votum_case_make_agenda (fixture->votum_case, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (votum_case_revise_mark (fixture->votum_case, &mark, NULL, "  ", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  votum_case_revise_mark (fixture->votum_case, &mark, NULL, "Heard otherwise", &error);
  g_assert_no_error (error);

  now = votum_marks_lookup (votum_case_get_marks (fixture->votum_case), mark.round, mark.entrant, mark.juror, mark.criterion);
  g_assert_cmpint (now->digits, ==, 5);
  g_assert_cmpstr (now->comment, ==, "Heard otherwise");
  g_assert_cmpuint (g_list_model_get_n_items (revisions), ==, 1);
  /* a point keeps its name */
  points = votum_case_agenda (fixture->votum_case);
  title = votum_case_point_title (fixture->votum_case, find_source (points, VOTUM_POINT_SOURCE_ALONE), "en");
  g_assert_cmpstr (title, ==, "Nordlys, Kultur: one juror at 2, the others from 5 to 6");

  g_assert_true (votum_case_undo (fixture->votum_case, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (revisions), ==, 0);
  now = votum_marks_lookup (votum_case_get_marks (fixture->votum_case), mark.round, mark.entrant, mark.juror, mark.criterion);
  g_assert_cmpint (now->digits, ==, 2);
}

static gboolean
write_minute (CaseFixture *fixture,
              const char  *kind,
              const char  *juror,
              int          votes_for,
              GError     **error)
{
  g_autoptr(VotumThing) minute = votum_thing_new (VOTUM_KIND_MINUTE);

  votum_thing_set_from_text (minute, VOTUM_MINUTE_KIND, kind, NULL);
  if (juror != NULL)
    votum_thing_set_ref (minute, VOTUM_MINUTE_JUROR, case_fixture_id (fixture, VOTUM_KIND_JUROR, juror));
  if (votes_for >= 0)
    votum_thing_set_number (minute, VOTUM_MINUTE_VOTES_FOR, votes_for);

  return votum_case_add_minute (fixture->votum_case, minute, error);
}

static void
test_votes (CaseFixture  *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  VotumThing *meeting;

  add_jurors (fixture);
  g_assert_false (write_minute (fixture, "remark", NULL, -1, &error));
  g_clear_error (&error);
  g_assert_true (votum_case_begin_meeting (fixture->votum_case, "Hamar", &error));
  g_assert_false (votum_case_begin_meeting (fixture->votum_case, "Hamar", NULL));
  meeting = votum_case_running_meeting (fixture->votum_case);
  /* nobody's coming was written down */
  g_assert_cmpuint (votum_case_n_voters (fixture->votum_case, meeting, NULL, NULL), ==, 5);
  g_assert_true (write_minute (fixture, "present", "ida", -1, &error));
  g_assert_true (write_minute (fixture, "present", "per", -1, &error));
  g_assert_true (write_minute (fixture, "present", "siv", -1, &error));
  g_assert_cmpuint (votum_case_n_voters (fixture->votum_case, meeting, NULL, NULL), ==, 2);
  g_assert_true (write_minute (fixture, "out-of-the-room", "per", -1, &error));
  g_assert_false (write_minute (fixture, "vote", NULL, 2, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (write_minute (fixture, "returned", "per", -1, &error));
  g_assert_true (write_minute (fixture, "vote", NULL, 2, &error));
  g_assert_true (votum_case_end_meeting (fixture->votum_case, meeting, &error));
  g_assert_null (votum_case_running_meeting (fixture->votum_case));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case-deliberation/agenda", test_agenda);
  case_fixture_add ("/case-deliberation/revise", test_revise);
  case_fixture_add ("/case-deliberation/votes", test_votes);

  return g_test_run ();
}
