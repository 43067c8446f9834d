#include "votum-config.h"

#include "votum-note-places.h"

#include "votum-case-drafts.h"

/* Where new notes are kept while they are written. Two windows on the same visit write two notes: each has a place of its own. */

#define MAX_WINDOWS 9

static GHashTable *
places_of (VotumDesk *desk)
{
  static const char key[] = "votum-note-places";
  GHashTable *places = g_object_get_data (G_OBJECT (desk), key);

  if (places == NULL)
    {
      places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (desk), key, places, (GDestroyNotify) g_hash_table_unref);
    }

  return places;
}

/* @number: of the window that writes there: 1, 2 ... */
static char *
place (VotumOccasion *occasion,
       const char    *what,
       guint          number)
{
  g_autofree char *numbered = number > 1 ? g_strdup_printf ("%s-%u", what, number) : g_strdup (what);

  return votum_occasion_place (occasion, numbered);
}

/* What was left unfinished at one of the places comes first. */
static guint
find_free (VotumDesk     *desk,
           VotumOccasion *occasion)
{
  guint first = 0;

  for (guint number = 1; number <= MAX_WINDOWS; number++)
    {
      g_autofree char *candidate = place (occasion, "note:new", number);

      if (g_hash_table_contains (places_of (desk), candidate))
        continue;
      if (votum_case_get_draft (votum_desk_get_case (desk), candidate) != NULL)
        return number;
      if (first == 0)
        first = number;
    }

  return MAX (first, 1);
}

/**
 * votum_note_places_take:
 * @desk: the desk
 * @occasion: where notes are taken
 * @note_place: (out): the place of the words of a new note, which no other window uses until it is released
 * @choices_place: (out): the place of what was chosen for it
 *
 * Finds where a window keeps the note that is being written in it.
 */
void
votum_note_places_take (VotumDesk      *desk,
                        VotumOccasion  *occasion,
                        char          **note_place,
                        char          **choices_place)
{
  guint number = find_free (desk, occasion);

  *note_place = place (occasion, "note:new", number);
  *choices_place = place (occasion, "note:choices", number);
  g_hash_table_add (places_of (desk), g_strdup (*note_place));
}

/**
 * votum_note_places_release:
 * @desk: the desk
 * @note_place: what votum_note_places_take() gave
 *
 * Leaves the place to the next window that wants it.
 */
void
votum_note_places_release (VotumDesk  *desk,
                           const char *note_place)
{
  g_hash_table_remove (places_of (desk), note_place);
}
