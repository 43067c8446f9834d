#include "votum-config.h"

#include "votum-scoring-page.h"

#include <glib/gi18n.h>

#include "votum-ballot-form.h"
#include "votum-ballot-view.h"
#include "votum-case-holder.h"
#include "votum-evidence-pane.h"
#include "votum-finalist-list.h"
#include "votum-grid-view.h"
#include "votum-hand-in-bar.h"
#include "votum-names.h"
#include "votum-navigation.h"
#include "votum-scoring-bar.h"
#include "votum-scoring-card.h"
#include "votum-scoring-commands.h"
#include "votum-scoring-empty.h"
#include "votum-scoring-words.h"
#include "votum-split.h"

struct _VotumScoringPage {
  VotumStepPage      parent_instance;

  GtkStack          *stack;
  AdwStatusPage     *status;
  GtkButton         *way_on;
  VotumScoringBar   *bar;
  VotumHandInBar    *handing_in;
  GtkStack          *views;
  VotumNavigation   *navigation;
  VotumFinalistList *finalists;
  VotumSplit        *split;
  VotumScoringCard  *card;
  VotumEvidencePane *evidence;
  VotumGridView     *grid;
  VotumBallotView   *ballot;
  GtkWidget         *header_box;
  GtkToggleButton   *notes_button;
  GtkToggleButton   *one_button;
  GtkToggleButton   *all_button;
  GtkLabel          *left;
  GtkWidget         *next;

  VotumScoringSheet *sheet;
  guint              evidence_id;
  gboolean           by_ballot;    /* the round asks for places or votes: all finalists stand on one ballot */
  const char        *way_on_page;  /* where what is missing can be made */
};

G_DEFINE_FINAL_TYPE (VotumScoringPage, votum_scoring_page, VOTUM_TYPE_STEP_PAGE)

/* ---- what is shown ---- */

/* Of the two buttons, the one that says “toggled” knows already how it will be. */
static gboolean
shows_all (VotumScoringPage *self)
{
  return !self->by_ballot && !gtk_toggle_button_get_active (self->one_button);
}

static VotumMarkList *
list_of (VotumScoringPage *self)
{
  return votum_scoring_card_get_list (self->card);
}

static VotumThing *
shown_entrant (VotumScoringPage *self)
{
  if (self->by_ballot)
    return votum_ballot_view_get_entrant (self->ballot);

  return shows_all (self) ? votum_grid_view_get_entrant (self->grid) : votum_scoring_card_get_entrant (self->card);
}

static VotumThing *
shown_criterion (VotumScoringPage *self)
{
  return shows_all (self) ? votum_grid_view_get_criterion (self->grid) : votum_mark_list_get_criterion (list_of (self));
}

static void
show_left (VotumScoringPage *self)
{
  g_autofree char *left = self->by_ballot ? votum_ballot_form_left (self->sheet) : votum_scoring_words_left (self->sheet, shown_entrant (self));
  VotumThing *entrant = self->by_ballot ? NULL : votum_scoring_card_get_entrant (self->card);
  g_autofree char *why_not = votum_scoring_sheet_why_not (self->sheet, NULL);
  VotumTally all;

  votum_scoring_sheet_tally (self->sheet, NULL, &all);
  gtk_label_set_text (self->left, left);
  votum_scoring_bar_offer_both (self->bar, !shows_all (self) && entrant != NULL && votum_scoring_sheet_has_before (self->sheet, entrant));
  gtk_widget_set_sensitive (self->next, all.given < all.wanted || all.reasons_missing > 0);
  gtk_widget_set_visible (self->next, why_not == NULL);
}

/* Going through criteria and finalists is many changes in one moment: what lies beside them is looked up once. */
static gboolean
show_evidence_cb (gpointer data)
{
  VotumScoringPage *self = VOTUM_SCORING_PAGE (data);

  VotumThing *entrant = votum_scoring_card_get_entrant (self->card);
  VotumTally tally = { 0 };

  self->evidence_id = 0;
  if (entrant != NULL)
    votum_scoring_sheet_tally (self->sheet, entrant, &tally);
  /* who is recused has nothing to weigh here */
  votum_evidence_pane_show (self->evidence, tally.recused ? NULL : entrant, votum_mark_list_get_criterion (list_of (self)));

  return G_SOURCE_REMOVE;
}

static void
queue_evidence (VotumScoringPage *self)
{
  if (self->evidence_id == 0)
    self->evidence_id = g_idle_add (show_evidence_cb, self);
}

static void
show_entrant (VotumScoringPage *self,
              VotumThing       *entrant)
{
  votum_scoring_card_set_entrant (self->card, entrant);
  show_left (self);
  queue_evidence (self);
}

/* Whether there is anything to mark; if not, says what is missing. */
static gboolean
check_empty (VotumScoringPage *self)
{
  VotumDuty duty = votum_case_get_duty (votum_step_page_get_case (VOTUM_STEP_PAGE (self)));
  VotumScoringEmpty empty;

  if (!votum_scoring_is_empty (self->sheet, &empty))
    return FALSE;
  adw_status_page_set_description (self->status, empty.sentence);
  gtk_button_set_use_underline (self->way_on, TRUE);
  votum_names_set_label (self->way_on, empty.button);
  /* a juror can only wait for it */
  gtk_widget_set_visible (GTK_WIDGET (self->way_on), duty != VOTUM_DUTY_JUROR);
  self->way_on_page = empty.page;
  votum_names_show_only (self->stack, "empty");
  gtk_widget_set_visible (self->header_box, FALSE);

  return TRUE;
}

static gboolean
is_listed (VotumScoringPage *self,
           VotumThing       *entrant)
{
  return entrant != NULL && g_list_store_find (G_LIST_STORE (votum_scoring_sheet_get_entrants (self->sheet)), entrant, NULL);
}

/* Begins with the finalist and the criterion where something is left to do, else with the first. */
static void
begin (VotumScoringPage *self)
{
  g_autoptr(VotumThing) first = g_list_model_get_item (votum_scoring_sheet_get_entrants (self->sheet), 0);
  VotumThing *entrant = NULL;
  VotumThing *criterion = NULL;

  if (!votum_scoring_sheet_next_open (self->sheet, &entrant, &criterion))
    entrant = first;
  votum_finalist_list_choose (self->finalists, entrant);
  show_entrant (self, entrant);
  if (criterion != NULL)
    votum_mark_list_choose (list_of (self), criterion, FALSE);
}

/* The page of the ballot in place of one finalist or all, or the other way round. */
static void
show_form (VotumScoringPage *self,
           gboolean          by_ballot)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->views)) != NULL;
  gboolean grab = had_focus && by_ballot && !self->by_ballot;

  self->by_ballot = by_ballot;
  gtk_widget_set_visible (self->header_box, !by_ballot);
  votum_names_show_only (self->views, by_ballot ? "ballot" : shows_all (self) ? "all" : "one");
  gtk_widget_set_visible (GTK_WIDGET (self->notes_button), !shows_all (self));
  if (by_ballot)
    votum_ballot_view_rebuild (self->ballot);
  else
    votum_ballot_view_clear (self->ballot);
  if (grab)
    votum_ballot_view_grab (self->ballot, NULL);
}

static void
rebuilt_cb (VotumScoringPage *self)
{
  VotumThing *entrant = votum_scoring_card_get_entrant (self->card);
  gboolean empty = check_empty (self);

  show_form (self, !empty && votum_ballot_form (self->sheet) != VOTUM_BALLOT_FORM_MARKS);
  if (empty)
    {
      gtk_widget_set_visible (self->header_box, FALSE);
      show_entrant (self, NULL);
      return;
    }
  votum_hand_in_bar_set_round (self->handing_in, votum_scoring_sheet_get_round (self->sheet));
  votum_names_show_only (self->stack, "marks");
  if (self->by_ballot)
    {
      show_left (self);
      return;
    }
  if (shows_all (self))
    votum_grid_view_refresh (self->grid);
  votum_finalist_list_refresh (self->finalists);
  if (!is_listed (self, entrant))
    {
      begin (self);
      return;
    }
  votum_finalist_list_choose (self->finalists, entrant);
  show_entrant (self, entrant);
}

/* ---- what is done ---- */

static void
finalist_chosen_cb (VotumScoringPage *self,
                    VotumThing       *entrant)
{
  show_entrant (self, entrant);
}

static void
finalist_activated_cb (VotumScoringPage *self)
{
  votum_navigation_set_show_content (self->navigation, TRUE);
  votum_mark_list_grab (list_of (self));
}

/* Shows a finalist, and a criterion where one is meant, ready for the keys. */
static void
go_to (VotumScoringPage *self,
       VotumThing       *entrant,
       VotumThing       *criterion)
{
  if (self->by_ballot)
    {
      votum_ballot_view_grab (self->ballot, entrant);
      return;
    }
  votum_mark_list_finish (list_of (self));
  votum_grid_view_finish (self->grid);
  if (shows_all (self))
    {
      votum_grid_view_go (self->grid, entrant, criterion);
      votum_grid_view_grab (self->grid);
      return;
    }

  if (criterion != NULL)
    votum_scoring_bar_set_both (self->bar, FALSE);
  votum_finalist_list_choose (self->finalists, entrant);
  show_entrant (self, entrant);
  votum_navigation_set_show_content (self->navigation, TRUE);
  if (criterion != NULL)
    votum_mark_list_choose (list_of (self), criterion, TRUE);
  else
    votum_mark_list_grab (list_of (self));
}

static void
next_cb (VotumScoringPage *self)
{
  VotumThing *entrant, *criterion;

  if (self->by_ballot)
    {
      votum_ballot_view_next (self->ballot);
      return;
    }
  /* a number that is no mark stays where it is, and says why */
  if (!votum_mark_list_finish (list_of (self)))
    return;
  votum_grid_view_finish (self->grid);
  entrant = shown_entrant (self);
  /* a criterion that was shown with its finalist, and not gone to, comes first */
  criterion = shows_all (self) || votum_mark_list_was_entered (list_of (self)) ? shown_criterion (self) : NULL;
  if (!votum_scoring_sheet_next_open (self->sheet, &entrant, &criterion))
    return;

  go_to (self, entrant, criterion);
  if (!votum_scoring_sheet_wants_reason (self->sheet, entrant, criterion))
    return;
  if (shows_all (self))
    votum_grid_view_open_comment (self->grid);
  else
    votum_mark_list_open_comment (list_of (self));
}

/* From one finalist to all and back, at the same place. */
static void
view_toggled_cb (VotumScoringPage *self)
{
  gboolean all = shows_all (self);
  VotumThing *entrant = all ? votum_scoring_card_get_entrant (self->card) : votum_grid_view_get_entrant (self->grid);
  VotumThing *criterion = all ? votum_mark_list_get_criterion (list_of (self)) : votum_grid_view_get_criterion (self->grid);

  if (all)
    votum_grid_view_refresh (self->grid);
  votum_names_show_only (self->views, all ? "all" : "one");
  gtk_widget_set_visible (GTK_WIDGET (self->notes_button), !all);
  if (entrant != NULL)
    go_to (self, entrant, criterion);
  show_left (self);
}

static void
collapsed_cb (VotumScoringPage *self)
{
  votum_scoring_words_views (GTK_BUTTON (self->one_button), GTK_BUTTON (self->all_button), votum_navigation_get_collapsed (self->navigation));
}

static void
grid_moved_cb (VotumScoringPage *self)
{
  if (self->sheet != NULL && shows_all (self))
    show_left (self);
}

static void
grid_opened_cb (VotumScoringPage *self)
{
  gtk_toggle_button_set_active (self->one_button, TRUE);
}

static void
both_cb (VotumScoringPage *self,
         gboolean          both)
{
  votum_scoring_card_set_both (self->card, both);
  votum_scoring_card_grab (self->card);
}

static void
left_both_cb (VotumScoringPage *self)
{
  votum_scoring_bar_set_both (self->bar, FALSE);
}

static void
way_on_cb (VotumScoringPage *self)
{
  votum_desk_go (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), self->way_on_page, NULL);
}

static void
step (VotumScoringPage *self,
      int               by)
{
  gboolean in_list = gtk_widget_get_focus_child (GTK_WIDGET (self->card)) != NULL;

  if (!votum_mark_list_finish (list_of (self)))
    return;
  if (votum_finalist_list_step (self->finalists, by) && in_list)
    votum_mark_list_grab (list_of (self));
}

/* Before the rows, which would move the focus without the choice. A text being written keeps its own Ctrl+arrows. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        VotumScoringPage      *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (keyval == GDK_KEY_F8 && !shows_all (self))
    {
      gtk_toggle_button_set_active (self->notes_button, !gtk_toggle_button_get_active (self->notes_button));
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      next_cb (self);
      return GDK_EVENT_STOP;
    }
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_Up) || shows_all (self) || self->by_ballot || GTK_IS_TEXT_VIEW (gtk_root_get_focus (root)))
    return GDK_EVENT_PROPAGATE;
  step (self, keyval == GDK_KEY_Down ? 1 : -1);

  return GDK_EVENT_STOP;
}

/* ---- as a page ---- */

/* Once the page has its place. In a window with room for one thing at a time the marks come first: the way to the finalists
 * is above them. */
static gboolean
focus_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  VotumScoringPage *self = VOTUM_SCORING_PAGE (widget);

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (self->by_ballot)
    votum_ballot_view_grab (self->ballot, NULL);
  else if (shows_all (self))
    votum_grid_view_grab (self->grid);
  else
    votum_scoring_card_grab (self->card);

  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  VotumScoringPage *self = VOTUM_SCORING_PAGE (widget);
  VotumThing *entrant = NULL, *criterion = NULL;

  if (self->by_ballot || !votum_scoring_sheet_next_open (self->sheet, &entrant, &criterion))
    return focus_cb (widget, clock, data);
  go_to (self, entrant, criterion);

  return G_SOURCE_REMOVE;
}

/* Who has said whose marks these are types them in: as soon as the list of the jurors has closed, at the first that is missing. */
static void
juror_cb (VotumScoringPage *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), begin_cb, NULL, NULL);
}

static void
votum_scoring_page_shown (VotumStepPage *page)
{
  votum_navigation_set_show_content (VOTUM_SCORING_PAGE (page)->navigation, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (page), focus_cb, NULL, NULL);
}

static void
votum_scoring_page_go (VotumStepPage *page,
                       VotumThing    *thing)
{
  VotumScoringPage *self = VOTUM_SCORING_PAGE (page);
  VotumThing *entrant = shown_entrant (self);
  VotumThing *criterion = NULL;

  if (VOTUM_IS_ENTRANT (thing) && is_listed (self, thing))
    {
      VotumThing *left = thing;

      entrant = thing;
      /* where there is something left to do for this finalist, there */
      if (votum_scoring_sheet_next_open (self->sheet, &left, &criterion) && left != entrant)
        criterion = NULL;
    }
  else if (VOTUM_IS_CRITERION (thing))
    criterion = thing;
  else if (VOTUM_IS_ROUND (thing))
    votum_scoring_sheet_set_round (self->sheet, thing);
  else if (VOTUM_IS_JUROR (thing))
    votum_scoring_sheet_choose_juror (self->sheet, thing);
  else
    return;

  if (entrant != NULL)
    go_to (self, entrant, criterion);
}

static gboolean
votum_scoring_page_search (VotumStepPage *page)
{
  VotumScoringPage *self = VOTUM_SCORING_PAGE (page);

  if (self->by_ballot)
    return FALSE;
  gtk_toggle_button_set_active (self->one_button, TRUE);
  votum_navigation_set_show_content (self->navigation, FALSE);

  return votum_finalist_list_search (self->finalists);
}

static void
votum_scoring_page_constructed (GObject *object)
{
  VotumScoringPage *self = VOTUM_SCORING_PAGE (object);

  G_OBJECT_CLASS (votum_scoring_page_parent_class)->constructed (object);

  self->sheet = votum_scoring_sheet_new (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)));
  votum_scoring_bar_set_sheet (self->bar, self->sheet);
  votum_finalist_list_set_sheet (self->finalists, self->sheet);
  votum_scoring_card_set_sheet (self->card, self->sheet);
  votum_evidence_pane_set_sheet (self->evidence, self->sheet);
  votum_grid_view_set_sheet (self->grid, self->sheet);
  votum_ballot_view_set_sheet (self->ballot, self->sheet);
  votum_hand_in_bar_set_desk (self->handing_in, votum_step_page_get_desk (VOTUM_STEP_PAGE (self)), TRUE);
  g_signal_connect_object (list_of (self), "chosen", G_CALLBACK (queue_evidence), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "marked", G_CALLBACK (show_left), self, G_CONNECT_SWAPPED);
  rebuilt_cb (self);
}

static void
votum_scoring_page_dispose (GObject *object)
{
  VotumScoringPage *self = VOTUM_SCORING_PAGE (object);

  g_clear_handle_id (&self->evidence_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (votum_scoring_page_parent_class)->dispose (object);
}

static void
votum_scoring_page_class_init (VotumScoringPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VotumStepPageClass *page_class = VOTUM_STEP_PAGE_CLASS (klass);

  object_class->constructed = votum_scoring_page_constructed;
  object_class->dispose = votum_scoring_page_dispose;
  page_class->shown = votum_scoring_page_shown;
  page_class->go = votum_scoring_page_go;
  page_class->search = votum_scoring_page_search;

  g_type_ensure (VOTUM_TYPE_BALLOT_VIEW);
  g_type_ensure (VOTUM_TYPE_EVIDENCE_PANE);
  g_type_ensure (VOTUM_TYPE_FINALIST_LIST);
  g_type_ensure (VOTUM_TYPE_GRID_VIEW);
  g_type_ensure (VOTUM_TYPE_HAND_IN_BAR);
  g_type_ensure (VOTUM_TYPE_NAVIGATION);
  g_type_ensure (VOTUM_TYPE_SCORING_BAR);
  g_type_ensure (VOTUM_TYPE_SCORING_CARD);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-scoring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, status);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, way_on);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, bar);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, handing_in);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, views);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, finalists);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, split);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, card);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, grid);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, ballot);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, header_box);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, notes_button);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, one_button);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, left);
  gtk_widget_class_bind_template_child (widget_class, VotumScoringPage, next);
  gtk_widget_class_bind_template_callback (widget_class, finalist_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, finalist_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, both_cb);
  gtk_widget_class_bind_template_callback (widget_class, juror_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_both_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_on_cb);
}

static void
votum_scoring_page_init (VotumScoringPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->split, "show-sidebar", self->notes_button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->ballot, "show-evidence", self->notes_button, "active", G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->navigation, "notify::collapsed", G_CALLBACK (collapsed_cb), self, G_CONNECT_SWAPPED);
  collapsed_cb (self);
  votum_names_show_only (self->views, "one");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
