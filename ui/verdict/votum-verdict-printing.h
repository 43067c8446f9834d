#pragma once

#include <adwaita.h>

#include "votum-case-verdict.h"
#include "votum-desk.h"

G_BEGIN_DECLS

void votum_verdict_print  (VotumPaper *paper, VotumDesk *desk, GtkWidget *parent);
void votum_verdict_export (VotumPaper *paper, VotumDesk *desk, GtkWidget *parent);

G_END_DECLS
