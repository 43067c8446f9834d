#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* The agenda: its points in their order, own points, made anew from the numbers. Signals: "chosen"; "clicked" and, by
 * Enter, "opened". */
#define VOTUM_TYPE_AGENDA_LIST (votum_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumAgendaList, votum_agenda_list, VOTUM, AGENDA_LIST, GtkWidget)

void        votum_agenda_list_set_desk (VotumAgendaList *self, VotumDesk *desk);
VotumThing *votum_agenda_list_get      (VotumAgendaList *self);
void        votum_agenda_list_select   (VotumAgendaList *self, VotumThing *point);
void        votum_agenda_list_grab     (VotumAgendaList *self);
void        votum_agenda_list_make     (VotumAgendaList *self);
void        votum_agenda_list_add      (VotumAgendaList *self);

G_END_DECLS
