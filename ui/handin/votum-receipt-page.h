#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* What a juror keeps of a ballot: its receipt, where its file lies, and the mail that takes it to the chair. */
#define VOTUM_TYPE_RECEIPT_PAGE (votum_receipt_page_get_type ())
G_DECLARE_FINAL_TYPE (VotumReceiptPage, votum_receipt_page, VOTUM, RECEIPT_PAGE, AdwBin)

void votum_receipt_page_show (VotumReceiptPage *self, VotumDesk *desk, VotumThing *ballot, GFile *file);

G_END_DECLS
