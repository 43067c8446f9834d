#include "votum-config.h"

#include "votum-text-languages.h"

#include "votum-language-names.h"
#include "votum-words.h"

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
  const char *const *written = votum_words_langs ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (langs, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && votum_words_has_lang (words[i]))
      g_ptr_array_add (langs, g_strdup (words[i]));
  for (guint i = 0; written[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (langs, written[i], g_str_equal, NULL))
      g_ptr_array_add (langs, g_strdup (written[i]));

  for (guint i = 0; i < langs->len; i++)
    gtk_string_list_append (names, votum_language_own_name (g_ptr_array_index (langs, i)));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
}
