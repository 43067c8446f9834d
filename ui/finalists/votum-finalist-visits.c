#include "votum-config.h"

#include "votum-finalist-visits.h"

#include <glib/gi18n.h>

#include "votum-badge.h"
#include "votum-case-holder.h"
#include "votum-finalist-words.h"
#include "votum-format.h"
#include "votum-things.h"
#include "votum-words.h"

struct _VotumFinalistVisits {
  VotumPart parent_instance;

  GtkWidget *plan_row;   /* where there is none yet */
};

G_DEFINE_FINAL_TYPE (VotumFinalistVisits, votum_finalist_visits, VOTUM_TYPE_PART)

static void
activated_cb (VotumFinalistVisits *self,
              GtkWidget           *row)
{
  VotumPart *part = VOTUM_PART (self);

  votum_desk_go (votum_part_get_desk (part), "visits", g_object_get_data (G_OBJECT (row), "visit"));
}

static void
plan_cb (VotumFinalistVisits *self)
{
  VotumPart *part = VOTUM_PART (self);

  votum_desk_go (votum_part_get_desk (part), "visits", votum_part_get_subject (part));
}

static GtkWidget *
votum_finalist_visits_new_row (VotumPart  *part,
                               VotumThing *visit)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = votum_badge_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "badge", badge);
  g_object_set_data_full (G_OBJECT (row), "visit", g_object_ref (visit), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), part, G_CONNECT_SWAPPED);

  return row;
}

static void
votum_finalist_visits_update_row (VotumPart  *part,
                                  GtkWidget  *row,
                                  VotumThing *visit)
{
  gboolean begun = votum_thing_is_set (visit, VOTUM_VISIT_STARTED);
  gboolean done = votum_thing_is_set (visit, VOTUM_VISIT_ENDED);
  guint field = begun ? VOTUM_VISIT_STARTED : VOTUM_VISIT_PLANNED;
  g_autofree char *when = votum_format_time (votum_thing_get_text (visit, field), VOTUM_TIME_LONG);
  g_autofree char *line = votum_words_capitalise (when);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *line != '\0' ? line : _("No time yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), votum_case_knows_names (votum_part_get_case (part))
                                                          ? votum_desk_text (votum_part_get_desk (part), visit, VOTUM_VISIT_PLACE) : "");
  votum_badge_set (g_object_get_data (G_OBJECT (row), "badge"),
                   /* TRANSLATORS: the state of a visit */
                   done ? C_("visit", "Done") : begun ? C_("visit", "Under Way") : C_("visit", "Planned"),
                   done ? VOTUM_BADGE_DONE : VOTUM_BADGE_PART);
}

static void
votum_finalist_visits_shown (VotumPart *part,
                             guint      n_rows)
{
  VotumFinalistVisits *self = VOTUM_FINALIST_VISITS (part);
  gboolean out = votum_part_get_subject (part) != NULL && votum_finalist_is_out (votum_part_get_subject (part));

  gtk_widget_set_visible (self->plan_row, n_rows == 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0 || !out);
}

static void
votum_finalist_visits_class_init (VotumFinalistVisitsClass *klass)
{
  VotumPartClass *part_class = VOTUM_PART_CLASS (klass);

  part_class->kind = VOTUM_KIND_VISIT;
  part_class->new_row = votum_finalist_visits_new_row;
  part_class->update_row = votum_finalist_visits_update_row;
  part_class->shown = votum_finalist_visits_shown;
}

static void
votum_finalist_visits_init (VotumFinalistVisits *self)
{
  self->plan_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->plan_row), _("No visit is planned"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->plan_row), _("Plan one on the page of the visits"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->plan_row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->plan_row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (self->plan_row, "activated", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Visits"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->plan_row);
}
