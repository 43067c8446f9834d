#include "votum-config.h"

#include "votum-deliberation-page.h"

#include <glib/gi18n.h>

#include "votum-agenda-list.h"
#include "votum-case-agenda.h"
#include "votum-case-holder.h"
#include "votum-case-minutes.h"
#include "votum-minutes-pane.h"
#include "votum-names.h"
#include "votum-navigation.h"
#include "votum-point-view.h"
#include "votum-split.h"
#include "votum-things.h"

struct _VotumDeliberationPage {
  VotumStepPage    parent_instance;

  VotumSplit      *split;
  VotumMinutesPane *minutes;
  GtkWidget       *minutes_button;
  GtkStack        *stack;
  AdwStatusPage   *none_page;
  GtkWidget       *first_button;
  GtkWidget       *own_button;
  GtkToggleButton *names_button;
  VotumNavigation *navigation;
  VotumAgendaList *list;
  VotumPointView  *view;
};

G_DEFINE_FINAL_TYPE (VotumDeliberationPage, votum_deliberation_page, VOTUM_TYPE_STEP_PAGE)

static VotumDesk *
desk_of (VotumDeliberationPage *self)
{
  return votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
}

static VotumCase *
case_of (VotumDeliberationPage *self)
{
  return votum_step_page_get_case (VOTUM_STEP_PAGE (self));
}

static void
show_state (VotumDeliberationPage *self)
{
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_POINT, NULL, NULL);
  gboolean opened = votum_case_deliberation_round (case_of (self)) != NULL;
  guint n_points;

  votum_case_agenda_done (case_of (self), &n_points);
  gtk_widget_set_visible (self->first_button, may && opened);
  gtk_widget_set_visible (self->own_button, may);
  adw_status_page_set_description (self->none_page,
                                   !may      ? _("The secretary or the chair makes the agenda.")
                                   : !opened ? _("The jury talks about marks when they are open to all. Open the round when its ballots are in; "
                                                 "points of your own can be written down before.")
                                             : _("From the numbers: where the jury disagrees most, where a juror stands alone, where the lead is "
                                                 "thin, and which questions of the visits are open."));
  votum_names_show_only (self->stack, n_points > 0 ? "some" : "none");
}

static void
chosen_cb (VotumDeliberationPage *self)
{
  votum_point_view_show (self->view, desk_of (self), votum_agenda_list_get (self->list));
  votum_minutes_pane_set_point (self->minutes, votum_agenda_list_get (self->list));
}

/* A click leaves the focus in the list, where the point can be moved. */
static void
clicked_cb (VotumDeliberationPage *self)
{
  votum_navigation_set_show_content (self->navigation, TRUE);
  if (!votum_navigation_get_collapsed (self->navigation))
    votum_agenda_list_grab (self->list);
}

static void
opened_cb (VotumDeliberationPage *self)
{
  votum_navigation_set_show_content (self->navigation, TRUE);
  votum_point_view_grab (self->view);
}

static void
make_cb (VotumDeliberationPage *self)
{
  votum_agenda_list_make (self->list);
}

static void
add_cb (VotumDeliberationPage *self)
{
  votum_agenda_list_add (self->list);
}

static void
names_cb (VotumDeliberationPage *self)
{
  gboolean named = gtk_toggle_button_get_active (self->names_button);

  votum_point_view_set_named (self->view, named);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->names_button), named ? _("Hide the Jurors’ Names") : _("Show the Jurors’ Names"));
  votum_names_set (GTK_WIDGET (self->names_button), gtk_widget_get_tooltip_text (GTK_WIDGET (self->names_button)));
}

static void
changed_cb (VotumDeliberationPage *self)
{
  show_state (self);
  votum_point_view_update (self->view);
}

/* What has just been let out takes the focus once it is there. */
static gboolean
focus_minutes_cb (GtkWidget     *page,
                  GdkFrameClock *clock,
                  gpointer       data)
{
  VotumDeliberationPage *self = VOTUM_DELIBERATION_PAGE (page);

  if (!votum_split_get_show_sidebar (self->split))
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->minutes)))
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (GTK_WIDGET (self->minutes), GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

static gboolean
minutes_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  VotumDeliberationPage *self = VOTUM_DELIBERATION_PAGE (widget);
  gboolean show = !votum_split_get_show_sidebar (self->split);

  votum_split_set_show_sidebar (self->split, show);
  if (show)
    gtk_widget_add_tick_callback (widget, focus_minutes_cb, NULL, NULL);

  return TRUE;
}

static void
votum_deliberation_page_go (VotumStepPage *page,
                            VotumThing    *thing)
{
  VotumDeliberationPage *self = VOTUM_DELIBERATION_PAGE (page);

  if (!VOTUM_IS_POINT (thing))
    return;
  votum_agenda_list_select (self->list, thing);
  opened_cb (self);
}

static void
votum_deliberation_page_constructed (GObject *object)
{
  VotumDeliberationPage *self = VOTUM_DELIBERATION_PAGE (object);

  G_OBJECT_CLASS (votum_deliberation_page_parent_class)->constructed (object);

  votum_minutes_pane_set_desk (self->minutes, desk_of (self));
  votum_agenda_list_set_desk (self->list, desk_of (self));
  g_object_bind_property (self->split, "show-sidebar", self->minutes_button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  votum_split_set_show_sidebar (self->split, votum_case_running_meeting (case_of (self)) != NULL);
  /* after the list, which lets go of points that are gone */
  g_signal_connect_object (case_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
  names_cb (self);
  show_state (self);
}

static void
votum_deliberation_page_class_init (VotumDeliberationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = votum_deliberation_page_constructed;
  VOTUM_STEP_PAGE_CLASS (klass)->go = votum_deliberation_page_go;

  g_type_ensure (VOTUM_TYPE_AGENDA_LIST);
  g_type_ensure (VOTUM_TYPE_MINUTES_PANE);
  g_type_ensure (VOTUM_TYPE_NAVIGATION);
  g_type_ensure (VOTUM_TYPE_POINT_VIEW);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F8, 0, minutes_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-deliberation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, split);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, minutes_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, own_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, names_button);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, list);
  gtk_widget_class_bind_template_child (widget_class, VotumDeliberationPage, view);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
}

static void
votum_deliberation_page_init (VotumDeliberationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
