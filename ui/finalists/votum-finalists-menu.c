#include "votum-config.h"

#include "votum-finalists-menu.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-case-result.h"
#include "votum-finalist-words.h"
#include "votum-things.h"

static const struct {
  const char *word;
  const char *label;
} sorts[] = {
  /* TRANSLATORS: finalists are sorted by: the order in which the case has them */
  [VOTUM_FINALISTS_BY_ORDER] = { "order", N_("_Order of the Case") },
  [VOTUM_FINALISTS_BY_NAME] = { "name", N_("_Name") },
  [VOTUM_FINALISTS_BY_STATUS] = { "status", N_("_Status") },
  /* TRANSLATORS: finalists are sorted by: those whose marks are missing come first */
  [VOTUM_FINALISTS_BY_PROGRESS] = { "progress", N_("What Is _Left to Mark") },
};

static const char *const status_words[] = {
  [VOTUM_ENTRANT_STATUS_ENTERED] = "entered",         [VOTUM_ENTRANT_STATUS_SHORTLISTED] = "shortlisted",
  [VOTUM_ENTRANT_STATUS_FINALIST] = "finalist",       [VOTUM_ENTRANT_STATUS_WITHDRAWN] = "withdrawn",
  [VOTUM_ENTRANT_STATUS_DISQUALIFIED] = "disqualified",
};

static GMenuModel *
sort_section (void)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *action = g_strconcat ("finalists-list.sort::", sorts[i].word, NULL);

      g_menu_append (section, _(sorts[i].label), action);
    }

  return G_MENU_MODEL (section);
}

static GMenuModel *
status_section (void)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _("_All"), "finalists-list.status::all");
  g_menu_append (section, _("In the _Race"), "finalists-list.status::race");
  for (guint i = 0; i < G_N_ELEMENTS (status_words); i++)
    {
      g_autofree char *action = g_strconcat ("finalists-list.status::", status_words[i], NULL);

      g_menu_append (section, votum_finalist_status_word (i), action);
    }

  return G_MENU_MODEL (section);
}

static GMenuModel *
class_section (VotumDesk *desk,
               GPtrArray *classes)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _("All _Classes"), "finalists-list.class::0");
  for (guint i = 0; i < classes->len; i++)
    {
      VotumThing *class_thing = g_ptr_array_index (classes, i);
      g_autofree char *name = votum_desk_name (desk, class_thing);
      g_auto(GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autofree char *action = g_strdup_printf ("finalists-list.class::%" G_GINT64_FORMAT, votum_thing_get_id (class_thing));

      g_menu_append (section, label, action);
    }

  return G_MENU_MODEL (section);
}

/**
 * votum_finalists_menu_new:
 * @desk: a desk
 *
 * Returns: (transfer full): the menu, with the classes that the case has now. Its actions are those of the group
 *   "finalists-list": "sort", "class" and "status", each with a word.
 */
GMenuModel *
votum_finalists_menu_new (VotumDesk *desk)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuModel) sort = sort_section ();
  g_autoptr(GMenuModel) status = status_section ();
  g_autoptr(GPtrArray) classes = votum_case_in_order (votum_desk_get_case (desk), VOTUM_KIND_CLASS);

  g_menu_append_section (menu, _("Sort By"), sort);
  if (classes->len > 0)
    {
      g_autoptr(GMenuModel) class_choice = class_section (desk, classes);

      g_menu_append_section (menu, _("Class"), class_choice);
    }
  g_menu_append_section (menu, _("Status"), status);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * votum_finalists_menu_sort:
 * @word: a word of the action "sort"
 *
 * Returns: what it asks for
 */
VotumFinalistsSort
votum_finalists_menu_sort (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sorts[i].word, word) == 0)
      return i;

  return VOTUM_FINALISTS_BY_ORDER;
}

/**
 * votum_finalists_menu_status:
 * @word: a word of the action "status"
 *
 * Returns: the status it asks for, %VOTUM_FINALISTS_ALL or %VOTUM_FINALISTS_IN_THE_RACE
 */
int
votum_finalists_menu_status (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_words); i++)
    if (strcmp (status_words[i], word) == 0)
      return i;

  return strcmp (word, "race") == 0 ? VOTUM_FINALISTS_IN_THE_RACE : VOTUM_FINALISTS_ALL;
}

/**
 * votum_finalists_menu_describe:
 * @desk: a desk
 * @class_id: number of a class, 0 for all
 * @status: what votum_finalists_menu_status() gives
 *
 * Returns: (transfer full): what is shown, for people: "Large companies · Withdrawn"
 */
char *
votum_finalists_menu_describe (VotumDesk *desk,
                               gint64     class_id,
                               int        status)
{
  VotumThing *class_thing = class_id != 0 ? votum_case_lookup (votum_desk_get_case (desk), class_id) : NULL;
  g_autofree char *class_name = class_thing != NULL ? votum_desk_name (desk, class_thing) : NULL;
  const char *word = status == VOTUM_FINALISTS_IN_THE_RACE ? _("In the race")
                     : status >= 0                          ? votum_finalist_status_word (status)
                                                            : NULL;

  if (class_name != NULL && word != NULL)
    return g_strdup_printf ("%s · %s", class_name, word);

  return g_strdup (class_name != NULL ? class_name : word != NULL ? word : "");
}
