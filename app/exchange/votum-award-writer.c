#include "votum-config.h"

#include "votum-award-writer.h"

#include <string.h>

#include "votum-award-vocabulary.h"
#include "votum-text.h"

typedef struct {
  VotumDocument *document;
  GHashTable *parts[VOTUM_N_KINDS];  /* folded id of the parent -> GPtrArray of its parts of that kind */
  GPtrArray *top[VOTUM_N_KINDS];     /* those without a parent */
  GString *xml;
} Writer;

/* ---- text --------------------------------------------------------------------------------------------------- */

static const char *
escape_of (gunichar c,
           gboolean attribute)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return attribute ? "&quot;" : NULL;
    case '\t':
      return attribute ? "&#9;" : NULL;
    case '\n':
      return attribute ? "&#10;" : NULL;
    case '\r':
      return "&#13;";
    default:
      /* what XML cannot say; the model lets none of it in */
      return c < 0x20 || c == 0xfffe || c == 0xffff ? "\357\277\275" : NULL;
    }
}

static void
append_escaped (GString    *xml,
                const char *text,
                gboolean    attribute)
{
  const char *plain = text;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      const char *escape = escape_of (c, attribute);

      if (escape == NULL)
        continue;
      g_string_append_len (xml, plain, p - plain);
      g_string_append (xml, escape);
      plain = g_utf8_next_char (p);
    }
  g_string_append_len (xml, plain, p - plain);
}

static void
append_attribute (GString    *xml,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  append_escaped (xml, value, TRUE);
  g_string_append_c (xml, '"');
}

static void
append_number_attribute (GString    *xml,
                         const char *name,
                         gint64      value)
{
  g_string_append_printf (xml, " %s=\"%" G_GINT64_FORMAT "\"", name, value);
}

static void
indent (GString *xml,
        guint    depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (xml, "  ");
}

static void
append_text_element (GString    *xml,
                     guint       depth,
                     const char *name,
                     const char *lang,
                     const char *text)
{
  indent (xml, depth);
  g_string_append_printf (xml, "<%s", name);
  if (lang != NULL && *lang != '\0')
    append_attribute (xml, "xml:lang", lang);
  g_string_append_c (xml, '>');
  append_escaped (xml, text, FALSE);
  g_string_append_printf (xml, "</%s>\n", name);
}

/* ---- things ------------------------------------------------------------------------------------------------- */

static void
append_field (GString    *xml,
              VotumThing *thing,
              guint       i)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  const VotumField *field = &info->fields[i];
  g_autofree char *text = votum_thing_field_to_text (thing, i);

  if (g_strcmp0 (text, field->fallback) == 0)
    return;
  /* no choice at all is said, or reading would give back the first value; any other field has one again */
  if (text == NULL && field->type != VOTUM_FIELD_CHOICES)
    return;
  if (text != NULL && field->type == VOTUM_FIELD_BOOLEAN)
    append_attribute (xml, field->name, votum_thing_get_boolean (thing, i) ? "yes" : "no");
  else
    append_attribute (xml, field->name, text != NULL ? text : "");
}

static void
append_attributes (GString    *xml,
                   VotumThing *thing,
                   const char *parent,
                   guint       number)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  g_autofree char *derived = votum_vocabulary_derive_id (thing, parent, number);

  if (votum_vocabulary_needs_id (info->kind) || strcmp (derived, votum_thing_get_key (thing)) != 0)
    append_attribute (xml, "id", votum_thing_get_key (thing));

  for (guint i = 0; i < info->n_fields; i++)
    {
      VotumWritten written = votum_vocabulary_field (info, i);

      if (written == VOTUM_WRITTEN_ATTRIBUTE)
        append_field (xml, thing, i);
      else if (written == VOTUM_WRITTEN_LANGUAGE && votum_thing_is_set (thing, i))
        append_attribute (xml, "xml:lang", votum_thing_get_text (thing, i));
    }
}

static void
append_elements (GString    *xml,
                 VotumThing *thing,
                 guint       depth)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *name = info->fields[i].name;

      if (votum_vocabulary_field (info, i) != VOTUM_WRITTEN_ELEMENT || !votum_thing_is_set (thing, i))
        continue;
      if (info->fields[i].type == VOTUM_FIELD_TEXTS)
        {
          VotumTexts *texts = votum_thing_get_texts (thing, i);

          for (guint j = 0; j < votum_texts_size (texts); j++)
            append_text_element (xml, depth, name, votum_texts_lang (texts, j), votum_texts_text (texts, j));
        }
      else
        {
          append_text_element (xml, depth, name, NULL, votum_thing_get_text (thing, i));
        }
    }
}

static void append_thing (Writer *self, VotumThing *thing, const char *parent, guint number, guint depth);

static void
append_parts (Writer     *self,
              VotumThing *thing,
              guint       depth)
{
  g_autofree char *folded = votum_text_fold (votum_thing_get_key (thing));

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GPtrArray *parts = votum_vocabulary_nests (kind, votum_thing_get_kind (thing)) ? g_hash_table_lookup (self->parts[kind], folded) : NULL;

      for (guint i = 0; parts != NULL && i < parts->len; i++)
        append_thing (self, parts->pdata[i], votum_thing_get_key (thing), i + 1, depth);
    }
}

static void
append_thing (Writer     *self,
              VotumThing *thing,
              const char *parent,
              guint       number,
              guint       depth)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int content = votum_vocabulary_content (info);
  GString *xml = self->xml;
  gsize before;

  indent (xml, depth);
  g_string_append_printf (xml, "<%s", info->name);
  append_attributes (xml, thing, parent, number);

  if (content >= 0 && votum_thing_is_set (thing, content))
    {
      g_string_append_c (xml, '>');
      append_escaped (xml, votum_thing_get_text (thing, content), FALSE);
      g_string_append_printf (xml, "</%s>\n", info->name);
      return;
    }

  g_string_append (xml, ">\n");
  before = xml->len;
  append_elements (xml, thing, depth + 1);
  append_parts (self, thing, depth + 1);
  if (xml->len == before)
    {
      g_string_truncate (xml, before - 2);
      g_string_append (xml, "/>\n");
      return;
    }
  indent (xml, depth);
  g_string_append_printf (xml, "</%s>\n", info->name);
}

/* ---- marks and log -------------------------------------------------------------------------------------------- */

static void
append_mark (GString            *xml,
             const VotumMarkRow *mark)
{
  g_string_append (xml, "  <mark");
  append_attribute (xml, "round", mark->round);
  append_attribute (xml, "entrant", mark->entrant);
  append_attribute (xml, "juror", mark->juror);
  append_attribute (xml, "criterion", mark->criterion);
  if (mark->state == VOTUM_ROW_VALUE)
    {
      g_autofree char *value = votum_decimal_to_string (mark->value);

      append_attribute (xml, "value", value);
    }
  else
    {
      append_attribute (xml, "state", mark->state == VOTUM_ROW_RECUSED ? "recused" : "not-observed");
    }
  if (mark->entered_by != NULL)
    append_attribute (xml, "entered-by", mark->entered_by);

  if (mark->comment == NULL)
    {
      g_string_append (xml, "/>\n");
      return;
    }
  g_string_append_c (xml, '>');
  append_escaped (xml, mark->comment, FALSE);
  g_string_append (xml, "</mark>\n");
}

static void
append_log_entry (GString             *xml,
                  const VotumLogEntry *entry)
{
  g_string_append (xml, "    <entry");
  append_number_attribute (xml, "no", entry->number);
  append_attribute (xml, "time", entry->time);
  append_attribute (xml, "who", entry->who);
  append_attribute (xml, "command", entry->command);
  if (entry->reverses != 0)
    append_number_attribute (xml, "reverses", entry->reverses);
  append_number_attribute (xml, "changes", entry->n_changes);
  append_attribute (xml, "digest", entry->digest);
  append_attribute (xml, "hash", entry->hash);
  g_string_append (xml, ">\n");
  append_text_element (xml, 3, "subject", NULL, entry->subject);
  if (entry->old_value != NULL)
    append_text_element (xml, 3, "old", NULL, entry->old_value);
  if (entry->new_value != NULL)
    append_text_element (xml, 3, "new", NULL, entry->new_value);
  g_string_append (xml, "    </entry>\n");
}

static void
append_rest (Writer *self)
{
  GPtrArray *log = votum_document_log (self->document);

  for (guint i = 0; i < votum_document_n_marks (self->document); i++)
    append_mark (self->xml, votum_document_mark (self->document, i));

  if (log->len == 0)
    return;
  g_string_append (self->xml, "  <log>\n");
  for (guint i = 0; i < log->len; i++)
    append_log_entry (self->xml, log->pdata[i]);
  g_string_append (self->xml, "  </log>\n");
}

/* ---- the whole ------------------------------------------------------------------------------------------------ */

static void
sort_things (Writer *self)
{
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      GPtrArray *things = votum_document_things (self->document, kind);
      const VotumThingInfo *info = votum_thing_info (kind);
      int parent = votum_thing_info_parent (info);

      self->parts[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      self->top[kind] = g_ptr_array_new ();
      for (guint i = 0; i < things->len; i++)
        {
          const char *id = parent >= 0 ? votum_thing_get_text (things->pdata[i], parent) : NULL;
          GPtrArray *siblings;
          g_autofree char *folded = NULL;

          if (id == NULL || votum_document_find (self->document, info->fields[parent].target, id) == NULL)
            {
              g_ptr_array_add (self->top[kind], things->pdata[i]);
              continue;
            }
          folded = votum_text_fold (id);
          siblings = g_hash_table_lookup (self->parts[kind], folded);
          if (siblings == NULL)
            {
              siblings = g_ptr_array_new ();
              g_hash_table_insert (self->parts[kind], g_steal_pointer (&folded), siblings);
            }
          g_ptr_array_add (siblings, things->pdata[i]);
        }
    }
}

static void
append_root (Writer *self)
{
  gboolean shortlist = votum_document_get_kind (self->document) == VOTUM_DOCUMENT_SHORTLIST;
  VotumThing *award = self->top[VOTUM_KIND_AWARD]->len > 0 ? self->top[VOTUM_KIND_AWARD]->pdata[0] : NULL;
  const char *name = shortlist ? "shortlist" : "award";
  const char *award_id = votum_document_get_award (self->document);

  g_string_append_printf (self->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\"", name, VOTUM_AWARD_XML_NAMESPACE);
  if (shortlist && award_id != NULL)
    append_attribute (self->xml, "award", award_id);
  if (!shortlist && award != NULL)
    append_attributes (self->xml, award, NULL, 1);
  g_string_append (self->xml, ">\n");
  if (!shortlist && award != NULL)
    append_elements (self->xml, award, 1);

  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    for (guint i = 0; kind != VOTUM_KIND_AWARD && i < self->top[kind]->len; i++)
      append_thing (self, self->top[kind]->pdata[i], NULL, i + 1, 1);
  append_rest (self);
  g_string_append_printf (self->xml, "</%s>\n", name);
}

char *
votum_award_writer_run (VotumDocument *document)
{
  Writer self = { .document = document, .xml = g_string_new (NULL) };

  sort_things (&self);
  append_root (&self);
  for (guint kind = 0; kind < VOTUM_N_KINDS; kind++)
    {
      g_hash_table_unref (self.parts[kind]);
      g_ptr_array_unref (self.top[kind]);
    }

  return g_string_free (self.xml, FALSE);
}
