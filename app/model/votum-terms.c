#include "votum-config.h"

#include "votum-terms.h"
#include "votum-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  VotumTieKind kind;
  const char  *name;
} tie_names[] = {
  { VOTUM_TIE_CRITERIA,     "criteria" },
  { VOTUM_TIE_FIRST_PLACES, "first-places" },
  { VOTUM_TIE_HEAD_TO_HEAD, "head-to-head" },
  { VOTUM_TIE_HEAVIEST,     "heaviest-criterion" },
  { VOTUM_TIE_REVOTE,       "revote" },
  { VOTUM_TIE_CHAIR,        "chair" },
};

static void
tie_break_clear (gpointer data)
{
  g_clear_pointer (&((VotumTieBreak *) data)->criteria, g_strfreev);
}

static GArray *
decimals_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (VotumDecimal));
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static GArray *
tie_breaks_new (void)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (VotumTieBreak));

  g_array_set_clear_func (array, tie_break_clear);
  return array;
}

/**
 * votum_terms_new:
 *
 * The plainest rule there is: the exact mean of the marks, shares as weights, missing marks handled
 * among siblings, at least one mark, only the round itself counts, equal results share a position.
 *
 * Returns: (transfer full): new terms
 */
VotumTerms *
votum_terms_new (void)
{
  VotumTerms *self = g_new0 (VotumTerms, 1);

  self->method = VOTUM_METHOD_MARKS;
  self->correction = VOTUM_CORRECTION_NONE;
  self->margins = decimals_new ();
  self->round_mark = VOTUM_EXACT;
  self->round_panel = VOTUM_EXACT;
  self->round_weighted = VOTUM_EXACT;
  self->round_result = VOTUM_EXACT;
  self->round_total = VOTUM_EXACT;
  self->rounding = VOTUM_ROUNDING_HALF_UP;
  self->weighting = VOTUM_WEIGHTING_SHARES;
  self->missing = VOTUM_MISSING_LOCAL;
  self->minimum = 1;
  self->round_weights = rows_new ();
  self->tie_breaks = tie_breaks_new ();
  return self;
}

/**
 * votum_terms_copy:
 * @self: terms
 *
 * Returns: (transfer full): a deep copy that shares nothing with @self
 */
VotumTerms *
votum_terms_copy (const VotumTerms *self)
{
  VotumTerms *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (VotumTerms, 1);
  *copy = *self;
  copy->margins = g_array_copy (self->margins);
  copy->round_weights = rows_new ();
  for (guint i = 0; i < self->round_weights->len; i++)
    g_ptr_array_add (copy->round_weights, g_array_copy (self->round_weights->pdata[i]));
  copy->tie_breaks = tie_breaks_new ();
  for (guint i = 0; i < self->tie_breaks->len; i++)
    {
      VotumTieBreak tie = g_array_index (self->tie_breaks, VotumTieBreak, i);

      tie.criteria = g_strdupv (tie.criteria);
      g_array_append_val (copy->tie_breaks, tie);
    }
  if (self->allocation != NULL)
    copy->allocation = g_array_copy (self->allocation);
  return copy;
}

/**
 * votum_terms_free:
 * @self: (nullable) (transfer full): terms
 *
 * Frees @self and all that it holds.
 */
void
votum_terms_free (VotumTerms *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->margins);
  g_ptr_array_unref (self->round_weights);
  g_array_unref (self->tie_breaks);
  g_clear_pointer (&self->allocation, g_array_unref);
  g_free (self);
}

static char **
split_words (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

static GArray *
parse_decimals (const char *text, GError **error)
{
  g_autoptr(GArray) decimals = decimals_new ();
  g_auto(GStrv) words = split_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    {
      VotumDecimal decimal;

      if (!votum_decimal_parse (words[i], &decimal, error))
        return NULL;
      if (decimal.digits < 0)
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("“%s” is less than zero. Margins and weights of rounds are zero or more."), words[i]);
          return NULL;
        }
      g_array_append_val (decimals, decimal);
    }
  return g_steal_pointer (&decimals);
}

/**
 * votum_terms_parse_margins:
 * @self: terms
 * @text: margins, in the unit of the marks, one per round, separated by white space: "3 2 2"
 * @error: return location for a #GError
 *
 * Sets the margins of %VOTUM_CORRECTION_CLIP. The last one holds for all later rounds; an empty text
 * takes them away. On error @self is left as it was.
 *
 * Errors: %VOTUM_ERROR_INVALID for what is not a number of zero or more.
 *
 * Returns: %TRUE if @text was understood
 */
gboolean
votum_terms_parse_margins (VotumTerms *self, const char *text, GError **error)
{
  GArray *margins;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  margins = parse_decimals (text, error);
  if (margins == NULL)
    return FALSE;
  g_array_unref (self->margins);
  self->margins = margins;
  return TRUE;
}

static gboolean
row_has_weight (GArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (g_array_index (row, VotumDecimal, i).digits > 0)
      return TRUE;
  return FALSE;
}

/**
 * votum_terms_parse_round_weights:
 * @self: terms
 * @text: one row of weights per round, rows separated by semicolons: "1; 0.3 0.7; 0.1 0.2 0.7"
 * @error: return location for a #GError
 *
 * Sets how the rounds so far are weighed after each round. Weights are shares: "0.3 0.7" and "30 70"
 * mean the same. An empty text takes them away; then only the round itself counts. On error @self is
 * left as it was.
 *
 * Errors: %VOTUM_ERROR_INVALID for what is not a number of zero or more, and for a row without weight.
 *
 * Returns: %TRUE if @text was understood
 */
gboolean
votum_terms_parse_round_weights (VotumTerms *self, const char *text, GError **error)
{
  g_autoptr(GPtrArray) rows = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  rows = rows_new ();
  stripped = g_strstrip (g_strdup (text));
  parts = g_strsplit (stripped, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      GArray *row = parse_decimals (parts[i], error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
      if (!row_has_weight (row))
        {
          g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                       _("The weights of the rounds have no weight above zero in row %u. Give at least one round of that row a weight."),
                       i + 1);
          return FALSE;
        }
    }
  g_ptr_array_unref (self->round_weights);
  self->round_weights = g_steal_pointer (&rows);
  return TRUE;
}

/**
 * votum_tie_kind_name:
 * @kind: a way to break a tie
 *
 * Returns: (transfer none): its word in a rule
 */
const char *
votum_tie_kind_name (VotumTieKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (tie_names); i++)
    if (tie_names[i].kind == kind)
      return tie_names[i].name;
  g_return_val_if_reached (NULL);
}

static gboolean
find_tie_kind (const char *name, VotumTieKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (tie_names); i++)
    if (g_str_equal (tie_names[i].name, name))
      {
        *kind = tie_names[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_tie_break (const char *text, VotumTieBreak *tie, GError **error)
{
  g_auto(GStrv) words = split_words (text);
  gboolean names_criteria;

  if (words[0] == NULL || !find_tie_kind (words[0], &tie->kind))
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is not a way to break a tie. Use criteria, first-places, head-to-head, heaviest-criterion, revote or chair."),
                   words[0] != NULL ? words[0] : "");
      return FALSE;
    }
  names_criteria = tie->kind == VOTUM_TIE_CRITERIA;
  if (names_criteria && words[1] == NULL)
    {
      g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                           _("The tie-break by criteria names no criterion. Write their keys behind it, such as “criteria A1 B2”."));
      return FALSE;
    }
  if (!names_criteria && words[1] != NULL)
    {
      g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID,
                   _("“%s” is one word too many in the tie-breaks. Separate them with semicolons."), words[1]);
      return FALSE;
    }
  tie->criteria = names_criteria ? g_strdupv (words + 1) : NULL;
  return TRUE;
}

/**
 * votum_terms_parse_tie_breaks:
 * @self: terms
 * @text: tie-breaks in the order in which they are tried, separated by semicolons:
 *   "criteria A1 B2; first-places; head-to-head; heaviest-criterion; revote; chair"
 * @error: return location for a #GError
 *
 * Sets the chain of tie-breaks. An empty text takes it away; then equal results share a position.
 * On error @self is left as it was.
 *
 * Errors: %VOTUM_ERROR_INVALID for an unknown tie-break.
 *
 * Returns: %TRUE if @text was understood
 */
gboolean
votum_terms_parse_tie_breaks (VotumTerms *self, const char *text, GError **error)
{
  g_autoptr(GArray) ties = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  ties = tie_breaks_new ();
  stripped = g_strstrip (g_strdup (text));
  parts = g_strsplit (stripped, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      VotumTieBreak tie = { 0 };

      if (!parse_tie_break (parts[i], &tie, error))
        return FALSE;
      g_array_append_val (ties, tie);
    }
  g_array_unref (self->tie_breaks);
  self->tie_breaks = g_steal_pointer (&ties);
  return TRUE;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
decimals_fit (int decimals)
{
  return decimals >= VOTUM_EXACT && decimals <= VOTUM_DECIMAL_MAX_SCALE;
}

static gboolean
check_correction (const VotumTerms *self, GError **error)
{
  if ((guint) self->correction > VOTUM_CORRECTION_MEDIAN)
    return refuse (error, _("The rule has an unknown correction. Choose one of those offered."));
  if (self->correction == VOTUM_CORRECTION_CLIP && self->margins->len == 0)
    return refuse (error, _("The rule moves outlying marks to a margin, but names no margin. Give at least one."));
  for (guint i = 0; i < self->margins->len; i++)
    if (g_array_index (self->margins, VotumDecimal, i).digits < 0)
      return refuse (error, _("A margin of the rule is less than zero. Give zero or more."));
  if (self->correction == VOTUM_CORRECTION_DROP && self->drop == 0)
    return refuse (error, _("The rule leaves out the highest and lowest marks, but not how many. Give at least one."));
  return TRUE;
}

static gboolean
check_lists (const VotumTerms *self, GError **error)
{
  for (guint i = 0; i < self->round_weights->len; i++)
    {
      GArray *row = self->round_weights->pdata[i];

      for (guint j = 0; j < row->len; j++)
        if (g_array_index (row, VotumDecimal, j).digits < 0)
          return refuse (error, _("A weight of a round is less than zero. Give zero or more."));
      if (!row_has_weight (row))
        return refuse (error, _("The weights of the rounds after some round are all zero. Give at least one of them a weight."));
    }
  for (guint i = 0; i < self->tie_breaks->len; i++)
    {
      VotumTieBreak *tie = &g_array_index (self->tie_breaks, VotumTieBreak, i);

      if ((guint) tie->kind > VOTUM_TIE_CHAIR)
        return refuse (error, _("The rule has an unknown tie-break. Choose one of those offered."));
      if (tie->kind == VOTUM_TIE_CRITERIA && (tie->criteria == NULL || tie->criteria[0] == NULL))
        return refuse (error, _("The tie-break by criteria names no criterion. Name at least one."));
    }
  return TRUE;
}

/**
 * votum_terms_check:
 * @self: terms
 * @error: return location for a #GError
 *
 * Checks that the parts of a rule fit each other: clipping needs a margin of zero or more, dropping
 * needs to know how many, every row of round weights needs a weight above zero, decimals are 0 to 18
 * or %VOTUM_EXACT, the minimum is at least 1. Whether named criteria exist is known to the sheet only.
 *
 * Errors: %VOTUM_ERROR_INVALID.
 *
 * Returns: %TRUE if the rule can be executed
 */
gboolean
votum_terms_check (const VotumTerms *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if ((guint) self->method > VOTUM_METHOD_YES_NO)
    return refuse (error, _("The rule has an unknown method. Choose one of those offered."));
  if (!decimals_fit (self->round_mark) || !decimals_fit (self->round_panel) ||
      !decimals_fit (self->round_weighted) || !decimals_fit (self->round_result) ||
      !decimals_fit (self->round_total))
    return refuse (error, _("The rule rounds to an impossible number of decimals. Give 0 to 18, or leave the rounding out."));
  if ((guint) self->rounding > VOTUM_ROUNDING_HALF_EVEN ||
      (guint) self->weighting > VOTUM_WEIGHTING_FACTORS ||
      (guint) self->missing > VOTUM_MISSING_GLOBAL)
    return refuse (error, _("The rule has an unknown way of rounding, weighting or handling missing marks. Choose one of those offered."));
  if (self->minimum == 0)
    return refuse (error, _("The rule asks for no marks at all. Give a minimum of at least one mark."));
  return check_correction (self, error) && check_lists (self, error);
}
