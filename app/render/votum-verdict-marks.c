#include "votum-verdict-private.h"

#include <string.h>

/* The section of the protocol with every single mark. */

static char *
leaf_name (const VotumVerdict *verdict,
           guint               leaf)
{
  for (guint i = 0; i < verdict->n_criteria; i++)
    {
      const VotumVerdictCriterion *criterion = &verdict->criteria[i];

      if (criterion->leaf == (int) leaf)
        return criterion->key != NULL ? g_strdup_printf ("%s  %s", criterion->key, criterion->name) : g_strdup (criterion->name);
    }

  return g_strdup_printf ("%u", leaf + 1);
}

typedef struct {
  const char *sort;    /* owned */
  guint       juror;
} Veiled;

static int
compare_veiled (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Veiled *) a)->sort, ((const Veiled *) b)->sort);
}

/* A, B ... Z, AA, AB ... */
static char *
letter_of (guint index)
{
  if (index < 26)
    return g_strdup_printf ("%c", 'A' + index);

  return g_strdup_printf ("%c%c", 'A' + index / 26 - 1, 'A' + index % 26);
}

/* A chair who gives no marks has no column of dashes; that nobody else has none is told before the marks. */
static gboolean
gives_marks (const VotumVerdict *verdict,
             guint               juror)
{
  for (guint r = 0; r < verdict->n_rounds; r++)
    for (guint s = 0; verdict->rounds[r].marks != NULL && s < verdict->rounds[r].n_standings; s++)
      for (guint l = 0; l < verdict->n_leaves; l++)
        if (verdict->rounds[r].marks[((gsize) s * verdict->n_jurors + juror) * verdict->n_leaves + l].state != VOTUM_CELL_NONE)
          return TRUE;

  return FALSE;
}

/* Which juror stands in which column. Under letters the order comes from a secret of the case: from the list,
 * or from anything printed here, everybody could work it out. */
static GArray *
juror_order (const VotumVerdict *verdict)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree Veiled *veiled = g_new0 (Veiled, MAX (verdict->n_jurors, 1));

  for (guint j = 0; j < verdict->n_jurors; j++)
    {
      veiled[j].juror = j;
      if (verdict->anonymous_jurors && verdict->anonymity_salt != NULL)
        veiled[j].sort = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) verdict->anonymity_salt,
                                                    strlen (verdict->anonymity_salt), verdict->jurors[j].name, -1);
    }
  if (verdict->n_jurors > 1 && veiled[0].sort != NULL)
    qsort (veiled, verdict->n_jurors, sizeof (Veiled), compare_veiled);
  for (guint j = 0; j < verdict->n_jurors; j++)
    {
      if (gives_marks (verdict, veiled[j].juror))
        g_array_append_val (order, veiled[j].juror);
      g_free ((char *) veiled[j].sort);
    }

  return order;
}

static char *
juror_head (const VotumVerdict *verdict,
            const GArray       *order,
            guint               index)
{
  if (verdict->anonymous_jurors)
    return letter_of (index);

  return g_strdup (verdict->jurors[g_array_index (order, guint, index)].name);
}

enum { CHANGED = VOTUM_CELL_RECUSED + 1, N_USED };   /* beside the states of cells: signs that the legend explains */

static char *
starred (const char *lang,
         const char *number,
         gboolean    changed)
{
  g_autofree char *text = votum_words_number (lang, number);

  return changed ? g_strconcat (text, "*", NULL) : g_steal_pointer (&text);
}

static char *
mark_text (const VotumVerdict     *verdict,
           const VotumVerdictMark *mark,
           const char             *lang,
           gboolean               *used)
{
  used[mark->state] = TRUE;
  used[CHANGED] |= mark->revised;
  if (mark->state == VOTUM_CELL_VALUE)
    return starred (lang, mark->text, mark->revised);
  /* under letters a recusal would name the juror: the list of recusals is public */
  if (verdict->anonymous_jurors || mark->state == VOTUM_CELL_NONE)
    return g_strdup ("–");

  return g_strdup (votum_words (lang, mark->state == VOTUM_CELL_RECUSED ? VOTUM_WORD_RECUSED_SHORT
                                                                       : VOTUM_WORD_NOT_OBSERVED_SIGN));
}

static void
add_marks_legend (VotumPaper         *document,
                  const VotumVerdict *verdict,
                  const char         *lang,
                  const gboolean     *used)
{
  g_autoptr (GString) legend = g_string_new (NULL);

  if (!used[VOTUM_CELL_RECUSED] && !used[VOTUM_CELL_NOT_OBSERVED] && !used[VOTUM_CELL_NONE] && !used[CHANGED])
    return;
  if (used[CHANGED])
    g_string_append_printf (legend, "*  %s     ", votum_words (lang, VOTUM_WORD_MARK_CHANGED));
  if (verdict->anonymous_jurors)
    {
      if (used[VOTUM_CELL_RECUSED] || used[VOTUM_CELL_NOT_OBSERVED] || used[VOTUM_CELL_NONE])
        g_string_append_printf (legend, "–  %s", votum_words (lang, VOTUM_WORD_ANONYMOUS_NO_MARK));
    }
  else
    {
      if (used[VOTUM_CELL_RECUSED])
        g_string_append_printf (legend, "%s  %s     ", votum_words (lang, VOTUM_WORD_RECUSED_SHORT), votum_words (lang, VOTUM_WORD_RECUSED));
      if (used[VOTUM_CELL_NOT_OBSERVED])
        g_string_append_printf (legend, "%s  %s     ", votum_words (lang, VOTUM_WORD_NOT_OBSERVED_SIGN), votum_words (lang, VOTUM_WORD_NOT_OBSERVED));
      if (used[VOTUM_CELL_NONE])
        g_string_append_printf (legend, "–  %s", votum_words (lang, VOTUM_WORD_NO_MARK));
    }
  votum_paper_keep_with_next (document);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_SMALL, g_strchomp (legend->str));
}

static VotumTable *
new_marks_table (const VotumVerdict *verdict,
                 const GArray       *order,
                 const char         *head,
                 const char         *last,
                 gboolean            dense)
{
  VotumTable *table = votum_table_new (order->len + (last != NULL ? 2 : 1));

  votum_table_set_dense (table, dense);
  votum_table_set_column (table, 0, VOTUM_COLUMN_TEXT, head);
  for (guint j = 0; j < order->len; j++)
    {
      g_autofree char *name = juror_head (verdict, order, j);

      votum_table_set_column (table, j + 1, VOTUM_COLUMN_FIGURE, name);
    }
  if (last != NULL)
    votum_table_set_column (table, order->len + 1, VOTUM_COLUMN_FIGURE, last);

  return table;
}

/* One criterion: finalists down, jurors across. */
static void
add_marks_at_once (VotumPaper              *document,
                   const VotumVerdict      *verdict,
                   const VotumVerdictRound *round,
                   const GArray            *order,
                   const char              *lang,
                   gboolean                *used)
{
  VotumTable *table = new_marks_table (verdict, order, votum_words (lang, VOTUM_WORD_FINALIST), NULL,
                                       order->len > 9 || round->n_standings > 30);

  for (guint s = 0; s < round->n_standings; s++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (verdict->entrants[round->standings[s].entrant].name));
      for (guint j = 0; j < order->len; j++)
        g_ptr_array_add (cells, mark_text (verdict, &round->marks[s * verdict->n_jurors + g_array_index (order, guint, j)], lang, used));
      votum_table_add_row (table, VOTUM_ROW_PLAIN, (const char * const *) cells->pdata);
    }
  votum_paper_add_table (document, table);
}

/* Several criteria: a table a finalist, criteria down, jurors across, the panel's mark last. */
static void
add_marks_of (VotumPaper              *document,
              const VotumVerdict      *verdict,
              const VotumVerdictRound *round,
              guint                    s,
              const GArray            *order,
              const char              *lang,
              gboolean                *used)
{
  const VotumVerdictStanding *standing = &round->standings[s];
  VotumTable *table = new_marks_table (verdict, order, votum_words (lang, VOTUM_WORD_CRITERION), votum_words (lang, VOTUM_WORD_PANEL), TRUE);

  for (guint l = 0; l < verdict->n_leaves; l++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, leaf_name (verdict, l));
      for (guint j = 0; j < order->len; j++)
        {
          gsize index = ((gsize) s * verdict->n_jurors + g_array_index (order, guint, j)) * verdict->n_leaves + l;

          g_ptr_array_add (cells, mark_text (verdict, &round->marks[index], lang, used));
        }
      used[CHANGED] |= standing->agreed != NULL && standing->agreed[l];
      g_ptr_array_add (cells, standing->panel != NULL && standing->panel[l] != NULL
                                ? starred (lang, standing->panel[l], standing->agreed != NULL && standing->agreed[l]) : g_strdup ("–"));
      votum_table_add_row (table, VOTUM_ROW_PLAIN, (const char * const *) cells->pdata);
    }
  votum_paper_add_heading (document, 3, NULL, verdict->entrants[standing->entrant].name);
  votum_paper_add_table (document, table);
}

/* Whoever was not in a round of some, a revote, has no marks there. */
static gboolean
is_marked (const VotumVerdict      *verdict,
           const VotumVerdictRound *round,
           guint                    s)
{
  gsize n = (gsize) verdict->n_jurors * verdict->n_leaves;

  for (gsize i = 0; i < n; i++)
    if (round->marks[s * n + i].state == VOTUM_CELL_VALUE || round->marks[s * n + i].state == VOTUM_CELL_NOT_OBSERVED)
      return TRUE;

  return round->standings[s].state != VOTUM_STANDING_NOT_IN_ROUND && round->standings[s].round_result != NULL;
}

void
votum_verdict_add_marks (VotumPaper         *document,
                         const VotumVerdict *verdict,
                         const char         *lang)
{
  g_autoptr (GArray) order = juror_order (verdict);
  gboolean any = FALSE;

  for (guint r = 0; r < verdict->n_rounds; r++)
    any |= verdict->rounds[r].marks != NULL && verdict->rounds[r].n_standings > 0;
  if (!any || verdict->n_leaves == 0 || verdict->n_jurors == 0)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_MARKS);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_MARKS_LEAD));
  if (verdict->anonymous_jurors)
    {
      votum_paper_keep_with_next (document);
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_ANONYMOUS_LEAD));
    }
  votum_paper_keep_with_next (document);

  for (guint r = 0; r < verdict->n_rounds; r++)
    {
      const VotumVerdictRound *round = &verdict->rounds[r];
      gboolean used[N_USED] = { FALSE };
      g_autofree char *name = votum_verdict_round_name (verdict, r, lang);

      if (round->marks == NULL || round->n_standings == 0)
        continue;
      if (verdict->n_rounds > 1 || round->name != NULL)
        votum_paper_add_heading (document, 2, NULL, name);
      if (verdict->n_leaves == 1)
        add_marks_at_once (document, verdict, round, order, lang, used);
      else
        for (guint s = 0; s < round->n_standings; s++)
          if (is_marked (verdict, round, s))
            add_marks_of (document, verdict, round, s, order, lang, used);
      add_marks_legend (document, verdict, lang, used);
    }
}
