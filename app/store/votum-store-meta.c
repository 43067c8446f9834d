#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* What a file says about itself: a row for each of these, its value as text. The remarks are for people who look into
 * the file with other tools; nothing depends on them. The seal is the checksum of all the others. */
enum {
  META_UUID,
  META_CREATED,
  META_NEXT_ID,
  META_LOG_COUNT,
  META_LOG_HEAD,
  META_TAKEN_OVER,
  META_STATE,
  META_SEAL,
  N_META
};

static const struct {
  const char *name;
  const char *remark;
} rows[N_META] = {
  [META_UUID] = { "uuid", "the name of this case among all cases" },
  [META_CREATED] = { "created", "when the case was made" },
  [META_NEXT_ID] = { "next-id", "the number of the next new thing" },
  [META_LOG_COUNT] = { "log-count", "entries in the log" },
  [META_LOG_HEAD] = { "log-head", "hash of the last entry" },
  [META_TAKEN_OVER] = { "taken-over", "entries at the log's beginning that came with an import, without their changes" },
  [META_STATE] = { "state", "sum of the checksums of all things, marks and drafts" },
  [META_SEAL] = { "seal", "BLAKE2b over the values above" },
};

static void
meta_to_texts (const VotumMeta *meta,
               GByteArray      *row,
               char            *texts[N_META])
{
  g_autoptr(GString) seal = g_string_new (NULL);
  guint8 sum[VOTUM_SUM_SIZE];

  texts[META_UUID] = g_strdup (meta->uuid);
  texts[META_CREATED] = g_strdup (meta->created);
  texts[META_NEXT_ID] = g_strdup_printf ("%" G_GINT64_FORMAT, meta->next_id);
  texts[META_LOG_COUNT] = g_strdup_printf ("%" G_GINT64_FORMAT, meta->log_count);
  texts[META_LOG_HEAD] = g_strdup (meta->log_head);
  texts[META_TAKEN_OVER] = g_strdup_printf ("%" G_GINT64_FORMAT, meta->taken_over);
  texts[META_STATE] = g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", meta->state.high, meta->state.low);

  votum_hash_begin (row, "meta");
  for (guint i = 0; i < META_SEAL; i++)
    votum_hash_text (row, texts[i]);
  votum_hash_sum (row, sum);
  for (guint i = 0; i < sizeof sum; i++)
    g_string_append_printf (seal, "%02x", sum[i]);
  texts[META_SEAL] = g_string_free (g_steal_pointer (&seal), FALSE);
}

static void
texts_clear (char *texts[N_META])
{
  for (guint i = 0; i < N_META; i++)
    g_free (texts[i]);
}

static gboolean
write_texts (VotumStore *self,
             const char *sql,
             char      **texts,
             guint       first,
             gboolean    remarks,
             GError    **error)
{
  for (guint i = first; i < N_META; i++)
    {
      g_autoptr(VotumStatement) statement = votum_store_statement (self, sql, error);
      int rc = SQLITE_OK;

      if (statement == NULL)
        return FALSE;
      rc = votum_bind_text (statement, rc, ":name", rows[i].name);
      rc = votum_bind_text (statement, rc, ":value", texts[i]);
      if (remarks)
        rc = votum_bind_text (statement, rc, ":remark", rows[i].remark);
      if (!votum_store_step_done (self, statement, rc, error))
        return FALSE;
      if (sqlite3_changes (self->db) != 1)
        return votum_store_damaged (self, error, _("“%s” is missing"), rows[i].name);
    }

  return TRUE;
}

/**
 * votum_meta_write:
 * @self: a store in a transaction
 * @meta: what the file shall say about itself
 * @error: return location
 *
 * Returns: whether it could be written
 */
gboolean
votum_meta_write (VotumStore      *self,
                  const VotumMeta *meta,
                  GError         **error)
{
  char *texts[N_META];
  gboolean done;

  meta_to_texts (meta, self->row, texts);
  done = write_texts (self, "UPDATE meta SET value = :value WHERE name = :name", texts, META_NEXT_ID, FALSE, error);
  texts_clear (texts);

  return done;
}

gboolean
votum_meta_insert (VotumStore      *self,
                   const VotumMeta *meta,
                   GError         **error)
{
  char *texts[N_META];
  gboolean done;

  meta_to_texts (meta, self->row, texts);
  done = write_texts (self, "INSERT INTO meta (name, value, remark) VALUES (:name, :value, :remark)", texts, 0, TRUE, error);
  texts_clear (texts);

  return done;
}

static gboolean
parse_count (const char *text,
             gint64      least,
             gint64      most,
             gint64     *count)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, least, most, &number, NULL))
    return FALSE;
  *count = number;

  return TRUE;
}

static gboolean
parse_state (const char *text,
             VotumState *state)
{
  g_autofree char *high = g_strndup (text, 16);

  return strlen (text) == 32 && g_ascii_string_to_unsigned (high, 16, 0, G_MAXUINT64, &state->high, NULL) &&
         g_ascii_string_to_unsigned (text + 16, 16, 0, G_MAXUINT64, &state->low, NULL);
}

/* Reads the values, and writes them again: only what comes out the same, with its seal, is taken. */
static gboolean
meta_from_texts (char      **texts,
                 GByteArray *row,
                 VotumMeta  *meta)
{
  char *again[N_META];
  gboolean same = TRUE;

  if (!g_uuid_string_is_valid (texts[META_UUID]) || !votum_text_check_time (texts[META_CREATED], NULL) ||
      (*texts[META_LOG_HEAD] != '\0' && !votum_digest_check (texts[META_LOG_HEAD])) ||
      !parse_count (texts[META_NEXT_ID], 1, (gint64) G_MAXINT32 + 1, &meta->next_id) ||
      !parse_count (texts[META_LOG_COUNT], 0, G_MAXINT32, &meta->log_count) ||
      !parse_count (texts[META_TAKEN_OVER], 0, meta->log_count, &meta->taken_over) || !parse_state (texts[META_STATE], &meta->state))
    return FALSE;
  g_strlcpy (meta->uuid, texts[META_UUID], sizeof meta->uuid);
  g_strlcpy (meta->created, texts[META_CREATED], sizeof meta->created);
  g_strlcpy (meta->log_head, texts[META_LOG_HEAD], sizeof meta->log_head);

  meta_to_texts (meta, row, again);
  for (guint i = 0; i < N_META; i++)
    same = same && strcmp (texts[i], again[i]) == 0;
  texts_clear (again);

  return same;
}

static gboolean
read_texts (VotumStore *self,
            char      **texts,
            GError    **error)
{
  g_autoptr(VotumStatement) statement = votum_store_statement (self, "SELECT name, value FROM meta", error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gboolean ok = TRUE;
      const char *name = votum_column_text (statement, 0, &ok);
      const char *value = votum_column_text (statement, 1, &ok);
      guint i = 0;

      while (ok && i < N_META && strcmp (rows[i].name, name) != 0)
        i++;
      if (!ok || i == N_META || texts[i] != NULL)
        return votum_store_damaged (self, error, _("what it says about itself is not what a case says"));
      texts[i] = g_strdup (value);
    }

  return rc == SQLITE_DONE || votum_store_fail (self, rc, error);
}

/**
 * votum_meta_read:
 * @self: a store
 * @meta: (out): what the file says about itself
 * @error: return location
 *
 * Returns: whether all of it is there and fits its seal
 */
gboolean
votum_meta_read (VotumStore *self,
                 VotumMeta  *meta,
                 GError    **error)
{
  char *texts[N_META] = { NULL };
  gboolean done = read_texts (self, texts, error);
  gboolean complete = TRUE;

  for (guint i = 0; i < N_META; i++)
    complete = complete && texts[i] != NULL;
  if (done && (!complete || !meta_from_texts (texts, self->row, meta)))
    done = votum_store_damaged (self, error, _("what it says about itself is not what a case says"));
  texts_clear (texts);

  return done;
}

/**
 * votum_store_refresh:
 * @self: a store
 * @error: return location
 *
 * After an error nobody but the file knows what it holds: reads it again before anything is built on it.
 *
 * Returns: whether the store knows what the file holds
 */
gboolean
votum_store_refresh (VotumStore *self,
                     GError    **error)
{
  VotumMeta meta;

  if (!self->stale)
    return TRUE;
  if (!votum_meta_read (self, &meta, error))
    return FALSE;

  self->meta = meta;
  self->next_id = MAX (self->next_id, meta.next_id);
  self->stale = FALSE;

  return TRUE;
}

/* An error while committing leaves open whether it happened. The file knows: every row makes another sum. */
static gboolean
is_there (VotumStore      *self,
          const VotumMeta *meta)
{
  VotumState before = self->meta.state;

  votum_store_rollback (self);

  return (before.low != meta->state.low || before.high != meta->state.high) && votum_store_refresh (self, NULL) &&
         self->meta.state.low == meta->state.low && self->meta.state.high == meta->state.high;
}

/**
 * votum_store_write_unlogged:
 * @self: a store
 * @write: what writes
 * @data: for @write
 * @error: return location
 *
 * Writes in one transaction what has no entry in the log.
 *
 * Returns: whether it is on the disk; otherwise the file is as it was
 */
gboolean
votum_store_write_unlogged (VotumStore     *self,
                            VotumStoreWrite write,
                            gconstpointer   data,
                            GError        **error)
{
  g_autoptr(GError) local = NULL;
  VotumMeta meta;
  gboolean done;

  if (!votum_store_may_write (self, error) || !votum_store_refresh (self, error))
    return FALSE;

  meta = self->meta;
  votum_store_watch (self, NULL, 0);
  done = votum_store_exec (self, "BEGIN IMMEDIATE", &local) && write (self, data, &meta.state, &local) &&
         votum_meta_write (self, &meta, &local) && votum_store_exec (self, "COMMIT", &local);
  if (!done && !is_there (self, &meta))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->meta = meta;

  return TRUE;
}
