#include "votum-config.h"

#include "votum-overview-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "votum-case-assigned.h"
#include "votum-case-ballots.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-format.h"
#include "votum-step-badges.h"

static char *
joined (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
say_criteria (VotumDesk *desk)
{
  GListModel *criteria = votum_case_get_things (votum_desk_get_case (desk), VOTUM_KIND_CRITERION);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);

      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_GROUP)
        n++;
    }

  return n == 0 ? g_strdup (_("None yet")) : g_strdup_printf (ngettext ("%u criterion", "%u criteria", n), n);
}

static char *
say_jury (VotumDesk *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autoptr(GPtrArray) marking = votum_case_marking_jurors (votum_case);
  guint n_recusals = g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_RECUSAL));
  /* a juror's copy knows of no other juror */
  VotumThing *round = votum_case_was_handed_out (votum_case) ? NULL : votum_case_current_round (votum_case);
  guint n_uncovered = round != NULL && votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPENED
                          ? votum_case_count_uncovered (votum_case, round)
                          : 0;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_JUROR)) == 0)
    return g_strdup (_("Nobody yet"));
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u gives marks", "%u give marks", marking->len), marking->len));
  if (n_uncovered > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u finalist has too few jurors", "%u finalists have too few jurors", n_uncovered), n_uncovered));
  if (n_recusals > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u recusal", "%u recusals", n_recusals), n_recusals));

  return joined (parts);
}

static char *
say_finalists (VotumDesk *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  GListModel *entrants = votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT);
  VotumThing *round = votum_case_current_round (votum_case);
  g_autoptr(GPtrArray) in_round = round != NULL ? votum_case_round_entrants (votum_case, round) : NULL;
  guint n = g_list_model_get_n_items (entrants);
  guint n_gone = 0;
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (n == 0)
    return g_strdup (_("None yet"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      if (votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS) >= VOTUM_ENTRANT_STATUS_WITHDRAWN)
        n_gone++;
    }
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u entered", "%u entered", n), n));
  if (in_round != NULL && in_round->len != n)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u in this round", "%u in this round", in_round->len), in_round->len));
  if (n_gone > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u has left", "%u have left", n_gone), n_gone));

  return joined (parts);
}

static char *
say_visits (VotumDesk *desk)
{
  guint done;
  guint wanted = votum_step_visits (desk, &done);

  if (wanted == 0)
    return g_strdup (_("None planned"));

  return done == wanted ? g_strdup (_("All done")) : g_strdup_printf (ngettext ("%u to come", "%u to come", wanted - done), wanted - done);
}

static char *
say_scoring (VotumDesk *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *round = votum_case_current_round (votum_case);
  g_autofree char *name = round != NULL ? votum_desk_name (desk, round) : NULL;
  const char *state;
  guint given;
  guint wanted = votum_step_scoring (desk, &given);

  if (round == NULL)
    return g_strdup (_("No round yet"));

  switch (votum_thing_get_choice (round, VOTUM_ROUND_STATE))
    {
    case VOTUM_ROUND_STATE_SEALED:
      state = C_("round", "sealed");
      break;
    case VOTUM_ROUND_STATE_OPENED:
      state = C_("round", "opened for all");
      /* what is missing stays missing: it is told before the jury decides on what there is */
      if (given < wanted)
        return g_strdup_printf (ngettext ("%s · %s · %u mark was not given", "%s · %s · %u marks were not given", wanted - given), name, state,
                                wanted - given);
      break;
    default:
      state = votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR ? _("your own marks") : C_("round", "marking goes on");
      break;
    }

  return g_strconcat (name, " · ", state, NULL);
}

static char *
say_verdict (VotumDesk *desk)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  GListModel *decisions = votum_case_get_things (votum_case, VOTUM_KIND_DECISION);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (decisions, i);
      int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);
      VotumThing *winner = votum_case_lookup (votum_case, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));

      if (winner != NULL && votum_case_may_see (votum_case, decision) &&
          (outcome == VOTUM_DECISION_OUTCOME_WINNER || outcome == VOTUM_DECISION_OUTCOME_SHARED))
        g_ptr_array_add (names, votum_desk_name (desk, winner));
    }
  if (names->len == 0)
    return g_strdup (_("Not decided yet"));
  g_ptr_array_add (names, NULL);
  {
    g_autofree char *all = g_strjoinv (", ", (char **) names->pdata);

    return g_strdup_printf (_("Decided: %s"), all);
  }
}

/**
 * votum_overview_step:
 * @desk: a desk
 * @step: the name of a step of the work
 *
 * Returns: (transfer full): how it stands with it, in a few words
 */
char *
votum_overview_step (VotumDesk  *desk,
                     const char *step)
{
  if (strcmp (step, "criteria") == 0)
    return say_criteria (desk);
  if (strcmp (step, "jury") == 0)
    return say_jury (desk);
  if (strcmp (step, "finalists") == 0)
    return say_finalists (desk);
  if (strcmp (step, "visits") == 0)
    return say_visits (desk);
  if (strcmp (step, "scoring") == 0)
    return say_scoring (desk);

  return say_verdict (desk);
}

/**
 * votum_overview_visit:
 * @desk: a desk
 * @entrant: a finalist
 *
 * Returns: (transfer full): when the jury was there or will be; "" where no visits are planned at all
 */
char *
votum_overview_visit (VotumDesk  *desk,
                      VotumThing *entrant)
{
  GListModel *visits = votum_case_get_things (votum_desk_get_case (desk), VOTUM_KIND_VISIT);
  g_autofree char *when = NULL;
  gboolean planned = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(VotumThing) visit = g_list_model_get_item (visits, i);
      const char *started;

      if (votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT) != votum_thing_get_id (entrant))
        continue;
      g_free (when);
      started = votum_thing_get_text (visit, votum_thing_is_set (visit, VOTUM_VISIT_STARTED) ? VOTUM_VISIT_STARTED : VOTUM_VISIT_ENDED);
      if (started != NULL)
        {
          when = votum_format_time (started, VOTUM_TIME_SHORT);
          return g_strdup_printf (_("Visited %s"), when);
        }
      when = votum_format_time (votum_thing_get_text (visit, VOTUM_VISIT_PLANNED), VOTUM_TIME_SHORT);
      planned = TRUE;
    }
  if (planned)
    return *when != '\0' ? g_strdup_printf (_("Visit %s"), when) : g_strdup (_("Visit not dated yet"));

  return g_strdup (g_list_model_get_n_items (visits) > 0 ? _("No visit planned") : "");
}

/**
 * votum_overview_days:
 * @iso: a time or a date
 *
 * Returns: (transfer full): how far away it is, in days: "in 4 days"; "" where it is past
 */
char *
votum_overview_days (const char *iso)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int year;
  int month;
  int day;
  GDate today;
  GDate then;
  int days;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3 || !g_date_valid_dmy (day, month, year))
    return g_strdup ("");
  g_date_clear (&today, 1);
  g_date_clear (&then, 1);
  g_date_set_dmy (&then, day, month, year);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  days = g_date_days_between (&today, &then);
  if (days < 0)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));

  return g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);
}

/**
 * votum_overview_award:
 * @desk: a desk
 *
 * Returns: (transfer full): who gives the prize, when and where: "Academy · ceremony Thursday 26 November, Hamar (in 4 days)"
 */
char *
votum_overview_award (VotumDesk *desk)
{
  VotumThing *award = votum_case_get_award (votum_desk_get_case (desk));
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *organiser = votum_desk_text (desk, award, VOTUM_AWARD_ORGANISER);

  if (*organiser != '\0')
    g_ptr_array_add (parts, g_strdup (organiser));
  if (votum_thing_is_set (award, VOTUM_AWARD_CEREMONY))
    {
      const char *place = votum_desk_text (desk, award, VOTUM_AWARD_PLACE);
      g_autofree char *when = votum_format_time (votum_thing_get_text (award, VOTUM_AWARD_CEREMONY), VOTUM_TIME_LONG);
      g_autofree char *days = votum_overview_days (votum_thing_get_text (award, VOTUM_AWARD_CEREMONY));
      g_autofree char *where = *place != '\0' ? g_strconcat (when, ", ", place, NULL) : g_strdup (when);
      /* TRANSLATORS: the ceremony at which the prize is handed over, with its time and place */
      g_autofree char *said = g_strdup_printf (_("Award ceremony %s"), where);

      g_ptr_array_add (parts, *days != '\0' ? g_strdup_printf ("%s (%s)", said, days) : g_strdup (said));
    }

  return joined (parts);
}
