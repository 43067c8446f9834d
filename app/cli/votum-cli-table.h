#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  VOTUM_CLI_FORMAT_TABLE,
  VOTUM_CLI_FORMAT_CSV,
  VOTUM_CLI_FORMAT_JSON,
} VotumCliFormat;

typedef enum {
  VOTUM_CLI_TEXT,
  VOTUM_CLI_NUMBER, /* a decimal with a point, or NULL */
} VotumCliColumn;

/* Rows that come out as a table for people, as CSV for spreadsheets or as JSON for programs. */
typedef struct _VotumCliTable VotumCliTable;

VotumCliTable *votum_cli_table_new    (void);
void           votum_cli_table_free   (VotumCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumCliTable, votum_cli_table_free)

void           votum_cli_table_column (VotumCliTable *self, VotumCliColumn type, const char *key, const char *head);
void           votum_cli_table_cell   (VotumCliTable *self, const char *text);
void           votum_cli_table_print  (VotumCliTable *self, VotumCliFormat format, const char *lang);
gboolean       votum_cli_format_parse (const char *text, VotumCliFormat *format);

G_END_DECLS
