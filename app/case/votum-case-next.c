#include "votum-config.h"

#include <string.h>

#include "votum-case-agenda.h"
#include "votum-case-ballots-private.h"
#include "votum-case-citation.h"
#include "votum-case-hand-in.h"
#include "votum-case-private.h"
#include "votum-case-progress.h"
#include "votum-case-revote.h"

/* The next thing to do, in the order in which a sensible person would do them: set the prize up, visit and mark, then
 * decide and write. Each step is asked whether it is the next one. */

typedef struct {
  VotumCase *self;
  VotumDuty duty;
  VotumThing *holder;   /* who marks; NULL where the holder gives no marks */
  VotumThing *round;
  GPtrArray *entrants;  /* of the round */
  GHashTable *visits;   /* entrant -> visit to come, or NULL where it was visited or the holder does not go along */
  VotumNextStep *step;
} Seeker;

static gboolean
found (Seeker       *seeker,
       VotumNextKind kind,
       VotumThing   *thing,
       guint         count)
{
  *seeker->step = (VotumNextStep) { kind, thing, count };

  return TRUE;
}

/* ---- setting up ---- */

static gboolean
is_empty (VotumCase *self,
          VotumKind  kind)
{
  return g_list_model_get_n_items (votum_case_get_things (self, kind)) == 0;
}

static gboolean
has_judged (VotumCase *self)
{
  GListModel *criteria = votum_case_get_things (self, VOTUM_KIND_CRITERION);

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(VotumThing) criterion = g_list_model_get_item (criteria, i);

      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_JUDGED)
        return TRUE;
    }

  return FALSE;
}

/* Any weights make shares. But some that differ and come close to a hundred were meant as per cent. */
static gboolean
looks_wrong (GPtrArray  *criteria,
             VotumThing *first)
{
  mpq_t sum, weight, hundred;
  gboolean differ = FALSE;
  gboolean wrong;

  mpq_inits (sum, weight, hundred, NULL);
  mpq_set_ui (hundred, 100, 1);
  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *other = g_ptr_array_index (criteria, i);
      VotumDecimal own;

      if (votum_thing_get_ref (other, VOTUM_CRITERION_PARENT) != votum_thing_get_ref (first, VOTUM_CRITERION_PARENT) ||
          votum_thing_get_ref (other, VOTUM_CRITERION_CLASS) != votum_thing_get_ref (first, VOTUM_CRITERION_CLASS) ||
          !votum_thing_get_decimal (other, VOTUM_CRITERION_WEIGHT, &own))
        continue;
      votum_decimal_to_rational (own, weight);
      mpq_add (sum, sum, weight);
      differ |= strcmp (votum_thing_get_text (other, VOTUM_CRITERION_WEIGHT), votum_thing_get_text (first, VOTUM_CRITERION_WEIGHT)) != 0;
    }
  wrong = differ && mpq_cmp (sum, hundred) != 0 && mpq_cmp_ui (sum, 50, 1) > 0 && mpq_cmp_ui (sum, 150, 1) < 0;
  mpq_clears (sum, weight, hundred, NULL);

  return wrong;
}

static gboolean
seek_weights (Seeker *seeker)
{
  VotumRule *rule = votum_case_get_rule (seeker->self, NULL);
  g_autoptr(GPtrArray) criteria = NULL;

  if (votum_marks_size (seeker->self->marks) > 0 ||
      (rule != NULL && votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_WEIGHTING) != VOTUM_RULE_WEIGHTING_SHARES))
    return FALSE;

  criteria = votum_case_in_order (seeker->self, VOTUM_KIND_CRITERION);
  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);

      if (votum_thing_is_set (criterion, VOTUM_CRITERION_WEIGHT) && looks_wrong (criteria, criterion))
        return found (seeker, VOTUM_NEXT_FIX_WEIGHTS,
                      votum_case_lookup (seeker->self, votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT)), 0);
    }

  return FALSE;
}

static gboolean
seek_setting_up (Seeker *seeker)
{
  VotumCase *self = seeker->self;
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);

  if (seeker->duty == VOTUM_DUTY_NONE && !is_empty (self, VOTUM_KIND_JUROR))
    return found (seeker, VOTUM_NEXT_CHOOSE_HOLDER, NULL, 0);
  if (seeker->duty == VOTUM_DUTY_JUROR)
    return FALSE;
  if (!has_judged (self))
    return found (seeker, VOTUM_NEXT_ADD_CRITERIA, NULL, 0);
  if (seek_weights (seeker))
    return TRUE;
  if (jurors->len == 0)
    return found (seeker, VOTUM_NEXT_ADD_JURORS, NULL, 0);
  if (is_empty (self, VOTUM_KIND_ENTRANT))
    return found (seeker, VOTUM_NEXT_IMPORT_FINALISTS, NULL, 0);
  if (seeker->round == NULL)
    return found (seeker, VOTUM_NEXT_ADD_ROUND, NULL, 0);

  return FALSE;
}

/* ---- visiting ---- */

static GDateTime *
time_of (VotumThing *thing,
         guint       field)
{
  const char *text = votum_thing_get_text (thing, field);
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  g_autofree char *whole = text != NULL && strlen (text) == 10 ? g_strconcat (text, "T00:00:00", NULL) : g_strdup (text);

  return whole != NULL ? g_date_time_new_from_iso8601 (whole, local) : NULL;
}

/* Whether it is today, late, or not said when. */
static gboolean
is_due (VotumThing *visit)
{
  g_autoptr(GDateTime) planned = time_of (visit, VOTUM_VISIT_PLANNED);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);

  return planned == NULL || g_date_time_compare (planned, tomorrow) < 0;
}

static gboolean
goes_along (Seeker     *seeker,
            VotumThing *visit)
{
  g_autoptr(GArray) jurors = votum_thing_get_refs (visit, VOTUM_VISIT_JURORS);

  for (guint i = 0; i < jurors->len; i++)
    if (g_array_index (jurors, gint64, i) == seeker->self->holder)
      return TRUE;

  return jurors->len == 0;
}

/* What there is of visits, worked out once: a visit that took place makes up for one that did not. */
static void
collect_visits (Seeker *seeker)
{
  GListModel *visits = votum_case_get_things (seeker->self, VOTUM_KIND_VISIT);
  g_autoptr(GHashTable) visited = g_hash_table_new (NULL, NULL);

  seeker->visits = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(VotumThing) visit = g_list_model_get_item (visits, i);
      gpointer entrant = GSIZE_TO_POINTER (votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));

      if (votum_thing_is_set (visit, VOTUM_VISIT_STARTED) || votum_thing_is_set (visit, VOTUM_VISIT_ENDED))
        {
          g_hash_table_add (visited, entrant);
          g_hash_table_insert (seeker->visits, entrant, NULL);
        }
      else if (!g_hash_table_contains (visited, entrant) && g_hash_table_lookup (seeker->visits, entrant) == NULL)
        {
          g_hash_table_insert (seeker->visits, entrant, goes_along (seeker, visit) ? visit : NULL);
        }
    }
}

/* The visit that is still to come: whether there is any visit is told in @any. */
static VotumThing *
visit_to_come (Seeker     *seeker,
               VotumThing *entrant,
               gboolean   *any)
{
  gpointer visit = NULL;

  *any = g_hash_table_lookup_extended (seeker->visits, GSIZE_TO_POINTER (votum_thing_get_id (entrant)), NULL, &visit);

  return visit;
}

/* Who is recused from an entrant neither plans the visit nor goes there. */
static gboolean
is_recused (Seeker     *seeker,
            VotumThing *entrant)
{
  VotumTally tally = { 0 };

  if (seeker->holder != NULL)
    votum_case_tally (seeker->self, seeker->round, entrant, seeker->holder, &tally);

  return tally.recused;
}

static gboolean
has_visits (Seeker *seeker)
{
  return votum_thing_get_choice (seeker->round, VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_AFTER_VISIT;
}

static gboolean
seek_planning (Seeker *seeker)
{
  VotumThing *first = NULL;
  guint n = 0;

  for (guint i = 0; has_visits (seeker) && i < seeker->entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (seeker->entrants, i);
      gboolean any;

      visit_to_come (seeker, entrant, &any);
      if (any || is_recused (seeker, entrant))
        continue;
      if (first == NULL)
        first = entrant;
      n++;
    }

  return first != NULL && found (seeker, VOTUM_NEXT_PLAN_VISIT, first, n);
}

static gboolean
seek_visit (Seeker  *seeker,
            gboolean due)
{
  for (guint i = 0; seeker->holder != NULL && has_visits (seeker) && i < seeker->entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (seeker->entrants, i);
      gboolean any;
      VotumThing *visit = visit_to_come (seeker, entrant, &any);

      if (visit != NULL && (!due || is_due (visit)) && !is_recused (seeker, entrant))
        return found (seeker, VOTUM_NEXT_VISIT, visit, 0);
    }

  return FALSE;
}

/* ---- marking ---- */

static gboolean
seek_reason (Seeker *seeker)
{
  for (guint i = 0; i < seeker->entrants->len; i++)
    {
      VotumTally tally;

      votum_case_tally (seeker->self, seeker->round, g_ptr_array_index (seeker->entrants, i), seeker->holder, &tally);
      if (tally.reasons_missing > 0)
        return found (seeker, tally.comments_missing > 0 ? VOTUM_NEXT_GIVE_COMMENT : VOTUM_NEXT_GIVE_REASON,
                      g_ptr_array_index (seeker->entrants, i), tally.reasons_missing);
    }

  return FALSE;
}

/* @begun: those for whom some marks are given already; else those who can be judged now */
static gboolean
seek_score (Seeker  *seeker,
            gboolean begun)
{
  for (guint i = 0; i < seeker->entrants->len; i++)
    {
      VotumThing *entrant = g_ptr_array_index (seeker->entrants, i);
      gboolean any;
      VotumTally tally;

      votum_case_tally (seeker->self, seeker->round, entrant, seeker->holder, &tally);
      if (tally.given >= tally.wanted)
        continue;
      if (begun ? tally.given > 0 : !has_visits (seeker) || (visit_to_come (seeker, entrant, &any) == NULL && any))
        return found (seeker, VOTUM_NEXT_SCORE, entrant, tally.wanted - tally.given);
    }

  return FALSE;
}

static gboolean
seek_own_marks (Seeker *seeker)
{
  return seeker->holder != NULL && (seek_score (seeker, TRUE) || seek_reason (seeker) || seek_visit (seeker, TRUE) ||
                                    seek_score (seeker, FALSE));
}

/* Where all is given: what is missing comes before. */
static gboolean
seek_hand_in (Seeker *seeker)
{
  VotumHandInState state;
  VotumThing *ballot;
  VotumTally tally;

  if (seeker->duty != VOTUM_DUTY_JUROR || seeker->holder == NULL)
    return FALSE;
  votum_case_tally_juror (seeker->self, seeker->round, seeker->holder, &tally);
  if (tally.wanted == 0 || tally.given < tally.wanted)
    return FALSE;
  state = votum_case_hand_in_state (seeker->self, seeker->round, &ballot);
  if (state == VOTUM_HAND_IN_OPEN)
    return found (seeker, VOTUM_NEXT_HAND_IN, seeker->round, 0);

  return (state == VOTUM_HAND_IN_CHANGED || state == VOTUM_HAND_IN_OUTDATED) &&
         found (seeker, VOTUM_NEXT_HAND_IN_AGAIN, seeker->round, (guint) votum_thing_get_number (ballot, VOTUM_BALLOT_NUMBER));
}

/* Whether a sealed ballot of the juror is here: it counts for all that is in it, which nobody knows yet. */
static gboolean
has_handed_in (Seeker     *seeker,
               VotumThing *juror)
{
  VotumThing *ballot = votum_case_latest_ballot (seeker->self, juror, seeker->round, NULL);

  return ballot != NULL && votum_thing_get_choice (ballot, VOTUM_BALLOT_STATE) == VOTUM_BALLOT_STATE_SEALED;
}

/* Those who mark in copies that are older than the case. */
static gboolean
seek_older_copies (Seeker *seeker)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (seeker->self);
  VotumThing *first = NULL;
  guint n = 0;

  for (guint i = 0; seeker->duty != VOTUM_DUTY_JUROR && i < jurors->len; i++)
    {
      g_autoptr(GPtrArray) news = jurors->pdata[i] != votum_case_get_holder (seeker->self)
                                      ? votum_case_hand_out_news (seeker->self, jurors->pdata[i], "")
                                      : NULL;

      if (news == NULL || news->len == 0)
        continue;
      if (first == NULL)
        first = jurors->pdata[i];
      n++;
    }

  return first != NULL && found (seeker, VOTUM_NEXT_HAND_OUT_AGAIN, first, n);
}

static gboolean
seek_others (Seeker *seeker)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (seeker->self);
  VotumThing *first = NULL;
  guint n_missing = 0;
  gboolean any = FALSE;

  if (seeker->duty == VOTUM_DUTY_JUROR)
    return FALSE;
  for (guint i = 0; i < jurors->len; i++)
    {
      VotumThing *juror = jurors->pdata[i];
      VotumTally tally;

      if (has_handed_in (seeker, juror))
        {
          any = TRUE;
          continue;
        }
      votum_case_tally_juror (seeker->self, seeker->round, juror, &tally);
      any = any || tally.given > 0;
      n_missing += tally.wanted - MIN (tally.given, tally.wanted);
      if (first == NULL && tally.given < tally.wanted)
        first = juror;
    }
  if (first != NULL)
    return found (seeker, VOTUM_NEXT_AWAIT_MARKS, first, n_missing);

  return any && found (seeker, VOTUM_NEXT_OPEN_ROUND, seeker->round, 0);
}

static gboolean
seek_marking (Seeker *seeker)
{
  int state = votum_thing_get_choice (seeker->round, VOTUM_ROUND_STATE);

  if (state == VOTUM_ROUND_STATE_OPEN &&
      (seek_own_marks (seeker) || seek_hand_in (seeker) || seek_planning (seeker) || seek_visit (seeker, FALSE)))
    return TRUE;

  return state != VOTUM_ROUND_STATE_OPENED && (seek_older_copies (seeker) || seek_others (seeker));
}

/* ---- deciding ---- */

static gboolean
has_citation (VotumCase  *self,
              VotumThing *winner)
{
  GListModel *citations = votum_case_get_things (self, VOTUM_KIND_CITATION);
  gint64 class = votum_thing_get_ref (winner, VOTUM_ENTRANT_CLASS);

  for (guint i = 0; i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr(VotumThing) citation = g_list_model_get_item (citations, i);
      gint64 about = votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT);
      gint64 within = votum_thing_get_ref (citation, VOTUM_CITATION_CLASS);

      if (about == votum_thing_get_id (winner) || (about == 0 && (within == 0 || within == class)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
seek_citation (Seeker *seeker)
{
  GListModel *decisions = votum_case_get_things (seeker->self, VOTUM_KIND_DECISION);
  VotumThing *first = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (decisions, i);
      int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);
      VotumThing *winner = votum_case_lookup (seeker->self, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));

      if ((outcome != VOTUM_DECISION_OUTCOME_WINNER && outcome != VOTUM_DECISION_OUTCOME_SHARED) || winner == NULL ||
          has_citation (seeker->self, winner))
        continue;
      if (first == NULL)
        first = winner;
      n++;
    }

  return first != NULL && found (seeker, VOTUM_NEXT_WRITE_CITATION, first, n);
}

/* Who has begun to meet without an agenda needs none. */
static gboolean
seek_deliberation (Seeker *seeker)
{
  guint n_points;
  guint n_done = votum_case_agenda_done (seeker->self, &n_points);

  if (votum_case_deliberation_round (seeker->self) == NULL || (n_points == 0 && !is_empty (seeker->self, VOTUM_KIND_MEETING)))
    return FALSE;

  return (n_points == 0 || n_done < n_points) && found (seeker, VOTUM_NEXT_DELIBERATE, NULL, n_points - n_done);
}

/* A tie for the prize that the rule leaves to a revote; what a revote has left tied is for the jury to decide. */
static gboolean
seek_revote (Seeker     *seeker,
             VotumThing *class)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (seeker->self);
  VotumThing *last = rounds->len > 0 ? g_ptr_array_index (rounds, rounds->len - 1) : NULL;
  g_autoptr(VotumStanding) standing = NULL;
  guint n_first = 0;

  if (last == NULL || votum_thing_get_choice (last, VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE ||
      !votum_case_settles_by_revote (seeker->self, last, class) || !votum_case_may_begin_revote (seeker->self, last, NULL))
    return FALSE;
  standing = votum_case_compute (seeker->self, class, NULL, NULL);
  if (standing == NULL || g_ptr_array_index (standing->rounds, standing->last_round) != last)
    return FALSE;
  for (guint i = 0; i < standing->entrants->len; i++)
    n_first += votum_result_position (standing->result, standing->last_round, i) == 1;

  return n_first > 1 && found (seeker, VOTUM_NEXT_REVOTE, last, n_first);
}

static gboolean
seek_deciding (Seeker *seeker)
{
  g_autoptr(GPtrArray) classes = votum_case_classes (seeker->self);

  if (seeker->duty == VOTUM_DUTY_JUROR || !votum_case_is_opened (seeker->self))
    return FALSE;
  for (guint i = 0; i < MAX (classes->len, 1); i++)
    {
      VotumThing *class = classes->len > 0 ? g_ptr_array_index (classes, i) : NULL;
      VotumStanding in_class = { .class = class };

      if (!votum_case_is_decided (seeker->self, &in_class))
        return seek_revote (seeker, class) || seek_deliberation (seeker) || found (seeker, VOTUM_NEXT_DECIDE, class, 0);
    }

  return seek_citation (seeker) || found (seeker, VOTUM_NEXT_EXPORT_VERDICT, NULL, 0);
}

/**
 * votum_case_next_step:
 * @self: a case
 * @step: (out caller-allocates): what to do next
 *
 * Works out the next thing to do for whose copy the case is. What is begun comes before what is not, and marks after the
 * visit where the round is one after visits.
 */
void
votum_case_next_step (VotumCase     *self,
                      VotumNextStep *step)
{
  VotumThing *holder = votum_case_get_holder (self);
  Seeker seeker = { self, votum_case_get_duty (self), holder, votum_case_current_round (self), NULL, NULL, step };

  *step = (VotumNextStep) { VOTUM_NEXT_NOTHING, NULL, 0 };
  if (holder != NULL && !votum_duty_fits (VOTUM_DUTY_JUROR, holder))
    seeker.holder = NULL;
  if (seek_setting_up (&seeker) || seeker.round == NULL)
    return;

  seeker.entrants = votum_case_round_entrants (self, seeker.round);
  collect_visits (&seeker);
  if (!seek_marking (&seeker))
    seek_deciding (&seeker);
  g_ptr_array_unref (seeker.entrants);
  g_hash_table_unref (seeker.visits);
}
