#pragma once

#include "votum-document.h"

/* Adds a thing to a document, unless it has one of that id: name and value of each field, then NULL. A NULL value leaves the field out. */
G_GNUC_NULL_TERMINATED static inline void
small_case_add (VotumDocument *document,
                VotumKind      kind,
                const char    *key,
                ...)
{
  VotumThing *thing;
  const char *name;
  va_list args;

  if (votum_document_find (document, kind, key) != NULL)
    return;

  thing = votum_thing_new (kind);
  votum_thing_set_symbolic (thing, TRUE);
  votum_thing_set_key (thing, key);
  va_start (args, key);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);
      int field = votum_thing_info_find (votum_thing_get_info (thing), name);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (field, >=, 0);
      if (value == NULL)
        continue;
      if (votum_thing_get_info (thing)->fields[field].type == VOTUM_FIELD_TEXTS)
        {
          g_autoptr(VotumTexts) texts = votum_texts_with (NULL, "nb", value);

          votum_thing_set_texts (thing, field, texts);
        }
      else
        {
          votum_thing_set_from_text (thing, field, value, &error);
          g_assert_no_error (error);
        }
    }
  va_end (args);
  votum_document_add (document, thing);
}
