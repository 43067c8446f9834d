#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumStepPage:
 *
 * A page of the window: one step of a jury's work. It is made when it is first shown, with the desk it works at.
 *
 * Properties: "desk" (construct only), "header-end" (nullable): the page's own buttons in the header bar.
 */
#define VOTUM_TYPE_STEP_PAGE (votum_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (VotumStepPage, votum_step_page, VOTUM, STEP_PAGE, AdwBin)

/**
 * VotumStepPageClass:
 * @shown: the page comes into view
 * @go: show @thing and put the focus there
 * @search: begin to search (Ctrl+F)
 *
 * What a page does when it is asked to; all may be left out.
 */
struct _VotumStepPageClass {
  AdwBinClass parent_class;

  void     (*shown)  (VotumStepPage *self);
  void     (*go)     (VotumStepPage *self, VotumThing *thing);
  gboolean (*search) (VotumStepPage *self);

  gpointer padding[8];
};

VotumDesk *votum_step_page_get_desk       (VotumStepPage *self);
VotumCase *votum_step_page_get_case       (VotumStepPage *self);
GtkWidget *votum_step_page_get_header_end (VotumStepPage *self);
void       votum_step_page_set_header_end (VotumStepPage *self, GtkWidget *header_end);

void       votum_step_page_shown          (VotumStepPage *self);
void       votum_step_page_go             (VotumStepPage *self, VotumThing *thing);
gboolean   votum_step_page_search         (VotumStepPage *self);

G_END_DECLS
