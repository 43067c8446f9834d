#include "votum-verdict-private.h"

/* What became of marks when the jury talked. */

static char *
say_mark (const char *lang,
          const char *mark)
{
  return mark != NULL ? votum_words_number (lang, mark) : g_strdup (votum_words (lang, VOTUM_WORD_NOT_OBSERVED));
}

static char *
say_revision (const VotumVerdict         *verdict,
              const VotumVerdictRevision *revision,
              const char                 *lang)
{
  g_autofree char *old_mark = say_mark (lang, revision->old_mark);
  g_autofree char *new_mark = say_mark (lang, revision->new_mark);
  g_autofree char *item = NULL;

  if (revision->juror != NULL)
    return votum_words_format (lang, verdict->anonymous_jurors ? VOTUM_WORD_REVISED_UNNAMED : VOTUM_WORD_REVISED_ITEM, "name", revision->juror,
                               "entrant", revision->entrant, "criterion", revision->criterion, "old", old_mark, "new", new_mark,
                               "reason", revision->reason, NULL);

  item = votum_words_format (lang, VOTUM_WORD_AGREED_ITEM, "entrant", revision->entrant, "criterion", revision->criterion, "value", new_mark, NULL);
  if (revision->reason == NULL || *revision->reason == '\0')
    return g_steal_pointer (&item);

  return votum_words_format (lang, VOTUM_WORD_AGREED_REASON, "item", item, "reason", revision->reason, NULL);
}

void
votum_verdict_add_revisions (VotumPaper         *document,
                             const VotumVerdict *verdict,
                             const char         *lang)
{
  if (verdict->n_revisions == 0)
    return;

  votum_paper_add_heading (document, 2, NULL, votum_words (lang, VOTUM_WORD_DELIBERATED));
  votum_paper_add_paragraph (document, VOTUM_PARAGRAPH_LEAD, votum_words (lang, VOTUM_WORD_DELIBERATED_LEAD));
  votum_paper_keep_with_next (document);
  for (guint i = 0; i < verdict->n_revisions; i++)
    {
      g_autofree char *item = say_revision (verdict, &verdict->revisions[i], lang);

      votum_paper_add_item (document, "–", item);
    }
}
