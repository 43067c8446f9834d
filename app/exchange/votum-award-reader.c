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

  /* nobody knows what it was to be, nor what stands in it */
  self->lost = G_MAXUINT64;
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
      votum_award_reader_start_thing (self, frame, NULL, VOTUM_KIND_AWARD, attributes, n);
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
      else if ((id = votum_award_reader_take_id (self, frame->name, &attributes[i], i)) != NULL)
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
      votum_award_reader_start_field (self, frame, parent, field, attributes, n);
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
      votum_award_reader_start_thing (self, frame, parent, kind, attributes, n);
    }
  else if (field >= 0 && votum_vocabulary_field (info, field) == VOTUM_WRITTEN_ATTRIBUTE)
    {
      parent->wrong |= G_GUINT64_CONSTANT (1) << field;
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
      votum_award_reader_end_thing (self, frame);
      break;
    case VOTUM_FRAME_FIELD:
      votum_award_reader_end_field (self, frame);
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
