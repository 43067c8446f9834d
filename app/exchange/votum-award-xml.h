#pragma once

#include "votum-document.h"
#include "votum-problems.h"

G_BEGIN_DECLS

#define VOTUM_AWARD_XML_NAMESPACE "urn:votum:award:1"

typedef enum {
  VOTUM_AWARD_XML_NONE  = 0,
  VOTUM_AWARD_XML_LARGE = 1 << 0, /* the user has confirmed: up to 64 MiB and any number of elements */
  VOTUM_AWARD_XML_PART  = 1 << 1, /* the case has the rest: what is required and what is referred to may be there already */
} VotumAwardXmlFlags;

/* Reads a file strictly and streaming. On any problem: NULL, @problems has them all (up to the limit) with line and column, and
 * @error is set to the first one in the form "file:line:column: sentence". */
VotumDocument *votum_award_xml_read  (const char *path, VotumAwardXmlFlags flags, VotumProblems *problems, GCancellable *cancellable,
                                      VotumProgressFunc progress, gpointer progress_data, GError **error);
/* The same from memory; @name stands for the file in messages. */
VotumDocument *votum_award_xml_parse (const char *name, gconstpointer data, gsize length, VotumAwardXmlFlags flags,
                                      VotumProblems *problems, GError **error);
/* Writes @document; the same document gives the same bytes. Temporary file, fsync, rename, fsync of the folder. */
gboolean       votum_award_xml_write (VotumDocument *document, const char *path, GError **error);
char          *votum_award_xml_to_string (VotumDocument *document);

/* The bytes of an attachment beside a file: opened beneath @folder, never through a link, a regular file, at most @max bytes. */
GBytes        *votum_attachment_read  (const char *folder, const char *name, gsize max, GError **error);
gboolean       votum_attachment_write (const char *folder, const char *name, GBytes *bytes, GError **error);

G_END_DECLS
