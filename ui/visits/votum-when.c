#include "votum-config.h"

#include "votum-when.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#include "votum-search-text.h"

/* A date taken apart: its numbers, and the month where it is written as a word. */
typedef struct {
  guint numbers[3];
  gsize n_digits[3];
  guint n_numbers;
  guint month;    /* 1 to 12; 0: it is a number */
  guint weekday;  /* 1 to 7, Monday is 1; 0: none is said */
} Parts;

/* Words of the locale, folded as what is typed. */
static gboolean
is_word_of (const char *word,
            const char *format,
            guint       month,
            guint       day)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (2024, (int) month, (int) day, 12, 0, 0); /* 1 January 2024 is a Monday */
  g_autofree char *name = g_date_time_format (time, format);
  g_autofree char *folded = votum_search_fold (name);

  return strlen (word) >= 2 && g_str_has_prefix (folded, word);
}

static gboolean
read_word (const char *word,
           Parts      *parts)
{
  /* "mar" is a month before it is a Tuesday in French, and a shorter beginning is a day before it is a month */
  for (guint month = 1; month <= 12 && strlen (word) >= 3; month++)
    if (is_word_of (word, "%B", month, 1) || is_word_of (word, "%b", month, 1))
      {
        parts->month = month;
        return TRUE;
      }
  for (guint day = 1; day <= 7; day++)
    if (is_word_of (word, "%A", 1, day))
      {
        parts->weekday = day;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_parts (const char *folded,
            Parts      *parts)
{
  const char *p = folded;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          gsize n = strspn (p, "0123456789");

          if (parts->n_numbers == G_N_ELEMENTS (parts->numbers) || n > 4)
            return FALSE;
          parts->numbers[parts->n_numbers] = (guint) g_ascii_strtoull (p, NULL, 10);
          parts->n_digits[parts->n_numbers++] = n;
          p += n;
        }
      else if (g_unichar_isalpha (c))
        {
          const char *end = p;
          g_autofree char *word = NULL;

          while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
          word = g_strndup (p, end - p);
          if (!read_word (word, parts))
            return FALSE;
          p = end;
        }
      else
        {
          p = g_utf8_next_char (p);
        }
    }

  return TRUE;
}

/* Whether the locale writes the month before the day, and not the year before both: "%m/%d/%Y". */
static gboolean
month_comes_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strstr (format, "%m");
  const char *day = strpbrk (format, "de");

  if (strcmp (format, "%D") == 0)
    return TRUE;

  return month != NULL && day != NULL && month < day && strncmp (format, "%Y", 2) != 0 && strncmp (format, "%y", 2) != 0;
}

/* A date without a year is the one that is nearest. */
static gboolean
nearest (guint        day,
         guint        month,
         const GDate *today,
         GDate       *date)
{
  int best = G_MAXINT;

  for (int offset = -1; offset <= 1; offset++)
    {
      GDate candidate;
      int distance;
      guint year = (guint) ((int) g_date_get_year (today) + offset);

      if (!g_date_valid_dmy (day, month, year))
        continue;
      g_date_set_dmy (&candidate, day, month, year);
      /* plans lie ahead more often than behind */
      distance = g_date_days_between (today, &candidate);
      distance = distance < 0 ? -3 * distance : distance;
      if (distance >= best)
        continue;
      best = distance;
      *date = candidate;
    }

  return best < G_MAXINT;
}

static gboolean
put_together (const Parts *parts,
              const GDate *today,
              GDate       *date)
{
  guint n = parts->n_numbers;
  guint first = parts->numbers[0];
  guint second = parts->numbers[1];
  guint year = 0;
  guint month = parts->month;
  guint day;

  if (n == 3 - (month > 0) && parts->n_digits[0] == 4)
    {
      year = first;
      first = second;
      second = parts->numbers[2];
      n--;
      if (month == 0)
        {
          month = first;
          first = second;
        }
      day = first;
    }
  else
    {
      if (n < 1 || n > 3 || (month == 0 && n < 2))
        return FALSE;
      if (month > 0)
        {
          day = first;
          year = n > 1 ? second : 0;
        }
      else
        {
          day = month_comes_first () ? second : first;
          month = month_comes_first () ? first : second;
          year = n > 2 ? parts->numbers[2] : 0;
        }
      if (year > 0 && year < 100)
        year += 2000;
    }

  if (year == 0)
    return nearest (day, month, today, date);
  if (!g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (date, day, month, year);

  return TRUE;
}

static gboolean
read_relative (const char  *folded,
               const GDate *today,
               GDate       *date)
{
  const struct {
    const char *word;
    int days;
  } words[] = {
    /* TRANSLATORS: what somebody may type for a date */
    { _("today"), 0 }, { _("tomorrow"), 1 }, { _("yesterday"), -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = votum_search_fold (words[i].word);

      if (strcmp (word, folded) != 0)
        continue;
      *date = *today;
      if (words[i].days > 0)
        g_date_add_days (date, 1);
      else if (words[i].days < 0)
        g_date_subtract_days (date, 1);
      return TRUE;
    }

  return FALSE;
}

/**
 * votum_when_parse_date:
 * @text: what somebody typed
 * @today: the present day
 * @date: (out): the day
 *
 * Returns: whether it is a day
 */
gboolean
votum_when_parse_date (const char  *text,
                       const GDate *today,
                       GDate       *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = votum_search_fold (stripped);
  Parts parts = { 0 };

  if (read_relative (folded, today, date))
    return TRUE;
  if (!read_parts (folded, &parts))
    return FALSE;
  if (parts.n_numbers == 0 && parts.month == 0 && parts.weekday > 0)
    {
      /* the next day of that name, today included */
      *date = *today;
      g_date_add_days (date, (parts.weekday + 7 - (guint) g_date_get_weekday (today)) % 7);
      return TRUE;
    }

  return put_together (&parts, today, date);
}

/**
 * votum_when_parse_clock:
 * @text: what somebody typed
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * Returns: whether it is a time of the day
 */
gboolean
votum_when_parse_clock (const char *text,
                        guint      *hour,
                        guint      *minute)
{
  g_autofree char *folded = votum_search_fold (text);
  const char *p = folded + strcspn (folded, "0123456789");
  gsize n = strspn (p, "0123456789");
  guint64 number = g_ascii_strtoull (p, NULL, 10);

  if (n == 0 || n > 4)
    return FALSE;
  *hour = (guint) (n > 2 ? number / 100 : number);
  *minute = (guint) (n > 2 ? number % 100 : 0);
  p += n;
  if (n <= 2)
    {
      const char *more = p + strspn (p, " :.,h");
      gsize n_more = strspn (more, "0123456789");

      if (n_more > 2)
        return FALSE;
      if (n_more > 0)
        *minute = (guint) g_ascii_strtoull (more, NULL, 10);
      p = more + n_more;
    }
  if (*hour >= 1 && *hour <= 12)
    {
      if (strstr (p, "pm") != NULL || strstr (p, "p.m") != NULL)
        *hour = *hour % 12 + 12;
      else if (strstr (p, "am") != NULL || strstr (p, "a.m") != NULL)
        *hour = *hour % 12;
    }

  return *hour <= 23 && *minute <= 59;
}

/**
 * votum_when_write_date:
 * @date: a day
 *
 * Returns: (transfer full): as the locale writes it in numbers, with all four digits of the year
 */
char *
votum_when_write_date (const GDate *date)
{
  const char *format = nl_langinfo (D_FMT);
  g_auto(GStrv) parts = g_strsplit (strcmp (format, "%D") == 0 ? "%m/%d/%Y" : format, "%y", -1);
  g_autofree char *long_format = g_strjoinv ("%Y", parts);
  g_autoptr(GDateTime) time = g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 12, 0, 0);

  return g_date_time_format (time, long_format);
}

/**
 * votum_when_from_iso:
 * @iso: (nullable): a time or a date of a case
 * @date: (out): its day, where it was taken
 * @hour: (out): its hour there, or -1 where it is a date
 * @minute: (out): its minute
 *
 * Returns: whether there is one
 */
gboolean
votum_when_from_iso (const char *iso,
                     GDate      *date,
                     int        *hour,
                     int        *minute)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = iso != NULL && strchr (iso, 'T') == NULL ? g_strconcat (iso, "T00:00:00", NULL) : NULL;
  g_autoptr(GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (midnight != NULL ? midnight : iso, utc) : NULL;

  if (time == NULL)
    return FALSE;
  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  *hour = midnight != NULL ? -1 : g_date_time_get_hour (time);
  *minute = g_date_time_get_minute (time);

  return TRUE;
}

/**
 * votum_when_to_iso:
 * @date: a day
 * @hour: its hour, or -1 for the day alone
 * @minute: its minute
 *
 * Returns: (transfer full): as a case keeps it: the local time with its offset
 */
char *
votum_when_to_iso (const GDate *date,
                   int          hour,
                   int          minute)
{
  g_autoptr(GDateTime) time = NULL;

  if (hour < 0)
    return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), (guint) g_date_get_month (date), (guint) g_date_get_day (date));

  time = g_date_time_new_local (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), hour, minute, 0);

  return g_date_time_format (time, g_date_time_get_utc_offset (time) == 0 ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M:%S%:z");
}
