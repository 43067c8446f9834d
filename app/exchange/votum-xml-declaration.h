#pragma once

#include "votum-decoder.h"

G_BEGIN_DECLS

/* Decides on the encoding of an XML file by its first bytes, before any parser sees one. @skip: how many of them are its
 * byte order mark. */
gboolean votum_xml_declaration_sniff (const guint8 *data, gsize length, VotumEncoding *encoding, gsize *skip, GError **error);
/* Overwrites the encoding in the decoded declaration with spaces, since what follows is UTF-8 now. */
void     votum_xml_declaration_blank (char *text, gsize length);

G_END_DECLS
