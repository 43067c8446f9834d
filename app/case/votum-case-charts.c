#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-charts-private.h"
#include "votum-error.h"

/* The kinds of charts, and what their builders share. A new kind is a line here. */

static const VotumCaseChart kinds[] = {
  { "ranking", votum_case_chart_ranking, N_("The finalists in order, with the result and each juror’s own") },
  { "profile", votum_case_chart_profile, N_("A few finalists over the criteria") },
  { "contributions", votum_case_chart_contributions, N_("Why one finalist is ahead of another, criterion by criterion") },
  { "visit", votum_case_chart_visit, N_("How results moved from before the site visit to after it") },
  { "rounds", votum_case_chart_rounds, N_("The places after each round") },
  { "severity", votum_case_chart_severity, N_("How severe each juror is, with intervals") },
  { "heatmap", votum_case_chart_heatmap, N_("The panel’s mark of every finalist on every criterion") },
  { "strip", votum_case_chart_strip, N_("Each juror’s own result, or mark on one criterion, finalist by finalist") },
  { "agreement", votum_case_chart_agreement, N_("How far the jurors lie apart on each criterion") },
  { "methods", votum_case_chart_methods, N_("The places by other methods, beside those by the rule") },
  { "weights", votum_case_chart_weights, N_("What becomes of the results when one weight moves") },
  { "acceptability", votum_case_chart_acceptability, N_("Which places the finalists have under all weights there are") },
};

/**
 * votum_case_chart_kinds:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): every kind of chart that a case can be shown as
 */
const VotumCaseChart *
votum_case_chart_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * votum_case_chart_find:
 * @name: (nullable): of a kind: "ranking"
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL where there is none of that name
 */
const VotumCaseChart *
votum_case_chart_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (name != NULL && strcmp (kinds[i].name, name) == 0)
      return &kinds[i];

  return NULL;
}

/**
 * votum_case_chart:
 * @name: of a kind: "ranking"
 * @request: what to show
 *
 * Returns: (transfer full) (nullable): the chart; on error, which is a sentence, %NULL
 */
VotumChart *
votum_case_chart (const char               *name,
                  const VotumChartRequest  *request,
                  GError                  **error)
{
  const VotumCaseChart *kind = votum_case_chart_find (name);

  if (kind == NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("There is no chart called “%s”."), name != NULL ? name : "");
      return NULL;
    }

  return kind->build (request, error);
}

void
votum_case_chart_scale (const VotumChartRequest *request,
                        double                  *min,
                        double                  *max)
{
  VotumStanding *standing = request->standing;
  VotumScale *scale = NULL;
  VotumDecimal low, high;

  *min = 0;
  *max = 0;
  if (standing->leaves->len > 0)
    scale = votum_case_get_scale (request->votum_case, g_ptr_array_index (standing->leaves, 0));
  if (scale == NULL || !votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MIN, &low) ||
      !votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MAX, &high))
    return;
  *min = votum_decimal_to_double (low);
  *max = votum_decimal_to_double (high);
}

gboolean
votum_case_chart_on_scale (const VotumChartRequest *request)
{
  const VotumTerms *terms = request->standing->terms;

  return terms->method == VOTUM_METHOD_MARKS && terms->weighting == VOTUM_WEIGHTING_SHARES;
}

const char *
votum_case_chart_criterion (const VotumChartRequest *request,
                            guint                    leaf)
{
  VotumThing *thing = g_ptr_array_index (request->standing->leaves, leaf);

  return votum_texts_get (votum_thing_get_texts (thing, VOTUM_CRITERION_NAME), request->lang);
}

const char *
votum_case_chart_entrant (const VotumChartRequest *request,
                          guint                    entrant)
{
  return votum_case_entrant_name (request->votum_case, g_ptr_array_index (request->standing->entrants, entrant));
}

guint
votum_case_chart_look (const VotumChartRequest *request,
                       guint                    entrant)
{
  VotumThing *own = g_ptr_array_index (request->standing->entrants, entrant);
  gint64 class = votum_thing_get_ref (own, VOTUM_ENTRANT_CLASS);
  g_autoptr(GPtrArray) all = votum_case_in_order (request->votum_case, VOTUM_KIND_ENTRANT);
  guint look = 0;

  /* whoever withdrew keeps the look, or the others would change theirs */
  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *other = g_ptr_array_index (all, i);

      look += votum_thing_get_ref (other, VOTUM_ENTRANT_CLASS) == class;
      if (votum_thing_get_id (other) == votum_thing_get_id (own))
        return look;
    }

  return 0;
}

gboolean
votum_case_chart_chosen (const VotumChartRequest *request,
                         guint                    entrant)
{
  return request->entrants == NULL || g_ptr_array_find (request->entrants, g_ptr_array_index (request->standing->entrants, entrant), NULL);
}
