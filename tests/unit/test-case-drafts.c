#include "votum-config.h"

#include "open-case.h"
#include "votum-case-drafts.h"
#include "votum-text.h"

/* Words that are being written: kept as they are typed, and finished once. */

static guint
n_notes (OpenCase *fixture)
{
  return g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_NOTE));
}

static void
keep (OpenCase   *fixture,
      const char *place,
      const char *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (votum_case_keep_draft (fixture->votum_case, place, text, &error));
  g_assert_no_error (error);
}

static void
test_words_are_kept (OpenCase     *fixture,
                     gconstpointer data)
{
  g_auto(GStrv) notes = NULL;
  g_auto(GStrv) all = NULL;
  guint n_entries = votum_case_get_log (fixture->votum_case)->len;

  g_assert_null (votum_case_get_draft (fixture->votum_case, "note:new:visit-3"));
  keep (fixture, "note:new:visit-3", "Hun ");
  keep (fixture, "note:new:visit-3", "Hun sa at ");
  keep (fixture, "note:12:text", "Blåbær");
  keep (fixture, "citation:17:text", "Juryen så");
  keep (fixture, "mark:comment", "x");
  keep (fixture, "mark:comment", "");
  keep (fixture, "never", NULL);

  /* the window may end here */
  open_case_again (fixture, FALSE);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new:visit-3"), ==, "Hun sa at ");
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "citation:17:text"), ==, "Juryen så");
  g_assert_null (votum_case_get_draft (fixture->votum_case, "mark:comment"));
  notes = votum_case_list_drafts (fixture->votum_case, "note:");
  g_assert_cmpuint (g_strv_length (notes), ==, 2);
  g_assert_cmpstr (notes[0], ==, "note:12:text");
  g_assert_cmpstr (notes[1], ==, "note:new:visit-3");
  all = votum_case_list_drafts (fixture->votum_case, "");
  g_assert_cmpuint (g_strv_length (all), ==, 3);

  /* and nobody reads of it in the log */
  g_assert_cmpuint (votum_case_get_log (fixture->votum_case)->len, ==, n_entries);
  g_assert_true (votum_case_verify (fixture->votum_case, NULL, NULL));
}

/* A paste may bring what no text of a case can have. The words beside it are kept. */
static void
test_no_word_is_lost_to_a_character (OpenCase     *fixture,
                                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *most = g_strnfill (VOTUM_TEXT_MAX_PROSE, 'x');
  g_autofree char *more = g_strconcat (most, "x", NULL);
  g_autofree char *place = g_strnfill (200, 'p');
  g_autofree char *long_place = g_strnfill (201, 'p');

  keep (fixture, "p", "Første\r\nandre\rtredje\x01\x1b\xc2\x85\tfjerde ");
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "p"), ==, "Første\nandre\ntredje\tfjerde ");
  keep (fixture, "p", "\x01");
  g_assert_null (votum_case_get_draft (fixture->votum_case, "p"));

  keep (fixture, place, most);
  g_assert_false (votum_case_keep_draft (fixture->votum_case, place, more, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, place), ==, most);
  g_assert_false (votum_case_keep_draft (fixture->votum_case, long_place, "x", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (votum_case_keep_draft (fixture->votum_case, "a\nb", "x", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID);

  open_case_again (fixture, FALSE);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, place), ==, most);
}

static void
test_finished_once (OpenCase     *fixture,
                    gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) note = open_case_note (fixture, "Hun sa at de svarer.");
  g_autoptr(VotumThing) wrong = open_case_note (fixture, "x");
  g_autoptr(VotumThing) other = NULL;
  VotumThing *entrant = votum_case_find (fixture->votum_case, VOTUM_KIND_ENTRANT, "nord");

  keep (fixture, "note:new", "Hun sa at de svarer. ");

  /* what is refused leaves the draft */
  votum_thing_set_ref (wrong, VOTUM_NOTE_VISIT, votum_thing_get_id (entrant));
  g_assert_false (votum_case_add_finishing (fixture->votum_case, wrong, "note:new", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Hun sa at de svarer. ");

  g_assert_true (votum_case_add_finishing (fixture->votum_case, note, "note:new", &error));
  g_assert_no_error (error);
  g_assert_null (votum_case_get_draft (fixture->votum_case, "note:new"));
  g_assert_cmpuint (n_notes (fixture), ==, 1);

  /* only the one change: what comes later finishes nothing */
  keep (fixture, "note:new", "Neste");
  other = open_case_note (fixture, "Noe annet.");
  votum_thing_set_id (other, votum_case_take_id (fixture->votum_case));
  votum_thing_set_key (other, "annet");
  {
    g_autoptr(VotumChanges) changes = votum_changes_new ();

    votum_changes_thing (changes, NULL, other);
    g_assert_true (votum_case_apply (fixture->votum_case, changes, "add-note", "Nordlys", NULL, NULL, &error));
  }
  open_case_again (fixture, FALSE);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Neste");
  g_assert_cmpuint (n_notes (fixture), ==, 2);

  /* taking a finished note back takes no draft with it, nor does it bring one */
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Neste");
  g_assert_cmpuint (n_notes (fixture), ==, 0);
  g_assert_true (votum_case_redo (fixture->votum_case, &error));
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Neste");
  g_assert_true (votum_case_verify (fixture->votum_case, NULL, &error));
  g_assert_no_error (error);
}

static void
test_every_way_to_finish (OpenCase     *fixture,
                          gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) note = open_case_note (fixture, "Før");
  g_autoptr(VotumThing) after = NULL;
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumChanges) nothing = votum_changes_new ();
  VotumMark mark = { .digits = 4, .comment = "Klart" };
  const struct { VotumKind kind; const char *key; gint32 *place; } of[] = {
    { VOTUM_KIND_ROUND, "1", &mark.round }, { VOTUM_KIND_ENTRANT, "nord", &mark.entrant },
    { VOTUM_KIND_JUROR, "ida", &mark.juror }, { VOTUM_KIND_CRITERION, "A", &mark.criterion },
  };

  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    *of[i].place = (gint32) votum_thing_get_id (votum_case_find (fixture->votum_case, of[i].kind, of[i].key));
  for (guint way = 0; way < 7; way++)
    {
      g_autofree char *place = g_strdup_printf ("way-%u", way);

      keep (fixture, place, "noe");
    }

  g_assert_true (votum_case_add_finishing (fixture->votum_case, note, "way-0", &error));
  g_assert_true (votum_case_edit_finishing (fixture->votum_case, note, VOTUM_NOTE_TEXT, "Etter", "way-1", &error));
  /* nothing to change: the draft goes all the same */
  g_assert_true (votum_case_edit_finishing (fixture->votum_case, note, VOTUM_NOTE_TEXT, "Etter", "way-2", &error));
  after = votum_thing_copy (note);
  votum_thing_set_from_text (after, VOTUM_NOTE_SPEAKER, "Ida", NULL);
  g_assert_true (votum_case_replace_finishing (fixture->votum_case, note, after, "way-3", &error));
  g_assert_true (votum_case_set_mark_finishing (fixture->votum_case, &mark, "way-4", &error));
  g_assert_true (votum_case_apply_finishing (fixture->votum_case, nothing, "edit-note", "Nordlys", "way-5", &error));
  votum_changes_thing (changes, note, NULL);
  g_assert_true (votum_case_apply_finishing (fixture->votum_case, changes, "remove-note", "Nordlys", "way-6", &error));
  g_assert_no_error (error);

  open_case_again (fixture, FALSE);
  for (guint way = 0; way < 7; way++)
    {
      g_autofree char *place = g_strdup_printf ("way-%u", way);

      g_assert_null (votum_case_get_draft (fixture->votum_case, place));
    }
  g_assert_cmpstr (votum_marks_get (votum_case_get_marks (fixture->votum_case), 0)->comment, ==, "Klart");
}

static void
begin_again_cb (VotumCase    *votum_case,
                VotumChanges *changes,
                gpointer      data)
{
  g_autoptr(GError) error = NULL;

  if (votum_case_get_draft (votum_case, "note:new") == NULL)
    {
      votum_case_keep_draft (votum_case, "note:new", "Neste", &error);
      g_assert_no_error (error);
    }
}

/* Who is told of a change may begin the next text at the same place. */
static void
test_the_next_begins_at_once (OpenCase     *fixture,
                              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumThing) note = open_case_note (fixture, "Første");

  keep (fixture, "note:new", "Første");
  g_signal_connect (fixture->votum_case, "changed", G_CALLBACK (begin_again_cb), NULL);
  g_assert_true (votum_case_add_finishing (fixture->votum_case, note, "note:new", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Neste");
  open_case_again (fixture, FALSE);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Neste");
}

static void
test_looking_only (OpenCase     *fixture,
                   gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  keep (fixture, "note:new", "Første");
  open_case_again (fixture, TRUE);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Første");
  g_assert_false (votum_case_keep_draft (fixture->votum_case, "note:new", "Andre", &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY);
  g_assert_cmpstr (votum_case_get_draft (fixture->votum_case, "note:new"), ==, "Første");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/case/drafts/" name, OpenCase, NULL, open_case_set_up, function, open_case_tear_down)
  ADD ("words-are-kept", test_words_are_kept);
  ADD ("no-word-is-lost-to-a-character", test_no_word_is_lost_to_a_character);
  ADD ("finished-once", test_finished_once);
  ADD ("every-way-to-finish", test_every_way_to_finish);
  ADD ("the-next-begins-at-once", test_the_next_begins_at_once);
  ADD ("looking-only", test_looking_only);

  return g_test_run ();
}
