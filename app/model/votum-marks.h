#pragma once

#include "votum-decimal.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_MARK_VALUE,
  VOTUM_MARK_NOT_OBSERVED,
} VotumMarkState;

/**
 * VotumMark:
 * @round: number of the round
 * @entrant: number of the entrant
 * @juror: number of the juror
 * @criterion: number of the criterion
 * @digits: the mark is digits / 10^scale
 * @scale: see @digits
 * @state: a value, or seen but not observed
 * @comment: (nullable): the juror's comment
 * @entered_by: (nullable): who typed it in, where that was not the juror
 *
 * A juror's mark for an entrant on a criterion in a round. There is none as long as it is not yet given; a recused
 * juror gives none. The strings belong to the collection the mark is in.
 */
typedef struct {
  gint32      round;
  gint32      entrant;
  gint32      juror;
  gint32      criterion;
  gint64      digits;
  guint8      scale;
  guint8      state;
  const char *comment;
  const char *entered_by;
} VotumMark;

/**
 * VotumMarks:
 *
 * Marks in the order of round, entrant, juror, criterion, at most one for each. Made for a few hundred thousand.
 */
typedef struct _VotumMarks VotumMarks;

VotumMarks      *votum_marks_new     (void);
void             votum_marks_free    (VotumMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumMarks, votum_marks_free)

guint            votum_marks_size    (const VotumMarks *self);
const VotumMark *votum_marks_get     (const VotumMarks *self, guint i);
const VotumMark *votum_marks_lookup  (const VotumMarks *self, gint64 round, gint64 entrant, gint64 juror, gint64 criterion);
const VotumMark *votum_marks_range   (const VotumMarks *self, gint64 round, gint64 entrant, gint64 juror, guint *n_marks);
void             votum_marks_set     (VotumMarks *self, const VotumMark *mark);
gboolean         votum_marks_remove  (VotumMarks *self, const VotumMark *mark);
void             votum_marks_append  (VotumMarks *self, const VotumMark *mark);
gboolean         votum_marks_sort    (VotumMarks *self, const VotumMark **twice);
void             votum_marks_merge   (VotumMarks *self, const VotumMarks *removed, VotumMarks *written);
int              votum_mark_compare  (const VotumMark *a, const VotumMark *b);
gboolean         votum_mark_equal    (const VotumMark *a, const VotumMark *b);
VotumDecimal     votum_mark_value    (const VotumMark *mark);

G_END_DECLS
