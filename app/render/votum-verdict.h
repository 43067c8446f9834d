#pragma once

#include "votum-chart.h"
#include "votum-page.h"
#include "votum-result.h"

G_BEGIN_DECLS

/*
 * What a verdict is made of: plain values that the caller fills and keeps; votum_verdict_document() copies
 * all it needs. Names and texts come resolved in the document's language; words, dates, numbers and signs
 * are the document's own. Unless it says nullable, a string must be there. Dates and times are ISO 8601,
 * numbers are decimals with a point. Zero-filled structs are valid and mean "nothing".
 */

typedef enum {
  VOTUM_ROLE_JUROR,
  VOTUM_ROLE_CHAIR,
  VOTUM_ROLE_DEPUTY,
  VOTUM_ROLE_SECRETARY,
  VOTUM_ROLE_EXAMINER,
} VotumVerdictRole;

typedef struct {
  const char       *name;
  const char       *organisation;  /* nullable */
  VotumVerdictRole  role;
  gboolean          silent;        /* doesn't sign */
} VotumVerdictJuror;

typedef struct {
  const char *name;
  const char *organisation;        /* nullable: where a person works */
  const char *class_name;          /* nullable */
} VotumVerdictEntrant;

typedef enum {
  VOTUM_OUTCOME_PLACED,            /* has a place, no prize */
  VOTUM_OUTCOME_WINNER,
  VOTUM_OUTCOME_SHARED,            /* one of those who share the prize */
  VOTUM_OUTCOME_MENTION,           /* honourable mention */
  VOTUM_OUTCOME_NONE,              /* no award; the decision's entrant is -1 */
} VotumVerdictOutcome;

/* One decision of the jury, on one entrant or on giving no award. */
typedef struct {
  int                  entrant;    /* index into entrants; -1: none in particular */
  VotumVerdictOutcome  outcome;
  guint                place;      /* awarded; 0: none */
  gboolean             place_shared;
  gboolean             voted;      /* the three figures below are known */
  guint                votes_for, votes_against, votes_abstained;
  guint                computed_place;   /* by the rule; 0: none */
  gboolean             computed_shared;
  const char          *reason;     /* nullable; needed where it differs from the computed place */
  const char          *minority;   /* nullable: dissenting statement */
  const char          *minority_by; /* nullable: whose it is */
} VotumVerdictDecision;

typedef enum {
  VOTUM_MAY_VOTE,                  /* assessed */
  VOTUM_MAY_DECLARED,              /* declared a connection, still assessed */
  VOTUM_MAY_NOT_MARK,              /* recused: gave no marks */
  VOTUM_MAY_NOT_BE_PRESENT,        /* recused and out of the room */
  VOTUM_MAY_NOT_ASSIGNED,          /* gave no marks */
} VotumVerdictMay;

typedef struct {
  guint            juror;
  int              entrant;        /* -1: a whole class */
  const char      *class_name;     /* nullable; for a whole class */
  VotumVerdictMay  degree;
  const char      *reason;         /* nullable */
  const char      *when;           /* nullable, ISO */
} VotumVerdictRecusal;

/* One node of the criteria tree, parents first. */
typedef struct {
  const char *key;                 /* nullable: "A1" */
  const char *name;
  const char *question;            /* nullable: the criterion in full */
  guint       level;               /* 0: top */
  int         leaf;                /* index among the leaves, -1: a group */
  const char *weight;              /* nullable: as declared: "15" */
  const char *share;               /* nullable: of the whole: "0.15" */
  gboolean    measured;
} VotumVerdictCriterion;

typedef struct {
  const char *value;
  const char *label;
  const char *description;         /* nullable */
} VotumVerdictLevel;

typedef struct {
  guint       entrant;
  guint8      state;               /* VotumStandingState */
  guint       position;
  gboolean    shared;
  gboolean    advances;
  const char * const *panel;       /* nullable: n_leaves texts, each nullable: the panel's mark */
  const char *round_result;        /* nullable */
  const char *total;               /* nullable */
  const gboolean *agreed;          /* nullable: n_leaves: whether the panel agreed on its mark */
} VotumVerdictStanding;

/* A tie and how it was settled. */
typedef struct {
  VotumTieKind        kind;
  gboolean            settled;     /* FALSE: nothing separated them */
  const char * const *names;       /* NULL-ended, best first */
  const char * const *values;      /* nullable; NULL-ended, as @names: the figures that decided */
} VotumVerdictTie;

typedef struct {
  guint8      state;               /* VotumCellState */
  const char *text;                /* the mark, for VOTUM_CELL_VALUE */
  gboolean    revised;             /* by its juror, in the deliberation */
} VotumVerdictMark;

/* One round in one class. */
typedef struct {
  const char                 *name;        /* nullable: "Etter besøk"; else "Round n" */
  const char                 *class_name;  /* nullable */
  gboolean                    has_total;   /* the total differs from the round's result */
  const VotumVerdictStanding *standings;   /* best first */
  guint                       n_standings;
  const VotumVerdictTie      *ties;
  guint                       n_ties;
  const VotumVerdictMark     *marks;       /* nullable: [(standing * n_jurors + juror) * n_leaves + leaf] */
  const char * const         *own_rule;    /* nullable; NULL-ended: the sentences of its own rule, by which it does not decide */
  gboolean                    decides;     /* there are rounds by other rules, and this one decides */
} VotumVerdictRound;

typedef struct {
  guint               entrant;
  const char         *date;                /* ISO */
  const char         *place;               /* nullable */
  const char * const *present;             /* NULL-ended names */
} VotumVerdictVisit;

typedef enum {
  VOTUM_AGREEMENT_UNSAID,
  VOTUM_AGREEMENT_UNANIMOUS,
  VOTUM_AGREEMENT_MAJORITY,        /* with majority_for, majority_against */
} VotumVerdictAgreement;

/* A ballot that counts, by which its juror can check that it does; or one that was set aside. */
typedef struct {
  const char *juror;
  const char *round;
  const char *opened;              /* nullable, ISO: when the round was opened */
  const char *number;              /* which of the juror's in the round */
  const char *replaces;            /* nullable: the numbers of those it came in the place of */
  const char *receipt;             /* hexadecimal */
  const char *late;                /* nullable: why it was taken in after the opening */
  const char *set_aside;           /* nullable: why it does not count */
} VotumVerdictReceipt;

/* Marks that a juror gave on paper, and who brought them into the case. */
typedef struct {
  const char *juror;
  const char *round;
  const char *typist;
  const char *reader;              /* nullable: who read them a second time */
  const char *read;                /* nullable, ISO */
} VotumVerdictPaper;

/* A mark that its juror changed in the deliberation, or that the panel agreed on. */
typedef struct {
  const char *juror;               /* nullable: the panel agreed on it */
  const char *entrant;
  const char *criterion;
  const char *old_mark;            /* nullable: not observed; nothing where the panel agreed */
  const char *new_mark;            /* nullable: not observed */
  const char *reason;              /* nullable where the panel agreed */
} VotumVerdictRevision;

/* What the jury talked about. */
typedef struct {
  const char *title;
  const char *state;
  const char *agreed;              /* nullable */
} VotumVerdictPoint;

typedef struct {
  const char *clock;               /* "14:05" */
  const char *text;
} VotumVerdictMinute;

typedef struct {
  const char                *place;        /* nullable */
  const char                *begun;        /* ISO */
  const char                *ended;        /* nullable, ISO */
  const char * const        *present;      /* NULL-ended names */
  const VotumVerdictMinute  *minutes;
  guint                      n_minutes;
} VotumVerdictMeeting;

/* Something that was locked, and was opened and changed after the marking had begun. */
typedef struct {
  const char *when;                /* ISO */
  const char *who;
  const char *what;
} VotumVerdictUnlock;

/**
 * VotumVerdict:
 *
 * Fill it, call votum_verdict_document(), free what you own. `recipients` are indices into `entrants`.
 */
typedef struct {
  /* Both parts */
  const char                  *award_name;
  const char                  *year;
  const char                  *class_name;       /* nullable; the award line names it, or names it as the prize */
  const char                  *organiser;        /* nullable */
  const char                  *place;            /* nullable: where the decision was taken */
  const char                  *date;             /* nullable, ISO: when */
  const char                  *created;          /* ISO with offset: of the last log entry; the PDF's dates */
  gboolean                     draft;
  gboolean                     undecided;        /* the jury has decided nothing: any recipients are a draft of the citation */
  VotumVerdictOutcome          outcome;          /* WINNER, SHARED or NONE */
  const guint                 *recipients;
  guint                        n_recipients;
  VotumVerdictAgreement        agreement;
  guint                        majority_for, majority_against;
  const VotumVerdictJuror     *jurors;
  guint                        n_jurors;
  const VotumVerdictEntrant   *entrants;
  guint                        n_entrants;
  const VotumVerdictRecusal   *recusals;
  guint                        n_recusals;

  /* The citation */
  const char                  *citation;         /* nullable; paragraphs are separated by an empty line */
  gboolean                     name_last;        /* the text keeps the name for its end, and so does the page */
  const char                  *award_line;       /* nullable: instead of the language's own */
  const char                  *quote;            /* nullable, without quotation marks */
  const char                  *quote_source;     /* nullable, anonymised by the caller */
  const guint                 *mentions;         /* honourable mentions; these names are published */
  guint                        n_mentions;
  const char                  *embargo;          /* nullable, ISO: not to be made public before */
  gboolean                     name_finalists;   /* list the other finalists too */

  /* The protocol */
  const VotumVerdictDecision  *decisions;
  guint                        n_decisions;
  const guint8                *may;              /* nullable: [entrant * n_jurors + juror] of VotumVerdictMay */
  const VotumVerdictCriterion *criteria;
  guint                        n_criteria;
  guint                        n_leaves;
  const char                  *weights_sum;      /* nullable: "100" */
  const char                  *scale_min, *scale_max, *scale_step;   /* nullable */
  const VotumVerdictLevel     *levels;
  guint                        n_levels;
  const char * const          *rule;             /* nullable: sentences of votum_verdict_rule_sentences() */
  const char                  *rule_note;        /* nullable: the rule in the organiser's own words */
  const VotumVerdictUnlock    *unlocks;          /* in the order they happened */
  guint                        n_unlocks;
  const VotumVerdictRound     *rounds;
  guint                        n_rounds;
  const char * const          *withdrawn;        /* nullable; NULL-ended names */
  const char * const          *disqualified;     /* nullable; NULL-ended names */
  gboolean                     anonymous_jurors; /* marks show Juror A, B ... */
  const char                  *anonymity_salt;   /* nullable: a secret of the case; orders the letters */
  VotumChart                  *ranking;          /* nullable */
  VotumChart                  *profile;          /* nullable */
  const VotumVerdictPoint     *points;
  guint                        n_points;
  const VotumVerdictMeeting   *meetings;
  guint                        n_meetings;
  const VotumVerdictRevision  *revisions;
  guint                        n_revisions;
  const VotumVerdictVisit     *visits;
  guint                        n_visits;
  const VotumVerdictReceipt   *receipts;
  guint                        n_receipts;
  const VotumVerdictPaper     *papers;
  guint                        n_papers;
  guint64                      log_entries;
  const char                  *log_first;        /* nullable, ISO */
  const char                  *log_last;         /* nullable, ISO */
  const char                  *log_head;         /* nullable: hexadecimal */
  const char                  *file_name;        /* nullable: the case file, for the command that checks it */
} VotumVerdict;

/* The steps of a rule, as far as the protocol says something of them. */
typedef enum {
  VOTUM_RULE_STEP_METHOD,
  VOTUM_RULE_STEP_ALLOCATION,
  VOTUM_RULE_STEP_QUORUM,
  VOTUM_RULE_STEP_MAJORITY,
  VOTUM_RULE_STEP_MINIMUM,
  VOTUM_RULE_STEP_CORRECTION,
  VOTUM_RULE_STEP_ROUND_MARK,
  VOTUM_RULE_STEP_PANEL,
  VOTUM_RULE_STEP_ROUND_PANEL,
  VOTUM_RULE_STEP_WEIGHTING,
  VOTUM_RULE_STEP_ROUND_WEIGHTED,
  VOTUM_RULE_STEP_MISSING,
  VOTUM_RULE_STEP_ROUND_RESULT,
  VOTUM_RULE_STEP_ROUND_WEIGHTS,
  VOTUM_RULE_STEP_ROUND_TOTAL,
  VOTUM_RULE_STEP_ROUNDING,
  VOTUM_RULE_STEP_TIE_BREAKS,
  VOTUM_RULE_STEP_COMMENTS,
  VOTUM_RULE_STEP_SECOND_READING,
} VotumRuleStep;

typedef enum {
  VOTUM_VERDICT_CITATION = 1 << 0,
  VOTUM_VERDICT_PROTOCOL = 1 << 1,
  VOTUM_VERDICT_BOTH = VOTUM_VERDICT_CITATION | VOTUM_VERDICT_PROTOCOL,
} VotumVerdictPart;

VotumPaper *votum_verdict_document       (const VotumVerdict *verdict, VotumVerdictPart part, const char *lang);
char          *votum_verdict_prize          (const char *lang, const char *award, const char *class_name);
char          *votum_verdict_outcome        (const char *lang, const VotumVerdictDecision *decision);
char          *votum_verdict_award_sentence (const char *lang, const char *prize, const char *year, const char * const *winners);
char         **votum_verdict_rule_sentences (const VotumTerms *terms, guint n_rounds, const char *lang);
char          *votum_verdict_rule_step      (const VotumTerms *terms, guint n_rounds, const char *lang, VotumRuleStep step);

G_END_DECLS
