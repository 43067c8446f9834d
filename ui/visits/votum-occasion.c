#include "votum-config.h"

#include "votum-occasion.h"

#include <string.h>

struct _VotumOccasion {
  GObject     parent_instance;

  VotumThing *visit;    /* (nullable) */
  VotumThing *entrant;  /* (nullable): a damaged reference leads nowhere */
  char       *placed;   /* (nullable): the time by which it was put into a list, and when that is */
  gint64      instant;
};

G_DEFINE_FINAL_TYPE (VotumOccasion, votum_occasion, G_TYPE_OBJECT)

static void
votum_occasion_finalize (GObject *object)
{
  VotumOccasion *self = VOTUM_OCCASION (object);

  g_clear_object (&self->visit);
  g_clear_object (&self->entrant);
  g_free (self->placed);

  G_OBJECT_CLASS (votum_occasion_parent_class)->finalize (object);
}

static void
votum_occasion_class_init (VotumOccasionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_occasion_finalize;
}

static void
votum_occasion_init (VotumOccasion *self)
{
}

/**
 * votum_occasion_new_visit:
 * @votum_case: the case
 * @visit: a visit of it
 *
 * Returns: (transfer full): the visit as a place for notes
 */
VotumOccasion *
votum_occasion_new_visit (VotumCase  *votum_case,
                          VotumThing *visit)
{
  VotumOccasion *self = g_object_new (VOTUM_TYPE_OCCASION, NULL);
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));

  self->visit = g_object_ref (visit);
  g_set_object (&self->entrant, entrant);

  return self;
}

/**
 * votum_occasion_new_entrant:
 * @entrant: a finalist
 *
 * Returns: (transfer full): the finalist as somebody to note something about without a visit
 */
VotumOccasion *
votum_occasion_new_entrant (VotumThing *entrant)
{
  VotumOccasion *self = g_object_new (VOTUM_TYPE_OCCASION, NULL);

  self->entrant = g_object_ref (entrant);

  return self;
}

/**
 * votum_occasion_of_note:
 * @votum_case: the case
 * @note: a note of it
 *
 * Returns: (transfer full) (nullable): where it was taken
 */
VotumOccasion *
votum_occasion_of_note (VotumCase  *votum_case,
                        VotumThing *note)
{
  VotumThing *visit = votum_case_lookup (votum_case, votum_thing_get_ref (note, VOTUM_NOTE_VISIT));
  VotumThing *entrant = votum_case_lookup (votum_case, votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT));

  if (visit != NULL)
    return votum_occasion_new_visit (votum_case, visit);

  return entrant != NULL ? votum_occasion_new_entrant (entrant) : NULL;
}

VotumThing *
votum_occasion_get_visit (VotumOccasion *self)
{
  g_return_val_if_fail (VOTUM_IS_OCCASION (self), NULL);

  return self->visit;
}

VotumThing *
votum_occasion_get_entrant (VotumOccasion *self)
{
  g_return_val_if_fail (VOTUM_IS_OCCASION (self), NULL);

  return self->entrant;
}

/**
 * votum_occasion_is_there:
 * @self: an occasion
 * @votum_case: the case
 *
 * Returns: whether it is still a part of the case: somebody may have taken the visit out
 */
gboolean
votum_occasion_is_there (VotumOccasion *self,
                         VotumCase     *votum_case)
{
  VotumThing *thing = self->visit != NULL ? self->visit : self->entrant;

  return votum_case_lookup (votum_case, votum_thing_get_id (thing)) == thing;
}

gboolean
votum_occasion_equal (VotumOccasion *self,
                      VotumOccasion *other)
{
  return self == other ||
         (self != NULL && other != NULL && self->visit == other->visit && (self->visit != NULL || self->entrant == other->entrant));
}

/**
 * votum_occasion_holds:
 * @self: an occasion
 * @note: a note
 *
 * Returns: whether @note was taken there
 */
gboolean
votum_occasion_holds (VotumOccasion *self,
                      VotumThing    *note)
{
  gint64 visit = votum_thing_get_ref (note, VOTUM_NOTE_VISIT);

  if (self->visit != NULL)
    return visit == votum_thing_get_id (self->visit);

  return visit == 0 && votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT) == votum_thing_get_id (self->entrant);
}

/**
 * votum_occasion_place:
 * @self: an occasion
 * @what: what is being written: "note:new"
 *
 * Returns: (transfer full): the place of its draft: "note:new:visit-3"
 */
char *
votum_occasion_place (VotumOccasion *self,
                      const char    *what)
{
  VotumThing *thing = self->visit != NULL ? self->visit : self->entrant;

  return g_strdup_printf ("%s:%s-%" G_GINT64_FORMAT, what, votum_thing_get_info (thing)->name, votum_thing_get_id (thing));
}

/**
 * votum_occasion_get_time:
 * @self: an occasion
 *
 * Returns: (transfer none) (nullable): when it is or was: as it happened, else as it is planned
 */
const char *
votum_occasion_get_time (VotumOccasion *self)
{
  if (self->visit == NULL)
    return NULL;
  if (votum_thing_is_set (self->visit, VOTUM_VISIT_STARTED))
    return votum_thing_get_text (self->visit, VOTUM_VISIT_STARTED);

  return votum_thing_get_text (self->visit, VOTUM_VISIT_PLANNED);
}

/**
 * votum_occasion_instant:
 * @iso: (nullable): a time or a date
 *
 * Returns: a number that is larger for what is later; of a date its midnight; the largest where nothing is known
 */
gint64
votum_occasion_instant (const char *iso)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = NULL;

  if (iso == NULL)
    return G_MAXINT64;
  if (strchr (iso, 'T') != NULL)
    {
      time = g_date_time_new_from_iso8601 (iso, local);
    }
  else
    {
      g_autofree char *midnight = g_strconcat (iso, "T00:00:00", NULL);

      time = g_date_time_new_from_iso8601 (midnight, local);
    }

  return time != NULL ? g_date_time_to_unix (time) : G_MAXINT64;
}

/* To read a time takes long enough to be seen where hundreds are compared with each other. */
static gint64
instant_of (VotumOccasion *self)
{
  const char *time = votum_occasion_get_time (self);

  if (time == NULL)
    return votum_occasion_instant (NULL);
  if (g_strcmp0 (time, self->placed) != 0)
    {
      g_free (self->placed);
      self->placed = g_strdup (time);
      self->instant = votum_occasion_instant (time);
    }

  return self->instant;
}

/**
 * votum_occasion_compare:
 * @self: an occasion
 * @other: another
 * @desk: the desk
 *
 * Returns: how they stand in a list: visits by their time, those without a time after them, finalists without a visit last
 */
int
votum_occasion_compare (VotumOccasion *self,
                        VotumOccasion *other,
                        VotumDesk     *desk)
{
  gint64 a;
  gint64 b;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;

  if ((self->visit == NULL) != (other->visit == NULL))
    return self->visit == NULL ? 1 : -1;

  a = instant_of (self);
  b = instant_of (other);
  if (a != b)
    return a < b ? -1 : 1;
  if (self->entrant == NULL || other->entrant == NULL)
    return (self->entrant == NULL) - (other->entrant == NULL);

  name = votum_desk_name (desk, self->entrant);
  other_name = votum_desk_name (desk, other->entrant);

  return g_utf8_collate (name, other_name);
}
