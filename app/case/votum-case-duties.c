#include "votum-config.h"

#include <glib/gi18n-lib.h>

#include "votum-case-holder.h"
#include "votum-case-private.h"
#include "votum-error.h"

/* What may be done in whose copy of a case. The file is what it is; this keeps honest people honest, and the log tells
 * of the others. */

static gboolean
refuse (GError    **error,
        const char *sentence)
{
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED, sentence);

  return FALSE;
}

/* @format has one %s for the name of whose copy it is. */
static gboolean
refuse_for (VotumCase  *self,
            GError    **error,
            const char *format)
{
  VotumThing *holder = votum_case_get_holder (self);
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *sentence = g_strconcat (parts[0], votum_thing_get_text (holder, VOTUM_JUROR_NAME), parts[1], NULL);

  return refuse (error, sentence);
}

static gboolean
is_own_note (VotumCase  *self,
             VotumThing *note)
{
  return note != NULL && VOTUM_IS_NOTE (note) && votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) == self->holder;
}

static gboolean
check_note (VotumCase  *self,
            VotumThing *note,
            GError    **error)
{
  if (note == NULL || is_own_note (self, note))
    return TRUE;
  if (votum_case_get_duty (self) == VOTUM_DUTY_JUROR)
    return refuse_for (self, error, _("This is the copy of %s, who writes only their own notes."));
  if (!votum_case_may_see (self, note))
    return refuse (error, _("A note that somebody made for themselves alone changes only in their own copy."));

  return TRUE;
}

static gboolean
check_recusal (VotumCase  *self,
               VotumThing *recusal,
               GError    **error)
{
  if (recusal == NULL || votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == self->holder)
    return TRUE;

  return refuse_for (self, error, _("This is the copy of %s, who recuses only themselves. Ask the secretary or the chair."));
}

/* @note: the note it belongs to, where it belongs to one */
static gboolean
check_attachment (VotumCase  *self,
                  VotumThing *attachment,
                  VotumThing *note,
                  GError    **error)
{
  if (attachment == NULL || is_own_note (self, note))
    return TRUE;

  return refuse_for (self, error, _("This is the copy of %s, who adds files only to their own notes. Ask the secretary or the chair."));
}

static gboolean
check_thing (VotumCase  *self,
             VotumKind   kind,
             VotumThing *thing,
             VotumThing *note,
             GError    **error)
{
  gboolean is_juror = votum_case_get_duty (self) == VOTUM_DUTY_JUROR;

  switch ((int) kind)
    {
    case VOTUM_KIND_NOTE:
      return check_note (self, thing, error);
    case VOTUM_KIND_VISIT:
    case VOTUM_KIND_QUESTION:
      return TRUE;
    case VOTUM_KIND_BALLOT:
      /* one on paper is what the secretary says of it */
      if (!is_juror && thing != NULL && votum_thing_get_choice (thing, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_PAPER)
        return TRUE;
      return refuse (error, _("Ballots are handed in, taken in and opened; they are not edited."));
    case VOTUM_KIND_HAND_OUT:
      return refuse (error, _("Ballots are handed in, taken in and opened; they are not edited."));
    case VOTUM_KIND_RECUSAL:
      return !is_juror || check_recusal (self, thing, error);
    case VOTUM_KIND_ATTACHMENT:
      if (is_juror)
        return check_attachment (self, thing, note, error);
      return note == NULL || check_note (self, note, error);
    default:
      return !is_juror ||
             refuse_for (self, error, _("This is the copy of %s, a juror: only their own marks, notes and recusals, the visits and the "
                                        "questions change in it. Ask the secretary or the chair."));
    }
}

static VotumThing *
note_of (VotumCase    *self,
         VotumThing   *thing,
         VotumChanges *changes)
{
  gint64 id = thing != NULL && VOTUM_IS_ATTACHMENT (thing) ? votum_thing_get_ref (thing, VOTUM_ATTACHMENT_NOTE) : 0;
  VotumThing *note = id != 0 ? votum_case_lookup (self, id) : NULL;

  /* a note can come in the same step as its picture */
  for (guint i = 0; note == NULL && id != 0 && changes != NULL && i < votum_changes_n_things (changes); i++)
    {
      VotumThing *new_thing = votum_changes_get (changes, i)->new_thing;

      if (new_thing != NULL && votum_thing_get_id (new_thing) == id)
        note = new_thing;
    }

  return note;
}

/**
 * votum_case_may_change:
 * @self: a case
 * @kind: a kind of thing
 * @thing: (nullable): the thing, or %NULL for a new one
 * @error: return location
 *
 * Returns: whether a thing of that kind may be added to this copy, or @thing be changed or taken out
 */
gboolean
votum_case_may_change (VotumCase   *self,
                       VotumKind    kind,
                       VotumThing  *thing,
                       GError     **error)
{
  if (votum_case_is_read_only (self))
    return votum_case_check_writable (self, error);
  if (votum_case_get_duty (self) == VOTUM_DUTY_NONE)
    return TRUE;

  return check_thing (self, kind, thing, note_of (self, thing, NULL), error);
}

/**
 * votum_case_check_giver:
 * @self: a case
 * @mark: a mark
 * @error: return location
 *
 * Returns: what votum_case_may_give_mark() does, also in a case that is only looked at, where an import is rehearsed
 */
gboolean
votum_case_check_giver (VotumCase        *self,
                        const VotumMark  *mark,
                        GError          **error)
{
  VotumDuty duty = votum_case_get_duty (self);
  gboolean named = mark->entered_by != NULL && *mark->entered_by != '\0';

  if (duty == VOTUM_DUTY_NONE || mark->juror == self->holder || (duty != VOTUM_DUTY_JUROR && named))
    return TRUE;
  if (duty == VOTUM_DUTY_JUROR)
    return refuse_for (self, error, _("This is the copy of %s, who gives only their own marks."));

  return refuse (error, _("A mark that is typed in for another juror says who typed it in. Name them with the mark."));
}

/**
 * votum_case_may_give_mark:
 * @self: a case
 * @mark: a mark
 * @error: return location
 *
 * Returns: whether @mark may be given in this copy: one's own, or for the secretary and the chair one that is typed in for
 *   another juror and says so
 */
gboolean
votum_case_may_give_mark (VotumCase        *self,
                          const VotumMark  *mark,
                          GError          **error)
{
  if (votum_case_is_read_only (self))
    return votum_case_check_writable (self, error);

  return votum_case_check_giver (self, mark, error);
}

/* Marks go with a recusal or a criterion; alone only those that were typed in here. */
static gboolean
check_old_marks (VotumCase     *self,
                 VotumChanges  *changes,
                 gboolean       reversing,
                 GError       **error)
{
  const VotumMarks *old = votum_changes_old_marks (changes);
  const VotumMarks *new = votum_changes_new_marks (changes);
  gboolean is_juror = votum_case_get_duty (self) == VOTUM_DUTY_JUROR;

  for (guint i = 0; i < votum_marks_size (old); i++)
    {
      const VotumMark *mark = votum_marks_get (old, i);

      if (mark->juror == self->holder)
        continue;
      if (is_juror)
        return votum_case_check_giver (self, mark, error);
      if (reversing || votum_changes_n_things (changes) > 0 ||
          votum_marks_lookup (new, mark->round, mark->entrant, mark->juror, mark->criterion) != NULL)
        continue;
      if (!votum_case_check_giver (self, mark, error))
        return FALSE;
    }

  return TRUE;
}

/* Whose copy it is stays in the jury, in the role that goes with it. */
static gboolean
check_stays (VotumCase              *self,
             const VotumThingChange *change,
             GError                **error)
{
  if (change->old_thing == NULL || votum_thing_get_id (change->old_thing) != self->holder ||
      (change->new_thing != NULL && votum_duty_fits (votum_case_get_duty (self), change->new_thing)))
    return TRUE;

  return refuse_for (self, error, _("This is the copy of %s, who keeps the role for it as long as it is. Hand the copy over first."));
}

/* A round with sealed ballots is opened with them, or they would stay sealed for good. */
static gboolean
check_openings (VotumCase     *self,
                VotumChanges  *changes,
                GError       **error)
{
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);

  for (guint i = 0; i < votum_changes_n_things (changes) && g_list_model_get_n_items (ballots) > 0; i++)
    {
      VotumThing *round = votum_changes_get (changes, i)->new_thing;

      if (round == NULL || !VOTUM_IS_ROUND (round) || votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED)
        continue;
      for (guint b = 0; b < g_list_model_get_n_items (ballots); b++)
        {
          g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, b);

          if (votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND) == votum_thing_get_id (round) &&
              votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_SEALED)
            {
              g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                                   _("The round has sealed ballots. Open it together with them: “votumctl open-round”."));
              return FALSE;
            }
        }
    }

  return TRUE;
}

/**
 * votum_case_check_duty:
 * @self: a case
 * @changes: what is to change
 * @reversing: whether it takes back or does again what was done in this copy
 * @error: return location
 *
 * Returns: whether @changes may be made in this copy
 */
gboolean
votum_case_check_duty (VotumCase     *self,
                       VotumChanges  *changes,
                       gboolean       reversing,
                       GError       **error)
{
  const VotumMarks *marks = votum_changes_new_marks (changes);
  VotumDuty duty = votum_case_get_duty (self);

  if (!check_openings (self, changes, error))
    return FALSE;
  if (duty == VOTUM_DUTY_NONE)
    return TRUE;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumKind kind = votum_thing_get_kind (change->new_thing != NULL ? change->new_thing : change->old_thing);

      if ((change->old_thing != NULL && !check_thing (self, kind, change->old_thing, note_of (self, change->old_thing, changes), error)) ||
          (change->new_thing != NULL && !check_thing (self, kind, change->new_thing, note_of (self, change->new_thing, changes), error)) ||
          !check_stays (self, change, error))
        return FALSE;
    }
  for (guint i = 0; i < votum_marks_size (marks); i++)
    if (!(reversing && duty != VOTUM_DUTY_JUROR) && !votum_case_check_giver (self, votum_marks_get (marks, i), error))
      return FALSE;

  return check_old_marks (self, changes, reversing, error);
}
