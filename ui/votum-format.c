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
      return g_date_time_format (time, has_clock ? _("%a %-e %b %H:%M") : _("%a %-e %b"));
    case VOTUM_TIME_LONG:
      return g_date_time_format (time, has_clock ? _("%A %-e %B %Y, %H:%M") : _("%A %-e %B %Y"));
    case VOTUM_TIME_DAY:
      return g_date_time_format (time, _("%A %-e %B"));
    case VOTUM_TIME_CLOCK:
    default:
      return g_date_time_format (time, _("%H:%M"));
    }
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
