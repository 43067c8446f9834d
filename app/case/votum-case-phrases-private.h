#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of the phrase bank that no other document uses. Those that others use too stand in votum-words-table.c. */
typedef enum {
  VOTUM_PHRASE_WINNER,          /* who, in the middle of a sentence */
  VOTUM_PHRASE_WINNERS,
  VOTUM_PHRASE_ONE_OF_WINNERS,
  VOTUM_PHRASE_FINALIST,
  VOTUM_PHRASE_FINALIST_LINE,   /* {winner} {prize} {year} */
  VOTUM_PHRASE_OVERALL,         /* {who} */
  VOTUM_PHRASE_OVERALL_MANY,    /* {who} */
  VOTUM_PHRASE_CRITERION,       /* {criterion} {who} */
  VOTUM_PHRASE_CRITERION_MANY,  /* {criterion} {who} */
  VOTUM_PHRASE_BEST,
  VOTUM_PHRASE_NOT_MET,
  VOTUM_PHRASE_WHY_WITHHELD,
  VOTUM_PHRASE_MINORITY,
  VOTUM_PHRASE_MINORITY_OF,     /* {m} */
  VOTUM_PHRASE_CLOSING_SHARED,
  VOTUM_PHRASE_CLOSING_MENTION,
  VOTUM_PHRASE_CLOSING_FINALIST,
  /* a word by which a text shows that it says this already, whatever words it has found for it */
  VOTUM_PHRASE_SIGN_VISIT,
  VOTUM_PHRASE_SIGN_LEARNING,
  VOTUM_PHRASE_SIGN_RACE,
  VOTUM_PHRASE_SIGN_UNANIMOUS,
  VOTUM_PHRASE_SIGN_MAJORITY,
  VOTUM_PHRASE_SIGN_MINORITY,
  VOTUM_PHRASE_SIGN_CLOSING,
  VOTUM_N_PHRASES,
} VotumPhraseWord;

const char *votum_phrase_word (const char *lang, VotumPhraseWord word);

G_END_DECLS
