#include "votum-config.h"

#include "votum-visits-page.h"

#include <glib/gi18n.h>

#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-result.h"
#include "votum-names.h"
#include "votum-navigation.h"
#include "votum-note-search.h"
#include "votum-plan-list.h"
#include "votum-question-list.h"
#include "votum-split.h"
#include "votum-visit-form.h"
#include "votum-visit-list.h"
#include "votum-visit-view.h"

struct _VotumVisitsPage {
  VotumStepPage      parent_instance;

  GtkStack          *stack;
  VotumNavigation   *navigation;
  VotumVisitList    *list;
  VotumSplit        *split;
  VotumVisitView    *view;
  GtkWidget         *plan_pane;
  VotumPlanList     *plan;
  VotumQuestionList *questions;
  VotumNoteSearch   *search;
  guint              focus_id;
};

G_DEFINE_FINAL_TYPE (VotumVisitsPage, votum_visits_page, VOTUM_TYPE_STEP_PAGE)

static VotumDesk *
desk_of (VotumVisitsPage *self)
{
  return votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
}

static VotumCase *
case_of (VotumVisitsPage *self)
{
  return votum_step_page_get_case (VOTUM_STEP_PAGE (self));
}

/* ---- what is shown ---- */

static void
show_content (VotumVisitsPage *self,
              VotumOccasion   *occasion)
{
  if (votum_occasion_equal (votum_visit_view_get_occasion (self->view), occasion))
    return;
  votum_visit_view_set_occasion (self->view, desk_of (self), occasion);
  votum_plan_list_set_occasion (self->plan, desk_of (self), occasion);
  votum_question_list_set_occasion (self->questions, desk_of (self), occasion);
  gtk_widget_set_visible (self->plan_pane, votum_occasion_get_visit (occasion) != NULL);
}

static void
show_occasion (VotumVisitsPage *self,
               VotumOccasion   *occasion)
{
  show_content (self, occasion);
  votum_visit_list_select (self->list, occasion);
}

/* Something is always shown, where there is something; of what has gone the next best takes the place. */
static void
show_something (VotumVisitsPage *self)
{
  VotumOccasion *shown = votum_visit_view_get_occasion (self->view);
  g_autoptr(VotumOccasion) next = NULL;

  if (shown == NULL || !votum_occasion_is_there (shown, case_of (self)))
    {
      votum_visit_list_select (self->list, NULL);
      next = votum_visit_list_get_next (self->list);
      if (next != NULL)
        show_occasion (self, next);
    }
  shown = votum_visit_view_get_occasion (self->view);
  if (shown == NULL || !votum_occasion_is_there (shown, case_of (self)))
    votum_names_show_only (self->stack, "empty");
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "search") != 0)
    votum_names_show_only (self->stack, "visits");
}

static void
chosen_cb (VotumVisitsPage *self,
           VotumOccasion   *occasion,
           gboolean         opened)
{
  show_content (self, occasion);
  if (!opened)
    return;
  votum_navigation_set_show_content (self->navigation, TRUE);
  votum_visit_view_write (self->view);
}

static void
without_visit_cb (VotumVisitsPage *self,
                  VotumThing      *entrant)
{
  g_autoptr(VotumOccasion) occasion = votum_occasion_new_entrant (entrant);

  show_occasion (self, occasion);
  votum_visit_view_write (self->view);
}

/* ---- the plan beside it ---- */

static void
toggle_plan_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  VotumVisitsPage *self = VOTUM_VISITS_PAGE (widget);
  gboolean show = !votum_split_get_show_sidebar (self->split);

  if (!gtk_widget_get_visible (self->plan_pane))
    return;
  votum_split_set_show_sidebar (self->split, show);
  if (show)
    votum_plan_list_focus (self->plan);
  else
    votum_visit_view_write (self->view);
}

static void
after_notes_cb (VotumVisitsPage *self)
{
  if (gtk_widget_get_visible (self->plan_pane) && votum_split_get_show_sidebar (self->split))
    votum_plan_list_focus (self->plan);
  else
    votum_visit_list_focus (self->list);
}

/* Where the plan lies over the notes, Escape is the way back to them. */
static gboolean
plan_key_cb (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             VotumVisitsPage       *self)
{
  if (key != GDK_KEY_Escape || !votum_split_get_collapsed (self->split))
    return FALSE;
  votum_split_set_show_sidebar (self->split, FALSE);
  votum_visit_view_write (self->view);

  return TRUE;
}

/* ---- planning ---- */

/* Who comes along is most often who came along last, less those who are recused from this one. */
static void
guess_jurors (VotumCase  *votum_case,
              VotumThing *entrant,
              VotumThing *visit)
{
  GListModel *visits = votum_case_get_things (votum_case, VOTUM_KIND_VISIT);
  guint n = g_list_model_get_n_items (visits);
  g_autoptr(VotumThing) last = n > 0 ? g_list_model_get_item (visits, n - 1) : NULL;
  g_autoptr(GArray) ids = last != NULL ? votum_thing_get_refs (last, VOTUM_VISIT_JURORS) : NULL;
  g_autoptr(GString) jurors = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      VotumThing *juror = votum_case_lookup (votum_case, g_array_index (ids, gint64, i));

      if (juror != NULL && !votum_case_is_recused (votum_case, juror, entrant, NULL))
        g_string_append_printf (jurors, "%s%" G_GINT64_FORMAT, jurors->len > 0 ? " " : "", votum_thing_get_id (juror));
    }
  if (jurors->len > 0)
    votum_thing_set_from_text (visit, VOTUM_VISIT_JURORS, jurors->str, NULL);
}

static void
details_cb (VotumVisitsPage *self)
{
  VotumOccasion *occasion = votum_visit_view_get_occasion (self->view);

  if (occasion != NULL && votum_occasion_get_visit (occasion) != NULL)
    votum_visit_form_present (GTK_WIDGET (self), desk_of (self), votum_occasion_get_visit (occasion));
}

static void
plan_cb (VotumVisitsPage *self,
         VotumThing      *entrant)
{
  VotumCase *votum_case = case_of (self);
  g_autoptr(VotumThing) visit = votum_thing_new (VOTUM_KIND_VISIT);
  g_autoptr(VotumOccasion) occasion = NULL;
  GError *error = NULL;

  votum_thing_set_ref (visit, VOTUM_VISIT_ENTRANT, votum_thing_get_id (entrant));
  if (votum_thing_is_set (entrant, VOTUM_ENTRANT_PLACE))
    votum_thing_set_from_text (visit, VOTUM_VISIT_PLACE, votum_thing_get_text (entrant, VOTUM_ENTRANT_PLACE), NULL);
  guess_jurors (votum_case, entrant, visit);
  votum_case_add (votum_case, visit, &error);
  if (!votum_desk_report (desk_of (self), error))
    return;

  occasion = votum_occasion_new_visit (votum_case, visit);
  show_occasion (self, occasion);
  votum_navigation_set_show_content (self->navigation, TRUE);
  details_cb (self);
}

/* ---- searching ---- */

static void
search_closed_cb (VotumVisitsPage *self)
{
  votum_names_show_only (self->stack, "visits");
  show_something (self);
  votum_visit_view_write (self->view);
}

static void
found_cb (VotumVisitsPage *self,
          VotumThing      *note)
{
  votum_step_page_go (VOTUM_STEP_PAGE (self), note);
}

static gboolean
votum_visits_page_search (VotumStepPage *page)
{
  VotumVisitsPage *self = VOTUM_VISITS_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0)
    return FALSE;
  votum_desk_flush (desk_of (self));
  votum_names_show_only (self->stack, "search");
  votum_note_search_begin (self->search, desk_of (self));

  return TRUE;
}

/* ---- the page ---- */

static void
case_changed_cb (VotumVisitsPage *self,
                 VotumChanges    *changes)
{
  gboolean rights = votum_changes_is_empty (changes);

  for (guint i = 0; i < votum_changes_n_things (changes) && !rights; i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      rights = VOTUM_IS_ROUND (change->new_thing != NULL ? change->new_thing : change->old_thing);
    }
  votum_visit_list_changed (self->list, rights ? NULL : changes);
  show_something (self);
  votum_visit_view_changed (self->view, rights ? NULL : changes);
  votum_question_list_changed (self->questions, changes);
  votum_note_search_changed (self->search, changes);
}

/* Whether there is room for both, list and notes, is known only after sizes have been given out. */
static gboolean
focus_list_cb (gpointer user_data)
{
  VotumVisitsPage *self = user_data;

  self->focus_id = 0;
  if (votum_navigation_get_collapsed (self->navigation) && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    votum_visit_list_focus (self->list);

  return G_SOURCE_REMOVE;
}

static void
votum_visits_page_shown (VotumStepPage *page)
{
  VotumVisitsPage *self = VOTUM_VISITS_PAGE (page);

  votum_names_show_only (self->stack, "visits");
  show_something (self);
  votum_visit_view_write (self->view);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_full (G_PRIORITY_LOW, focus_list_cb, self, NULL);
}

static void
votum_visits_page_go (VotumStepPage *page,
                      VotumThing    *thing)
{
  VotumVisitsPage *self = VOTUM_VISITS_PAGE (page);
  g_autoptr(VotumOccasion) occasion = NULL;

  if (VOTUM_IS_VISIT (thing))
    occasion = votum_occasion_new_visit (case_of (self), thing);
  else if (VOTUM_IS_NOTE (thing))
    occasion = votum_occasion_of_note (case_of (self), thing);
  else if (VOTUM_IS_ENTRANT (thing))
    occasion = votum_visit_list_find (self->list, thing);
  if (occasion == NULL)
    return;

  votum_names_show_only (self->stack, "visits");
  show_occasion (self, occasion);
  votum_navigation_set_show_content (self->navigation, TRUE);
  if (VOTUM_IS_NOTE (thing))
    votum_visit_view_show_note (self->view, thing);
  else
    votum_visit_view_write (self->view);
}

static void
votum_visits_page_constructed (GObject *object)
{
  VotumVisitsPage *self = VOTUM_VISITS_PAGE (object);

  G_OBJECT_CLASS (votum_visits_page_parent_class)->constructed (object);

  votum_visit_list_set_desk (self->list, desk_of (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->plan), !votum_case_is_read_only (case_of (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->questions), !votum_case_is_read_only (case_of (self)));
  g_signal_connect_object (case_of (self), "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->split, "show-sidebar", self->view, "show-plan", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
votum_visits_page_dispose (GObject *object)
{
  g_clear_handle_id (&VOTUM_VISITS_PAGE (object)->focus_id, g_source_remove);

  G_OBJECT_CLASS (votum_visits_page_parent_class)->dispose (object);
}

static void
votum_visits_page_class_init (VotumVisitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VotumStepPageClass *page_class = VOTUM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = votum_visits_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = votum_visits_page_dispose;
  page_class->shown = votum_visits_page_shown;
  page_class->go = votum_visits_page_go;
  page_class->search = votum_visits_page_search;

  gtk_widget_class_install_action (widget_class, "visits.toggle-plan", NULL, toggle_plan_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "visits.toggle-plan", NULL);

  g_type_ensure (VOTUM_TYPE_NAVIGATION);
  g_type_ensure (VOTUM_TYPE_NOTE_SEARCH);
  g_type_ensure (VOTUM_TYPE_PLAN_LIST);
  g_type_ensure (VOTUM_TYPE_QUESTION_LIST);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  g_type_ensure (VOTUM_TYPE_VISIT_LIST);
  g_type_ensure (VOTUM_TYPE_VISIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-visits-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, list);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, split);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, view);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, plan_pane);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, plan);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, questions);
  gtk_widget_class_bind_template_child (widget_class, VotumVisitsPage, search);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_notes_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_visit_cb);
}

static void
votum_visits_page_init (VotumVisitsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (plan_key_cb), self, 0);
  gtk_widget_add_controller (self->plan_pane, keys);
}
