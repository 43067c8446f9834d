#include "votum-config.h"

#include "votum-criteria-page.h"

struct _VotumCriteriaPage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumCriteriaPage, votum_criteria_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_criteria_page_class_init (VotumCriteriaPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-criteria-page.ui");
}

static void
votum_criteria_page_init (VotumCriteriaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
