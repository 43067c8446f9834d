#include "votum-config.h"

#include "votum-rule-words.h"

#include <glib/gi18n.h>

#include "votum-rule-row.h"

struct _VotumRuleWords {
  AdwPreferencesGroup parent_instance;

  VotumRuleDraft *draft;
  VotumRuleRow   *comments;
  VotumRuleRow   *reading;
};

G_DEFINE_FINAL_TYPE (VotumRuleWords, votum_rule_words, ADW_TYPE_PREFERENCES_GROUP)

static void
comments_cb (VotumRuleWords *self,
             guint           selected)
{
  votum_rule_draft_set (self->draft, VOTUM_RULE_COMMENTS,
                        selected > 0 ? votum_rule_info.fields[VOTUM_RULE_COMMENTS].choices[selected - 1] : NULL);
}

static void
reading_cb (VotumRuleWords *self,
            guint           selected)
{
  votum_rule_draft_set (self->draft, VOTUM_RULE_SECOND_READING, selected > 0 ? "true" : NULL);
}

static void
show_rule (VotumRuleWords *self)
{
  VotumThing *stored = votum_rule_draft_get_stored (self->draft);

  if (stored == NULL)
    return;
  votum_rule_row_set_selected (self->comments, votum_thing_is_set (stored, VOTUM_RULE_COMMENTS)
                                                   ? (guint) votum_thing_get_choice (stored, VOTUM_RULE_COMMENTS) + 1
                                                   : 0);
  votum_rule_row_set_selected (self->reading, votum_thing_get_boolean (stored, VOTUM_RULE_SECOND_READING) ? 1 : 0);
  votum_rule_row_show_step (self->comments, self->draft, VOTUM_RULE_STEP_COMMENTS, _("Jurors may write a comment, and need not."));
  votum_rule_row_show_step (self->reading, self->draft, VOTUM_RULE_STEP_SECOND_READING, _("What the secretary types in from paper counts as it was typed."));
}

static VotumRuleRow *
make_row (VotumRuleWords    *self,
          const char        *title,
          const char *const *choices,
          GCallback          chosen)
{
  VotumRuleRow *row = VOTUM_RULE_ROW (votum_rule_row_new_choice (title));
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    gtk_string_list_append (list, _(choices[i]));
  votum_rule_row_set_choices (row, list);
  g_signal_connect_object (row, "chosen", chosen, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));

  return row;
}

static void
may_change_cb (VotumRuleWords *self)
{
  gboolean may = votum_criteria_editor_may_change (votum_rule_draft_get_editor (self->draft));

  gtk_widget_set_sensitive (votum_rule_row_get_control (self->comments), may);
  gtk_widget_set_sensitive (votum_rule_row_get_control (self->reading), may);
}

static void
votum_rule_words_dispose (GObject *object)
{
  g_clear_object (&VOTUM_RULE_WORDS (object)->draft);

  G_OBJECT_CLASS (votum_rule_words_parent_class)->dispose (object);
}

static void
votum_rule_words_class_init (VotumRuleWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_rule_words_dispose;
}

static void
votum_rule_words_init (VotumRuleWords *self)
{
  static const char *const comments[] = { N_("With no mark"), N_("With the lowest and highest"), N_("With every mark"), NULL };
  static const char *const readings[] = { N_("Typed in once"), N_("Read a second time"), NULL };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("With the Marks"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("This can be changed also after marking has begun."));
  self->comments = make_row (self, _("A comment is asked for"), comments, G_CALLBACK (comments_cb));
  self->reading = make_row (self, _("Marks given on paper are"), readings, G_CALLBACK (reading_cb));
}

/**
 * votum_rule_words_set_draft:
 * @self: a group, once
 * @draft: the rule it shows
 */
void
votum_rule_words_set_draft (VotumRuleWords *self,
                            VotumRuleDraft *draft)
{
  g_return_if_fail (VOTUM_IS_RULE_WORDS (self) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (show_rule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_rule_draft_get_editor (draft), "notify::may-change", G_CALLBACK (may_change_cb), self, G_CONNECT_SWAPPED);
  may_change_cb (self);
  show_rule (self);
}
