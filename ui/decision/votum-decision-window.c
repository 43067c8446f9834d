#include "votum-config.h"

#include "votum-decision-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-decide.h"
#include "votum-case-holder.h"
#include "votum-case-progress.h"
#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-outcome-rows.h"
#include "votum-vote-rows.h"
#include "votum-words.h"

struct _VotumDecisionWindow {
  AdwWindow            parent_instance;

  AdwComboRow         *class_row;
  GtkWidget           *class_group;
  VotumOutcomeRows    *finalists;
  VotumVoteRows       *votes;
  GtkTextView         *reason;
  GtkTextView         *minority;
  AdwExpanderRow      *minority_row;
  GtkLabel            *outcome;    /* what will be recorded, in words */
  GtkWidget           *earlier_group;
  GtkLabel            *earlier;    /* what was recorded for somebody else, to be read and not to be taken over */
  GtkWidget           *differs;    /* told where it is not what the rule gives */
  GtkWidget           *record;

  VotumDesk           *desk;
  GPtrArray           *classes;    /* of VotumThing; none where the award has none */
  VotumThing          *class;      /* (nullable) */
  GPtrArray           *jurors;     /* who may not agree */
  GPtrArray           *checks;     /* of GtkCheckButton, one each, not owned */
  VotumDecisionPlan   *recorded;   /* (nullable) */
  gboolean             others;     /* whether the prize goes to others than the votes and words recorded were about */
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (VotumDecisionWindow, votum_decision_window, ADW_TYPE_WINDOW)

static char *
names_of (VotumDecisionWindow *self,
          GPtrArray           *entrants)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < entrants->len; i++)
    g_ptr_array_add (names, votum_desk_name (self->desk, g_ptr_array_index (entrants, i)));
  g_ptr_array_add (names, NULL);

  return votum_words_list (votum_format_lang (), (const char *const *) names->pdata);
}

static void
set_words (GtkTextView *view,
           const char  *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}

static char *
get_words (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* ---- what was recorded for somebody else ---- */

static gboolean
is_for_others (VotumDecisionWindow     *self,
               const VotumDecisionPlan *plan)
{
  guint n_same = 0;

  for (guint i = 0; i < plan->winners->len; i++)
    n_same += g_ptr_array_find (self->recorded->winners, g_ptr_array_index (plan->winners, i), NULL);

  return n_same != self->recorded->winners->len || n_same != plan->winners->len;
}

/* Words that somebody has written since are theirs. */
static void
swap_words (GtkTextView *view,
            const char  *from,
            const char  *to)
{
  g_autofree char *there = get_words (view);

  if (g_str_equal (there, from != NULL ? from : ""))
    set_words (view, to);
}

static void
show_minority (VotumDecisionWindow     *self,
               const VotumDecisionPlan *plan)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 plan != NULL && g_ptr_array_find (plan->minority_by, g_ptr_array_index (self->jurors, i), NULL));
  adw_expander_row_set_expanded (self->minority_row, plan != NULL && plan->minority_by->len > 0);
}

static void
show_earlier (VotumDecisionWindow *self)
{
  g_autofree char *decided = votum_decision_plan_minute (self->recorded, votum_desk_get_case (self->desk), votum_format_lang ());
  const char *reason = self->recorded->reason;
  g_autofree char *text = reason != NULL && *reason != '\0' ? g_strdup_printf ("%s\n“%s”", decided, reason) : g_strdup (decided);

  gtk_label_set_text (self->earlier, text);
}

/* Votes and reasons are about who gets the prize: they do not go over to somebody else without being given again. */
static void
keep_apart (VotumDecisionWindow     *self,
            const VotumDecisionPlan *plan)
{
  gboolean others = self->recorded != NULL && is_for_others (self, plan);
  VotumVotes none = { 0 };
  VotumVotes there = votum_vote_rows_get (self->votes);
  VotumVotes recorded;

  if (others == self->others)
    return;
  recorded = (VotumVotes) { self->recorded->votes_for, self->recorded->votes_against, self->recorded->abstained };
  self->others = others;
  if (memcmp (&there, others ? &recorded : &none, sizeof there) == 0)
    votum_vote_rows_set (self->votes, others ? &none : &recorded);
  swap_words (self->reason, others ? self->recorded->reason : NULL, others ? NULL : self->recorded->reason);
  swap_words (self->minority, others ? self->recorded->minority : NULL, others ? NULL : self->recorded->minority);
  show_minority (self, others ? NULL : self->recorded);
  show_earlier (self);
  gtk_widget_set_visible (self->earlier_group, others);
}

/* The first place below the prize that nobody has though somebody has a later one; 0: none. */
static guint
find_gap (const VotumDecisionPlan *plan)
{
  guint last = 0;

  for (guint i = 0; plan->places != NULL && i < plan->places->len; i++)
    last = MAX (last, g_array_index (plan->places, VotumDecisionPlace, i).place);
  for (guint place = MAX (plan->winners->len, 1) + 1; place < last; place++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < plan->places->len; i++)
        taken = taken || g_array_index (plan->places, VotumDecisionPlace, i).place == place;
      if (!taken)
        return place;
    }

  return 0;
}

/* As it stands in the rows. */
static void
show_outcome (VotumDecisionWindow *self)
{
  g_autoptr(VotumDecisionPlan) plan = NULL;
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  plan = votum_decision_plan_new ();
  votum_outcome_rows_read (self->finalists, plan);
  keep_apart (self, plan);
  names = names_of (self, plan->winners);
  text = plan->winners->len == 0   ? g_strdup (_("The prize is not awarded."))
         : plan->winners->len == 1 ? g_strdup_printf (_("The prize goes to %s."), names)
                                   : g_strdup_printf (_("%s share the prize."), names);
  if (find_gap (plan) > 0)
    {
      g_autofree char *place = votum_words_place (votum_format_lang (), find_gap (plan), FALSE);
      g_autofree char *both = NULL;

      /* TRANSLATORS: who gets the prize, and a place that nobody has: "The prize goes to Nordlys. Nobody has the 2nd place." */
      both = g_strdup_printf (_("%s Nobody has the %s."), text, place);
      gtk_label_set_text (self->outcome, both);
    }
  else
    {
      gtk_label_set_text (self->outcome, text);
    }
  gtk_widget_set_visible (self->differs, votum_decision_plan_differs (plan, votum_desk_get_case (self->desk), self->class));
}

/* Those who give marks are those who vote. */
static void
add_jurors (VotumDecisionWindow *self)
{
  self->jurors = votum_case_marking_jurors (votum_desk_get_case (self->desk));
  for (guint i = 0; i < self->jurors->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), votum_thing_get_text (g_ptr_array_index (self->jurors, i), VOTUM_JUROR_NAME));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->minority_row, row);
      g_ptr_array_add (self->checks, check);
    }
}

static void
fill (VotumDecisionWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(VotumDecisionPlan) decided = votum_decision_plan_read (votum_case, self->class);
  g_autoptr(VotumDecisionPlan) plan = decided == NULL ? votum_decision_plan_new () : NULL;
  VotumDecisionPlan *shown = decided != NULL ? decided : plan;
  VotumVotes votes = { shown->votes_for, shown->votes_against, shown->abstained };

  votum_decision_plan_read_places (shown, votum_case, self->class);
  self->filling = TRUE;
  votum_outcome_rows_fill (self->finalists, self->desk, self->class, shown, decided != NULL || shown->places->len > 0);
  votum_vote_rows_set (self->votes, &votes);
  set_words (self->reason, shown->reason);
  set_words (self->minority, shown->minority);
  show_minority (self, shown);
  g_clear_pointer (&self->recorded, votum_decision_plan_free);
  self->recorded = g_steal_pointer (&decided);
  self->others = FALSE;
  gtk_widget_set_visible (self->earlier_group, FALSE);
  self->filling = FALSE;
  show_outcome (self);
}

static void
class_cb (VotumDecisionWindow *self)
{
  guint place = adw_combo_row_get_selected (self->class_row);

  if (self->filling || place >= self->classes->len)
    return;
  self->class = g_ptr_array_index (self->classes, place);
  fill (self);
}

/* ---- recording ---- */

static VotumDecisionPlan *
read_plan (VotumDecisionWindow *self)
{
  VotumDecisionPlan *plan = votum_decision_plan_new ();
  VotumVotes votes = votum_vote_rows_get (self->votes);

  votum_outcome_rows_read (self->finalists, plan);
  plan->votes_for = votes.yes;
  plan->votes_against = votes.no;
  plan->abstained = votes.abstained;
  plan->reason = get_words (self->reason);
  plan->minority = get_words (self->minority);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (plan->minority_by, g_object_ref (g_ptr_array_index (self->jurors, i)));

  return plan;
}

static void
record_cb (VotumDecisionWindow *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  g_autoptr(VotumDecisionPlan) plan = read_plan (self);
  g_autoptr(GError) error = NULL;

  if (!votum_decision_plan_record (plan, votum_case, self->class, votum_case_current_round (votum_case), &error))
    {
      votum_dialogs_tell (GTK_WIDGET (self), _("The decision could not be recorded"), error->message);
      return;
    }
  votum_desk_toast (self->desk, TRUE, "%s", gtk_label_get_text (self->outcome));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (VotumDecisionWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
votum_decision_window_dispose (GObject *object)
{
  g_clear_object (&VOTUM_DECISION_WINDOW (object)->desk);

  G_OBJECT_CLASS (votum_decision_window_parent_class)->dispose (object);
}

static void
votum_decision_window_finalize (GObject *object)
{
  VotumDecisionWindow *self = VOTUM_DECISION_WINDOW (object);

  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->recorded, votum_decision_plan_free);
  g_clear_pointer (&self->jurors, g_ptr_array_unref);
  g_clear_pointer (&self->classes, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_decision_window_parent_class)->finalize (object);
}

static void
votum_decision_window_class_init (VotumDecisionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_decision_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_decision_window_finalize;

  g_type_ensure (VOTUM_TYPE_OUTCOME_ROWS);
  g_type_ensure (VOTUM_TYPE_VOTE_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-decision-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, class_row);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, class_group);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, finalists);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, votes);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, minority);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, minority_row);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, earlier);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, differs);
  gtk_widget_class_bind_template_child (widget_class, VotumDecisionWindow, record);
  gtk_widget_class_bind_template_callback (widget_class, class_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "changed_cb", G_CALLBACK (show_outcome));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
votum_decision_window_init (VotumDecisionWindow *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_classes (VotumDecisionWindow *self,
              VotumThing          *class)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint place = 0;

  self->filling = TRUE;
  for (guint i = 0; i < self->classes->len; i++)
    {
      g_autofree char *name = votum_desk_name (self->desk, g_ptr_array_index (self->classes, i));

      gtk_string_list_append (names, name);
      if (g_ptr_array_index (self->classes, i) == class)
        place = i;
    }
  adw_combo_row_set_model (self->class_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->class_row, place);
  self->filling = FALSE;
  self->class = self->classes->len > 0 ? g_ptr_array_index (self->classes, place) : NULL;
  gtk_widget_set_visible (self->class_group, self->classes->len > 1);
}

/**
 * votum_decision_window_present:
 * @parent: a window of the case
 * @desk: its desk
 * @class: (nullable): the class to begin with
 */
void
votum_decision_window_present (GtkWindow  *parent,
                               VotumDesk  *desk,
                               VotumThing *class)
{
  VotumDecisionWindow *self = g_object_new (VOTUM_TYPE_DECISION_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_autoptr(GError) error = NULL;
  gboolean may = votum_case_may_change (votum_desk_get_case (desk), VOTUM_KIND_DECISION, NULL, &error);

  self->desk = g_object_ref (desk);
  self->classes = votum_case_classes (votum_desk_get_case (desk));
  add_jurors (self);
  fill_classes (self, class);
  fill (self);
  gtk_widget_set_sensitive (self->record, may);
  if (!may)
    gtk_widget_set_tooltip_text (self->record, error->message);
  gtk_window_present (GTK_WINDOW (self));
  votum_outcome_rows_grab (self->finalists);
}
