#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  VOTUM_WORDS_SAME,
  VOTUM_WORDS_ADDED,
  VOTUM_WORDS_REMOVED,
} VotumWordsChange;

/* A run of words that two versions of a text share, or that only one of them has. The white space behind a word goes with it. */
typedef struct {
  VotumWordsChange change;
  char            *text;
} VotumWordsRun;

void       votum_words_run_free   (VotumWordsRun *self);
GPtrArray *votum_citation_compare (const char *before, const char *after);

G_END_DECLS
