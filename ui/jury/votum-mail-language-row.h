#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A choice: the language in which a juror is written to. */
#define VOTUM_TYPE_MAIL_LANGUAGE_ROW (votum_mail_language_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumMailLanguageRow, votum_mail_language_row, VOTUM, MAIL_LANGUAGE_ROW, AdwComboRow)

GtkWidget *votum_mail_language_row_new (VotumDesk *desk, VotumThing *juror);

G_END_DECLS
