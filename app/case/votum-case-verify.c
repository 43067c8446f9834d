#include "votum-config.h"

#include "votum-case-verify.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-case-ballots-private.h"
#include "votum-case-decide.h"
#include "votum-case-result.h"
#include "votum-error.h"

/* Whether a verdict can be defended: from the receipts to the sealed ballots, from these to the marks, from the marks by the rule to
 * the order, and from the order to what was decided; and whether the log tells of every step that is not one of these. */

void
votum_verification_free (VotumVerification *self)
{
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->remarks);
  g_free (self->log_head);
  g_free (self->order);
  g_free (self);
}

G_GNUC_PRINTF (2, 3) static void
say (GPtrArray  *lines,
     const char *format,
     ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (lines, g_strdup_vprintf (format, args));
  va_end (args);
}

static const char *
juror_name (VotumCase  *self,
            VotumThing *ballot)
{
  return votum_thing_get_text (votum_case_lookup (self, votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR)), VOTUM_JUROR_NAME);
}

/* ---- from ballots to marks ---- */

/* The last entry of the log that changed the mark, among those that came after its ballot was opened: 0 where there is none. */
static gint64
changed_by (VotumCase       *self,
            const VotumMark *mark,
            gint64           opened)
{
  gint64 found = 0;

  for (guint i = 0; i < self->log->len; i++)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i);
      g_autoptr(VotumChanges) changes = NULL;

      if (entry->number <= opened || entry->n_changes == 0)
        continue;
      changes = votum_store_load_changes (self->store, entry->number, NULL);
      if (changes != NULL &&
          (votum_marks_lookup (votum_changes_new_marks (changes), mark->round, mark->entrant, mark->juror, mark->criterion) != NULL ||
           votum_marks_lookup (votum_changes_old_marks (changes), mark->round, mark->entrant, mark->juror, mark->criterion) != NULL))
        found = entry->number;
    }

  return found;
}

/* The entry that opened the ballot: the one by which its state became what it is. */
static gint64
opening_of (VotumCase  *self,
            VotumThing *ballot)
{
  for (guint i = self->log->len; i > 0; i--)
    {
      const VotumLogEntry *entry = g_ptr_array_index (self->log, i - 1);
      g_autoptr(VotumChanges) changes = NULL;

      if (strcmp (entry->command, VOTUM_CASE_OPEN_ROUND) != 0 && strcmp (entry->command, VOTUM_CASE_TAKE_IN_LATE) != 0)
        continue;
      changes = votum_store_load_changes (self->store, entry->number, NULL);
      for (guint c = 0; changes != NULL && c < votum_changes_n_things (changes); c++)
        {
          VotumThing *thing = votum_changes_get (changes, c)->new_thing;

          if (thing != NULL && votum_thing_get_id (thing) == votum_thing_get_id (ballot))
            return entry->number;
        }
    }

  return 0;
}

/* Whether the last revision of the mark says that it is what it is. */
static gboolean
is_revised (VotumCase       *self,
            const VotumMark *mark)
{
  const VotumMark *current = votum_marks_lookup (self->marks, mark->round, mark->entrant, mark->juror, mark->criterion);
  GListModel *revisions = votum_case_get_things (self, VOTUM_KIND_REVISION);
  gboolean revised = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (revisions); i++)
    {
      g_autoptr(VotumThing) revision = g_list_model_get_item (revisions, i);
      VotumDecimal value;
      gboolean has_value = votum_thing_get_decimal (revision, VOTUM_REVISION_NEW, &value);

      if (votum_thing_get_ref (revision, VOTUM_REVISION_JUROR) != mark->juror || votum_thing_get_ref (revision, VOTUM_REVISION_ROUND) != mark->round ||
          votum_thing_get_ref (revision, VOTUM_REVISION_ENTRANT) != mark->entrant ||
          votum_thing_get_ref (revision, VOTUM_REVISION_CRITERION) != mark->criterion)
        continue;
      revised = current != NULL && has_value == (current->state == VOTUM_MARK_VALUE) &&
                (!has_value || votum_decimal_compare (value, votum_mark_value (current)) == 0);
    }

  return revised;
}

/* @mark: as the ballot says it */
static void
tell_change (VotumCase         *self,
             VotumVerification *found,
             VotumThing        *ballot,
             const VotumMark   *mark)
{
  gint64 opened = opening_of (self, ballot);
  gint64 entry = opened != 0 ? changed_by (self, mark, opened) : 0;
  VotumThing *entrant = votum_case_lookup (self, mark->entrant);
  VotumThing *criterion = votum_case_lookup (self, mark->criterion);
  const char *name = votum_case_entrant_name (self, entrant);

  if (entry != 0 && is_revised (self, mark))
    /* TRANSLATORS: a juror, a finalist, the id of a criterion, the number of an entry in the log */
    say (found->remarks, _("The mark of %s for %s on %s was changed after the opening, with a reason: entry %" PRId64 " of the log."),
         juror_name (self, ballot), name, votum_thing_get_key (criterion), (int64_t) entry);
  else if (entry != 0)
    /* TRANSLATORS: a juror, a finalist, the id of a criterion, the number of an entry in the log */
    say (found->differences, _("The mark of %s for %s on %s was changed after the opening by entry %" PRId64 " of the log, and no revision says why."),
         juror_name (self, ballot), name, votum_thing_get_key (criterion), (int64_t) entry);
  else
    say (found->differences, _("The mark of %s for %s on %s is not what the ballot says, and the log does not say why."),
         juror_name (self, ballot), name, votum_thing_get_key (criterion));
}

/* What opening the ballot would change now is what has become of its marks since. */
static void
compare_marks (VotumCase         *self,
               VotumVerification *found,
               VotumThing        *ballot,
               VotumReadBallot   *read)
{
  g_autoptr(GPtrArray) one = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumImport) plan = NULL;
  VotumMarks *old, *new;

  g_ptr_array_add (one, read);
  plan = votum_case_plan_ballots (self, read->round, one, NULL, &error);
  if (plan == NULL)
    {
      say (found->remarks, _("The ballot of %s could not be opened again as it was: %s"), juror_name (self, ballot), error->message);
      return;
    }
  new = votum_changes_new_marks (votum_import_changes (plan));
  old = votum_changes_old_marks (votum_import_changes (plan));
  for (guint i = 0; i < votum_marks_size (new); i++)
    tell_change (self, found, ballot, votum_marks_get (new, i));
  for (guint i = 0; i < votum_marks_size (old); i++)
    {
      const VotumMark *mark = votum_marks_get (old, i);

      if (votum_marks_lookup (new, mark->round, mark->entrant, mark->juror, mark->criterion) == NULL)
        tell_change (self, found, ballot, mark);
    }
}

static void
verify_ballot (VotumCase         *self,
               VotumVerification *found,
               VotumThing        *ballot,
               const char        *passphrase,
               gboolean           may_unseal)
{
  const char *receipt = votum_thing_get_text (ballot, VOTUM_BALLOT_RECEIPT);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = receipt != NULL ? votum_store_get_content (self->store, receipt, &error) : NULL;
  g_autoptr(VotumReadBallot) read = NULL;
  int state = votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE);

  /* what a juror has handed in lies in the chair's case */
  if (state == VOTUM_BALLOT_STATE_HANDED_IN || state == VOTUM_BALLOT_STATE_PAPER || votum_case_get_duty (self) == VOTUM_DUTY_JUROR)
    return;
  if (file == NULL)
    {
      say (found->differences, _("The sealed ballot number %" PRId64 " of %s is not in this case, so its receipt proves nothing."),
           (int64_t) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER), juror_name (self, ballot));
      return;
    }
  if (state == VOTUM_BALLOT_STATE_REPLACED)
    return;
  found->n_ballots++;
  if (state == VOTUM_BALLOT_STATE_SEALED || !may_unseal)
    return;
  read = votum_case_read_kept (self, ballot, passphrase, &error);
  if (read == NULL)
    {
      say (found->differences, "%s: %s", juror_name (self, ballot), error->message);
      return;
    }
  found->n_unsealed++;
  compare_marks (self, found, ballot, read);
}

static gboolean
can_unseal (VotumCase   *self,
            const char  *passphrase,
            GError     **error)
{
  g_autoptr(GBytes) key = NULL;

  if (passphrase == NULL || !votum_case_has_key (self, VOTUM_KEY_CHAIR))
    return votum_case_can_unseal (self);
  key = votum_store_get_secret (self->store, votum_key_name (VOTUM_KEY_CHAIR), passphrase, error);
  if (key == NULL && votum_case_key_is_protected (self, VOTUM_KEY_DEPUTY))
    {
      g_clear_error (error);
      key = votum_store_get_secret (self->store, votum_key_name (VOTUM_KEY_DEPUTY), passphrase, error);
    }

  return key != NULL;
}

static gboolean
verify_ballots (VotumCase          *self,
                VotumVerification  *found,
                const char         *passphrase,
                GError            **error)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);
  guint n = g_list_model_get_n_items (ballots);
  g_autoptr(GError) local = NULL;
  gboolean may_unseal = n > 0 && can_unseal (self, passphrase, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      verify_ballot (self, found, ballot, passphrase, may_unseal);
    }
  if (n > 0 && !may_unseal)
    say (found->remarks, "%s", _("The ballots were compared with their receipts only: unsealing them needs the chair’s key and its passphrase."));

  return TRUE;
}

/* ---- from marks to the decision ---- */

static VotumThing *
decision_for (VotumCase  *self,
              VotumThing *class_thing,
              int         outcome)
{
  GListModel *decisions = votum_case_get_things (self, VOTUM_KIND_DECISION);

  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (decisions, i);
      VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
      gint64 class = entrant != NULL ? votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) : votum_thing_get_ref (decision, VOTUM_DECISION_CLASS);

      if (votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME) == outcome &&
          (class_thing == NULL || class == 0 || class == votum_thing_get_id (class_thing)))
        return decision;
    }

  return NULL;
}

static void
judge_decision (VotumCase         *self,
                VotumVerification *found,
                VotumThing        *decision,
                const char        *computed,
                gboolean           same)
{
  VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));
  const char *decided = entrant != NULL ? votum_case_entrant_name (self, entrant) : _("nobody");

  if (same)
    return;
  if (votum_thing_is_set (decision, VOTUM_DECISION_REASON))
    say (found->remarks, _("By the rule %s comes first; the jury decided on %s and says why."), computed, decided);
  else
    say (found->differences, _("By the rule %s comes first; the jury decided on %s and does not say why."), computed, decided);
}

static void
verify_class (VotumCase         *self,
              VotumVerification *found,
              VotumThing        *class_thing,
              GString           *order)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumStanding) standing = votum_case_compute (self, class_thing, NULL, &error);
  g_autoptr(GArray) places = standing != NULL && standing->result != NULL ? votum_result_order (standing->result, standing->last_round) : NULL;
  VotumThing *winner = decision_for (self, class_thing, VOTUM_DECISION_OUTCOME_WINNER);
  VotumThing *none = decision_for (self, class_thing, VOTUM_DECISION_OUTCOME_NONE);
  gboolean same = FALSE;
  const char *first_name = NULL;

  if (places == NULL || places->len == 0)
    {
      if (winner != NULL)
        say (found->differences, _("A winner is decided, but the marks give no order: %s"), error != NULL ? error->message : _("there are none."));
      return;
    }
  for (guint i = 0; i < places->len && votum_result_position (standing->result, standing->last_round, g_array_index (places, guint, i)) == 1; i++)
    {
      guint entrant = g_array_index (places, guint, i);
      VotumThing *thing = g_ptr_array_index (standing->entrants, entrant);
      g_autofree char *total = votum_result_total (standing->result, standing->last_round, entrant, 2);

      first_name = votum_case_entrant_name (self, thing);
      same = same || (winner != NULL && votum_thing_get_ref (winner, VOTUM_DECISION_ENTRANT) == votum_thing_get_id (thing));
      g_string_append_printf (order, "%s%s %s", order->len > 0 ? ", " : "", first_name, total);
    }
  if (winner != NULL || none != NULL)
    judge_decision (self, found, winner != NULL ? winner : none, first_name, same);
}

static void
verify_decisions (VotumCase         *self,
                  VotumVerification *found,
                  VotumThing        *class_thing)
{
  g_autoptr(GPtrArray) conflicts = votum_decision_conflicts (self, class_thing);

  for (guint i = 0; i < conflicts->len; i++)
    say (found->differences, "%s", (const char *) g_ptr_array_index (conflicts, i));
}

/**
 * votum_case_verify_verdict:
 * @self: a case
 * @passphrase: (nullable): of the chair's or the deputy's key; without it ballots are compared with their receipts only
 * @work: (nullable): cancelling and progress
 * @error: return location
 *
 * Computes the verdict anew, from the receipts and sealed ballots over the marks and the rule to the decision, and compares what the
 * case says at each step.
 *
 * Returns: (transfer full): what was found, or %NULL with @error set where that could not be found out: cancelled, or the passphrase
 *   is another one
 */
VotumVerification *
votum_case_verify_verdict (VotumCase        *self,
                           const char       *passphrase,
                           const VotumWork  *work,
                           GError          **error)
{
  g_autoptr(VotumVerification) found = g_new0 (VotumVerification, 1);
  g_autoptr(GPtrArray) classes = votum_case_classes (self);
  g_autoptr(GString) order = g_string_new (NULL);
  g_autoptr(GError) local = NULL;

  found->differences = g_ptr_array_new_with_free_func (g_free);
  found->remarks = g_ptr_array_new_with_free_func (g_free);
  found->n_marks = votum_marks_size (self->marks);
  found->n_entries = self->log->len;
  found->log_head = g_strdup (((const VotumLogEntry *) g_ptr_array_index (self->log, self->log->len - 1))->hash);
  if (!votum_case_verify (self, work, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      say (found->differences, "%s", local->message);
    }
  if (!verify_ballots (self, found, passphrase, error))
    return NULL;
  for (guint i = 0; i < MAX (classes->len, 1); i++)
    {
      verify_class (self, found, classes->len > 0 ? g_ptr_array_index (classes, i) : NULL, order);
      verify_decisions (self, found, classes->len > 0 ? g_ptr_array_index (classes, i) : NULL);
    }
  found->order = order->len > 0 ? g_string_free (g_steal_pointer (&order), FALSE) : NULL;

  return g_steal_pointer (&found);
}
