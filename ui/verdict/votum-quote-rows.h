#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* The quote that stands beside a citation, and who said it. Signals: "edited", "left". */
#define VOTUM_TYPE_QUOTE_ROWS (votum_quote_rows_get_type ())
G_DECLARE_FINAL_TYPE (VotumQuoteRows, votum_quote_rows, VOTUM, QUOTE_ROWS, AdwBin)

void     votum_quote_rows_begin      (VotumQuoteRows *self, VotumDesk *desk, const char *place, VotumThing *citation, gboolean usable);
void     votum_quote_rows_set        (VotumQuoteRows *self, const char *quote, const char *source);
char    *votum_quote_rows_get        (VotumQuoteRows *self);
char    *votum_quote_rows_get_source (VotumQuoteRows *self);
gboolean votum_quote_rows_is_dirty   (VotumQuoteRows *self);
void     votum_quote_rows_settle     (VotumQuoteRows *self);
gboolean votum_quote_rows_is_of      (VotumQuoteRows *self, VotumThing *note);

G_END_DECLS
