#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

/*
 * What a feedback report is made of: plain values that the caller fills and keeps, as of a VotumVerdict. It has no place for
 * another finalist's name nor for a juror's beside a mark. Unless it says nullable, a string must be there.
 */

/* One node of the criteria tree, parents first. */
typedef struct {
  const char *key;                 /* nullable: "A1" */
  const char *name;
  const char *share;               /* nullable: of the whole: "0.15" */
  guint       level;               /* 0: top */
  gboolean    group;               /* heads the criteria below it; has no mark */
  gboolean    other_scale;         /* not the report's: no place in the chart */
} VotumReportCriterion;

/* The figures of one criterion in one round; numbers are decimals with a point. */
typedef struct {
  const char *own;                 /* nullable: the panel's mark; not told where one juror alone has given it */
  gboolean    alone;               /* that is why it is not told */
  const char *lowest;              /* nullable: of the field, own included; where it gives nobody away */
  const char *median;              /* nullable: as @lowest */
  const char *highest;             /* nullable: as @lowest */
} VotumReportFigures;

/* How much of the field a round can show without giving others' marks away. */
typedef enum {
  VOTUM_FIELD_NONE,                /* alone or two: the field would be the other one */
  VOTUM_FIELD_MIDDLE,              /* three: the median alone */
  VOTUM_FIELD_FULL,                /* four or more */
} VotumReportField;

typedef struct {
  const char                 *name;        /* of the round */
  guint                       n_field;     /* how many were assessed in it, own included */
  VotumReportField          field;
  const VotumReportFigures *figures;     /* one for each criterion of the report */
  const char                 *result;      /* nullable: own total after the round */
} VotumReportRound;

/* Something that was noted and may be quoted. */
typedef struct {
  const char *text;
  const char *source;              /* nullable: who said it, where they may be named */
  const char *criterion;           /* nullable: the name of the criterion that it is about */
  gboolean    quote;               /* somebody's very words */
} VotumReportNote;

typedef struct {
  const char *name;
  const char *figure;              /* a decimal with a point */
  const char *unit;                /* nullable */
  const char *answers;             /* nullable: how many answered */
  const char *period;              /* nullable */
  const char *source;              /* nullable */
} VotumReportMeasure;

/**
 * VotumReport:
 *
 * Fill it, call votum_report_document(), free what you own. The rounds are in their order; the last is shown first, with
 * the chart.
 */
typedef struct {
  const char                   *award_name;
  const char                   *year;
  const char                   *class_name;     /* nullable */
  const char                   *organiser;      /* nullable */
  const char                   *place;          /* nullable: where the decision was taken */
  const char                   *date;           /* nullable, ISO: when */
  const char                   *created;        /* ISO with offset: of the last log entry; the PDF's dates */
  const char                   *name;           /* of the finalist */
  const char                   *outcome;        /* nullable: what the jury decided for it, in the document's language */
  const char                   *chair;          /* nullable: who signs */
  gboolean                      undecided;      /* the jury has not decided: a draft */

  const char                   *words;          /* nullable: what the jury writes to it; paragraphs by an empty line */
  const char                   *citation;       /* nullable: the citation of this finalist */
  const char                   *quote;          /* nullable, without quotation marks */
  const char                   *quote_source;   /* nullable */
  const char * const           *strengths;      /* nullable; NULL-ended: what the jury wrote */
  const VotumReportNote      *strength_notes;
  guint                         n_strength_notes;
  const char * const           *opportunities;  /* nullable; NULL-ended */
  const VotumReportNote      *opportunity_notes;
  guint                         n_opportunity_notes;
  const VotumReportNote      *seen;           /* other observations and quotes */
  guint                         n_seen;

  const VotumReportCriterion *criteria;
  guint                         n_criteria;
  const char                   *scale_min, *scale_max;   /* nullable */
  const VotumReportRound     *rounds;
  guint                         n_rounds;
  const VotumReportMeasure   *measures;
  guint                         n_measures;
} VotumReport;

VotumPaper *votum_report_document (const VotumReport *report, const char *lang);

G_END_DECLS
