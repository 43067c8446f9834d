#pragma once

#include "votum-case-composer.h"

G_BEGIN_DECLS

/* Something that a citation may rest on: a note, what the jury agreed, a measure, a section of the submission. */
typedef struct {
  VotumThing *thing;
  VotumThing *criterion;     /* (nullable): what it tells something about */
  gboolean    confidential;  /* the text rests on it, though it may not be quoted any more */
} VotumEvidence;

gboolean    votum_evidence_is_open          (VotumThing *evidence);
VotumThing *votum_case_evidence_criterion   (VotumCase *self, VotumStanding *standing, VotumThing *evidence);
GPtrArray  *votum_case_list_evidence        (VotumCase *self, VotumStanding *standing, VotumThing *about, const GArray *passages);
char       *votum_case_evidence_text        (VotumCase *self, VotumThing *evidence, const char *lang);
char       *votum_case_evidence_sentence    (VotumCase *self, VotumThing *evidence, const char *lang);

G_END_DECLS
