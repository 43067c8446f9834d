#include "votum-config.h"

#include "votum-case-diploma.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-private.h"
#include "votum-case-report-private.h"
#include "votum-words.h"

/* The diplomas, filled from the case: one for the prize, for every place and honourable mention that was decided, and for the
 * finalists of the last round. */

#define LONGEST_SENTENCE 220   /* what can be read at a distance */

/**
 * votum_diploma_content_free:
 * @self: (transfer full): a content
 *
 * Frees @self.
 */
void
votum_diploma_content_free (VotumDiplomaContent *self)
{
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->entrants);
  g_free (self);
}

/* The sentence of a citation that says why: the first that does not only say who gets what. */
static char *
sentence_of (const char *citation,
             const char *name)
{
  g_auto(GStrv) sentences = NULL;
  g_autofree char *line = g_strdup (citation != NULL ? citation : "");

  g_strdelimit (line, "\n", ' ');
  sentences = g_strsplit (line, ". ", -1);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      const char *sentence = g_strstrip (sentences[i]);
      gboolean ends = *sentence == '\0' || strchr (".!?…»”", sentence[strlen (sentence) - 1]) != NULL;

      if (*sentence == '\0' || strstr (sentence, name) != NULL || g_utf8_strlen (sentence, -1) > LONGEST_SENTENCE)
        continue;

      return g_strconcat (sentence, ends ? "" : ".", NULL);
    }

  return NULL;
}

static void
fill_signers (VotumVerdictBuilder *builder,
              const VotumVerdict  *head,
              VotumDiploma        *diploma)
{
  VotumDiplomaSigner *signers = votum_verdict_own_array (builder, VotumDiplomaSigner, 2);
  const char *chair = votum_case_chair_name (builder->self);

  if (chair != NULL)
    signers[diploma->n_signers++] = (VotumDiplomaSigner) { chair, votum_words (builder->lang, VOTUM_WORD_CHAIR) };
  if (head->organiser != NULL)
    signers[diploma->n_signers++] = (VotumDiplomaSigner) { head->organiser, votum_words (builder->lang, VOTUM_WORD_ORGANISER) };
  diploma->signers = signers;
}

static void
add_diploma (VotumVerdictBuilder *builder,
             const VotumVerdict  *head,
             guint                entrant,
             const char          *outcome,
             gboolean             honoured,
             VotumDiplomaContent *content)
{
  VotumThing *thing = g_ptr_array_index (builder->standing->entrants, entrant);
  VotumThing *award = votum_case_get_award (builder->self);
  VotumThing *citation = votum_case_find_citation_of (builder->self, thing, builder->lang);
  VotumDiploma *diploma = &content->diplomas[content->n++];
  gboolean ceremony = votum_thing_is_set (award, VOTUM_AWARD_CEREMONY);

  diploma->award_name = head->award_name;
  diploma->year = head->year;
  diploma->class_name = head->class_name;
  diploma->organiser = head->organiser;
  diploma->created = head->created;
  diploma->name = head->entrants[entrant].name;
  diploma->outcome = outcome;
  diploma->honoured = honoured;
  diploma->sentence = citation != NULL
                        ? votum_verdict_own (builder, sentence_of (votum_thing_get_text (citation, VOTUM_CITATION_TEXT), diploma->name)) : NULL;
  diploma->place = head->place;
  diploma->date = ceremony ? votum_thing_get_text (award, VOTUM_AWARD_CEREMONY) : head->date;
  diploma->draft = head->undecided;
  fill_signers (builder, head, diploma);
  g_ptr_array_add (content->entrants, g_object_ref (thing));
}

/* The prize first, then the places, then the honourable mentions. */
static void
add_decided (VotumVerdictBuilder *builder,
             const VotumVerdict  *head,
             VotumThing          *wanted,
             VotumDiplomaContent *content)
{
  static const VotumVerdictOutcome order[] = { VOTUM_OUTCOME_WINNER, VOTUM_OUTCOME_SHARED, VOTUM_OUTCOME_PLACED, VOTUM_OUTCOME_MENTION };

  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    for (guint i = 0; i < head->n_decisions; i++)
      {
        const VotumVerdictDecision *decision = &head->decisions[i];
        gboolean honoured = decision->outcome == VOTUM_OUTCOME_WINNER || decision->outcome == VOTUM_OUTCOME_SHARED;
        VotumThing *entrant = decision->entrant >= 0 ? g_ptr_array_index (builder->standing->entrants, decision->entrant) : NULL;
        const char *outcome;

        if (entrant == NULL || decision->outcome != order[o] || (wanted != NULL && entrant != wanted) ||
            g_ptr_array_find (content->entrants, entrant, NULL))
          continue;
        outcome = decision->outcome == VOTUM_OUTCOME_SHARED ? g_strdup (votum_words (builder->lang, VOTUM_WORD_DIPLOMA_SHARED))
                                                            : votum_verdict_outcome (builder->lang, decision);
        add_diploma (builder, head, decision->entrant, votum_verdict_own (builder, (gpointer) outcome), honoured, content);
      }
}

/**
 * votum_case_diploma_content:
 * @self: a case
 * @standing: the result of a class
 * @entrant: (nullable): only the diploma of this one
 * @lang: the language of the diplomas
 * @error: return location for an error
 *
 * Returns: (transfer full): what the diplomas say; before the decision, that somebody is a finalist, as a draft. %NULL with a
 *   sentence where there is none to write
 */
VotumDiplomaContent *
votum_case_diploma_content (VotumCase     *self,
                            VotumStanding *standing,
                            VotumThing    *entrant,
                            const char    *lang,
                            GError       **error)
{
  g_autoptr(VotumDiplomaContent) content = NULL;
  g_autoptr(GPtrArray) winners = NULL;
  VotumVerdictBuilder builder = { self, standing, lang, NULL };
  VotumVerdict head = { 0 };

  if (!votum_case_may_document (self, standing, error))
    return NULL;

  content = g_new0 (VotumDiplomaContent, 1);
  content->owned = builder.owned = g_ptr_array_new_with_free_func (g_free);
  content->entrants = g_ptr_array_new_with_free_func (g_object_unref);
  content->diplomas = votum_verdict_own_array (&builder, VotumDiploma, standing->entrants->len);
  winners = votum_case_get_winners (self, standing);
  votum_verdict_fill_head (&builder, winners, &head);
  if (!head.undecided)
    add_decided (&builder, &head, entrant, content);
  for (guint e = 0; e < standing->entrants->len; e++)
    {
      VotumThing *finalist = g_ptr_array_index (standing->entrants, e);

      if (votum_sheet_in_round (standing->sheet, standing->last_round, e) && (entrant == NULL || finalist == entrant) &&
          !g_ptr_array_find (content->entrants, finalist, NULL))
        add_diploma (&builder, &head, e, votum_words (lang, VOTUM_WORD_FINALIST), FALSE, content);
    }
  if (content->n > 0)
    return g_steal_pointer (&content);

  if (entrant != NULL)
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, _("%s is no finalist, and nothing was decided for it: there is no diploma."),
                 votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME));
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, "%s", _("There is nobody to give a diploma to."));

  return NULL;
}

/**
 * votum_case_diploma:
 * @self: a case
 * @standing: the result of a class
 * @entrant: (nullable): only the diploma of this one
 * @lang: the language of the diplomas
 * @error: return location for an error
 *
 * Returns: (transfer full): the diplomas, a page each, ready to be drawn on screen or written as PDF; %NULL as
 *   votum_case_diploma_content()
 */
VotumPaper *
votum_case_diploma (VotumCase     *self,
                    VotumStanding *standing,
                    VotumThing    *entrant,
                    const char    *lang,
                    GError       **error)
{
  g_autoptr(VotumDiplomaContent) content = votum_case_diploma_content (self, standing, entrant, lang, error);

  return content != NULL ? votum_diploma_document (content->diplomas, content->n, lang) : NULL;
}
