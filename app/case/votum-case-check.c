#include "votum-config.h"

#include "votum-case-private.h"

#include <glib/gi18n-lib.h>

#include "votum-case-result.h"
#include "votum-error.h"
#include "votum-text.h"

/* What must hold between the things of a case after a change: references lead somewhere, weights sum to something,
 * marks are on their scale and given by those who may. The change is laid over the case, so that it can be judged
 * before anything is written. */

static gboolean
check_reference (VotumCaseCheck  *check,
                 VotumThing      *thing,
                 guint            field,
                 gint64           id,
                 GError         **error)
{
  const VotumField *f = &votum_thing_get_info (thing)->fields[field];
  VotumThing *target = votum_case_check_thing (check, id);

  if (target == NULL || votum_thing_get_kind (target) != f->target)
    {
      g_autofree char *shown = votum_text_quote (votum_thing_get_key (thing));

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                   _("“%s” of “%s” leads to something that is not in the case. Correct it, or import what is missing first."), f->name, shown);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_references (VotumCaseCheck  *check,
                  VotumThing      *thing,
                  GError         **error)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!votum_thing_is_set (thing, i))
        continue;
      if (info->fields[i].type == VOTUM_FIELD_REF)
        {
          if (!check_reference (check, thing, i, votum_thing_get_ref (thing, i), error))
            return FALSE;
        }
      else if (info->fields[i].type == VOTUM_FIELD_REFS)
        {
          g_autoptr(GArray) refs = votum_thing_get_refs (thing, i);

          for (guint j = 0; j < refs->len; j++)
            if (!check_reference (check, thing, i, g_array_index (refs, gint64, j), error))
              return FALSE;
        }
    }

  return TRUE;
}

static gboolean
refers_to_any (VotumThing *thing,
               GHashTable *ids)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == VOTUM_FIELD_REF && votum_thing_is_set (thing, i) &&
          g_hash_table_contains (ids, GSIZE_TO_POINTER (votum_thing_get_ref (thing, i))))
        return TRUE;
      if (info->fields[i].type == VOTUM_FIELD_REFS && votum_thing_is_set (thing, i))
        {
          g_autoptr(GArray) refs = votum_thing_get_refs (thing, i);

          for (guint j = 0; j < refs->len; j++)
            if (g_hash_table_contains (ids, GSIZE_TO_POINTER (g_array_index (refs, gint64, j))))
              return TRUE;
        }
    }

  return FALSE;
}

/* Nothing that stays may refer to what goes, and nothing that has marks goes. */
static gboolean
check_removals (VotumCaseCheck  *check,
                VotumChanges    *changes,
                GError         **error)
{
  g_autoptr(GHashTable) gone = g_hash_table_new (NULL, NULL);
  const VotumMarks *marks = check->self->marks;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      /* one case is one edition of one award, from its first entry on; only what came before has none */
      if (VOTUM_IS_AWARD (change->new_thing != NULL ? change->new_thing : change->old_thing) &&
          (change->new_thing == NULL || (change->old_thing == NULL && votum_case_get_award (check->self) != NULL)))
        {
          g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                               _("A case holds exactly one award. Change the one there is, or make another case."));
          return FALSE;
        }
      if (change->new_thing == NULL)
        g_hash_table_add (gone, GSIZE_TO_POINTER (votum_thing_get_id (change->old_thing)));
    }
  if (g_hash_table_size (gone) == 0)
    return TRUE;

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GListModel *things = votum_case_get_things (check->self, kind);

      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
          VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (thing));

          if (after != NULL && refers_to_any (after, gone))
            {
              g_autofree char *shown = votum_text_quote (votum_thing_get_key (after));

              g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("<%s> “%s” still needs something that is to be taken out. Change it first."), votum_thing_get_info (after)->name, shown);
              return FALSE;
            }
        }
    }

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);
      gboolean goes = votum_marks_lookup (votum_changes_old_marks (changes), mark->round, mark->entrant, mark->juror,
                                          mark->criterion) != NULL;

      if (!goes && (g_hash_table_contains (gone, GSIZE_TO_POINTER (mark->round)) ||
                    g_hash_table_contains (gone, GSIZE_TO_POINTER (mark->entrant)) ||
                    g_hash_table_contains (gone, GSIZE_TO_POINTER (mark->juror)) ||
                    g_hash_table_contains (gone, GSIZE_TO_POINTER (mark->criterion))))
        {
          g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                               _("What has marks cannot be taken out. Set its status instead."));
          return FALSE;
        }
    }

  return TRUE;
}

/* Whether a change touches what the first mark locks. A rule that no mark was given by can still be made, and a round without marks
 * can get one. */
static gboolean
breaks_lock (VotumCaseCheck         *check,
             const VotumThingChange *change)
{
  VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;
  const VotumThingInfo *info = votum_thing_get_info (thing);

  if (change->old_thing == NULL || change->new_thing == NULL)
    return info->kind == VOTUM_KIND_CRITERION;
  if (info->kind == VOTUM_KIND_RULE && !votum_case_rule_is_in_use (check->self, change->old_thing))
    return FALSE;
  if (info->kind == VOTUM_KIND_ROUND)
    return votum_thing_get_ref (change->old_thing, VOTUM_ROUND_RULE) != votum_thing_get_ref (change->new_thing, VOTUM_ROUND_RULE) &&
           votum_case_round_has_marks (check->self, change->old_thing);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (!(info->fields[i].flags & VOTUM_FIELD_LOCKS))
        continue;
      before = votum_thing_field_to_text (change->old_thing, i);
      after = votum_thing_field_to_text (change->new_thing, i);
      if (g_strcmp0 (before, after) != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_locks (VotumCaseCheck  *check,
             VotumChanges    *changes,
             GError         **error)
{
  if (votum_marks_size (check->self->marks) == 0)
    return TRUE;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (breaks_lock (check, change))
        {
          VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;
          g_autofree char *shown = votum_text_quote (votum_thing_get_key (thing));

          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                       _("<%s> “%s” is locked because marking has begun. Unlock it with a reason, which the log will keep."),
                       votum_thing_get_info (thing)->name, shown);
          return FALSE;
        }
    }

  return TRUE;
}

/* Weights among siblings sum to more than zero; the tree is a tree; only a group has children. */
static gboolean
check_tree (VotumCaseCheck  *check,
            VotumChanges    *changes,
            GError         **error)
{
  g_autoptr(GHashTable) sums = g_hash_table_new (NULL, NULL); /* parent, or -class, -> whether a weight above zero */
  g_autoptr(GPtrArray) criteria = g_ptr_array_new ();
  GListModel *current = votum_case_get_things (check->self, VOTUM_KIND_CRITERION);
  gboolean touched = FALSE;

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (votum_thing_get_kind (thing) != VOTUM_KIND_CRITERION)
        continue;
      touched = TRUE;
      if (change->new_thing != NULL && votum_case_lookup (check->self, votum_thing_get_id (thing)) == NULL)
        g_ptr_array_add (criteria, thing);
    }
  if (!touched)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (current); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (current, i);
      VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (thing));

      if (after != NULL)
        g_ptr_array_add (criteria, after);
    }

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);
      VotumThing *parent = votum_case_check_thing (check, votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT));
      g_autofree char *shown = votum_text_quote (votum_thing_get_key (criterion));
      VotumDecimal weight = { 0, 0 };
      gpointer place;
      gpointer heavy;

      if (votum_case_check_root (check, criterion) == NULL)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The criterion “%s” is part of itself."), shown);
          return FALSE;
        }
      if (parent != NULL && votum_thing_get_choice (parent, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_GROUP)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The criterion “%s” stands under one that is not a group."), shown);
          return FALSE;
        }

      votum_thing_get_decimal (criterion, VOTUM_CRITERION_WEIGHT, &weight);
      place = parent != NULL ? GSIZE_TO_POINTER (votum_thing_get_id (parent))
                             : GSIZE_TO_POINTER (-1 - votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS));
      heavy = g_hash_table_lookup (sums, place);
      g_hash_table_insert (sums, place, heavy != NULL || weight.digits > 0 ? criteria : NULL);
    }

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);
      gint64 parent = votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT);
      gpointer place = parent != 0 ? GSIZE_TO_POINTER (parent)
                                   : GSIZE_TO_POINTER (-1 - votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS));

      if (g_hash_table_lookup (sums, place) == NULL)
        {
          g_autofree char *shown = votum_text_quote (votum_thing_get_key (criterion));

          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The weights of the criterion “%s” and those beside it sum to zero. Give one of them a weight."), shown);
          return FALSE;
        }
    }

  return TRUE;
}

/* A recusal from somebody whose marks are there already would leave marks that do not count. */
static gboolean
check_new_recusal (VotumCaseCheck  *check,
                   VotumChanges    *changes,
                   VotumThing      *recusal,
                   GError         **error)
{
  const VotumMarks *marks = check->self->marks;
  gint64 juror = votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR);
  gint64 entrant = votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT);
  gint64 class = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);

  if (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
    return TRUE;

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);
      VotumThing *marked;

      if (mark->juror != juror)
        continue;
      marked = votum_case_check_thing (check, mark->entrant);
      if (marked == NULL || (entrant != 0 ? mark->entrant != entrant : votum_thing_get_ref (marked, VOTUM_ENTRANT_CLASS) != class))
        continue;
      if (votum_marks_lookup (votum_changes_old_marks (changes), mark->round, mark->entrant, mark->juror, mark->criterion) != NULL)
        continue;

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("The juror who is recused from %s has marks for it, which have to go with the recusal."),
                   votum_thing_get_text (marked, VOTUM_ENTRANT_NAME));
      return FALSE;
    }

  return TRUE;
}

/* An entrant with marks stays in its class: they were given on that class's criteria. */
static gboolean
check_entrant_class (VotumCaseCheck         *check,
                     VotumChanges           *changes,
                     const VotumThingChange *change,
                     GError                **error)
{
  const VotumMarks *marks = check->self->marks;
  gint64 id = votum_thing_get_id (change->new_thing);

  if (change->old_thing == NULL || votum_thing_get_ref (change->old_thing, VOTUM_ENTRANT_CLASS) ==
                                     votum_thing_get_ref (change->new_thing, VOTUM_ENTRANT_CLASS))
    return TRUE;

  for (guint i = 0; i < votum_marks_size (marks); i++)
    {
      const VotumMark *mark = votum_marks_get (marks, i);

      if (mark->entrant == id && votum_marks_lookup (votum_changes_old_marks (changes), mark->round, mark->entrant, mark->juror,
                                                     mark->criterion) == NULL)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED,
                       _("%s has marks and cannot change class."), votum_thing_get_text (change->new_thing, VOTUM_ENTRANT_NAME));
          return FALSE;
        }
    }

  return TRUE;
}

/* The tie-breaks of a rule name criteria that there are. */
static gboolean
check_rule (VotumCaseCheck *check,
            VotumThing     *rule,
            GError        **error)
{
  g_autoptr(VotumTerms) terms = votum_rule_get_terms (VOTUM_RULE (rule), error);
  GHashTableIter iter;
  gpointer thing;

  if (terms == NULL)
    return FALSE;

  for (guint i = 0; i < terms->tie_breaks->len; i++)
    {
      char **keys = g_array_index (terms->tie_breaks, VotumTieBreak, i).criteria;

      for (guint k = 0; keys != NULL && keys[k] != NULL; k++)
        {
          VotumThing *current = votum_case_find (check->self, VOTUM_KIND_CRITERION, keys[k]);
          VotumThing *after = current != NULL ? votum_case_check_thing (check, votum_thing_get_id (current)) : NULL;
          gboolean found = after != NULL && votum_text_fold_equal (votum_thing_get_key (after), keys[k]);

          g_hash_table_iter_init (&iter, check->overlay);
          while (!found && g_hash_table_iter_next (&iter, NULL, &thing))
            found = thing != NULL && VOTUM_IS_CRITERION (thing) && votum_text_fold_equal (votum_thing_get_key (thing), keys[k]);
          if (!found)
            {
              g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND,
                           _("The tie-breaks of the rule name the criterion “%s”, which there is not. Correct the id."), keys[k]);
              return FALSE;
            }
        }
    }

  return TRUE;
}

/* A criterion that goes or is called otherwise may be one that a rule names. */
static gboolean
check_rules (VotumCaseCheck *check,
             VotumChanges   *changes,
             GError        **error)
{
  GListModel *rules = votum_case_get_things (check->self, VOTUM_KIND_RULE);

  for (guint i = 0; i < g_list_model_get_n_items (rules) && votum_changes_touch (changes, VOTUM_TYPE_CRITERION); i++)
    {
      g_autoptr(VotumThing) rule = g_list_model_get_item (rules, i);
      VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (rule));

      if (after != NULL && !check_rule (check, after, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_check_changes:
 * @self: a case
 * @changes: what is to change
 * @locked: whether what marking has locked stays locked
 * @error: return location
 *
 * Returns: whether the case would hold together after @changes
 */
gboolean
votum_case_check_changes (VotumCase     *self,
                          VotumChanges  *changes,
                          gboolean       locked,
                          GError       **error)
{
  g_auto(VotumCaseCheck) check = { NULL, NULL, NULL, NULL, NULL };

  votum_case_check_init (&check, self, changes);

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (change->new_thing == NULL)
        continue;
      if (!votum_thing_check (change->new_thing, error) || !check_references (&check, change->new_thing, error))
        return FALSE;
      if (VOTUM_IS_RECUSAL (change->new_thing) && !check_new_recusal (&check, changes, change->new_thing, error))
        return FALSE;
      if (VOTUM_IS_RULE (change->new_thing) && !check_rule (&check, change->new_thing, error))
        return FALSE;
      if (VOTUM_IS_ENTRANT (change->new_thing) && !check_entrant_class (&check, changes, change, error))
        return FALSE;
    }

  return check_rules (&check, changes, error) && votum_case_check_decisions (&check, changes, error) &&
         votum_case_check_agreed (&check, changes, error) && votum_case_check_minutes (&check, changes, error) &&
         (!locked || check_locks (&check, changes, error)) && check_removals (&check, changes, error) &&
         check_tree (&check, changes, error) && votum_case_check_marks (&check, changes, error);
}
