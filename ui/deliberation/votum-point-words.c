#include "votum-config.h"

#include "votum-point-words.h"

#include <glib/gi18n.h>

#include "votum-case-agenda.h"

char *
votum_point_title (VotumDesk  *desk,
                   VotumThing *point)
{
  return votum_case_point_title (votum_desk_get_case (desk), point, votum_desk_get_lang (desk));
}

/**
 * votum_point_source:
 * @point: a point
 *
 * Returns: what put it on the agenda, in a word or two
 */
const char *
votum_point_source (VotumThing *point)
{
  switch (votum_thing_get_choice (point, VOTUM_POINT_SOURCE))
    {
    case VOTUM_POINT_SOURCE_DISAGREEMENT:
      return _("Disagreement");
    case VOTUM_POINT_SOURCE_THIN_LEAD:
      return _("Thin lead");
    case VOTUM_POINT_SOURCE_ALONE:
      /* TRANSLATORS: a juror whose mark is far from all others */
      return _("Stands alone");
    case VOTUM_POINT_SOURCE_OPEN_QUESTION:
      return _("Open question");
    default:
      return _("Own point");
    }
}

/**
 * votum_point_about:
 * @point: a point
 *
 * Returns: (nullable): why it is on the agenda, in a sentence
 */
const char *
votum_point_about (VotumThing *point)
{
  switch (votum_thing_get_choice (point, VOTUM_POINT_SOURCE))
    {
    case VOTUM_POINT_SOURCE_DISAGREEMENT:
      return _("Here the marks lay furthest apart when the round was opened.");
    case VOTUM_POINT_SOURCE_THIN_LEAD:
      return _("Other weights, other jurors or one juror fewer would soon put somebody else first. Compare shows how.");
    case VOTUM_POINT_SOURCE_ALONE:
      return _("One mark lies further from all others than these lie from each other. It may be right: ask what it saw.");
    case VOTUM_POINT_SOURCE_OPEN_QUESTION:
      return _("A question of the visit that has no clear answer yet.");
    default:
      return NULL;
    }
}

/**
 * votum_point_state:
 * @point: a point
 *
 * Returns: how far the jury has come with it
 */
const char *
votum_point_state (VotumThing *point)
{
  switch (votum_thing_get_choice (point, VOTUM_POINT_STATE))
    {
    case VOTUM_POINT_STATE_AGREED:
      return _("Agreed");
    case VOTUM_POINT_STATE_NO_AGREEMENT:
      return _("No agreement");
    case VOTUM_POINT_STATE_LEFT:
      /* TRANSLATORS: a point of the agenda that the jury lays aside */
      return _("Left as it is");
    default:
      return _("Not discussed");
    }
}
