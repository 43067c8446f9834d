#include "votum-config.h"

#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-case-verdict-private.h"
#include "votum-words.h"

/* The receipts of the ballots that count, and what was given on paper, for the protocol. */

static gboolean
counts (VotumThing *ballot)
{
  int state = votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE);

  return (state == VOTUM_BALLOT_STATE_OPENED || state == VOTUM_BALLOT_STATE_LATE) && votum_thing_is_set (ballot, VOTUM_BALLOT_RECEIPT);
}

/* One that somebody else handed in: of those that were replaced it alone has a reason and came before the opening. */
static gboolean
was_set_aside (VotumVerdictBuilder *builder,
               VotumThing          *ballot)
{
  VotumThing *round = votum_case_lookup (builder->self, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));
  const char *opened = votum_thing_get_text (round, VOTUM_ROUND_OPENED);
  const char *taken_in = votum_thing_get_text (ballot, VOTUM_BALLOT_TAKEN_IN);

  return votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_REPLACED && votum_thing_is_set (ballot, VOTUM_BALLOT_REASON) &&
         votum_thing_is_set (ballot, VOTUM_BALLOT_RECEIPT) && (opened == NULL || taken_in == NULL || strcmp (taken_in, opened) <= 0);
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
  receipt->opened = votum_thing_get_text (round, VOTUM_ROUND_OPENED);
  receipt->late = votum_thing_get_text (ballot, VOTUM_BALLOT_REASON);
}

/* The numbers of the ballots that @ballot came in the place of, unopened: NULL where it was the first. */
static const char *
replaced_by (VotumVerdictBuilder *builder,
             VotumThing          *ballot)
{
  GListModel *ballots = votum_case_get_things (builder->self, VOTUM_KIND_BALLOT);
  g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) other = g_list_model_get_item (ballots, i);

      if (votum_thing_get_choice (other, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_REPLACED &&
          votum_thing_get_ref (other, VOTUM_BALLOT_JUROR) == votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR) &&
          votum_thing_get_ref (other, VOTUM_BALLOT_ROUND) == votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND))
        g_ptr_array_add (numbers, votum_thing_field_to_text (other, VOTUM_BALLOT_NUMBER));
    }
  if (numbers->len == 0)
    return NULL;
  g_ptr_array_add (numbers, NULL);

  return votum_verdict_own (builder, votum_words_list (builder->lang, (const char *const *) numbers->pdata));
}

/**
 * votum_verdict_fill_receipts:
 * @builder: what a verdict is filled from
 * @verdict: gets the receipts of the class's rounds, round by round, in the order in which the ballots were taken in
 */
void
votum_verdict_fill_receipts (VotumVerdictBuilder *builder,
                             VotumVerdict        *verdict)
{
  g_autoptr(GPtrArray) rounds = votum_case_in_order (builder->self, VOTUM_KIND_ROUND);
  GListModel *ballots = votum_case_get_things (builder->self, VOTUM_KIND_BALLOT);
  guint n = g_list_model_get_n_items (ballots);
  VotumVerdictReceipt *receipts = votum_verdict_own_array (builder, VotumVerdictReceipt, n);

  for (guint r = 0; r < rounds->len; r++)
    {
      VotumThing *round = g_ptr_array_index (rounds, r);

      for (guint i = 0; i < n && votum_case_is_round_of (builder->self, round, builder->standing->class); i++)
        {
          g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);
          VotumVerdictReceipt *receipt = &receipts[verdict->n_receipts];

          gboolean aside = was_set_aside (builder, ballot);

          if ((!counts (ballot) && !aside) || votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) != votum_thing_get_id (round))
            continue;
          fill_receipt (builder, ballot, receipt);
          if (aside)
            receipt->set_aside = g_steal_pointer (&receipt->late);
          else
            receipt->replaces = replaced_by (builder, ballot);
          verdict->n_receipts++;
        }
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
