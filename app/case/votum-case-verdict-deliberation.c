#include "votum-config.h"

#include <string.h>

#include "votum-case-agenda.h"
#include "votum-case-minutes.h"
#include "votum-case-standing-private.h"
#include "votum-case-verdict-private.h"
#include "votum-words.h"

/* The agenda with what came of it, and the minutes, for the protocol. */

/* Nothing of another class. What is about no finalist and no class is about all. */
static gboolean
is_of_class (VotumVerdictBuilder *builder,
             gint64               entrant,
             gint64               class)
{
  VotumThing *own = builder->standing->class;

  if (entrant != 0)
    return votum_standing_find (builder->standing->entrants, entrant) >= 0;

  return class == 0 || own == NULL || class == votum_thing_get_id (own);
}

static const char *
state_words (VotumVerdictBuilder *builder,
             VotumThing          *point)
{
  static const VotumWord words[] = { VOTUM_WORD_POINT_OPEN, VOTUM_WORD_POINT_AGREED, VOTUM_WORD_POINT_NO_AGREEMENT, VOTUM_WORD_POINT_LEFT };
  int state = votum_thing_get_choice (point, VOTUM_POINT_STATE);

  return votum_words (builder->lang, words[CLAMP (state, 0, (int) G_N_ELEMENTS (words) - 1)]);
}

static void
fill_points (VotumVerdictBuilder *builder,
             VotumVerdict        *verdict)
{
  g_autoptr(GPtrArray) agenda = votum_case_agenda (builder->self);
  VotumVerdictPoint *points = votum_verdict_own_array (builder, VotumVerdictPoint, agenda->len);

  for (guint i = 0; i < agenda->len; i++)
    {
      VotumThing *point = g_ptr_array_index (agenda, i);
      VotumVerdictPoint *filled = &points[verdict->n_points];

      if (!is_of_class (builder, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT), votum_thing_get_ref (point, VOTUM_POINT_CLASS)))
        continue;
      filled->title = votum_verdict_own (builder, votum_case_point_title (builder->self, point, builder->lang));
      filled->state = state_words (builder, point);
      filled->agreed = votum_thing_get_text (point, VOTUM_POINT_AGREED);
      verdict->n_points++;
    }
  verdict->points = points;
}

/* The hour and minute of a time as it was taken: "14:05". */
static char *
clock_of (const char *iso)
{
  const char *t = iso != NULL ? strchr (iso, 'T') : NULL;

  return t != NULL && strlen (t) >= 6 ? g_strndup (t + 1, 5) : g_strdup ("–");
}

/* Whether a minute says that somebody came back who had gone out for what is of another class. */
static gboolean
returns_from_elsewhere (VotumVerdictBuilder *builder,
                        GPtrArray           *minutes,
                        guint                place)
{
  VotumThing *minute = g_ptr_array_index (minutes, place);

  if (votum_thing_get_choice (minute, VOTUM_MINUTE_KIND) != VOTUM_MINUTE_KIND_RETURNED)
    return FALSE;
  for (guint i = place; i > 0; i--)
    {
      VotumThing *before = g_ptr_array_index (minutes, i - 1);

      if (votum_thing_get_ref (before, VOTUM_MINUTE_JUROR) == votum_thing_get_ref (minute, VOTUM_MINUTE_JUROR))
        return !is_of_class (builder, votum_thing_get_ref (before, VOTUM_MINUTE_ENTRANT), votum_thing_get_ref (before, VOTUM_MINUTE_CLASS));
    }

  return FALSE;
}

static void
fill_meeting (VotumVerdictBuilder *builder,
              VotumThing          *meeting,
              VotumVerdictMeeting *filled)
{
  g_autoptr(GPtrArray) minutes = votum_case_minutes (builder->self, meeting);
  VotumVerdictMinute *lines = votum_verdict_own_array (builder, VotumVerdictMinute, minutes->len);
  const char **present = votum_verdict_own_array (builder, const char *, minutes->len + 1);
  guint n_present = 0;

  filled->place = votum_thing_get_text (meeting, VOTUM_MEETING_PLACE);
  filled->begun = votum_thing_get_text (meeting, VOTUM_MEETING_BEGUN);
  filled->ended = votum_thing_get_text (meeting, VOTUM_MEETING_ENDED);
  for (guint i = 0; i < minutes->len; i++)
    {
      VotumThing *minute = g_ptr_array_index (minutes, i);
      VotumThing *juror = votum_case_lookup (builder->self, votum_thing_get_ref (minute, VOTUM_MINUTE_JUROR));
      const char *name = juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : NULL;

      if (!is_of_class (builder, votum_thing_get_ref (minute, VOTUM_MINUTE_ENTRANT), votum_thing_get_ref (minute, VOTUM_MINUTE_CLASS)) ||
          returns_from_elsewhere (builder, minutes, i))
        continue;
      /* who came at first is told above the list, once */
      if (votum_thing_get_choice (minute, VOTUM_MINUTE_KIND) == VOTUM_MINUTE_KIND_PRESENT && name != NULL &&
          !g_strv_contains ((const char *const *) present, name))
        {
          present[n_present++] = name;
          continue;
        }
      lines[filled->n_minutes].clock = votum_verdict_own (builder, clock_of (votum_thing_get_text (minute, VOTUM_MINUTE_TIME)));
      lines[filled->n_minutes].text = votum_verdict_own (builder, votum_case_minute_words (builder->self, minute, builder->lang));
      filled->n_minutes++;
    }
  filled->present = present;
  filled->minutes = lines;
}

/**
 * votum_verdict_fill_deliberation:
 * @builder: what a verdict is filled from
 * @verdict: gets the points of the agenda and the minutes, as far as they are about its entrants
 */
void
votum_verdict_fill_deliberation (VotumVerdictBuilder *builder,
                                 VotumVerdict        *verdict)
{
  g_autoptr(GPtrArray) meetings = votum_case_in_order (builder->self, VOTUM_KIND_MEETING);
  VotumVerdictMeeting *filled = votum_verdict_own_array (builder, VotumVerdictMeeting, meetings->len);

  if (builder->standing->own_only)
    return;

  fill_points (builder, verdict);
  for (guint i = 0; i < meetings->len; i++)
    if (votum_case_may_see (builder->self, g_ptr_array_index (meetings, i)))
      fill_meeting (builder, g_ptr_array_index (meetings, i), &filled[verdict->n_meetings++]);
  verdict->meetings = filled;
}

/**
 * votum_verdict_minority_names:
 * @builder: what a verdict is filled from
 * @decision: a decision
 *
 * Returns: (nullable): whose statement the minority's is
 */
const char *
votum_verdict_minority_names (VotumVerdictBuilder *builder,
                              VotumThing          *decision)
{
  g_autoptr(GArray) refs = votum_thing_get_refs (decision, VOTUM_DECISION_MINORITY_BY);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < refs->len; i++)
    {
      VotumThing *juror = votum_case_lookup (builder->self, g_array_index (refs, gint64, i));

      if (juror != NULL)
        g_ptr_array_add (names, (gpointer) votum_thing_get_text (juror, VOTUM_JUROR_NAME));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return votum_verdict_own (builder, votum_words_list (builder->lang, (const char *const *) names->pdata));
}
