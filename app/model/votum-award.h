#pragma once

#include "votum-thing.h"

G_BEGIN_DECLS

enum {
  VOTUM_AWARD_KIND,  /* how finalists are assessed; a case of this version runs juries */
  VOTUM_AWARD_NAME,
  VOTUM_AWARD_YEAR,
  VOTUM_AWARD_ORGANISER,
  VOTUM_AWARD_PARTNERS,  /* one a line */
  VOTUM_AWARD_LANGUAGES,  /* tags with spaces between */
  VOTUM_AWARD_PLACE,
  VOTUM_AWARD_CEREMONY,
  VOTUM_AWARD_BLIND,  /* jurors see aliases */
  VOTUM_AWARD_VISIBILITY,  /* when jurors see each other's marks */
  VOTUM_AWARD_NAMES_FINALISTS,  /* the citation may name those who did not win */
  VOTUM_AWARD_SCALE,
  VOTUM_AWARD_RULE,
  VOTUM_AWARD_TEMPLATE,  /* the template it was made from */
  VOTUM_AWARD_BASIS,  /* where criteria and weights come from */
  VOTUM_AWARD_STAGES,  /* the process, a stage a line */
  VOTUM_AWARD_DOCUMENTS,  /* what the jury hands over, one a line */
  VOTUM_AWARD_EMBARGO,  /* the result is not published before */
  VOTUM_AWARD_LEADERS_ONLY,  /* the result list has nobody but who leads */
};

enum {
  VOTUM_AWARD_KIND_JURY,
  VOTUM_AWARD_KIND_MYSTERY_CONTACT,
  VOTUM_AWARD_KIND_INDEX,
  VOTUM_AWARD_KIND_INTERVIEW,
};

enum {
  VOTUM_AWARD_VISIBILITY_AFTER_OPENING,
  VOTUM_AWARD_VISIBILITY_AFTER_HANDING_IN,
  VOTUM_AWARD_VISIBILITY_ALWAYS,
};

#define VOTUM_TYPE_AWARD (votum_award_get_type ())
VOTUM_DECLARE_THING (Award, award, AWARD)

G_END_DECLS
