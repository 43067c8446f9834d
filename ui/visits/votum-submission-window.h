#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumSubmissionWindow:
 *
 * A submission to be read with a visit ahead: what is selected becomes a question to check, about the criterion that the section
 * answers.
 */
#define VOTUM_TYPE_SUBMISSION_WINDOW (votum_submission_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumSubmissionWindow, votum_submission_window, VOTUM, SUBMISSION_WINDOW, AdwWindow)

void votum_submission_window_present (GtkWidget *parent, VotumDesk *desk, VotumThing *visit);

G_END_DECLS
