#include "votum-report-private.h"

/* The marks of a report report: own figures, and as much of the field as gives nobody away. */

enum { CRITERION, SHARE, OWN, LOWEST, MEDIAN, HIGHEST, N_COLUMNS };

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "–";
}

static char *
number_or_null (const char *lang,
                const char *number)
{
  return number != NULL ? votum_words_number (lang, number) : NULL;
}

/* Which columns there are, left to right; returns how many. */
static guint
choose_columns (const VotumReport      *report,
                const VotumReportRound *round,
                guint                  *columns)
{
  gboolean shares = FALSE;
  guint n = 0;

  for (guint i = 0; i < report->n_criteria; i++)
    shares |= report->criteria[i].share != NULL;
  columns[n++] = CRITERION;
  if (shares)
    columns[n++] = SHARE;
  columns[n++] = OWN;
  if (round->field == VOTUM_FIELD_FULL)
    columns[n++] = LOWEST;
  if (round->field != VOTUM_FIELD_NONE)
    columns[n++] = MEDIAN;
  if (round->field == VOTUM_FIELD_FULL)
    columns[n++] = HIGHEST;

  return n;
}

static void
add_row (VotumTable                 *table,
         const VotumReportCriterion *criterion,
         const VotumReportFigures   *figures,
         const guint                *columns,
         guint                       n_columns,
         const char                 *lang)
{
  g_autofree char *share = criterion->share != NULL ? votum_words_share (lang, criterion->share) : NULL;
  g_autofree char *own = number_or_null (lang, figures->own);
  g_autofree char *lowest = number_or_null (lang, figures->lowest);
  g_autofree char *median = number_or_null (lang, figures->median);
  g_autofree char *highest = number_or_null (lang, figures->highest);
  const char *all[N_COLUMNS] = { criterion->name, share, or_dash (own), or_dash (lowest), or_dash (median), or_dash (highest) };
  const char *cells[N_COLUMNS];

  for (guint i = 0; i < n_columns; i++)
    cells[i] = criterion->group && columns[i] != CRITERION ? NULL : all[columns[i]];
  votum_table_add_row (table, (criterion->group ? VOTUM_ROW_GROUP : VOTUM_ROW_PLAIN) | VOTUM_ROW_LEVEL (criterion->level), cells);
}

static void
add_table (VotumPaper             *document,
           const VotumReport      *report,
           const VotumReportRound *round,
           const char             *lang)
{
  const char *const heads[N_COLUMNS] = {
    votum_words (lang, VOTUM_WORD_CRITERION), votum_words (lang, VOTUM_WORD_SHARE), votum_words (lang, VOTUM_WORD_OWN_MARK),
    votum_words (lang, VOTUM_WORD_FIELD_LOWEST), votum_words (lang, VOTUM_WORD_FIELD_MEDIAN), votum_words (lang, VOTUM_WORD_FIELD_HIGHEST),
  };
  guint columns[N_COLUMNS];
  guint n_columns = choose_columns (report, round, columns);
  VotumTable *table = votum_table_new (n_columns);

  for (guint i = 0; i < n_columns; i++)
    votum_table_set_column (table, i, i == 0 ? VOTUM_COLUMN_TEXT : VOTUM_COLUMN_FIGURE, heads[columns[i]]);
  for (guint i = 0; i < report->n_criteria; i++)
    add_row (table, &report->criteria[i], &round->figures[i], columns, n_columns, lang);
  if (round->result != NULL)
    {
      g_autofree char *result = votum_words_number (lang, round->result);
      const char *cells[N_COLUMNS] = { votum_words (lang, VOTUM_WORD_OWN_RESULT) };

      for (guint i = 0; i < n_columns; i++)
        if (columns[i] == OWN)
          cells[i] = result;
      votum_table_add_row (table, VOTUM_ROW_SUM, cells);
    }
  votum_paper_add_table (document, table);
}

/* How the field is shown, and what is left out. */
static void
add_field (VotumPaper             *document,
           const VotumReport      *report,
           const VotumReportRound *round,
           const char             *lang)
{
  g_autofree char *n = g_strdup_printf ("%u", round->n_field);
  g_autofree char *field = votum_words_format (lang, round->field == VOTUM_FIELD_FULL ? VOTUM_WORD_FIELD_FULL
                                                     : round->field == VOTUM_FIELD_MIDDLE ? VOTUM_WORD_FIELD_MIDDLE : VOTUM_WORD_FIELD_NONE,
                                               "n", n, NULL);
  g_autoptr (GString) text = g_string_new (field);
  gboolean sparse = FALSE, alone = FALSE;

  for (guint i = 0; i < report->n_criteria; i++)
    {
      const VotumReportFigures *figures = &round->figures[i];

      if (report->criteria[i].group)
        continue;
      sparse |= round->field == VOTUM_FIELD_FULL ? figures->lowest == NULL : round->field == VOTUM_FIELD_MIDDLE && figures->median == NULL;
      alone |= figures->alone;
    }
  if (sparse)
    g_string_append_printf (text, " %s", votum_words (lang, VOTUM_WORD_FIELD_SPARSE));
  if (alone)
    g_string_append_printf (text, " %s", votum_words (lang, VOTUM_WORD_OWN_ALONE));
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_SMALL, text->str);
  votum_paper_keep_with_next (document);
}

void
votum_report_add_marks (VotumPaper        *document,
                        const VotumReport *report,
                        const char        *lang)
{
  if (report->n_rounds == 0)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_OWN_MARKS);
  if (report->scale_min != NULL && report->scale_max != NULL)
    {
      g_autofree char *min = votum_words_number (lang, report->scale_min);
      g_autofree char *max = votum_words_number (lang, report->scale_max);
      g_autofree char *lead = votum_words_format (lang, VOTUM_WORD_OWN_MARKS_LEAD, "min", min, "max", max, NULL);

      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, lead);
      votum_paper_keep_with_next (document);
    }
  for (guint r = report->n_rounds; r > 0; r--)
    {
      const VotumReportRound *round = &report->rounds[r - 1];

      if (report->n_rounds > 1)
        votum_paper_add_heading (document, 2, NULL, round->name);
      add_field (document, report, round, lang);
      if (r == report->n_rounds)
        votum_report_add_chart (document, report, round, lang);
      add_table (document, report, round, lang);
    }
}
