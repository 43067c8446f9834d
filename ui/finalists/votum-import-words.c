#include "votum-config.h"

#include "votum-import-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-format.h"
#include "votum-log-words.h"
#include "votum-things.h"

#define EXCERPT 70   /* characters of a long text that are shown from where it differs */
#define LEAD 16      /* characters before that */

/**
 * votum_import_word_count:
 * @kind: a kind of thing
 * @n: how many
 *
 * Returns: (transfer full): "5 sections"
 */
char *
votum_import_word_count (VotumKind kind,
                         guint     n)
{
  switch ((int) kind)
    {
    case VOTUM_KIND_ENTRANT:
      return g_strdup_printf (ngettext ("%u finalist", "%u finalists", n), n);
    case VOTUM_KIND_SECTION:
      return g_strdup_printf (ngettext ("%u section", "%u sections", n), n);
    case VOTUM_KIND_MEASURE:
      return g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
    case VOTUM_KIND_CONTACT_PERSON:
      return g_strdup_printf (ngettext ("%u contact person", "%u contact persons", n), n);
    case VOTUM_KIND_ATTACHMENT:
      return g_strdup_printf (ngettext ("%u attachment", "%u attachments", n), n);
    case VOTUM_KIND_RECUSAL:
      return g_strdup_printf (ngettext ("%u recusal", "%u recusals", n), n);
    case VOTUM_KIND_INDICATOR:
      return g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n);
    case VOTUM_KIND_CLASS:
      return g_strdup_printf (ngettext ("%u class", "%u classes", n), n);
    default:
      return g_strdup_printf (ngettext ("%u other thing", "%u other things", n), n);
    }
}

/* A thing of the case, or one that the import brings. */
static VotumThing *
find (VotumDesk   *desk,
      VotumImport *import,
      gint64       id)
{
  VotumThing *thing = id != 0 ? votum_case_lookup (votum_desk_get_case (desk), id) : NULL;
  VotumChanges *changes = votum_import_changes (import);

  for (guint i = 0; id != 0 && thing == NULL && i < votum_changes_n_things (changes); i++)
    {
      VotumThing *new_thing = votum_changes_get (changes, i)->new_thing;

      if (new_thing != NULL && votum_thing_get_id (new_thing) == id)
        thing = new_thing;
    }

  return thing;
}

static char *
name_of_ref (VotumDesk   *desk,
             VotumImport *import,
             gint64       id)
{
  VotumThing *thing = find (desk, import, id);

  return thing != NULL ? votum_desk_name (desk, thing) : g_strdup ("?");
}

/**
 * votum_import_word_name:
 * @desk: a desk
 * @import: the preview
 * @thing: something it adds, changes or takes out
 * @whole: whether to tell also the figure of a measure
 *
 * Returns: (transfer full): what it is and what it is called: "Section “What did not work”"
 */
char *
votum_import_word_name (VotumDesk   *desk,
                        VotumImport *import,
                        VotumThing  *thing,
                        gboolean     whole)
{
  g_autofree char *name = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *value = NULL;
  const char *text;

  switch ((int) votum_thing_get_kind (thing))
    {
    case VOTUM_KIND_SECTION:
      text = votum_desk_text (desk, thing, VOTUM_SECTION_HEADING);
      name = votum_format_excerpt (*text != '\0' ? text : votum_desk_text (desk, thing, VOTUM_SECTION_TEXT), EXCERPT);
      return g_strdup_printf (_("Section “%s”"), name);
    case VOTUM_KIND_MEASURE:
      name = name_of_ref (desk, import, votum_thing_get_ref (thing, VOTUM_MEASURE_INDICATOR));
      if (!whole)
        return g_strdup_printf (_("Measure “%s”"), name);
      canonical = votum_thing_field_to_text (thing, VOTUM_MEASURE_VALUE);
      value = votum_format_number (canonical);
      return g_strdup_printf (_("Measure “%s”: %s"), name, value);
    case VOTUM_KIND_CONTACT_PERSON:
      return g_strdup_printf (_("Contact person %s"), votum_desk_text (desk, thing, VOTUM_CONTACT_PERSON_NAME));
    case VOTUM_KIND_ATTACHMENT:
      return g_strdup_printf (_("Attachment “%s”"), votum_desk_text (desk, thing, VOTUM_ATTACHMENT_NAME));
    case VOTUM_KIND_RECUSAL:
      name = name_of_ref (desk, import, votum_thing_get_ref (thing, VOTUM_RECUSAL_JUROR));
      return g_strdup_printf (_("Recusal of %s"), name);
    default:
      return votum_desk_name (desk, thing);
    }
}

/* The texts from where they begin to differ, a few words before that. */
static char *
difference (const char *before,
            const char *after)
{
  glong n_same = 0;
  glong start;
  const char *b = before;
  const char *a = after;
  g_autofree char *old_part = NULL;
  g_autofree char *new_part = NULL;

  while (*b != '\0' && *a != '\0' && g_utf8_get_char (b) == g_utf8_get_char (a))
    {
      b = g_utf8_next_char (b);
      a = g_utf8_next_char (a);
      n_same++;
    }
  start = MAX (0, n_same - LEAD);
  /* from the beginning of a word */
  while (start > 0 && start < n_same && !g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (before, start - 1))))
    start++;
  old_part = votum_format_excerpt (g_utf8_offset_to_pointer (before, start), EXCERPT);
  new_part = votum_format_excerpt (g_utf8_offset_to_pointer (after, start), EXCERPT);

  return g_strdup_printf ("“%s%s” → “%s%s”", start > 0 ? "… " : "", old_part, start > 0 ? "… " : "", new_part);
}

static char *
value_of (VotumDesk   *desk,
          VotumImport *import,
          VotumThing  *thing,
          guint        field)
{
  const VotumField *info = &votum_thing_get_info (thing)->fields[field];
  g_autofree char *canonical = NULL;

  if (!votum_thing_is_set (thing, field))
    return g_strdup ("–");
  if (info->type == VOTUM_FIELD_REF)
    return name_of_ref (desk, import, votum_thing_get_ref (thing, field));
  if (info->type == VOTUM_FIELD_TEXTS)
    return g_strdup (votum_desk_text (desk, thing, field));
  if (info->type == VOTUM_FIELD_TIME)
    return votum_format_time (votum_thing_get_text (thing, field), VOTUM_TIME_LONG);
  canonical = votum_thing_field_to_text (thing, field);
  if (info->type == VOTUM_FIELD_CHOICE)
    return g_strdup (votum_log_words_choice (canonical));

  return info->type == VOTUM_FIELD_DECIMAL || info->type == VOTUM_FIELD_INTEGER ? votum_format_number (canonical) : g_steal_pointer (&canonical);
}

/**
 * votum_import_word_changes:
 * @desk: a desk
 * @import: the preview
 * @old_thing: a thing as it is
 * @new_thing: as it becomes
 *
 * Returns: (transfer full): what changes, a field a line: "Place: Bodø → Tromsø"
 */
char *
votum_import_word_changes (VotumDesk   *desk,
                           VotumImport *import,
                           VotumThing  *old_thing,
                           VotumThing  *new_thing)
{
  const VotumThingInfo *info = votum_thing_get_info (old_thing);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *before = value_of (desk, import, old_thing, i);
      g_autofree char *after = value_of (desk, import, new_thing, i);
      g_autofree char *long_one = NULL;

      if (g_strcmp0 (before, after) == 0 || strcmp (info->fields[i].name, "digest") == 0 || strcmp (info->fields[i].name, "file") == 0)
        continue;
      if (g_utf8_strlen (before, -1) > EXCERPT || g_utf8_strlen (after, -1) > EXCERPT)
        long_one = difference (before, after);
      else
        long_one = g_strdup_printf ("%s → %s", before, after);
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", votum_log_words_field (info->fields[i].name), long_one);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
