#include "votum-config.h"

#include "votum-terms.h"

/* The lists of a rule as they are written: the other way round of the parsers in votum-terms.c. */

static void
append_decimals (GString *text,
                 GArray  *decimals)
{
  for (guint i = 0; i < decimals->len; i++)
    {
      g_autofree char *decimal = votum_decimal_to_string (g_array_index (decimals, VotumDecimal, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", decimal);
    }
}

static char *
finish (GString *text)
{
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);

  return NULL;
}

/**
 * votum_terms_margins_to_text:
 * @self: terms
 *
 * Returns: (transfer full) (nullable): the margins as votum_terms_parse_margins() takes them: "3 2"; %NULL where there are
 *   none
 */
char *
votum_terms_margins_to_text (const VotumTerms *self)
{
  GString *text = g_string_new (NULL);

  append_decimals (text, self->margins);

  return finish (text);
}

/**
 * votum_terms_round_weights_to_text:
 * @self: terms
 *
 * Returns: (transfer full) (nullable): the weights of the rounds as votum_terms_parse_round_weights() takes them:
 *   "1; 0.3 0.7"; %NULL where there are none
 */
char *
votum_terms_round_weights_to_text (const VotumTerms *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->round_weights->len; i++)
    {
      if (i > 0)
        g_string_append (text, "; ");
      append_decimals (text, g_ptr_array_index (self->round_weights, i));
    }

  return finish (text);
}

/**
 * votum_terms_tie_breaks_to_text:
 * @self: terms
 *
 * Returns: (transfer full) (nullable): the tie-breaks as votum_terms_parse_tie_breaks() takes them:
 *   "criteria A1 B2; first-places"; %NULL where there are none
 */
char *
votum_terms_tie_breaks_to_text (const VotumTerms *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->tie_breaks->len; i++)
    {
      const VotumTieBreak *tie = &g_array_index (self->tie_breaks, VotumTieBreak, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", votum_tie_kind_name (tie->kind));
      for (guint k = 0; tie->criteria != NULL && tie->criteria[k] != NULL; k++)
        g_string_append_printf (text, " %s", tie->criteria[k]);
    }

  return finish (text);
}
