#include "votum-config.h"

#include "votum-step-badges.h"

#include <glib/gi18n.h>
#include <string.h>

/* What stands beside each step of the work, in a word or two. */

static guint
count (VotumDesk *desk,
       VotumKind  kind)
{
  return g_list_model_get_n_items (votum_case_get_things (votum_desk_get_case (desk), kind));
}

/**
 * votum_step_badge:
 * @desk: a desk
 * @step: the name of a step
 * @style: (out): how the badge looks
 *
 * Returns: (transfer full) (nullable): what the badge of the step says
 */
char *
votum_step_badge (VotumDesk       *desk,
                  const char      *step,
                  VotumBadgeStyle *style)
{
  *style = VOTUM_BADGE_PLAIN;

  if (strcmp (step, "finalists") == 0 && count (desk, VOTUM_KIND_ENTRANT) > 0)
    return g_strdup_printf ("%u", count (desk, VOTUM_KIND_ENTRANT));
  if (strcmp (step, "jury") == 0 && count (desk, VOTUM_KIND_JUROR) > 0)
    return g_strdup_printf ("%u", count (desk, VOTUM_KIND_JUROR));

  return NULL;
}

/**
 * votum_step_holder_name:
 * @desk: a desk
 *
 * Returns: (transfer full): whose copy of the case this is
 */
char *
votum_step_holder_name (VotumDesk *desk)
{
  return g_strdup (votum_case_get_who (votum_desk_get_case (desk)));
}
