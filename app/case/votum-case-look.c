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
  return votum_standing_lay_out (self, look, votum_case_deciding_rule (self, look->class_thing), error);
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
copy_things (GPtrArray *things)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < things->len; i++)
    g_ptr_array_add (copies, votum_thing_copy (g_ptr_array_index (things, i)));

  return copies;
}

/**
 * votum_standing_snapshot:
 * @self: a standing with its result
 *
 * Returns: (transfer full): the same standing, of things that nobody else has: another thread can read it while the case goes on.
 *   It is to be freed by the thread of the case
 */
VotumStanding *
votum_standing_snapshot (const VotumStanding *self)
{
  VotumStanding *copy = g_new (VotumStanding, 1);

  *copy = *self;
  copy->class = self->class != NULL ? votum_thing_copy (self->class) : NULL;
  copy->rule = VOTUM_RULE (votum_thing_copy (VOTUM_THING (self->rule)));
  copy->terms = votum_terms_copy (self->terms);
  votum_sheet_ref (self->sheet);
  votum_result_ref (self->result);
  copy->rounds = copy_things (self->rounds);
  copy->entrants = copy_things (self->entrants);
  copy->jurors = copy_things (self->jurors);
  copy->nodes = copy_things (self->nodes);
  copy->leaves = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->leaves->len; i++)
    {
      guint node = 0;

      /* a criterion is the same thing in both lists */
      g_ptr_array_find (self->nodes, g_ptr_array_index (self->leaves, i), &node);
      g_ptr_array_add (copy->leaves, g_object_ref (g_ptr_array_index (copy->nodes, node)));
    }

  return copy;
}

/**
 * votum_standing_veiled:
 * @self: a standing with its result
 * @votum_case: the case
 * @lang: language of the words
 *
 * Returns: (transfer full): a snapshot whose jurors go by letters instead of names: whatever is drawn of it tells no names
 */
VotumStanding *
votum_standing_veiled (const VotumStanding *self,
                       VotumCase           *votum_case,
                       const char          *lang)
{
  g_autoptr(VotumVeil) veil = votum_veil_new (votum_case, self->jurors, TRUE, lang);
  VotumStanding *veiled = votum_standing_snapshot (self);

  for (guint i = 0; i < veil->order->len; i++)
    votum_thing_set_from_text (g_ptr_array_index (veiled->jurors, g_array_index (veil->order, guint, i)), VOTUM_JUROR_NAME,
                               g_ptr_array_index (veil->names, i), NULL);
  veiled->veiled = TRUE;

  return veiled;
}
