#pragma once

#include "votum-result.h"

/* Sheets small enough to be written in a line and worked out by hand. */

static inline VotumDecimal
decimal (const char *text)
{
  g_autoptr(GError) error = NULL;
  VotumDecimal value = { 0, 0 };

  votum_decimal_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

static inline VotumCell
cell (const char *word)
{
  switch (word[0])
    {
    case '.':
      return (VotumCell) { { 0, 0 }, VOTUM_CELL_NONE };
    case 'x':
      return (VotumCell) { { 0, 0 }, VOTUM_CELL_NOT_OBSERVED };
    case 'r':
      return (VotumCell) { { 0, 0 }, VOTUM_CELL_RECUSED };
    default:
      return (VotumCell) { decimal (word), VOTUM_CELL_VALUE };
    }
}

/* Marks of one leaf in one round: entrants separated by |, in each one word per juror: a mark, "." for not
 * yet, "x" for not observed, "r" for recused. An empty part: not in the round. */
static inline void
put (VotumSheet *sheet, guint round, guint leaf, const char *marks)
{
  g_auto(GStrv) entrants = g_strsplit (marks, "|", -1);

  g_assert_cmpuint (g_strv_length (entrants), ==, votum_sheet_n_entrants (sheet));
  for (guint i = 0; entrants[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (g_strstrip (entrants[i]), " ", -1);

      if (words[0] == NULL)
        {
          votum_sheet_set_in_round (sheet, round, i, FALSE);
          continue;
        }
      g_assert_cmpuint (g_strv_length (words), ==, votum_sheet_n_jurors (sheet));
      for (guint k = 0; words[k] != NULL; k++)
        votum_sheet_set_cell (sheet, round, i, k, leaf, cell (words[k]));
    }
}

/* One round, one criterion. */
static inline VotumSheet *
sheet_of (guint n_entrants, guint n_jurors, const char *marks)
{
  VotumSheet *sheet = votum_sheet_new (1, n_entrants, n_jurors);

  votum_sheet_add_node (sheet, "A", -1, decimal ("1"), TRUE, FALSE);
  put (sheet, 0, 0, marks);
  return sheet;
}

static inline VotumResult *
compute (VotumSheet *sheet, VotumTerms *terms)
{
  g_autoptr(GError) error = NULL;
  VotumResult *result = votum_result_compute (sheet, terms, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static inline void
assert_total (VotumResult *result, guint round, guint entrant, const char *exact)
{
  g_autofree char *total = votum_result_exact_total (result, round, entrant);

  g_assert_cmpstr (total, ==, exact);
}

#define assert_text(call, expected) \
  G_STMT_START { g_autofree char *text_ = (call); g_assert_cmpstr (text_, ==, expected); } G_STMT_END

/* Positions of all entrants after the round, as "1 2 2 4". */
static inline void
assert_positions (VotumResult *result, guint round, const char *expected)
{
  g_autoptr(GString) positions = g_string_new (NULL);

  for (guint i = 0; i < votum_sheet_n_entrants (votum_result_sheet (result)); i++)
    g_string_append_printf (positions, i > 0 ? " %u" : "%u", votum_result_position (result, round, i));
  g_assert_cmpstr (positions->str, ==, expected);
}

/* A tree: group G (60) of A (1) and B (2), leaf C (40). */
static inline VotumSheet *
tree_sheet (guint n_entrants, guint n_jurors)
{
  VotumSheet *sheet = votum_sheet_new (1, n_entrants, n_jurors);
  int group = votum_sheet_add_node (sheet, "G", -1, decimal ("60"), FALSE, FALSE);

  votum_sheet_add_node (sheet, "A", group, decimal ("1"), TRUE, FALSE);
  votum_sheet_add_node (sheet, "B", group, decimal ("2"), TRUE, FALSE);
  votum_sheet_add_node (sheet, "C", -1, decimal ("40"), TRUE, FALSE);
  return sheet;
}
