#pragma once

#include "votum-decimal.h"

G_BEGIN_DECLS

/* How the jurors' work is turned into scores. */
typedef enum {
  VOTUM_METHOD_MARKS,      /* marks per criterion (the rest of the terms applies in full) */
  VOTUM_METHOD_RANK_SUM,   /* each juror's value on the one leaf is a place, lowest sum wins */
  VOTUM_METHOD_BORDA,      /* each juror's places; mean per juror of Borda / (n - 1), so recusals do not cost */
  VOTUM_METHOD_PLACES,     /* each juror gives points by place (3/2/1): the plain sum, highest wins */
  VOTUM_METHOD_YES_NO,     /* each juror says yes (1) or no (0): how many say yes, highest wins */
} VotumMethod;

typedef enum {
  VOTUM_CORRECTION_NONE,
  VOTUM_CORRECTION_CLIP,   /* move a mark beyond the mean +- margin to the margin */
  VOTUM_CORRECTION_DROP,   /* leave out the k highest and the k lowest occurrences; at least 3 must remain */
  VOTUM_CORRECTION_MEDIAN,
} VotumCorrection;

typedef enum {
  VOTUM_WEIGHTING_SHARES,  /* normalised among siblings, product down the path */
  VOTUM_WEIGHTING_FACTORS, /* a leaf's weight multiplies as it is */
} VotumWeighting;

typedef enum {
  VOTUM_MISSING_LOCAL,     /* a child without a value gives its weight to its siblings */
  VOTUM_MISSING_GLOBAL,    /* renormalise over all leaves that are there */
} VotumMissing;

typedef enum {
  VOTUM_TIE_CRITERIA,      /* score on the named criteria (all judged leaves below a named group count) */
  VOTUM_TIE_FIRST_PLACES,  /* number of jurors who have the entrant first; a shared first counts 1/k */
  VOTUM_TIE_HEAD_TO_HEAD,  /* wins - losses by juror majority among those still tied */
  VOTUM_TIE_HEAVIEST,      /* score on the heaviest criterion (leaf with the largest global weight; first if equal) */
  VOTUM_TIE_REVOTE,        /* result of the revote round among the tied */
  VOTUM_TIE_CHAIR,         /* the chair's order, recorded with a reason */
} VotumTieKind;

typedef struct {
  VotumTieKind kind;
  char **criteria;         /* keys, for VOTUM_TIE_CRITERIA; else NULL */
} VotumTieBreak;

/* Which marks need a comment. */
typedef enum {
  VOTUM_COMMENTS_FREE,
  VOTUM_COMMENTS_EXTREMES, /* the lowest and the highest of the scale */
  VOTUM_COMMENTS_ALL,
} VotumComments;

/* A juror gives so many points to so many entrants. */
typedef struct {
  VotumDecimal points;
  guint        n;
} VotumAllocation;

/* No rounding at this step: the exact fraction is carried on. */
#define VOTUM_EXACT (-1)

/**
 * VotumTerms:
 *
 * A declared rule, ready to be executed: plain data, no references to a case.
 * @margins has one entry per round in order, the last one holds for all later rounds.
 * @round_weights has one row per round (how the rounds so far are weighed after that round); the last
 * row holds for later rounds as far as it reaches; empty: only the round itself counts.
 */
typedef struct {
  VotumMethod     method;
  VotumCorrection correction;
  GArray         *margins;        /* of VotumDecimal */
  guint           drop;           /* k of VOTUM_CORRECTION_DROP */
  int             round_mark;     /* decimals of the corrected mark, 0..18, or VOTUM_EXACT */
  int             round_panel;    /* panel mark per criterion */
  int             round_weighted; /* panel mark x weight */
  int             round_result;   /* result of one round */
  int             round_total;    /* result over the rounds so far */
  VotumRounding   rounding;
  VotumWeighting  weighting;
  VotumMissing    missing;
  guint           minimum;        /* marks an entrant needs per judged criterion (at least 1) */
  GPtrArray      *round_weights;  /* of GArray of VotumDecimal */
  GArray         *tie_breaks;     /* of VotumTieBreak */
  VotumComments   comments;       /* asked for when a juror hands in; no part of the result */
  GArray         *allocation;     /* (nullable): of VotumAllocation, the most points first; of VOTUM_METHOD_PLACES */
  guint           quorum;         /* of VOTUM_METHOD_YES_NO: the least number of votes */
  guint           majority_part;  /* more than part / whole of the votes say yes; a whole of 0 leaves it open */
  guint           majority_whole;
  gboolean        second_reading; /* of marks that were given on paper */
} VotumTerms;

VotumTerms *votum_terms_new  (void);     /* marks, no correction, no rounding, half up, shares, local, minimum 1 */
VotumTerms *votum_terms_copy (const VotumTerms *self);
void        votum_terms_free (VotumTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumTerms, votum_terms_free)

/* Parsers of the lists as they are written in a rule: margins "3 2 2"; round weights "1; 0.3 0.7; 0.1 0.2 0.7";
 * tie-breaks "criteria A1 B2; first-places; head-to-head; heaviest-criterion; revote; chair". */
gboolean votum_terms_parse_margins       (VotumTerms *self, const char *text, GError **error);
gboolean votum_terms_parse_round_weights (VotumTerms *self, const char *text, GError **error);
gboolean votum_terms_parse_tie_breaks    (VotumTerms *self, const char *text, GError **error);
gboolean votum_terms_parse_allocation    (VotumTerms *self, const char *text, GError **error);
gboolean votum_terms_parse_majority      (VotumTerms *self, const char *text, GError **error);
gboolean votum_terms_is_by_place         (const VotumTerms *self);
/* The same lists written again: (transfer full) (nullable). */
char       *votum_terms_margins_to_text       (const VotumTerms *self);
char       *votum_terms_round_weights_to_text (const VotumTerms *self);
char       *votum_terms_tie_breaks_to_text    (const VotumTerms *self);
const char *votum_tie_kind_name               (VotumTieKind kind);
/* Whether the parts fit each other: clip needs margins >= 0, drop needs k >= 1, weights of a row sum > 0 ... */
gboolean votum_terms_check               (const VotumTerms *self, GError **error);

G_END_DECLS
