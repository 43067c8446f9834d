#include "votum-config.h"

#include "votum-case-deliberation.h"

#include <glib/gi18n-lib.h>

#include "votum-case-agenda-private.h"
#include "votum-case-edit.h"
#include "votum-case-private.h"
#include "votum-case-progress.h"
#include "votum-case-veil.h"
#include "votum-error.h"
#include "votum-text.h"

/* What the jurors say of a point, and the marks that change because they talked about it. */

void
votum_opinion_free (VotumOpinion *self)
{
  g_clear_object (&self->juror);
  g_free (self->name);
  g_free (self->first);
  g_free (self->reason);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* ---- side by side ---- */

/* The criterion itself, or one of the groups it is in. */
static gboolean
is_on (VotumCase  *self,
       gint64      noted,
       VotumThing *criterion)
{
  for (guint depth = 0; criterion != NULL && depth < 32; depth++)
    {
      if (votum_thing_get_id (criterion) == noted)
        return TRUE;
      criterion = votum_case_lookup (self, votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT));
    }

  return FALSE;
}

static GPtrArray *
notes_of (VotumCase  *self,
          VotumThing *juror,
          VotumThing *entrant,
          VotumThing *criterion)
{
  GListModel *notes = votum_case_get_things (self, VOTUM_KIND_NOTE);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      VotumThing *visit = votum_case_lookup (self, votum_thing_get_ref (note, VOTUM_NOTE_VISIT));
      gint64 about = votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT);

      if (about == 0 && visit != NULL)
        about = votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT);
      if (votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) == votum_thing_get_id (juror) && about == votum_thing_get_id (entrant) &&
          (criterion == NULL || is_on (self, votum_thing_get_ref (note, VOTUM_NOTE_CRITERION), criterion)) && votum_case_may_see (self, note))
        g_ptr_array_add (found, g_steal_pointer (&note));
    }

  return found;
}

/* The first of the revisions of a mark says what it was, the last why it is what it is. */
static void
read_revisions (VotumCase    *self,
                VotumThing   *round,
                VotumThing   *entrant,
                VotumThing   *criterion,
                VotumOpinion *opinion)
{
  GListModel *revisions = votum_case_get_things (self, VOTUM_KIND_REVISION);

  for (guint i = 0; i < g_list_model_get_n_items (revisions); i++)
    {
      g_autoptr(VotumThing) revision = g_list_model_get_item (revisions, i);

      if (votum_thing_get_ref (revision, VOTUM_REVISION_JUROR) != votum_thing_get_id (opinion->juror) ||
          votum_thing_get_ref (revision, VOTUM_REVISION_ROUND) != votum_thing_get_id (round) ||
          votum_thing_get_ref (revision, VOTUM_REVISION_ENTRANT) != votum_thing_get_id (entrant) ||
          votum_thing_get_ref (revision, VOTUM_REVISION_CRITERION) != votum_thing_get_id (criterion))
        continue;
      if (opinion->reason == NULL)
        opinion->first = votum_thing_field_to_text (revision, VOTUM_REVISION_OLD);
      g_free (opinion->reason);
      opinion->reason = g_strdup (votum_thing_get_text (revision, VOTUM_REVISION_REASON));
    }
}

static VotumOpinion *
read_opinion (VotumCase             *self,
              VotumThing            *point,
              VotumThing            *juror,
              const char            *name,
              const VotumCellSpread *spread)
{
  VotumThing *round = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_ROUND));
  VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT));
  VotumThing *criterion = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_CRITERION));
  VotumOpinion *opinion = g_new0 (VotumOpinion, 1);

  opinion->juror = g_object_ref (juror);
  opinion->name = g_strdup (name);
  opinion->notes = notes_of (self, juror, entrant, criterion);
  opinion->recused = votum_case_is_recused (self, juror, entrant, NULL);
  if (round == NULL || criterion == NULL || !votum_case_check_opened (self, round, NULL))
    return opinion;

  opinion->mark = votum_case_get_mark (self, round, entrant, juror, criterion);
  if (opinion->mark != NULL)
    opinion->before = votum_case_mark_before (self, opinion->mark);
  opinion->alone = opinion->mark != NULL && spread->alone >= 0 &&
                   votum_decimal_compare (votum_mark_value (opinion->mark), spread->alone_mark) == 0;
  read_revisions (self, round, entrant, criterion, opinion);

  return opinion;
}

/**
 * votum_case_point_opinions:
 * @self: a case
 * @point: a point of the agenda
 * @anonymous: whether letters stand for the names, those of a verdict by letters
 * @lang: language of the words
 *
 * Returns: (transfer full) (element-type VotumOpinion): what each juror who gives marks says of it; none where it is about no
 *   finalist, or may not be seen
 */
GPtrArray *
votum_case_point_opinions (VotumCase  *self,
                           VotumThing *point,
                           gboolean    anonymous,
                           const char *lang)
{
  GPtrArray *opinions = g_ptr_array_new_with_free_func ((GDestroyNotify) votum_opinion_free);
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  g_autoptr(VotumVeil) veil = votum_veil_new (self, jurors, anonymous, lang);
  VotumThing *round = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_ROUND));
  VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT));
  VotumThing *criterion = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_CRITERION));
  VotumCellSpread spread = { .alone = -1 };

  if (entrant == NULL || !votum_case_may_see (self, point))
    return opinions;
  if (round != NULL && criterion != NULL && votum_case_check_opened (self, round, NULL))
    votum_case_cell_spread (self, round, entrant, criterion, &spread);
  for (guint i = 0; i < veil->order->len; i++)
    g_ptr_array_add (opinions, read_opinion (self, point, g_ptr_array_index (jurors, g_array_index (veil->order, guint, i)),
                                             g_ptr_array_index (veil->names, i), &spread));

  return opinions;
}

/**
 * votum_case_mark_bounds:
 * @self: a case
 * @round: an opened round
 * @entrant: a finalist
 * @criterion: a criterion
 * @lowest: (out): the lowest mark of the jurors
 * @highest: (out): the highest
 *
 * Returns: whether there are any marks
 */
gboolean
votum_case_mark_bounds (VotumCase    *self,
                        VotumThing   *round,
                        VotumThing   *entrant,
                        VotumThing   *criterion,
                        VotumDecimal *lowest,
                        VotumDecimal *highest)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  gboolean any = FALSE;

  for (guint i = 0; i < jurors->len && votum_case_check_opened (self, round, NULL); i++)
    {
      const VotumMark *mark = votum_case_get_mark (self, round, entrant, g_ptr_array_index (jurors, i), criterion);
      VotumDecimal value;

      if (mark == NULL || mark->state != VOTUM_MARK_VALUE)
        continue;
      value = votum_mark_value (mark);
      if (!any || votum_decimal_compare (value, *lowest) < 0)
        *lowest = value;
      if (!any || votum_decimal_compare (value, *highest) > 0)
        *highest = value;
      any = TRUE;
    }

  return any;
}

/* ---- what is written ---- */

static gboolean
has_words (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0';
}

static void
set_written (VotumCase  *self,
             VotumThing *thing,
             guint       time,
             guint       by)
{
  g_autofree char *now = votum_text_now ();

  votum_thing_set_from_text (thing, time, now, NULL);
  votum_thing_set_from_text (thing, by, votum_case_get_who (self), NULL);
}

static gboolean
set_decimal (VotumThing      *thing,
             guint            field,
             const VotumMark *mark,
             GError         **error)
{
  g_autofree char *text = mark->state == VOTUM_MARK_VALUE ? votum_decimal_to_string (votum_mark_value (mark)) : NULL;

  return votum_thing_set_from_text (thing, field, text, error);
}

static char *
describe (VotumCase  *self,
          VotumThing *entrant,
          VotumThing *criterion,
          VotumThing *juror)
{
  g_autofree char *cell = g_strdup_printf ("%s · %s", votum_case_entrant_name (self, entrant), votum_thing_get_key (criterion));

  return juror != NULL ? g_strdup_printf ("%s · %s", cell, votum_thing_get_text (juror, VOTUM_JUROR_NAME)) : g_steal_pointer (&cell);
}

static gboolean
check_revision (VotumCase        *self,
                const VotumMark  *mark,
                const VotumMark  *current,
                const char       *reason,
                GError          **error)
{
  VotumThing *round = votum_case_lookup (self, mark->round);
  VotumThing *entrant = votum_case_lookup (self, mark->entrant);
  VotumThing *juror = votum_case_lookup (self, mark->juror);

  if (round == NULL || entrant == NULL || juror == NULL || votum_case_lookup (self, mark->criterion) == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                           _("A mark is for a round, an entrant, a juror or a criterion that is not in the case."));
      return FALSE;
    }
  if (!votum_case_check_opened (self, round, error) || !votum_case_may_mark (self, juror, entrant, NULL, error))
    return FALSE;
  if (current == NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, _("%s gave no mark there, so there is none to revise."),
                   votum_thing_get_text (juror, VOTUM_JUROR_NAME));
      return FALSE;
    }
  if (current->state == mark->state && (mark->state != VOTUM_MARK_VALUE ||
                                        votum_decimal_compare (votum_mark_value (current), votum_mark_value (mark)) == 0))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The mark is the same as before. Give another one, or leave it."));
      return FALSE;
    }
  if (!has_words (reason))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A mark that changes in the deliberation needs a reason, which the protocol prints. Write one."));
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_revise_mark:
 * @self: a case
 * @mark: the mark as it becomes: its value, or that nothing was observed; its comment does not matter
 * @point: (nullable): the point of the agenda that it was about
 * @reason: why
 * @error: return location
 *
 * A juror changes a mark because of what the jury said, after the round has been opened. The old mark, the new one and the reason
 * are kept as a revision, in one step with the mark itself; the juror's comment stays, and where there was none the reason takes
 * its place.
 *
 * Returns: whether it was done; if not, the case is as it was
 */
gboolean
votum_case_revise_mark (VotumCase        *self,
                        const VotumMark  *mark,
                        VotumThing       *point,
                        const char       *reason,
                        GError          **error)
{
  const VotumMark *current = votum_marks_lookup (self->marks, mark->round, mark->entrant, mark->juror, mark->criterion);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) revision = votum_thing_new (VOTUM_KIND_REVISION);
  g_autofree char *subject = NULL;
  VotumMark after = *mark;

  if (!check_revision (self, mark, current, reason, error))
    return FALSE;

  votum_thing_set_ref (revision, VOTUM_REVISION_JUROR, mark->juror);
  votum_thing_set_ref (revision, VOTUM_REVISION_ENTRANT, mark->entrant);
  votum_thing_set_ref (revision, VOTUM_REVISION_CRITERION, mark->criterion);
  votum_thing_set_ref (revision, VOTUM_REVISION_ROUND, mark->round);
  votum_thing_set_ref (revision, VOTUM_REVISION_POINT, point != NULL ? votum_thing_get_id (point) : 0);
  if (!set_decimal (revision, VOTUM_REVISION_OLD, current, error) || !set_decimal (revision, VOTUM_REVISION_NEW, mark, error) ||
      !votum_thing_set_from_text (revision, VOTUM_REVISION_REASON, reason, error))
    return FALSE;
  set_written (self, revision, VOTUM_REVISION_TIME, VOTUM_REVISION_BY);
  votum_case_number_new (self, revision);

  after.comment = has_words (current->comment) ? current->comment : reason;
  after.entered_by = mark->juror == self->holder ? NULL : votum_case_get_who (self);
  votum_changes_thing (changes, NULL, revision);
  votum_marks_append (votum_changes_old_marks (changes), current);
  votum_marks_append (votum_changes_new_marks (changes), &after);
  subject = describe (self, votum_case_lookup (self, mark->entrant), votum_case_lookup (self, mark->criterion),
                      votum_case_lookup (self, mark->juror));

  return votum_case_apply (self, changes, "revise-mark", subject, NULL, NULL, error);
}

/**
 * votum_case_find_consensus:
 * @self: a case
 * @round: a round
 * @entrant: a finalist
 * @criterion: a criterion
 *
 * Returns: (transfer none) (nullable): the mark that the panel agreed on there
 */
VotumThing *
votum_case_find_consensus (VotumCase  *self,
                           VotumThing *round,
                           VotumThing *entrant,
                           VotumThing *criterion)
{
  GListModel *all = votum_case_get_things (self, VOTUM_KIND_CONSENSUS);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) consensus = g_list_model_get_item (all, i);

      if (votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ROUND) == votum_thing_get_id (round) &&
          votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ENTRANT) == votum_thing_get_id (entrant) &&
          votum_thing_get_ref (consensus, VOTUM_CONSENSUS_CRITERION) == votum_thing_get_id (criterion))
        return consensus;
    }

  return NULL;
}

static gboolean
check_consensus (VotumCase   *self,
                 VotumThing  *consensus,
                 GError     **error)
{
  VotumThing *round = votum_case_lookup (self, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ROUND));
  VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ENTRANT));
  VotumThing *criterion = votum_case_lookup (self, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_CRITERION));

  if (round == NULL || entrant == NULL || criterion == NULL || !votum_thing_is_set (consensus, VOTUM_CONSENSUS_VALUE))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("A mark that the panel agrees on is a value for a finalist on a criterion in a round. Name them all."));
      return FALSE;
    }

  return votum_case_check_opened (self, round, error);
}

/**
 * votum_case_set_consensus:
 * @self: a case
 * @consensus: (transfer none): a consensus that is not in the case yet
 * @error: return location
 *
 * The mark that the panel agrees on for a finalist on a criterion, in the place of the one it agreed on before. It lies within
 * the jurors' lowest and highest, or has a reason.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_set_consensus (VotumCase   *self,
                          VotumThing  *consensus,
                          GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) after = votum_thing_copy (consensus);
  VotumThing *entrant, *criterion, *current;
  g_autofree char *subject = NULL;

  if (!check_consensus (self, consensus, error))
    return FALSE;

  entrant = votum_case_lookup (self, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ENTRANT));
  criterion = votum_case_lookup (self, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_CRITERION));
  current = votum_case_find_consensus (self, votum_case_lookup (self, votum_thing_get_ref (consensus, VOTUM_CONSENSUS_ROUND)), entrant, criterion);
  set_written (self, after, VOTUM_CONSENSUS_TIME, VOTUM_CONSENSUS_BY);
  if (current != NULL)
    {
      g_autoptr(VotumThing) before = votum_thing_copy (current);

      votum_thing_set_id (after, votum_thing_get_id (current));
      votum_thing_set_key (after, votum_thing_get_key (current));
      votum_changes_thing (changes, before, after);
    }
  else
    {
      votum_case_number_new (self, after);
      votum_changes_thing (changes, NULL, after);
    }
  subject = describe (self, entrant, criterion, NULL);

  return votum_case_apply (self, changes, "set-consensus", subject, NULL, NULL, error);
}
