#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/* A section of a submission as it is read: its heading, which criterion it answers, in which language, and its words. */
#define VOTUM_TYPE_SECTION_VIEW (votum_section_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumSectionView, votum_section_view, VOTUM, SECTION_VIEW, GtkWidget)

GtkWidget *votum_section_view_new    (void);
void       votum_section_view_update (VotumSectionView *self, VotumDesk *desk, VotumThing *section);

G_END_DECLS
