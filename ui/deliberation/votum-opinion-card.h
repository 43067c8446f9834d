#pragma once

#include <gtk/gtk.h>

#include "votum-case-deliberation.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* What one juror says of a point: the mark before and after, the comment, the notes. Signal: "revise". */
#define VOTUM_TYPE_OPINION_CARD (votum_opinion_card_get_type ())
G_DECLARE_FINAL_TYPE (VotumOpinionCard, votum_opinion_card, VOTUM, OPINION_CARD, GtkBox)

GtkWidget  *votum_opinion_card_new       (VotumDesk *desk, const VotumOpinion *opinion, gboolean has_marks);
VotumThing *votum_opinion_card_get_juror (VotumOpinionCard *self);
const char *votum_opinion_card_get_name  (VotumOpinionCard *self);
void        votum_opinion_card_activate  (VotumOpinionCard *self);
char       *votum_opinion_card_say       (const VotumOpinion *opinion, gboolean has_marks);

G_END_DECLS
