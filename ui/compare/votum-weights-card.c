#include "votum-config.h"

#include "votum-weights-card.h"

#include <glib/gi18n.h>

#include "votum-case-holder.h"
#include "votum-dialogs.h"
#include "votum-format.h"
#include "votum-weight-row.h"
#include "votum-wrap.h"

struct _VotumWeightsCard {
  AdwBin            parent_instance;

  GtkLabel         *state;
  GtkBox           *rows;
  GtkWidget        *adopt_button;

  VotumCompareLook *look;
  VotumTrial       *trial;     /* (nullable): of which there are rows */
  guint             follow_id; /* a tick callback while the rows have to follow */
};

G_DEFINE_FINAL_TYPE (VotumWeightsCard, votum_weights_card, ADW_TYPE_BIN)

static VotumDesk *
desk_of (VotumWeightsCard *self)
{
  return votum_compare_look_get_desk (self->look);
}

/* ---- rows ---- */

static VotumWeightRow *
row_of (VotumWeightsCard *self,
        int               node)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((int) votum_weight_row_get_node (VOTUM_WEIGHT_ROW (row)) == node)
      return VOTUM_WEIGHT_ROW (row);

  return NULL;
}

static void
show_rows (VotumWeightsCard *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gboolean open = TRUE;

      for (int at = votum_trial_get_parent (self->trial, votum_weight_row_get_node (VOTUM_WEIGHT_ROW (row))); at >= 0 && open;
           at = votum_trial_get_parent (self->trial, at))
        open = votum_weight_row_get_open (row_of (self, at));
      gtk_widget_set_visible (row, open);
    }
}

static void
make_rows (VotumWeightsCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint node = 0; self->trial != NULL && node < votum_trial_n_nodes (self->trial); node++)
    {
      GtkWidget *row = votum_weight_row_new (self->look, node);

      g_signal_connect_object (row, "toggled", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, row);
    }
  if (self->trial != NULL)
    show_rows (self);
}

/* ---- what may be done ---- */

/* Why the weights cannot be adopted here, for whoever asks. */
static gboolean
may_adopt (VotumWeightsCard  *self,
           GError           **error)
{
  VotumCase *votum_case = votum_desk_get_case (desk_of (self));
  VotumThing *criterion = self->trial != NULL && votum_trial_n_nodes (self->trial) > 0 ? votum_trial_get_thing (self->trial, 0) : NULL;

  return criterion != NULL && votum_case_may_change (votum_case, VOTUM_KIND_CRITERION, criterion, error);
}

static void
show_state (VotumWeightsCard *self)
{
  gboolean moved = self->trial != NULL && votum_trial_is_moved (self->trial);
  g_autoptr(GError) error = NULL;
  gboolean may = may_adopt (self, &error);

  /* a shorter sentence must not move the row from under the hand */
  gtk_widget_set_size_request (GTK_WIDGET (self->state), -1, moved ? gtk_widget_get_height (GTK_WIDGET (self->state)) : -1);
  gtk_label_set_text (self->state, moved ? _("On trial: nothing is stored. A mark shows what the case has.")
                                         : _("Move a weight to see what would follow. The others make room in proportion."));
  if (!moved && self->trial != NULL && votum_trial_is_points (self->trial))
    gtk_label_set_text (self->state, _("Move a weight to see what would follow."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.reset", moved);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.adopt", moved && may);
  /* a tooltip that is set asks the screen where the pointer is */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->adopt_button), error != NULL ? error->message : NULL) != 0)
    gtk_widget_set_tooltip_text (self->adopt_button, error != NULL ? error->message : NULL);
}

static gboolean
follow_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  VotumWeightsCard *self = VOTUM_WEIGHTS_CARD (widget);

  self->follow_id = 0;
  if (self->trial != votum_compare_look_get_trial (self->look))
    return G_SOURCE_REMOVE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL; row = gtk_widget_get_next_sibling (row))
    votum_weight_row_follow (VOTUM_WEIGHT_ROW (row));
  show_state (self);

  return G_SOURCE_REMOVE;
}

/* A hand moves a weight more often than there are frames. */
static void
moved_cb (VotumWeightsCard *self)
{
  if (self->follow_id == 0)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

static void
changed_cb (VotumWeightsCard *self)
{
  VotumTrial *trial = votum_compare_look_get_trial (self->look);

  if (trial != self->trial)
    {
      g_clear_pointer (&self->trial, votum_trial_unref);
      self->trial = trial != NULL ? votum_trial_ref (trial) : NULL;
      make_rows (self);
    }
  show_state (self);
}

/* ---- adopting ---- */

/* What a criterion or group will weigh, once the weights are rounded: those in a group move with it. */
static double
weight_after (VotumWeightsCard *self,
              guint             node,
              GPtrArray        *criteria,
              GArray           *weights)
{
  int parent = votum_trial_get_parent (self->trial, node);
  double total = 0;
  double own = 0;
  guint at;

  if (!g_ptr_array_find (criteria, votum_trial_get_thing (self->trial, node), &at))
    {
      double now = votum_trial_get (self->trial, node);

      if (parent < 0 || votum_trial_is_points (self->trial) || votum_trial_get (self->trial, (guint) parent) <= 0)
        return now;
      return weight_after (self, (guint) parent, criteria, weights) * now / votum_trial_get (self->trial, (guint) parent);
    }
  own = votum_decimal_to_double (g_array_index (weights, VotumDecimal, at));
  if (votum_trial_is_points (self->trial))
    return own;
  for (guint other = 0; other < votum_trial_n_nodes (self->trial); other++)
    {
      VotumThing *criterion = votum_trial_get_thing (self->trial, other);
      VotumDecimal weight = { 1, 0 };

      if (votum_trial_get_parent (self->trial, other) != parent)
        continue;
      votum_thing_get_decimal (criterion, VOTUM_CRITERION_WEIGHT, &weight);
      if (g_ptr_array_find (criteria, criterion, &at))
        weight = g_array_index (weights, VotumDecimal, at);
      total += votum_decimal_to_double (weight);
    }
  if (total <= 0)
    return 0;

  return own / total * (parent < 0 ? 1 : weight_after (self, (guint) parent, criteria, weights));
}

/* "Culture: 20% becomes 25%", one line for each criterion or group that will weigh something else. */
static char *
list_changes (VotumWeightsCard *self)
{
  g_autoptr(GPtrArray) criteria = g_ptr_array_new ();
  g_autoptr(GArray) weights = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));
  GString *text = g_string_new (NULL);

  votum_trial_round (self->trial, criteria, weights);
  for (guint node = 0; node < votum_trial_n_nodes (self->trial); node++)
    {
      g_autofree char *before = votum_weight_row_format (self->trial, votum_trial_get_stored (self->trial, node));
      g_autofree char *after = votum_weight_row_format (self->trial, weight_after (self, node, criteria, weights));

      if (g_str_equal (before, after))
        continue;
      /* TRANSLATORS: a criterion, its weight until now, and its weight from now on */
      g_string_append_printf (text, _("%s: %s becomes %s"),
                              votum_desk_text (desk_of (self), votum_trial_get_thing (self->trial, node), VOTUM_CRITERION_NAME), before, after);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
adopt_answer_cb (const char *answer,
                 const char *text,
                 gpointer    data)
{
  g_autoptr(VotumWeightsCard) self = data;
  g_autoptr(VotumTrial) trial = NULL;
  GError *error = NULL;

  if (!g_str_equal (answer, "do") || self->trial == NULL)
    return;
  trial = votum_trial_ref (self->trial);
  if (votum_trial_adopt (trial, votum_desk_get_case (desk_of (self)), text, &error))
    votum_desk_toast (desk_of (self), TRUE, _("The weights have been adopted"));
  else
    votum_desk_report (desk_of (self), error);
}

static void
adopt_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VotumWeightsCard *self = VOTUM_WEIGHTS_CARD (widget);
  g_autofree char *changes = list_changes (self);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", changes,
                                           _("Marks have been given by the old weights. Whoever reads the protocol will see what was "
                                             "changed afterwards, when, by whom, and why."));

  votum_dialogs_ask_text (widget, _("Adopt these weights?"), body, _("Reason"), _("_Adopt"), FALSE, adopt_answer_cb, g_object_ref (self));
}

static void
reset_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  votum_compare_look_reset_weights (VOTUM_WEIGHTS_CARD (widget)->look);
}

static void
votum_weights_card_dispose (GObject *object)
{
  VotumWeightsCard *self = VOTUM_WEIGHTS_CARD (object);

  g_clear_pointer (&self->trial, votum_trial_unref);
  g_clear_object (&self->look);

  G_OBJECT_CLASS (votum_weights_card_parent_class)->dispose (object);
}

static void
votum_weights_card_class_init (VotumWeightsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_weights_card_dispose;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-weights-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumWeightsCard, state);
  gtk_widget_class_bind_template_child (widget_class, VotumWeightsCard, rows);
  gtk_widget_class_bind_template_child (widget_class, VotumWeightsCard, adopt_button);
  gtk_widget_class_install_action (widget_class, "weights.adopt", NULL, adopt_action);
  gtk_widget_class_install_action (widget_class, "weights.reset", NULL, reset_action);
}

static void
votum_weights_card_init (VotumWeightsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * votum_weights_card_set_look:
 * @self: a card
 * @look: what is looked at
 */
void
votum_weights_card_set_look (VotumWeightsCard *self,
                             VotumCompareLook *look)
{
  self->look = g_object_ref (look);
  g_signal_connect_object (look, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (look, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
