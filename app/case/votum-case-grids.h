#pragma once

#include "votum-case-result.h"
#include "votum-grid.h"

G_BEGIN_DECLS

/**
 * VotumGridRequest:
 * @votum_case: a case
 * @standing: the result of the class that the table is about
 * @lang: language of heads and words: nb, nn, sv, da or en
 * @anonymous: letters instead of jurors' names, and no comments, by which one could know them
 *
 * What a table is filled from.
 */
typedef struct {
  VotumCase     *votum_case;
  VotumStanding *standing;
  const char    *lang;
  gboolean       anonymous;
} VotumGridRequest;

const char *const *votum_case_grid_names (void);
gboolean           votum_case_grid_is_confidential (const char *name);
gboolean           votum_case_grid_is_of_award (const char *name);
VotumGrid         *votum_case_grid       (const char *name, const VotumGridRequest *request);

G_END_DECLS
