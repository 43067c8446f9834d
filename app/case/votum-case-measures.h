#pragma once

#include "votum-case.h"
#include "votum-estimate.h"

G_BEGIN_DECLS

/**
 * VotumMeasured:
 * @entrant: of whom
 * @indicator: of what
 * @measure: the figure with its period and source
 * @estimate: the figure, and how unsure it is at most with so many answers; ends of %NAN where that is not known
 * @worth: what the indicator's value function makes of it; %NAN where it has none
 * @n_answers: how many answered; 0 where it is not said
 * @too_few: fewer answered than the indicator asks for
 *
 * A measure of an entrant, and how sure it is. Informs only.
 */
typedef struct {
  VotumThing   *entrant;
  VotumThing   *indicator;
  VotumThing   *measure;
  VotumEstimate estimate;
  double        worth;
  guint         n_answers;
  gboolean      too_few;
} VotumMeasured;

GArray *votum_case_measures       (VotumCase *self, VotumThing *class_thing);
char   *votum_case_measures_words (VotumCase *self, GArray *measures, VotumThing *indicator);

G_END_DECLS
