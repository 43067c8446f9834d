#include "votum-config.h"

#include "votum-case-ranking.h"

#include <glib/gi18n-lib.h>

#include "votum-case-assigned.h"
#include "votum-case-import-private.h"
#include "votum-case-private.h"
#include "votum-case-progress.h"
#include "votum-case-result.h"
#include "votum-case-standing-private.h"
#include "votum-error.h"

/* Where the rule counts places, a juror puts the entrants in order. Each place is a mark, 1 the best; putting somebody in their place
 * moves the others, so that the places stay 1, 2, 3 ... without a gap, and all that is one change. */

/* The one thing that places are given on; none where there is not just one. */
static VotumThing *
leaf_of (VotumCase  *self,
         VotumThing *class_thing)
{
  g_autoptr(GPtrArray) leaves = votum_case_class_leaves (self, class_thing);
  VotumThing *leaf = leaves->len == 1 ? g_ptr_array_index (leaves, 0) : NULL;

  return leaf != NULL && votum_thing_get_choice (leaf, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_JUDGED ? leaf : NULL;
}

/**
 * votum_case_is_ranked:
 * @self: a case
 * @round: a round
 * @class_thing: (nullable): a class
 *
 * Returns: whether jurors put the entrants of @class_thing in order in @round
 */
gboolean
votum_case_is_ranked (VotumCase  *self,
                      VotumThing *round,
                      VotumThing *class_thing)
{
  VotumRule *rule = votum_case_get_round_rule (self, round, class_thing);
  int method = rule != NULL ? votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_METHOD) : VOTUM_RULE_METHOD_MARKS;

  return (method == VOTUM_RULE_METHOD_RANK_SUM || method == VOTUM_RULE_METHOD_BORDA) && leaf_of (self, class_thing) != NULL;
}

static const VotumMark *
mark_of (VotumCase  *self,
         VotumThing *round,
         VotumThing *juror,
         VotumThing *entrant,
         VotumThing *leaf)
{
  return votum_marks_lookup (self->marks, votum_thing_get_id (round), votum_thing_get_id (entrant), votum_thing_get_id (juror),
                             votum_thing_get_id (leaf));
}

static gboolean
has_place (const VotumMark *mark)
{
  return mark != NULL && mark->state == VOTUM_MARK_VALUE;
}

/* Behind those with a better place or the same one. */
static void
put_in (VotumCase       *self,
        GPtrArray       *placed,
        VotumThing      *entrant,
        const VotumMark *mark)
{
  guint at = placed->len;

  for (; at > 0; at--)
    {
      VotumThing *before = g_ptr_array_index (placed, at - 1);
      const VotumMark *other = votum_marks_lookup (self->marks, mark->round, votum_thing_get_id (before), mark->juror, mark->criterion);

      if (votum_decimal_compare (votum_mark_value (other), votum_mark_value (mark)) <= 0)
        break;
    }
  g_ptr_array_insert (placed, (int) at, g_object_ref (entrant));
}

/**
 * votum_case_ranking:
 * @self: a case
 * @round: a round
 * @class_thing: (nullable): a class; %NULL for an award without classes
 * @juror: a juror
 *
 * Returns: (transfer full): how @juror has put the entrants in order so far
 */
VotumRanking *
votum_case_ranking (VotumCase  *self,
                    VotumThing *round,
                    VotumThing *class_thing,
                    VotumThing *juror)
{
  VotumRanking *ranking = g_new0 (VotumRanking, 1);
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);
  gint64 class = class_thing != NULL ? votum_thing_get_id (class_thing) : 0;
  VotumThing *leaf = leaf_of (self, class_thing);

  ranking->placed = g_ptr_array_new_with_free_func (g_object_unref);
  ranking->open = g_ptr_array_new_with_free_func (g_object_unref);
  ranking->left_out = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < entrants->len && leaf != NULL; i++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, i);
      const VotumMark *mark = mark_of (self, round, juror, entrant, leaf);

      if (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) != class)
        continue;
      if (votum_case_is_recused (self, juror, entrant, NULL) || !votum_case_is_assigned (self, juror, entrant))
        g_ptr_array_add (ranking->left_out, g_object_ref (entrant));
      else if (has_place (mark))
        put_in (self, ranking->placed, entrant, mark);
      else
        g_ptr_array_add (ranking->open, g_object_ref (entrant));
    }

  return ranking;
}

void
votum_ranking_free (VotumRanking *self)
{
  g_ptr_array_unref (self->placed);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}

/* ---- whether it is as the rule asks ---- */

static gboolean
check_open (VotumCase     *self,
            VotumThing    *round,
            VotumThing    *juror,
            VotumThing    *leaf,
            VotumRanking  *ranking,
            GError       **error)
{
  VotumThing *first = NULL;
  guint n = 0;

  for (guint i = 0; i < ranking->open->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (ranking->open, i);

      /* of whom nothing was observed is left out, as whom the juror is recused from */
      if (mark_of (self, round, juror, entrant, leaf) != NULL)
        continue;
      first = first != NULL ? first : entrant;
      n++;
    }
  if (n == 0)
    return TRUE;
  if (n == 1)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("%s has no place yet. Give every finalist a place under Scoring, then hand in."), votum_case_entrant_name (self, first));
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 ngettext ("%u finalist has no place yet, %s first of all. Give every finalist a place under Scoring, then hand in.",
                           "%u finalists have no place yet, the first of them %s. Give every finalist a place under Scoring, then hand in.", n),
                 n, votum_case_entrant_name (self, first));

  return FALSE;
}

/**
 * votum_case_check_ranking:
 * @self: a case
 * @round: a round
 * @class_thing: (nullable): a class
 * @juror: a juror
 * @error: return location
 *
 * Whether each place is given once and everybody has one. Who gave no place at all is not asked: marks may be missing, and half an
 * order would favour those who are not in it.
 *
 * Returns: whether it is an order, or nothing
 */
gboolean
votum_case_check_ranking (VotumCase   *self,
                          VotumThing  *round,
                          VotumThing  *class_thing,
                          VotumThing  *juror,
                          GError     **error)
{
  g_autoptr(VotumRanking) ranking = votum_case_ranking (self, round, class_thing, juror);
  VotumThing *leaf = leaf_of (self, class_thing);

  if (ranking->placed->len == 0)
    return TRUE;
  for (guint i = 0; i < ranking->placed->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (ranking->placed, i);
      VotumDecimal place = votum_mark_value (mark_of (self, round, juror, entrant, leaf));
      VotumThing *before = i > 0 ? g_ptr_array_index (ranking->placed, i - 1) : NULL;
      g_autofree char *number = votum_decimal_to_string (place);

      if (votum_decimal_compare (place, (VotumDecimal) { i + 1, 0 }) == 0)
        continue;
      if (before != NULL && votum_decimal_compare (place, votum_mark_value (mark_of (self, round, juror, before, leaf))) == 0)
        g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                     _("Place %s is given to both %s and %s. Each place is given once: move one of them under Scoring, then hand in."), number,
                     votum_case_entrant_name (self, before), votum_case_entrant_name (self, entrant));
      else
        g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                     _("%s has place %s, and nobody has place %u. The places go from 1 without a gap: put them in order under Scoring, then hand in."),
                     votum_case_entrant_name (self, entrant), number, i + 1);
      return FALSE;
    }

  return check_open (self, round, juror, leaf, ranking, error);
}

/* ---- putting in order ---- */

typedef struct {
  VotumCase   *self;
  VotumThing  *round;
  VotumThing  *juror;
  VotumThing  *leaf;
  const char  *entered_by;
  VotumImport *import;
} Work;

static gboolean
give_place (Work        *work,
            VotumThing  *entrant,
            guint        place,
            GError     **error)
{
  const VotumMark *current = mark_of (work->self, work->round, work->juror, entrant, work->leaf);
  VotumMark mark = {
    .round = (gint32) votum_thing_get_id (work->round),
    .entrant = (gint32) votum_thing_get_id (entrant),
    .juror = (gint32) votum_thing_get_id (work->juror),
    .criterion = (gint32) votum_thing_get_id (work->leaf),
    .state = VOTUM_MARK_VALUE,
    .digits = place,
    .comment = current != NULL ? current->comment : NULL,
    .entered_by = work->entered_by,
  };

  if (has_place (current) && votum_decimal_compare (votum_mark_value (current), votum_mark_value (&mark)) == 0)
    return TRUE;
  if (!votum_case_may_give_mark (work->self, &mark, error) || !votum_case_may_mark (work->self, work->juror, entrant, work->round, error))
    return FALSE;
  votum_import_add_mark (work->self, work->import, &mark);

  return TRUE;
}

static gboolean
take_place (Work        *work,
            VotumThing  *entrant,
            GError     **error)
{
  const VotumMark *current = mark_of (work->self, work->round, work->juror, entrant, work->leaf);

  if (current == NULL)
    return TRUE;
  if (!votum_case_may_give_mark (work->self, current, error))
    return FALSE;
  votum_marks_append (votum_changes_old_marks (work->import->changes), current);
  votum_case_forget_reading (work->self, current, work->import->changes);

  return TRUE;
}

/* The order as it will be; @place of 0 takes @entrant out of it. */
static gboolean
put_in_order (Work         *work,
              VotumRanking *ranking,
              VotumThing   *entrant,
              guint         place,
              GError      **error)
{
  g_ptr_array_remove (ranking->placed, entrant);
  if (place > 0)
    g_ptr_array_insert (ranking->placed, (int) MIN (place - 1, ranking->placed->len), g_object_ref (entrant));
  else if (!take_place (work, entrant, error))
    return FALSE;
  for (guint i = 0; i < ranking->placed->len; i++)
    if (!give_place (work, g_ptr_array_index (ranking->placed, i), i + 1, error))
      return FALSE;

  return TRUE;
}

/**
 * votum_case_place:
 * @self: a case
 * @round: a round in which entrants are put in order
 * @juror: who does so
 * @entrant: an entrant
 * @place: its place, from 1; behind the last is the last; 0 for none any more
 * @entered_by: (nullable): who types it in for @juror
 * @error: return location
 *
 * Puts @entrant in its place, and moves the others so that the places are 1, 2, 3 ... without a gap. Comments stay with their entrant.
 * All is one change, on disk when this returns.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_place (VotumCase   *self,
                  VotumThing  *round,
                  VotumThing  *juror,
                  VotumThing  *entrant,
                  guint        place,
                  const char  *entered_by,
                  GError     **error)
{
  VotumThing *class_thing = votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  g_autoptr(VotumRanking) ranking = votum_case_ranking (self, round, class_thing, juror);
  g_autoptr(VotumImport) import = votum_import_new ();
  g_autofree char *subject = NULL;
  Work work = { self, round, juror, leaf_of (self, class_thing), entered_by, import };

  g_return_val_if_fail (votum_case_is_ranked (self, round, class_thing), FALSE);

  if (g_ptr_array_find (ranking->left_out, entrant, NULL))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("%s gives no place to %s: they are recused, or others of the jury do."),
                   votum_thing_get_text (juror, VOTUM_JUROR_NAME), votum_case_entrant_name (self, entrant));
      return FALSE;
    }
  if (!put_in_order (&work, ranking, entrant, place, error))
    return FALSE;
  if (votum_changes_is_empty (import->changes))
    return TRUE;

  votum_marks_sort (votum_changes_old_marks (import->changes), NULL);
  votum_marks_sort (votum_changes_new_marks (import->changes), NULL);
  subject = g_strdup_printf ("%s · %s · %s", votum_case_entrant_name (self, entrant), votum_thing_get_key (work.leaf),
                             votum_thing_get_text (juror, VOTUM_JUROR_NAME));

  return votum_case_apply (self, import->changes, "set-marks", subject, NULL, NULL, error);
}
