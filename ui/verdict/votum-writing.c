#include "votum-config.h"

#include "votum-writing.h"

#include <string.h>

#include "votum-case-drafts.h"
#include "votum-case-edit.h"
#include "votum-text.h"
#include "votum-things.h"

void
votum_writing_free (VotumWriting *self)
{
  g_free (self->text);
  g_free (self->quote);
  g_free (self->quote_source);
  g_array_unref (self->passages);
  g_free (self);
}

static VotumThing *
new_citation (const VotumComposed *composed)
{
  VotumThing *citation = votum_thing_new (VOTUM_KIND_CITATION);

  if (composed->standing->class != NULL)
    votum_thing_set_ref (citation, VOTUM_CITATION_CLASS, votum_thing_get_id (composed->standing->class));
  if (composed->about != NULL)
    votum_thing_set_ref (citation, VOTUM_CITATION_ENTRANT, votum_thing_get_id (composed->about));
  votum_thing_set_from_text (citation, VOTUM_CITATION_LANGUAGE, composed->lang, NULL);
  votum_thing_set_from_text (citation, VOTUM_CITATION_FORM, composed->form == VOTUM_CITATION_FORM_NAME_LAST ? "name-last" : "name-first", NULL);

  return citation;
}

static VotumThing *
as_it_becomes (VotumWriting *self,
               VotumThing   *citation,
               GError      **error)
{
  g_autoptr(VotumThing) next = citation != NULL ? votum_thing_copy (citation) : new_citation (&self->composed);
  g_autofree char *now = votum_text_now ();
  /* places of passages count from the beginning: only the end may be tidied */
  g_autofree char *text = g_strchomp (g_strdup (self->text));

  if (!votum_thing_set_from_text (next, VOTUM_CITATION_TEXT, text, error) ||
      !votum_thing_set_from_text (next, VOTUM_CITATION_QUOTE, self->quote, error) ||
      !votum_thing_set_from_text (next, VOTUM_CITATION_QUOTE_SOURCE, self->quote_source, error))
    return NULL;
  if (citation == NULL || !votum_thing_equal (citation, next))
    votum_thing_set_from_text (next, VOTUM_CITATION_TIME, now, NULL);

  return g_steal_pointer (&next);
}

/**
 * votum_writing_store:
 * @self: a text
 * @votum_case: the case
 * @citation: (nullable): as it was before
 * @place: of the draft, which ends with this
 * @error: return location
 *
 * Makes it part of the case; a text of no words is taken out.
 *
 * Returns: whether it was done
 */
gboolean
votum_writing_store (VotumWriting *self,
                     VotumCase    *votum_case,
                     VotumThing   *citation,
                     const char   *place,
                     GError      **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (self->text));
  g_autoptr(VotumThing) next = NULL;

  if (*stripped == '\0')
    return (citation == NULL || votum_case_remove (votum_case, citation, error)) && votum_case_keep_draft (votum_case, place, NULL, error);

  next = as_it_becomes (self, citation, error);

  return next != NULL && votum_case_write_citation (votum_case, citation, next, self->passages, place, error);
}
