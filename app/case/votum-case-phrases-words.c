#include "votum-config.h"

#include "votum-case-phrases-private.h"

#include "votum-words.h"

/* Order of languages: nb, nn, sv, da, en, as in votum-words-table.c. */

#define W(id, nb, nn, sv, da, en) [VOTUM_PHRASE_##id] = { nb, nn, sv, da, en }

static const char *const phrases[VOTUM_N_PHRASES][VOTUM_N_WORD_LANGS] = {
  W (WINNER, "vinneren", "vinnaren", "vinnaren", "vinderen", "the winner"),
  W (WINNERS, "vinnerne", "vinnarane", "vinnarna", "vinderne", "the winners"),
  W (ONE_OF_WINNERS, "en av vinnerne", "ein av vinnarane", "en av vinnarna", "en af vinderne", "one of the winners"),
  W (FINALIST, "finalisten", "finalisten", "finalisten", "finalisten", "the finalist"),
  W (FINALIST_LINE,
     "{winner} er blant finalistene til {prize} {year}.", "{winner} er mellom finalistane til {prize} {year}.",
     "{winner} är finalist till {prize} {year}.", "{winner} er blandt finalisterne til {prize} {year}.",
     "{winner} is a finalist for {prize} {year}."),
  W (OVERALL,
     "{who} har over tid vist at …", "{who} har over tid vist at …", "Genom att … har {who} …",
     "{who} har over tid vist, at …", "Over time {who} has shown that …"),
  W (OVERALL_MANY,
     "{who} har over tid vist at …", "{who} har over tid vist at …", "Genom att … har {who} …",
     "{who} har over tid vist, at …", "Over time {who} have shown that …"),
  W (CRITERION,
     "På {criterion} skiller {who} seg ut ved …", "På {criterion} skil {who} seg ut ved …",
     "Inom {criterion} utmärker sig {who} genom …", "På {criterion} skiller {who} sig ud ved …",
     "On {criterion} {who} stands out for …"),
  W (CRITERION_MANY,
     "På {criterion} skiller {who} seg ut ved …", "På {criterion} skil {who} seg ut ved …",
     "Inom {criterion} utmärker sig {who} genom …", "På {criterion} skiller {who} sig ud ved …",
     "On {criterion} {who} stand out for …"),
  W (BEST,
     "De beste i feltet har vist at …", "Dei beste i feltet har vist at …", "De bästa bidragen har visat att …",
     "De bedste i feltet har vist, at …", "The best of the field have shown that …"),
  W (NOT_MET,
     "Kravet om … er likevel ikke innfridd.", "Kravet om … er likevel ikkje innfridd.", "Kravet på … är dock inte uppfyllt.",
     "Kravet om … er dog ikke opfyldt.", "The requirement of … was not met, however."),
  W (WHY_WITHHELD,
     "En pris som ikke deles ut hvert år, er mer verdt for dem som får den.",
     "Ein pris som ikkje blir delt ut kvart år, er meir verd for dei som får han.",
     "Ett pris som inte delas ut varje år är mer värt för dem som får det.",
     "En pris, der ikke uddeles hvert år, er mere værd for dem, der får den.",
     "A prize that is not given every year is worth more to those who receive it."),
  W (MINORITY,
     "Et mindretall la større vekt på …", "Eit mindretal la større vekt på …", "En minoritet lade större vikt vid …",
     "Et mindretal lagde større vægt på …", "A minority gave more weight to …"),
  W (MINORITY_OF,
     "Et mindretall på {m} la større vekt på …", "Eit mindretal på {m} la større vekt på …",
     "En minoritet på {m} lade större vikt vid …", "Et mindretal på {m} lagde større vægt på …",
     "A minority of {m} gave more weight to …"),
  W (CLOSING_SHARED,
     "Juryen gratulerer verdige vinnere.", "Juryen gratulerer verdige vinnarar.", "Juryn gratulerar värdiga vinnare.",
     "Juryen ønsker værdige vindere tillykke.", "The jury congratulates worthy winners."),
  W (CLOSING_MENTION,
     "Juryen gratulerer med en fortjent omtale.", "Juryen gratulerer med ein fortent omtale.",
     "Juryn gratulerar till ett välförtjänt omnämnande.", "Juryen ønsker tillykke med en fortjent omtale.",
     "The jury congratulates on a well-earned commendation."),
  W (CLOSING_FINALIST,
     "Juryen gratulerer med finaleplassen.", "Juryen gratulerer med finaleplassen.", "Juryn gratulerar till finalplatsen.",
     "Juryen ønsker tillykke med finalepladsen.", "The jury congratulates on a place in the final."),
  W (SIGN_VISIT, "besøk", "besøk", "besök", "besøg", "visit"),
  W (SIGN_LEARNING, "lære", "lære", "lära", "lære", "learn"),
  W (SIGN_RACE, "feltet var", "feltet var", "konkurrens", "feltet var", "the field"),
  W (SIGN_UNANIMOUS, "enstemmig", "samrøystes", "enhällig", "enstemmig", "unanimous"),
  W (SIGN_MAJORITY, "flertall", "fleirtal", "röster mot", "stemmer mod", "majority"),
  W (SIGN_MINORITY, "mindretall", "mindretal", "minoritet", "mindretal", "minority"),
  W (SIGN_CLOSING, "gratulerer", "gratulerer", "gratulerar", "tillykke", "congratulate"),
};

/* A word of the phrase bank; of a language that is not there, the English one. */
const char *
votum_phrase_word (const char      *lang,
                   VotumPhraseWord  word)
{
  const char *const *langs = votum_words_langs ();

  for (guint i = 0; langs[i] != NULL && i < VOTUM_N_WORD_LANGS; i++)
    if (g_strcmp0 (langs[i], lang) == 0)
      return phrases[word][i];

  return phrases[word][VOTUM_N_WORD_LANGS - 1];
}
