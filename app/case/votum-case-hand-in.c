#include "votum-config.h"

#include "votum-case-hand-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-xml.h"
#include "votum-case-ballots-private.h"
#include "votum-error.h"
#include "votum-save.h"
#include "votum-text.h"

/* Handing in: what stands in a ballot, how it is sealed, and what the juror's copy keeps of it. A ballot is a part of an award, as
 * docs/formats.md describes it, with one <ballot> in it. */

/* ---- what stands in it ---- */

/* The next ballot of the juror in the round, without receipt. */
static VotumThing *
make_ballot (VotumCase  *self,
             VotumThing *juror,
             VotumThing *round,
             VotumThing *hand_out)
{
  VotumThing *latest = votum_case_latest_ballot (self, juror, round, NULL);
  gint64 number = latest != NULL ? votum_thing_get_number (latest, VOTUM_BALLOT_NUMBER) + 1 : 1;
  g_autofree char *key = g_strdup_printf ("ballot-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, votum_thing_get_id (juror),
                                          votum_thing_get_id (round), number);
  g_autofree char *criteria = votum_case_criteria_digest (self);
  g_autofree char *now = votum_text_now ();
  VotumThing *ballot = votum_thing_new (VOTUM_KIND_BALLOT);

  votum_thing_set_id (ballot, votum_case_take_id (self));
  votum_thing_set_key (ballot, key);
  votum_thing_set_ref (ballot, VOTUM_BALLOT_JUROR, votum_thing_get_id (juror));
  votum_thing_set_ref (ballot, VOTUM_BALLOT_ROUND, votum_thing_get_id (round));
  votum_thing_set_number (ballot, VOTUM_BALLOT_NUMBER, number);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_TIME, now, NULL);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_ORIGIN, votum_thing_get_text (hand_out, VOTUM_HAND_OUT_ORIGIN), NULL);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_CRITERIA, criteria, NULL);

  return ballot;
}

/* The visits that the chair knows of, since they came with a hand-out. A visit of the juror's own is told to nobody. */
static GHashTable *
visits_handed_out (VotumCase *self)
{
  GHashTable *visits = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->log->len; i++)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i);
      g_autoptr(VotumChanges) changes = NULL;

      if (strcmp (entry->command, VOTUM_CASE_HAND_OUT) != 0 && strcmp (entry->command, VOTUM_CASE_TAKE_HAND_OUT) != 0)
        continue;
      changes = votum_store_load_changes (self->store, entry->number, NULL);
      for (guint c = 0; changes != NULL && c < votum_changes_n_things (changes); c++)
        {
          VotumThing *thing = votum_changes_get (changes, c)->new_thing;

          if (thing != NULL && VOTUM_IS_VISIT (thing))
            g_hash_table_add (visits, GSIZE_TO_POINTER (votum_thing_get_id (thing)));
        }
    }

  return visits;
}

/* Which visit it is, and nothing else of it. */
static void
add_visit (VotumCase     *self,
           VotumThing    *visit,
           VotumDocument *document)
{
  VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
  VotumThing *bare;

  if (votum_document_find (document, VOTUM_KIND_VISIT, votum_thing_get_key (visit)) != NULL)
    return;
  bare = votum_thing_new (VOTUM_KIND_VISIT);
  votum_thing_set_symbolic (bare, TRUE);
  votum_thing_set_key (bare, votum_thing_get_key (visit));
  votum_thing_set_from_text (bare, VOTUM_VISIT_ENTRANT, votum_thing_get_key (entrant), NULL);
  votum_document_add (document, bare);
}

static void
add_notes (VotumCase     *self,
           VotumThing    *juror,
           VotumDocument *document)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  g_autoptr(GHashTable) known = visits_handed_out (self);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      gint64 number = votum_thing_get_ref (note, VOTUM_NOTE_VISIT);
      VotumThing *visit = g_hash_table_contains (known, GSIZE_TO_POINTER (number)) ? votum_case_lookup (self, number) : NULL;
      VotumThing *copy;

      if (!votum_note_is_released (note, juror))
        continue;
      copy = votum_case_symbolic_copy (self, note);
      if (visit != NULL)
        {
          add_visit (self, visit, document);
          votum_thing_set_from_text (copy, VOTUM_NOTE_ENTRANT, votum_thing_get_key (votum_case_lookup (self, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT))),
                                     NULL);
        }
      else
        votum_thing_set_from_text (copy, VOTUM_NOTE_VISIT, NULL, NULL);
      votum_document_add (document, copy);
    }
}

static void
add_recusals (VotumCase     *self,
              VotumThing    *juror,
              VotumDocument *document)
{
  GListModel *recusals = votum_case_get_things (self, VOTUM_KIND_RECUSAL);

  for (guint i = 0; i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);

      if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == votum_thing_get_id (juror))
        votum_document_add (document, votum_case_symbolic_copy (self, recusal));
    }
}

static char *
write_ballot (VotumCase  *self,
              VotumThing *juror,
              VotumThing *round,
              VotumThing *ballot)
{
  g_autoptr(VotumDocument) document = votum_document_new (VOTUM_DOCUMENT_AWARD);
  const VotumMarks *marks = votum_case_get_marks (self);
  VotumThing *award = votum_thing_new (VOTUM_KIND_AWARD);

  votum_thing_set_symbolic (award, TRUE);
  votum_thing_set_key (award, votum_thing_get_key (votum_case_get_award (self)));
  votum_document_add (document, award);
  votum_document_add (document, votum_case_symbolic_copy (self, ballot));
  add_recusals (self, juror, document);
  add_notes (self, juror, document);
  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);
      VotumMarkRow row = votum_case_mark_row (self, mark);

      if (mark->juror == votum_thing_get_id (juror) && mark->round == votum_thing_get_id (round))
        votum_document_add_mark (document, &row);
    }

  return votum_award_xml_to_string (document);
}

/* ---- sealing ---- */

/* What it takes to seal: nothing in it belongs to a thread. */
typedef struct {
  VotumThing *round;
  VotumThing *ballot;            /* without receipt */
  guint n_entries;               /* of the log, when it was made */
  char *path;
  char *passphrase;              /* (nullable) */
  char *xml;
  char *origin;
  GByteArray *recipients;
  guint8 signer[VOTUM_SEAL_KEY_SIZE];
  GBytes *token;
  VotumLockedSecret *key;
  char *receipt;
  char *temporary;               /* (nullable): what has been written beside @path */
} Sealing;

static void
sealing_free (Sealing *sealing)
{
  if (sealing->temporary != NULL)
    votum_save_give_up (sealing->temporary);
  g_clear_object (&sealing->round);
  g_clear_object (&sealing->ballot);
  g_clear_pointer (&sealing->recipients, g_byte_array_unref);
  g_clear_pointer (&sealing->token, g_bytes_unref);
  g_clear_pointer (&sealing->key, votum_locked_secret_free);
  g_free (sealing->path);
  g_free (sealing->passphrase);
  g_free (sealing->xml);
  g_free (sealing->origin);
  g_free (sealing->receipt);
  g_free (sealing->temporary);
  g_free (sealing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sealing, sealing_free)

static gboolean
take_keys (VotumCase   *self,
           VotumThing  *hand_out,
           Sealing     *sealing,
           GError     **error)
{
  const char *origin = votum_thing_get_text (hand_out, VOTUM_HAND_OUT_ORIGIN);

  sealing->recipients = g_byte_array_new ();
  if (!votum_recipients_from_text (votum_thing_get_text (hand_out, VOTUM_HAND_OUT_RECIPIENTS), sealing->recipients, error) ||
      !votum_case_make_key (self, VOTUM_KEY_JUROR, NULL, error))
    return FALSE;
  if (origin == NULL || !g_uuid_string_is_valid (origin))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The hand-out does not say which case it is from. Ask for a new one."));
      return FALSE;
    }
  sealing->origin = g_strdup (origin);
  sealing->token = votum_store_get_secret (self->store, VOTUM_TOKEN_NAME, NULL, error);
  sealing->key = sealing->token != NULL ? votum_store_find_secret (self->store, votum_key_name (VOTUM_KEY_JUROR), error) : NULL;

  return sealing->key != NULL && votum_store_has_secret (self->store, votum_key_name (VOTUM_KEY_JUROR), sealing->signer, NULL);
}

static Sealing *
prepare (VotumCase   *self,
         VotumThing  *round,
         const char  *path,
         const char  *passphrase,
         GError     **error)
{
  g_autoptr(Sealing) sealing = g_new0 (Sealing, 1);
  VotumThing *juror, *hand_out;

  if (!votum_case_check_writable (self, error) || !votum_case_check_hand_in (self, &juror, &hand_out, error) ||
      !votum_case_check_ballot_rule (self, round, error))
    return NULL;

  sealing->path = g_strdup (path);
  sealing->passphrase = g_strdup (passphrase);
  sealing->round = g_object_ref (round);
  sealing->ballot = make_ballot (self, juror, round, hand_out);
  sealing->xml = write_ballot (self, juror, round, sealing->ballot);
  sealing->n_entries = self->log->len;

  return take_keys (self, hand_out, sealing, error) ? g_steal_pointer (&sealing) : NULL;
}

/* Signs, seals and writes the file beside where it goes. May be done by any thread. */
static gboolean
seal (Sealing  *sealing,
      GError  **error)
{
  g_autoptr(GBytes) key = votum_locked_secret_unlock (sealing->key, sealing->passphrase, error);
  g_autoptr(GBytes) file = NULL;
  VotumSealing how = {
    .recipients = sealing->recipients->data, .n_recipients = sealing->recipients->len / VOTUM_SEAL_KEY_SIZE,
    .origin = sealing->origin, .signer = sealing->signer,
  };

  if (key == NULL)
    return FALSE;
  how.signing_key = g_bytes_get_data (key, NULL);
  how.token = g_bytes_get_data (sealing->token, NULL);
  file = votum_seal (&how, sealing->xml, error);
  if (file == NULL)
    return FALSE;
  sealing->receipt = votum_digest (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  sealing->temporary = votum_save_begin (sealing->path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), error);

  return sealing->temporary != NULL;
}

static gboolean
log_ballot (VotumCase  *self,
            Sealing    *sealing,
            GError    **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  votum_thing_set_from_text (sealing->ballot, VOTUM_BALLOT_RECEIPT, sealing->receipt, NULL);
  votum_changes_thing (changes, NULL, sealing->ballot);

  return votum_case_check_changes (self, changes, TRUE, error) &&
         votum_case_write_changes (self, changes, VOTUM_CASE_HAND_IN, votum_thing_get_key (sealing->round), NULL, 0, NULL, error);
}

/* The file is whole already; it gets its name once the log has its number. */
static char *
finish (VotumCase  *self,
        Sealing    *sealing,
        GError    **error)
{
  g_autofree char *temporary = NULL;

  if (!votum_case_check_writable (self, error))
    return NULL;
  if (self->log->len != sealing->n_entries)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The case was changed while the ballot was being sealed. Hand in once more."));
      return NULL;
    }
  if (!log_ballot (self, sealing, error))
    return NULL;
  temporary = g_steal_pointer (&sealing->temporary);

  if (votum_save_finish (temporary, sealing->path, NULL))
    return g_strdup (sealing->receipt);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” could not be written. The number of the ballot is used: hand in once more, as the next one."),
               sealing->path);

  return NULL;
}

/**
 * votum_case_hand_in:
 * @self: a juror's case
 * @round: the round
 * @path: the ballot to write
 * @passphrase: (nullable): of the juror's key, where it has one
 * @error: return location
 *
 * Seals the juror's marks, comments, recusals and released notes. The log keeps the receipt before the file has its name: a
 * number is never given twice, whatever is interrupted.
 *
 * Returns: (transfer full): the receipt, or %NULL with @error set
 */
char *
votum_case_hand_in (VotumCase   *self,
                    VotumThing  *round,
                    const char  *path,
                    const char  *passphrase,
                    GError     **error)
{
  g_autoptr(Sealing) sealing = prepare (self, round, path, passphrase, error);

  return sealing != NULL && seal (sealing, error) ? finish (self, sealing, error) : NULL;
}

/* ---- on another thread ---- */

static void
seal_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (seal (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The case belongs to the thread that asked: the log is written there. */
static void
sealed_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *receipt = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    receipt = finish (VOTUM_CASE (source_object), g_task_get_task_data (G_TASK (result)), &error);
  if (receipt != NULL)
    g_task_return_pointer (task, receipt, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * votum_case_hand_in_async:
 * @self: a juror's case
 * @round: the round
 * @path: the ballot to write
 * @passphrase: (nullable): of the juror's key, where it has one
 * @callback: called when it is there, or why it is not
 * @user_data: for @callback
 *
 * Hands in as votum_case_hand_in() does, without making anybody wait: a passphrase takes its time. A change of the case
 * meanwhile makes it fail.
 */
void
votum_case_hand_in_async (VotumCase           *self,
                          VotumThing          *round,
                          const char          *path,
                          const char          *passphrase,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GError *error = NULL;
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GTask) inner = NULL;
  Sealing *sealing = prepare (self, round, path, passphrase, &error);

  g_task_set_source_tag (task, votum_case_hand_in_async);
  if (sealing == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  inner = g_task_new (self, NULL, sealed_cb, g_steal_pointer (&task));
  g_task_set_task_data (inner, sealing, (GDestroyNotify) sealing_free);
  g_task_run_in_thread (inner, seal_in_thread);
}

/**
 * votum_case_hand_in_finish:
 * @self: a juror's case
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the receipt, or %NULL with @error set
 */
char *
votum_case_hand_in_finish (VotumCase     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self) && g_async_result_is_tagged (result, votum_case_hand_in_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
