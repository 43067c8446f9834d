#pragma once

#include <adwaita.h>

#include "votum-case-report.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumFeedbackEditor:
 *
 * What the jury writes to one finalist in one language: a few words, strengths, opportunities.
 *
 * Signals: "edited".
 */
#define VOTUM_TYPE_FEEDBACK_EDITOR (votum_feedback_editor_get_type ())
G_DECLARE_FINAL_TYPE (VotumFeedbackEditor, votum_feedback_editor, VOTUM, FEEDBACK_EDITOR, AdwBin)

void votum_feedback_editor_show    (VotumFeedbackEditor *self, VotumDesk *desk, VotumThing *entrant, const char *lang);
void votum_feedback_editor_refresh (VotumFeedbackEditor *self);
void votum_feedback_editor_get     (VotumFeedbackEditor *self, char **words, char **strengths, char **opportunities);

G_END_DECLS
