#include "votum-config.h"

#include "votum-criteria-tree.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-weights.h"
#include "votum-criteria-moves.h"
#include "votum-criterion-row.h"
#include "votum-format.h"
#include "votum-names.h"
#include "votum-weight-sum.h"

struct _VotumCriteriaTree {
  GtkWidget            parent_instance;

  GtkStack            *stack;
  GtkWidget           *bar;
  GtkListBox          *list;
  AdwStatusPage       *award_status;

  VotumCriteriaEditor *editor;
  gint64               chosen;     /* number of the criterion */
  gboolean             syncing;
};

enum {
  CHOSEN,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCriteriaTree, votum_criteria_tree, GTK_TYPE_WIDGET)

/* ---- the rows ---- */

static GtkWidget *
find_row (VotumCriteriaTree *self,
          VotumThing        *criterion)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (VOTUM_IS_CRITERION_ROW (row) && votum_criterion_row_get_thing (VOTUM_CRITERION_ROW (row)) == criterion)
      return row;

  return NULL;
}

static GtkWidget *
find_sum (VotumCriteriaTree *self,
          VotumThing        *group)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (VOTUM_IS_WEIGHT_SUM (row) && votum_weight_sum_get_group (VOTUM_WEIGHT_SUM (row)) == group)
      return row;

  return NULL;
}

static void typed_cb (VotumCriteriaTree *self);
static void next_cb (VotumCriteriaTree *self, VotumCriterionRow *row);
static void dropped_cb (VotumCriteriaTree *self, VotumThing *thing, int where, VotumCriterionRow *row);

static GtkWidget *
make_row (VotumCriteriaTree *self,
          VotumThing        *criterion)
{
  GtkWidget *row = votum_criterion_row_new (self->editor, criterion);

  g_signal_connect_object (row, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* Brings @row to @place in the list; one that stands there already is not touched, and keeps the focus. */
static void
put_row (VotumCriteriaTree *self,
         GtkWidget         *row,
         guint              place)
{
  g_autoptr(GtkWidget) kept G_GNUC_UNUSED = g_object_ref_sink (row);

  if (gtk_widget_get_parent (row) != NULL)
    {
      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == (int) place)
        return;
      /* a row that is taken out while it is selected would believe itself selected ever after */
      gtk_list_box_unselect_row (self->list, GTK_LIST_BOX_ROW (row));
      gtk_list_box_remove (self->list, row);
    }
  gtk_list_box_insert (self->list, row, (int) place);
}

static guint
put_below (VotumCriteriaTree *self,
           VotumThing        *class_thing,
           VotumThing        *parent,
           guint              depth,
           guint              place)
{
  g_autoptr(GPtrArray) below = votum_case_criteria_below (votum_criteria_editor_get_case (self->editor), class_thing, parent);
  GtkWidget *sum;

  for (guint i = 0; i < below->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (below, i);
      GtkWidget *row = find_row (self, criterion);

      put_row (self, row != NULL ? row : make_row (self, criterion), place);
      row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) place++));
      votum_criterion_row_set_place (VOTUM_CRITERION_ROW (row), depth, i + 1, below->len, parent);
      if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_GROUP)
        place = put_below (self, class_thing, criterion, depth + 1, place);
    }
  sum = find_sum (self, parent);
  put_row (self, sum != NULL ? sum : votum_weight_sum_new (parent), place);

  return place + 1;
}

/* ---- the numbers ---- */

/* Weights that are being typed, so that sums and shares follow every key. */
static GHashTable *
typed_weights (VotumCriteriaTree *self)
{
  GHashTable *typed = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      VotumNumberEntry *entry;
      VotumDecimal value;

      if (!VOTUM_IS_CRITERION_ROW (row))
        continue;
      entry = VOTUM_NUMBER_ENTRY (votum_criterion_row_get_entry (VOTUM_CRITERION_ROW (row)));
      if (votum_number_entry_is_dirty (entry) && votum_number_entry_get_typed (entry, &value))
        g_hash_table_insert (typed, votum_criterion_row_get_thing (VOTUM_CRITERION_ROW (row)), g_memdup2 (&value, sizeof value));
    }

  return typed;
}

static gboolean
weighs_by_factors (VotumCriteriaTree *self)
{
  VotumRule *rule = votum_case_get_rule (votum_criteria_editor_get_case (self->editor), votum_criteria_editor_get_class (self->editor));

  return rule != NULL && votum_thing_get_choice (VOTUM_THING (rule), VOTUM_RULE_WEIGHTING) == VOTUM_RULE_WEIGHTING_FACTORS;
}

static guint
depth_of (VotumCriteriaTree *self,
          VotumThing        *criterion)
{
  guint depth = 0;

  for (; criterion != NULL; criterion = votum_criteria_parent (self->editor, criterion))
    depth++;

  return depth;
}

static char *
brief_share (VotumCaseWeights *weights,
             VotumThing       *criterion)
{
  char *share = votum_case_weights_share (weights, criterion, 1);

  if (share != NULL && g_str_has_suffix (share, ".0"))
    share[strlen (share) - 2] = '\0';

  return share;
}

static void
show_numbers (VotumCriteriaTree *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  g_autoptr(GHashTable) typed = typed_weights (self);
  g_autoptr(VotumCaseWeights) weights = votum_case_weights_new (votum_case, class_thing, votum_case_get_rule (votum_case, class_thing), typed);
  gboolean factors = weighs_by_factors (self);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (VOTUM_IS_CRITERION_ROW (row))
      {
        g_autofree char *share = brief_share (weights, votum_criterion_row_get_thing (VOTUM_CRITERION_ROW (row)));

        votum_criterion_row_set_share (VOTUM_CRITERION_ROW (row), share, factors);
      }
    else if (VOTUM_IS_WEIGHT_SUM (row))
      {
        VotumThing *group = votum_weight_sum_get_group (VOTUM_WEIGHT_SUM (row));

        votum_weight_sum_show (VOTUM_WEIGHT_SUM (row), votum_case, votum_criteria_editor_tree_class (self->editor), depth_of (self, group),
                               typed, factors);
      }
}

static void
typed_cb (VotumCriteriaTree *self)
{
  show_numbers (self);
}

static void
next_cb (VotumCriteriaTree *self,
         VotumCriterionRow *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  while (next != NULL && !VOTUM_IS_CRITERION_ROW (next))
    next = gtk_widget_get_next_sibling (next);
  if (next != NULL)
    gtk_widget_grab_focus (votum_criterion_row_get_entry (VOTUM_CRITERION_ROW (next)));
}

/* ---- what can be done ---- */

VotumThing *
votum_criteria_tree_get_chosen (VotumCriteriaTree *self)
{
  VotumThing *thing = self->editor != NULL ? votum_case_lookup (votum_criteria_editor_get_case (self->editor), self->chosen) : NULL;

  return thing != NULL && VOTUM_IS_CRITERION (thing) ? thing : NULL;
}

static void
enable (VotumCriteriaTree *self)
{
  static const struct {
    const char *action;
    VotumMove move;
  } moves[] = {
    { "tree.up", VOTUM_MOVE_UP },
    { "tree.down", VOTUM_MOVE_DOWN },
    { "tree.out", VOTUM_MOVE_OUT },
    { "tree.in", VOTUM_MOVE_IN },
  };
  VotumThing *chosen = votum_criteria_tree_get_chosen (self);
  gboolean editable = votum_criteria_editor_is_editable (self->editor);
  gboolean shares = !weighs_by_factors (self);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), moves[i].action,
                                   editable && chosen != NULL && votum_criteria_can_move (self->editor, chosen, moves[i].move));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tree.add-criterion", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tree.add-group", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tree.copy-to-class", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tree.remove", editable && chosen != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tree.spread", editable && shares);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tree.scale", editable && shares);
}

static void
show_state (VotumCriteriaTree *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  gboolean own = votum_case_has_criteria (votum_case, class_thing);
  gboolean awards = !own && class_thing != NULL && votum_case_has_criteria (votum_case, NULL);

  votum_names_show_only (self->stack, own ? "tree" : awards ? "award" : "none");
  gtk_widget_set_visible (self->bar, own);
  if (awards)
    {
      g_autofree char *name = votum_criteria_editor_name (self->editor, class_thing, VOTUM_CLASS_NAME);
      g_autofree char *text = g_strdup_printf (_("“%s” is judged by the criteria that the award has for all classes. It can have its own instead."), name);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      adw_status_page_set_description (self->award_status, escaped);
    }
}

static void
drop_rest (VotumCriteriaTree *self,
           guint              n_kept)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n_kept)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
select_chosen (VotumCriteriaTree *self)
{
  VotumThing *chosen = votum_criteria_tree_get_chosen (self);
  GtkWidget *row = chosen != NULL ? find_row (self, chosen) : NULL;

  if (row == NULL)
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0));
  gtk_list_box_select_row (self->list, VOTUM_IS_CRITERION_ROW (row) ? GTK_LIST_BOX_ROW (row) : NULL);
}

static void
announce_chosen (VotumCriteriaTree *self,
                 VotumThing        *criterion)
{
  self->chosen = criterion != NULL ? votum_thing_get_id (criterion) : 0;
  enable (self);
  g_signal_emit (self, signals[CHOSEN], 0, criterion);
}

static void
selected_cb (VotumCriteriaTree *self,
             GtkListBoxRow     *row)
{
  if (!self->syncing)
    announce_chosen (self, VOTUM_IS_CRITERION_ROW (row) ? votum_criterion_row_get_thing (VOTUM_CRITERION_ROW (row)) : NULL);
}

static void
bring_up_to_date (VotumCriteriaTree *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  GtkListBoxRow *row;
  VotumThing *before = votum_criteria_tree_get_chosen (self);

  self->syncing = TRUE;
  show_state (self);
  drop_rest (self, put_below (self, class_thing, NULL, 0, 0));
  show_numbers (self);
  select_chosen (self);
  self->syncing = FALSE;

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL || votum_criterion_row_get_thing (VOTUM_CRITERION_ROW (row)) != before || self->chosen == 0)
    selected_cb (self, row);
  enable (self);
  /* whoever moved it goes with it */
  if (had_focus && row != NULL && gtk_root_get_focus (root) != focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
changed_cb (VotumCriteriaTree *self,
            VotumChanges      *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (VOTUM_IS_CRITERION (thing) || VOTUM_IS_RULE (thing) || VOTUM_IS_CLASS (thing) || VOTUM_IS_AWARD (thing) || VOTUM_IS_INDICATOR (thing))
        {
          bring_up_to_date (self);
          return;
        }
    }
}

static void
activated_cb (VotumCriteriaTree *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
dropped_cb (VotumCriteriaTree *self,
            VotumThing        *thing,
            int                where,
            VotumCriterionRow *row)
{
  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  self->chosen = votum_thing_get_id (thing);
  if (votum_criteria_drop (self->editor, thing, votum_criterion_row_get_thing (row), (VotumDrop) where))
    announce_chosen (self, thing);
  else
    select_chosen (self);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VotumCriteriaTree *self = VOTUM_CRITERIA_TREE (widget);
  VotumThing *chosen = votum_criteria_tree_get_chosen (self);
  VotumMove move = strcmp (action, "tree.up") == 0 ? VOTUM_MOVE_UP : strcmp (action, "tree.down") == 0 ? VOTUM_MOVE_DOWN
                   : strcmp (action, "tree.out") == 0 ? VOTUM_MOVE_OUT : VOTUM_MOVE_IN;

  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  if (chosen != NULL && votum_criteria_move (self->editor, chosen, move))
    votum_criteria_tree_grab (self);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  VotumCriteriaTree *self = VOTUM_CRITERIA_TREE (widget);
  VotumThing *chosen = votum_case_has_criteria (votum_criteria_editor_get_case (self->editor), votum_criteria_editor_get_class (self->editor))
                           ? votum_criteria_tree_get_chosen (self) : NULL;
  VotumThing *criterion;

  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  criterion = votum_criteria_add (self->editor, chosen, strcmp (action, "tree.add-group") == 0);
  if (criterion != NULL)
    votum_criteria_editor_point_at (self->editor, criterion);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  VotumCriteriaTree *self = VOTUM_CRITERIA_TREE (widget);
  VotumThing *chosen = votum_criteria_tree_get_chosen (self);
  GtkWidget *row = chosen != NULL ? find_row (self, chosen) : NULL;
  int place = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;

  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  if (chosen == NULL || !votum_criteria_remove (self->editor, chosen))
    return;
  for (; place >= 0; place--)
    {
      GtkListBoxRow *near_row = gtk_list_box_get_row_at_index (self->list, place);

      if (near_row != NULL && VOTUM_IS_CRITERION_ROW (near_row))
        {
          gtk_list_box_select_row (self->list, near_row);
          gtk_widget_grab_focus (GTK_WIDGET (near_row));
          return;
        }
    }
}

static void
say_spread (VotumCriteriaTree *self,
            VotumDecimal       total,
            guint              n_raised,
            VotumDecimal       unit)
{
  VotumDesk *desk = votum_criteria_editor_get_desk (self->editor);
  g_autofree char *sum = votum_format_decimal (total);
  g_autofree char *text = votum_format_decimal (unit);

  if (n_raised == 0)
    votum_desk_toast (desk, TRUE, _("The weights sum to %s"), sum);
  else
    votum_desk_toast (desk, TRUE, ngettext ("The weights sum to %s; %u of them is %s higher, since it does not come out even",
                                            "The weights sum to %s; %u of them are %s higher, since it does not come out even", n_raised),
                      sum, n_raised, text);
}

static void
spread_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  VotumCriteriaTree *self = VOTUM_CRITERIA_TREE (widget);
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  VotumThing *chosen = votum_criteria_tree_get_chosen (self);
  VotumThing *parent = chosen != NULL ? votum_criteria_parent (self->editor, chosen) : NULL;
  g_autoptr(GPtrArray) beside = NULL;
  g_autoptr(GArray) weights = NULL;
  VotumDecimal total;
  VotumDecimal unit;
  guint n_raised;
  GError *error = NULL;

  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  beside = votum_case_criteria_below (votum_case, votum_criteria_editor_tree_class (self->editor), parent);
  total = votum_case_expected_sum (votum_case, votum_criteria_editor_tree_class (self->editor), parent, NULL);
  weights = votum_case_spread_weights (beside, strcmp (action, "tree.spread") == 0 ? VOTUM_SPREAD_EQUALLY : VOTUM_SPREAD_IN_PROPORTION,
                                       total, &n_raised, &unit);
  votum_case_set_weights (votum_case, beside, weights,
                          votum_criteria_editor_is_locked (self->editor) ? votum_criteria_editor_get_reason (self->editor) : NULL, &error);
  if (votum_desk_report (votum_criteria_editor_get_desk (self->editor), error))
    say_spread (self, total, n_raised, unit);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VotumCriteriaTree *self = VOTUM_CRITERIA_TREE (widget);
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);

  if (class_thing != NULL)
    votum_criteria_copy_to_class (self->editor, class_thing);
}

/* Delete takes a criterion out, not while somebody writes in its weight. */
static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (root)) && gtk_widget_activate_action (widget, "tree.remove", NULL);
}

static void
votum_criteria_tree_dispose (GObject *object)
{
  VotumCriteriaTree *self = VOTUM_CRITERIA_TREE (object);
  GtkWidget *child;

  self->syncing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_criteria_tree_parent_class)->dispose (object);
}

static void
votum_criteria_tree_class_init (VotumCriteriaTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_criteria_tree_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VOTUM_TYPE_THING);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-criteria-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaTree, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaTree, bar);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaTree, list);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaTree, award_status);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "tree.add-criterion", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "tree.add-group", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "tree.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "tree.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "tree.down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "tree.out", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "tree.in", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "tree.spread", NULL, spread_cb);
  gtk_widget_class_install_action (widget_class, "tree.scale", NULL, spread_cb);
  gtk_widget_class_install_action (widget_class, "tree.copy-to-class", NULL, copy_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "tree.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "tree.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "tree.out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "tree.in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "tree.add-criterion", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "tree.add-criterion", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
}

static void
votum_criteria_tree_init (VotumCriteriaTree *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
votum_criteria_tree_set_editor (VotumCriteriaTree   *self,
                                VotumCriteriaEditor *editor)
{
  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "notify::class", G_CALLBACK (bring_up_to_date), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::editable", G_CALLBACK (enable), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  bring_up_to_date (self);
}

void
votum_criteria_tree_choose (VotumCriteriaTree *self,
                            VotumThing        *criterion)
{
  GtkWidget *row = find_row (self, criterion);

  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/**
 * votum_criteria_tree_grab:
 * @self: a tree
 *
 * Puts the focus on the chosen row.
 */
void
votum_criteria_tree_grab (VotumCriteriaTree *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
