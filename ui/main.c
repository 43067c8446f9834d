#include "votum-config.h"

#include <glib/gi18n.h>

#include "votum-application.h"
#include "votum-language.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(VotumApplication) application = NULL;

  votum_language_begin ();
  g_set_application_name (_("Votum"));

  application = votum_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
