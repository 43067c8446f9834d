#include "votum-config.h"

#include "votum-overview-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-application.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-duties.h"
#include "votum-format.h"
#include "votum-hand-in-bar.h"
#include "votum-hand-in-words.h"
#include "votum-next-words.h"
#include "votum-overview-columns.h"
#include "votum-overview-list.h"
#include "votum-overview-words.h"
#include "votum-sidebar.h"
#include "votum-step-badges.h"
#include "votum-words.h"

#define MOST_VISITS 5

struct _VotumOverviewPage {
  VotumStepPage        parent_instance;

  GtkLabel            *title;
  GtkLabel            *subtitle;
  GtkLabel            *lead;       /* over the button */
  GtkWidget           *next_button;
  GtkLabel            *next_label;
  GtkWidget           *nothing;
  GtkImage            *nothing_icon;
  GtkLabel            *nothing_label;
  VotumHandInBar      *handing_in;
  AdwPreferencesGroup *steps;
  VotumOverviewList   *visits;
  VotumOverviewList   *finalists;
  VotumOverviewList   *jury;

  GPtrArray           *step_rows;  /* not owned */
  VotumNextStep        next;
  guint                refresh_id;
  gboolean             stale;
};

G_DEFINE_FINAL_TYPE (VotumOverviewPage, votum_overview_page, VOTUM_TYPE_STEP_PAGE)

static const char *const shown_steps[] = { "criteria", "jury", "finalists", "visits", "scoring", "verdict" };

/* ---- the next thing ---- */

static gboolean
hands_in (VotumOverviewPage *self)
{
  return self->next.kind == VOTUM_NEXT_HAND_IN || self->next.kind == VOTUM_NEXT_HAND_IN_AGAIN;
}

/* What is left where Votum itself has nothing left to do: a ballot is sealed here, and sent by hand. */
static char *
say_nothing (VotumOverviewPage *self,
             const char        *words)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  VotumSettings *settings = votum_application_get_settings (VOTUM_APPLICATION (g_application_get_default ()));
  char *send = votum_hand_in_send_words (desk, votum_settings_get_ballot_folder (settings));

  gtk_image_set_from_icon_name (self->nothing_icon, send != NULL ? "mail-send-symbolic" : "object-select-symbolic");

  return send != NULL ? send : g_strdup (words);
}

static void
show_next (VotumOverviewPage *self)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gboolean can_go;

  votum_case_next_step (votum_desk_get_case (desk), &self->next);
  name = votum_next_name (desk, &self->next);
  words = votum_next_words (self->next.kind, name, self->next.count);
  can_go = votum_next_page (self->next.kind) != NULL || self->next.kind == VOTUM_NEXT_CHOOSE_HOLDER || hands_in (self);
  if (can_go)
    {
      gtk_label_set_text (self->next_label, words);
    }
  else
    {
      g_autofree char *nothing = say_nothing (self, words);

      gtk_label_set_text (self->nothing_label, nothing);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->lead), can_go);
  gtk_widget_set_visible (self->next_button, can_go);
  gtk_widget_set_visible (self->nothing, !can_go);
}

static void
next_cb (VotumOverviewPage *self)
{
  const char *page = votum_next_page (self->next.kind);

  if (self->next.kind == VOTUM_NEXT_DECIDE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.decide", "x", self->next.thing != NULL ? votum_thing_get_id (self->next.thing) : (gint64) 0);
  else if (hands_in (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.hand-in", NULL);
  else if (page != NULL)
    votum_desk_go (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), page, self->next.thing);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.holder", NULL);
}

/* ---- the steps ---- */

static void
step_activated_cb (VotumOverviewPage *self,
                   AdwActionRow      *row)
{
  guint place;

  if (g_ptr_array_find (self->step_rows, row, &place))
    votum_desk_go (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), shown_steps[place], NULL);
}

static void
add_steps (VotumOverviewPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_steps); i++)
    {
      const VotumStep *step = votum_steps_find (shown_steps[i]);
      GtkWidget *row = votum_overview_row_new (step->icon_name);

      g_signal_connect_object (row, "activated", G_CALLBACK (step_activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->steps, row);
      g_ptr_array_add (self->step_rows, row);
    }
}

static void
show_steps (VotumOverviewPage *self)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (shown_steps); i++)
    {
      VotumOverviewRow *row = g_ptr_array_index (self->step_rows, i);
      VotumBadgeStyle style;
      g_autofree char *badge = votum_step_badge (desk, shown_steps[i], &style);
      g_autofree char *text = votum_overview_step (desk, shown_steps[i]);

      votum_overview_row_set (row, gettext (votum_steps_find (shown_steps[i])->title), text);
      votum_overview_row_set_badge (row, badge, style);
    }
}

/* ---- what comes ---- */

static int
compare_planned (gconstpointer a,
                 gconstpointer b)
{
  const char *first = votum_thing_get_text (*(VotumThing *const *) a, VOTUM_VISIT_PLANNED);
  const char *second = votum_thing_get_text (*(VotumThing *const *) b, VOTUM_VISIT_PLANNED);

  /* without a date, it comes last */
  return first == NULL || second == NULL ? (first == NULL) - (second == NULL) : strcmp (first, second);
}

static void
fill_visit (VotumOverviewRow *row,
            VotumThing       *visit,
            gpointer          data)
{
  VotumDesk *desk = votum_step_page_get_desk (data);
  VotumThing *entrant = votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (visit, VOTUM_VISIT_ENTRANT));
  g_autofree char *name = entrant != NULL ? votum_desk_name (desk, entrant) : g_strdup (_("A visit"));
  const char *planned = votum_thing_get_text (visit, VOTUM_VISIT_PLANNED);
  const char *place = votum_case_knows_names (votum_desk_get_case (desk)) ? votum_desk_text (desk, visit, VOTUM_VISIT_PLACE) : "";
  g_autofree char *when = planned != NULL ? votum_format_time (planned, VOTUM_TIME_SHORT) : g_strdup (_("Not dated yet"));
  g_autofree char *start = votum_words_capitalise (when);
  g_autofree char *where = *place != '\0' ? g_strconcat (start, " · ", place, NULL) : g_strdup (start);
  g_autofree char *days = votum_overview_days (planned);

  votum_overview_row_set (row, name, where);
  votum_overview_row_set_badge (row, days, VOTUM_BADGE_PLAIN);
}

static void
show_visits (VotumOverviewPage *self)
{
  GListModel *visits = votum_case_get_things (votum_step_page_get_case (VOTUM_STEP_PAGE (self)), VOTUM_KIND_VISIT);
  g_autoptr(GPtrArray) coming = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(VotumThing) visit = g_list_model_get_item (visits, i);

      if (!votum_thing_is_set (visit, VOTUM_VISIT_STARTED) && !votum_thing_is_set (visit, VOTUM_VISIT_ENDED))
        g_ptr_array_add (coming, g_steal_pointer (&visit));
    }
  g_ptr_array_sort (coming, compare_planned);
  if (coming->len > MOST_VISITS)
    g_ptr_array_set_size (coming, MOST_VISITS);
  votum_overview_list_show (self->visits, coming, fill_visit, self);
}

static void
visit_chosen_cb (VotumOverviewPage *self,
                 VotumThing        *visit)
{
  votum_desk_go (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), "visits", visit);
}

/* ---- finalists and jury ---- */

static void
tally_entrant (VotumCase  *votum_case,
               VotumThing *entrant,
               VotumTally *tally)
{
  VotumThing *round = votum_case_current_round (votum_case);
  VotumThing *holder = votum_case_get_holder (votum_case);

  *tally = (VotumTally) { 0 };
  if (round == NULL)
    return;
  if (votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR && holder != NULL)
    votum_case_tally (votum_case, round, entrant, holder, tally);
  else
    votum_case_tally_entrant (votum_case, round, entrant, tally);
}

static void
fill_finalist (VotumOverviewRow *row,
               VotumThing       *entrant,
               gpointer          data)
{
  VotumDesk *desk = votum_step_page_get_desk (data);
  g_autofree char *name = votum_desk_name (desk, entrant);
  g_autofree char *visit = votum_overview_visit (desk, entrant);
  VotumTally tally;

  tally_entrant (votum_desk_get_case (desk), entrant, &tally);
  votum_overview_row_set (row, name, visit);
  votum_overview_row_set_part (row, tally.given, tally.wanted);
  if (tally.recused)
    votum_overview_row_set_badge (row, _("Recused"), VOTUM_BADGE_PLAIN);
  else if (tally.unassigned)
    votum_overview_row_set_badge (row, _("Others"), VOTUM_BADGE_PLAIN);
  else if (tally.comments_missing > 0)
    votum_overview_row_set_badge (row, _("Comment missing"), VOTUM_BADGE_WARNING);
  else if (tally.reasons_missing > 0)
    votum_overview_row_set_badge (row, _("Reason missing"), VOTUM_BADGE_WARNING);
}

static void
show_finalists (VotumOverviewPage *self)
{
  VotumCase *votum_case = votum_step_page_get_case (VOTUM_STEP_PAGE (self));
  VotumThing *round = votum_case_current_round (votum_case);
  g_autoptr(GPtrArray) entrants = round != NULL ? votum_case_round_entrants (votum_case, round) : g_ptr_array_new ();

  votum_overview_list_show (self->finalists, entrants, fill_finalist, self);
}

static void
finalist_chosen_cb (VotumOverviewPage *self,
                    VotumThing        *entrant)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  VotumTally tally;

  tally_entrant (votum_desk_get_case (desk), entrant, &tally);
  votum_desk_go (desk, tally.recused ? "finalists" : "scoring", entrant);
}

static void
fill_juror (VotumOverviewRow *row,
            VotumThing       *juror,
            gpointer          data)
{
  VotumDesk *desk = votum_step_page_get_desk (data);
  VotumThing *round = votum_case_current_round (votum_desk_get_case (desk));
  g_autofree char *name = votum_desk_name (desk, juror);
  g_autofree char *roles = votum_duties_roles (juror);
  VotumTally tally = { 0 };

  if (round != NULL)
    votum_case_tally_juror (votum_desk_get_case (desk), round, juror, &tally);
  votum_overview_row_set (row, name, roles);
  votum_overview_row_set_part (row, tally.given, tally.wanted);
}

/* Jurors do not watch each other. */
static void
show_jury (VotumOverviewPage *self)
{
  VotumCase *votum_case = votum_step_page_get_case (VOTUM_STEP_PAGE (self));
  g_autoptr(GPtrArray) jurors = votum_case_get_duty (votum_case) == VOTUM_DUTY_JUROR ? g_ptr_array_new ()
                                                                                    : votum_case_marking_jurors (votum_case);

  votum_overview_list_show (self->jury, jurors, fill_juror, self);
}

static void
juror_chosen_cb (VotumOverviewPage *self,
                 VotumThing        *juror)
{
  votum_desk_go (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), "jury", juror);
}

/* ---- the page ---- */

static void
refresh (VotumOverviewPage *self)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  g_autofree char *title = votum_desk_title (desk);
  g_autofree char *subtitle = votum_overview_award (desk);

  self->stale = FALSE;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  show_next (self);
  show_steps (self);
  show_visits (self);
  show_finalists (self);
  show_jury (self);
}

static gboolean
refresh_cb (gpointer data)
{
  VotumOverviewPage *self = data;

  self->refresh_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;

  return G_SOURCE_REMOVE;
}

/* Many changes of one moment are one refresh. */
static void
changed_cb (VotumOverviewPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
votum_overview_page_shown (VotumStepPage *page)
{
  VotumOverviewPage *self = VOTUM_OVERVIEW_PAGE (page);

  if (self->stale)
    refresh (self);
  if (gtk_widget_get_visible (self->next_button))
    gtk_widget_grab_focus (self->next_button);
}

static void
votum_overview_page_constructed (GObject *object)
{
  VotumOverviewPage *self = VOTUM_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (votum_overview_page_parent_class)->constructed (object);

  add_steps (self);
  votum_hand_in_bar_set_desk (self->handing_in, votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), FALSE);
  g_signal_connect_object (votum_step_page_get_case (VOTUM_STEP_PAGE (self)), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
votum_overview_page_dispose (GObject *object)
{
  g_clear_handle_id (&VOTUM_OVERVIEW_PAGE (object)->refresh_id, g_source_remove);

  G_OBJECT_CLASS (votum_overview_page_parent_class)->dispose (object);
}

static void
votum_overview_page_finalize (GObject *object)
{
  g_ptr_array_unref (VOTUM_OVERVIEW_PAGE (object)->step_rows);

  G_OBJECT_CLASS (votum_overview_page_parent_class)->finalize (object);
}

static void
votum_overview_page_class_init (VotumOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = votum_overview_page_constructed;
  object_class->dispose = votum_overview_page_dispose;
  object_class->finalize = votum_overview_page_finalize;
  VOTUM_STEP_PAGE_CLASS (klass)->shown = votum_overview_page_shown;

  g_type_ensure (VOTUM_TYPE_HAND_IN_BAR);
  g_type_ensure (VOTUM_TYPE_OVERVIEW_COLUMNS);
  g_type_ensure (VOTUM_TYPE_OVERVIEW_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, lead);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, nothing_icon);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, handing_in);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, steps);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, visits);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, finalists);
  gtk_widget_class_bind_template_child (widget_class, VotumOverviewPage, jury);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, visit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, finalist_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, juror_chosen_cb);
}

static void
votum_overview_page_init (VotumOverviewPage *self)
{
  self->step_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
