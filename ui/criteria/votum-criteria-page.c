#include "votum-config.h"

#include "votum-criteria-page.h"

#include <glib/gi18n.h>

#include "votum-award-page.h"
#include "votum-case-result.h"
#include "votum-criteria-editor.h"
#include "votum-criteria-reader.h"
#include "votum-criteria-tree.h"
#include "votum-criterion-detail.h"
#include "votum-lock-bar.h"
#include "votum-names.h"
#include "votum-navigation.h"
#include "votum-rule-page.h"
#include "votum-scale-page.h"
#include "votum-wrap.h"

struct _VotumCriteriaPage {
  VotumStepPage         parent_instance;

  VotumLockBar         *lock_bar;
  GtkWidget            *top;
  GtkWidget            *switcher;
  GtkDropDown          *classes;
  GtkStack             *tabs;
  GtkStack             *kinds;
  VotumNavigation      *navigation;
  VotumCriteriaTree    *tree;
  VotumCriterionDetail *detail;
  VotumScalePage       *scale_page;
  VotumCriteriaReader  *reader;
  GtkStackPage         *scale_tab;
  GtkStackPage         *award_tab;
  VotumRulePage        *rule_page;
  VotumAwardPage       *award_page;

  VotumCriteriaEditor  *editor;
  guint                 naming;        /* source that puts the focus into a new name */
  GPtrArray            *class_things;  /* of VotumThing, behind the rows of the list; the first is the award's */
  gboolean              updating;
};

G_DEFINE_FINAL_TYPE (VotumCriteriaPage, votum_criteria_page, VOTUM_TYPE_STEP_PAGE)

static void
chosen_cb (VotumCriteriaPage *self,
           VotumThing        *criterion)
{
  votum_criterion_detail_show (self->detail, criterion);
}

static void
open_cb (VotumCriteriaPage *self)
{
  /* beside each other both are seen, and the focus stays in the list */
  if (votum_navigation_get_collapsed (self->navigation))
    votum_navigation_set_show_content (self->navigation, TRUE);
}

static void
class_cb (VotumCriteriaPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->classes);

  if (self->updating || self->editor == NULL)
    return;
  votum_desk_flush (votum_step_page_get_desk (VOTUM_STEP_PAGE (self)));
  votum_criteria_editor_set_class (self->editor, selected > 0 && selected <= self->class_things->len
                                                     ? g_ptr_array_index (self->class_things, selected - 1) : NULL);
}

/* Where each class has criteria of its own and the award has none, the first class is what somebody wants to see. */
static void
begin_with_class (VotumCriteriaPage *self)
{
  VotumCase *votum_case = votum_step_page_get_case (VOTUM_STEP_PAGE (self));
  g_autoptr(GPtrArray) criteria = votum_case_in_order (votum_case, VOTUM_KIND_CRITERION);
  VotumThing *first = NULL;

  for (guint i = 0; i < criteria->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (criteria, i);

      if (votum_thing_get_ref (criterion, VOTUM_CRITERION_PARENT) != 0)
        continue;
      if (!votum_thing_is_set (criterion, VOTUM_CRITERION_CLASS))
        return;
      if (first == NULL)
        first = votum_case_lookup (votum_case, votum_thing_get_ref (criterion, VOTUM_CRITERION_CLASS));
    }
  if (first != NULL)
    votum_criteria_editor_set_class (self->editor, first);
}

/* The award and its classes, of which one is looked at. Awards without classes show nothing of it. */
static void
show_classes (VotumCriteriaPage *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  VotumThing *shown = votum_criteria_editor_get_class (self->editor);
  guint selected = 0;

  g_clear_pointer (&self->class_things, g_ptr_array_unref);
  self->class_things = votum_case_classes (votum_step_page_get_case (VOTUM_STEP_PAGE (self)));
  gtk_string_list_append (list, _("The award, for all classes"));
  for (guint i = 0; i < self->class_things->len; i++)
    {
      VotumThing *class_thing = g_ptr_array_index (self->class_things, i);
      g_autofree char *name = votum_criteria_editor_name (self->editor, class_thing, VOTUM_CLASS_NAME);

      gtk_string_list_append (list, name);
      if (class_thing == shown)
        selected = i + 1;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->classes, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->classes, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->classes), self->class_things->len > 0);
  self->updating = FALSE;
}

static void
changed_cb (VotumCriteriaPage *self,
            VotumChanges      *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (VOTUM_IS_CLASS (change->new_thing != NULL ? change->new_thing : change->old_thing))
        {
          show_classes (self);
          return;
        }
    }
}

static gboolean
name_cb (gpointer data)
{
  VotumCriteriaPage *self = data;

  self->naming = 0;
  votum_criterion_detail_edit_name (self->detail);

  return G_SOURCE_REMOVE;
}

static void
point_at_cb (VotumCriteriaPage *self,
             VotumThing        *thing)
{
  if (VOTUM_IS_CLASS (thing))
    gtk_stack_set_visible_child_name (self->tabs, "criteria");
  else if (VOTUM_IS_ROUND (thing))
    gtk_stack_set_visible_child_name (self->tabs, "rule");
  if (!VOTUM_IS_CRITERION (thing))
    return;
  votum_criteria_tree_choose (self->tree, thing);
  votum_navigation_set_show_content (self->navigation, TRUE);
  /* the menu it was chosen from gives the focus back first */
  if (self->naming == 0)
    self->naming = g_idle_add_full (G_PRIORITY_LOW, name_cb, self, NULL);
}

static void
go (VotumStepPage *page,
    VotumThing    *thing)
{
  VotumCriteriaPage *self = VOTUM_CRITERIA_PAGE (page);

  /* rounds stand with the facts about the award */
  if (VOTUM_IS_ROUND (thing) && votum_criteria_editor_may_change (self->editor))
    {
      gtk_stack_set_visible_child_name (self->tabs, "award");
      votum_award_page_go (self->award_page, thing);
    }
  if (!VOTUM_IS_CRITERION (thing))
    return;
  gtk_stack_set_visible_child_name (self->tabs, "criteria");
  if (!votum_criteria_editor_may_change (self->editor))
    {
      votum_criteria_reader_go (self->reader, thing);
      return;
    }
  votum_criteria_tree_choose (self->tree, thing);
  votum_criteria_tree_grab (self->tree);
}

/* What stands on a tab that is not shown is hidden also from a screen reader. The facts about the award are not what marking
 * locks; but that it is unlocked is told wherever one looks, with the way to lock it again. */
static void
tab_cb (VotumCriteriaPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->tabs);
  GtkWidget *shown = gtk_stack_get_visible_child (self->tabs);

  /* a round is looked at for its rule */
  if (g_strcmp0 (name, "rule") != 0)
    votum_criteria_editor_set_round (self->editor, NULL);
  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (tab)), tab == shown);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_bar),
                          g_strcmp0 (name, "award") != 0 || votum_criteria_editor_get_reason (self->editor) != NULL);
}

/* A copy that may not change anything reads: what there is to know of scale and award stands with the criteria then. */
static void
may_change_cb (VotumCriteriaPage *self)
{
  gboolean may = votum_criteria_editor_may_change (self->editor);

  if (!may)
    gtk_stack_set_visible_child_name (self->tabs, "criteria");
  votum_names_show_only (self->kinds, may ? "edit" : "read");
  gtk_stack_page_set_visible (self->scale_tab, may);
  gtk_stack_page_set_visible (self->award_tab, may);
}

static void
constructed (GObject *object)
{
  VotumCriteriaPage *self = VOTUM_CRITERIA_PAGE (object);
  VotumDesk *desk = votum_step_page_get_desk (VOTUM_STEP_PAGE (self));

  G_OBJECT_CLASS (votum_criteria_page_parent_class)->constructed (object);

  self->editor = votum_criteria_editor_new (desk);
  votum_lock_bar_set_editor (self->lock_bar, self->editor);
  votum_criterion_detail_set_editor (self->detail, self->editor);
  votum_criteria_tree_set_editor (self->tree, self->editor);
  votum_criteria_reader_set_editor (self->reader, self->editor);
  votum_rule_page_set_editor (self->rule_page, self->editor);
  votum_award_page_set_editor (self->award_page, self->editor);
  votum_scale_page_set_editor (self->scale_page, self->editor);
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (tab_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "point-at", G_CALLBACK (point_at_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::may-change", G_CALLBACK (may_change_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::reason", G_CALLBACK (tab_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::lang", G_CALLBACK (show_classes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  begin_with_class (self);
  show_classes (self);
  may_change_cb (self);
  tab_cb (self);
}

static void
dispose (GObject *object)
{
  VotumCriteriaPage *self = VOTUM_CRITERIA_PAGE (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->naming, g_source_remove);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_criteria_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_clear_pointer (&VOTUM_CRITERIA_PAGE (object)->class_things, g_ptr_array_unref);

  G_OBJECT_CLASS (votum_criteria_page_parent_class)->finalize (object);
}

static void
votum_criteria_page_class_init (VotumCriteriaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = constructed;
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  VOTUM_STEP_PAGE_CLASS (klass)->go = go;

  g_type_ensure (VOTUM_TYPE_AWARD_PAGE);
  g_type_ensure (VOTUM_TYPE_CRITERIA_READER);
  g_type_ensure (VOTUM_TYPE_CRITERIA_TREE);
  g_type_ensure (VOTUM_TYPE_CRITERION_DETAIL);
  g_type_ensure (VOTUM_TYPE_LOCK_BAR);
  g_type_ensure (VOTUM_TYPE_NAVIGATION);
  g_type_ensure (VOTUM_TYPE_RULE_PAGE);
  g_type_ensure (VOTUM_TYPE_SCALE_PAGE);
  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-criteria-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, lock_bar);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, top);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, classes);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, tree);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, detail);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, rule_page);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, award_tab);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, scale_tab);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, reader);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, award_page);
  gtk_widget_class_bind_template_child (widget_class, VotumCriteriaPage, scale_page);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_cb);
}

static void
votum_criteria_page_init (VotumCriteriaPage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}
