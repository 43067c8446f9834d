#include "votum-config.h"

#include "votum-next-words.h"

#include <glib/gi18n.h>

/**
 * votum_next_page:
 * @kind: what comes next
 *
 * Returns: (transfer none) (nullable): the page on which it is done
 */
const char *
votum_next_page (VotumNextKind kind)
{
  switch (kind)
    {
    case VOTUM_NEXT_ADD_CRITERIA:
    case VOTUM_NEXT_FIX_WEIGHTS:
    case VOTUM_NEXT_ADD_ROUND:
      return "criteria";
    case VOTUM_NEXT_ADD_JURORS:
      return "jury";
    case VOTUM_NEXT_AWAIT_MARKS:
    case VOTUM_NEXT_OPEN_ROUND:
    case VOTUM_NEXT_HAND_OUT_AGAIN:
      return "ballots";
    case VOTUM_NEXT_IMPORT_FINALISTS:
      return "finalists";
    case VOTUM_NEXT_PLAN_VISIT:
    case VOTUM_NEXT_VISIT:
      return "visits";
    case VOTUM_NEXT_SCORE:
    case VOTUM_NEXT_GIVE_REASON:
    case VOTUM_NEXT_GIVE_COMMENT:
      return "scoring";
    case VOTUM_NEXT_DELIBERATE:
      return "deliberation";
    case VOTUM_NEXT_REVOTE:
      return "compare";
    case VOTUM_NEXT_DECIDE:
    case VOTUM_NEXT_WRITE_CITATION:
    case VOTUM_NEXT_EXPORT_VERDICT:
      return "verdict";
    case VOTUM_NEXT_CHOOSE_HOLDER:
    case VOTUM_NEXT_NOTHING:
    default:
      return NULL;
    }
}

/* What concerns everybody, and names nobody. */
static const char *
common_words (VotumNextKind kind)
{
  switch ((int) kind)
    {
    case VOTUM_NEXT_CHOOSE_HOLDER:
      return _("Say whose copy this is");
    case VOTUM_NEXT_ADD_CRITERIA:
      return _("Add the first criterion");
    case VOTUM_NEXT_FIX_WEIGHTS:
      return _("Make the weights sum to 100 %");
    case VOTUM_NEXT_ADD_JURORS:
      return _("Add the members of the jury");
    case VOTUM_NEXT_IMPORT_FINALISTS:
      return _("Import the finalists");
    case VOTUM_NEXT_ADD_ROUND:
      return _("Begin the first round");
    case VOTUM_NEXT_EXPORT_VERDICT:
      return _("Hand the verdict over");
    case VOTUM_NEXT_HAND_IN:
      return _("Hand in: all marks are given");
    default:
      return _("Nothing is left to do for now");
    }
}

/**
 * votum_next_words:
 * @kind: what comes next
 * @name: (nullable): whom or what it is about
 * @count: how much of it is left
 *
 * Returns: (transfer full): what to do, short enough for a button: "Score Nordlys Kraft: 3 criteria left"
 */
char *
votum_next_words (VotumNextKind kind,
                  const char   *name,
                  guint         count)
{
  if (name == NULL)
    name = "";

  switch ((int) kind)
    {
    case VOTUM_NEXT_PLAN_VISIT:
      return g_strdup_printf (_("Plan the visit to %s"), name);
    case VOTUM_NEXT_VISIT:
      return g_strdup_printf (_("Visit %s"), name);
    case VOTUM_NEXT_SCORE:
      return g_strdup_printf (ngettext ("Score %s: %u criterion left", "Score %s: %u criteria left", count), name, count);
    case VOTUM_NEXT_GIVE_REASON:
      return g_strdup_printf (ngettext ("Say why a mark for %s has changed (%u mark)", "Say why marks for %s have changed (%u marks)", count), name, count);
    case VOTUM_NEXT_GIVE_COMMENT:
      return g_strdup_printf (ngettext ("Write the comment that the rule asks for with a mark for %s (%u mark)",
                                        "Write the comments that the rule asks for with marks for %s (%u marks)", count), name, count);
    case VOTUM_NEXT_AWAIT_MARKS:
      return g_strdup_printf (ngettext ("Ask %s for marks: %u is missing in all", "Ask %s for marks: %u are missing in all", count), name,
                              count);
    case VOTUM_NEXT_OPEN_ROUND:
      /* TRANSLATORS: %s is the name of a round */
      return g_strdup_printf (_("Open “%s”: all marks are given"), name);
    case VOTUM_NEXT_DELIBERATE:
      if (count == 0)
        return g_strdup (_("Lead the deliberation: make the agenda from the marks"));
      return g_strdup_printf (ngettext ("Lead the deliberation: %u point is open", "Lead the deliberation: %u points are open", count), count);
    case VOTUM_NEXT_REVOTE:
      return g_strdup_printf (ngettext ("Vote again: %u finalist is tied", "Vote again: %u finalists are tied", count), count);
    case VOTUM_NEXT_DECIDE:
      return *name != '\0' ? g_strdup_printf (_("Record what the jury decides in %s"), name) : g_strdup (_("Record what the jury decides"));
    case VOTUM_NEXT_WRITE_CITATION:
      return g_strdup_printf (_("Write the citation for %s"), name);
    case VOTUM_NEXT_HAND_OUT_AGAIN:
      return g_strdup_printf (ngettext ("Hand out again to %u juror: the case has changed", "Hand out again to %u jurors: the case has changed", count), count);
    case VOTUM_NEXT_HAND_IN_AGAIN:
      return g_strdup_printf (_("Hand in again: something has changed since ballot %u"), count);
    default:
      return g_strdup (common_words (kind));
    }
}

/**
 * votum_next_name:
 * @desk: a desk
 * @step: what comes next
 *
 * Returns: (transfer full) (nullable): whom or what it is about, as votum_next_words() wants it
 */
char *
votum_next_name (VotumDesk           *desk,
                 const VotumNextStep *step)
{
  VotumThing *thing = step->thing;

  if (thing != NULL && VOTUM_IS_VISIT (thing))
    thing = votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (thing, VOTUM_VISIT_ENTRANT));

  return thing != NULL ? votum_desk_name (desk, thing) : NULL;
}
