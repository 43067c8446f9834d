#include "votum-config.h"

#include "votum-search-text.h"

#include <string.h>

/* Letters with a stroke have no accent that could be taken off, and are no other letter to somebody in a hurry. */
static const struct {
  gunichar    letter;
  const char *plain;
} strokes[] = {
  { 0xe6, "ae" }, { 0xf8, "o" }, { 0xf0, "d" }, { 0xfe, "th" }, { 0x111, "d" }, { 0x142, "l" }, { 0x153, "oe" }, { 0x131, "i" },
};

/* Appends the folded form of one character. */
static void
fold_character (GString  *folded,
                gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      gunichar lower = g_unichar_tolower (parts[i]);
      const char *plain = NULL;

      if (g_unichar_type (lower) == G_UNICODE_NON_SPACING_MARK)
        continue;
      for (guint s = 0; lower > 0x7f && s < G_N_ELEMENTS (strokes) && plain == NULL; s++)
        if (strokes[s].letter == lower)
          plain = strokes[s].plain;
      if (plain != NULL)
        g_string_append (folded, plain);
      else
        g_string_append_unichar (folded, lower);
    }
}

/* @places: (nullable): for each byte of the folded text, where its character stands in @text; and once more for the end */
static char *
fold (const char *text,
      GArray     *places)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint place = p - text;

      fold_character (folded, g_utf8_get_char (p));
      while (places != NULL && places->len < folded->len)
        g_array_append_val (places, place);
    }
  if (places != NULL)
    {
      guint end = strlen (text);

      g_array_append_val (places, end);
    }

  return g_string_free (folded, FALSE);
}

/**
 * votum_search_fold:
 * @text: UTF-8 text
 *
 * Returns: (transfer full): the form in which it is searched
 */
char *
votum_search_fold (const char *text)
{
  return fold (text, NULL);
}

/**
 * votum_search_words:
 * @query: what somebody typed
 *
 * Returns: (transfer full): its words, folded; all of them have to be found
 */
char **
votum_search_words (const char *query)
{
  g_autofree char *folded = votum_search_fold (query);
  g_auto(GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

gboolean
votum_search_matches (const char        *folded,
                      const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
mark (PangoAttrList *list,
      guint          start,
      guint          end)
{
  PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD), pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = start;
      attributes[i]->end_index = end;
      pango_attr_list_change (list, attributes[i]);
    }
}

/**
 * votum_search_mark:
 * @text: UTF-8 text as it is shown
 * @words: what votum_search_words() returned
 *
 * Returns: (transfer full): attributes that show where the words stand in @text, by more than a colour
 */
PangoAttrList *
votum_search_mark (const char        *text,
                   const char *const *words)
{
  PangoAttrList *list = pango_attr_list_new ();
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = fold (text, places);

  for (guint i = 0; words[i] != NULL; i++)
    for (const char *found = strstr (folded, words[i]); found != NULL; found = strstr (found + strlen (words[i]), words[i]))
      {
        guint last = g_array_index (places, guint, found - folded + strlen (words[i]) - 1);

        mark (list, g_array_index (places, guint, found - folded), g_utf8_next_char (text + last) - text);
      }

  return list;
}
