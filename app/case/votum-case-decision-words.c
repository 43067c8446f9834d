#include "votum-config.h"

#include "votum-case-decide.h"

#include <stdlib.h>
#include <string.h>

#include "votum-case-holder.h"
#include "votum-words.h"

/* What the minutes say of a decision is written down in the award's first language. Whoever reads them reads one language: what says
 * what this program would say is understood, and said again; words that somebody has corrected stay as they are. */

typedef struct {
  VotumThing *entrant;
  const char *at;
} Named;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Named *x = a, *y = b;

  return x->at < y->at ? -1 : x->at > y->at;
}

/* Those who are named in @text, in that order, without a name that is only a part of another one. */
static void
find_winners (VotumCase  *self,
              const char *text,
              GPtrArray  *winners)
{
  GListModel *entrants = votum_case_get_things (self, VOTUM_KIND_ENTRANT);
  g_autoptr(GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  const char *end = text;

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);
      const char *name = votum_case_entrant_name (self, entrant);
      Named found = { entrant, name != NULL && *name != '\0' ? strstr (text, name) : NULL };

      if (found.at != NULL)
        g_array_append_val (named, found);
    }
  g_array_sort (named, compare_places);
  for (guint i = 0; i < named->len; i++)
    {
      const Named *found = &g_array_index (named, Named, i);

      if (found->at < end)
        continue;
      g_ptr_array_add (winners, g_object_ref (found->entrant));
      end = found->at + strlen (votum_case_entrant_name (self, found->entrant));
    }
}

/* The last three numbers are the votes, where there are any. */
static void
find_votes (const char        *text,
            VotumDecisionPlan *plan)
{
  guint last[3] = { 0 };

  for (const char *at = text; *at != '\0';)
    if (g_ascii_isdigit (*at))
      {
        char *end;

        last[0] = last[1];
        last[1] = last[2];
        last[2] = (guint) MIN (strtoul (at, &end, 10), 999);
        at = end;
      }
    else
      {
        at++;
      }
  plan->votes_for = last[0];
  plan->votes_against = last[1];
  plan->abstained = last[2];
}

static VotumDecisionPlan *
understand (VotumCase  *self,
            const char *text,
            gboolean    voted)
{
  VotumDecisionPlan *plan = votum_decision_plan_new ();

  find_winners (self, text, plan->winners);
  if (voted)
    find_votes (text, plan);

  return plan;
}

/**
 * votum_decision_minute_in:
 * @self: a case
 * @text: what the minutes say of a decision
 * @lang: language of the words
 *
 * Returns: (transfer full): the same in @lang, where it stands there as votum_decision_plan_minute() says it in any language
 */
char *
votum_decision_minute_in (VotumCase  *self,
                          const char *text,
                          const char *lang)
{
  const char *const *langs = votum_words_langs ();

  for (guint voted = 0; voted < 2; voted++)
    {
      g_autoptr(VotumDecisionPlan) plan = understand (self, text, voted == 1);

      for (guint i = 0; langs[i] != NULL; i++)
        {
          g_autofree char *said = votum_decision_plan_minute (plan, self, langs[i]);

          if (strcmp (said, text) == 0)
            return votum_decision_plan_minute (plan, self, lang);
        }
    }

  return g_strdup (text);
}
