#include "votum-config.h"

#include "votum-case-finding.h"

#include <math.h>
#include <string.h>

#include "votum-case-agreement.h"
#include "votum-case-charts-private.h"
#include "votum-case-jurors.h"
#include "votum-words.h"

#define SAFE 0.95          /* of weights and of juries: from here on a lead is called safe */
#define FAIRLY_SAFE 0.8
#define SMALL_CHANGE 0.05  /* as much weight is soon moved in a discussion: it is worth a sentence */

typedef struct {
  VotumCase             *votum_case;
  VotumStanding         *standing;
  guint                  round;
  const VotumRobustness *robustness;  /* (nullable) */
  const char            *lang;
  GArray                *order;       /* of guint: those with a result, best first */
  guint                  n_first;     /* who share the first place */
} Finding;

static const char *
name_of (const Finding *self,
         guint          entrant)
{
  return votum_case_entrant_name (self->votum_case, g_ptr_array_index (self->standing->entrants, entrant));
}

static guint
ranked (const Finding *self,
        guint          i)
{
  return g_array_index (self->order, guint, i);
}

static void
say (GString    *text,
     const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/* Whole per cents, of which 0 and 100 mean never and always. */
static char *
share_text (const Finding *self,
            double         share)
{
  double percent = round (100 * share);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (share > 0 && share < 1)
    percent = fmin (fmax (percent, 1), 99);
  g_ascii_formatd (number, sizeof number, "%.0f", percent);

  return votum_words_percent (self->lang, number);
}

/* ---- who leads ---- */

/* As it is printed: the difference of two figures on the screen is what stands on the screen. */
static char *
margin_text (const Finding *self)
{
  g_autofree char *first = votum_result_total (self->standing->result, self->round, ranked (self, 0), 2);
  g_autofree char *second = votum_result_total (self->standing->result, self->round, ranked (self, self->n_first), 2);
  const char *point = strchr (first, '.');
  double margin = fabs (g_ascii_strtod (first, NULL) - g_ascii_strtod (second, NULL));
  guint decimals = point != NULL ? (guint) strlen (point + 1) : 0;

  return margin > 0 ? votum_words_double (self->lang, margin, decimals) : NULL;
}

static char *
shared_text (const Finding *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->n_first; i++)
    g_ptr_array_add (names, (gpointer) name_of (self, ranked (self, i)));
  g_ptr_array_add (names, NULL);
  list = votum_words_list (self->lang, (const char *const *) names->pdata);

  return votum_words_format (self->lang, self->standing->own_only ? VOTUM_WORD_FINDING_OWN_SHARED : VOTUM_WORD_CHART_SHARED_LEAD,
                             "names", list, NULL);
}

/* Without a full stop: what follows may hang on it. */
static char *
lead_text (const Finding *self)
{
  const char *name = name_of (self, ranked (self, 0));
  g_autofree char *margin = NULL;

  if (self->n_first > 1)
    return shared_text (self);
  if (self->order->len == 1)
    {
      g_autofree char *total = votum_result_total (self->standing->result, self->round, ranked (self, 0), 2);
      g_autofree char *value = votum_words_number (self->lang, total);

      return votum_words_format (self->lang, VOTUM_WORD_FINDING_ONLY, "name", name, "value", value, NULL);
    }
  margin = margin_text (self);
  if (margin == NULL)
    return votum_words_format (self->lang, VOTUM_WORD_CHART_LEADS_TIE, "name", name, NULL);

  return votum_words_format (self->lang, self->standing->own_only ? VOTUM_WORD_FINDING_OWN_LEADS : VOTUM_WORD_CHART_LEADS, "name", name,
                             "margin", margin, NULL);
}

/* ---- how sure that is ---- */

static const VotumRobustEntrant *
robust_leader (const Finding *self)
{
  const VotumRobustEntrant *leader;

  if (self->robustness == NULL || self->n_first != 1 || self->order->len < 2)
    return NULL;
  leader = votum_robustness_leader (self->robustness);

  return leader != NULL && leader->index == ranked (self, 0) ? leader : NULL;
}

static gboolean
has_weights (const Finding *self)
{
  return self->robustness->no_weights == NULL && self->robustness->n_leaves > 1;
}

static gboolean
has_juries (const Finding *self)
{
  return self->robustness->no_juries == NULL && !self->standing->own_only;
}

static char *
holds_text (const Finding            *self,
            const VotumRobustEntrant *leader)
{
  g_autofree char *weights = has_weights (self) ? share_text (self, leader->kept_first) : NULL;
  g_autofree char *juries = has_juries (self) ? share_text (self, leader->juries[0]) : NULL;

  if (weights != NULL && juries != NULL)
    return votum_words_format (self->lang, VOTUM_WORD_FINDING_HOLDS_BOTH, "weights", weights, "juries", juries, NULL);
  if (weights != NULL)
    return votum_words_format (self->lang, VOTUM_WORD_FINDING_HOLDS_WEIGHTS, "weights", weights, NULL);
  if (juries != NULL)
    return votum_words_format (self->lang, VOTUM_WORD_FINDING_HOLDS_JURIES, "juries", juries, NULL);

  return NULL;
}

/* The least that has to be moved for somebody else, where that is little. */
static const VotumRobustEntrant *
near_rival (const Finding *self)
{
  const VotumRobustEntrant *rival;

  if (robust_leader (self) == NULL || !has_weights (self) || self->robustness->nearest < 0)
    return NULL;
  rival = g_ptr_array_index (self->robustness->entrants, self->robustness->nearest);

  return rival->change != NULL && rival->change->possible && rival->change->moved <= SMALL_CHANGE ? rival : NULL;
}

/* A lead is only as sure as the least sure of what is known about it. */
static VotumWord
how_sure (const Finding            *self,
          const VotumRobustEntrant *leader)
{
  double least = 1;

  if (has_weights (self))
    least = fmin (least, leader->kept_first);
  if (has_juries (self))
    least = fmin (least, leader->juries[0]);
  for (guint i = 0; i < self->robustness->without_juror->len && !self->standing->own_only; i++)
    if (((const VotumRobustWithout *) g_ptr_array_index (self->robustness->without_juror, i))->other_first)
      least = fmin (least, FAIRLY_SAFE - 0.01);
  if (near_rival (self) != NULL || votum_case_chart_lead_unsure (self->standing, self->round, ranked (self, 0), ranked (self, 1)))
    least = fmin (least, FAIRLY_SAFE - 0.01);

  return least >= SAFE ? VOTUM_WORD_FINDING_SURE : least >= FAIRLY_SAFE ? VOTUM_WORD_FINDING_FAIRLY_SURE : VOTUM_WORD_FINDING_UNSURE;
}

static void
say_lead (const Finding *self,
          GString       *text)
{
  const VotumRobustEntrant *leader = robust_leader (self);
  g_autofree char *lead = lead_text (self);
  g_autofree char *how = leader != NULL ? holds_text (self, leader) : NULL;
  const VotumRobustEntrant *rival = near_rival (self);

  if (how != NULL)
    {
      /* the marks of one juror tell nothing of how sure a jury would be */
      VotumWord word = self->standing->own_only ? VOTUM_WORD_FINDING_OWN_HOLDS : how_sure (self, leader);
      g_autofree char *whole = votum_words_format (self->lang, word, "lead", lead, "how", how, NULL);

      say (text, whole);
    }
  else
    {
      say (text, lead);
    }
  g_string_append_c (text, '.');

  if (rival != NULL)
    {
      char moved[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *share = votum_words_percent (self->lang, g_ascii_formatd (moved, sizeof moved, "%.1f",
                                                                                 ceil (1000 * rival->change->moved) / 10));
      g_autofree char *change = votum_words_format (self->lang, VOTUM_WORD_FINDING_CHANGE, "share", share, "name", name_of (self, rival->index), NULL);
      say (text, change);
    }
}

/* ---- who puts whom first ---- */

/* Whom a juror puts first alone, of those whom the juror has marked; -1: nobody. @counts: whether the leaders are among them, and
 * somebody else too. */
static int
first_of (const Finding *self,
          guint          juror,
          gboolean      *counts)
{
  gboolean falling = votum_sheet_is_falling (self->standing->sheet);
  double best = 0;
  guint n_marked = 0;
  int first = -1;

  *counts = TRUE;
  for (guint i = 0; i < self->order->len; i++)
    {
      double total;

      if (!votum_result_juror_total (self->standing->result, self->round, ranked (self, i), juror, &total))
        {
          *counts &= i >= self->n_first;
          continue;
        }
      if (n_marked > 0 && fabs (total - best) < 1e-9)
        first = -1;
      else if (n_marked == 0 || (falling ? total < best : total > best))
        {
          best = total;
          first = (int) ranked (self, i);
        }
      n_marked++;
    }
  *counts &= n_marked > 1;

  return *counts ? first : -1;
}

/* How many put the leader first, where all do; else how many put the strongest of the others there. */
static char *
first_text (const Finding *self,
            const guint   *votes,
            guint          n_counted,
            guint          n_jurors)
{
  gboolean all = n_counted == n_jurors;
  guint lead = ranked (self, 0), rival = lead, most = 0;
  g_autofree char *n = g_strdup_printf ("%u", n_counted);
  g_autofree char *k = NULL;

  if (self->n_first == 1 && votes[lead] == n_counted)
    return votum_words_format (self->lang, all ? VOTUM_WORD_FINDING_ALL_FIRST : VOTUM_WORD_FINDING_ALL_FIRST_OF, "n", n, "name",
                               name_of (self, lead), "leader", name_of (self, lead), NULL);
  for (guint i = self->n_first == 1 ? 1 : 0; i < self->order->len; i++)
    if (votes[ranked (self, i)] > most)
      {
        rival = ranked (self, i);
        most = votes[rival];
      }
  k = g_strdup_printf ("%u", most);
  if (most == 0 || (!all && self->n_first > 1))
    return NULL;
  if (most == 1)
    return votum_words_format (self->lang, all ? VOTUM_WORD_FINDING_ONE_FIRST : VOTUM_WORD_FINDING_ONE_FIRST_OF, "n", n, "name",
                               name_of (self, rival), "leader", name_of (self, lead), NULL);

  return votum_words_format (self->lang, all ? VOTUM_WORD_FINDING_SOME_FIRST : VOTUM_WORD_FINDING_SOME_FIRST_OF, "k", k, "n", n,
                             "name", name_of (self, rival), "leader", name_of (self, lead), NULL);
}

static void
say_first (const Finding *self,
           GString       *text)
{
  g_autofree guint *votes = g_new0 (guint, self->standing->entrants->len + 1);
  guint n_counted = 0, n_jurors = 0;
  g_autofree char *sentence = NULL;

  for (guint juror = 0; juror < self->standing->jurors->len; juror++)
    {
      gboolean counts, marks = FALSE;
      int first = first_of (self, juror, &counts);
      double total;

      for (guint i = 0; i < self->order->len && !marks; i++)
        marks = votum_result_juror_total (self->standing->result, self->round, ranked (self, i), juror, &total);
      n_jurors += marks;
      n_counted += counts;
      if (first >= 0)
        votes[first]++;
    }
  if (n_counted < 2 || self->order->len < 2)
    return;
  sentence = first_text (self, votes, n_counted, n_jurors);
  if (sentence != NULL)
    say (text, sentence);
}

/* ---- recusals, disagreement, too few marks ---- */

static gboolean
has_recusals (const Finding *self)
{
  for (guint i = 0; i < self->order->len; i++)
    for (guint juror = 0; juror < self->standing->jurors->len; juror++)
      if (votum_sheet_cell (self->standing->sheet, self->round, ranked (self, i), juror, 0)->state == VOTUM_CELL_RECUSED)
        return TRUE;

  return FALSE;
}

/* Where somebody is recused, the means are not of the same jurors: who would lead if they were. */
static void
say_adjusted (const Finding *self,
              GString       *text)
{
  g_autoptr(VotumJurorsReport) report = NULL;
  g_autofree char *sentence = NULL;
  guint n_adjusted_first = 0, first = 0;

  if (self->n_first != 1 || self->order->len < 2 || !has_recusals (self))
    return;
  report = votum_case_jurors (self->votum_case, self->standing, self->round, VOTUM_JURORS_PLAIN, self->lang, NULL, NULL);
  if (report == NULL || !votum_jurors_report_is_correction (report))
    return;
  for (guint i = 0; i < votum_jurors_report_n_entrants (report); i++)
    if (votum_jurors_report_entrant (report, i)->adjusted_place == 1)
      {
        n_adjusted_first++;
        first = votum_jurors_report_entrant (report, i)->index;
      }
  if (n_adjusted_first != 1)
    return;
  sentence = votum_words_format (self->lang, first == ranked (self, 0) ? VOTUM_WORD_FINDING_ADJUSTED_SAME : VOTUM_WORD_FINDING_ADJUSTED_OTHER,
                                 "name", name_of (self, first), NULL);
  say (text, sentence);
}

static void
say_discuss (const Finding *self,
             GString       *text)
{
  g_autoptr(VotumAgreement) agreement = votum_case_disagreement (self->votum_case, self->standing, self->round, NULL);
  const VotumDisagreement *most;
  const char *criterion;
  g_autofree char *sentence = NULL;

  if (agreement == NULL || agreement->criteria->len == 0)
    return;
  most = &g_array_index (agreement->criteria, VotumDisagreement, 0);
  if (!(most->spread.spread.value > 0) || most->criterion == NULL)
    return;
  criterion = votum_texts_get (votum_thing_get_texts (most->criterion, VOTUM_CRITERION_NAME), self->lang);
  if (most->widest_entrant >= 0 && agreement->n_entrants > 1)
    sentence = votum_words_format (self->lang, VOTUM_WORD_FINDING_DISCUSS_OVER, "criterion", criterion, "name",
                                   name_of (self, (guint) most->widest_entrant), NULL);
  else
    sentence = votum_words_format (self->lang, VOTUM_WORD_FINDING_DISCUSS, "criterion", criterion, NULL);
  say (text, sentence);
}

static void
say_few (const Finding *self,
         GString       *text)
{
  guint n_few = 0, one = 0;
  g_autofree char *sentence = NULL;
  g_autofree char *n = NULL;

  for (guint entrant = 0; entrant < self->standing->entrants->len; entrant++)
    {
      VotumStandingState state = votum_result_state (self->standing->result, self->round, entrant);

      if (state != VOTUM_STANDING_NO_MARKS && state != VOTUM_STANDING_TOO_FEW)
        continue;
      n_few++;
      one = entrant;
    }
  if (n_few == 0)
    return;
  n = g_strdup_printf ("%u", n_few);
  sentence = n_few == 1 ? votum_words_format (self->lang, VOTUM_WORD_FINDING_FEW_ONE, "name", name_of (self, one), NULL)
                        : votum_words_format (self->lang, VOTUM_WORD_FINDING_FEW, "n", n, NULL);
  say (text, sentence);
}

static void
count_first (Finding *self)
{
  VotumResult *result = self->standing->result;

  while (self->n_first < self->order->len &&
         votum_result_position (result, self->round, ranked (self, self->n_first)) == votum_result_position (result, self->round, ranked (self, 0)))
    self->n_first++;
}

/**
 * votum_case_finding_lead:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @lang: language of the words
 *
 * Returns: (transfer full): who leads, in a sentence: what is known at once
 */
char *
votum_case_finding_lead (VotumCase     *self,
                         VotumStanding *standing,
                         guint          round,
                         const char    *lang)
{
  g_autoptr(GArray) order = votum_result_order (standing->result, round);
  Finding finding = { self, standing, round, NULL, lang, order, 0 };
  g_autofree char *lead = NULL;

  count_first (&finding);
  lead = order->len > 0 ? lead_text (&finding) : g_strdup (votum_words (lang, VOTUM_WORD_CHART_NO_RESULT));

  return g_strconcat (lead, ".", NULL);
}

/**
 * votum_case_finding:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @robustness: (nullable): how sure the order is; %NULL as long as that is not known: then nothing is said of it
 * @lang: language of the words
 *
 * Never more certain than the analysis: a lead is only as sure as the least sure of what is known about it. In a juror's copy it
 * speaks of that juror's own marks, and of nobody's agreement.
 *
 * Returns: (transfer full): who leads, how sure that is, and what to talk about, in a few sentences
 */
char *
votum_case_finding (VotumCase             *self,
                    VotumStanding         *standing,
                    guint                  round,
                    const VotumRobustness *robustness,
                    const char            *lang)
{
  g_autoptr(GArray) order = votum_result_order (standing->result, round);
  Finding finding = { self, standing, round, robustness, lang, order, 0 };
  g_autoptr(GString) text = g_string_new (NULL);

  if (order->len == 0)
    return votum_case_finding_lead (self, standing, round, lang);

  count_first (&finding);
  say_lead (&finding, text);
  if (!standing->own_only)
    {
      say_first (&finding, text);
      say_adjusted (&finding, text);
      say_discuss (&finding, text);
    }
  say_few (&finding, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
