#include "votum-config.h"

#include "votum-finalists-page.h"

struct _VotumFinalistsPage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumFinalistsPage, votum_finalists_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_finalists_page_class_init (VotumFinalistsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-finalists-page.ui");
}

static void
votum_finalists_page_init (VotumFinalistsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
