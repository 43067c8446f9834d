#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-case-charts-private.h"
#include "votum-case-what-if.h"
#include "votum-chart-ranks.h"
#include "votum-chart-walk.h"
#include "votum-crossovers.h"
#include "votum-error.h"
#include "votum-smaa.h"

/* How sure the order is, with other weights: one weight moved, and all weights there are. */

#define N_SHARES 41
#define N_DRAWS 100000

/* Of a walk from 0 to 1 this much is drawn at least. */
#define LEAST_SPAN 0.3

/* Lines beyond these could not be told apart. */
#define MOST_LINES 12

typedef struct {
  const VotumChartRequest *request;
  VotumWhatIf             *model;
  VotumCrossovers         *walk;
  guint                   *lines;      /* [line]: entrant */
  int                     *line_of;    /* [entrant]: -1: not drawn */
  guint                    n_lines;
} Walk;

static int
find_node (const VotumChartRequest *request)
{
  guint node;

  if (request->criterion != NULL && g_ptr_array_find (request->standing->nodes, request->criterion, &node))
    return (int) node;

  return -1;
}

/* How far the weight may move before somebody else leads. */
static double
distance (const VotumCrossovers *walk)
{
  double down = walk->top_low > 0 ? walk->share - walk->top_low : INFINITY;
  double up = walk->top_high < 1 ? walk->top_high - walk->share : INFINITY;

  return MIN (down, up);
}

/* The criterion that says most: the one whose weight need move least. Without one the first. */
static VotumCrossovers *
find_walk (const VotumChartRequest *request,
           const VotumWhatIf       *model)
{
  const double *stored = votum_what_if_stored (model);
  int asked = find_node (request);
  VotumCrossovers *best = NULL;

  if (asked >= 0)
    return votum_crossovers_compute (model, stored, (guint) asked);
  for (guint leaf = 0; leaf < request->standing->leaves->len; leaf++)
    {
      VotumCrossovers *walk = votum_crossovers_compute (model, stored, votum_sheet_leaf_node (request->standing->sheet, leaf));

      if (best == NULL || distance (walk) < distance (best))
        {
          g_clear_pointer (&best, votum_crossovers_free);
          best = walk;
        }
      else
        votum_crossovers_free (walk);
    }

  return best;
}

/* Those asked for; else all, in their order now, and whoever leads anywhere. */
static void
choose_lines (Walk *walk)
{
  const VotumStanding *standing = walk->request->standing;
  g_autoptr(GArray) order = votum_result_order (standing->result, walk->request->round);

  walk->lines = g_new0 (guint, standing->entrants->len + 1);
  walk->line_of = g_new (int, standing->entrants->len + 1);
  for (guint i = 0; i < standing->entrants->len; i++)
    walk->line_of[i] = -1;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < order->len; i++)
      {
        guint entrant = g_array_index (order, guint, i);
        gboolean leads = FALSE;

        for (guint k = 0; k < walk->walk->leading->len; k++)
          leads = leads || g_array_index (walk->walk->leading, VotumLeading, k).leader == entrant;
        if (walk->line_of[entrant] >= 0 || !votum_case_chart_chosen (walk->request, entrant) || !votum_what_if_is_ranked (walk->model, entrant) ||
            (pass == 0 ? walk->n_lines >= MOST_LINES : !leads))
          continue;
        walk->line_of[entrant] = (int) walk->n_lines;
        walk->lines[walk->n_lines++] = entrant;
      }
}

/* So much that the weight as it is lies well inside, and the next change of the lead too. */
static double
find_high (const VotumCrossovers *walk)
{
  double high = MAX (LEAST_SPAN, walk->share * 2);

  if (walk->top_high < 1)
    high = MAX (high, walk->top_high * 1.25);

  return MIN (1, ceil (high * 20 - 1e-9) / 20);
}

static double *
find_values (const Walk *walk,
             double      high)
{
  guint n_entrants = votum_what_if_n_entrants (walk->model);
  double *values = g_new (double, (gsize) walk->n_lines * N_SHARES + 1);
  g_autofree double *weights = g_new (double, votum_what_if_n_leaves (walk->model) + 1);
  g_autofree double *totals = g_new (double, n_entrants + 1);

  for (guint k = 0; k < N_SHARES; k++)
    {
      votum_what_if_move (walk->model, votum_what_if_stored (walk->model), walk->walk->node, high * k / (N_SHARES - 1), weights);
      votum_what_if_exact (walk->model, weights, totals);
      for (guint i = 0; i < walk->n_lines; i++)
        values[(gsize) i * N_SHARES + k] = totals[walk->lines[i]];
    }

  return values;
}

static gboolean
changes_lead (const VotumCrossovers *walk,
              const VotumCrossing   *crossing)
{
  for (guint i = 1; i < walk->leading->len; i++)
    {
      const VotumLeading *before = &g_array_index (walk->leading, VotumLeading, i - 1);
      const VotumLeading *after = &g_array_index (walk->leading, VotumLeading, i);

      if (fabs (after->from - crossing->share) < 1e-9 && before->leader == crossing->before && after->leader == crossing->after)
        return TRUE;
    }

  return FALSE;
}

static GArray *
find_crossings (const Walk *walk,
                double      high)
{
  GArray *crossings = g_array_new (FALSE, TRUE, sizeof (VotumChartWalkCrossing));
  g_autofree double *weights = g_new (double, votum_what_if_n_leaves (walk->model) + 1);
  g_autofree double *totals = g_new (double, votum_what_if_n_entrants (walk->model) + 1);

  for (guint i = 0; i < walk->walk->crossings->len; i++)
    {
      const VotumCrossing *crossing = &g_array_index (walk->walk->crossings, VotumCrossing, i);
      VotumChartWalkCrossing drawn = { .share = crossing->share, .leads = changes_lead (walk->walk, crossing) };

      if (crossing->share > high || walk->line_of[crossing->before] < 0 || walk->line_of[crossing->after] < 0)
        continue;
      votum_what_if_move (walk->model, votum_what_if_stored (walk->model), walk->walk->node, crossing->share, weights);
      votum_what_if_exact (walk->model, weights, totals);
      drawn.value = totals[crossing->before];
      drawn.before = (guint) walk->line_of[crossing->before];
      drawn.after = (guint) walk->line_of[crossing->after];
      if (!isnan (drawn.value))
        g_array_append_val (crossings, drawn);
    }

  return crossings;
}

/* Who leads at a share, of the two that meet there the one above or below. */
static const char *
leader_at (const Walk *walk,
           double      share,
           gboolean    above)
{
  for (guint i = 0; i < walk->walk->leading->len; i++)
    {
      const VotumLeading *leading = &g_array_index (walk->walk->leading, VotumLeading, i);

      if (above ? share >= leading->from - 1e-9 && share < leading->to - 1e-9 : share > leading->from + 1e-9 && share <= leading->to + 1e-9)
        return votum_case_chart_entrant (walk->request, leading->leader);
    }

  return NULL;
}

static VotumChart *
draw_walk (Walk *walk)
{
  const VotumStanding *standing = walk->request->standing;
  double high = find_high (walk->walk);
  g_autofree VotumChartWalkLine *lines = NULL;
  g_autofree double *values = NULL;
  g_autofree double *now = g_new (double, votum_what_if_n_entrants (walk->model) + 1);
  g_autoptr(GArray) crossings = NULL;
  VotumThing *criterion = g_ptr_array_index (standing->nodes, walk->walk->node);
  VotumChartWalk data = {
    .lang = walk->request->lang,
    .criterion = votum_texts_get (votum_thing_get_texts (criterion, VOTUM_CRITERION_NAME), walk->request->lang),
    .leaf = votum_sheet_node (standing->sheet, walk->walk->node)->leaf,
    .share = walk->walk->share,
    .high = high,
    .n_shares = N_SHARES,
    .top_low = walk->walk->top_low,
    .top_high = walk->walk->top_high,
    .leader = leader_at (walk, walk->walk->share, walk->walk->share < 1),
    .below = leader_at (walk, walk->walk->top_low, FALSE),
    .above = leader_at (walk, walk->walk->top_high, TRUE),
    .falling = votum_what_if_is_falling (walk->model),
  };

  choose_lines (walk);
  values = find_values (walk, high);
  votum_what_if_exact (walk->model, votum_what_if_stored (walk->model), now);
  crossings = find_crossings (walk, high);
  lines = g_new0 (VotumChartWalkLine, walk->n_lines + 1);
  for (guint i = 0; i < walk->n_lines; i++)
    lines[i] = (VotumChartWalkLine) { votum_case_chart_entrant (walk->request, walk->lines[i]), now[walk->lines[i]],
                                      values + (gsize) i * N_SHARES, (int) walk->lines[i],
                                      votum_case_chart_look (walk->request, walk->lines[i]) };
  data.lines = lines;
  data.n_lines = walk->n_lines;
  data.crossings = (const VotumChartWalkCrossing *) (gpointer) crossings->data;
  data.n_crossings = crossings->len;

  return votum_chart_walk_new (&data);
}

static gboolean
check_weights (const VotumChartRequest  *request,
               GError                  **error)
{
  if (request->standing->leaves->len > 1)
    return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, _("There is only one criterion, so there are no weights to try out."));

  return FALSE;
}

/* What becomes of the results when the weight of one criterion moves. */
VotumChart *
votum_case_chart_weights (const VotumChartRequest  *request,
                          GError                  **error)
{
  g_autoptr(VotumWhatIf) model = votum_standing_what_if (request->standing, request->round, error);
  g_autoptr(VotumCrossovers) crossovers = NULL;
  Walk walk = { .request = request, .model = model };
  VotumChart *chart;

  if (model == NULL || !check_weights (request, error))
    return NULL;
  crossovers = find_walk (request, model);
  walk.walk = crossovers;
  chart = draw_walk (&walk);
  g_free (walk.lines);
  g_free (walk.line_of);

  return chart;
}

/* Which places the finalists have under all weights there are. */
VotumChart *
votum_case_chart_acceptability (const VotumChartRequest  *request,
                                GError                  **error)
{
  g_autoptr(VotumWhatIf) model = votum_standing_what_if (request->standing, request->round, error);
  g_autoptr(GArray) order = votum_result_order (request->standing->result, request->round);
  g_autofree VotumChartRanksEntry *entries = g_new0 (VotumChartRanksEntry, order->len + 1);
  const VotumSmaaOptions options = { .n_draws = N_DRAWS, .seed = request->seed != 0 ? request->seed : 1 };
  VotumChartRanks data = { .lang = request->lang, .entries = entries, .n_entries = order->len };
  g_autoptr(VotumSmaa) smaa = NULL;

  if (model == NULL || !check_weights (request, error))
    return NULL;
  smaa = votum_smaa_compute (model, &options, request->cancellable, error);
  if (smaa == NULL)
    return NULL;
  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);

      entries[i] = (VotumChartRanksEntry) { votum_case_chart_entrant (request, entrant),
                                            smaa->acceptability + (gsize) entrant * smaa->n_entrants, (int) entrant };
    }

  return votum_chart_ranks_new (&data);
}
