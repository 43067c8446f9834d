#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-composer.h"
#include "votum-case-wordings.h"
#include "votum-case-edit.h"

/* What a citation must look out for, and how it is written down with what it rests on. */

static const char long_enough[] =
  "Prisen går til Nordlys. Lederne har flyttet ned i rommet der samtalene skjer, og ingen ny rådgiver sitter alene de første "
  "ukene. Andelen saker løst i første kontakt har økt hvert år. På besøket hang mål og resultater framme, og medarbeiderne "
  "forklarte dem selv uten manus for juryen. Det kan andre lære av.";

static VotumStanding *
stand (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VotumStanding *standing;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 6);
  case_fixture_must_mark (fixture, "nord", "ida", "B", 5);
  case_fixture_must_mark (fixture, "nord", "per", "A", 5);
  case_fixture_must_mark (fixture, "nord", "per", "B", 4);
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 4);
  case_fixture_must_mark (fixture, "fjel", "ida", "B", 4);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);

  return standing;
}

static VotumThing *
add_note (CaseFixture *fixture,
          const char  *use,
          const char  *speaker)
{
  g_autoptr(VotumThing) note = votum_thing_new (VOTUM_KIND_NOTE);
  g_autoptr(GError) error = NULL;

  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, "Tavle med mål midt i rommet", NULL);
  votum_thing_set_from_text (note, VOTUM_NOTE_USE, use, NULL);
  votum_thing_set_from_text (note, VOTUM_NOTE_SPEAKER, speaker, NULL);
  g_assert_true (votum_case_add (fixture->votum_case, note, &error));
  g_assert_no_error (error);

  return votum_case_lookup (fixture->votum_case, votum_thing_get_id (note));
}

static gboolean
warned (CaseFixture     *fixture,
        VotumStanding   *standing,
        const char      *text,
        gboolean         stage,
        const GArray    *passages,
        VotumWarningKind kind)
{
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumComposed composed = { .standing = standing, .about = nord, .lang = "nb", .text = text, .passages = passages,
                             .form = stage ? VOTUM_CITATION_FORM_NAME_LAST : VOTUM_CITATION_FORM_NAME_FIRST };
  g_autoptr(GPtrArray) warnings = votum_case_check_citation (fixture->votum_case, &composed);

  for (guint i = 0; i < warnings->len; i++)
    {
      const VotumCitationWarning *warning = g_ptr_array_index (warnings, i);

      g_assert_cmpstr (warning->sentence, !=, "");
      if (warning->kind == kind)
        return TRUE;
    }

  return FALSE;
}

static void
test_words (void)
{
  g_assert_cmpuint (votum_citation_count_words (""), ==, 0);
  g_assert_cmpuint (votum_citation_count_words ("  –  "), ==, 0);
  g_assert_cmpuint (votum_citation_count_words ("Én tavle – to mål."), ==, 4);
  g_assert_cmpuint (votum_citation_count_words ("83\u00a0prosent\nkundeservice-leder"), ==, 3);
}

static void
test_length (CaseFixture  *fixture,
             gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_true (warned (fixture, standing, "For kort.", TRUE, NULL, VOTUM_WARNING_SHORT));
  g_assert_false (warned (fixture, standing, long_enough, TRUE, NULL, VOTUM_WARNING_SHORT));

  for (guint i = 0; i < 120; i++)
    g_string_append (text, "ord ");
  g_assert_false (warned (fixture, standing, text->str, TRUE, NULL, VOTUM_WARNING_LONG));
  g_string_append (text, "til");
  g_assert_true (warned (fixture, standing, text->str, TRUE, NULL, VOTUM_WARNING_LONG));
  g_assert_false (warned (fixture, standing, text->str, FALSE, NULL, VOTUM_WARNING_LONG));
  for (guint i = 0; i < 180; i++)
    g_string_append (text, " ord");
  g_assert_true (warned (fixture, standing, text->str, FALSE, NULL, VOTUM_WARNING_LONG));
}

static void
test_names_and_scores (CaseFixture  *fixture,
                       gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);

  g_assert_true (warned (fixture, standing, "Bedre enn Fjellvind.", FALSE, NULL, VOTUM_WARNING_LOSER));
  g_assert_true (warned (fixture, standing, "Bedre enn FJELLVIND!", FALSE, NULL, VOTUM_WARNING_LOSER));
  g_assert_false (warned (fixture, standing, "En fjellvinds kraft.", FALSE, NULL, VOTUM_WARNING_LOSER));
  g_assert_false (warned (fixture, standing, "Nordlys vinner.", FALSE, NULL, VOTUM_WARNING_LOSER));

  /* Nordlys: (5.5 * 60 + 4.5 * 40) / 100 = 5.1 */
  g_assert_true (warned (fixture, standing, "De fikk 5,1 i snitt.", FALSE, NULL, VOTUM_WARNING_SCORE));
  g_assert_true (warned (fixture, standing, "De fikk 5.10.", FALSE, NULL, VOTUM_WARNING_SCORE));
  g_assert_false (warned (fixture, standing, "Fraværet er 5,2 prosent.", FALSE, NULL, VOTUM_WARNING_SCORE));
  g_assert_false (warned (fixture, standing, "Fraværet er 5,1 %.", FALSE, NULL, VOTUM_WARNING_SCORE));
  g_assert_false (warned (fixture, standing, "Fem ledere, 5 lag, 15,1 og 5,1,2.", FALSE, NULL, VOTUM_WARNING_SCORE));
}

static void
test_confidence (CaseFixture  *fixture,
                 gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *open = add_note (fixture, "quotable", "Eva Moen, teamleder");
  VotumThing *secret = add_note (fixture, "jury", "Kari Lund");
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  VotumPassage passage = { 0, 6, open };

  add_note (fixture, "mine", "kunderådgiver");
  g_assert_true (warned (fixture, standing, "Kari Lund viste vei.", FALSE, NULL, VOTUM_WARNING_CONFIDENTIAL));
  g_assert_false (warned (fixture, standing, "Eva Moen viste vei.", FALSE, NULL, VOTUM_WARNING_CONFIDENTIAL));
  g_assert_false (warned (fixture, standing, "En kunderådgiver viste vei.", FALSE, NULL, VOTUM_WARNING_CONFIDENTIAL));

  g_assert_true (warned (fixture, standing, long_enough, FALSE, passages, VOTUM_WARNING_NO_EVIDENCE));
  g_array_append_val (passages, passage);
  g_assert_false (warned (fixture, standing, long_enough, FALSE, passages, VOTUM_WARNING_NO_EVIDENCE));
  g_assert_false (warned (fixture, standing, long_enough, FALSE, passages, VOTUM_WARNING_CONFIDENTIAL));
  passage.evidence = secret;
  g_array_append_val (passages, passage);
  g_assert_true (warned (fixture, standing, long_enough, FALSE, passages, VOTUM_WARNING_CONFIDENTIAL));
}

static void
test_name_last (CaseFixture  *fixture,
                gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumComposed composed = { .standing = standing, .about = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord"), .lang = "nb",
                             .form = VOTUM_CITATION_FORM_NAME_LAST, .text = "Vinneren viser vei. Prisen går til Nordlys.",
                             .quote = "Vi i Nordlys feirer." };
  g_autoptr(GPtrArray) warnings = votum_case_check_citation (fixture->votum_case, &composed);
  gboolean quoted = FALSE;

  g_assert_true (warned (fixture, standing, "Nordlys viser vei. Prisen går til dem.", TRUE, NULL, VOTUM_WARNING_NAME_EARLY));
  g_assert_true (warned (fixture, standing, "Det er Nordlys’ ledere. Prisen går til Nordlys.", TRUE, NULL, VOTUM_WARNING_NAME_EARLY));
  g_assert_false (warned (fixture, standing, "Vinneren viser vei. Prisen går til Nordlys.", TRUE, NULL, VOTUM_WARNING_NAME_EARLY));
  g_assert_false (warned (fixture, standing, "Nordlys viser vei. Prisen går til dem.", FALSE, NULL, VOTUM_WARNING_NAME_EARLY));
  g_assert_true (warned (fixture, standing, "Vinneren viser vei.", TRUE, NULL, VOTUM_WARNING_NO_NAME));
  g_assert_true (warned (fixture, standing, "Nordlys har vist at …", FALSE, NULL, VOTUM_WARNING_UNFINISHED));
  g_assert_false (warned (fixture, standing, "Nordlys har vist at det går.", FALSE, NULL, VOTUM_WARNING_UNFINISHED));

  /* the quote is read aloud too */
  for (guint i = 0; i < warnings->len; i++)
    quoted |= ((VotumCitationWarning *) g_ptr_array_index (warnings, i))->kind == VOTUM_WARNING_NAME_EARLY;
  g_assert_true (quoted);
}

static void
test_quote (CaseFixture  *fixture,
            gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *note = add_note (fixture, "quotable", "Kari Lund");
  VotumComposed composed = { .standing = standing, .about = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord"), .lang = "nb",
                             .text = long_enough, .quote = "«Tavle med mål midt i rommet»", .quote_source = "Kari Lund, rådgiver" };

  /* first it may be quoted by name, then by words only, then not at all */
  for (guint step = 0; step < 3; step++)
    {
      static const char *const uses[] = { "quotable", "quotable-unnamed", "jury" };
      g_autoptr(GPtrArray) warnings = NULL;
      g_autoptr(GError) error = NULL;
      guint n = 0;

      g_assert_true (votum_case_edit (fixture->votum_case, note, VOTUM_NOTE_USE, uses[step], NULL, &error));
      warnings = votum_case_check_citation (fixture->votum_case, &composed);
      for (guint i = 0; i < warnings->len; i++)
        n += ((VotumCitationWarning *) g_ptr_array_index (warnings, i))->kind == VOTUM_WARNING_CONFIDENTIAL ? 1 : 0;
      g_assert_cmpuint (n, ==, step);
    }
}

static void
test_write (CaseFixture  *fixture,
            gconstpointer data)
{
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *note = add_note (fixture, "quotable", "Eva Moen");
  g_autoptr(VotumThing) citation = votum_thing_new (VOTUM_KIND_CITATION);
  g_autoptr(VotumThing) next = NULL;
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  g_autoptr(GArray) stored = NULL;
  g_autoptr(GError) error = NULL;
  VotumPassage passage = { 0, 6, note };
  VotumThing *found;

  g_array_append_val (passages, passage);
  votum_thing_set_ref (citation, VOTUM_CITATION_ENTRANT, votum_thing_get_id (nord));
  votum_thing_set_from_text (citation, VOTUM_CITATION_LANGUAGE, "nb", NULL);
  votum_thing_set_from_text (citation, VOTUM_CITATION_TEXT, "Prisen går til Nordlys.", NULL);
  g_assert_true (votum_case_write_citation (fixture->votum_case, NULL, citation, passages, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->command, ==, "add-citation");
  g_assert_cmpuint (fixture->n_things, ==, 2);

  found = votum_case_find_citation (fixture->votum_case, NULL, nord, "nb", VOTUM_CITATION_FORM_NAME_FIRST);
  g_assert_nonnull (found);
  g_assert_null (votum_case_find_citation (fixture->votum_case, NULL, nord, "nb", VOTUM_CITATION_FORM_NAME_LAST));
  g_assert_null (votum_case_find_citation (fixture->votum_case, NULL, NULL, "nb", VOTUM_CITATION_FORM_NAME_FIRST));
  stored = votum_case_get_passages (fixture->votum_case, found);
  g_assert_cmpuint (stored->len, ==, 1);
  g_assert_true (g_array_index (stored, VotumPassage, 0).evidence == note);

  /* the text moves, its passage with it, and all of it is one step */
  next = votum_thing_copy (found);
  votum_thing_set_from_text (next, VOTUM_CITATION_TEXT, "I år: Prisen går til Nordlys.", NULL);
  g_array_index (passages, VotumPassage, 0) = (VotumPassage) { 6, 12, note };
  g_assert_true (votum_case_write_citation (fixture->votum_case, found, next, passages, NULL, &error));
  g_clear_pointer (&stored, g_array_unref);
  stored = votum_case_get_passages (fixture->votum_case, found);
  g_assert_cmpuint (stored->len, ==, 1);
  g_assert_cmpuint (g_array_index (stored, VotumPassage, 0).start, ==, 6);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpstr (votum_thing_get_text (found, VOTUM_CITATION_TEXT), ==, "Prisen går til Nordlys.");

  /* nothing new is nothing to write */
  fixture->n_changed = 0;
  g_clear_object (&next);
  next = votum_thing_copy (found);
  g_array_index (passages, VotumPassage, 0) = (VotumPassage) { 0, 6, note };
  g_assert_true (votum_case_write_citation (fixture->votum_case, found, next, passages, NULL, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
rewrite (CaseFixture  *fixture,
         VotumThing   *citation,
         const char   *text,
         VotumPassage *passage)
{
  g_autoptr(VotumThing) next = votum_thing_copy (citation);
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  g_autoptr(GError) error = NULL;

  if (passage != NULL)
    g_array_append_vals (passages, passage, 1);
  votum_thing_set_from_text (next, VOTUM_CITATION_TEXT, text, NULL);
  g_assert_true (votum_case_write_citation (fixture->votum_case, citation, next, passages, NULL, &error));
  g_assert_no_error (error);
}

/* A version comes back with what it rested on, also where its words stand twice, or rest on nothing any more. */
static void
test_restore (CaseFixture  *fixture,
              gconstpointer data)
{
  VotumThing *note = add_note (fixture, "quotable", "Eva Moen");
  g_autoptr(VotumThing) citation = votum_thing_new (VOTUM_KIND_CITATION);
  g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  g_autoptr(GPtrArray) wordings = NULL;
  g_autoptr(GArray) now = NULL;
  g_autoptr(GError) error = NULL;
  VotumPassage second = { 12, 18, note };
  VotumThing *found;

  votum_thing_set_from_text (citation, VOTUM_CITATION_LANGUAGE, "nb", NULL);
  votum_thing_set_from_text (citation, VOTUM_CITATION_TEXT, "Ti år.", NULL);
  g_assert_true (votum_case_write_citation (fixture->votum_case, NULL, citation, none, NULL, &error));
  found = votum_case_find_citation (fixture->votum_case, NULL, NULL, "nb", VOTUM_CITATION_FORM_NAME_FIRST);
  rewrite (fixture, found, "Prisen. Til Prisen.", &second);
  g_assert_true (votum_case_keep_wording (fixture->votum_case, found, "Første", &error));
  rewrite (fixture, found, "Noe ganske annet.", NULL);
  case_fixture_reopen (fixture);

  found = votum_case_find_citation (fixture->votum_case, NULL, NULL, "nb", VOTUM_CITATION_FORM_NAME_FIRST);
  wordings = votum_case_list_wordings (fixture->votum_case, found);
  g_assert_true (votum_case_restore_wording (fixture->votum_case, g_ptr_array_index (wordings, 0), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (votum_thing_get_text (found, VOTUM_CITATION_TEXT), ==, "Prisen. Til Prisen.");
  now = votum_case_get_passages (fixture->votum_case, found);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpuint (g_array_index (now, VotumPassage, 0).start, ==, 12);
  g_assert_cmpuint (g_array_index (now, VotumPassage, 0).end, ==, 18);
  g_assert_true (VOTUM_IS_NOTE (g_array_index (now, VotumPassage, 0).evidence));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_clear_pointer (&now, g_array_unref);
  now = votum_case_get_passages (fixture->votum_case, found);
  g_assert_cmpuint (now->len, ==, 0);
}

/* A text for all who share the prize is about none of them. */
static void
test_write_shared (CaseFixture  *fixture,
                   gconstpointer data)
{
  g_autoptr(VotumThing) citation = votum_thing_new (VOTUM_KIND_CITATION);
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  g_autoptr(GError) error = NULL;

  votum_thing_set_from_text (citation, VOTUM_CITATION_LANGUAGE, "nb", NULL);
  votum_thing_set_from_text (citation, VOTUM_CITATION_TEXT, "Juryen deler prisen mellom to.", NULL);
  g_assert_true (votum_case_write_citation (fixture->votum_case, NULL, citation, passages, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (votum_case_undo_entry (fixture->votum_case)->subject, !=, "");
  g_assert_nonnull (votum_case_find_citation (fixture->votum_case, NULL, NULL, "nb", VOTUM_CITATION_FORM_NAME_FIRST));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/composer/words", test_words);
  case_fixture_add ("/composer/length", test_length);
  case_fixture_add ("/composer/names-and-scores", test_names_and_scores);
  case_fixture_add ("/composer/confidence", test_confidence);
  case_fixture_add ("/composer/name-last", test_name_last);
  case_fixture_add ("/composer/quote", test_quote);
  case_fixture_add ("/composer/write", test_write);
  case_fixture_add ("/composer/write-shared", test_write_shared);
  case_fixture_add ("/composer/restore", test_restore);

  return g_test_run ();
}
