#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* What is being written. A draft is a row with a checksum like any other, and counted among the others, but it stands outside
 * of the log: it is written anew several times a second, and nobody has decided anything by it. */

void
votum_draft_free (VotumDraft *self)
{
  g_free (self->place);
  g_free (self->text);
  g_free (self->time);
  g_free (self);
}

static void
sum_draft (GByteArray       *row,
           const VotumDraft *draft,
           guint8            sum[VOTUM_SUM_SIZE])
{
  votum_hash_begin (row, "draft");
  votum_hash_text (row, draft->place);
  votum_hash_text (row, draft->text);
  votum_hash_text (row, draft->time);
  votum_hash_sum (row, sum);
}

/* Nothing is written that could not be read again. */
static gboolean
check_draft (const VotumDraft *draft,
             GError          **error)
{
  if (*draft->place == '\0' || *draft->text == '\0' || strlen (draft->place) > VOTUM_STORE_MAX_PLACE)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A draft has no text, or is not said where it belongs."));
      return FALSE;
    }

  return votum_text_check_line (draft->place, error) && votum_text_check_prose (draft->text, error) &&
         votum_text_check_time (draft->time, error);
}

/**
 * votum_row_read_draft:
 * @statement: stands on a row of VOTUM_DRAFT_COLUMNS
 * @row: scratch
 * @sum: (out): the row's checksum
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL with @error set where the row is not one
 */
VotumDraft *
votum_row_read_draft (sqlite3_stmt *statement,
                      GByteArray   *row,
                      guint8        sum[VOTUM_SUM_SIZE],
                      GError      **error)
{
  g_autoptr(VotumDraft) draft = g_new0 (VotumDraft, 1);
  gboolean ok = TRUE;

  draft->place = g_strdup (votum_column_text (statement, 0, &ok));
  draft->text = g_strdup (votum_column_text (statement, 1, &ok));
  draft->time = g_strdup (votum_column_text (statement, 2, &ok));
  if (!ok)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("It is not text."));
      return NULL;
    }
  if (!check_draft (draft, error))
    return NULL;

  sum_draft (row, draft, sum);
  if (sqlite3_column_type (statement, 3) == SQLITE_BLOB && sqlite3_column_bytes (statement, 3) == VOTUM_SUM_SIZE &&
      memcmp (sqlite3_column_blob (statement, 3), sum, VOTUM_SUM_SIZE) == 0)
    return g_steal_pointer (&draft);

  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("Its checksum does not fit."));
  return NULL;
}

/**
 * votum_rows_load_drafts:
 * @self: a store
 * @drafts: takes them, ordered by place
 * @state: (nullable): their checksums are added to it
 * @error: return location
 *
 * Returns: whether all of them could be read
 */
gboolean
votum_rows_load_drafts (VotumStore *self,
                        GPtrArray  *drafts,
                        VotumState *state,
                        GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT " VOTUM_DRAFT_COLUMNS " FROM draft ORDER BY place", error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr(GError) local = NULL;
      guint8 sum[VOTUM_SUM_SIZE];
      VotumDraft *draft = votum_row_read_draft (statement, self->row, sum, &local);

      if (draft == NULL)
        return votum_store_damaged (self, error, _("draft number %u: %s"), drafts->len + 1, local->message);
      g_ptr_array_add (drafts, draft);
      if (state != NULL)
        votum_state_add (state, sum);
    }

  return rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}

/**
 * votum_store_load_drafts:
 * @self: a store
 * @drafts: (element-type VotumDraft): takes them, ordered by place
 * @error: return location
 *
 * What opening has read and verified is handed over once; after that the file is read again.
 *
 * Returns: whether all could be read
 */
gboolean
votum_store_load_drafts (VotumStore *self,
                         GPtrArray  *drafts,
                         GError    **error)
{
  g_autoptr(GPtrArray) loaded = g_steal_pointer (&self->drafts);

  if (loaded == NULL)
    {
      loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_draft_free);
      if (!votum_rows_load_drafts (self, loaded, NULL, error))
        return FALSE;
    }
  g_ptr_array_extend_and_steal (drafts, g_steal_pointer (&loaded));

  return TRUE;
}

/* Takes the checksum of the draft that is there, if one is, out of @state. */
static gboolean
take_sum (VotumStore *self,
          const char *place,
          VotumState *state,
          gboolean   *there,
          GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT sum FROM draft WHERE place = :place", error);
  int rc = SQLITE_OK;

  if (statement == NULL)
    return FALSE;
  rc = votum_bind_text (statement, rc, ":place", place);
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  *there = rc == SQLITE_ROW;
  if (rc == SQLITE_DONE)
    return TRUE;
  if (rc != SQLITE_ROW)
    return votum_store_fail (self, rc, error);

  if (sqlite3_column_type (statement, 0) != SQLITE_BLOB || sqlite3_column_bytes (statement, 0) != VOTUM_SUM_SIZE)
    return votum_store_damaged (self, error, _("a draft has no checksum"));
  votum_state_take (state, sqlite3_column_blob (statement, 0));

  return TRUE;
}

/**
 * votum_row_drop_draft:
 * @self: a store in a transaction
 * @place: where the draft is kept; there need not be one
 * @state: the draft's checksum is taken out of it
 * @error: return location
 *
 * Returns: whether there is no draft at @place any more
 */
gboolean
votum_row_drop_draft (VotumStore *self,
                      const char *place,
                      VotumState *state,
                      GError    **error)
{
  g_autoptr(VotumStatement) statement = NULL;
  gboolean there;
  int rc = SQLITE_OK;

  if (!take_sum (self, place, state, &there, error))
    return FALSE;
  if (!there)
    return TRUE;

  statement = votum_store_statement (self, "DELETE FROM draft WHERE place = :place", error);
  if (statement == NULL)
    return FALSE;
  rc = votum_bind_text (statement, rc, ":place", place);

  return votum_store_step_done (self, statement, rc, error);
}

static gboolean
put_row (VotumStore       *self,
         const VotumDraft *draft,
         VotumState       *state,
         GError          **error)
{
  g_autoptr(VotumStatement) statement = NULL;
  guint8 sum[VOTUM_SUM_SIZE];
  gboolean there;
  int rc = SQLITE_OK;

  if (!take_sum (self, draft->place, state, &there, error))
    return FALSE;

  statement = votum_store_statement (self, there ? "UPDATE draft SET text = :text, time = :time, sum = :sum WHERE place = :place"
                                                 : "INSERT INTO draft (place, text, time, sum) VALUES (:place, :text, :time, :sum)",
                                     error);
  if (statement == NULL)
    return FALSE;
  sum_draft (self->row, draft, sum);
  rc = votum_bind_text (statement, rc, ":place", draft->place);
  rc = votum_bind_text (statement, rc, ":text", draft->text);
  rc = votum_bind_text (statement, rc, ":time", draft->time);
  rc = votum_bind_bytes (statement, rc, ":sum", sum, sizeof sum);
  if (!votum_store_step_done (self, statement, rc, error))
    return FALSE;
  votum_state_add (state, sum);

  return TRUE;
}

static gboolean
put_rows (VotumStore *self,
          GPtrArray  *drafts,
          VotumState *state,
          GError    **error)
{
  for (guint i = 0; i < drafts->len; i++)
    if (!put_row (self, drafts->pdata[i], state, error))
      return FALSE;

  return TRUE;
}

typedef struct {
  const char *dropped; /* (nullable): a place */
  GPtrArray  *drafts;  /* (nullable): what is kept at others */
} Writing;

static gboolean
write_cb (VotumStore   *self,
          gconstpointer data,
          VotumState   *state,
          GError      **error)
{
  const Writing *writing = data;

  return (writing->dropped == NULL || votum_row_drop_draft (self, writing->dropped, state, error)) &&
         (writing->drafts == NULL || put_rows (self, writing->drafts, state, error));
}

/* All in one transaction. */
static gboolean
write_drafts (VotumStore *self,
              const char *dropped,
              GPtrArray  *drafts,
              GError    **error)
{
  const Writing writing = { dropped, drafts };

  if (!votum_store_write_unlogged (self, write_cb, &writing, error))
    return FALSE;

  g_clear_pointer (&self->drafts, g_ptr_array_unref);

  return TRUE;
}

/**
 * votum_store_keep_drafts:
 * @self: a store
 * @drafts: (element-type VotumDraft): drafts, with their times
 * @error: return location
 *
 * Returns: whether they are on the disk, in place of those that were there
 */
gboolean
votum_store_keep_drafts (VotumStore *self,
                         GPtrArray  *drafts,
                         GError    **error)
{
  for (guint i = 0; i < drafts->len; i++)
    if (!check_draft (drafts->pdata[i], error))
      return FALSE;

  return drafts->len == 0 || write_drafts (self, NULL, drafts, error);
}

/**
 * votum_store_move_draft:
 * @self: a store
 * @from: (nullable): where it was kept until now
 * @place: where it is kept from now on
 * @text: what has been written so far
 * @error: return location
 *
 * Keeps what is not finished at another place, in one step.
 *
 * Returns: whether it is on the disk there, and at @from no longer
 */
gboolean
votum_store_move_draft (VotumStore *self,
                        const char *from,
                        const char *place,
                        const char *text,
                        GError    **error)
{
  g_autofree char *now = votum_text_now ();
  VotumDraft draft = { .place = (char *) place, .text = (char *) text, .time = now };
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();

  g_ptr_array_add (drafts, &draft);

  return check_draft (&draft, error) && write_drafts (self, from, drafts, error);
}

/**
 * votum_store_put_draft:
 * @self: a store
 * @place: where the text is written, at most %VOTUM_STORE_MAX_PLACE bytes on one line
 * @text: (nullable): what has been written so far; %NULL or empty: nothing any more
 * @error: return location
 *
 * Keeps what is not finished. When it returns %TRUE the text is on the disk.
 *
 * Returns: whether it is kept, or dropped; else what was kept is as it was
 */
gboolean
votum_store_put_draft (VotumStore *self,
                       const char *place,
                       const char *text,
                       GError    **error)
{
  g_return_val_if_fail (place != NULL, FALSE);

  if (text == NULL || *text == '\0')
    return write_drafts (self, place, NULL, error);

  return votum_store_move_draft (self, NULL, place, text, error);
}
