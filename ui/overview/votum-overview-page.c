#include "votum-config.h"

#include "votum-overview-page.h"

struct _VotumOverviewPage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumOverviewPage, votum_overview_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_overview_page_class_init (VotumOverviewPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-overview-page.ui");
}

static void
votum_overview_page_init (VotumOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
