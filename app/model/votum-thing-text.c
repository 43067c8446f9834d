#include "votum-config.h"

#include "votum-thing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-error.h"
#include "votum-text.h"

/* The canonical text of fields, in which the store, the log and the XML have them, and what is asked of it. */

/**
 * votum_thing_field_to_text:
 * @self: a thing
 * @field: index of a field
 *
 * The canonical text of any field, as the store and the log keep it: decimals without trailing zeros, `1` and `0`
 * for yes and no, JSON for texts in several languages, numbers of things for references.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where it is not set
 */
char *
votum_thing_field_to_text (VotumThing *self,
                           guint       field)
{
  if (!votum_thing_is_set (self, field))
    return NULL;
  if (votum_thing_is_number (self, field))
    return g_strdup_printf ("%" G_GINT64_FORMAT, votum_thing_get_number (self, field));
  if (votum_thing_is_texts (self, field))
    return votum_texts_to_json (votum_thing_get_texts (self, field));

  return g_strdup (votum_thing_get_text (self, field));
}

static void
unknown_choice (const VotumField *field,
                const char       *word,
                GError          **error)
{
  g_autofree char *known = g_strjoinv (", ", (char **) field->choices);
  g_autofree char *shown = votum_text_quote (word);

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("“%s” is not one of: %s."), shown, known);
}

static char *
clean_choices (const VotumField *field,
               const char       *text,
               GError          **error)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && votum_field_find_choice (field, words[i], strlen (words[i])) < 0)
        {
          unknown_choice (field, words[i], error);
          return NULL;
        }
    }

  for (guint i = 0; field->choices[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, field->choices[i]))
      g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", field->choices[i]);

  return g_strdup (all->str);
}

static gboolean
set_choice (VotumThing *self,
            guint       field,
            const char *word,
            GError    **error)
{
  const VotumField *f = &votum_thing_get_info (self)->fields[field];
  int choice = votum_field_find_choice (f, word, strlen (word));

  if (choice < 0)
    {
      unknown_choice (f, word, error);
      return FALSE;
    }
  votum_thing_value (self, field)->text = (char *) f->choices[choice];

  return TRUE;
}

static gboolean
parse_integer (const VotumField *field,
               const char       *text,
               gint64           *number,
               GError          **error)
{
  VotumDecimal decimal;

  if (field->type == VOTUM_FIELD_BOOLEAN)
    {
      gboolean yes = strcmp (text, "1") == 0 || strcmp (text, "true") == 0 || strcmp (text, "yes") == 0;
      gboolean no = strcmp (text, "0") == 0 || strcmp (text, "false") == 0 || strcmp (text, "no") == 0;

      *number = yes;
      if (!yes && !no)
        g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("Write yes or no here."));
      return yes || no;
    }

  if (!votum_decimal_parse (text, &decimal, error))
    return FALSE;

  if (decimal.scale > 0 || decimal.digits < 0 || (field->type != VOTUM_FIELD_REF && decimal.digits > G_MAXINT32))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("Write a whole number from 0 to %d here."), G_MAXINT32);
      return FALSE;
    }
  *number = decimal.digits;

  return TRUE;
}

static gboolean
check_value (VotumThing *self,
             guint       field,
             char      **text,
             GError    **error)
{
  const VotumField *f = &votum_thing_get_info (self)->fields[field];
  VotumDecimal decimal;
  char *canonical;

  switch (f->type)
    {
    case VOTUM_FIELD_LINE:
      return votum_text_check_line (*text, error);
    case VOTUM_FIELD_PROSE:
      return votum_text_check_prose (*text, error);
    case VOTUM_FIELD_TIME:
      return votum_text_check_time (*text, error);
    case VOTUM_FIELD_REF:
      return votum_text_check_key (*text, error);
    case VOTUM_FIELD_REFS:
      if (!votum_thing_get_symbolic (self) && strspn (*text, "0123456789 ") != strlen (*text))
        {
          g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_DAMAGED, _("A list of references is not stored as it should be."));
          return FALSE;
        }
      return votum_text_check_prose (*text, error);
    case VOTUM_FIELD_DECIMAL:
      if (!votum_decimal_parse (*text, &decimal, error))
        return FALSE;
      if ((f->flags & VOTUM_FIELD_POSITIVE) && decimal.digits < 0)
        {
          g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("This number cannot be below zero."));
          return FALSE;
        }
      canonical = votum_decimal_to_string (decimal);
      break;
    case VOTUM_FIELD_CHOICES:
      canonical = clean_choices (f, *text, error);
      if (canonical == NULL)
        return FALSE;
      break;
    case VOTUM_FIELD_TEXTS:
    case VOTUM_FIELD_CHOICE:
    case VOTUM_FIELD_INTEGER:
    case VOTUM_FIELD_BOOLEAN:
    default:
      g_return_val_if_reached (FALSE);
    }

  g_free (*text);
  *text = canonical;

  return TRUE;
}

/**
 * votum_thing_set_from_text:
 * @self: a thing
 * @field: index of a field
 * @text: (nullable): the value as text; %NULL or "" unsets it
 * @error: return location
 *
 * Sets any field from text, cleaned and checked against the field's type. On error the field stays as it was.
 *
 * Returns: whether @text is a value for this field
 */
gboolean
votum_thing_set_from_text (VotumThing *self,
                           guint       field,
                           const char *text,
                           GError    **error)
{
  const VotumField *f = &votum_thing_get_info (self)->fields[field];
  g_autofree char *clean = NULL;
  gint64 number;

  g_return_val_if_fail (field < votum_thing_get_info (self)->n_fields, FALSE);

  if (text != NULL && (clean = votum_text_clean (text)) == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("The text is not UTF-8. Save the file as UTF-8 and try again."));
      return FALSE;
    }

  if (clean == NULL || *clean == '\0')
    {
      votum_thing_clear_value (self, field);
    }
  else if (votum_thing_is_number (self, field))
    {
      if (!parse_integer (f, clean, &number, error))
        return FALSE;
      votum_thing_value (self, field)->number = number;
    }
  else if (votum_thing_is_texts (self, field))
    {
      VotumTexts *texts = votum_texts_from_json (clean, error);

      if (texts == NULL)
        return FALSE;
      votum_thing_clear_value (self, field);
      votum_thing_value (self, field)->texts = texts;
    }
  else if (votum_thing_is_choice (self, field))
    {
      if (!set_choice (self, field, clean, error))
        return FALSE;
    }
  else
    {
      if (!check_value (self, field, &clean, error))
        return FALSE;
      votum_thing_clear_value (self, field);
      votum_thing_value (self, field)->text = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
    }

  votum_thing_touch (self, field);

  return TRUE;
}

static gboolean
check_texts (VotumTexts *texts,
             GError    **error)
{
  for (guint i = 0; i < votum_texts_size (texts); i++)
    if (!votum_text_check_prose (votum_texts_text (texts, i), error))
      return FALSE;

  return TRUE;
}

/**
 * votum_thing_check:
 * @self: a thing
 * @error: return location
 *
 * Whether the thing is whole: everything required is there and its fields fit each other. What must hold between
 * things is the case's to check.
 */
gboolean
votum_thing_check (VotumThing *self,
                   GError    **error)
{
  const VotumThingInfo *info = votum_thing_get_info (self);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if ((info->fields[i].flags & VOTUM_FIELD_REQUIRED) && !votum_thing_is_set (self, i))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("“%s” is missing in <%s>. Fill it in."), info->fields[i].name, info->name);
          return FALSE;
        }
      if (votum_thing_is_texts (self, i) && !check_texts (votum_thing_get_texts (self, i), error))
        return FALSE;
    }

  return info->check == NULL || info->check (self, error);
}
