#include "jury-fixture.h"
#include "votum-case-ballots-private.h"
#include "votum-case-edit.h"
#include "votum-case-hand-in.h"

/* The juror's side: what is missing, whether what was handed in is still what they say, and what comes later from the chair. */

typedef struct {
  CaseFixture fixture;
  VotumCase *juror;         /* per's copy */
  char *ballot;
} Jury;

static void
jury_set_up (Jury         *jury,
             gconstpointer data)
{
  case_fixture_set_up (&jury->fixture, data);
  jury->juror = hand_out_to_per (&jury->fixture, &jury->ballot);
}

static void
jury_tear_down (Jury         *jury,
                gconstpointer data)
{
  g_clear_object (&jury->juror);
  g_free (jury->ballot);
  case_fixture_tear_down (&jury->fixture, data);
}

static gboolean
is_taken_in (Jury     *jury,
             GError  **error)
{
  VotumCase *chair = jury->fixture.votum_case;
  guint n_entries = votum_case_get_log (chair)->len;
  VotumThing *ballot = votum_case_take_in (chair, jury->ballot, NULL, NULL, error);

  g_assert_cmpuint (votum_marks_size (votum_case_get_marks (chair)), ==, 0);
  g_assert_cmpuint (votum_case_get_log (chair)->len, ==, n_entries + (ballot != NULL));

  return ballot != NULL;
}

static VotumThing *
first_round (VotumCase *votum_case)
{
  return votum_case_find (votum_case, VOTUM_KIND_ROUND, "1");
}

static VotumHandInState
state_of (Jury   *jury,
          gint64 *number)
{
  VotumThing *ballot;
  VotumHandInState state = votum_case_hand_in_state (jury->juror, first_round (jury->juror), &ballot);

  *number = ballot != NULL ? votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER) : 0;

  return state;
}

static void
must_hand_in (Jury *jury)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *receipt = votum_case_hand_in (jury->juror, first_round (jury->juror), jury->ballot, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (receipt);
}

/* What is missing is told by finalist, in their order. */
static void
test_gaps (Jury         *jury,
           gconstpointer data)
{
  g_autoptr(GArray) before = votum_case_hand_in_gaps (jury->juror, first_round (jury->juror));
  g_autoptr(GArray) after = NULL;
  const VotumHandInGap *gap = &g_array_index (before, VotumHandInGap, 0);
  guint n = gap->count;

  g_assert_cmpint (gap->lack, ==, VOTUM_LACK_MARK);
  g_assert_cmpstr (votum_thing_get_key (gap->entrant), ==, "nord");
  g_assert_cmpstr (votum_thing_get_key (gap->criterion), ==, "A");
  give_mark (jury->juror, "nord", "A", 5);
  after = votum_case_hand_in_gaps (jury->juror, first_round (jury->juror));
  gap = &g_array_index (after, VotumHandInGap, 0);
  if (n > 1)
    {
      g_assert_cmpstr (votum_thing_get_key (gap->criterion), !=, "A");
      g_assert_cmpuint (gap->count, ==, n - 1);
    }
}

/* A change, and its undo; a note that is released, and one that is not; the chair's case says nothing. */
static void
test_state (Jury         *jury,
            gconstpointer data)
{
  g_autoptr(VotumThing) note = votum_thing_new (VOTUM_KIND_NOTE);
  g_autoptr(GError) error = NULL;
  VotumThing *ballot;
  gint64 number;

  g_assert_cmpint (votum_case_hand_in_state (jury->fixture.votum_case, first_round (jury->fixture.votum_case), &ballot), ==, VOTUM_HAND_IN_NONE);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_OPEN);
  give_mark (jury->juror, "nord", "A", 5);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_OPEN);
  must_hand_in (jury);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_DONE);
  g_assert_cmpint (number, ==, 1);

  give_mark (jury->juror, "nord", "A", 4);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_CHANGED);
  give_mark (jury->juror, "nord", "A", 5);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_DONE);
  give_mark (jury->juror, "nord", "A", 3);
  g_assert_true (votum_case_undo (jury->juror, &error));
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_DONE);

  votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, "Sett på gulvet", NULL);
  votum_thing_set_ref (note, VOTUM_NOTE_AUTHOR, votum_thing_get_id (votum_case_get_holder (jury->juror)));
  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, votum_thing_get_id (votum_case_find (jury->juror, VOTUM_KIND_ENTRANT, "nord")));
  g_assert_true (votum_case_add (jury->juror, note, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_DONE);
  g_assert_true (votum_case_edit (jury->juror, votum_case_lookup (jury->juror, votum_thing_get_id (note)), VOTUM_NOTE_USE, "jury", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_CHANGED);
  must_hand_in (jury);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_DONE);
  g_assert_cmpint (number, ==, 2);
}

static void
receipt_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  char **receipt = user_data;
  g_autoptr(GError) error = NULL;

  *receipt = votum_case_hand_in_finish (VOTUM_CASE (source), result, &error);
  if (*receipt == NULL)
    *receipt = g_strdup (error->message);
}

static char *
hand_in_beside (Jury       *jury,
                const char *passphrase,
                gboolean    disturbed)
{
  char *receipt = NULL;

  votum_case_hand_in_async (jury->juror, first_round (jury->juror), jury->ballot, passphrase, receipt_cb, &receipt);
  if (disturbed)
    give_mark (jury->juror, "nord", "A", 2);
  while (receipt == NULL)
    g_main_context_iteration (NULL, TRUE);

  return receipt;
}

/* With a passphrase, on another thread: a wrong one and a change meanwhile leave nothing behind. */
static void
test_beside (Jury         *jury,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *disturbed = NULL;
  g_autofree char *receipt = NULL;
  gint64 number;

  g_assert_true (votum_case_set_passphrase (jury->juror, VOTUM_KEY_JUROR, NULL, "vinterdekk", &error));
  g_assert_no_error (error);
  wrong = hand_in_beside (jury, "sommerdekk", FALSE);
  g_assert_nonnull (strstr (wrong, "passphrase"));
  disturbed = hand_in_beside (jury, "vinterdekk", TRUE);
  g_assert_nonnull (strstr (disturbed, "Hand in once more"));
  g_assert_false (g_file_test (jury->ballot, G_FILE_TEST_EXISTS));
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_OPEN);
  receipt = hand_in_beside (jury, "vinterdekk", FALSE);
  g_assert_cmpuint (strlen (receipt), ==, 64);
  g_assert_cmpint (state_of (jury, &number), ==, VOTUM_HAND_IN_DONE);
  g_assert_true (is_taken_in (jury, &error));
  g_assert_no_error (error);
}

/* Brings a visit of the chair's to the juror, in a later hand-out that is looked at before. */
static void
bring_visit (Jury *jury)
{
  g_autofree char *path = g_build_filename (jury->fixture.folder, "later.votum", NULL);
  g_autoptr(VotumThing) visit = votum_thing_new (VOTUM_KIND_VISIT);
  g_autoptr(VotumCase) later = NULL;
  g_autoptr(VotumImport) plan = NULL;
  g_autoptr(GError) error = NULL;
  VotumCase *chair = jury->fixture.votum_case;

  votum_thing_set_key (visit, "besok");
  votum_thing_set_ref (visit, VOTUM_VISIT_ENTRANT, votum_thing_get_id (votum_case_find (chair, VOTUM_KIND_ENTRANT, "nord")));
  g_assert_true (votum_case_add (chair, visit, &error));
  g_assert_no_error (error);
  votum_case_hand_out (chair, case_fixture_thing (&jury->fixture, VOTUM_KIND_JUROR, "per"), path, FALSE, NULL, &error);
  g_assert_no_error (error);
  later = votum_case_open (path, TRUE, NULL, &error);
  g_assert_no_error (error);
  plan = votum_case_plan_hand_out (jury->juror, later, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (votum_import_count (plan, VOTUM_KIND_VISIT)->added, ==, 1);
  g_assert_null (votum_case_find (jury->juror, VOTUM_KIND_VISIT, "besok"));
  g_assert_true (votum_case_bring_hand_out (jury->juror, later, plan, "later.votum", &error));
  g_assert_no_error (error);
  g_clear_pointer (&plan, votum_import_free);
  /* once more it is not newer */
  g_assert_null (votum_case_plan_hand_out (jury->juror, later, NULL));
  votum_case_close (later);
}

static void
note_down (Jury       *jury,
           VotumThing *visit,
           const char *key)
{
  g_autoptr(VotumThing) note = votum_thing_new (VOTUM_KIND_NOTE);
  g_autoptr(GError) error = NULL;

  votum_thing_set_key (note, key);
  votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, "Sett på gulvet", NULL);
  votum_thing_set_from_text (note, VOTUM_NOTE_USE, "jury", NULL);
  votum_thing_set_ref (note, VOTUM_NOTE_AUTHOR, votum_thing_get_id (votum_case_get_holder (jury->juror)));
  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
  votum_thing_set_ref (note, VOTUM_NOTE_VISIT, votum_thing_get_id (visit));
  g_assert_true (votum_case_add (jury->juror, note, &error));
  g_assert_no_error (error);
}

/* A note stays with the visit that the chair knows of; of one of the juror's own nothing is told. */
static void
test_visit (Jury         *jury,
            gconstpointer data)
{
  VotumCase *chair = jury->fixture.votum_case;
  g_autoptr(VotumThing) own = votum_thing_new (VOTUM_KIND_VISIT);
  g_autoptr(GError) error = NULL;
  GListModel *notes;
  guint with_visit = 0;

  bring_visit (jury);
  votum_thing_set_key (own, "mitt-eget");
  votum_thing_set_ref (own, VOTUM_VISIT_ENTRANT, votum_thing_get_id (votum_case_find (jury->juror, VOTUM_KIND_ENTRANT, "nord")));
  g_assert_true (votum_case_add (jury->juror, own, &error));
  g_assert_no_error (error);
  note_down (jury, votum_case_find (jury->juror, VOTUM_KIND_VISIT, "besok"), "n1");
  note_down (jury, votum_case_find (jury->juror, VOTUM_KIND_VISIT, "mitt-eget"), "n2");
  must_hand_in (jury);
  g_assert_true (is_taken_in (jury, &error));
  g_assert_no_error (error);
  g_assert_true (votum_case_open_round (chair, first_round (chair), NULL, &error));
  g_assert_no_error (error);

  notes = votum_case_get_things (chair, VOTUM_KIND_NOTE);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 2);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      gint64 visit = votum_thing_get_ref (note, VOTUM_NOTE_VISIT);

      with_visit += visit != 0 && visit == votum_thing_get_id (votum_case_find (chair, VOTUM_KIND_VISIT, "besok"));
      g_assert_true (visit == 0 || g_str_has_suffix (votum_thing_get_key (note), "n1"));
    }
  g_assert_cmpuint (with_visit, ==, 1);
  g_assert_null (votum_case_find (chair, VOTUM_KIND_VISIT, "mitt-eget"));
}

#define JURY_TEST(name, function) g_test_add ("/case/hand-in/" name, Jury, NULL, jury_set_up, function, jury_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  JURY_TEST ("gaps", test_gaps);
  JURY_TEST ("state", test_state);
  JURY_TEST ("beside", test_beside);
  JURY_TEST ("visit", test_visit);

  return g_test_run ();
}
