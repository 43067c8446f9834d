#pragma once

#include "votum-odf.h"
#include "votum-outline.h"

G_BEGIN_DECLS

/* Private to the writer of texts: the named styles, which content.xml only refers to. */

#define VOTUM_ODT_LEVELS 3    /* of headings, and of indents in a table */

GBytes     *votum_odt_styles      (const VotumOutline *outline);
const char *votum_odt_part_style  (const VotumPart *part);
char       *votum_odt_cell_style  (VotumAlign align, gboolean strong, guint level, gboolean dense);
char       *votum_odt_head_style  (VotumAlign align, gboolean turned, gboolean dense);
char       *votum_odt_page_name   (guint section);

G_END_DECLS
