#include "votum-config.h"

#include "votum-case-holder.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* Whose copy a case file is. It stands in the log alone: the last entry of this file that says so is the truth. */

#define MANY_CHANGES 500

static const char *const duty_names[] = { "none", "juror", "secretary", "chair" };

/**
 * votum_duty_name:
 * @duty: a duty
 *
 * Returns: (transfer none): its word in the log and on the command line
 */
const char *
votum_duty_name (VotumDuty duty)
{
  g_return_val_if_fail (duty < G_N_ELEMENTS (duty_names), NULL);

  return duty_names[duty];
}

/**
 * votum_duty_from_name:
 * @name: a word of votum_duty_name(), other than that of %VOTUM_DUTY_NONE
 * @duty: (out): the duty
 *
 * Returns: whether there is such a duty
 */
gboolean
votum_duty_from_name (const char *name,
                      VotumDuty  *duty)
{
  for (guint i = VOTUM_DUTY_JUROR; i < G_N_ELEMENTS (duty_names); i++)
    if (strcmp (duty_names[i], name) == 0)
      {
        *duty = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * votum_duty_fits:
 * @duty: a duty
 * @juror: somebody of the jury
 *
 * Returns: whether the roles of @juror go with @duty: a deputy may stand in for the chair, a secretary gives no marks
 */
gboolean
votum_duty_fits (VotumDuty   duty,
                 VotumThing *juror)
{
  gboolean leads = votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_CHAIR) ||
                   votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_DEPUTY);

  switch (duty)
    {
    case VOTUM_DUTY_CHAIR:
      return leads;
    case VOTUM_DUTY_SECRETARY:
      return votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_SECRETARY);
    case VOTUM_DUTY_JUROR:
      return leads || votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_JUROR) ||
             votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_EXAMINER);
    case VOTUM_DUTY_NONE:
    default:
      return TRUE;
    }
}

/**
 * votum_case_read_holder:
 * @self: a case
 * @entry: an entry of its log with the command %VOTUM_CASE_HOLD
 *
 * Takes over what @entry says: "17 juror". What cannot be read names nobody, and somebody has to be named again.
 */
void
votum_case_read_holder (VotumCase           *self,
                        const VotumLogEntry *entry)
{
  char *end = NULL;
  gint64 juror = entry->new_value != NULL ? g_ascii_strtoll (entry->new_value, &end, 10) : 0;
  VotumDuty duty = VOTUM_DUTY_NONE;

  self->was_held = TRUE;
  self->held_since = entry->number;
  self->holder = 0;
  self->duty = VOTUM_DUTY_NONE;
  if (juror <= 0 || *end != ' ' || !votum_duty_from_name (end + 1, &duty))
    return;
  self->holder = juror;
  self->duty = duty;
}

/**
 * votum_case_get_holder:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): whose copy the file is, %NULL as long as nobody has been named
 */
VotumThing *
votum_case_get_holder (VotumCase *self)
{
  VotumThing *holder = self->holder != 0 ? votum_case_lookup (self, self->holder) : NULL;

  return holder != NULL && VOTUM_IS_JUROR (holder) ? holder : NULL;
}

/**
 * votum_case_get_duty:
 * @self: a case
 *
 * Returns: in which duty the holder holds it; as a juror's, with no holder, while an onlooker has it
 */
VotumDuty
votum_case_get_duty (VotumCase *self)
{
  if (votum_case_get_holder (self) != NULL)
    return self->duty;

  return self->onlooker ? VOTUM_DUTY_JUROR : VOTUM_DUTY_NONE;
}

/**
 * votum_case_set_onlooker:
 * @self: a case
 * @onlooker: whether somebody looks at it who has not said who they are
 *
 * Where nobody holds the case, an onlooker sees what any juror may see of the others, and that is the least there is: no marks and
 * no notes before they are open to the whole jury, no names in an award that marks blind.
 */
void
votum_case_set_onlooker (VotumCase *self,
                         gboolean   onlooker)
{
  self->onlooker = onlooker;
}

/**
 * votum_case_was_held:
 * @self: a case
 *
 * Returns: whether a holder has been named before, so that votum_case_set_holder() asks for a reason
 */
gboolean
votum_case_was_held (VotumCase *self)
{
  return self->was_held;
}

static gboolean
check_holder (VotumCase   *self,
              VotumThing  *juror,
              VotumDuty    duty,
              const char  *reason,
              GError     **error)
{
  if (!votum_duty_fits (duty, juror))
    {
      const char *name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   duty == VOTUM_DUTY_CHAIR     ? _("%s is neither chair nor deputy of the jury. Choose somebody else, or another duty.")
                   : duty == VOTUM_DUTY_JUROR   ? _("%s gives no marks in this jury. Choose somebody else, or another duty.")
                                                : _("%s is not a secretary of the jury. Choose somebody else, or another duty."), name);
      return FALSE;
    }
  if (self->was_held && (reason == NULL || *reason == '\0'))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                           _("This case is somebody's copy already. Give a reason for handing it over, which the log will keep."));
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_set_holder:
 * @self: a case
 * @juror: whose copy it becomes
 * @duty: in which duty, which has to fit the roles of @juror
 * @reason: (nullable): why, needed where votum_case_was_held()
 * @error: return location
 *
 * Names whose copy the case is. This is an entry of the log and cannot be undone, and nothing before it can be any more.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_set_holder (VotumCase   *self,
                       VotumThing  *juror,
                       VotumDuty    duty,
                       const char  *reason,
                       GError     **error)
{
  g_autoptr(VotumLogEntry) entry = NULL;
  g_autoptr(VotumChanges) nothing = votum_changes_new ();
  const char *name;

  g_return_val_if_fail (VOTUM_IS_JUROR (juror) && duty != VOTUM_DUTY_NONE, FALSE);

  if (votum_case_lookup (self, votum_thing_get_id (juror)) == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("Whose copy the case is has to be a member of its jury."));
      return FALSE;
    }
  if (!votum_case_check_writable (self, error))
    return FALSE;
  if (votum_case_get_holder (self) == juror && self->duty == duty)
    return TRUE;
  if (!check_holder (self, juror, duty, reason, error))
    return FALSE;

  name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);
  entry = g_new0 (VotumLogEntry, 1);
  entry->time = votum_text_now ();
  /* who sits at the machine, not whom the copy was made out to */
  entry->who = g_strdup (self->who);
  entry->command = g_strdup (VOTUM_CASE_HOLD);
  entry->subject = reason != NULL && *reason != '\0' ? g_strdup_printf ("%s (%s)", name, reason) : g_strdup (name);
  if (self->holder != 0)
    entry->old_value = g_strdup_printf ("%" G_GINT64_FORMAT " %s", self->holder, votum_duty_name (self->duty));
  entry->new_value = g_strdup_printf ("%" G_GINT64_FORMAT " %s", votum_thing_get_id (juror), votum_duty_name (duty));

  return votum_case_write_entry (self, nothing, g_steal_pointer (&entry), NULL, error);
}

/* ---- what may be seen ---- */

/**
 * votum_case_is_opened:
 * @self: a case
 *
 * Returns: whether all rounds have been opened for all, so that marks are no secret among the jury any more
 */
gboolean
votum_case_is_opened (VotumCase *self)
{
  GListModel *rounds = votum_case_get_things (self, VOTUM_KIND_ROUND);
  guint n = g_list_model_get_n_items (rounds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) round = g_list_model_get_item (rounds, i);

      if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED)
        return FALSE;
    }

  return n > 0;
}

/**
 * votum_case_sees_all:
 * @self: a case
 *
 * Returns: whether the marks of all jurors may be seen in this copy
 */
gboolean
votum_case_sees_all (VotumCase *self)
{
  VotumThing *award = votum_case_get_award (self);

  return votum_case_get_duty (self) != VOTUM_DUTY_JUROR || votum_case_is_opened (self) ||
         (award != NULL && votum_thing_get_choice (award, VOTUM_AWARD_VISIBILITY) == VOTUM_AWARD_VISIBILITY_ALWAYS);
}

/**
 * votum_case_knows_names:
 * @self: a case
 *
 * Returns: whether the names of the finalists may be seen in this copy: where an award marks blind, its jurors see aliases
 *   until all rounds are opened
 */
gboolean
votum_case_knows_names (VotumCase *self)
{
  VotumThing *award = votum_case_get_award (self);

  return votum_case_get_duty (self) != VOTUM_DUTY_JUROR || award == NULL || !votum_thing_get_boolean (award, VOTUM_AWARD_BLIND) ||
         votum_case_is_opened (self);
}

/**
 * votum_case_entrant_name:
 * @self: a case
 * @entrant: a finalist
 *
 * Returns: (transfer none): what the finalist is called in this copy: its name, or where votum_case_knows_names() says no
 *   its alias
 */
const char *
votum_case_entrant_name (VotumCase  *self,
                         VotumThing *entrant)
{
  g_autofree char *number = NULL;
  gint64 place;

  if (votum_case_knows_names (self))
    return votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME);
  if (votum_thing_is_set (entrant, VOTUM_ENTRANT_ALIAS))
    return votum_thing_get_text (entrant, VOTUM_ENTRANT_ALIAS);

  /* there are no more of these than finalists */
  place = votum_thing_is_set (entrant, VOTUM_ENTRANT_POSITION) ? votum_thing_get_number (entrant, VOTUM_ENTRANT_POSITION)
                                                               : votum_thing_get_id (entrant);
  number = g_strdup_printf (_("Finalist %" PRId64), (int64_t) place);

  return g_intern_string (number);
}

/* What somebody noted for themselves is nobody else's; of an imported note without author nobody knows whose it is. */
static gboolean
may_see_note (VotumCase  *self,
              VotumThing *note)
{
  gint64 author = votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR);
  gboolean private = votum_thing_get_choice (note, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_MINE;

  if (author != 0 && author == self->holder)
    return TRUE;
  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR)
    return !private && votum_case_sees_all (self);

  return !private || author == 0;
}

/* What hangs on a note is seen with it; where the note is gone nobody knows whose it was. */
static gboolean
may_see_of_note (VotumCase *self,
                 gint64     note)
{
  VotumThing *thing = note != 0 ? votum_case_lookup (self, note) : NULL;

  return note == 0 || (thing != NULL && VOTUM_IS_NOTE (thing) && may_see_note (self, thing));
}

/**
 * votum_case_may_see:
 * @self: a case
 * @thing: a thing of the case
 *
 * Returns: whether @thing may be seen in this copy
 */
gboolean
votum_case_may_see (VotumCase  *self,
                    VotumThing *thing)
{
  VotumDuty duty = votum_case_get_duty (self);

  if (duty == VOTUM_DUTY_NONE)
    return TRUE;

  switch ((int) votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_NOTE:
      return may_see_note (self, thing);
    case VOTUM_KIND_ATTACHMENT:
      return may_see_of_note (self, votum_thing_get_ref (thing, VOTUM_ATTACHMENT_NOTE));
    case VOTUM_KIND_CITATION_LINK:
      return (duty != VOTUM_DUTY_JUROR || votum_case_is_opened (self)) &&
             may_see_of_note (self, votum_thing_get_ref (thing, VOTUM_CITATION_LINK_NOTE));
    case VOTUM_KIND_DECISION:
    case VOTUM_KIND_CASTING_VOTE:
    case VOTUM_KIND_CITATION:
    case VOTUM_KIND_WORDING:
    case VOTUM_KIND_POINT:
    case VOTUM_KIND_REVISION:
    case VOTUM_KIND_CONSENSUS:
    case VOTUM_KIND_MEETING:
    case VOTUM_KIND_MINUTE:
    case VOTUM_KIND_FEEDBACK:
      return duty != VOTUM_DUTY_JUROR || votum_case_is_opened (self);
    default:
      return TRUE;
    }
}

/**
 * votum_case_may_see_mark:
 * @self: a case
 * @mark: a mark
 *
 * Returns: whether @mark may be seen in this copy
 */
gboolean
votum_case_may_see_mark (VotumCase       *self,
                         const VotumMark *mark)
{
  return mark->juror == self->holder || votum_case_sees_all (self);
}

/**
 * votum_case_get_mark:
 * @self: a case
 * @round: a round
 * @entrant: an entrant
 * @juror: a juror
 * @criterion: a criterion
 *
 * Returns: (transfer none) (nullable): the mark, until the case changes; %NULL also where it may not be seen
 */
const VotumMark *
votum_case_get_mark (VotumCase  *self,
                     VotumThing *round,
                     VotumThing *entrant,
                     VotumThing *juror,
                     VotumThing *criterion)
{
  const VotumMark *mark = votum_marks_lookup (self->marks, votum_thing_get_id (round), votum_thing_get_id (entrant),
                                              votum_thing_get_id (juror), votum_thing_get_id (criterion));

  return mark != NULL && votum_case_may_see_mark (self, mark) ? mark : NULL;
}

static gboolean
may_see_changes (VotumCase    *self,
                 VotumChanges *changes)
{
  const VotumMarks *marks[] = { votum_changes_old_marks (changes), votum_changes_new_marks (changes) };

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if ((change->old_thing != NULL && !votum_case_may_see (self, change->old_thing)) ||
          (change->new_thing != NULL && !votum_case_may_see (self, change->new_thing)))
        return FALSE;
    }
  for (guint side = 0; side < G_N_ELEMENTS (marks); side++)
    for (guint i = 0; i < votum_marks_size (marks[side]); i++)
      if (!votum_case_may_see_mark (self, votum_marks_get (marks[side], i)))
        return FALSE;

  return TRUE;
}

/* Whether a value as votum_case_describe_changes() writes it has a note among what it tells of, or may have. */
static gboolean
tells_of_notes (const char *value)
{
  return value != NULL && (g_str_has_prefix (value, "note ") || strstr (value, "; note ") != NULL);
}

/**
 * votum_case_may_see_entry:
 * @self: a case
 * @entry: an entry of its log
 *
 * Returns: whether what @entry is about, its old and its new value may be seen in this copy; that something was done, by
 *   whom and when, may always
 */
gboolean
votum_case_may_see_entry (VotumCase           *self,
                          const VotumLogEntry *entry)
{
  g_autoptr(VotumChanges) changes = NULL;

  if (votum_case_get_duty (self) == VOTUM_DUTY_NONE || strcmp (entry->command, VOTUM_CASE_HOLD) == 0)
    return TRUE;
  /* what was written before the copy was handed over calls the finalists by their names, also in words without a value */
  if (!votum_case_knows_names (self) && (self->holder == 0 || entry->number <= self->held_since))
    return FALSE;
  if (entry->old_value == NULL && entry->new_value == NULL)
    return TRUE;
  /* many marks at once are the jury's: not worth reading them all to say so */
  if (entry->n_changes > MANY_CHANGES && !votum_case_sees_all (self))
    return FALSE;
  /* another thread has the file */
  if (self->job != NULL)
    return FALSE;
  /* what came with an exported case has left its changes there: its words are all there is to go by */
  if (entry->number <= votum_store_n_archived (self->store))
    return votum_case_sees_all (self) && (votum_case_get_duty (self) != VOTUM_DUTY_JUROR || votum_case_is_opened (self)) &&
           !tells_of_notes (entry->old_value) && !tells_of_notes (entry->new_value);
  changes = votum_store_load_changes (self->store, entry->number, NULL);

  return changes != NULL && may_see_changes (self, changes);
}

/**
 * votum_case_entry_changes:
 * @self: a case
 * @entry: an entry of its log
 *
 * Returns: (transfer full) (nullable): what it changed, from the disk; %NULL where it may not be seen in this copy, came along with
 *   an exported case, or is too much to be told
 */
VotumChanges *
votum_case_entry_changes (VotumCase           *self,
                          const VotumLogEntry *entry)
{
  if (self->job != NULL || entry->n_changes == 0 || entry->n_changes > MANY_CHANGES ||
      entry->number <= votum_store_n_archived (self->store) || !votum_case_may_see_entry (self, entry))
    return NULL;

  return votum_store_load_changes (self->store, entry->number, NULL);
}
