#include "votum-config.h"

#include "votum-step-badges.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-ballot-words.h"
#include "votum-case-agenda.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-case-result.h"
#include "votum-format.h"

/* What stands beside each step of the work, in a word or two. */

static guint
count (VotumDesk *desk,
       VotumKind  kind)
{
  return g_list_model_get_n_items (votum_case_get_things (votum_desk_get_case (desk), kind));
}

static char *
part_badge (guint            done,
            guint            wanted,
            VotumBadgeStyle *style)
{
  if (wanted == 0)
    return NULL;
  *style = done >= wanted ? VOTUM_BADGE_DONE : VOTUM_BADGE_PART;

  return g_strdup_printf ("%u/%u", done, wanted);
}

static gboolean
is_in_the_race (VotumThing *entrant)
{
  int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

  return status != VOTUM_ENTRANT_STATUS_WITHDRAWN && status != VOTUM_ENTRANT_STATUS_DISQUALIFIED;
}

/* Those of the round at hand; before there is one, all who have not left. */
static char *
finalists_badge (VotumDesk       *desk,
                 VotumBadgeStyle *style)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *round = votum_case_current_round (votum_case);
  g_autoptr(GPtrArray) entrants = round != NULL ? votum_case_round_entrants (votum_case, round) : NULL;
  GListModel *all = votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT);
  guint n = entrants != NULL ? entrants->len : 0;

  for (guint i = 0; entrants == NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (all, i);

      n += is_in_the_race (entrant) ? 1 : 0;
    }
  *style = VOTUM_BADGE_PART;

  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

/* Every class may have a tree of its own, and in every tree the weights at the top make a hundred. The first sum that
 * does not is told. */
static void
sum_of_tree (VotumCase *votum_case,
             gint64     class,
             mpq_ptr    sum)
{
  GListModel *criteria = votum_case_get_things (votum_case, VOTUM_KIND_CRITERION);

  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);
      VotumDecimal weight;
      mpq_t own;

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) != 0 || votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS) != class ||
          !votum_thing_get_decimal (criterion, VOTUM_CRITERION_WEIGHT, &weight))
        continue;
      mpq_init (own);
      votum_decimal_to_rational (weight, own);
      mpq_add (sum, sum, own);
      mpq_clear (own);
    }
}

static gboolean
next_tree (VotumCase  *votum_case,
           GHashTable *seen,
           gint64     *class)
{
  GListModel *criteria = votum_case_get_things (votum_case, VOTUM_KIND_CRITERION);

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);

      *class = votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS);
      if (g_hash_table_add (seen, GSIZE_TO_POINTER (*class)))
        return TRUE;
    }

  return FALSE;
}

static char *
criteria_badge (VotumDesk       *desk,
                VotumBadgeStyle *style)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumRule *rule = votum_case_get_rule (votum_case, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean wrong = FALSE;
  gboolean any = FALSE;
  char *badge = NULL;
  gint64 class;
  mpq_t sum;

  if (count (desk, VOTUM_KIND_CRITERION) == 0)
    return NULL;
  /* factors need not sum to anything, and places, points and votes are not weighed */
  if (rule != NULL && (votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_WEIGHTING) == VOTUM_RULE_WEIGHTING_FACTORS ||
                       votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_METHOD) != VOTUM_RULE_METHOD_MARKS))
    return g_strdup_printf ("%u", count (desk, VOTUM_KIND_CRITERION));

  mpq_init (sum);
  while (!wrong && next_tree (votum_case, seen, &class))
    {
      sum_of_tree (votum_case, class, sum);
      if (mpq_sgn (sum) == 0)
        continue;
      any = TRUE;
      wrong = mpq_cmp_ui (sum, 100, 1) != 0;
    }
  if (any)
    {
      g_autofree char *text = votum_rational_to_string (sum, wrong && mpz_cmp_ui (mpq_denref (sum), 1) != 0 ? 1 : 0, VOTUM_ROUNDING_HALF_UP);

      *style = wrong ? VOTUM_BADGE_WARNING : VOTUM_BADGE_DONE;
      badge = votum_format_percent (wrong ? text : "100");
    }
  mpq_clear (sum);

  return badge != NULL ? badge : g_strdup_printf ("%u", count (desk, VOTUM_KIND_CRITERION));
}

/**
 * votum_step_visits:
 * @desk: a desk
 * @done: (out): visits that took place
 *
 * Returns: visits that are planned or took place
 */
guint
votum_step_visits (VotumDesk *desk,
                   guint     *done)
{
  GListModel *visits = votum_case_get_things (votum_desk_get_case (desk), VOTUM_KIND_VISIT);

  *done = 0;
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(VotumThing) visit = g_list_model_get_item (visits, i);

      if (votum_thing_is_set (visit, VOTUM_VISIT_STARTED) || votum_thing_is_set (visit, VOTUM_VISIT_ENDED))
        (*done)++;
    }

  return g_list_model_get_n_items (visits);
}

/**
 * votum_step_scoring:
 * @desk: a desk
 * @done: (out): marks that are given in the round at hand
 *
 * Returns: marks that are asked for in it: of whose copy this is, or of all where they give no marks
 */
guint
votum_step_scoring (VotumDesk *desk,
                    guint     *done)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *round = votum_case_current_round (votum_case);
  VotumThing *holder = votum_case_get_holder (votum_case);
  VotumTally tally = { 0 };

  if (round != NULL && holder != NULL && votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR)
    votum_case_tally_juror (votum_case, round, holder, &tally);
  else if (round != NULL)
    votum_case_tally_round (votum_case, round, &tally);
  *done = tally.given;

  return tally.wanted;
}

/**
 * votum_step_ballots:
 * @desk: a desk
 * @done: (out): jurors who have handed in, in the round at hand or else in the last
 *
 * Returns: jurors who give marks; 0 where nobody has been handed the case, so that no ballots come
 */
guint
votum_step_ballots (VotumDesk *desk,
                    guint     *done)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autoptr(GPtrArray) rounds = votum_case_rounds (votum_case);
  VotumThing *round = votum_case_current_round (votum_case);
  g_autoptr(GArray) list = NULL;

  *done = 0;
  if (round == NULL && rounds->len > 0)
    round = rounds->pdata[rounds->len - 1];
  if (round == NULL || count (desk, VOTUM_KIND_HAND_OUT) == 0)
    return 0;
  list = votum_case_list_ballots (votum_case, round);
  for (guint i = 0; i < list->len; i++)
    *done += votum_ballot_is_in (desk, &g_array_index (list, VotumBallotStanding, i)) ? 1 : 0;

  return list->len;
}

/**
 * votum_step_badge:
 * @desk: a desk
 * @step: the name of a step
 * @style: (out): how the badge looks
 *
 * Returns: (transfer full) (nullable): what the badge of the step says
 */
char *
votum_step_badge (VotumDesk       *desk,
                  const char      *step,
                  VotumBadgeStyle *style)
{
  guint done;

  *style = VOTUM_BADGE_PLAIN;

  if (strcmp (step, "finalists") == 0)
    return finalists_badge (desk, style);
  if (strcmp (step, "criteria") == 0)
    return criteria_badge (desk, style);
  if (strcmp (step, "jury") == 0 && count (desk, VOTUM_KIND_JUROR) > 0)
    return g_strdup_printf ("%u", count (desk, VOTUM_KIND_JUROR));
  if (strcmp (step, "visits") == 0)
    {
      guint wanted = votum_step_visits (desk, &done);

      return part_badge (done, wanted, style);
    }
  if (strcmp (step, "deliberation") == 0)
    {
      guint wanted;

      done = votum_case_agenda_done (votum_desk_get_case (desk), &wanted);

      return part_badge (done, wanted, style);
    }
  if (strcmp (step, "ballots") == 0)
    {
      guint wanted = votum_step_ballots (desk, &done);

      return part_badge (done, wanted, style);
    }
  if (strcmp (step, "scoring") == 0)
    {
      guint wanted = votum_step_scoring (desk, &done);

      return part_badge (done, wanted, style);
    }

  return NULL;
}
