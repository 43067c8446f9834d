#include "votum-config.h"

#include "votum-thing.h"

#include <string.h>

#include "votum-things.h"

/* The declarations of all kinds, in one table. */

static const VotumThingInfo *const infos[VOTUM_N_KINDS] = {
  [VOTUM_KIND_SCALE] = &votum_scale_info,
  [VOTUM_KIND_LEVEL] = &votum_level_info,
  [VOTUM_KIND_RULE] = &votum_rule_info,
  [VOTUM_KIND_AWARD] = &votum_award_info,
  [VOTUM_KIND_CLASS] = &votum_class_info,
  [VOTUM_KIND_INDICATOR] = &votum_indicator_info,
  [VOTUM_KIND_CRITERION] = &votum_criterion_info,
  [VOTUM_KIND_ENTRANT] = &votum_entrant_info,
  [VOTUM_KIND_SECTION] = &votum_section_info,
  [VOTUM_KIND_CONTACT_PERSON] = &votum_contact_person_info,
  [VOTUM_KIND_MEASURE] = &votum_measure_info,
  [VOTUM_KIND_JUROR] = &votum_juror_info,
  [VOTUM_KIND_RECUSAL] = &votum_recusal_info,
  [VOTUM_KIND_ASSIGNMENT] = &votum_assignment_info,
  [VOTUM_KIND_ROUND] = &votum_round_info,
  [VOTUM_KIND_ROUND_ENTRY] = &votum_round_entry_info,
  [VOTUM_KIND_VISIT] = &votum_visit_info,
  [VOTUM_KIND_QUESTION] = &votum_question_info,
  [VOTUM_KIND_NOTE] = &votum_note_info,
  [VOTUM_KIND_ATTACHMENT] = &votum_attachment_info,
  [VOTUM_KIND_POINT] = &votum_point_info,
  [VOTUM_KIND_REVISION] = &votum_revision_info,
  [VOTUM_KIND_CONSENSUS] = &votum_consensus_info,
  [VOTUM_KIND_MEETING] = &votum_meeting_info,
  [VOTUM_KIND_MINUTE] = &votum_minute_info,
  [VOTUM_KIND_CASTING_VOTE] = &votum_casting_vote_info,
  [VOTUM_KIND_DECISION] = &votum_decision_info,
  [VOTUM_KIND_CITATION] = &votum_citation_info,
  [VOTUM_KIND_CITATION_LINK] = &votum_citation_link_info,
  [VOTUM_KIND_WORDING] = &votum_wording_info,
  [VOTUM_KIND_FEEDBACK] = &votum_feedback_info,
  [VOTUM_KIND_HAND_OUT] = &votum_hand_out_info,
  [VOTUM_KIND_BALLOT] = &votum_ballot_info,
};

/**
 * votum_thing_info:
 * @kind: a kind of thing
 *
 * Returns: (transfer none): what is declared of it
 */
const VotumThingInfo *
votum_thing_info (VotumKind kind)
{
  g_return_val_if_fail (kind < VOTUM_N_KINDS, NULL);

  return infos[kind];
}

/**
 * votum_kind_from_name:
 * @name: the name of a thing as in the XML ("contact-person")
 * @kind: (out): its kind
 *
 * Returns: whether there is such a kind
 */
gboolean
votum_kind_from_name (const char *name,
                      VotumKind  *kind)
{
  for (guint i = 0; i < VOTUM_N_KINDS; i++)
    {
      if (strcmp (infos[i]->name, name) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * votum_thing_info_parent:
 * @info: a kind's declaration
 *
 * Returns: the index of the reference to the thing that this one is a part of, or -1
 */
int
votum_thing_info_parent (const VotumThingInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & VOTUM_FIELD_PARENT)
      return i;

  return -1;
}

/**
 * votum_thing_info_find:
 * @info: a kind's declaration
 * @name: a field's name
 *
 * Returns: the index of the field, or -1
 */
int
votum_thing_info_find (const VotumThingInfo *info,
                       const char           *name)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, name) == 0)
      return i;

  return -1;
}
