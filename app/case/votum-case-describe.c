#include "votum-config.h"

#include "votum-case-private.h"

#include <string.h>

/* What the log says of a change: the old and the new value, by the ids that people use. The words are the field's own
 * names, the same in every language, since a log is read by others than those who wrote it. */

#define LENGTH_MAX 3000
#define VALUE_MAX 120

typedef struct {
  VotumCase *self;
  VotumChanges *changes;
  GString *text;
  guint n_left;   /* things and marks for which there was no room */
} Description;

/* The id of a thing in the case or among what is just coming into it. */
static const char *
key_of (Description *description,
        gint64       id)
{
  VotumThing *thing = votum_case_lookup (description->self, id);

  for (guint i = 0; thing == NULL && i < votum_changes_n_things (description->changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (description->changes, i);
      VotumThing *any = change->new_thing != NULL ? change->new_thing : change->old_thing;

      if (votum_thing_get_id (any) == id)
        thing = any;
    }

  return thing != NULL ? votum_thing_get_key (thing) : "?";
}

/* A long text is told by its beginning: the log keeps the whole of it beside, for undo. */
static void
append_value (GString    *text,
              const char *name,
              const char *value)
{
  const char *end = g_utf8_strlen (value, -1) > VALUE_MAX ? g_utf8_offset_to_pointer (value, VALUE_MAX) : NULL;

  g_string_append_printf (text, " %s=%.*s%s", name, end != NULL ? (int) (end - value) : (int) strlen (value), value,
                          end != NULL ? "…" : "");
}

static char *
value_of (Description *description,
          VotumThing  *thing,
          guint        field)
{
  VotumFieldType type = votum_thing_get_info (thing)->fields[field].type;

  if (!votum_thing_is_set (thing, field))
    return NULL;
  if (type == VOTUM_FIELD_REF)
    return g_strdup (key_of (description, votum_thing_get_ref (thing, field)));
  if (type == VOTUM_FIELD_REFS)
    {
      g_autoptr(GArray) ids = votum_thing_get_refs (thing, field);
      g_autoptr(GString) keys = g_string_new (NULL);

      for (guint i = 0; i < ids->len; i++)
        g_string_append_printf (keys, "%s%s", i > 0 ? ";" : "", key_of (description, g_array_index (ids, gint64, i)));
      return g_string_free (g_steal_pointer (&keys), FALSE);
    }

  return votum_thing_field_to_text (thing, field);
}

static gboolean
has_room (Description *description)
{
  if (description->text->len < LENGTH_MAX)
    {
      if (description->text->len > 0)
        g_string_append (description->text, "; ");
      return TRUE;
    }
  description->n_left++;

  return FALSE;
}

/* Of a new or a lost thing all that it says; of a changed one only what changed. */
static void
describe_thing (Description *description,
                VotumThing  *side,
                VotumThing  *other)
{
  const VotumThingInfo *info = votum_thing_get_info (side);

  if (!has_room (description))
    return;

  g_string_append_printf (description->text, "%s %s:", info->name, votum_thing_get_key (side));
  for (guint i = 0; i < info->n_fields && description->text->len < LENGTH_MAX; i++)
    {
      g_autofree char *value = value_of (description, side, i);
      g_autofree char *before = other != NULL ? value_of (description, other, i) : NULL;

      if (value != NULL && (other != NULL ? g_strcmp0 (value, before) != 0 : g_strcmp0 (value, info->fields[i].fallback) != 0))
        append_value (description->text, info->fields[i].name, value);
    }
}

static void
describe_mark (Description     *description,
               const VotumMark *mark)
{
  g_autofree char *value = NULL;

  if (!has_room (description))
    return;

  value = mark->state == VOTUM_MARK_VALUE ? votum_decimal_to_string (votum_mark_value (mark)) : g_strdup ("not-observed");
  g_string_append_printf (description->text, "mark %s/%s/%s/%s=%s", key_of (description, mark->round), key_of (description, mark->entrant),
                          key_of (description, mark->juror), key_of (description, mark->criterion), value);
  if (mark->comment != NULL)
    append_value (description->text, "comment", mark->comment);
}

/**
 * votum_case_describe_changes:
 * @self: a case
 * @changes: what changes
 * @new_side: whether to tell what comes, or what was
 *
 * Returns: (transfer full): what the log says of it, up to a few thousand characters, then how many more there are
 */
char *
votum_case_describe_changes (VotumCase    *self,
                             VotumChanges *changes,
                             gboolean      new_side)
{
  const VotumMarks *marks = new_side ? votum_changes_new_marks (changes) : votum_changes_old_marks (changes);
  Description description = { self, changes, g_string_new (NULL), 0 };

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);
      VotumThing *side = new_side ? change->new_thing : change->old_thing;

      if (side != NULL)
        describe_thing (&description, side, new_side ? change->old_thing : change->new_thing);
    }
  for (guint i = 0; i < votum_marks_size (marks); i++)
    describe_mark (&description, votum_marks_get (marks, i));
  if (description.n_left > 0)
    g_string_append_printf (description.text, "; + %u", description.n_left);

  return g_string_free (description.text, FALSE);
}
