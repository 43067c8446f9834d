#include "votum-config.h"

#include "votum-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "votum-badge.h"
#include "votum-ballots-page.h"
#include "votum-compare-page.h"
#include "votum-criteria-page.h"
#include "votum-deliberation-page.h"
#include "votum-duties.h"
#include "votum-finalists-page.h"
#include "votum-jury-page.h"
#include "votum-overview-page.h"
#include "votum-scoring-page.h"
#include "votum-step-badges.h"
#include "votum-tab-stop.h"
#include "votum-verdict-page.h"
#include "votum-visits-page.h"

struct _VotumSidebar {
  GtkWidget   parent_instance;

  GtkListBox *list;
  GtkWidget  *holder_button;
  AdwAvatar  *avatar;
  GtkLabel   *holder_label;
  GtkLabel   *duty_label;
  GtkLabel   *saved_label;

  VotumDesk  *desk;
  GPtrArray  *badges;       /* of VotumBadge, one a step */
  guint       refresh_id;
  int         shown;        /* the step of the page that is shown */
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumSidebar, votum_sidebar, GTK_TYPE_WIDGET)

static const VotumStep steps[] = {
  { "overview", N_("Overview"), "go-home-symbolic", votum_overview_page_get_type, FALSE },
  { "finalists", N_("Finalists"), "system-users-symbolic", votum_finalists_page_get_type, FALSE },
  { "criteria", N_("Criteria"), "view-list-bullet-symbolic", votum_criteria_page_get_type, FALSE },
  { "jury", N_("Jury"), "avatar-default-symbolic", votum_jury_page_get_type, FALSE },
  { "visits", N_("Visits"), "mark-location-symbolic", votum_visits_page_get_type, FALSE },
  { "scoring", N_("Scoring"), "starred-symbolic", votum_scoring_page_get_type, FALSE },
  { "ballots", N_("Ballots"), "mail-unread-symbolic", votum_ballots_page_get_type, TRUE },
  { "compare", N_("Compare"), "view-dual-symbolic", votum_compare_page_get_type, FALSE },
  { "deliberation", N_("Deliberation"), "view-list-ordered-symbolic", votum_deliberation_page_get_type, TRUE },
  { "verdict", N_("Verdict"), "document-edit-symbolic", votum_verdict_page_get_type, FALSE },
};

/**
 * votum_steps:
 * @n_steps: (out): how many
 *
 * Returns: (transfer none): the steps of the work, in their order
 */
const VotumStep *
votum_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);

  return steps;
}

const VotumStep *
votum_steps_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strcmp (steps[i].name, name) == 0)
      return &steps[i];

  return NULL;
}

/**
 * votum_step_is_shown:
 * @step: a step
 * @votum_case: a case
 *
 * Returns: whether it is a step of whose copy the case is
 */
gboolean
votum_step_is_shown (const VotumStep *step,
                     VotumCase       *votum_case)
{
  VotumDuty duty = votum_case_get_duty (votum_case);

  return !step->leads || duty == VOTUM_DUTY_CHAIR || duty == VOTUM_DUTY_SECRETARY;
}

/**
 * votum_steps_nth:
 * @votum_case: a case
 * @place: from 0
 *
 * Returns: (transfer none) (nullable): the step that stands there among those that are shown
 */
const VotumStep *
votum_steps_nth (VotumCase *votum_case,
                 guint      place)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (votum_step_is_shown (&steps[i], votum_case) && place-- == 0)
      return &steps[i];

  return NULL;
}

static void
show_saved (VotumSidebar *self)
{
  gboolean saved = votum_desk_get_saved (self->desk);

  gtk_label_set_text (self->saved_label, votum_desk_get_use (self->desk) != VOTUM_DESK_WORK ? _("Nothing can be changed")
                                         : saved                                            ? _("Everything is saved")
                                                                                            : _("Saving …"));
}

static void
show_holder (VotumSidebar *self)
{
  g_autofree char *name = votum_duties_holder_name (self->desk);
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  const char *duty = votum_duties_word (votum_case_get_holder (votum_case) != NULL ? votum_case_get_duty (votum_case) : VOTUM_DUTY_NONE);
  g_autofree char *both = g_strconcat (name, ", ", duty, NULL);

  gtk_label_set_text (self->holder_label, name);
  gtk_label_set_text (self->duty_label, duty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->holder_button), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_show_initials (self->avatar, votum_case_get_holder (votum_case) != NULL);
}

static gboolean
refresh_cb (gpointer data)
{
  VotumSidebar *self = VOTUM_SIDEBAR (data);

  self->refresh_id = 0;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      VotumBadgeStyle style = VOTUM_BADGE_PLAIN;
      gboolean shown = votum_step_is_shown (&steps[i], votum_desk_get_case (self->desk));
      g_autofree char *text = shown ? votum_step_badge (self->desk, steps[i].name, &style) : NULL;

      gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i)), shown);
      votum_badge_set (g_ptr_array_index (self->badges, i), text, style);
    }
  show_holder (self);
  show_saved (self);

  return G_SOURCE_REMOVE;
}

/* Many changes of one moment are one refresh. */
static void
queue_refresh (VotumSidebar *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
activated_cb (VotumSidebar  *self,
              GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, steps[gtk_list_box_row_get_index (row)].name);
}

/* Arrows go along the list, and the page that is shown stays marked until another one is opened. */
static void
selected_cb (VotumSidebar  *self,
             GtkListBoxRow *row)
{
  /* a newer GTK also says so when the list goes */
  GtkListBoxRow *shown = self->list != NULL ? gtk_list_box_get_row_at_index (self->list, self->shown) : NULL;

  if (row != shown)
    gtk_list_box_select_row (self->list, shown);
}

static GtkWidget *
new_row (VotumSidebar    *self,
         const VotumStep *step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (gettext (step->title));
  GtkWidget *badge = votum_badge_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (step->icon_name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, badge, NULL, -1);
  g_ptr_array_add (self->badges, badge);

  return row;
}

static void
forget_desk (VotumSidebar *self)
{
  if (self->desk == NULL)
    return;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (votum_desk_get_case (self->desk), self);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
}

static void
votum_sidebar_dispose (GObject *object)
{
  VotumSidebar *self = VOTUM_SIDEBAR (object);
  GtkWidget *child;

  forget_desk (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (votum_sidebar_parent_class)->dispose (object);
}

static void
votum_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_SIDEBAR (object)->badges);

  G_OBJECT_CLASS (votum_sidebar_parent_class)->finalize (object);
}

static void
votum_sidebar_class_init (VotumSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = votum_sidebar_dispose;
  object_class->finalize = votum_sidebar_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", VOTUM_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, VotumSidebar, holder_button);
  gtk_widget_class_bind_template_child (widget_class, VotumSidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, VotumSidebar, holder_label);
  gtk_widget_class_bind_template_child (widget_class, VotumSidebar, duty_label);
  gtk_widget_class_bind_template_child (widget_class, VotumSidebar, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
votum_sidebar_init (VotumSidebar *self)
{
  self->badges = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_list_box_append (self->list, new_row (self, &steps[i]));
}

/**
 * votum_sidebar_set_desk:
 * @self: a sidebar
 * @desk: (nullable): whose steps it shows; without one it lets go of the case
 */
void
votum_sidebar_set_desk (VotumSidebar *self,
                        VotumDesk    *desk)
{
  g_return_if_fail (VOTUM_IS_SIDEBAR (self));

  forget_desk (self);
  if (desk == NULL)
    return;
  self->desk = g_object_ref (desk);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::saved", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
}

/**
 * votum_sidebar_select:
 * @self: a sidebar
 * @name: the page that is shown
 */
void
votum_sidebar_select (VotumSidebar *self,
                      const char   *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strcmp (steps[i].name, name) == 0)
      {
        self->shown = i;
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
      }
}
