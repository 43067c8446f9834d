#include "votum-config.h"

#include "votum-language.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* Which language the window speaks. Messages come from catalogues that are found by LANGUAGE, whatever locales the machine
 * has; the locale itself is changed only where it is there, or where it is one that has no languages at all. */

static const struct {
  const char *language;
  const char *locale;
} locales[] = {
  { "en", "en_GB.UTF-8" },
  { "nb", "nb_NO.UTF-8" },
  { "sv", "sv_SE.UTF-8" },
};

/* The C library keeps what it has translated. It looks again once a catalogue has been named. */
static void
name_catalogue (void)
{
  const char *folder = g_getenv ("VOTUM_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : VOTUM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A desktop may name a locale that the machine does not have. */
static void
as_on_the_desktop (int category)
{
  if (setlocale (category, "") == NULL)
    setlocale (category, "C");
}

/**
 * votum_language_begin:
 *
 * Takes over the language of the desktop, before anything is said.
 */
void
votum_language_begin (void)
{
  setlocale (LC_ALL, "");
  name_catalogue ();
}

/**
 * votum_language_apply:
 * @language: a language code, or "" for the language of the desktop
 * @desktop_languages: (nullable): what LANGUAGE was when the program was started
 *
 * Changes the language of everything that is said from now on. What is on the screen already stays as it is.
 */
void
votum_language_apply (const char *language,
                      const char *desktop_languages)
{
  as_on_the_desktop (LC_MESSAGES);
  as_on_the_desktop (LC_TIME);
  if (*language == '\0')
    {
      if (desktop_languages != NULL)
        g_setenv ("LANGUAGE", desktop_languages, TRUE);
      else
        g_unsetenv ("LANGUAGE");
    }
  else
    {
      const char *messages;

      g_setenv ("LANGUAGE", language, TRUE);
      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        if (strcmp (locales[i].language, language) == 0)
          {
            setlocale (LC_MESSAGES, locales[i].locale);
            setlocale (LC_TIME, locales[i].locale);
          }
      /* in these, the C library looks at no LANGUAGE */
      messages = setlocale (LC_MESSAGES, NULL);
      if (messages == NULL || strcmp (messages, "C") == 0 || strcmp (messages, "POSIX") == 0)
        setlocale (LC_MESSAGES, "C.UTF-8");
    }
  name_catalogue ();
}
