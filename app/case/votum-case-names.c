#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-text.h"

/* Things by the names that people give them. */

static gboolean
name_is (VotumThing *thing,
         const char *folded)
{
  int field = votum_thing_info_find (votum_thing_get_info (thing), "name");
  g_autofree char *name = NULL;

  if (field < 0)
    return FALSE;

  if (votum_thing_get_info (thing)->fields[field].type == VOTUM_FIELD_TEXTS)
    {
      VotumTexts *texts = votum_thing_get_texts (thing, field);

      for (guint i = 0; i < votum_texts_size (texts); i++)
        {
          g_free (name);
          name = votum_text_fold (votum_texts_text (texts, i));
          if (strcmp (name, folded) == 0)
            return TRUE;
        }
      return FALSE;
    }

  name = votum_text_fold (votum_thing_get_text (thing, field));

  return strcmp (name, folded) == 0;
}

static char *
not_found (VotumKind   kind,
           const char *shown)
{
  switch ((int) kind)
    {
    case VOTUM_KIND_ROUND:
      return g_strdup_printf (_("There is no round “%s” in the case. Check the spelling."), shown);
    case VOTUM_KIND_CLASS:
      return g_strdup_printf (_("There is no class “%s” in the case. Check the spelling."), shown);
    case VOTUM_KIND_ENTRANT:
      return g_strdup_printf (_("There is no entrant “%s” in the case. Check the spelling, or import the shortlist first."), shown);
    case VOTUM_KIND_JUROR:
      return g_strdup_printf (_("There is no juror “%s” in the case. Check the spelling of the name or the id."), shown);
    case VOTUM_KIND_CRITERION:
      return g_strdup_printf (_("There is no criterion “%s” in the case. Check the spelling."), shown);
    default:
      return g_strdup_printf (_("There is nothing called “%s” in the case. Check the spelling."), shown);
    }
}

/**
 * votum_case_find_by_name:
 * @self: a case
 * @kind: a kind of thing that has a name
 * @key_or_name: an id or a name, without regard to case
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the thing with that id, or else the only one with that name
 */
VotumThing *
votum_case_find_by_name (VotumCase   *self,
                         VotumKind    kind,
                         const char  *key_or_name,
                         GError     **error)
{
  VotumThing *found = votum_case_find (self, kind, key_or_name);
  g_autofree char *folded = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;
  guint n_found = 0;

  if (found != NULL)
    return found;

  folded = votum_text_fold (key_or_name);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lists[kind])); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (G_LIST_MODEL (self->lists[kind]), i);

      if (name_is (thing, folded))
        {
          found = thing;
          n_found++;
        }
    }
  if (n_found == 1)
    return found;

  shown = votum_text_quote (key_or_name);
  if (n_found == 0)
    g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_FOUND, message = not_found (kind, shown));
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("More than one is named “%s”. Use the id instead."), shown);

  return NULL;
}

/**
 * votum_case_name_of:
 * @self: a case
 * @thing: a thing of the case
 * @lang: the reader's language
 *
 * Returns: (transfer full): what people call it: its name, or the name of what it is about, or its id. Where
 *   votum_case_knows_names() says no, a finalist is called by its alias.
 */
char *
votum_case_name_of (VotumCase  *self,
                    VotumThing *thing,
                    const char *lang)
{
  const VotumThingInfo *info = votum_thing_get_info (thing);
  int name = votum_thing_info_find (info, "name");
  int entrant = votum_thing_info_find (info, "entrant");

  if (VOTUM_IS_ENTRANT (thing) && votum_thing_is_set (thing, name))
    return g_strdup (votum_case_entrant_name (self, thing));

  if (name >= 0 && votum_thing_is_set (thing, name))
    {
      if (info->fields[name].type == VOTUM_FIELD_TEXTS)
        return g_strdup (votum_texts_get (votum_thing_get_texts (thing, name), lang));
      return g_strdup (votum_thing_get_text (thing, name));
    }

  if (entrant >= 0 && !votum_thing_get_symbolic (thing) && votum_thing_is_set (thing, entrant))
    {
      VotumThing *about = votum_case_lookup (self, votum_thing_get_ref (thing, entrant));

      if (about != NULL)
        return votum_case_name_of (self, about, lang);
    }
  /* a text about all who share a prize is about the prize */
  if (VOTUM_IS_CITATION (thing) && votum_case_get_award (self) != NULL)
    return votum_case_name_of (self, votum_case_get_award (self), lang);

  return g_strdup (votum_thing_get_key (thing));
}
