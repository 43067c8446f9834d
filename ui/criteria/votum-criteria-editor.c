#include "votum-config.h"

#include "votum-criteria-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-edit.h"
#include "votum-case-holder.h"
#include "votum-case-lock.h"
#include "votum-case-result.h"
#include "votum-case-weights.h"
#include "votum-format.h"

struct _VotumCriteriaEditor {
  GObject     parent_instance;

  VotumDesk  *desk;
  VotumThing *class_thing;  /* (nullable) */
  VotumThing *round;        /* (nullable): whose rule is looked at */
  char       *lang;
  char       *reason;       /* (nullable): with which it was unlocked in this window */
  char       *refusal;      /* (nullable): why this copy may not change it */
  gboolean    locked;
};

enum {
  PROP_0,
  PROP_DESK,
  PROP_CLASS,
  PROP_LANG,
  PROP_MAY_CHANGE,
  PROP_EDITABLE,
  PROP_LOCKED,
  PROP_REASON,
  N_PROPS
};

enum {
  POINT_AT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumCriteriaEditor, votum_criteria_editor, G_TYPE_OBJECT)

static void
votum_criteria_editor_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  VotumCriteriaEditor *self = VOTUM_CRITERIA_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_CLASS:
      g_value_set_object (value, self->class_thing);
      break;
    case PROP_LANG:
      g_value_set_string (value, self->lang);
      break;
    case PROP_MAY_CHANGE:
      g_value_set_boolean (value, votum_criteria_editor_may_change (self));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, votum_criteria_editor_is_editable (self));
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, self->locked);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
votum_criteria_editor_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  VotumCriteriaEditor *self = VOTUM_CRITERIA_EDITOR (object);

  switch (prop_id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_CLASS:
      votum_criteria_editor_set_class (self, g_value_get_object (value));
      break;
    case PROP_LANG:
      votum_criteria_editor_set_lang (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
notify_state (VotumCriteriaEditor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAY_CHANGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASON]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

static void
find_state (VotumCriteriaEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  gboolean begun = votum_case_is_locked (votum_case);
  /* what a round without marks goes by is still open */
  gboolean locked = begun && (self->round == NULL || votum_case_round_has_marks (votum_case, self->round));
  g_autofree char *before = g_steal_pointer (&self->refusal);
  g_autoptr(GError) error = NULL;

  if (!votum_case_may_change (votum_case, VOTUM_KIND_CRITERION, NULL, &error))
    self->refusal = g_strdup (error->message);
  if (!begun && self->reason != NULL)
    g_clear_pointer (&self->reason, g_free);
  else if (locked == self->locked && g_strcmp0 (before, self->refusal) == 0)
    return;
  self->locked = locked;
  notify_state (self);
}

static void
find_lang (VotumCriteriaEditor *self)
{
  g_auto(GStrv) langs = votum_criteria_editor_langs (self);

  if (self->lang != NULL && g_strv_contains ((const char *const *) langs, self->lang))
    return;
  votum_criteria_editor_set_lang (self, g_strv_contains ((const char *const *) langs, votum_format_lang ()) ? votum_format_lang () : langs[0]);
}

static void
changed_cb (VotumCriteriaEditor *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);

  if (self->class_thing != NULL && votum_case_lookup (votum_case, votum_thing_get_id (self->class_thing)) == NULL)
    votum_criteria_editor_set_class (self, NULL);
  if (self->round != NULL && votum_case_lookup (votum_case, votum_thing_get_id (self->round)) == NULL)
    votum_criteria_editor_set_round (self, NULL);
  find_state (self);
  find_lang (self);
}

static void
votum_criteria_editor_constructed (GObject *object)
{
  VotumCriteriaEditor *self = VOTUM_CRITERIA_EDITOR (object);

  G_OBJECT_CLASS (votum_criteria_editor_parent_class)->constructed (object);

  g_signal_connect_object (votum_desk_get_case (self->desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

static void
votum_criteria_editor_finalize (GObject *object)
{
  VotumCriteriaEditor *self = VOTUM_CRITERIA_EDITOR (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->class_thing);
  g_clear_object (&self->round);
  g_free (self->lang);
  g_free (self->reason);
  g_free (self->refusal);

  G_OBJECT_CLASS (votum_criteria_editor_parent_class)->finalize (object);
}

static void
votum_criteria_editor_class_init (VotumCriteriaEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = votum_criteria_editor_get_property;
  object_class->set_property = votum_criteria_editor_set_property;
  object_class->constructed = votum_criteria_editor_constructed;
  object_class->finalize = votum_criteria_editor_finalize;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, VOTUM_TYPE_DESK,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLASS] = g_param_spec_object ("class", NULL, NULL, VOTUM_TYPE_THING,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LANG] = g_param_spec_string ("lang", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAY_CHANGE] = g_param_spec_boolean ("may-change", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[POINT_AT] = g_signal_new ("point-at", VOTUM_TYPE_CRITERIA_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    VOTUM_TYPE_THING);
}

static void
votum_criteria_editor_init (VotumCriteriaEditor *self)
{
}

VotumCriteriaEditor *
votum_criteria_editor_new (VotumDesk *desk)
{
  return g_object_new (VOTUM_TYPE_CRITERIA_EDITOR, "desk", desk, NULL);
}

VotumDesk *
votum_criteria_editor_get_desk (VotumCriteriaEditor *self)
{
  return self->desk;
}

VotumCase *
votum_criteria_editor_get_case (VotumCriteriaEditor *self)
{
  return votum_desk_get_case (self->desk);
}

/**
 * votum_criteria_editor_get_class:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the class somebody looks at, %NULL for what the award has for all
 */
VotumThing *
votum_criteria_editor_get_class (VotumCriteriaEditor *self)
{
  return self->class_thing;
}

void
votum_criteria_editor_set_class (VotumCriteriaEditor *self,
                                 VotumThing          *class_thing)
{
  if (g_set_object (&self->class_thing, class_thing))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASS]);
}

/**
 * votum_criteria_editor_get_round:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the round whose rule somebody looks at, %NULL for the rule of the class or the award
 */
VotumThing *
votum_criteria_editor_get_round (VotumCriteriaEditor *self)
{
  return self->round;
}

void
votum_criteria_editor_set_round (VotumCriteriaEditor *self,
                                 VotumThing          *round)
{
  if (!g_set_object (&self->round, round))
    return;
  find_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASS]);
}

/**
 * votum_criteria_editor_tree_class:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): whose criteria count in the class somebody looks at: its own, or %NULL for the award's
 */
VotumThing *
votum_criteria_editor_tree_class (VotumCriteriaEditor *self)
{
  if (self->class_thing != NULL && votum_case_has_criteria (votum_criteria_editor_get_case (self), self->class_thing))
    return self->class_thing;

  return NULL;
}

const char *
votum_criteria_editor_get_lang (VotumCriteriaEditor *self)
{
  return self->lang;
}

void
votum_criteria_editor_set_lang (VotumCriteriaEditor *self,
                                const char          *lang)
{
  if (g_strcmp0 (self->lang, lang) == 0)
    return;
  g_free (self->lang);
  self->lang = g_strdup (lang);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANG]);
}

gboolean
votum_criteria_editor_may_change (VotumCriteriaEditor *self)
{
  return self->refusal == NULL;
}

gboolean
votum_criteria_editor_is_locked (VotumCriteriaEditor *self)
{
  return self->locked;
}

gboolean
votum_criteria_editor_is_editable (VotumCriteriaEditor *self)
{
  return self->refusal == NULL && (!self->locked || self->reason != NULL);
}

const char *
votum_criteria_editor_get_reason (VotumCriteriaEditor *self)
{
  return self->reason;
}

/**
 * votum_criteria_editor_unlock:
 * @self: an editor
 * @reason: (nullable): why what marking has locked is to be changed; %NULL locks it again
 *
 * Unlocks or locks for this window. Every change that follows is logged with @reason.
 */
void
votum_criteria_editor_unlock (VotumCriteriaEditor *self,
                              const char          *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason);
  notify_state (self);
}

/**
 * votum_criteria_editor_hint:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): why nothing can be changed here, and what to do
 */
const char *
votum_criteria_editor_hint (VotumCriteriaEditor *self)
{
  if (self->refusal != NULL)
    return self->refusal;
  if (!votum_criteria_editor_is_editable (self))
    return _("Marking has begun, so this is locked. Unlock it at the top of the page to change it.");

  return NULL;
}

static void
guard_cb (VotumCriteriaEditor *self,
          GParamSpec          *pspec,
          GtkWidget           *widget)
{
  const char *hint = votum_criteria_editor_hint (self);
  const char *own = g_object_get_data (G_OBJECT (widget), "votum-tooltip");

  gtk_widget_set_sensitive (widget, hint == NULL);
  gtk_widget_set_tooltip_text (widget, hint != NULL ? hint : own);
}

/**
 * votum_criteria_editor_guard:
 * @self: an editor
 * @widget: a widget that changes what marking locks
 *
 * Keeps @widget insensitive as long as that is locked, and lets its tooltip say why.
 */
void
votum_criteria_editor_guard (VotumCriteriaEditor *self,
                             GtkWidget           *widget)
{
  g_object_set_data_full (G_OBJECT (widget), "votum-tooltip", g_strdup (gtk_widget_get_tooltip_text (widget)), g_free);
  g_signal_connect_object (self, "notify::editable", G_CALLBACK (guard_cb), widget, 0);
  guard_cb (self, NULL, widget);
}

/* ---- changing ---- */

static const char *
reason (VotumCriteriaEditor *self)
{
  return self->locked ? self->reason : NULL;
}

/* Marking locks some fields only; a change of others needs no reason and is not to be logged with one. */
static const char *
reason_for (VotumCriteriaEditor *self,
            VotumThing          *before,
            VotumThing          *after)
{
  const VotumThingInfo *info = votum_thing_get_info (before);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *old_text = votum_thing_field_to_text (before, i);
      g_autofree char *new_text = votum_thing_field_to_text (after, i);

      if (((info->fields[i].flags & VOTUM_FIELD_LOCKS) || (VOTUM_IS_ROUND (before) && i == VOTUM_ROUND_RULE)) && g_strcmp0 (old_text, new_text) != 0)
        return reason (self);
    }

  return NULL;
}

/**
 * votum_criteria_editor_replace:
 * @self: an editor
 * @thing: a thing of the case
 * @as_it_becomes: a copy with other values
 *
 * Returns: whether it was done; if not, it has been said why
 */
gboolean
votum_criteria_editor_replace (VotumCriteriaEditor *self,
                               VotumThing          *thing,
                               VotumThing          *as_it_becomes)
{
  GError *error = NULL;

  votum_case_replace (votum_criteria_editor_get_case (self), thing, as_it_becomes, reason_for (self, thing, as_it_becomes), &error);

  return votum_desk_report (self->desk, error);
}

/**
 * votum_criteria_editor_edit:
 * @self: an editor
 * @thing: a thing of the case
 * @field: a field
 * @canonical_text: (nullable): its value
 *
 * Returns: whether it was done; if not, it has been said why
 */
gboolean
votum_criteria_editor_edit (VotumCriteriaEditor *self,
                            VotumThing          *thing,
                            guint                field,
                            const char          *canonical_text)
{
  g_autoptr(VotumThing) after = votum_thing_copy (thing);
  GError *error = NULL;

  if (!votum_thing_set_from_text (after, field, canonical_text, &error))
    return votum_desk_report (self->desk, error);

  return votum_criteria_editor_replace (self, thing, after);
}

gboolean
votum_criteria_editor_add (VotumCriteriaEditor *self,
                           VotumThing          *new_thing)
{
  GError *error = NULL;

  votum_case_add_unlocked (votum_criteria_editor_get_case (self), new_thing, VOTUM_IS_CRITERION (new_thing) ? reason (self) : NULL, &error);

  return votum_desk_report (self->desk, error);
}

gboolean
votum_criteria_editor_remove (VotumCriteriaEditor *self,
                              VotumThing          *thing)
{
  GError *error = NULL;

  votum_case_remove_unlocked (votum_criteria_editor_get_case (self), thing, VOTUM_IS_CRITERION (thing) ? reason (self) : NULL, &error);

  return votum_desk_report (self->desk, error);
}

/**
 * votum_criteria_editor_move_to:
 * @self: an editor
 * @thing: a thing of a kind that has a position
 * @parent: (nullable): of a criterion, the group it is to stand in
 * @position: its place there, from 0
 *
 * Returns: whether it was done; if not, it has been said why
 */
gboolean
votum_criteria_editor_move_to (VotumCriteriaEditor *self,
                               VotumThing          *thing,
                               VotumThing          *parent,
                               guint                position)
{
  VotumCase *votum_case = votum_criteria_editor_get_case (self);
  GError *error = NULL;

  if (VOTUM_IS_CRITERION (thing))
    votum_case_move_to (votum_case, thing, parent, position, reason (self), &error);
  else
    votum_case_move (votum_case, thing, position, NULL, &error);

  return votum_desk_report (self->desk, error);
}

/**
 * votum_criteria_editor_apply:
 * @self: an editor
 * @changes: what changes, in one step
 * @command: what is done
 * @subject: what it is done to
 *
 * Returns: whether it was done; if not, it has been said why
 */
gboolean
votum_criteria_editor_apply (VotumCriteriaEditor *self,
                             VotumChanges        *changes,
                             const char          *command,
                             VotumThing          *subject)
{
  g_autofree char *name = votum_desk_name (self->desk, subject);
  GError *error = NULL;

  votum_case_apply (votum_criteria_editor_get_case (self), changes, command, name, reason (self), NULL, &error);

  return votum_desk_report (self->desk, error);
}

/**
 * votum_criteria_editor_point_at:
 * @self: an editor
 * @thing: a thing that has just come or changed
 *
 * Lets whoever shows @thing bring it into view.
 */
void
votum_criteria_editor_point_at (VotumCriteriaEditor *self,
                                VotumThing          *thing)
{
  g_signal_emit (self, signals[POINT_AT], 0, thing);
}

/**
 * votum_criteria_editor_set_name:
 * @self: an editor
 * @thing: a thing that is not in the case yet
 * @field: a field with texts
 * @name: what it is called in the language somebody writes in
 */
void
votum_criteria_editor_set_name (VotumCriteriaEditor *self,
                                VotumThing          *thing,
                                guint                field,
                                const char          *name)
{
  g_autoptr(VotumTexts) texts = votum_texts_with (NULL, self->lang, name);

  votum_thing_set_texts (thing, field, texts);
}

/**
 * votum_criteria_editor_name:
 * @self: an editor
 * @thing: a thing
 * @field: a field with texts
 *
 * Returns: (transfer full): the text in the language somebody works in, else in the nearest; "" where there is none
 */
char *
votum_criteria_editor_name (VotumCriteriaEditor *self,
                            VotumThing          *thing,
                            guint                field)
{
  const char *text = votum_thing_is_set (thing, field) ? votum_texts_get (votum_thing_get_texts (thing, field), self->lang) : NULL;

  return g_strdup (text != NULL ? text : "");
}
