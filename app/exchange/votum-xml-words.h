#pragma once

#include <glib.h>
#include <libxml/xmlerror.h>

G_BEGIN_DECLS

/* A sentence of ours for what the parser found. (transfer full) */
char *votum_xml_words (const xmlError *error);

G_END_DECLS
