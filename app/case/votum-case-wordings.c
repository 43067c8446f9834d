#include "votum-config.h"

#include "votum-case-wordings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-edit.h"
#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* A citation as it read at one time: kept with a name, compared, and brought back. */

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = votum_thing_get_number (*(VotumThing *const *) a, VOTUM_WORDING_NUMBER);
  gint64 y = votum_thing_get_number (*(VotumThing *const *) b, VOTUM_WORDING_NUMBER);

  return (x > y) - (x < y);
}

/**
 * votum_case_list_wordings:
 * @self: a case
 * @citation: a citation of the case
 *
 * Returns: (transfer full) (element-type VotumThing): its versions that were kept, the oldest first
 */
GPtrArray *
votum_case_list_wordings (VotumCase  *self,
                          VotumThing *citation)
{
  GListModel *all = votum_case_get_things (self, VOTUM_KIND_WORDING);
  GPtrArray *wordings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) wording = g_list_model_get_item (all, i);

      if (votum_thing_get_ref (wording, VOTUM_WORDING_CITATION) == votum_thing_get_id (citation) && votum_case_may_see (self, wording))
        g_ptr_array_add (wordings, g_steal_pointer (&wording));
    }
  g_ptr_array_sort (wordings, compare_numbers);

  return wordings;
}

/**
 * votum_case_keep_wording:
 * @self: a case
 * @citation: a citation of the case
 * @name: (nullable): why it is kept
 * @error: return location
 *
 * Keeps a citation as it reads now.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_keep_wording (VotumCase   *self,
                         VotumThing  *citation,
                         const char  *name,
                         GError     **error)
{
  g_autoptr(GPtrArray) before = votum_case_list_wordings (self, citation);
  g_autoptr(VotumThing) wording = votum_thing_new (VOTUM_KIND_WORDING);
  g_autofree char *now = votum_text_now ();
  gint64 number = before->len > 0 ? votum_thing_get_number (g_ptr_array_index (before, before->len - 1), VOTUM_WORDING_NUMBER) : 0;

  votum_thing_set_ref (wording, VOTUM_WORDING_CITATION, votum_thing_get_id (citation));
  votum_thing_set_number (wording, VOTUM_WORDING_NUMBER, number + 1);
  if (!votum_thing_set_from_text (wording, VOTUM_WORDING_NAME, name, error) ||
      !votum_thing_set_from_text (wording, VOTUM_WORDING_TEXT, votum_thing_get_text (citation, VOTUM_CITATION_TEXT), error) ||
      !votum_thing_set_from_text (wording, VOTUM_WORDING_QUOTE, votum_thing_get_text (citation, VOTUM_CITATION_QUOTE), error) ||
      !votum_thing_set_from_text (wording, VOTUM_WORDING_QUOTE_SOURCE, votum_thing_get_text (citation, VOTUM_CITATION_QUOTE_SOURCE), error) ||
      !votum_thing_set_from_text (wording, VOTUM_WORDING_AUTHOR, votum_case_get_who (self), error))
    return FALSE;
  votum_thing_set_from_text (wording, VOTUM_WORDING_TIME, now, NULL);

  return votum_case_add (self, wording, error);
}

/**
 * votum_passages_found_again:
 * @passages: (element-type VotumPassage): passages of a text
 * @before: that text
 * @after: another version of it
 *
 * Returns: (transfer full) (element-type VotumPassage): those whose words stand in @after too
 */
GArray *
votum_passages_found_again (const GArray *passages,
                            const char   *before,
                            const char   *after)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (VotumPassage));
  guint length = (guint) g_utf8_strlen (before, -1);
  gboolean same = strcmp (before, after) == 0;

  for (guint i = 0; i < passages->len; i++)
    {
      VotumPassage passage = g_array_index (passages, VotumPassage, i);
      g_autofree char *words = NULL;
      const char *place;

      if (passage.end > length || passage.start >= passage.end)
        continue;
      if (!same)
        {
          words = g_utf8_substring (before, passage.start, passage.end);
          place = strstr (after, words);
          if (place == NULL)
            continue;
          passage.end -= passage.start;
          passage.start = (guint) g_utf8_pointer_to_offset (after, place);
          passage.end += passage.start;
        }
      g_array_append_val (found, passage);
    }

  return found;
}

/* What the citation rested on when the version was kept, as the log tells it; where it does not reach back so far, the words that
 * rest on something now and stood there already. */
static GArray *
passages_for (VotumCase  *self,
              VotumThing *citation,
              VotumThing *wording)
{
  GArray *then = votum_case_get_passages_then (self, citation, wording);
  g_autoptr(GArray) now = NULL;

  if (then != NULL)
    return then;
  now = votum_case_get_passages (self, citation);

  return votum_passages_found_again (now, votum_thing_get_text (citation, VOTUM_CITATION_TEXT), votum_thing_get_text (wording, VOTUM_WORDING_TEXT));
}

/**
 * votum_case_restore_wording:
 * @self: a case
 * @wording: a version that was kept
 * @error: return location
 *
 * Lets its citation read as it did then, resting on what it rested on then, in one step that can be undone. Evidence that has gone
 * from the case is left out; in a case that was exported and read back, words go on resting on what they rest on now.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_restore_wording (VotumCase   *self,
                            VotumThing  *wording,
                            GError     **error)
{
  VotumThing *citation = votum_case_lookup (self, votum_thing_get_ref (wording, VOTUM_WORDING_CITATION));
  const char *text = votum_thing_get_text (wording, VOTUM_WORDING_TEXT);
  g_autoptr(VotumThing) next = NULL;
  g_autoptr(GArray) found = NULL;
  g_autofree char *now = votum_text_now ();

  if (citation == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("The citation of this version is no longer in the case."));
      return FALSE;
    }
  next = votum_thing_copy (citation);
  found = passages_for (self, citation, wording);
  if (!votum_thing_set_from_text (next, VOTUM_CITATION_TEXT, text, error) ||
      !votum_thing_set_from_text (next, VOTUM_CITATION_QUOTE, votum_thing_get_text (wording, VOTUM_WORDING_QUOTE), error) ||
      !votum_thing_set_from_text (next, VOTUM_CITATION_QUOTE_SOURCE, votum_thing_get_text (wording, VOTUM_WORDING_QUOTE_SOURCE), error))
    return FALSE;
  if (!votum_thing_equal (citation, next))
    votum_thing_set_from_text (next, VOTUM_CITATION_TIME, now, NULL);

  return votum_case_write_citation (self, citation, next, found, NULL, error);
}
