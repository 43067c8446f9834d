#include "votum-config.h"

#include "votum-visits-page.h"

struct _VotumVisitsPage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumVisitsPage, votum_visits_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_visits_page_class_init (VotumVisitsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-visits-page.ui");
}

static void
votum_visits_page_init (VotumVisitsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
