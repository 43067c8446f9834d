#include "votum-config.h"

#include "votum-case-private.h"

#include <glib/gi18n-lib.h>

#include "votum-case-assigned.h"
#include "votum-error.h"

/* Marks after a change: on their scale, for a criterion of the entrant's class, by somebody who may give them. */

void
votum_case_check_init (VotumCaseCheck *check,
                       VotumCase      *self,
                       VotumChanges   *changes)
{
  *check = (VotumCaseCheck) { self, g_hash_table_new (NULL, NULL), NULL, votum_case_get_award (self), g_hash_table_new (NULL, NULL) };
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *any = change->new_thing != NULL ? change->new_thing : change->old_thing;

      g_hash_table_insert (check->overlay, GSIZE_TO_POINTER (votum_thing_get_id (any)), change->new_thing);
      if (change->new_thing != NULL && VOTUM_IS_AWARD (change->new_thing))
        check->award = change->new_thing;
    }
}

void
votum_case_check_clear (VotumCaseCheck *check)
{
  g_clear_pointer (&check->overlay, g_hash_table_unref);
  g_clear_pointer (&check->recusals, g_hash_table_unref);
  g_clear_pointer (&check->classes, g_hash_table_unref);
}

/* The thing with this number as it will be. */
VotumThing *
votum_case_check_thing (VotumCaseCheck *check,
                        gint64          id)
{
  gpointer thing;

  if (g_hash_table_lookup_extended (check->overlay, GSIZE_TO_POINTER (id), NULL, &thing))
    return thing;

  return votum_case_lookup (check->self, id);
}

/* Up the tree from @criterion: the root, or NULL where the way leads in a circle or out of all bounds. */
VotumThing *
votum_case_check_root (VotumCaseCheck *check,
                       VotumThing     *criterion)
{
  for (guint depth = 0; criterion != NULL && depth < 32; depth++)
    {
      if (!votum_thing_is_set (criterion, VOTUM_CRITERION_PARENT))
        return criterion;
      criterion = votum_case_check_thing (check, votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT));
    }

  return NULL;
}

static gpointer
pair (gint64 juror,
      gint64 entrant)
{
  return GSIZE_TO_POINTER ((gsize) juror << 32 | (gsize) (guint32) entrant);
}

static void
add_recusal (VotumCaseCheck *check,
             VotumThing     *recusal)
{
  gint64 juror = votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR);
  gint64 class = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);

  if (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
    return;

  if (class == 0)
    g_hash_table_add (check->recusals, pair (juror, votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT)));
  else
    g_hash_table_add (check->recusals, pair (juror, -class));
}

static void
collect_recusals (VotumCaseCheck *check,
                  VotumChanges   *changes)
{
  GListModel *current = votum_case_get_things (check->self, VOTUM_KIND_RECUSAL);

  check->recusals = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (current); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (current, i);
      VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (recusal));

      if (after != NULL)
        add_recusal (check, after);
    }
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (change->new_thing != NULL && VOTUM_IS_RECUSAL (change->new_thing))
        add_recusal (check, change->new_thing);
    }
}

/* The scale of a criterion: its own, its group's, its class's, or the award's. */
VotumThing *
votum_case_check_scale (VotumCaseCheck *check,
                        VotumThing     *criterion)
{
  gint64 class = 0;
  gint64 scale = 0;

  for (guint depth = 0; criterion != NULL && scale == 0 && depth < 32; depth++)
    {
      scale = votum_thing_get_ref (criterion, VOTUM_CRITERION_SCALE);
      class = votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS);
      criterion = votum_case_check_thing (check, votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT));
    }
  if (scale == 0 && class != 0)
    scale = votum_thing_get_ref (votum_case_check_thing (check, class), VOTUM_CLASS_SCALE);
  if (scale == 0 && check->award != NULL)
    scale = votum_thing_get_ref (check->award, VOTUM_AWARD_SCALE);

  return scale != 0 ? votum_case_check_thing (check, scale) : NULL;
}

/**
 * votum_case_get_scale:
 * @self: a case
 * @criterion: a criterion of the case
 *
 * Returns: (transfer none) (nullable): the scale its marks are on: its own, or inherited from its group, class or award
 */
VotumScale *
votum_case_get_scale (VotumCase  *self,
                      VotumThing *criterion)
{
  g_auto(VotumCaseCheck) check = { self, g_hash_table_new (NULL, NULL), NULL, votum_case_get_award (self), NULL };
  VotumThing *scale = votum_case_check_scale (&check, criterion);

  return scale != NULL ? VOTUM_SCALE (scale) : NULL;
}

static gboolean
is_top_of (VotumThing *thing,
           gint64      class)
{
  return thing != NULL && VOTUM_IS_CRITERION (thing) && !votum_thing_is_set (thing, VOTUM_CRITERION_PARENT) &&
         votum_thing_get_ref (thing, VOTUM_CRITERION_CLASS) == class;
}

/* Whether there will be criteria at the top of the tree that are @class's own. Asked for every mark, worked out once. */
static gboolean
has_criteria (VotumCaseCheck *check,
              gint64          class)
{
  GListModel *criteria = votum_case_get_things (check->self, VOTUM_KIND_CRITERION);
  gpointer known = g_hash_table_lookup (check->classes, GSIZE_TO_POINTER (class));
  gboolean found = FALSE;
  GHashTableIter iter;
  gpointer thing;

  if (known != NULL)
    return known == GUINT_TO_POINTER (2);

  for (guint i = 0; i < g_list_model_get_n_items (criteria) && !found; i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);

      found = is_top_of (votum_case_check_thing (check, votum_thing_get_id (criterion)), class);
    }
  g_hash_table_iter_init (&iter, check->overlay);
  while (!found && g_hash_table_iter_next (&iter, NULL, &thing))
    found = is_top_of (thing, class);
  g_hash_table_insert (check->classes, GSIZE_TO_POINTER (class), GUINT_TO_POINTER (found ? 2 : 1));

  return found;
}

/* The rule of a mark: the round's own, the class's or the award's. */
static VotumThing *
rule_of (VotumCaseCheck  *check,
         const VotumMark *mark,
         gint64           class)
{
  VotumThing *round = votum_case_check_thing (check, mark->round);
  gint64 rule = round != NULL ? votum_thing_get_ref (round, VOTUM_ROUND_RULE) : 0;
  VotumThing *class_thing = class != 0 ? votum_case_check_thing (check, class) : NULL;

  if (rule == 0 && class_thing != NULL)
    rule = votum_thing_get_ref (class_thing, VOTUM_CLASS_RULE);
  if (rule == 0 && check->award != NULL)
    rule = votum_thing_get_ref (check->award, VOTUM_AWARD_RULE);

  return rule != 0 ? votum_case_check_thing (check, rule) : NULL;
}

/* Places, votes and points by the rule are what the rule says, whatever scale the award has for marks: there are as many places as
 * entrants, yes is 1 and no is 0, and nobody has to be given points. */
static gboolean
is_by_rule (VotumCaseCheck  *check,
            const VotumMark *mark,
            gint64           class)
{
  VotumThing *rule = rule_of (check, mark, class);
  int method = rule != NULL ? votum_thing_get_choice (rule, VOTUM_RULE_METHOD) : VOTUM_RULE_METHOD_MARKS;
  VotumDecimal value = votum_decimal_normalize (votum_mark_value (mark));
  g_autoptr(VotumTerms) terms = NULL;

  switch (method)
    {
    case VOTUM_RULE_METHOD_RANK_SUM:
    case VOTUM_RULE_METHOD_BORDA:
      return value.scale == 0 && value.digits >= 1 &&
             value.digits <= g_list_model_get_n_items (votum_case_get_things (check->self, VOTUM_KIND_ENTRANT));
    case VOTUM_RULE_METHOD_YES_NO:
      return value.scale == 0 && (value.digits == 0 || value.digits == 1);
    case VOTUM_RULE_METHOD_PLACES:
      terms = votum_thing_is_set (rule, VOTUM_RULE_ALLOCATION) ? votum_rule_get_terms (VOTUM_RULE (rule), NULL) : NULL;
      if (terms == NULL || terms->allocation == NULL || value.digits == 0)
        return terms != NULL && terms->allocation != NULL;
      for (guint i = 0; i < terms->allocation->len; i++)
        if (votum_decimal_compare (g_array_index (terms->allocation, VotumAllocation, i).points, value) == 0)
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

/* Whether a mark is one that the result counts: on a criterion that is judged, of the entrant's class, and on its scale. */
static gboolean
check_fit (VotumCaseCheck  *check,
           const VotumMark *mark,
           GError         **error)
{
  VotumThing *entrant = votum_case_check_thing (check, mark->entrant);
  VotumThing *criterion = votum_case_check_thing (check, mark->criterion);
  VotumThing *root = votum_case_check_root (check, criterion);
  gint64 class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);
  gint64 own = root != NULL ? votum_thing_get_ref (root, VOTUM_CRITERION_CLASS) : 0;
  VotumThing *scale;

  if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_JUDGED)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is not a criterion that jurors mark. Give the mark on one of the criteria below it."),
                   votum_thing_get_key (criterion));
      return FALSE;
    }
  if (own != class && (own != 0 || has_criteria (check, class)))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The criterion “%s” belongs to another class than %s."), votum_thing_get_key (criterion),
                   votum_case_entrant_name (check->self, entrant));
      return FALSE;
    }
  if (mark->state != VOTUM_MARK_VALUE || is_by_rule (check, mark, class))
    return TRUE;

  scale = votum_case_check_scale (check, criterion);
  if (scale == NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The criterion “%s” has no scale. Give the award, the class or the criterion one."), votum_thing_get_key (criterion));
      return FALSE;
    }

  return votum_scale_check_value (VOTUM_SCALE (scale), votum_mark_value (mark), error);
}

/* A round that was sealed and stays so keeps its marks as they are. */
static gboolean
check_seal (VotumCaseCheck  *check,
            const VotumMark *mark,
            GError         **error)
{
  VotumThing *before = votum_case_lookup (check->self, mark->round);
  VotumThing *after = votum_case_check_thing (check, mark->round);

  if (before == NULL || after == NULL || votum_thing_get_choice (before, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_SEALED ||
      votum_thing_get_choice (after, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_SEALED)
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
               _("The round “%s” is sealed: its marks do not change until it is opened."), votum_thing_get_key (after));

  return FALSE;
}

static gboolean
check_mark (VotumCaseCheck  *check,
            const VotumMark *mark,
            GError         **error)
{
  VotumThing *round = votum_case_check_thing (check, mark->round);
  VotumThing *entrant = votum_case_check_thing (check, mark->entrant);
  VotumThing *juror = votum_case_check_thing (check, mark->juror);
  VotumThing *criterion = votum_case_check_thing (check, mark->criterion);
  gint64 class;

  if (round == NULL || !VOTUM_IS_ROUND (round) || entrant == NULL || !VOTUM_IS_ENTRANT (entrant) || juror == NULL ||
      !VOTUM_IS_JUROR (juror) || criterion == NULL || !VOTUM_IS_CRITERION (criterion))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                           _("A mark is for a round, an entrant, a juror or a criterion that is not in the case."));
      return FALSE;
    }

  class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);
  if (g_hash_table_contains (check->recusals, pair (mark->juror, mark->entrant)) ||
      (class != 0 && g_hash_table_contains (check->recusals, pair (mark->juror, -class))))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("%s is recused from %s and cannot give a mark. Leave the mark out, or take the recusal back first."),
                   votum_thing_get_text (juror, VOTUM_JUROR_NAME), votum_case_entrant_name (check->self, entrant));
      return FALSE;
    }

  return check_seal (check, mark, error) && check_fit (check, mark, error);
}

/* Whether a change can make marks that are there already ones that do not fit any more. */
static gboolean
touches_marks (VotumChanges *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *any = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (VOTUM_IS_SCALE (any) || VOTUM_IS_CRITERION (any) || VOTUM_IS_CLASS (any) || VOTUM_IS_AWARD (any))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_old_marks (VotumCaseCheck *check,
                 VotumChanges   *changes,
                 GError        **error)
{
  const VotumMarks *old = votum_changes_old_marks (changes);
  const VotumMarks *marks = check->self->marks;

  for (guint i = 0; i < votum_marks_size (old); i++)
    if (!check_seal (check, votum_marks_get (old, i), error))
      return FALSE;

  if (!touches_marks (changes))
    return TRUE;
  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);

      if (votum_marks_lookup (old, mark->round, mark->entrant, mark->juror, mark->criterion) == NULL &&
          votum_case_check_thing (check, mark->criterion) != NULL && !check_fit (check, mark, error))
        {
          g_prefix_error (error, "%s ", _("There are marks that would not fit any more."));
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
votum_case_check_marks (VotumCaseCheck  *check,
                        VotumChanges    *changes,
                        GError         **error)
{
  const VotumMarks *marks = votum_changes_new_marks (changes);

  if (!check_old_marks (check, changes, error))
    return FALSE;
  if (votum_marks_size (marks) == 0)
    return TRUE;

  collect_recusals (check, changes);
  for (guint i = 0; i < votum_marks_size (marks); i++)
    if (!check_mark (check, votum_marks_get (marks, i), error))
      return FALSE;

  return TRUE;
}

struct _VotumMarkChecker {
  VotumCaseCheck check;
  VotumMarkKeeper *keeper;
};

/**
 * votum_mark_checker_new:
 * @self: a case
 * @changes: what changes together with the marks; must live as long and not change
 *
 * Returns: (transfer full): judges marks one by one, so that each problem can be told with its place
 */
VotumMarkChecker *
votum_mark_checker_new (VotumCase    *self,
                        VotumChanges *changes)
{
  VotumMarkChecker *checker = g_new0 (VotumMarkChecker, 1);

  votum_case_check_init (&checker->check, self, changes);
  collect_recusals (&checker->check, changes);
  checker->keeper = votum_mark_keeper_new (self, changes, TRUE);

  return checker;
}

void
votum_mark_checker_free (VotumMarkChecker *checker)
{
  votum_case_check_clear (&checker->check);
  votum_mark_keeper_free (checker->keeper);
  g_free (checker);
}

gboolean
votum_mark_checker_check (VotumMarkChecker  *checker,
                          const VotumMark   *mark,
                          GError           **error)
{
  VotumCase *self = checker->check.self;

  if (!self->reading_ballots &&
      (!votum_case_check_giver (self, mark, error) ||
       !votum_mark_keeper_check (checker->keeper, votum_marks_lookup (self->marks, mark->round, mark->entrant, mark->juror, mark->criterion),
                                 mark, error)))
    return FALSE;

  return check_mark (&checker->check, mark, error);
}

/* A round that names its finalists, as a revote does, is about them alone. */
static gboolean
check_takes_part (VotumCase   *self,
                  VotumThing  *round,
                  VotumThing  *entrant,
                  GError     **error)
{
  GListModel *entries = votum_case_get_things (self, VOTUM_KIND_ROUND_ENTRY);
  g_autofree char *name = NULL;
  gboolean names_some = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(VotumThing) entry = g_list_model_get_item (entries, i);

      if (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ROUND) != votum_thing_get_id (round))
        continue;
      if (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT) == votum_thing_get_id (entrant))
        return TRUE;
      names_some = TRUE;
    }
  if (!names_some)
    return TRUE;

  name = votum_case_name_of (self, round, g_get_language_names ()[0]);
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               _("%s is not in the round “%s”, so the mark would not count. Correct the name or the round."), votum_case_entrant_name (self, entrant), name);

  return FALSE;
}

/**
 * votum_case_may_mark:
 * @self: a case
 * @juror: who gives a mark
 * @entrant: for whom
 * @round: (nullable): in which round
 * @error: return location
 *
 * Whether a new mark would count: a secretary has none to give, who is out of the race or not in the round gets none, and who is
 * given to others is marked by them. Marks from before that stay in the case, also when it is exported and read back.
 *
 * Returns: whether a mark can be given
 */
gboolean
votum_case_may_mark (VotumCase  *self,
                     VotumThing *juror,
                     VotumThing *entrant,
                     VotumThing *round,
                     GError    **error)
{
  int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

  if (!votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_CHAIR) &&
      !votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_DEPUTY) &&
      !votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_JUROR) &&
      !votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_EXAMINER))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("%s is not a juror, so the mark would not count. Correct the name, or give them the role of a juror."),
                   votum_thing_get_text (juror, VOTUM_JUROR_NAME));
      return FALSE;
    }
  if (status == VOTUM_ENTRANT_STATUS_WITHDRAWN || status == VOTUM_ENTRANT_STATUS_DISQUALIFIED)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("%s is out of the race, so the mark would not count. Correct the name, or change the status first."),
                   votum_case_entrant_name (self, entrant));
      return FALSE;
    }

  if (!votum_case_is_assigned (self, juror, entrant))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("%s does not mark %s: others do. Correct the name, or assign them to each other first."),
                   votum_thing_get_text (juror, VOTUM_JUROR_NAME), votum_case_entrant_name (self, entrant));
      return FALSE;
    }

  return round == NULL || check_takes_part (self, round, entrant, error);
}
