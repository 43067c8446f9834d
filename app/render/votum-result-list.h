#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

/* What a result list is made of: plain values, as of a VotumVerdict. It lists those that may be made public and nobody else. */

/* Somebody with a place, the prize or an honourable mention. */
typedef struct {
  const char *name;
  const char *outcome;             /* "Winner", "2nd place", in the document's language */
  guint       place;               /* 0: none */
  gboolean    shared;
  gboolean    honoured;            /* winner, or one of those who share the prize */
  gboolean    mention;             /* honourable mention */
  const char *points;              /* nullable: a decimal with a point; only where points are made public */
} VotumResultListRow;

typedef struct {
  const char               *class_name;   /* nullable */
  const VotumResultListRow *rows;         /* in the order that they are shown */
  guint                     n_rows;
  const char * const       *others;       /* nullable; NULL-ended: finalists without a place, in alphabetical order */
  gboolean                  no_award;
  gboolean                  undecided;    /* by the rule alone */
} VotumResultListClass;

typedef struct {
  const char                 *award_name;
  const char                 *year;
  const char                 *organiser;    /* nullable */
  const char                 *place;        /* nullable */
  const char                 *date;         /* nullable, ISO */
  const char                 *created;      /* ISO with offset; the PDF's dates */
  const char                 *embargo;      /* nullable: ISO */
  gboolean                    leaders_only; /* said on it; the rows have been chosen already */
  const VotumResultListClass *classes;
  guint                       n_classes;
} VotumResultList;

VotumPaper *votum_result_list_document (const VotumResultList *list, const char *lang);

G_END_DECLS
