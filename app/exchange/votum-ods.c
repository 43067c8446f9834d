#include "votum-config.h"

#include "votum-ods.h"

#include <string.h>

#include "votum-odf.h"

/* Tables as an OpenDocument spreadsheet, a sheet each: the head stands still while the rows move, a number is a number with
 * every digit it has, and a text is never taken for a formula. */

#define MOST_DECIMALS 6      /* shown; the value has all of them */
#define LETTER 5.2           /* points, on average, at the size of a cell */

static guint
decimals_of (const char *number)
{
  const char *point = strchr (number, '.');

  return point != NULL ? (guint) MIN (strlen (point + 1), MOST_DECIMALS) : 0;
}

/* A column of figures is read down: all with as many decimals as the one that has most. */
static guint
column_decimals (const VotumGrid *grid,
                 guint            column)
{
  guint most = 0;

  for (guint row = 0; row < votum_grid_n_rows (grid); row++)
    {
      const char *text = votum_grid_get (grid, row, column);

      if (text != NULL)
        most = MAX (most, decimals_of (text));
    }

  return most;
}

static double
column_width (const VotumGrid *grid,
              guint            column)
{
  glong longest = g_utf8_strlen (g_array_index (grid->columns, VotumGridColumn, column).head, -1);

  for (guint row = 0; row < votum_grid_n_rows (grid); row++)
    {
      const char *text = votum_grid_get (grid, row, column);

      if (text != NULL)
        longest = MAX (longest, g_utf8_strlen (text, -1));
    }

  return CLAMP (longest * LETTER + 14, 44, 300);
}

/* "2026-03-04T10:00:00.123+01:00" as a spreadsheet takes it: local, without an offset. NULL: it isn't a time. */
static char *
plain_time (const char *text)
{
  gsize length = strlen (text);

  if (length == 10)
    return g_strdup (text);
  if (length >= 19 && text[10] == 'T')
    return g_strndup (text, 19);

  return NULL;
}

static gboolean
is_number (const char *text)
{
  char *end = NULL;

  if (*text == '\0' || strspn (text, "-+.0123456789") != strlen (text))
    return FALSE;
  g_ascii_strtod (text, &end);

  return *end == '\0';
}

/* What a cell shows: as the language writes it. */
static char *
shown_number (const char *text,
              guint       decimals,
              const char *lang)
{
  g_autoptr(GString) shown = g_string_new (text);
  guint own = decimals_of (text);

  if (own > 0)
    g_string_truncate (shown, strchr (shown->str, '.') - shown->str + 1 + own);
  else if (decimals > 0)
    g_string_append_c (shown, '.');
  for (guint i = own; i < decimals; i++)
    g_string_append_c (shown, '0');
  if (!g_str_has_prefix (lang, "en"))
    g_string_replace (shown, ".", ",", 1);

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/* ---- styles ---- */

static void
number_style (VotumOdfPart *part,
              guint         decimals,
              const char   *lang)
{
  g_autofree char *name = g_strdup_printf ("N%u", decimals);
  g_autofree char *digits = g_strdup_printf ("%u", decimals);

  votum_odf_start (part, "number:number-style", "style:name", name, NULL);
  votum_odf_empty (part, "number:number", "number:decimal-places", digits, "number:min-integer-digits", "1", NULL);
  votum_odf_stop (part);
}

static void
time_piece (VotumOdfPart *part,
            const char   *element,
            const char   *before)
{
  if (before != NULL)
    {
      votum_odf_start (part, "number:text", NULL);
      xmlTextWriterWriteString (part->xml, (const xmlChar *) before);
      votum_odf_stop (part);
    }
  votum_odf_empty (part, element, "number:style", "long", NULL);
}

/* As on the page of a log: year first, which is read alike everywhere. */
static void
time_styles (VotumOdfPart *part)
{
  for (guint with_time = 0; with_time < 2; with_time++)
    {
      votum_odf_start (part, "number:date-style", "style:name", with_time ? "NTime" : "NDate", NULL);
      time_piece (part, "number:year", NULL);
      time_piece (part, "number:month", "-");
      time_piece (part, "number:day", "-");
      if (with_time)
        {
          time_piece (part, "number:hours", " ");
          time_piece (part, "number:minutes", ":");
        }
      votum_odf_stop (part);
    }
}

static void
cell_style (VotumOdfPart *part,
            const char   *name,
            const char   *data,
            const char   *align)
{
  votum_odf_start (part, "style:style", "style:name", name, "style:family", "table-cell", "style:parent-style-name", "Default",
                   "style:data-style-name", data, NULL);
  votum_odf_empty (part, "style:table-cell-properties", "style:vertical-align", "top", NULL);
  votum_odf_empty (part, "style:paragraph-properties", "fo:text-align", align, NULL);
  votum_odf_stop (part);
}

/* The head of figures stands over the figures. */
static void
named_styles (VotumOdfPart *part,
              const char   *lang)
{
  static const char *const heads[][2] = { { "Heading", "start" }, { "Heading_20_figures", "end" } };

  votum_odf_start (part, "office:styles", NULL);
  votum_odf_start (part, "style:default-style", "style:family", "table-cell", NULL);
  votum_odf_start (part, "style:text-properties", "style:font-name", "Sans", "fo:font-size", "10pt", NULL);
  votum_odf_language (part, lang);
  votum_odf_stop (part);
  votum_odf_stop (part);
  for (guint i = 0; i <= MOST_DECIMALS; i++)
    number_style (part, i, lang);
  time_styles (part);
  votum_odf_empty (part, "style:style", "style:name", "Default", "style:family", "table-cell", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      votum_odf_start (part, "style:style", "style:name", heads[i][0], "style:display-name", i > 0 ? "Heading figures" : NULL,
                       "style:family", "table-cell", "style:parent-style-name", "Default", NULL);
      votum_odf_empty (part, "style:table-cell-properties", "style:text-align-source", "fix", "fo:wrap-option", "wrap",
                       "style:vertical-align", "bottom", "fo:background-color", "#eef1f4", "fo:border-bottom", "0.75pt solid #1d1f23", NULL);
      votum_odf_empty (part, "style:paragraph-properties", "fo:text-align", heads[i][1], NULL);
      votum_odf_empty (part, "style:text-properties", "fo:font-weight", "bold", NULL);
      votum_odf_stop (part);
    }
  cell_style (part, "Text", NULL, "start");
  cell_style (part, "Date", "NDate", "start");
  cell_style (part, "Time", "NTime", "start");
  for (guint i = 0; i <= MOST_DECIMALS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Figures%u", i);
      g_autofree char *data = g_strdup_printf ("N%u", i);

      cell_style (part, name, data, "end");
    }
  votum_odf_stop (part);
}

static GBytes *
write_styles (const VotumOdsInfo *info)
{
  g_autoptr(VotumOdfPart) part = votum_odf_begin ("office:document-styles");

  votum_odf_faces (part);
  named_styles (part, info->lang);
  votum_odf_start (part, "office:automatic-styles", NULL);
  votum_odf_start (part, "style:page-layout", "style:name", "Layout", NULL);
  votum_odf_empty (part, "style:page-layout-properties", "fo:page-width", "841.89pt", "fo:page-height", "595.28pt",
                   "style:print-orientation", "landscape", "fo:margin-top", "42pt", "fo:margin-bottom", "42pt", "fo:margin-left", "42pt",
                   "fo:margin-right", "42pt", NULL);
  votum_odf_stop (part);
  votum_odf_stop (part);
  votum_odf_start (part, "office:master-styles", NULL);
  votum_odf_empty (part, "style:master-page", "style:name", "Default", "style:page-layout-name", "Layout", NULL);
  votum_odf_stop (part);

  return votum_odf_end (part);
}

/* ---- content ---- */

static void
column_styles (VotumOdfPart *part,
               GPtrArray    *grids)
{
  votum_odf_start (part, "office:automatic-styles", NULL);
  for (guint g = 0; g < grids->len; g++)
    {
      const VotumGrid *grid = g_ptr_array_index (grids, g);

      for (guint i = 0; i < grid->columns->len; i++)
        {
          g_autofree char *name = g_strdup_printf ("Column%u.%u", g + 1, i + 1);

          votum_odf_start (part, "style:style", "style:name", name, "style:family", "table-column", NULL);
          votum_odf_start (part, "style:table-column-properties", NULL);
          votum_odf_points (part, "style:column-width", column_width (grid, i));
          votum_odf_stop (part);
          votum_odf_stop (part);
        }
    }
  votum_odf_start (part, "style:style", "style:name", "Sheet", "style:family", "table", "style:master-page-name", "Default", NULL);
  votum_odf_empty (part, "style:table-properties", "table:display", "true", NULL);
  votum_odf_stop (part);
  votum_odf_stop (part);
}

static void
text_cell (VotumOdfPart *part,
           const char   *style,
           const char   *text)
{
  votum_odf_start (part, "table:table-cell", "table:style-name", style, "office:value-type", "string", NULL);
  votum_odf_start (part, "text:p", NULL);
  votum_odf_text (part, text);
  votum_odf_stop (part);
  votum_odf_stop (part);
}

static void
write_value (VotumOdfPart  *part,
             VotumGridType  type,
             const char    *text,
             guint          decimals,
             const char    *lang)
{
  g_autofree char *time = text != NULL && type == VOTUM_GRID_TIME ? plain_time (text) : NULL;

  if (text == NULL)
    {
      votum_odf_empty (part, "table:table-cell", NULL);
    }
  else if (type == VOTUM_GRID_NUMBER && is_number (text))
    {
      g_autofree char *style = g_strdup_printf ("Figures%u", decimals);
      g_autofree char *shown = shown_number (text, decimals, lang);

      votum_odf_start (part, "table:table-cell", "table:style-name", style, "office:value-type", "float", "office:value", text, NULL);
      votum_odf_start (part, "text:p", NULL);
      votum_odf_text (part, shown);
      votum_odf_stop (part);
      votum_odf_stop (part);
    }
  else if (time != NULL)
    {
      votum_odf_start (part, "table:table-cell", "table:style-name", strlen (time) == 10 ? "Date" : "Time", "office:value-type", "date",
                       "office:date-value", time, NULL);
      if (strlen (time) > 16)
        {
          time[10] = ' ';
          time[16] = '\0';
        }
      votum_odf_start (part, "text:p", NULL);
      votum_odf_text (part, time);
      votum_odf_stop (part);
      votum_odf_stop (part);
    }
  else
    {
      text_cell (part, "Text", text);
    }
}

static void
write_sheet (VotumOdfPart    *part,
             const VotumGrid *grid,
             guint            number,
             const char      *title,
             const char      *lang)
{
  guint n = grid->columns->len;
  g_autofree guint *decimals = g_new0 (guint, n + 1);

  votum_odf_start (part, "table:table", "table:name", title, "table:style-name", "Sheet", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *style = g_strdup_printf ("Column%u.%u", number, i + 1);

      decimals[i] = column_decimals (grid, i);
      votum_odf_empty (part, "table:table-column", "table:style-name", style, NULL);
    }
  votum_odf_start (part, "table:table-header-rows", NULL);
  votum_odf_start (part, "table:table-row", NULL);
  for (guint i = 0; i < n; i++)
    {
      const VotumGridColumn *column = &g_array_index (grid->columns, VotumGridColumn, i);

      text_cell (part, column->type == VOTUM_GRID_NUMBER ? "Heading_20_figures" : "Heading", column->head);
    }
  votum_odf_stop (part);
  votum_odf_stop (part);
  for (guint row = 0; row < votum_grid_n_rows (grid); row++)
    {
      votum_odf_start (part, "table:table-row", NULL);
      for (guint i = 0; i < n; i++)
        write_value (part, g_array_index (grid->columns, VotumGridColumn, i).type, votum_grid_get (grid, row, i), decimals[i], lang);
      votum_odf_stop (part);
    }
  votum_odf_stop (part);
}

/* A sheet's name has no signs that a formula would stumble over, no more than 31 letters, and no other sheet has it. */
static char *
sheet_name (const char *title,
            GHashTable *taken)
{
  g_autofree char *start = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 27));
  char *name = g_strdelimit (g_strdup (start), "[]*?:/\\'", ' ');

  g_strstrip (name);
  for (guint n = 2; !g_hash_table_add (taken, g_strdup (name)); n++)
    {
      g_free (name);
      name = g_strdelimit (g_strdup_printf ("%s %u", start, n), "[]*?:/\\'", ' ');
    }

  return name;
}

static void
config_item (VotumOdfPart *part,
             const char   *name,
             const char   *type,
             const char   *value)
{
  votum_odf_start (part, "config:config-item", "config:name", name, "config:type", type, NULL);
  votum_odf_text (part, value);
  votum_odf_stop (part);
}

/* The head of each sheet stands still. */
static GBytes *
write_settings (GPtrArray *names)
{
  g_autoptr(VotumOdfPart) part = votum_odf_begin ("office:document-settings");

  votum_odf_start (part, "office:settings", NULL);
  votum_odf_start (part, "config:config-item-set", "config:name", "ooo:view-settings", NULL);
  votum_odf_start (part, "config:config-item-map-indexed", "config:name", "Views", NULL);
  votum_odf_start (part, "config:config-item-map-entry", NULL);
  config_item (part, "ViewId", "string", "view1");
  votum_odf_start (part, "config:config-item-map-named", "config:name", "Tables", NULL);
  for (guint i = 0; i < names->len; i++)
    {
      votum_odf_start (part, "config:config-item-map-entry", "config:name", g_ptr_array_index (names, i), NULL);
      config_item (part, "CursorPositionX", "int", "0");
      config_item (part, "CursorPositionY", "int", "1");
      config_item (part, "HorizontalSplitMode", "short", "0");
      config_item (part, "VerticalSplitMode", "short", "2");
      config_item (part, "HorizontalSplitPosition", "int", "0");
      config_item (part, "VerticalSplitPosition", "int", "1");
      config_item (part, "ActiveSplitRange", "short", "2");
      config_item (part, "PositionTop", "int", "0");
      config_item (part, "PositionBottom", "int", "1");
      votum_odf_stop (part);
    }
  votum_odf_stop (part);
  config_item (part, "ActiveTable", "string", g_ptr_array_index (names, 0));

  return votum_odf_end (part);
}

static GBytes *
write_content (GPtrArray          *grids,
               GPtrArray          *names,
               const VotumOdsInfo *info)
{
  g_autoptr(VotumOdfPart) part = votum_odf_begin ("office:document-content");

  votum_odf_faces (part);
  column_styles (part, grids);
  votum_odf_start (part, "office:body", NULL);
  votum_odf_start (part, "office:spreadsheet", NULL);
  for (guint i = 0; i < grids->len; i++)
    write_sheet (part, g_ptr_array_index (grids, i), i + 1, g_ptr_array_index (names, i), info->lang);

  return votum_odf_end (part);
}

/**
 * votum_ods_write:
 * @grids: (element-type VotumGrid): tables, at least one, each with at least one column
 * @info: what the spreadsheet says about itself
 * @error: return location
 *
 * Returns: (transfer full): them as an OpenDocument spreadsheet: the same bytes for the same tables; on error %NULL
 */
GBytes *
votum_ods_write (GPtrArray          *grids,
                 const VotumOdsInfo *info,
                 GError            **error)
{
  const VotumOdfInfo about = { VOTUM_ODF_SPREADSHEET, info->title, info->author, NULL, NULL, info->created, info->lang };
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) styles = write_styles (info);
  g_autoptr(GBytes) settings = NULL;

  g_return_val_if_fail (grids->len > 0, NULL);

  for (guint i = 0; i < grids->len; i++)
    g_ptr_array_add (names, sheet_name (((VotumGrid *) g_ptr_array_index (grids, i))->title, taken));
  content = write_content (grids, names, info);
  settings = write_settings (names);

  {
    const VotumOdfFile files[] = {
      { "content.xml", "text/xml", content }, { "styles.xml", "text/xml", styles }, { "settings.xml", "text/xml", settings },
    };

    return votum_odf_package (&about, files, G_N_ELEMENTS (files), error);
  }
}
