#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumDocumentsWindow:
 *
 * What follows a decision, beside the citation and the protocol: feedback reports, the result list, diplomas and the slides for the
 * ceremony, each with its page as it will be.
 */
#define VOTUM_TYPE_DOCUMENTS_WINDOW (votum_documents_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumDocumentsWindow, votum_documents_window, VOTUM, DOCUMENTS_WINDOW, AdwWindow)

void votum_documents_present (GtkWindow *parent, VotumDesk *desk, const char *lang);

G_END_DECLS
