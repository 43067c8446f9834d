#include "votum-config.h"

#include "votum-compare-page.h"

struct _VotumComparePage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumComparePage, votum_compare_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_compare_page_class_init (VotumComparePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-compare-page.ui");
}

static void
votum_compare_page_init (VotumComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
