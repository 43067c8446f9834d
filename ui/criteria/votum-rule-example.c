#include "votum-config.h"

#include "votum-rule-example.h"

#include <glib/gi18n.h>

#include "votum-case-result.h"
#include "votum-example-row.h"
#include "votum-example-words.h"
#include "votum-wrap.h"

struct _VotumRuleExample {
  GtkWidget       parent_instance;

  GtkWidget      *scroller;
  GtkDropDown    *finalists;
  GtkDropDown    *rounds;
  GtkWidget      *made_up;
  GtkLabel       *problem;
  GtkWidget      *table;
  GtkListBox     *list;
  GtkLabel       *result;
  GtkLabel       *total;

  VotumRuleDraft *draft;
  VotumExample   *example;      /* (nullable) */
  GPtrArray      *entrants;     /* of VotumThing, behind the rows of the list; the last row is made up */
  gint64          entrant;      /* number of the chosen one, -1: made up, 0: nobody has chosen yet */
  int             round;        /* -1: the latest with marks */
  gint64          criterion;    /* number of the one that is traced */
  GtkSizeGroup   *columns[VOTUM_EXAMPLE_N_COLUMNS];
  guint           idle;
  gboolean        stale;
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (VotumRuleExample, votum_rule_example, GTK_TYPE_WIDGET)

/* ---- what is traced ---- */

static VotumExampleRound *
shown_round (VotumRuleExample *self)
{
  guint at;

  if (self->example == NULL || self->example->rounds->len == 0)
    return NULL;
  at = self->round >= 0 ? (guint) self->round : self->example->last_round;

  return g_ptr_array_index (self->example->rounds, MIN (at, self->example->rounds->len - 1));
}

static void
selected_cb (VotumRuleExample *self,
             GtkListBoxRow    *row)
{
  VotumExampleRound *round = shown_round (self);
  GtkListBoxRow *other;
  int at = row != NULL ? gtk_list_box_row_get_index (row) - 1 : -1;

  if (self->updating || round == NULL || at < 0 || at >= (int) round->leaves->len)
    return;
  self->criterion = votum_thing_get_id (((VotumExampleLeaf *) g_ptr_array_index (round->leaves, at))->criterion);
  for (int i = 1; (other = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    votum_example_row_show_trace (VOTUM_EXAMPLE_ROW (other), other == row);
}

/* ---- the table ---- */

static void
fit_rows (VotumRuleExample *self,
          guint             n)
{
  GtkListBoxRow *row;

  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    gtk_list_box_append (self->list, votum_example_row_new (self->columns));
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n + 1)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    if (gtk_list_box_get_row_at_index (self->list, (int) i + 1) == NULL)
      gtk_list_box_append (self->list, votum_example_row_new (self->columns));
  votum_example_row_show_heading (VOTUM_EXAMPLE_ROW (gtk_list_box_get_row_at_index (self->list, 0)), self->example);
}

static void
show_table (VotumRuleExample *self)
{
  VotumExampleRound *round = shown_round (self);
  g_autofree char *result = NULL;
  g_autofree char *total = NULL;
  int selected = 1;

  gtk_widget_set_visible (self->table, round != NULL);
  if (round == NULL)
    return;

  self->updating = TRUE;
  fit_rows (self, round->leaves->len);
  for (guint i = 0; i < round->leaves->len; i++)
    {
      const VotumExampleLeaf *leaf = g_ptr_array_index (round->leaves, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i + 1);

      votum_example_row_show (VOTUM_EXAMPLE_ROW (row), votum_rule_draft_get_editor (self->draft), self->example, leaf);
      if (votum_thing_get_id (leaf->criterion) == self->criterion)
        selected = (int) i + 1;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, selected));
  self->updating = FALSE;
  selected_cb (self, gtk_list_box_get_selected_row (self->list));

  result = votum_example_result (round);
  total = votum_example_total (round);
  gtk_label_set_text (self->result, result);
  gtk_label_set_text (self->total, total != NULL ? total : "");
  gtk_widget_set_visible (GTK_WIDGET (self->total), total != NULL);
}

/* ---- the choosers ---- */

static void
show_rounds (VotumRuleExample *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint n = self->example != NULL ? self->example->rounds->len : 0;

  for (guint i = 0; i < n; i++)
    {
      VotumExampleRound *round = g_ptr_array_index (self->example->rounds, i);
      g_autofree char *name = votum_example_round_name (votum_rule_draft_get_editor (self->draft), round->round, i + 1);

      gtk_string_list_append (list, name);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->rounds, G_LIST_MODEL (list));
  if (n > 0)
    gtk_drop_down_set_selected (self->rounds, MIN (self->round >= 0 ? (guint) self->round : self->example->last_round, n - 1));
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), n > 1);
  self->updating = FALSE;
}

static void
show_finalists (VotumRuleExample *self)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (self->draft);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint selected;

  g_clear_pointer (&self->entrants, g_ptr_array_unref);
  self->entrants = votum_case_example_entrants (votum_criteria_editor_get_case (editor), votum_criteria_editor_get_class (editor));
  /* marks of other rounds were given by another rule */
  if (votum_criteria_editor_get_round (editor) != NULL &&
      !votum_case_round_has_marks (votum_criteria_editor_get_case (editor), votum_criteria_editor_get_round (editor)))
    g_ptr_array_set_size (self->entrants, 0);
  selected = self->entrant < 0 ? self->entrants->len : 0;
  for (guint i = 0; i < self->entrants->len; i++)
    {
      g_autofree char *name = votum_desk_name (votum_criteria_editor_get_desk (editor), g_ptr_array_index (self->entrants, i));

      gtk_string_list_append (list, name);
      if (votum_thing_get_id (g_ptr_array_index (self->entrants, i)) == self->entrant)
        selected = i;
    }
  gtk_string_list_append (list, _("Made-up marks"));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->finalists, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->finalists, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->finalists), self->entrants->len > 0);
  self->updating = FALSE;
}

static VotumThing *
chosen_entrant (VotumRuleExample *self)
{
  guint selected = gtk_drop_down_get_selected (self->finalists);

  return selected < self->entrants->len ? g_ptr_array_index (self->entrants, selected) : NULL;
}

static void
compute (VotumRuleExample *self)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (self->draft);
  VotumThing *rule = votum_rule_draft_get_tried (self->draft);
  g_autoptr(GError) error = NULL;

  self->stale = FALSE;
  g_clear_pointer (&self->example, votum_example_free);
  if (rule == NULL)
    return;
  self->example = votum_case_example (votum_criteria_editor_get_case (editor), votum_criteria_editor_get_class (editor), chosen_entrant (self),
                                      VOTUM_RULE (rule), &error);
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_widget_set_visible (self->made_up, self->example != NULL && self->example->entrant == NULL);
  show_rounds (self);
  show_table (self);
}

static gboolean
idle_cb (gpointer data)
{
  VotumRuleExample *self = data;

  self->idle = 0;
  compute (self);

  return G_SOURCE_REMOVE;
}

/* Several changes at once are one; what nobody sees waits until somebody does. */
static void
compute_soon (VotumRuleExample *self)
{
  self->stale = TRUE;
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
case_changed_cb (VotumRuleExample *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_finalists (self);
  compute_soon (self);
}

static void
finalist_cb (VotumRuleExample *self)
{
  VotumThing *entrant;

  if (self->updating || self->entrants == NULL)
    return;
  entrant = chosen_entrant (self);
  self->entrant = entrant != NULL ? votum_thing_get_id (entrant) : -1;
  self->round = -1;
  compute (self);
}

static void
round_cb (VotumRuleExample *self)
{
  if (self->updating)
    return;
  self->round = (int) gtk_drop_down_get_selected (self->rounds);
  show_table (self);
}

static void
votum_rule_example_map (GtkWidget *widget)
{
  VotumRuleExample *self = VOTUM_RULE_EXAMPLE (widget);

  GTK_WIDGET_CLASS (votum_rule_example_parent_class)->map (widget);

  if (self->stale && self->draft != NULL)
    {
      show_finalists (self);
      compute (self);
    }
}

static void
votum_rule_example_dispose (GObject *object)
{
  VotumRuleExample *self = VOTUM_RULE_EXAMPLE (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->draft);
  for (guint i = 0; i < VOTUM_EXAMPLE_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);

  G_OBJECT_CLASS (votum_rule_example_parent_class)->dispose (object);
}

static void
votum_rule_example_finalize (GObject *object)
{
  VotumRuleExample *self = VOTUM_RULE_EXAMPLE (object);

  g_clear_pointer (&self->example, votum_example_free);
  g_clear_pointer (&self->entrants, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_rule_example_parent_class)->finalize (object);
}

static void
votum_rule_example_class_init (VotumRuleExampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_rule_example_dispose;
  G_OBJECT_CLASS (klass)->finalize = votum_rule_example_finalize;
  widget_class->map = votum_rule_example_map;

  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-rule-example.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, scroller);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, finalists);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, rounds);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, made_up);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, problem);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, table);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, list);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, result);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleExample, total);
  gtk_widget_class_bind_template_callback (widget_class, finalist_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
votum_rule_example_init (VotumRuleExample *self)
{
  self->round = -1;
  self->updating = TRUE;
  for (guint i = 0; i < VOTUM_EXAMPLE_N_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

void
votum_rule_example_set_draft (VotumRuleExample *self,
                              VotumRuleDraft   *draft)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (draft);

  self->draft = g_object_ref (draft);
  self->stale = TRUE;
  g_signal_connect_object (draft, "changed", G_CALLBACK (compute_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::class", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (compute_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
}
