#include "votum-config.h"

#include "votum-welcome.h"

struct _VotumWelcome {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumWelcome, votum_welcome, ADW_TYPE_BIN)

static void
votum_welcome_class_init (VotumWelcomeClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-welcome.ui");
}

static void
votum_welcome_init (VotumWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
