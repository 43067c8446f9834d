#include "votum-config.h"

#include "votum-case-what-if.h"

/**
 * votum_standing_what_if:
 * @self: a standing with its result
 * @round: index of the round
 * @error: return location
 *
 * The model's entrants, leaves and nodes are those of the standing, in the same order; votum_trial_leaves() is a set of its
 * weights. It is made of what the result holds, so that in a juror's copy it knows that juror's own marks alone.
 *
 * Returns: (transfer full): what the finalists would have under other weights, or %NULL with a sentence where there are no
 *   weights to try
 */
VotumWhatIf *
votum_standing_what_if (const VotumStanding  *self,
                        guint                 round,
                        GError              **error)
{
  g_return_val_if_fail (self != NULL && self->result != NULL, NULL);

  return votum_what_if_new (self->result, round, error);
}

/**
 * votum_standing_what_if_order:
 * @self: a standing
 * @model: its model
 * @weights: (array): one per leaf
 * @totals: (array) (out caller-allocates): one total per entrant of the standing, rounded as the rule does; NAN for who is not
 *   ranked
 * @ranks: (array) (out caller-allocates): the place of each, 1-2-2-4; 0 for who is not ranked
 *
 * Works out one step of a moved weight.
 *
 * Returns: (transfer full) (element-type guint): those who are ranked, from the best on
 */
GArray *
votum_standing_what_if_order (const VotumStanding *self,
                              const VotumWhatIf   *model,
                              const double        *weights,
                              double              *totals,
                              guint               *ranks)
{
  GArray *order;
  guint n;

  g_return_val_if_fail (self != NULL && model != NULL && weights != NULL, NULL);

  order = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->entrants->len);
  g_array_set_size (order, self->entrants->len);
  votum_what_if_totals (model, weights, totals);
  n = votum_what_if_order (model, totals, (guint *) (gpointer) order->data);
  votum_what_if_ranks (model, totals, ranks);
  g_array_set_size (order, n);

  return order;
}
