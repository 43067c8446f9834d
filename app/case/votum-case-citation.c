#include "votum-config.h"

#include "votum-case-citation.h"

#include <string.h>

#include "votum-case-first-draft.h"
#include "votum-case-private.h"

void
votum_citation_text_free (VotumCitationText *self)
{
  g_free (self->text);
  g_free (self->quote);
  g_free (self->quote_source);
  g_free (self);
}

static gboolean
same_class (VotumThing    *thing,
            guint          field,
            VotumStanding *standing)
{
  gint64 class = votum_thing_get_ref (thing, field);

  return class == 0 || standing->class == NULL || class == votum_thing_get_id (standing->class);
}

/**
 * votum_case_is_decided:
 * @self: a case
 * @standing: the result of the class
 *
 * Returns: whether the jury has decided who gets the prize, or that nobody does
 */
gboolean
votum_case_is_decided (VotumCase     *self,
                       VotumStanding *standing)
{
  GListModel *decisions = votum_case_get_things (self, VOTUM_KIND_DECISION);

  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (decisions, i);
      int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);
      VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));

      if (votum_case_may_see (self, decision) && same_class (decision, VOTUM_DECISION_CLASS, standing) && (entrant == NULL || same_class (entrant, VOTUM_ENTRANT_CLASS, standing)) &&
          (outcome == VOTUM_DECISION_OUTCOME_NONE || outcome == VOTUM_DECISION_OUTCOME_WINNER || outcome == VOTUM_DECISION_OUTCOME_SHARED))
        return TRUE;
    }

  return FALSE;
}

/**
 * votum_case_get_winners:
 * @self: a case
 * @standing: the result of the class
 *
 * Who gets the prize: by the jury's decision; before there is one, those who lead by the rule.
 *
 * Returns: (transfer full) (element-type VotumThing): one entrant, several who share, or none
 */
GPtrArray *
votum_case_get_winners (VotumCase     *self,
                        VotumStanding *standing)
{
  GPtrArray *winners = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *decisions = votum_case_get_things (self, VOTUM_KIND_DECISION);
  g_autoptr(GArray) order = NULL;
  gboolean decided = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (decisions, i);
      int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);
      VotumThing *entrant = votum_case_lookup (self, votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT));

      if (!votum_case_may_see (self, decision) || !same_class (decision, VOTUM_DECISION_CLASS, standing))
        continue;
      if (outcome == VOTUM_DECISION_OUTCOME_NONE)
        decided = TRUE;
      if (entrant == NULL || (outcome != VOTUM_DECISION_OUTCOME_WINNER && outcome != VOTUM_DECISION_OUTCOME_SHARED) ||
          !same_class (entrant, VOTUM_ENTRANT_CLASS, standing))
        continue;
      decided = TRUE;
      g_ptr_array_add (winners, g_object_ref (entrant));
    }
  if (decided)
    return winners;

  order = votum_result_order (standing->result, standing->last_round);
  for (guint i = 0; i < order->len; i++)
    {
      guint entrant = g_array_index (order, guint, i);

      if (votum_result_position (standing->result, standing->last_round, entrant) == 1)
        g_ptr_array_add (winners, g_object_ref (g_ptr_array_index (standing->entrants, entrant)));
    }

  return winners;
}

/**
 * votum_citation_bare_quote:
 * @quote: (nullable): a quote as it was noted, perhaps with its marks of quotation
 *
 * Returns: (transfer full) (nullable): the quote without them; the page sets its own
 */
char *
votum_citation_bare_quote (const char *quote)
{
  static const char *const pairs[][2] = { { "«", "»" }, { "“", "”" }, { "”", "”" }, { "„", "“" }, { "\"", "\"" } };

  for (guint i = 0; quote != NULL && i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (quote, pairs[i][0]) && g_str_has_suffix (quote, pairs[i][1]) &&
        strlen (quote) > strlen (pairs[i][0]) + strlen (pairs[i][1]))
      return g_strndup (quote + strlen (pairs[i][0]), strlen (quote) - strlen (pairs[i][0]) - strlen (pairs[i][1]));

  return g_strdup (quote);
}

/* The latest version in the language that is about @entrant, or about nobody in particular where that is %NULL; the wanted
 * form before the other one. */
static VotumThing *
find_citation (VotumCase     *self,
               VotumStanding *standing,
               VotumThing    *entrant,
               const char    *lang,
               gboolean       name_last)
{
  GListModel *citations = votum_case_get_things (self, VOTUM_KIND_CITATION);
  int wanted = name_last ? VOTUM_CITATION_FORM_NAME_LAST : VOTUM_CITATION_FORM_NAME_FIRST;
  gint64 about = entrant != NULL ? votum_thing_get_id (entrant) : 0;
  VotumThing *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr(VotumThing) citation = g_list_model_get_item (citations, i);
      gboolean fits;
      gboolean best_fits;

      if (!votum_case_may_see (self, citation) || g_strcmp0 (votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE), lang) != 0 ||
          votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT) != about || !same_class (citation, VOTUM_CITATION_CLASS, standing))
        continue;
      fits = votum_thing_get_choice (citation, VOTUM_CITATION_FORM) == wanted;
      best_fits = best != NULL && votum_thing_get_choice (best, VOTUM_CITATION_FORM) == wanted;
      if (best == NULL || (fits && !best_fits) ||
          (fits == best_fits && votum_thing_get_number (citation, VOTUM_CITATION_VERSION) >=
                                  votum_thing_get_number (best, VOTUM_CITATION_VERSION)))
        best = citation;
    }

  return best;
}

/* What the jury wrote: one text about all who share the prize, or one about each of them, or none. */
static gboolean
collect_citations (VotumCase         *self,
                   VotumStanding     *standing,
                   GPtrArray         *winners,
                   const char        *lang,
                   gboolean           name_last,
                   VotumCitationText *text)
{
  g_autoptr(GPtrArray) citations = g_ptr_array_new ();
  g_autoptr(GString) all = g_string_new (NULL);
  VotumThing *common = winners->len != 1 ? find_citation (self, standing, NULL, lang, name_last) : NULL;

  if (common != NULL)
    g_ptr_array_add (citations, common);
  for (guint i = 0; i < winners->len && common == NULL; i++)
    {
      VotumThing *citation = find_citation (self, standing, g_ptr_array_index (winners, i), lang, name_last);

      if (citation == NULL && winners->len == 1)
        citation = find_citation (self, standing, NULL, lang, name_last);
      if (citation == NULL)
        return FALSE;
      g_ptr_array_add (citations, citation);
    }
  if (citations->len == 0)
    return FALSE;

  for (guint i = 0; i < citations->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "\n\n" : "",
                            votum_thing_get_text (g_ptr_array_index (citations, i), VOTUM_CITATION_TEXT));
  text->text = g_string_free (g_steal_pointer (&all), FALSE);
  text->name_last = votum_thing_get_choice (g_ptr_array_index (citations, 0), VOTUM_CITATION_FORM) == VOTUM_CITATION_FORM_NAME_LAST;
  text->quote = votum_citation_bare_quote (votum_thing_get_text (g_ptr_array_index (citations, 0), VOTUM_CITATION_QUOTE));
  text->quote_source = g_strdup (votum_thing_get_text (g_ptr_array_index (citations, 0), VOTUM_CITATION_QUOTE_SOURCE));

  return TRUE;
}

/**
 * votum_case_get_citation:
 * @self: a case
 * @standing: the result of the class
 * @winners: (element-type VotumThing): who gets the prize
 * @lang: the language
 * @name_last: whether the form with the name last is wanted, for the stage
 *
 * The jury's text, or where none is written in @lang, a first draft from the notes marked as quotable, along the
 * structure of the genre. Without winner or notes there is no text.
 *
 * Returns: (transfer full): the text
 */
VotumCitationText *
votum_case_get_citation (VotumCase     *self,
                         VotumStanding *standing,
                         GPtrArray     *winners,
                         const char    *lang,
                         gboolean       name_last)
{
  VotumCitationText *text = g_new0 (VotumCitationText, 1);

  if (collect_citations (self, standing, winners, lang, name_last, text))
    return text;

  /* that there is no award needs no text */
  text->draft = winners->len > 0 || !votum_case_is_decided (self, standing);
  if (winners->len > 0)
    {
      VotumThing *about = winners->len == 1 ? g_ptr_array_index (winners, 0) : NULL;
      int form = name_last ? VOTUM_CITATION_FORM_NAME_LAST : VOTUM_CITATION_FORM_NAME_FIRST;
      g_autoptr(VotumFirstDraft) draft = votum_case_first_draft (self, standing, about, lang, form);

      text->text = g_steal_pointer (&draft->text);
      text->name_last = name_last;
      text->quote = g_steal_pointer (&draft->quote);
      text->quote_source = g_steal_pointer (&draft->quote_source);
    }

  return text;
}
