#include "votum-config.h"

#include "votum-case-drafts.h"

#include <string.h>

#include "votum-case-edit.h"
#include "votum-case-import.h"
#include "votum-case-private.h"

/* What somebody writes in their copy and has not finished is for nobody else's eyes: their drafts are kept at places of their
 * own, and are there again when the copy comes back to them. */
static char *
own_place (VotumCase  *self,
           const char *place)
{
  return self->holder != 0 ? g_strdup_printf ("@%" G_GINT64_FORMAT " %s", self->holder, place) : g_strdup (place);
}

/* Where a draft is: at the own place, or where it was begun before anybody was named. */
static char *
find_place (VotumCase  *self,
            const char *place)
{
  g_autofree char *own = own_place (self, place);

  if (!g_hash_table_contains (self->drafts, own) && g_hash_table_contains (self->drafts, place))
    return g_strdup (place);

  return g_steal_pointer (&own);
}

/**
 * votum_case_load_drafts:
 * @self: a case whose store is open
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
votum_case_load_drafts (VotumCase  *self,
                        GError    **error)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_draft_free);

  if (!votum_store_load_drafts (self->store, drafts, error))
    return FALSE;

  g_hash_table_remove_all (self->drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      VotumDraft *draft = g_ptr_array_index (drafts, i);

      g_hash_table_insert (self->drafts, g_steal_pointer (&draft->place), g_steal_pointer (&draft->text));
    }

  return TRUE;
}

/* Line ends become `\n`, and control characters, which nobody sees and a paste may bring, are left out: no word is lost to a
 * character beside it. White space at the ends stays, since the text goes on there. */
static char *
tidy (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *tidied = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (tidied, '\n');
        }
      else if (c == '\n' || c == '\t' || !(c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe))
        g_string_append_unichar (tidied, c);
    }

  return g_string_free (tidied, FALSE);
}

/* Keeps @text at @own, and nothing at @found any more. */
static gboolean
put_draft (VotumCase   *self,
           const char  *found,
           const char  *own,
           const char  *text,
           GError     **error)
{
  if (*text == '\0')
    {
      if (!votum_store_put_draft (self->store, found, NULL, error))
        return FALSE;
      g_hash_table_remove (self->drafts, found);
      return TRUE;
    }

  if (!votum_store_move_draft (self->store, strcmp (found, own) != 0 ? found : NULL, own, text, error))
    return FALSE;
  if (strcmp (found, own) != 0)
    g_hash_table_remove (self->drafts, found);
  g_hash_table_replace (self->drafts, g_strdup (own), g_strdup (text));

  return TRUE;
}

/**
 * votum_case_keep_draft:
 * @self: a case
 * @place: where the text is written
 * @text: (nullable): what has been written so far; %NULL or empty: there is nothing any more
 * @error: return location
 *
 * Keeps words that are not finished. When it returns they are on the disk: a power cut or the end of the program takes
 * none of them. It takes a few milliseconds, and none where nothing has changed.
 *
 * While another thread writes an import it is refused, as every change is; the words are kept as soon as that is done, if
 * nothing has been kept at @place by then.
 *
 * Returns: whether they are kept; if not, what was kept before still is
 */
gboolean
votum_case_keep_draft (VotumCase   *self,
                       const char  *place,
                       const char  *text,
                       GError     **error)
{
  g_autofree char *own = NULL;
  g_autofree char *found = NULL;
  g_autofree char *tidied = NULL;
  const char *before;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && place != NULL, FALSE);

  own = own_place (self, place);
  found = find_place (self, place);
  tidied = text != NULL ? tidy (text) : g_strdup ("");
  before = g_hash_table_lookup (self->drafts, found);
  if (votum_case_is_busy (self))
    g_hash_table_replace (self->late_drafts, g_strdup (place), g_strdup (tidied));
  if (strcmp (before != NULL ? before : "", tidied) == 0)
    return TRUE;

  return votum_case_check_writable (self, error) && put_draft (self, found, own, tidied, error);
}

/* When the store is this thread's again, and before it is closed. */
void
votum_case_keep_late_drafts (VotumCase *self)
{
  GHashTableIter iter;
  gpointer place, text;

  g_hash_table_iter_init (&iter, self->late_drafts);
  while (g_hash_table_iter_next (&iter, &place, &text))
    {
      g_autoptr(GError) error = NULL;

      if (!votum_case_keep_draft (self, place, text, &error))
        g_message ("%s", error->message);
    }
  g_hash_table_remove_all (self->late_drafts);
}

/**
 * votum_case_get_draft:
 * @self: a case
 * @place: where the text is written
 *
 * Returns: (transfer none) (nullable): what has been written there and is not finished
 */
const char *
votum_case_get_draft (VotumCase   *self,
                      const char  *place)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && place != NULL, NULL);

  /* words without a name to them are not for somebody without one */
  if (self->onlooker && self->holder == 0)
    return NULL;
  if (g_hash_table_contains (self->late_drafts, place))
    {
      const char *late = g_hash_table_lookup (self->late_drafts, place);

      return *late != '\0' ? late : NULL;
    }
  found = find_place (self, place);

  return g_hash_table_lookup (self->drafts, found);
}

static GPtrArray *
take_keys (GHashTable *set)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (keys, key);
    }

  return keys;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * votum_case_list_drafts:
 * @self: a case
 * @prefix: how their places begin; "" for all
 *
 * Returns: (transfer full) (array zero-terminated=1): the places where something is written and not finished, sorted
 */
char **
votum_case_list_drafts (VotumCase   *self,
                        const char  *prefix)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *own = NULL;
  GPtrArray *places;
  GHashTableIter iter;
  gpointer place;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && prefix != NULL, NULL);

  own = own_place (self, "");
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      const char *name = place;

      if (*name == '@' && (self->holder == 0 || !g_str_has_prefix (name, own)))
        continue;
      if (*name == '@')
        name += strlen (own);
      if (g_str_has_prefix (name, prefix))
        g_hash_table_add (found, g_strdup (name));
    }
  places = take_keys (found);
  g_ptr_array_sort (places, compare_places);
  g_ptr_array_add (places, NULL);

  return (char **) g_ptr_array_free (places, FALSE);
}

/* ---- finishing ---- */

/* After a change was written, and before anybody is told: who is told may begin a draft at the same place. */
void
votum_case_drafts_written (VotumCase    *self,
                           VotumChanges *changes)
{
  const char *place = votum_changes_get_finished (changes);

  self->finishing = NULL;
  if (place != NULL)
    g_hash_table_remove (self->drafts, place);
}

/* Where there was nothing to change nothing was written, and the draft has still to go. */
static gboolean
finish (VotumCase   *self,
        const char  *place,
        gboolean     done,
        GError     **error)
{
  gboolean dropped = self->finishing == NULL;

  self->finishing = NULL;

  return done && (dropped || votum_case_keep_draft (self, place, NULL, error));
}

/**
 * votum_case_apply_finishing:
 * @self: a case
 * @changes: what changes, as for votum_case_apply()
 * @command: the command's name for the log
 * @subject: what it is done to, for people
 * @place: where the draft is kept that becomes a part of the case by it
 * @error: return location
 *
 * Applies the changes and drops the draft in one transaction: whatever happens meanwhile, the words are there once, as a
 * draft or in the case. Where there is nothing to change, the draft goes all the same.
 *
 * Returns: whether it was done; if not, the case is as it was, and the draft still there
 */
gboolean
votum_case_apply_finishing (VotumCase     *self,
                            VotumChanges  *changes,
                            const char    *command,
                            const char    *subject,
                            const char    *place,
                            GError       **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && place != NULL, FALSE);

  self->finishing = found = find_place (self, place);

  return finish (self, place, votum_case_apply (self, changes, command, subject, NULL, NULL, error), error);
}

/**
 * votum_case_add_finishing:
 * @self: a case
 * @new_thing: (transfer none): a thing that is not in the case yet
 * @place: where its draft is kept
 * @error: return location
 *
 * As votum_case_add(), and the draft is gone with it.
 *
 * Returns: whether it was done; if not, the draft is still there
 */
gboolean
votum_case_add_finishing (VotumCase   *self,
                          VotumThing  *new_thing,
                          const char  *place,
                          GError     **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && place != NULL, FALSE);

  self->finishing = found = find_place (self, place);

  return finish (self, place, votum_case_add (self, new_thing, error), error);
}

/**
 * votum_case_edit_finishing:
 * @self: a case
 * @thing: a thing of the case
 * @field: index of a field
 * @canonical_text: (nullable): what it becomes
 * @place: where the draft of the text is kept
 * @error: return location
 *
 * As votum_case_edit(), and the draft is gone with it.
 *
 * Returns: whether it was done; if not, the draft is still there
 */
gboolean
votum_case_edit_finishing (VotumCase   *self,
                           VotumThing  *thing,
                           guint        field,
                           const char  *canonical_text,
                           const char  *place,
                           GError     **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && place != NULL, FALSE);

  self->finishing = found = find_place (self, place);

  return finish (self, place, votum_case_edit (self, thing, field, canonical_text, NULL, error), error);
}

/**
 * votum_case_replace_finishing:
 * @self: a case
 * @thing: a thing of the case
 * @as_it_becomes: a copy of @thing with other values
 * @place: where the draft of one of them is kept
 * @error: return location
 *
 * As votum_case_replace(), and the draft is gone with it.
 *
 * Returns: whether it was done; if not, the draft is still there
 */
gboolean
votum_case_replace_finishing (VotumCase   *self,
                              VotumThing  *thing,
                              VotumThing  *as_it_becomes,
                              const char  *place,
                              GError     **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && place != NULL, FALSE);

  self->finishing = found = find_place (self, place);

  return finish (self, place, votum_case_replace (self, thing, as_it_becomes, NULL, error), error);
}

/**
 * votum_case_set_mark_finishing:
 * @self: a case
 * @mark: a mark, with what was written about it as its comment
 * @place: where the draft of the comment is kept
 * @error: return location
 *
 * As votum_case_set_mark(), and the draft is gone with it.
 *
 * Returns: whether it was done; if not, the draft is still there
 */
gboolean
votum_case_set_mark_finishing (VotumCase        *self,
                               const VotumMark  *mark,
                               const char       *place,
                               GError          **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && place != NULL, FALSE);

  self->finishing = found = find_place (self, place);

  return finish (self, place, votum_case_set_mark (self, mark, error), error);
}
