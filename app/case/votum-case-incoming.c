#include "votum-config.h"

#include "votum-case-incoming.h"

#include "votum-case-ballots-private.h"
#include "votum-error.h"

/* A ballot that has come, between being checked and being taken in. Its file is read on another thread: a folder that is shared may
 * be slow. */

void
votum_incoming_free (VotumIncoming *incoming)
{
  g_bytes_unref (incoming->file);
  g_object_unref (incoming->juror);
  g_object_unref (incoming->round);
  g_clear_object (&incoming->replaces);
  g_free (incoming->receipt);
  g_free (incoming->time);
  g_free (incoming->dispute);
  g_free (incoming);
}

static VotumIncoming *
look_at (VotumCase  *self,
         GBytes     *file,
         GError    **error)
{
  g_autoptr(VotumReadBallot) read = NULL;
  g_autoptr(GError) local = NULL;
  VotumIncoming *incoming;
  VotumThing *replaces;

  /* it may have been closed since, or be another thread's at the moment */
  read = votum_case_check_writable (self, &local) ? votum_case_check_ballot (self, file, NULL, &local) : NULL;
  if (read == NULL && g_error_matches (local, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED))
    read = votum_case_read_disputed (self, file);
  if (read == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  incoming = g_new0 (VotumIncoming, 1);
  incoming->file = g_bytes_ref (file);
  incoming->dispute = local != NULL ? g_strdup (local->message) : NULL;
  incoming->receipt = g_strdup (read->receipt);
  incoming->time = g_strdup (votum_thing_get_text (read->told, VOTUM_BALLOT_TIME));
  incoming->juror = g_object_ref (read->juror);
  incoming->round = g_object_ref (read->round);
  incoming->number = (guint) votum_thing_get_number (read->told, VOTUM_BALLOT_NUMBER);
  replaces = votum_case_latest_ballot (self, read->juror, read->round, NULL);
  incoming->replaces = replaces != NULL && !votum_ballot_is_set_aside (replaces) ? g_object_ref (replaces) : NULL;
  incoming->late = votum_thing_get_choice (read->round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED;

  return incoming;
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *file = votum_seal_read_file (path, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* The case is looked at by the thread whose it is. */
static void
read_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) file = g_task_propagate_pointer (G_TASK (result), &error);
  VotumIncoming *incoming = file != NULL ? look_at (VOTUM_CASE (source_object), file, &error) : NULL;

  if (incoming != NULL)
    g_task_return_pointer (task, incoming, (GDestroyNotify) votum_incoming_free);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_look_at_ballot_async:
 * @self: the chair's case
 * @path: a file
 * @callback: called when it has been judged
 * @user_data: for @callback
 *
 * Looks whether a file is a ballot that may be taken in. Nothing is changed. A protected key has to be open.
 */
void
votum_case_look_at_ballot_async (VotumCase           *self,
                                 const char          *path,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) inner = g_task_new (self, NULL, read_cb, task);

  g_task_set_source_tag (task, votum_case_look_at_ballot_async);
  g_task_set_task_data (inner, g_strdup (path), g_free);
  g_task_run_in_thread (inner, read_in_thread);
}

/**
 * votum_case_look_at_ballot_finish:
 * @self: the chair's case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the ballot, or %NULL with @error set: %VOTUM_ERROR_EXISTS where it has been taken in before
 */
VotumIncoming *
votum_case_look_at_ballot_finish (VotumCase     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, votum_case_look_at_ballot_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * votum_case_take_in_incoming:
 * @self: the chair's case
 * @incoming: a ballot that was looked at
 * @late_reason: (nullable): why it is taken in although its round has been opened
 * @error: return location
 *
 * Takes it in as votum_case_take_in() does: it is judged once more, since the case may have changed.
 *
 * Returns: (transfer none): the ballot in the case, or %NULL with @error set; then the case is as it was
 */
VotumThing *
votum_case_take_in_incoming (VotumCase            *self,
                             const VotumIncoming  *incoming,
                             const char           *late_reason,
                             GError              **error)
{
  return votum_case_take_in_bytes (self, incoming->file, NULL, late_reason, error);
}
