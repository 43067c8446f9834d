#pragma once

#include "votum-case-result.h"
#include "votum-verdict.h"

G_BEGIN_DECLS

typedef struct {
  const char      *lang;        /* of the document: nb, nn, sv, da or en */
  VotumVerdictPart part;
  gboolean         name_last;   /* the citation's form for the stage */
  gboolean         anonymous;   /* marks by letters, not names */
  const char      *text;        /* (nullable): the citation as it is being written, instead of the stored one */
  const char      *quote;       /* (nullable): goes with @text */
  const char      *quote_source;/* (nullable) */
} VotumVerdictOptions;

VotumPaper *votum_case_verdict (VotumCase *self, VotumStanding *standing, const VotumVerdictOptions *options, gboolean *draft);

G_END_DECLS
