#include "votum-config.h"

#include <string.h>

#include "votum-case-ballots.h"
#include "votum-case-holder.h"
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

static gboolean
leads (VotumThing *juror)
{
  return votum_thing_has_choice (juror, VOTUM_JUROR_ROLES, VOTUM_JUROR_ROLES_CHAIR);
}

/**
 * votum_case_get_recipient:
 * @self: a case
 *
 * Whoever hands the case out takes the ballots in; in a juror's copy it is the one that the latest hand-out named.
 *
 * Returns: (transfer none) (nullable): somebody with a mail address to whom ballots are sent; %NULL where none is known
 */
VotumThing *
votum_case_get_recipient (VotumCase *self)
{
  VotumThing *holder = votum_case_get_holder (self);
  gboolean handed_out = votum_case_was_handed_out (self);
  GListModel *jurors = votum_case_get_things (self, VOTUM_KIND_JUROR);
  VotumThing *found = NULL;

  if (holder != NULL && !handed_out)
    return votum_thing_is_set (holder, VOTUM_JUROR_EMAIL) ? holder : NULL;
  for (guint i = 0; i < g_list_model_get_n_items (jurors); i++)
    {
      g_autoptr(VotumThing) juror = g_list_model_get_item (jurors, i);

      /* in a juror's copy there is nobody else; whoever came last has the highest number */
      if (juror != holder && votum_thing_is_set (juror, VOTUM_JUROR_EMAIL) && (handed_out || leads (juror)) &&
          (found == NULL || (handed_out && votum_thing_get_id (juror) > votum_thing_get_id (found))))
        found = juror;
    }

  return found;
}

/**
 * votum_case_hand_out_file:
 * @self: the case that hands out
 * @juror: a juror
 * @next: whether the one that is about to be made is meant; else the latest
 *
 * A later hand-out has a name of its own, so that nobody saves it over the case that they work in.
 *
 * Returns: (transfer full): what the file of a hand-out is called: "ida.votum", "ida-2.votum"
 */
char *
votum_case_hand_out_file (VotumCase  *self,
                          VotumThing *juror,
                          gboolean    next)
{
  VotumThing *latest = votum_case_get_hand_out (self, juror);
  gint64 number = (latest != NULL ? votum_thing_get_number (latest, VOTUM_HAND_OUT_NUMBER) : 0) + (next || latest == NULL ? 1 : 0);
  g_autofree char *base = votum_case_hand_out_name (juror);

  return number > 1 ? g_strdup_printf ("%s-%" G_GINT64_FORMAT ".votum", base, number) : g_strconcat (base, ".votum", NULL);
}

static const char *
known_lang (const char *tag)
{
  for (guint l = 0; tag != NULL && l < VOTUM_N_WORD_LANGS; l++)
    if (strcmp (votum_words_langs ()[l], tag) == 0)
      return votum_words_langs ()[l];

  return NULL;
}

/* The first of the award's languages that documents have. */
static const char *
award_lang (VotumThing *award)
{
  const char *languages = votum_thing_get_text (award, VOTUM_AWARD_LANGUAGES);
  g_auto(GStrv) tags = g_strsplit (languages != NULL ? languages : "", " ", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    if (known_lang (tags[i]) != NULL)
      return known_lang (tags[i]);

  return NULL;
}

/**
 * votum_case_hand_out_mail:
 * @self: the case that hands out
 * @juror: to whom
 * @file: (nullable): what the file is called, unless it is called as votum_case_hand_out_file() says
 * @lang: the language to write in where neither the juror nor the award says one
 *
 * What the latest hand-out to @juror is sent with. Nobody but the juror is named in it, and no finalist.
 *
 * Returns: (transfer full): a mail: whom it is to, what it is about, and below an empty line what it says
 */
char *
votum_case_hand_out_mail (VotumCase  *self,
                          VotumThing *juror,
                          const char *file,
                          const char *lang)
{
  VotumThing *award = votum_case_get_award (self);
  VotumThing *latest = votum_case_get_hand_out (self, juror);
  gboolean later = latest != NULL && votum_thing_get_number (latest, VOTUM_HAND_OUT_NUMBER) > 1;
  const char *own = known_lang (votum_thing_get_text (juror, VOTUM_JUROR_MAIL_LANGUAGE));
  const char *of_award = award_lang (award);
  const char *chosen = own != NULL ? own : of_award != NULL ? of_award : lang;
  const char *title = votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), chosen);
  const char *name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);
  const char *address = votum_thing_get_text (juror, VOTUM_JUROR_EMAIL);
  g_autofree char *usual = votum_case_hand_out_file (self, juror, FALSE);
  g_autofree char *subject = votum_words_format (chosen, VOTUM_WORD_MAIL_SUBJECT, "award", title, NULL);
  g_autofree char *body = votum_words_format (chosen, later ? VOTUM_WORD_MAIL_LATER : VOTUM_WORD_MAIL_BODY, "name", name, "award", title, "file", file != NULL ? file : usual,
                                              "chair", votum_case_get_who (self), NULL);

  return g_strdup_printf ("To: %s%s%s%s\nSubject: %s\n\n%s", name, address != NULL ? " <" : "", address != NULL ? address : "",
                          address != NULL ? ">" : "", subject, body);
}
