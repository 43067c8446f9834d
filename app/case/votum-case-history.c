#include "votum-config.h"

#include "votum-case-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* The way in which a case changes, and the way back: commands, their entries in the log, undo and redo over them. */

/* Whether an entry can be taken back: it changed rows, it was not the beginning or a ballot on its way, and its rows are in this file. */
static gboolean
is_undoable (const VotumLogEntry *entry)
{
  static const char *const lasting[] = { "init", VOTUM_CASE_HAND_OUT, VOTUM_CASE_TAKE_HAND_OUT, VOTUM_CASE_HAND_IN, VOTUM_CASE_TAKE_IN,
                                       VOTUM_CASE_SET_ASIDE, NULL };

  return entry->n_changes > 0 && !g_strv_contains (lasting, entry->command);
}

/* What many have given at once is not undone, nor what was done while nobody knew of it. */
static gboolean
is_opening (const VotumLogEntry *entry)
{
  return strcmp (entry->command, VOTUM_CASE_OPEN_ROUND) == 0 || strcmp (entry->command, VOTUM_CASE_TAKE_IN_LATE) == 0;
}

/* Replays one entry on the stacks. An undo moves the entry it reverses to the redo stack, a redo moves it back. */
static void
push_entry (VotumCase *self,
            guint      place)
{
  const VotumLogEntry *entry = g_ptr_array_index (self->log, place);

  if (strcmp (entry->command, VOTUM_CASE_HOLD) == 0)
    {
      /* what somebody else did before is not for the new holder to take back */
      votum_case_read_holder (self, entry);
      g_array_set_size (self->undo, 0);
      g_array_set_size (self->redo, 0);
    }
  else if (is_opening (entry))
    {
      g_array_set_size (self->undo, 0);
      g_array_set_size (self->redo, 0);
    }
  else if (strcmp (entry->command, "undo") == 0 && self->undo->len > 0)
    {
      g_array_set_size (self->undo, self->undo->len - 1);
      g_array_append_val (self->redo, place);
    }
  else if (strcmp (entry->command, "redo") == 0 && self->redo->len > 0)
    {
      g_array_set_size (self->redo, self->redo->len - 1);
      g_array_append_val (self->undo, place);
    }
  else if (is_undoable (entry))
    {
      g_array_append_val (self->undo, place);
      g_array_set_size (self->redo, 0);
    }
}

/**
 * votum_case_load_log:
 * @self: a case whose store is open
 * @error: return location
 *
 * Reads the log and works out from it what can be undone and done again.
 *
 * Returns: whether it could be read
 */
gboolean
votum_case_load_log (VotumCase  *self,
                     GError    **error)
{
  g_autoptr(GPtrArray) log = votum_store_load_log (self->store, error);

  if (log == NULL)
    return FALSE;

  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
  self->holder = 0;
  self->duty = VOTUM_DUTY_NONE;
  self->was_held = FALSE;
  self->held_since = 0;
  g_ptr_array_unref (self->log);
  self->log = g_steal_pointer (&log);

  for (guint i = 0; i < self->log->len; i++)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i);

      /* what came with an exported case is history: its rows stayed in the case it was exported from */
      if (entry->number > votum_store_n_archived (self->store))
        push_entry (self, i);
    }

  return TRUE;
}

static void
list_remove (GListStore *list,
             VotumThing *thing)
{
  guint position;

  if (g_list_store_find (list, thing, &position))
    g_list_store_remove (list, position);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  gint64 x = votum_thing_get_id ((VotumThing *) a);
  gint64 y = votum_thing_get_id ((VotumThing *) b);

  return x < y ? -1 : x > y;
}

/* Lists are in the order in which things came to be. What is new goes to the end, what an undo brings back to its place. */
static void
put_in (GListStore *list,
        GPtrArray  *things)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr(VotumThing) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (list), n - 1) : NULL;
  gboolean in_order = TRUE;

  for (guint i = 0; i < things->len && in_order; i++)
    {
      VotumThing *before = i > 0 ? g_ptr_array_index (things, i - 1) : last;

      in_order = before == NULL || compare_ids (before, g_ptr_array_index (things, i), NULL) < 0;
    }
  if (in_order)
    {
      g_list_store_splice (list, n, 0, things->pdata, things->len);
      return;
    }

  for (guint i = 0; i < things->len; i++)
    g_list_store_insert_sorted (list, g_ptr_array_index (things, i), compare_ids, NULL);
}

/* Brings the lists into line with what has just been written. New things of a kind are put in with one splice. */
static void
show_changes (VotumCase    *self,
              VotumChanges *changes)
{
  GPtrArray *added[VOTUM_N_KINDS] = { NULL };

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *current = change->old_thing != NULL ? votum_case_lookup (self, votum_thing_get_id (change->old_thing)) : NULL;
      VotumKind kind = votum_thing_get_kind (change->new_thing != NULL ? change->new_thing : change->old_thing);

      if (current != NULL)
        votum_case_unindex (self, current);

      if (change->new_thing == NULL)
        {
          if (current != NULL)
            list_remove (self->lists[kind], current);
        }
      else if (current != NULL)
        {
          votum_thing_assign (current, change->new_thing);
          votum_case_index (self, current);
        }
      else
        {
          if (added[kind] == NULL)
            added[kind] = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (added[kind], g_object_ref (change->new_thing));
          votum_case_index (self, change->new_thing);
        }
    }

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      if (added[kind] == NULL)
        continue;
      put_in (self->lists[kind], added[kind]);
      g_ptr_array_unref (added[kind]);
    }

  votum_marks_merge (self->marks, votum_changes_old_marks (changes), votum_changes_new_marks (changes));
}

/**
 * votum_case_show_written:
 * @self: a case
 * @changes: what has just been written
 * @entry: (transfer full): its entry in the log
 *
 * Brings lists, marks and log into line with the file, and tells those who look.
 */
void
votum_case_show_written (VotumCase     *self,
                         VotumChanges  *changes,
                         VotumLogEntry *entry)
{
  votum_case_drafts_written (self, changes);
  show_changes (self, changes);
  votum_case_progress_changed (self, changes);
  self->next_id = MAX (self->next_id, votum_store_next_id (self->store));
  g_ptr_array_add (self->log, entry);
  push_entry (self, self->log->len - 1);
  votum_case_emit_changed (self, changes);
}

/**
 * votum_case_write_entry:
 * @self: a case
 * @changes: what changes, checked; may be empty
 * @entry: (transfer full): its entry in the log
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Writes changes with their entry in the log, then shows them in the lists.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_write_entry (VotumCase       *self,
                        VotumChanges    *changes,
                        VotumLogEntry   *entry,
                        const VotumWork *work,
                        GError         **error)
{
  g_autoptr(VotumLogEntry) owned = entry;

  if (!votum_case_check_writable (self, error) ||
      !votum_store_write (self->store, changes, owned, work != NULL ? work->cancellable : NULL,
                          work != NULL ? work->progress : NULL, work != NULL ? work->progress_data : NULL, error))
    return FALSE;
  votum_case_show_written (self, changes, g_steal_pointer (&owned));

  return TRUE;
}

/**
 * votum_case_new_entry:
 * @self: a case
 * @changes: what changes, checked
 * @command: the command's name for the log
 * @subject: what it is done to, for people
 * @reason: (nullable): why, where a reason was asked for
 * @reverses: number of the entry that this takes back or does again, or 0
 *
 * Returns: (transfer full): the entry of the log that goes with @changes
 */
VotumLogEntry *
votum_case_new_entry (VotumCase    *self,
                      VotumChanges *changes,
                      const char   *command,
                      const char   *subject,
                      const char   *reason,
                      gint64        reverses)
{
  VotumLogEntry *entry = g_new0 (VotumLogEntry, 1);

  entry->time = votum_text_now ();
  entry->who = g_strdup (votum_case_get_who (self));
  entry->command = reason != NULL ? g_strconcat (command, VOTUM_CASE_UNLOCKED, NULL) : g_strdup (command);
  entry->subject = reason != NULL ? g_strdup_printf ("%s (%s)", subject, reason) : g_strdup (subject);
  entry->old_value = votum_case_describe_changes (self, changes, FALSE);
  entry->new_value = votum_case_describe_changes (self, changes, TRUE);
  entry->reverses = reverses;

  return entry;
}

/**
 * votum_case_write_changes:
 * @self: a case
 * @changes: what changes, checked
 * @command: the command's name for the log
 * @subject: what it is done to, for people
 * @reason: (nullable): why, where a reason was asked for
 * @reverses: number of the entry that this takes back or does again, or 0
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Writes checked changes with their entry in the log, then shows them in the lists. Nothing to write leaves no trace.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_write_changes (VotumCase       *self,
                          VotumChanges    *changes,
                          const char      *command,
                          const char      *subject,
                          const char      *reason,
                          gint64           reverses,
                          const VotumWork *work,
                          GError         **error)
{
  if (votum_changes_is_empty (changes))
    return TRUE;
  if (self->finishing != NULL)
    votum_changes_finish (changes, self->finishing);

  return votum_case_write_entry (self, changes, votum_case_new_entry (self, changes, command, subject, reason, reverses), work, error);
}

/**
 * votum_case_apply:
 * @self: a case
 * @changes: what changes; new things have their number from votum_case_take_id()
 * @command: the command's name for the log
 * @subject: what it is done to, for people
 * @unlock_reason: (nullable): why what marking has locked changes all the same
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * The one way in which a case changes: checked, written with its log entry in one transaction, then shown in the
 * lists. Nothing to change is not an error, and leaves no trace.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_apply (VotumCase        *self,
                  VotumChanges     *changes,
                  const char       *command,
                  const char       *subject,
                  const char       *unlock_reason,
                  const VotumWork  *work,
                  GError          **error)
{
  const VotumMark *twice = NULL;

  g_return_val_if_fail (VOTUM_IS_CASE (self) && changes != NULL && command != NULL && subject != NULL, FALSE);

  g_return_val_if_fail (votum_marks_sort (votum_changes_old_marks (changes), &twice) &&
                        votum_marks_sort (votum_changes_new_marks (changes), &twice), FALSE);

  if (!votum_case_check_writable (self, error) || !votum_case_check_duty (self, changes, FALSE, error) ||
      !votum_case_check_kept_marks (self, changes, FALSE, error) || !votum_case_check_changes (self, changes, unlock_reason == NULL, error))
    return FALSE;

  return votum_case_write_changes (self, changes, command, subject, unlock_reason, 0, work, error);
}

/* What the next step would take back or do again: the change itself, not an undo or redo of it. */
static const VotumLogEntry *
stack_entry (VotumCase *self,
             GArray    *stack)
{
  const VotumLogEntry *entry;

  if (stack->len == 0)
    return NULL;
  entry = g_ptr_array_index (self->log, g_array_index (stack, guint, stack->len - 1));
  while (entry->reverses > 0 && entry->reverses < entry->number)
    entry = g_ptr_array_index (self->log, entry->reverses - 1);

  return entry;
}

static const char *
stack_name (VotumCase *self,
            GArray    *stack)
{
  const VotumLogEntry *entry = stack_entry (self, stack);

  return entry != NULL ? entry->subject : NULL;
}

/**
 * votum_case_undo_entry:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the entry of the log that votum_case_undo() would take back, until the case changes
 */
const VotumLogEntry *
votum_case_undo_entry (VotumCase *self)
{
  return stack_entry (self, self->undo);
}

/**
 * votum_case_redo_entry:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the entry of the log that votum_case_redo() would do again, until the case changes
 */
const VotumLogEntry *
votum_case_redo_entry (VotumCase *self)
{
  return stack_entry (self, self->redo);
}

/**
 * votum_case_undo_name:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): what votum_case_undo() would take back, %NULL if nothing
 */
const char *
votum_case_undo_name (VotumCase *self)
{
  return stack_name (self, self->undo);
}

const char *
votum_case_redo_name (VotumCase *self)
{
  return stack_name (self, self->redo);
}

static gboolean
reverse_entry (VotumCase   *self,
               GArray      *stack,
               const char  *command,
               GError     **error)
{
  const VotumLogEntry *entry;
  g_autoptr(VotumChanges) changes = NULL;
  g_autoptr(VotumChanges) inverse = NULL;
  g_autofree char *subject = NULL;

  if (!votum_case_check_writable (self, error))
    return FALSE;
  if (stack->len == 0)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                           stack == self->undo ? _("There is nothing to undo.") : _("There is nothing to redo."));
      return FALSE;
    }

  entry = g_ptr_array_index (self->log, g_array_index (stack, guint, stack->len - 1));
  changes = votum_store_load_changes (self->store, entry->number, error);
  if (changes == NULL)
    return FALSE;
  inverse = votum_changes_invert (changes);

  /* what comes out of the file is as hostile as the file: the same checks as for any command */
  if (!votum_marks_sort (votum_changes_old_marks (inverse), NULL) ||
      !votum_marks_sort (votum_changes_new_marks (inverse), NULL) ||
      !votum_case_check_duty (self, inverse, TRUE, error) || !votum_case_check_changes (self, inverse, FALSE, error))
    {
      g_prefix_error (error, _("This step cannot be taken back: "));
      return FALSE;
    }

  subject = g_strdup (entry->subject);

  return votum_case_write_changes (self, inverse, command, subject, NULL, entry->number, NULL, error);
}

/**
 * votum_case_undo:
 * @self: a case
 * @error: return location
 *
 * Takes the latest change back that has not been taken back yet, also one of an earlier day.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_undo (VotumCase  *self,
                 GError    **error)
{
  return reverse_entry (self, self->undo, "undo", error);
}

/**
 * votum_case_redo:
 * @self: a case
 * @error: return location
 *
 * Does again what was undone last.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_redo (VotumCase  *self,
                 GError    **error)
{
  return reverse_entry (self, self->redo, "redo", error);
}
