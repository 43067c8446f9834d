#pragma once

#include "votum-case-composer.h"

G_BEGIN_DECLS

/* A sentence of a text: places in characters; @end is behind its last mark. */
typedef struct {
  guint start;
  guint end;
} VotumSentence;

GArray   *votum_citation_sentences  (const char *text);
gboolean  votum_citation_find_name  (const char *text, const char *name, guint from, guint *start, guint *end);
char     *votum_case_turn_citation  (VotumCase *self, const VotumComposed *composed, int form, GArray **passages);

G_END_DECLS
