#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* The languages that a text of the jury can be written in, as a choice. */
void votum_text_languages_fill (GtkDropDown *choice, VotumDesk *desk, GPtrArray *langs);

G_END_DECLS
