#include "votum-config.h"

#include "votum-award-vocabulary.h"

#include <string.h>

#include "votum-text.h"
#include "votum-things.h"

static gboolean
has_parts (VotumKind kind)
{
  for (guint part = 0; part < VOTUM_N_KINDS; part++)
    if (votum_vocabulary_nests (part, kind))
      return TRUE;

  return FALSE;
}

static gboolean
is_element (const VotumThingInfo *info,
            guint                 field)
{
  const VotumField *f = &info->fields[field];

  if (f->type == VOTUM_FIELD_PROSE || f->type == VOTUM_FIELD_TEXTS)
    return TRUE;

  /* a name is text that people read; an attachment's is the name of a file */
  return f->type == VOTUM_FIELD_LINE && strcmp (f->name, "name") == 0 && info->kind != VOTUM_KIND_ATTACHMENT;
}

/**
 * votum_vocabulary_content:
 * @info: a kind of thing
 *
 * A thing that has nothing to be written in elements but the one required text it is about is written around that text.
 *
 * Returns: the index of that field, or -1
 */
int
votum_vocabulary_content (const VotumThingInfo *info)
{
  int content = -1;

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!is_element (info, i))
        continue;
      if (content >= 0 || info->fields[i].type != VOTUM_FIELD_PROSE || !(info->fields[i].flags & VOTUM_FIELD_REQUIRED))
        return -1;
      content = i;
    }

  return has_parts (info->kind) ? -1 : content;
}

VotumWritten
votum_vocabulary_field (const VotumThingInfo *info,
                        guint                 field)
{
  const VotumField *f = &info->fields[field];

  if (f->flags & VOTUM_FIELD_PARENT)
    return VOTUM_WRITTEN_PLACE;
  if (f->type == VOTUM_FIELD_LINE && strcmp (f->name, "language") == 0)
    return VOTUM_WRITTEN_LANGUAGE;
  if (!is_element (info, field))
    return VOTUM_WRITTEN_ATTRIBUTE;

  return votum_vocabulary_content (info) == (int) field ? VOTUM_WRITTEN_CONTENT : VOTUM_WRITTEN_ELEMENT;
}

/**
 * votum_vocabulary_needs_id:
 * @kind: a kind of thing
 *
 * Returns: whether others refer to it by an id that the organiser gives
 */
gboolean
votum_vocabulary_needs_id (VotumKind kind)
{
  return kind == VOTUM_KIND_CLASS || kind == VOTUM_KIND_SCALE || kind == VOTUM_KIND_RULE || kind == VOTUM_KIND_INDICATOR ||
         kind == VOTUM_KIND_CRITERION || kind == VOTUM_KIND_ENTRANT || kind == VOTUM_KIND_JUROR || kind == VOTUM_KIND_ROUND;
}

gboolean
votum_vocabulary_nests (VotumKind kind,
                        VotumKind parent)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  int field = votum_thing_info_parent (info);

  return field >= 0 && info->fields[field].target == parent;
}

gboolean
votum_vocabulary_stands_top (VotumKind         kind,
                             VotumDocumentType type)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  int parent = votum_thing_info_parent (info);

  if (type == VOTUM_DOCUMENT_SHORTLIST)
    return kind == VOTUM_KIND_ENTRANT;

  return kind != VOTUM_KIND_AWARD && (parent < 0 || !(info->fields[parent].flags & VOTUM_FIELD_REQUIRED));
}

/* The field that tells a part from its siblings, or -1. */
static int
telling_field (VotumKind kind)
{
  switch ((guint) kind)
    {
    case VOTUM_KIND_LEVEL:
      return VOTUM_LEVEL_VALUE;
    case VOTUM_KIND_MEASURE:
      return VOTUM_MEASURE_INDICATOR;
    case VOTUM_KIND_ROUND_ENTRY:
      return VOTUM_ROUND_ENTRY_ENTRANT;
    default:
      return -1;
    }
}

/* FNV-1a */
static guint32
checksum (const char *text)
{
  guint32 sum = 2166136261u;

  for (; *text != '\0'; text++)
    sum = (sum ^ (guint8) *text) * 16777619u;

  return sum;
}

/**
 * votum_vocabulary_derive_id:
 * @thing: a thing with its attributes set
 * @parent: (nullable): the id of the thing it is a part of
 * @number: its number among these parts, from 1
 *
 * The id of a thing for which none is written. It follows from the place in the file, so that the same file read again
 * gives the same ids.
 *
 * Returns: (transfer full): the id
 */
char *
votum_vocabulary_derive_id (VotumThing *thing,
                            const char *parent,
                            guint       number)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int telling = telling_field (info->kind);
  const char *told = telling >= 0 ? votum_thing_get_text (thing, telling) : NULL;
  g_autofree char *last = told != NULL ? g_strdup (told) : g_strdup_printf ("%s-%u", info->name, number);
  g_autofree char *id = NULL;
  const char *end;

  if (info->kind == VOTUM_KIND_AWARD)
    return g_strdup (info->name);

  id = parent != NULL ? g_strdup_printf ("%s/%s", parent, last) : g_steal_pointer (&last);
  if (strlen (id) <= VOTUM_TEXT_MAX_KEY)
    return g_steal_pointer (&id);

  /* too long for an id: as much as fits, and what tells it from others that begin alike */
  if (!g_utf8_validate_len (id, VOTUM_TEXT_MAX_KEY - 9, &end))
    return g_strdup_printf ("%.*s~%08x", (int) (end - id), id, checksum (id));

  return g_strdup_printf ("%.*s~%08x", VOTUM_TEXT_MAX_KEY - 9, id, checksum (id));
}

/**
 * votum_vocabulary_clean_refs:
 * @text: ids with semicolons between them
 * @error: return location
 *
 * Returns: (transfer full): the ids, each cleaned, with a semicolon alone between them
 */
char *
votum_vocabulary_clean_refs (const char  *text,
                             GError     **error)
{
  g_auto(GStrv) ids = g_strsplit (text, ";", -1);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *id = votum_text_clean (ids[i]);

      if (*id == '\0')
        continue;
      if (!votum_text_check_key (id, error))
        return NULL;
      g_string_append_printf (all, "%s%s", all->len > 0 ? ";" : "", id);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}
