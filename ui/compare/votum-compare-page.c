#include "votum-config.h"

#include "votum-compare-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-card-grid.h"
#include "votum-case-finding.h"
#include "votum-chart-card.h"
#include "votum-compare-choices.h"
#include "votum-compare-figures.h"
#include "votum-compare-look.h"
#include "votum-compare-work.h"
#include "votum-names.h"
#include "votum-other-rounds.h"
#include "votum-presentation.h"
#include "votum-revote-button.h"
#include "votum-weights-card.h"
#include "votum-words.h"
#include "votum-wrap.h"

#define PAUSE 200       /* ms without another wish, after which it is worth while to work out how sure the order is */
#define WEIGHTS_AFTER 3 /* the charts that stand before the weights, so that the walk of a weight stands beside them */

struct _VotumComparePage {
  VotumStepPage        parent_instance;

  GtkWidget           *present_button;
  GtkStack            *stack;
  AdwStatusPage       *nothing;
  GtkWidget           *back_button;
  GtkLabel            *finding;
  VotumRevoteButton   *revote;
  GtkSpinner          *working;
  GtkWidget           *notice;
  GtkLabel            *notice_label;
  VotumCompareChoices *choices;
  VotumOtherRounds    *others;
  GtkWidget           *first;
  GtkToggleButton     *more;
  AdwButtonContent    *more_content;
  GtkWidget           *more_box;
  GtkWidget           *rest;
  VotumCompareFigures *figures;

  VotumCompareLook    *look;
  GPtrArray           *cards;       /* of VotumChartCard, as they stand on the page; the grids own them */
  guint                n_updated;   /* of the cards, since what is looked at changed */
  gboolean             figures_old;
  guint                update_id;
  guint                try_id;      /* a tick */
  guint                refresh_id;
  guint                pause_id;
  GCancellable        *work;        /* (nullable): how sure the order is, which is being worked out */
};

G_DEFINE_FINAL_TYPE (VotumComparePage, votum_compare_page, VOTUM_TYPE_STEP_PAGE)

/* ---- what is shown ---- */

static gboolean
has_result (VotumComparePage *self)
{
  VotumStanding *standing = votum_compare_look_get_standing (self->look);
  guint round = votum_compare_look_get_round (self->look);

  for (guint entrant = 0; standing != NULL && entrant < standing->entrants->len; entrant++)
    if (votum_result_position (standing->result, round, entrant) > 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_wanted (VotumComparePage *self,
           VotumChartCard   *card)
{
  return (votum_chart_card_get_kind (card)->flags & VOTUM_COMPARE_FIRST) != 0 || gtk_toggle_button_get_active (self->more);
}

/* One chart at a time, so that a key or a slider never waits for all of them; while weights move, the first ones are enough. */
static gboolean
update_cb (gpointer data)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (data);

  while (self->n_updated < self->cards->len)
    {
      VotumChartCard *card = g_ptr_array_index (self->cards, self->n_updated++);

      if (!is_wanted (self, card))
        continue;
      votum_chart_card_update (card);
      return G_SOURCE_CONTINUE;
    }
  if (self->figures_old && gtk_toggle_button_get_active (self->more))
    {
      votum_compare_figures_show (self->figures, self->look);
      self->figures_old = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->update_id = 0;

  return G_SOURCE_REMOVE;
}

static void
update_soon (VotumComparePage *self)
{
  if (self->update_id == 0 && has_result (self))
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, update_cb, self, NULL);
}

/* ---- the sentence at the top ---- */

static void
stop_work (VotumComparePage *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
}

static void
set_finding (VotumComparePage *self,
             const char       *text,
             gboolean          working)
{
  VotumTrial *trial = votum_compare_look_get_trial (self->look);
  gboolean moved = trial != NULL && votum_trial_is_moved (trial);

  /* while a weight is moved, what is below must not jump under the hand */
  gtk_widget_set_size_request (GTK_WIDGET (self->finding), -1, working || moved ? gtk_widget_get_height (GTK_WIDGET (self->finding)) : -1);
  if (text != gtk_label_get_text (self->finding))
    gtk_label_set_text (self->finding, text);
  gtk_spinner_set_spinning (self->working, working);
}

static void
robustness_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(VotumComparePage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumRobustness) robustness = votum_compare_work_robustness_finish (result, &error);
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  g_autofree char *text = NULL;

  if (self->work == NULL || g_task_get_cancellable (G_TASK (result)) != self->work || !has_result (self))
    return;
  g_clear_object (&self->work);
  text = votum_case_finding (votum_desk_get_case (desk), votum_compare_look_get_standing (self->look), votum_compare_look_get_round (self->look),
                             robustness, votum_desk_get_lang (desk));
  set_finding (self, text, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->finding),
                               robustness != NULL && robustness->no_weights == NULL ? votum_words (votum_desk_get_lang (desk), VOTUM_WORD_FINDING_REASONABLE)
                                                                                    : NULL);
}

static gboolean
pause_cb (gpointer data)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (data);

  self->pause_id = 0;
  if (has_result (self))
    {
      self->work = g_cancellable_new ();
      votum_compare_work_robustness (votum_compare_look_get_standing (self->look), votum_compare_look_get_round (self->look), self->work,
                                     robustness_cb, g_object_ref (self));
    }

  return G_SOURCE_REMOVE;
}

/* Who leads is said at once; how sure that is, as soon as it is known. */
static void
show_finding (VotumComparePage *self)
{
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));
  g_autofree char *lead = votum_case_finding_lead (votum_desk_get_case (desk), votum_compare_look_get_standing (self->look),
                                                   votum_compare_look_get_round (self->look), votum_desk_get_lang (desk));
  gboolean stays;

  stop_work (self);
  /* a sentence that says no more is not worth a page that jumps */
  stays = strncmp (gtk_label_get_text (self->finding), lead, strlen (lead) - 1) == 0;
  set_finding (self, stays ? gtk_label_get_text (self->finding) : lead, TRUE);
  self->pause_id = g_timeout_add (PAUSE, pause_cb, self);
}

static void
show_notice (VotumComparePage *self)
{
  g_autofree char *text = votum_compare_look_describe (self->look);

  gtk_label_set_text (self->notice_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->notice, text != NULL);
  gtk_widget_set_visible (self->back_button, text != NULL);
}

static void
changed_cb (VotumComparePage *self)
{
  const char *reason = votum_compare_look_get_reason (self->look);

  g_autofree char *moved = votum_compare_look_describe (self->look);

  show_notice (self);
  gtk_widget_set_sensitive (self->present_button, has_result (self));
  votum_revote_button_show (self->revote, votum_step_page_get_desk (VOTUM_STEP_PAGE (self)),
                            moved == NULL && has_result (self) ? votum_compare_look_get_standing (self->look) : NULL,
                            votum_compare_look_get_round (self->look));
  if (!has_result (self))
    {
      adw_status_page_set_description (self->nothing,
                                       reason != NULL ? reason : _("As soon as there are enough marks for a result, it stands here as charts and figures."));
      votum_names_show_only (self->stack, "nothing");
      return;
    }

  /* those that follow a weight are drawn in the same frame */
  for (guint i = 0; i < self->cards->len; i++)
    if ((votum_chart_card_get_kind (g_ptr_array_index (self->cards, i))->flags & VOTUM_COMPARE_FOLLOWS) != 0 && is_wanted (self, g_ptr_array_index (self->cards, i)))
      votum_chart_card_update (g_ptr_array_index (self->cards, i));
  show_finding (self);
  self->n_updated = 0;
  self->figures_old = TRUE;
  update_soon (self);
  votum_names_show_only (self->stack, "result");
}

/* Once a frame, however many moves there were in it. */
static gboolean
try_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (widget);

  self->try_id = 0;
  if (votum_compare_look_is_settled (self->look) || !has_result (self))
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < self->cards->len; i++)
    {
      VotumChartCard *card = g_ptr_array_index (self->cards, i);
      g_autofree char *finding = NULL;

      if ((votum_chart_card_get_kind (card)->flags & VOTUM_COMPARE_TRIED) == 0)
        continue;
      votum_chart_card_try (card);
      finding = votum_chart_finding (votum_chart_view_get_chart (votum_chart_card_get_view (card)));
      set_finding (self, finding, TRUE);
    }

  return G_SOURCE_REMOVE;
}

static void
stop_try (VotumComparePage *self)
{
  if (self->try_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->try_id);
  self->try_id = 0;
}

/* Of a large case, what is to be seen while a weight is under the hand comes from the model; everything else waits for its rest. */
static void
moved_cb (VotumComparePage *self)
{
  show_notice (self);
  if (!votum_compare_look_is_large (self->look) || votum_compare_look_is_settled (self->look) || !has_result (self))
    return;

  stop_work (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->try_id == 0)
    self->try_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), try_cb, NULL, NULL);
}

static void
more_cb (VotumComparePage *self)
{
  gboolean open = gtk_toggle_button_get_active (self->more);

  adw_button_content_set_icon_name (self->more_content, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  gtk_widget_set_visible (self->more_box, open);
  if (!open)
    return;
  self->n_updated = 0;
  update_soon (self);
}

static void
back_cb (VotumComparePage *self)
{
  votum_compare_look_choose_all (self->look, VOTUM_KIND_ENTRANT);
  votum_compare_look_choose_all (self->look, VOTUM_KIND_JUROR);
  votum_compare_look_reset_weights (self->look);
}

static void
present_cb (VotumComparePage *self)
{
  if (has_result (self))
    votum_presentation_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->look, gtk_label_get_text (self->finding));
}

/* Wherever the keyboard is in the window, as long as this page is the one that is shown. */
static gboolean
present_shortcut (GtkWidget *widget,
                  GVariant  *parameter,
                  gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  present_cb (VOTUM_COMPARE_PAGE (widget));

  return TRUE;
}

/* ---- when the case changes ---- */

static gboolean
refresh_cb (gpointer data)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (data);

  self->refresh_id = 0;
  votum_compare_look_refresh (self->look);

  return G_SOURCE_REMOVE;
}

/* Many changes of one moment are one computation; on a page that is not shown, none. */
static void
queue_refresh (VotumComparePage *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
votum_compare_page_shown (VotumStepPage *page)
{
  votum_compare_look_refresh (VOTUM_COMPARE_PAGE (page)->look);
}

/* ---- the page ---- */

static void
make_cards (VotumComparePage *self)
{
  g_autoptr(GArray) kinds = votum_compare_kinds ();
  GtkWidget *weights = g_object_new (VOTUM_TYPE_WEIGHTS_CARD, NULL);
  guint n_first = 0;

  votum_weights_card_set_look (VOTUM_WEIGHTS_CARD (weights), self->look);
  for (guint i = 0; i < kinds->len; i++)
    {
      const VotumCompareKind *kind = &g_array_index (kinds, VotumCompareKind, i);
      GtkWidget *card = votum_chart_card_new (kind, self->look);

      if ((kind->flags & VOTUM_COMPARE_FIRST) != 0 && n_first++ == WEIGHTS_AFTER)
        gtk_widget_set_parent (weights, self->first);
      gtk_widget_set_parent (card, (kind->flags & VOTUM_COMPARE_FIRST) != 0 ? self->first : self->rest);
      g_ptr_array_add (self->cards, card);
    }
  if (gtk_widget_get_parent (weights) == NULL)
    gtk_widget_set_parent (weights, self->first);
}

static void
votum_compare_page_constructed (GObject *object)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (object);

  G_OBJECT_CLASS (votum_compare_page_parent_class)->constructed (object);

  self->look = votum_compare_look_new (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  votum_compare_choices_set_look (self->choices, self->look);
  votum_other_rounds_set_look (self->others, self->look);
  make_cards (self);
  g_signal_connect_object (self->look, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_step_page_get_case (VOTUM_STEP_PAGE (self)), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
votum_compare_page_dispose (GObject *object)
{
  VotumComparePage *self = VOTUM_COMPARE_PAGE (object);

  stop_work (self);
  stop_try (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->look);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_compare_page_parent_class)->dispose (object);
}

static void
votum_compare_page_class_init (VotumComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = votum_compare_page_constructed;
  object_class->dispose = votum_compare_page_dispose;
  VOTUM_STEP_PAGE_CLASS (klass)->shown = votum_compare_page_shown;

  g_type_ensure (VOTUM_TYPE_CARD_GRID);
  g_type_ensure (VOTUM_TYPE_REVOTE_BUTTON);
  g_type_ensure (VOTUM_TYPE_COMPARE_CHOICES);
  g_type_ensure (VOTUM_TYPE_COMPARE_FIGURES);
  g_type_ensure (VOTUM_TYPE_OTHER_ROUNDS);
  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, present_button);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, finding);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, revote);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, working);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, notice);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, choices);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, others);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, first);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, more);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, more_content);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, more_box);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, rest);
  gtk_widget_class_bind_template_child (widget_class, VotumComparePage, figures);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, present_cb);
}

static void
votum_compare_page_init (VotumComparePage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F5, 0),
                                                          gtk_callback_action_new (present_shortcut, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
