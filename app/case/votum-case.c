#include "votum-config.h"

#include "votum-case-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-case-keys.h"
#include "votum-error.h"
#include "votum-text.h"

/**
 * VotumCase:
 *
 * An open case: the things of one edition of an award as list models, its marks, its log, and the commands that
 * change them. Every change is checked, written in one transaction with its log entry, and only then seen in the
 * lists. Undo and redo are commands too, and reach back over earlier sessions.
 */

G_DEFINE_FINAL_TYPE (VotumCase, votum_case, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_BACKUP_PROBLEM,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
votum_case_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VotumCase *self = VOTUM_CASE (object);

  if (id == PROP_BACKUP_PROBLEM)
    g_value_set_string (value, self->backup_problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
votum_case_finalize (GObject *object)
{
  VotumCase *self = VOTUM_CASE (object);

  votum_case_close (self);
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_hash_table_unref (self->by_key[kind]);
      g_object_unref (self->lists[kind]);
    }
  g_hash_table_unref (self->by_id);
  votum_marks_free (self->marks);
  g_ptr_array_unref (self->log);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->late_drafts);
  votum_progress_free (self->progress);
  g_clear_pointer (&self->news, votum_news_free);
  g_free (self->backup_problem);
  g_free (self->who);

  G_OBJECT_CLASS (votum_case_parent_class)->finalize (object);
}

static void
votum_case_class_init (VotumCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_case_finalize;
  G_OBJECT_CLASS (klass)->get_property = votum_case_get_property;

  /**
   * VotumCase:backup-problem:
   *
   * Why today's copy of the case could not be made, as votum_case_get_backup_problem() tells it.
   */
  properties[PROP_BACKUP_PROBLEM] = g_param_spec_string ("backup-problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * VotumCase::changed:
   * @self: the case
   * @changes: (type gpointer): the #VotumChanges that have just been written, valid during the emission; empty where
   *   nothing but the log has changed
   *
   * Emitted after every change, undo and redo included, when lists, marks and log show it already.
   */
  signals[CHANGED] = g_signal_new ("changed", VOTUM_TYPE_CASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

void
votum_case_emit_changed (VotumCase    *self,
                         VotumChanges *changes)
{
  g_autoptr(VotumCase) kept = g_object_ref (self);

  g_signal_emit (kept, signals[CHANGED], 0, changes);
}

static void
votum_case_init (VotumCase *self)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      self->lists[kind] = g_list_store_new (votum_thing_info (kind)->get_type ());
      self->by_key[kind] = g_hash_table_new (votum_text_fold_hash, votum_text_fold_equal);
    }
  self->by_id = g_hash_table_new (NULL, NULL);
  self->marks = votum_marks_new ();
  self->log = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_log_entry_free);
  self->undo = g_array_new (FALSE, FALSE, sizeof (guint));
  self->redo = g_array_new (FALSE, FALSE, sizeof (guint));
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->late_drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->progress = votum_progress_new ();
  self->who = g_strdup (g_get_real_name ());
}

void
votum_case_index (VotumCase  *self,
                  VotumThing *thing)
{
  g_hash_table_insert (self->by_id, GSIZE_TO_POINTER (votum_thing_get_id (thing)), thing);
  g_hash_table_replace (self->by_key[votum_thing_get_kind (thing)], (gpointer) votum_thing_get_key (thing), thing);
}

void
votum_case_unindex (VotumCase  *self,
                    VotumThing *thing)
{
  GHashTable *keys = self->by_key[votum_thing_get_kind (thing)];
  const char *key = votum_thing_get_key (thing);

  g_hash_table_remove (self->by_id, GSIZE_TO_POINTER (votum_thing_get_id (thing)));
  if (g_hash_table_lookup (keys, key) == thing)
    g_hash_table_remove (keys, key);
}

static gboolean
load_things (VotumCase  *self,
             GError    **error)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) things = g_ptr_array_new_with_free_func (g_object_unref);

      if (!votum_store_load_things (self->store, kind, things, error))
        return FALSE;
      for (guint i = 0; i < things->len; i++)
        votum_case_index (self, g_ptr_array_index (things, i));
      g_list_store_splice (self->lists[kind], 0, 0, things->pdata, things->len);
    }

  return TRUE;
}

/* @store: (transfer full) */
static VotumCase *
load (VotumStore *store,
      const char *path,
      GError    **error)
{
  g_autoptr(VotumCase) self = g_object_new (VOTUM_TYPE_CASE, NULL);

  self->store = store;
  if (!load_things (self, error) || !votum_store_load_marks (self->store, self->marks, error) || !votum_case_load_log (self, error) ||
      !votum_case_load_drafts (self, error))
    return NULL;
  self->next_id = votum_store_next_id (self->store);
  if (self->log->len == 0 || votum_case_get_award (self) == NULL)
    {
      g_autofree char *shown = votum_text_quote (path);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED,
                   _("“%s” was never finished: making it was interrupted. Delete it and make the case again."), shown);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * votum_case_open:
 * @path: a case file
 * @read_only: whether to look only
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Opens a case, verified from the header to the last row. A file that is not a case, is newer, damaged or open
 * elsewhere is refused with a sentence and stays as it is. One that is opened to be changed is copied to the user's data
 * once a day, while the caller goes on.
 *
 * Returns: (transfer full): the open case, or %NULL
 */
VotumCase *
votum_case_open (const char       *path,
                 gboolean          read_only,
                 const VotumWork  *work,
                 GError          **error)
{
  VotumStore *store = votum_store_open (path, read_only ? VOTUM_STORE_READ_ONLY : VOTUM_STORE_READ_WRITE,
                                        work != NULL ? work->cancellable : NULL, error);
  VotumCase *self = store != NULL ? load (store, path, error) : NULL;

  if (self != NULL && !read_only)
    {
      votum_case_make_first_key (self);
      votum_case_begin_backup (self);
    }

  return self;
}

/**
 * votum_case_open_copy:
 * @path: a case file that another program may have open
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Opens a copy of the case to be looked at: it shows what the case was just now, and changes with nobody. The copy goes when
 * it is closed.
 *
 * Returns: (transfer full): the open copy, or %NULL
 */
VotumCase *
votum_case_open_copy (const char       *path,
                      const VotumWork  *work,
                      GError          **error)
{
  VotumStore *store = votum_store_open_copy (path, work != NULL ? work->cancellable : NULL, error);

  return store != NULL ? load (store, path, error) : NULL;
}

/**
 * votum_case_create:
 * @path: where there is no file yet
 * @error: return location
 *
 * Makes an empty case. It becomes one by votum_case_import_document() with the award; until then
 * votum_case_discard() leaves nothing behind.
 *
 * Returns: (transfer full): the case, or %NULL
 */
VotumCase *
votum_case_create (const char  *path,
                   GError     **error)
{
  g_autoptr(VotumCase) self = g_object_new (VOTUM_TYPE_CASE, NULL);

  self->store = votum_store_create (path, error);
  if (self->store == NULL)
    return NULL;
  self->next_id = votum_store_next_id (self->store);

  return g_steal_pointer (&self);
}

/**
 * votum_case_close:
 * @self: a case
 *
 * Closes the file. What is being written into it by another thread is stopped before, or was just done.
 */
void
votum_case_close (VotumCase *self)
{
  votum_case_finish_backup (self);
  if (self->job != NULL)
    {
      votum_job_stop (g_steal_pointer (&self->job));
      votum_case_keep_late_drafts (self);
    }
  votum_case_forget_passphrase (self);
  g_clear_pointer (&self->store, votum_store_close);
}

/**
 * votum_case_discard:
 * @self: a case that was just created
 *
 * Closes the case and takes its file away: what was to become a case did not.
 */
void
votum_case_discard (VotumCase *self)
{
  g_autofree char *path = g_strdup (votum_store_get_path (self->store));

  g_return_if_fail (self->log->len == 0 || self->lists[VOTUM_KIND_AWARD] == NULL ||
                    g_list_model_get_n_items (G_LIST_MODEL (self->lists[VOTUM_KIND_AWARD])) == 0);

  votum_case_close (self);
  g_unlink (path);
}

const char *
votum_case_get_path (VotumCase *self)
{
  return votum_store_get_path (self->store);
}

/**
 * votum_case_is_read_only:
 * @self: a case
 *
 * Returns: whether it was opened to be looked at only
 */
gboolean
votum_case_is_read_only (VotumCase *self)
{
  return self->store != NULL && votum_store_is_read_only (self->store);
}

/**
 * votum_case_is_busy:
 * @self: a case
 *
 * Returns: whether an import is being written into it; until that is done nothing else can be
 */
gboolean
votum_case_is_busy (VotumCase *self)
{
  return self->job != NULL;
}

/* Whether the store is this thread's. */
gboolean
votum_case_check_idle (VotumCase *self,
                       GError   **error)
{
  if (self->job == NULL)
    return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED, _("The case is being written just now. Try again when that is done."));

  return FALSE;
}

gboolean
votum_case_check_writable (VotumCase *self,
                           GError   **error)
{
  if (votum_case_is_read_only (self))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_READ_ONLY,
                           _("This case was opened to be looked at only, so nothing changes in it."));
      return FALSE;
    }

  return votum_case_check_idle (self, error);
}

/**
 * votum_case_get_who:
 * @self: a case
 *
 * Returns: (transfer none): whom the log names for what is done from now on: whose copy the case is, or else who was set or
 *   is logged in
 */
const char *
votum_case_get_who (VotumCase *self)
{
  VotumThing *holder = votum_case_get_holder (self);

  return holder != NULL ? votum_thing_get_text (holder, VOTUM_JUROR_NAME) : self->who;
}

/**
 * votum_case_set_who:
 * @self: a case
 * @who: who works in it from now on, as the log will name them where the case is nobody's copy
 */
void
votum_case_set_who (VotumCase  *self,
                    const char *who)
{
  g_return_if_fail (who != NULL);

  g_free (self->who);
  self->who = g_strdup (who);
}

/**
 * votum_case_get_things:
 * @self: a case
 * @kind: a kind of thing
 *
 * Returns: (transfer none): all things of that kind, in the order in which they came to be
 */
GListModel *
votum_case_get_things (VotumCase *self,
                       VotumKind  kind)
{
  g_return_val_if_fail (kind < VOTUM_N_KINDS, NULL);

  return G_LIST_MODEL (self->lists[kind]);
}

/**
 * votum_case_lookup:
 * @self: a case
 * @id: the number of a thing
 *
 * Returns: (transfer none) (nullable): the thing
 */
VotumThing *
votum_case_lookup (VotumCase *self,
                   gint64     id)
{
  return g_hash_table_lookup (self->by_id, GSIZE_TO_POINTER (id));
}

/**
 * votum_case_find:
 * @self: a case
 * @kind: a kind of thing
 * @key: its id, without regard to case
 *
 * Returns: (transfer none) (nullable): the thing
 */
VotumThing *
votum_case_find (VotumCase  *self,
                 VotumKind   kind,
                 const char *key)
{
  return g_hash_table_lookup (self->by_key[kind], key);
}

/**
 * votum_case_get_award:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the award; %NULL only while a case is being made
 */
VotumThing *
votum_case_get_award (VotumCase *self)
{
  GListModel *awards = G_LIST_MODEL (self->lists[VOTUM_KIND_AWARD]);
  g_autoptr(VotumThing) award = g_list_model_get_item (awards, 0);

  return award;
}

const VotumMarks *
votum_case_get_marks (VotumCase *self)
{
  return self->marks;
}

/**
 * votum_case_get_log:
 * @self: a case
 *
 * Returns: (transfer none) (element-type VotumLogEntry): the log, oldest first
 */
GPtrArray *
votum_case_get_log (VotumCase *self)
{
  return self->log;
}

/**
 * votum_case_take_id:
 * @self: a case
 *
 * Returns: a number for a new thing, never given before in this case
 */
gint64
votum_case_take_id (VotumCase *self)
{
  return self->next_id++;
}

/**
 * votum_case_verify:
 * @self: a case
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Compares every row with the log that led to it.
 *
 * Returns: whether they agree
 */
gboolean
votum_case_verify (VotumCase        *self,
                   const VotumWork  *work,
                   GError          **error)
{
  if (!votum_case_check_idle (self, error))
    return FALSE;

  return votum_store_verify (self->store, work != NULL ? work->cancellable : NULL, work != NULL ? work->progress : NULL,
                             work != NULL ? work->progress_data : NULL, error);
}

/**
 * votum_case_salvage:
 * @path: a damaged case
 * @new_path: where to put what can be read
 * @report: (element-type utf8): gets a line for each thing that is missing
 * @cancellable: (nullable): stops it; there is no new case then
 * @error: return location
 *
 * Returns: whether there is a new case; the damaged one stays as it is
 */
gboolean
votum_case_salvage (const char    *path,
                    const char    *new_path,
                    GPtrArray     *report,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return votum_store_salvage (path, new_path, report, cancellable, error);
}
