#include "test-render-case.c"

#include "votum-chart-export.h"
#include "votum-error.h"
#include "votum-page-private.h"
#include "votum-words.h"

#include <glib/gstdio.h>
#include <string.h>

/* Set VOTUM_RENDER_OUT to a folder to keep the documents that are made here and look at them. */

static void
test_words_complete (void)
{
  for (guint word = 0; word < VOTUM_N_WORDS; word++)
    for (guint l = 0; votum_words_langs ()[l] != NULL; l++)
      {
        const char *text = votum_words (votum_words_langs ()[l], word);
        const char *english = votum_words ("en", word);

        g_assert_nonnull (text);
        g_assert_cmpstr (text, !=, "");
        g_assert_true (g_utf8_validate (text, -1, NULL));
        /* every placeholder of one language is one of English: a caller fills them without knowing the language */
        for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
          {
            g_autofree char *name = g_strndup (p, strcspn (p, "}") + 1);

            if (word == VOTUM_WORD_OVERALL)
              continue;
            if (strstr (english, name) == NULL)
              g_error ("%s has no %s in English", text, name);
          }
      }
  g_assert_true (votum_words_has_lang ("nb_NO.UTF-8"));
  g_assert_true (votum_words_has_lang ("no"));
  g_assert_false (votum_words_has_lang ("fr"));
  g_assert_false (votum_words_has_lang (NULL));
}

#define ASSERT_SAYS(expression, expected) \
  G_STMT_START { g_autofree char *said = (expression); g_assert_cmpstr (said, ==, expected); } G_STMT_END

static void
test_words_forms (void)
{
  const char *three[] = { "A", "B", "C", NULL };
  const char *one[] = { "A", NULL };

  ASSERT_SAYS (votum_words_date ("nb", "2026-11-03"), "3. november 2026");
  ASSERT_SAYS (votum_words_date ("da", "2026-03-01T10:00:00Z"), "1. marts 2026");
  ASSERT_SAYS (votum_words_date ("sv", "2026-11-03"), "3 november 2026");
  ASSERT_SAYS (votum_words_date ("en", "2026-11-03"), "3 November 2026");
  ASSERT_SAYS (votum_words_date ("nb", "i høst"), "i høst");
  ASSERT_SAYS (votum_words_date ("nb", "2026-02-30"), "2026-02-30");
  ASSERT_SAYS (votum_words_date_time ("nb", "2026-11-03T14:05:00+01:00"), "3. november 2026 kl. 14.05");
  ASSERT_SAYS (votum_words_date_time ("en", "2026-11-03T14:05:00+01:00"), "3 November 2026, 14:05");
  ASSERT_SAYS (votum_words_date_time ("en", "2026-11-03T14:05:00Z"), "3 November 2026, 14:05 UTC");
  ASSERT_SAYS (votum_words_date_time ("nb", "2026-11-03T14:05:00Z"), "3. november 2026 kl. 14.05 UTC");
  ASSERT_SAYS (votum_words_number ("nb", "22.93"), "22,93");
  ASSERT_SAYS (votum_words_number ("en", "-22.93"), "−22.93");
  ASSERT_SAYS (votum_words_double ("sv", -0.001, 2), "0,00");
  ASSERT_SAYS (votum_words_percent ("nb", "15"), "15 %");
  ASSERT_SAYS (votum_words_percent ("en", "15"), "15%");
  ASSERT_SAYS (votum_words_share ("nb", "0.15"), "15 %");
  ASSERT_SAYS (votum_words_share ("nb", "0.1"), "10 %");
  ASSERT_SAYS (votum_words_share ("en", "0.3333"), "33.33%");
  ASSERT_SAYS (votum_words_share ("en", "1"), "100%");
  ASSERT_SAYS (votum_words_share ("en", "0.006"), "0.6%");
  ASSERT_SAYS (votum_words_place ("nn", 1, FALSE), "1. plass");
  ASSERT_SAYS (votum_words_place ("sv", 2, TRUE), "delad 2:a plats");
  ASSERT_SAYS (votum_words_place ("sv", 11, FALSE), "11:e plats");
  ASSERT_SAYS (votum_words_place ("en", 12, FALSE), "12th place");
  ASSERT_SAYS (votum_words_place ("en", 23, TRUE), "joint 23rd place");
  ASSERT_SAYS (votum_words_list ("nb", three), "A, B og C");
  ASSERT_SAYS (votum_words_list ("sv", three), "A, B och C");
  ASSERT_SAYS (votum_words_list ("en", one), "A");
  ASSERT_SAYS (votum_words_format ("nb", VOTUM_WORD_MAJORITY, "n", "4", "m", "1", NULL),
               "Avgjørelsen er tatt av et flertall på 4 mot 1.");
  /* a value with braces isn't filled again */
  ASSERT_SAYS (votum_words_fill ("{a} {b} {c}", "a", "{b}", "b", "x", NULL), "{b} x {c}");
  ASSERT_SAYS (votum_words_capitalise ("øst"), "Øst");
}

static void
test_award_sentence (void)
{
  const char *one[] = { "A", NULL }, *two[] = { "A", "B", NULL }, *none[] = { NULL };

  ASSERT_SAYS (votum_verdict_award_sentence ("nb", "Årets Kundesenter", "2026", one), "Prisen Årets Kundesenter for 2026 går til A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("nb", "Kystprisen", "2026", one), "Kystprisen for 2026 går til A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("nn", "PRISEN for kyst", "2026", one), "PRISEN for kyst for 2026 går til A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("nb", "Kystprisen 2026", "2026", one), "Kystprisen for 2026 går til A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("sv", "Kustpriset", "2026", one), "Kustpriset 2026 tilldelas A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("da", "Kystprisen", "2026", one), "Kystprisen 2026 tildeles A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("en", "The Coast Prize", "2026", one), "The Coast Prize for 2026 is awarded to A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("en", "Coast Prize", "2026", one), "The Coast Prize for 2026 is awarded to A.");
  ASSERT_SAYS (votum_verdict_award_sentence ("en", "Coast Prize", "2026", two), "The jury divides the prize between A and B.");
  ASSERT_SAYS (votum_verdict_award_sentence ("nb", "Kystprisen", "2026", none), "Juryen deler ikke ut prisen i år.");
}

static void
test_rule_minimum (void)
{
  VotumTerms terms = { 0 };
  g_auto (GStrv) five = NULL;
  g_auto (GStrv) seven = NULL;
  g_autofree char *all = NULL;

  terms.correction = VOTUM_CORRECTION_DROP;
  terms.drop = 1;
  terms.minimum = 3;
  five = votum_verdict_rule_sentences (&terms, 1, "en");
  all = g_strjoinv ("\n", five);
  g_assert_nonnull (strstr (all, "at least 5 marks"));
  g_assert_null (strstr (all, "must remain"));
  terms.minimum = 7;
  seven = votum_verdict_rule_sentences (&terms, 1, "en");
  g_assert_nonnull (strstr (seven[2], "at least 7 marks"));
}

/* Step by step it is the same text. */
static void
check_rule_steps (Demo       *demo,
                  const char *lang)
{
  g_autofree char *whole = g_strjoinv (" ", (char **) demo->verdict.rule);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint step = VOTUM_RULE_STEP_METHOD; step <= VOTUM_RULE_STEP_SECOND_READING; step++)
    {
      g_autofree char *part = votum_verdict_rule_step (&demo->terms, 2, lang, step);

      g_string_append_printf (text, "%s%s", text->len > 0 && *part != '\0' ? " " : "", part);
    }
  g_assert_cmpstr (text->str, ==, whole);
}

static void
test_rule_in_words (void)
{
  for (guint l = 0; votum_words_langs ()[l] != NULL; l++)
    {
      g_autoptr (Demo) demo = demo_usual (votum_words_langs ()[l]);
      g_autofree char *all = g_strjoinv ("\n", (char **) demo->verdict.rule);

      g_assert_cmpuint (g_strv_length ((char **) demo->verdict.rule), >=, 12);
      g_assert_null (strchr (all, '{'));
      g_assert_nonnull (strstr (all, "70"));
      g_assert_nonnull (strstr (all, "(3)"));
      check_rule_steps (demo, votum_words_langs ()[l]);
    }
}

static GBytes *
document_bytes (const VotumVerdict *verdict,
                VotumVerdictPart    part,
                const char         *lang,
                const char         *name)
{
  g_autoptr (VotumPaper) document = votum_verdict_document (verdict, part, lang);
  g_autoptr (GError) error = NULL;
  const char *folder = g_getenv ("VOTUM_RENDER_OUT");
  GBytes *bytes = votum_paper_to_pdf (document, NULL, &error);

  g_assert_no_error (error);
  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (votum_paper_write_pdf (document, path, NULL, &error));
    }

  return bytes;
}

/* Text of a PDF by pdftotext, or NULL where it isn't installed. */
static char *
pdf_text (GBytes *pdf)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    return NULL;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "-", "-", NULL);
  g_assert_true (g_subprocess_communicate (process, pdf, NULL, &out, NULL, NULL));

  return g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

static gboolean
holds (GBytes     *bytes,
       const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL;
}

static void
test_verdict_languages (void)
{
  static const VotumWord seen[] = { VOTUM_WORD_CITATION, VOTUM_WORD_DECISION, VOTUM_WORD_WHO_VOTES, VOTUM_WORD_RECUSALS, VOTUM_WORD_SIGNATURES };

  for (guint l = 0; votum_words_langs ()[l] != NULL; l++)
    {
      const char *lang = votum_words_langs ()[l];
      g_autofree char *name = g_strdup_printf ("verdict-%s.pdf", lang);
      g_autofree char *mark = g_strdup_printf ("/Lang (%s)", lang);
      g_autoptr (Demo) demo = demo_usual (lang);
      g_autoptr (GBytes) first = document_bytes (&demo->verdict, VOTUM_VERDICT_BOTH, lang, name);
      g_autoptr (GBytes) second = document_bytes (&demo->verdict, VOTUM_VERDICT_BOTH, lang, name);
      g_autofree char *text = pdf_text (first);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (holds (first, "/StructTreeRoot"));
      g_assert_true (holds (first, "/Alt <FEFF"));
      g_assert_true (holds (first, mark));
      /* a newer cairo ends it with one more apostrophe, which is as good */
      g_assert_true (holds (first, "(D:20261103140500+01'00"));
      if (text == NULL)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
        g_assert_nonnull (strstr (text, votum_words (lang, seen[i])));
      g_assert_nonnull (strstr (text, "3f2a91bc 77d04e15"));
      g_assert_nonnull (strstr (text, "Mohammed Ali Hassan"));
      g_assert_null (strstr (text, "{"));
    }
}

/* These use what stands above. */
#include "test-render-charts.c"
#include "test-render-verdict.c"

/* Nothing stands below the bottom margin, or beyond the right one. */
static void
assert_fits (VotumPaper *document)
{
  guint n = votum_paper_n_pages (document);

  for (guint p = 0; p < n; p++)
    {
      VotumPage *page = g_ptr_array_index (document->pages, p);
      const VotumPageStyle *style = &page->section->style;

      g_assert_cmpuint (page->runs->len, >, 0);
      for (guint r = 0; r < page->runs->len; r++)
        {
          VotumRun *run = &g_array_index (page->runs, VotumRun, r);
          double y = run->y;

          for (guint i = run->first; i < run->first + run->n; i++)
            y += votum_block_sliver (run->block, i)->height + (i > run->first ? votum_block_sliver (run->block, i)->before : 0);
          g_assert_cmpfloat (y, <=, style->height - style->bottom + 0.1);
          g_assert_cmpfloat (run->y, >=, style->top - 0.1);
        }
    }
}

/* No section's heading, with or without its lead, is left at the foot of a page by what it is about. */
static void
assert_sections_whole (VotumPaper *document)
{
  VotumSection *section = g_ptr_array_index (document->sections, 0);

  votum_paper_paginate (document);
  for (guint i = 0; i + 1 < section->blocks->len; i++)
    {
      VotumBlock *heading = g_ptr_array_index (section->blocks, i);
      VotumBlock *lead = g_ptr_array_index (section->blocks, i + 1);
      VotumBlock *first = i + 2 < section->blocks->len ? g_ptr_array_index (section->blocks, i + 2) : NULL;

      if (heading->level != 1 || heading->number == NULL)
        continue;
      g_assert_cmpuint (lead->page, ==, heading->page);
      if (lead->klass == heading->klass && first != NULL && (first->level != 1 || first->number == NULL))
        g_assert_cmpuint (first->page, ==, heading->page);
    }
}

/* Whatever stands before it, and so wherever on its page a section begins. */
static void
test_sections_whole (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autoptr (GString) reason = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (VotumPaper) document = NULL;

      g_string_append (reason, "Juryen fant at de to finalistene sto likt. ");
      demo->decisions[1].reason = reason->str;
      document = votum_verdict_document (&demo->verdict, VOTUM_VERDICT_PROTOCOL, "nb");
      assert_sections_whole (document);
      assert_fits (document);
    }
}

static void
test_verdict_sizes (void)
{
  static const guint chopin[] = { 84, 40, 20, 11 }, single[] = { 1 }, wide[] = { 6 }, usual[] = { 6, 4 };
  static const struct {
    guint entrants, jurors;
    gboolean many;
    const guint *in_round;
    guint rounds, least, most;
  } sizes[] = {
    { 6, 5, TRUE, usual, 2, 7, 12 },
    { 84, 17, FALSE, chopin, 4, 11, 22 },
    { 1, 1, FALSE, single, 1, 3, 5 },
    { 6, 40, TRUE, wide, 1, 8, 22 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Demo) demo = demo_new (sizes[i].entrants, sizes[i].jurors, sizes[i].many, sizes[i].in_round, sizes[i].rounds, "nb");
      g_autoptr (VotumPaper) protocol = votum_verdict_document (&demo->verdict, VOTUM_VERDICT_PROTOCOL, "nb");
      g_autoptr (VotumPaper) citation = votum_verdict_document (&demo->verdict, VOTUM_VERDICT_CITATION, "nb");
      g_autofree char *name = g_strdup_printf ("size-%u.pdf", i);
      g_autoptr (GBytes) bytes = document_bytes (&demo->verdict, VOTUM_VERDICT_BOTH, "nb", name);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
      assert_fits (protocol);
      assert_sections_whole (protocol);
      g_assert_cmpuint (votum_paper_n_pages (citation), ==, 1);
      g_assert_cmpuint (votum_paper_n_pages (protocol), >=, sizes[i].least);
      g_assert_cmpuint (votum_paper_n_pages (protocol), <=, sizes[i].most);
    }
}

static void
test_citation_discreet (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autoptr (GBytes) bytes = document_bytes (&demo->verdict, VOTUM_VERDICT_CITATION, "nb", "citation.pdf");
  g_autofree char *text = pdf_text (bytes);

  for (guint e = 1; e < demo->verdict.n_entrants; e++)
    g_assert_false (holds (bytes, demo->verdict.entrants[e].name));
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_nonnull (strstr (text, "Nordlys Kraft"));
  g_assert_nonnull (strstr (text, "Lars Henrik Aune var inhabil"));
  for (guint e = 1; e < demo->verdict.n_entrants; e++)
    g_assert_null (strstr (text, demo->verdict.entrants[e].name));
  for (guint e = 0; e < demo->rounds[1].n_standings; e++)
    {
      g_autofree char *total = votum_words_number ("nb", demo->rounds[1].standings[e].total);

      g_assert_null (strstr (text, total));
      g_assert_null (strstr (text, demo->rounds[1].standings[e].total));
    }
}

/* What is read from a stage has the name at its end; the page that it is read from does not tell it in its head either. */
static void
test_citation_name_last (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autofree char *text = NULL;
  const char *name;

  demo->verdict.name_last = TRUE;
  demo->verdict.citation = "Vinneren sitter midt i rommet. Prisen går til Nordlys Kraft.";
  text = protocol_text (demo, VOTUM_VERDICT_CITATION, "nb", "name-last.pdf");
  name = text != NULL ? strstr (text, "Nordlys Kraft") : NULL;
  g_assert_true (text == NULL || name > strstr (text, "midt i rommet"));

  /* where the text does not tell it, the head does */
  demo->verdict.citation = "Vinneren sitter midt i rommet.";
  g_free (text);
  text = protocol_text (demo, VOTUM_VERDICT_CITATION, "nb", "name-nowhere.pdf");
  ASSERT_HOLDS (text, "Nordlys Kraft");
}

static void
test_citation_lengths (void)
{
  static const guint repeats[] = { 0, 1, 3, 12 };
  static const VotumVerdictOutcome outcomes[] = { VOTUM_OUTCOME_NONE, VOTUM_OUTCOME_WINNER, VOTUM_OUTCOME_SHARED, VOTUM_OUTCOME_SHARED };
  static const guint all[] = { 0, 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (repeats); i++)
    {
      g_autoptr (Demo) demo = demo_usual ("nn");
      g_autoptr (GString) text = g_string_new ("Kort.");
      g_autofree char *name = g_strdup_printf ("length-%u.pdf", i);
      g_autoptr (GBytes) bytes = NULL;

      for (guint r = 0; r < repeats[i]; r++)
        g_string_append (text, "\n\n" DEMO_TEXT);
      demo->verdict.citation = text->str;
      demo->verdict.outcome = outcomes[i];
      demo->verdict.recipients = all;
      demo->verdict.n_recipients = i;
      demo->verdict.draft = i == 1;
      bytes = document_bytes (&demo->verdict, VOTUM_VERDICT_CITATION, "nn", name);
      g_assert_true (holds (bytes, "/Count 1"));
    }
}

static void
test_anonymous (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  demo->verdict.anonymous_jurors = TRUE;
  demo->verdict.anonymity_salt = "a secret of the case";
  bytes = document_bytes (&demo->verdict, VOTUM_VERDICT_PROTOCOL, "nb", "anonymous.pdf");
  text = pdf_text (bytes);
  if (text != NULL)
    {
      const char *marks = strstr (text, "Hver karakter slik den ble gitt");

      g_assert_nonnull (marks);
      g_assert_nonnull (strstr (marks, votum_words ("nb", VOTUM_WORD_ANONYMOUS_NO_MARK)));
      g_assert_null (strstr (marks, "inh."));
      g_assert_null (strstr (marks, "i.o."));
    }
}

static void
test_refusals (void)
{
  g_autoptr (Demo) demo = demo_usual ("nb");
  g_autoptr (VotumPaper) document = votum_verdict_document (&demo->verdict, VOTUM_VERDICT_CITATION, "nb");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  VotumChartExport how = { VOTUM_CHART_PNG, 64000, 400, 1, NULL, NULL, NULL };
  VotumChartFormat format;

  g_assert_false (votum_paper_write_pdf (document, "/nowhere/at/all/a.pdf", NULL, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all/a.pdf"));
  g_clear_error (&error);

  g_assert_null (votum_chart_to_bytes (demo->verdict.ranking, &how, &error));
  g_assert_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_false (votum_chart_format_from_path ("a.gif", &format));

  g_cancellable_cancel (cancellable);
  g_assert_null (votum_paper_to_pdf (document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The page engine by itself: a paragraph and a row longer than a page, a table wider than one. */
static void
test_pages (void)
{
  VotumPaperInfo info = { "Prøve", NULL, NULL, NULL, NULL, "nb" };
  g_autoptr (VotumPaper) document = votum_paper_new (&info);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  VotumTable *table = votum_table_new (60);
  const char *cells[60] = { NULL };

  for (guint i = 0; i < 900; i++)
    g_string_append (text, "alle som har vært med ");
  votum_paper_add_heading (document, 1, NULL, "Langt");
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, text->str);
  votum_paper_add_link (document, "en lenke med ' og mellomrom", "https://example.org/a'b c");
  for (guint c = 0; c < 60; c++)
    {
      votum_table_set_column (table, c, c == 0 ? VOTUM_COLUMN_TEXT : VOTUM_COLUMN_FIGURE, c == 0 ? "Navn" : "Et hode");
      cells[c] = c == 0 ? text->str : "12,34";
    }
  votum_table_add_row (table, VOTUM_ROW_PLAIN, cells);
  cells[0] = "Kort";
  for (guint r = 0; r < 100; r++)
    votum_table_add_row (table, VOTUM_ROW_PLAIN, cells);
  votum_paper_add_table (document, table);

  assert_fits (document);
  g_assert_cmpuint (votum_paper_n_pages (document), >, 5);
  bytes = votum_paper_to_pdf (document, NULL, NULL);
  g_assert_nonnull (bytes);
  for (guint p = 0; p < votum_paper_n_pages (document); p++)
    {
      VotumPage *page = g_ptr_array_index (document->pages, p);
      VotumRun *run = &g_array_index (page->runs, VotumRun, 0);

      /* neither widow nor orphan */
      if (run->block->klass == ((VotumBlock *) g_ptr_array_index (page->section->blocks, 1))->klass && run->continued)
        g_assert_cmpuint (run->n, >=, 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/words/complete", test_words_complete);
  g_test_add_func ("/render/words/forms", test_words_forms);
  g_test_add_func ("/render/words/rule", test_rule_in_words);
  g_test_add_func ("/render/words/minimum", test_rule_minimum);
  g_test_add_func ("/render/words/award", test_award_sentence);
  g_test_add_func ("/render/pages", test_pages);
  g_test_add_func ("/render/verdict/languages", test_verdict_languages);
  g_test_add_func ("/render/verdict/sizes", test_verdict_sizes);
  g_test_add_func ("/render/verdict/sections", test_sections_whole);
  g_test_add_func ("/render/verdict/undecided", test_undecided);
  g_test_add_func ("/render/verdict/true", test_protocol_true);
  g_test_add_func ("/render/verdict/compared", test_decisions_compared);
  g_test_add_func ("/render/verdict/anonymous", test_anonymous);
  g_test_add_func ("/render/citation/discreet", test_citation_discreet);
  g_test_add_func ("/render/citation/name-last", test_citation_name_last);
  g_test_add_func ("/render/citation/lengths", test_citation_lengths);
  g_test_add_func ("/render/chart/labels", test_chart_labels);
  g_test_add_func ("/render/chart/axes", test_chart_axes);
  g_test_add_func ("/render/chart/words", test_chart_words);
  g_test_add_func ("/render/chart/spots", test_chart_spots);
  g_test_add_func ("/render/chart/all", test_chart_profile_all);
  g_test_add_func ("/render/chart/files", test_chart_files);
  g_test_add_func ("/render/refusals", test_refusals);

  return g_test_run ();
}
