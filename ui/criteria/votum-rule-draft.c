#include "votum-config.h"

#include "votum-rule-draft.h"

#include <glib/gi18n.h>

#include "votum-case-result.h"

struct _VotumRuleDraft {
  GObject              parent_instance;

  VotumCriteriaEditor *editor;
  VotumThing          *stored;  /* (nullable) */
  VotumThing          *tried;   /* (nullable): a copy of it */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumRuleDraft, votum_rule_draft, G_TYPE_OBJECT)

static void
votum_rule_draft_dispose (GObject *object)
{
  VotumRuleDraft *self = VOTUM_RULE_DRAFT (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->stored);
  g_clear_object (&self->tried);

  G_OBJECT_CLASS (votum_rule_draft_parent_class)->dispose (object);
}

static void
votum_rule_draft_class_init (VotumRuleDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_rule_draft_dispose;

  signals[CHANGED] = g_signal_new ("changed", VOTUM_TYPE_RULE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_rule_draft_init (VotumRuleDraft *self)
{
}

/**
 * votum_rule_draft_forget:
 * @self: a draft
 *
 * Looks at the rule of the round or the class again, without what was tried.
 */
void
votum_rule_draft_forget (VotumRuleDraft *self)
{
  VotumRule *rule = votum_case_get_round_rule (votum_criteria_editor_get_case (self->editor), votum_criteria_editor_get_round (self->editor),
                                               votum_criteria_editor_get_class (self->editor));
  VotumThing *stored = rule != NULL ? VOTUM_THING (rule) : NULL;

  g_set_object (&self->stored, stored);
  g_clear_object (&self->tried);
  if (rule != NULL)
    self->tried = votum_thing_copy (VOTUM_THING (rule));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
case_changed_cb (VotumRuleDraft *self,
                 VotumChanges   *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *thing = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (VOTUM_IS_RULE (thing) || VOTUM_IS_CLASS (thing) || VOTUM_IS_AWARD (thing) || VOTUM_IS_ROUND (thing) || VOTUM_IS_CRITERION (thing))
        {
          votum_rule_draft_forget (self);
          return;
        }
    }
}

VotumRuleDraft *
votum_rule_draft_new (VotumCriteriaEditor *editor)
{
  VotumRuleDraft *self = g_object_new (VOTUM_TYPE_RULE_DRAFT, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "notify::class", G_CALLBACK (votum_rule_draft_forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (votum_criteria_editor_get_case (editor), "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  votum_rule_draft_forget (self);

  return self;
}

VotumCriteriaEditor *
votum_rule_draft_get_editor (VotumRuleDraft *self)
{
  return self->editor;
}

/**
 * votum_rule_draft_get_stored:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the rule as it stands in the case
 */
VotumThing *
votum_rule_draft_get_stored (VotumRuleDraft *self)
{
  return self->stored;
}

/**
 * votum_rule_draft_get_tried:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the rule with what is just being typed
 */
VotumThing *
votum_rule_draft_get_tried (VotumRuleDraft *self)
{
  return self->tried;
}

/**
 * votum_rule_draft_get_terms:
 * @self: a draft with a rule
 * @error: return location
 *
 * Returns: (transfer full): the steps of the rule that is tried, %NULL where they do not fit each other
 */
VotumTerms *
votum_rule_draft_get_terms (VotumRuleDraft *self,
                            GError        **error)
{
  return votum_rule_get_terms (VOTUM_RULE (self->tried), error);
}

/**
 * votum_rule_draft_n_rounds:
 * @self: a draft
 *
 * Returns: how many rounds there are in the case, as the protocol counts them
 */
guint
votum_rule_draft_n_rounds (VotumRuleDraft *self)
{
  return g_list_model_get_n_items (votum_case_get_things (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_ROUND));
}

/**
 * votum_rule_draft_rounds:
 * @self: a draft
 *
 * Returns: (transfer full) (element-type VotumThing): the rounds that count, without revotes
 */
GPtrArray *
votum_rule_draft_rounds (VotumRuleDraft *self)
{
  GPtrArray *rounds = votum_case_in_order (votum_criteria_editor_get_case (self->editor), VOTUM_KIND_ROUND);

  for (guint i = rounds->len; i > 0; i--)
    if (votum_thing_get_choice (g_ptr_array_index (rounds, i - 1), VOTUM_ROUND_KIND) == VOTUM_ROUND_KIND_REVOTE)
      g_ptr_array_remove_index (rounds, i - 1);

  return rounds;
}

/**
 * votum_rule_draft_is_own:
 * @self: a draft
 *
 * Returns: whether the rule belongs to what somebody looks at: the award, or the class or the round itself
 */
gboolean
votum_rule_draft_is_own (VotumRuleDraft *self)
{
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  VotumThing *round = votum_criteria_editor_get_round (self->editor);

  if (round != NULL)
    return votum_thing_get_ref (round, VOTUM_ROUND_RULE) != 0;

  return class_thing == NULL || votum_thing_get_ref (class_thing, VOTUM_CLASS_RULE) != 0;
}

/**
 * votum_rule_draft_try:
 * @self: a draft with a rule
 * @field: a field of the rule
 * @canonical_text: (nullable): its value
 *
 * Tries a value. Nothing is written.
 */
void
votum_rule_draft_try (VotumRuleDraft *self,
                      guint           field,
                      const char     *canonical_text)
{
  if (votum_thing_set_from_text (self->tried, field, canonical_text, NULL))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * votum_rule_draft_write:
 * @self: a draft with a rule
 *
 * Writes what was tried, in one step.
 *
 * Returns: whether it was done; if not, it has been said why, and the rule stands as it was
 */
gboolean
votum_rule_draft_write (VotumRuleDraft *self)
{
  g_autoptr(VotumThing) tried = g_object_ref (self->tried);

  if (votum_criteria_editor_replace (self->editor, self->stored, tried))
    return TRUE;
  votum_rule_draft_forget (self);

  return FALSE;
}

/**
 * votum_rule_draft_set:
 * @self: a draft with a rule
 * @field: a field of the rule
 * @canonical_text: (nullable): its value
 *
 * Returns: whether it was written; if not, it has been said why, and the rule stands as it was
 */
gboolean
votum_rule_draft_set (VotumRuleDraft *self,
                      guint           field,
                      const char     *canonical_text)
{
  GError *error = NULL;

  if (!votum_thing_set_from_text (self->tried, field, canonical_text, &error))
    {
      votum_rule_draft_forget (self);
      return votum_desk_report (votum_criteria_editor_get_desk (self->editor), error);
    }

  return votum_rule_draft_write (self);
}

/* The award, the class or the round, as it refers to the rule with @id. */
static gboolean
refer (VotumRuleDraft *self,
       VotumChanges   *changes,
       gint64          id)
{
  VotumThing *class_thing = votum_criteria_editor_get_class (self->editor);
  VotumThing *holder = votum_criteria_editor_get_round (self->editor);
  guint field = VOTUM_ROUND_RULE;
  g_autoptr(VotumThing) before = NULL;
  g_autoptr(VotumThing) after = NULL;

  if (holder == NULL)
    {
      holder = class_thing != NULL ? class_thing : votum_case_get_award (votum_criteria_editor_get_case (self->editor));
      field = class_thing != NULL ? (guint) VOTUM_CLASS_RULE : (guint) VOTUM_AWARD_RULE;
    }
  before = votum_thing_copy (holder);
  after = votum_thing_copy (holder);
  votum_thing_set_ref (after, field, id);
  votum_changes_thing (changes, before, after);

  return votum_criteria_editor_apply (self->editor, changes, "edit-rule", holder);
}

/**
 * votum_rule_draft_make:
 * @self: a draft
 *
 * Makes a rule for what somebody looks at: like the award's where there is one, else the plainest there is.
 *
 * Returns: whether it was done
 */
gboolean
votum_rule_draft_make (VotumRuleDraft *self)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self->editor);
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) rule = self->stored != NULL ? votum_thing_copy (self->stored) : votum_thing_new (VOTUM_KIND_RULE);
  gint64 id = votum_case_take_id (votum_case);
  g_autofree char *key = g_strdup_printf ("rule-%" G_GINT64_FORMAT, id);

  votum_thing_set_id (rule, id);
  votum_thing_set_key (rule, key);
  if (self->stored == NULL)
    {
      votum_thing_set_from_text (rule, VOTUM_RULE_ROUND_TOTAL, "2", NULL);
      votum_thing_set_from_text (rule, VOTUM_RULE_TIE_BREAKS, "heaviest-criterion; first-places; chair", NULL);
    }
  votum_changes_thing (changes, NULL, rule);

  return refer (self, changes, id);
}

/**
 * votum_rule_draft_drop_own:
 * @self: a draft
 *
 * Lets the class or the round go by the award's rule again.
 *
 * Returns: whether it was done
 */
gboolean
votum_rule_draft_drop_own (VotumRuleDraft *self)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();

  if (!refer (self, changes, 0))
    return FALSE;
  votum_desk_toast (votum_criteria_editor_get_desk (self->editor), TRUE, "%s",
                    votum_criteria_editor_get_round (self->editor) != NULL ? _("The round goes by the award’s rule") : _("The class goes by the award’s rule"));

  return TRUE;
}
