#include "votum-config.h"

#include "votum-scoring-page.h"

struct _VotumScoringPage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumScoringPage, votum_scoring_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_scoring_page_class_init (VotumScoringPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-scoring-page.ui");
}

static void
votum_scoring_page_init (VotumScoringPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
