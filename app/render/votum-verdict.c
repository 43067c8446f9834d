#include "votum-verdict-private.h"

#include <string.h>

const char *
votum_verdict_role (const char       *lang,
                    VotumVerdictRole  role)
{
  switch (role)
    {
    case VOTUM_ROLE_CHAIR:
      return votum_words (lang, VOTUM_WORD_CHAIR);
    case VOTUM_ROLE_DEPUTY:
      return votum_words (lang, VOTUM_WORD_DEPUTY);
    case VOTUM_ROLE_SECRETARY:
      return votum_words (lang, VOTUM_WORD_SECRETARY);
    case VOTUM_ROLE_EXAMINER:
      return votum_words (lang, VOTUM_WORD_EXAMINER);
    case VOTUM_ROLE_JUROR:
    default:
      return votum_words (lang, VOTUM_WORD_JUROR);
    }
}

/**
 * votum_verdict_outcome:
 * @lang: the language to write in
 * @decision: a decision
 *
 * Returns: (transfer full): what it gives, in a word or two: "Vinner", "Delt pris", "2. plass"
 */
char *
votum_verdict_outcome (const char                 *lang,
                       const VotumVerdictDecision *decision)
{
  g_autofree char *place = NULL;

  switch (decision->outcome)
    {
    case VOTUM_OUTCOME_WINNER:
      return g_strdup (votum_words (lang, VOTUM_WORD_WINNER));
    case VOTUM_OUTCOME_SHARED:
      return g_strdup (votum_words (lang, VOTUM_WORD_SHARED_PRIZE));
    case VOTUM_OUTCOME_NONE:
      return g_strdup (votum_words (lang, VOTUM_WORD_NOT_AWARDED));
    case VOTUM_OUTCOME_MENTION:
      return g_strdup (votum_words (lang, VOTUM_WORD_HONOURABLE_MENTION));
    case VOTUM_OUTCOME_PLACED:
    default:
      place = votum_words_place (lang, decision->place, decision->place_shared);
      return votum_words_capitalise (place);
    }
}

/* Whether a Norwegian name says itself that it is a prize: "Kulturprisen" is not "Prisen Kulturprisen". */
static gboolean
names_a_prize (const char *lang,
               const char *prize)
{
  g_autofree char *folded = g_utf8_casefold (prize, -1);

  return lang != NULL && lang[0] == 'n' && strstr (folded, "pris") != NULL;
}

/* Whether a class is a prize of its own: "Årets Kundesenter", "Small Business of the Year". */
static gboolean
is_a_prize (const char *class_name)
{
  static const char *const words[] = { "pris", "årets", "award", "prize", "of the year" };
  g_autofree char *folded = g_utf8_casefold (class_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * votum_verdict_prize:
 * @lang: the language to write in
 * @award: the name of the award
 * @class_name: (nullable): the name of the class
 *
 * Returns: (transfer full): what is given: "Kystprisen", "Kystprisen i klassen Store virksomheter", or the class alone where that is
 *   a prize of its own
 */
char *
votum_verdict_prize (const char *lang,
                     const char *award,
                     const char *class_name)
{
  if (class_name == NULL || *class_name == '\0')
    return g_strdup (award);
  if (is_a_prize (class_name))
    return g_strdup (class_name);

  return votum_words_format (lang, VOTUM_WORD_PRIZE_IN_CLASS, "prize", award, "class", class_name, NULL);
}

/**
 * votum_verdict_award_sentence:
 * @lang: the language to write in
 * @prize: the name of the prize, or of the class where the classes are the prizes
 * @year: for which year
 * @winners: (array zero-terminated=1): who gets it, in the order they are named
 *
 * Returns: (transfer full): the one sentence that says who gets the prize: "The Kystprisen for 2026 is awarded to
 *   Nordlys Kraft."; for several that they share it; for nobody that it isn't given
 */
char *
votum_verdict_award_sentence (const char         *lang,
                              const char         *prize,
                              const char         *year,
                              const char * const *winners)
{
  g_autofree char *names = NULL;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (prize != NULL && year != NULL, NULL);

  if (winners == NULL || winners[0] == NULL)
    return g_strdup (votum_words (lang, VOTUM_WORD_NO_AWARD));
  names = votum_words_list (lang, winners);
  if (winners[1] != NULL)
    return votum_words_format (lang, VOTUM_WORD_SHARED_LINE, "winners", names, NULL);

  if (lang != NULL && g_str_has_prefix (lang, "en") && g_ascii_strncasecmp (prize, "the ", strlen ("the ")) == 0)
    prize += strlen ("the ");
  /* "Kystprisen 2026" has its year already */
  bare = g_strdup (prize);
  if (*year != '\0' && g_str_has_suffix (prize, year) && strlen (prize) > strlen (year) + 1 &&
      prize[strlen (prize) - strlen (year) - 1] == ' ')
    bare[strlen (prize) - strlen (year) - 1] = '\0';

  return votum_words_format (lang, names_a_prize (lang, bare) ? VOTUM_WORD_AWARD_LINE_PLAIN : VOTUM_WORD_AWARD_LINE,
                             "prize", bare, "year", year, "winner", names, NULL);
}

char *
votum_verdict_award_line (const VotumVerdict *verdict,
                          const char         *lang)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *prize = votum_verdict_prize (lang, verdict->award_name, verdict->class_name);

  if (verdict->undecided && verdict->n_recipients == 0)
    return g_strdup (votum_words (lang, VOTUM_WORD_UNDECIDED));
  if (verdict->award_line != NULL)
    return g_strdup (verdict->award_line);

  for (guint i = 0; i < verdict->n_recipients && (verdict->undecided || verdict->outcome != VOTUM_OUTCOME_NONE); i++)
    g_ptr_array_add (names, (gpointer) verdict->entrants[verdict->recipients[i]].name);
  g_ptr_array_add (names, NULL);

  return votum_verdict_award_sentence (lang, prize, verdict->year, (const char * const *) names->pdata);
}

char *
votum_verdict_headline (const VotumVerdict *verdict,
                        const char         *lang)
{
  if (verdict->undecided)
    return g_strdup (votum_words (lang, VOTUM_WORD_UNDECIDED));

  return votum_verdict_award_line (verdict, lang);
}

char *
votum_verdict_name_and_year (const char *award_name,
                             const char *year)
{
  if (strstr (award_name, year) != NULL)
    return g_strdup (award_name);

  return g_strdup_printf ("%s %s", award_name, year);
}

char *
votum_verdict_award_and_year (const VotumVerdict *verdict)
{
  return votum_verdict_name_and_year (verdict->award_name, verdict->year);
}

char **
votum_verdict_paragraphs (const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);

  for (guint i = 0; ; i++)
    {
      char *line = lines[i] != NULL ? g_strstrip (lines[i]) : NULL;

      if (line != NULL && *line != '\0')
        {
          g_string_append_printf (paragraph, "%s%s", paragraph->len > 0 ? " " : "", line);
          continue;
        }
      if (paragraph->len > 0)
        g_ptr_array_add (found, g_strdup (paragraph->str));
      g_string_truncate (paragraph, 0);
      if (line == NULL)
        break;
    }
  g_ptr_array_add (found, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/* Whether the citation may name the entrant at all. */
gboolean
votum_verdict_is_published (const VotumVerdict *verdict,
                            guint               entrant)
{
  if (verdict->name_finalists)
    return TRUE;
  for (guint i = 0; i < verdict->n_recipients; i++)
    if (verdict->recipients[i] == entrant)
      return TRUE;
  for (guint i = 0; i < verdict->n_mentions; i++)
    if (verdict->mentions[i] == entrant)
      return TRUE;

  return FALSE;
}

char *
votum_verdict_round_name (const VotumVerdict *verdict,
                          guint               round,
                          const char         *lang)
{
  const VotumVerdictRound *found = &verdict->rounds[round];
  g_autofree char *number = g_strdup_printf ("%u", round + 1);
  g_autofree char *name = NULL;

  name = found->name != NULL ? g_strdup (found->name) : votum_words_format (lang, VOTUM_WORD_ROUND_N, "n", number, NULL);
  if (found->class_name != NULL)
    return g_strdup_printf ("%s · %s", found->class_name, name);

  return g_steal_pointer (&name);
}

GArray *
votum_verdict_signing_order (const VotumVerdict *verdict)
{
  static const VotumVerdictRole first[] = { VOTUM_ROLE_CHAIR, VOTUM_ROLE_DEPUTY };
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint r = 0; r <= G_N_ELEMENTS (first); r++)
    for (guint i = 0; i < verdict->n_jurors; i++)
      {
        VotumVerdictRole role = verdict->jurors[i].role;
        gboolean leads = role == VOTUM_ROLE_CHAIR || role == VOTUM_ROLE_DEPUTY;

        if (!verdict->jurors[i].silent && (r < G_N_ELEMENTS (first) ? role == first[r] : !leads))
          g_array_append_val (order, i);
      }

  return order;
}

static gboolean
is_whole (const VotumVerdict *verdict)
{
  if (verdict->award_name == NULL || verdict->year == NULL)
    return FALSE;
  for (guint i = 0; i < verdict->n_recipients; i++)
    if (verdict->recipients[i] >= verdict->n_entrants)
      return FALSE;
  for (guint i = 0; i < verdict->n_mentions; i++)
    if (verdict->mentions[i] >= verdict->n_entrants)
      return FALSE;
  for (guint i = 0; i < verdict->n_decisions; i++)
    if (verdict->decisions[i].entrant >= (int) verdict->n_entrants)
      return FALSE;
  for (guint i = 0; i < verdict->n_recusals; i++)
    if (verdict->recusals[i].juror >= verdict->n_jurors || verdict->recusals[i].entrant >= (int) verdict->n_entrants)
      return FALSE;
  for (guint i = 0; i < verdict->n_visits; i++)
    if (verdict->visits[i].entrant >= verdict->n_entrants)
      return FALSE;

  return TRUE;
}

/**
 * votum_verdict_document:
 * @verdict: what was decided, and all that it rests on; not kept
 * @part: the citation (one page), the protocol, or both in that order
 * @lang: the language to write in: nb, nn, sv, da, en
 *
 * Returns: (transfer full): the document, laid out when it is first drawn or written
 */
VotumPaper *
votum_verdict_document (const VotumVerdict *verdict,
                        VotumVerdictPart    part,
                        const char         *lang)
{
  g_autofree char *award = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *keywords = NULL;
  VotumPaperInfo info = { 0 };
  VotumPaper *document;

  g_return_val_if_fail (verdict != NULL && is_whole (verdict), NULL);
  g_return_val_if_fail ((part & VOTUM_VERDICT_BOTH) != 0, NULL);

  subject = g_strdup (votum_words (lang, (part & VOTUM_VERDICT_PROTOCOL) ? VOTUM_WORD_PROTOCOL_TITLE : VOTUM_WORD_CITATION));
  award = votum_verdict_award_and_year (verdict);
  title = g_strdup_printf ("%s – %s", award, subject);
  keywords = g_strjoin (", ", verdict->award_name, verdict->year, votum_words (lang, VOTUM_WORD_JURY),
                        verdict->class_name, NULL);
  info.title = title;
  info.author = verdict->organiser;
  info.subject = subject;
  info.keywords = keywords;
  info.created = verdict->created;
  info.lang = lang;

  document = votum_paper_new (&info);
  if (part & VOTUM_VERDICT_CITATION)
    votum_verdict_add_citation (document, verdict, lang);
  if (part & VOTUM_VERDICT_PROTOCOL)
    votum_verdict_add_protocol (document, verdict, lang);

  return document;
}
