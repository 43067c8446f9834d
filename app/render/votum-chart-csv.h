#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private: the data of a chart as CSV by RFC 4180: UTF-8, lines that end in CR LF, a decimal point in every language.
 * One row of heads, which are the same in every language ("finalist,value"), then one row a point. */
typedef struct {
  GString  *text;
  gboolean  begun;  /* the row has a cell */
} VotumChartCsv;

/* (nullable) @text: an empty cell. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
void votum_chart_csv_text   (VotumChartCsv *csv, const char *text);
/* A number with at most @decimals decimals; an empty cell for NaN. */
void votum_chart_csv_number (VotumChartCsv *csv, double value, guint decimals);
void votum_chart_csv_count  (VotumChartCsv *csv, guint64 value);
/* A decimal as the result gives it: "5.12"; (nullable). */
void votum_chart_csv_figure (VotumChartCsv *csv, const char *figure);
void votum_chart_csv_end    (VotumChartCsv *csv);
/* A row of heads, ended by %NULL. */
void votum_chart_csv_heads  (VotumChartCsv *csv, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
