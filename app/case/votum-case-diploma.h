#pragma once

#include "votum-case-result.h"
#include "votum-diploma.h"

G_BEGIN_DECLS

/**
 * VotumDiplomaContent:
 * @diplomas: (array length=n): what they say, the prize first
 * @entrants: (element-type VotumThing): whose they are, in the same order
 * @n: how many
 *
 * The content of diplomas. It points into the case: use it before the case is changed.
 */
typedef struct {
  VotumDiploma *diplomas;
  GPtrArray    *entrants;
  guint         n;
  /*< private >*/
  GPtrArray    *owned;
} VotumDiplomaContent;

void                 votum_diploma_content_free (VotumDiplomaContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumDiplomaContent, votum_diploma_content_free)

VotumDiplomaContent *votum_case_diploma_content (VotumCase *self, VotumStanding *standing, VotumThing *entrant, const char *lang, GError **error);
VotumPaper          *votum_case_diploma         (VotumCase *self, VotumStanding *standing, VotumThing *entrant, const char *lang, GError **error);

G_END_DECLS
