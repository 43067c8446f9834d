#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-ballot-xml.h"
#include "votum-case-ballots-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* A ballot that comes back: whether it is what it says it is. It is unsealed in memory for that and kept sealed; nothing of what
 * stands in it is shown or written before its round is opened. */

void
votum_read_ballot_free (VotumReadBallot *ballot)
{
  g_free (ballot->receipt);
  g_clear_pointer (&ballot->document, votum_document_free);
  g_free (ballot);
}

static gboolean
refuse (GError    **error,
        VotumError  code,
        const char *sentence)
{
  g_set_error_literal (error, VOTUM_ERROR, code, sentence);

  return FALSE;
}

/* ---- whose it is ---- */

/* The hand-out that a ballot comes from: the latest one to the juror, or where the ballot was taken in before any of theirs. */
static VotumThing *
find_hand_out (VotumCase    *self,
               VotumThing   *juror,
               const guint8 *token,
               gboolean      known)
{
  g_autofree char *digest = votum_digest (token, VOTUM_SEAL_KEY_SIZE);
  GListModel *all = votum_case_get_things (self, VOTUM_KIND_HAND_OUT);
  VotumThing *found = votum_case_get_hand_out (self, juror);

  if (found == NULL || g_strcmp0 (votum_thing_get_text (found, VOTUM_HAND_OUT_TOKEN), digest) == 0)
    return found;
  for (guint i = 0; i < g_list_model_get_n_items (all) && known; i++)
    {
      g_autoptr(VotumThing) one = g_list_model_get_item (all, i);

      if (votum_thing_get_ref (one, VOTUM_HAND_OUT_JUROR) == votum_thing_get_id (juror) &&
          votum_thing_is_set (one, VOTUM_HAND_OUT_SIGNING_KEY) && g_strcmp0 (votum_thing_get_text (one, VOTUM_HAND_OUT_TOKEN), digest) == 0)
        return one;
    }

  return NULL;
}

/* The beginning of a receipt, in groups that are read aloud. */
static char *
short_receipt (const char *receipt)
{
  return strlen (receipt) >= 12 ? g_strdup_printf ("%.4s %.4s %.4s", receipt, receipt + 4, receipt + 8) : g_strdup (receipt);
}

/* Two copies hand in as the same juror: who knows the receipt is the juror. */
static void
tell_dispute (VotumCase        *self,
              VotumReadBallot  *ballot,
              const char       *name,
              GError          **error)
{
  VotumThing *latest = votum_case_latest_ballot (self, ballot->juror, ballot->round, NULL);
  const char *known = latest != NULL ? votum_thing_get_text (latest, VOTUM_BALLOT_RECEIPT) : NULL;
  g_autofree char *this_one = short_receipt (ballot->receipt);
  g_autofree char *that_one = short_receipt (known != NULL ? known : "");

  if (known == NULL || votum_ballot_is_set_aside (latest))
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                 _("The ballot of %s comes from another copy than their ballots before. Ask them whether both are theirs. If somebody else has their file, "
                   "or theirs was lost, hand out a new copy: nothing from the old ones is taken in then."), name);
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                 /* TRANSLATORS: a juror, and the beginnings of two receipts */
                 _("The ballot of %s comes from another copy than the one that is here: somebody else may have their file. Ask them which receipt they were "
                   "shown. This one’s begins with %s, that of the one that is here with %s. If the one that is here is not theirs, hand out a new copy and set it aside; "
                   "nothing from the old copies is taken in then."), name, this_one, that_one);
}

static gboolean
check_roster (VotumCase        *self,
              VotumReadBallot  *ballot,
              gboolean          known,
              GError          **error)
{
  g_autofree char *signer = votum_seal_key_to_text (ballot->signer);
  const char *bound;
  const char *name;

  ballot->juror = votum_case_find (self, VOTUM_KIND_JUROR, votum_thing_get_text (ballot->told, VOTUM_BALLOT_JUROR));
  ballot->round = votum_case_find (self, VOTUM_KIND_ROUND, votum_thing_get_text (ballot->told, VOTUM_BALLOT_ROUND));
  if (ballot->juror == NULL)
    return refuse (error, VOTUM_ERROR_NOT_ALLOWED, _("The ballot is from somebody who is not in this jury. It was not taken in."));
  if (ballot->round == NULL)
    return refuse (error, VOTUM_ERROR_NOT_FOUND, _("The ballot is for a round that this case does not have. It was not taken in."));

  name = votum_thing_get_text (ballot->juror, VOTUM_JUROR_NAME);
  ballot->hand_out = find_hand_out (self, ballot->juror, ballot->token, known);
  if (ballot->hand_out == NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                   _("The ballot says that it is from %s, and does not come from the copy that was handed out to them last. It is forged, or "
                     "from a copy that was replaced. Ask them."), name);
      return FALSE;
    }
  bound = votum_thing_get_text (ballot->hand_out, VOTUM_HAND_OUT_SIGNING_KEY);
  ballot->disputed = bound != NULL && strcmp (bound, signer) != 0;
  if (ballot->disputed)
    tell_dispute (self, ballot, name, error);

  return !ballot->disputed;
}

static gboolean
check_criteria (VotumCase        *self,
                VotumReadBallot  *ballot,
                GError          **error)
{
  g_autofree char *now = votum_case_criteria_digest (self);

  if (g_strcmp0 (votum_thing_get_text (ballot->told, VOTUM_BALLOT_CRITERIA), now) == 0)
    return TRUE;
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               _("%s marked by other criteria than the case has now. Hand out again, and ask for a new ballot."),
               votum_thing_get_text (ballot->juror, VOTUM_JUROR_NAME));

  return FALSE;
}

static char *
unseal_as (VotumCase        *self,
           VotumKeyOwner     owner,
           GBytes           *file,
           const char       *passphrase,
           VotumReadBallot  *ballot,
           GError          **error)
{
  guint8 chair[VOTUM_SEAL_KEY_SIZE], own[VOTUM_SEAL_KEY_SIZE];
  g_autoptr(GBytes) key = votum_case_get_secret_key (self, owner, passphrase, error);
  VotumUnsealing unsealing = { .chair = chair, .public_key = own, .origin = votum_store_get_uuid (self->store) };

  if (key == NULL)
    return NULL;
  if (!votum_store_has_secret (self->store, votum_key_name (VOTUM_KEY_CHAIR), chair, NULL) ||
      !votum_store_has_secret (self->store, votum_key_name (owner), own, NULL))
    {
      refuse (error, VOTUM_ERROR_NOT_FOUND, _("The key that this needs is not in this file."));
      return NULL;
    }
  unsealing.secret_key = g_bytes_get_data (key, NULL);

  return votum_unseal (&unsealing, file, ballot->signer, ballot->token, error);
}

/* By the chair's key, or where the passphrase is the deputy's by theirs. */
static char *
unseal (VotumCase        *self,
        GBytes           *file,
        const char       *passphrase,
        VotumReadBallot  *ballot,
        GError          **error)
{
  g_autoptr(GError) local = NULL;
  char *xml;

  if (!votum_case_has_key (self, VOTUM_KEY_CHAIR))
    {
      refuse (error, VOTUM_ERROR_NOT_ALLOWED, _("This case was never handed out, so no ballot can be for it."));
      return NULL;
    }
  xml = unseal_as (self, VOTUM_KEY_CHAIR, file, passphrase, ballot, &local);
  if (xml == NULL && g_error_matches (local, VOTUM_ERROR, VOTUM_ERROR_PASSPHRASE) && votum_case_key_is_protected (self, VOTUM_KEY_DEPUTY))
    xml = unseal_as (self, VOTUM_KEY_DEPUTY, file, passphrase, ballot, NULL);
  if (xml == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return xml;
}

/* Unsealed, signed, and for this case; whose it is has not been looked at. */
static VotumReadBallot *
read_unjudged (VotumCase   *self,
               GBytes      *file,
               const char  *passphrase,
               GError     **error)
{
  g_autoptr(VotumReadBallot) ballot = g_new0 (VotumReadBallot, 1);
  g_autofree char *xml = unseal (self, file, passphrase, ballot, error);
  VotumThing *award = votum_case_get_award (self);

  if (xml == NULL)
    return NULL;
  ballot->receipt = votum_digest (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  ballot->document = votum_ballot_parse (xml, error);
  if (ballot->document == NULL)
    return NULL;
  ballot->told = g_ptr_array_index (votum_document_things (ballot->document, VOTUM_KIND_BALLOT), 0);
  if (g_strcmp0 (votum_thing_get_text (ballot->told, VOTUM_BALLOT_ORIGIN), votum_store_get_uuid (self->store)) == 0 &&
      votum_text_fold_equal (votum_thing_get_key (g_ptr_array_index (votum_document_things (ballot->document, VOTUM_KIND_AWARD), 0)),
                             votum_thing_get_key (award)))
    return g_steal_pointer (&ballot);
  refuse (error, VOTUM_ERROR_NOT_ALLOWED, _("The ballot is for another case. It was not taken in."));

  return NULL;
}

/**
 * votum_case_read_ballot:
 * @self: the chair's case
 * @file: the bytes of a ballot
 * @passphrase: (nullable): of the chair's or the deputy's key, where they have one
 * @known: whether it was taken in before: then the copy it came from may have been replaced since
 * @error: return location
 *
 * Unseals a ballot and checks the seal, the signature, the case, the juror, the token and what stands in it. Its number and its
 * time are not looked at.
 *
 * Returns: (transfer full): the ballot, or %NULL with @error set
 */
VotumReadBallot *
votum_case_read_ballot (VotumCase   *self,
                        GBytes      *file,
                        const char  *passphrase,
                        gboolean     known,
                        GError     **error)
{
  g_autoptr(VotumReadBallot) ballot = read_unjudged (self, file, passphrase, error);

  return ballot != NULL && check_roster (self, ballot, known, error) ? g_steal_pointer (&ballot) : NULL;
}

/**
 * votum_case_read_disputed:
 * @self: the chair's case, whose key is open
 * @file: the bytes of a ballot that was refused
 *
 * Returns: (transfer full) (nullable): the ballot, where it was refused because another copy hands in as its juror
 */
VotumReadBallot *
votum_case_read_disputed (VotumCase *self,
                          GBytes    *file)
{
  g_autoptr(VotumReadBallot) ballot = read_unjudged (self, file, NULL, NULL);

  return ballot != NULL && !check_roster (self, ballot, FALSE, NULL) && ballot->disputed ? g_steal_pointer (&ballot) : NULL;
}

/**
 * votum_case_read_kept:
 * @self: the chair's case
 * @ballot: a ballot that was taken in
 * @passphrase: (nullable): of the chair's or the deputy's key, where they have one
 * @error: return location
 *
 * What was taken in is unsealed and judged once more: the file may have been away.
 *
 * Returns: (transfer full): the ballot, or %NULL with @error set
 */
VotumReadBallot *
votum_case_read_kept (VotumCase   *self,
                      VotumThing  *ballot,
                      const char  *passphrase,
                      GError     **error)
{
  const char *receipt = votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT);
  g_autoptr(GBytes) file = receipt != NULL ? votum_store_get_content (self->store, receipt, error) : NULL;
  g_autoptr(VotumReadBallot) read = file != NULL ? votum_case_read_ballot (self, file, passphrase, TRUE, error) : NULL;

  if (receipt == NULL)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("A ballot has no receipt, so its content cannot be found."));
  if (read == NULL)
    return NULL;
  if (votum_thing_get_id (read->juror) == votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR) &&
      votum_thing_get_id (read->round) == votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) &&
      votum_thing_get_number (read->told, VOTUM_BALLOT_NUMBER) == votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER))
    return g_steal_pointer (&read);
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("A ballot is not what was taken in under its receipt."));

  return NULL;
}

/* ---- taking in ---- */

static gboolean
is_known (VotumCase  *self,
          const char *receipt,
          GError    **error)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);

  for (guint i = 0; i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      if (g_strcmp0 (votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT), receipt) == 0)
        {
          refuse (error, VOTUM_ERROR_EXISTS, _("This ballot has been taken in already. Nothing was changed."));
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
check_order (VotumCase        *self,
             VotumReadBallot  *ballot,
             GError          **error)
{
  VotumThing *latest = votum_case_latest_ballot (self, ballot->juror, ballot->round, NULL);
  gint64 number = votum_thing_get_number (ballot->told, VOTUM_BALLOT_NUMBER);
  gint64 before = latest != NULL ? votum_thing_get_number (latest, VOTUM_BALLOT_NUMBER) : 0;
  const char *name = votum_thing_get_text (ballot->juror, VOTUM_JUROR_NAME);

  if (number > before)
    return TRUE;
  if (number == before)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("There is another ballot number %" PRId64 " of %s already. Two copies of their case are in use: ask them to hand in "
                   "from one."), (int64_t) number, name);
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("This is ballot number %" PRId64 " of %s, and number %" PRId64 " is here already. The older one was not taken in."),
                 (int64_t) number, name, (int64_t) before);

  return FALSE;
}

/* The ballot as it stands in the chair's case. */
static VotumThing *
make_ballot (VotumCase       *self,
             VotumReadBallot *read,
             const char      *late_reason)
{
  g_autofree char *key = g_strdup_printf ("ballot-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, votum_thing_get_id (read->juror),
                                          votum_thing_get_id (read->round), votum_thing_get_number (read->told, VOTUM_BALLOT_NUMBER));
  VotumThing *ballot = votum_thing_copy (read->told);
  g_autofree char *now = votum_text_now ();

  votum_thing_set_symbolic (ballot, FALSE);
  votum_thing_set_id (ballot, votum_case_take_id (self));
  votum_thing_set_key (ballot, key);
  votum_thing_set_ref (ballot, VOTUM_BALLOT_JUROR, votum_thing_get_id (read->juror));
  votum_thing_set_ref (ballot, VOTUM_BALLOT_ROUND, votum_thing_get_id (read->round));
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_STATE, late_reason != NULL ? "late" : "sealed", NULL);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_TAKEN_IN, now, NULL);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_RECEIPT, read->receipt, NULL);
  votum_thing_set_from_text (ballot, VOTUM_BALLOT_REASON, late_reason, NULL);

  return ballot;
}

static void
replace_before (VotumCase       *self,
                VotumReadBallot *read,
                VotumChanges    *changes)
{
  VotumThing *before = votum_case_latest_ballot (self, read->juror, read->round, NULL);
  g_autoptr(VotumThing) old = before != NULL ? votum_thing_copy (before) : NULL;
  g_autoptr(VotumThing) new = before != NULL ? votum_thing_copy (before) : NULL;

  /* what was typed in from paper stays apart until the round is opened, and goes then */
  if (before == NULL || votum_thing_get_choice (before, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_PAPER || votum_ballot_is_set_aside (before))
    return;
  votum_thing_set_from_text (new, VOTUM_BALLOT_STATE, "replaced", NULL);
  votum_changes_thing (changes, old, new);
}

/* From its first ballot on a juror signs with the same key. */
static void
bind_signer (VotumReadBallot *read,
             VotumChanges    *changes)
{
  g_autofree char *signer = votum_seal_key_to_text (read->signer);
  g_autoptr(VotumThing) old = NULL;
  g_autoptr(VotumThing) new = NULL;

  if (votum_thing_is_set (read->hand_out, VOTUM_HAND_OUT_SIGNING_KEY))
    return;
  old = votum_thing_copy (read->hand_out);
  new = votum_thing_copy (read->hand_out);
  votum_thing_set_from_text (new, VOTUM_HAND_OUT_SIGNING_KEY, signer, NULL);
  votum_changes_thing (changes, old, new);
}

static gboolean
check_late (VotumReadBallot  *read,
            const char       *late_reason,
            GError          **error)
{
  gboolean late = votum_thing_get_choice (read->round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED;

  if (late && (late_reason == NULL || *late_reason == '\0'))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                   _("The round was opened before this ballot of %s came. Give a reason for taking it in late, which the log will keep."),
                   votum_thing_get_text (read->juror, VOTUM_JUROR_NAME));
      return FALSE;
    }
  if (!late && late_reason != NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The ballot is not late: its round is not opened yet. Take it in without a reason."));
      return FALSE;
    }

  return TRUE;
}

static VotumThing *
write_ballot (VotumCase        *self,
              VotumReadBallot  *read,
              GBytes           *file,
              const char       *late_reason,
              VotumChanges     *changes,
              GError          **error)
{
  g_autoptr(VotumThing) ballot = make_ballot (self, read, late_reason);
  g_autofree char *content = NULL;
  gint64 id = votum_thing_get_id (ballot);

  replace_before (self, read, changes);
  bind_signer (read, changes);
  votum_changes_thing (changes, NULL, ballot);
  if (!votum_case_check_changes (self, changes, TRUE, error))
    return NULL;
  content = votum_store_put_content (self->store, file, error);
  if (content == NULL || !votum_case_write_changes (self, changes, late_reason != NULL ? VOTUM_CASE_TAKE_IN_LATE : VOTUM_CASE_TAKE_IN,
                                                    votum_thing_get_text (read->juror, VOTUM_JUROR_NAME), NULL, 0, NULL, error))
    return NULL;

  return votum_case_lookup (self, id);
}

/**
 * votum_case_check_ballot:
 * @self: the chair's case
 * @file: the bytes of a ballot
 * @passphrase: (nullable): of the chair's or the deputy's key, where they have one
 * @error: return location
 *
 * Returns: (transfer full): the ballot where it may be taken in, perhaps late; or %NULL with @error set
 */
VotumReadBallot *
votum_case_check_ballot (VotumCase   *self,
                         GBytes      *file,
                         const char  *passphrase,
                         GError     **error)
{
  g_autofree char *receipt = votum_digest (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  g_autoptr(VotumReadBallot) read = NULL;

  if (is_known (self, receipt, error))
    return NULL;
  read = votum_case_read_ballot (self, file, passphrase, FALSE, error);

  return read != NULL && check_order (self, read, error) && check_criteria (self, read, error) ? g_steal_pointer (&read) : NULL;
}

/**
 * votum_case_take_in_bytes:
 * @self: the chair's case
 * @file: the bytes of a ballot
 * @passphrase: (nullable): of the chair's or the deputy's key, where they have one
 * @late_reason: (nullable): why it is taken in although its round has been opened
 * @error: return location
 *
 * Takes in what stands in a file, as votum_case_take_in() does.
 *
 * Returns: (transfer none): the ballot in the case, or %NULL with @error set; then the case is as it was
 */
VotumThing *
votum_case_take_in_bytes (VotumCase   *self,
                          GBytes      *file,
                          const char  *passphrase,
                          const char  *late_reason,
                          GError     **error)
{
  g_autoptr(VotumReadBallot) read = NULL;
  g_autoptr(GPtrArray) one = g_ptr_array_new ();
  g_autoptr(VotumImport) plan = NULL;
  g_autoptr(VotumChanges) none = votum_changes_new ();

  if (!votum_case_check_writable (self, error))
    return NULL;
  read = votum_case_check_ballot (self, file, passphrase, error);
  if (read == NULL || !check_late (read, late_reason, error))
    return NULL;

  /* what could not be opened later is not taken in now */
  g_ptr_array_add (one, read);
  plan = votum_case_plan_ballots (self, read->round, one, NULL, error);
  if (plan == NULL)
    return NULL;

  return write_ballot (self, read, file, late_reason, late_reason != NULL ? votum_import_changes (plan) : none, error);
}

/**
 * votum_case_take_in:
 * @self: the chair's case
 * @path: a ballot
 * @passphrase: (nullable): of the chair's or the deputy's key, where they have one
 * @late_reason: (nullable): why it is taken in although its round has been opened
 * @error: return location
 *
 * Checks a ballot and keeps it, sealed, in place of an earlier one of the same juror and round. A late one is opened at once.
 *
 * Returns: (transfer none): the ballot in the case, or %NULL with @error set; then the case is as it was
 */
VotumThing *
votum_case_take_in (VotumCase   *self,
                    const char  *path,
                    const char  *passphrase,
                    const char  *late_reason,
                    GError     **error)
{
  g_autoptr(GBytes) file = votum_case_check_writable (self, error) ? votum_seal_read_file (path, error) : NULL;

  return file != NULL ? votum_case_take_in_bytes (self, file, passphrase, late_reason, error) : NULL;
}
