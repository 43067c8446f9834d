#include "votum-verdict-private.h"

#include <string.h>

/* Sections of the protocol about figures: criteria and scale, results round by round, and every single mark. */

static char *
leaf_head (const VotumVerdict *verdict,
           guint               leaf)
{
  for (guint i = 0; i < verdict->n_criteria; i++)
    if (verdict->criteria[i].leaf == (int) leaf)
      return g_strdup (verdict->criteria[i].key != NULL ? verdict->criteria[i].key : verdict->criteria[i].name);

  return g_strdup_printf ("%u", leaf + 1);
}

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

/* Criteria and scale */

static char *
criterion_text (const VotumVerdictCriterion *criterion,
                const char                  *lang)
{
  GString *text = g_string_new (criterion->name);

  if (criterion->question != NULL && *criterion->question != '\0')
    g_string_append_printf (text, ": %s", criterion->question);
  if (criterion->measured)
    g_string_append_printf (text, " (%s)", votum_words (lang, VOTUM_WORD_MEASURED));

  return g_string_free (text, FALSE);
}

static void
add_criteria_table (VotumPaper         *document,
                    const VotumVerdict *verdict,
                    const char         *lang)
{
  VotumTable *table;
  gboolean keys = FALSE, shares = FALSE;
  guint text, columns;

  for (guint i = 0; i < verdict->n_criteria; i++)
    {
      keys |= verdict->criteria[i].key != NULL && verdict->criteria[i].leaf >= 0;
      shares |= verdict->criteria[i].share != NULL;
    }
  text = keys ? 1 : 0;
  columns = text + 2 + (shares ? 1 : 0);
  table = votum_table_new (columns);
  if (keys)
    votum_table_set_column (table, 0, VOTUM_COLUMN_SIGN, "");
  votum_table_set_column (table, text, VOTUM_COLUMN_TEXT, votum_words (lang, VOTUM_WORD_CRITERION));
  votum_table_set_column (table, text + 1, VOTUM_COLUMN_FIGURE, votum_words (lang, VOTUM_WORD_WEIGHT));
  if (shares)
    votum_table_set_column (table, text + 2, VOTUM_COLUMN_FIGURE, votum_words (lang, VOTUM_WORD_SHARE));

  for (guint i = 0; i < verdict->n_criteria; i++)
    {
      const VotumVerdictCriterion *criterion = &verdict->criteria[i];
      g_autofree char *name = criterion_text (criterion, lang);
      g_autofree char *weight = votum_words_number (lang, criterion->weight);
      g_autofree char *share = criterion->share != NULL ? votum_words_share (lang, criterion->share) : NULL;
      const char *cells[4] = { NULL };
      guint flags = criterion->leaf < 0 ? VOTUM_ROW_GROUP : VOTUM_ROW_PLAIN;

      if (keys)
        cells[0] = criterion->leaf >= 0 ? criterion->key : NULL;
      cells[text] = name;
      cells[text + 1] = weight;
      if (shares)
        cells[text + 2] = share;
      votum_table_add_row (table, flags | (keys ? 0 : VOTUM_ROW_LEVEL (criterion->level)), cells);
    }
  if (verdict->weights_sum != NULL)
    {
      g_autofree char *sum = votum_words_number (lang, verdict->weights_sum);
      const char *cells[4] = { NULL };

      cells[text] = votum_words (lang, VOTUM_WORD_SUM);
      cells[text + 1] = sum;
      votum_table_add_row (table, VOTUM_ROW_SUM, cells);
    }
  votum_paper_add_table (document, table);
}

static void
add_scale (VotumPaper         *document,
           const VotumVerdict *verdict,
           const char         *lang)
{
  gboolean described = FALSE;
  VotumTable *table;

  if (verdict->scale_min == NULL && verdict->n_levels == 0)
    return;

  votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_SCALE));
  if (verdict->scale_min != NULL && verdict->scale_max != NULL && verdict->scale_step != NULL)
    {
      g_autofree char *min = votum_words_number (lang, verdict->scale_min);
      g_autofree char *max = votum_words_number (lang, verdict->scale_max);
      g_autofree char *step = votum_words_number (lang, verdict->scale_step);
      g_autofree char *lead = votum_words_format (lang, VOTUM_WORD_SCALE_LEAD, "min", min, "max", max, "step", step, NULL);

      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, lead);
    }
  if (verdict->n_levels == 0)
    return;

  for (guint i = 0; i < verdict->n_levels; i++)
    described |= verdict->levels[i].description != NULL;
  votum_paper_keep_with_next (document);
  table = votum_table_new (described ? 3 : 2);
  votum_table_set_column (table, 0, VOTUM_COLUMN_FIGURE, "");
  votum_table_set_column (table, 1, VOTUM_COLUMN_TEXT, votum_words (lang, VOTUM_WORD_LEVEL));
  if (described)
    votum_table_set_column (table, 2, VOTUM_COLUMN_TEXT, votum_words (lang, VOTUM_WORD_MEANING));
  for (guint i = 0; i < verdict->n_levels; i++)
    {
      g_autofree char *value = votum_words_number (lang, verdict->levels[i].value);
      const char *cells[] = { value, verdict->levels[i].label, verdict->levels[i].description };

      votum_table_add_row (table, VOTUM_ROW_PLAIN, cells);
    }
  votum_paper_add_table (document, table);
}

void
votum_verdict_add_criteria (VotumPaper         *document,
                            const VotumVerdict *verdict,
                            const char         *lang)
{
  if (verdict->n_criteria == 0)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_CRITERIA_AND_SCALE);
  if (verdict->weights_sum != NULL)
    {
      g_autofree char *sum = votum_words_number (lang, verdict->weights_sum);
      g_autofree char *lead = votum_words_format (lang, VOTUM_WORD_WEIGHTS_SUM, "sum", sum, NULL);

      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, lead);
      votum_paper_keep_with_next (document);
    }
  add_criteria_table (document, verdict, lang);
  add_scale (document, verdict, lang);
}

/* Results */

static const char *
state_word (const char *lang,
            guint8      state)
{
  switch (state)
    {
    case VOTUM_STANDING_NOT_IN_ROUND:
      return votum_words (lang, VOTUM_WORD_NOT_IN_ROUND);
    case VOTUM_STANDING_NO_MARKS:
      return votum_words (lang, VOTUM_WORD_NO_MARKS);
    case VOTUM_STANDING_TOO_FEW:
      return votum_words (lang, VOTUM_WORD_TOO_FEW);
    case VOTUM_STANDING_NOT_CARRIED:
      return votum_words (lang, VOTUM_WORD_NOT_CARRIED);
    default:
      return NULL;
    }
}

static void
add_standing_row (VotumTable                 *table,
                  const VotumVerdict         *verdict,
                  const VotumVerdictRound    *round,
                  const VotumVerdictStanding *standing,
                  guint                       n_panel,
                  gboolean                    advancing,
                  const char                 *lang)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *state = state_word (lang, standing->state);
  const char *name = verdict->entrants[standing->entrant].name;

  g_ptr_array_add (cells, standing->position > 0 ? g_strdup_printf ("%u", standing->position) : g_strdup ("–"));
  g_ptr_array_add (cells, state != NULL ? g_strdup_printf ("%s (%s)", name, state) : g_strdup (name));
  for (guint i = 0; i < n_panel; i++)
    g_ptr_array_add (cells, standing->panel != NULL && standing->panel[i] != NULL ? votum_words_number (lang, standing->panel[i])
                                                                                   : g_strdup ("–"));
  g_ptr_array_add (cells, standing->round_result != NULL ? votum_words_number (lang, standing->round_result) : g_strdup ("–"));
  if (round->has_total)
    g_ptr_array_add (cells, standing->total != NULL ? votum_words_number (lang, standing->total) : g_strdup ("–"));
  if (advancing)
    g_ptr_array_add (cells, g_strdup (standing->advances ? "●" : ""));
  votum_table_add_row (table, standing->position == 1 ? VOTUM_ROW_STRONG : VOTUM_ROW_PLAIN,
                       (const char * const *) cells->pdata);
}

static void
add_standings (VotumPaper              *document,
               const VotumVerdict      *verdict,
               const VotumVerdictRound *round,
               const char              *lang)
{
  guint n_panel = verdict->n_leaves > 1 ? verdict->n_leaves : 0;
  gboolean advancing = FALSE;
  guint column = 0;
  VotumTable *table;

  for (guint i = 0; i < round->n_standings; i++)
    advancing |= round->standings[i].advances;
  table = votum_table_new (2 + n_panel + 1 + (round->has_total ? 1 : 0) + (advancing ? 1 : 0));
  votum_table_set_sticky (table, 2);
  votum_table_set_dense (table, round->n_standings > 30 || n_panel > 12);
  votum_table_set_column (table, column++, VOTUM_COLUMN_FIGURE, votum_words (lang, VOTUM_WORD_POSITION));
  votum_table_set_column (table, column++, VOTUM_COLUMN_TEXT, votum_words (lang, VOTUM_WORD_FINALIST));
  for (guint i = 0; i < n_panel; i++)
    {
      g_autofree char *head = leaf_head (verdict, i);

      votum_table_set_column (table, column++, VOTUM_COLUMN_FIGURE, head);
    }
  votum_table_set_column (table, column++, VOTUM_COLUMN_FIGURE,
                          votum_words (lang, round->has_total ? VOTUM_WORD_ROUND_RESULT : VOTUM_WORD_RESULT));
  if (round->has_total)
    votum_table_set_column (table, column++, VOTUM_COLUMN_FIGURE, votum_words (lang, VOTUM_WORD_TOTAL));
  if (advancing)
    votum_table_set_column (table, column++, VOTUM_COLUMN_SIGN, votum_words (lang, VOTUM_WORD_ADVANCES));

  for (guint i = 0; i < round->n_standings; i++)
    add_standing_row (table, verdict, round, &round->standings[i], n_panel, advancing, lang);
  votum_paper_add_table (document, table);
}

static VotumWord
tie_word (VotumTieKind kind)
{
  switch (kind)
    {
    case VOTUM_TIE_FIRST_PLACES:
      return VOTUM_WORD_TIE_FIRST_PLACES;
    case VOTUM_TIE_HEAD_TO_HEAD:
      return VOTUM_WORD_TIE_HEAD_TO_HEAD;
    case VOTUM_TIE_HEAVIEST:
      return VOTUM_WORD_TIE_HEAVIEST;
    case VOTUM_TIE_REVOTE:
      return VOTUM_WORD_TIE_REVOTE;
    case VOTUM_TIE_CHAIR:
      return VOTUM_WORD_TIE_CHAIR;
    case VOTUM_TIE_CRITERIA:
    default:
      return VOTUM_WORD_TIE_CRITERIA_PLAIN;
    }
}

static void
add_tie (VotumPaper            *document,
         const VotumVerdictTie *tie,
         const char            *lang)
{
  g_autofree char *names = votum_words_list (lang, tie->names);
  g_autofree char *equal = votum_words_format (lang, VOTUM_WORD_TIE_EQUAL, "names", names, NULL);
  g_autoptr (GString) figures = g_string_new (NULL);
  const char *how = votum_words (lang, tie_word (tie->kind));
  g_autofree char *settled = NULL;
  g_autofree char *text = NULL;

  if (!tie->settled)
    {
      settled = g_strdup (votum_words (lang, VOTUM_WORD_TIE_NOT_SETTLED));
    }
  else if (tie->values != NULL)
    {
      for (guint i = 0; tie->names[i] != NULL && tie->values[i] != NULL; i++)
        {
          g_autofree char *value = votum_words_number (lang, tie->values[i]);

          g_string_append_printf (figures, "%s%s %s", i > 0 ? "; " : "", tie->names[i], value);
        }
      settled = votum_words_format (lang, VOTUM_WORD_TIE_SETTLED, "how", how, "figures", figures->str, NULL);
    }
  else
    {
      g_autofree char *order = g_strjoinv (", ", (char **) tie->names);

      settled = votum_words_format (lang, VOTUM_WORD_TIE_SETTLED_PLAIN, "how", how, "order", order, NULL);
    }
  text = g_strdup_printf ("%s %s", equal, settled);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, text);
}

static void
add_names (VotumPaper         *document,
           const char         *lang,
           VotumWord           word,
           const char * const *names)
{
  g_autofree char *list = votum_words_list (lang, names);
  g_autofree char *text = votum_words_format (lang, word, "names", list, NULL);

  if (*list != '\0')
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, text);
}

static gboolean
has_names (const char * const *names)
{
  return names != NULL && names[0] != NULL;
}

void
votum_verdict_add_results (VotumPaper         *document,
                           const VotumVerdict *verdict,
                           const char         *lang)
{
  if (verdict->n_rounds == 0 && !has_names (verdict->withdrawn) && !has_names (verdict->disqualified))
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_RESULT);
  if (verdict->n_rounds > 0)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_RESULT_LEAD));
      votum_paper_keep_with_next (document);
    }
  for (guint r = 0; r < verdict->n_rounds; r++)
    {
      const VotumVerdictRound *round = &verdict->rounds[r];
      g_autofree char *name = votum_verdict_round_name (verdict, r, lang);

      if (verdict->n_rounds > 1 || round->name != NULL)
        votum_paper_add_heading (document, 2, NULL, name);
      add_standings (document, verdict, round, lang);
      for (guint t = 0; t < round->n_ties; t++)
        add_tie (document, &round->ties[t], lang);
    }
  add_names (document, lang, VOTUM_WORD_WITHDRAWN, verdict->withdrawn);
  add_names (document, lang, VOTUM_WORD_DISQUALIFIED, verdict->disqualified);
}

/* Marks */

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
