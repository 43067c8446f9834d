#include "votum-report-private.h"

#include <string.h>

/* The feedback report: what one finalist is told, in the order that it is of use. First the jury's words, then what is strong
 * and what can become better, then the figures. Only what VotumReport has a place for can reach it. */

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
add_title (VotumPaper        *document,
           const VotumReport *report,
           const char        *lang)
{
  g_autofree char *award = votum_verdict_name_and_year (report->award_name, report->year);
  g_autofree char *date = votum_words_date (lang, report->date);
  g_autofree char *lead = votum_words_format (lang, VOTUM_WORD_FEEDBACK_LEAD, "name", report->name, NULL);
  const char *pairs[] = {
    votum_words (lang, VOTUM_WORD_ORGANISER), or_empty (report->organiser),
    votum_words (lang, VOTUM_WORD_CLASS), or_empty (report->class_name),
    votum_words (lang, VOTUM_WORD_OUTCOME), or_empty (report->outcome),
    votum_words (lang, VOTUM_WORD_CHAIR), or_empty (report->chair),
    votum_words (lang, VOTUM_WORD_PLACE), or_empty (report->place),
    votum_words (lang, VOTUM_WORD_DATE), date,
    votum_words (lang, VOTUM_WORD_STATUS), report->undecided ? votum_words (lang, VOTUM_WORD_DRAFT) : "",
    NULL
  };

  votum_paper_add_title (document, award, report->name, votum_words (lang, VOTUM_WORD_FEEDBACK));
  votum_paper_add_spacer (document, 8);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, lead);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_SMALL, votum_words (lang, VOTUM_WORD_FEEDBACK_TRUST));
  if (report->undecided)
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_STRONG, votum_words (lang, VOTUM_WORD_UNDECIDED));
  votum_paper_add_spacer (document, 6);
  votum_paper_add_key_values (document, pairs);
}

static void
add_paragraphs (VotumPaper *document,
                const char *text)
{
  g_auto (GStrv) paragraphs = votum_verdict_paragraphs (text);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, paragraphs[i]);
}

static void
add_quote (VotumPaper *document,
           const char *lang,
           const char *quote,
           const char *source)
{
  g_autofree char *text = votum_words_format (lang, VOTUM_WORD_QUOTE, "text", quote, NULL);

  votum_paper_add_quote (document, text, source);
}

static void
add_words (VotumPaper        *document,
           const VotumReport *report,
           const char        *lang)
{
  if (report->words == NULL && report->citation == NULL)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_FEEDBACK_WORDS);
  if (report->words != NULL)
    add_paragraphs (document, report->words);
  if (report->citation == NULL)
    return;
  if (report->words != NULL)
    votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_CITATION));
  add_paragraphs (document, report->citation);
  if (report->quote != NULL)
    add_quote (document, lang, report->quote, report->quote_source);
}

static void
add_note (VotumPaper            *document,
          const VotumReportNote *note,
          const char            *lang)
{
  g_autofree char *quoted = note->quote ? votum_words_format (lang, VOTUM_WORD_QUOTE, "text", note->text, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (quoted != NULL ? quoted : note->text);

  if (note->source != NULL)
    g_string_append_printf (text, " – %s", note->source);
  if (note->criterion != NULL)
    g_string_append_printf (text, " (%s)", note->criterion);
  votum_paper_add_item (document, "–", text->str);
}

/* What the jury wrote, and below it what it noted. */
static void
add_points (VotumPaper            *document,
            const char            *lang,
            VotumWord              heading,
            const char *const     *written,
            const VotumReportNote *notes,
            guint                  n_notes,
            gboolean              *led)
{
  gboolean any = written != NULL && written[0] != NULL;

  if (!any && n_notes == 0)
    return;

  votum_verdict_begin (document, lang, heading);
  for (guint i = 0; any && written[i] != NULL; i++)
    votum_paper_add_item (document, "•", written[i]);
  if (n_notes == 0)
    return;
  if (any)
    votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_SEEN));
  /* where the notes are from is said of the first of them */
  if (!*led)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_SEEN_LEAD));
      votum_paper_keep_with_next (document);
    }
  *led = TRUE;
  for (guint i = 0; i < n_notes; i++)
    add_note (document, &notes[i], lang);
}

static void
add_measures (VotumPaper        *document,
              const VotumReport *report,
              const char        *lang)
{
  static const VotumWord heads[] = { VOTUM_WORD_MEASURE, VOTUM_WORD_FIGURE, VOTUM_WORD_ANSWERS, VOTUM_WORD_PERIOD, VOTUM_WORD_SOURCE };
  VotumTable *table;

  if (report->n_measures == 0)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_MEASURES);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_MEASURES_LEAD));
  votum_paper_keep_with_next (document);
  table = votum_table_new (G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    votum_table_set_column (table, i, i == 1 || i == 2 ? VOTUM_COLUMN_FIGURE : VOTUM_COLUMN_TEXT, votum_words (lang, heads[i]));
  for (guint i = 0; i < report->n_measures; i++)
    {
      const VotumReportMeasure *measure = &report->measures[i];
      g_autofree char *number = votum_words_number (lang, measure->figure);
      g_autofree char *figure = g_strcmp0 (measure->unit, "%") == 0 ? votum_words_percent (lang, measure->figure) : g_steal_pointer (&number);
      g_autofree char *name = measure->unit != NULL && strcmp (measure->unit, "%") != 0
                                ? g_strdup_printf ("%s (%s)", measure->name, measure->unit) : g_strdup (measure->name);
      const char *cells[] = { name, figure, or_empty (measure->answers), or_empty (measure->period), or_empty (measure->source) };

      votum_table_add_row (table, VOTUM_ROW_PLAIN, cells);
    }
  votum_paper_add_table (document, table);
}

static void
add_end (VotumPaper        *document,
         const VotumReport *report,
         const char        *lang)
{
  VotumSignature signature = { report->chair, votum_words (lang, VOTUM_WORD_CHAIR) };

  if (report->chair == NULL || report->undecided)
    return;
  /* never a page with nothing but a line to sign on */
  votum_paper_keep_with_next (document);
  votum_paper_add_signatures (document, &signature, 1);
}

/**
 * votum_report_document:
 * @report: what the finalist is told; not kept
 * @lang: the language to write in: nb, nn, sv, da, en
 *
 * Returns: (transfer full): the report, laid out when it is first drawn or written
 */
VotumPaper *
votum_report_document (const VotumReport *report,
                       const char        *lang)
{
  g_autofree char *award = NULL;
  g_autofree char *title = NULL;
  g_autofree char *foot = NULL;
  VotumPageStyle style = { VOTUM_A4_WIDTH, VOTUM_A4_HEIGHT, 72, 56, 72, 84, NULL, NULL, NULL, NULL, TRUE, TRUE };
  VotumPaperInfo info = { 0 };
  gboolean led = FALSE;
  VotumPaper *document;

  g_return_val_if_fail (report != NULL && report->award_name != NULL && report->year != NULL && report->name != NULL, NULL);

  award = votum_verdict_name_and_year (report->award_name, report->year);
  title = g_strdup_printf ("%s – %s", report->name, votum_words (lang, VOTUM_WORD_FEEDBACK));
  foot = g_strdup_printf ("%s · %s", award, votum_words (lang, VOTUM_WORD_FEEDBACK));
  info.title = title;
  info.author = report->organiser;
  info.subject = votum_words (lang, VOTUM_WORD_FEEDBACK);
  info.keywords = report->award_name;
  info.created = report->created;
  info.lang = lang;
  style.foot_left = foot;
  style.foot_middle = report->name;

  document = votum_paper_new (&info);
  votum_paper_begin_section (document, &style);
  add_title (document, report, lang);
  add_words (document, report, lang);
  add_points (document, lang, VOTUM_WORD_STRENGTHS, report->strengths, report->strength_notes, report->n_strength_notes, &led);
  add_points (document, lang, VOTUM_WORD_OPPORTUNITIES, report->opportunities, report->opportunity_notes, report->n_opportunity_notes, &led);
  add_points (document, lang, VOTUM_WORD_SEEN, NULL, report->seen, report->n_seen, &led);
  votum_report_add_marks (document, report, lang);
  add_measures (document, report, lang);
  add_end (document, report, lang);

  return document;
}
