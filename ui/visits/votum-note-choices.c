#include "votum-config.h"

#include "votum-note-choices.h"

#include <string.h>

#include "votum-case-holder.h"
#include "votum-case-result.h"
#include "votum-text.h"

#define SITTING (3 * 60 * 60) /* s: so long after a note the next one is most likely about the same */
#define PLAIN_KIND "observation" /* which says nothing yet of good or bad */

static const guint kept_fields[] = { VOTUM_NOTE_KIND, VOTUM_NOTE_CRITERION, VOTUM_NOTE_SPEAKER, VOTUM_NOTE_LEVEL, VOTUM_NOTE_USE };

static VotumThing *
new_choices (void)
{
  VotumThing *choices = votum_thing_new (VOTUM_KIND_NOTE);

  votum_thing_set_from_text (choices, VOTUM_NOTE_KIND, PLAIN_KIND, NULL);

  return choices;
}

/* Quotable is said anew each time, and a quote that may be printed says nothing about the words that follow it: who may see
 * these is as it was before the quote. */
static void
take_use (VotumThing *choices,
          VotumCase  *votum_case)
{
  VotumThing *holder = votum_case_get_holder (votum_case);
  gint64 author = holder != NULL ? votum_thing_get_id (holder) : 0;
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);

  votum_thing_set_from_text (choices, VOTUM_NOTE_USE, "mine", NULL);
  for (guint i = g_list_model_get_n_items (notes); i > 0; i--)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i - 1);
      int use = votum_thing_get_choice (note, VOTUM_NOTE_USE);

      if (votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) != author || (use != VOTUM_NOTE_USE_MINE && use != VOTUM_NOTE_USE_JURY))
        continue;
      votum_thing_set_from_text (choices, VOTUM_NOTE_USE, votum_thing_get_text (note, VOTUM_NOTE_USE), NULL);
      return;
    }
}

/**
 * votum_note_choices_guess:
 * @votum_case: the case
 * @occasion: where the note is taken
 *
 * Returns: (transfer full): what the next note will most likely be: an observation, about the criterion of the author's last one
 *   there where that was taken in the same sitting
 */
VotumThing *
votum_note_choices_guess (VotumCase     *votum_case,
                          VotumOccasion *occasion)
{
  VotumThing *choices = new_choices ();
  VotumThing *holder = votum_case_get_holder (votum_case);
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);
  g_autofree char *time = votum_text_now ();
  gint64 now = votum_occasion_instant (time);

  take_use (choices, votum_case);
  for (guint i = g_list_model_get_n_items (notes); i > 0; i--)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i - 1);

      if (votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR) != (holder != NULL ? votum_thing_get_id (holder) : 0))
        continue;
      if (!votum_occasion_holds (occasion, note))
        continue;
      if (now - votum_occasion_instant (votum_thing_get_text (note, VOTUM_NOTE_TIME)) < SITTING)
        votum_thing_set_ref (choices, VOTUM_NOTE_CRITERION, votum_thing_get_ref (note, VOTUM_NOTE_CRITERION));
      break;
    }

  return choices;
}

/**
 * votum_note_choices_to_text:
 * @choices: choices
 *
 * Returns: (transfer full): a line for each, to be kept as a draft
 */
char *
votum_note_choices_to_text (VotumThing *choices)
{
  const VotumThingInfo *info = votum_thing_get_info (choices);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kept_fields); i++)
    {
      g_autofree char *value = votum_thing_field_to_text (choices, kept_fields[i]);

      if (value != NULL)
        g_string_append_printf (text, "%s %s\n", info->fields[kept_fields[i]].name, value);
    }

  return g_string_free (text, FALSE);
}

/**
 * votum_note_choices_from_text:
 * @votum_case: the case
 * @text: what votum_note_choices_to_text() made
 *
 * Returns: (transfer full): the choices; what cannot be read or is no longer in the case is left out
 */
VotumThing *
votum_note_choices_from_text (VotumCase  *votum_case,
                              const char *text)
{
  VotumThing *choices = new_choices ();
  const VotumThingInfo *info = votum_thing_get_info (choices);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  VotumThing *criterion;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *value = strchr (lines[i], ' ');

      if (value == NULL)
        continue;
      *value++ = '\0';
      for (guint f = 0; f < G_N_ELEMENTS (kept_fields); f++)
        if (strcmp (lines[i], info->fields[kept_fields[f]].name) == 0)
          votum_thing_set_from_text (choices, kept_fields[f], value, NULL);
    }

  criterion = votum_case_lookup (votum_case, votum_thing_get_ref (choices, VOTUM_NOTE_CRITERION));
  if (criterion == NULL || !VOTUM_IS_CRITERION (criterion))
    votum_thing_set_ref (choices, VOTUM_NOTE_CRITERION, 0);

  return choices;
}

/**
 * votum_note_choices_next:
 * @choices: the choices of a note that has just been stored
 * @votum_case: the case in which it is
 *
 * Makes them those of the next one: the criterion stays. A name that is left standing would put words into somebody's mouth,
 * and a kind that is left standing would make a strength of what comes next.
 */
void
votum_note_choices_next (VotumThing *choices,
                         VotumCase  *votum_case)
{
  take_use (choices, votum_case);
  votum_thing_set_from_text (choices, VOTUM_NOTE_KIND, PLAIN_KIND, NULL);
  votum_thing_set_from_text (choices, VOTUM_NOTE_SPEAKER, NULL, NULL);
  votum_thing_set_from_text (choices, VOTUM_NOTE_LEVEL, NULL, NULL);
}

/**
 * votum_note_choices_make:
 * @choices: what was chosen
 * @votum_case: the case
 * @occasion: where the note is taken
 * @text: its words
 * @error: return location
 *
 * Returns: (transfer full): the note, of whose copy this is and of now, which is not in the case yet; or %NULL with @error set
 */
VotumThing *
votum_note_choices_make (VotumThing     *choices,
                         VotumCase      *votum_case,
                         VotumOccasion  *occasion,
                         const char     *text,
                         GError        **error)
{
  g_autoptr(VotumThing) note = votum_thing_copy (choices);
  VotumThing *visit = votum_occasion_get_visit (occasion);
  VotumThing *entrant = votum_occasion_get_entrant (occasion);
  VotumThing *holder = votum_case_get_holder (votum_case);
  g_autofree char *now = votum_text_now ();

  votum_thing_set_ref (note, VOTUM_NOTE_VISIT, visit != NULL ? votum_thing_get_id (visit) : 0);
  votum_thing_set_ref (note, VOTUM_NOTE_ENTRANT, entrant != NULL ? votum_thing_get_id (entrant) : 0);
  votum_thing_set_ref (note, VOTUM_NOTE_AUTHOR, holder != NULL ? votum_thing_get_id (holder) : 0);
  if (votum_thing_get_choice (note, VOTUM_NOTE_KIND) != VOTUM_NOTE_KIND_QUOTE)
    {
      votum_thing_set_from_text (note, VOTUM_NOTE_SPEAKER, NULL, NULL);
      votum_thing_set_from_text (note, VOTUM_NOTE_LEVEL, NULL, NULL);
    }
  if (!votum_thing_set_from_text (note, VOTUM_NOTE_TIME, now, error) || !votum_thing_set_from_text (note, VOTUM_NOTE_TEXT, text, error))
    return NULL;

  return g_steal_pointer (&note);
}

static gboolean
has_criteria (GPtrArray *all,
              gint64     class)
{
  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (all, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) == 0 && votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS) == class)
        return TRUE;
    }

  return FALSE;
}

/* A tree as deep as it is: no criterion is its own ancestor, the case sees to it. */
static void
collect_below (GPtrArray *all,
               gint64     parent,
               gint64     class,
               GPtrArray *leaves)
{
  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (all, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) != parent ||
          (parent == 0 && votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS) != class))
        continue;
      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP)
        collect_below (all, votum_thing_get_id (criterion), class, leaves);
      else
        g_ptr_array_add (leaves, g_object_ref (criterion));
    }
}

/**
 * votum_note_choices_criteria:
 * @votum_case: the case
 * @entrant: (nullable): whom a note is about; %NULL for all criteria
 *
 * Returns: (transfer full) (element-type VotumThing): the criteria a note can be tied to, in the order of the tree: those of the
 *   entrant's class, or the award's where the class has none of its own
 */
GPtrArray *
votum_note_choices_criteria (VotumCase  *votum_case,
                             VotumThing *entrant)
{
  g_autoptr(GPtrArray) all = votum_case_in_order (votum_case, VOTUM_KIND_CRITERION);
  GPtrArray *leaves = g_ptr_array_new_with_free_func (g_object_unref);

  if (entrant != NULL)
    {
      gint64 class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

      collect_below (all, 0, has_criteria (all, class) ? class : 0, leaves);
      return leaves;
    }

  for (guint i = 0; i < all->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (all, i);

      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_GROUP)
        g_ptr_array_add (leaves, g_object_ref (criterion));
    }

  return leaves;
}

static void
add_speaker (GPtrArray  *speakers,
             const char *name)
{
  for (guint i = 0; i < speakers->len; i++)
    if (strcmp (g_ptr_array_index (speakers, i), name) == 0)
      return;
  if (*name != '\0' && speakers->len < 12)
    g_ptr_array_add (speakers, g_strdup (name));
}

/**
 * votum_note_choices_speakers:
 * @votum_case: the case
 * @occasion: where the note is taken
 *
 * Returns: (transfer full): who may have said something: those who were quoted there last, then the hosts
 */
char **
votum_note_choices_speakers (VotumCase     *votum_case,
                             VotumOccasion *occasion)
{
  GPtrArray *speakers = g_ptr_array_new ();
  GListModel *notes = votum_case_get_things (votum_case, VOTUM_KIND_NOTE);
  VotumThing *visit = votum_occasion_get_visit (occasion);

  for (guint i = g_list_model_get_n_items (notes); i > 0; i--)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i - 1);

      if (votum_occasion_holds (occasion, note) && votum_case_may_see (votum_case, note) && votum_thing_is_set (note, VOTUM_NOTE_SPEAKER))
        add_speaker (speakers, votum_thing_get_text (note, VOTUM_NOTE_SPEAKER));
    }
  if (visit != NULL && votum_thing_is_set (visit, VOTUM_VISIT_HOSTS))
    {
      g_auto(GStrv) hosts = g_strsplit (votum_thing_get_text (visit, VOTUM_VISIT_HOSTS), "\n", -1);

      /* "Marit Andreassen, head of customer service": the name is what a quote stands under */
      for (guint i = 0; hosts[i] != NULL; i++)
        {
          hosts[i][strcspn (hosts[i], ",;")] = '\0';
          add_speaker (speakers, g_strstrip (hosts[i]));
        }
    }
  g_ptr_array_add (speakers, NULL);

  return (char **) g_ptr_array_free (speakers, FALSE);
}
