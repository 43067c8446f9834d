#include "votum-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-holder.h"
#include "votum-case-report-private.h"

/* What a feedback report quotes: notes marked as quotable, without who wrote them, and who spoke only where that may be told.
 * A note that names another finalist or somebody of the jury stays out even so. */

/* Whether the name stands in the text as words of its own; both casefolded. */
static gboolean
has_name (const char *text,
          const char *name)
{
  gsize length = strlen (name);

  for (const char *found = strstr (text, name); found != NULL; found = strstr (found + 1, name))
    {
      gboolean begins = found == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found)));

      if (begins && !g_unichar_isalnum (g_utf8_get_char (found + length)))
        return TRUE;
    }

  return FALSE;
}

static const char *
find_name (VotumCase  *self,
           VotumKind   kind,
           guint       field,
           VotumThing *but,
           const char *text)
{
  GListModel *things = votum_case_get_things (self, kind);

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
      const char *name = votum_thing_get_text (thing, field);
      g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

      if (thing != but && folded != NULL && *folded != '\0' && has_name (text, folded))
        return name;
    }

  return NULL;
}

const char *
votum_report_names (VotumCase  *self,
                    VotumThing *entrant,
                    const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  const char *name;

  if (folded == NULL)
    return NULL;
  name = find_name (self, VOTUM_KIND_ENTRANT, VOTUM_ENTRANT_NAME, entrant, folded);

  return name != NULL ? name : find_name (self, VOTUM_KIND_JUROR, VOTUM_JUROR_NAME, NULL, folded);
}

static gboolean
is_quotable (VotumThing *note)
{
  int use = votum_thing_get_choice (note, VOTUM_NOTE_USE);

  return use == VOTUM_NOTE_USE_QUOTABLE || use == VOTUM_NOTE_USE_QUOTABLE_UNNAMED;
}

static void
fill_note (VotumVerdictBuilder *builder,
           VotumThing          *note,
           VotumReportNote     *filled)
{
  VotumThing *criterion = votum_case_lookup (builder->self, votum_thing_get_ref (note, VOTUM_NOTE_CRITERION));
  const char *speaker = votum_thing_get_text (note, VOTUM_NOTE_SPEAKER);

  filled->quote = votum_thing_get_choice (note, VOTUM_NOTE_KIND) == VOTUM_NOTE_KIND_QUOTE;
  filled->text = votum_thing_get_text (note, VOTUM_NOTE_TEXT);
  if (filled->quote)
    filled->text = votum_verdict_own (builder, votum_citation_bare_quote (filled->text));
  if (votum_thing_get_choice (note, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE && speaker != NULL && *speaker != '\0')
    filled->source = speaker;
  filled->criterion = criterion != NULL ? votum_verdict_texts (builder, criterion, VOTUM_CRITERION_NAME) : NULL;
}

void
votum_report_fill_notes (VotumVerdictBuilder *builder,
                         VotumThing          *entrant,
                         GPtrArray           *warnings,
                         VotumReport         *report)
{
  GListModel *notes = votum_case_get_things (builder->self, VOTUM_KIND_NOTE);
  guint n = g_list_model_get_n_items (notes);
  VotumReportNote *strengths = votum_verdict_own_array (builder, VotumReportNote, n);
  VotumReportNote *opportunities = votum_verdict_own_array (builder, VotumReportNote, n);
  VotumReportNote *seen = votum_verdict_own_array (builder, VotumReportNote, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VotumThing) note = g_list_model_get_item (notes, i);
      int kind = votum_thing_get_choice (note, VOTUM_NOTE_KIND);
      const char *named;

      if (votum_thing_get_ref (note, VOTUM_NOTE_ENTRANT) != votum_thing_get_id (entrant) || !is_quotable (note) ||
          kind == VOTUM_NOTE_KIND_QUESTION || votum_thing_get_text (note, VOTUM_NOTE_TEXT) == NULL || !votum_case_may_see (builder->self, note))
        continue;
      named = votum_report_names (builder->self, entrant, votum_thing_get_text (note, VOTUM_NOTE_TEXT));
      if (named == NULL && votum_thing_get_choice (note, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE)
        named = votum_report_names (builder->self, entrant, votum_thing_get_text (note, VOTUM_NOTE_SPEAKER));
      if (named != NULL)
        {
          /* TRANSLATORS: the first %s is the finalist whom a feedback report is for, the second somebody else. */
          g_ptr_array_add (warnings, g_strdup_printf (_("%s: a note that may be quoted is left out of the feedback report, since it names %s."),
                                                      votum_case_entrant_name (builder->self, entrant), named));
          continue;
        }
      fill_note (builder, note,
                 kind == VOTUM_NOTE_KIND_STRENGTH ? &strengths[report->n_strength_notes++]
                 : kind == VOTUM_NOTE_KIND_IMPROVEMENT ? &opportunities[report->n_opportunity_notes++] : &seen[report->n_seen++]);
    }
  report->strength_notes = strengths;
  report->opportunity_notes = opportunities;
  report->seen = seen;
}
