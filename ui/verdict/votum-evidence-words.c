#include "votum-config.h"

#include "votum-evidence-words.h"

#include <glib/gi18n.h>

#include "votum-case-citation.h"
#include "votum-case-evidence.h"
#include "votum-case-holder.h"
#include "votum-format.h"
#include "votum-note-words.h"

/* How evidence is spoken of: what it says, what it is, and where it comes from. */

/**
 * votum_evidence_title:
 * @desk: the desk
 * @evidence: a note, a measure, a section or a point
 *
 * Returns: (transfer full): what it says; nothing of a note that is not to be seen here any more
 */
char *
votum_evidence_title (VotumDesk  *desk,
                      VotumThing *evidence)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  g_autofree char *text = NULL;

  if (!votum_case_may_see (votum_case, evidence))
    return g_strdup (_("A note that is confidential now"));
  if (VOTUM_IS_SECTION (evidence) && votum_thing_get_text (evidence, VOTUM_SECTION_HEADING) != NULL)
    return g_strdup (votum_thing_get_text (evidence, VOTUM_SECTION_HEADING));
  text = votum_case_evidence_text (votum_case, evidence, votum_desk_get_lang (desk));

  return VOTUM_IS_SECTION (evidence) ? votum_format_excerpt (text, 80) : g_steal_pointer (&text);
}

static char *
measure_kind (VotumThing *measure)
{
  const char *period = votum_thing_get_text (measure, VOTUM_MEASURE_PERIOD);

  /* TRANSLATORS: what a figure is, and for which time: "Measure · 2026 Q1" */
  return period != NULL ? g_strdup_printf (_("Measure · %s"), period) : g_strdup (_("Measure"));
}

/**
 * votum_evidence_kind:
 * @desk: the desk
 * @evidence: a note, a measure, a section or a point
 *
 * Returns: (transfer full): what it is, and of whom: "Strength · Oddny Systad (leader)"
 */
char *
votum_evidence_kind (VotumDesk  *desk,
                     VotumThing *evidence)
{
  const char *word;
  g_autofree char *speaker = NULL;

  if (VOTUM_IS_MEASURE (evidence))
    return measure_kind (evidence);
  if (VOTUM_IS_SECTION (evidence))
    return g_strdup (_("From the submission"));
  if (VOTUM_IS_POINT (evidence))
    return g_strdup (_("Agreed in the deliberation"));

  word = votum_note_kind_word (votum_thing_get_choice (evidence, VOTUM_NOTE_KIND));
  if (votum_case_may_see (votum_desk_get_case (desk), evidence) && votum_thing_get_choice (evidence, VOTUM_NOTE_USE) == VOTUM_NOTE_USE_QUOTABLE)
    speaker = votum_note_speaker_line (evidence);

  return speaker != NULL ? g_strdup_printf ("%s · %s", word, speaker) : g_strdup (word);
}

/**
 * votum_evidence_whose:
 * @desk: the desk
 * @evidence: a note, a measure, a section or a point
 *
 * Returns: (transfer full) (nullable): the name of the finalist whose it is
 */
char *
votum_evidence_whose (VotumDesk  *desk,
                      VotumThing *evidence)
{
  int field = votum_thing_info_find (votum_thing_get_info (evidence), "entrant");
  VotumThing *entrant = field >= 0 ? votum_case_lookup (votum_desk_get_case (desk), votum_thing_get_ref (evidence, (guint) field)) : NULL;

  return entrant != NULL ? votum_desk_name (desk, entrant) : NULL;
}

static char *
note_told (VotumDesk  *desk,
           VotumThing *note)
{
  VotumCase *votum_case = votum_desk_get_case (desk);
  VotumThing *author = votum_case_lookup (votum_case, votum_thing_get_ref (note, VOTUM_NOTE_AUTHOR));
  g_autofree char *kind = votum_evidence_kind (desk, note);
  g_autofree char *words = votum_evidence_title (desk, note);
  g_autofree char *title = votum_citation_bare_quote (words);
  g_autofree char *name = author != NULL ? votum_desk_name (desk, author) : NULL;
  g_autofree char *time = votum_thing_is_set (note, VOTUM_NOTE_TIME) ? votum_note_time (note, NULL) : NULL;

  if (name != NULL && time != NULL)
    /* TRANSLATORS: where words of the citation come from: "Strength: “Goals on the wall” – noted by Kari Brattbakk, Tue 3 Nov 10:00" */
    return g_strdup_printf (_("%s: “%s” – noted by %s, %s"), kind, title, name, time);
  if (name != NULL)
    return g_strdup_printf (_("%s: “%s” – noted by %s"), kind, title, name);

  return g_strdup_printf (_("%s: “%s”"), kind, title);
}

/**
 * votum_evidence_told:
 * @desk: the desk
 * @evidence: a note, a measure, a section or a point
 *
 * Returns: (transfer full): where words that rest on it come from, and whether that still holds, as one sentence
 */
char *
votum_evidence_told (VotumDesk  *desk,
                     VotumThing *evidence)
{
  g_autofree char *title = votum_evidence_title (desk, evidence);
  g_autofree char *told = NULL;

  if (VOTUM_IS_NOTE (evidence))
    {
      if (!votum_case_may_see (votum_desk_get_case (desk), evidence))
        return g_strdup (_("These words rest on a note that is confidential now."));
      told = note_told (desk, evidence);
      /* TRANSLATORS: behind where words come from: they must not be used any more */
      return votum_evidence_is_open (evidence) ? g_steal_pointer (&told) : g_strdup_printf (_("%s. Not to be quoted any more."), told);
    }
  if (VOTUM_IS_POINT (evidence))
    /* TRANSLATORS: where words of the citation come from: what the jury agreed when it talked */
    return votum_evidence_is_open (evidence) ? g_strdup_printf (_("Agreed in the deliberation: “%s”"), title)
                                             : g_strdup_printf (_("The jury no longer agrees on this: “%s”"), title);
  if (VOTUM_IS_MEASURE (evidence))
    {
      g_autofree char *kind = measure_kind (evidence);
      const char *source = votum_thing_get_text (evidence, VOTUM_MEASURE_SOURCE);

      return source != NULL ? g_strdup_printf ("%s: %s – %s", kind, title, source) : g_strdup_printf ("%s: %s", kind, title);
    }

  return g_strdup_printf (_("The submission, “%s”"), title);
}

/**
 * votum_evidence_go:
 * @desk: the desk
 * @evidence: a note, a measure, a section or a point
 *
 * Goes where it stands.
 */
void
votum_evidence_go (VotumDesk  *desk,
                   VotumThing *evidence)
{
  votum_desk_go (desk, VOTUM_IS_NOTE (evidence) ? "visits" : VOTUM_IS_POINT (evidence) ? "deliberation" : "finalists", evidence);
}
