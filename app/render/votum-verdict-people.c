#include "votum-verdict-private.h"

#include <string.h>

/* Sections of the protocol about people: what they decided, who could assess whom, who was recused, where they went. */

typedef enum {
  FOLLOWS,
  CHOOSES,              /* one among several that the rule made equal */
  DIFFERS,
  DIFFERS_NO_RESULT,    /* a place or a prize for one the rule gave no place */
} Comparison;

static gboolean
is_prize (const VotumVerdictDecision *decision)
{
  return decision->outcome == VOTUM_OUTCOME_WINNER || decision->outcome == VOTUM_OUTCOME_SHARED;
}

/* How many of those decided on share the computed place of @decision. */
static guint
count_equals (const VotumVerdict         *verdict,
              const VotumVerdictDecision *decision)
{
  guint n = 0;

  for (guint i = 0; i < verdict->n_decisions; i++)
    {
      const VotumVerdictDecision *other = &verdict->decisions[i];

      n += other->entrant >= 0 && other->computed_shared && other->computed_place == decision->computed_place &&
           g_strcmp0 (verdict->entrants[other->entrant].class_name, verdict->entrants[decision->entrant].class_name) == 0 ? 1 : 0;
    }

  return n;
}

static Comparison
compare (const VotumVerdict         *verdict,
         const VotumVerdictDecision *decision)
{
  guint place = decision->place == 0 && is_prize (decision) ? 1 : decision->place;
  gboolean shared = decision->place_shared || decision->outcome == VOTUM_OUTCOME_SHARED;

  if (decision->entrant < 0 || place == 0 || decision->outcome == VOTUM_OUTCOME_MENTION || decision->outcome == VOTUM_OUTCOME_NONE)
    return FOLLOWS;
  if (decision->computed_place == 0)
    return DIFFERS_NO_RESULT;
  if (!decision->computed_shared)
    return place == decision->computed_place && !shared ? FOLLOWS : DIFFERS;
  if (place == decision->computed_place)
    return shared ? FOLLOWS : CHOOSES;

  /* the others who were equal come after the one that was chosen, as long as they keep ahead of the next place */
  return place > decision->computed_place && place < decision->computed_place + count_equals (verdict, decision) ? FOLLOWS : DIFFERS;
}

static void
add_decision_table (VotumPaper         *document,
                    const VotumVerdict *verdict,
                    const char         *lang)
{
  VotumTable *table = votum_table_new (6);
  static const VotumWord heads[] = {
    VOTUM_WORD_FINALIST, VOTUM_WORD_OUTCOME, VOTUM_WORD_VOTES_FOR, VOTUM_WORD_VOTES_AGAINST,
    VOTUM_WORD_VOTES_ABSTAINED, VOTUM_WORD_COMPUTED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    votum_table_set_column (table, i, i < 2 ? VOTUM_COLUMN_TEXT : VOTUM_COLUMN_FIGURE, votum_words (lang, heads[i]));

  for (guint i = 0; i < verdict->n_decisions; i++)
    {
      const VotumVerdictDecision *decision = &verdict->decisions[i];
      g_autofree char *outcome = votum_verdict_outcome (lang, decision);
      g_autofree char *in_favour = g_strdup_printf ("%u", decision->votes_for);
      g_autofree char *against = g_strdup_printf ("%u", decision->votes_against);
      g_autofree char *abstained = g_strdup_printf ("%u", decision->votes_abstained);
      g_autofree char *computed = votum_words_place (lang, decision->computed_place, decision->computed_shared);
      const char *cells[] = {
        decision->entrant >= 0 ? verdict->entrants[decision->entrant].name : "–",
        outcome,
        decision->voted ? in_favour : "–",
        decision->voted ? against : "–",
        decision->voted ? abstained : "–",
        decision->computed_place > 0 ? computed : "–",
      };

      votum_table_add_row (table, is_prize (decision) ? VOTUM_ROW_STRONG : VOTUM_ROW_PLAIN, cells);
    }
  votum_paper_add_table (document, table);
}

static char *
comparison_text (const VotumVerdict         *verdict,
                 const VotumVerdictDecision *decision,
                 const char                 *lang)
{
  Comparison comparison = compare (verdict, decision);
  g_autofree char *position = votum_words_place (lang, decision->computed_place, decision->computed_shared);

  if (comparison == FOLLOWS)
    return NULL;

  return votum_words_format (lang, comparison == CHOOSES ? VOTUM_WORD_CHOSEN_AMONG_EQUALS :
                                   comparison == DIFFERS ? VOTUM_WORD_DIFFERS : VOTUM_WORD_DIFFERS_NO_RESULT,
                             "name", verdict->entrants[decision->entrant].name, "position", position, NULL);
}

/* Those who share a prize share its reason: whose it is with @first, and where the next one stands. */
static char *
names_with_reason (const VotumVerdict *verdict,
                   guint               first,
                   const char         *lang,
                   guint              *end)
{
  const VotumVerdictDecision *decision = &verdict->decisions[first];
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (*end = first; *end < verdict->n_decisions; (*end)++)
    {
      const VotumVerdictDecision *next = &verdict->decisions[*end];

      if (next->entrant < 0 || g_strcmp0 (next->reason, decision->reason) != 0 || (*end > first && compare (verdict, next) != FOLLOWS))
        break;
      g_ptr_array_add (names, (gpointer) verdict->entrants[next->entrant].name);
    }
  g_ptr_array_add (names, NULL);

  return votum_words_list (lang, (const char *const *) names->pdata);
}

/* Whether the next decision gives the same reason, which is then told once, below them all. */
static gboolean
shares_reason (const VotumVerdict *verdict,
               guint               decision)
{
  return verdict->decisions[decision].reason != NULL && decision + 1 < verdict->n_decisions &&
         g_strcmp0 (verdict->decisions[decision].reason, verdict->decisions[decision + 1].reason) == 0;
}

static void
add_reasons (VotumPaper         *document,
             const VotumVerdict *verdict,
             const char         *lang)
{
  guint next;
  gboolean any = FALSE, same = TRUE, compared = FALSE;

  for (guint i = 0; i < verdict->n_decisions; i++)
    {
      const VotumVerdictDecision *decision = &verdict->decisions[i];
      gboolean follows = compare (verdict, decision) == FOLLOWS;

      compared |= decision->entrant >= 0 && decision->computed_place > 0;
      same = same && follows;
      any |= !follows || decision->reason != NULL;
    }
  if (same && compared)
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, votum_words (lang, VOTUM_WORD_SAME_AS_COMPUTED));
  if (!any)
    return;

  votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_DECISION_REASON));
  for (guint i = 0; i < verdict->n_decisions; i = next)
    {
      const VotumVerdictDecision *decision = &verdict->decisions[i];
      g_autofree char *text = comparison_text (verdict, decision, lang);
      gboolean differs = text != NULL;

      next = i + 1;
      if (text == NULL && decision->reason != NULL && decision->entrant >= 0)
        text = names_with_reason (verdict, i, lang, &next);
      if (text != NULL)
        {
          votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_STRONG, text);
          votum_paper_keep_with_next (document);
        }
      /* those who share a prize share its reason */
      if (!shares_reason (verdict, next - 1))
        votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, decision->reason != NULL ? decision->reason
                                                                   : differs ? votum_words (lang, VOTUM_WORD_NO_REASON) : NULL);
    }
}

static void
add_minority (VotumPaper         *document,
              const VotumVerdict *verdict,
              const char         *lang)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < verdict->n_decisions; i++)
    {
      const VotumVerdictDecision *decision = &verdict->decisions[i];

      /* those who share a prize share what was said against it */
      if (decision->minority == NULL || *decision->minority == '\0' ||
          (i > 0 && g_strcmp0 (decision->minority, verdict->decisions[i - 1].minority) == 0))
        continue;
      if (!headed)
        votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_MINORITY));
      headed = TRUE;
      if (decision->entrant >= 0 && verdict->n_decisions > 1 && decision->outcome != VOTUM_OUTCOME_SHARED)
        {
          votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_STRONG, verdict->entrants[decision->entrant].name);
          votum_paper_keep_with_next (document);
        }
      if (decision->minority_by != NULL)
        {
          g_autofree char *by = votum_words_format (lang, VOTUM_WORD_MINORITY_BY, "names", decision->minority_by, NULL);

          votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, by);
          votum_paper_keep_with_next (document);
        }
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, decision->minority);
    }
}

void
votum_verdict_add_decisions (VotumPaper         *document,
                             const VotumVerdict *verdict,
                             const char         *lang)
{
  g_autofree char *n = g_strdup_printf ("%u", verdict->majority_for);
  g_autofree char *m = g_strdup_printf ("%u", verdict->majority_against);
  g_autofree char *majority = votum_words_format (lang, VOTUM_WORD_MAJORITY, "n", n, "m", m, NULL);

  votum_verdict_begin (document, lang, VOTUM_WORD_DECISION);
  if (verdict->undecided)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, votum_words (lang, VOTUM_WORD_UNDECIDED));
      return;
    }
  if (verdict->agreement == VOTUM_AGREEMENT_UNANIMOUS)
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, votum_words (lang, VOTUM_WORD_UNANIMOUS));
  else if (verdict->agreement == VOTUM_AGREEMENT_MAJORITY)
    votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, majority);
  else if (verdict->n_decisions == 0)
    {
      g_autofree char *line = votum_verdict_headline (verdict, lang);

      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, line);
    }
  if (verdict->n_decisions == 0)
    return;
  votum_paper_keep_with_next (document);
  add_decision_table (document, verdict, lang);
  add_reasons (document, verdict, lang);
  add_minority (document, verdict, lang);
}

/* Who could assess whom */

static VotumVerdictMay
find_may (const VotumVerdict *verdict,
          guint               entrant,
          guint               juror)
{
  const char *class_name = verdict->entrants[entrant].class_name;

  if (verdict->may != NULL)
    return verdict->may[entrant * verdict->n_jurors + juror];

  for (guint i = 0; i < verdict->n_recusals; i++)
    {
      const VotumVerdictRecusal *recusal = &verdict->recusals[i];

      if (recusal->juror != juror)
        continue;
      if (recusal->entrant == (int) entrant || (recusal->entrant < 0 && g_strcmp0 (recusal->class_name, class_name) == 0))
        return recusal->degree;
    }

  return VOTUM_MAY_VOTE;
}

static const struct {
  VotumWord sign, meaning;
} may_words[] = {
  [VOTUM_MAY_VOTE] = { VOTUM_WORD_VOTES_SIGN, VOTUM_WORD_VOTES },
  [VOTUM_MAY_DECLARED] = { VOTUM_WORD_DECLARED_SIGN, VOTUM_WORD_DECLARED },
  [VOTUM_MAY_NOT_MARK] = { VOTUM_WORD_RECUSED_SIGN, VOTUM_WORD_RECUSED },
  [VOTUM_MAY_NOT_BE_PRESENT] = { VOTUM_WORD_OUT_OF_ROOM_SIGN, VOTUM_WORD_OUT_OF_ROOM },
  [VOTUM_MAY_NOT_ASSIGNED] = { VOTUM_WORD_NOT_ASSIGNED_SIGN, VOTUM_WORD_NOT_ASSIGNED },
};

static void
add_legend (VotumPaper     *document,
            const char     *lang,
            const gboolean *used)
{
  g_autoptr (GString) legend = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (may_words); i++)
    if (used[i])
      g_string_append_printf (legend, "%s%s %s", legend->len > 0 ? "     " : "",
                              votum_words (lang, may_words[i].sign), votum_words (lang, may_words[i].meaning));
  votum_paper_keep_with_next (document);
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_SMALL, legend->str);
}

void
votum_verdict_add_matrix (VotumPaper         *document,
                          const VotumVerdict *verdict,
                          const char         *lang)
{
  gboolean used[G_N_ELEMENTS (may_words)] = { FALSE };
  gboolean all = TRUE;
  VotumTable *table;
  g_autofree const char **cells = g_new0 (const char *, verdict->n_jurors + 1);

  if (verdict->n_jurors == 0 || verdict->n_entrants == 0)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_WHO_VOTES);
  for (guint e = 0; e < verdict->n_entrants; e++)
    for (guint j = 0; j < verdict->n_jurors; j++)
      all = all && find_may (verdict, e, j) == VOTUM_MAY_VOTE;
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, all ? VOTUM_WORD_ALL_VOTED : VOTUM_WORD_WHO_VOTES_LEAD));
  votum_paper_keep_with_next (document);

  table = votum_table_new (verdict->n_jurors + 1);
  votum_table_set_dense (table, verdict->n_jurors > 9 || verdict->n_entrants > 30);
  votum_table_set_column (table, 0, VOTUM_COLUMN_TEXT, votum_words (lang, VOTUM_WORD_FINALIST));
  for (guint j = 0; j < verdict->n_jurors; j++)
    votum_table_set_column (table, j + 1, VOTUM_COLUMN_SIGN, verdict->jurors[j].name);
  for (guint e = 0; e < verdict->n_entrants; e++)
    {
      cells[0] = verdict->entrants[e].name;
      for (guint j = 0; j < verdict->n_jurors; j++)
        {
          VotumVerdictMay may = MIN (find_may (verdict, e, j), VOTUM_MAY_NOT_ASSIGNED);

          used[may] = TRUE;
          cells[j + 1] = votum_words (lang, may_words[may].sign);
        }
      votum_table_add_row (table, VOTUM_ROW_PLAIN, cells);
    }
  votum_paper_add_table (document, table);
  add_legend (document, lang, used);
}

/* Recusals, with their reasons */

void
votum_verdict_add_recusals (VotumPaper         *document,
                            const VotumVerdict *verdict,
                            const char         *lang)
{
  static const VotumWord heads[] = {
    VOTUM_WORD_JUROR, VOTUM_WORD_FINALIST, VOTUM_WORD_DEGREE, VOTUM_WORD_REASON, VOTUM_WORD_WHEN,
  };
  VotumTable *table;

  votum_verdict_begin (document, lang, VOTUM_WORD_RECUSALS);
  if (verdict->n_recusals == 0)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_BODY, votum_words (lang, VOTUM_WORD_NO_RECUSALS));
      return;
    }

  table = votum_table_new (G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    votum_table_set_column (table, i, VOTUM_COLUMN_TEXT, votum_words (lang, heads[i]));
  for (guint i = 0; i < verdict->n_recusals; i++)
    {
      const VotumVerdictRecusal *recusal = &verdict->recusals[i];
      g_autofree char *when = votum_words_date (lang, recusal->when);
      g_autofree char *whole = votum_words_format (lang, VOTUM_WORD_WHOLE_CLASS, "class", recusal->class_name, NULL);
      g_autofree char *degree = votum_words_capitalise (votum_words (lang, may_words[MIN (recusal->degree, VOTUM_MAY_NOT_ASSIGNED)].meaning));
      const char *cells[] = {
        verdict->jurors[recusal->juror].name,
        recusal->entrant >= 0 ? verdict->entrants[recusal->entrant].name : whole,
        degree,
        recusal->reason != NULL ? recusal->reason : "–",
        when,
      };

      votum_table_add_row (table, VOTUM_ROW_PLAIN, cells);
    }
  votum_paper_add_table (document, table);
}

void
votum_verdict_add_visits (VotumPaper         *document,
                          const VotumVerdict *verdict,
                          const char         *lang)
{
  static const VotumWord heads[] = { VOTUM_WORD_FINALIST, VOTUM_WORD_DATE, VOTUM_WORD_PLACE, VOTUM_WORD_PRESENT };
  gboolean places = FALSE;
  VotumTable *table;

  if (verdict->n_visits == 0)
    return;

  for (guint i = 0; i < verdict->n_visits; i++)
    places |= verdict->visits[i].place != NULL;
  votum_verdict_begin (document, lang, VOTUM_WORD_VISITS);
  table = votum_table_new (places ? 4 : 3);
  for (guint i = 0, column = 0; i < G_N_ELEMENTS (heads); i++)
    if (i != 2 || places)
      votum_table_set_column (table, column++, VOTUM_COLUMN_TEXT, votum_words (lang, heads[i]));
  for (guint i = 0; i < verdict->n_visits; i++)
    {
      const VotumVerdictVisit *visit = &verdict->visits[i];
      g_autofree char *date = votum_words_date (lang, visit->date);
      g_autofree char *present = votum_words_list (lang, visit->present);
      const char *cells[] = { verdict->entrants[visit->entrant].name, date, places ? visit->place : present, present };

      votum_table_add_row (table, VOTUM_ROW_PLAIN, cells);
    }
  votum_paper_add_table (document, table);
}
