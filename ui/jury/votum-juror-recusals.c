#include "votum-config.h"

#include "votum-juror-recusals.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-part-buttons.h"
#include "votum-recusal-dialog.h"
#include "votum-recusal-row.h"
#include "votum-things.h"

struct _VotumJurorRecusals {
  VotumPart  parent_instance;

  GtkWidget *add_button;
  GtkWidget *none_row;
};

G_DEFINE_FINAL_TYPE (VotumJurorRecusals, votum_juror_recusals, VOTUM_TYPE_PART)

static void
add_cb (VotumJurorRecusals *self)
{
  VotumPart *part = VOTUM_PART (self);

  votum_recusal_dialog_present (GTK_WIDGET (self), votum_part_get_desk (part), votum_part_get_subject (part), NULL);
}

static gboolean
votum_juror_recusals_includes (VotumPart  *part,
                               VotumThing *recusal)
{
  return votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == votum_thing_get_id (votum_part_get_subject (part));
}

static GtkWidget *
votum_juror_recusals_new_row (VotumPart  *part,
                              VotumThing *recusal)
{
  return votum_recusal_row_new (votum_part_get_desk (part), recusal, VOTUM_RECUSAL_ROW_FROM);
}

static void
votum_juror_recusals_update_row (VotumPart  *part,
                                 GtkWidget  *row,
                                 VotumThing *recusal)
{
  votum_recusal_row_update (VOTUM_RECUSAL_ROW (row));
}

static void
votum_juror_recusals_shown (VotumPart *part,
                            guint      n_rows)
{
  VotumJurorRecusals *self = VOTUM_JUROR_RECUSALS (part);
  VotumCase *votum_case = votum_part_get_case (part);
  VotumThing *holder = votum_case_get_holder (votum_case);
  gboolean others = votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR && holder != votum_part_get_subject (part);
  gboolean has_finalists = g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_ENTRANT)) > 0;

  gtk_widget_set_visible (self->none_row, n_rows == 0);
  gtk_widget_set_visible (self->add_button, has_finalists && !others);
  votum_part_buttons_set_label (self->add_button, holder != NULL && holder == votum_part_get_subject (part) ? _("Re_cuse Myself …")
                                                                                                            : _("Add Re_cusal …"));
}

static void
votum_juror_recusals_class_init (VotumJurorRecusalsClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  part_class->kind = VOTUM_KIND_RECUSAL;
  part_class->includes = votum_juror_recusals_includes;
  part_class->new_row = votum_juror_recusals_new_row;
  part_class->update_row = votum_juror_recusals_update_row;
  part_class->shown = votum_juror_recusals_shown;
}

static void
votum_juror_recusals_init (VotumJurorRecusals *self)
{
  self->add_button = votum_part_buttons_add (_("Add Re_cusal …"), _("Stand aside from a finalist"), G_CALLBACK (add_cb), self);
  self->none_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none_row), _("Recused from nobody"));
  gtk_widget_add_css_class (self->none_row, "dim-label");
  gtk_widget_set_focusable (self->none_row, FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Recused From"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->none_row);
}
