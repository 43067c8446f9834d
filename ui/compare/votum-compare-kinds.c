#include "votum-config.h"

#include "votum-compare-kinds.h"

#include <glib/gi18n.h>

/* In the order in which a jury asks: who leads, why, how sure that is, and what to talk about; then everything else. */
static const struct {
  const char *name;
  const char *title;
  gboolean    first;
  gboolean    follows;
} known[] = {
  { "ranking", N_("Ranking"), TRUE, TRUE },
  { "profile", N_("Profile"), TRUE, FALSE },
  { "agreement", N_("Where the Jury Disagrees"), TRUE, FALSE },
  { "heatmap", N_("Marks by Criterion"), FALSE, FALSE },
  { "strip", N_("Each Juror’s Result"), FALSE, FALSE },
  { "contributions", N_("Why One Is Ahead"), FALSE, TRUE },
  { "visit", N_("Before and After the Visit"), FALSE, FALSE },
  { "rounds", N_("Places Round by Round"), FALSE, FALSE },
};

/**
 * votum_compare_kinds:
 *
 * Returns: (transfer full) (element-type VotumCompareKind): every kind of chart, in the order of the page; a kind that the page has
 *   no words for stands last, under what the engine says of it
 */
GArray *
votum_compare_kinds (void)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (VotumCompareKind));
  guint n;
  const VotumCaseChart *charts = votum_case_chart_kinds (&n);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      VotumCompareKind kind = { votum_case_chart_find (known[i].name), known[i].title, known[i].first, known[i].follows };

      if (kind.chart != NULL)
        g_array_append_val (kinds, kind);
    }
  for (guint i = 0; i < n; i++)
    {
      VotumCompareKind kind = { &charts[i], charts[i].summary, FALSE, FALSE };
      gboolean there = FALSE;

      for (guint k = 0; k < kinds->len; k++)
        there |= g_array_index (kinds, VotumCompareKind, k).chart == &charts[i];
      if (!there)
        g_array_append_val (kinds, kind);
    }

  return kinds;
}
