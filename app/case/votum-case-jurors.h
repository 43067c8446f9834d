#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/**
 * VotumJurorsFlags:
 * @VOTUM_JURORS_PLAIN: severity and spread
 * @VOTUM_JURORS_RASCH: a many-facet Rasch model too
 * @VOTUM_JURORS_ANONYMOUS: letters for the jurors, in the order of the letters
 */
typedef enum {
  VOTUM_JURORS_PLAIN     = 0,
  VOTUM_JURORS_RASCH     = 1 << 0,
  VOTUM_JURORS_ANONYMOUS = 1 << 1,
} VotumJurorsFlags;

/**
 * VotumLeaning:
 * @VOTUM_LEANING_UNKNOWN: too few marks to tell
 * @VOTUM_LEANING_NEITHER: the interval holds 0
 * @VOTUM_LEANING_SEVERE: the whole interval lies above 0
 * @VOTUM_LEANING_LENIENT: the whole interval lies below 0
 *
 * What can be said of a juror's severity.
 */
typedef enum {
  VOTUM_LEANING_UNKNOWN,
  VOTUM_LEANING_NEITHER,
  VOTUM_LEANING_SEVERE,
  VOTUM_LEANING_LENIENT,
} VotumLeaning;

/**
 * VotumRaschLine:
 * @state: "estimated", "no-marks", "all-lowest" or "all-highest"; %NULL without a model
 * @n_marks: marks the measure rests on
 * @measure: in logits: ability of a finalist, severity of a juror, difficulty of a criterion; %NAN where not estimated
 * @se: its standard error
 * @infit: near 1: as expected
 * @outfit: the same, moved by single marks
 * @fair: the mark to be expected where the others are average
 *
 * What the many-facet Rasch model says of one juror, finalist or criterion.
 */
typedef struct {
  const char *state;
  guint       n_marks;
  double      measure, se, infit, outfit, fair;
} VotumRaschLine;

/**
 * VotumJurorLine:
 * @juror: the juror
 * @index: in the standing
 * @name: as it is to be shown: by name or by letter
 * @n_marked: finalists of the round the juror has marks for
 * @n_recused: finalists the juror is recused from; 0 where jurors go by letters, since who is recused is known
 * @mean: of the juror's own totals; %NAN without marks
 * @spread: their standard deviation; %NAN with fewer than two
 * @lowest: the lowest of them
 * @highest: the highest of them
 * @severity: how far below the others the juror marks the same finalists; %NAN where there is no model
 * @se: its standard error; %NAN where there is none
 * @margin: half of its interval of 95 %; %NAN where there is none
 * @leaning: what can be said of it
 * @rasch: in logits
 */
typedef struct {
  VotumThing    *juror;
  guint          index;
  char          *name;
  guint          n_marked;
  guint          n_recused;
  double         mean, spread, lowest, highest;
  double         severity, se, margin;
  VotumLeaning   leaning;
  VotumRaschLine rasch;
} VotumJurorLine;

/**
 * VotumAdjustedLine:
 * @entrant: the finalist
 * @index: in the standing
 * @name: as it is to be shown in this copy
 * @place: by the rule, after the round; 0: none
 * @n_marked: jurors who have marks for it
 * @n_recused: jurors who are recused
 * @mean: of the jurors' own totals
 * @adjusted: the same, had every juror marked it; %NAN where there is no model
 * @se: standard error of @adjusted
 * @mean_place: by @mean
 * @adjusted_place: by @adjusted; 0: none
 * @z: mean of the z-scores; %NAN where they are not offered
 * @z_place: by @z; 0: none
 * @rasch: in logits
 */
typedef struct {
  VotumThing    *entrant;
  guint          index;
  const char    *name;
  guint          place;
  guint          n_marked;
  guint          n_recused;
  double         mean, adjusted, se, z;
  guint          mean_place, adjusted_place, z_place;
  VotumRaschLine rasch;
} VotumAdjustedLine;

/**
 * VotumJurorsReport:
 *
 * How the jurors of a class differ in one round, from their own totals under the rule's weights. It informs and never decides.
 * A snapshot.
 */
typedef struct _VotumJurorsReport VotumJurorsReport;

VotumJurorsReport       *votum_case_jurors            (VotumCase *self, VotumStanding *standing, guint round, VotumJurorsFlags flags,
                                                       const char *lang, GCancellable *cancellable, GError **error);
void                     votum_jurors_report_free     (VotumJurorsReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumJurorsReport, votum_jurors_report_free)

guint                    votum_jurors_report_n_jurors      (const VotumJurorsReport *self);
const VotumJurorLine    *votum_jurors_report_juror         (const VotumJurorsReport *self, guint i);
guint                    votum_jurors_report_n_entrants    (const VotumJurorsReport *self);
const VotumAdjustedLine *votum_jurors_report_entrant       (const VotumJurorsReport *self, guint i);
guint                    votum_jurors_report_n_criteria    (const VotumJurorsReport *self);
const VotumRaschLine    *votum_jurors_report_criterion     (const VotumJurorsReport *self, guint leaf);
const char              *votum_jurors_report_no_severity   (const VotumJurorsReport *self);
const char              *votum_jurors_report_no_z          (const VotumJurorsReport *self);
const char              *votum_jurors_report_no_rasch      (const VotumJurorsReport *self);
gboolean                 votum_jurors_report_is_correction (const VotumJurorsReport *self);
gboolean                 votum_jurors_report_jurors_apart  (const VotumJurorsReport *self, guint a, guint b, double *difference, double *se);
gboolean                 votum_jurors_report_entrants_apart (const VotumJurorsReport *self, guint a, guint b, double *difference, double *se);
double                   votum_jurors_report_margin        (const VotumJurorsReport *self);

G_END_DECLS
