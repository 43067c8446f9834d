#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-holder.h"
#include "votum-case-measures.h"
#include "votum-case-private.h"
#include "votum-case-report-private.h"

/* The feedback report of one finalist, filled from the case. What is not put into a VotumReport here cannot reach the finalist. */

/**
 * votum_report_content_free:
 * @self: (transfer full): a content
 *
 * Frees @self.
 */
void
votum_report_content_free (VotumReportContent *self)
{
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/**
 * votum_case_find_feedback:
 * @self: a case
 * @entrant: a finalist
 * @lang: a language
 *
 * Returns: (transfer none) (nullable): what the jury wrote to @entrant in @lang, of kind feedback
 */
VotumThing *
votum_case_find_feedback (VotumCase  *self,
                          VotumThing *entrant,
                          const char *lang)
{
  GListModel *feedbacks = votum_case_get_things (self, VOTUM_KIND_FEEDBACK);

  for (guint i = 0; i < g_list_model_get_n_items (feedbacks); i++)
    {
      g_autoptr(VotumThing) feedback = g_list_model_get_item (feedbacks, i);

      if (votum_thing_get_ref (feedback, VOTUM_FEEDBACK_ENTRANT) == votum_thing_get_id (entrant) && votum_case_may_see (self, feedback) &&
          g_strcmp0 (votum_thing_get_text (feedback, VOTUM_FEEDBACK_LANGUAGE), lang) == 0)
        return feedback;
    }

  return NULL;
}

/**
 * votum_case_reported:
 * @self: a case
 * @standing: the result of a class
 *
 * Returns: (transfer full) (element-type VotumThing): whom there is a feedback report for: those who were assessed, in the order
 *   in which they came
 */
GPtrArray *
votum_case_reported (VotumCase     *self,
                     VotumStanding *standing)
{
  GPtrArray *reported = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint e = 0; e < standing->entrants->len; e++)
    for (guint r = 0; r < standing->rounds->len; r++)
      {
        VotumStandingState state = votum_result_state (standing->result, r, e);

        if (state == VOTUM_STANDING_RANKED || state == VOTUM_STANDING_TOO_FEW)
          {
            g_ptr_array_add (reported, g_object_ref (g_ptr_array_index (standing->entrants, e)));
            break;
          }
      }

  return reported;
}

gboolean
votum_case_may_document (VotumCase     *self,
                         VotumStanding *standing,
                         GError       **error)
{
  if (!standing->own_only && votum_case_sees_all (self))
    return TRUE;

  g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED, "%s",
               _("The marks of the others are not to be seen in this copy: the chair or the secretary makes the documents."));

  return FALSE;
}

const char *
votum_case_chair_name (VotumCase *self)
{
  GListModel *jurors = votum_case_get_things (self, VOTUM_KIND_JUROR);

  for (guint i = 0; i < g_list_model_get_n_items (jurors); i++)
    {
      g_autoptr(VotumThing) juror = g_list_model_get_item (jurors, i);

      if (votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_CHAIR))
        return votum_thing_get_text (juror, VOTUM_JUROR_NAME);
    }

  return NULL;
}

static void
fill_head (VotumVerdictBuilder *builder,
           const VotumVerdict  *head,
           guint                entrant,
           VotumReport         *report)
{
  report->award_name = head->award_name;
  report->year = head->year;
  report->class_name = head->class_name;
  report->organiser = head->organiser;
  report->place = head->undecided ? NULL : head->place;
  report->date = head->date;
  report->created = head->created;
  report->name = votum_case_entrant_name (builder->self, g_ptr_array_index (builder->standing->entrants, entrant));
  report->chair = votum_case_chair_name (builder->self);
  report->undecided = head->undecided;
  for (guint i = 0; i < head->n_decisions && !head->undecided; i++)
    if (head->decisions[i].entrant == (int) entrant)
      report->outcome = votum_verdict_own (builder, votum_verdict_outcome (builder->lang, &head->decisions[i]));
}

VotumThing *
votum_case_find_citation_of (VotumCase  *self,
                             VotumThing *entrant,
                             const char *lang)
{
  GListModel *citations = votum_case_get_things (self, VOTUM_KIND_CITATION);
  VotumThing *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (citations); i++)
    {
      g_autoptr(VotumThing) citation = g_list_model_get_item (citations, i);
      int form = votum_thing_get_choice (citation, VOTUM_CITATION_FORM);

      if (votum_thing_get_ref (citation, VOTUM_CITATION_ENTRANT) != votum_thing_get_id (entrant) ||
          g_strcmp0 (votum_thing_get_text (citation, VOTUM_CITATION_LANGUAGE), lang) != 0 || !votum_case_may_see (self, citation))
        continue;
      if (best == NULL || form < votum_thing_get_choice (best, VOTUM_CITATION_FORM) ||
          (form == votum_thing_get_choice (best, VOTUM_CITATION_FORM) &&
           votum_thing_get_number (citation, VOTUM_CITATION_VERSION) >= votum_thing_get_number (best, VOTUM_CITATION_VERSION)))
        best = citation;
    }

  return best;
}

static void
fill_citation (VotumVerdictBuilder *builder,
               VotumThing          *entrant,
               VotumReport         *report)
{
  VotumThing *citation = votum_case_find_citation_of (builder->self, entrant, builder->lang);

  if (citation == NULL)
    return;
  report->citation = votum_thing_get_text (citation, VOTUM_CITATION_TEXT);
  report->quote = votum_verdict_own (builder, votum_citation_bare_quote (votum_thing_get_text (citation, VOTUM_CITATION_QUOTE)));
  report->quote_source = votum_thing_get_text (citation, VOTUM_CITATION_QUOTE_SOURCE);
}

/* (transfer none): the lines of a text without the dashes that somebody may have set before them */
static const char *const *
lines_of (VotumVerdictBuilder *builder,
          const char          *text)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint n_lines = g_strv_length (lines);
  const char **kept = votum_verdict_own_array (builder, const char *, n_lines);
  guint n = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const char *line = g_strstrip (lines[i]);

      for (const char *const *mark = (const char *const[]) { "- ", "– ", "• ", "* ", NULL }; *mark != NULL; mark++)
        if (g_str_has_prefix (line, *mark))
          line += strlen (*mark);
      if (*line != '\0')
        kept[n++] = votum_verdict_own (builder, g_strdup (line));
    }

  return n > 0 ? kept : NULL;
}

static void
warn_of_names (VotumCase  *self,
               VotumThing *entrant,
               const char *text,
               GPtrArray  *warnings)
{
  const char *named = votum_report_names (self, entrant, text);

  if (named != NULL)
    g_ptr_array_add (warnings, g_strdup_printf (_("%s: the jury’s words in the feedback report name %s."),
                                                votum_case_entrant_name (self, entrant), named));
}

static void
fill_texts (VotumVerdictBuilder    *builder,
            VotumThing             *entrant,
            const VotumReportTexts *texts,
            VotumReportContent     *content)
{
  content->report.words = texts->words != NULL && *texts->words != '\0' ? texts->words : NULL;
  content->report.strengths = lines_of (builder, texts->strengths);
  content->report.opportunities = lines_of (builder, texts->opportunities);
  warn_of_names (builder->self, entrant, texts->words, content->warnings);
  warn_of_names (builder->self, entrant, texts->strengths, content->warnings);
  warn_of_names (builder->self, entrant, texts->opportunities, content->warnings);
  warn_of_names (builder->self, entrant, content->report.citation, content->warnings);
}

static void
fill_measures (VotumVerdictBuilder *builder,
               VotumThing          *entrant,
               VotumReport         *report)
{
  g_autoptr(GArray) all = votum_case_measures (builder->self, builder->standing->class);
  VotumReportMeasure *measures = votum_verdict_own_array (builder, VotumReportMeasure, all->len);

  for (guint i = 0; i < all->len; i++)
    {
      const VotumMeasured *measured = &g_array_index (all, VotumMeasured, i);
      VotumReportMeasure *filled = &measures[report->n_measures];

      if (measured->entrant != entrant)
        continue;
      filled->name = votum_verdict_texts (builder, measured->indicator, VOTUM_INDICATOR_NAME);
      filled->figure = votum_thing_get_text (measured->measure, VOTUM_MEASURE_VALUE);
      filled->unit = votum_thing_get_text (measured->indicator, VOTUM_INDICATOR_UNIT);
      if (measured->n_answers > 0)
        filled->answers = votum_verdict_own (builder, g_strdup_printf ("%u", measured->n_answers));
      filled->period = votum_thing_get_text (measured->measure, VOTUM_MEASURE_PERIOD);
      filled->source = votum_thing_get_text (measured->measure, VOTUM_MEASURE_SOURCE);
      report->n_measures++;
    }
  report->measures = measures;
}

/**
 * votum_case_report_content:
 * @self: a case
 * @standing: the result of the finalist's class
 * @entrant: the finalist
 * @lang: the language of the report
 * @texts: (nullable): what the jury writes, as it is being written; otherwise what is stored in @lang
 * @error: return location for an error
 *
 * Returns: (transfer full): what the report says; %NULL with a sentence where this copy must not show the marks of all, or where
 *   the finalist has not been assessed
 */
VotumReportContent *
votum_case_report_content (VotumCase              *self,
                           VotumStanding          *standing,
                           VotumThing             *entrant,
                           const char             *lang,
                           const VotumReportTexts *texts,
                           GError                **error)
{
  VotumThing *feedback = votum_case_find_feedback (self, entrant, lang);
  VotumReportTexts stored = { NULL, NULL, NULL };
  g_autoptr(VotumReportContent) content = NULL;
  g_autoptr(GPtrArray) winners = NULL;
  VotumVerdict head = { 0 };
  VotumVerdictBuilder builder = { self, standing, lang, NULL };
  guint index;

  if (!votum_case_may_document (self, standing, error))
    return NULL;
  if (!g_ptr_array_find (standing->entrants, entrant, &index))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, _("%s is not in the race."), votum_case_entrant_name (self, entrant));
      return NULL;
    }

  content = g_new0 (VotumReportContent, 1);
  content->owned = builder.owned = g_ptr_array_new_with_free_func (g_free);
  content->warnings = g_ptr_array_new_with_free_func (g_free);
  winners = votum_case_get_winners (self, standing);
  votum_verdict_fill_head (&builder, winners, &head);
  fill_head (&builder, &head, index, &content->report);
  votum_report_fill_rounds (&builder, &head, index, &content->report);
  if (content->report.n_rounds == 0)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT, _("%s has not been assessed yet."), votum_case_entrant_name (self, entrant));
      return NULL;
    }
  votum_report_fill_notes (&builder, entrant, content->warnings, &content->report);
  fill_citation (&builder, entrant, &content->report);
  if (feedback != NULL)
    stored = (VotumReportTexts) { votum_thing_get_text (feedback, VOTUM_FEEDBACK_TEXT), votum_thing_get_text (feedback, VOTUM_FEEDBACK_STRENGTHS),
                                  votum_thing_get_text (feedback, VOTUM_FEEDBACK_OPPORTUNITIES) };
  fill_texts (&builder, entrant, texts != NULL ? texts : &stored, content);
  fill_measures (&builder, entrant, &content->report);

  return g_steal_pointer (&content);
}

/**
 * votum_case_report:
 * @self: a case
 * @standing: the result of the finalist's class
 * @entrant: the finalist
 * @lang: the language of the report
 * @texts: (nullable): what the jury writes, as it is being written; otherwise what is stored in @lang
 * @error: return location for an error
 *
 * Returns: (transfer full): the feedback report, ready to be drawn on screen or written as PDF; %NULL as votum_case_report_content()
 */
VotumPaper *
votum_case_report (VotumCase              *self,
                   VotumStanding          *standing,
                   VotumThing             *entrant,
                   const char             *lang,
                   const VotumReportTexts *texts,
                   GError                **error)
{
  g_autoptr(VotumReportContent) content = votum_case_report_content (self, standing, entrant, lang, texts, error);

  return content != NULL ? votum_report_document (&content->report, lang) : NULL;
}
