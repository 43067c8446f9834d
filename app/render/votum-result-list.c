#include "votum-result-list.h"

#include "votum-verdict-private.h"

/* The result list: who is made public, class by class, and from when. It has no marks, and points only where they are given. */

#define FEW 6   /* names that can be read in a line */

static char *
embargo_of (const VotumResultList *list,
            const char            *lang)
{
  g_autofree char *when = list->embargo != NULL ? votum_words_date_time (lang, list->embargo) : NULL;

  return when != NULL ? votum_words_format (lang, VOTUM_WORD_EMBARGO, "when", when, NULL) : NULL;
}

/* What the places rest on, and whether points are made public. */
static void
add_basis (VotumPaper            *document,
           const VotumResultList *list,
           const char            *lang)
{
  gboolean decided = FALSE, points = FALSE;

  for (guint i = 0; i < list->n_classes; i++)
    for (guint row = 0; row < list->classes[i].n_rows; row++)
      {
        decided |= !list->classes[i].undecided;
        points |= list->classes[i].rows[row].points != NULL;
      }
  if (decided || points)
    {
      g_autofree char *text = g_strdup_printf ("%s%s%s", decided ? votum_words (lang, VOTUM_WORD_RESULT_DECIDED) : "", decided ? " " : "",
                                               votum_words (lang, points ? VOTUM_WORD_POINTS_GIVEN : VOTUM_WORD_POINTS_KEPT));

      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, text);
    }
}

static void
add_title (VotumPaper            *document,
           const VotumResultList *list,
           const char            *embargo,
           const char            *lang)
{
  g_autofree char *award = votum_verdict_name_and_year (list->award_name, list->year);
  g_autofree char *date = votum_words_date (lang, list->date);
  const char *pairs[] = {
    votum_words (lang, VOTUM_WORD_ORGANISER), list->organiser != NULL ? list->organiser : "",
    votum_words (lang, VOTUM_WORD_PLACE), list->place != NULL ? list->place : "",
    votum_words (lang, VOTUM_WORD_DATE), date,
    NULL
  };

  votum_paper_add_title (document, award, votum_words (lang, VOTUM_WORD_RESULT_LIST), NULL);
  votum_paper_add_spacer (document, 8);
  if (embargo != NULL)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LARGE, embargo);
      votum_paper_keep_with_next (document);
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_STRONG, votum_words (lang, VOTUM_WORD_EMBARGO_LEAD));
      votum_paper_add_spacer (document, 6);
    }
  if (list->leaders_only)
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, votum_words (lang, VOTUM_WORD_LEADERS_ONLY));
  add_basis (document, list, lang);
  votum_paper_add_spacer (document, 6);
  votum_paper_add_key_values (document, pairs);
}

static void
add_rows (VotumPaper                 *document,
          const VotumResultListClass *class,
          const char                 *lang)
{
  gboolean points = FALSE;
  VotumTable *table;
  guint n_columns;

  for (guint i = 0; i < class->n_rows; i++)
    points |= class->rows[i].points != NULL;
  n_columns = points ? 4 : 3;
  table = votum_table_new (n_columns);
  votum_table_set_column (table, 0, VOTUM_COLUMN_SIGN, votum_words (lang, VOTUM_WORD_POSITION));
  votum_table_set_column (table, 1, VOTUM_COLUMN_TEXT, votum_words (lang, VOTUM_WORD_NAME));
  votum_table_set_column (table, 2, VOTUM_COLUMN_TEXT, votum_words (lang, VOTUM_WORD_OUTCOME));
  if (points)
    votum_table_set_column (table, 3, VOTUM_COLUMN_FIGURE, votum_words (lang, VOTUM_WORD_POINTS));
  for (guint i = 0; i < class->n_rows; i++)
    {
      const VotumResultListRow *row = &class->rows[i];
      g_autofree char *place = row->place > 0 ? g_strdup_printf ("%u", row->place) : g_strdup ("");
      g_autofree char *figure = row->points != NULL ? votum_words_number (lang, row->points) : g_strdup ("");
      const char *cells[] = { place, row->name, row->outcome, figure };

      votum_table_add_row (table, row->honoured ? VOTUM_ROW_STRONG : VOTUM_ROW_PLAIN, cells);
    }
  votum_paper_add_table (document, table);
}

/* A few in a line, many below each other. */
static void
add_others (VotumPaper                 *document,
            const VotumResultListClass *class,
            const char                 *lang)
{
  guint n = class->others != NULL ? g_strv_length ((char **) class->others) : 0;
  const char *heading = votum_words (lang, class->n_rows > 0 ? VOTUM_WORD_OTHER_FINALISTS : VOTUM_WORD_ALL_FINALISTS);

  if (n > 0 && n <= FEW)
    {
      g_autofree char *names = g_strjoinv (", ", (char **) class->others);
      g_autofree char *line = g_strdup_printf ("%s: %s.", heading, names);

      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, line);
      return;
    }
  if (n == 0)
    return;
  votum_paper_add_heading (document, 2, NULL, heading);
  for (guint i = 0; i < n; i++)
    votum_paper_add_item (document, "–", class->others[i]);
}

static void
add_class (VotumPaper                 *document,
           const VotumResultListClass *class,
           const char                 *lang)
{
  if (class->class_name != NULL)
    {
      votum_paper_add_heading (document, 1, NULL, class->class_name);
      votum_paper_keep_with_next (document);
    }
  else
    {
      votum_paper_add_spacer (document, 22);
    }
  if (class->undecided)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_RESULT_UNDECIDED));
      votum_paper_keep_with_next (document);
    }
  if (class->no_award)
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_STRONG, votum_words (lang, VOTUM_WORD_NO_AWARD));
  if (class->n_rows > 0)
    add_rows (document, class, lang);
  add_others (document, class, lang);
}

/**
 * votum_result_list_document:
 * @list: who is made public; not kept
 * @lang: the language to write in: nb, nn, sv, da, en
 *
 * Returns: (transfer full): the list, laid out when it is first drawn or written; with an embargo, every page says it
 */
VotumPaper *
votum_result_list_document (const VotumResultList *list,
                            const char            *lang)
{
  g_autofree char *award = NULL;
  g_autofree char *title = NULL;
  g_autofree char *foot = NULL;
  g_autofree char *embargo = NULL;
  VotumPageStyle style = { VOTUM_A4_WIDTH, VOTUM_A4_HEIGHT, 72, 56, 72, 84, NULL, NULL, NULL, NULL, TRUE, TRUE };
  VotumPaperInfo info = { 0 };
  VotumPaper *document;

  g_return_val_if_fail (list != NULL && list->award_name != NULL && list->year != NULL, NULL);

  award = votum_verdict_name_and_year (list->award_name, list->year);
  title = g_strdup_printf ("%s – %s", award, votum_words (lang, VOTUM_WORD_RESULT_LIST));
  foot = g_strdup_printf ("%s · %s", award, votum_words (lang, VOTUM_WORD_RESULT_LIST));
  embargo = embargo_of (list, lang);
  info.title = title;
  info.author = list->organiser;
  info.subject = embargo != NULL ? embargo : votum_words (lang, VOTUM_WORD_RESULT_LIST);
  info.keywords = list->award_name;
  info.created = list->created;
  info.lang = lang;
  style.head_left = embargo;
  style.foot_left = foot;
  style.foot_middle = embargo;

  document = votum_paper_new (&info);
  votum_paper_begin_section (document, &style);
  add_title (document, list, embargo, lang);
  for (guint i = 0; i < list->n_classes; i++)
    add_class (document, &list->classes[i], lang);

  return document;
}
