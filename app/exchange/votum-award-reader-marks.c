#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "votum-award-reader.h"
#include "votum-text.h"

/* The parts of an award that are no things: marks, and the log of the case it came from. */

static const char *const mark_ids[VOTUM_MARK_N_IDS] = { "round", "entrant", "juror", "criterion" };
static const char *const entry_texts[] = { "subject", "old", "new" };

static void
attribute_problem (VotumAwardReader        *self,
                   guint                    i,
                   const VotumXmlAttribute *attribute,
                   const char              *element,
                   GError                  *error)
{
  guint line, column;

  votum_xml_reader_get_attribute_place (self->xml, i, &line, &column);
  votum_award_reader_field_problem (self, line, column, attribute->name, element, error);
}

/* ---- marks -------------------------------------------------------------------------------------------------- */

static gboolean
set_mark_state (VotumAwardReader  *self,
                const char        *value,
                GError           **error)
{
  if (strcmp (value, "not-observed") == 0)
    self->mark.state = VOTUM_ROW_NOT_OBSERVED;
  else if (strcmp (value, "recused") == 0)
    self->mark.state = VOTUM_ROW_RECUSED;
  else
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("Write not-observed or recused here."));

  return self->mark.state != VOTUM_ROW_VALUE;
}

static gboolean
set_mark_attribute (VotumAwardReader  *self,
                    const char        *name,
                    const char        *value,
                    gboolean          *known,
                    GError           **error)
{
  *known = TRUE;
  for (guint i = 0; i < VOTUM_MARK_N_IDS; i++)
    {
      if (strcmp (mark_ids[i], name) != 0)
        continue;
      self->mark_ids[i] = votum_text_clean (value);
      return votum_text_check_key (self->mark_ids[i], error);
    }

  if (strcmp (name, "value") == 0)
    return votum_decimal_parse (value, &self->mark.value, error);
  if (strcmp (name, "state") == 0)
    return set_mark_state (self, value, error);
  if (strcmp (name, "entered-by") == 0)
    {
      g_autofree char *who = votum_text_clean (value);

      if (!votum_text_check_line (who, error))
        return FALSE;
      self->mark.entered_by = *who != '\0' ? g_steal_pointer (&who) : NULL;
      return TRUE;
    }

  *known = FALSE;

  return TRUE;
}

void
votum_award_reader_start_mark (VotumAwardReader        *self,
                               VotumFrame              *frame,
                               const VotumXmlAttribute *attributes,
                               guint                    n)
{
  gboolean has_value = FALSE, good = TRUE;

  frame->type = VOTUM_FRAME_MARK;
  frame->name = "mark";
  for (guint i = 0; i < VOTUM_MARK_N_IDS; i++)
    g_clear_pointer (&self->mark_ids[i], g_free);
  g_free ((char *) self->mark.entered_by);
  self->mark = (VotumMarkRow) { .line = frame->line, .column = frame->column };

  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;
      gboolean known = FALSE;

      if (votum_award_reader_is_common (&attributes[i]))
        continue;
      has_value = has_value || strcmp (attributes[i].name, "value") == 0;
      if (attributes[i].ns == NULL && !set_mark_attribute (self, attributes[i].name, attributes[i].value, &known, &error))
        {
          good = FALSE;
          attribute_problem (self, i, &attributes[i], frame->name, error);
        }
      else if (!known)
        {
          good = FALSE;
          votum_award_reader_unknown_attribute (self, i, &attributes[i], frame->name);
        }
    }

  for (guint i = 0; i < VOTUM_MARK_N_IDS && good; i++)
    if (self->mark_ids[i] == NULL)
      {
        good = FALSE;
        votum_xml_reader_problem (self->xml, frame->line, frame->column, _("The mark has no attribute “%s”. Add it."), mark_ids[i]);
      }
  if (good && has_value == (self->mark.state != VOTUM_ROW_VALUE))
    {
      good = FALSE;
      votum_xml_reader_problem (self->xml, frame->line, frame->column,
                                _("A mark has either a value or a state: value=\"4\", state=\"not-observed\" or state=\"recused\"."));
    }
  frame->empty = !good;
}

void
votum_award_reader_end_mark (VotumAwardReader *self,
                             VotumFrame       *frame)
{
  g_autofree char *comment = votum_text_clean (self->text->str);
  GError *error = NULL;

  if (!votum_text_check_prose (comment, &error))
    {
      votum_xml_reader_take_problem (self->xml, frame->line, frame->column, error);
      return;
    }
  if (frame->empty)
    return;

  self->mark.round = self->mark_ids[VOTUM_MARK_ROUND];
  self->mark.entrant = self->mark_ids[VOTUM_MARK_ENTRANT];
  self->mark.juror = self->mark_ids[VOTUM_MARK_JUROR];
  self->mark.criterion = self->mark_ids[VOTUM_MARK_CRITERION];
  self->mark.comment = *comment != '\0' ? comment : NULL;
  votum_document_add_mark (self->document, &self->mark);
}

/* ---- the log ------------------------------------------------------------------------------------------------ */

static gboolean
set_entry_number (const char  *value,
                  gint64       least,
                  gint64       most,
                  gint64      *number,
                  GError     **error)
{
  VotumDecimal decimal;

  if (!votum_decimal_parse (value, &decimal, error))
    return FALSE;
  if (decimal.scale > 0 || decimal.digits < least || decimal.digits > most)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("Write a whole number from %" PRId64 " to %" PRId64 " here."), least, most);
      return FALSE;
    }
  *number = decimal.digits;

  return TRUE;
}

/* Texts of the log are kept to the byte: its hashes are over them. */
static gboolean
set_entry_attribute (VotumLogEntry  *entry,
                     const char     *name,
                     const char     *value,
                     gboolean       *known,
                     GError        **error)
{
  gint64 number = 0;
  gboolean good = TRUE;

  *known = TRUE;
  if (strcmp (name, "no") == 0)
    {
      good = set_entry_number (value, 1, G_MAXINT64, &entry->number, error);
    }
  else if (strcmp (name, "reverses") == 0)
    {
      good = set_entry_number (value, 0, G_MAXINT64, &entry->reverses, error);
    }
  else if (strcmp (name, "changes") == 0)
    {
      good = set_entry_number (value, 0, G_MAXUINT32, &number, error);
      entry->n_changes = (guint) number;
    }
  else if (strcmp (name, "time") == 0)
    {
      good = votum_text_check_time (value, error);
      entry->time = g_strdup (value);
    }
  else if (strcmp (name, "who") == 0)
    {
      entry->who = g_strdup (value);
    }
  else if (strcmp (name, "command") == 0)
    {
      entry->command = g_strdup (value);
    }
  else if (strcmp (name, "digest") == 0)
    {
      entry->digest = g_strdup (value);
    }
  else if (strcmp (name, "hash") == 0)
    {
      entry->hash = g_strdup (value);
    }
  else
    {
      *known = FALSE;
    }

  return good;
}

void
votum_award_reader_start_entry (VotumAwardReader        *self,
                                VotumFrame              *frame,
                                const char              *name,
                                const VotumXmlAttribute *attributes,
                                guint                    n)
{
  gboolean good = TRUE;

  if (strcmp (name, "entry") != 0)
    {
      g_autofree char *shown = votum_text_quote (name);

      votum_xml_reader_problem (self->xml, frame->line, frame->column,
                                _("<%s> is not known in <%s> and would be lost. Take it out, or check how it is spelt."), shown, "log");
      return;
    }

  frame->type = VOTUM_FRAME_ENTRY;
  frame->name = "entry";
  g_clear_pointer (&self->entry, votum_log_entry_free);
  self->entry = g_new0 (VotumLogEntry, 1);
  for (guint i = 0; i < n; i++)
    {
      GError *error = NULL;
      gboolean known = FALSE;

      if (votum_award_reader_is_common (&attributes[i]))
        continue;
      if (attributes[i].ns == NULL && !set_entry_attribute (self->entry, attributes[i].name, attributes[i].value, &known, &error))
        {
          good = FALSE;
          attribute_problem (self, i, &attributes[i], frame->name, error);
        }
      else if (!known)
        {
          good = FALSE;
          votum_award_reader_unknown_attribute (self, i, &attributes[i], frame->name);
        }
    }

  if (good && (self->entry->number == 0 || self->entry->time == NULL || self->entry->who == NULL || self->entry->command == NULL ||
               self->entry->digest == NULL || self->entry->hash == NULL))
    votum_xml_reader_problem (self->xml, frame->line, frame->column,
                              _("An entry of the log needs no, time, who, command, digest and hash. Export the case once more."));
}

void
votum_award_reader_start_entry_text (VotumAwardReader        *self,
                                     VotumFrame              *frame,
                                     const char              *name,
                                     const VotumXmlAttribute *attributes,
                                     guint                    n)
{
  VotumFrame *parent = &self->frames[self->depth - 2];

  for (guint i = 0; i < G_N_ELEMENTS (entry_texts); i++)
    {
      if (strcmp (entry_texts[i], name) != 0 || (parent->seen & (1u << i)))
        continue;
      parent->seen |= 1u << i;
      frame->type = VOTUM_FRAME_ENTRY_TEXT;
      frame->name = entry_texts[i];
      frame->field = i;
      votum_award_reader_no_attributes (self, frame->name, attributes, n);
      return;
    }

  votum_xml_reader_problem (self->xml, frame->line, frame->column,
                            _("An entry of the log has one <subject>, and <old> and <new> where there was or is something; nothing else."));
}

void
votum_award_reader_end_entry_text (VotumAwardReader *self,
                                   VotumFrame       *frame)
{
  char **places[] = { &self->entry->subject, &self->entry->old_value, &self->entry->new_value };

  *places[frame->field] = g_strndup (self->text->str, self->text->len);
}

void
votum_award_reader_end_entry (VotumAwardReader *self,
                              VotumFrame       *frame)
{
  if (self->entry->subject == NULL)
    self->entry->subject = g_strdup ("");
  votum_document_add_log (self->document, g_steal_pointer (&self->entry));
}
