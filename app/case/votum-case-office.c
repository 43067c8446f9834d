#include "votum-config.h"

#include "votum-case-office.h"

#include <glib/gi18n-lib.h>

#include "votum-error.h"
#include "votum-grid-csv.h"
#include "votum-odt.h"
#include "votum-ods.h"
#include "votum-save.h"
#include "votum-store.h"

/* Documents and tables for office suites: what the pages say and the tables hold, in the formats of app/exchange. */

static gboolean
save (const char *path,
      GBytes     *bytes,
      GError    **error)
{
  return bytes != NULL && votum_save_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/**
 * votum_case_text_to_bytes:
 * @paper: a document
 * @error: return location
 *
 * Returns: (transfer full): what it says as an OpenDocument text; on error %NULL
 */
GBytes *
votum_case_text_to_bytes (VotumPaper *paper,
                          GError    **error)
{
  g_autoptr(VotumOutline) outline = votum_paper_outline (paper);

  return votum_odt_write (outline, error);
}

/**
 * votum_case_write_document:
 * @paper: a document
 * @path: a file that ends in .odt, or else is a PDF; replaced as a whole or not at all
 * @cancellable: (nullable):
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
votum_case_write_document (VotumPaper    *paper,
                           const char    *path,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  g_autoptr(GBytes) bytes = NULL;

  if (!g_str_has_suffix (folded, ".odt"))
    return votum_paper_write_pdf (paper, path, cancellable, error);
  bytes = votum_case_text_to_bytes (paper, error);

  return save (path, bytes, error);
}

/**
 * votum_case_sheet_to_bytes:
 * @self: the case that the tables are of
 * @grids: (element-type VotumGrid): tables, at least one
 * @lang: their language
 * @error: return location
 *
 * Returns: (transfer full): them as an OpenDocument spreadsheet, a sheet each; on error %NULL
 */
GBytes *
votum_case_sheet_to_bytes (VotumCase  *self,
                           GPtrArray  *grids,
                           const char *lang,
                           GError    **error)
{
  VotumThing *award = votum_case_get_award (self);
  GPtrArray *log = votum_case_get_log (self);
  const VotumLogEntry *last = g_ptr_array_index (log, log->len - 1);
  const char *name = award != NULL ? votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), lang) : NULL;
  const VotumGrid *first = g_ptr_array_index (grids, 0);
  g_autofree char *title = grids->len == 1 && name != NULL ? g_strdup_printf ("%s – %s", name, first->title) : g_strdup (name);
  const VotumOdsInfo info = {
    title != NULL ? title : first->title, award != NULL ? votum_thing_get_text (award, VOTUM_AWARD_ORGANISER) : NULL, last->time, lang,
  };

  return votum_ods_write (grids, &info, error);
}

/**
 * votum_case_csv_to_bytes:
 * @grid: a table
 *
 * Returns: (transfer full): it as CSV
 */
GBytes *
votum_case_csv_to_bytes (const VotumGrid *grid)
{
  return votum_grid_csv_write (grid);
}

/**
 * votum_case_write_grids:
 * @self: the case that the tables are of
 * @grids: (element-type VotumGrid): tables; only one for CSV
 * @lang: their language
 * @path: the .ods or .csv file; replaced as a whole or not at all
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
votum_case_write_grids (VotumCase  *self,
                        GPtrArray  *grids,
                        const char *lang,
                        const char *path,
                        GError    **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  g_autoptr(GBytes) bytes = NULL;

  if (!g_str_has_suffix (folded, ".csv"))
    bytes = votum_case_sheet_to_bytes (self, grids, lang, error);
  else if (grids->len == 1)
    bytes = votum_grid_csv_write (g_ptr_array_index (grids, 0));
  else
    g_set_error (error, VOTUM_ERROR, VOTUM_ERROR_INVALID, _("A CSV file holds one table. Choose a table, or write “.ods”, which holds them all."));

  return save (path, bytes, error);
}
