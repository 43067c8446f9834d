#include "votum-verdict-private.h"

/* Sections of the protocol about figures: criteria and scale, and results round by round. */

static char *
leaf_head (const VotumVerdict *verdict,
           guint               leaf)
{
  for (guint i = 0; i < verdict->n_criteria; i++)
    if (verdict->criteria[i].leaf == (int) leaf)
      return g_strdup (verdict->criteria[i].key != NULL ? verdict->criteria[i].key : verdict->criteria[i].name);

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

/* By which rule a round went that is not the one above, or that it is the round that decides. */
static void
add_round_rule (VotumPaper              *document,
                const VotumVerdictRound *round,
                const char              *lang)
{
  g_autofree char *rule = NULL;
  g_autofree char *text = NULL;

  if (round->own_rule == NULL && !round->decides)
    return;
  if (round->own_rule != NULL)
    {
      rule = g_strjoinv (" ", (char **) round->own_rule);
      text = votum_words_fill (votum_words (lang, VOTUM_WORD_ROUND_OWN_RULE), "text", rule, NULL);
    }
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, text != NULL ? text : votum_words (lang, VOTUM_WORD_ROUND_DECIDES));
  votum_paper_keep_with_next (document);
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
      add_round_rule (document, round, lang);
      add_standings (document, verdict, round, lang);
      for (guint t = 0; t < round->n_ties; t++)
        add_tie (document, &round->ties[t], lang);
    }
  add_names (document, lang, VOTUM_WORD_WITHDRAWN, verdict->withdrawn);
  add_names (document, lang, VOTUM_WORD_DISQUALIFIED, verdict->disqualified);
}
