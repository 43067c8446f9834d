#include "votum-verdict-private.h"

/* What the jury talked about, point by point, and the minutes of its meetings. */

static void
add_point (VotumPaper              *document,
           const VotumVerdictPoint *point,
           guint                    number)
{
  g_autofree char *place = g_strdup_printf ("%u.", number);
  g_autofree char *text = g_strdup_printf ("%s (%s)", point->title, point->state);

  votum_paper_add_item (document, place, text);
  if (point->agreed == NULL || *point->agreed == '\0')
    return;
  votum_paper_keep_with_next (document);
  votum_paper_add_item (document, "", point->agreed);
}

static void
add_meeting (VotumPaper                *document,
             const VotumVerdict        *verdict,
             guint                      place,
             const char                *lang)
{
  const VotumVerdictMeeting *meeting = &verdict->meetings[place];
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  g_autofree char *begun = votum_words_date_time (lang, meeting->begun);
  g_autofree char *ended = votum_words_date_time (lang, meeting->ended);
  g_autofree char *present = votum_words_list (lang, meeting->present);
  g_autofree char *heading = votum_words_format (lang, VOTUM_WORD_MEETING, "n", number, NULL);
  g_autofree char *when = meeting->ended != NULL ? votum_words_format (lang, VOTUM_WORD_MEETING_TO, "begun", begun, "ended", ended, NULL)
                                                 : votum_words_format (lang, VOTUM_WORD_MEETING_FROM, "begun", begun, NULL);
  const char *pairs[] = {
    votum_words (lang, VOTUM_WORD_PLACE), meeting->place != NULL ? meeting->place : "",
    votum_words (lang, VOTUM_WORD_DATE), when,
    votum_words (lang, VOTUM_WORD_PRESENT), present,
    NULL
  };

  votum_paper_add_heading (document, 2, NULL, verdict->n_meetings > 1 ? heading : votum_words (lang, VOTUM_WORD_MINUTES));
  votum_paper_add_key_values (document, pairs);
  for (guint i = 0; i < meeting->n_minutes; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s  %s", meeting->minutes[i].clock, meeting->minutes[i].text);

      votum_paper_add_item (document, "–", line);
    }
}

void
votum_verdict_add_deliberation (VotumPaper         *document,
                                const VotumVerdict *verdict,
                                const char         *lang)
{
  if (verdict->n_points == 0 && verdict->n_meetings == 0)
    return;

  votum_verdict_begin (document, lang, VOTUM_WORD_DELIBERATION);
  if (verdict->n_points > 0)
    {
      votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_DELIBERATION_LEAD));
      votum_paper_keep_with_next (document);
    }
  for (guint i = 0; i < verdict->n_points; i++)
    add_point (document, &verdict->points[i], i + 1);
  for (guint i = 0; i < verdict->n_meetings; i++)
    add_meeting (document, verdict, i, lang);
}
