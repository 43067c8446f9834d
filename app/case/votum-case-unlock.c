#include "votum-config.h"

#include "votum-case-keys.h"

#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-error.h"

/* What passphrases cost is paid on another thread. The file is read and written by the thread whose the case is. */

typedef struct {
  VotumLockedSecret *keys[2];   /* (nullable): what is to be unlocked: the chair's, the deputy's */
  VotumLockedSecret *result;    /* (nullable): what is to be kept */
  char *old_passphrase;         /* (nullable) */
  char *passphrase;             /* (nullable) */
  VotumKeyOwner opened;         /* which of them was unlocked */
} Unlocking;

static void
forget_text (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
unlocking_free (Unlocking *unlocking)
{
  for (guint i = 0; i < G_N_ELEMENTS (unlocking->keys); i++)
    g_clear_pointer (&unlocking->keys[i], votum_locked_secret_free);
  g_clear_pointer (&unlocking->result, votum_locked_secret_free);
  forget_text (unlocking->old_passphrase);
  forget_text (unlocking->passphrase);
  g_free (unlocking);
}

static void
start (VotumCase           *self,
       Unlocking           *unlocking,
       gpointer             tag,
       GTaskThreadFunc      func,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, unlocking, (GDestroyNotify) unlocking_free);
  g_task_run_in_thread (task, func);
}

/* ---- giving the passphrase ---- */

static void
unlock_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Unlocking *unlocking = task_data;
  GError *error = NULL;
  GBytes *key = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unlocking->keys) && key == NULL; i++)
    {
      if (unlocking->keys[i] == NULL)
        continue;
      g_clear_error (&error);
      key = votum_locked_secret_unlock (unlocking->keys[i], unlocking->passphrase, &error);
      unlocking->opened = i == 0 ? VOTUM_KEY_CHAIR : VOTUM_KEY_DEPUTY;
    }
  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_unlock_async:
 * @self: a chair's case with a key
 * @passphrase: of the chair's or the deputy's key
 * @callback: called when it is known whether it is the right one
 * @user_data: for @callback
 *
 * Takes the passphrase once for all ballots: it costs about a second.
 */
void
votum_case_unlock_async (VotumCase           *self,
                         const char          *passphrase,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Unlocking *unlocking = g_new0 (Unlocking, 1);
  GError *error = NULL;

  unlocking->passphrase = g_strdup (passphrase);
  unlocking->keys[0] = votum_store_find_secret (self->store, votum_key_name (VOTUM_KEY_CHAIR), &error);
  if (unlocking->keys[0] == NULL)
    {
      unlocking_free (unlocking);
      g_task_report_error (self, callback, user_data, votum_case_unlock_async, error);
      return;
    }
  if (votum_case_key_is_protected (self, VOTUM_KEY_DEPUTY))
    unlocking->keys[1] = votum_store_find_secret (self->store, votum_key_name (VOTUM_KEY_DEPUTY), NULL);
  start (self, unlocking, votum_case_unlock_async, unlock_in_thread, callback, user_data);
}

/**
 * votum_case_unlock_finish:
 * @self: a chair's case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether ballots can be unsealed from now on, until votum_case_forget_passphrase(); or %VOTUM_ERROR_PASSPHRASE
 */
gboolean
votum_case_unlock_finish (VotumCase     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  GBytes *key;
  Unlocking *unlocking;

  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, votum_case_unlock_async), FALSE);

  key = g_task_propagate_pointer (G_TASK (result), error);
  if (key == NULL)
    return FALSE;
  unlocking = g_task_get_task_data (G_TASK (result));
  g_clear_pointer (&self->open_keys[unlocking->opened], g_bytes_unref);
  self->open_keys[unlocking->opened] = key;

  return TRUE;
}

/* ---- changing it ---- */

static void
protect_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Unlocking *unlocking = task_data;
  GError *error = NULL;

  unlocking->result = votum_locked_secret_protect (unlocking->keys[0], unlocking->old_passphrase, unlocking->passphrase, &error);
  if (unlocking->result != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_set_passphrase_async:
 * @self: a case
 * @owner: whose key
 * @old_passphrase: (nullable): what it is protected with
 * @passphrase: (nullable): what it is protected with from now on
 * @callback: called when it can be changed, or why it cannot
 * @user_data: for @callback
 *
 * Changes a passphrase as votum_case_set_passphrase() does, without making anybody wait.
 */
void
votum_case_set_passphrase_async (VotumCase           *self,
                                 VotumKeyOwner        owner,
                                 const char          *old_passphrase,
                                 const char          *passphrase,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Unlocking *unlocking = g_new0 (Unlocking, 1);
  GError *error = NULL;

  unlocking->old_passphrase = g_strdup (old_passphrase);
  unlocking->passphrase = g_strdup (passphrase);
  unlocking->keys[0] = votum_store_find_secret (self->store, votum_key_name (owner), &error);
  if (unlocking->keys[0] == NULL)
    {
      unlocking_free (unlocking);
      g_task_report_error (self, callback, user_data, votum_case_set_passphrase_async, error);
      return;
    }
  start (self, unlocking, votum_case_set_passphrase_async, protect_in_thread, callback, user_data);
}

/**
 * votum_case_set_passphrase_finish:
 * @self: a case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
votum_case_set_passphrase_finish (VotumCase     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  Unlocking *unlocking;

  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, votum_case_set_passphrase_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error) || !votum_case_check_writable (self, error))
    return FALSE;
  unlocking = g_task_get_task_data (G_TASK (result));
  votum_case_forget_passphrase (self);

  return votum_store_put_locked_secret (self->store, unlocking->result, error);
}
