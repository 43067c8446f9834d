#include "votum-config.h"

#include "votum-changes.h"

struct _VotumChanges {
  GArray *things; /* of VotumThingChange */
  VotumMarks *old_marks;
  VotumMarks *new_marks;
  char *finished;    /* (nullable): the place of the draft that goes with the change */
};

static void
change_clear (VotumThingChange *change)
{
  g_clear_object (&change->old_thing);
  g_clear_object (&change->new_thing);
}

/**
 * votum_changes_new:
 *
 * Returns: (transfer full): no changes yet
 */
VotumChanges *
votum_changes_new (void)
{
  VotumChanges *self = g_new0 (VotumChanges, 1);

  self->things = g_array_new (FALSE, FALSE, sizeof (VotumThingChange));
  g_array_set_clear_func (self->things, (GDestroyNotify) change_clear);
  self->old_marks = votum_marks_new ();
  self->new_marks = votum_marks_new ();

  return self;
}

void
votum_changes_free (VotumChanges *self)
{
  g_array_unref (self->things);
  votum_marks_free (self->old_marks);
  votum_marks_free (self->new_marks);
  g_free (self->finished);
  g_free (self);
}

/**
 * votum_changes_thing:
 * @self: changes
 * @old_thing: (nullable): the thing as it was, or %NULL for a new one
 * @new_thing: (nullable): the thing as it becomes, or %NULL where it goes
 *
 * Both are referenced and must not change any more.
 */
void
votum_changes_thing (VotumChanges *self,
                     VotumThing   *old_thing,
                     VotumThing   *new_thing)
{
  VotumThingChange change = { NULL, NULL };

  g_return_if_fail (old_thing != NULL || new_thing != NULL);
  g_return_if_fail (old_thing == NULL || new_thing == NULL ||
                    votum_thing_get_kind (old_thing) == votum_thing_get_kind (new_thing));

  g_set_object (&change.old_thing, old_thing);
  g_set_object (&change.new_thing, new_thing);
  g_array_append_val (self->things, change);
}

guint
votum_changes_n_things (const VotumChanges *self)
{
  return self->things->len;
}

const VotumThingChange *
votum_changes_get (const VotumChanges *self,
                   guint               i)
{
  g_return_val_if_fail (i < self->things->len, NULL);

  return &g_array_index (self->things, VotumThingChange, i);
}

VotumMarks *
votum_changes_old_marks (VotumChanges *self)
{
  return self->old_marks;
}

VotumMarks *
votum_changes_new_marks (VotumChanges *self)
{
  return self->new_marks;
}

static void
copy_marks (VotumMarks       *to,
            const VotumMarks *from)
{
  for (guint i = 0; i < votum_marks_size (from); i++)
    votum_marks_append (to, votum_marks_get (from, i));
}

/**
 * votum_changes_invert:
 * @self: changes
 *
 * Returns: (transfer full): the changes that take @self back
 */
VotumChanges *
votum_changes_invert (VotumChanges *self)
{
  VotumChanges *inverse = votum_changes_new ();

  for (guint i = self->things->len; i > 0; i--)
    {
      const VotumThingChange *change = votum_changes_get (self, i - 1);

      votum_changes_thing (inverse, change->new_thing, change->old_thing);
    }
  copy_marks (inverse->old_marks, self->new_marks);
  copy_marks (inverse->new_marks, self->old_marks);

  return inverse;
}

/**
 * votum_changes_finish:
 * @self: changes
 * @place: (nullable): where the draft is kept that these changes finish
 *
 * What has been typed becomes a part of the case and is no draft any more: both at once, so that no interruption
 * leaves it twice or not at all. Taking the changes back does not bring the draft back.
 */
void
votum_changes_finish (VotumChanges *self,
                      const char   *place)
{
  g_free (self->finished);
  self->finished = g_strdup (place);
}

/**
 * votum_changes_get_finished:
 * @self: changes
 *
 * Returns: (transfer none) (nullable): the place of the draft that @self finishes
 */
const char *
votum_changes_get_finished (const VotumChanges *self)
{
  return self->finished;
}

/**
 * votum_changes_count:
 * @self: changes
 *
 * Returns: how many things and marks change
 */
guint
votum_changes_count (const VotumChanges *self)
{
  guint overwritten = 0;

  for (guint i = 0; i < votum_marks_size (self->old_marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->old_marks, i);

      if (votum_marks_lookup (self->new_marks, mark->round, mark->entrant, mark->juror, mark->criterion) != NULL)
        overwritten++;
    }

  return self->things->len + votum_marks_size (self->old_marks) + votum_marks_size (self->new_marks) - overwritten;
}

gboolean
votum_changes_is_empty (const VotumChanges *self)
{
  return self->things->len == 0 && votum_marks_size (self->old_marks) == 0 && votum_marks_size (self->new_marks) == 0;
}
