#include "votum-grid-csv.h"

#include <string.h>

/* A text that a spreadsheet would take for a formula gets an apostrophe before it. */
static void
append_cell (GString       *csv,
             const char    *text,
             VotumGridType  type,
             gboolean       last)
{
  gboolean formula = text != NULL && type == VOTUM_GRID_TEXT && *text != '\0' && strchr ("=+-@\t", *text) != NULL;
  gboolean quoted = formula || (text != NULL && strpbrk (text, ",\"\n\r") != NULL);

  if (quoted)
    g_string_append (csv, formula ? "\"'" : "\"");
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
  g_string_append (csv, last ? "\r\n" : ",");
}

/**
 * votum_grid_csv_write:
 * @grid: a table
 *
 * Returns: (transfer full): it as CSV (RFC 4180) in UTF-8: heads that are the same in every language, numbers with a point and
 *   every digit
 */
GBytes *
votum_grid_csv_write (const VotumGrid *grid)
{
  g_autoptr(GString) csv = g_string_new (NULL);
  guint n = grid->columns->len;

  for (guint i = 0; i < n; i++)
    append_cell (csv, g_array_index (grid->columns, VotumGridColumn, i).key, VOTUM_GRID_TEXT, i + 1 == n);
  for (guint row = 0; row < votum_grid_n_rows (grid); row++)
    for (guint i = 0; i < n; i++)
      append_cell (csv, votum_grid_get (grid, row, i), g_array_index (grid->columns, VotumGridColumn, i).type, i + 1 == n);

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
