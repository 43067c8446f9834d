#include "votum-config.h"

#include "votum-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"

/* Marks that turn the direction of the text around them, tag characters and other code points that
 * show nothing: harmless in prose, a trap in an id or a file name. */
static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xfeff || c == 0x00ad || c == 0x061c || (c >= 0xe0000 && c <= 0xe007f) ||
         (c >= 0xfff9 && c <= 0xfffb);
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static gboolean
check_characters (const char *text,
                  gboolean    prose,
                  gsize       max,
                  GError    **error)
{
  gsize length = strlen (text);

  if (length > max)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_LIMIT,
                   _("The text is %zu bytes long; %zu are the most. Shorten it."), length, max);
      return FALSE;
    }

  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("The text is not UTF-8. Save the file as UTF-8 and try again."));
      return FALSE;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guchar first = *p;
      gunichar c;
      gboolean line_break;

      /* printing ASCII, and what begins with a byte that no control character or noncharacter begins with */
      if ((first >= 0x20 && first < 0x7f) || (first > 0xc2 && first < 0xef && first != 0xe2))
        continue;

      c = g_utf8_get_char (p);
      line_break = c == '\n' || c == '\t';
      if ((c < 0x20 && !(prose && line_break)) || (c >= 0x7f && c < 0xa0) || is_noncharacter (c) ||
          (!prose && (c == 0x2028 || c == 0x2029)))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The text has the control character U+%04X in it. Take it out."), c);
          return FALSE;
        }
    }

  return TRUE;
}

/* Whether every character is its own normal form whatever stands beside it: all of Latin, and the common marks of
 * punctuation. Most texts are, and need not go through the tables. */
static gboolean
is_surely_normal (const char *text,
                  gsize       length)
{
  for (const char *p = text; p < text + length; p++)
    {
      guchar c = *p;

      if (c < 0xcc)                       /* ASCII, Latin up to U+02FF, and what follows the first byte */
        continue;
      if (c == 0xe2 && (guchar) p[1] == 0x80 && (guchar) p[2] >= 0x90 && (guchar) p[2] <= 0xa6)
        {
          p += 2;                         /* dashes, quotation marks, bullet, ellipsis: U+2010 to U+2026 */
          continue;
        }
      if (c > 0xcb)
        return FALSE;
    }

  return TRUE;
}

/**
 * votum_text_clean:
 * @text: UTF-8 text as it was typed or read
 *
 * White space of any kind at both ends goes, line ends become `\n`, the rest becomes Unicode NFC.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where @text is not UTF-8
 */
char *
votum_text_clean (const char *text)
{
  const char *start = text;
  const char *end;
  char *clean;
  char *to;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, &end))
    return NULL;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  clean = g_malloc (end - start + 1);
  to = clean;
  for (const char *p = start; p < end; p++)
    {
      if (*p != '\r')
        *to++ = *p;
      else if (p + 1 >= end || p[1] != '\n')
        *to++ = '\n';
    }
  *to = '\0';

  if (!is_surely_normal (clean, to - clean))
    {
      char *normal = g_utf8_normalize (clean, to - clean, G_NORMALIZE_NFC);

      g_free (clean);
      clean = normal;
    }

  return clean;
}

/**
 * votum_text_check_line:
 * @text: a cleaned text
 * @error: return location
 *
 * Whether @text can stand on one line: UTF-8, no line ends, no control characters, at most
 * %VOTUM_TEXT_MAX_LINE bytes.
 */
gboolean
votum_text_check_line (const char *text,
                       GError    **error)
{
  return check_characters (text, FALSE, VOTUM_TEXT_MAX_LINE, error);
}

/**
 * votum_text_check_prose:
 * @text: a cleaned text
 * @error: return location
 *
 * Whether @text can be a text of several lines, of at most %VOTUM_TEXT_MAX_PROSE bytes.
 */
gboolean
votum_text_check_prose (const char *text,
                        GError    **error)
{
  return check_characters (text, TRUE, VOTUM_TEXT_MAX_PROSE, error);
}

/**
 * votum_text_check_key:
 * @key: a cleaned id
 * @error: return location
 *
 * An id is what people call a thing in lists and letters: 1 to %VOTUM_TEXT_MAX_KEY bytes on one line, nothing
 * invisible. A semicolon would end it in a list of ids.
 */
gboolean
votum_text_check_key (const char *key,
                      GError    **error)
{
  if (*key == '\0')
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("The id is empty. Give it one, a word or a number."));
      return FALSE;
    }

  if (!check_characters (key, FALSE, VOTUM_TEXT_MAX_KEY, error))
    return FALSE;

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || c == ';')
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The id has the character U+%04X in it, which an id cannot have. Take it out."), c);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
is_device_name (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "clock$", "conin$", "conout$", NULL };
  g_autofree char *stem = g_ascii_strdown (name, strcspn (name, "."));

  g_strchomp (stem);
  if (g_strv_contains (devices, stem))
    return TRUE;

  return strlen (stem) == 4 && (g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt")) &&
         g_ascii_isdigit (stem[3]);
}

/* Separators, patterns and variables of any system, and full-width and mathematical look-alikes of separators and dots. */
static gboolean
is_file_name_character (gunichar c)
{
  return (c >= 0x80 || strchr ("/\\:*?\"<>|%~$`", (int) c) == NULL) && !is_invisible (c) && c != 0x2044 && c != 0x2215 &&
         c != 0x29f5 && c != 0x2400 && !(c >= 0xff00 && c <= 0xff5e);
}

/**
 * votum_text_check_file_name:
 * @name: a cleaned file name
 * @error: return location
 *
 * An attachment's name is a name, not a way: no separators of any system, no device names, nothing hidden or
 * invisible, at most 200 bytes.
 */
gboolean
votum_text_check_file_name (const char *name,
                            GError    **error)
{
  gsize length = strlen (name);
  gboolean good = length > 0 && name[0] != '.' && name[0] != '-' && name[length - 1] != '.' && !is_device_name (name);

  if (!check_characters (name, FALSE, VOTUM_TEXT_MAX_FILE_NAME, error))
    return FALSE;

  for (const char *p = name; good && *p != '\0'; p = g_utf8_next_char (p))
    good = is_file_name_character (g_utf8_get_char (p));

  if (!good)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                 _("“%s” is not a plain file name. Put the file beside the XML file and write only its name, "
                   "in letters, digits, spaces, dots and dashes."), name);

  return good;
}

/* Cuts before the ending, which says what the file is. */
static void
shorten_file_name (GString *name)
{
  const char *dot = strrchr (name->str, '.');
  gsize ending = dot != NULL && name->str + name->len - dot <= 16 ? (gsize) (name->str + name->len - dot) : 0;
  gsize cut = VOTUM_TEXT_MAX_FILE_NAME - ending;

  if (name->len <= VOTUM_TEXT_MAX_FILE_NAME)
    return;
  while (cut > 0 && ((guchar) name->str[cut] & 0xc0) == 0x80)
    cut--;
  g_string_erase (name, cut, name->len - ending - cut);
}

/**
 * votum_text_make_file_name:
 * @text: what a file is called where it lies
 *
 * Returns: (transfer full): the same as votum_text_check_file_name() has it: what a name cannot have becomes a dash
 */
char *
votum_text_make_file_name (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *clean = votum_text_clean (valid);
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || is_noncharacter (c))
        continue;
      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || !is_file_name_character (c))
        c = '-';
      if (name->len > 0 || !(c == '.' || c == '-' || c == ' '))
        g_string_append_unichar (name, c);
    }
  shorten_file_name (name);
  while (name->len > 0 && (name->str[name->len - 1] == '.' || name->str[name->len - 1] == ' '))
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_assign (name, "file");
  else if (is_device_name (name->str))
    {
      g_string_prepend_c (name, '_');
      shorten_file_name (name);
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * votum_text_fold:
 * @text: UTF-8 text
 *
 * The form in which two ids or names are the same: without regard to case and to how a letter is composed.
 *
 * Returns: (transfer full): the folded text
 */
char *
votum_text_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_return_val_if_fail (normal != NULL, NULL);
  folded = g_utf8_casefold (normal, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

/**
 * votum_text_fold_hash:
 * @text: UTF-8 text
 *
 * Returns: a hash that is the same for texts that votum_text_fold() makes the same
 */
guint
votum_text_fold_hash (gconstpointer text)
{
  guint hash = 5381;

  if (!g_str_is_ascii (text))
    {
      g_autofree char *folded = votum_text_fold (text);

      return g_str_hash (folded);
    }
  for (const char *p = text; *p != '\0'; p++)
    hash = hash * 33 + (guint) g_ascii_tolower (*p);

  return hash;
}

/**
 * votum_text_fold_equal:
 * @a: UTF-8 text
 * @b: UTF-8 text
 *
 * Returns: whether votum_text_fold() makes the two the same
 */
gboolean
votum_text_fold_equal (gconstpointer a,
                       gconstpointer b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;
  if (g_str_is_ascii (a) && g_str_is_ascii (b))
    return g_ascii_strcasecmp (a, b) == 0;

  first = votum_text_fold (a);
  second = votum_text_fold (b);

  return strcmp (first, second) == 0;
}

/**
 * votum_text_isolate:
 * @text: UTF-8 text from a file
 *
 * Wraps @text in direction isolates, and closes what it leaves open, so that a name in another script cannot
 * turn the sentence around it. Text in one direction only comes back as it is.
 *
 * Returns: (transfer full): the text for a sentence
 */
char *
votum_text_isolate (const char *text)
{
  gboolean turns = FALSE;

  for (const char *p = text; *p != '\0' && !turns; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      turns = (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfefc) || (c >= 0x202a && c <= 0x202e) ||
              (c >= 0x2066 && c <= 0x2069);
    }

  return turns ? g_strdup_printf ("\342\201\250%s\342\201\251", text) : g_strdup (text);
}

/**
 * votum_text_quote:
 * @text: bytes from a file
 *
 * A piece of a foreign file for an error message: made valid, control characters as `\x1b`, cut at 60 characters,
 * isolated.
 *
 * Returns: (transfer full): text safe to print
 */
char *
votum_text_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == 60)
        {
          g_string_append (shown, "…");
          break;
        }
      if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        g_string_append_printf (shown, "\\x%02x", c);
      else if (is_invisible (c))
        g_string_append_printf (shown, "\\u%04x", c);
      else
        g_string_append_unichar (shown, c);
    }

  return votum_text_isolate (shown->str);
}

/**
 * votum_text_check_time:
 * @text: a time or a date
 * @error: return location
 *
 * Times are ISO 8601 with the offset they were taken in (`2026-11-03T09:30:00+01:00`, `…Z`); a plan may have a date
 * only (`2026-11-03`).
 */
gboolean
votum_text_check_time (const char *text,
                       GError    **error)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  if (time == NULL && strlen (text) == 10)
    {
      g_autofree char *noon = g_strconcat (text, "T12:00:00Z", NULL);

      time = g_date_time_new_from_iso8601 (noon, NULL);
    }

  if (time == NULL || strlen (text) > 40)
    {
      g_autofree char *shown = votum_text_quote (text);

      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is not a time. Write it like 2026-11-03T09:30:00+01:00, or a date like 2026-11-03."), shown);
      return FALSE;
    }

  return TRUE;
}

/**
 * votum_text_now:
 *
 * The present second with the local offset. `SOURCE_DATE_EPOCH`, where it is set, stands in for the clock, so that a case
 * made by a script comes out the same every time.
 *
 * Returns: (transfer full): the time as ISO 8601
 */
char *
votum_text_now (void)
{
  const char *fixed = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr(GDateTime) now = NULL;

  if (fixed != NULL)
    now = g_date_time_new_from_unix_utc (g_ascii_strtoll (fixed, NULL, 10));
  if (now == NULL)
    now = g_date_time_new_now_local ();

  return g_date_time_format (now, g_date_time_get_utc_offset (now) == 0 ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M:%S%:z");
}
