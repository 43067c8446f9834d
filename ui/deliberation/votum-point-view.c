#include "votum-config.h"

#include "votum-point-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-binder.h"
#include "votum-case-decide.h"
#include "votum-case-deliberation.h"
#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-decision-window.h"
#include "votum-format.h"
#include "votum-mark-window.h"
#include "votum-opinion-card.h"
#include "votum-point-words.h"
#include "votum-tab-stop.h"
#include "votum-things.h"

struct _VotumPointView {
  GtkWidget     parent_instance;

  GtkWidget    *scroller;
  GtkLabel     *title;
  GtkLabel     *about;
  GtkLabel     *finding;
  GtkWidget    *opinions_stop;
  GtkFlowBox   *opinions;
  GtkWidget    *consensus_group;
  AdwActionRow *consensus_row;
  GtkWidget    *consensus_button;
  GtkWidget    *no_consensus_button;
  GtkTextView  *agreed;
  AdwComboRow  *state_row;
  AdwActionRow *decision_row;
  GtkWidget    *decision_button;

  VotumDesk    *desk;
  VotumThing   *point;    /* (nullable) */
  gboolean      named;    /* the jurors go by their names, not by letters */
  gboolean      filling;
};

G_DEFINE_FINAL_TYPE (VotumPointView, votum_point_view, GTK_TYPE_WIDGET)

static VotumCase *
case_of (VotumPointView *self)
{
  return votum_desk_get_case (self->desk);
}

static VotumThing *
thing_of (VotumPointView *self,
          guint           field)
{
  return votum_case_lookup (case_of (self), votum_thing_get_ref (self->point, field));
}

static gboolean
has_marks (VotumPointView *self)
{
  VotumThing *criterion = thing_of (self, VOTUM_POINT_CRITERION);

  return thing_of (self, VOTUM_POINT_ENTRANT) != NULL && thing_of (self, VOTUM_POINT_ROUND) != NULL && criterion != NULL &&
         votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_JUDGED;
}

/* ---- the jurors ---- */

static void
revise_cb (VotumPointView   *self,
           VotumOpinionCard *card)
{
  votum_mark_window_revise (GTK_WIDGET (self), self->desk, self->point, votum_opinion_card_get_juror (card),
                            votum_opinion_card_get_name (card));
}

/* Enter on a card; Tab passes them all. */
static void
activated_cb (VotumPointView  *self,
              GtkFlowBoxChild *cell)
{
  votum_opinion_card_activate (VOTUM_OPINION_CARD (gtk_flow_box_child_get_child (cell)));
}

/* Which card has the focus; -1: none. */
static int
focused_card (VotumPointView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_FLOW_BOX_CHILD) : NULL;

  return cell != NULL && gtk_widget_get_parent (cell) == GTK_WIDGET (self->opinions)
           ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (cell)) : -1;
}

static void
show_opinions (VotumPointView *self)
{
  g_autoptr(GPtrArray) opinions = votum_case_point_opinions (case_of (self), self->point, !self->named, votum_desk_get_lang (self->desk));
  gboolean marks = has_marks (self);
  int focused = focused_card (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->opinions))) != NULL)
    gtk_flow_box_remove (self->opinions, child);
  for (guint i = 0; i < opinions->len; i++)
    {
      const VotumOpinion *opinion = g_ptr_array_index (opinions, i);
      g_autofree char *said = NULL;
      GtkWidget *card;
      GtkWidget *cell;

      /* who noted nothing on a finalist has nothing to say here */
      if (!marks && opinion->notes->len == 0 && !opinion->recused)
        continue;
      card = votum_opinion_card_new (self->desk, opinion, marks);
      cell = gtk_flow_box_child_new ();
      g_signal_connect_object (card, "revise", G_CALLBACK (revise_cb), self, G_CONNECT_SWAPPED);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (cell), card);
      said = votum_opinion_card_say (opinion, marks);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
      gtk_flow_box_append (self->opinions, cell);
    }
  gtk_widget_set_visible (self->opinions_stop, gtk_widget_get_first_child (GTK_WIDGET (self->opinions)) != NULL);
  child = focused >= 0 ? GTK_WIDGET (gtk_flow_box_get_child_at_index (self->opinions, focused)) : NULL;
  if (child != NULL)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
show_finding (VotumPointView *self)
{
  VotumThing *question = thing_of (self, VOTUM_POINT_QUESTION);
  const char *found = question != NULL ? votum_thing_get_text (question, VOTUM_QUESTION_FINDING) : NULL;

  gtk_label_set_text (self->finding, found != NULL ? found : "");
  gtk_widget_set_visible (GTK_WIDGET (self->finding), found != NULL && *found != '\0');
}

/* ---- the mark of the panel ---- */

static VotumThing *
consensus_of (VotumPointView *self)
{
  return has_marks (self) ? votum_case_find_consensus (case_of (self), thing_of (self, VOTUM_POINT_ROUND), thing_of (self, VOTUM_POINT_ENTRANT),
                                                       thing_of (self, VOTUM_POINT_CRITERION))
                          : NULL;
}

static char *
say_consensus (VotumPointView *self)
{
  VotumThing *consensus = consensus_of (self);
  g_autofree char *value = consensus != NULL ? votum_thing_field_to_text (consensus, VOTUM_CONSENSUS_VALUE) : NULL;
  g_autofree char *shown = value != NULL ? votum_format_number (value) : NULL;
  const char *reason = consensus != NULL ? votum_thing_get_text (consensus, VOTUM_CONSENSUS_REASON) : NULL;

  if (consensus == NULL)
    return g_strdup (_("None: the jurors’ own marks count by the rule"));
  if (reason == NULL || *reason == '\0')
    return g_strdup_printf (_("%s, in the place of what the rule makes of the jurors’ marks"), shown);

  return g_strdup_printf (_("%s: %s"), shown, reason);
}

static void
show_consensus (VotumPointView *self)
{
  gboolean shown = has_marks (self);
  g_autofree char *text = shown ? say_consensus (self) : NULL;
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_CONSENSUS, NULL, &error);

  gtk_widget_set_visible (self->consensus_group, shown);
  if (!shown)
    return;
  adw_action_row_set_subtitle (self->consensus_row, text);
  gtk_widget_set_sensitive (self->consensus_button, may);
  gtk_widget_set_tooltip_text (self->consensus_button, may ? NULL : error->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->consensus_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Agree on a Mark …"), -1);
  gtk_widget_set_visible (self->no_consensus_button, consensus_of (self) != NULL);
  gtk_widget_set_sensitive (self->no_consensus_button, may);
}

static void
consensus_cb (VotumPointView *self)
{
  votum_mark_window_agree (GTK_WIDGET (self), self->desk, self->point);
}

static void
no_consensus_cb (VotumPointView *self)
{
  VotumThing *consensus = consensus_of (self);
  g_autoptr(GError) error = NULL;

  if (consensus == NULL)
    return;
  if (!votum_case_remove (case_of (self), consensus, &error))
    votum_desk_report (self->desk, g_steal_pointer (&error));
  else
    votum_desk_toast (self->desk, TRUE, _("The jurors’ own marks count again"));
}

/* ---- what is agreed, and decided ---- */

static void
state_cb (VotumPointView *self)
{
  static const char *const states[] = { "open", "agreed", "no-agreement", "left" };
  guint selected = adw_combo_row_get_selected (self->state_row);
  g_autoptr(GError) error = NULL;

  if (self->filling || self->point == NULL || selected >= G_N_ELEMENTS (states))
    return;
  votum_desk_flush (self->desk);
  if (!votum_case_edit (case_of (self), self->point, VOTUM_POINT_STATE, states[selected], NULL, &error))
    votum_desk_report (self->desk, g_steal_pointer (&error));
}

static VotumThing *
class_of (VotumPointView *self)
{
  VotumThing *entrant = thing_of (self, VOTUM_POINT_ENTRANT);
  VotumThing *class = thing_of (self, VOTUM_POINT_CLASS);

  return class == NULL && entrant != NULL ? votum_case_lookup (case_of (self), votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS)) : class;
}

static void
show_decision (VotumPointView *self)
{
  g_autoptr(VotumDecisionPlan) plan = votum_decision_plan_read (case_of (self), class_of (self));
  g_autofree char *words = plan != NULL ? votum_decision_plan_words (plan, case_of (self), votum_desk_get_lang (self->desk)) : NULL;
  g_autofree char *how = plan != NULL ? votum_decision_plan_agreement (plan, votum_desk_get_lang (self->desk)) : NULL;
  g_autofree char *both = how != NULL ? g_strdup_printf ("%s. %s", words, how) : g_strdup (words);
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (case_of (self), VOTUM_KIND_DECISION, NULL, &error);

  adw_action_row_set_subtitle (self->decision_row, both != NULL ? both : _("The jury has decided nothing yet"));
  gtk_widget_set_sensitive (self->decision_button, may);
  gtk_widget_set_tooltip_text (self->decision_button, may ? NULL : error->message);
}

static void
decision_cb (VotumPointView *self)
{
  votum_desk_flush (self->desk);
  votum_decision_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk, class_of (self));
}

/* ---- all of it ---- */

static gboolean
has_revisions (VotumPointView *self)
{
  static const guint pairs[][2] = { { VOTUM_REVISION_ROUND, VOTUM_POINT_ROUND }, { VOTUM_REVISION_ENTRANT, VOTUM_POINT_ENTRANT },
                                    { VOTUM_REVISION_CRITERION, VOTUM_POINT_CRITERION } };
  GListModel *all = votum_case_get_things (case_of (self), VOTUM_KIND_REVISION);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(VotumThing) revision = g_list_model_get_item (all, i);
      guint n_same = 0;

      for (guint pair = 0; pair < G_N_ELEMENTS (pairs); pair++)
        n_same += votum_thing_get_ref (revision, pairs[pair][0]) == votum_thing_get_ref (self->point, pairs[pair][1]);
      if (n_same == G_N_ELEMENTS (pairs))
        return TRUE;
    }

  return FALSE;
}

/* A point keeps the name that it got from the marks as they were opened: where they have been revised, it is told what they are. */
static char *
say_about (VotumPointView *self)
{
  const char *about = votum_point_about (self->point);
  VotumDecimal lowest, highest;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *now = NULL;

  if (!has_marks (self) || !has_revisions (self) ||
      !votum_case_mark_bounds (case_of (self), thing_of (self, VOTUM_POINT_ROUND), thing_of (self, VOTUM_POINT_ENTRANT),
                               thing_of (self, VOTUM_POINT_CRITERION), &lowest, &highest))
    return g_strdup (about);
  low = votum_format_decimal (lowest);
  high = votum_format_decimal (highest);
  now = g_strdup_printf (_("Since they were revised, the marks go from %s to %s."), low, high);

  return about != NULL ? g_strdup_printf ("%s %s", about, now) : g_steal_pointer (&now);
}

/**
 * votum_point_view_update:
 * @self: a view
 *
 * Shows its point as it is now.
 */
void
votum_point_view_update (VotumPointView *self)
{
  g_autofree char *title = NULL;
  g_autofree char *about = NULL;
  gboolean may;

  if (self->point == NULL)
    return;
  title = votum_point_title (self->desk, self->point);
  about = say_about (self);
  may = votum_case_may_change (case_of (self), VOTUM_KIND_POINT, self->point, NULL);
  self->filling = TRUE;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->about, about != NULL ? about : "");
  gtk_widget_set_visible (GTK_WIDGET (self->about), about != NULL);
  adw_combo_row_set_selected (self->state_row, (guint) MAX (votum_thing_get_choice (self->point, VOTUM_POINT_STATE), 0));
  gtk_widget_set_sensitive (GTK_WIDGET (self->state_row), may);
  gtk_text_view_set_editable (self->agreed, may);
  show_finding (self);
  show_opinions (self);
  show_consensus (self);
  show_decision (self);
  self->filling = FALSE;
}

/**
 * votum_point_view_show:
 * @self: a view
 * @desk: a desk
 * @point: (nullable): a point of the agenda of its case
 */
void
votum_point_view_show (VotumPointView *self,
                       VotumDesk      *desk,
                       VotumThing     *point)
{
  g_set_object (&self->desk, desk);
  gtk_widget_set_visible (self->scroller, point != NULL);
  if (self->point == point)
    {
      votum_point_view_update (self);
      return;
    }
  votum_binder_unbind (GTK_WIDGET (self->agreed));
  g_set_object (&self->point, point);
  if (point == NULL)
    return;
  votum_binder_bind (GTK_WIDGET (self->agreed), desk, point, VOTUM_POINT_AGREED, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  votum_point_view_update (self);
}

/**
 * votum_point_view_grab:
 * @self: a view
 *
 * Puts the focus on what the jurors say, or on what is agreed where they say nothing.
 */
void
votum_point_view_grab (VotumPointView *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->opinions));

  /* the arrows go on from a card only where the focus has come into it */
  if (first == NULL || !gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->agreed));
}

/**
 * votum_point_view_set_named:
 * @self: a view
 * @named: whether the jurors go by their names, or by letters
 */
void
votum_point_view_set_named (VotumPointView *self,
                            gboolean        named)
{
  if (self->named == named)
    return;
  self->named = named;
  if (self->point != NULL)
    show_opinions (self);
}

static void
votum_point_view_dispose (GObject *object)
{
  VotumPointView *self = VOTUM_POINT_VIEW (object);

  if (self->agreed != NULL)
    votum_binder_unbind (GTK_WIDGET (self->agreed));
  self->agreed = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_object (&self->point);

  G_OBJECT_CLASS (votum_point_view_parent_class)->dispose (object);
}

static void
votum_point_view_class_init (VotumPointViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_point_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (VOTUM_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-point-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, scroller);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, title);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, about);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, finding);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, opinions_stop);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, opinions);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, consensus_group);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, consensus_row);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, consensus_button);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, no_consensus_button);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, agreed);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, state_row);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, decision_row);
  gtk_widget_class_bind_template_child (widget_class, VotumPointView, decision_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, consensus_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_consensus_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_cb);
}

static void
votum_point_view_init (VotumPointView *self)
{
  self->named = TRUE;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}
