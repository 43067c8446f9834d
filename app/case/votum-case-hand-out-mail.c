#include "votum-config.h"

#include <string.h>

#include "votum-case-ballots.h"
#include "votum-text.h"
#include "votum-words.h"

/* What a hand-out is sent with, ready to be pasted into a mail. */

/**
 * votum_case_hand_out_name:
 * @juror: a juror
 *
 * Returns: (transfer full): what the juror's file is called, without its ending
 */
char *
votum_case_hand_out_name (VotumThing *juror)
{
  return votum_text_make_file_name (votum_thing_get_key (juror));
}

/* The first of the award's languages that documents have. */
static const char *
award_lang (VotumThing *award)
{
  const char *languages = votum_thing_get_text (award, VOTUM_AWARD_LANGUAGES);
  g_auto(GStrv) tags = g_strsplit (languages != NULL ? languages : "", " ", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    for (guint l = 0; l < VOTUM_N_WORD_LANGS; l++)
      if (strcmp (votum_words_langs ()[l], tags[i]) == 0)
        return votum_words_langs ()[l];

  return NULL;
}

/**
 * votum_case_hand_out_mail:
 * @self: the case that hands out
 * @juror: to whom
 * @lang: the language to write in where the award does not say one
 *
 * Returns: (transfer full): a mail: whom it is to, what it is about, and below an empty line what it says
 */
char *
votum_case_hand_out_mail (VotumCase  *self,
                          VotumThing *juror,
                          const char *lang)
{
  VotumThing *award = votum_case_get_award (self);
  const char *own = award_lang (award);
  const char *chosen = own != NULL ? own : lang;
  const char *title = votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), chosen);
  const char *name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);
  const char *address = votum_thing_get_text (juror, VOTUM_JUROR_EMAIL);
  g_autofree char *base = votum_case_hand_out_name (juror);
  g_autofree char *file = g_strconcat (base, ".votum", NULL);
  g_autofree char *ballot = g_strconcat (base, ".ballot", NULL);
  g_autofree char *subject = votum_words_format (chosen, VOTUM_WORD_MAIL_SUBJECT, "award", title, NULL);
  g_autofree char *body = votum_words_format (chosen, VOTUM_WORD_MAIL_BODY, "name", name, "award", title, "file", file, "ballot", ballot,
                                              "chair", votum_case_get_who (self), NULL);

  return g_strdup_printf ("To: %s%s%s%s\nSubject: %s\n\n%s", name, address != NULL ? " <" : "", address != NULL ? address : "",
                          address != NULL ? ">" : "", subject, body);
}
