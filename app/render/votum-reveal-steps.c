#include "votum-reveal-private.h"

#include <string.h>

/* What is shown in which order. Nothing that comes later is on an earlier step: the citation is read without the sentences that
 * name who gets the prize, and the name is a step of its own. */

#define NAMES_A_STEP 16

static void
step_free (gpointer data)
{
  VotumRevealStep *step = data;

  g_free (step->eyebrow);
  g_free (step->heading);
  g_free (step->text);
  g_free (step->note);
  g_ptr_array_unref (step->names);
  g_free (step);
}

static VotumRevealStep *
add_step (VotumReveal *self,
          const char  *eyebrow,
          const char  *heading,
          const char  *text)
{
  VotumRevealStep *step = g_new0 (VotumRevealStep, 1);

  step->eyebrow = g_strdup (eyebrow);
  step->heading = g_strdup (heading);
  step->text = g_strdup (text);
  step->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->steps, step);

  return step;
}

/* So many names that they cannot be read at a distance come in several steps. */
static void
add_names (VotumReveal       *self,
           const char        *eyebrow,
           const char        *heading,
           const char *const *names,
           gboolean           honoured)
{
  for (guint i = 0; names != NULL && names[i] != NULL;)
    {
      VotumRevealStep *step = add_step (self, eyebrow, heading, NULL);

      step->honoured = honoured;
      for (guint n = 0; n < NAMES_A_STEP && names[i] != NULL; n++, i++)
        g_ptr_array_add (step->names, g_strdup (names[i]));
    }
}

static gboolean
names_anybody (const char        *sentence,
               const char *const *names)
{
  g_autofree char *folded = g_utf8_casefold (sentence, -1);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);

      if (strstr (folded, name) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The citation as far as it can be read before the name: (transfer full) (nullable). */
static char *
citation_without (const char        *citation,
                  const char *const *winners)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) paragraphs = votum_verdict_paragraphs (citation);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *from = paragraphs[i];

      while (*from != '\0')
        {
          const char *end = from;
          g_autofree char *sentence = NULL;

          while (*end != '\0' && !(strchr (".!?…", *end) != NULL && (end[1] == ' ' || end[1] == '\0')))
            end++;
          while (*end != '\0' && *end != ' ')
            end++;
          sentence = g_strndup (from, end - from);
          if (!names_anybody (sentence, winners))
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
          while (*end == ' ')
            end++;
          from = end;
        }
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_class (VotumReveal            *self,
           const VotumRevealClass *class,
           const char             *award)
{
  const char *eyebrow = class->class_name != NULL ? class->class_name : award;
  g_autofree char *citation = citation_without (class->citation, class->winners);
  gboolean any = class->winners != NULL && class->winners[0] != NULL;
  gboolean shared = any && class->winners[1] != NULL;

  if (class->class_name != NULL)
    add_names (self, award, NULL, (const char *const[]) { class->class_name, NULL }, FALSE);
  add_names (self, eyebrow, votum_words (self->lang, VOTUM_WORD_REVEAL_FINALISTS), class->finalists, FALSE);
  add_names (self, eyebrow, votum_words (self->lang, VOTUM_WORD_HONOURABLE_MENTION), class->mentions, FALSE);
  for (guint i = 0; i < class->n_places; i++)
    add_names (self, eyebrow, class->places[i].outcome, (const char *const[]) { class->places[i].name, NULL }, FALSE);
  if (!any)
    {
      add_step (self, eyebrow, NULL, votum_words (self->lang, VOTUM_WORD_NO_AWARD));
      return;
    }
  if (citation != NULL)
    add_step (self, eyebrow, votum_words (self->lang, VOTUM_WORD_CITATION), citation);
  if (!shared)
    add_step (self, eyebrow, votum_words (self->lang, VOTUM_WORD_REVEAL_AND_WINNER), NULL);
  add_names (self, eyebrow, votum_words (self->lang, shared ? VOTUM_WORD_REVEAL_WINNERS : VOTUM_WORD_REVEAL_WINNER), class->winners, TRUE);
}

/* Black at the beginning, so that nothing is given away while the hall fills, and black at the end. */
void
votum_reveal_add_steps (VotumReveal              *self,
                        const VotumRevealContent *content)
{
  g_autofree char *award = votum_verdict_name_and_year (content->award_name, content->year);
  g_autofree char *date = votum_words_date (self->lang, content->date);
  VotumRevealStep *first;

  self->steps = g_ptr_array_new_with_free_func (step_free);
  add_step (self, NULL, NULL, NULL);
  first = add_step (self, content->organiser, NULL, NULL);
  g_ptr_array_add (first->names, g_strdup (award));
  first->note = content->place != NULL && *date != '\0'
                  ? votum_words_format (self->lang, VOTUM_WORD_PLACE_DATE, "place", content->place, "date", date, NULL) : g_strdup (date);
  for (guint i = 0; i < content->n_classes; i++)
    add_class (self, &content->classes[i], award);
  add_step (self, NULL, NULL, NULL);
}
