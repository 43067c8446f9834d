#include "votum-config.h"

#include "votum-rule-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "votum-language-switch.h"
#include "votum-names.h"
#include "votum-rule-draft.h"
#include "votum-rule-example.h"
#include "votum-rule-steps.h"
#include "votum-split.h"
#include "votum-verdict.h"
#include "votum-wrap.h"

struct _VotumRulePage {
  GtkWidget            parent_instance;

  GtkStack            *stack;
  VotumSplit          *split;
  GtkWidget           *make_button;
  GtkWidget           *own_box;
  GtkLabel            *own_label;
  GtkButton           *own_button;
  VotumRuleSteps      *steps;
  VotumLanguageSwitch *languages;
  GtkLabel            *printed;
  GtkLabel            *note;
  VotumRuleExample    *example;

  GtkDropDown         *round_choice;

  VotumCriteriaEditor *editor;
  VotumRuleDraft      *draft;
  GPtrArray           *rounds;   /* of VotumThing, behind the rows of the list; the first is all */
  guint                choose_id;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (VotumRulePage, votum_rule_page, GTK_TYPE_WIDGET)

/* Exactly what the protocol will say. */
static void
show_printed (VotumRulePage *self)
{
  g_autoptr(VotumTerms) terms = NULL;
  g_auto(GStrv) sentences = NULL;
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (votum_rule_draft_get_tried (self->draft) == NULL)
    return;
  /* who may change it has it above, to be written */
  note = votum_criteria_editor_name (self->editor, votum_rule_draft_get_stored (self->draft), VOTUM_RULE_NOTE);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0' && !votum_criteria_editor_may_change (self->editor));
  terms = votum_rule_draft_get_terms (self->draft, NULL);
  if (terms == NULL)
    return;
  sentences = votum_verdict_rule_sentences (terms, votum_rule_draft_n_rounds (self->draft), votum_criteria_editor_get_lang (self->editor));
  text = g_strjoinv ("\n", sentences);
  gtk_label_set_text (self->printed, text);
}

/* ---- whose rule it is ---- */

static char *
describe_own (VotumRulePage *self,
              gboolean       own)
{
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  VotumThing *round = votum_criteria_editor_get_round (self->editor);
  g_autofree char *name = NULL;

  if (round != NULL)
    {
      name = votum_criteria_editor_name (self->editor, round, VOTUM_ROUND_NAME);
      return g_strdup_printf (own ? _("“%s” goes by a rule of its own. Its result stands for itself: rounds by different rules are not added up.")
                                  : _("“%s” goes by the same rule as the other rounds."), name);
    }
  if (class_thing == NULL)
    return g_strdup (_("Choose a round to give it a rule of its own."));
  name = votum_criteria_editor_name (self->editor, class_thing, VOTUM_CLASS_NAME);

  return g_strdup_printf (own ? _("“%s” goes by a rule of its own.") : _("“%s” goes by the award’s rule. Choose the award above to change it for all classes."), name);
}

/* All rounds, and each of them that is no revote: a revote goes by the rule of the round before it. */
static void
show_rounds (VotumRulePage *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  VotumThing *shown = votum_criteria_editor_get_round (self->editor);
  guint selected = 0;

  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  self->rounds = votum_rule_draft_rounds (self->draft);
  gtk_string_list_append (list, _("All rounds without their own"));
  for (guint i = 0; i < self->rounds->len; i++)
    {
      VotumThing *round = g_ptr_array_index (self->rounds, i);
      g_autofree char *name = votum_criteria_editor_name (self->editor, round, VOTUM_ROUND_NAME);

      gtk_string_list_append (list, name);
      if (round == shown)
        selected = i + 1;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->round_choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->round_choice, selected);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->round_choice), self->rounds->len > 1 || shown != NULL);
}

static void
show_own (VotumRulePage *self)
{
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  VotumThing *round = votum_criteria_editor_get_round (self->editor);
  gboolean own = votum_rule_draft_is_own (self->draft);
  g_autofree char *text = describe_own (self, own);

  show_rounds (self);
  gtk_widget_set_visible (self->own_box, class_thing != NULL || gtk_widget_get_visible (GTK_WIDGET (self->round_choice)));
  gtk_widget_set_visible (GTK_WIDGET (self->own_button), class_thing != NULL || round != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), own);
  gtk_label_set_text (self->own_label, text);
  votum_names_set_label (self->own_button, own ? _("_Use the Award’s") : _("_Give It Its Own"));
}

static gboolean
choose_round_cb (gpointer data)
{
  VotumRulePage *self = VOTUM_RULE_PAGE (data);
  guint selected = gtk_drop_down_get_selected (self->round_choice);

  self->choose_id = 0;
  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  votum_criteria_editor_set_round (self->editor, selected > 0 && selected <= self->rounds->len ? g_ptr_array_index (self->rounds, selected - 1) : NULL);

  return G_SOURCE_REMOVE;
}

/* The list is made anew by what follows, which it does not take while it is telling what was chosen. */
static void
round_cb (VotumRulePage *self)
{
  if (!self->updating && self->editor != NULL && self->choose_id == 0)
    self->choose_id = g_idle_add (choose_round_cb, self);
}

static void
show_rule (VotumRulePage *self)
{
  gboolean has = votum_rule_draft_get_stored (self->draft) != NULL;

  votum_names_show_only (self->stack, has ? "rule" : "none");
  show_own (self);
  show_printed (self);
}

static void
make_cb (VotumRulePage *self)
{
  votum_rule_draft_make (self->draft);
}

static void
own_cb (VotumRulePage *self)
{
  votum_desk_flush (votum_criteria_editor_get_desk (self->editor));
  if (votum_rule_draft_is_own (self->draft))
    votum_rule_draft_drop_own (self->draft);
  else
    votum_rule_draft_make (self->draft);
}

static void
may_change_cb (VotumRulePage *self)
{
  show_printed (self);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), votum_criteria_editor_may_change (self->editor));
  gtk_widget_set_sensitive (GTK_WIDGET (self->own_button), votum_criteria_editor_is_editable (self->editor));
}

static void
votum_rule_page_dispose (GObject *object)
{
  VotumRulePage *self = VOTUM_RULE_PAGE (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->choose_id, g_source_remove);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (votum_rule_page_parent_class)->dispose (object);
}

static void
votum_rule_page_class_init (VotumRulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_rule_page_dispose;

  g_type_ensure (VOTUM_TYPE_LANGUAGE_SWITCH);
  g_type_ensure (VOTUM_TYPE_RULE_EXAMPLE);
  g_type_ensure (VOTUM_TYPE_RULE_STEPS);
  g_type_ensure (VOTUM_TYPE_SPLIT);
  g_type_ensure (VOTUM_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-rule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, split);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, make_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, own_box);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, round_choice);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, own_label);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, own_button);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, steps);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, languages);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, printed);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, note);
  gtk_widget_class_bind_template_child (widget_class, VotumRulePage, example);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_cb);
}

static void
votum_rule_page_init (VotumRulePage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

void
votum_rule_page_set_editor (VotumRulePage       *self,
                            VotumCriteriaEditor *editor)
{
  self->editor = g_object_ref (editor);
  self->draft = votum_rule_draft_new (editor);
  votum_rule_steps_set_draft (self->steps, self->draft);
  votum_rule_example_set_draft (self->example, self->draft);
  votum_language_switch_set_editor (self->languages, editor);
  votum_criteria_editor_guard (editor, self->make_button);
  votum_criteria_editor_guard (editor, GTK_WIDGET (self->own_button));
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (show_rule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (show_rule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::may-change", G_CALLBACK (may_change_cb), self, G_CONNECT_SWAPPED);
  may_change_cb (self);
  show_rule (self);
}
