#include "votum-config.h"

#include "votum-case-ballots-private.h"
#include "votum-case-verdict-private.h"

/* The receipts of the ballots that count, and what was given on paper, for the protocol. */

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

/* A ballot that came after the paper counts in its place. */
static gboolean
is_paper (VotumVerdictBuilder *builder,
          VotumThing          *ballot)
{
  VotumThing *juror = votum_case_lookup (builder->self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));
  VotumThing *round = votum_case_lookup (builder->self, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));

  return votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_PAPER && juror != NULL && round != NULL &&
         votum_case_latest_ballot (builder->self, juror, round, NULL) == ballot;
}

/**
 * votum_verdict_fill_papers:
 * @builder: what a verdict is filled from
 * @verdict: gets who typed in what was given on paper, and who read it a second time
 */
void
votum_verdict_fill_papers (VotumVerdictBuilder *builder,
                           VotumVerdict        *verdict)
{
  GListModel *ballots = votum_case_get_things (builder->self, VOTUM_KIND_BALLOT);
  guint n = g_list_model_get_n_items (ballots);
  VotumVerdictPaper *papers = votum_verdict_own_array (builder, VotumVerdictPaper, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);
      VotumVerdictReceipt names = { NULL };

      if (!is_paper (builder, ballot))
        continue;
      fill_receipt (builder, ballot, &names);
      papers[verdict->n_papers++] = (VotumVerdictPaper) {
        names.juror, names.round, votum_thing_get_text (ballot, VOTUM_BALLOT_ENTERED_BY), votum_thing_get_text (ballot, VOTUM_BALLOT_READ_BY),
        votum_thing_get_text (ballot, VOTUM_BALLOT_READ),
      };
    }
  verdict->papers = papers;
}
