#pragma once

#include "votum-case-result.h"
#include "votum-result-list.h"

G_BEGIN_DECLS

/**
 * VotumResultListContent:
 * @list: who is made public, and from when
 *
 * The content of a result list. It points into the case: use it before the case is changed.
 */
typedef struct {
  VotumResultList list;
  /*< private >*/
  GPtrArray      *owned;
} VotumResultListContent;

void                    votum_result_list_content_free (VotumResultListContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumResultListContent, votum_result_list_content_free)

VotumResultListContent *votum_case_result_list_content (VotumCase *self, GPtrArray *standings, const char *lang, gboolean points, GError **error);
VotumPaper             *votum_case_result_list         (VotumCase *self, GPtrArray *standings, const char *lang, gboolean points, GError **error);

G_END_DECLS
