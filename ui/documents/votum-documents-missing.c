#include "votum-config.h"

#include "votum-documents-missing.h"

#include <glib/gi18n.h>

#include "votum-case-citation.h"
#include "votum-texts.h"
#include "votum-things.h"

/* What a document is waiting for: a decision, a text, the jury's words. */

/* (transfer full) (nullable): the names of the classes that @is_missing is true of; "" where it is true of all there are. */
static char *
name_classes (const VotumDocumentWish *wish,
              gboolean               (*is_missing) (const VotumDocumentWish *wish, VotumStanding *standing))
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < wish->standings->len; i++)
    {
      VotumStanding *standing = g_ptr_array_index (wish->standings, i);

      if (is_missing (wish, standing))
        g_ptr_array_add (names, standing->class != NULL ? votum_case_name_of (wish->votum_case, standing->class, g_get_language_names ()[0])
                                                        : g_strdup (""));
    }
  if (names->len == 0)
    return NULL;
  if (names->len == wish->standings->len)
    return g_strdup ("");
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
is_undecided (const VotumDocumentWish *wish,
              VotumStanding           *standing)
{
  return !votum_case_is_decided (wish->votum_case, standing);
}

static gboolean
is_unwritten (const VotumDocumentWish *wish,
              VotumStanding           *standing)
{
  g_autoptr(GPtrArray) winners = votum_case_get_winners (wish->votum_case, standing);
  g_autoptr(VotumCitationText) text = NULL;

  if (is_undecided (wish, standing) || winners->len == 0)
    return FALSE;
  text = votum_case_get_citation (wish->votum_case, standing, winners, wish->lang, wish->kind == VOTUM_DOCUMENTS_SLIDES);

  return text->draft;
}

static gboolean
has_words (VotumCase  *votum_case,
           VotumThing *entrant,
           const char *lang)
{
  VotumThing *feedback = votum_case_find_feedback (votum_case, entrant, lang);

  return feedback != NULL && (votum_thing_is_set (feedback, VOTUM_FEEDBACK_TEXT) || votum_thing_is_set (feedback, VOTUM_FEEDBACK_STRENGTHS) ||
                              votum_thing_is_set (feedback, VOTUM_FEEDBACK_OPPORTUNITIES));
}

static char *
count_words (const VotumDocumentWish *wish)
{
  guint n = 0, without = 0;

  for (guint i = 0; i < wish->standings->len; i++)
    {
      g_autoptr(GPtrArray) reported = votum_case_reported (wish->votum_case, g_ptr_array_index (wish->standings, i));

      n += reported->len;
      for (guint e = 0; e < reported->len; e++)
        without += !has_words (wish->votum_case, g_ptr_array_index (reported, e), wish->lang);
    }
  if (without == 0)
    return NULL;

  /* TRANSLATORS: of so many finalists (the second number) so many get a feedback report in which the jury has written nothing in the
   * language that is chosen. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u without the jury’s words", "%u of %u without the jury’s words", without),
                          without, n);
}

static char *
say_undecided (const VotumDocumentWish *wish)
{
  g_autofree char *names = name_classes (wish, is_undecided);

  if (names == NULL)
    return NULL;

  return *names == '\0' ? g_strdup (_("The jury has not decided yet")) : g_strdup_printf (_("Not decided yet: %s"), names);
}

static char *
say_unwritten (const VotumDocumentWish *wish)
{
  g_autofree char *names = name_classes (wish, is_unwritten);

  if (names == NULL)
    return NULL;

  return *names == '\0' ? g_strdup (_("No citation in this language")) : g_strdup_printf (_("No citation in this language: %s"), names);
}

/**
 * votum_documents_name_of:
 * @desk: the desk
 * @entrant: a finalist
 * @lang: the language of the report; %NULL where it is about none
 *
 * Returns: (transfer full): the name, and whether the jury has still to write to them
 */
char *
votum_documents_name_of (VotumDesk  *desk,
                         VotumThing *entrant,
                         const char *lang)
{
  g_autofree char *name = votum_desk_name (desk, entrant);

  if (lang == NULL || has_words (votum_desk_get_case (desk), entrant, lang))
    return g_steal_pointer (&name);

  /* TRANSLATORS: %s is a finalist to whom the jury has written nothing yet. */
  return g_strdup_printf (_("%s (no words yet)"), name);
}

/**
 * votum_documents_class_names:
 * @desk: the desk
 * @standings: (nullable) (element-type VotumStanding): of all classes
 *
 * Returns: (transfer full): the names of the classes, for a choice
 */
GListModel *
votum_documents_class_names (VotumDesk *desk,
                             GPtrArray *standings)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; standings != NULL && i < standings->len; i++)
    {
      VotumStanding *standing = g_ptr_array_index (standings, i);

      gtk_string_list_append (names, standing->class != NULL ? votum_desk_text (desk, standing->class, VOTUM_CLASS_NAME) : "");
    }

  return G_LIST_MODEL (names);
}

/**
 * votum_documents_missing:
 * @wish: which document, of which case, in which language
 *
 * Returns: (transfer full) (nullable): what it is waiting for, in a few words; %NULL where it is ready
 */
char *
votum_documents_missing (const VotumDocumentWish *wish)
{
  char *undecided = say_undecided (wish);

  if (undecided != NULL)
    return undecided;
  switch (wish->kind)
    {
    case VOTUM_DOCUMENTS_CITATION:
    case VOTUM_DOCUMENTS_SLIDES:
      return say_unwritten (wish);
    case VOTUM_DOCUMENTS_FEEDBACK:
      return count_words (wish);
    default:
      return NULL;
    }
}
