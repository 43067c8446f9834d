#include "votum-config.h"

#include "votum-case-reveal.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "votum-case-citation.h"
#include "votum-case-private.h"
#include "votum-case-report-private.h"

/* What is shown at the ceremony, filled from the case: decisions, and the citation that the jury wrote. Where the award makes only
 * the leader public, nobody else is on it. */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static const char *const *
finalists_of (VotumVerdictBuilder *builder,
              const VotumVerdict  *head)
{
  VotumStanding *standing = builder->standing;
  const char **names = votum_verdict_own_array (builder, const char *, standing->entrants->len);
  guint n = 0;

  for (guint e = 0; e < standing->entrants->len; e++)
    if (votum_sheet_in_round (standing->sheet, standing->last_round, e))
      names[n++] = head->entrants[e].name;
  qsort (names, n, sizeof *names, compare_names);

  return names;
}

typedef struct {
  VotumRevealPlace place;
  guint            number;
} Place;

/* The last place first. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->number != y->number)
    return x->number > y->number ? -1 : 1;

  return g_utf8_collate (x->place.name, y->place.name);
}

static void
fill_places (VotumVerdictBuilder *builder,
             const VotumVerdict  *head,
             VotumRevealClass    *class)
{
  Place *sorted = votum_verdict_own_array (builder, Place, head->n_decisions);
  VotumRevealPlace *places = votum_verdict_own_array (builder, VotumRevealPlace, head->n_decisions);
  const char **mentions = votum_verdict_own_array (builder, const char *, head->n_decisions);
  guint n_mentions = 0;

  for (guint i = 0; i < head->n_decisions; i++)
    {
      const VotumVerdictDecision *decision = &head->decisions[i];

      if (decision->entrant < 0)
        continue;
      if (decision->outcome == VOTUM_OUTCOME_MENTION)
        mentions[n_mentions++] = head->entrants[decision->entrant].name;
      else if (decision->outcome == VOTUM_OUTCOME_PLACED && decision->place > 0)
        sorted[class->n_places++] = (Place) { { head->entrants[decision->entrant].name,
                                                votum_verdict_own (builder, votum_verdict_outcome (builder->lang, decision)) }, decision->place };
    }
  qsort (mentions, n_mentions, sizeof *mentions, compare_names);
  qsort (sorted, class->n_places, sizeof *sorted, compare_places);
  for (guint i = 0; i < class->n_places; i++)
    places[i] = sorted[i].place;
  class->mentions = mentions;
  class->places = places;
}

static void
fill_class (VotumVerdictBuilder *builder,
            const VotumVerdict  *head,
            GPtrArray           *winners,
            gboolean             leaders_only,
            VotumRevealClass    *class)
{
  const char **names = votum_verdict_own_array (builder, const char *, winners->len);
  g_autoptr(VotumCitationText) citation = votum_case_get_citation (builder->self, builder->standing, winners, builder->lang, TRUE);

  for (guint i = 0; i < winners->len; i++)
    names[i] = votum_thing_get_text (g_ptr_array_index (winners, i), VOTUM_ENTRANT_NAME);
  class->winners = names;
  class->class_name = head->class_name;
  if (!citation->draft)
    class->citation = votum_verdict_own (builder, g_strdup (citation->text));
  if (leaders_only)
    return;
  class->finalists = finalists_of (builder, head);
  fill_places (builder, head, class);
}

/**
 * votum_case_reveal:
 * @self: a case
 * @standings: (element-type VotumStanding): the results of the classes, at least one
 * @lang: the language to show it in
 * @error: return location for an error
 *
 * Returns: (transfer full): what is shown at the ceremony, of the classes that the jury has decided; %NULL with a sentence where it
 *   has decided none, or where this copy must not show it
 */
VotumReveal *
votum_case_reveal (VotumCase  *self,
                   GPtrArray  *standings,
                   const char *lang,
                   GError    **error)
{
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  VotumVerdictBuilder builder = { self, NULL, lang, owned };
  VotumThing *award = votum_case_get_award (self);
  VotumRevealClass *classes = votum_verdict_own_array (&builder, VotumRevealClass, standings->len);
  VotumRevealContent content = { .classes = classes };

  g_return_val_if_fail (standings->len > 0, NULL);

  if (!votum_case_may_document (self, g_ptr_array_index (standings, 0), error))
    return NULL;
  for (guint i = 0; i < standings->len; i++)
    {
      g_autoptr(GPtrArray) winners = NULL;
      VotumVerdict head = { 0 };

      builder.standing = g_ptr_array_index (standings, i);
      if (!votum_case_is_decided (self, builder.standing))
        continue;
      winners = votum_case_get_winners (self, builder.standing);
      votum_verdict_fill_head (&builder, winners, &head);
      fill_class (&builder, &head, winners, votum_thing_get_boolean (award, VOTUM_AWARD_LEADERS_ONLY), &classes[content.n_classes++]);
      content.award_name = head.award_name;
      content.year = head.year;
      content.organiser = head.organiser;
      content.place = head.place;
      content.created = head.created;
    }
  if (content.n_classes == 0)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, "%s", _("The jury has decided nothing yet: there is nothing to reveal."));
      return NULL;
    }
  if (votum_thing_is_set (award, VOTUM_AWARD_CEREMONY))
    content.date = votum_thing_get_text (award, VOTUM_AWARD_CEREMONY);

  return votum_reveal_new (&content, lang);
}
