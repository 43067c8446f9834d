#include "votum-config.h"

#include "votum-rule-steps.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"
#include "votum-language-switch.h"
#include "votum-number-entry.h"
#include "votum-prose-row.h"
#include "votum-rule-ballot.h"
#include "votum-rule-numbers.h"
#include "votum-rule-row.h"
#include "votum-rule-words.h"
#include "votum-tie-breaks.h"
#include "votum-verdict.h"

#define USUAL_DECIMALS 6

/* Which steps can be chosen from a list, where they stand, and what the protocol says of them. */

typedef enum {
  GROUP_MARKS,
  GROUP_PANEL,
  GROUP_WEIGHTS,
  GROUP_ROUNDS,
  N_GROUPS
} Group;

typedef struct {
  guint         field;
  Group         group;
  VotumRuleStep step;
  const char   *title;
  const char   *choices[6];  /* empty: numbers of decimals */
} Choice;

static const Choice choices[] = {
  { VOTUM_RULE_METHOD, GROUP_MARKS, VOTUM_RULE_STEP_METHOD, N_("What jurors give"),
    { N_("Marks per criterion"), N_("Places, added up"), N_("Places, by Borda"), N_("Points by place"), N_("Yes or no"), NULL } },
  { VOTUM_RULE_CORRECTION, GROUP_PANEL, VOTUM_RULE_STEP_CORRECTION, N_("Marks far from the others"),
    { N_("Count as they are"), N_("Move to a limit"), N_("Leave out extremes"), N_("Take the median"), NULL } },
  { VOTUM_RULE_ROUND_MARK, GROUP_PANEL, VOTUM_RULE_STEP_ROUND_MARK, N_("Rounding of each counted mark"), { NULL } },
  { VOTUM_RULE_ROUND_PANEL, GROUP_PANEL, VOTUM_RULE_STEP_ROUND_PANEL, N_("Rounding of the panel’s mark"), { NULL } },
  { VOTUM_RULE_WEIGHTING, GROUP_WEIGHTS, VOTUM_RULE_STEP_WEIGHTING, N_("What a weight does"),
    { N_("It is a share"), N_("It is a factor"), NULL } },
  { VOTUM_RULE_ROUND_WEIGHTED, GROUP_WEIGHTS, VOTUM_RULE_STEP_ROUND_WEIGHTED, N_("Rounding of each weighted mark"), { NULL } },
  { VOTUM_RULE_MISSING, GROUP_WEIGHTS, VOTUM_RULE_STEP_MISSING, N_("Weight of a criterion without marks"),
    { N_("Goes to its group"), N_("Goes to all others"), NULL } },
  { VOTUM_RULE_ROUND_RESULT, GROUP_ROUNDS, VOTUM_RULE_STEP_ROUND_RESULT, N_("Rounding of a round’s result"), { NULL } },
  { VOTUM_RULE_ROUND_WEIGHTS, GROUP_ROUNDS, VOTUM_RULE_STEP_ROUND_WEIGHTS, N_("How rounds count"),
    { N_("Only the latest"), N_("Each by a weight"), NULL } },
  { VOTUM_RULE_ROUND_TOTAL, GROUP_ROUNDS, VOTUM_RULE_STEP_ROUND_TOTAL, N_("Rounding of the total"), { NULL } },
  { VOTUM_RULE_ROUNDING, GROUP_ROUNDS, VOTUM_RULE_STEP_ROUNDING, N_("A half is rounded"),
    { N_("Up"), N_("To the even digit"), NULL } },
};

struct _VotumRuleSteps {
  GtkWidget            parent_instance;

  AdwPreferencesGroup *marks_group;
  AdwPreferencesGroup *panel_group;
  AdwPreferencesGroup *weights_group;
  AdwPreferencesGroup *rounds_group;
  VotumTieBreaks      *ties;
  AdwPreferencesGroup *change_group;
  VotumRuleRow        *change_row;
  VotumNumberEntry    *change;
  VotumRuleRow        *minimum_row;
  VotumNumberEntry    *minimum;
  VotumRuleBallot     *ballot;
  VotumRuleWords      *words;
  VotumLanguageSwitch *note_languages;
  VotumProseRow       *note_row;

  VotumRuleRow        *rows[G_N_ELEMENTS (choices)];
  GtkWidget           *margins_row;
  VotumRuleRow        *drop_row;
  VotumNumberEntry    *drop;
  GtkWidget           *weights_row;
  VotumRuleDraft      *draft;
  VotumThing          *noted;    /* (nullable): the rule whose note is shown */
};

G_DEFINE_FINAL_TYPE (VotumRuleSteps, votum_rule_steps, GTK_TYPE_WIDGET)

static gboolean
is_rounding (const Choice *choice)
{
  return choice->choices[0] == NULL;
}

/* ---- what was chosen ---- */

/* The word of a choice as it is stored. */
static const char *
word_of (guint field,
         guint selected)
{
  return votum_rule_info.fields[field].choices[selected];
}

/* A correction comes with the numbers it needs; they can be changed at once. */
static void
set_correction (VotumRuleSteps *self,
                guint           selected)
{
  VotumThing *tried = votum_rule_draft_get_tried (self->draft);

  if (selected == VOTUM_RULE_CORRECTION_CLIP && !votum_thing_is_set (tried, VOTUM_RULE_MARGINS))
    votum_thing_set_from_text (tried, VOTUM_RULE_MARGINS, "2", NULL);
  if (selected == VOTUM_RULE_CORRECTION_DROP && votum_thing_get_number (tried, VOTUM_RULE_DROP) == 0)
    votum_thing_set_number (tried, VOTUM_RULE_DROP, 1);
  votum_rule_draft_set (self->draft, VOTUM_RULE_CORRECTION, word_of (VOTUM_RULE_CORRECTION, selected));
}

/* Equal weights, to begin with: "1; 1 1; 1 1 1". */
static void
set_round_weights (VotumRuleSteps *self,
                   guint           selected)
{
  g_autoptr(GPtrArray) rounds = votum_rule_draft_rounds (self->draft);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint after = 0; selected == 1 && after < MAX (rounds->len, 1); after++)
    {
      if (after > 0)
        g_string_append (text, "; ");
      for (guint i = 0; i <= after; i++)
        g_string_append (text, i > 0 ? " 1" : "1");
    }
  votum_rule_draft_set (self->draft, VOTUM_RULE_ROUND_WEIGHTS, text->len > 0 ? text->str : NULL);
}

static void
choose (VotumRuleSteps *self,
        const Choice   *choice,
        guint           selected)
{
  if (is_rounding (choice))
    {
      g_autofree char *decimals = selected > 0 ? g_strdup_printf ("%u", selected - 1) : NULL;

      votum_rule_draft_set (self->draft, choice->field, decimals);
    }
  else if (choice->field == VOTUM_RULE_CORRECTION)
    {
      set_correction (self, selected);
    }
  else if (choice->field == VOTUM_RULE_ROUND_WEIGHTS)
    {
      set_round_weights (self, selected);
    }
  else
    {
      votum_rule_draft_set (self->draft, choice->field, word_of (choice->field, selected));
    }
}

static void
chosen_cb (VotumRuleSteps *self,
           guint           selected,
           VotumRuleRow   *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (self->rows[i] == row)
      choose (self, &choices[i], selected);
}

/* ---- numbers ---- */

static void
try_number (VotumRuleSteps   *self,
            VotumNumberEntry *entry,
            guint             field)
{
  VotumDecimal value;
  g_autofree char *canonical = NULL;

  if (!votum_number_entry_get_typed (entry, &value))
    return;
  canonical = votum_decimal_to_string (value);
  votum_rule_draft_try (self->draft, field, canonical);
}

static void
minimum_typed_cb (VotumRuleSteps *self)
{
  try_number (self, self->minimum, VOTUM_RULE_MINIMUM);
}

static void
minimum_done_cb (VotumRuleSteps *self,
                 const char     *canonical)
{
  votum_rule_draft_set (self->draft, VOTUM_RULE_MINIMUM, canonical);
}

static void
drop_typed_cb (VotumRuleSteps *self)
{
  try_number (self, self->drop, VOTUM_RULE_DROP);
}

static void
drop_done_cb (VotumRuleSteps *self,
              const char     *canonical)
{
  votum_rule_draft_set (self->draft, VOTUM_RULE_DROP, canonical);
}

static void
change_done_cb (VotumRuleSteps *self,
                const char     *canonical)
{
  votum_rule_draft_set (self->draft, VOTUM_RULE_CHANGE_LIMIT, canonical);
}

/* ---- what is shown ---- */

/* Few round to more than six decimals, and nobody wants to scroll past the rest; a rule that does has its own. */
static void
fill_choices (const Choice *choice,
              VotumRuleRow *row,
              VotumThing   *rule)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint most = is_rounding (choice) ? MAX (USUAL_DECIMALS, (guint) votum_thing_get_number (rule, choice->field)) : 0;
  guint n_before = votum_rule_row_n_choices (row);

  if (n_before > 0 && (!is_rounding (choice) || n_before == most + 2))
    return;

  for (guint i = 0; choice->choices[i] != NULL; i++)
    gtk_string_list_append (list, _(choice->choices[i]));
  if (is_rounding (choice))
    {
      gtk_string_list_append (list, _("None"));
      gtk_string_list_append (list, _("Whole numbers"));
      for (guint decimals = 1; decimals <= most; decimals++)
        {
          g_autofree char *text = g_strdup_printf (ngettext ("%u decimal", "%u decimals", decimals), decimals);

          gtk_string_list_append (list, text);
        }
    }
  votum_rule_row_set_choices (row, list);
}

static guint
selected_of (const Choice *choice,
             VotumThing   *rule)
{
  if (is_rounding (choice))
    return votum_thing_is_set (rule, choice->field) ? (guint) votum_thing_get_number (rule, choice->field) + 1 : 0;
  if (choice->field == VOTUM_RULE_ROUND_WEIGHTS)
    return votum_thing_is_set (rule, choice->field) ? 1 : 0;

  return (guint) votum_thing_get_choice (rule, choice->field);
}

static char *
sentence_of (VotumRuleSteps *self,
             VotumTerms     *terms,
             VotumRuleStep   step)
{
  return votum_verdict_rule_step (terms, votum_rule_draft_n_rounds (self->draft), votum_format_lang (), step);
}

/* A correction is told together with what is made of the corrected marks. */
static char *
subtitle_of (VotumRuleSteps *self,
             VotumTerms     *terms,
             const Choice   *choice)
{
  g_autofree char *sentence = sentence_of (self, terms, choice->step);

  if (choice->field == VOTUM_RULE_CORRECTION)
    {
      g_autofree char *panel = sentence_of (self, terms, VOTUM_RULE_STEP_PANEL);

      return g_strconcat (sentence, *sentence != '\0' ? " " : "", panel, NULL);
    }
  if (*sentence != '\0')
    return g_steal_pointer (&sentence);
  if (is_rounding (choice))
    return g_strdup (_("Not rounded here: the exact fraction is carried on."));
  if (choice->field == VOTUM_RULE_ROUND_WEIGHTS)
    return g_strdup (_("There is one round only."));

  return g_strdup (_("Means nothing with this rule."));
}

static void
show_sentences (VotumRuleSteps *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VotumTerms) terms = votum_rule_draft_get_terms (self->draft, &error);
  g_autofree char *minimum = NULL;

  if (terms == NULL)
    {
      votum_rule_row_set_sentence (self->minimum_row, error->message);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *subtitle = subtitle_of (self, terms, &choices[i]);

      votum_rule_row_set_sentence (self->rows[i], subtitle);
    }
  minimum = sentence_of (self, terms, VOTUM_RULE_STEP_MINIMUM);
  votum_rule_row_set_sentence (self->minimum_row, minimum);
}

static void
show_numbers (VotumRuleSteps *self,
              VotumThing     *stored)
{
  g_autofree char *minimum = votum_thing_field_to_text (stored, VOTUM_RULE_MINIMUM);
  g_autofree char *drop = votum_thing_field_to_text (stored, VOTUM_RULE_DROP);
  g_autofree char *change = votum_thing_field_to_text (stored, VOTUM_RULE_CHANGE_LIMIT);
  g_autofree char *shown = change != NULL ? votum_format_number (change) : NULL;
  g_autofree char *sentence = shown != NULL ? g_strdup_printf (_("Whoever changes a mark by more than %s from one round to the next gives a reason."), shown)
                                            : g_strdup (_("Empty: no reason is asked for."));

  votum_number_entry_set_value (self->minimum, minimum);
  votum_number_entry_set_value (self->drop, drop);
  votum_number_entry_set_value (self->change, change);
  votum_rule_row_set_sentence (self->change_row, sentence);
}

static void
show_which (VotumRuleSteps *self,
            VotumThing     *rule)
{
  int correction = votum_thing_get_choice (rule, VOTUM_RULE_CORRECTION);
  gboolean marks = votum_thing_get_choice (rule, VOTUM_RULE_METHOD) == VOTUM_RULE_METHOD_MARKS;
  gboolean shares = votum_thing_get_choice (rule, VOTUM_RULE_WEIGHTING) == VOTUM_RULE_WEIGHTING_SHARES;

  gtk_widget_set_visible (GTK_WIDGET (self->minimum_row), marks);
  gtk_widget_set_visible (GTK_WIDGET (self->panel_group), marks);
  gtk_widget_set_visible (GTK_WIDGET (self->weights_group), marks);
  gtk_widget_set_visible (self->margins_row, correction == VOTUM_RULE_CORRECTION_CLIP);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_row), correction == VOTUM_RULE_CORRECTION_DROP);
  gtk_widget_set_visible (self->weights_row, votum_thing_is_set (rule, VOTUM_RULE_ROUND_WEIGHTS));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].field == VOTUM_RULE_MISSING)
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), shares);
}

static void
bind_note (VotumRuleSteps *self)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (self->draft);
  VotumThing *stored = votum_rule_draft_get_stored (self->draft);
  g_autoptr(GPtrArray) things = g_ptr_array_new ();

  if (stored == NULL)
    return;
  g_set_object (&self->noted, stored);
  votum_prose_row_bind (self->note_row, votum_criteria_editor_get_desk (editor), stored, VOTUM_RULE_NOTE, votum_criteria_editor_get_lang (editor));
  g_ptr_array_add (things, stored);
  votum_language_switch_set_things (self->note_languages, things);
}

static void
show_rule (VotumRuleSteps *self)
{
  VotumThing *stored = votum_rule_draft_get_stored (self->draft);

  if (stored == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      fill_choices (&choices[i], self->rows[i], stored);
      votum_rule_row_set_selected (self->rows[i], selected_of (&choices[i], stored));
    }
  show_numbers (self, stored);
  show_which (self, stored);
  show_sentences (self);
  if (self->noted != stored)
    bind_note (self);
}

/* ---- making it ---- */

static VotumRuleRow *
make_number_row (VotumRuleSteps    *self,
                 const char        *title,
                 VotumNumberEntry **entry,
                 GCallback          typed,
                 GCallback          done)
{
  *entry = VOTUM_NUMBER_ENTRY (votum_number_entry_new (votum_criteria_editor_get_desk (votum_rule_draft_get_editor (self->draft))));
  if (typed != NULL)
    g_signal_connect_object (*entry, "typed", typed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (*entry, "done", done, self, G_CONNECT_SWAPPED);

  return VOTUM_RULE_ROW (votum_rule_row_new (title, GTK_WIDGET (*entry)));
}

static void
make_number_rows (VotumRuleSteps *self)
{
  self->minimum_row = make_number_row (self, _("Fewest marks on each criterion"), &self->minimum, G_CALLBACK (minimum_typed_cb),
                                       G_CALLBACK (minimum_done_cb));
  self->drop_row = make_number_row (self, _("Highest and lowest marks left out"), &self->drop, G_CALLBACK (drop_typed_cb), G_CALLBACK (drop_done_cb));
  self->change_row = make_number_row (self, _("Steps a mark may change without a reason"), &self->change, NULL, G_CALLBACK (change_done_cb));
  votum_rule_row_set_sentence (self->drop_row, _("So many of the highest and so many of the lowest; three must remain."));
  g_object_set (self->minimum, "whole", TRUE, NULL);
  g_object_set (self->drop, "whole", TRUE, NULL);
  g_object_set (self->change, "optional", TRUE, NULL);
  self->margins_row = votum_rule_numbers_new (self->draft, VOTUM_RULE_MARGINS);
  self->weights_row = votum_rule_numbers_new (self->draft, VOTUM_RULE_ROUND_WEIGHTS);
  adw_preferences_group_add (self->change_group, GTK_WIDGET (self->change_row));
}

/* The numbers of a step stand below it. */
static void
add_numbers_of (VotumRuleSteps *self,
                const Choice   *choice)
{
  switch (choice->field)
    {
    case VOTUM_RULE_METHOD:
      adw_preferences_group_add (self->marks_group, GTK_WIDGET (self->minimum_row));
      break;
    case VOTUM_RULE_CORRECTION:
      adw_preferences_group_add (self->panel_group, self->margins_row);
      adw_preferences_group_add (self->panel_group, GTK_WIDGET (self->drop_row));
      break;
    case VOTUM_RULE_ROUND_WEIGHTS:
      adw_preferences_group_add (self->rounds_group, self->weights_row);
      break;
    default:
      break;
    }
}

static void
make_rows (VotumRuleSteps *self)
{
  AdwPreferencesGroup *groups[N_GROUPS] = { self->marks_group, self->panel_group, self->weights_group, self->rounds_group };

  make_number_rows (self);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      self->rows[i] = VOTUM_RULE_ROW (votum_rule_row_new_choice (_(choices[i].title)));
      g_signal_connect_object (self->rows[i], "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (groups[choices[i].group], GTK_WIDGET (self->rows[i]));
      add_numbers_of (self, &choices[i]);
    }
}

/* Only what changes it is insensitive while it is locked; what it says stays readable. */
static void
guard_controls (VotumRuleSteps *self)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (self->draft);
  GtkWidget *controls[] = { GTK_WIDGET (self->minimum), GTK_WIDGET (self->drop), self->margins_row, self->weights_row };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    votum_criteria_editor_guard (editor, votum_rule_row_get_control (self->rows[i]));
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    votum_criteria_editor_guard (editor, controls[i]);
}

static void
may_change_cb (VotumRuleSteps *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->change), votum_criteria_editor_may_change (votum_rule_draft_get_editor (self->draft)));
}

static void
votum_rule_steps_dispose (GObject *object)
{
  VotumRuleSteps *self = VOTUM_RULE_STEPS (object);
  GtkWidget *child;

  if (self->noted != NULL)
    votum_prose_row_unbind (self->note_row);
  g_clear_object (&self->noted);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (votum_rule_steps_parent_class)->dispose (object);
}

static void
votum_rule_steps_class_init (VotumRuleStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = votum_rule_steps_dispose;

  g_type_ensure (VOTUM_TYPE_LANGUAGE_SWITCH);
  g_type_ensure (VOTUM_TYPE_PROSE_ROW);
  g_type_ensure (VOTUM_TYPE_RULE_BALLOT);
  g_type_ensure (VOTUM_TYPE_RULE_WORDS);
  g_type_ensure (VOTUM_TYPE_TIE_BREAKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/votum/Votum/votum-rule-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, marks_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, panel_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, weights_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, ties);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, change_group);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, ballot);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, words);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, note_languages);
  gtk_widget_class_bind_template_child (widget_class, VotumRuleSteps, note_row);
}

static void
votum_rule_steps_init (VotumRuleSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
votum_rule_steps_set_draft (VotumRuleSteps *self,
                            VotumRuleDraft *draft)
{
  VotumCriteriaEditor *editor = votum_rule_draft_get_editor (draft);

  self->draft = g_object_ref (draft);
  make_rows (self);
  guard_controls (self);
  votum_tie_breaks_set_draft (self->ties, draft);
  votum_rule_ballot_set_draft (self->ballot, draft);
  votum_rule_words_set_draft (self->words, draft);
  votum_language_switch_set_editor (self->note_languages, editor);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_rule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::lang", G_CALLBACK (bind_note), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::may-change", G_CALLBACK (may_change_cb), self, G_CONNECT_SWAPPED);
  may_change_cb (self);
  show_rule (self);
}
