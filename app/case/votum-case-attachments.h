#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* Files that belong to an entrant's submission or to a note. Their bytes lie in the case. */

VotumThing *votum_case_add_attachment    (VotumCase *self, VotumThing *owner, const char *path, GError **error);
VotumThing *votum_case_add_attachment_bytes (VotumCase *self, VotumThing *owner, const char *shown, GBytes *bytes, GError **error);
void        votum_case_read_file_async   (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes     *votum_case_read_file_finish  (GAsyncResult *result, GError **error);
GBytes     *votum_case_get_attachment    (VotumCase *self, VotumThing *attachment, GError **error);
void        votum_case_get_attachment_async  (VotumCase *self, VotumThing *attachment, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
GBytes     *votum_case_get_attachment_finish (VotumCase *self, GAsyncResult *result, GError **error);
char       *votum_case_export_attachment (VotumCase *self, VotumThing *attachment, const char *folder, GError **error);

/* Files that are taken in while what they belong to is still being written. */
VotumThing *votum_case_take_file         (VotumCase *self, const char *path, GError **error);
VotumThing *votum_case_take_bytes        (VotumCase *self, const char *name, GBytes *bytes, GError **error);
void        votum_case_take_file_async   (VotumCase *self, VotumThing *owner, const char *path, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
void        votum_case_take_bytes_async  (VotumCase *self, const char *name, GBytes *bytes, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
VotumThing *votum_case_take_finish       (VotumCase *self, GAsyncResult *result, GError **error);
gboolean    votum_case_add_note          (VotumCase *self, VotumThing *note, GPtrArray *attachments, const char *place, GError **error);

G_END_DECLS
