#include "votum-config.h"

#include "votum-case-charts-private.h"
#include "votum-case-opinions.h"
#include "votum-chart-methods.h"
#include "votum-words.h"

/* The order by other methods. */

/* In the chart's language, which need not be the user's. */
static const char *
method_name (VotumOpinionMethod  method,
             const char         *lang)
{
  switch (method)
    {
    case VOTUM_OPINION_MEAN:
      return votum_words (lang, VOTUM_WORD_CHART_METHODS_MEAN);
    case VOTUM_OPINION_MEDIAN:
      return votum_words (lang, VOTUM_WORD_CHART_METHODS_MEDIAN);
    case VOTUM_OPINION_RANKED_PAIRS:
      return votum_words (lang, VOTUM_WORD_CHART_METHODS_PAIRS);
    case VOTUM_OPINION_BORDA:
    case VOTUM_OPINION_COPELAND:
    case VOTUM_OPINION_SCHULZE:
    case VOTUM_OPINION_PROMETHEE:
    case VOTUM_OPINION_TOPSIS:
    default:
      /* names of people and of methods are the same in every language */
      return votum_second_opinions_name (method);
    }
}

/* The places after the round by every method that could be asked. */
VotumChart *
votum_case_chart_methods (const VotumChartRequest  *request,
                          GError                  **error)
{
  g_autoptr(VotumSecondOpinions) opinions = votum_case_second_opinions (request->votum_case, request->standing, request->round,
                                                                        request->cancellable, error);
  g_autofree const char **finalists = NULL;
  g_autofree int *entrants = NULL;
  g_autofree guint *rule = NULL;
  g_autofree guint *looks = NULL;
  g_autofree guint *places = NULL;
  VotumChartMethod methods[VOTUM_N_OPINIONS];
  VotumChartMethods data = { .lang = request->lang, .methods = methods };

  if (opinions == NULL)
    return NULL;
  data.n_finalists = votum_second_opinions_n_entrants (opinions);
  data.finalists = finalists = g_new (const char *, data.n_finalists);
  data.entrants = entrants = g_new (int, data.n_finalists);
  data.looks = looks = g_new (guint, data.n_finalists);
  data.rule = rule = g_new (guint, data.n_finalists);
  places = g_new (guint, (gsize) VOTUM_N_OPINIONS * data.n_finalists);
  for (guint i = 0; i < data.n_finalists; i++)
    {
      guint entrant = votum_second_opinions_entrant (opinions, i);

      finalists[i] = votum_second_opinions_entrant_name (opinions, entrant);
      entrants[i] = (int) entrant;
      looks[i] = votum_case_chart_look (request, entrant);
      rule[i] = votum_second_opinions_place (opinions, entrant);
    }
  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    {
      const VotumOpinion *opinion = votum_second_opinions_get (opinions, method);
      guint *own = places + (gsize) data.n_methods * data.n_finalists;

      if (opinion->state != VOTUM_OPINION_GIVEN)
        continue;
      for (guint i = 0; i < data.n_finalists; i++)
        own[i] = opinion->positions[entrants[i]];
      methods[data.n_methods++] = (VotumChartMethod) { method_name (method, request->lang), own, opinion->other_winner, opinion->other_podium };
    }

  return votum_chart_methods_new (&data);
}
