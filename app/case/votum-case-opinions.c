#include "votum-config.h"

#include "votum-case-opinions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "votum-case-private.h"
#include "votum-error.h"
#include "votum-words.h"

/* Second opinions on the order of a class, in words. */

struct _VotumSecondOpinions {
  VotumOpinions *opinions;
  GArray        *order;       /* of guint: entrants in the rule's order */
  GPtrArray     *names;       /* [entrant] of char*, as they are to be shown */
  GPtrArray     *criteria;    /* [leaf] of VotumThing */
  guint         *places;      /* [entrant]: by the rule */
};

/**
 * votum_second_opinions_free:
 * @self: (nullable) (transfer full): second opinions
 */
void
votum_second_opinions_free (VotumSecondOpinions *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->opinions, votum_opinions_free);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_free (self->places);
  g_free (self);
}

/* Marks are the same up to a twentieth of their range and fully apart from a fifth of it: ours, so that PROMETHEE hears
 * neither noise nor only the order. What is measured has the range that is there. */
static void
find_step (VotumCase        *self,
           VotumStanding    *standing,
           guint             round,
           guint             leaf,
           VotumOpinionStep *step)
{
  VotumThing *criterion = g_ptr_array_index (standing->leaves, leaf);
  VotumScale *scale = votum_case_get_scale (self, criterion);
  VotumDecimal min, max;
  double low = INFINITY, high = -INFINITY, value;

  if (votum_thing_get_choice (criterion, VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_MEASURED && scale != NULL &&
      votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MIN, &min) &&
      votum_thing_get_decimal (VOTUM_THING (scale), VOTUM_SCALE_MAX, &max))
    {
      low = votum_decimal_to_double (min);
      high = votum_decimal_to_double (max);
    }
  else
    for (guint e = 0; e < standing->entrants->len; e++)
      if (votum_result_panel_double (standing->result, round, e, leaf, &value))
        {
          low = fmin (low, value);
          high = fmax (high, value);
        }
  step->indifference = high > low ? (high - low) / 20 : 0;
  step->preference = high > low ? (high - low) / 5 : 1;
}

static void
read_things (VotumSecondOpinions *opinions,
             VotumCase           *self,
             VotumStanding       *standing,
             guint                round)
{
  opinions->order = votum_result_order (standing->result, round);
  opinions->places = g_new (guint, MAX (standing->entrants->len, 1));
  opinions->names = g_ptr_array_new_with_free_func (g_free);
  opinions->criteria = g_ptr_array_ref (standing->leaves);
  for (guint e = 0; e < standing->entrants->len; e++)
    {
      opinions->places[e] = votum_result_position (standing->result, round, e);
      g_ptr_array_add (opinions->names, g_strdup (votum_case_entrant_name (self, g_ptr_array_index (standing->entrants, e))));
    }
}

/**
 * votum_case_second_opinions:
 * @self: a case
 * @standing: the result of a class
 * @round: index of the round
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Errors: %VOTUM_ERROR_NOT_ALLOWED in a juror's copy, before the marks of the others are to be seen; %VOTUM_ERROR_NO_RESULT
 * where fewer than two are ranked; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the order after the round by other methods; %NULL on error
 */
VotumSecondOpinions *
votum_case_second_opinions (VotumCase      *self,
                            VotumStanding  *standing,
                            guint           round,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_autoptr(VotumSecondOpinions) opinions = NULL;
  g_autofree VotumOpinionStep *steps = g_new0 (VotumOpinionStep, MAX (standing->leaves->len, 1));

  if (standing->own_only)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED,
                           _("The marks of the others are not to be seen in this copy yet, so there is no order to compare. Come back when all rounds are opened."));
      return NULL;
    }
  opinions = g_new0 (VotumSecondOpinions, 1);
  read_things (opinions, self, standing, round);
  if (opinions->order->len < 2)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_NO_RESULT,
                           _("Fewer than two finalists have a result in this round, so there is no order to compare."));
      return NULL;
    }
  for (guint leaf = 0; leaf < standing->leaves->len; leaf++)
    find_step (self, standing, round, leaf, &steps[leaf]);
  opinions->opinions = votum_opinions_new (standing->result, round, steps, cancellable, error);
  if (opinions->opinions == NULL)
    return NULL;

  return g_steal_pointer (&opinions);
}

/**
 * votum_second_opinions_key:
 * @method: a method
 *
 * Returns: (transfer none): its name for programs, the same in every language
 */
const char *
votum_second_opinions_key (VotumOpinionMethod method)
{
  static const char *const keys[] = { "mean", "median", "borda", "copeland", "schulze", "ranked-pairs", "promethee", "topsis" };

  g_return_val_if_fail (method < G_N_ELEMENTS (keys), NULL);

  return keys[method];
}

/**
 * votum_second_opinions_name:
 * @method: a method
 *
 * Returns: (transfer none): its name, in the user's language
 */
const char *
votum_second_opinions_name (VotumOpinionMethod method)
{
  switch (method)
    {
    case VOTUM_OPINION_MEAN:
      return C_("method", "Mean");
    case VOTUM_OPINION_MEDIAN:
      return C_("method", "Median");
    case VOTUM_OPINION_BORDA:
      return "Borda";
    case VOTUM_OPINION_COPELAND:
      return "Copeland";
    case VOTUM_OPINION_SCHULZE:
      return "Schulze";
    case VOTUM_OPINION_RANKED_PAIRS:
      return C_("method", "Ranked pairs");
    case VOTUM_OPINION_PROMETHEE:
      return "PROMETHEE II";
    case VOTUM_OPINION_TOPSIS:
    default:
      return "TOPSIS";
    }
}

/**
 * votum_second_opinions_get:
 * @self: second opinions
 * @method: a method
 *
 * Returns: (transfer none): what it says; entrants and leaves are indices of the standing
 */
const VotumOpinion *
votum_second_opinions_get (const VotumSecondOpinions *self,
                           VotumOpinionMethod         method)
{
  return votum_opinions_get (self->opinions, method);
}

/**
 * votum_second_opinions_n_entrants:
 * @self: second opinions
 *
 * Returns: how many finalists the rule ranks
 */
guint
votum_second_opinions_n_entrants (const VotumSecondOpinions *self)
{
  return self->order->len;
}

/**
 * votum_second_opinions_entrant:
 * @self: second opinions
 * @i: which one, in the rule's order
 *
 * Returns: its index in the standing
 */
guint
votum_second_opinions_entrant (const VotumSecondOpinions *self,
                               guint                      i)
{
  return g_array_index (self->order, guint, i);
}

/**
 * votum_second_opinions_entrant_name:
 * @self: second opinions
 * @entrant: an index in the standing
 *
 * Returns: (transfer none): the finalist's name, as it is to be shown in this copy
 */
const char *
votum_second_opinions_entrant_name (const VotumSecondOpinions *self,
                                    guint                      entrant)
{
  return g_ptr_array_index (self->names, entrant);
}

/**
 * votum_second_opinions_place:
 * @self: second opinions
 * @entrant: an index in the standing
 *
 * Returns: its place by the rule, 0 where it has none
 */
guint
votum_second_opinions_place (const VotumSecondOpinions *self,
                             guint                      entrant)
{
  return self->places[entrant];
}

/**
 * votum_second_opinions_n_other:
 * @self: second opinions
 *
 * Returns: how many methods have another winner than the rule, or other finalists on the first three places
 */
guint
votum_second_opinions_n_other (const VotumSecondOpinions *self)
{
  guint n = 0;

  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    n += votum_opinions_get (self->opinions, method)->other_podium;

  return n;
}

/* The names of the methods for which @test holds. */
static char *
list_methods (const VotumSecondOpinions *self,
              gboolean                   of_winner)
{
  GString *list = g_string_new (NULL);

  for (guint method = 0; method < VOTUM_N_OPINIONS; method++)
    {
      const VotumOpinion *opinion = votum_opinions_get (self->opinions, method);

      if (opinion->other_podium && opinion->other_winner == of_winner)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", votum_second_opinions_name (method));
    }

  return g_string_free (list, FALSE);
}

/**
 * votum_second_opinions_finding:
 * @self: second opinions
 *
 * Returns: (transfer full): what is to be learnt from them all, in a sentence
 */
char *
votum_second_opinions_finding (const VotumSecondOpinions *self)
{
  g_autofree char *winner = list_methods (self, TRUE);
  g_autofree char *podium = list_methods (self, FALSE);

  if (*winner != '\0' && *podium != '\0')
    return g_strdup_printf (_("Another would win by %s; only places below the first, or who shares one, differ by %s."), winner, podium);
  if (*winner != '\0')
    return g_strdup_printf (_("Another would win by %s; every other method has the rule’s first three."), winner);
  if (*podium != '\0')
    return g_strdup_printf (_("The same finalist wins by every method; who comes next, or shares a place, differs by %s."), podium);

  return g_strdup (_("Every method that could be asked has the same order at the top as the rule."));
}

static char *
explain_state (VotumOpinionState state)
{
  switch (state)
    {
    case VOTUM_OPINION_IS_RULE:
      return g_strdup (_("This is what the rule does."));
    case VOTUM_OPINION_NO_MARKS:
      return g_strdup (_("The jurors give places and not marks, so this method has nothing to go by."));
    case VOTUM_OPINION_FEW_JURORS:
      return g_strdup (_("Fewer than two jurors have an order of their own, so there is nothing to put together."));
    case VOTUM_OPINION_MISSING:
      return g_strdup (_("A finalist has no value on one of the criteria, and this method needs them all."));
    case VOTUM_OPINION_NOT_COMPUTED:
    default:
      return g_strdup (_("By this method not everybody who is ranked would have a result."));
    }
}

static char *
explain_criterion (const VotumSecondOpinions *self,
                   VotumOpinionMethod         method,
                   const VotumOpinion        *opinion,
                   const char                *lang)
{
  const char *ahead = votum_second_opinions_entrant_name (self, opinion->ahead);
  const char *behind = votum_second_opinions_entrant_name (self, opinion->behind);
  const char *criterion = votum_texts_get (votum_thing_get_texts (g_ptr_array_index (self->criteria, opinion->leaf), VOTUM_CRITERION_NAME), lang);
  g_autofree char *of_ahead = votum_words_double (lang, opinion->of_ahead, 2);
  g_autofree char *of_behind = votum_words_double (lang, opinion->of_behind, 2);
  g_autofree char *rule_ahead = votum_words_double (lang, opinion->rule_ahead, 2);
  g_autofree char *rule_behind = votum_words_double (lang, opinion->rule_behind, 2);

  if (method == VOTUM_OPINION_MEAN || method == VOTUM_OPINION_MEDIAN)
    return g_strdup_printf (_("“%s” gives most to it: there %s has %s and %s %s, by the rule %s and %s."), criterion, ahead, of_ahead, behind,
                            of_behind, rule_ahead, rule_behind);

  return g_strdup_printf (_("“%s” gives most to it: there %s has %s and %s %s."), criterion, ahead, of_ahead, behind, of_behind);
}

static char *
explain_reason (const VotumSecondOpinions *self,
                VotumOpinionMethod         method,
                const VotumOpinion        *opinion,
                const char                *lang)
{
  const char *ahead = votum_second_opinions_entrant_name (self, opinion->ahead);
  const char *behind = votum_second_opinions_entrant_name (self, opinion->behind);

  switch (opinion->reason)
    {
    case VOTUM_REASON_VOTES:
      return g_strdup_printf (ngettext ("%u juror has %s before %s, %u the other way round.", "%u jurors have %s before %s, %u the other way round.",
                                        opinion->votes), opinion->votes, ahead, behind, opinion->votes_against);
    case VOTUM_REASON_SHARE:
      return g_strdup_printf (_("In the jurors’ own orders %s is on average before %.0f %% of the others, %s before %.0f %%."), ahead,
                              100 * opinion->of_ahead, behind, 100 * opinion->of_behind);
    case VOTUM_REASON_PAIRS:
      return g_strdup_printf (_("Pairs that a majority of the jurors wins for it, less those it loses: %s %d, %s %d."), ahead,
                              (int) opinion->of_ahead, behind, (int) opinion->of_behind);
    case VOTUM_REASON_PATH:
      return g_strdup_printf (_("No majority of the jurors has %s before %s; their majorities over the others decide."), ahead, behind);
    case VOTUM_REASON_CRITERION:
      return explain_criterion (self, method, opinion, lang);
    case VOTUM_REASON_NONE:
    default:
      return NULL;
    }
}

/**
 * votum_second_opinions_sentence:
 * @self: second opinions
 * @method: a method
 * @lang: language of the names and numbers
 *
 * Returns: (transfer full) (nullable): where the method differs from the rule and why, or why it could not be asked, in the
 *   user's language; %NULL where it agrees
 */
char *
votum_second_opinions_sentence (const VotumSecondOpinions *self,
                                VotumOpinionMethod         method,
                                const char                *lang)
{
  const VotumOpinion *opinion = votum_opinions_get (self->opinions, method);
  g_autofree char *what = NULL;
  g_autofree char *why = NULL;

  if (opinion->state != VOTUM_OPINION_GIVEN)
    return explain_state (opinion->state);
  if (!opinion->other_podium)
    return NULL;

  what = g_strdup_printf (opinion->tied ? _("%s shares a place with %s.") : opinion->other_winner ? _("%s wins, before %s.") : _("%s comes before %s."),
                          votum_second_opinions_entrant_name (self, opinion->ahead),
                          votum_second_opinions_entrant_name (self, opinion->behind));
  why = explain_reason (self, method, opinion, lang);

  return why != NULL ? g_strdup_printf ("%s %s", what, why) : g_steal_pointer (&what);
}
