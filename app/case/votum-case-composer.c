#include "votum-config.h"

#include "votum-case-composer.h"

#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-drafts.h"
#include "votum-case-private.h"
#include "votum-text.h"

/* The way in which a jury's text is written down with its evidence. */

/* FALSE where what it rests on is no longer in the case */
static gboolean
read_link (VotumCase    *self,
           VotumThing   *link,
           VotumPassage *passage)
{
  static const guint fields[] = { VOTUM_CITATION_LINK_NOTE, VOTUM_CITATION_LINK_MEASURE, VOTUM_CITATION_LINK_SECTION,
                                  VOTUM_CITATION_LINK_POINT };

  *passage = (VotumPassage) { votum_thing_get_number (link, VOTUM_CITATION_LINK_START), votum_thing_get_number (link, VOTUM_CITATION_LINK_END), NULL };
  for (guint f = 0; f < G_N_ELEMENTS (fields) && passage->evidence == NULL; f++)
    passage->evidence = votum_case_lookup (self, votum_thing_get_ref (link, fields[f]));

  return passage->evidence != NULL;
}

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
  GListModel *links = votum_case_get_things (self, VOTUM_KIND_CITATION_LINK);
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(VotumThing) link = g_list_model_get_item (links, i);
      VotumPassage passage;

      if (votum_thing_get_ref (link, VOTUM_CITATION_LINK_CITATION) == votum_thing_get_id (citation) && read_link (self, link, &passage))
        g_array_append_val (passages, passage);
    }

  return passages;
}

/* Marks are most of a log, and never come with a link. */
static gboolean
is_of_marks (const VotumLogEntry *entry)
{
  return strcmp (entry->command, "set-mark") == 0 || strcmp (entry->command, "take-back-mark") == 0 || entry->n_changes == 0;
}

/* The links as they were before @changes. */
static void
step_back (VotumChanges *changes,
           GHashTable   *links)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *any = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (!VOTUM_IS_CITATION_LINK (any))
        continue;
      if (change->old_thing != NULL)
        g_hash_table_insert (links, GSIZE_TO_POINTER (votum_thing_get_id (any)), g_object_ref (change->old_thing));
      else
        g_hash_table_remove (links, GSIZE_TO_POINTER (votum_thing_get_id (any)));
    }
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const VotumPassage *x = a, *y = b;

  return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : (x->end > y->end) - (x->end < y->end);
}

/**
 * votum_case_get_passages_then:
 * @self: a case
 * @citation: a citation of the case
 * @kept: something that came into the case at the time that is meant
 *
 * Walks the log back to when @kept came, and finds what the citation rested on then. What is no longer in the case is left out.
 *
 * Returns: (transfer full) (nullable) (element-type VotumPassage): its passages then; %NULL where the log of this file does not reach
 *   back so far: it was exported and read back, or salvaged
 */
GArray *
votum_case_get_passages_then (VotumCase  *self,
                              VotumThing *citation,
                              VotumThing *kept)
{
  GListModel *now = votum_case_get_things (self, VOTUM_KIND_CITATION_LINK);
  g_autoptr(GHashTable) links = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_autoptr(GArray) passages = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  gboolean found = FALSE;
  GHashTableIter iter;
  gpointer link;

  for (guint i = 0; i < g_list_model_get_n_items (now); i++)
    {
      VotumThing *one = g_list_model_get_item (now, i);

      g_hash_table_insert (links, GSIZE_TO_POINTER (votum_thing_get_id (one)), one);
    }
  for (guint i = self->log->len; i > 0 && !found; i--)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i - 1);
      g_autoptr(VotumChanges) changes = NULL;

      if (entry->number <= votum_store_n_archived (self->store))
        break;
      if (is_of_marks (entry))
        continue;
      changes = votum_store_load_changes (self->store, entry->number, NULL);
      if (changes == NULL)
        break;
      /* an undo may have brought it back since */
      for (guint c = 0; entry->reverses == 0 && c < votum_changes_n_things (changes) && !found; c++)
        found = votum_changes_get (changes, c)->old_thing == NULL && votum_thing_get_id (votum_changes_get (changes, c)->new_thing) == votum_thing_get_id (kept);
      if (!found)
        step_back (changes, links);
    }

  g_hash_table_iter_init (&iter, links);
  while (found && g_hash_table_iter_next (&iter, NULL, &link))
    {
      VotumPassage passage;

      if (votum_thing_get_ref (link, VOTUM_CITATION_LINK_CITATION) == votum_thing_get_id (citation) && read_link (self, link, &passage))
        g_array_append_val (passages, passage);
    }
  g_array_sort (passages, compare_starts);

  return found ? g_steal_pointer (&passages) : NULL;
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
