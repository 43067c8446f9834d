#pragma once

#include "votum-case-result.h"
#include "votum-desk.h"
#include "votum-page.h"

G_BEGIN_DECLS

/**
 * VotumVerdictExportFunc:
 * @what: "text", "tables" or "everything"
 * @data: what was given with the function
 *
 * Somebody has chosen one of the other ways to export.
 */
typedef void (*VotumVerdictExportFunc) (const char *what, gpointer data);

void votum_verdict_exports_attach    (GtkWidget *button, VotumVerdictExportFunc func, gpointer data);
void votum_verdict_export_other      (const char *what, VotumPaper *paper, VotumStanding *standing, const char *lang, VotumDesk *desk,
                                      GtkWidget *parent);

G_END_DECLS
