#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_FINALISTS_BY_ORDER,
  VOTUM_FINALISTS_BY_NAME,
  VOTUM_FINALISTS_BY_STATUS,
  VOTUM_FINALISTS_BY_PROGRESS,
} VotumFinalistsSort;

/* Beside each status, what can be asked for. */
#define VOTUM_FINALISTS_ALL (-1)
#define VOTUM_FINALISTS_IN_THE_RACE (-2)

/* The menu that sorts and filters the list of finalists, and what its words mean. */

GMenuModel         *votum_finalists_menu_new      (VotumDesk *desk);
VotumFinalistsSort  votum_finalists_menu_sort     (const char *word);
int                 votum_finalists_menu_status   (const char *word);
char               *votum_finalists_menu_describe (VotumDesk *desk, gint64 class_id, int status);

G_END_DECLS
