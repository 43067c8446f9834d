#include "votum-config.h"

#include "votum-case-minutes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-agenda.h"
#include "votum-case-decide.h"
#include "votum-case-edit.h"
#include "votum-case-private.h"
#include "votum-case-progress.h"
#include "votum-error.h"
#include "votum-text.h"
#include "votum-words.h"

/* The minutes, as they happen: who is there, who is out of the room, what is proposed and voted on. */

/* ---- meetings ---- */

/**
 * votum_case_last_meeting:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the latest meeting, running or ended
 */
VotumThing *
votum_case_last_meeting (VotumCase *self)
{
  g_autoptr(GPtrArray) meetings = votum_case_in_order (self, VOTUM_KIND_MEETING);
  VotumThing *last = meetings->len > 0 ? g_ptr_array_index (meetings, meetings->len - 1) : NULL;

  return last != NULL && votum_case_may_see (self, last) ? last : NULL;
}

/**
 * votum_case_running_meeting:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the meeting that has begun and not ended
 */
VotumThing *
votum_case_running_meeting (VotumCase *self)
{
  VotumThing *last = votum_case_last_meeting (self);

  return last != NULL && !votum_thing_is_set (last, VOTUM_MEETING_ENDED) ? last : NULL;
}

/**
 * votum_case_begin_meeting:
 * @self: a case
 * @place: (nullable): where it is held
 * @error: return location
 *
 * Returns: whether a meeting has begun; not while another one is running
 */
gboolean
votum_case_begin_meeting (VotumCase   *self,
                          const char  *place,
                          GError     **error)
{
  g_autoptr(VotumThing) meeting = votum_thing_new (VOTUM_KIND_MEETING);
  g_autofree char *now = votum_text_now ();

  if (votum_case_running_meeting (self) != NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A meeting is running already. End it before another one begins."));
      return FALSE;
    }
  if (place != NULL && !votum_thing_set_from_text (meeting, VOTUM_MEETING_PLACE, *place != '\0' ? place : NULL, error))
    return FALSE;
  votum_thing_set_from_text (meeting, VOTUM_MEETING_BEGUN, now, NULL);

  return votum_case_add (self, meeting, error);
}

/**
 * votum_case_end_meeting:
 * @self: a case
 * @meeting: the running meeting
 * @error: return location
 *
 * Returns: whether it has ended
 */
gboolean
votum_case_end_meeting (VotumCase   *self,
                        VotumThing  *meeting,
                        GError     **error)
{
  g_autofree char *now = votum_text_now ();

  return votum_case_edit (self, meeting, VOTUM_MEETING_ENDED, now, NULL, error);
}

/**
 * votum_case_minutes:
 * @self: a case
 * @meeting: a meeting
 *
 * Returns: (transfer full) (element-type VotumThing): what happened in it, in order
 */
GPtrArray *
votum_case_minutes (VotumCase  *self,
                    VotumThing *meeting)
{
  GPtrArray *minutes = votum_case_in_order (self, VOTUM_KIND_MINUTE);

  for (guint i = minutes->len; i > 0; i--)
    {
      VotumThing *minute = g_ptr_array_index (minutes, i - 1);

      if (votum_thing_get_ref (minute, VOTUM_MINUTE_MEETING) != votum_thing_get_id (meeting) || !votum_case_may_see (self, minute))
        g_ptr_array_remove_index (minutes, i - 1);
    }

  return minutes;
}

/* ---- who is where ---- */

/* After the first @n minutes. */
static VotumWhere
where_after (GPtrArray *minutes,
             guint      n,
             gint64     juror)
{
  VotumWhere where = VOTUM_WHERE_AWAY;

  for (guint i = 0; i < n; i++)
    {
      VotumThing *minute = g_ptr_array_index (minutes, i);

      if (votum_thing_get_ref (minute, VOTUM_MINUTE_JUROR) != juror)
        continue;
      switch (votum_thing_get_choice (minute, VOTUM_MINUTE_KIND))
        {
        case VOTUM_MINUTE_KIND_PRESENT:
        case VOTUM_MINUTE_KIND_RETURNED:
          where = VOTUM_WHERE_PRESENT;
          break;
        case VOTUM_MINUTE_KIND_LEFT:
          where = VOTUM_WHERE_AWAY;
          break;
        case VOTUM_MINUTE_KIND_OUT_OF_THE_ROOM:
          where = VOTUM_WHERE_OUT;
          break;
        default:
          break;
        }
    }

  return where;
}

/**
 * votum_case_where:
 * @self: a case
 * @meeting: a meeting
 * @juror: a member of the jury
 *
 * Returns: where @juror is after all that the minutes say
 */
VotumWhere
votum_case_where (VotumCase  *self,
                  VotumThing *meeting,
                  VotumThing *juror)
{
  g_autoptr(GPtrArray) minutes = votum_case_minutes (self, meeting);

  return where_after (minutes, minutes->len, votum_thing_get_id (juror));
}

/* From a finalist, or from a class of which the vote is. */
static gboolean
stands_aside (VotumCase  *self,
              VotumThing *juror,
              VotumThing *entrant,
              VotumThing *class)
{
  GListModel *recusals = votum_case_get_things (self, VOTUM_KIND_RECUSAL);

  if (entrant != NULL && votum_case_is_recused (self, juror, entrant, NULL))
    return TRUE;
  for (guint i = 0; class != NULL && i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);

      if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == votum_thing_get_id (juror) &&
          votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS) == votum_thing_get_id (class) &&
          votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) != VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
        return TRUE;
    }

  return FALSE;
}

/* Where nobody's coming was written down, all are taken to be there. */
static guint
count_voters (VotumCase  *self,
              GPtrArray  *minutes,
              guint       n,
              VotumThing *entrant,
              VotumThing *class)
{
  g_autoptr(GPtrArray) jurors = votum_case_marking_jurors (self);
  gboolean noted = FALSE;
  guint n_voters = 0;

  for (guint i = 0; i < n && !noted; i++)
    noted = votum_thing_get_choice (g_ptr_array_index (minutes, i), VOTUM_MINUTE_KIND) == VOTUM_MINUTE_KIND_PRESENT;
  for (guint i = 0; i < jurors->len; i++)
    {
      VotumThing *juror = g_ptr_array_index (jurors, i);
      VotumWhere where = where_after (minutes, n, votum_thing_get_id (juror));

      n_voters += (where == VOTUM_WHERE_PRESENT || (!noted && where != VOTUM_WHERE_OUT)) && !stands_aside (self, juror, entrant, class);
    }

  return n_voters;
}

/**
 * votum_case_n_voters:
 * @self: a case
 * @meeting: a meeting
 * @entrant: (nullable): the finalist a vote is about
 * @class_thing: (nullable): the class it is about
 *
 * Returns: how many can vote now: those who give marks, are in the room, and are not recused
 */
guint
votum_case_n_voters (VotumCase  *self,
                     VotumThing *meeting,
                     VotumThing *entrant,
                     VotumThing *class_thing)
{
  g_autoptr(GPtrArray) minutes = votum_case_minutes (self, meeting);

  return count_voters (self, minutes, minutes->len, entrant, class_thing);
}

/* The minutes of the meeting of @minute as they will be, up to @minute itself. */
static GPtrArray *
minutes_until (VotumCaseCheck *check,
               VotumChanges   *changes,
               VotumThing     *minute)
{
  g_autoptr(GPtrArray) current = votum_case_in_order (check->self, VOTUM_KIND_MINUTE);
  GPtrArray *minutes = g_ptr_array_new ();
  gint64 position = votum_thing_get_number (minute, VOTUM_MINUTE_POSITION);

  for (guint i = 0; i < current->len; i++)
    {
      VotumThing *after = votum_case_check_thing (check, votum_thing_get_id (g_ptr_array_index (current, i)));

      if (after != NULL && votum_thing_get_ref (after, VOTUM_MINUTE_MEETING) == votum_thing_get_ref (minute, VOTUM_MINUTE_MEETING) &&
          votum_thing_get_number (after, VOTUM_MINUTE_POSITION) < position)
        g_ptr_array_add (minutes, after);
    }
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (change->old_thing == NULL && VOTUM_IS_MINUTE (change->new_thing) &&
          votum_thing_get_ref (change->new_thing, VOTUM_MINUTE_MEETING) == votum_thing_get_ref (minute, VOTUM_MINUTE_MEETING) &&
          votum_thing_get_number (change->new_thing, VOTUM_MINUTE_POSITION) < position)
        g_ptr_array_add (minutes, change->new_thing);
    }

  return minutes;
}

/* The finalist and the class a minute is about: said, or those of its point. */
static void
find_about (VotumCaseCheck *check,
            VotumThing     *minute,
            VotumThing    **entrant,
            VotumThing    **class)
{
  VotumThing *point = votum_case_check_thing (check, votum_thing_get_ref (minute, VOTUM_MINUTE_POINT));

  *entrant = votum_case_check_thing (check, votum_thing_get_ref (minute, VOTUM_MINUTE_ENTRANT));
  *class = votum_case_check_thing (check, votum_thing_get_ref (minute, VOTUM_MINUTE_CLASS));
  if (*entrant == NULL && *class == NULL && point != NULL)
    {
      *entrant = votum_case_check_thing (check, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT));
      *class = votum_case_check_thing (check, votum_thing_get_ref (point, VOTUM_POINT_CLASS));
    }
}

/**
 * votum_case_check_minutes:
 * @check: a change laid over its case
 * @changes: the change
 * @error: return location
 *
 * Returns: whether no vote counts more than could vote when it was held
 */
gboolean
votum_case_check_minutes (VotumCaseCheck  *check,
                          VotumChanges    *changes,
                          GError         **error)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      VotumThing *minute = votum_changes_get (changes, i)->new_thing;
      g_autoptr(GPtrArray) minutes = NULL;
      VotumThing *entrant, *class;
      guint n_votes, n_voters;

      if (minute == NULL || !VOTUM_IS_MINUTE (minute) || !votum_thing_is_set (minute, VOTUM_MINUTE_VOTES_FOR))
        continue;
      minutes = minutes_until (check, changes, minute);
      find_about (check, minute, &entrant, &class);
      n_voters = count_voters (check->self, minutes, minutes->len, entrant, class);
      n_votes = (guint) (votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_FOR) + votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_AGAINST) +
                         votum_thing_get_number (minute, VOTUM_MINUTE_ABSTAINED));
      if (n_votes <= n_voters)
        continue;
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("%u votes are counted, but %u can vote: who is recused, out of the room or away cannot. Correct the votes, or who is present."),
                   n_votes, n_voters);
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_case_should_go_out:
 * @self: a case
 * @meeting: the running meeting
 * @point: a point that is taken up
 *
 * Returns: (transfer full) (element-type VotumThing): who is in the room and has declared to go out of it for what @point is about
 */
GPtrArray *
votum_case_should_go_out (VotumCase  *self,
                          VotumThing *meeting,
                          VotumThing *point)
{
  g_autoptr(GPtrArray) jurors = votum_case_in_order (self, VOTUM_KIND_JUROR);
  VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (point, VOTUM_POINT_ENTRANT));
  GPtrArray *out = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < jurors->len && entrant != NULL; i++)
    {
      VotumThing *juror = g_ptr_array_index (jurors, i);
      VotumThing *recusal = NULL;

      if (votum_case_is_recused (self, juror, entrant, &recusal) &&
          votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_OUT_OF_THE_ROOM &&
          votum_case_where (self, meeting, juror) == VOTUM_WHERE_PRESENT)
        g_ptr_array_add (out, g_object_ref (juror));
    }

  return out;
}

/* ---- in words ---- */

static char *
vote_words (VotumThing *minute,
            const char *text,
            const char *lang)
{
  static const VotumWord outcomes[] = { VOTUM_WORD_CARRIED, VOTUM_WORD_REJECTED, VOTUM_WORD_TIED_VOTE, VOTUM_WORD_VOTE_WITHDRAWN };
  gint64 yes = votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_FOR);
  gint64 no = votum_thing_get_number (minute, VOTUM_MINUTE_VOTES_AGAINST);
  gint64 none = votum_thing_get_number (minute, VOTUM_MINUTE_ABSTAINED);
  int outcome = votum_thing_get_choice (minute, VOTUM_MINUTE_OUTCOME);
  gboolean unanimous = outcome == VOTUM_MINUTE_OUTCOME_CARRIED && no == 0 && none == 0;
  g_autofree char *for_text = g_strdup_printf ("%" G_GINT64_FORMAT, yes);
  g_autofree char *against = g_strdup_printf ("%" G_GINT64_FORMAT, no);
  g_autofree char *abstained = g_strdup_printf ("%" G_GINT64_FORMAT, none);
  g_autofree char *votes = votum_words_format (lang, VOTUM_WORD_VOTE_LINE, "for", for_text, "against", against, "abstained", abstained, NULL);
  const char *word = unanimous ? votum_words (lang, VOTUM_WORD_CARRIED_UNANIMOUS)
                     : outcome >= 0 && outcome < (int) G_N_ELEMENTS (outcomes) ? votum_words (lang, outcomes[outcome])
                                                                               : votum_words (lang, VOTUM_WORD_VOTE_NO_RESULT);

  if (text == NULL)
    return votum_words_format (lang, VOTUM_WORD_VOTED_PLAIN, "votes", votes, "outcome", word, NULL);

  return votum_words_format (lang, VOTUM_WORD_VOTED, "text", text, "votes", votes, "outcome", word, NULL);
}

/* The finalist, the class or the point it is about. */
static char *
about_words (VotumCase  *self,
             VotumThing *minute,
             const char *lang)
{
  static const guint fields[] = { VOTUM_MINUTE_ENTRANT, VOTUM_MINUTE_CLASS };
  VotumThing *point = votum_case_lookup (self, votum_thing_get_ref (minute, VOTUM_MINUTE_POINT));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      VotumThing *thing = votum_case_lookup (self, votum_thing_get_ref (minute, fields[i]));

      if (thing != NULL)
        return votum_case_name_of (self, thing, lang);
    }

  return point != NULL ? votum_case_point_title (self, point, lang) : NULL;
}

/* With a full stop where the text that somebody typed has no end of its own. */
static char *
as_sentence (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0)
    return NULL;

  return strchr (".!?…:", text[length - 1]) != NULL || g_str_has_suffix (text, "…") ? g_strdup (text) : g_strconcat (text, ".", NULL);
}

/**
 * votum_case_minute_words:
 * @self: a case
 * @minute: a minute
 * @lang: language of the words
 *
 * Returns: (transfer full): what happened, in a sentence or two, without the time
 */
char *
votum_case_minute_words (VotumCase  *self,
                         VotumThing *minute,
                         const char *lang)
{
  VotumThing *juror = votum_case_lookup (self, votum_thing_get_ref (minute, VOTUM_MINUTE_JUROR));
  const char *name = juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : "";
  g_autofree char *what = about_words (self, minute, lang);
  const char *said = votum_thing_get_text (minute, VOTUM_MINUTE_TEXT);
  g_autofree char *text = as_sentence (said);
  g_autofree char *decided = NULL;

  if (text == NULL)
    text = as_sentence (what);
  switch (votum_thing_get_choice (minute, VOTUM_MINUTE_KIND))
    {
    case VOTUM_MINUTE_KIND_PRESENT:
      return votum_words_format (lang, VOTUM_WORD_CAME, "name", name, NULL);
    case VOTUM_MINUTE_KIND_LEFT:
      return votum_words_format (lang, VOTUM_WORD_LEFT, "name", name, NULL);
    case VOTUM_MINUTE_KIND_RETURNED:
      return votum_words_format (lang, VOTUM_WORD_RETURNED, "name", name, NULL);
    case VOTUM_MINUTE_KIND_OUT_OF_THE_ROOM:
      return what == NULL ? votum_words_format (lang, VOTUM_WORD_WENT_OUT, "name", name, NULL)
                          : votum_words_format (lang, VOTUM_WORD_WENT_OUT_FOR, "name", name, "what", what, NULL);
    case VOTUM_MINUTE_KIND_PROPOSAL:
      return juror == NULL ? votum_words_format (lang, VOTUM_WORD_PROPOSAL, "text", text != NULL ? text : "", NULL)
                           : votum_words_format (lang, VOTUM_WORD_PROPOSED, "name", name, "text", text != NULL ? text : "", NULL);
    case VOTUM_MINUTE_KIND_VOTE:
      return vote_words (minute, text, lang);
    case VOTUM_MINUTE_KIND_DECISION:
      decided = votum_decision_minute_in (self, said != NULL ? said : "", lang);
      g_free (text);
      text = as_sentence (decided);
      return votum_words_format (lang, VOTUM_WORD_DECIDED, "text", text != NULL ? text : "", NULL);
    default:
      return g_strdup (text != NULL ? text : "");
    }
}
