#include "votum-config.h"

#include "votum-case-verdict-private.h"

/* The receipts of the ballots that count, for the protocol. */

static gboolean
counts (VotumThing *ballot)
{
  int state = votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE);

  return (state == VOTUM_BALLOT_STATE_OPENED || state == VOTUM_BALLOT_STATE_LATE) && votum_thing_is_set (ballot, VOTUM_BALLOT_RECEIPT);
}

static void
fill_receipt (VotumVerdictBuilder *builder,
              VotumThing          *ballot,
              VotumVerdictReceipt *receipt)
{
  VotumThing *juror = votum_case_lookup (builder->self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));
  VotumThing *round = votum_case_lookup (builder->self, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
  const char *name = votum_verdict_texts (builder, round, VOTUM_ROUND_NAME);

  receipt->juror = votum_thing_get_text (juror, VOTUM_JUROR_NAME);
  receipt->round = name != NULL && *name != '\0' ? name : votum_thing_get_key (round);
  receipt->number = votum_verdict_own (builder, votum_thing_field_to_text (ballot, VOTUM_BALLOT_NUMBER));
  receipt->receipt = votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT);
  receipt->late = votum_thing_get_text (ballot, VOTUM_BALLOT_REASON);
}

/**
 * votum_verdict_fill_receipts:
 * @builder: what a verdict is filled from
 * @verdict: gets the receipts, in the order in which the ballots were taken in
 */
void
votum_verdict_fill_receipts (VotumVerdictBuilder *builder,
                             VotumVerdict        *verdict)
{
  GListModel *ballots = votum_case_get_things (builder->self, VOTUM_KIND_BALLOT);
  guint n = g_list_model_get_n_items (ballots);
  VotumVerdictReceipt *receipts = votum_verdict_own_array (builder, VotumVerdictReceipt, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      if (counts (ballot))
        fill_receipt (builder, ballot, &receipts[verdict->n_receipts++]);
    }
  verdict->receipts = receipts;
}
