#include "votum-config.h"

#include <string.h>

#include "holder-fixture.h"
#include "votum-case-charts.h"
#include "votum-case-citation.h"
#include "votum-case-drafts.h"
#include "votum-case-export.h"
#include "votum-case-progress.h"
#include "votum-case-verdict.h"

/* Nothing comes out of somebody’s copy that they may not see. */

/* Two have marked: Ida high, Per low; Ida leads to another winner than Per. */
static void
fill (CaseFixture *fixture)
{
  g_autoptr(VotumThing) decision = votum_thing_new (VOTUM_KIND_DECISION);
  g_autoptr(VotumThing) citation = votum_thing_new (VOTUM_KIND_CITATION);
  g_autoptr(GError) error = NULL;
  gint64 nord = case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord");

  case_fixture_must_mark (fixture, "nord", "ida", "A", 6);
  case_fixture_must_mark (fixture, "nord", "ida", "B", 6);
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 1);
  case_fixture_must_mark (fixture, "fjel", "ida", "B", 1);
  case_fixture_must_mark (fixture, "nord", "per", "A", 3);
  case_fixture_must_mark (fixture, "nord", "per", "B", 3);
  case_fixture_must_mark (fixture, "fjel", "per", "A", 4);
  case_fixture_must_mark (fixture, "fjel", "per", "B", 4);
  must_add_note (fixture, "ida", "mine", "hemmelig-ida");
  must_add_note (fixture, "ida", "quotable", "sitat-ida");
  must_add_note (fixture, "per", "mine", "hemmelig-per");
  must_add_note (fixture, "per", "quotable", "sitat-per");

  votum_thing_set_from_text (decision, VOTUM_DECISION_OUTCOME, "winner", NULL);
  votum_thing_set_ref (decision, VOTUM_DECISION_ENTRANT, nord);
  votum_thing_set_from_text (decision, VOTUM_DECISION_REASON, "vedtak-juryen", NULL);
  g_assert_true (votum_case_add (fixture->votum_case, decision, &error));
  votum_thing_set_ref (citation, VOTUM_CITATION_ENTRANT, nord);
  votum_thing_set_from_text (citation, VOTUM_CITATION_LANGUAGE, "nb", NULL);
  votum_thing_set_from_text (citation, VOTUM_CITATION_TEXT, "begrunnelse-juryen", NULL);
  g_assert_true (votum_case_add (fixture->votum_case, citation, &error));
  g_assert_no_error (error);
}

static char *
exported (CaseFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.xml", NULL);
  char *text = NULL;
  g_autoptr(GError) error = NULL;

  votum_case_export (fixture->votum_case, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);

  return text;
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    n++;

  return n;
}

static void
test_juror_export (CaseFixture  *fixture,
                   gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *own = NULL;

  fill (fixture);
  all = exported (fixture);
  g_assert_nonnull (strstr (all, "vedtak-juryen"));
  g_assert_cmpuint (count (all, "<mark "), ==, 8);

  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  own = exported (fixture);
  g_assert_cmpuint (count (own, "<mark "), ==, 4);
  g_assert_cmpuint (count (own, "juror=\"ida\""), ==, 0);
  g_assert_nonnull (strstr (own, "hemmelig-per"));
  g_assert_nonnull (strstr (own, "sitat-per"));
  g_assert_null (strstr (own, "hemmelig-ida"));
  g_assert_null (strstr (own, "sitat-ida"));
  g_assert_null (strstr (own, "vedtak-juryen"));
  g_assert_null (strstr (own, "begrunnelse-juryen"));
  g_assert_null (strstr (own, "<log"));
}

static void
test_juror_standing (CaseFixture  *fixture,
                     gconstpointer data)
{
  VotumVerdictOptions options = { .lang = "nb", .part = VOTUM_VERDICT_BOTH };
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(VotumChart) ranking = NULL;
  g_autofree char *csv = NULL;
  VotumChartRequest request = { .votum_case = fixture->votum_case, .lang = "nb" };
  g_autoptr(VotumCitationText) citation = NULL;
  g_autoptr(GPtrArray) winners = NULL;
  g_autoptr(VotumPaper) paper = NULL;
  g_autofree char *total = NULL;
  g_autoptr(GError) error = NULL;
  gboolean draft = FALSE;

  fill (fixture);
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (standing->own_only);
  g_assert_cmpuint (standing->jurors->len, ==, 1);
  total = votum_result_total (standing->result, 0, 0, 2);
  g_assert_cmpstr (total, ==, "3.00");

  winners = votum_case_get_winners (fixture->votum_case, standing);
  g_assert_cmpuint (winners->len, ==, 1);
  g_assert_cmpstr (votum_thing_get_key (winners->pdata[0]), ==, "fjel");
  citation = votum_case_get_citation (fixture->votum_case, standing, winners, "nb", FALSE);
  g_assert_true (citation->draft);
  request.standing = standing;
  ranking = votum_case_chart ("ranking", &request, &error);
  g_assert_no_error (error);
  csv = votum_chart_to_csv (ranking);
  g_assert_nonnull (strstr (csv, "total_1"));
  g_assert_null (strstr (csv, "total_2"));
  paper = votum_case_verdict (fixture->votum_case, standing, &options, &draft);
  g_assert_true (draft);

  /* the draft of the text is made of what may be seen */
  g_ptr_array_set_size (winners, 0);
  g_ptr_array_add (winners, g_object_ref (case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord")));
  votum_citation_text_free (g_steal_pointer (&citation));
  citation = votum_case_get_citation (fixture->votum_case, standing, winners, "nb", FALSE);
  g_assert_null (strstr (citation->text, "sitat-ida"));
  g_assert_null (strstr (citation->text, "begrunnelse-juryen"));
  g_assert_nonnull (strstr (citation->text, "sitat-per"));
}

static void
test_juror_log (CaseFixture  *fixture,
                gconstpointer data)
{
  GPtrArray *log = votum_case_get_log (fixture->votum_case);
  g_autoptr(VotumChanges) changes = NULL;
  guint n_unseen = 0;

  fill (fixture);
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  case_fixture_must_mark (fixture, "nord", "per", "A", 5);
  for (guint i = 0; i < log->len; i++)
    {
      const VotumLogEntry *entry = log->pdata[i];

      if (!votum_case_may_see_entry (fixture->votum_case, entry))
        {
          n_unseen++;
          g_assert_null (votum_case_entry_changes (fixture->votum_case, entry));
          continue;
        }
      if (entry->new_value == NULL)
        continue;
      g_assert_null (strstr (entry->new_value, "/ida/"));
      g_assert_null (strstr (entry->new_value, "-ida"));
      g_assert_null (strstr (entry->new_value, "-juryen"));
    }
  changes = votum_case_entry_changes (fixture->votum_case, log->pdata[log->len - 1]);
  g_assert_cmpuint (votum_marks_size (votum_changes_new_marks (changes)), ==, 1);
  g_assert_cmpuint (votum_marks_size (votum_changes_old_marks (changes)), ==, 1);
  /* four marks and two notes of Ida's, the decision, the citation; and the whole of the beginning is nobody's secret */
  g_assert_cmpuint (n_unseen, ==, 8);
}

static void
test_opened (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumThing *round = case_fixture_thing (fixture, VOTUM_KIND_ROUND, "1");
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 6);
  g_autoptr(VotumStanding) standing = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  fill (fixture);
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_false (votum_case_may_see_mark (fixture->votum_case, &mark));
  g_assert_null (votum_case_get_mark (fixture->votum_case, round, case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord"),
                                      case_fixture_thing (fixture, VOTUM_KIND_JUROR, "ida"),
                                      case_fixture_thing (fixture, VOTUM_KIND_CRITERION, "A")));
  g_assert_false (votum_case_edit (fixture->votum_case, round, VOTUM_ROUND_STATE, "opened", NULL, &error));
  assert_not_allowed (error);

  must_hold (fixture, "siv", VOTUM_DUTY_SECRETARY);
  g_assert_true (votum_case_edit (fixture->votum_case, round, VOTUM_ROUND_STATE, "opened", NULL, &error));
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_true (votum_case_sees_all (fixture->votum_case));
  g_assert_true (votum_case_may_see_mark (fixture->votum_case, &mark));
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_false (standing->own_only);
  g_assert_cmpuint (standing->jurors->len, ==, 2);
  text = exported (fixture);
  g_assert_cmpuint (count (text, "<mark "), ==, 8);
  g_assert_nonnull (strstr (text, "sitat-ida"));
  g_assert_nonnull (strstr (text, "vedtak-juryen"));
  g_assert_null (strstr (text, "hemmelig-ida"));
}

static void
test_always (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  fill (fixture);
  g_assert_true (votum_case_edit (fixture->votum_case, votum_case_get_award (fixture->votum_case), VOTUM_AWARD_VISIBILITY, "always", NULL,
                                  &error));
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_true (votum_case_sees_all (fixture->votum_case));
  text = exported (fixture);
  g_assert_cmpuint (count (text, "<mark "), ==, 8);
  g_assert_nonnull (strstr (text, "sitat-ida"));
  /* what the jury decided is told when the rounds are opened */
  g_assert_null (strstr (text, "vedtak-juryen"));
}

/* A file of guesses is not told which of them are right. */
static void
test_import (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "marks.csv", NULL);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(GError) error = NULL;

  fill (fixture);
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_true (g_file_set_contents (path, "entrant;juror;criterion;mark\nnord;ida;A;6\n", -1, NULL));
  g_assert_null (votum_case_plan_marks (fixture->votum_case, path, NULL, problems, NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, "Per Dahl"));
  g_unlink (path);
}

/* A juror of an award that marks blind meets aliases everywhere, also in the log that the own marks leave. */
static void
test_blind (CaseFixture  *fixture,
            gconstpointer data)
{
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *fjel = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "fjel");
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "per", "A", 5);
  GPtrArray *log = votum_case_get_log (fixture->votum_case);
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_edit (fixture->votum_case, votum_case_get_award (fixture->votum_case), VOTUM_AWARD_BLIND, "true", NULL, &error));
  g_assert_true (votum_case_edit (fixture->votum_case, nord, VOTUM_ENTRANT_ALIAS, "Deltaker 1", NULL, &error));
  g_assert_true (votum_case_edit (fixture->votum_case, fjel, VOTUM_ENTRANT_POSITION, "2", NULL, &error));
  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  g_assert_cmpstr (votum_case_entrant_name (fixture->votum_case, nord), ==, "Nordlys");

  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_false (votum_case_knows_names (fixture->votum_case));
  g_assert_cmpstr (votum_case_entrant_name (fixture->votum_case, nord), ==, "Deltaker 1");
  g_assert_cmpstr (votum_case_entrant_name (fixture->votum_case, fjel), ==, "Finalist 2");
  name = votum_case_name_of (fixture->votum_case, nord, "nb");
  g_assert_cmpstr (name, ==, "Deltaker 1");
  g_assert_true (votum_case_set_mark (fixture->votum_case, &mark, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->subject, ==, "Deltaker 1 · A · Per Dahl");
  /* what was written under the names stays closed, the own mark and whose copy it is do not */
  for (guint i = 0; i < log->len; i++)
    {
      const VotumLogEntry *entry = log->pdata[i];

      g_assert_cmpint (votum_case_may_see_entry (fixture->votum_case, entry), ==,
                       i + 1 == log->len || strcmp (entry->command, "hold-case") == 0);
    }
}

/* Who has not said who they are sees the least. */
static void
test_onlooker (CaseFixture  *fixture,
               gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  VotumMark mark = case_fixture_mark (fixture, "1", "nord", "ida", "A", 6);
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  g_autoptr(VotumStanding) standing = NULL;
  g_autoptr(GError) error = NULL;
  VotumNextStep step;

  fill (fixture);
  must_add_note (fixture, NULL, "mine", "hemmelig-noen");
  g_assert_true (votum_case_keep_draft (self, "note:new", "Begynt før", &error));
  votum_case_set_onlooker (self, TRUE);
  g_assert_null (votum_case_get_holder (self));
  g_assert_false (votum_case_sees_all (self));
  g_assert_false (votum_case_may_see_mark (self, &mark));
  g_assert_null (votum_case_get_draft (self, "note:new"));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);

      g_assert_false (votum_case_may_see (self, note));
    }
  standing = votum_case_compute (self, NULL, NULL, NULL);
  g_assert_true (standing == NULL || standing->own_only);
  votum_case_next_step (self, &step);
  votum_case_set_onlooker (self, FALSE);
  g_assert_true (votum_case_may_see_mark (self, &mark));
  g_assert_cmpstr (votum_case_get_draft (self, "note:new"), ==, "Begynt før");

  /* for whom it is somebody's copy, nothing changes */
  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  votum_case_set_onlooker (self, TRUE);
  g_assert_true (votum_case_may_see_mark (self, &mark));
}

/* Whose copy another file was is nothing to this one. */
static void
test_exported_holder (CaseFixture  *fixture,
                      gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.xml", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second.votum", NULL);
  g_autoptr(VotumProblems) problems = votum_problems_new ();
  g_autoptr(VotumDocument) document = NULL;
  g_autoptr(VotumCase) copy = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *log;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 4);
  must_add_note (fixture, "ida", "mine", "Idas");
  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  g_assert_true (votum_case_export (fixture->votum_case, path, &error));
  document = votum_case_read_template (path, FALSE, problems, NULL, &error);
  g_assert_no_error (error);
  copy = votum_case_create (second, &error);
  case_fixture_import (copy, g_steal_pointer (&document), "init");
  g_assert_cmpuint (votum_case_get_log (copy)->len, ==, votum_case_get_log (fixture->votum_case)->len + 1);
  g_clear_object (&copy);
  copy = votum_case_open (second, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (votum_case_get_holder (copy));
  g_assert_false (votum_case_was_held (copy));

  /* of what came along the words alone can tell whether they are for everybody */
  log = votum_case_get_log (copy);
  g_assert_true (votum_case_set_holder (copy, votum_case_find (copy, VOTUM_KIND_JUROR, "siv"), VOTUM_DUTY_SECRETARY, NULL, &error));
  g_assert_true (votum_case_may_see_entry (copy, log->pdata[1]));
  g_assert_false (votum_case_may_see_entry (copy, log->pdata[2]));
  g_assert_true (votum_case_set_holder (copy, votum_case_find (copy, VOTUM_KIND_JUROR, "per"), VOTUM_DUTY_JUROR, "Overlevert.", &error));
  g_assert_false (votum_case_may_see_entry (copy, log->pdata[1]));
  g_assert_no_error (error);

  g_clear_object (&copy);
  g_unlink (second);
  g_unlink (path);
}

/* What somebody is writing is for nobody else's eyes, and is there again when they are back. */
static void
test_drafts (CaseFixture  *fixture,
             gconstpointer data)
{
  VotumCase *self = fixture->votum_case;
  g_auto(GStrv) places = NULL;
  gint64 note = votum_thing_get_id (must_add_note (fixture, "per", "mine", "Pers"));
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_keep_draft (self, "note:new", "Begynt før", &error));
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  g_assert_cmpstr (votum_case_get_draft (self, "note:new"), ==, "Begynt før");
  g_assert_true (votum_case_keep_draft (self, "note:new", "Begynt før, og mer", &error));
  g_assert_true (votum_case_keep_draft (self, "note:2", "Hun så opp", &error));
  places = votum_case_list_drafts (self, "note:");
  g_assert_cmpuint (g_strv_length (places), ==, 2);
  g_assert_cmpstr (places[0], ==, "note:2");

  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  g_assert_null (votum_case_get_draft (self, "note:2"));
  g_assert_null (votum_case_get_draft (self, "note:new"));
  g_assert_true (votum_case_keep_draft (self, "note:2", "Idas", &error));
  must_hold (fixture, "per", VOTUM_DUTY_JUROR);
  case_fixture_reopen (fixture);
  self = fixture->votum_case;
  g_assert_cmpstr (votum_case_get_draft (self, "note:2"), ==, "Hun så opp");
  g_assert_true (votum_case_edit_finishing (self, votum_case_lookup (self, note), VOTUM_NOTE_TEXT, "Hun så opp.", "note:2", &error));
  g_assert_no_error (error);
  g_assert_null (votum_case_get_draft (self, "note:2"));
  must_hold (fixture, "ida", VOTUM_DUTY_CHAIR);
  g_assert_cmpstr (votum_case_get_draft (self, "note:2"), ==, "Idas");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/case-holder-sight/juror-export", test_juror_export);
  case_fixture_add ("/case-holder-sight/juror-standing", test_juror_standing);
  case_fixture_add ("/case-holder-sight/juror-log", test_juror_log);
  case_fixture_add ("/case-holder-sight/opened", test_opened);
  case_fixture_add ("/case-holder-sight/always", test_always);
  case_fixture_add ("/case-holder-sight/import", test_import);
  case_fixture_add ("/case-holder-sight/blind", test_blind);
  case_fixture_add ("/case-holder-sight/onlooker", test_onlooker);
  case_fixture_add ("/case-holder-sight/drafts", test_drafts);
  case_fixture_add ("/case-holder-sight/exported-holder", test_exported_holder);

  return g_test_run ();
}
