#pragma once

#include <adwaita.h>

#include "votum-case-verdict.h"

G_BEGIN_DECLS

/* The pages of a document, one below the other, drawn by the code that prints them. */
#define VOTUM_TYPE_PAPER_VIEW (votum_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (VotumPaperView, votum_paper_view, VOTUM, PAPER_VIEW, GtkWidget)

GtkWidget *votum_paper_view_new       (void);
void       votum_paper_view_set_paper (VotumPaperView *self, VotumPaper *paper, const char *text);

G_END_DECLS
