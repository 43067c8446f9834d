#pragma once

#include "votum-page.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const char *role;                /* nullable: "Jury chair" */
} VotumDiplomaSigner;

/**
 * VotumDiploma:
 *
 * What one diploma says; plain values, as of a VotumVerdict.
 */
typedef struct {
  const char               *award_name;
  const char               *year;
  const char               *class_name;   /* nullable */
  const char               *organiser;    /* nullable */
  const char               *created;      /* ISO with offset; the PDF's dates */
  const char               *name;         /* who gets it */
  const char               *outcome;      /* "Winner", "2nd place", "Highly commended", "Finalist", in the document's language */
  gboolean                  honoured;     /* the prize itself */
  const char               *sentence;     /* nullable: the jury's, about this one */
  const char               *place;        /* nullable: of the ceremony */
  const char               *date;         /* nullable, ISO */
  const VotumDiplomaSigner *signers;
  guint                     n_signers;
  gboolean                  draft;        /* the jury has not decided */
} VotumDiploma;

VotumPaper *votum_diploma_document (const VotumDiploma *diplomas, guint n, const char *lang);

G_END_DECLS
