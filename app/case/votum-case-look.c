#include "votum-config.h"

#include "votum-case-look.h"

#include "votum-case-standing-private.h"
#include "votum-case-veil.h"

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

static GPtrArray *
veiled_jurors (const VotumStanding *self,
               VotumCase           *votum_case,
               const char          *lang)
{
  g_autoptr(VotumVeil) veil = votum_veil_new (votum_case, self->jurors, TRUE, lang);
  GPtrArray *jurors = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->jurors->len; i++)
    g_ptr_array_add (jurors, votum_thing_copy (g_ptr_array_index (self->jurors, i)));
  for (guint i = 0; i < veil->order->len; i++)
    votum_thing_set_from_text (g_ptr_array_index (jurors, g_array_index (veil->order, guint, i)), VOTUM_JUROR_NAME,
                               g_ptr_array_index (veil->names, i), NULL);

  return jurors;
}

/**
 * votum_standing_veiled:
 * @self: a standing with its result
 * @votum_case: the case
 * @lang: language of the words
 *
 * Returns: (transfer full): the same standing, whose jurors go by letters instead of names: whatever is drawn of it tells no names
 */
VotumStanding *
votum_standing_veiled (const VotumStanding *self,
                       VotumCase           *votum_case,
                       const char          *lang)
{
  VotumStanding *veiled = g_new (VotumStanding, 1);

  *veiled = *self;
  if (self->class != NULL)
    g_object_ref (self->class);
  g_object_ref (self->rule);
  veiled->terms = votum_terms_copy (self->terms);
  votum_sheet_ref (self->sheet);
  votum_result_ref (self->result);
  g_ptr_array_ref (self->rounds);
  g_ptr_array_ref (self->entrants);
  g_ptr_array_ref (self->nodes);
  g_ptr_array_ref (self->leaves);
  veiled->jurors = veiled_jurors (self, votum_case, lang);

  return veiled;
}
