#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-award-reader.h"
#include "votum-award-vocabulary.h"
#include "votum-text.h"
#include "votum-things.h"

/* ---- things ------------------------------------------------------------------------------------------------- */

/* What cleaning would set right in silence, and must not. */
static gboolean
check_as_written (const VotumThingInfo  *info,
                  const VotumField      *field,
                  const char            *value,
                  GError               **error)
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
               VotumFrame              *frame,
               const VotumXmlAttribute *attribute,
               guint                    i)
{
  const VotumThingInfo *info = votum_thing_get_info (frame->thing);
  int field = attribute->ns == NULL ? votum_thing_info_find (info, attribute->name) : -1;
  VotumWritten written = field >= 0 ? votum_vocabulary_field (info, field) : VOTUM_WRITTEN_PLACE;
  const char *value = attribute->value;
  g_autofree char *refs = NULL;
  GError *error = NULL;
  guint line, column;

  if (written == VOTUM_WRITTEN_ELEMENT)
    {
      frame->wrong |= G_GUINT64_CONSTANT (1) << field;
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
      !votum_thing_set_from_text (frame->thing, field, value, &error))
    {
      frame->wrong |= G_GUINT64_CONSTANT (1) << field;
      votum_xml_reader_get_attribute_place (self->xml, i, &line, &column);
      votum_award_reader_field_problem (self, line, column, attribute->name, info->name, error);
    }
}

/* The id that is written, or NULL. */
char *
votum_award_reader_take_id (VotumAwardReader        *self,
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
           VotumFrame       *parent)
{
  VotumThing *thing = frame->thing;
  VotumThing *taken = votum_document_find (self->document, votum_thing_get_kind (thing), votum_thing_get_key (thing));

  if (taken == NULL)
    {
      votum_document_add (self->document, thing);
      return;
    }

  frame->twice = TRUE;
  if (parent == NULL || !parent->twice)
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("The id “%s” belongs to the <%s> on line %u already. Give this one another."),
                              votum_thing_get_key (thing), frame->name, votum_thing_get_line (taken));
  g_ptr_array_add (self->orphans, thing);
}

void
votum_award_reader_start_thing (VotumAwardReader        *self,
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
          id = votum_award_reader_take_id (self, info->name, &attributes[i], i);
        }
      else
        {
          set_attribute (self, frame, &attributes[i], i);
        }
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (*frame->lang != '\0' && votum_vocabulary_field (info, i) == VOTUM_WRITTEN_LANGUAGE)
      votum_thing_set_from_text (thing, i, frame->lang, NULL);

  if (id == NULL && (has_id || votum_vocabulary_needs_id (kind)))
    self->lost |= G_GUINT64_CONSTANT (1) << kind;
  if (!has_id && votum_vocabulary_needs_id (kind))
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("<%s> has no id. Give it one: a word or a number that never changes."), info->name);
  if (self->part && !has_id && kind == VOTUM_KIND_AWARD)
    {
      /* it does not say which award it is for, so the case that it comes into takes it for its own */
      g_ptr_array_add (votum_document_things (self->document, kind), thing);
      return;
    }
  if (id == NULL)
    id = votum_vocabulary_derive_id (thing, parent_id, parent != NULL ? parent->numbers[kind] : 1);
  votum_thing_set_key (thing, id);
  add_thing (self, frame, parent);
}

/* What is required and neither there nor told of as wrong; and whether the fields fit each other, where none of them is wrong. */
static gboolean
check_whole (VotumFrame  *frame,
             GError     **error)
{
  const VotumThingInfo *info = votum_thing_get_info (frame->thing);

  if (frame->wrong == 0)
    return votum_thing_check (frame->thing, error);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!(info->fields[i].flags & VOTUM_FIELD_REQUIRED) || votum_thing_is_set (frame->thing, i) ||
          (frame->wrong & (G_GUINT64_CONSTANT (1) << i)))
        continue;
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is missing in <%s>. Fill it in."), info->fields[i].name, info->name);
      return FALSE;
    }

  return TRUE;
}

void
votum_award_reader_end_thing (VotumAwardReader *self,
                              VotumFrame       *frame)
{
  VotumThing *thing = frame->thing;
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int content = votum_vocabulary_content (info);
  GError *error = NULL;

  /* an element without content says nothing of it: in a part of an award, the case may have it */
  if (content >= 0 && self->text->str[strspn (self->text->str, " \t\n\r")] != '\0' &&
      !votum_thing_set_from_text (thing, content, self->text->str, &error))
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

  if (!self->part && !check_whole (frame, &error))
    votum_xml_reader_take_problem (self->xml, frame->line, frame->column, error);
  else if (frame->empty != 0)
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("“%s” of <%s> is empty in one language. Write it, or take the empty element out."),
                              info->fields[g_bit_nth_lsf (frame->empty, -1)].name, info->name);
}

/* ---- fields that are elements --------------------------------------------------------------------------------- */

void
votum_award_reader_start_field (VotumAwardReader        *self,
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

void
votum_award_reader_end_field (VotumAwardReader *self,
                              VotumFrame       *frame)
{
  const VotumThingInfo *info = votum_thing_get_info (frame->thing);
  const VotumField *f = &info->fields[frame->field];
  g_autofree char *text = NULL;
  g_autoptr(VotumTexts) texts = NULL;
  VotumTexts *before;
  VotumFrame *parent = &self->frames[self->depth - 2];
  GError *error = NULL;

  if (f->type != VOTUM_FIELD_TEXTS)
    {
      if (!votum_thing_set_from_text (frame->thing, frame->field, self->text->str, &error))
        {
          parent->wrong |= G_GUINT64_CONSTANT (1) << frame->field;
          votum_award_reader_field_problem (self, frame->line, frame->column, f->name, info->name, error);
        }
      return;
    }

  text = votum_text_clean (self->text->str);
  if (*text == '\0')
    {
      if (f->flags & VOTUM_FIELD_REQUIRED)
        parent->empty |= G_GUINT64_CONSTANT (1) << frame->field;
      return;
    }
  if (!votum_text_check_prose (text, &error))
    {
      parent->wrong |= G_GUINT64_CONSTANT (1) << frame->field;
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
