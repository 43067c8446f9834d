#pragma once

#include "votum-case-composer.h"

G_BEGIN_DECLS

/**
 * VotumHonour:
 * @VOTUM_HONOUR_WINNER: gets the prize
 * @VOTUM_HONOUR_SHARED: shares it
 * @VOTUM_HONOUR_NONE: the text is about giving no award
 * @VOTUM_HONOUR_MENTION: has an honourable mention
 * @VOTUM_HONOUR_FINALIST: a finalist, who gets a text of their own where that is the custom
 *
 * What a text is written for.
 */
typedef enum {
  VOTUM_HONOUR_WINNER,
  VOTUM_HONOUR_SHARED,
  VOTUM_HONOUR_NONE,
  VOTUM_HONOUR_MENTION,
  VOTUM_HONOUR_FINALIST,
} VotumHonour;

/**
 * VotumCitationPart:
 *
 * What a citation says, in the order in which it is said; for the stage the award line comes last.
 */
typedef enum {
  VOTUM_PART_AWARD_LINE,
  VOTUM_PART_OVERALL,
  VOTUM_PART_CRITERION,
  VOTUM_PART_EVIDENCE,
  VOTUM_PART_SITE_VISIT,
  VOTUM_PART_LEARNING,
  VOTUM_PART_CLOSE_RACE,
  VOTUM_PART_WITHHELD,     /* why there is no award */
  VOTUM_PART_AGREEMENT,
  VOTUM_PART_MINORITY,
  VOTUM_PART_RECUSAL,
  VOTUM_PART_CLOSING,
} VotumCitationPart;

/* A phrase to write on, filled from the case; an ellipsis stands where something is to be written. */
typedef struct {
  VotumCitationPart part;
  VotumThing       *criterion;  /* (nullable): the one it is about */
  char             *text;
  gboolean          there;      /* the text says it already */
} VotumPhrase;

void        votum_phrase_free        (VotumPhrase *self);

VotumHonour votum_case_get_honour    (VotumCase *self, VotumStanding *standing, VotumThing *about);
GPtrArray  *votum_case_honoured      (VotumCase *self, VotumStanding *standing, VotumThing *about);
GPtrArray  *votum_case_honoured_names (VotumCase *self, VotumStanding *standing, VotumThing *about);
char       *votum_case_honoured_word (VotumCase *self, VotumStanding *standing, VotumThing *about, const char *lang);
char       *votum_case_award_line    (VotumCase *self, VotumStanding *standing, VotumThing *about, const char *lang);
GArray     *votum_standing_by_weight (VotumStanding *standing);
GPtrArray  *votum_case_list_phrases  (VotumCase *self, const VotumComposed *composed);

G_END_DECLS
