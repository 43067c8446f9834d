#pragma once

#include "votum-chart-private.h"

G_BEGIN_DECLS

/* Private: lines from column to column, as a slope (two columns) and a bump (a column a round) are. Names stand at the ends
 * of the lines. */

/**
 * VotumLines:
 * @heads: what each column is
 * @rounds: index of each column's round in the standing
 * @n_columns: at least 2
 * @names: of the lines, the most important first
 * @entrants: index of each in the standing
 * @n_lines: how many
 * @values: @n_columns a line; NAN where the line is not
 * @texts: @n_columns a line: the value as it is written beside the line
 * @low_on_top: whether the lowest value is the best
 * @looks: of the lines, see votum_series_number()
 */
typedef struct {
  const char * const *heads;
  const int          *rounds;
  guint               n_columns;
  const char * const *names;
  const int          *entrants;
  guint               n_lines;
  const double       *values;
  char              **texts;
  gboolean            low_on_top;
  const guint        *looks;
} VotumLines;

/* Draws from pen->top down, and tells the spots. */
void votum_lines_draw (VotumPen *pen, const VotumLines *lines);

G_END_DECLS
