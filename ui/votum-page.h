#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

/**
 * VotumPage:
 *
 * A page of the window: one step of a jury's work. It is made when it is first shown, with the desk it works at.
 *
 * Properties: "desk" (construct only), "header-end" (nullable): the page's own buttons in the header bar.
 */
#define VOTUM_TYPE_PAGE (votum_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (VotumPage, votum_page, VOTUM, PAGE, AdwBin)

/**
 * VotumPageClass:
 * @shown: the page comes into view
 * @go: show @thing and put the focus there
 * @search: begin to search (Ctrl+F)
 *
 * What a page does when it is asked to; all may be left out.
 */
struct _VotumPageClass {
  AdwBinClass parent_class;

  void     (*shown)  (VotumPage *self);
  void     (*go)     (VotumPage *self, VotumThing *thing);
  gboolean (*search) (VotumPage *self);

  gpointer padding[8];
};

VotumDesk *votum_page_get_desk       (VotumPage *self);
VotumCase *votum_page_get_case       (VotumPage *self);
GtkWidget *votum_page_get_header_end (VotumPage *self);
void       votum_page_set_header_end (VotumPage *self, GtkWidget *header_end);

void       votum_page_shown          (VotumPage *self);
void       votum_page_go             (VotumPage *self, VotumThing *thing);
gboolean   votum_page_search         (VotumPage *self);

G_END_DECLS
