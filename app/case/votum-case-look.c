#include "votum-config.h"

#include "votum-case-look.h"

#include "votum-case-standing-private.h"

/**
 * votum_case_look:
 * @self: a case
 * @look: what to look at
 * @error: return location
 *
 * Lays a case out as @look says, by the declared rule.
 *
 * Returns: (transfer full): a standing whose result is still to be worked out, or %NULL with a sentence where there can be none
 */
VotumStanding *
votum_case_look (VotumCase        *self,
                 const VotumLook  *look,
                 GError          **error)
{
  return votum_standing_lay_out (self, look, votum_case_get_rule (self, look->class_thing), error);
}

/**
 * votum_standing_work_out:
 * @self: a standing
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Executes the rule on what was laid out. It touches neither the case nor its things, so that it can be done on another
 * thread, as long as nobody frees @self.
 *
 * Returns: (transfer full): the result, which is not put into @self
 */
VotumResult *
votum_standing_work_out (const VotumStanding  *self,
                         GCancellable         *cancellable,
                         GError              **error)
{
  g_autoptr(VotumTerms) own_terms = self->own_only ? votum_terms_for_one (self->terms) : NULL;

  return votum_result_compute (self->sheet, own_terms != NULL ? own_terms : self->terms, cancellable, error);
}
