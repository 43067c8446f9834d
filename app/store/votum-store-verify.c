#include "votum-config.h"

#include "votum-store-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-error.h"

/* The log says of every thing and every mark what it last became. If it says so of the rows that are there, and of no
 * others, nobody has changed the file but through commands. */

/* Whose row it is: a thing by its number, a mark by its four. */
typedef struct {
  gint32 place[4];
  guint8 sum[VOTUM_SUM_SIZE];
} Known;

static guint
known_hash (gconstpointer key)
{
  const Known *known = key;
  guint hash = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known->place); i++)
    hash = (hash ^ (guint) known->place[i]) * 0x9e3779b1u + (hash >> 15);

  return hash;
}

static gboolean
known_equal (gconstpointer a,
             gconstpointer b)
{
  return memcmp (((const Known *) a)->place, ((const Known *) b)->place, sizeof ((const Known *) a)->place) == 0;
}

static void
know_thing (VotumStore *self,
            VotumThing *thing,
            Known      *known)
{
  *known = (Known) { .place = { (gint32) votum_thing_get_id (thing), 0, 0, 0 } };
  votum_row_sum_thing (self->row, thing, known->sum);
}

static void
know_mark (VotumStore      *self,
           const VotumMark *mark,
           Known           *known)
{
  *known = (Known) { .place = { mark->round, mark->entrant, mark->juror, mark->criterion } };
  votum_row_sum_mark (self->row, mark, known->sum);
}

static gboolean
take (GHashTable  *rows,
      const Known *known)
{
  const Known *there = g_hash_table_lookup (rows, known);

  return there != NULL && memcmp (there->sum, known->sum, sizeof known->sum) == 0 && g_hash_table_remove (rows, known);
}

static gboolean
put (GHashTable  *rows,
     const Known *known)
{
  return !g_hash_table_contains (rows, known) && g_hash_table_add (rows, g_memdup2 (known, sizeof *known));
}

/* Every old value has to be what was there, every new one has to find its place empty. */
static gboolean
replay (VotumStore   *self,
        VotumChanges *changes,
        GHashTable   *rows)
{
  gboolean fits = TRUE;
  Known known;

  for (guint i = 0; i < votum_marks_size (votum_changes_old_marks (changes)) && fits; i++)
    {
      know_mark (self, votum_marks_get (votum_changes_old_marks (changes), i), &known);
      fits = take (rows, &known);
    }
  for (guint i = 0; i < votum_changes_n_things (changes) && fits; i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (change->old_thing != NULL)
        {
          know_thing (self, change->old_thing, &known);
          fits = take (rows, &known);
        }
      if (fits && change->new_thing != NULL)
        {
          know_thing (self, change->new_thing, &known);
          fits = put (rows, &known);
        }
    }
  for (guint i = 0; i < votum_marks_size (votum_changes_new_marks (changes)) && fits; i++)
    {
      know_mark (self, votum_marks_get (votum_changes_new_marks (changes), i), &known);
      fits = put (rows, &known);
    }

  return fits;
}

static gboolean
replay_log (VotumStore       *self,
            GHashTable       *rows,
            GCancellable     *cancellable,
            VotumProgressFunc progress,
            gpointer          progress_data,
            GError          **error)
{
  for (gint64 number = self->meta.taken_over + 1; number <= self->meta.log_count; number++)
    {
      g_autoptr(VotumChanges) changes = votum_store_load_changes (self, number, error);

      if (changes == NULL)
        return FALSE;
      if (!replay (self, changes, rows))
        return votum_store_damaged (self, error, _("entry %" PRId64 " of its log changes what was not there"), number);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL && number % 64 == 0)
        progress (0.3 + 0.6 * (double) number / (double) self->meta.log_count, progress_data);
    }

  return TRUE;
}

static gboolean
compare_rows (VotumStore *self,
              GHashTable *rows,
              GError    **error)
{
  Known known;

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    for (guint i = 0; i < self->things[kind]->len; i++)
      {
        VotumThing *thing = self->things[kind]->pdata[i];

        know_thing (self, thing, &known);
        if (!take (rows, &known))
          return votum_store_damaged (self, error, _("<%s> “%s” is not what the log says it became: it was changed without Votum"),
                                      votum_thing_info (kind)->name, votum_thing_get_key (thing));
      }
  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);

      know_mark (self, mark, &known);
      if (!take (rows, &known))
        return votum_store_damaged (self, error, _("a mark (round %d, entrant %d, juror %d, criterion %d) is not what the log says it "
                                                   "became: it was changed without Votum"),
                                    mark->round, mark->entrant, mark->juror, mark->criterion);
    }

  if (g_hash_table_size (rows) > 0)
    return votum_store_damaged (self, error, ngettext ("%u thing or mark is gone that the log says is there: it was taken out without Votum",
                                                       "%u things or marks are gone that the log says are there: they were taken out without Votum",
                                                       g_hash_table_size (rows)),
                                g_hash_table_size (rows));

  return TRUE;
}

static gboolean
check_constraints (VotumStore *self,
                   GError    **error)
{
  static const char *const questions[] = { "PRAGMA integrity_check(1)", "PRAGMA foreign_key_check" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr(VotumOnce) statement = votum_sql_prepare (self->db, questions[i], self->path, error);
      int rc;

      if (statement == NULL)
        return FALSE;
      rc = sqlite3_step (statement);
      if (rc == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
        return votum_store_damaged (self, error, "%s", (const char *) sqlite3_column_text (statement, 0));
      if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        return votum_store_fail (self, rc, error);
    }

  return TRUE;
}

static gboolean
verify (VotumStore       *self,
        GCancellable     *cancellable,
        VotumProgressFunc progress,
        gpointer          progress_data,
        GError          **error)
{
  g_autoptr(GHashTable) rows = g_hash_table_new_full (known_hash, known_equal, g_free, NULL);

  self->stale = TRUE;
  if (!votum_store_refresh (self, error) || !votum_check_schema (self, self->schema->version, error) || !check_constraints (self, error))
    return FALSE;
  if (progress != NULL)
    progress (0.1, progress_data);
  if (!votum_store_check_rows (self, error) || !votum_check_log (self, error) || !votum_check_contents (self, error))
    return FALSE;
  if (progress != NULL)
    progress (0.3, progress_data);

  return replay_log (self, rows, cancellable, progress, progress_data, error) && compare_rows (self, rows, error);
}

/**
 * votum_store_verify:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told now and then how far it is
 * @progress_data: for @progress
 * @error: return location
 *
 * Checks all that opening checks once more, and what takes longer: attachments, and that the log, replayed from its
 * beginning, ends in what is in the case. It finds a mark that was changed with other tools even if its checksum was
 * changed with it.
 *
 * Returns: whether the case holds together
 */
gboolean
votum_store_verify (VotumStore       *self,
                    GCancellable     *cancellable,
                    VotumProgressFunc progress,
                    gpointer          progress_data,
                    GError          **error)
{
  gboolean done;

  votum_store_watch (self, cancellable, 0);
  done = verify (self, cancellable, progress, progress_data, error);
  votum_store_watch (self, NULL, 0);
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    g_clear_pointer (&self->things[kind], g_ptr_array_unref);
  g_clear_pointer (&self->marks, votum_marks_free);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  if (done && progress != NULL)
    progress (1.0, progress_data);

  return done;
}
