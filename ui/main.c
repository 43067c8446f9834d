#include "votum-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "votum-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(VotumApplication) application = NULL;
  const char *localedir = g_getenv ("VOTUM_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : VOTUM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Votum"));

  application = votum_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
