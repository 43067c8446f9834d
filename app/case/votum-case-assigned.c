#include "votum-config.h"

#include "votum-case-assigned.h"

#include <glib/gi18n-lib.h>

#include "votum-case-progress-private.h"
#include "votum-case-progress.h"
#include "votum-case-result.h"
#include "votum-error.h"

/* Who marks whom. A juror without any assignment marks all; with some, only those. An assignment asks for marks, it takes none
 * away: what somebody has marked before counts, whoever marks it now. */

#define ASSIGN "assign"

/* ---- asking ---- */

static GHashTable *
assigned_in (VotumCase *self)
{
  GListModel *things = votum_case_get_things (self, VOTUM_KIND_ASSIGNMENT);
  GHashTable *set = self->progress->assigned;

  if (set != NULL)
    return set;

  self->progress->assigned = set = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
      gint64 juror = votum_thing_get_ref (thing, VOTUM_ASSIGNMENT_JUROR);
      gint64 entrant = votum_thing_get_ref (thing, VOTUM_ASSIGNMENT_ENTRANT);
      gint64 class = votum_thing_get_ref (thing, VOTUM_ASSIGNMENT_CLASS);

      g_hash_table_insert (set, votum_progress_pair (juror, 0), thing);
      g_hash_table_insert (set, votum_progress_pair (juror, entrant != 0 ? entrant : -class), thing);
    }

  return set;
}

/**
 * votum_case_has_assignments:
 * @self: a case
 *
 * Returns: whether somebody marks only some of the finalists
 */
gboolean
votum_case_has_assignments (VotumCase *self)
{
  return g_list_model_get_n_items (votum_case_get_things (self, VOTUM_KIND_ASSIGNMENT)) > 0;
}

/**
 * votum_case_marks_all:
 * @self: a case
 * @juror: a juror
 *
 * Returns: whether @juror marks all that they are not recused from, whoever comes into the race
 */
gboolean
votum_case_marks_all (VotumCase  *self,
                      VotumThing *juror)
{
  return !g_hash_table_contains (assigned_in (self), votum_progress_pair (votum_thing_get_id (juror), 0));
}

/**
 * votum_case_is_assigned:
 * @self: a case
 * @juror: a juror
 * @entrant: an entrant
 *
 * Returns: whether @juror is to mark @entrant; recusals are another matter
 */
gboolean
votum_case_is_assigned (VotumCase  *self,
                        VotumThing *juror,
                        VotumThing *entrant)
{
  GHashTable *set = assigned_in (self);
  gint64 number = votum_thing_get_id (juror);
  gint64 class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

  return !g_hash_table_contains (set, votum_progress_pair (number, 0)) ||
         g_hash_table_contains (set, votum_progress_pair (number, votum_thing_get_id (entrant))) ||
         (class != 0 && g_hash_table_contains (set, votum_progress_pair (number, -class)));
}

/**
 * votum_case_coverage:
 * @self: a case
 * @round: a round
 * @entrant: an entrant
 * @coverage: (out caller-allocates): how well @entrant is covered by marks in @round
 */
void
votum_case_coverage (VotumCase     *self,
                     VotumThing    *round,
                     VotumThing    *entrant,
                     VotumCoverage *coverage)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  VotumRule *rule = votum_case_get_round_rule (self, round, votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS)));

  *coverage = (VotumCoverage) { .minimum = 1 };
  if (rule != NULL && votum_thing_is_set (VOTUM_THING (rule), VOTUM_RULE_MINIMUM))
    coverage->minimum = (guint) MAX (votum_thing_get_number (VOTUM_THING (rule), VOTUM_RULE_MINIMUM), 1);
  for (guint i = 0; i < jurors->len; i++)
    {
      VotumTally tally;

      votum_case_tally (self, round, entrant, g_ptr_array_index (jurors, i), &tally);
      coverage->asked += tally.wanted > 0;
      coverage->done += tally.wanted > 0 && tally.given >= tally.wanted;
    }
}

/**
 * votum_case_marks_class:
 * @self: a case
 * @juror: a juror
 * @class_thing: a class
 *
 * Returns: whether @juror is of the panel of the class, and marks whoever comes into it
 */
gboolean
votum_case_marks_class (VotumCase  *self,
                        VotumThing *juror,
                        VotumThing *class_thing)
{
  return votum_case_marks_all (self, juror) ||
         g_hash_table_contains (assigned_in (self), votum_progress_pair (votum_thing_get_id (juror), -votum_thing_get_id (class_thing)));
}

/**
 * votum_case_count_uncovered:
 * @self: a case
 * @round: a round
 *
 * Returns: how many of its entrants fewer jurors are asked to mark than the rule needs
 */
guint
votum_case_count_uncovered (VotumCase  *self,
                            VotumThing *round)
{
  g_autoptr(GPtrArray) entrants = votum_case_round_entrants (self, round);
  guint n = 0;

  for (guint i = 0; i < entrants->len; i++)
    {
      VotumCoverage coverage;

      votum_case_coverage (self, round, g_ptr_array_index (entrants, i), &coverage);
      n += coverage.asked < coverage.minimum;
    }

  return n;
}

/* ---- assigning ---- */

static void
add_assignment (VotumCase    *self,
                VotumChanges *changes,
                VotumThing   *juror,
                guint         field,
                VotumThing   *what)
{
  g_autoptr(VotumThing) assignment = votum_thing_new (VOTUM_KIND_ASSIGNMENT);

  votum_case_number_new (self, assignment);
  votum_thing_set_ref (assignment, VOTUM_ASSIGNMENT_JUROR, votum_thing_get_id (juror));
  votum_thing_set_ref (assignment, field, votum_thing_get_id (what));
  votum_changes_thing (changes, NULL, assignment);
}

/* Takes out what @juror is assigned; of one finalist or class alone where @field says so. */
static void
remove_assignments (VotumCase    *self,
                    VotumChanges *changes,
                    VotumThing   *juror,
                    guint         field,
                    gint64        what)
{
  GListModel *things = votum_case_get_things (self, VOTUM_KIND_ASSIGNMENT);

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

      if (votum_thing_get_ref (thing, VOTUM_ASSIGNMENT_JUROR) == votum_thing_get_id (juror) &&
          (field == VOTUM_ASSIGNMENT_JUROR || votum_thing_get_ref (thing, field) == what))
        votum_changes_thing (changes, thing, NULL);
    }
}

static gboolean
apply (VotumCase     *self,
       VotumChanges  *changes,
       const char    *subject,
       GError       **error)
{
  return votum_changes_n_things (changes) == 0 || votum_case_apply (self, changes, ASSIGN, subject, NULL, NULL, error);
}

/* What a juror who marked all, or a class, marks when @without is none of it any more. */
static guint
keep_others (VotumCase    *self,
             VotumChanges *changes,
             VotumThing   *juror,
             gint64        class,
             VotumThing   *without)
{
  g_autoptr(GPtrArray) entrants = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  guint n = 0;

  for (guint i = 0; i < entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, i);
      gpointer own = votum_progress_pair (votum_thing_get_id (juror), votum_thing_get_id (entrant));

      if (entrant == without || (class != 0 && votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) != class))
        continue;
      if (!g_hash_table_contains (assigned_in (self), own))
        add_assignment (self, changes, juror, VOTUM_ASSIGNMENT_ENTRANT, entrant);
      n++;
    }

  return n;
}

static guint
count_assignments (VotumCase  *self,
                   VotumThing *juror)
{
  GListModel *things = votum_case_get_things (self, VOTUM_KIND_ASSIGNMENT);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);

      n += votum_thing_get_ref (thing, VOTUM_ASSIGNMENT_JUROR) == votum_thing_get_id (juror);
    }

  return n;
}

static gboolean
refuse_nobody (VotumThing  *juror,
               GError     **error)
{
  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
               _("%s would have nobody left to mark, and who has no finalist of their own marks all. Assign another finalist first, or "
                 "take the role of a juror from them."), votum_thing_get_text (juror, VOTUM_JUROR_NAME));

  return FALSE;
}

static gboolean
take_away (VotumCase     *self,
           VotumChanges  *changes,
           VotumThing    *juror,
           VotumThing    *entrant,
           GError       **error)
{
  gint64 class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);
  gboolean by_class = class != 0 && g_hash_table_contains (assigned_in (self), votum_progress_pair (votum_thing_get_id (juror), -class));
  guint left;

  if (votum_case_marks_all (self, juror))
    {
      left = keep_others (self, changes, juror, 0, entrant);
    }
  else
    {
      left = count_assignments (self, juror);
      if (g_hash_table_contains (assigned_in (self), votum_progress_pair (votum_thing_get_id (juror), votum_thing_get_id (entrant))))
        left--;
      remove_assignments (self, changes, juror, VOTUM_ASSIGNMENT_ENTRANT, votum_thing_get_id (entrant));
      if (by_class)
        {
          remove_assignments (self, changes, juror, VOTUM_ASSIGNMENT_CLASS, class);
          left = left - 1 + keep_others (self, changes, juror, class, entrant);
        }
    }
  if (left > 0)
    return TRUE;

  return refuse_nobody (juror, error);
}

/**
 * votum_case_assign:
 * @self: a case
 * @juror: a juror
 * @entrant: an entrant
 * @assigned: whether @juror is to mark @entrant
 * @error: return location
 *
 * Asks @juror for marks of @entrant, or not any more. Who marked all marks the others from then on. Marks that are there stay.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_assign (VotumCase   *self,
                   VotumThing  *juror,
                   VotumThing  *entrant,
                   gboolean     assigned,
                   GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autofree char *subject = g_strdup_printf ("%s · %s", votum_thing_get_text (juror, VOTUM_JUROR_NAME), votum_case_entrant_name (self, entrant));

  if (!votum_case_is_assigned (self, juror, entrant) == !assigned)
    return TRUE;
  if (assigned)
    add_assignment (self, changes, juror, VOTUM_ASSIGNMENT_ENTRANT, entrant);
  else if (!take_away (self, changes, juror, entrant, error))
    return FALSE;

  return apply (self, changes, subject, error);
}

/**
 * votum_case_assign_class:
 * @self: a case
 * @juror: a juror
 * @class_thing: a class
 * @error: return location
 *
 * Makes @juror one of the panel of a class: they mark all who are in it or come into it. Who marked all marks only the class then.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_assign_class (VotumCase   *self,
                         VotumThing  *juror,
                         VotumThing  *class_thing,
                         GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(GPtrArray) entrants = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  g_autofree char *class_name = votum_case_name_of (self, class_thing, g_get_language_names ()[0]);
  g_autofree char *subject = g_strdup_printf ("%s · %s", votum_thing_get_text (juror, VOTUM_JUROR_NAME), class_name);
  gint64 class = votum_thing_get_id (class_thing);

  if (g_hash_table_contains (assigned_in (self), votum_progress_pair (votum_thing_get_id (juror), -class)))
    return TRUE;
  for (guint i = 0; i < entrants->len; i++)
    if (votum_thing_get_ref (g_ptr_array_index (entrants, i), VOTUM_ENTRANT_CLASS) == class)
      remove_assignments (self, changes, juror, VOTUM_ASSIGNMENT_ENTRANT, votum_thing_get_id (g_ptr_array_index (entrants, i)));
  add_assignment (self, changes, juror, VOTUM_ASSIGNMENT_CLASS, class_thing);

  return apply (self, changes, subject, error);
}

/* All but a class, for who marked all: by the other panels, and who is in none. */
static guint
keep_other_classes (VotumCase    *self,
                    VotumChanges *changes,
                    VotumThing   *juror,
                    VotumThing   *without)
{
  g_autoptr(GPtrArray) classes = votum_case_in_order (self, VOTUM_KIND_CLASS);
  g_autoptr(GPtrArray) entrants = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  guint n = 0;

  for (guint i = 0; i < classes->len; i++)
    if (g_ptr_array_index (classes, i) != without)
      {
        add_assignment (self, changes, juror, VOTUM_ASSIGNMENT_CLASS, g_ptr_array_index (classes, i));
        n++;
      }
  for (guint i = 0; i < entrants->len; i++)
    if (!votum_thing_is_set (g_ptr_array_index (entrants, i), VOTUM_ENTRANT_CLASS))
      {
        add_assignment (self, changes, juror, VOTUM_ASSIGNMENT_ENTRANT, g_ptr_array_index (entrants, i));
        n++;
      }

  return n;
}

/**
 * votum_case_leave_class:
 * @self: a case
 * @juror: a juror
 * @class_thing: a class
 * @error: return location
 *
 * Takes @juror out of the panel of a class: they mark nobody in it any more. Who marked all marks the other classes then.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_leave_class (VotumCase   *self,
                        VotumThing  *juror,
                        VotumThing  *class_thing,
                        GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(GPtrArray) entrants = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  g_autofree char *class_name = votum_case_name_of (self, class_thing, g_get_language_names ()[0]);
  g_autofree char *subject = g_strdup_printf ("%s · %s", votum_thing_get_text (juror, VOTUM_JUROR_NAME), class_name);
  gint64 class = votum_thing_get_id (class_thing);
  guint left;

  if (votum_case_marks_all (self, juror))
    {
      left = keep_other_classes (self, changes, juror, class_thing);
    }
  else
    {
      remove_assignments (self, changes, juror, VOTUM_ASSIGNMENT_CLASS, class);
      for (guint i = 0; i < entrants->len; i++)
        if (votum_thing_get_ref (g_ptr_array_index (entrants, i), VOTUM_ENTRANT_CLASS) == class)
          remove_assignments (self, changes, juror, VOTUM_ASSIGNMENT_ENTRANT, votum_thing_get_id (g_ptr_array_index (entrants, i)));
      left = count_assignments (self, juror) - votum_changes_n_things (changes);
    }

  return left > 0 ? apply (self, changes, subject, error) : refuse_nobody (juror, error);
}

/**
 * votum_case_assign_all:
 * @self: a case
 * @juror: (nullable): a juror, or %NULL for all of them
 * @error: return location
 *
 * Lets @juror mark all that they are not recused from.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_assign_all (VotumCase   *self,
                       VotumThing  *juror,
                       GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(GPtrArray) jurors = votum_case_in_order (self, VOTUM_KIND_JUROR);

  for (guint i = 0; i < jurors->len; i++)
    if (juror == NULL || juror == g_ptr_array_index (jurors, i))
      remove_assignments (self, changes, g_ptr_array_index (jurors, i), VOTUM_ASSIGNMENT_JUROR, 0);

  return apply (self, changes, juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : "", error);
}

/* ---- who goes with whom ---- */

static gboolean
goes (VotumChanges *changes,
      gint64        number)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (change->new_thing == NULL && votum_thing_get_id (change->old_thing) == number)
        return TRUE;
    }

  return FALSE;
}

static gboolean
keeps_assignment (VotumCase    *self,
                  VotumChanges *changes,
                  gint64        juror)
{
  GListModel *all = votum_case_get_things (self, VOTUM_KIND_ASSIGNMENT);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) assignment = g_list_model_get_item (all, i);

      if (votum_thing_get_ref (assignment, VOTUM_ASSIGNMENT_JUROR) == juror && !goes (changes, votum_thing_get_id (assignment)))
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_case_check_last_assignments:
 * @self: a case
 * @changes: what goes together
 * @error: return location
 *
 * Whoever has nobody left to mark would mark all. That is said by a person, and does not come of itself when a finalist or a class goes.
 *
 * Returns: whether everybody who marks some still does
 */
gboolean
votum_case_check_last_assignments (VotumCase     *self,
                                   VotumChanges  *changes,
                                   GError       **error)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      gint64 number = change->new_thing == NULL && VOTUM_IS_ASSIGNMENT (change->old_thing)
                        ? votum_thing_get_ref (change->old_thing, VOTUM_ASSIGNMENT_JUROR) : 0;
      VotumThing *juror = votum_case_lookup (self, number);

      if (juror == NULL || goes (changes, number) || keeps_assignment (self, changes, number))
        continue;
      return refuse_nobody (juror, error);
    }

  return TRUE;
}
