#include "votum-config.h"

#include "votum-thing.h"

#include <string.h>

#include "votum-thing-private.h"

/**
 * VotumThing:
 *
 * What all things of a case have in common: an internal number, an id that people use, and fields that are
 * declared once in a table. Fields are read-only properties; a case changes them through its commands.
 *
 * A thing read from a file is *symbolic*: its references still are the ids written in the file, until the case
 * that takes it in has looked them up.
 */

typedef struct {
  gint64 id;
  char *key;
  guint line;
  guint column;
  guint64 touched;
  gboolean symbolic;
} VotumThingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VotumThing, votum_thing, G_TYPE_OBJECT)

enum {
  PROP_FIRST_FIELD = 1,
};

static inline const VotumThingInfo *
thing_info (VotumThing *self)
{
  return VOTUM_THING_GET_CLASS (self)->info;
}

gboolean
votum_thing_is_number (VotumThing *self,
                       guint       field)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);
  VotumFieldType type = thing_info (self)->fields[field].type;

  return type == VOTUM_FIELD_INTEGER || type == VOTUM_FIELD_BOOLEAN || (type == VOTUM_FIELD_REF && !priv->symbolic);
}

gboolean
votum_thing_is_texts (VotumThing *self,
                      guint       field)
{
  return thing_info (self)->fields[field].type == VOTUM_FIELD_TEXTS;
}

gboolean
votum_thing_is_choice (VotumThing *self,
                       guint       field)
{
  return thing_info (self)->fields[field].type == VOTUM_FIELD_CHOICE;
}

void
votum_thing_clear_value (VotumThing *self,
                         guint       field)
{
  VotumThingValue *value = votum_thing_value (self, field);

  if (votum_thing_is_number (self, field))
    value->number = VOTUM_THING_UNSET;
  else if (votum_thing_is_texts (self, field))
    g_clear_pointer (&value->texts, votum_texts_unref);
  else if (votum_thing_is_choice (self, field))
    value->text = NULL;
  else
    g_clear_pointer (&value->text, g_free);
}

void
votum_thing_touch (VotumThing *self,
                   guint       field)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  priv->touched |= G_GUINT64_CONSTANT (1) << field;
  g_object_notify_by_pspec (G_OBJECT (self), VOTUM_THING_GET_CLASS (self)->pspecs[field]);
}

/* The values stand in the instance itself, right behind what all things have: VOTUM_DEFINE_THING() sees to it. */
VotumThingValue *
votum_thing_value (VotumThing *self,
                   guint       field)
{
  return (VotumThingValue *) (gpointer) ((char *) self + sizeof (VotumThing)) + field;
}

static void
votum_thing_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VotumThing *self = VOTUM_THING (object);
  guint field = prop_id - PROP_FIRST_FIELD;

  switch (thing_info (self)->fields[field].type)
    {
    case VOTUM_FIELD_TEXTS:
      g_value_set_boxed (value, votum_thing_get_texts (self, field));
      break;
    case VOTUM_FIELD_INTEGER:
      g_value_set_int64 (value, votum_thing_is_set (self, field) ? votum_thing_get_number (self, field) : -1);
      break;
    case VOTUM_FIELD_BOOLEAN:
      g_value_set_boolean (value, votum_thing_get_boolean (self, field));
      break;
    case VOTUM_FIELD_REF:
      g_value_set_int64 (value, votum_thing_get_ref (self, field));
      break;
    case VOTUM_FIELD_LINE:
    case VOTUM_FIELD_PROSE:
    case VOTUM_FIELD_DECIMAL:
    case VOTUM_FIELD_TIME:
    case VOTUM_FIELD_CHOICE:
    case VOTUM_FIELD_CHOICES:
    case VOTUM_FIELD_REFS:
    default:
      g_value_set_string (value, votum_thing_get_text (self, field));
      break;
    }
}

static void
votum_thing_constructed (GObject *object)
{
  VotumThing *self = VOTUM_THING (object);
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);
  const VotumThingInfo *info = thing_info (self);

  G_OBJECT_CLASS (votum_thing_parent_class)->constructed (object);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (votum_thing_is_number (self, i))
        votum_thing_value (self, i)->number = VOTUM_THING_UNSET;
      if (info->fields[i].fallback != NULL)
        votum_thing_set_from_text (self, i, info->fields[i].fallback, NULL);
    }
  priv->touched = 0;
}

static void
votum_thing_finalize (GObject *object)
{
  VotumThing *self = VOTUM_THING (object);
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  for (guint i = 0; i < thing_info (self)->n_fields; i++)
    votum_thing_clear_value (self, i);
  g_free (priv->key);

  G_OBJECT_CLASS (votum_thing_parent_class)->finalize (object);
}

static void
votum_thing_class_init (VotumThingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = votum_thing_constructed;
  object_class->finalize = votum_thing_finalize;
}

static void
votum_thing_init (VotumThing *self)
{
}

static GParamSpec *
field_pspec (const VotumField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case VOTUM_FIELD_TEXTS:
      return g_param_spec_boxed (field->name, NULL, NULL, VOTUM_TYPE_TEXTS, flags);
    case VOTUM_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, -1, G_MAXINT32, -1, flags);
    case VOTUM_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case VOTUM_FIELD_REF:
      return g_param_spec_int64 (field->name, NULL, NULL, 0, G_MAXINT64, 0, flags);
    case VOTUM_FIELD_LINE:
    case VOTUM_FIELD_PROSE:
    case VOTUM_FIELD_DECIMAL:
    case VOTUM_FIELD_TIME:
    case VOTUM_FIELD_CHOICE:
    case VOTUM_FIELD_CHOICES:
    case VOTUM_FIELD_REFS:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

/**
 * votum_thing_class_declare:
 * @klass: the class of a thing
 * @info: its fields
 *
 * Gives a thing's class one read-only property per field. Called from VOTUM_DEFINE_THING().
 */
void
votum_thing_class_declare (VotumThingClass      *klass,
                           const VotumThingInfo *info)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->info = info;
  klass->pspecs = g_new0 (GParamSpec *, info->n_fields);
  object_class->get_property = votum_thing_get_property;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_assert (i < 64); /* the width of the mask of touched fields */
      klass->pspecs[i] = field_pspec (&info->fields[i]);
      g_object_class_install_property (object_class, PROP_FIRST_FIELD + i, klass->pspecs[i]);
    }
}

/**
 * votum_thing_new:
 * @kind: what to make
 *
 * Returns: (transfer full): a new thing with the fields' first values
 */
VotumThing *
votum_thing_new (VotumKind kind)
{
  g_return_val_if_fail (kind < VOTUM_N_KINDS, NULL);

  return g_object_new (votum_thing_info (kind)->get_type (), NULL);
}

/**
 * votum_thing_assign:
 * @self: a thing
 * @source: a thing of the same kind
 *
 * Makes @self's id, number and fields those of @source, and notifies of what changed.
 */
void
votum_thing_assign (VotumThing *self,
                    VotumThing *source)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);
  VotumThingPrivate *other = votum_thing_get_instance_private (source);
  const VotumThingInfo *info = thing_info (self);

  g_return_if_fail (info == thing_info (source));

  g_object_freeze_notify (G_OBJECT (self));

  if (priv->symbolic != other->symbolic)
    votum_thing_set_symbolic (self, other->symbolic);
  priv->id = other->id;
  votum_thing_set_key (self, other->key);
  votum_thing_set_place (self, other->line, other->column);

  for (guint i = 0; i < info->n_fields; i++)
    {
      VotumThingValue *to = votum_thing_value (self, i);
      VotumThingValue from = *votum_thing_value (source, i);
      gboolean same;

      if (votum_thing_is_number (self, i))
        same = to->number == from.number;
      else if (votum_thing_is_texts (self, i))
        same = votum_texts_equal (to->texts, from.texts);
      else
        same = g_strcmp0 (to->text, from.text) == 0;
      if (same)
        continue;

      votum_thing_clear_value (self, i);
      if (votum_thing_is_number (self, i))
        to->number = from.number;
      else if (votum_thing_is_texts (self, i))
        to->texts = from.texts != NULL ? votum_texts_ref (from.texts) : NULL;
      else
        to->text = votum_thing_is_choice (self, i) ? from.text : g_strdup (from.text);
      votum_thing_touch (self, i);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * votum_thing_copy:
 * @self: a thing
 *
 * Returns: (transfer full): a copy with the same number and id
 */
VotumThing *
votum_thing_copy (VotumThing *self)
{
  VotumThing *copy;

  g_return_val_if_fail (VOTUM_IS_THING (self), NULL);

  copy = votum_thing_new (thing_info (self)->kind);
  votum_thing_assign (copy, self);

  return copy;
}

/**
 * votum_thing_equal:
 * @self: a thing
 * @other: a thing of the same kind
 *
 * Returns: whether ids and all fields are the same; the internal number does not count
 */
gboolean
votum_thing_equal (VotumThing *self,
                   VotumThing *other)
{
  VotumThingPrivate *a = votum_thing_get_instance_private (self);
  VotumThingPrivate *b = votum_thing_get_instance_private (other);
  const VotumThingInfo *info = thing_info (self);

  g_return_val_if_fail (info == thing_info (other) && a->symbolic == b->symbolic, FALSE);

  if (g_strcmp0 (a->key, b->key) != 0)
    return FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const VotumThingValue *mine = votum_thing_value (self, i);
      const VotumThingValue *theirs = votum_thing_value (other, i);

      if (votum_thing_is_number (self, i) ? mine->number != theirs->number
          : votum_thing_is_texts (self, i) ? !votum_texts_equal (mine->texts, theirs->texts)
                                           : g_strcmp0 (mine->text, theirs->text) != 0)
        return FALSE;
    }

  return TRUE;
}

VotumKind
votum_thing_get_kind (VotumThing *self)
{
  return thing_info (self)->kind;
}

const VotumThingInfo *
votum_thing_get_info (VotumThing *self)
{
  return thing_info (self);
}

/**
 * votum_thing_get_id:
 * @self: a thing
 *
 * Returns: its number inside the case, never used again after it is gone; 0 for a thing not yet in a case
 */
gint64
votum_thing_get_id (VotumThing *self)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  return priv->id;
}

void
votum_thing_set_id (VotumThing *self,
                    gint64      id)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  priv->id = id;
}

/**
 * votum_thing_get_key:
 * @self: a thing
 *
 * Returns: (transfer none) (nullable): the id by which people and files know it
 */
const char *
votum_thing_get_key (VotumThing *self)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  return priv->key;
}

void
votum_thing_set_key (VotumThing *self,
                     const char *key)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  if (g_strcmp0 (priv->key, key) == 0)
    return;
  g_free (priv->key);
  priv->key = g_strdup (key);
}

gboolean
votum_thing_get_symbolic (VotumThing *self)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  return priv->symbolic;
}

/**
 * votum_thing_set_symbolic:
 * @self: a thing
 * @symbolic: whether its references are ids still to be looked up
 *
 * References are forgotten when this changes: what they mean changes with it.
 */
void
votum_thing_set_symbolic (VotumThing *self,
                          gboolean    symbolic)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);
  const VotumThingInfo *info = thing_info (self);

  if (priv->symbolic == symbolic)
    return;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == VOTUM_FIELD_REF || info->fields[i].type == VOTUM_FIELD_REFS)
      votum_thing_clear_value (self, i);
  priv->symbolic = symbolic;
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == VOTUM_FIELD_REF)
      {
        votum_thing_value (self, i)->text = NULL;
        if (!symbolic)
          votum_thing_value (self, i)->number = VOTUM_THING_UNSET;
      }
}

/**
 * votum_thing_get_line:
 * @self: a thing read from a file
 *
 * Returns: the line it starts on, 0 if it is not from a file
 */
guint
votum_thing_get_line (VotumThing *self)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  return priv->line;
}

guint
votum_thing_get_column (VotumThing *self)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  return priv->column;
}

void
votum_thing_set_place (VotumThing *self,
                       guint       line,
                       guint       column)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  priv->line = line;
  priv->column = column;
}

/**
 * votum_thing_is_touched:
 * @self: a thing
 * @field: index of a field
 *
 * Returns: whether the field was set since the thing was made: of a thing from a file, whether the file says anything of it
 */
gboolean
votum_thing_is_touched (VotumThing *self,
                        guint       field)
{
  VotumThingPrivate *priv = votum_thing_get_instance_private (self);

  return (priv->touched & (G_GUINT64_CONSTANT (1) << field)) != 0;
}
