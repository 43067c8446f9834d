#include "votum-config.h"

#include "votum-case-agreement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the figures of agreement mean, in plain words. Whether a figure is "good" is told only with whose word it is, and always
 * from the one end of its interval to the other. */

typedef struct {
  double      from;  /* this value and above */
  const char *word;
} Level;

/* Koo and Li (Journal of Chiropractic Medicine 15, 155-163, 2016), who ask for the interval to be judged, not the figure. */
static const Level koo_li[] = {
  { -INFINITY, NC_("agreement", "poor") },
  { 0.5, NC_("agreement", "moderate") },
  { 0.75, NC_("agreement", "good") },
  { 0.9, NC_("agreement", "excellent") },
  { INFINITY, NULL },
};

/* Krippendorff (Content Analysis, 2nd edition, 2004, chapter 11). */
static const Level krippendorff[] = {
  { -INFINITY, NC_("agreement", "not to be relied on") },
  { 0.667, NC_("agreement", "enough for tentative conclusions") },
  { 0.8, NC_("agreement", "reliable") },
  { INFINITY, NULL },
};

/* Schmidt (Decision Sciences 28, 763-774, 1997). */
static const Level schmidt[] = {
  { -INFINITY, NC_("agreement", "very weak") },
  { 0.3, NC_("agreement", "weak") },
  { 0.5, NC_("agreement", "moderate") },
  { 0.7, NC_("agreement", "strong") },
  { 0.9, NC_("agreement", "unusually strong") },
  { INFINITY, NULL },
};

static const char *
word_of (const Level *levels,
         double       value)
{
  const char *word = levels[0].word;

  /* a figure that is printed as 0.90 is 0.90 */
  for (guint i = 1; levels[i].word != NULL && round (value * 1000) / 1000 >= levels[i].from; i++)
    word = levels[i].word;

  return g_dpgettext2 (GETTEXT_PACKAGE, "agreement", word);
}

static char *
span_of (const Level         *levels,
         const VotumEstimate *estimate,
         const char          *source)
{
  const char *low = word_of (levels, estimate->low), *high = word_of (levels, estimate->high);

  if (isnan (estimate->low))
    return g_strdup (_("how sure that is cannot be told"));
  if (low == high)
    /* TRANSLATORS: “moderate” (Koo and Li 2016): a judgement of agreement, and whose it is */
    return g_strdup_printf (C_("agreement", "“%s” (%s)"), low, source);

  /* TRANSLATORS: anything from “poor” to “good” (Koo and Li 2016): the ends of an interval, and whose judgement it is */
  return g_strdup_printf (C_("agreement", "anything from “%s” to “%s” (%s)"), low, high, source);
}

static const char *
what_of (VotumAgreementKind kind)
{
  switch (kind)
    {
    case VOTUM_AGREEMENT_ICC_1_1:
      return _("One juror’s total, as if any jurors had marked any finalist");
    case VOTUM_AGREEMENT_ICC_2_1:
      return _("One juror’s total, had other jurors sat here");
    case VOTUM_AGREEMENT_ICC_3_1:
      return _("One juror’s total in this jury, strict or lenient");
    case VOTUM_AGREEMENT_ICC_1_K:
      return _("The jury’s mean, as if any jurors had marked any finalist");
    case VOTUM_AGREEMENT_ICC_2_K:
      return _("The jury’s mean, had other jurors sat here");
    case VOTUM_AGREEMENT_ICC_3_K:
      return _("The jury’s mean of these jurors, strict or lenient");
    case VOTUM_AGREEMENT_ALPHA_NOMINAL:
      return _("Exactly the same marks, beyond chance");
    case VOTUM_AGREEMENT_ALPHA_ORDINAL:
      return _("Marks as an order, beyond chance");
    case VOTUM_AGREEMENT_ALPHA_INTERVAL:
      return _("Marks as numbers, beyond chance");
    case VOTUM_AGREEMENT_KENDALL:
      return _("The jurors’ orders of the finalists");
    case VOTUM_AGREEMENT_SPEARMAN:
    default:
      return _("The orders of two jurors, on average");
    }
}

/* How often chance does as well, in juries of a thousand, so that small probabilities keep a whole number. */
static char *
chance_words (double p)
{
  guint n = (guint) round (p * 1000);

  if (n == 0)
    return g_strdup (_("Of 1000 juries without a common opinion, not one would agree as much."));

  return g_strdup_printf (ngettext ("Of 1000 juries without a common opinion, %u would agree as much.",
                                    "Of 1000 juries without a common opinion, %u would agree as much.", n), n);
}

/**
 * votum_agreement_words:
 * @self: figures
 * @kind: one of them
 *
 * Returns: (transfer full): what the figure means, in a sentence in the user's language; why there is none where it was refused
 */
char *
votum_agreement_words (const VotumAgreement *self,
                       VotumAgreementKind    kind)
{
  const VotumAgreementFigure *figure = &self->figures[kind];
  g_autofree char *span = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *chance = NULL;

  if (figure->refusal != NULL)
    return g_strdup (figure->refusal);
  if (kind == VOTUM_AGREEMENT_SPEARMAN)
    span = g_strdup (_("1 is the same order, 0 no likeness, −1 the order reversed"));
  else if (kind <= VOTUM_AGREEMENT_ICC_3_K)
    span = span_of (koo_li, &figure->estimate, "Koo and Li 2016");
  else if (kind <= VOTUM_AGREEMENT_ALPHA_INTERVAL)
    span = span_of (krippendorff, &figure->estimate, "Krippendorff 2004");
  else
    span = span_of (schmidt, &figure->estimate, "Schmidt 1997");

  /* TRANSLATORS: what a figure is of, and what it says: “One juror’s total: moderate (Koo and Li 2016).” */
  sentence = g_strdup_printf (C_("agreement", "%s: %s."), what_of (kind), span);
  if (isnan (figure->p))
    return g_steal_pointer (&sentence);
  chance = chance_words (figure->p);

  return g_strconcat (sentence, " ", chance, NULL);
}

/**
 * votum_agreement_name:
 * @kind: of a figure
 *
 * Returns: (transfer none): its name, as statisticians write it
 */
const char *
votum_agreement_name (VotumAgreementKind kind)
{
  static const char *const names[VOTUM_N_AGREEMENT_KINDS] = {
    "ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)",
    N_("alpha, nominal"), N_("alpha, ordinal"), N_("alpha, interval"), N_("Kendall’s W"), N_("mean Spearman"),
  };

  g_return_val_if_fail (kind < VOTUM_N_AGREEMENT_KINDS, "");

  return _(names[kind]);
}

/**
 * votum_interval_name:
 * @kind: of an interval
 *
 * Returns: (transfer none): what its ends are, in a few words
 */
const char *
votum_interval_name (VotumIntervalKind kind)
{
  switch (kind)
    {
    case VOTUM_INTERVAL_CONFIDENCE:
      return _("confidence, 95%");
    case VOTUM_INTERVAL_BOOTSTRAP:
      return _("resampled finalists, 95%");
    case VOTUM_INTERVAL_LEFT_OUT:
      return _("with each juror left out");
    case VOTUM_INTERVAL_PAIRS:
    default:
      return _("least and most alike pair");
    }
}
