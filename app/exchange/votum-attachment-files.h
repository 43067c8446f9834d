#pragma once

#include "votum-award-xml.h"

G_BEGIN_DECLS

#define VOTUM_ATTACHMENT_MAX (64 * 1024 * 1024)

/* Whether votum_attachment_read() would find the file, without reading it. */
gboolean votum_attachment_probe (const char *folder, const char *name, gsize max, gsize *size, GError **error);

/* A file that the user has chosen: of any name, a regular one. */
GBytes  *votum_attachment_read_file (const char *path, gsize max, GError **error);

G_END_DECLS
