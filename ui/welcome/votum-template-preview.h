#pragma once

#include <adwaita.h>

#include "votum-document.h"

G_BEGIN_DECLS

/* What a template holds, for people: criteria with their weights, the scale, the rule in words, the stages. */
#define VOTUM_TYPE_TEMPLATE_PREVIEW (votum_template_preview_get_type ())
G_DECLARE_FINAL_TYPE (VotumTemplatePreview, votum_template_preview, VOTUM, TEMPLATE_PREVIEW, AdwBin)

void votum_template_preview_show (VotumTemplatePreview *self, const VotumDocument *document);

G_END_DECLS
