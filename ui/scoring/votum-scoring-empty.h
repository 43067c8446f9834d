#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/* Why there is nothing to mark, and where that can be mended. */
typedef struct {
  const char *sentence;
  const char *button;
  const char *page;
} VotumScoringEmpty;

gboolean votum_scoring_is_empty (VotumScoringSheet *sheet, VotumScoringEmpty *empty);

G_END_DECLS
