#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-case-charts-private.h"
#include "votum-chart-contributions.h"
#include "votum-chart-rounds.h"
#include "votum-chart-slope.h"
#include "votum-error.h"
#include "votum-words.h"

/* Why one is ahead of another, and how results and places moved from round to round. */

static double
number_of (char *text)
{
  double value = text != NULL ? g_ascii_strtod (text, NULL) : NAN;

  g_free (text);

  return value;
}

static char *
round_name (const VotumChartRequest *request,
            guint                    round)
{
  VotumThing *thing = g_ptr_array_index (request->standing->rounds, round);
  const char *name = votum_texts_get (votum_thing_get_texts (thing, VOTUM_ROUND_NAME), request->lang);
  g_autofree char *number = g_strdup_printf ("%u", round + 1);

  if (name != NULL && *name != '\0')
    return g_strdup (name);

  return votum_words_format (request->lang, VOTUM_WORD_ROUND_N, "n", number, NULL);
}

/* What share of the total after the round is the round's own, for the entrant: 1 where only the round counts. */
static double
share_of_round (const VotumChartRequest *request,
                guint                    entrant)
{
  VotumStanding *standing = request->standing;
  const VotumTerms *terms = standing->terms;
  guint counting = 0, n_rows = terms->round_weights->len;
  double sum = 0, own = 0;
  GArray *row;

  if (n_rows == 0)
    return 1;
  for (guint k = 0; k < request->round; k++)
    counting += votum_sheet_is_revote (standing->sheet, k) ? 0 : 1;
  row = g_ptr_array_index (terms->round_weights, MIN (counting, n_rows - 1));
  for (guint k = 0, index = 0; k <= request->round; k++)
    {
      double weight;

      if (votum_sheet_is_revote (standing->sheet, k))
        continue;
      weight = index < row->len ? votum_decimal_to_double (g_array_index (row, VotumDecimal, index)) : 0;
      index++;
      if (isnan (number_of (votum_result_round (standing->result, k, entrant, 2))))
        continue;
      sum += weight;
      own = k == request->round ? weight : own;
    }

  return sum > 0 ? own / sum : 1;
}

/* The two to compare, the one ahead first: those asked for; the leader and the one asked for; the first two. */
static gboolean
find_pair (const VotumChartRequest *request,
           guint                    pair[2])
{
  g_autoptr(GArray) order = votum_result_order (request->standing->result, request->round);
  guint n = 0;

  if (order->len < 2)
    return FALSE;
  for (guint i = 0; i < order->len && n < 2 && request->entrants != NULL; i++)
    if (votum_case_chart_chosen (request, g_array_index (order, guint, i)))
      pair[n++] = g_array_index (order, guint, i);
  if (n == 1 && pair[0] != g_array_index (order, guint, 0))
    {
      pair[1] = pair[0];
      pair[0] = g_array_index (order, guint, 0);
    }
  else if (n < 2)
    {
      pair[0] = g_array_index (order, guint, 0);
      pair[1] = g_array_index (order, guint, 1);
    }

  return TRUE;
}

static double
weighted_of (const VotumChartRequest *request,
             guint                    entrant,
             guint                    leaf,
             double                   share)
{
  double value = number_of (votum_result_weighted (request->standing->result, request->round, entrant, leaf, 9));

  return isnan (value) ? 0 : value * share;
}

/* Why the first beats the second, criterion by criterion. */
VotumChart *
votum_case_chart_contributions (const VotumChartRequest  *request,
                                GError                  **error)
{
  VotumStanding *standing = request->standing;
  guint n_leaves = standing->leaves->len, pair[2];
  g_autofree VotumChartContribution *parts = g_new0 (VotumChartContribution, n_leaves + 1);
  VotumChartContributions data = { .lang = request->lang, .parts = parts, .n_parts = n_leaves };
  double sign = votum_sheet_is_falling (standing->sheet) ? -1 : 1, shares[2];

  if (standing->terms->method != VOTUM_METHOD_MARKS)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("The rule counts places, not marks: there are no criteria that one finalist could be ahead on."));
      return NULL;
    }
  if (!find_pair (request, pair))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("It takes two finalists with a result to compare them."));
      return NULL;
    }

  for (guint i = 0; i < 2; i++)
    shares[i] = share_of_round (request, pair[i]);
  for (guint leaf = 0; leaf < n_leaves; leaf++)
    parts[leaf] = (VotumChartContribution) {
      votum_case_chart_criterion (request, leaf),
      sign * (weighted_of (request, pair[0], leaf, shares[0]) - weighted_of (request, pair[1], leaf, shares[1])), (int) leaf };
  data.first = votum_case_chart_entrant (request, pair[0]);
  data.second = votum_case_chart_entrant (request, pair[1]);
  data.entrant = (int) pair[0];
  data.look = votum_case_chart_look (request, pair[0]);
  data.other_look = votum_case_chart_look (request, pair[1]);
  data.earlier = shares[0] < 1 || shares[1] < 1;
  data.lead = sign * (number_of (votum_result_total (standing->result, request->round, pair[0], 9)) -
                      number_of (votum_result_total (standing->result, request->round, pair[1], 9)));

  return votum_chart_contributions_new (&data);
}

/* The round that followed a site visit, at or before the one asked for; else the one asked for. The first has none before. */
static guint
round_after_visit (const VotumChartRequest *request)
{
  for (guint r = request->round; r > 0; r--)
    if (votum_thing_get_choice (g_ptr_array_index (request->standing->rounds, r), VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_AFTER_VISIT)
      return r;

  return request->round;
}

/* How results moved from before the site visit to after it. */
VotumChart *
votum_case_chart_visit (const VotumChartRequest  *request,
                        GError                  **error)
{
  VotumResult *result = request->standing->result;
  guint after = round_after_visit (request);
  g_autoptr(GArray) order = votum_result_order (result, after);
  g_autofree VotumChartSlopeItem *items = g_new0 (VotumChartSlopeItem, order->len + 1);
  g_autofree char *before_name = NULL, *after_name = NULL;
  VotumChartSlope data = { .lang = request->lang, .items = items };

  if (after == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("It takes two rounds with marks to show what has moved from one to the other."));
      return NULL;
    }

  before_name = round_name (request, after - 1);
  after_name = round_name (request, after);
  data.before = before_name;
  data.after = after_name;
  data.before_round = (int) after - 1;
  data.after_round = (int) after;
  /* by Borda jurors give places, of which points are made */
  data.falling = votum_sheet_is_falling (request->standing->sheet) && request->standing->terms->method != VOTUM_METHOD_BORDA;
  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);

      if (votum_case_chart_chosen (request, entrant))
        items[data.n_items++] = (VotumChartSlopeItem) {
          votum_case_chart_entrant (request, entrant), number_of (votum_result_round (result, after - 1, entrant, 9)),
          number_of (votum_result_round (result, after, entrant, 9)), (int) entrant,
          votum_case_chart_look (request, entrant) };
    }

  return votum_chart_slope_new (&data);
}

/* Those of the last round first, by place; then those who went out, the latest first. */
static GArray *
order_of_all (const VotumChartRequest *request)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint r = request->round + 1; r > 0; r--)
    {
      g_autoptr(GArray) order = votum_result_order (request->standing->result, r - 1);

      for (guint i = 0; i < order->len; i++)
        {
          guint entrant = g_array_index (order, guint, i);

          if (votum_case_chart_chosen (request, entrant) && g_hash_table_add (seen, GUINT_TO_POINTER (entrant)))
            g_array_append_val (all, entrant);
        }
    }

  return all;
}

/* The places after each round. */
VotumChart *
votum_case_chart_rounds (const VotumChartRequest  *request,
                         GError                  **error)
{
  guint n_rounds = request->round + 1;
  g_autoptr(GArray) order = order_of_all (request);
  g_autofree VotumChartRoundsItem *items = g_new0 (VotumChartRoundsItem, order->len + 1);
  g_autofree guint *places = g_new0 (guint, (gsize) order->len * n_rounds + 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  VotumChartRounds data = { .lang = request->lang, .items = items, .n_items = order->len, .n_rounds = n_rounds };

  if (n_rounds < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("It takes two rounds with marks to show what has moved from one to the other."));
      return NULL;
    }

  for (guint r = 0; r < n_rounds; r++)
    g_ptr_array_add (names, round_name (request, r));
  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);
      guint *own = places + (gsize) i * n_rounds;

      for (guint r = 0; r < n_rounds; r++)
        own[r] = votum_result_position (request->standing->result, r, entrant);
      items[i] = (VotumChartRoundsItem) { votum_case_chart_entrant (request, entrant), own, (int) entrant, votum_case_chart_look (request, entrant) };
    }
  data.rounds = (const char *const *) names->pdata;

  return votum_chart_rounds_new (&data);
}
