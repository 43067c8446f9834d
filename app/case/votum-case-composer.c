#include "votum-config.h"

#include "votum-case-composer.h"

#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-drafts.h"
#include "votum-case-private.h"
#include "votum-text.h"

/* The way in which a jury's text is written down with its evidence. */

/**
 * votum_case_get_passages:
 * @self: a case
 * @citation: a citation of the case
 *
 * Returns: (transfer full) (element-type VotumPassage): its passages with what they rest on
 */
GArray *
votum_case_get_passages (VotumCase  *self,
                         VotumThing *citation)
{
  static const guint fields[] = { VOTUM_CITATION_LINK_NOTE, VOTUM_CITATION_LINK_MEASURE, VOTUM_CITATION_LINK_SECTION,
                                  VOTUM_CITATION_LINK_POINT };
  GListModel *links = votum_case_get_things (self, VOTUM_KIND_CITATION_LINK);
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(VotumThing) link = g_list_model_get_item (links, i);
      VotumPassage passage = { votum_thing_get_number (link, VOTUM_CITATION_LINK_START),
                               votum_thing_get_number (link, VOTUM_CITATION_LINK_END), NULL };

      if (votum_thing_get_ref (link, VOTUM_CITATION_LINK_CITATION) != votum_thing_get_id (citation))
        continue;
      for (guint f = 0; f < G_N_ELEMENTS (fields) && passage.evidence == NULL; f++)
        passage.evidence = votum_case_lookup (self, votum_thing_get_ref (link, fields[f]));
      if (passage.evidence != NULL)
        g_array_append_val (passages, passage);
    }

  return passages;
}

static guint
evidence_field (VotumThing *evidence)
{
  if (VOTUM_IS_NOTE (evidence))
    return VOTUM_CITATION_LINK_NOTE;
  if (VOTUM_IS_MEASURE (evidence))
    return VOTUM_CITATION_LINK_MEASURE;
  if (VOTUM_IS_POINT (evidence))
    return VOTUM_CITATION_LINK_POINT;

  return VOTUM_CITATION_LINK_SECTION;
}

static VotumThing *
new_link (VotumCase          *self,
          VotumThing         *citation,
          const VotumPassage *passage)
{
  VotumThing *link = votum_thing_new (VOTUM_KIND_CITATION_LINK);
  g_autofree char *key = NULL;

  votum_thing_set_id (link, votum_case_take_id (self));
  key = g_strdup_printf ("citation-link-%" G_GINT64_FORMAT, votum_thing_get_id (link));
  votum_thing_set_key (link, key);
  votum_thing_set_ref (link, VOTUM_CITATION_LINK_CITATION, votum_thing_get_id (citation));
  votum_thing_set_number (link, VOTUM_CITATION_LINK_START, passage->start);
  votum_thing_set_number (link, VOTUM_CITATION_LINK_END, passage->end);
  votum_thing_set_ref (link, evidence_field (passage->evidence), votum_thing_get_id (passage->evidence));

  return link;
}

static gboolean
same_passage (VotumThing         *link,
              const VotumPassage *passage)
{
  return votum_thing_get_number (link, VOTUM_CITATION_LINK_START) == passage->start &&
         votum_thing_get_number (link, VOTUM_CITATION_LINK_END) == passage->end &&
         votum_thing_get_ref (link, evidence_field (passage->evidence)) == votum_thing_get_id (passage->evidence);
}

/* The links as they are to be: those that still hold stay, so that the log shows what changed and no more. */
static void
change_links (VotumCase    *self,
              VotumChanges *changes,
              VotumThing   *citation,
              const GArray *passages)
{
  GListModel *links = votum_case_get_things (self, VOTUM_KIND_CITATION_LINK);
  g_autofree gboolean *kept = g_new0 (gboolean, passages->len + 1);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(VotumThing) link = g_list_model_get_item (links, i);
      gboolean found = FALSE;

      if (votum_thing_get_ref (link, VOTUM_CITATION_LINK_CITATION) != votum_thing_get_id (citation))
        continue;
      for (guint p = 0; p < passages->len && !found; p++)
        if (!kept[p] && same_passage (link, &g_array_index (passages, VotumPassage, p)))
          found = kept[p] = TRUE;
      if (!found)
        votum_changes_thing (changes, link, NULL);
    }
  for (guint p = 0; p < passages->len; p++)
    if (!kept[p])
      {
        g_autoptr(VotumThing) link = new_link (self, citation, &g_array_index (passages, VotumPassage, p));

        votum_changes_thing (changes, NULL, link);
      }
}

/* Whom it is about; a text for all who share a prize, or on why there is none, is about the prize itself. */
static char *
subject_of (VotumCase  *self,
            VotumThing *citation)
{
  VotumThing *about = votum_case_lookup (self, votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT));

  if (about == NULL)
    about = votum_case_lookup (self, votum_thing_get_ref (citation, VOTUM_CITATION_CLASS));
  if (about == NULL)
    about = votum_case_get_award (self);

  return votum_case_name_of (self, about != NULL ? about : citation, g_get_language_names ()[0]);
}

/**
 * votum_case_write_citation:
 * @self: a case
 * @citation: (nullable): the citation that changes; %NULL where there is none yet
 * @as_it_becomes: the citation with its text; a new one gets its number and id here
 * @passages: (element-type VotumPassage): what it rests on now
 * @place: (nullable): the draft that ends with this
 * @error: return location
 *
 * Writes a citation down with its evidence, as one step.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_write_citation (VotumCase     *self,
                           VotumThing    *citation,
                           VotumThing    *as_it_becomes,
                           const GArray  *passages,
                           const char    *place,
                           GError       **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autofree char *subject = NULL;
  const char *command = citation != NULL ? "edit-citation" : "add-citation";

  if (citation == NULL)
    {
      g_autofree char *key = NULL;

      votum_thing_set_id (as_it_becomes, votum_case_take_id (self));
      key = g_strdup_printf ("citation-%" G_GINT64_FORMAT, votum_thing_get_id (as_it_becomes));
      votum_thing_set_key (as_it_becomes, key);
      votum_changes_thing (changes, NULL, as_it_becomes);
    }
  else if (!votum_thing_equal (citation, as_it_becomes))
    {
      votum_changes_thing (changes, citation, as_it_becomes);
    }
  change_links (self, changes, as_it_becomes, passages);
  subject = subject_of (self, as_it_becomes);

  subject = votum_case_name_of (self, as_it_becomes, g_get_language_names ()[0]);

  return place != NULL ? votum_case_apply_finishing (self, changes, command, subject, place, error)
                       : votum_case_apply (self, changes, command, subject, NULL, NULL, error);
}

/**
 * votum_case_find_citation:
 * @self: a case
 * @class_thing: (nullable): the class
 * @about: (nullable): whom the text is about; %NULL for all who share
 * @lang: the language
 * @form: one of #VotumCitationForm
 *
 * Returns: (transfer none) (nullable): the latest version of exactly that text
 */
VotumThing *
votum_case_find_citation (VotumCase  *self,
                          VotumThing *class_thing,
                          VotumThing *about,
                          const char *lang,
                          int         form)
{
  GListModel *citations = votum_case_get_things (self, VOTUM_KIND_CITATION);
  gint64 class = class_thing != NULL ? votum_thing_get_id (class_thing) : 0;
  gint64 entrant = about != NULL ? votum_thing_get_id (about) : 0;
  VotumThing *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr(VotumThing) citation = g_list_model_get_item (citations, i);
      gint64 own_class = votum_thing_get_ref (citation, VOTUM_CITATION_CLASS);

      if (g_strcmp0 (votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE), lang) != 0 ||
          votum_thing_get_choice (citation, VOTUM_CITATION_FORM) != form || votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT) != entrant ||
          (own_class != 0 && class != 0 && own_class != class))
        continue;
      if (best == NULL || votum_thing_get_number (citation, VOTUM_CITATION_VERSION) >= votum_thing_get_number (best, VOTUM_CITATION_VERSION))
        best = citation;
    }

  return best;
}
