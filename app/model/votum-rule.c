#include "votum-config.h"

#include "votum-rule.h"

/**
 * VotumRule:
 *
 * How marks become a result: data, edited, stored, printed and executed as it stands here.
 */

static const char *const method_choices[] = { "marks", "rank-sum", "borda", "places", "yes-no", NULL };
static const char *const correction_choices[] = { "none", "clip", "drop", "median", NULL };
static const char *const rounding_choices[] = { "half-up", "half-even", NULL };
static const char *const weighting_choices[] = { "shares", "factors", NULL };
static const char *const missing_choices[] = { "local", "global", NULL };
static const char *const comments_choices[] = { "extremes", "all", NULL };

static const VotumField fields[] = {
  [VOTUM_RULE_METHOD] = { "method", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = method_choices, .fallback = "marks" },
  [VOTUM_RULE_CORRECTION] = { "correction", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = correction_choices, .fallback = "none" },
  [VOTUM_RULE_MARGINS] = { "margins", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_DROP] = { "drop", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_ROUND_MARK] = { "round-mark", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_ROUND_PANEL] = { "round-panel", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_ROUND_WEIGHTED] = { "round-weighted", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_ROUND_RESULT] = { "round-result", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_ROUND_TOTAL] = { "round-total", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_ROUNDING] = { "rounding", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = rounding_choices, .fallback = "half-up" },
  [VOTUM_RULE_WEIGHTING] = { "weighting", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = weighting_choices, .fallback = "shares" },
  [VOTUM_RULE_MISSING] = { "missing", VOTUM_FIELD_CHOICE, .flags = VOTUM_FIELD_LOCKS, .choices = missing_choices, .fallback = "local" },
  [VOTUM_RULE_MINIMUM] = { "minimum", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS, .fallback = "1" },
  [VOTUM_RULE_ROUND_WEIGHTS] = { "round-weights", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_TIE_BREAKS] = { "tie-breaks", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_LOCKS },
  [VOTUM_RULE_CHANGE_LIMIT] = { "change-limit", VOTUM_FIELD_DECIMAL, .flags = VOTUM_FIELD_POSITIVE },
  [VOTUM_RULE_NOTE] = { "note", VOTUM_FIELD_TEXTS },
  [VOTUM_RULE_COMMENTS] = { "comments", VOTUM_FIELD_CHOICE, .choices = comments_choices, .since = 4 },
  [VOTUM_RULE_ALLOCATION] = { "allocation", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_LOCKS, .since = 4 },
  [VOTUM_RULE_QUORUM] = { "quorum", VOTUM_FIELD_INTEGER, .flags = VOTUM_FIELD_LOCKS, .since = 4 },
  [VOTUM_RULE_MAJORITY] = { "majority", VOTUM_FIELD_LINE, .flags = VOTUM_FIELD_LOCKS, .since = 4 },
  [VOTUM_RULE_SECOND_READING] = { "second-reading", VOTUM_FIELD_BOOLEAN, .since = 4 },
};

static int
decimals_of (VotumThing *thing,
             guint       field)
{
  return votum_thing_is_set (thing, field) ? (int) votum_thing_get_number (thing, field) : VOTUM_EXACT;
}

/**
 * votum_rule_get_terms:
 * @rule: a rule
 * @error: return location
 *
 * Returns: (transfer full): the rule ready to be executed, or %NULL with @error set where its steps do not fit
 *   each other
 */
VotumTerms *
votum_rule_get_terms (VotumRule *rule,
                      GError   **error)
{
  VotumThing *thing = VOTUM_THING (rule);
  g_autoptr(VotumTerms) terms = votum_terms_new ();

  g_return_val_if_fail (VOTUM_IS_RULE (rule), NULL);

  terms->method = (VotumMethod) votum_thing_get_choice (thing, VOTUM_RULE_METHOD);
  terms->correction = (VotumCorrection) votum_thing_get_choice (thing, VOTUM_RULE_CORRECTION);
  terms->drop = votum_thing_get_number (thing, VOTUM_RULE_DROP);
  terms->round_mark = decimals_of (thing, VOTUM_RULE_ROUND_MARK);
  terms->round_panel = decimals_of (thing, VOTUM_RULE_ROUND_PANEL);
  terms->round_weighted = decimals_of (thing, VOTUM_RULE_ROUND_WEIGHTED);
  terms->round_result = decimals_of (thing, VOTUM_RULE_ROUND_RESULT);
  terms->round_total = decimals_of (thing, VOTUM_RULE_ROUND_TOTAL);
  terms->rounding = (VotumRounding) votum_thing_get_choice (thing, VOTUM_RULE_ROUNDING);
  terms->weighting = (VotumWeighting) votum_thing_get_choice (thing, VOTUM_RULE_WEIGHTING);
  terms->missing = (VotumMissing) votum_thing_get_choice (thing, VOTUM_RULE_MISSING);
  terms->minimum = votum_thing_get_number (thing, VOTUM_RULE_MINIMUM);

  if (votum_thing_is_set (thing, VOTUM_RULE_COMMENTS))
    terms->comments = votum_thing_get_choice (thing, VOTUM_RULE_COMMENTS) == VOTUM_RULE_COMMENTS_ALL ? VOTUM_COMMENTS_ALL
                                                                                                     : VOTUM_COMMENTS_EXTREMES;
  terms->quorum = (guint) MAX (votum_thing_get_number (thing, VOTUM_RULE_QUORUM), 0);
  terms->second_reading = votum_thing_get_boolean (thing, VOTUM_RULE_SECOND_READING);

  if (!votum_terms_parse_allocation (terms, votum_thing_get_text (thing, VOTUM_RULE_ALLOCATION), error) ||
      !votum_terms_parse_majority (terms, votum_thing_get_text (thing, VOTUM_RULE_MAJORITY), error))
    return NULL;
  if (votum_thing_is_set (thing, VOTUM_RULE_MARGINS) &&
      !votum_terms_parse_margins (terms, votum_thing_get_text (thing, VOTUM_RULE_MARGINS), error))
    return NULL;
  if (votum_thing_is_set (thing, VOTUM_RULE_ROUND_WEIGHTS) &&
      !votum_terms_parse_round_weights (terms, votum_thing_get_text (thing, VOTUM_RULE_ROUND_WEIGHTS), error))
    return NULL;
  if (votum_thing_is_set (thing, VOTUM_RULE_TIE_BREAKS) &&
      !votum_terms_parse_tie_breaks (terms, votum_thing_get_text (thing, VOTUM_RULE_TIE_BREAKS), error))
    return NULL;
  if (!votum_terms_check (terms, error))
    return NULL;

  return g_steal_pointer (&terms);
}

static gboolean
votum_rule_check (VotumThing *thing,
                  GError    **error)
{
  g_autoptr(VotumTerms) terms = votum_rule_get_terms (VOTUM_RULE (thing), error);

  return terms != NULL;
}

VOTUM_DEFINE_THING (Rule, rule, RULE, "rule", fields, votum_rule_check)
