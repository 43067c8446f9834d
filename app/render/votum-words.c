#include "votum-words.h"
#include "votum-words-private.h"

#include <stdarg.h>
#include <string.h>

/*
 * A document is written in the language that is asked for (--lang, or the citation's own language),
 * whatever language the window speaks: a Norwegian jury may need its citation in English. gettext
 * knows one locale for the whole process, so the words of documents live in a table of their own.
 * On-screen messages and errors do go through gettext.
 */

static const char * const langs[] = { "nb", "nn", "sv", "da", "en", NULL };

enum { ENGLISH = 4 };

/* "nb_NO.UTF-8", "nb-NO" and "no" are all written in bokmål. */
static int
find_lang (const char *lang)
{
  gsize n;

  if (lang == NULL)
    return -1;

  n = strcspn (lang, "_-.@");
  if (n == 2 && strncmp (lang, "no", 2) == 0)
    return 0;
  for (int i = 0; langs[i] != NULL; i++)
    if (n == 2 && strncmp (lang, langs[i], 2) == 0)
      return i;

  return -1;
}

static int
lang_index (const char *lang)
{
  int index = find_lang (lang);

  return index < 0 ? ENGLISH : index;
}

/**
 * votum_words_has_lang:
 * @lang: (nullable): a language code, with or without a country
 *
 * Returns: whether documents can be written in @lang
 */
gboolean
votum_words_has_lang (const char *lang)
{
  return find_lang (lang) >= 0;
}

/**
 * votum_words_langs:
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes of all languages documents are written in
 */
const char * const *
votum_words_langs (void)
{
  return langs;
}

/**
 * votum_words:
 * @lang: (nullable): a language code; English where documents are not written in it
 * @word: what to say
 *
 * Returns: (transfer none): the word, with its placeholders as they stand
 */
const char *
votum_words (const char *lang,
             VotumWord   word)
{
  const char *text;

  g_return_val_if_fail (word < VOTUM_N_WORDS, "");

  text = votum_words_table[word][lang_index (lang)];

  if (text == NULL)
    text = votum_words_documents[word][lang_index (lang)];

  return text != NULL ? text : votum_words_deliberation[word][lang_index (lang)];
}

typedef struct {
  const char *name;
  const char *value;
} Placeholder;

#define MAX_PLACEHOLDERS 8

static guint
collect_placeholders (va_list      args,
                      Placeholder *found)
{
  guint n = 0;
  const char *name;

  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);

      g_return_val_if_fail (n < MAX_PLACEHOLDERS, n);
      found[n++] = (Placeholder) { name, value != NULL ? value : "" };
    }

  return n;
}

/* One pass from left to right, so a value that holds braces itself is never filled again. */
static char *
fill (const char        *template,
      const Placeholder *found,
      guint              n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = template;

  while (*p != '\0')
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      guint i;

      for (i = 0; end != NULL && i < n; i++)
        if (strlen (found[i].name) == (gsize) (end - p - 1) &&
            strncmp (found[i].name, p + 1, end - p - 1) == 0)
          break;

      if (end != NULL && i < n)
        {
          g_string_append (text, found[i].value);
          p = end + 1;
        }
      else
        {
          g_string_append_c (text, *p++);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * votum_words_format:
 * @lang: (nullable): a language code
 * @word: what to say
 * @...: pairs of a placeholder's name and its value, ended by %NULL
 *
 * Returns: (transfer full): the word with each {name} replaced by its value
 */
char *
votum_words_format (const char *lang,
                    VotumWord   word,
                    ...)
{
  Placeholder found[MAX_PLACEHOLDERS];
  va_list args;
  guint n;

  va_start (args, word);
  n = collect_placeholders (args, found);
  va_end (args);

  return fill (votum_words (lang, word), found, n);
}

/**
 * votum_words_fill:
 * @template: a text with {name} placeholders
 * @...: pairs of a placeholder's name and its value, ended by %NULL
 *
 * Returns: (transfer full): the text with each known {name} replaced; unknown ones stay
 */
char *
votum_words_fill (const char *template,
                  ...)
{
  Placeholder found[MAX_PLACEHOLDERS];
  va_list args;
  guint n;

  va_start (args, template);
  n = collect_placeholders (args, found);
  va_end (args);

  return fill (template, found, n);
}

/**
 * votum_words_number:
 * @lang: (nullable): a language code
 * @number: (nullable): a decimal with a point, as the result gives it: "22.93", "-3"
 *
 * Returns: (transfer full): the number with the language's decimal mark and a true minus sign
 */
char *
votum_words_number (const char *lang,
                    const char *number)
{
  GString *text = g_string_new (NULL);
  gboolean comma = lang_index (lang) != ENGLISH;

  for (const char *p = number != NULL ? number : ""; *p != '\0'; p++)
    {
      if (*p == '.' && comma)
        g_string_append_c (text, ',');
      else if (*p == '-')
        g_string_append (text, "−");
      else
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

/**
 * votum_words_double:
 * @lang: (nullable): a language code
 * @value: a number that only informs (axes, charts)
 * @decimals: decimals to show, 0 to 9
 *
 * Returns: (transfer full): the number as the language writes it
 */
char *
votum_words_double (const char *lang,
                    double      value,
                    guint       decimals)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 32];

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  /* "-0.00" says nothing that "0.00" does not */
  if (buffer[0] == '-' && strspn (buffer + 1, "0.") == strlen (buffer + 1))
    return votum_words_number (lang, buffer + 1);

  return votum_words_number (lang, buffer);
}

/**
 * votum_words_percent:
 * @lang: (nullable): a language code
 * @number: a decimal with a point: "15", "12.5"
 *
 * Returns: (transfer full): "15 %" with a space that does not break, or "15%" in English
 */
char *
votum_words_percent (const char *lang,
                     const char *number)
{
  g_autofree char *written = votum_words_number (lang, number);

  return g_strconcat (written, lang_index (lang) == ENGLISH ? "%" : " %", NULL);
}

/**
 * votum_words_share:
 * @lang: (nullable): a language code
 * @share: an exact decimal between 0 and 1, with a point: "0.15", "0.3333"
 *
 * Moves the point two places by text, so that what is printed is the share itself and not a
 * binary neighbour of it.
 *
 * Returns: (transfer full): the share as a percentage: "15 %", "33,33 %"
 */
char *
votum_words_share (const char *lang,
                   const char *share)
{
  const char *point = strchr (share, '.');
  gsize whole = point != NULL ? (gsize) (point - share) : strlen (share);
  g_autoptr (GString) digits = g_string_new_len (share, whole);
  const char *rest = point != NULL ? point + 1 : "";
  gsize start = 0;

  for (int i = 0; i < 2; i++)
    g_string_append_c (digits, *rest != '\0' ? *rest++ : '0');
  if (*rest != '\0')
    {
      g_string_append_c (digits, '.');
      g_string_append (digits, rest);
      while (digits->str[digits->len - 1] == '0')
        g_string_truncate (digits, digits->len - 1);
      if (digits->str[digits->len - 1] == '.')
        g_string_truncate (digits, digits->len - 1);
    }
  while (digits->str[start] == '0' && g_ascii_isdigit (digits->str[start + 1]))
    start++;

  return votum_words_percent (lang, digits->str + start);
}

/* "2026-11-03..." to numbers; FALSE for anything else */
static gboolean
read_date (const char *iso,
           int         fields[3])
{
  if (iso == NULL || strlen (iso) < 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (iso[i]))
      return FALSE;
  fields[0] = (int) g_ascii_strtoll (iso, NULL, 10);
  fields[1] = (int) g_ascii_strtoll (iso + 5, NULL, 10);
  fields[2] = (int) g_ascii_strtoll (iso + 8, NULL, 10);

  return g_date_valid_dmy (fields[2], fields[1], fields[0]);
}

/**
 * votum_words_date:
 * @lang: (nullable): a language code
 * @iso: (nullable): "2026-11-03", with or without a time after it
 *
 * Returns: (transfer full): "3. november 2026"; @iso itself if it is no date
 */
char *
votum_words_date (const char *lang,
                  const char *iso)
{
  int fields[3];
  char year[16], day[16];

  if (!read_date (iso, fields))
    return g_strdup (iso != NULL ? iso : "");

  g_snprintf (year, sizeof year, "%d", fields[0]);
  g_snprintf (day, sizeof day, "%d", fields[2]);

  return votum_words_format (lang, VOTUM_WORD_DATE_FORM,
                             "day", day,
                             "month", votum_words (lang, VOTUM_WORD_MONTH_1 + fields[1] - 1),
                             "year", year, NULL);
}

/**
 * votum_words_date_time:
 * @lang: (nullable): a language code
 * @iso: (nullable): "2026-11-03T14:05:00+01:00"; the time is shown as it was taken, in its own offset
 *
 * Returns: (transfer full): "3. november 2026 kl. 14.05", with " UTC" where the time is in no offset of its own; the date alone where there is no time
 */
char *
votum_words_date_time (const char *lang,
                       const char *iso)
{
  g_autofree char *date = votum_words_date (lang, iso);
  char clock[sizeof "14:05 UTC"];
  int fields[3], index = lang_index (lang);

  if (!read_date (iso, fields) || strlen (iso) < 16 || iso[13] != ':' ||
      !g_ascii_isdigit (iso[11]) || !g_ascii_isdigit (iso[12]) ||
      !g_ascii_isdigit (iso[14]) || !g_ascii_isdigit (iso[15]))
    return g_steal_pointer (&date);

  g_snprintf (clock, sizeof clock, "%.5s%s", iso + 11, g_str_has_suffix (iso, "Z") ? " UTC" : "");
  if (index != ENGLISH)
    clock[2] = '.';

  return votum_words_format (lang, VOTUM_WORD_TIME_FORM, "date", date, "time", clock, NULL);
}

/**
 * votum_words_place:
 * @lang: (nullable): a language code
 * @place: 1 is best; 0 is no place
 * @shared: whether others have the same place
 *
 * Returns: (transfer full): "1. plass", "delt 2. plass", "joint 2nd place"
 */
char *
votum_words_place (const char *lang,
                   guint       place,
                   gboolean    shared)
{
  int index = lang_index (lang);
  guint tens = place % 100, units = place % 10;
  g_autofree char *ordinal = NULL;
  const char *end;

  if (place == 0)
    return g_strdup (votum_words (lang, VOTUM_WORD_NO_PLACE));

  if (index == ENGLISH)
    end = tens >= 11 && tens <= 13 ? "th" : units == 1 ? "st" : units == 2 ? "nd" : units == 3 ? "rd" : "th";
  else if (index == 2) /* Swedish: 1:a, 2:a, 3:e; 11:e, 12:e */
    end = (units == 1 || units == 2) && tens != 11 && tens != 12 ? ":a" : ":e";
  else
    end = ".";
  ordinal = g_strdup_printf ("%u%s", place, end);

  return votum_words_format (lang, shared ? VOTUM_WORD_PLACE_N_SHARED : VOTUM_WORD_PLACE_N, "n", ordinal, NULL);
}

/**
 * votum_words_list:
 * @lang: (nullable): a language code
 * @items: (array zero-terminated=1): what to list
 *
 * Returns: (transfer full): "A, B og C"
 */
char *
votum_words_list (const char         *lang,
                  const char * const *items)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  while (items != NULL && items[n] != NULL)
    n++;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && i == n - 1)
        g_string_append_printf (text, " %s ", votum_words (lang, VOTUM_WORD_AND));
      else if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, items[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * votum_words_capitalise:
 * @text: a text
 *
 * Returns: (transfer full): @text with a capital first letter
 */
char *
votum_words_capitalise (const char *text)
{
  g_autofree char *first = NULL;

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}
