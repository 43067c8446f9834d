#pragma once

#include "votum-words.h"

G_BEGIN_DECLS

/* By word, then by language in the order of votum_words_langs(): nb nn sv da en. */
extern const char * const votum_words_table[VOTUM_N_WORDS][VOTUM_N_WORD_LANGS];
/* The words of the feedback report, the result list, the diploma and of Reveal; all others are empty here. */
extern const char * const votum_words_documents[VOTUM_N_WORDS][VOTUM_N_WORD_LANGS];
/* The words of the deliberation; all others are empty here. */
extern const char * const votum_words_deliberation[VOTUM_N_WORDS][VOTUM_N_WORD_LANGS];

G_END_DECLS
