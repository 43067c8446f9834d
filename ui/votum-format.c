#include "votum-config.h"

#include "votum-format.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-words.h"

/* Numbers and times as the reader writes them. The language is that of the window, not of the machine: somebody who has
 * chosen Norwegian reads "4,95" also on an English laptop. */

/**
 * votum_format_lang:
 *
 * Returns: (transfer none): the language the window speaks: "nb", "sv" or "en"
 */
const char *
votum_format_lang (void)
{
  /* TRANSLATORS: the code of the language you translate to: nb, sv ... */
  return C_("language code", "en");
}

/**
 * votum_format_number:
 * @canonical: a number as it is stored: "4.95"
 *
 * Returns: (transfer full): as the reader writes it: "4,95"
 */
char *
votum_format_number (const char *canonical)
{
  return votum_words_number (votum_format_lang (), canonical);
}

char *
votum_format_decimal (VotumDecimal value)
{
  g_autofree char *text = votum_decimal_to_string (value);

  return votum_format_number (text);
}

/**
 * votum_format_double:
 * @value: a number that informs and decides nothing
 * @decimals: how many
 *
 * Returns: (transfer full): as the reader writes it
 */
char *
votum_format_double (double value,
                     guint  decimals)
{
  return votum_words_double (votum_format_lang (), value, decimals);
}

char *
votum_format_percent (const char *canonical)
{
  return votum_words_percent (votum_format_lang (), canonical);
}

/* A machine seldom has the locale of every language that the window speaks: the names of days and months are the window's. */
static const char *const weekdays[] = {
  NC_("weekday", "Monday"), NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"), NC_("weekday", "Thursday"),
  NC_("weekday", "Friday"), NC_("weekday", "Saturday"), NC_("weekday", "Sunday"),
};
static const char *const short_weekdays[] = {
  NC_("short weekday", "Mon"), NC_("short weekday", "Tue"), NC_("short weekday", "Wed"), NC_("short weekday", "Thu"),
  NC_("short weekday", "Fri"), NC_("short weekday", "Sat"), NC_("short weekday", "Sun"),
};
static const char *const months[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"), NC_("month", "April"),
  NC_("month", "May"), NC_("month", "June"), NC_("month", "July"), NC_("month", "August"),
  NC_("month", "September"), NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};
static const char *const short_months[] = {
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"), NC_("short month", "Apr"),
  NC_("short month", "May"), NC_("short month", "Jun"), NC_("short month", "Jul"), NC_("short month", "Aug"),
  NC_("short month", "Sep"), NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

static const char *
name_for (char       what,
          GDateTime *time)
{
  switch (what)
    {
    case 'A':
      return g_dpgettext2 (NULL, "weekday", weekdays[g_date_time_get_day_of_week (time) - 1]);
    case 'a':
      return g_dpgettext2 (NULL, "short weekday", short_weekdays[g_date_time_get_day_of_week (time) - 1]);
    case 'B':
      return g_dpgettext2 (NULL, "month", months[g_date_time_get_month (time) - 1]);
    case 'b':
      return g_dpgettext2 (NULL, "short month", short_months[g_date_time_get_month (time) - 1]);
    default:
      return NULL;
    }
}

/* As g_date_time_format(), with the window's names. */
static char *
format_time (GDateTime  *time,
             const char *format)
{
  g_autoptr(GString) named = g_string_new (NULL);

  for (const char *p = format; *p != '\0'; p++)
    {
      const char *name = *p == '%' ? name_for (p[1], time) : NULL;

      if (name != NULL)
        {
          g_string_append (named, name);
          p++;
        }
      else
        {
          g_string_append_c (named, *p);
        }
    }

  return g_date_time_format (time, named->str);
}

/**
 * votum_format_time:
 * @iso: (nullable): a time or a date, ISO 8601
 * @style: how much of it
 *
 * Returns: (transfer full): in the place's own time, as it was noted; "" where there is none
 */
char *
votum_format_time (const char     *iso,
                   VotumTimeStyle  style)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, utc) : NULL;
  gboolean has_clock = iso != NULL && strchr (iso, 'T') != NULL;

  if (time == NULL && iso != NULL)
    {
      g_autofree char *midnight = g_strconcat (iso, "T00:00", NULL);
      g_autofree char *with_seconds = g_strconcat (iso, "T00:00:00", NULL);

      time = g_date_time_new_from_iso8601 (with_seconds, utc);
      if (time == NULL)
        time = g_date_time_new_from_iso8601 (midnight, utc);
    }
  if (time == NULL)
    return g_strdup (iso != NULL ? iso : "");

  switch (style)
    {
    case VOTUM_TIME_SHORT:
      /* TRANSLATORS: a short day with its time: "Tue 3 Nov 10:00"; see g_date_time_format() */
      return format_time (time, has_clock ? _("%a %-e %b %H:%M") : _("%a %-e %b"));
    case VOTUM_TIME_LONG:
      return format_time (time, has_clock ? _("%A %-e %B %Y, %H:%M") : _("%A %-e %B %Y"));
    case VOTUM_TIME_DAY:
      return format_time (time, _("%A %-e %B"));
    case VOTUM_TIME_CLOCK:
    default:
      return g_date_time_format (time, _("%H:%M"));
    }
}

static int
days_between (GDateTime *a,
              GDateTime *b)
{
  GDate from;
  GDate to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_dmy (&from, g_date_time_get_day_of_month (a), g_date_time_get_month (a), g_date_time_get_year (a));
  g_date_set_dmy (&to, g_date_time_get_day_of_month (b), g_date_time_get_month (b), g_date_time_get_year (b));

  return g_date_days_between (&from, &to);
}

/**
 * votum_format_ago:
 * @time: when something was
 *
 * Returns: (transfer full): when, as one would say it: "yesterday 14:05"
 */
char *
votum_format_ago (GDateTime *time)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) here = g_date_time_to_local (time);
  g_autofree char *clock = format_time (here, _("%H:%M"));
  int days = days_between (here, now);

  if (days == 0)
    /* TRANSLATORS: %s is a time of day */
    return g_strdup_printf (_("today %s"), clock);
  if (days == 1)
    return g_strdup_printf (_("yesterday %s"), clock);

  return format_time (here, days > 0 && days < 300 ? _("%a %-e %b") : _("%A %-e %B %Y"));
}

/**
 * votum_format_parse:
 * @text: what somebody typed: "4,95" or "4.95"
 * @value: (out): the number
 * @error: return location
 *
 * Returns: whether it is a number
 */
gboolean
votum_format_parse (const char    *text,
                    VotumDecimal  *value,
                    GError       **error)
{
  return votum_decimal_parse_comma (text, value, error);
}

/**
 * votum_format_fill:
 * @sentence: a translated sentence with one %s
 * @word: what takes its place
 *
 * For sentences out of a table, which no compiler can check against their arguments.
 *
 * Returns: (transfer full): the sentence
 */
char *
votum_format_fill (const char *sentence,
                   const char *word)
{
  const char *place = strstr (sentence, "%s");

  if (place == NULL)
    return g_strdup (sentence);

  return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, word, place + 2);
}

/**
 * votum_format_excerpt:
 * @text: a text
 * @n_characters: how much of it there is room for
 *
 * Returns: (transfer full): its beginning on one line; where something is left out it ends after a whole word, with an ellipsis
 */
char *
votum_format_excerpt (const char *text,
                      glong       n_characters)
{
  gboolean whole = g_utf8_strlen (text, -1) <= n_characters;
  g_autofree char *start = whole ? g_strdup (text) : g_utf8_substring (text, 0, n_characters);
  char *space;

  g_strdelimit (start, "\n\t", ' ');
  if (whole)
    return g_steal_pointer (&start);
  space = strrchr (start, ' ');
  /* one long word is better cut than left out */
  if (space != NULL && space > start + strlen (start) / 2)
    *space = '\0';

  return g_strconcat (start, " …", NULL);
}
