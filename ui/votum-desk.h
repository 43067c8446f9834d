#pragma once

#include <gtk/gtk.h>

#include "votum-case.h"

G_BEGIN_DECLS

/**
 * VotumDeskUse:
 * @VOTUM_DESK_WORK: the case is worked in
 * @VOTUM_DESK_LOOK: somebody who has not said who they are looks at the case; nothing can be changed
 * @VOTUM_DESK_COPY: a copy of a case that cannot be worked in is looked at; nothing can be changed
 *
 * What somebody does at a desk.
 */
typedef enum {
  VOTUM_DESK_WORK,
  VOTUM_DESK_LOOK,
  VOTUM_DESK_COPY,
} VotumDeskUse;

/**
 * VotumDesk:
 *
 * An open case with somebody at it: what windows and pages on the same case share. It names things in the reader's language,
 * carries what has to be told (toasts, problems) to the windows, and knows which words have not been written down yet.
 *
 * Signals: "toast" (text, undoable), "problem" (heading, body), "go" (page, thing), "flush".
 * Properties: "case", "saved".
 */
#define VOTUM_TYPE_DESK (votum_desk_get_type ())
G_DECLARE_FINAL_TYPE (VotumDesk, votum_desk, VOTUM, DESK, GObject)

VotumDesk  *votum_desk_new         (VotumCase *votum_case);

VotumCase  *votum_desk_get_case    (VotumDesk *self);
const char *votum_desk_get_lang    (VotumDesk *self);
VotumDeskUse votum_desk_get_use    (VotumDesk *self);
void        votum_desk_set_use     (VotumDesk *self, VotumDeskUse use);

char       *votum_desk_title       (VotumDesk *self);
char       *votum_desk_name        (VotumDesk *self, VotumThing *thing);
const char *votum_desk_text        (VotumDesk *self, VotumThing *thing, guint field);
char       *votum_desk_step_name   (VotumDesk *self, const VotumLogEntry *entry);

gboolean    votum_desk_report      (VotumDesk *self, GError *error);
void        votum_desk_toast       (VotumDesk *self, gboolean undoable, const char *format, ...) G_GNUC_PRINTF (3, 4);
void        votum_desk_go          (VotumDesk *self, const char *page, VotumThing *thing);

gboolean    votum_desk_get_saved   (VotumDesk *self);
void        votum_desk_set_pending (VotumDesk *self, gpointer owner, gboolean pending);
void        votum_desk_flush       (VotumDesk *self);

G_END_DECLS
