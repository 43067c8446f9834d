#include "votum-config.h"

#include "votum-cli-table.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "votum-words.h"

typedef struct {
  VotumCliColumn type;
  char *key;   /* for CSV and JSON: the same in every language */
  char *head;  /* for people */
} Column;

struct _VotumCliTable {
  GArray *columns;
  GPtrArray *cells;
};

static void
column_clear (Column *column)
{
  g_free (column->key);
  g_free (column->head);
}

VotumCliTable *
votum_cli_table_new (void)
{
  VotumCliTable *self = g_new0 (VotumCliTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, (GDestroyNotify) column_clear);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
votum_cli_table_free (VotumCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
votum_cli_table_column (VotumCliTable  *self,
                        VotumCliColumn  type,
                        const char     *key,
                        const char     *head)
{
  Column column = { type, g_strdup (key), g_strdup (head) };

  g_array_append_val (self->columns, column);
}

/**
 * votum_cli_table_cell:
 * @self: a table whose columns are known
 * @text: (nullable): the next cell, row by row
 */
void
votum_cli_table_cell (VotumCliTable *self,
                      const char    *text)
{
  g_ptr_array_add (self->cells, g_strdup (text));
}

static guint
display_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
print_padded (const char *text,
              guint       width,
              gboolean    right,
              gboolean    last)
{
  guint pad = width - display_width (text);

  if (right)
    printf ("%*s", (int) pad, "");
  fputs (text, stdout);
  if (!right && !last)
    printf ("%*s", (int) pad, "");
  fputs (last ? "\n" : "  ", stdout);
}

static void
print_table (VotumCliTable *self,
             const char    *lang)
{
  guint n_columns = self->columns->len;
  g_autofree guint *widths = g_new0 (guint, n_columns);
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (shown, g_strdup (g_array_index (self->columns, Column, i).head));
  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *text = g_ptr_array_index (self->cells, i);
      const Column *column = &g_array_index (self->columns, Column, i % n_columns);

      if (text == NULL)
        g_ptr_array_add (shown, g_strdup ("–"));
      else if (column->type == VOTUM_CLI_NUMBER)
        g_ptr_array_add (shown, votum_words_number (lang, text));
      else
        g_ptr_array_add (shown, g_strdup (text));
    }

  for (guint i = 0; i < shown->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], display_width (g_ptr_array_index (shown, i)));
  for (guint i = 0; i < shown->len; i++)
    print_padded (g_ptr_array_index (shown, i), widths[i % n_columns],
                  g_array_index (self->columns, Column, i % n_columns).type == VOTUM_CLI_NUMBER, i % n_columns == n_columns - 1);
}

/* A text that a spreadsheet would take for a formula gets an apostrophe before it. */
static void
print_csv_cell (const char    *text,
                VotumCliColumn type,
                gboolean       last)
{
  if (text != NULL)
    {
      gboolean formula = type == VOTUM_CLI_TEXT && *text != '\0' && strchr ("=+-@\t", *text) != NULL;

      if (formula || strpbrk (text, ",\"\n\r") != NULL)
        {
          putchar ('"');
          if (formula)
            putchar ('\'');
          for (const char *p = text; *p != '\0'; p++)
            {
              if (*p == '"')
                putchar ('"');
              putchar (*p);
            }
          putchar ('"');
        }
      else
        {
          fputs (text, stdout);
        }
    }
  fputs (last ? "\r\n" : ",", stdout);
}

static void
print_csv (VotumCliTable *self)
{
  guint n_columns = self->columns->len;

  for (guint i = 0; i < n_columns; i++)
    print_csv_cell (g_array_index (self->columns, Column, i).key, VOTUM_CLI_TEXT, i == n_columns - 1);
  for (guint i = 0; i < self->cells->len; i++)
    print_csv_cell (g_ptr_array_index (self->cells, i), g_array_index (self->columns, Column, i % n_columns).type,
                    i % n_columns == n_columns - 1);
}

/* Exact decimals stay texts in JSON: a program that reads them as binary numbers would lose what makes them exact. */
static void
print_json (VotumCliTable *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;
  guint n_columns = self->columns->len;

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);

      if (i % n_columns == 0)
        json_builder_begin_object (builder);
      json_builder_set_member_name (builder, g_array_index (self->columns, Column, i % n_columns).key);
      if (cell == NULL)
        json_builder_add_null_value (builder);
      else
        json_builder_add_string_value (builder, cell);
      if (i % n_columns == n_columns - 1)
        json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  puts (text);
}

/**
 * votum_cli_table_print:
 * @self: a table
 * @format: for whom
 * @lang: language of the numbers of a table for people
 */
void
votum_cli_table_print (VotumCliTable *self,
                       VotumCliFormat format,
                       const char    *lang)
{
  if (format == VOTUM_CLI_FORMAT_CSV)
    print_csv (self);
  else if (format == VOTUM_CLI_FORMAT_JSON)
    print_json (self);
  else
    print_table (self, lang);
}

gboolean
votum_cli_format_parse (const char     *text,
                        VotumCliFormat *format)
{
  static const char *const names[] = { "table", "csv", "json" };

  *format = VOTUM_CLI_FORMAT_TABLE;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i], text) == 0)
        {
          *format = i;
          return TRUE;
        }
    }

  return FALSE;
}
