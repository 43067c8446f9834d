#pragma once

#include "votum-case-attachments.h"

G_BEGIN_DECLS

/* What taking a file in consists of, for whoever does it without making anybody wait. */

VotumThing *votum_attachment_begin      (VotumCase *self, VotumThing *owner, const char *shown, GError **error);
void        votum_attachment_describe   (VotumThing *attachment, GBytes *bytes, const char *digest);
const char *votum_attachment_get_digest (VotumThing *attachment, GError **error);

void        votum_case_put_bytes_async  (VotumCase *self, GBytes *bytes, GAsyncReadyCallback callback, gpointer user_data);
char       *votum_case_put_bytes_finish (VotumCase *self, GAsyncResult *result, GError **error);

G_END_DECLS
