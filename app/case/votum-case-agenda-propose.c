#include "votum-config.h"

#include "votum-case-agenda-private.h"

#include "votum-case-agreement.h"
#include "votum-case-charts-private.h"
#include "votum-case-private.h"
#include "votum-case-progress.h"
#include "votum-case-robustness.h"

/* From the numbers to points worth talking about. */

#define WIDE (1.0 / 3)      /* of the scale: from here on marks lie far apart */
#define ALONE (1.0 / 4)     /* of the scale: from here on a juror stands alone */
#define LEAST_STEPS 2       /* of the scale: nearer marks are no more than taste */
#define LEAST_CELLS 3      /* of a class: where a jury disagrees most is worth a word though it hardly disagrees */
#define MOST_CELLS 6        /* of a class and a sort: more than that is no agenda but a table */
#define SAFE_LEAD 0.8       /* of weights and of juries: below it a lead is thin */
#define N_DRAWS 2000        /* a share to a per cent or two is enough to put a question */
#define N_JURIES 1000

/* ---- one finalist on one criterion ---- */

/* A mark as it was before the jury talked: the oldest value that a revision replaced. */
static gboolean
first_value (VotumCase       *self,
             const VotumMark *mark,
             VotumDecimal    *value)
{
  GListModel *revisions = votum_case_get_things (self, VOTUM_KIND_REVISION);

  for (guint i = 0; i < g_list_model_get_n_items (revisions); i++)
    {
      g_autoptr(VotumThing) revision = g_list_model_get_item (revisions, i);

      if (votum_thing_get_ref (revision, VOTUM_REVISION_JUROR) == mark->juror &&
          votum_thing_get_ref (revision, VOTUM_REVISION_ENTRANT) == mark->entrant &&
          votum_thing_get_ref (revision, VOTUM_REVISION_CRITERION) == mark->criterion &&
          votum_thing_get_ref (revision, VOTUM_REVISION_ROUND) == mark->round)
        return votum_thing_get_decimal (revision, VOTUM_REVISION_OLD, value);
    }
  *value = votum_mark_value (mark);

  return mark->state == VOTUM_MARK_VALUE;
}

static double
scale_number (VotumScale *scale,
              guint       field,
              double      otherwise)
{
  VotumDecimal value;

  return scale != NULL && votum_thing_get_decimal (VOTUM_THING (scale), field, &value) ? votum_decimal_to_double (value) : otherwise;
}

/* How far marks have to lie apart on @scale to be worth a word. */
static double
least_gap (VotumScale *scale,
           double      share)
{
  double width = scale_number (scale, VOTUM_SCALE_MAX, 0) - scale_number (scale, VOTUM_SCALE_MIN, 0);

  return MAX (LEAST_STEPS * scale_number (scale, VOTUM_SCALE_STEP, 1), share * width) - 1e-9;
}

/* The one at an end of @values whose next neighbour is further away than the others lie from each other; -1: nobody. */
static int
find_alone (const GArray *values,
            double        least)
{
  const VotumDecimal *first = &g_array_index (values, VotumDecimal, 0);
  guint n = values->len;
  double below, above, low, high;

  if (n < 3)
    return -1;
  below = votum_decimal_to_double (first[1]) - votum_decimal_to_double (first[0]);
  above = votum_decimal_to_double (first[n - 1]) - votum_decimal_to_double (first[n - 2]);
  low = votum_decimal_to_double (first[n - 1]) - votum_decimal_to_double (first[1]);
  high = votum_decimal_to_double (first[n - 2]) - votum_decimal_to_double (first[0]);
  if (below >= least && below > low)
    return 0;

  return above >= least && above > high ? (int) n - 1 : -1;
}

static int
compare_decimals (gconstpointer a,
                  gconstpointer b)
{
  return votum_decimal_compare (*(const VotumDecimal *) a, *(const VotumDecimal *) b);
}

static void
judge_spread (VotumCellSpread *spread,
              VotumScale      *scale,
              GArray          *values,
              const GArray    *by_juror)
{
  const VotumDecimal *sorted;
  int alone;

  g_array_sort (values, compare_decimals);
  sorted = &g_array_index (values, VotumDecimal, 0);
  spread->lowest = sorted[0];
  spread->highest = sorted[values->len - 1];
  spread->wide = values->len > 1 && votum_decimal_to_double (spread->highest) - votum_decimal_to_double (spread->lowest) >= least_gap (scale, WIDE);
  alone = find_alone (values, least_gap (scale, ALONE));
  if (alone < 0)
    return;
  spread->alone_mark = sorted[alone];
  spread->others_lowest = sorted[alone == 0 ? 1 : 0];
  spread->others_highest = sorted[alone == 0 ? (int) values->len - 1 : alone - 1];
  for (guint i = 0; i < by_juror->len; i++)
    {
      const VotumDecimal *value = g_array_index (by_juror, const VotumDecimal *, i);

      if (value != NULL && votum_decimal_compare (*value, spread->alone_mark) == 0)
        spread->alone = (int) i;
    }
}

/**
 * votum_case_cell_spread:
 * @self: a case
 * @round: an opened round
 * @entrant: a finalist
 * @criterion: a criterion
 * @spread: (out): how the marks lie, as they were when the round was opened
 */
void
votum_case_cell_spread (VotumCase       *self,
                        VotumThing      *round,
                        VotumThing      *entrant,
                        VotumThing      *criterion,
                        VotumCellSpread *spread)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));
  g_autoptr(GArray) by_juror = g_array_new (FALSE, TRUE, sizeof (const VotumDecimal *));
  g_autofree VotumDecimal *kept = g_new0 (VotumDecimal, jurors->len + 1);

  *spread = (VotumCellSpread) { .alone = -1 };
  g_array_set_size (by_juror, jurors->len);
  for (guint i = 0; i < jurors->len; i++)
    {
      const VotumMark *mark = votum_case_get_mark (self, round, entrant, g_ptr_array_index (jurors, i), criterion);

      if (mark == NULL || !first_value (self, mark, &kept[i]))
        continue;
      g_array_append_val (values, kept[i]);
      g_array_index (by_juror, const VotumDecimal *, i) = &kept[i];
    }
  spread->n_marks = values->len;
  if (values->len > 0)
    judge_spread (spread, votum_case_get_scale (self, criterion), values, by_juror);
}

/* ---- points ---- */

static VotumThing *
new_point (VotumThing *round,
           const char *source)
{
  VotumThing *point = votum_thing_new (VOTUM_KIND_POINT);

  votum_thing_set_ref (point, VOTUM_POINT_ROUND, votum_thing_get_id (round));
  votum_thing_set_from_text (point, VOTUM_POINT_SOURCE, source, NULL);

  return point;
}

static void
propose_questions (VotumCase  *self,
                   VotumThing *round,
                   GPtrArray  *points)
{
  g_autoptr(GPtrArray) questions = votum_case_in_order (self, VOTUM_KIND_QUESTION);
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);

  for (guint i = 0; i < questions->len; i++)
    {
      VotumThing *question = g_ptr_array_index (questions, i);
      VotumThing *visit = votum_case_lookup (self, votum_thing_get_ref (question, VOTUM_QUESTION_VISIT));
      int state = votum_thing_get_choice (question, VOTUM_QUESTION_STATE);
      VotumThing *point, *entrant;

      if (visit == NULL || (state != VOTUM_QUESTION_STATE_OPEN && state != VOTUM_QUESTION_STATE_UNCLEAR))
        continue;
      entrant = votum_case_lookup (self, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
      if (entrant == NULL || !g_ptr_array_find (entrants, entrant, NULL))
        continue;
      point = new_point (round, "open-question");
      votum_thing_set_ref (point, VOTUM_POINT_ENTRANT, votum_thing_get_id (entrant));
      votum_thing_set_ref (point, VOTUM_POINT_CRITERION, votum_thing_get_ref (question, VOTUM_QUESTION_CRITERION));
      votum_thing_set_ref (point, VOTUM_POINT_QUESTION, votum_thing_get_id (question));
      g_ptr_array_add (points, point);
    }
}

static void
propose_cells (VotumCase     *self,
               VotumStanding *standing,
               guint          index,
               GPtrArray     *points)
{
  VotumThing *round = g_ptr_array_index (standing->rounds, index);
  g_autoptr(VotumAgreement) agreement = votum_case_disagreement (self, standing, index, NULL);
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  guint n_alone = 0, n_wide = 0;

  for (guint i = 0; agreement != NULL && i < agreement->cells->len; i++)
    {
      const VotumDisagreement *cell = &g_array_index (agreement->cells, VotumDisagreement, i);
      VotumCellSpread spread;
      VotumThing *point;
      gboolean alone;

      votum_case_cell_spread (self, round, cell->entrant, cell->criterion, &spread);
      alone = spread.alone >= 0;
      if (alone ? n_alone >= MOST_CELLS : n_wide >= (spread.wide ? MOST_CELLS : LEAST_CELLS))
        continue;
      if (votum_decimal_compare (spread.lowest, spread.highest) == 0)
        continue;
      point = new_point (round, alone ? "alone" : "disagreement");
      votum_thing_set_ref (point, VOTUM_POINT_ENTRANT, votum_thing_get_id (cell->entrant));
      votum_thing_set_ref (point, VOTUM_POINT_CRITERION, votum_thing_get_id (cell->criterion));
      if (alone)
        votum_thing_set_ref (point, VOTUM_POINT_JUROR, votum_thing_get_id (g_ptr_array_index (jurors, (guint) spread.alone)));
      g_ptr_array_add (points, point);
      *(alone ? &n_alone : &n_wide) += 1;
    }
}

/* Whether other weights, other juries or one juror fewer soon put somebody else first. */
static gboolean
is_thin (VotumStanding *standing,
         guint          index,
         const GArray  *order)
{
  VotumRobustnessOptions options = { N_DRAWS, N_JURIES, 1, NULL };
  g_autoptr(VotumRobustness) robustness = NULL;
  const VotumRobustEntrant *leader;

  if (votum_case_chart_lead_unsure (standing, index, g_array_index (order, guint, 0), g_array_index (order, guint, 1)))
    return TRUE;
  robustness = votum_standing_robustness (standing, index, &options, NULL);
  leader = robustness != NULL ? votum_robustness_leader (robustness) : NULL;
  if (leader == NULL)
    return FALSE;
  if ((robustness->no_weights == NULL && robustness->n_leaves > 1 && leader->kept_first < SAFE_LEAD) ||
      (robustness->no_juries == NULL && leader->juries[0] < SAFE_LEAD))
    return TRUE;
  for (guint i = 0; i < robustness->without_juror->len; i++)
    if (((const VotumRobustWithout *) g_ptr_array_index (robustness->without_juror, i))->other_first)
      return TRUE;

  return FALSE;
}

static void
propose_lead (VotumStanding *standing,
              guint          index,
              GPtrArray     *points)
{
  g_autoptr(GArray) order = votum_result_order (standing->result, index);
  gboolean shared;
  VotumThing *point;
  guint first;

  if (order->len < 2)
    return;
  first = g_array_index (order, guint, 0);
  shared = votum_result_is_shared (standing->result, index, first);
  if (!shared && !is_thin (standing, index, order))
    return;
  point = new_point (g_ptr_array_index (standing->rounds, index), "thin-lead");
  if (standing->class != NULL)
    votum_thing_set_ref (point, VOTUM_POINT_CLASS, votum_thing_get_id (standing->class));
  if (!shared)
    votum_thing_set_ref (point, VOTUM_POINT_ENTRANT, votum_thing_get_id (g_ptr_array_index (standing->entrants, first)));
  g_ptr_array_add (points, point);
}

static void
propose_class (VotumCase  *self,
               VotumThing *class,
               VotumThing *round,
               GPtrArray  *points,
               GPtrArray  *leads)
{
  g_autoptr(VotumStanding) standing = votum_case_compute (self, class, NULL, NULL);
  guint index;

  if (standing == NULL || standing->own_only || !g_ptr_array_find (standing->rounds, round, &index))
    return;
  propose_cells (self, standing, index, points);
  propose_lead (standing, index, leads);
}

/**
 * votum_agenda_propose:
 * @self: a case
 * @round: an opened round
 *
 * Returns: (transfer full) (element-type VotumThing): points, not in the case: first what can be found out, then where the jury
 *   disagrees, last who leads
 */
GPtrArray *
votum_agenda_propose (VotumCase  *self,
                      VotumThing *round)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) classes = votum_case_classes (self);
  g_autoptr(GPtrArray) leads = g_ptr_array_new ();

  propose_questions (self, round, points);
  if (classes->len == 0)
    propose_class (self, NULL, round, points, leads);
  for (guint i = 0; i < classes->len; i++)
    propose_class (self, g_ptr_array_index (classes, i), round, points, leads);
  for (guint i = 0; i < leads->len; i++)
    g_ptr_array_add (points, g_ptr_array_index (leads, i));

  return points;
}
