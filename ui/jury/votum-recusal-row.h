#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* What stands first: who is recused, or from whom. The other is known from around the row. */
typedef enum {
  VOTUM_RECUSAL_ROW_WHO,
  VOTUM_RECUSAL_ROW_FROM,
} VotumRecusalRowSide;

/* A recusal with how far it goes and why; with buttons to change it and to take it back, where this copy may. */
#define VOTUM_TYPE_RECUSAL_ROW (votum_recusal_row_get_type ())
G_DECLARE_FINAL_TYPE (VotumRecusalRow, votum_recusal_row, VOTUM, RECUSAL_ROW, AdwActionRow)

GtkWidget *votum_recusal_row_new    (VotumDesk *desk, VotumThing *recusal, VotumRecusalRowSide side);
void       votum_recusal_row_update (VotumRecusalRow *self);

G_END_DECLS
