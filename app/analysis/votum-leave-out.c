#include "votum-config.h"

#include "votum-leave-out.h"

#include "votum-result-private.h"

/* What the rule itself says when a juror or a finalist is taken out: exact, as it always is. */

static void
copy_nodes (const VotumSheet *from, VotumSheet *to)
{
  for (guint i = 0; i < votum_sheet_n_nodes (from); i++)
    {
      const VotumSheetNode *node = votum_sheet_node (from, i);

      votum_sheet_add_node (to, node->key, node->parent, node->weight, node->leaf >= 0, node->measured);
      if (node->xs != NULL && node->xs->len > 0)
        votum_sheet_set_value_function (to, (int) i, (const VotumDecimal *) (gpointer) node->xs->data,
                                        (const VotumDecimal *) (gpointer) node->ys->data, node->xs->len);
      if (node->leaf >= 0)
        votum_sheet_set_extrapolate (to, (int) i, node->extrapolate);
    }
}

static void
copy_marks (const VotumSheet *from, VotumSheet *to, guint round, guint entrant, int skipped_juror)
{
  for (guint leaf = 0; leaf < votum_sheet_n_leaves (from); leaf++)
    {
      const VotumCell *panel = votum_sheet_panel (from, round, entrant, leaf);
      VotumDecimal agreed;

      if (votum_sheet_agreed (from, round, entrant, leaf, &agreed))
        votum_sheet_set_agreed (to, round, entrant, leaf, agreed);
      for (guint juror = 0; panel != NULL && juror < votum_sheet_n_jurors (from); juror++)
        if ((int) juror != skipped_juror && panel[juror].state != VOTUM_CELL_NONE)
          votum_sheet_set_cell (to, round, entrant, juror, leaf, panel[juror]);
    }
}

/* Indices stay as they are: who is left out has no marks, and is in no round. */
static VotumSheet *
sheet_without (const VotumSheet *from, int juror, int entrant)
{
  guint n_rounds = votum_sheet_n_rounds (from);
  VotumSheet *to = votum_sheet_new (n_rounds, votum_sheet_n_entrants (from), votum_sheet_n_jurors (from));

  copy_nodes (from, to);
  votum_sheet_set_falling (to, votum_sheet_is_falling (from));
  for (guint round = 0; round < n_rounds; round++)
    votum_sheet_set_revote (to, round, votum_sheet_is_revote (from, round));
  for (guint i = 0; i < votum_sheet_n_entrants (from); i++)
    {
      votum_sheet_set_names (to, i, votum_sheet_name (from, i));
      for (guint leaf = 0; leaf < votum_sheet_n_leaves (from); leaf++)
        {
          VotumDecimal measure;

          if ((int) i != entrant && votum_sheet_measure (from, i, leaf, &measure))
            votum_sheet_set_measure (to, i, leaf, measure);
        }
      for (guint round = 0; round < n_rounds; round++)
        {
          votum_sheet_set_in_round (to, round, i, (int) i != entrant && votum_sheet_in_round (from, round, i));
          if ((int) i == entrant)
            continue;
          copy_marks (from, to, round, i, juror);
          votum_sheet_set_chair_order (to, (int) round, i, votum_sheet_chair_place (from, round, i));
        }
    }
  return to;
}

/**
 * votum_result_without:
 * @result: a result
 * @juror: index of a juror whose marks are left out, or %VOTUM_LEAVE_NOBODY
 * @entrant: index of an entrant who is left out, or %VOTUM_LEAVE_NOBODY
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Executes the same rule on what is left. Indices stay as they are. May run on any thread.
 *
 * Returns: (transfer full): the result then; %NULL on error
 */
VotumResult *
votum_result_without (const VotumResult *result, int juror, int entrant, GCancellable *cancellable, GError **error)
{
  g_autoptr(VotumSheet) sheet = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  sheet = sheet_without (result->sheet, juror, entrant);
  return votum_result_compute (sheet, result->terms, cancellable, error);
}

/**
 * votum_result_swapped:
 * @result: a result
 * @round: index of a round of it
 * @other: a result with the same entrants
 * @other_round: index of a round of it
 *
 * Returns: (transfer full) (element-type VotumSwap): the pairs that are in the other order there, or of which one is ahead
 *   in the one and level in the other; of those who are ranked in both
 */
GArray *
votum_result_swapped (const VotumResult *result, guint round, const VotumResult *other, guint other_round)
{
  GArray *swaps = g_array_new (FALSE, FALSE, sizeof (VotumSwap));

  g_return_val_if_fail (result != NULL && other != NULL, swaps);
  g_return_val_if_fail (votum_sheet_n_entrants (result->sheet) == votum_sheet_n_entrants (other->sheet), swaps);

  for (guint a = 0; a < result->n_entrants; a++)
    for (guint b = 0; b < result->n_entrants; b++)
      {
        guint a_was = votum_result_position (result, round, a);
        guint b_was = votum_result_position (result, round, b);
        guint a_is = votum_result_position (other, other_round, a);
        guint b_is = votum_result_position (other, other_round, b);
        VotumSwap swap = { a, b };

        if (a_was == 0 || b_was == 0 || a_is == 0 || b_is == 0)
          continue;
        if ((a_was < b_was && a_is >= b_is) || (a < b && a_was == b_was && a_is != b_is))
          g_array_append_val (swaps, swap);
      }
  return swaps;
}
