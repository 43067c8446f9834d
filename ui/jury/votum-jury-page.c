#include "votum-config.h"

#include "votum-jury-page.h"

#include <glib/gi18n.h>

#include "votum-assignments-view.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-juror-detail.h"
#include "votum-juror-list.h"
#include "votum-names.h"
#include "votum-navigation.h"
#include "votum-recusals-view.h"
#include "votum-thing-form.h"
#include "votum-things.h"

struct _VotumJuryPage {
  VotumStepPage      parent_instance;

  GtkWidget         *add_button;
  GtkStack          *stack;
  AdwStatusPage     *none_page;
  GtkWidget         *first_button;
  GtkToggleButton   *members_button;
  GtkToggleButton   *recusals_button;
  GtkToggleButton   *assignments_button;
  GtkStack          *views;
  VotumNavigation   *navigation;
  VotumJurorList    *list;
  VotumJurorDetail  *detail;
  VotumRecusalsView *recusals;
  VotumAssignmentsView *assignments;
};

G_DEFINE_FINAL_TYPE (VotumJuryPage, votum_jury_page, VOTUM_TYPE_STEP_PAGE)

static VotumDesk *
desk_of (VotumJuryPage *self)
{
  return votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
}

static VotumCase *
case_of (VotumJuryPage *self)
{
  return votum_step_page_get_case (VOTUM_STEP_PAGE (self));
}

static guint
n_members (VotumJuryPage *self)
{
  return g_list_model_get_n_items (votum_case_get_things (case_of (self), VOTUM_KIND_JUROR));
}

static void
show_state (VotumJuryPage *self)
{
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_JUROR, NULL, &error);

  gtk_widget_set_sensitive (self->add_button, may);
  gtk_widget_set_tooltip_text (self->add_button, may ? _("Add a Member") : error->message);
  votum_names_set (self->add_button, _("Add a member"));
  gtk_widget_set_visible (self->first_button, may);
  adw_status_page_set_description (self->none_page, may ? _("Add those who give marks, who leads them, and who keeps their papers.")
                                                        : _("The secretary or the chair brings the members into the case."));
  votum_names_show_only (self->stack, n_members (self) > 0 ? "some" : "none");
}

static void
view_cb (VotumJuryPage *self)
{
  votum_names_show_only (self->views, gtk_toggle_button_get_active (self->members_button)    ? "members"
                                      : gtk_toggle_button_get_active (self->recusals_button) ? "recusals"
                                                                                             : "assignments");
}

static void
chosen_cb (VotumJuryPage *self)
{
  votum_juror_detail_show (self->detail, desk_of (self), votum_juror_list_get (self->list));
}

static void
opened_cb (VotumJuryPage *self,
           gboolean       by_key)
{
  votum_navigation_set_show_content (self->navigation, TRUE);
  if (by_key)
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
added_cb (VotumThing *juror,
          gpointer    data)
{
  VotumJuryPage *self = VOTUM_JURY_PAGE (data);

  gtk_toggle_button_set_active (self->members_button, TRUE);
  votum_juror_list_select (self->list, votum_case_lookup (case_of (self), votum_thing_get_id (juror)));
  votum_navigation_set_show_content (self->navigation, TRUE);
  votum_desk_toast (desk_of (self), TRUE, _("%s is a member of the jury"), votum_desk_text (desk_of (self), juror, VOTUM_JUROR_NAME));
}

static void
add_cb (VotumJuryPage *self)
{
  static const VotumFieldSpec fields[] = {
    { VOTUM_JUROR_NAME, N_("Name") }, { VOTUM_JUROR_ORGANISATION, N_("Organisation") }, { VOTUM_JUROR_EMAIL, N_("E-mail") }, { 0, NULL },
  };
  static const VotumThingFormSpec spec = { N_("New Member of the Jury"), N_("_Add"), "juror:new", fields };
  g_autoptr(VotumThing) juror = votum_thing_new (VOTUM_KIND_JUROR);

  /* the first one is mostly who leads the others; it is changed with a click */
  if (n_members (self) == 0)
    votum_thing_set_from_text (juror, VOTUM_JUROR_ROLES, "chair juror", NULL);
  votum_thing_form_present (GTK_WIDGET (self), desk_of (self), &spec, juror, added_cb, self);
}

static void
changed_cb (VotumJuryPage *self)
{
  show_state (self);
}

static void
votum_jury_page_go (VotumStepPage *page,
                    VotumThing    *thing)
{
  VotumJuryPage *self = VOTUM_JURY_PAGE (page);

  if (VOTUM_IS_ASSIGNMENT (thing))
    {
      gtk_toggle_button_set_active (self->assignments_button, TRUE);
      return;
    }
  if (VOTUM_IS_RECUSAL (thing))
    {
      gtk_toggle_button_set_active (self->recusals_button, TRUE);
      return;
    }
  if (!VOTUM_IS_JUROR (thing))
    return;
  gtk_toggle_button_set_active (self->members_button, TRUE);
  votum_juror_list_select (self->list, thing);
  votum_navigation_set_show_content (self->navigation, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static gboolean
votum_jury_page_search (VotumStepPage *page)
{
  VotumJuryPage *self = VOTUM_JURY_PAGE (page);

  if (n_members (self) == 0)
    return FALSE;
  gtk_toggle_button_set_active (self->members_button, TRUE);
  votum_navigation_set_show_content (self->navigation, FALSE);
  votum_juror_list_search (self->list);

  return TRUE;
}

static void
votum_jury_page_constructed (GObject *object)
{
  VotumJuryPage *self = VOTUM_JURY_PAGE (object);

  G_OBJECT_CLASS (votum_jury_page_parent_class)->constructed (object);

  votum_recusals_view_set_desk (self->recusals, desk_of (self));
  votum_assignments_view_set_desk (self->assignments, desk_of (self));
  votum_juror_list_set_desk (self->list, desk_of (self));
  g_signal_connect_object (case_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
  chosen_cb (self);
  show_state (self);
}

static void
votum_jury_page_class_init (VotumJuryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = votum_jury_page_constructed;
  VOTUM_STEP_PAGE_CLASS (klass)->go = votum_jury_page_go;
  VOTUM_STEP_PAGE_CLASS (klass)->search = votum_jury_page_search;

  g_type_ensure (VOTUM_TYPE_ASSIGNMENTS_VIEW);
  g_type_ensure (VOTUM_TYPE_JUROR_DETAIL);
  g_type_ensure (VOTUM_TYPE_JUROR_LIST);
  g_type_ensure (VOTUM_TYPE_NAVIGATION);
  g_type_ensure (VOTUM_TYPE_RECUSALS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-jury-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, members_button);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, recusals_button);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, assignments_button);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, views);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, list);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, detail);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, recusals);
  gtk_widget_class_bind_template_child (widget_class, VotumJuryPage, assignments);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
votum_jury_page_init (VotumJuryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
