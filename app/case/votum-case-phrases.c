#include "votum-config.h"

#include "votum-case-phrases.h"

#include <string.h>

#include "votum-case-citation.h"
#include "votum-case-evidence.h"
#include "votum-case-phrases-private.h"
#include "votum-case-private.h"
#include "votum-verdict.h"
#include "votum-words.h"

/* The phrase bank of the citation: what a text of this kind says, in its order, filled from the case and fitting what was
 * decided. */

void
votum_phrase_free (VotumPhrase *self)
{
  g_free (self->text);
  g_free (self);
}

/* The decision about @about, or where that is %NULL, the one about who gets the prize. */
static VotumThing *
find_decision (VotumCase     *self,
               VotumStanding *standing,
               VotumThing    *about)
{
  GListModel *decisions = votum_case_get_things (self, VOTUM_KIND_DECISION);
  gint64 class = standing->class != NULL ? votum_thing_get_id (standing->class) : 0;
  VotumThing *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(VotumThing) decision = g_list_model_get_item (decisions, i);
      gint64 own_class = votum_thing_get_ref (decision, VOTUM_DECISION_CLASS);
      int outcome = votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME);

      if (!votum_case_may_see (self, decision) || outcome == VOTUM_DECISION_OUTCOME_FINALIST ||
          (own_class != 0 && class != 0 && own_class != class))
        continue;
      if (about != NULL ? votum_thing_get_ref (decision, VOTUM_DECISION_ENTRANT) == votum_thing_get_id (about)
                        : outcome == VOTUM_DECISION_OUTCOME_SHARED || outcome == VOTUM_DECISION_OUTCOME_NONE)
        best = decision;
    }

  return best;
}

/**
 * votum_case_get_honour:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom a text is about; %NULL for all who share the prize, or for none
 *
 * Returns: what the text is written for, by what was decided, or before that by the rule
 */
VotumHonour
votum_case_get_honour (VotumCase     *self,
                       VotumStanding *standing,
                       VotumThing    *about)
{
  g_autoptr(GPtrArray) winners = votum_case_get_winners (self, standing);
  VotumThing *decision;

  if (about == NULL)
    return winners->len == 1 ? VOTUM_HONOUR_WINNER
           : winners->len == 0 && votum_case_is_decided (self, standing) ? VOTUM_HONOUR_NONE : VOTUM_HONOUR_SHARED;
  if (g_ptr_array_find (winners, about, NULL))
    return winners->len == 1 ? VOTUM_HONOUR_WINNER : VOTUM_HONOUR_SHARED;
  decision = find_decision (self, standing, about);

  return decision != NULL && votum_thing_get_choice (decision, VOTUM_DECISION_OUTCOME) == VOTUM_DECISION_OUTCOME_HONOURABLE_MENTION
           ? VOTUM_HONOUR_MENTION : VOTUM_HONOUR_FINALIST;
}

/**
 * votum_case_honoured:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom a text is about
 *
 * Returns: (transfer full) (element-type VotumThing): @about, or all who get the prize
 */
GPtrArray *
votum_case_honoured (VotumCase     *self,
                     VotumStanding *standing,
                     VotumThing    *about)
{
  GPtrArray *honoured;

  if (about == NULL)
    return votum_case_get_winners (self, standing);
  honoured = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (honoured, g_object_ref (about));

  return honoured;
}

/**
 * votum_case_honoured_names:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom a text is about
 *
 * Returns: (transfer full) (element-type utf8): the names of votum_case_honoured()
 */
GPtrArray *
votum_case_honoured_names (VotumCase     *self,
                           VotumStanding *standing,
                           VotumThing    *about)
{
  g_autoptr(GPtrArray) honoured = votum_case_honoured (self, standing, about);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < honoured->len; i++)
    g_ptr_array_add (names, g_strdup (votum_thing_get_text (g_ptr_array_index (honoured, i), VOTUM_ENTRANT_NAME)));

  return names;
}

/**
 * votum_case_honoured_word:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom a text is about
 * @lang: the language of the text
 *
 * Returns: (transfer full): what to call them where their name is not said: "the winner"
 */
char *
votum_case_honoured_word (VotumCase     *self,
                          VotumStanding *standing,
                          VotumThing    *about,
                          const char    *lang)
{
  switch (votum_case_get_honour (self, standing, about))
    {
    case VOTUM_HONOUR_WINNER:
      return g_strdup (votum_phrase_word (lang, VOTUM_PHRASE_WINNER));
    case VOTUM_HONOUR_SHARED:
    case VOTUM_HONOUR_NONE:
      return g_strdup (votum_phrase_word (lang, about == NULL ? VOTUM_PHRASE_WINNERS : VOTUM_PHRASE_ONE_OF_WINNERS));
    case VOTUM_HONOUR_MENTION:
    case VOTUM_HONOUR_FINALIST:
    default:
      return g_strdup (votum_phrase_word (lang, VOTUM_PHRASE_FINALIST));
    }
}

/**
 * votum_case_award_line:
 * @self: a case
 * @standing: the result of the class
 * @about: (nullable): whom a text is about
 * @lang: the language of the text
 *
 * Returns: (transfer full): the sentence that says what they get
 */
char *
votum_case_award_line (VotumCase     *self,
                       VotumStanding *standing,
                       VotumThing    *about,
                       const char    *lang)
{
  VotumThing *award = votum_case_get_award (self);
  g_autofree char *year = votum_thing_is_set (award, VOTUM_AWARD_YEAR) ? votum_thing_field_to_text (award, VOTUM_AWARD_YEAR) : g_strdup ("");
  g_autofree char *prize = votum_verdict_prize (lang, votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), lang),
                                                standing->class != NULL
                                                  ? votum_texts_get (votum_thing_get_texts (standing->class, VOTUM_CLASS_NAME), lang) : NULL);
  g_autoptr(GPtrArray) names = votum_case_honoured_names (self, standing, about);
  const char *name = names->len > 0 ? g_ptr_array_index (names, 0) : "";

  /* that nobody leads yet does not mean that nobody gets it */
  if (names->len == 0 && !votum_case_is_decided (self, standing))
    return g_strdup (votum_words (lang, VOTUM_WORD_UNDECIDED));
  switch (votum_case_get_honour (self, standing, about))
    {
    case VOTUM_HONOUR_NONE:
      return g_strdup (votum_words (lang, VOTUM_WORD_NO_AWARD));
    case VOTUM_HONOUR_MENTION:
      return votum_words_format (lang, VOTUM_WORD_MENTION_LINE, "winner", name, NULL);
    case VOTUM_HONOUR_FINALIST:
      {
        /* "Kystprisen 2026" has its year already */
        g_autofree char *bare = *year != '\0' && g_str_has_suffix (prize, year) ? g_strndup (prize, strlen (prize) - strlen (year))
                                                                                 : g_strdup (prize);

        return votum_words_fill (votum_phrase_word (lang, VOTUM_PHRASE_FINALIST_LINE), "winner", name, "prize", g_strchomp (bare),
                                 "year", year, NULL);
      }
    case VOTUM_HONOUR_WINNER:
    case VOTUM_HONOUR_SHARED:
    default:
      g_ptr_array_add (names, NULL);
      return votum_verdict_award_sentence (lang, prize, year, (const char *const *) names->pdata);
    }
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      standing_pointer)
{
  VotumStanding *standing = standing_pointer;
  g_autofree char *x = votum_result_leaf_weight (standing->result, *(const guint *) a, 6);
  g_autofree char *y = votum_result_leaf_weight (standing->result, *(const guint *) b, 6);
  VotumDecimal left;
  VotumDecimal right;
  int order = 0;

  if (votum_decimal_parse (x, &left, NULL) && votum_decimal_parse (y, &right, NULL))
    order = votum_decimal_compare (right, left);

  return order != 0 ? order : (int) *(const guint *) a - (int) *(const guint *) b;
}

/**
 * votum_standing_by_weight:
 * @standing: a result
 *
 * Returns: (transfer full) (element-type guint): the places of its leaves, the heaviest first
 */
GArray *
votum_standing_by_weight (VotumStanding *standing)
{
  GArray *leaves = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    g_array_append_val (leaves, leaf);
  g_array_sort_with_data (leaves, compare_weights, standing);

  return leaves;
}

/* Listing ------------------------------------------------------------------------------------------------------------ */

typedef struct {
  VotumCase           *self;
  const VotumComposed *composed;
  VotumHonour          honour;
  VotumThing          *decision;  /* (nullable) */
  char                *folded;    /* the text in small letters */
  GPtrArray           *phrases;
} Bank;

static gboolean
says (Bank       *bank,
      const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return *folded != '\0' && strstr (bank->folded, folded) != NULL;
}

/* As a word of its own: who speaks of "learning" has not said yet what others can learn. */
static gboolean
says_word (Bank       *bank,
           const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (const char *found = strstr (bank->folded, folded); found != NULL; found = strstr (found + 1, folded))
    {
      const char *after = found + strlen (folded);

      if ((found == bank->folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found)))) &&
          !g_unichar_isalnum (g_utf8_get_char (after)))
        return TRUE;
    }

  return FALSE;
}

/* Whether what a phrase gives stands there; not what is still to be written. */
static gboolean
says_phrase (Bank       *bank,
             const char *phrase)
{
  g_auto(GStrv) pieces = g_strsplit (phrase, "…", -1);
  gboolean any = FALSE;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_strstrip (pieces[i]);
      if (g_utf8_strlen (pieces[i], -1) < 3)
        continue;
      if (!says (bank, pieces[i]))
        return FALSE;
      any = TRUE;
    }

  return any;
}

static void
add (Bank              *bank,
     VotumCitationPart  part,
     VotumThing        *criterion,
     char              *text,
     gboolean           there)
{
  VotumPhrase *phrase = g_new (VotumPhrase, 1);

  *phrase = (VotumPhrase) { part, criterion, text, there || says_phrase (bank, text) };
  g_ptr_array_add (bank->phrases, phrase);
}

/* With a sign: a word that shows that the text says it in its own way. */
static void
add_words (Bank              *bank,
           VotumCitationPart  part,
           const char        *text,
           VotumPhraseWord    sign)
{
  add (bank, part, NULL, g_strdup (text), says (bank, votum_phrase_word (bank->composed->lang, sign)));
}

static void
add_award_line (Bank *bank)
{
  const VotumComposed *composed = bank->composed;
  g_autoptr(GPtrArray) names = votum_case_honoured_names (bank->self, composed->standing, composed->about);
  char *line = votum_case_award_line (bank->self, composed->standing, composed->about, composed->lang);
  gboolean all = names->len > 0;

  for (guint i = 0; i < names->len; i++)
    all = all && says (bank, g_ptr_array_index (names, i));
  add (bank, VOTUM_PART_AWARD_LINE, NULL, line, all);
}

/* Whom the sentences are about: by name where that was said already, else by a word. */
static char *
subject_of (Bank *bank)
{
  const VotumComposed *composed = bank->composed;
  g_autoptr(GPtrArray) names = votum_case_honoured_names (bank->self, composed->standing, composed->about);

  if (composed->form == VOTUM_CITATION_FORM_NAME_FIRST && names->len == 1 &&
      (bank->honour == VOTUM_HONOUR_FINALIST || bank->honour == VOTUM_HONOUR_MENTION))
    return g_strdup (g_ptr_array_index (names, 0));

  return votum_case_honoured_word (bank->self, composed->standing, composed->about, composed->lang);
}

static gboolean
rests_on_criterion (Bank       *bank,
                    VotumThing *criterion)
{
  const GArray *passages = bank->composed->passages;

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    if (votum_case_evidence_criterion (bank->self, bank->composed->standing, g_array_index (passages, VotumPassage, i).evidence) == criterion)
      return TRUE;

  return FALSE;
}

static gboolean
rests_on_kind (Bank    *bank,
               gboolean visit)
{
  const GArray *passages = bank->composed->passages;

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      VotumThing *evidence = g_array_index (passages, VotumPassage, i).evidence;

      if (visit ? VOTUM_IS_NOTE (evidence) && votum_thing_is_set (evidence, VOTUM_NOTE_VISIT) : VOTUM_IS_MEASURE (evidence))
        return TRUE;
    }

  return FALSE;
}

static void
add_judgement (Bank *bank)
{
  const VotumComposed *composed = bank->composed;
  const char *lang = composed->lang;
  gboolean many = composed->about == NULL && bank->honour == VOTUM_HONOUR_SHARED;
  g_autofree char *who = subject_of (bank);
  g_autofree char *overall = votum_words_fill (votum_phrase_word (lang, many ? VOTUM_PHRASE_OVERALL_MANY : VOTUM_PHRASE_OVERALL),
                                               "who", who, NULL);
  g_autoptr(GArray) leaves = votum_standing_by_weight (composed->standing);

  add (bank, VOTUM_PART_OVERALL, NULL, votum_words_capitalise (overall), FALSE);
  for (guint i = 0; i < leaves->len; i++)
    {
      VotumThing *criterion = g_ptr_array_index (composed->standing->leaves, g_array_index (leaves, guint, i));
      const char *name = votum_texts_get (votum_thing_get_texts (criterion, VOTUM_CRITERION_NAME), lang);

      add (bank, VOTUM_PART_CRITERION, criterion,
           votum_words_fill (votum_phrase_word (lang, many ? VOTUM_PHRASE_CRITERION_MANY : VOTUM_PHRASE_CRITERION),
                             "criterion", name, "who", who, NULL), rests_on_criterion (bank, criterion));
    }
  add (bank, VOTUM_PART_EVIDENCE, NULL, g_strdup (votum_words (lang, VOTUM_WORD_EVIDENCE)), rests_on_kind (bank, FALSE));
  add (bank, VOTUM_PART_SITE_VISIT, NULL, g_strdup (votum_words (lang, VOTUM_WORD_SITE_VISIT)),
       rests_on_kind (bank, TRUE) || says (bank, votum_phrase_word (lang, VOTUM_PHRASE_SIGN_VISIT)));
  add (bank, VOTUM_PART_LEARNING, NULL, g_strdup (votum_words (lang, VOTUM_WORD_LEARNING)),
       says_word (bank, votum_phrase_word (lang, VOTUM_PHRASE_SIGN_LEARNING)));
}

static void
add_withheld (Bank *bank)
{
  const char *lang = bank->composed->lang;

  add (bank, VOTUM_PART_OVERALL, NULL, g_strdup (votum_phrase_word (lang, VOTUM_PHRASE_BEST)), FALSE);
  add (bank, VOTUM_PART_WITHHELD, NULL, g_strdup (votum_phrase_word (lang, VOTUM_PHRASE_NOT_MET)), FALSE);
  add (bank, VOTUM_PART_WITHHELD, NULL, g_strdup (votum_phrase_word (lang, VOTUM_PHRASE_WHY_WITHHELD)), FALSE);
}

static void
add_agreement (Bank *bank)
{
  const char *lang = bank->composed->lang;
  gint64 in_favour;
  gint64 against;
  g_autofree char *n = NULL;
  g_autofree char *m = NULL;

  if (bank->decision == NULL)
    return;
  in_favour = votum_thing_get_number (bank->decision, VOTUM_DECISION_VOTES_FOR);
  against = votum_thing_get_number (bank->decision, VOTUM_DECISION_VOTES_AGAINST);
  n = g_strdup_printf ("%" G_GINT64_FORMAT, in_favour);
  m = g_strdup_printf ("%" G_GINT64_FORMAT, against);
  if (votum_thing_is_set (bank->decision, VOTUM_DECISION_VOTES_FOR) && against > 0)
    {
      g_autofree char *line = votum_words_format (lang, VOTUM_WORD_MAJORITY, "n", n, "m", m, NULL);

      add_words (bank, VOTUM_PART_AGREEMENT, line, VOTUM_PHRASE_SIGN_MAJORITY);
    }
  else if (votum_thing_is_set (bank->decision, VOTUM_DECISION_VOTES_FOR) &&
           votum_thing_get_number (bank->decision, VOTUM_DECISION_ABSTAINED) == 0)
    {
      add_words (bank, VOTUM_PART_AGREEMENT, votum_words (lang, VOTUM_WORD_UNANIMOUS), VOTUM_PHRASE_SIGN_UNANIMOUS);
    }
  if (against > 0 || votum_thing_is_set (bank->decision, VOTUM_DECISION_MINORITY))
    {
      g_autofree char *line = against > 0 ? votum_words_fill (votum_phrase_word (lang, VOTUM_PHRASE_MINORITY_OF), "m", m, NULL)
                                          : g_strdup (votum_phrase_word (lang, VOTUM_PHRASE_MINORITY));

      add_words (bank, VOTUM_PART_MINORITY, line, VOTUM_PHRASE_SIGN_MINORITY);
    }
}

/* Only who was recused from those that the text is about: to say more would name other finalists. */
static void
add_recusals (Bank *bank)
{
  const VotumComposed *composed = bank->composed;
  g_autoptr(GPtrArray) honoured = votum_case_honoured (bank->self, composed->standing, composed->about);

  for (guint e = 0; e < honoured->len && !composed->standing->veiled; e++)
    for (guint j = 0; j < composed->standing->jurors->len; j++)
      {
        VotumThing *entrant = g_ptr_array_index (honoured, e);
        VotumThing *juror = g_ptr_array_index (composed->standing->jurors, j);
        const char *name = votum_thing_get_text (juror, VOTUM_JUROR_NAME);
        VotumThing *recusal = NULL;

        if (votum_case_is_recused (bank->self, juror, entrant, &recusal))
          add (bank, VOTUM_PART_RECUSAL, NULL,
               votum_words_format (composed->lang, VOTUM_WORD_RECUSAL, "name", name, "finalist",
                                   votum_thing_get_text (entrant, VOTUM_ENTRANT_NAME), NULL), says (bank, name));
      }
}

static void
add_closing (Bank *bank)
{
  const char *lang = bank->composed->lang;
  const char *line = NULL;

  switch (bank->honour)
    {
    case VOTUM_HONOUR_NONE:
      return;
    case VOTUM_HONOUR_WINNER:
      line = votum_words (lang, VOTUM_WORD_CLOSING);
      break;
    case VOTUM_HONOUR_SHARED:
      line = bank->composed->about == NULL ? votum_phrase_word (lang, VOTUM_PHRASE_CLOSING_SHARED) : votum_words (lang, VOTUM_WORD_CLOSING);
      break;
    case VOTUM_HONOUR_MENTION:
      line = votum_phrase_word (lang, VOTUM_PHRASE_CLOSING_MENTION);
      break;
    case VOTUM_HONOUR_FINALIST:
    default:
      line = votum_phrase_word (lang, VOTUM_PHRASE_CLOSING_FINALIST);
      break;
    }
  add_words (bank, VOTUM_PART_CLOSING, line, VOTUM_PHRASE_SIGN_CLOSING);
}

/**
 * votum_case_list_phrases:
 * @self: a case
 * @composed: the text as it is
 *
 * Phrases to write on, in the order of the structure, as they fit what was decided. Nothing that is not known is offered:
 * no unanimity before there was a vote.
 *
 * Returns: (transfer full) (element-type VotumPhrase): the phrases
 */
GPtrArray *
votum_case_list_phrases (VotumCase           *self,
                         const VotumComposed *composed)
{
  Bank bank = { self, composed, votum_case_get_honour (self, composed->standing, composed->about), NULL, NULL,
                g_ptr_array_new_with_free_func ((GDestroyNotify) votum_phrase_free) };
  gboolean last = composed->form == VOTUM_CITATION_FORM_NAME_LAST;

  bank.folded = g_utf8_casefold (composed->text, -1);
  bank.decision = find_decision (self, composed->standing, composed->about);
  if (!last || bank.honour == VOTUM_HONOUR_NONE)
    add_award_line (&bank);
  if (bank.honour == VOTUM_HONOUR_NONE)
    add_withheld (&bank);
  else
    add_judgement (&bank);
  if (bank.honour == VOTUM_HONOUR_WINNER || bank.honour == VOTUM_HONOUR_SHARED)
    add_words (&bank, VOTUM_PART_CLOSE_RACE, votum_words (composed->lang, VOTUM_WORD_CLOSE_RACE), VOTUM_PHRASE_SIGN_RACE);
  add_agreement (&bank);
  add_recusals (&bank);
  add_closing (&bank);
  if (last && bank.honour != VOTUM_HONOUR_NONE)
    add_award_line (&bank);
  g_free (bank.folded);

  return bank.phrases;
}
