/* An invented case for test-render.c, which includes this file: a jury of any size, with all that a verdict can hold. */

#include "votum-chart-profile.h"
#include "votum-chart-ranking.h"
#include "votum-verdict.h"

#include <math.h>

typedef struct {
  VotumVerdict           verdict;
  GPtrArray             *memory;
  VotumVerdictJuror     *jurors;
  VotumVerdictEntrant   *entrants;
  VotumVerdictCriterion *criteria;
  VotumVerdictRound     *rounds;
  VotumVerdictDecision  *decisions;
  VotumChartRanking      ranking;
  VotumChartProfile      profile;
  VotumTerms             terms;
} Demo;

static const char * const juror_names[] = {
  "Kari Østby", "Lars Henrik Aune", "Ingrid Sæther Dahl", "Mohammed Ali Hassan", "Turid Vågå",
};

static const char * const entrant_names[] = {
  "Nordlys Kraft", "Fjellvind Forsikring", "Havgap Sparebank", "Skogstjerne Reiser", "Tussmørke Telecom", "Brefonn Bredbånd",
};

static const struct {
  const char *key, *name, *question, *weight, *share;
} demo_criteria[] = {
  { NULL, "Ledelse og kultur", NULL, "35", NULL },
  { "A1", "Synlige og nære ledere", "Er lederne til stede der kundene møtes, og følger de opp tett?", "15", "0.15" },
  { "A2", "En kultur der alle er med", "Merkes verdiene i atferd, også utenfor ledergruppen?", "12", "0.12" },
  { "A3", "Anerkjennelse og feiring", "Blir gode resultater sett med en gang, og hvorfor?", "8", "0.08" },
  { NULL, "Mål og forbedring", NULL, "30", NULL },
  { "B1", "Tydelige mål alle kjenner", "Er mål og status synlige og forståelige uten forklaring?", "12", "0.12" },
  { "B2", "Læring og sekundering", "Får medarbeiderne støtte mens arbeidet pågår?", "10", "0.1" },
  { "B3", "Systematisk forbedring", "Viser virksomheten hele sløyfen, også det som ikke virket?", "8", "0.08" },
  { NULL, "Kunden", NULL, "20", NULL },
  { "C1", "Dokumentert effekt", "Hva sier tallene om tilfredshet og løsningsgrad over tid?", "12", "0.12" },
  { "C2", "Kundens stemme", "Når tilbakemeldingen fram, og endrer den noe?", "8", "0.08" },
  { NULL, "Strategi", NULL, "15", NULL },
  { "D1", "Plass på ledelsens dagsorden", "Påvirker kundeservice produkt- og prosessutvikling?", "9", "0.09" },
  { "D2", "Sosiale medier og nye kanaler", "Brukes kanalene til service, ikke bare markedsføring?", "6", "0.06" },
};

static const VotumVerdictLevel demo_levels[] = {
  { "1", "Mangler", "Ikke besvart, eller motsagt av det juryen så." },
  { "2", "Svakt", "Enkelteksempler uten system." },
  { "3", "I gang", "Et system er på vei, men brukes ujevnt." },
  { "4", "Godt", "Systematisk og kjent i det meste av organisasjonen." },
  { "5", "Svært godt", "Systematisk, brukt overalt og med målt effekt." },
  { "6", "Forbilde", "Som 5, bekreftet på stedet, og noe andre bør lære av." },
};

#define DEMO_TEXT \
  "Vinneren har gjort kundeservice til alles ansvar, fra kundebehandler til toppleder. Ledelsen er til stede der " \
  "samtalene skjer, og hver medarbeider får tilbakemelding samme dag. Andelen henvendelser som løses i første kontakt, " \
  "har økt tre år på rad, og kundene merker det.\n\n" \
  "På studiebesøket hang mål og resultater framme, og en nyansatt forklarte dem for juryen uten manus. Juryen vil " \
  "særlig framheve viljen til å vise hva som ikke virket. Det kan andre lære av. Feltet var jevnt og sterkt. " \
  "Juryen gratulerer en verdig vinner."

static gpointer
demo_alloc (Demo  *demo,
            gsize  size)
{
  gpointer memory = g_malloc0 (MAX (size, 1));

  g_ptr_array_add (demo->memory, memory);

  return memory;
}

static char *demo_text (Demo *demo, const char *format, ...) G_GNUC_PRINTF (2, 3);

static char *
demo_text (Demo       *demo,
           const char *format,
           ...)
{
  va_list args;
  char *text;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (demo->memory, text);

  return text;
}

static char *
demo_number (Demo   *demo,
             double  value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return demo_text (demo, "%s", g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

/* Better entrants come first; every third mark or so differs between jurors. */
static guint
demo_mark (guint entrant,
           guint n_entrants,
           guint juror,
           guint leaf,
           guint round,
           guint top)
{
  guint noise = (entrant * 7919 + juror * 104729 + leaf * 1299709 + round * 15485863) % 101;
  double base = top * (0.93 - 0.5 * entrant / MAX (n_entrants, 5)) + (leaf * (entrant + 3) % 5 - 2.0) * 0.3;

  return (guint) CLAMP (round + 0 * base + base - round + (noise < 30 ? -1 : noise > 70 ? 1 : 0) + 0.5, 1, top);
}

static gboolean
demo_is_recused (guint entrant,
                 guint juror)
{
  return entrant == 2 && juror == 1;
}

static void
demo_round (Demo  *demo,
            guint  r,
            guint  n,
            guint  top)
{
  VotumVerdict *verdict = &demo->verdict;
  guint nj = verdict->n_jurors, nl = verdict->n_leaves;
  VotumVerdictRound *round = &demo->rounds[r];
  VotumVerdictStanding *standings = demo_alloc (demo, n * sizeof *standings);
  VotumVerdictMark *marks = demo_alloc (demo, (gsize) n * nj * nl * sizeof *marks);

  for (guint e = 0; e < n; e++)
    {
      const char **panel = demo_alloc (demo, nl * sizeof *panel);
      double total = 0;

      for (guint l = 0; l < nl; l++)
        {
          double sum = 0;
          guint found = 0;

          for (guint j = 0; j < nj; j++)
            {
              VotumVerdictMark *mark = &marks[(e * nj + j) * nl + l];
              guint value = demo_mark (e, verdict->n_entrants, j, l, r, top);

              if (demo_is_recused (e, j))
                mark->state = VOTUM_CELL_RECUSED;
              else if (nl > 1 && e == 3 && j == 2 && l == 7)
                mark->state = VOTUM_CELL_NOT_OBSERVED;
              else
                {
                  mark->state = VOTUM_CELL_VALUE;
                  mark->text = demo_text (demo, "%u", value);
                  sum += value;
                  found++;
                }
            }
          panel[l] = demo_number (demo, sum / MAX (found, 1));
          total += sum / MAX (found, 1) / nl;
        }
      standings[e] = (VotumVerdictStanding) { e, VOTUM_STANDING_RANKED, e + 1, FALSE, e < n / 2, panel,
                                              demo_number (demo, total), demo_number (demo, total - 0.05 - 0.1 * (e == 3)) };
    }
  round->standings = standings;
  round->n_standings = n;
  round->marks = marks;
  round->has_total = verdict->n_rounds > 1 && r > 0;
}

static void
demo_charts (Demo *demo)
{
  VotumVerdict *verdict = &demo->verdict;
  const VotumVerdictRound *round = &demo->rounds[verdict->n_rounds - 1];
  VotumChartRankingEntry *entries = demo_alloc (demo, round->n_standings * sizeof *entries);
  VotumChartSeries *series = demo_alloc (demo, 4 * sizeof *series);
  const char **names = demo_alloc (demo, verdict->n_leaves * sizeof *names);

  for (guint e = 0; e < round->n_standings; e++)
    {
      double *totals = demo_alloc (demo, verdict->n_jurors * sizeof *totals);
      guint n = 0;

      for (guint j = 0; j < verdict->n_jurors; j++)
        {
          double sum = 0;

          if (demo_is_recused (e, j))
            continue;
          for (guint l = 0; l < verdict->n_leaves; l++)
            {
              const VotumVerdictMark *mark = &round->marks[(e * verdict->n_jurors + j) * verdict->n_leaves + l];

              sum += mark->state == VOTUM_CELL_VALUE ? g_ascii_strtod (mark->text, NULL) : 4;
            }
          totals[n++] = sum / verdict->n_leaves;
        }
      entries[e] = (VotumChartRankingEntry) { verdict->entrants[e].name, TRUE, g_ascii_strtod (round->standings[e].total, NULL),
                                              round->standings[e].total, e + 1, totals, n, verdict->n_jurors - n, (int) e };
    }
  demo->ranking = (VotumChartRanking) { "nb", NULL, NULL, 0, g_ascii_strtod (verdict->scale_max, NULL), verdict->n_jurors,
                                        entries, round->n_standings };

  for (guint s = 0; s < MIN (4, round->n_standings); s++)
    {
      double *values = demo_alloc (demo, verdict->n_leaves * sizeof *values);

      for (guint l = 0; l < verdict->n_leaves; l++)
        values[l] = g_ascii_strtod (round->standings[s].panel[l], NULL);
      series[s] = (VotumChartSeries) { verdict->entrants[s].name, values, (int) s };
    }
  for (guint i = 0; i < verdict->n_criteria; i++)
    if (verdict->criteria[i].leaf >= 0)
      names[verdict->criteria[i].leaf] = verdict->criteria[i].name;
  demo->profile = (VotumChartProfile) { "nb", NULL, NULL, 1, g_ascii_strtod (verdict->scale_max, NULL), names, verdict->n_leaves,
                                        series, MIN (4, round->n_standings) };
}

static void
demo_criteria_of (Demo     *demo,
                  gboolean  many)
{
  guint leaf = 0;

  if (!many)
    {
      demo->criteria = demo_alloc (demo, sizeof *demo->criteria);
      demo->criteria[0] = (VotumVerdictCriterion) { NULL, "Samlet framføring", NULL, 0, 0, "1", "1", FALSE };
      demo->verdict.n_criteria = demo->verdict.n_leaves = 1;
      return;
    }
  demo->criteria = demo_alloc (demo, G_N_ELEMENTS (demo_criteria) * sizeof *demo->criteria);
  for (guint i = 0; i < G_N_ELEMENTS (demo_criteria); i++)
    demo->criteria[i] = (VotumVerdictCriterion) {
      demo_criteria[i].key, demo_criteria[i].name, demo_criteria[i].question, demo_criteria[i].key != NULL ? 1 : 0,
      demo_criteria[i].key != NULL ? (int) leaf++ : -1, demo_criteria[i].weight, demo_criteria[i].share, FALSE };
  demo->verdict.n_criteria = G_N_ELEMENTS (demo_criteria);
  demo->verdict.n_leaves = leaf;
}

static void
demo_decisions (Demo *demo)
{
  VotumVerdict *verdict = &demo->verdict;

  verdict->n_decisions = MIN (verdict->n_entrants, 3);
  demo->decisions = demo_alloc (demo, 3 * sizeof *demo->decisions);
  demo->decisions[0] = (VotumVerdictDecision) { 0, VOTUM_OUTCOME_WINNER, 1, FALSE, TRUE, 4, 1, 0, 1, FALSE,
    NULL, "Ett medlem mener at Fjellvind Forsikring viste den tydeligste utviklingen gjennom året, og ville gitt prisen dit." };
  demo->decisions[1] = (VotumVerdictDecision) { 1, VOTUM_OUTCOME_PLACED, 2, TRUE, TRUE, 5, 0, 0, 2, FALSE,
    "Juryen fant at de to finalistene sto så likt at en deling er mer rettferdig enn en forskjell på to hundredeler.", NULL };
  demo->decisions[2] = (VotumVerdictDecision) { 2, VOTUM_OUTCOME_PLACED, 2, TRUE, TRUE, 4, 0, 1, 3, FALSE, NULL, NULL };
}

static void
demo_fill_plain (VotumVerdict *verdict)
{
  static const guint winner[] = { 0 };
  static const VotumVerdictRecusal recusals[] = {
    { 1, 2, NULL, VOTUM_MAY_NOT_BE_PRESENT, "Satt i styret i Havgap Sparebank til mai 2025.", "2026-09-14" },
    { 3, 0, NULL, VOTUM_MAY_DECLARED, "Er kunde i selskapet.", "2026-09-14" },
  };
  static const char * const present[] = { "Kari Østby", "Turid Vågå", NULL };
  static const VotumVerdictVisit visits[] = {
    { 0, "2026-10-21", "Bodø", present }, { 1, "2026-10-22", "Bergen", present }, { 2, "2026-10-27", "Ålesund", present },
  };

  verdict->award_name = "Årets kundeserviceledelse";
  verdict->year = "2026";
  verdict->class_name = "Store virksomheter";
  verdict->organiser = "Kundeserviceforumet";
  verdict->place = "Oslo";
  verdict->date = "2026-11-03";
  verdict->created = "2026-11-03T14:05:00+01:00";
  verdict->outcome = VOTUM_OUTCOME_WINNER;
  verdict->recipients = winner;
  verdict->n_recipients = 1;
  verdict->agreement = VOTUM_AGREEMENT_MAJORITY;
  verdict->majority_for = 4;
  verdict->majority_against = 1;
  verdict->citation = DEMO_TEXT;
  verdict->quote = "Vi feirer hver kunde som ringer tilbake for å takke.";
  verdict->quote_source = "Kunderådgiver, på juryens besøk";
  verdict->weights_sum = "100";
  verdict->scale_min = "1";
  verdict->scale_step = "1";
  verdict->log_entries = 1287;
  verdict->log_first = "2026-08-17T09:12:00+02:00";
  verdict->log_last = "2026-11-03T14:05:00+01:00";
  verdict->log_head = "3f2a91bc77d04e1589aa60c2e4b7d81f0c95a3e26b48f7d1152e09cb6a7f3d84";
  verdict->file_name = "aarets-kundeserviceledelse-2026.votum";
  if (verdict->n_entrants > 3 && verdict->n_jurors > 3)
    {
      verdict->recusals = recusals;
      verdict->n_recusals = G_N_ELEMENTS (recusals);
      verdict->visits = visits;
      verdict->n_visits = G_N_ELEMENTS (visits);
    }
}

static void
demo_terms (Demo *demo)
{
  static const VotumTieBreak steps[] = { { VOTUM_TIE_FIRST_PLACES, NULL }, { VOTUM_TIE_HEAVIEST, NULL }, { VOTUM_TIE_CHAIR, NULL } };
  static const VotumDecimal margins[] = { { 3, 0 }, { 2, 0 }, { 2, 0 }, { 2, 0 } };
  static const VotumDecimal rows[2][2] = { { { 1, 0 }, { 0, 0 } }, { { 3, 1 }, { 7, 1 } } };

  demo->terms.correction = VOTUM_CORRECTION_CLIP;
  demo->terms.margins = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));
  g_array_append_vals (demo->terms.margins, margins, G_N_ELEMENTS (margins));
  demo->terms.round_mark = demo->terms.round_panel = demo->terms.round_result = demo->terms.round_total = 2;
  demo->terms.round_weighted = VOTUM_EXACT;
  demo->terms.minimum = 3;
  demo->terms.round_weights = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < 2; i++)
    {
      GArray *row = g_array_new (FALSE, FALSE, sizeof (VotumDecimal));

      g_array_append_vals (row, rows[i], i + 1);
      g_ptr_array_add (demo->terms.round_weights, row);
    }
  demo->terms.tie_breaks = g_array_new (FALSE, FALSE, sizeof (VotumTieBreak));
  g_array_append_vals (demo->terms.tie_breaks, steps, G_N_ELEMENTS (steps));
}

/* @n_in_round holds, per round, how many of the entrants take part. */
static Demo *
demo_new (guint         n_entrants,
          guint         n_jurors,
          gboolean      many_criteria,
          const guint  *n_in_round,
          guint         n_rounds,
          const char   *lang)
{
  Demo *demo = g_new0 (Demo, 1);
  VotumVerdict *verdict = &demo->verdict;
  char **rule;

  demo->memory = g_ptr_array_new_with_free_func (g_free);
  verdict->n_entrants = n_entrants;
  verdict->n_jurors = n_jurors;
  verdict->n_rounds = n_rounds;
  demo_fill_plain (verdict);
  demo->jurors = demo_alloc (demo, n_jurors * sizeof *demo->jurors);
  for (guint j = 0; j < n_jurors; j++)
    demo->jurors[j] = (VotumVerdictJuror) {
      j < G_N_ELEMENTS (juror_names) ? juror_names[j] : demo_text (demo, "Jurymedlem Nummer%u", j + 1), NULL,
      j == 1 ? VOTUM_ROLE_CHAIR : VOTUM_ROLE_JUROR, FALSE };
  demo->entrants = demo_alloc (demo, n_entrants * sizeof *demo->entrants);
  for (guint e = 0; e < n_entrants; e++)
    demo->entrants[e].name = e < G_N_ELEMENTS (entrant_names) ? entrant_names[e] : demo_text (demo, "Deltaker Etternavn-%u", e + 1);
  demo_criteria_of (demo, many_criteria);
  verdict->scale_max = many_criteria ? "6" : "25";
  if (many_criteria)
    {
      verdict->levels = demo_levels;
      verdict->n_levels = G_N_ELEMENTS (demo_levels);
    }
  verdict->jurors = demo->jurors;
  verdict->entrants = demo->entrants;
  verdict->criteria = demo->criteria;
  demo->rounds = demo_alloc (demo, n_rounds * sizeof *demo->rounds);
  for (guint r = 0; r < n_rounds; r++)
    demo_round (demo, r, n_in_round[r], many_criteria ? 6 : 25);
  verdict->rounds = demo->rounds;
  demo_decisions (demo);
  verdict->decisions = demo->decisions;
  demo_charts (demo);
  demo->ranking.lang = demo->profile.lang = lang;
  verdict->ranking = votum_chart_ranking_new (&demo->ranking);
  verdict->profile = votum_chart_profile_new (&demo->profile);
  demo_terms (demo);
  rule = votum_verdict_rule_sentences (&demo->terms, 2, lang);
  verdict->rule = (const char * const *) rule;

  return demo;
}

static void
demo_free (Demo *demo)
{
  votum_chart_unref (demo->verdict.ranking);
  votum_chart_unref (demo->verdict.profile);
  g_strfreev ((char **) demo->verdict.rule);
  g_array_unref (demo->terms.margins);
  g_ptr_array_unref (demo->terms.round_weights);
  g_array_unref (demo->terms.tie_breaks);
  g_ptr_array_unref (demo->memory);
  g_free (demo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Demo, demo_free)

/* The case of the pictures: 6 finalists, 5 jurors, 10 criteria, 2 rounds. */
static Demo *
demo_usual (const char *lang)
{
  static const guint in_round[] = { 6, 4 };

  return demo_new (6, 5, TRUE, in_round, 2, lang);
}
