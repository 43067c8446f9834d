#include "votum-config.h"

#include "votum-award-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-vocabulary.h"
#include "votum-text.h"
#include "votum-things.h"

G_STATIC_ASSERT (VOTUM_XML_MAX_TEXT <= VOTUM_TEXT_MAX_PROSE);

static VotumFrame *
top_frame (VotumAwardReader *self)
{
  return self->depth > 0 ? &self->frames[self->depth - 1] : NULL;
}

/* ---- problems ----------------------------------------------------------------------------------------------- */

/* xml:lang and xml:space may stand everywhere; the first is inherited, the second says nothing to us. */
gboolean
votum_award_reader_is_common (const VotumXmlAttribute *attribute)
{
  return attribute->ns != NULL && strcmp (attribute->ns, VOTUM_XML_NAMESPACE) == 0 &&
         (strcmp (attribute->name, "lang") == 0 || strcmp (attribute->name, "space") == 0);
}

void
votum_award_reader_unknown_attribute (VotumAwardReader        *self,
                                      guint                    i,
                                      const VotumXmlAttribute *attribute,
                                      const char              *element)
{
  g_autofree char *name = g_strdup_printf ("%s%s%s", attribute->prefix != NULL ? attribute->prefix : "",
                                           attribute->prefix != NULL ? ":" : "", attribute->name);
  g_autofree char *shown = votum_text_quote (name);
  guint line, column;

  votum_xml_reader_get_attribute_place (self->xml, i, &line, &column);
  votum_xml_reader_problem (self->xml, line, column, _("<%s> has no attribute “%s”. Take it out, or check how it is spelt."),
                            element, shown);
}

void
votum_award_reader_no_attributes (VotumAwardReader        *self,
                                  const char              *element,
                                  const VotumXmlAttribute *attributes,
                                  guint                    n)
{
  for (guint i = 0; i < n; i++)
    if (!votum_award_reader_is_common (&attributes[i]))
      votum_award_reader_unknown_attribute (self, i, &attributes[i], element);
}

/* Takes @error and says which field it is about. */
void
votum_award_reader_field_problem (VotumAwardReader *self,
                                  guint             line,
                                  guint             column,
                                  const char       *field,
                                  const char       *element,
                                  GError           *error)
{
  votum_xml_reader_take_problem (self->xml, line, column,
                                 g_error_new (error->domain, error->code, _("“%s” of <%s>: %s"), field, element, error->message));
  g_error_free (error);
}

static void
unknown_element (VotumAwardReader *self,
                 VotumFrame       *frame,
                 const char       *ns,
                 const char       *name,
                 const VotumFrame *parent)
{
  g_autofree char *shown = votum_text_quote (name);
  VotumKind kind;

  if (ns == NULL || strcmp (ns, VOTUM_AWARD_XML_NAMESPACE) != 0)
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("<%s> is not in the namespace “%s” and would be lost. Take it out, or write xmlns=\"%s\" in the first element."),
                              shown, VOTUM_AWARD_XML_NAMESPACE, VOTUM_AWARD_XML_NAMESPACE);
  else if (votum_kind_from_name (name, &kind))
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("<%s> cannot stand in <%s>. Put it in its place."), shown, parent->name);
  else
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("<%s> is not known in <%s> and would be lost. Take it out, or check how it is spelt."), shown, parent->name);
}

/* ---- things ------------------------------------------------------------------------------------------------- */

/* What cleaning would set right in silence, and must not. */
static gboolean
check_as_written (const VotumThingInfo *info,
                  const VotumField     *field,
                  const char           *value,
                  GError              **error)
{
  g_autofree char *clean = votum_text_clean (value);

  if (*clean == '\0' && field->type != VOTUM_FIELD_LINE && field->type != VOTUM_FIELD_CHOICES && field->type != VOTUM_FIELD_REFS)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("The value is empty. Write it, or take the attribute out."));
      return FALSE;
    }

  /* a file of that very name is meant */
  if (info->kind == VOTUM_KIND_ATTACHMENT && (strcmp (field->name, "name") == 0 || strcmp (field->name, "file") == 0))
    {
      g_autofree char *composed = g_utf8_normalize (value, -1, G_NORMALIZE_NFC);

      if (strcmp (composed, clean) == 0)
        return TRUE;
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("There is a space before or after the name of the file. Take it out."));
      return FALSE;
    }

  return TRUE;
}

static void
set_attribute (VotumAwardReader        *self,
               VotumThing              *thing,
               const VotumXmlAttribute *attribute,
               guint                    i)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int field = attribute->ns == NULL ? votum_thing_info_find (info, attribute->name) : -1;
  VotumWritten written = field >= 0 ? votum_vocabulary_field (info, field) : VOTUM_WRITTEN_PLACE;
  const char *value = attribute->value;
  g_autofree char *refs = NULL;
  GError *error = NULL;
  guint line, column;

  if (written == VOTUM_WRITTEN_ELEMENT)
    {
      votum_xml_reader_get_attribute_place (self->xml, i, &line, &column);
      votum_xml_reader_problem (self->xml, line, column, _("“%s” of <%s> is not an attribute. Write <%s> inside the element."),
                                attribute->name, info->name, attribute->name);
      return;
    }
  if (written != VOTUM_WRITTEN_ATTRIBUTE)
    {
      votum_award_reader_unknown_attribute (self, i, attribute, info->name);
      return;
    }

  if (info->fields[field].type == VOTUM_FIELD_REFS)
    value = refs = votum_vocabulary_clean_refs (value, &error);
  if (error != NULL || !check_as_written (info, &info->fields[field], value, &error) ||
      !votum_thing_set_from_text (thing, field, value, &error))
    {
      votum_xml_reader_get_attribute_place (self->xml, i, &line, &column);
      votum_award_reader_field_problem (self, line, column, attribute->name, info->name, error);
    }
}

/* The id that is written, or NULL. */
static char *
take_id (VotumAwardReader        *self,
         const char              *element,
         const VotumXmlAttribute *attribute,
         guint                    i)
{
  g_autofree char *id = votum_text_clean (attribute->value);
  GError *error = NULL;
  guint line, column;

  if (votum_text_check_key (id, &error))
    return g_steal_pointer (&id);

  votum_xml_reader_get_attribute_place (self->xml, i, &line, &column);
  votum_award_reader_field_problem (self, line, column, "id", element, error);

  return NULL;
}

static void
add_thing (VotumAwardReader *self,
           VotumFrame       *frame,
           VotumThing       *thing)
{
  VotumThing *taken = votum_document_find (self->document, votum_thing_get_kind (thing), votum_thing_get_key (thing));

  if (taken == NULL)
    {
      votum_document_add (self->document, thing);
      return;
    }

  votum_xml_reader_problem (self->xml, frame->line, frame->column,
                            _("The id “%s” belongs to the <%s> on line %u already. Give this one another."),
                            votum_thing_get_key (thing), frame->name, votum_thing_get_line (taken));
  g_ptr_array_add (self->orphans, thing);
}

static void
start_thing (VotumAwardReader        *self,
             VotumFrame              *frame,
             VotumFrame              *parent,
             VotumKind                kind,
             const VotumXmlAttribute *attributes,
             guint                    n)
{
  const VotumThingInfo *info = votum_thing_info (kind);
  VotumThing *thing = votum_thing_new (kind);
  const char *parent_id = NULL;
  g_autofree char *id = NULL;
  gboolean has_id = FALSE;

  votum_thing_set_symbolic (thing, TRUE);
  votum_thing_set_place (thing, frame->line, frame->column);
  frame->type = VOTUM_FRAME_THING;
  frame->name = info->name;
  frame->thing = thing;
  if (parent != NULL)
    parent->numbers[kind]++;
  if (parent != NULL && parent->thing != NULL && votum_vocabulary_nests (kind, votum_thing_get_kind (parent->thing)))
    {
      parent_id = votum_thing_get_key (parent->thing);
      votum_thing_set_from_text (thing, votum_thing_info_parent (info), parent_id, NULL);
    }

  for (guint i = 0; i < n; i++)
    {
      if (votum_award_reader_is_common (&attributes[i]))
        continue;
      if (attributes[i].ns == NULL && strcmp (attributes[i].name, "id") == 0)
        {
          has_id = TRUE;
          id = take_id (self, info->name, &attributes[i], i);
        }
      else
        {
          set_attribute (self, thing, &attributes[i], i);
        }
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (votum_vocabulary_field (info, i) == VOTUM_WRITTEN_LANGUAGE)
      votum_thing_set_from_text (thing, i, frame->lang, NULL);

  if (!has_id && votum_vocabulary_needs_id (kind))
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("<%s> has no id. Give it one: a word or a number that never changes."), info->name);
  if (id == NULL)
    id = votum_vocabulary_derive_id (thing, parent_id, parent != NULL ? parent->numbers[kind] : 1);
  votum_thing_set_key (thing, id);
  add_thing (self, frame, thing);
}

static void
end_thing (VotumAwardReader *self,
           VotumFrame       *frame)
{
  VotumThing *thing = frame->thing;
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int content = votum_vocabulary_content (info);
  GError *error = NULL;

  if (content >= 0 && !votum_thing_set_from_text (thing, content, self->text->str, &error))
    {
      votum_xml_reader_take_problem (self->xml, frame->line, frame->column, error);
      return;
    }

  if (info->kind == VOTUM_KIND_CRITERION && frame->numbers[VOTUM_KIND_CRITERION] > 0 &&
      votum_thing_get_choice (thing, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_GROUP)
    {
      if (votum_thing_get_choice (thing, VOTUM_CRITERION_KIND) == VOTUM_CRITERION_KIND_JUDGED)
        votum_thing_set_from_text (thing, VOTUM_CRITERION_KIND, "group", NULL);
      else
        votum_xml_reader_problem (self->xml, frame->line, frame->column,
                                  _("This criterion has criteria in it, so it is a group. Write kind=\"group\"."));
    }

  if (!self->part && !votum_thing_check (thing, &error))
    votum_xml_reader_take_problem (self->xml, frame->line, frame->column, error);
  else if (frame->empty != 0)
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("“%s” of <%s> is empty in one language. Write it, or take the empty element out."),
                              info->fields[g_bit_nth_lsf (frame->empty, -1)].name, info->name);
}

/* ---- fields that are elements --------------------------------------------------------------------------------- */

static void
start_field (VotumAwardReader        *self,
             VotumFrame              *frame,
             VotumFrame              *parent,
             guint                    field,
             const VotumXmlAttribute *attributes,
             guint                    n)
{
  const VotumField *f = &votum_thing_get_info (parent->thing)->fields[field];

  votum_award_reader_no_attributes (self, f->name, attributes, n);
  if (f->type != VOTUM_FIELD_TEXTS && (parent->seen & (G_GUINT64_CONSTANT (1) << field)))
    {
      votum_xml_reader_problem (self->xml, frame->line, frame->column, _("<%s> is there twice in this <%s>. Take one out."),
                                f->name, parent->name);
      return;
    }

  parent->seen |= G_GUINT64_CONSTANT (1) << field;
  frame->type = VOTUM_FRAME_FIELD;
  frame->name = f->name;
  frame->thing = parent->thing;
  frame->field = field;
}

static void
end_field (VotumAwardReader *self,
           VotumFrame       *frame)
{
  const VotumThingInfo *info = votum_thing_get_info (frame->thing);
  const VotumField *f = &info->fields[frame->field];
  g_autofree char *text = NULL;
  g_autoptr(VotumTexts) texts = NULL;
  VotumTexts *before;
  GError *error = NULL;

  if (f->type != VOTUM_FIELD_TEXTS)
    {
      if (!votum_thing_set_from_text (frame->thing, frame->field, self->text->str, &error))
        votum_award_reader_field_problem (self, frame->line, frame->column, f->name, info->name, error);
      return;
    }

  text = votum_text_clean (self->text->str);
  if (*text == '\0')
    {
      if (f->flags & VOTUM_FIELD_REQUIRED)
        self->frames[self->depth - 2].empty |= G_GUINT64_CONSTANT (1) << frame->field;
      return;
    }
  if (!votum_text_check_prose (text, &error))
    {
      votum_award_reader_field_problem (self, frame->line, frame->column, f->name, info->name, error);
      return;
    }

  before = votum_thing_get_texts (frame->thing, frame->field);
  if (votum_texts_lookup (before, frame->lang) != NULL)
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("<%s> is there twice in the same language. Take one out, or say another language with xml:lang."), f->name);
  texts = votum_texts_with (before, frame->lang, text);
  votum_thing_set_texts (frame->thing, frame->field, texts);
}

/* ---- elements ------------------------------------------------------------------------------------------------- */

static void
start_root (VotumAwardReader        *self,
            VotumFrame              *frame,
            const char              *ns,
            const char              *name,
            const VotumXmlAttribute *attributes,
            guint                    n)
{
  gboolean award = strcmp (name, "award") == 0;
  g_autofree char *shown = votum_text_quote (name);

  if ((!award && strcmp (name, "shortlist") != 0) || g_strcmp0 (ns, VOTUM_AWARD_XML_NAMESPACE) != 0)
    {
      votum_xml_reader_problem (self->xml, frame->line, frame->column,
                                _("The file begins with <%s>. What is read is <award xmlns=\"%s\"> or <shortlist xmlns=\"%s\">."),
                                shown, VOTUM_AWARD_XML_NAMESPACE, VOTUM_AWARD_XML_NAMESPACE);
      return;
    }

  self->document = votum_document_new (award ? VOTUM_DOCUMENT_AWARD : VOTUM_DOCUMENT_SHORTLIST);
  if (award)
    {
      start_thing (self, frame, NULL, VOTUM_KIND_AWARD, attributes, n);
      return;
    }

  frame->type = VOTUM_FRAME_SHORTLIST;
  frame->name = "shortlist";
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = NULL;

      if (votum_award_reader_is_common (&attributes[i]))
        continue;
      if (attributes[i].ns != NULL || strcmp (attributes[i].name, "award") != 0)
        votum_award_reader_unknown_attribute (self, i, &attributes[i], frame->name);
      else if ((id = take_id (self, frame->name, &attributes[i], i)) != NULL)
        votum_document_set_award (self->document, id);
    }
}

static void
start_in_thing (VotumAwardReader        *self,
                VotumFrame              *frame,
                VotumFrame              *parent,
                const char              *name,
                const VotumXmlAttribute *attributes,
                guint                    n)
{
  const VotumThingInfo *info = parent->thing != NULL ? votum_thing_get_info (parent->thing) : NULL;
  gboolean top = self->depth == 2;
  int field = info != NULL ? votum_thing_info_find (info, name) : -1;
  VotumKind kind;

  if (field >= 0 && votum_vocabulary_field (info, field) == VOTUM_WRITTEN_ELEMENT)
    {
      start_field (self, frame, parent, field, attributes, n);
    }
  else if (top && info != NULL && strcmp (name, "mark") == 0)
    {
      votum_award_reader_start_mark (self, frame, attributes, n);
    }
  else if (top && info != NULL && strcmp (name, "log") == 0)
    {
      frame->type = VOTUM_FRAME_LOG;
      frame->name = "log";
      votum_award_reader_no_attributes (self, frame->name, attributes, n);
    }
  else if (votum_kind_from_name (name, &kind) &&
           (top ? votum_vocabulary_stands_top (kind, votum_document_get_kind (self->document)) : votum_vocabulary_nests (kind, info->kind)))
    {
      start_thing (self, frame, parent, kind, attributes, n);
    }
  else if (field >= 0 && votum_vocabulary_field (info, field) == VOTUM_WRITTEN_ATTRIBUTE)
    {
      votum_xml_reader_problem (self->xml, frame->line, frame->column, _("“%s” of <%s> is not an element. Write it as an attribute, %s=\"…\"."),
                                name, parent->name, name);
    }
  else
    {
      unknown_element (self, frame, VOTUM_AWARD_XML_NAMESPACE, name, parent);
    }
}

static void
take_lang (VotumAwardReader        *self,
           VotumFrame              *frame,
           const VotumXmlAttribute *attributes,
           guint                    n)
{
  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;
      guint line, column;

      if (!votum_award_reader_is_common (&attributes[i]) || strcmp (attributes[i].name, "lang") != 0)
        continue;
      frame->own_lang = g_strdup (attributes[i].value);
      if (votum_texts_check_lang (frame->own_lang, &error))
        {
          frame->lang = frame->own_lang;
          continue;
        }
      votum_xml_reader_get_attribute_place (self->xml, i, &line, &column);
      votum_xml_reader_take_problem (self->xml, line, column, error);
    }
}

static void
start_element_cb (VotumXmlReader          *xml,
                  const char              *ns,
                  const char              *name,
                  const VotumXmlAttribute *attributes,
                  guint                    n,
                  gpointer                 user_data)
{
  VotumAwardReader *self = user_data;
  VotumFrame *parent = top_frame (self);
  VotumFrame *frame = &self->frames[self->depth++];

  memset (frame, 0, sizeof (VotumFrame));
  frame->lang = parent != NULL ? parent->lang : "";
  votum_xml_reader_get_place (xml, &frame->line, &frame->column);
  g_string_truncate (self->text, 0);

  if (parent != NULL && parent->type == VOTUM_FRAME_SKIPPED)
    return;
  if (parent != NULL && (ns == NULL || strcmp (ns, VOTUM_AWARD_XML_NAMESPACE) != 0))
    {
      unknown_element (self, frame, ns, name, parent);
      return;
    }

  take_lang (self, frame, attributes, n);
  switch (parent != NULL ? parent->type : VOTUM_FRAME_SKIPPED)
    {
    case VOTUM_FRAME_SKIPPED:
      start_root (self, frame, ns, name, attributes, n);
      break;
    case VOTUM_FRAME_THING:
    case VOTUM_FRAME_SHORTLIST:
      start_in_thing (self, frame, parent, name, attributes, n);
      break;
    case VOTUM_FRAME_LOG:
      votum_award_reader_start_entry (self, frame, name, attributes, n);
      break;
    case VOTUM_FRAME_ENTRY:
      votum_award_reader_start_entry_text (self, frame, name, attributes, n);
      break;
    case VOTUM_FRAME_FIELD:
    case VOTUM_FRAME_MARK:
    case VOTUM_FRAME_ENTRY_TEXT:
    default:
      unknown_element (self, frame, ns, name, parent);
      break;
    }
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

static void
text_cb (VotumXmlReader *xml,
         const char     *text,
         gsize           length,
         gpointer        user_data)
{
  VotumAwardReader *self = user_data;
  VotumFrame *frame = top_frame (self);
  guint line, column;

  switch (frame->type)
    {
    case VOTUM_FRAME_FIELD:
    case VOTUM_FRAME_MARK:
    case VOTUM_FRAME_ENTRY_TEXT:
      g_string_append_len (self->text, text, length);
      return;
    case VOTUM_FRAME_SKIPPED:
      return;
    case VOTUM_FRAME_THING:
      if (votum_vocabulary_content (votum_thing_get_info (frame->thing)) >= 0)
        {
          g_string_append_len (self->text, text, length);
          return;
        }
      break;
    case VOTUM_FRAME_SHORTLIST:
    case VOTUM_FRAME_LOG:
    case VOTUM_FRAME_ENTRY:
    default:
      break;
    }

  if (!is_blank (text, length))
    {
      votum_xml_reader_get_place (xml, &line, &column);
      votum_xml_reader_problem (xml, line, column, _("There is text in <%s> where only elements can stand. Take it out."), frame->name);
    }
}

static void
end_element_cb (VotumXmlReader *xml,
                gpointer        user_data)
{
  VotumAwardReader *self = user_data;
  VotumFrame *frame = top_frame (self);

  switch (frame->type)
    {
    case VOTUM_FRAME_THING:
      end_thing (self, frame);
      break;
    case VOTUM_FRAME_FIELD:
      end_field (self, frame);
      break;
    case VOTUM_FRAME_MARK:
      votum_award_reader_end_mark (self, frame);
      break;
    case VOTUM_FRAME_ENTRY:
      votum_award_reader_end_entry (self, frame);
      break;
    case VOTUM_FRAME_ENTRY_TEXT:
      votum_award_reader_end_entry_text (self, frame);
      break;
    case VOTUM_FRAME_SHORTLIST:
      if (frame->numbers[VOTUM_KIND_ENTRANT] == 0)
        votum_xml_reader_problem (xml, frame->line, frame->column, _("The shortlist has no entrants. Add an <entrant>."));
      break;
    case VOTUM_FRAME_LOG:
    case VOTUM_FRAME_SKIPPED:
    default:
      break;
    }

  g_string_truncate (self->text, 0);
  g_free (frame->own_lang);
  self->depth--;
}

const VotumXmlHandlers votum_award_reader_handlers = { start_element_cb, text_cb, end_element_cb };

VotumAwardReader *
votum_award_reader_new (VotumProblems *problems)
{
  VotumAwardReader *self = g_new0 (VotumAwardReader, 1);

  self->problems = problems;
  self->orphans = g_ptr_array_new_with_free_func (g_object_unref);
  self->text = g_string_new (NULL);
  self->xml = votum_xml_reader_new (&votum_award_reader_handlers, self, problems);

  return self;
}

void
votum_award_reader_free (VotumAwardReader *self)
{
  while (self->depth > 0)
    g_free (self->frames[--self->depth].own_lang);
  for (guint i = 0; i < VOTUM_MARK_N_IDS; i++)
    g_free (self->mark_ids[i]);
  g_free ((char *) self->mark.entered_by);
  g_clear_pointer (&self->entry, votum_log_entry_free);
  g_clear_pointer (&self->document, votum_document_free);
  votum_xml_reader_free (self->xml);
  g_ptr_array_unref (self->orphans);
  g_string_free (self->text, TRUE);
  g_free (self);
}
