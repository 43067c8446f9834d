#include "votum-config.h"

#include "votum-case-attachments-private.h"
#include "votum-case-edit.h"
#include "votum-case-private.h"
#include "votum-error.h"

/* Taking files into a case, and their bytes out of it, without making anybody wait: a film of a visit is as large as all the rest of
 * the case together. Files are read, and bytes are written and checked, on another thread; meanwhile the case is busy only
 * while they are written. */

/* What is written as fast as it could be handed to another thread. */
#define SMALL (256u << 10)

#define BUSY_TIME 50 /* ms until it is looked again whether the file can be read */

typedef struct {
  VotumThing *owner;       /* (nullable): of what has none yet */
  char *shown;
  GBytes *bytes;           /* (nullable): not read yet */
  VotumThing *attachment;  /* (nullable) */
} Taking;

static void
taking_free (Taking *taking)
{
  g_clear_object (&taking->owner);
  g_free (taking->shown);
  g_clear_pointer (&taking->bytes, g_bytes_unref);
  g_clear_object (&taking->attachment);
  g_free (taking);
}

/* The bytes are in the case. */
static void
end (GTask      *task,
     const char *digest)
{
  VotumCase *self = VOTUM_CASE (g_task_get_source_object (task));
  Taking *taking = g_task_get_task_data (task);
  GError *error = NULL;

  votum_attachment_describe (taking->attachment, taking->bytes, digest);
  /* what it belongs to may have gone meanwhile */
  if (taking->owner != NULL && votum_case_lookup (self, votum_thing_get_id (taking->owner)) == NULL)
    {
      g_autoptr(VotumThing) gone = votum_attachment_begin (self, taking->owner, taking->shown, &error);

      g_assert (gone == NULL);
    }
  else if (taking->owner == NULL || votum_case_add (self, taking->attachment, &error))
    {
      g_task_return_pointer (task, g_object_ref (taking->attachment), g_object_unref);
      return;
    }
  g_task_return_error (task, error);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  g_autofree char *digest = votum_case_put_bytes_finish (VOTUM_CASE (source), result, &error);

  if (digest != NULL)
    end (task, digest);
  else
    g_task_return_error (task, error);
}

static void
put (GTask *task)
{
  VotumCase *self = VOTUM_CASE (g_task_get_source_object (task));
  Taking *taking = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *digest = NULL;

  taking->attachment = votum_attachment_begin (self, taking->owner, taking->shown, &error);
  if (taking->attachment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_bytes_get_size (taking->bytes) > SMALL)
    {
      votum_case_put_bytes_async (self, taking->bytes, put_cb, g_object_ref (task));
      return;
    }

  digest = votum_store_put_content (self->store, taking->bytes, &error);
  if (digest != NULL)
    end (task, digest);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Taking *taking = g_task_get_task_data (task);
  GError *error = NULL;

  taking->bytes = votum_case_read_file_finish (result, &error);
  if (taking->bytes == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    put (task);
}

static GTask *
begin (VotumCase           *self,
       VotumThing          *owner,
       char                *shown,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Taking *taking = g_new0 (Taking, 1);

  g_set_object (&taking->owner, owner);
  taking->shown = shown;
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, taking, (GDestroyNotify) taking_free);

  return task;
}

/**
 * votum_case_take_file_async:
 * @self: a case
 * @owner: (nullable): an entrant or a note of the case; %NULL for something that is not there yet
 * @path: an ordinary file of at most 64 MiB
 * @cancellable: (nullable): nobody waits for it any more; what has been read is not taken in then
 * @callback: called when it is in the case, or could not be taken in
 * @user_data: for @callback
 *
 * Takes a copy of the file into the case, as votum_case_add_attachment() and votum_case_take_file() do, without making anybody
 * wait. While the bytes of a large file are written, the case is busy.
 */
void
votum_case_take_file_async (VotumCase           *self,
                            VotumThing          *owner,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = begin (self, owner, g_filename_display_basename (path), cancellable, callback, user_data);
  Taking *taking = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(VotumThing) beforehand = votum_attachment_begin (self, owner, taking->shown, &error);

  /* who may not is told before anything is read */
  if (beforehand == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  votum_case_read_file_async (path, cancellable, read_cb, g_object_ref (task));
}

/**
 * votum_case_take_bytes_async:
 * @self: a case
 * @name: what the file would be called: "Photo.png"
 * @bytes: at most 64 MiB
 * @cancellable: (nullable): nobody waits for it any more
 * @callback: called when they are in the case, or could not be taken in
 * @user_data: for @callback
 *
 * As votum_case_take_bytes(), without making anybody wait.
 */
void
votum_case_take_bytes_async (VotumCase           *self,
                             const char          *name,
                             GBytes              *bytes,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = begin (self, NULL, g_strdup (name), cancellable, callback, user_data);
  Taking *taking = g_task_get_task_data (task);

  taking->bytes = g_bytes_ref (bytes);
  put (task);
}

/**
 * votum_case_take_finish:
 * @self: a case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the attachment, which is in the case where it has an owner, and else is in no case yet; or %NULL with
 *   @error set
 */
VotumThing *
votum_case_take_finish (VotumCase     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, begin), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- and out of it ---- */

typedef struct {
  GBytes *bytes;
  char *digest;
  char *path;    /* of the case, for the sentence where it is damaged */
} Getting;

static void
getting_free (gpointer data)
{
  Getting *getting = data;

  g_bytes_unref (getting->bytes);
  g_free (getting->digest);
  g_free (getting->path);
  g_free (getting);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Getting *getting = data;
  GError *error = NULL;

  if (votum_content_check (getting->path, getting->bytes, getting->digest, &error))
    g_task_return_pointer (task, g_bytes_ref (getting->bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* In a turn of the main loop of its own: where twelve pictures come into view at once, what is pressed meanwhile comes between. */
static gboolean
get_cb (gpointer data)
{
  GTask *task = data;
  VotumCase *self = VOTUM_CASE (g_task_get_source_object (task));
  VotumThing *attachment = g_task_get_task_data (task);
  GError *error = NULL;
  const char *digest;
  GBytes *bytes;
  Getting *getting;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  /* another one is being written: this one comes after it */
  if (votum_case_is_busy (self))
    {
      g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, BUSY_TIME, get_cb, g_object_ref (task), g_object_unref);
      return G_SOURCE_REMOVE;
    }
  digest = votum_attachment_get_digest (attachment, &error);
  bytes = digest != NULL ? votum_store_peek_content (self->store, digest, &error) : NULL;
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }

  getting = g_new0 (Getting, 1);
  getting->bytes = bytes;
  getting->digest = g_strdup (digest);
  getting->path = g_strdup (votum_case_get_path (self));
  g_task_set_task_data (task, getting, getting_free);
  g_task_run_in_thread (task, check_in_thread);

  return G_SOURCE_REMOVE;
}

/**
 * votum_case_get_attachment_async:
 * @self: a case
 * @attachment: an attachment of the case
 * @cancellable: (nullable): to stop
 * @callback: called when its bytes are there
 * @user_data: for @callback
 *
 * As votum_case_get_attachment(), without making anybody wait for more than the copying of the bytes.
 */
void
votum_case_get_attachment_async (VotumCase           *self,
                                 VotumThing          *attachment,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, votum_case_get_attachment_async);
  g_task_set_task_data (task, g_object_ref (attachment), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, get_cb, task, g_object_unref);
}

/**
 * votum_case_get_attachment_finish:
 * @self: a case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): its bytes, as they were taken in; or %NULL with @error set
 */
GBytes *
votum_case_get_attachment_finish (VotumCase     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, votum_case_get_attachment_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
