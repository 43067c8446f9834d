#include "votum-config.h"

#include <glib/gi18n-lib.h>

#include "votum-case-ballots-private.h"
#include "votum-error.h"

/* A ballot that somebody else handed in in a juror's name: it is kept, with the reason, and does not count. */

/**
 * votum_ballot_is_set_aside:
 * @latest: (nullable): the latest ballot of a juror in a round
 *
 * Returns: whether it was set aside: it is the latest, and does not count
 */
gboolean
votum_ballot_is_set_aside (VotumThing *latest)
{
  return latest != NULL && votum_thing_get_choice (latest, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_REPLACED;
}

/**
 * votum_case_sealed_ballot:
 * @self: the chair's case
 * @juror: a juror
 *
 * Returns: (transfer none) (nullable): the latest ballot of @juror that is still sealed, in whichever round
 */
VotumThing *
votum_case_sealed_ballot (VotumCase  *self,
                          VotumThing *juror)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);
  VotumThing *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      if (votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR) == votum_thing_get_id (juror) &&
          votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_SEALED)
        found = ballot;
    }

  return found;
}

/**
 * votum_case_set_aside:
 * @self: the chair's case
 * @ballot: a sealed ballot
 * @reason: why it does not count, which the log keeps
 * @error: return location
 *
 * Lets a sealed ballot not count, since it is not its juror's. It stays in the case, sealed. This is not undone: a ballot that comes
 * from the juror takes its place.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_set_aside (VotumCase   *self,
                      VotumThing  *ballot,
                      const char  *reason,
                      GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) old = votum_thing_copy (ballot);
  g_autoptr(VotumThing) new = votum_thing_copy (ballot);
  VotumThing *juror = votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));

  if (!votum_case_check_writable (self, error))
    return FALSE;
  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR || votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) != VOTUM_BALLOT_STATE_SEALED)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED, _("Only a sealed ballot is set aside, by who takes ballots in."));
      return FALSE;
    }
  if (reason == NULL || *reason == '\0')
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("Give a reason for setting the ballot aside, which the log will keep."));
      return FALSE;
    }
  votum_thing_set_from_text (new, VOTUM_BALLOT_STATE, "replaced", NULL);
  if (!votum_thing_set_from_text (new, VOTUM_BALLOT_REASON, reason, error))
    return FALSE;
  votum_changes_thing (changes, old, new);

  return votum_case_check_changes (self, changes, TRUE, error) &&
         votum_case_write_changes (self, changes, VOTUM_CASE_SET_ASIDE, votum_thing_get_text (juror, VOTUM_JUROR_NAME), NULL, 0, NULL, error);
}
