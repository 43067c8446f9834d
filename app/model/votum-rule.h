#pragma once

#include "votum-terms.h"
#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_RULE_METHOD,
  VOTUM_RULE_CORRECTION,
  VOTUM_RULE_MARGINS,  /* per round, the last holds on: "3 2 2" */
  VOTUM_RULE_DROP,  /* how many highest and lowest marks are left out */
  VOTUM_RULE_ROUND_MARK,  /* decimals; unset carries the exact fraction */
  VOTUM_RULE_ROUND_PANEL,
  VOTUM_RULE_ROUND_WEIGHTED,
  VOTUM_RULE_ROUND_RESULT,
  VOTUM_RULE_ROUND_TOTAL,
  VOTUM_RULE_ROUNDING,
  VOTUM_RULE_WEIGHTING,
  VOTUM_RULE_MISSING,
  VOTUM_RULE_MINIMUM,  /* marks an entrant needs per criterion */
  VOTUM_RULE_ROUND_WEIGHTS,  /* a row per round: "1; 0.3 0.7" */
  VOTUM_RULE_TIE_BREAKS,  /* in order: "criteria A1 B2; first-places; chair" */
  VOTUM_RULE_CHANGE_LIMIT,  /* a change of a mark between rounds by more steps of its scale than this needs a reason */
  VOTUM_RULE_NOTE,  /* the rule in the organiser's own words */
  VOTUM_RULE_COMMENTS,  /* which marks need a comment; not set: none */
  VOTUM_RULE_ALLOCATION,  /* of places: points and to how many a juror gives them, "3x4 2x4 1x4"; not set: any */
  VOTUM_RULE_QUORUM,  /* of yes-no: the least number of votes */
  VOTUM_RULE_MAJORITY,  /* of yes-no: more than this share of the votes says yes, "1/2" */
  VOTUM_RULE_SECOND_READING,  /* marks that were given on paper are read a second time, by another person */
};

enum {
  VOTUM_RULE_METHOD_MARKS,
  VOTUM_RULE_METHOD_RANK_SUM,
  VOTUM_RULE_METHOD_BORDA,
  VOTUM_RULE_METHOD_PLACES,
  VOTUM_RULE_METHOD_YES_NO,
};

enum {
  VOTUM_RULE_CORRECTION_NONE,
  VOTUM_RULE_CORRECTION_CLIP,
  VOTUM_RULE_CORRECTION_DROP,
  VOTUM_RULE_CORRECTION_MEDIAN,
};

enum {
  VOTUM_RULE_ROUNDING_HALF_UP,
  VOTUM_RULE_ROUNDING_HALF_EVEN,
};

enum {
  VOTUM_RULE_WEIGHTING_SHARES,
  VOTUM_RULE_WEIGHTING_FACTORS,
};

enum {
  VOTUM_RULE_MISSING_LOCAL,
  VOTUM_RULE_MISSING_GLOBAL,
};

enum {
  VOTUM_RULE_COMMENTS_EXTREMES,
  VOTUM_RULE_COMMENTS_ALL,
};

#define VOTUM_TYPE_RULE (votum_rule_get_type ())
VOTUM_DECLARE_THING (Rule, rule, RULE)

VotumTerms *votum_rule_get_terms (VotumRule *rule, GError **error);

G_END_DECLS
