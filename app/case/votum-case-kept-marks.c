#include "votum-config.h"

#include "votum-case-private.h"

#include <glib/gi18n-lib.h>

#include "votum-case-ballots-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* Marks that everybody knows stay as they were given. After its round has been opened a mark changes because its juror says so and
 * why, which is a revision, because a ballot comes late, which is taken in with a reason, or goes with a recusal or with its
 * criterion, which have theirs. Before that, who has handed in a ballot has said what counts. What was done is undone all the same:
 * that goes back step by step, and never past the opening of ballots. */

struct _VotumMarkKeeper {
  VotumCase    *self;
  VotumChanges *changes;
  gboolean      filling;  /* a file of marks for a round that has none yet is no change of what is known */
  GHashTable   *opened;   /* number of a round -> 2 where its marks are kept, 1 where not */
  GHashTable   *sealed;   /* "juror round" pairs with a sealed ballot, as one number */
};

static gpointer
pair (gint64 juror,
      gint64 round)
{
  return GSIZE_TO_POINTER ((gsize) juror << 32 | (gsize) (guint32) round);
}

/**
 * votum_mark_keeper_new:
 * @self: a case
 * @changes: what is to change, other than by a ballot, an undo or a redo; must live as long
 * @filling: whether it comes with a file of marks, which may fill an opened round that has none
 *
 * Returns: (transfer full): tells which marks stay as they were given
 */
VotumMarkKeeper *
votum_mark_keeper_new (VotumCase    *self,
                       VotumChanges *changes,
                       gboolean      filling)
{
  VotumMarkKeeper *keeper = g_new0 (VotumMarkKeeper, 1);
  GListModel *ballots = votum_case_get_things (self, VOTUM_KIND_BALLOT);

  *keeper = (VotumMarkKeeper) { self, changes, filling, g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };
  /* a juror corrects in their own copy, also in one that came later with the number of the ballot that is in */
  for (guint i = 0; votum_case_get_duty (self) != VOTUM_DUTY_JUROR && i < g_list_model_get_n_items (ballots); i++)
    {
      g_autoptr(VotumThing) ballot = g_list_model_get_item (ballots, i);

      if (votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_SEALED)
        g_hash_table_add (keeper->sealed, pair (votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR), votum_thing_get_ref (ballot, VOTUM_BALLOT_ROUND)));
    }

  return keeper;
}

void
votum_mark_keeper_free (VotumMarkKeeper *keeper)
{
  g_hash_table_unref (keeper->opened);
  g_hash_table_unref (keeper->sealed);
  g_free (keeper);
}

static gboolean
has_marks (VotumCase *self,
           gint64     round)
{
  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    if (votum_marks_get (self->marks, i)->round == round)
      return TRUE;

  return FALSE;
}

/* Asked for every mark, worked out once a round. */
static gboolean
is_kept (VotumMarkKeeper *keeper,
         gint64           number)
{
  gpointer known = g_hash_table_lookup (keeper->opened, GSIZE_TO_POINTER (number));
  VotumThing *round;
  gboolean kept;

  if (known != NULL)
    return known == GUINT_TO_POINTER (2);
  round = votum_case_lookup (keeper->self, number);
  kept = round != NULL && VOTUM_IS_ROUND (round) && votum_thing_get_choice (round, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED &&
         !(keeper->filling && !has_marks (keeper->self, number));
  g_hash_table_insert (keeper->opened, GSIZE_TO_POINTER (number), GUINT_TO_POINTER (kept ? 2 : 1));

  return kept;
}

/* ---- what it may change with ---- */

static gboolean
says_mark (VotumThing      *revision,
           guint            field,
           const VotumMark *mark)
{
  VotumDecimal value;

  if (!votum_thing_get_decimal (revision, field, &value))
    return mark->state != VOTUM_MARK_VALUE;

  return mark->state == VOTUM_MARK_VALUE && votum_decimal_compare (value, votum_mark_value (mark)) == 0;
}

static gboolean
is_revision_of (VotumThing      *thing,
                const VotumMark *before,
                const VotumMark *after)
{
  return VOTUM_IS_REVISION (thing) && votum_thing_get_ref (thing, VOTUM_REVISION_JUROR) == after->juror &&
         votum_thing_get_ref (thing, VOTUM_REVISION_ROUND) == after->round &&
         votum_thing_get_ref (thing, VOTUM_REVISION_ENTRANT) == after->entrant &&
         votum_thing_get_ref (thing, VOTUM_REVISION_CRITERION) == after->criterion && votum_thing_is_set (thing, VOTUM_REVISION_REASON) &&
         says_mark (thing, VOTUM_REVISION_OLD, before) && says_mark (thing, VOTUM_REVISION_NEW, after);
}

static gboolean
forbids (VotumCase       *self,
         VotumThing      *recusal,
         const VotumMark *mark)
{
  VotumThing *entrant = votum_case_lookup (self, mark->entrant);
  gint64 class = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);

  if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) != mark->juror ||
      votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
    return FALSE;

  return class == 0 ? votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) == mark->entrant
                    : entrant != NULL && votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == class;
}

/* @after: (nullable): %NULL where the mark goes */
static gboolean
has_ground (VotumMarkKeeper *keeper,
            const VotumMark *before,
            const VotumMark *after)
{
  for (guint i = 0; i < votum_changes_n_things (keeper->changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (keeper->changes, i);

      if (after == NULL && change->new_thing == NULL && votum_thing_get_id (change->old_thing) == before->criterion)
        return TRUE;
      if (after == NULL && change->new_thing != NULL && VOTUM_IS_RECUSAL (change->new_thing) &&
          forbids (keeper->self, change->new_thing, before))
        return TRUE;
      if (after != NULL && change->old_thing == NULL && is_revision_of (change->new_thing, before, after))
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_mark_keeper_check:
 * @keeper: a keeper
 * @before: (nullable): the mark as it is, %NULL where it is new
 * @after: (nullable): the mark as it becomes, %NULL where it goes
 * @error: return location
 *
 * Returns: whether it may
 */
gboolean
votum_mark_keeper_check (VotumMarkKeeper  *keeper,
                         const VotumMark  *before,
                         const VotumMark  *after,
                         GError          **error)
{
  const VotumMark *any = after != NULL ? after : before;
  VotumThing *juror = votum_case_lookup (keeper->self, any->juror);
  g_autofree char *shown = NULL;

  if (before != NULL && after != NULL && votum_mark_equal (before, after))
    return TRUE;
  if (after != NULL && juror != NULL && g_hash_table_contains (keeper->sealed, pair (any->juror, any->round)))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS,
                   _("%s has handed in a ballot of the round, and that is what counts. A correction comes as another ballot."),
                   votum_thing_get_text (juror, VOTUM_JUROR_NAME));
      return FALSE;
    }
  if (!is_kept (keeper, any->round) || (before != NULL && has_ground (keeper, before, after)))
    return TRUE;

  shown = votum_text_quote (votum_thing_get_key (votum_case_lookup (keeper->self, any->round)));
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
               before != NULL
                 ? _("The round “%s” has been opened, so its marks and comments stay as they were given. A juror who changes their mind does so in "
                     "the deliberation, with the reason: revise the mark there.")
                 : _("The round “%s” has been opened, so no more marks are given in it. Ask the juror for a ballot, and take it in as a late one, "
                     "with the reason."), shown);

  return FALSE;
}

/* What all know of cannot become unknown again. */
static gboolean
check_rounds (VotumChanges  *changes,
              GError       **error)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      g_autofree char *shown = NULL;

      if (change->old_thing == NULL || change->new_thing == NULL || !VOTUM_IS_ROUND (change->old_thing) ||
          votum_thing_get_choice (change->old_thing, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED ||
          votum_thing_get_choice (change->new_thing, VOTUM_ROUND_STATE) == VOTUM_ROUND_STATE_OPENED)
        continue;
      shown = votum_text_quote (votum_thing_get_key (change->old_thing));
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                   _("The round “%s” has been opened for all and stays so. For new marks add another round."), shown);
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_check_kept_marks:
 * @self: a case
 * @changes: what is to change, other than by a ballot, an undo or a redo
 * @filling: whether it comes with a file of marks, which may fill an opened round that has none
 * @error: return location
 *
 * Returns: whether the marks of opened rounds stay as they were given, but for what is told with its reason
 */
gboolean
votum_case_check_kept_marks (VotumCase     *self,
                             VotumChanges  *changes,
                             gboolean       filling,
                             GError       **error)
{
  const VotumMarks *old = votum_changes_old_marks (changes);
  const VotumMarks *new = votum_changes_new_marks (changes);
  g_autoptr(VotumMarkKeeper) keeper = NULL;

  if (!check_rounds (changes, error))
    return FALSE;
  if (votum_marks_size (old) == 0 && votum_marks_size (new) == 0)
    return TRUE;

  keeper = votum_mark_keeper_new (self, changes, filling);
  for (guint i = 0; i < votum_marks_size (new); i++)
    {
      const VotumMark *after = votum_marks_get (new, i);

      if (!votum_mark_keeper_check (keeper, votum_marks_lookup (old, after->round, after->entrant, after->juror, after->criterion), after, error))
        return FALSE;
    }
  for (guint i = 0; i < votum_marks_size (old); i++)
    {
      const VotumMark *before = votum_marks_get (old, i);

      if (votum_marks_lookup (new, before->round, before->entrant, before->juror, before->criterion) == NULL &&
          !votum_mark_keeper_check (keeper, before, NULL, error))
        return FALSE;
    }

  return TRUE;
}
