#pragma once

#include "votum-scoring-sheet.h"

G_BEGIN_DECLS

/**
 * VotumMarkComment:
 *
 * Where the comment on a mark is written. What is typed is kept at once; it becomes part of the mark when the words are left.
 *
 * Signal: "done" (somebody wants to go back to the marks).
 */
#define VOTUM_TYPE_MARK_COMMENT (votum_mark_comment_get_type ())
G_DECLARE_FINAL_TYPE (VotumMarkComment, votum_mark_comment, VOTUM, MARK_COMMENT, GtkWidget)

GtkWidget *votum_mark_comment_new     (void);

void       votum_mark_comment_open    (VotumMarkComment *self, VotumScoringSheet *sheet, VotumThing *entrant, VotumThing *criterion);
void       votum_mark_comment_close   (VotumMarkComment *self);
void       votum_mark_comment_refresh (VotumMarkComment *self);

G_END_DECLS
