#pragma once

#include <glib.h>
#include <libxml/xmlerror.h>

G_BEGIN_DECLS

/* A sentence of ours for what the parser found; @at_end: where the file ends though elements are open. (transfer full) */
char *votum_xml_words (const xmlError *error, gboolean at_end);

G_END_DECLS
