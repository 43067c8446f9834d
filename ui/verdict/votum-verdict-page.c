#include "votum-config.h"

#include "votum-verdict-page.h"

struct _VotumVerdictPage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumVerdictPage, votum_verdict_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_verdict_page_class_init (VotumVerdictPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-verdict-page.ui");
}

static void
votum_verdict_page_init (VotumVerdictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
