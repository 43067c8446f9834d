#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumVisitForm:
 *
 * When and where a visit is, and who is there. Everything is part of the case as soon as it is left; there is nothing to
 * confirm.
 */
#define VOTUM_TYPE_VISIT_FORM (votum_visit_form_get_type ())
G_DECLARE_FINAL_TYPE (VotumVisitForm, votum_visit_form, VOTUM, VISIT_FORM, AdwWindow)

void votum_visit_form_present (GtkWidget *parent, VotumDesk *desk, VotumThing *visit);

G_END_DECLS
