#pragma once

#include "votum-desk.h"

G_BEGIN_DECLS

/* What to look for on a visit: a line each in one prose field, "[x] " before what has been seen, so that every export can be
 * read. A line without such a mark has not been ticked. */
typedef struct {
  gboolean ticked;
  gboolean marked;  /* whether it says so itself */
  char    *text;
} VotumPlanLine;

GPtrArray *votum_plan_parse        (const char *prose);
char      *votum_plan_write        (GPtrArray *lines);
void       votum_plan_insert       (GPtrArray *lines, guint place, const char *text);
void       votum_plan_move         (GPtrArray *lines, guint from, guint to);
guint      votum_plan_add_criteria (GPtrArray *lines, VotumDesk *desk, VotumThing *entrant);

G_END_DECLS
