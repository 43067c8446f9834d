#include "votum-config.h"

#include "votum-jury-page.h"

struct _VotumJuryPage {
  VotumStepPage parent_instance;
};

G_DEFINE_FINAL_TYPE (VotumJuryPage, votum_jury_page, VOTUM_TYPE_STEP_PAGE)

static void
votum_jury_page_class_init (VotumJuryPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/votum/Votum/votum-jury-page.ui");
}

static void
votum_jury_page_init (VotumJuryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
