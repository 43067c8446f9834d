#include "votum-config.h"

#include "votum-thing-private.h"

#include <string.h>

/* Fields by their place in the table, each in the type in which it is used. */

/**
 * votum_thing_is_set:
 * @self: a thing
 * @field: index of a field
 *
 * Returns: whether the field has a value
 */
gboolean
votum_thing_is_set (VotumThing *self,
                    guint       field)
{
  g_return_val_if_fail (field < votum_thing_get_info (self)->n_fields, FALSE);

  if (votum_thing_is_number (self, field))
    return votum_thing_value (self, field)->number != VOTUM_THING_UNSET;
  if (votum_thing_is_texts (self, field))
    return votum_texts_size (votum_thing_value (self, field)->texts) > 0;

  return votum_thing_value (self, field)->text != NULL;
}

/**
 * votum_thing_get_text:
 * @self: a thing
 * @field: index of a field that holds text, a decimal, a time, a choice, or references
 *
 * Returns: (transfer none) (nullable): the canonical text, or %NULL where it is not set
 */
const char *
votum_thing_get_text (VotumThing *self,
                      guint       field)
{
  g_return_val_if_fail (field < votum_thing_get_info (self)->n_fields, NULL);
  g_return_val_if_fail (!votum_thing_is_number (self, field) && !votum_thing_is_texts (self, field), NULL);

  return votum_thing_value (self, field)->text;
}

VotumTexts *
votum_thing_get_texts (VotumThing *self,
                       guint       field)
{
  g_return_val_if_fail (field < votum_thing_get_info (self)->n_fields && votum_thing_is_texts (self, field), NULL);

  return votum_thing_value (self, field)->texts;
}

/**
 * votum_thing_get_number:
 * @self: a thing
 * @field: index of a field that holds a whole number
 *
 * Returns: the number, 0 where it is not set
 */
gint64
votum_thing_get_number (VotumThing *self,
                        guint       field)
{
  g_return_val_if_fail (field < votum_thing_get_info (self)->n_fields && votum_thing_is_number (self, field), 0);

  return votum_thing_value (self, field)->number == VOTUM_THING_UNSET ? 0 : votum_thing_value (self, field)->number;
}

gboolean
votum_thing_get_boolean (VotumThing *self,
                         guint       field)
{
  return votum_thing_get_number (self, field) != 0;
}

/**
 * votum_thing_get_decimal:
 * @self: a thing
 * @field: index of a field that holds a decimal
 * @value: (out): the decimal
 *
 * Returns: whether it is set
 */
gboolean
votum_thing_get_decimal (VotumThing   *self,
                         guint         field,
                         VotumDecimal *value)
{
  const char *text = votum_thing_get_text (self, field);

  return text != NULL && votum_decimal_parse (text, value, NULL);
}

int
votum_field_find_choice (const VotumField *field,
             const char       *word,
             gsize             length)
{
  for (guint i = 0; field->choices[i] != NULL; i++)
    if (strlen (field->choices[i]) == length && strncmp (field->choices[i], word, length) == 0)
      return i;

  return -1;
}

/**
 * votum_thing_get_choice:
 * @self: a thing
 * @field: index of a field that holds one choice
 *
 * Returns: the place of its word in the field's list, or -1 where it is not set
 */
int
votum_thing_get_choice (VotumThing *self,
                        guint       field)
{
  const char *word = votum_thing_get_text (self, field);

  return word == NULL ? -1 : votum_field_find_choice (&votum_thing_get_info (self)->fields[field], word, strlen (word));
}

/**
 * votum_thing_has_choice:
 * @self: a thing
 * @field: index of a field that holds several choices
 * @choice: the place of a word in the field's list
 *
 * Returns: whether that word is among them
 */
gboolean
votum_thing_has_choice (VotumThing *self,
                        guint       field,
                        guint       choice)
{
  const char *words = votum_thing_get_text (self, field);

  while (words != NULL && *words != '\0')
    {
      gsize length = strcspn (words, " ");

      if (votum_field_find_choice (&votum_thing_get_info (self)->fields[field], words, length) == (int) choice)
        return TRUE;
      words += length;
      words += strspn (words, " ");
    }

  return FALSE;
}

/**
 * votum_thing_get_ref:
 * @self: a thing in a case
 * @field: index of a reference
 *
 * Returns: the number of the thing it refers to, 0 where it refers to none or is still symbolic
 */
gint64
votum_thing_get_ref (VotumThing *self,
                     guint       field)
{
  return votum_thing_is_number (self, field) ? votum_thing_get_number (self, field) : 0;
}

/**
 * votum_thing_get_refs:
 * @self: a thing in a case
 * @field: index of a list of references
 *
 * Returns: (transfer full) (element-type gint64): the numbers of the things it refers to
 */
GArray *
votum_thing_get_refs (VotumThing *self,
                      guint       field)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *text = votum_thing_get_text (self, field);

  while (text != NULL && *text != '\0')
    {
      char *end;
      gint64 id = g_ascii_strtoll (text, &end, 10);

      if (end == text)
        break;
      g_array_append_val (refs, id);
      text = end + strspn (end, " ");
    }

  return refs;
}

void
votum_thing_set_number (VotumThing *self,
                        guint       field,
                        gint64      number)
{
  g_return_if_fail (votum_thing_is_number (self, field));

  if (votum_thing_value (self, field)->number == number)
    return;
  votum_thing_value (self, field)->number = number;
  votum_thing_touch (self, field);
}

/**
 * votum_thing_set_ref:
 * @self: a thing in a case
 * @field: index of a reference
 * @id: the number of the thing it refers to, or 0 for none
 */
void
votum_thing_set_ref (VotumThing *self,
                     guint       field,
                     gint64      id)
{
  votum_thing_set_number (self, field, id == 0 ? VOTUM_THING_UNSET : id);
}

/**
 * votum_thing_set_texts:
 * @self: a thing
 * @field: index of a field with texts in several languages
 * @texts: (nullable) (transfer none): the texts
 */
void
votum_thing_set_texts (VotumThing *self,
                       guint       field,
                       VotumTexts *texts)
{
  g_return_if_fail (votum_thing_is_texts (self, field));

  if (votum_texts_size (texts) == 0)
    texts = NULL;
  if (votum_texts_equal (votum_thing_value (self, field)->texts, texts))
    return;
  g_clear_pointer (&votum_thing_value (self, field)->texts, votum_texts_unref);
  votum_thing_value (self, field)->texts = texts != NULL ? votum_texts_ref (texts) : NULL;
  votum_thing_touch (self, field);
}
