#include "votum-config.h"

#include "votum-case-edit.h"

#include <glib/gi18n-lib.h>

#include "votum-case-import-private.h"
#include "votum-case-private.h"
#include "votum-case-result.h"
#include "votum-error.h"

/* The commands behind everyday work: one field, one thing, its parts, its place. */

/* The thing of the case that is meant, which may have gone while somebody was looking at it. */
static VotumThing *
current_thing (VotumCase   *self,
               VotumThing  *thing,
               GError     **error)
{
  VotumThing *current = votum_case_lookup (self, votum_thing_get_id (thing));

  if (current != NULL && votum_thing_get_kind (current) == votum_thing_get_kind (thing))
    return current;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("This is no longer in the case. Somebody has taken it out."));

  return NULL;
}

/* Writes @changes under the name of what is done and to what kind: "edit-visit". */
static gboolean
apply (VotumCase     *self,
       VotumChanges  *changes,
       const char    *verb,
       VotumThing    *thing,
       const char    *unlock_reason,
       GError       **error)
{
  g_autofree char *command = g_strdup_printf ("%s-%s", verb, votum_thing_get_info (thing)->name);
  g_autofree char *subject = votum_case_name_of (self, thing, g_get_language_names ()[0]);

  return votum_case_apply (self, changes, command, subject, unlock_reason, NULL, error);
}

/* A recusal that comes late takes the marks with it that it forbids, in the same step. */
static gboolean
apply_one (VotumCase   *self,
           VotumThing  *old_thing,
           VotumThing  *new_thing,
           const char  *verb,
           const char  *unlock_reason,
           GError     **error)
{
  g_autoptr(VotumImport) import = votum_import_new ();

  votum_changes_thing (import->changes, old_thing, new_thing);
  if (VOTUM_IS_RECUSAL (new_thing))
    votum_import_take_out_marks (self, import, new_thing);

  return apply (self, import->changes, verb, new_thing, unlock_reason, error);
}

/**
 * votum_case_replace:
 * @self: a case
 * @thing: a thing of the case
 * @as_it_becomes: a copy of @thing with other values
 * @unlock_reason: (nullable): why what marking has locked changes all the same
 * @error: return location
 *
 * Changes several fields of a thing in one step. Nothing to change is not an error, and leaves no trace.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_replace (VotumCase   *self,
                    VotumThing  *thing,
                    VotumThing  *as_it_becomes,
                    const char  *unlock_reason,
                    GError     **error)
{
  VotumThing *current = current_thing (self, thing, error);
  g_autoptr(VotumThing) before = NULL;
  g_autoptr(VotumThing) after = NULL;

  g_return_val_if_fail (votum_thing_get_kind (thing) == votum_thing_get_kind (as_it_becomes), FALSE);

  if (current == NULL)
    return FALSE;
  after = votum_thing_copy (as_it_becomes);
  votum_thing_set_id (after, votum_thing_get_id (current));
  if (votum_thing_get_key (after) == NULL)
    votum_thing_set_key (after, votum_thing_get_key (current));
  if (votum_thing_equal (current, after))
    return TRUE;
  before = votum_thing_copy (current);

  return apply_one (self, before, after, "edit", unlock_reason, error);
}

/**
 * votum_case_edit:
 * @self: a case
 * @thing: a thing of the case
 * @field: index of a field
 * @canonical_text: (nullable): its value as votum_thing_set_from_text() takes it, or %NULL to empty it
 * @unlock_reason: (nullable): why what marking has locked changes all the same
 * @error: return location
 *
 * Changes one field of a thing.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_edit (VotumCase   *self,
                 VotumThing  *thing,
                 guint        field,
                 const char  *canonical_text,
                 const char  *unlock_reason,
                 GError     **error)
{
  VotumThing *current = current_thing (self, thing, error);
  g_autoptr(VotumThing) after = NULL;

  if (current == NULL)
    return FALSE;
  after = votum_thing_copy (current);
  if (!votum_thing_set_from_text (after, field, canonical_text, error))
    return FALSE;

  return votum_case_replace (self, current, after, unlock_reason, error);
}

/* ---- places among siblings ---- */

static gboolean
is_sibling (VotumThing *thing,
            VotumThing *other)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int class = votum_thing_info_find (info, "class");
  int parent = votum_thing_info_parent (info);

  /* what hangs under the same thing stands together whether it says its class again or not */
  if (parent >= 0 && votum_thing_is_set (thing, parent))
    class = -1;
  for (guint i = 0; i < info->n_fields; i++)
    if (((info->fields[i].flags & VOTUM_FIELD_PARENT) || (int) i == class) &&
        votum_thing_get_ref (thing, i) != votum_thing_get_ref (other, i))
      return FALSE;

  return TRUE;
}

/* Those beside @thing, in their order, without it. */
static GPtrArray *
siblings_of (VotumCase  *self,
             VotumThing *thing)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (self, votum_thing_get_kind (thing));
  GPtrArray *siblings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *other = g_ptr_array_index (all, i);

      if (votum_thing_get_id (other) != votum_thing_get_id (thing) && is_sibling (thing, other))
        g_ptr_array_add (siblings, g_object_ref (other));
    }

  return siblings;
}

/* What is new comes after the last of those beside it. Where one of them has no place it stands at the end already, and
 * so does what is new without one. */
static void
put_last (VotumCase  *self,
          VotumThing *thing)
{
  int position = votum_thing_info_find (votum_thing_get_info (thing), "position");
  g_autoptr(GPtrArray) siblings = NULL;
  gint64 last = 0;

  if (position < 0 || votum_thing_is_set (thing, position))
    return;
  siblings = siblings_of (self, thing);
  for (guint i = 0; i < siblings->len; i++)
    {
      VotumThing *sibling = g_ptr_array_index (siblings, i);

      if (!votum_thing_is_set (sibling, position))
        return;
      last = MAX (last, votum_thing_get_number (sibling, position));
    }
  votum_thing_set_number (thing, position, MAX (last, siblings->len) + 1);
}

/* Numbers the siblings from 1; only those that get another number than they have are in @changes. */
static void
renumber (VotumChanges *changes,
          VotumThing   *before,
          VotumThing   *after,
          GPtrArray    *siblings,
          guint         place)
{
  guint position = votum_thing_info_find (votum_thing_get_info (after), "position");

  for (guint i = 0, s = 0; i <= siblings->len; i++)
    {
      VotumThing *sibling = i == place ? NULL : g_ptr_array_index (siblings, s++);

      if (sibling == NULL)
        {
          votum_thing_set_number (after, position, i + 1);
          if (!votum_thing_equal (before, after))
            votum_changes_thing (changes, before, after);
        }
      else if (!votum_thing_is_set (sibling, position) || votum_thing_get_number (sibling, position) != i + 1)
        {
          g_autoptr(VotumThing) old = votum_thing_copy (sibling);
          g_autoptr(VotumThing) new = votum_thing_copy (sibling);

          votum_thing_set_number (new, position, i + 1);
          votum_changes_thing (changes, old, new);
        }
    }
}

static gboolean
move (VotumCase   *self,
      VotumThing  *current,
      VotumThing  *after,
      guint        new_position,
      const char  *unlock_reason,
      GError     **error)
{
  g_autoptr(GPtrArray) siblings = siblings_of (self, after);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) before = votum_thing_copy (current);

  renumber (changes, before, after, siblings, MIN (new_position, siblings->len));

  return apply (self, changes, "move", current, unlock_reason, error);
}

/**
 * votum_case_move:
 * @self: a case
 * @thing: a thing of a kind that has a position
 * @new_position: its place among its siblings, from 0
 * @unlock_reason: (nullable): why what marking has locked changes all the same
 * @error: return location
 *
 * Moves a thing among those that hang under the same thing. Others get another number where they need one.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_move (VotumCase   *self,
                 VotumThing  *thing,
                 guint        new_position,
                 const char  *unlock_reason,
                 GError     **error)
{
  VotumThing *current = current_thing (self, thing, error);
  g_autoptr(VotumThing) after = NULL;

  g_return_val_if_fail (votum_thing_info_find (votum_thing_get_info (thing), "position") >= 0, FALSE);

  if (current == NULL)
    return FALSE;
  after = votum_thing_copy (current);

  return move (self, current, after, new_position, unlock_reason, error);
}

/* A criterion stays in the tree of its class: at the top it says the class, in a group it says what the group says. */
static void
keep_class (VotumCase  *self,
            VotumThing *criterion,
            VotumThing *new_parent)
{
  VotumThing *root = criterion;

  while (new_parent == NULL && votum_thing_is_set (root, VOTUM_CRITERION_PARENT))
    root = votum_case_lookup (self, votum_thing_get_ref (root, VOTUM_CRITERION_PARENT));
  votum_thing_set_ref (criterion, VOTUM_CRITERION_CLASS,
                       votum_thing_get_ref (new_parent != NULL ? new_parent : root, VOTUM_CRITERION_CLASS));
}

/**
 * votum_case_move_to:
 * @self: a case
 * @thing: a thing of a kind that has a position and hangs under another thing
 * @new_parent: (nullable): what it is to hang under, or %NULL for the top
 * @new_position: its place among the siblings there, from 0
 * @unlock_reason: (nullable): why what marking has locked changes all the same
 * @error: return location
 *
 * Moves a thing to another parent and to a place among its new siblings, in one step.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_move_to (VotumCase   *self,
                    VotumThing  *thing,
                    VotumThing  *new_parent,
                    guint        new_position,
                    const char  *unlock_reason,
                    GError     **error)
{
  VotumThing *current = current_thing (self, thing, error);
  int parent = votum_thing_info_parent (votum_thing_get_info (thing));
  g_autoptr(VotumThing) after = NULL;

  g_return_val_if_fail (parent >= 0 && votum_thing_info_find (votum_thing_get_info (thing), "position") >= 0, FALSE);

  if (current == NULL)
    return FALSE;
  after = votum_thing_copy (current);
  if (VOTUM_IS_CRITERION (after))
    keep_class (self, after, new_parent);
  votum_thing_set_ref (after, parent, new_parent != NULL ? votum_thing_get_id (new_parent) : 0);

  return move (self, current, after, new_position, unlock_reason, error);
}

/* ---- coming and going ---- */

/**
 * votum_case_number_new:
 * @self: a case
 * @new_thing: a thing that is to come into it
 *
 * Gives it its number, and an id where it has none.
 */
void
votum_case_number_new (VotumCase  *self,
                       VotumThing *new_thing)
{
  const VotumThingInfo *info = votum_thing_get_info (new_thing);
  gint64 number = votum_case_take_id (self);
  g_autofree char *key = NULL;

  votum_thing_set_id (new_thing, number);
  for (gint64 n = number; votum_thing_get_key (new_thing) == NULL; n++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%" G_GINT64_FORMAT, info->name, n);
      if (votum_case_find (self, info->kind, key) == NULL)
        votum_thing_set_key (new_thing, key);
    }
}

/**
 * votum_case_add:
 * @self: a case
 * @new_thing: (transfer none): a thing that is not in the case yet
 * @error: return location
 *
 * Puts a thing into the case. It gets its number, an id where it has none, and the last place where it has none;
 * @new_thing itself is what the lists show then.
 *
 * Returns: whether it was done; if not, the case and @new_thing are as they were
 */
gboolean
votum_case_add (VotumCase   *self,
                VotumThing  *new_thing,
                GError     **error)
{
  return votum_case_add_unlocked (self, new_thing, NULL, error);
}

/**
 * votum_case_add_unlocked:
 * @self: a case
 * @new_thing: (transfer none): a thing that is not in the case yet
 * @unlock_reason: (nullable): why it comes although marking has begun: for a criterion
 * @error: return location
 *
 * As votum_case_add(), also where marking has locked what the case has of the kind.
 *
 * Returns: whether it was done; if not, the case and @new_thing are as they were
 */
gboolean
votum_case_add_unlocked (VotumCase   *self,
                         VotumThing  *new_thing,
                         const char  *unlock_reason,
                         GError     **error)
{
  g_autoptr(VotumThing) as_given = votum_thing_copy (new_thing);

  g_return_val_if_fail (votum_thing_get_id (new_thing) == 0 && !votum_thing_get_symbolic (new_thing), FALSE);

  votum_case_number_new (self, new_thing);
  put_last (self, new_thing);

  if (apply_one (self, NULL, new_thing, "add", unlock_reason, error))
    return TRUE;
  votum_thing_assign (new_thing, as_given);

  return FALSE;
}

/**
 * votum_case_add_recusal:
 * @self: a case
 * @recusal: (transfer none): a recusal that is not in the case yet
 * @error: return location
 *
 * Puts a recusal into the case and takes the marks out that it forbids, in one step. They stay in the log, and come
 * back with an undo.
 *
 * Returns: whether it was done; if not, the case and @recusal are as they were
 */
gboolean
votum_case_add_recusal (VotumCase   *self,
                        VotumThing  *recusal,
                        GError     **error)
{
  g_return_val_if_fail (VOTUM_IS_RECUSAL (recusal), FALSE);

  return votum_case_add (self, recusal, error);
}

/* Whether @thing is nothing without what is in @gone: a part of it, or a tie to it. */
static gboolean
goes_with (VotumThing *thing,
           GHashTable *gone)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  gboolean is_tie = VOTUM_IS_RECUSAL (thing) || VOTUM_IS_ROUND_ENTRY (thing) || VOTUM_IS_ASSIGNMENT (thing);

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean holds = info->fields[i].type == VOTUM_FIELD_REF &&
                       (is_tie || (info->fields[i].flags & VOTUM_FIELD_PARENT) || (VOTUM_IS_ATTACHMENT (thing) && i == VOTUM_ATTACHMENT_NOTE));

      if (holds && votum_thing_is_set (thing, i) && g_hash_table_contains (gone, GSIZE_TO_POINTER (votum_thing_get_ref (thing, i))))
        return TRUE;
    }

  return FALSE;
}

static guint
collect_parts (VotumCase    *self,
               GHashTable   *gone,
               VotumChanges *changes)
{
  guint n_found = 0;

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GListModel *things = votum_case_get_things (self, kind);

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

          if (!goes_with (thing, gone) || !g_hash_table_add (gone, GSIZE_TO_POINTER (votum_thing_get_id (thing))))
            continue;
          votum_changes_thing (changes, thing, NULL);
          n_found++;
        }
    }

  return n_found;
}

/* Only criteria go with their marks, and only for a reason; who has marks stays, see votum_case_check_changes(). */
static void
take_out_marks (VotumCase    *self,
                GHashTable   *gone,
                VotumChanges *changes)
{
  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);

      if (g_hash_table_contains (gone, GSIZE_TO_POINTER (mark->criterion)))
        votum_marks_append (votum_changes_old_marks (changes), mark);
    }
}

/**
 * votum_case_remove:
 * @self: a case
 * @thing: a thing of the case
 * @error: return location
 *
 * Takes a thing out of the case with all its parts. What has marks stays, and what other things rest on.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_remove (VotumCase   *self,
                   VotumThing  *thing,
                   GError     **error)
{
  return votum_case_remove_unlocked (self, thing, NULL, error);
}

/**
 * votum_case_remove_unlocked:
 * @self: a case
 * @thing: a thing of the case
 * @unlock_reason: (nullable): why a criterion goes although marking has begun
 * @error: return location
 *
 * As votum_case_remove(). With a reason a criterion goes with the marks that were given on it; they stay in the log,
 * and come back with an undo.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_remove_unlocked (VotumCase   *self,
                            VotumThing  *thing,
                            const char  *unlock_reason,
                            GError     **error)
{
  VotumThing *current = current_thing (self, thing, error);
  g_autoptr(GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) kept = NULL;

  if (current == NULL)
    return FALSE;
  kept = g_object_ref (current);
  g_hash_table_add (gone, GSIZE_TO_POINTER (votum_thing_get_id (kept)));
  votum_changes_thing (changes, kept, NULL);
  while (collect_parts (self, gone, changes) > 0)
    continue;
  /* an assignment that goes by itself is meant to */
  if (!VOTUM_IS_ASSIGNMENT (kept) && !votum_case_check_last_assignments (self, changes, error))
    return FALSE;
  if (unlock_reason != NULL && VOTUM_IS_CRITERION (kept))
    take_out_marks (self, gone, changes);

  return apply (self, changes, "remove", kept, unlock_reason, error);
}
