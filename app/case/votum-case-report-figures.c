#include "votum-config.h"

#include <stdlib.h>

#include "votum-case-report-private.h"

/* What a feedback report says of marks. Of three finalists the lowest and the highest mark of a criterion would be those of the
 * two others, and of two the only other one's: the fewer they are, the less is told. */

#define FULL 4
#define MIDDLE 3

typedef struct {
  VotumDecimal value;
  const char  *text;
} Mark;

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  return votum_decimal_compare (((const Mark *) a)->value, ((const Mark *) b)->value);
}

static const char *
median_of (VotumVerdictBuilder *builder,
           GArray              *marks)
{
  guint half = marks->len / 2;
  mpq_t sum, other;
  char *text;

  if (marks->len % 2 == 1)
    return g_array_index (marks, Mark, half).text;

  mpq_inits (sum, other, NULL);
  votum_decimal_to_rational (g_array_index (marks, Mark, half - 1).value, sum);
  votum_decimal_to_rational (g_array_index (marks, Mark, half).value, other);
  mpq_add (sum, sum, other);
  mpq_div_2exp (sum, sum, 1);
  text = votum_rational_to_string (sum, 2, VOTUM_ROUNDING_HALF_UP);
  mpq_clears (sum, other, NULL);

  return votum_verdict_own (builder, text);
}

static void
fill_figures (VotumVerdictBuilder  *builder,
              guint                 round,
              guint                 entrant,
              guint                 leaf,
              VotumReportFigures   *figures)
{
  VotumStanding *standing = builder->standing;
  g_autoptr(GArray) marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  const VotumSheetNode *node = votum_sheet_node (standing->sheet, votum_sheet_leaf_node (standing->sheet, leaf));

  for (guint e = 0; e < standing->entrants->len; e++)
    {
      Mark mark = { .text = votum_verdict_own (builder, votum_result_panel (standing->result, round, e, leaf, 2)) };

      if (mark.text != NULL && votum_decimal_parse (mark.text, &mark.value, NULL))
        g_array_append_val (marks, mark);
      if (e == entrant)
        figures->own = mark.text;
    }
  /* what one juror alone has given is that juror's mark, and not the panel's */
  if (figures->own != NULL && !node->measured && standing->jurors->len > 1 &&
      votum_result_n_marks (standing->result, round, entrant, leaf) == 1)
    {
      figures->own = NULL;
      figures->alone = TRUE;
    }
  if (marks->len < MIDDLE)
    return;
  qsort (marks->data, marks->len, sizeof (Mark), compare_marks);
  figures->median = median_of (builder, marks);
  if (marks->len < FULL)
    return;
  figures->lowest = g_array_index (marks, Mark, 0).text;
  figures->highest = g_array_index (marks, Mark, marks->len - 1).text;
}

static gboolean
was_assessed (VotumStanding *standing,
              guint          round,
              guint          entrant)
{
  VotumStandingState state = votum_result_state (standing->result, round, entrant);

  return state == VOTUM_STANDING_RANKED || state == VOTUM_STANDING_TOO_FEW;
}

static void
fill_round (VotumVerdictBuilder *builder,
            const VotumVerdict  *head,
            guint                round,
            guint                entrant,
            VotumReportRound    *filled)
{
  VotumStanding *standing = builder->standing;
  VotumReportFigures *figures = votum_verdict_own_array (builder, VotumReportFigures, head->n_criteria);

  filled->name = votum_verdict_own (builder, votum_case_name_of (builder->self, g_ptr_array_index (standing->rounds, round), builder->lang));
  for (guint e = 0; e < standing->entrants->len; e++)
    filled->n_field += was_assessed (standing, round, e);
  filled->field = filled->n_field >= FULL ? VOTUM_FIELD_FULL : filled->n_field >= MIDDLE ? VOTUM_FIELD_MIDDLE : VOTUM_FIELD_NONE;
  for (guint i = 0; i < head->n_criteria; i++)
    if (head->criteria[i].leaf >= 0)
      fill_figures (builder, round, entrant, head->criteria[i].leaf, &figures[i]);
  filled->figures = figures;
  filled->result = votum_verdict_own (builder, votum_result_total (standing->result, round, entrant, 2));
}

static void
fill_criteria (VotumVerdictBuilder *builder,
               const VotumVerdict  *head,
               VotumReport         *report)
{
  VotumStanding *standing = builder->standing;
  VotumReportCriterion *criteria = votum_verdict_own_array (builder, VotumReportCriterion, head->n_criteria);
  VotumScale *scale = standing->leaves->len > 0 ? votum_case_get_scale (builder->self, g_ptr_array_index (standing->leaves, 0)) : NULL;

  for (guint i = 0; i < head->n_criteria; i++)
    {
      const VotumVerdictCriterion *criterion = &head->criteria[i];

      criteria[i].key = criterion->key;
      criteria[i].name = criterion->name;
      criteria[i].share = criterion->share;
      criteria[i].level = criterion->level;
      criteria[i].group = criterion->leaf < 0;
      criteria[i].other_scale = criterion->leaf >= 0 &&
                                (criterion->measured || votum_case_get_scale (builder->self, g_ptr_array_index (standing->leaves, criterion->leaf)) != scale);
    }
  report->criteria = criteria;
  report->n_criteria = head->n_criteria;
  report->scale_min = head->scale_min;
  report->scale_max = head->scale_max;
}

/* A revote only settled a tie; what it was about is not a finalist's to read. */
void
votum_report_fill_rounds (VotumVerdictBuilder *builder,
                          const VotumVerdict  *head,
                          guint                entrant,
                          VotumReport         *report)
{
  VotumStanding *standing = builder->standing;
  VotumReportRound *rounds = votum_verdict_own_array (builder, VotumReportRound, standing->rounds->len);

  fill_criteria (builder, head, report);
  for (guint r = 0; r < standing->rounds->len; r++)
    if (votum_thing_get_choice (g_ptr_array_index (standing->rounds, r), VOTUM_ROUND_KIND) != VOTUM_ROUND_KIND_REVOTE &&
        was_assessed (standing, r, entrant))
      fill_round (builder, head, r, entrant, &rounds[report->n_rounds++]);
  report->rounds = rounds;
}
