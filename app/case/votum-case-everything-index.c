#include "votum-config.h"

#include "votum-case-everything-private.h"

#include <string.h>

#include "votum-case-office.h"
#include "votum-html.h"
#include "votum-words.h"

/* What is in the folder: for people as a page, for programs as CSV, and checksums for sha256sum. */

static const struct {
  VotumWord heading, lead;
} parts[] = {
  [VOTUM_BUNDLE_PUBLIC] = { VOTUM_WORD_EVERYTHING_PUBLIC, VOTUM_WORD_EVERYTHING_PUBLIC_LEAD },
  [VOTUM_BUNDLE_FINALISTS] = { VOTUM_WORD_EVERYTHING_FINALISTS, VOTUM_WORD_EVERYTHING_FINALISTS_LEAD },
  [VOTUM_BUNDLE_CONFIDENTIAL] = { VOTUM_WORD_EVERYTHING_CONFIDENTIAL, VOTUM_WORD_EVERYTHING_CONFIDENTIAL_LEAD },
};

static guint
count (VotumBundle     *self,
       VotumBundlePart  part,
       const char      *prefix)
{
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      const VotumBundleFile *file = g_ptr_array_index (self->files, i);

      n += file->part == part && (prefix == NULL || g_str_has_prefix (file->path, prefix));
    }

  return n;
}

static void
add_files (VotumBundle     *self,
           VotumOutline    *outline,
           VotumBundlePart  part)
{
  VotumOutlineTable *table = votum_outline_table_new ();
  const char *lang = outline->lang;

  votum_outline_table_column (table, votum_words (lang, VOTUM_WORD_EVERYTHING_FILE), VOTUM_ALIGN_START, 0, FALSE);
  votum_outline_table_links (table);
  votum_outline_table_column (table, votum_words (lang, VOTUM_WORD_EVERYTHING_WHAT), VOTUM_ALIGN_START, 0, FALSE);
  votum_outline_table_column (table, votum_words (lang, VOTUM_WORD_EVERYTHING_LANGUAGE), VOTUM_ALIGN_START, 0, FALSE);
  votum_outline_table_column (table, votum_words (lang, VOTUM_WORD_EVERYTHING_SIZE), VOTUM_ALIGN_END, 0, FALSE);
  for (guint i = 0; i < self->files->len; i++)
    {
      const VotumBundleFile *file = g_ptr_array_index (self->files, i);
      g_autofree char *kilobytes = g_strdup_printf ("%" G_GSIZE_FORMAT, (file->size + 999) / 1000);
      g_autofree char *size = NULL;

      if (file->part != part)
        continue;
      size = g_strdup_printf ("%s kB", kilobytes);
      votum_outline_table_row (table, FALSE, FALSE, 0);
      votum_outline_table_cell (table, file->path);
      votum_outline_table_cell (table, file->what);
      votum_outline_table_cell (table, file->lang);
      votum_outline_table_cell (table, size);
    }
  votum_outline_add_table (outline, VOTUM_PART_TABLE, table);
}

/* Public, but perhaps not yet. */
static void
add_embargo (VotumOutline *outline,
             VotumThing   *award,
             const char   *lang)
{
  const char *embargo = votum_thing_get_text (award, VOTUM_AWARD_EMBARGO);
  g_autofree char *when = embargo != NULL ? votum_words_date_time (lang, embargo) : NULL;
  g_autofree char *text = votum_words_format (lang, VOTUM_WORD_EMBARGO, "when", when, NULL);

  if (embargo != NULL)
    votum_outline_add (outline, VOTUM_PART_LARGE, text);
}

static GBytes *
write_page (VotumBundle *self,
            VotumCase   *votum_case,
            const char  *lang)
{
  VotumThing *award = votum_case_get_award (votum_case);
  GPtrArray *log = votum_case_get_log (votum_case);
  const VotumLogEntry *last = g_ptr_array_index (log, log->len - 1);
  g_autofree char *n = g_strdup_printf ("%u", log->len);
  g_autofree char *when = votum_words_date_time (lang, last->time);
  const char *name = votum_texts_get (votum_thing_get_texts (award, VOTUM_AWARD_NAME), lang);
  g_autofree char *title = votum_words_format (lang, VOTUM_WORD_EVERYTHING, "award", name != NULL ? name : "", NULL);
  g_autofree char *lead = votum_words_format (lang, VOTUM_WORD_EVERYTHING_LEAD, "when", when, "n", n, NULL);
  g_autoptr(VotumOutline) outline = votum_outline_new (title, lang, last->time);

  votum_outline_add (outline, VOTUM_PART_TITLE, title);
  votum_outline_add (outline, VOTUM_PART_LEAD, lead);
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      if (count (self, part, NULL) == 0)
        continue;
      votum_outline_add_marked (outline, VOTUM_PART_HEADING, 1, NULL, votum_words (lang, parts[part].heading));
      votum_outline_add (outline, VOTUM_PART_LEAD, votum_words (lang, parts[part].lead));
      if (part == VOTUM_BUNDLE_PUBLIC)
        add_embargo (outline, award, lang);
      add_files (self, outline, part);
    }
  votum_outline_add_marked (outline, VOTUM_PART_HEADING, 1, NULL, votum_words (lang, VOTUM_WORD_EVERYTHING_CHECK));
  votum_outline_add (outline, VOTUM_PART_LEAD, votum_words (lang, VOTUM_WORD_EVERYTHING_CHECK_LEAD));
  votum_outline_add (outline, VOTUM_PART_STRONG, "sha256sum -c SHA256SUMS");
  if (count (self, VOTUM_BUNDLE_CONFIDENTIAL, "confidential/ballots/") > 0)
    {
      votum_outline_add (outline, VOTUM_PART_LEAD, votum_words (lang, VOTUM_WORD_EVERYTHING_RECEIPTS_LEAD));
      votum_outline_add (outline, VOTUM_PART_STRONG, "b2sum -l 256 confidential/ballots/*");
    }

  return votum_html_write (outline);
}

static GBytes *
write_list (VotumBundle *self)
{
  static const char *const names[] = { "public", "finalists", "confidential", "index" };
  g_autoptr(VotumGrid) grid = votum_grid_new ("index", "index");

  votum_grid_column (grid, VOTUM_GRID_TEXT, "path", "");
  votum_grid_column (grid, VOTUM_GRID_TEXT, "for", "");
  votum_grid_column (grid, VOTUM_GRID_TEXT, "what", "");
  votum_grid_column (grid, VOTUM_GRID_TEXT, "language", "");
  votum_grid_column (grid, VOTUM_GRID_NUMBER, "bytes", "");
  votum_grid_column (grid, VOTUM_GRID_TEXT, "sha256", "");
  for (guint i = 0; i < self->files->len; i++)
    {
      const VotumBundleFile *file = g_ptr_array_index (self->files, i);
      g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, file->size);

      votum_grid_cell (grid, file->path);
      votum_grid_cell (grid, names[file->part]);
      votum_grid_cell (grid, file->what);
      votum_grid_cell (grid, file->lang);
      votum_grid_cell (grid, size);
      votum_grid_cell (grid, file->digest);
    }

  return votum_case_csv_to_bytes (grid);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(const VotumBundleFile *const *) a)->path, (*(const VotumBundleFile *const *) b)->path);
}

/* As sha256sum writes it: a name with a backslash is escaped, and its line begins with one. */
static GBytes *
write_sums (VotumBundle *self)
{
  g_autoptr(GString) sums = g_string_new (NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const VotumBundleFile *file = g_ptr_array_index (self->files, i);
      g_auto(GStrv) pieces = g_strsplit (file->path, "\\", -1);
      g_autofree char *path = g_strjoinv ("\\\\", pieces);

      g_string_append_printf (sums, "%s%s  %s\n", pieces[1] != NULL ? "\\" : "", file->digest, path);
    }

  return g_string_free_to_bytes (g_steal_pointer (&sums));
}

/**
 * votum_bundle_write_index:
 * @self: a bundle that holds all its files
 * @votum_case: the case that they are from
 * @lang: language of the page
 * @error: return location
 *
 * Writes index.html, index.csv and SHA256SUMS.
 *
 * Returns: whether that was done
 */
gboolean
votum_bundle_write_index (VotumBundle *self,
                          VotumCase   *votum_case,
                          const char  *lang,
                          GError     **error)
{
  g_autoptr(GBytes) page = write_page (self, votum_case, lang);
  g_autoptr(GBytes) list = write_list (self);
  g_autoptr(GBytes) sums = NULL;

  if (!votum_bundle_put (self, VOTUM_BUNDLE_INDEX, "index.html", page, "", lang, error) ||
      !votum_bundle_put (self, VOTUM_BUNDLE_INDEX, "index.csv", list, "", NULL, error))
    return FALSE;
  g_ptr_array_sort (self->files, compare_paths);
  sums = write_sums (self);

  return votum_bundle_put (self, VOTUM_BUNDLE_INDEX, "SHA256SUMS", sums, "", NULL, error);
}
