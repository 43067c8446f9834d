#include "votum-config.h"

#include "votum-rule-row.h"

#include "votum-format.h"

struct _VotumRuleRow {
  AdwPreferencesRow parent_instance;

  GtkWidget *title_box;
  GtkLabel  *title;
  GtkLabel  *sentence;
  GtkWidget *control;
  gboolean   updating;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumRuleRow, votum_rule_row, ADW_TYPE_PREFERENCES_ROW)

static void
selected_cb (VotumRuleRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  if (!self->updating && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, selected);
}

static void
votum_rule_row_class_init (VotumRuleRowClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
votum_rule_row_init (VotumRuleRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->sentence = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "sentence");
  gtk_widget_add_css_class (GTK_WIDGET (self), "rule-row");
  gtk_box_append (GTK_BOX (self->title_box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), self->title_box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * votum_rule_row_new:
 * @title: what the step is called
 * @control: (transfer floating): what changes it
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
votum_rule_row_new (const char *title,
                    GtkWidget  *control)
{
  VotumRuleRow *self = g_object_new (VOTUM_TYPE_RULE_ROW, "title", title, NULL);

  self->control = control;
  gtk_label_set_text (self->title, title);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->title_box), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * votum_rule_row_new_choice:
 * @title: what the step is called
 *
 * Returns: (transfer full): a row with a list to choose from
 */
GtkWidget *
votum_rule_row_new_choice (const char *title)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *row = votum_rule_row_new (title, drop_down);

  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), row, G_CONNECT_SWAPPED);

  return row;
}

GtkWidget *
votum_rule_row_get_control (VotumRuleRow *self)
{
  return self->control;
}

/**
 * votum_rule_row_set_sentence:
 * @self: a row
 * @sentence: (nullable): what the step does
 */
void
votum_rule_row_set_sentence (VotumRuleRow *self,
                             const char   *sentence)
{
  const char *text = sentence != NULL ? sentence : "";

  if (g_strcmp0 (gtk_label_get_text (self->sentence), text) == 0)
    return;
  gtk_label_set_text (self->sentence, text);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * votum_rule_row_show_step:
 * @self: a row
 * @draft: the rule as it is being changed
 * @step: the step that the row is about
 * @otherwise: what it says where the rule does nothing there
 *
 * Shows what the protocol will say of the step.
 */
void
votum_rule_row_show_step (VotumRuleRow   *self,
                          VotumRuleDraft *draft,
                          VotumRuleStep   step,
                          const char     *otherwise)
{
  g_autoptr(VotumTerms) terms = votum_rule_draft_get_terms (draft, NULL);
  g_autofree char *sentence = terms != NULL ? votum_verdict_rule_step (terms, votum_rule_draft_n_rounds (draft), votum_format_lang (), step) : NULL;

  votum_rule_row_set_sentence (self, sentence != NULL && *sentence != '\0' ? sentence : otherwise);
}

void
votum_rule_row_set_choices (VotumRuleRow  *self,
                            GtkStringList *choices)
{
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->control), G_LIST_MODEL (choices));
  self->updating = FALSE;
}

guint
votum_rule_row_n_choices (VotumRuleRow *self)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (self->control));

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

void
votum_rule_row_set_selected (VotumRuleRow *self,
                             guint         selected)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), selected);
  self->updating = FALSE;
}
