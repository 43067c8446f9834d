#include "votum-config.h"

#include "votum-case-ballots-private.h"

#include <glib/gi18n-lib.h>

#include "votum-case-hand-in.h"
#include "votum-case-progress.h"
#include "votum-error.h"

/* What the rule asks of a ballot before it goes. Marks may be missing, since a juror may have none to give; what they give is to
 * be as the rule says. */

static gboolean
check_comments (VotumCase  *self,
                VotumThing *round,
                GError    **error)
{
  g_autoptr(GArray) gaps = votum_case_hand_in_gaps (self, round);
  const VotumHandInGap *first = NULL;
  g_autofree char *criterion = NULL;
  guint n = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      const VotumHandInGap *gap = &g_array_index (gaps, VotumHandInGap, i);

      if (gap->lack != VOTUM_LACK_COMMENT)
        continue;
      n += gap->count;
      if (first == NULL)
        first = gap;
    }
  if (first == NULL)
    return TRUE;

  criterion = votum_case_name_of (self, first->criterion, g_get_language_names ()[0]);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               ngettext ("The rule asks for a comment on %u mark: %s, “%s”. Write it, then hand in.",
                         "The rule asks for a comment on %u marks, the first of them %s, “%s”. Write them, then hand in.", n), n,
               votum_case_entrant_name (self, first->entrant), criterion);

  return FALSE;
}

/**
 * votum_case_check_ballot_rule:
 * @self: a juror's case
 * @round: a round
 * @error: return location
 *
 * Returns: whether what the juror gives in @round is as the rule asks for
 */
gboolean
votum_case_check_ballot_rule (VotumCase  *self,
                         VotumThing *round,
                         GError    **error)
{
  return check_comments (self, round, error);
}
