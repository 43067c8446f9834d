#pragma once

#include <gtk/gtk.h>

#include "votum-desk.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;        /* of the page: "scoring" */
  const char *title;       /* untranslated */
  const char *icon_name;
  GType     (*get_type) (void);
  gboolean    leads;       /* only for who leads the jury or keeps its papers */
} VotumStep;

const VotumStep *votum_steps      (guint *n_steps);
const VotumStep *votum_steps_find (const char *name);
gboolean         votum_step_is_shown (const VotumStep *step, VotumCase *votum_case);
const VotumStep *votum_steps_nth  (VotumCase *votum_case, guint place);

/* The steps of the work with their state, and who works. Signal: "chosen" (name of a page). */
#define VOTUM_TYPE_SIDEBAR (votum_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (VotumSidebar, votum_sidebar, VOTUM, SIDEBAR, GtkWidget)

void votum_sidebar_set_desk (VotumSidebar *self, VotumDesk *desk);
void votum_sidebar_select   (VotumSidebar *self, const char *name);

G_END_DECLS
