#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-assigned.h"
#include "votum-case-edit.h"
#include "votum-case-progress.h"
#include "votum-error.h"

/* Who marks whom, and the words that the rule asks for. */

static VotumThing *
juror_of (CaseFixture *fixture,
          const char  *key)
{
  return case_fixture_thing (fixture, VOTUM_KIND_JUROR, key);
}

static VotumThing *
entrant_of (CaseFixture *fixture,
            const char  *key)
{
  return case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, key);
}

static guint
wanted_of (CaseFixture *fixture,
           const char  *juror)
{
  VotumTally tally;

  votum_case_tally_juror (fixture->votum_case, votum_case_current_round (fixture->votum_case), juror_of (fixture, juror), &tally);

  return tally.wanted;
}

static void
test_assign (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *round = votum_case_current_round (self);
  VotumMark mark = case_fixture_mark (fixture, "1", "fjel", "per", "A", 4);
  g_autoptr(GError) error = NULL;
  VotumCoverage coverage;
  VotumTally tally;

  g_assert_false (votum_case_has_assignments (self));
  g_assert_true (votum_case_marks_all (self, juror_of (fixture, "per")));
  g_assert_cmpuint (wanted_of (fixture, "per"), ==, 4);

  /* who marked all marks the others from then on */
  g_assert_true (votum_case_assign (self, juror_of (fixture, "per"), entrant_of (fixture, "fjel"), FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (votum_case_marks_all (self, juror_of (fixture, "per")));
  g_assert_true (votum_case_is_assigned (self, juror_of (fixture, "per"), entrant_of (fixture, "nord")));
  g_assert_false (votum_case_is_assigned (self, juror_of (fixture, "per"), entrant_of (fixture, "fjel")));
  g_assert_cmpuint (wanted_of (fixture, "per"), ==, 2);
  g_assert_cmpuint (wanted_of (fixture, "ida"), ==, 4);
  votum_case_tally (self, round, entrant_of (fixture, "fjel"), juror_of (fixture, "per"), &tally);
  g_assert_true (tally.unassigned);
  g_assert_false (tally.recused);
  votum_case_coverage (self, round, entrant_of (fixture, "fjel"), &coverage);
  g_assert_cmpuint (coverage.asked, ==, 1);
  g_assert_cmpuint (coverage.minimum, ==, 1);
  g_assert_cmpuint (coverage.done, ==, 0);

  /* a mark that nobody asks for is refused, with a sentence */
  g_assert_false (votum_case_set_mark (self, &mark, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Per Dahl"));
  g_clear_error (&error);

  /* nobody is left without anybody to mark by accident: that would be all */
  g_assert_false (votum_case_assign (self, juror_of (fixture, "per"), entrant_of (fixture, "nord"), FALSE, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (votum_case_undo (self, &error));
  g_assert_cmpuint (wanted_of (fixture, "per"), ==, 4);
  g_assert_true (votum_case_redo (self, &error));
  g_assert_true (votum_case_assign_all (self, juror_of (fixture, "per"), &error));
  g_assert_false (votum_case_has_assignments (self));
  g_assert_true (votum_case_set_mark (self, &mark, &error));
  g_assert_no_error (error);

  /* a mark that is there already stays, and counts */
  g_assert_true (votum_case_assign (self, juror_of (fixture, "per"), entrant_of (fixture, "fjel"), FALSE, &error));
  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (self)), ==, 1);
}

/* A finalist who goes does not make somebody mark all of itself. */
static void
test_gone (CaseFixture  *fixture,
           gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  g_autoptr(VotumThing) third = votum_thing_new (VOTUM_KIND_ENTRANT);
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (third, "havg");
  votum_thing_set_from_text (third, VOTUM_ENTRANT_NAME, "Havgap", NULL);
  g_assert_true (votum_case_add (self, third, &error));
  g_assert_true (votum_case_assign (self, juror_of (fixture, "per"), entrant_of (fixture, "fjel"), FALSE, &error));
  g_assert_true (votum_case_assign (self, juror_of (fixture, "per"), entrant_of (fixture, "nord"), FALSE, &error));
  g_assert_no_error (error);

  g_assert_false (votum_case_remove (self, entrant_of (fixture, "havg"), &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Per Dahl"));
  g_clear_error (&error);
  /* who only leaves the race leaves nobody with more to do */
  g_assert_true (votum_case_edit (self, entrant_of (fixture, "havg"), VOTUM_ENTRANT_STATUS, "withdrawn", NULL, &error));
  g_assert_false (votum_case_marks_all (self, juror_of (fixture, "per")));
  g_assert_cmpuint (wanted_of (fixture, "per"), ==, 0);

  g_assert_true (votum_case_assign (self, juror_of (fixture, "per"), entrant_of (fixture, "nord"), TRUE, &error));
  g_assert_true (votum_case_remove (self, entrant_of (fixture, "havg"), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (wanted_of (fixture, "per"), ==, 2);
}

static void
test_class (CaseFixture  *fixture,
            gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  g_autoptr(GError) error = NULL;

  small_case_add (document, VOTUM_KIND_CLASS, "big", "name", "Store", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "nord", "name", "Nordlys", "class", "big", NULL);
  small_case_add (document, VOTUM_KIND_ENTRANT, "havg", "name", "Havgap", "class", "big", NULL);
  case_fixture_import (self, document, "import-award");

  g_assert_true (votum_case_assign_class (self, juror_of (fixture, "per"), case_fixture_thing (fixture, VOTUM_KIND_CLASS, "big"), &error));
  g_assert_no_error (error);
  g_assert_true (votum_case_is_assigned (self, juror_of (fixture, "per"), entrant_of (fixture, "havg")));
  g_assert_false (votum_case_is_assigned (self, juror_of (fixture, "per"), entrant_of (fixture, "fjel")));

  /* of a class, one less: the others stay, one by one */
  g_assert_true (votum_case_assign (self, juror_of (fixture, "per"), entrant_of (fixture, "nord"), FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (votum_case_is_assigned (self, juror_of (fixture, "per"), entrant_of (fixture, "havg")));
  g_assert_false (votum_case_is_assigned (self, juror_of (fixture, "per"), entrant_of (fixture, "nord")));
}

/* ---- spreading ---- */

static void
add_many (CaseFixture *fixture,
          guint        n_jurors,
          guint        n_entrants)
{
  VotumDocument *document = votum_document_new (VOTUM_DOCUMENT_AWARD);

  for (guint i = 0; i < n_jurors; i++)
    {
      g_autofree char *key = g_strdup_printf ("j%u", i);

      small_case_add (document, VOTUM_KIND_JUROR, key, "name", key, NULL);
    }
  for (guint i = 0; i < n_entrants; i++)
    {
      g_autofree char *key = g_strdup_printf ("e%02u", i);

      small_case_add (document, VOTUM_KIND_ENTRANT, key, "name", key, NULL);
    }
  case_fixture_import (fixture->votum_case, document, "import-award");
}

static void
recuse (CaseFixture *fixture,
        const char  *juror,
        const char  *entrant)
{
  g_autoptr(VotumThing) recusal = votum_thing_new (VOTUM_KIND_RECUSAL);
  g_autoptr(GError) error = NULL;

  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, votum_thing_get_id (juror_of (fixture, juror)));
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_ENTRANT, votum_thing_get_id (entrant_of (fixture, entrant)));
  votum_case_add (fixture->votum_case, recusal, &error);
  g_assert_no_error (error);
}

static char *
describe_spread (CaseFixture *fixture,
                 guint        n_marks,
                 guint        most_apart)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *round = votum_case_current_round (self);
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);
  guint least = G_MAXUINT, most = 0;

  g_assert_true (votum_case_spread (self, round, n_marks, NULL, &error));
  g_assert_no_error (error);
  for (guint j = 0; j < jurors->len; j++)
    {
      guint n = 0;

      for (guint e = 0; e < entrants->len; e++)
        {
          VotumTally tally;

          votum_case_tally (self, round, entrants->pdata[e], jurors->pdata[j], &tally);
          n += tally.wanted > 0;
          g_string_append_c (text, tally.wanted > 0 ? 'x' : '.');
        }
      least = MIN (least, n);
      most = MAX (most, n);
    }
  g_assert_cmpuint (most - least, <=, most_apart);
  for (guint e = 0; e < entrants->len; e++)
    {
      VotumCoverage coverage;

      votum_case_coverage (self, round, entrants->pdata[e], &coverage);
      g_assert_cmpuint (coverage.asked, ==, n_marks);
    }

  return g_string_free (text, FALSE);
}

static void
test_spread (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *recused = NULL;
  g_autoptr(GPtrArray) short_of = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  add_many (fixture, 5, 18);
  first = describe_spread (fixture, 3, 1);
  g_assert_true (votum_case_assign_all (fixture->votum_case, NULL, &error));
  second = describe_spread (fixture, 3, 1);
  g_assert_cmpstr (first, ==, second);

  /* half of the finalists are out of reach of half of the jury: the work is shared by chains of moves */
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *key = g_strdup_printf ("e%02u", i);

      recuse (fixture, "j0", key);
      recuse (fixture, "j1", key);
      recuse (fixture, "per", key);
    }
  recused = describe_spread (fixture, 3, 3);

  /* who begun to mark goes on */
  g_assert_true (votum_case_assign_all (fixture->votum_case, NULL, &error));
  case_fixture_must_mark (fixture, "e17", "j4", "A", 3);
  g_clear_pointer (&recused, g_free);
  recused = describe_spread (fixture, 2, 3);
  g_assert_true (votum_case_is_assigned (fixture->votum_case, juror_of (fixture, "j4"), entrant_of (fixture, "e17")));

  /* more than there are who may */
  g_assert_true (votum_case_spread (fixture->votum_case, votum_case_current_round (fixture->votum_case), 5, short_of, &error));
  g_assert_cmpuint (short_of->len, ==, 12);
}

/* ---- comments ---- */

static void
test_comments (CaseFixture  *fixture,
               gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumThing *round = votum_case_current_round (self);
  VotumThing *rule = case_fixture_thing (fixture, VOTUM_KIND_RULE, "r");
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "per", "A", 6);
  g_autoptr(GError) error = NULL;
  VotumTally tally;

  case_fixture_must_mark (fixture, "nord", "per", "A", 6);
  case_fixture_must_mark (fixture, "nord", "per", "B", 5);
  votum_case_tally_juror (self, round, juror_of (fixture, "per"), &tally);
  g_assert_cmpuint (tally.comments_missing, ==, 0);

  /* what a juror is asked for can change while marks are given */
  votum_case_edit (self, rule, VOTUM_RULE_COMMENTS, "extremes", NULL, &error);
  g_assert_no_error (error);
  votum_case_tally_juror (self, round, juror_of (fixture, "per"), &tally);
  g_assert_cmpuint (tally.comments_missing, ==, 1);
  g_assert_cmpuint (tally.reasons_missing, ==, 1);
  g_assert_cmpint (votum_case_comment_demand (self, &mark), ==, VOTUM_DEMAND_EXTREME);

  votum_case_edit (self, rule, VOTUM_RULE_COMMENTS, "all", NULL, &error);
  votum_case_tally_juror (self, round, juror_of (fixture, "per"), &tally);
  g_assert_cmpuint (tally.comments_missing, ==, 2);
  mark.comment = "Teamlederne kjenner tallene sine.";
  g_assert_true (votum_case_set_mark (self, &mark, &error));
  votum_case_tally_juror (self, round, juror_of (fixture, "per"), &tally);
  g_assert_cmpuint (tally.comments_missing, ==, 1);

  /* what was not observed is no mark */
  mark = case_fixture_mark (fixture, "1", "nord", "per", "B", 0);
  mark.state = VOTUM_MARK_NOT_OBSERVED;
  g_assert_true (votum_case_set_mark (self, &mark, &error));
  votum_case_tally_juror (self, round, juror_of (fixture, "per"), &tally);
  g_assert_cmpuint (tally.comments_missing, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case/assigned/one-by-one", test_assign);
  case_fixture_add ("/case/assigned/gone", test_gone);
  case_fixture_add ("/case/assigned/class", test_class);
  case_fixture_add ("/case/assigned/spread", test_spread);
  case_fixture_add ("/case/assigned/comments", test_comments);

  return g_test_run ();
}
