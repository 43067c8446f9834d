#include "votum-config.h"

#include "votum-finalist-recusals.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-finalist-words.h"
#include "votum-jury-words.h"
#include "votum-part-buttons.h"
#include "votum-recusal-dialog.h"
#include "votum-recusal-row.h"
#include "votum-things.h"

struct _VotumFinalistRecusals {
  VotumPart parent_instance;

  GtkWidget *add_button;
  GtkWidget *none_row;
};

G_DEFINE_FINAL_TYPE (VotumFinalistRecusals, votum_finalist_recusals, VOTUM_TYPE_PART)

static void
add_cb (VotumFinalistRecusals *self)
{
  VotumPart *part = VOTUM_PART (self);

  votum_recusal_dialog_present (GTK_WIDGET (self), votum_part_get_desk (part), NULL, votum_part_get_subject (part));
}

/* From the finalist, or from the whole class. */
static gboolean
votum_finalist_recusals_includes (VotumPart  *part,
                                  VotumThing *recusal)
{
  VotumThing *entrant = votum_part_get_subject (part);
  gint64 class_id = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);

  return votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) == votum_thing_get_id (entrant) ||
         (class_id != 0 && votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS) == class_id);
}

static GtkWidget *
votum_finalist_recusals_new_row (VotumPart  *part,
                                 VotumThing *recusal)
{
  return votum_recusal_row_new (votum_part_get_desk (part), recusal, VOTUM_RECUSAL_ROW_WHO);
}

static void
votum_finalist_recusals_update_row (VotumPart  *part,
                                    GtkWidget  *row,
                                    VotumThing *recusal)
{
  votum_recusal_row_update (VOTUM_RECUSAL_ROW (row));
}

static void
votum_finalist_recusals_shown (VotumPart *part,
                               guint      n_rows)
{
  VotumFinalistRecusals *self = VOTUM_FINALIST_RECUSALS (part);
  VotumCase *votum_case = votum_part_get_case (part);
  gboolean is_juror = votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR;
  VotumThing *entrant = votum_part_get_subject (part);
  gboolean own = is_juror && entrant != NULL && votum_finalist_own_recusal (votum_part_get_desk (part), entrant) != NULL;
  gboolean has_jury = g_list_model_get_n_items (votum_case_get_things (votum_case, VOTUM_KIND_JUROR)) > 0;

  gtk_widget_set_visible (self->none_row, n_rows == 0);
  gtk_widget_set_visible (self->add_button, has_jury && !own);
  votum_part_buttons_set_label (self->add_button, is_juror ? _("Re_cuse Myself …") : _("Add Re_cusal …"));
  votum_part_may_add (part, self->add_button,
                               is_juror ? _("Stand aside from this finalist") : _("Somebody of the jury stands aside from this finalist"));
}

static void
votum_finalist_recusals_class_init (VotumFinalistRecusalsClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  part_class->kind = VOTUM_KIND_RECUSAL;
  part_class->includes = votum_finalist_recusals_includes;
  part_class->new_row = votum_finalist_recusals_new_row;
  part_class->update_row = votum_finalist_recusals_update_row;
  part_class->shown = votum_finalist_recusals_shown;
}

static void
votum_finalist_recusals_init (VotumFinalistRecusals *self)
{
  self->add_button = votum_part_buttons_add (_("Add Re_cusal …"), NULL, G_CALLBACK (add_cb), self);
  self->none_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none_row), _("Nobody is recused"));
  gtk_widget_add_css_class (self->none_row, "dim-label");
  gtk_widget_set_focusable (self->none_row, FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Recusals"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->none_row);
}
