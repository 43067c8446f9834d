#pragma once

#include "votum-case-holder.h"
#include "votum-opening.h"
#include "votum-refusal.h"
#include "votum-sidebar.h"
#include "votum-split.h"
#include "votum-step-page.h"
#include "votum-window.h"

G_BEGIN_DECLS

struct _VotumWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwToast        *said_toast; /* (nullable): says what was done last */
  AdwToast        *undo_toast; /* (nullable): offers to undo what was done last */
  GtkStack        *stack;
  AdwWindowTitle  *title;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  AdwBin          *header_end;
  GtkRevealer     *notice;
  GtkLabel        *notice_label;
  GtkWidget       *notice_button;
  VotumSplit      *split;
  VotumSidebar    *sidebar;
  GtkStack        *pages;

  VotumDesk       *desk;
  VotumStepPage   *page;     /* the one that is shown */

  gint64           holder;   /* whose copy it was when the pages were made */
  VotumDuty        duty;
  guint            renew_id;

  VotumDesk       *later;    /* (nullable): a later hand-out that goes into what is being opened */
  GFile           *opening;  /* (nullable): what is being opened */
  GCancellable    *work;     /* (nullable): stops it */
  GFile           *refused;  /* (nullable): what did not open */
  char            *backup;   /* (nullable): path of an earlier copy of it */
};

/* What the window's own parts ask of it. */

void           votum_window_show           (VotumWindow *self, const char *name);
VotumStepPage *votum_window_get_shown_page (VotumWindow *self);
void           votum_window_toggle_sidebar (VotumWindow *self);
void           votum_window_add_toast      (VotumWindow *self, AdwToast *toast);

void           votum_window_forget_holder  (VotumWindow *self);
VotumOpening  *votum_window_get_opening    (VotumWindow *self);
void           votum_window_set_work       (VotumWindow *self, GFile *file, GCancellable *cancellable);
VotumRefusal  *votum_window_get_refusal    (VotumWindow *self);
GFile         *votum_window_get_refused    (VotumWindow *self);
const char    *votum_window_get_backup     (VotumWindow *self);
void           votum_window_set_refused    (VotumWindow *self, GFile *file, const char *backup);

G_END_DECLS
