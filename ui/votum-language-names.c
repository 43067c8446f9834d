#include "votum-config.h"

#include "votum-language-names.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *code;
  const char *own;    /* what those who write it call it */
  const char *name;
} languages[] = {
  { "nb", "Bokmål", N_("Norwegian Bokmål") },
  { "nn", "Nynorsk", N_("Norwegian Nynorsk") },
  { "no", "Norsk", N_("Norwegian") },
  { "sv", "Svenska", N_("Swedish") },
  { "da", "Dansk", N_("Danish") },
  { "en", "English", N_("English") },
  { "fi", "Suomi", N_("Finnish") },
  { "is", "Íslenska", N_("Icelandic") },
  { "se", "Davvisámegiella", N_("Northern Sami") },
  { "de", "Deutsch", N_("German") },
  { "fr", "Français", N_("French") },
};

/* Its place in the table, by the language alone: "en-GB" is English; beyond the last for what is not there. */
static guint
find (const char *lang)
{
  gsize length = strcspn (lang, "-_");
  guint i = 0;

  while (i < G_N_ELEMENTS (languages) &&
         !(strlen (languages[i].code) == length && g_ascii_strncasecmp (languages[i].code, lang, length) == 0))
    i++;

  return i;
}

/**
 * votum_language_name:
 * @lang: (nullable): a language as it is stored: "nb", "en-GB"
 *
 * Returns: (transfer none): its name in the language of the window, or the code where there is no name for it; what says that no
 *   language is given, where none is
 */
const char *
votum_language_name (const char *lang)
{
  guint i;

  if (lang == NULL || *lang == '\0')
    return _("Language not given");
  i = find (lang);

  return i < G_N_ELEMENTS (languages) ? _(languages[i].name) : lang;
}

/**
 * votum_language_own_name:
 * @lang: a language as it is stored
 *
 * Returns: (transfer none): what those who write it call it, or the code where there is no name for it
 */
const char *
votum_language_own_name (const char *lang)
{
  guint i = find (lang);

  return i < G_N_ELEMENTS (languages) ? languages[i].own : lang;
}

/**
 * votum_language_code:
 * @i: from 0
 *
 * Returns: (transfer none) (nullable): the code of a language that has a name here, %NULL after the last
 */
const char *
votum_language_code (guint i)
{
  return i < G_N_ELEMENTS (languages) ? languages[i].code : NULL;
}
