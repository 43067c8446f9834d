#include "votum-config.h"

#include "case-fixture.h"
#include "votum-case-citation-compare.h"
#include "votum-case-citation-forms.h"
#include "votum-case-citation.h"
#include "votum-case-edit.h"
#include "votum-case-evidence.h"
#include "votum-case-first-draft.h"
#include "votum-case-phrases.h"
#include "votum-case-wordings.h"

/* What the composer offers: phrases that fit what was decided, evidence in its order, the other form, versions compared. */

static const char *const langs[] = { "nb", "nn", "sv", "da", "en" };

static VotumStanding *
stand (CaseFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VotumStanding *standing;

  case_fixture_must_mark (fixture, "nord", "ida", "A", 6);
  case_fixture_must_mark (fixture, "nord", "per", "B", 5);
  case_fixture_must_mark (fixture, "fjel", "ida", "A", 4);
  standing = votum_case_compute (fixture->votum_case, NULL, NULL, &error);
  g_assert_no_error (error);

  return standing;
}

static VotumThing *
add_note (CaseFixture *fixture,
          const char  *entrant,
          const char  *criterion,
          const char  *kind,
          const char  *use,
          const char  *text)
{
  g_autoptr(VotumThing) note = votum_thing_new (VOTUM_KIND_NOTE);
  g_autoptr(GError) error = NULL;

  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, entrant));
  if (criterion != NULL)
    votum_thing_set_ref (note, VOTUM_NOTE_CRITERION, case_fixture_id (fixture, VOTUM_KIND_CRITERION, criterion));
  votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, text, NULL);
  votum_thing_set_from_text (note, VOTUM_NOTE_KIND, kind, NULL);
  votum_thing_set_from_text (note, VOTUM_NOTE_USE, use, NULL);
  g_assert_true (votum_case_add (fixture->votum_case, note, &error));
  g_assert_no_error (error);

  return votum_case_lookup (fixture->votum_case, votum_thing_get_id (note));
}

static VotumThing *
decide (CaseFixture *fixture,
        const char  *entrant,
        const char  *outcome,
        const char  *in_favour,
        const char  *against)
{
  g_autoptr(VotumThing) decision = votum_thing_new (VOTUM_KIND_DECISION);
  g_autoptr(GError) error = NULL;

  if (entrant != NULL)
    votum_thing_set_ref (decision, VOTUM_DECISION_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, entrant));
  votum_thing_set_from_text (decision, VOTUM_DECISION_OUTCOME, outcome, NULL);
  votum_thing_set_from_text (decision, VOTUM_DECISION_VOTES_FOR, in_favour, NULL);
  votum_thing_set_from_text (decision, VOTUM_DECISION_VOTES_AGAINST, against, NULL);
  votum_thing_set_from_text (decision, VOTUM_DECISION_ABSTAINED, in_favour != NULL ? "0" : NULL, NULL);
  votum_thing_set_from_text (decision, VOTUM_DECISION_REASON, "Slik ble det.", NULL);
  votum_case_add (fixture->votum_case, decision, &error);
  g_assert_no_error (error);

  return votum_case_lookup (fixture->votum_case, votum_thing_get_id (decision));
}

static char *
phrases_as_text (CaseFixture   *fixture,
                 VotumComposed *composed,
                 guint         *n_there)
{
  g_autoptr(GPtrArray) phrases = votum_case_list_phrases (fixture->votum_case, composed);
  g_autoptr(GString) all = g_string_new (NULL);

  *n_there = 0;
  for (guint i = 0; i < phrases->len; i++)
    {
      const VotumPhrase *phrase = g_ptr_array_index (phrases, i);

      g_string_append_printf (all, "%s\n", phrase->text);
      *n_there += phrase->there ? 1 : 0;
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_phrases (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");

  decide (fixture, "nord", "winner", "2", "1");
  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    for (int form = VOTUM_CITATION_FORM_NAME_FIRST; form <= VOTUM_CITATION_FORM_NAME_LAST; form++)
      {
        VotumComposed composed = { standing, nord, langs[i], form, "", NULL, NULL, NULL };
        guint n_there;
        g_autofree char *all = phrases_as_text (fixture, &composed, &n_there);
        g_auto(GStrv) lines = g_strsplit (g_strchomp (all), "\n", -1);
        guint n = g_strv_length (lines);

        g_assert_cmpuint (n_there, ==, 0);
        g_assert_cmpuint (n, >, 8);
        /* every place is filled, and the name stands where its form has it: in no other line before the last */
        g_assert_null (strchr (all, '{'));
        for (guint k = 0; k < n; k++)
          {
            g_assert_false (g_unichar_islower (g_utf8_get_char (lines[k])));
            if (form == VOTUM_CITATION_FORM_NAME_LAST)
              g_assert_cmpint (strstr (lines[k], "Nordlys") != NULL, ==, k == n - 1);
            else if (k == 0)
              g_assert_nonnull (strstr (lines[k], "Nordlys"));
          }
        composed.text = all;
        g_free (phrases_as_text (fixture, &composed, &n_there));
        g_assert_cmpuint (n_there, ==, n);
      }
}

static void
test_honours (CaseFixture  *fixture,
              gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *fjel = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "fjel");
  VotumComposed composed = { standing, nord, "nb", VOTUM_CITATION_FORM_NAME_FIRST, "", NULL, NULL, NULL };
  guint n_there;
  g_autofree char *undecided = phrases_as_text (fixture, &composed, &n_there);
  g_autofree char *finalist = NULL;
  g_autofree char *mention = NULL;
  g_autofree char *shared = NULL;
  g_autofree char *none = NULL;
  g_autoptr(GError) error = NULL;

  /* nothing is known of a vote before there was one */
  g_assert_null (strstr (undecided, "enstemmig"));
  g_assert_null (strstr (undecided, "flertall"));

  composed.about = fjel;
  finalist = phrases_as_text (fixture, &composed, &n_there);
  g_assert_nonnull (strstr (finalist, "Fjellvind er blant finalistene"));
  g_assert_null (strstr (finalist, "vinner"));

  decide (fixture, "fjel", "honourable-mention", "3", "0");
  g_assert_cmpint (votum_case_get_honour (fixture->votum_case, standing, fjel), ==, VOTUM_HONOUR_MENTION);
  mention = phrases_as_text (fixture, &composed, &n_there);
  g_assert_nonnull (strstr (mention, "Fjellvind får hederlig omtale."));
  g_assert_nonnull (strstr (mention, "Avgjørelsen var enstemmig."));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));

  decide (fixture, "nord", "shared", "2", "1");
  decide (fixture, "fjel", "shared", "2", "1");
  composed.about = NULL;
  shared = phrases_as_text (fixture, &composed, &n_there);
  g_assert_cmpint (votum_case_get_honour (fixture->votum_case, standing, NULL), ==, VOTUM_HONOUR_SHARED);
  g_assert_nonnull (strstr (shared, "Juryen deler prisen mellom Nordlys og Fjellvind."));
  g_assert_nonnull (strstr (shared, "Et mindretall på 1 la større vekt på …"));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_true (votum_case_undo (fixture->votum_case, &error));

  decide (fixture, NULL, "none", "3", "0");
  none = phrases_as_text (fixture, &composed, &n_there);
  g_assert_cmpint (votum_case_get_honour (fixture->votum_case, standing, NULL), ==, VOTUM_HONOUR_NONE);
  g_assert_true (g_str_has_prefix (none, "Juryen deler ikke ut prisen i år.\n"));
  g_assert_null (strstr (none, "gratulerer"));
}

static void
test_evidence (CaseFixture  *fixture,
               gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *light = add_note (fixture, "nord", "B", "strength", "quotable", "Om det lette");
  VotumThing *none = add_note (fixture, "nord", NULL, "observation", "quotable-unnamed", "Om ingenting");
  VotumThing *heavy = add_note (fixture, "nord", "A", "strength", "quotable", "Om det tunge");
  VotumThing *secret = add_note (fixture, "nord", "A", "strength", "jury", "Fortrolig");
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  VotumPassage passage = { 0, 3, secret };
  g_autoptr(GPtrArray) list = votum_case_list_evidence (fixture->votum_case, standing, nord, NULL);
  g_autoptr(GPtrArray) flagged = NULL;

  add_note (fixture, "fjel", "A", "strength", "quotable", "Om en annen");
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_true (((VotumEvidence *) g_ptr_array_index (list, 0))->thing == heavy);
  g_assert_true (((VotumEvidence *) g_ptr_array_index (list, 1))->thing == light);
  g_assert_true (((VotumEvidence *) g_ptr_array_index (list, 2))->thing == none);

  /* what the text rests on stays in sight when it must not be quoted any more */
  g_array_append_val (passages, passage);
  flagged = votum_case_list_evidence (fixture->votum_case, standing, nord, passages);
  g_assert_cmpuint (flagged->len, ==, 4);
  for (guint i = 0; i < flagged->len; i++)
    {
      const VotumEvidence *evidence = g_ptr_array_index (flagged, i);

      g_assert_cmpint (evidence->confidential, ==, evidence->thing == secret);
    }
}

static void
test_first_draft (CaseFixture  *fixture,
                  gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *heavy = add_note (fixture, "nord", "A", "strength", "quotable", "Tavle midt i rommet");

  add_note (fixture, "nord", "B", "strength", "quotable", "Nordlys viser vei.");
  add_note (fixture, "nord", "B", "strength", "jury", "Det ingen skal vite");
  add_note (fixture, "nord", NULL, "quote", "quotable-unnamed", "«Vi feirer.»");
  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    for (int form = VOTUM_CITATION_FORM_NAME_FIRST; form <= VOTUM_CITATION_FORM_NAME_LAST; form++)
      {
        g_autoptr(VotumFirstDraft) draft = votum_case_first_draft (fixture->votum_case, standing, nord, langs[i], form);
        const VotumPassage *first;
        g_autofree char *words = NULL;
        guint start;
        guint end;

        g_assert_cmpuint (draft->passages->len, ==, form == VOTUM_CITATION_FORM_NAME_FIRST ? 2 : 1);
        first = &g_array_index (draft->passages, VotumPassage, 0);
        g_assert_true (first->evidence == heavy);
        words = g_utf8_substring (draft->text, first->start, first->end);
        g_assert_cmpstr (words, ==, "Tavle midt i rommet.");
        g_assert_null (strstr (draft->text, "ingen skal vite"));
        g_assert_null (strstr (draft->text, "…"));
        g_assert_cmpstr (draft->quote, ==, "Vi feirer.");
        g_assert_null (draft->quote_source);
        g_assert_true (votum_citation_find_name (draft->text, "Nordlys", 0, &start, &end));
        if (form == VOTUM_CITATION_FORM_NAME_LAST)
          {
            g_autoptr(GArray) sentences = votum_citation_sentences (draft->text);

            g_assert_cmpuint (start, >=, g_array_index (sentences, VotumSentence, sentences->len - 1).start);
          }
      }
}

static void
test_sentences (void)
{
  g_autoptr(GArray) sentences = votum_citation_sentences ("  En tavle, f.eks. med mål. «Vi feirer.» Ja!\nUten punktum\n\nSlutt … her ");
  static const guint expected[][2] = { { 2, 27 }, { 28, 40 }, { 41, 44 }, { 45, 57 }, { 59, 70 } };

  g_assert_cmpuint (sentences->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sentences->len; i++)
    {
      g_assert_cmpuint (g_array_index (sentences, VotumSentence, i).start, ==, expected[i][0]);
      g_assert_cmpuint (g_array_index (sentences, VotumSentence, i).end, ==, expected[i][1]);
    }
}

static void
test_names (void)
{
  guint start;
  guint end;

  g_assert_true (votum_citation_find_name ("Ja, Nordlys Krafts ledere", "Nordlys Kraft", 0, &start, &end));
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 18);
  g_assert_true (votum_citation_find_name ("NORDLYS KRAFT", "Nordlys Kraft", 0, &start, &end));
  g_assert_true (votum_citation_find_name ("The Nordlys’s way", "Nordlys", 0, &start, &end));
  g_assert_false (votum_citation_find_name ("En fjellvinds kraft", "Fjellvind", 0, &start, &end));
  g_assert_false (votum_citation_find_name ("Nordlyset", "Nordlys", 0, &start, &end));
  g_assert_false (votum_citation_find_name ("Nordlys", "Nordlys", 1, &start, &end));
  g_assert_false (votum_citation_find_name ("Hva som helst", "", 0, &start, &end));
}

static void
test_turn (CaseFixture  *fixture,
           gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  VotumThing *note = add_note (fixture, "nord", "A", "strength", "quotable", "Tavle");
  g_autofree char *line = votum_case_award_line (fixture->votum_case, standing, nord, "nb");
  g_autofree char *text = g_strconcat (line, " Nordlys har en tavle. Det er Nordlys’ ledere, og Nordlys sine folk, som viser vei.\n\nDet kan andre lære av.", NULL);
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  VotumComposed composed = { standing, nord, "nb", VOTUM_CITATION_FORM_NAME_FIRST, text, NULL, NULL, passages };
  guint from = (guint) g_utf8_pointer_to_offset (text, strstr (text, "en tavle"));
  VotumPassage passage = { from, from + 8, note };
  g_autoptr(GArray) moved = NULL;
  g_autoptr(GArray) back_moved = NULL;
  g_autofree char *last = NULL;
  g_autofree char *words = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *back = NULL;

  g_array_append_val (passages, passage);
  last = votum_case_turn_citation (fixture->votum_case, &composed, VOTUM_CITATION_FORM_NAME_LAST, &moved);
  expected = g_strconcat ("Vinneren har en tavle. Det er vinneren’ ledere, og vinneren sine folk, som viser vei.\n\nDet kan andre lære av. ", line, NULL);
  g_assert_cmpstr (last, ==, expected);
  g_assert_cmpuint (moved->len, ==, 1);
  words = g_utf8_substring (last, g_array_index (moved, VotumPassage, 0).start, g_array_index (moved, VotumPassage, 0).end);
  g_assert_cmpstr (words, ==, "en tavle");

  composed = (VotumComposed) { standing, nord, "nb", VOTUM_CITATION_FORM_NAME_LAST, last, NULL, NULL, moved };
  back = votum_case_turn_citation (fixture->votum_case, &composed, VOTUM_CITATION_FORM_NAME_FIRST, &back_moved);
  g_assert_true (g_str_has_prefix (back, line));
  g_assert_true (g_str_has_suffix (back, "Det kan andre lære av."));
  g_assert_cmpuint (back_moved->len, ==, 1);
}

static void
test_point (CaseFixture  *fixture,
            gconstpointer data)
{
  g_autoptr(VotumStanding) standing = stand (fixture);
  VotumThing *nord = case_fixture_thing (fixture, VOTUM_KIND_ENTRANT, "nord");
  g_autoptr(VotumThing) new_point = votum_thing_new (VOTUM_KIND_POINT);
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) warnings = NULL;
  g_autoptr(GError) error = NULL;
  VotumComposed composed = { standing, nord, "nb", VOTUM_CITATION_FORM_NAME_FIRST, "Nordlys.", NULL, NULL, passages };
  VotumPassage passage = { 0, 3, NULL };
  VotumThing *point;
  gboolean warned = FALSE;

  votum_thing_set_number (new_point, VOTUM_POINT_POSITION, 1);
  votum_thing_set_ref (new_point, VOTUM_POINT_CRITERION, case_fixture_id (fixture, VOTUM_KIND_CRITERION, "B"));
  votum_thing_set_from_text (new_point, VOTUM_POINT_AGREED, "Ledelsen er synlig", NULL);
  votum_thing_set_from_text (new_point, VOTUM_POINT_STATE, "agreed", NULL);
  votum_case_add (fixture->votum_case, new_point, &error);
  g_assert_no_error (error);
  point = votum_case_lookup (fixture->votum_case, votum_thing_get_id (new_point));
  list = votum_case_list_evidence (fixture->votum_case, standing, nord, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (((VotumEvidence *) g_ptr_array_index (list, 0))->thing == point);

  passage.evidence = point;
  g_array_append_val (passages, passage);
  g_assert_true (votum_case_edit (fixture->votum_case, point, VOTUM_POINT_STATE, "no-agreement", NULL, &error));
  warnings = votum_case_check_citation (fixture->votum_case, &composed);
  for (guint i = 0; i < warnings->len; i++)
    warned |= ((VotumCitationWarning *) g_ptr_array_index (warnings, i))->kind == VOTUM_WARNING_NOT_AGREED;
  g_assert_true (warned);
}

static VotumThing *
write_text (CaseFixture  *fixture,
            VotumThing   *citation,
            const char   *text,
            const GArray *passages)
{
  g_autoptr(VotumThing) next = citation != NULL ? votum_thing_copy (citation) : votum_thing_new (VOTUM_KIND_CITATION);
  g_autoptr(GError) error = NULL;

  votum_thing_set_ref (next, VOTUM_CITATION_ENTRANT, case_fixture_id (fixture, VOTUM_KIND_ENTRANT, "nord"));
  votum_thing_set_from_text (next, VOTUM_CITATION_LANGUAGE, "nb", NULL);
  votum_thing_set_from_text (next, VOTUM_CITATION_TEXT, text, NULL);
  votum_case_write_citation (fixture->votum_case, citation, next, passages, NULL, &error);
  g_assert_no_error (error);

  return votum_case_lookup (fixture->votum_case, votum_thing_get_id (next));
}

static void
test_wordings (CaseFixture  *fixture,
               gconstpointer data)
{
  VotumThing *note = add_note (fixture, "nord", "A", "strength", "quotable", "Tavle");
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  g_autoptr(GPtrArray) wordings = NULL;
  g_autoptr(GArray) after = NULL;
  g_autoptr(GError) error = NULL;
  VotumPassage passage = { 0, 5, note };
  VotumThing *citation;
  gint64 id;

  g_array_append_val (passages, passage);
  citation = write_text (fixture, NULL, "Tavle midt i rommet.", passages);
  g_assert_true (votum_case_keep_wording (fixture->votum_case, citation, "Til lederen", &error));
  citation = write_text (fixture, citation, "En stor Tavle i rommet.", passages);
  passage = (VotumPassage) { 8, 13, note };
  g_array_index (passages, VotumPassage, 0) = passage;
  citation = write_text (fixture, citation, "En stor Tavle i rommet.", passages);
  g_assert_true (votum_case_keep_wording (fixture->votum_case, citation, NULL, &error));

  id = votum_thing_get_id (citation);
  case_fixture_reopen (fixture);
  citation = votum_case_lookup (fixture->votum_case, id);
  wordings = votum_case_list_wordings (fixture->votum_case, citation);
  g_assert_cmpuint (wordings->len, ==, 2);
  g_assert_cmpstr (votum_thing_get_text (g_ptr_array_index (wordings, 0), VOTUM_WORDING_NAME), ==, "Til lederen");
  g_assert_cmpint (votum_thing_get_number (g_ptr_array_index (wordings, 1), VOTUM_WORDING_NUMBER), ==, 2);

  /* what rested on the note does so again, and the step can be undone */
  votum_case_set_who (fixture->votum_case, "Test");
  g_assert_true (votum_case_restore_wording (fixture->votum_case, g_ptr_array_index (wordings, 0), &error));
  g_assert_cmpstr (votum_thing_get_text (citation, VOTUM_CITATION_TEXT), ==, "Tavle midt i rommet.");
  after = votum_case_get_passages (fixture->votum_case, citation);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpuint (g_array_index (after, VotumPassage, 0).start, ==, 0);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpstr (votum_thing_get_text (citation, VOTUM_CITATION_TEXT), ==, "En stor Tavle i rommet.");

  /* versions go with their citation, and come back with it */
  g_assert_true (votum_case_remove (fixture->votum_case, citation, &error));
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_WORDING)), ==, 0);
  g_assert_true (votum_case_undo (fixture->votum_case, &error));
  g_assert_cmpuint (g_list_model_get_n_items (votum_case_get_things (fixture->votum_case, VOTUM_KIND_WORDING)), ==, 2);
}

static char *
joined (GPtrArray *runs,
        guint      left_out)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const VotumWordsRun *run = g_ptr_array_index (runs, i);

      if (run->change != left_out)
        g_string_append (text, run->text);
    }

  return g_string_free (text, FALSE);
}

static void
test_compare (void)
{
  g_autoptr(GPtrArray) runs = votum_citation_compare ("Lederne er der kundene er.", "Lederne er alltid der gjestene er. Takk.");
  static const struct { VotumWordsChange change; const char *text; } expected[] = {
    { VOTUM_WORDS_SAME, "Lederne er " }, { VOTUM_WORDS_ADDED, "alltid " }, { VOTUM_WORDS_SAME, "der " },
    { VOTUM_WORDS_REMOVED, "kundene er." }, { VOTUM_WORDS_ADDED, "gjestene er. Takk." },
  };

  /* "er." and "er. " are the same word */
  g_assert_cmpuint (runs->len, >=, 5);
  for (guint i = 0; i < 3; i++)
    {
      const VotumWordsRun *run = g_ptr_array_index (runs, i);

      g_assert_cmpint (run->change, ==, expected[i].change);
      g_assert_cmpstr (run->text, ==, expected[i].text);
    }
}

/* However two texts differ: what stayed and what came is the new one, what stayed and what went has the words of the old one. */
static void
test_compare_any (void)
{
  static const char *const words[] = { "en", "to", "tre.", "fire", "fem,", "é" };
  static const char *const spaces[] = { " ", "  ", "\n", "\u00a0" };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr(GString) before = g_string_new (round % 7 == 0 ? " " : NULL);
      g_autoptr(GString) after = g_string_new (NULL);
      g_autoptr(GPtrArray) runs = NULL;
      g_autofree char *new = NULL;
      g_autofree char *old = NULL;
      g_autofree char *old_words = NULL;
      g_autofree char *before_words = NULL;
      g_autoptr(GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);

      for (int i = g_test_rand_int_range (0, 14); i > 0; i--)
        g_string_append_printf (before, "%s%s", words[g_test_rand_int_range (0, 6)], spaces[g_test_rand_int_range (0, 4)]);
      for (int i = g_test_rand_int_range (0, 14); i > 0; i--)
        g_string_append_printf (after, "%s%s", words[g_test_rand_int_range (0, 6)], spaces[g_test_rand_int_range (0, 4)]);
      runs = votum_citation_compare (before->str, after->str);
      new = joined (runs, VOTUM_WORDS_REMOVED);
      old = joined (runs, VOTUM_WORDS_ADDED);
      old_words = g_regex_replace_literal (space, old, -1, 0, " ", 0, NULL);
      before_words = g_regex_replace_literal (space, before->str, -1, 0, " ", 0, NULL);
      g_assert_cmpstr (new, ==, after->str);
      g_assert_cmpstr (g_strstrip (old_words), ==, g_strstrip (before_words));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  case_fixture_add ("/citation/phrases", test_phrases);
  case_fixture_add ("/citation/honours", test_honours);
  case_fixture_add ("/citation/evidence", test_evidence);
  case_fixture_add ("/citation/first-draft", test_first_draft);
  case_fixture_add ("/citation/turn", test_turn);
  case_fixture_add ("/citation/point", test_point);
  case_fixture_add ("/citation/wordings", test_wordings);
  g_test_add_func ("/citation/sentences", test_sentences);
  g_test_add_func ("/citation/names", test_names);
  g_test_add_func ("/citation/compare", test_compare);
  g_test_add_func ("/citation/compare-any", test_compare_any);

  return g_test_run ();
}
