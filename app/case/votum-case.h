#pragma once

#include "votum-changes.h"
#include "votum-document.h"
#include "votum-problems.h"
#include "votum-things.h"

G_BEGIN_DECLS

#define VOTUM_TYPE_CASE (votum_case_get_type ())
G_DECLARE_FINAL_TYPE (VotumCase, votum_case, VOTUM, CASE, GObject)

/* What may take long: whether to stop, and whom to tell how far it has come. All may be left NULL. */
typedef struct {
  GCancellable     *cancellable;
  VotumProgressFunc progress;
  gpointer          progress_data;
} VotumWork;

VotumCase       *votum_case_open       (const char *path, gboolean read_only, const VotumWork *work, GError **error);
VotumCase       *votum_case_open_copy  (const char *path, const VotumWork *work, GError **error);
VotumCase       *votum_case_create     (const char *path, GError **error);
void             votum_case_close      (VotumCase *self);
void             votum_case_discard    (VotumCase *self);

const char      *votum_case_get_path   (VotumCase *self);
gboolean         votum_case_is_read_only (VotumCase *self);
gboolean         votum_case_is_busy    (VotumCase *self);
const char      *votum_case_get_who    (VotumCase *self);
void             votum_case_set_who    (VotumCase *self, const char *who);

GListModel      *votum_case_get_things (VotumCase *self, VotumKind kind);
VotumThing      *votum_case_lookup     (VotumCase *self, gint64 id);
VotumThing      *votum_case_find       (VotumCase *self, VotumKind kind, const char *key);
VotumThing      *votum_case_find_by_name (VotumCase *self, VotumKind kind, const char *key_or_name, GError **error);
VotumThing      *votum_case_get_award  (VotumCase *self);
const VotumMarks*votum_case_get_marks  (VotumCase *self);
GPtrArray       *votum_case_get_log    (VotumCase *self);
char            *votum_case_name_of    (VotumCase *self, VotumThing *thing, const char *lang);

gint64           votum_case_take_id    (VotumCase *self);
gboolean         votum_case_apply      (VotumCase *self, VotumChanges *changes, const char *command, const char *subject,
                                        const char *unlock_reason, const VotumWork *work, GError **error);
const char      *votum_case_undo_name  (VotumCase *self);
const char      *votum_case_redo_name  (VotumCase *self);
const VotumLogEntry *votum_case_undo_entry (VotumCase *self);
const VotumLogEntry *votum_case_redo_entry (VotumCase *self);
gboolean         votum_case_undo       (VotumCase *self, GError **error);
gboolean         votum_case_redo       (VotumCase *self, GError **error);

gboolean         votum_case_verify     (VotumCase *self, const VotumWork *work, GError **error);
gboolean         votum_case_salvage    (const char *path, const char *new_path, GPtrArray *report, GCancellable *cancellable,
                                        GError **error);

VotumScale      *votum_case_get_scale   (VotumCase *self, VotumThing *criterion);

G_END_DECLS
