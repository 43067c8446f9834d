#pragma once

#include "votum-case-composer.h"

G_BEGIN_DECLS

/* A text to begin with, made from what the jury noted, and what it rests on. */
typedef struct {
  char   *text;
  char   *quote;         /* (nullable) */
  char   *quote_source;  /* (nullable) */
  GArray *passages;      /* of VotumPassage */
} VotumFirstDraft;

void             votum_first_draft_free (VotumFirstDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumFirstDraft, votum_first_draft_free)

VotumFirstDraft *votum_case_first_draft (VotumCase *self, VotumStanding *standing, VotumThing *about, const char *lang, int form);

G_END_DECLS
