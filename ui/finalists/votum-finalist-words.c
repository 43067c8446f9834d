#include "votum-config.h"

#include "votum-finalist-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-text.h"
#include "votum-things.h"

/**
 * votum_finalist_status_word:
 * @status: a status of an entrant
 *
 * Returns: (transfer none): its word
 */
const char *
votum_finalist_status_word (int status)
{
  switch (status)
    {
    case VOTUM_ENTRANT_STATUS_SHORTLISTED:
      /* TRANSLATORS: the status of an entrant: on the shortlist, but not yet a finalist */
      return C_("status", "Shortlisted");
    case VOTUM_ENTRANT_STATUS_FINALIST:
      return C_("status", "Finalist");
    case VOTUM_ENTRANT_STATUS_WITHDRAWN:
      /* TRANSLATORS: the status of a finalist who does not want to take part any more */
      return C_("status", "Withdrawn");
    case VOTUM_ENTRANT_STATUS_DISQUALIFIED:
      return C_("status", "Disqualified");
    case VOTUM_ENTRANT_STATUS_ENTERED:
    default:
      /* TRANSLATORS: the status of an entrant who takes part, but is on no shorter list yet */
      return C_("status", "Entered");
    }
}

/**
 * votum_finalist_is_out:
 * @entrant: a finalist
 *
 * Returns: whether they are out of the race: withdrawn or disqualified
 */
gboolean
votum_finalist_is_out (VotumThing *entrant)
{
  int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

  return status == VOTUM_ENTRANT_STATUS_WITHDRAWN || status == VOTUM_ENTRANT_STATUS_DISQUALIFIED;
}

/**
 * votum_finalist_describe:
 * @desk: a desk
 * @entrant: a finalist
 *
 * Returns: (transfer full): class and place, as far as they may be known; "" where there is nothing to say
 */
char *
votum_finalist_describe (VotumDesk  *desk,
                         VotumThing *entrant)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  gint64 class_id = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);
  VotumThing *class_thing = class_id != 0 ? votum_case_lookup (votum_case, class_id) : NULL;
  g_autofree char *class_name = class_thing != NULL ? votum_desk_name (desk, class_thing) : NULL;
  gboolean has_place = votum_thing_is_set (entrant, VOTUM_ENTRANT_PLACE) && votum_case_knows_names (votum_case);

  if (class_name != NULL && has_place)
    return g_strdup_printf ("%s · %s", class_name, votum_thing_get_text (entrant, VOTUM_ENTRANT_PLACE));
  if (has_place)
    return g_strdup (votum_thing_get_text (entrant, VOTUM_ENTRANT_PLACE));

  return g_strdup (class_name != NULL ? class_name : "");
}

/**
 * votum_finalist_progress_word:
 * @desk: a desk
 * @entrant: a finalist
 * @style: (out): how a badge with it looks
 * @fraction: (out) (optional): how much of it is done, 0 to 1; -1 where nothing is asked for
 *
 * How far the marks have come in the current round: one's own in a juror's copy, else those of all.
 *
 * Returns: (transfer full) (nullable): "5 of 6", or %NULL where no marks are asked for
 */
char *
votum_finalist_progress_word (VotumDesk       *desk,
                              VotumThing      *entrant,
                              VotumBadgeStyle *style,
                              double          *fraction)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *round = votum_case_current_round (votum_case);
  VotumThing *holder = votum_case_get_holder (votum_case);
  VotumTally tally = { 0 };

  *style = VOTUM_BADGE_PLAIN;
  if (round != NULL && holder != NULL && votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR)
    votum_case_tally (votum_case, round, entrant, holder, &tally);
  else if (round != NULL)
    votum_case_tally_entrant (votum_case, round, entrant, &tally);

  if (fraction != NULL)
    *fraction = tally.wanted > 0 ? (double) tally.given / tally.wanted : -1;
  if (tally.wanted == 0)
    return NULL;
  if (tally.given > 0)
    *style = tally.given >= tally.wanted ? VOTUM_BADGE_DONE : VOTUM_BADGE_PART;

  /* TRANSLATORS: how many marks are given, of how many: "5 of 6" */
  return g_strdup_printf (_("%u of %u"), tally.given, tally.wanted);
}

/**
 * votum_finalist_own_recusal:
 * @desk: a desk
 * @entrant: a finalist
 *
 * Returns: (transfer none) (nullable): the recusal from @entrant, of any degree, of whose copy this is
 */
VotumThing *
votum_finalist_own_recusal (VotumDesk  *desk,
                            VotumThing *entrant)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *holder = votum_case_get_holder (votum_case);
  GListModel *recusals = votum_case_get_things (votum_case, VOTUM_KIND_RECUSAL);
  gint64 class_id = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

  for (guint i = 0; holder != NULL && i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);
      gint64 from = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);

      if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == votum_thing_get_id (holder) &&
          (votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) == votum_thing_get_id (entrant) || (from != 0 && from == class_id)))
        return recusal; /* the case holds it */
    }

  return NULL;
}

static GString *
words_of_entrant (VotumDesk  *desk,
                  VotumThing *entrant)
{
  g_autofree char *name = votum_desk_name (desk, entrant);
  g_autofree char *description = votum_finalist_describe (desk, entrant);
  GString *words = g_string_new (name);

  g_string_append_printf (words, "\n%s", description);
  if (votum_case_knows_names (votum_desk_get_case (desk)))
    g_string_append_printf (words, "\n%s\n%s", votum_desk_text (desk, entrant, VOTUM_ENTRANT_ALIAS),
                            votum_desk_text (desk, entrant, VOTUM_ENTRANT_WEB));

  return words;
}

/**
 * votum_finalist_fold_all:
 * @desk: a desk
 *
 * Gathers all words that may be searched in: name, place, web and submission. At once, since looking for the submission of
 * one finalist goes through those of all.
 *
 * Returns: (transfer full) (element-type gint64 utf8): by the number of the finalist, the words, made alike for searching
 */
GHashTable *
votum_finalist_fold_all (VotumDesk *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  GListModel *entrants = votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT);
  GListModel *sections = votum_case_get_things (votum_case, VOTUM_KIND_SECTION);
  g_autoptr(GHashTable) words = g_hash_table_new (NULL, NULL);
  GHashTable *folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      g_hash_table_insert (words, GSIZE_TO_POINTER (votum_thing_get_id (entrant)), words_of_entrant (desk, entrant));
    }
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(VotumThing) section = g_list_model_get_item (sections, i);
      GString *text = g_hash_table_lookup (words, GSIZE_TO_POINTER (votum_thing_get_ref (section, VOTUM_SECTION_ENTRANT)));

      if (text != NULL)
        g_string_append_printf (text, "\n%s\n%s", votum_desk_text (desk, section, VOTUM_SECTION_HEADING),
                                votum_desk_text (desk, section, VOTUM_SECTION_TEXT));
    }
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      GString *text = value;

      g_hash_table_insert (folded, id, votum_text_fold (text->str));
      g_string_free (text, TRUE);
    }

  return folded;
}
