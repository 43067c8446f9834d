#include "votum-config.h"

#include "votum-text-languages.h"

#include <string.h>

#include "votum-words.h"

static const struct {
  const char *lang;
  const char *name;
} lang_names[] = {
  { "nb", "Bokmål" }, { "nn", "Nynorsk" }, { "sv", "Svenska" }, { "da", "Dansk" }, { "en", "English" },
};

/**
 * votum_text_languages_fill:
 * @choice: gets the languages by their own names
 * @desk: the desk
 * @langs: (element-type utf8): gets their tags, in the same order
 *
 * The award's languages first; then those in which documents can be written all the same.
 */
void
votum_text_languages_fill (GtkDropDown *choice,
                           VotumDesk   *desk,
                           GPtrArray   *langs)
{
  const char *own = votum_desk_text (desk, votum_case_get_award (votum_desk_get_case (desk)), VOTUM_AWARD_LANGUAGES);
  g_auto(GStrv) words = g_strsplit (own, " ", -1);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (langs, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && votum_words_has_lang (words[i]))
      g_ptr_array_add (langs, g_strdup (words[i]));
  for (guint i = 0; i < G_N_ELEMENTS (lang_names); i++)
    if (!g_ptr_array_find_with_equal_func (langs, lang_names[i].lang, g_str_equal, NULL))
      g_ptr_array_add (langs, g_strdup (lang_names[i].lang));

  for (guint i = 0; i < langs->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (lang_names); k++)
      if (strcmp (lang_names[k].lang, g_ptr_array_index (langs, i)) == 0)
        gtk_string_list_append (names, lang_names[k].name);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
}
