#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-error.h"
#include "votum-save.h"
#include "votum-text.h"

/* Making a case for a juror, and taking a later one into it. The file is built anew from what the juror may have: nothing is ever
 * copied and then taken out, so that no free page holds what is not in it. */

/**
 * votum_case_get_hand_out:
 * @self: a case
 * @juror: a juror
 *
 * Returns: (transfer none) (nullable): the latest copy that was made for @juror; in a juror's copy, the one it came with
 */
VotumThing *
votum_case_get_hand_out (VotumCase  *self,
                         VotumThing *juror)
{
  GListModel *all = votum_case_get_things (self, VOTUM_KIND_HAND_OUT);
  VotumThing *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) one = g_list_model_get_item (all, i);

      if (votum_thing_get_ref (one, VOTUM_HAND_OUT_JUROR) == votum_thing_get_id (juror) &&
          (latest == NULL || votum_thing_get_number (one, VOTUM_HAND_OUT_NUMBER) > votum_thing_get_number (latest, VOTUM_HAND_OUT_NUMBER)))
        latest = one;
    }

  return latest;
}

/**
 * votum_case_was_handed_out:
 * @self: a case
 *
 * Returns: whether it is a juror's copy that was handed out: then nobody else gives marks in it
 */
gboolean
votum_case_was_handed_out (VotumCase *self)
{
  VotumThing *holder = votum_case_get_holder (self);

  return holder != NULL && votum_case_get_duty (self) == VOTUM_DUTY_JUROR && votum_case_get_hand_out (self, holder) != NULL;
}

static gboolean
check_may_hand_out (VotumCase  *self,
                    VotumThing *juror,
                    GError    **error)
{
  const char *name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);

  if (!votum_case_check_writable (self, error))
    return FALSE;
  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED, _("This is a juror’s copy. Only the chair or the secretary hands the case out."));
      return FALSE;
    }
  if (!votum_duty_fits (VOTUM_DUTY_JUROR, juror))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("%s gives no marks in this jury, so there is nothing to hand out."), name);
      return FALSE;
    }

  return TRUE;
}

/* The juror's token: the one of the hand-out before, as long as it is not to be another one. */
static GBytes *
get_token (VotumCase  *self,
           VotumThing *juror,
           gboolean    anew,
           GError    **error)
{
  g_autofree char *name = votum_case_token_name (juror);
  g_autoptr(GBytes) token = NULL;

  if (!anew && votum_store_has_secret (self->store, name, NULL, NULL))
    return votum_store_get_secret (self->store, name, NULL, error);

  token = votum_seal_make_token ();

  return votum_store_put_secret (self->store, name, g_bytes_get_data (token, NULL), token, NULL, error) ? g_steal_pointer (&token) : NULL;
}

/* With a new token comes a new signing key: whoever has the old ones cannot hand in any more. */
static VotumThing *
make_hand_out (VotumCase  *self,
               VotumThing *juror,
               GBytes     *token,
               GError    **error)
{
  VotumThing *before = votum_case_get_hand_out (self, juror);
  gint64 number = before != NULL ? votum_thing_get_number (before, VOTUM_HAND_OUT_NUMBER) + 1 : 1;
  g_autoptr(GByteArray) recipients = g_byte_array_new ();
  g_autoptr(VotumThing) hand_out = votum_thing_new (VOTUM_KIND_HAND_OUT);
  g_autofree char *digest = votum_digest (g_bytes_get_data (token, NULL), g_bytes_get_size (token));
  g_autofree char *key = g_strdup_printf ("hand-out-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, votum_thing_get_id (juror), number);
  g_autofree char *now = votum_text_now ();
  g_autofree char *keys = NULL;
  gboolean same_token = before != NULL && g_strcmp0 (votum_thing_get_text (before, VOTUM_HAND_OUT_TOKEN), digest) == 0;

  if (!votum_case_get_recipients (self, recipients, error))
    return NULL;
  /* a copy takes nothing in that seals to others than it has done: a deputy who came later is for those who are handed out to later */
  keys = same_token ? g_strdup (votum_thing_get_text (before, VOTUM_HAND_OUT_RECIPIENTS)) : votum_recipients_to_text (recipients);
  votum_thing_set_id (hand_out, votum_case_take_id (self));
  votum_thing_set_key (hand_out, key);
  votum_thing_set_ref (hand_out, VOTUM_HAND_OUT_JUROR, votum_thing_get_id (juror));
  votum_thing_set_number (hand_out, VOTUM_HAND_OUT_NUMBER, number);
  votum_thing_set_from_text (hand_out, VOTUM_HAND_OUT_TIME, now, NULL);
  votum_thing_set_from_text (hand_out, VOTUM_HAND_OUT_ORIGIN, votum_store_get_uuid (self->store), NULL);
  votum_thing_set_from_text (hand_out, VOTUM_HAND_OUT_RECIPIENTS, keys, NULL);
  votum_thing_set_from_text (hand_out, VOTUM_HAND_OUT_TOKEN, digest, NULL);
  if (same_token)
    votum_thing_set_from_text (hand_out, VOTUM_HAND_OUT_SIGNING_KEY, votum_thing_get_text (before, VOTUM_HAND_OUT_SIGNING_KEY), NULL);

  return g_steal_pointer (&hand_out);
}

/* The hand-out as the juror's copy has it: the signing key is there anyhow. */
static VotumThing *
symbolic_hand_out (VotumThing *hand_out,
                   VotumThing *juror)
{
  VotumThing *copy = votum_thing_copy (hand_out);

  votum_thing_set_symbolic (copy, TRUE);
  votum_thing_set_from_text (copy, VOTUM_HAND_OUT_JUROR, votum_thing_get_key (juror), NULL);
  votum_thing_set_from_text (copy, VOTUM_HAND_OUT_SIGNING_KEY, NULL, NULL);

  return copy;
}

static gboolean
copy_contents (VotumCase     *from,
               VotumCase     *to,
               VotumChanges  *changes,
               GError       **error)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      VotumThing *thing = votum_changes_get (changes, i)->new_thing;
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *digest = NULL;

      if (thing == NULL || !VOTUM_IS_ATTACHMENT (thing) || !votum_thing_is_set (thing, VOTUM_ATTACHMENT_DIGEST))
        continue;
      bytes = votum_store_get_content (from->store, votum_thing_get_text (thing, VOTUM_ATTACHMENT_DIGEST), error);
      digest = bytes != NULL ? votum_store_put_content (to->store, bytes, error) : NULL;
      if (digest == NULL)
        return FALSE;
    }

  return TRUE;
}

static VotumImport *
plan_document (VotumCase     *to,
               VotumDocument *document,
               GError       **error)
{
  g_autoptr(VotumProblems) problems = votum_problems_new ();

  return votum_case_plan_read (to, document, problems, error);
}

/* Does what @plan says, past the duty of the holder of @to: it comes from the chair. */
static gboolean
write_plan (VotumCase    *from,
            VotumCase    *to,
            VotumImport  *plan,
            const char   *command,
            const char   *subject,
            GError      **error)
{
  return votum_case_check_changes (to, plan->changes, FALSE, error) && copy_contents (from, to, plan->changes, error) &&
         votum_case_write_changes (to, plan->changes, command, subject, NULL, 0, NULL, error);
}

static gboolean
fill_copy (VotumCase     *self,
           VotumCase     *copy,
           VotumThing    *juror,
           VotumDocument *document,
           GBytes        *token,
           GError       **error)
{
  g_autoptr(VotumImport) plan = plan_document (copy, document, error);
  VotumThing *holder;

  votum_case_set_who (copy, votum_case_get_who (self));
  if (plan == NULL || !write_plan (self, copy, plan, VOTUM_CASE_HAND_OUT, votum_thing_get_text (juror, VOTUM_JUROR_NAME), error))
    return FALSE;
  holder = votum_case_find (copy, VOTUM_KIND_JUROR, votum_thing_get_key (juror));

  return holder != NULL && votum_case_set_holder (copy, holder, VOTUM_DUTY_JUROR, NULL, error) &&
         votum_store_put_secret (copy->store, VOTUM_TOKEN_NAME, g_bytes_get_data (token, NULL), token, NULL, error);
}

/* Builds the file beside where it goes, so that it is there whole or not at all. */
static char *
build_copy (VotumCase     *self,
            VotumThing    *juror,
            VotumThing    *hand_out,
            GBytes        *token,
            const char    *path,
            GPtrArray     *remarks,
            GError       **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  VotumDocument *document;
  g_autoptr(VotumCase) copy = NULL;
  gboolean done;

  /* what an interrupted hand-out left behind */
  g_unlink (part);
  copy = votum_case_create (part, error);
  if (copy == NULL)
    return NULL;
  document = votum_case_hand_out_document (self, juror, remarks);
  votum_document_add (document, symbolic_hand_out (hand_out, juror));
  done = fill_copy (self, copy, juror, document, token, error);
  votum_case_close (copy);
  if (done)
    return g_steal_pointer (&part);
  g_unlink (part);

  return NULL;
}

static gboolean
write_hand_out (VotumCase  *self,
                VotumThing *juror,
                VotumThing *hand_out,
                GError    **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  votum_changes_thing (changes, NULL, hand_out);

  return votum_case_check_changes (self, changes, TRUE, error) &&
         votum_case_write_changes (self, changes, VOTUM_CASE_HAND_OUT, votum_thing_get_text (juror, VOTUM_JUROR_NAME), NULL, 0, NULL, error);
}

/**
 * votum_case_hand_out:
 * @self: the chair's case
 * @juror: to whom it is handed out
 * @path: a file that does not exist
 * @anew: whether @juror has lost the copy before: the new one gets a token of its own, and what that one signed is void
 * @remarks: (nullable) (element-type utf8): gets a sentence for what whoever hands out should know; owns them
 * @error: return location
 *
 * Makes a case of the juror's own, with what they may have and what they need to hand in. This is an entry of the log.
 *
 * Returns: whether it is there
 */
gboolean
votum_case_hand_out (VotumCase   *self,
                     VotumThing  *juror,
                     const char  *path,
                     gboolean     anew,
                     GPtrArray   *remarks,
                     GError     **error)
{
  g_autoptr(GBytes) token = NULL;
  g_autoptr(VotumThing) hand_out = NULL;
  g_autofree char *part = NULL;

  if (!check_may_hand_out (self, juror, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS, _("There is a file “%s” already. Choose another name."), path);
      return FALSE;
    }

  token = get_token (self, juror, anew, error);
  hand_out = token != NULL ? make_hand_out (self, juror, token, error) : NULL;
  part = hand_out != NULL ? build_copy (self, juror, hand_out, token, path, remarks, error) : NULL;
  if (part == NULL)
    return FALSE;
  if (!write_hand_out (self, juror, hand_out, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (votum_save_finish (part, path, NULL))
    return TRUE;
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_DISK, _("“%s” could not be written. Hand out again."), path);

  return FALSE;
}

/* ---- a later one ---- */

static gboolean
refuse (GError    **error,
        const char *sentence)
{
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, sentence);

  return FALSE;
}

/* A hand-out is taken only from whom the first one came: from the same case, for the same juror, to the same chair. */
static gboolean
check_fits (VotumCase  *self,
            VotumCase  *later,
            GError    **error)
{
  VotumThing *own = votum_case_get_holder (self);
  VotumThing *other = votum_case_get_holder (later);
  VotumThing *before = own != NULL ? votum_case_get_hand_out (self, own) : NULL;
  VotumThing *after = other != NULL ? votum_case_get_hand_out (later, other) : NULL;

  if (before == NULL || votum_case_get_duty (self) != VOTUM_DUTY_JUROR)
    return refuse (error, _("This case was not handed out to a juror, so no later hand-out can be taken into it."));
  if (after == NULL || votum_case_get_duty (later) != VOTUM_DUTY_JUROR)
    return refuse (error, _("The file is not a hand-out. It is made by the chair for one juror."));
  if (g_strcmp0 (votum_thing_get_text (before, VOTUM_HAND_OUT_ORIGIN), votum_thing_get_text (after, VOTUM_HAND_OUT_ORIGIN)) != 0)
    return refuse (error, _("The hand-out is from another case. Open it on its own instead."));
  if (!votum_text_fold_equal (votum_thing_get_key (own), votum_thing_get_key (other)))
    return refuse (error, _("The hand-out is for another juror. Ask the chair for yours."));
  if (g_strcmp0 (votum_thing_get_text (before, VOTUM_HAND_OUT_RECIPIENTS), votum_thing_get_text (after, VOTUM_HAND_OUT_RECIPIENTS)) != 0)
    return refuse (error, _("The hand-out seals ballots to other keys than the first one did. Ask the chair, by telephone, whether that is "
                            "meant; if it is, work on in the new file."));
  if (g_strcmp0 (votum_thing_get_text (before, VOTUM_HAND_OUT_TOKEN), votum_thing_get_text (after, VOTUM_HAND_OUT_TOKEN)) != 0)
    return refuse (error, _("The hand-out was made to replace a lost copy. Work on in the new file."));
  if (votum_thing_get_number (after, VOTUM_HAND_OUT_NUMBER) <= votum_thing_get_number (before, VOTUM_HAND_OUT_NUMBER))
    return refuse (error, _("The hand-out is not newer than what is here already. Nothing was changed."));

  return TRUE;
}

/* What a hand-out holds, as it came; questions without what was found, and no ballots, which are here already. */
static VotumDocument *
document_of (VotumCase *later)
{
  VotumThing *juror = votum_case_get_holder (later);
  VotumDocument *document;
  VotumThing *hand_out = votum_case_get_hand_out (later, juror);

  document = votum_case_hand_out_document (later, juror, NULL);
  votum_document_add (document, symbolic_hand_out (hand_out, juror));

  return document;
}

/**
 * votum_case_plan_hand_out:
 * @self: a juror's case
 * @later: a later hand-out for the same juror, opened
 * @error: return location
 *
 * Looks what taking it in would bring: finalists, texts, rounds, visits that are new or corrected. Marks go only where the chair
 * knows of a recusal that the juror's case does not.
 *
 * Returns: (transfer full): what it would do to @self as it is now, or %NULL with @error set
 */
VotumImport *
votum_case_plan_hand_out (VotumCase  *self,
                          VotumCase  *later,
                          GError    **error)
{
  return votum_case_check_writable (self, error) && check_fits (self, later, error) ? plan_document (self, document_of (later), error) : NULL;
}

/**
 * votum_case_bring_hand_out:
 * @self: a juror's case
 * @later: what @plan was made of
 * @plan: what votum_case_plan_hand_out() returned, with the case as it is now
 * @name: the name of the file, for the log
 * @error: return location
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_bring_hand_out (VotumCase    *self,
                           VotumCase    *later,
                           VotumImport  *plan,
                           const char   *name,
                           GError      **error)
{
  return votum_case_check_writable (self, error) && write_plan (later, self, plan, VOTUM_CASE_TAKE_HAND_OUT, name, error);
}

/**
 * votum_case_take_hand_out:
 * @self: a juror's case
 * @path: a later hand-out for the same juror
 * @error: return location
 *
 * Brings in what is new or corrected: finalists, texts, rounds, visits. Marks, comments, notes and findings stay as they are.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_take_hand_out (VotumCase   *self,
                          const char  *path,
                          GError     **error)
{
  g_autoptr(VotumCase) later = NULL;
  g_autoptr(VotumImport) plan = NULL;
  g_autofree char *name = g_filename_display_basename (path);

  if (!votum_case_check_writable (self, error))
    return FALSE;
  later = votum_case_open (path, TRUE, NULL, error);
  plan = later != NULL ? votum_case_plan_hand_out (self, later, error) : NULL;

  return plan != NULL && votum_case_bring_hand_out (self, later, plan, name, error);
}
