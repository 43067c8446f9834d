#include "votum-config.h"

#include "votum-case-ballots.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-xml.h"
#include "votum-case-ballots-private.h"
#include "votum-case-progress.h"
#include "votum-error.h"
#include "votum-save.h"
#include "votum-text.h"

/* Handing in: what stands in a ballot, how it is sealed, and what the juror's copy keeps of it. A ballot is a part of an award, as
 * docs/formats.md describes it, with one <ballot> in it. */

/* ---- what was judged by ---- */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A line for what marking locks of a thing, each value with its length before it. */
static char *
locked_line (VotumCase  *self,
             VotumThing *thing)
{
  g_autoptr(VotumThing) copy = votum_case_symbolic_copy (self, thing);
  const VotumThingInfo *info = votum_thing_get_info (copy);
  g_autofree char *key = votum_text_fold (votum_thing_get_key (copy));
  GString *line = g_string_new (info->name);

  g_string_append_printf (line, " %zu:%s", strlen (key), key);
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = info->fields[i].flags & VOTUM_FIELD_LOCKS ? votum_thing_field_to_text (copy, i) : NULL;

      if (text != NULL)
        g_string_append_printf (line, " %s=%zu:%s", info->fields[i].name, strlen (text), text);
    }

  return g_string_free (line, FALSE);
}

/**
 * votum_case_criteria_digest:
 * @self: a case
 *
 * Returns: (transfer full): a digest of the criteria, their weights and their scales. It is the same in the chair's case and in
 *   a juror's, as long as both judge by the same; a text that is corrected does not change it
 */
char *
votum_case_criteria_digest (VotumCase *self)
{
  static const VotumKind kinds[] = { VOTUM_KIND_SCALE, VOTUM_KIND_CRITERION };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GListModel *things = votum_case_get_things (self, kinds[k]);

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

          g_ptr_array_add (lines, locked_line (self, thing));
        }
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (all, "%s\n", (const char *) lines->pdata[i]);

  return votum_digest (all->str, all->len);
}

/**
 * votum_case_latest_ballot:
 * @self: a case
 * @juror: a juror
 * @round: a round
 * @n_ballots: (out) (nullable): how many there are
 *
 * Returns: (transfer none) (nullable): the ballot of @juror in @round with the highest number
 */
VotumThing *
votum_case_latest_ballot (VotumCase  *self,
                          VotumThing *juror,
                          VotumThing *round,
                          guint      *n_ballots)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);
  VotumThing *latest = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      if (votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR) != votum_thing_get_id (juror) ||
          votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) != votum_thing_get_id (round))
        continue;
      n++;
      if (latest == NULL || votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER) > votum_thing_get_number (latest, VOTUM_BALLOT_NUMBER))
        latest = ballot;
    }
  if (n_ballots != NULL)
    *n_ballots = n;

  return latest;
}

/* ---- handing in ---- */

static gboolean
check_may_hand_in (VotumCase   *self,
                   VotumThing **juror,
                   VotumThing **hand_out,
                   GError     **error)
{
  *juror = votum_case_get_holder (self);
  *hand_out = *juror != NULL ? votum_case_get_hand_out (self, *juror) : NULL;

  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR && *hand_out != NULL)
    return TRUE;
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                       _("This case was not handed out to a juror, so there is nothing to hand in. In the chair’s case marks count as they are."));

  return FALSE;
}

static gboolean
is_released (VotumThing *note,
             VotumThing *juror)
{
  return votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) == votum_thing_get_id (juror) &&
         votum_thing_get_choice (note, VOTUM_NOTE_USE) != VOTUM_NOTE_USE_MINE;
}

static guint
count_notes (VotumCase  *self,
             VotumThing *juror)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);

      n += is_released (note, juror);
    }

  return n;
}

/**
 * votum_case_sum_up_hand_in:
 * @self: a juror's case
 * @round: the round
 * @summary: (out caller-allocates): what handing in would send
 * @error: return location
 *
 * Returns: whether the juror can hand in at all
 */
gboolean
votum_case_sum_up_hand_in (VotumCase           *self,
                           VotumThing          *round,
                           VotumHandInSummary  *summary,
                           GError             **error)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);
  VotumThing *juror, *hand_out, *latest;
  VotumTally tally;

  memset (summary, 0, sizeof *summary);
  if (!check_may_hand_in (self, &juror, &hand_out, error))
    return FALSE;

  votum_case_tally_juror (self, round, juror, &tally);
  summary->wanted = tally.wanted;
  summary->given = tally.given;
  summary->not_observed = tally.not_observed;
  summary->reasons_missing = tally.reasons_missing;
  summary->notes = count_notes (self, juror);
  for (guint i = 0; i < entrants->len; i++)
    {
      votum_case_tally (self, round, g_ptr_array_index (entrants, i), juror, &tally);
      summary->recused += tally.recused;
    }
  latest = votum_case_latest_ballot (self, juror, round, NULL);
  summary->number = latest != NULL ? (guint) votum_thing_get_number (latest, VOTUM_BALLOT_NUMBER) + 1 : 1;

  return TRUE;
}

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

/* Notes stand on their own in a ballot: the visit may be one that only the juror knows of. */
static void
add_notes (VotumCase     *self,
           VotumThing    *juror,
           VotumDocument *document)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      VotumThing *copy;

      if (!is_released (note, juror))
        continue;
      copy = votum_case_symbolic_copy (self, note);
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

static GBytes *
seal_ballot (VotumCase  *self,
             VotumThing *hand_out,
             const char *xml,
             const char *passphrase,
             GError    **error)
{
  g_autoptr(GByteArray) recipients = g_byte_array_new ();
  g_autoptr(GBytes) token = NULL;
  g_autoptr(GBytes) key = NULL;
  guint8 signer[VOTUM_SEAL_KEY_SIZE];
  VotumSealing sealing = { .origin = votum_thing_get_text (hand_out, VOTUM_HAND_OUT_ORIGIN), .signer = signer };

  if (!votum_recipients_from_text (votum_thing_get_text (hand_out, VOTUM_HAND_OUT_RECIPIENTS), recipients, error) ||
      !votum_case_make_key (self, VOTUM_KEY_JUROR, NULL, error))
    return NULL;
  if (sealing.origin == NULL || !g_uuid_string_is_valid (sealing.origin))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The hand-out does not say which case it is from. Ask for a new one."));
      return NULL;
    }
  token = votum_store_get_secret (self->store, VOTUM_TOKEN_NAME, NULL, error);
  key = token != NULL ? votum_store_get_secret (self->store, votum_key_name (VOTUM_KEY_JUROR), passphrase, error) : NULL;
  if (key == NULL || !votum_store_has_secret (self->store, votum_key_name (VOTUM_KEY_JUROR), signer, NULL))
    return NULL;
  sealing.recipients = recipients->data;
  sealing.n_recipients = recipients->len / VOTUM_SEAL_KEY_SIZE;
  sealing.signing_key = g_bytes_get_data (key, NULL);
  sealing.token = g_bytes_get_data (token, NULL);

  return votum_seal (&sealing, xml, error);
}

static gboolean
log_ballot (VotumCase  *self,
            VotumThing *ballot,
            const char *receipt,
            GError    **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  VotumThing *round = votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND));

  votum_thing_set_from_text (ballot, VOTUM_BALLOT_RECEIPT, receipt, NULL);
  votum_changes_thing (changes, NULL, ballot);

  return votum_case_check_changes (self, changes, TRUE, error) &&
         votum_case_write_changes (self, changes, VOTUM_CASE_HAND_IN, votum_thing_get_key (round), NULL, 0, NULL, error);
}

/**
 * votum_case_hand_in:
 * @self: a juror's case
 * @round: the round
 * @path: the ballot to write
 * @passphrase: (nullable): of the juror's key, where it has one
 * @error: return location
 *
 * Seals the juror's marks, comments, recusals and released notes. The log keeps the receipt before the file is there: a number
 * is never given twice, whatever is interrupted.
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
  VotumThing *juror, *hand_out;
  g_autoptr(VotumThing) ballot = NULL;
  g_autoptr(GBytes) file = NULL;
  g_autofree char *xml = NULL;
  g_autofree char *receipt = NULL;

  if (!votum_case_check_writable (self, error) || !check_may_hand_in (self, &juror, &hand_out, error))
    return NULL;

  ballot = make_ballot (self, juror, round, hand_out);
  xml = write_ballot (self, juror, round, ballot);
  file = seal_ballot (self, hand_out, xml, passphrase, error);
  if (file == NULL)
    return NULL;
  receipt = votum_digest (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  if (!log_ballot (self, ballot, receipt, error) ||
      !votum_save_file (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), error))
    return NULL;

  return g_steal_pointer (&receipt);
}
