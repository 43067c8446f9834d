#include "votum-config.h"

#include "votum-case-verdict-private.h"

#include <stdlib.h>
#include <string.h>

#include "votum-case-charts.h"
#include "votum-case-citation.h"
#include "votum-case-private.h"

/* What a verdict says of the award, the people, the criteria and the decisions. */

static int
index_in (GPtrArray *things,
          gint64     id)
{
  for (guint i = 0; i < things->len; i++)
    if (votum_thing_get_id (g_ptr_array_index (things, i)) == id)
      return i;

  return -1;
}

static VotumVerdictRole
role_of (VotumThing *juror)
{
  if (votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_CHAIR))
    return VOTUM_ROLE_CHAIR;
  if (votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_DEPUTY))
    return VOTUM_ROLE_DEPUTY;
  if (votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_JUROR))
    return VOTUM_ROLE_JUROR;
  if (votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_EXAMINER))
    return VOTUM_ROLE_EXAMINER;

  return VOTUM_ROLE_SECRETARY;
}

static void
fill_people (VotumVerdictBuilder *builder,
             VotumVerdict        *verdict)
{
  VotumStanding *standing = builder->standing;
  VotumVerdictJuror *jurors = votum_verdict_own_array (builder, VotumVerdictJuror, standing->jurors->len);
  VotumVerdictEntrant *entrants = votum_verdict_own_array (builder, VotumVerdictEntrant, standing->entrants->len);

  for (guint i = 0; i < standing->jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (standing->jurors, i);

      jurors[i].name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);
      jurors[i].organisation = votum_thing_get_text (juror, VOTUM_JUROR_ORGANISATION);
      jurors[i].role = role_of (juror);
    }
  for (guint i = 0; i < standing->entrants->len; i++)
    {
      entrants[i].name = votum_thing_get_text (g_ptr_array_index (standing->entrants, i), VOTUM_ENTRANT_NAME);
      entrants[i].class_name = verdict->class_name;
    }
  verdict->jurors = jurors;
  verdict->n_jurors = standing->jurors->len;
  verdict->entrants = entrants;
  verdict->n_entrants = standing->entrants->len;
}

static VotumVerdictMay
may_of (int degree)
{
  switch (degree)
    {
    case VOTUM_RECUSAL_DEGREE_OUT_OF_THE_ROOM:
      return VOTUM_MAY_NOT_BE_PRESENT;
    case VOTUM_RECUSAL_DEGREE_DECLARED_ONLY:
      return VOTUM_MAY_DECLARED;
    case VOTUM_RECUSAL_DEGREE_NOT_MARKING:
    default:
      return VOTUM_MAY_NOT_MARK;
    }
}

static gboolean
has_marked (VotumStanding *standing,
            guint          entrant,
            guint          juror)
{
  for (guint r = 0; r < standing->rounds->len; r++)
    for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
      {
        guint8 state = votum_sheet_cell (standing->sheet, r, entrant, juror, leaf)->state;

        if (state == VOTUM_CELL_VALUE || state == VOTUM_CELL_NOT_OBSERVED)
          return TRUE;
      }

  return FALSE;
}

static void
fill_recusals (VotumVerdictBuilder *builder,
               VotumVerdict        *verdict)
{
  VotumStanding *standing = builder->standing;
  GListModel *things = votum_case_get_things (builder->self, VOTUM_KIND_RECUSAL);
  guint n = g_list_model_get_n_items (things);
  VotumVerdictRecusal *recusals = votum_verdict_own_array (builder, VotumVerdictRecusal, n);
  guint8 *may = votum_verdict_own_array (builder, guint8, standing->entrants->len * standing->jurors->len);

  for (guint e = 0; e < standing->entrants->len; e++)
    for (guint j = 0; j < standing->jurors->len; j++)
      may[e * standing->jurors->len + j] = has_marked (standing, e, j) ? VOTUM_MAY_VOTE : VOTUM_MAY_NOT_ASSIGNED;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
      gint64 class = votum_thing_get_ref (thing, VOTUM_RECUSAL_CLASS);
      int juror = index_in (standing->jurors, votum_thing_get_ref (thing, VOTUM_RECUSAL_JUROR));
      int entrant = index_in (standing->entrants, votum_thing_get_ref (thing, VOTUM_RECUSAL_ENTRANT));
      gboolean whole = class != 0 && standing->class != NULL && class == votum_thing_get_id (standing->class);
      VotumVerdictRecusal *recusal = &recusals[verdict->n_recusals];

      if (juror < 0 || (entrant < 0 && !whole))
        continue;
      recusal->juror = juror;
      recusal->entrant = entrant;
      recusal->class_name = whole ? verdict->class_name : NULL;
      recusal->degree = may_of (votum_thing_get_choice (thing, VOTUM_RECUSAL_DEGREE));
      recusal->reason = votum_thing_get_text (thing, VOTUM_RECUSAL_REASON);
      recusal->when = votum_thing_get_text (thing, VOTUM_RECUSAL_TIME);
      verdict->n_recusals++;

      for (guint e = 0; e < standing->entrants->len; e++)
        if (whole || (int) e == entrant)
          {
            guint8 *cell = &may[e * standing->jurors->len + juror];

            /* of several the strictest counts, and declaring alone changes nothing else */
            if (recusal->degree == VOTUM_MAY_DECLARED ? *cell == VOTUM_MAY_VOTE
                                                      : *cell == VOTUM_MAY_NOT_ASSIGNED || recusal->degree > *cell)
              *cell = recusal->degree;
          }
    }
  verdict->recusals = recusals;
  verdict->may = may;
}

static guint
level_of (VotumStanding *standing,
          VotumThing    *node)
{
  guint level = 0;

  for (int parent = index_in (standing->nodes, votum_thing_get_ref (node, VOTUM_CRITERION_PARENT)); parent >= 0 && level < 32; level++)
    parent = index_in (standing->nodes, votum_thing_get_ref (g_ptr_array_index (standing->nodes, parent), VOTUM_CRITERION_PARENT));

  return level;
}

static void
fill_criteria (VotumVerdictBuilder *builder,
               VotumVerdict        *verdict)
{
  VotumStanding *standing = builder->standing;
  VotumVerdictCriterion *criteria = votum_verdict_own_array (builder, VotumVerdictCriterion, standing->nodes->len);
  mpq_t sum, weight;

  mpq_inits (sum, weight, NULL);
  for (guint i = 0; i < standing->nodes->len; i++)
    {
      VotumThing *node = g_ptr_array_index (standing->nodes, i);
      VotumDecimal own_weight;

      criteria[i].key = votum_thing_get_key (node);
      criteria[i].name = votum_verdict_texts (builder, node, VOTUM_CRITERION_NAME);
      criteria[i].question = votum_verdict_texts (builder, node, VOTUM_CRITERION_DESCRIPTION);
      criteria[i].level = level_of (standing, node);
      criteria[i].leaf = index_in (standing->leaves, votum_thing_get_id (node));
      criteria[i].weight = votum_thing_get_text (node, VOTUM_CRITERION_WEIGHT);
      criteria[i].measured = votum_thing_get_choice (node, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_MEASURED;
      if (criteria[i].leaf >= 0 && standing->terms->weighting == VOTUM_WEIGHTING_SHARES)
        criteria[i].share = votum_verdict_own (builder, votum_result_leaf_weight (standing->result, criteria[i].leaf, 4));
      if (criteria[i].level == 0 && votum_thing_get_decimal (node, VOTUM_CRITERION_WEIGHT, &own_weight))
        {
          votum_decimal_to_rational (own_weight, weight);
          mpq_add (sum, sum, weight);
        }
    }

  verdict->criteria = criteria;
  verdict->n_criteria = standing->nodes->len;
  verdict->n_leaves = standing->leaves->len;
  if (mpz_cmp_ui (mpq_denref (sum), 1) == 0)
    verdict->weights_sum = votum_verdict_own (builder, votum_rational_to_string (sum, 0, VOTUM_ROUNDING_HALF_UP));
  else
    verdict->weights_sum = votum_verdict_own (builder, votum_rational_to_string (sum, 2, VOTUM_ROUNDING_HALF_UP));
  mpq_clears (sum, weight, NULL);
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  VotumDecimal x, y;

  if (!votum_decimal_parse (((const VotumVerdictLevel *) a)->value, &x, NULL) ||
      !votum_decimal_parse (((const VotumVerdictLevel *) b)->value, &y, NULL))
    return 0;

  return votum_decimal_compare (x, y);
}

static void
fill_scale (VotumVerdictBuilder *builder,
            VotumVerdict        *verdict)
{
  VotumScale *scale = votum_case_get_scale (builder->self, g_ptr_array_index (builder->standing->leaves, 0));
  GListModel *things = votum_case_get_things (builder->self, VOTUM_KIND_LEVEL);
  VotumVerdictLevel *levels = votum_verdict_own_array (builder, VotumVerdictLevel, g_list_model_get_n_items (things));

  if (scale == NULL)
    return;

  verdict->scale_min = votum_thing_get_text (VOTUM_THING (scale), VOTUM_SCALE_MIN);
  verdict->scale_max = votum_thing_get_text (VOTUM_THING (scale), VOTUM_SCALE_MAX);
  verdict->scale_step = votum_thing_get_text (VOTUM_THING (scale), VOTUM_SCALE_STEP);
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) level = g_list_model_get_item (things, i);
      VotumVerdictLevel *filled = &levels[verdict->n_levels];

      if (votum_thing_get_ref (level, VOTUM_LEVEL_SCALE) != votum_thing_get_id (VOTUM_THING (scale)))
        continue;
      filled->value = votum_thing_get_text (level, VOTUM_LEVEL_VALUE);
      filled->label = votum_verdict_texts (builder, level, VOTUM_LEVEL_LABEL);
      if (filled->label == NULL)
        filled->label = "";
      filled->description = votum_verdict_texts (builder, level, VOTUM_LEVEL_DESCRIPTION);
      verdict->n_levels++;
    }
  if (verdict->n_levels > 1)
    qsort (levels, verdict->n_levels, sizeof *levels, compare_levels);
  verdict->levels = levels;
}

static VotumVerdictOutcome
outcome_of (int outcome)
{
  switch (outcome)
    {
    case VOTUM_DECISION_OUTCOME_WINNER:
      return VOTUM_OUTCOME_WINNER;
    case VOTUM_DECISION_OUTCOME_SHARED:
      return VOTUM_OUTCOME_SHARED;
    case VOTUM_DECISION_OUTCOME_HONOURABLE_MENTION:
      return VOTUM_OUTCOME_MENTION;
    case VOTUM_DECISION_OUTCOME_NONE:
      return VOTUM_OUTCOME_NONE;
    default:
      return VOTUM_OUTCOME_PLACED;
    }
}

static void
fill_agreement (VotumThing   *decision,
                VotumVerdict *verdict)
{
  if (!votum_thing_is_set (decision, VOTUM_DECISION_VOTES_FOR))
    return;
  verdict->majority_for = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_FOR);
  verdict->majority_against = votum_thing_get_number (decision, VOTUM_DECISION_VOTES_AGAINST);
  verdict->agreement = verdict->majority_against == 0 && votum_thing_get_number (decision, VOTUM_DECISION_ABSTAINED) == 0
                         ? VOTUM_AGREEMENT_UNANIMOUS : VOTUM_AGREEMENT_MAJORITY;
}

static void
fill_decision (VotumVerdictBuilder  *builder,
               VotumThing           *thing,
               VotumVerdictDecision *decision)
{
  VotumStanding *standing = builder->standing;
  int outcome = votum_thing_get_choice (thing, VOTUM_DECISION_OUTCOME);

  decision->entrant = index_in (standing->entrants, votum_thing_get_ref (thing, VOTUM_DECISION_ENTRANT));
  decision->outcome = outcome_of (outcome);
  decision->place = votum_thing_get_number (thing, VOTUM_DECISION_PLACE);
  if (decision->place == 0 && (outcome == VOTUM_DECISION_OUTCOME_WINNER || outcome == VOTUM_DECISION_OUTCOME_SHARED))
    decision->place = 1;
  decision->place_shared = outcome == VOTUM_DECISION_OUTCOME_SHARED;
  decision->voted = votum_thing_is_set (thing, VOTUM_DECISION_VOTES_FOR);
  decision->votes_for = votum_thing_get_number (thing, VOTUM_DECISION_VOTES_FOR);
  decision->votes_against = votum_thing_get_number (thing, VOTUM_DECISION_VOTES_AGAINST);
  decision->votes_abstained = votum_thing_get_number (thing, VOTUM_DECISION_ABSTAINED);
  decision->reason = votum_thing_get_text (thing, VOTUM_DECISION_REASON);
  decision->minority = votum_thing_get_text (thing, VOTUM_DECISION_MINORITY);
  decision->minority_by = votum_verdict_minority_names (builder, thing);
  if (decision->entrant >= 0)
    {
      decision->computed_place = votum_result_position (standing->result, standing->last_round, decision->entrant);
      decision->computed_shared = votum_result_is_shared (standing->result, standing->last_round, decision->entrant);
    }
}

static void
fill_decisions (VotumVerdictBuilder *builder,
                VotumVerdict        *verdict)
{
  VotumStanding *standing = builder->standing;
  GListModel *things = votum_case_get_things (builder->self, VOTUM_KIND_DECISION);
  guint n = g_list_model_get_n_items (things);
  VotumVerdictDecision *decisions = votum_verdict_own_array (builder, VotumVerdictDecision, n);
  guint *mentions = votum_verdict_own_array (builder, guint, n);

  verdict->decisions = decisions;
  verdict->mentions = mentions;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
      gint64 class = votum_thing_get_ref (thing, VOTUM_DECISION_CLASS);
      VotumVerdictDecision *decision = &decisions[verdict->n_decisions];
      int outcome = votum_thing_get_choice (thing, VOTUM_DECISION_OUTCOME);

      if (!votum_case_may_see (builder->self, thing))
        continue;
      if (class != 0 && standing->class != NULL && class != votum_thing_get_id (standing->class))
        continue;
      if (class == 0 && standing->class != NULL && !votum_thing_is_set (thing, VOTUM_DECISION_ENTRANT))
        continue;
      /* who goes on to the next round is told in the result of the round */
      if (outcome == VOTUM_DECISION_OUTCOME_FINALIST)
        continue;
      fill_decision (builder, thing, decision);
      if (decision->entrant < 0 && decision->outcome != VOTUM_OUTCOME_NONE)
        continue;
      verdict->n_decisions++;

      if (decision->outcome == VOTUM_OUTCOME_MENTION)
        mentions[verdict->n_mentions++] = decision->entrant;
      if (decision->outcome != VOTUM_OUTCOME_PLACED && decision->outcome != VOTUM_OUTCOME_MENTION)
        {
          fill_agreement (thing, verdict);
          if (votum_thing_is_set (thing, VOTUM_DECISION_TIME))
            verdict->date = votum_thing_get_text (thing, VOTUM_DECISION_TIME);
        }
    }
}

static void
fill_recipients (VotumVerdictBuilder *builder,
                 GPtrArray           *winners,
                 VotumVerdict        *verdict)
{
  guint *recipients = votum_verdict_own_array (builder, guint, winners->len);

  for (guint i = 0; i < winners->len; i++)
    {
      int entrant = index_in (builder->standing->entrants, votum_thing_get_id (g_ptr_array_index (winners, i)));

      if (entrant >= 0)
        recipients[verdict->n_recipients++] = entrant;
    }
  verdict->recipients = recipients;
  verdict->outcome = verdict->n_recipients == 0 ? VOTUM_OUTCOME_NONE
                     : verdict->n_recipients == 1 ? VOTUM_OUTCOME_WINNER : VOTUM_OUTCOME_SHARED;
}

static void
fill_visits (VotumVerdictBuilder *builder,
             VotumVerdict        *verdict)
{
  GListModel *things = votum_case_get_things (builder->self, VOTUM_KIND_VISIT);
  guint n = g_list_model_get_n_items (things);
  VotumVerdictVisit *visits = votum_verdict_own_array (builder, VotumVerdictVisit, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
      g_autoptr(GArray) jurors = votum_thing_get_refs (thing, VOTUM_VISIT_JURORS);
      const char **present = votum_verdict_own_array (builder, const char *, jurors->len);
      int entrant = index_in (builder->standing->entrants, votum_thing_get_ref (thing, VOTUM_VISIT_ENTRANT));
      VotumVerdictVisit *visit = &visits[verdict->n_visits];

      if (entrant < 0 || !votum_thing_is_set (thing, VOTUM_VISIT_STARTED))
        continue;
      for (guint j = 0; j < jurors->len; j++)
        present[j] = votum_thing_get_text (votum_case_lookup (builder->self, g_array_index (jurors, gint64, j)), VOTUM_JUROR_NAME);
      visit->entrant = entrant;
      visit->date = votum_thing_get_text (thing, VOTUM_VISIT_STARTED);
      visit->place = votum_thing_get_text (thing, VOTUM_VISIT_PLACE);
      visit->present = present;
      verdict->n_visits++;
    }
  verdict->visits = visits;
}

static void
fill_log (VotumVerdictBuilder *builder,
          VotumVerdict        *verdict)
{
  GPtrArray *log = votum_case_get_log (builder->self);
  const VotumLogEntry *first = g_ptr_array_index (log, 0);
  const VotumLogEntry *last = g_ptr_array_index (log, log->len - 1);

  verdict->log_entries = log->len;
  verdict->log_first = first->time;
  verdict->log_last = last->time;
  verdict->log_head = last->hash;
  verdict->created = last->time;
  verdict->file_name = votum_verdict_own (builder, g_path_get_basename (votum_case_get_path (builder->self)));
}

static void
fill_award (VotumVerdictBuilder *builder,
            VotumVerdict        *verdict)
{
  VotumThing *award = votum_case_get_award (builder->self);

  verdict->award_name = votum_verdict_texts (builder, award, VOTUM_AWARD_NAME);
  verdict->year = votum_thing_is_set (award, VOTUM_AWARD_YEAR)
                    ? votum_verdict_own (builder, votum_thing_field_to_text (award, VOTUM_AWARD_YEAR)) : "";
  verdict->organiser = votum_thing_get_text (award, VOTUM_AWARD_ORGANISER);
  verdict->place = votum_thing_get_text (award, VOTUM_AWARD_PLACE);
  verdict->embargo = votum_thing_get_text (award, VOTUM_AWARD_EMBARGO);
  verdict->name_finalists = votum_thing_get_boolean (award, VOTUM_AWARD_NAMES_FINALISTS);
  if (builder->standing->class != NULL)
    verdict->class_name = votum_verdict_texts (builder, builder->standing->class, VOTUM_CLASS_NAME);
}

/* What marking had locked and was changed all the same: the log has it with the reason. */
static void
fill_unlocks (VotumVerdictBuilder *builder,
              VotumVerdict        *verdict)
{
  GPtrArray *log = votum_case_get_log (builder->self);
  VotumVerdictUnlock *unlocks = votum_verdict_own_array (builder, VotumVerdictUnlock, log->len);

  for (guint i = 0; i < log->len; i++)
    {
      const VotumLogEntry *entry = g_ptr_array_index (log, i);

      if (g_str_has_suffix (entry->command, VOTUM_CASE_UNLOCKED))
        unlocks[verdict->n_unlocks++] = (VotumVerdictUnlock) { .when = entry->time, .who = entry->who, .what = entry->subject };
    }
  verdict->unlocks = unlocks;
}

static const char *const *
names_with_status (VotumVerdictBuilder *builder,
                   int                  status)
{
  GListModel *entrants = votum_case_get_things (builder->self, VOTUM_KIND_ENTRANT);
  gint64 class = builder->standing->class != NULL ? votum_thing_get_id (builder->standing->class) : 0;
  const char **names = votum_verdict_own_array (builder, const char *, g_list_model_get_n_items (entrants));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entrants); i++)
    {
      g_autoptr(VotumThing) entrant = g_list_model_get_item (entrants, i);

      if (votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS) == status && votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS) == class)
        names[n++] = votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME);
    }

  return n > 0 ? names : NULL;
}

/* What every document says of award, people, criteria and decisions. */
void
votum_verdict_fill_head (VotumVerdictBuilder *builder,
                         GPtrArray           *winners,
                         VotumVerdict        *verdict)
{
  fill_award (builder, verdict);
  fill_people (builder, verdict);
  fill_criteria (builder, verdict);
  fill_scale (builder, verdict);
  fill_decisions (builder, verdict);
  fill_recipients (builder, winners, verdict);
  fill_log (builder, verdict);
  verdict->undecided = !votum_case_is_decided (builder->self, builder->standing);
}

/**
 * votum_case_verdict:
 * @self: a case
 * @standing: the result of the class that the verdict is about
 * @options: language, parts and forms
 * @draft: (out): whether the citation is a draft: nobody has written it, or nothing is decided yet
 *
 * Returns: (transfer full): the verdict, ready to be drawn on screen or written as PDF
 */
VotumPaper *
votum_case_verdict (VotumCase                 *self,
                    VotumStanding             *standing,
                    const VotumVerdictOptions *options,
                    gboolean                  *draft)
{
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  VotumVerdictBuilder builder = { self, standing, options->lang, owned };
  g_autoptr(GPtrArray) winners = votum_case_get_winners (self, standing);
  g_autoptr(VotumCitationText) citation = votum_case_get_citation (self, standing, winners, options->lang, options->name_last);
  VotumChartRequest request = { .votum_case = self, .standing = standing, .round = standing->last_round, .lang = options->lang,
                                .decided = TRUE };
  g_autoptr(VotumChart) ranking = votum_case_chart ("ranking", &request, NULL);
  g_autoptr(VotumChart) profile = votum_case_chart ("profile", &request, NULL);
  g_auto(GStrv) rule = votum_verdict_rule_sentences (standing->terms, standing->rounds->len, options->lang);
  VotumVerdict verdict = { 0 };

  votum_verdict_fill_head (&builder, winners, &verdict);
  fill_recusals (&builder, &verdict);
  votum_verdict_fill_rounds (&builder, &verdict);
  fill_visits (&builder, &verdict);
  votum_verdict_fill_revisions (&builder, &verdict);
  votum_verdict_fill_deliberation (&builder, &verdict);
  votum_verdict_fill_receipts (&builder, &verdict);
  votum_verdict_fill_papers (&builder, &verdict);
  fill_unlocks (&builder, &verdict);

  verdict.withdrawn = names_with_status (&builder, VOTUM_ENTRANT_STATUS_WITHDRAWN);
  verdict.disqualified = names_with_status (&builder, VOTUM_ENTRANT_STATUS_DISQUALIFIED);
  verdict.rule = (const char *const *) rule;
  verdict.rule_note = votum_verdict_texts (&builder, VOTUM_THING (standing->rule), VOTUM_RULE_NOTE);
  verdict.ranking = ranking;
  verdict.profile = profile;
  verdict.citation = options->text != NULL ? options->text : citation->text;
  verdict.name_last = options->text != NULL ? options->name_last : citation->name_last;
  verdict.quote = options->text != NULL ? votum_verdict_own (&builder, votum_citation_bare_quote (options->quote)) : citation->quote;
  verdict.quote_source = options->text != NULL ? options->quote_source : citation->quote_source;
  verdict.draft = citation->draft || verdict.undecided;
  verdict.anonymous_jurors = options->anonymous;
  verdict.anonymity_salt = votum_store_get_uuid (self->store);
  *draft = verdict.draft;

  return votum_verdict_document (&verdict, options->part, options->lang);
}
