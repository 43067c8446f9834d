#include "votum-config.h"

#include "votum-compare-kinds.h"

#include <glib/gi18n.h>

/* In the order in which a jury asks: who leads, why, how sure that is, and what to talk about; then everything else. */
static const struct {
  const char           *name;
  const char           *title;
  VotumCompareKindFlags flags;
} known[] = {
  { "ranking", N_("Ranking"), VOTUM_COMPARE_FIRST | VOTUM_COMPARE_FOLLOWS | VOTUM_COMPARE_TRIED },
  { "profile", N_("Profile"), VOTUM_COMPARE_FIRST },
  { "weights", N_("What If One Weighed More?"), VOTUM_COMPARE_FIRST | VOTUM_COMPARE_FOLLOWS | VOTUM_COMPARE_CRITERION },
  { "acceptability", N_("How Sure: All Weights There Are"), VOTUM_COMPARE_FIRST | VOTUM_COMPARE_SLOW },
  { "agreement", N_("Where the Jury Disagrees"), VOTUM_COMPARE_FIRST },
  { "contributions", N_("Why One Is Ahead"), VOTUM_COMPARE_FOLLOWS },
  { "heatmap", N_("Marks by Criterion"), 0 },
  { "strip", N_("Each Juror’s Result"), VOTUM_COMPARE_CRITERION },
  { "severity", N_("Strict and Lenient Jurors"), 0 },
  { "methods", N_("By Other Methods"), 0 },
  { "visit", N_("Before and After the Visit"), 0 },
  { "rounds", N_("Places Round by Round"), 0 },
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
      VotumCompareKind kind = { votum_case_chart_find (known[i].name), known[i].title, known[i].flags };

      if (kind.chart != NULL)
        g_array_append_val (kinds, kind);
    }
  for (guint i = 0; i < n; i++)
    {
      VotumCompareKind kind = { &charts[i], charts[i].summary, 0 };
      gboolean there = FALSE;

      for (guint k = 0; k < kinds->len; k++)
        there |= g_array_index (kinds, VotumCompareKind, k).chart == &charts[i];
      if (!there)
        g_array_append_val (kinds, kind);
    }

  return kinds;
}
