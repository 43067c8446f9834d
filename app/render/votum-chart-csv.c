#include "votum-chart-csv.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

static void
begin_cell (VotumChartCsv *csv)
{
  if (csv->begun)
    g_string_append_c (csv->text, ',');
  csv->begun = TRUE;
}

void
votum_chart_csv_text (VotumChartCsv *csv,
                      const char    *text)
{
  gboolean formula = text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  begin_cell (csv);
  if (text == NULL)
    return;
  if (!formula && strpbrk (text, ",\"\n\r") == NULL)
    {
      g_string_append (csv->text, text);
      return;
    }

  g_string_append (csv->text, formula ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv->text, '"');
      g_string_append_c (csv->text, *p);
    }
  g_string_append_c (csv->text, '"');
}

void
votum_chart_csv_number (VotumChartCsv *csv,
                        double         value,
                        guint          decimals)
{
  char format[8];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 32];
  gsize length;

  begin_cell (csv);
  if (!isfinite (value))
    return;
  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  length = strlen (buffer);
  if (strchr (buffer, '.') != NULL)
    {
      while (buffer[length - 1] == '0')
        length--;
      if (buffer[length - 1] == '.')
        length--;
    }
  buffer[length] = '\0';
  g_string_append (csv->text, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

void
votum_chart_csv_count (VotumChartCsv *csv,
                       guint64        value)
{
  begin_cell (csv);
  g_string_append_printf (csv->text, "%" G_GUINT64_FORMAT, value);
}

void
votum_chart_csv_figure (VotumChartCsv *csv,
                        const char    *figure)
{
  begin_cell (csv);
  if (figure != NULL)
    g_string_append (csv->text, figure);
}

void
votum_chart_csv_end (VotumChartCsv *csv)
{
  g_string_append (csv->text, "\r\n");
  csv->begun = FALSE;
}

void
votum_chart_csv_heads (VotumChartCsv *csv,
                       ...)
{
  va_list args;
  const char *head;

  va_start (args, csv);
  while ((head = va_arg (args, const char *)) != NULL)
    votum_chart_csv_text (csv, head);
  va_end (args);
  votum_chart_csv_end (csv);
}
