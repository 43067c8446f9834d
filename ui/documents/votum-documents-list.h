#pragma once

#include <adwaita.h>

#include "votum-documents-making.h"

G_BEGIN_DECLS

/**
 * VotumDocumentsList:
 *
 * Which documents there are, for whom each is, and what it is waiting for. Emits "chosen" when another one is.
 */
#define VOTUM_TYPE_DOCUMENTS_LIST (votum_documents_list_get_type ())
G_DECLARE_FINAL_TYPE (VotumDocumentsList, votum_documents_list, VOTUM, DOCUMENTS_LIST, AdwBin)

VotumDocumentKind votum_documents_list_get_kind (VotumDocumentsList *self);
void              votum_documents_list_show     (VotumDocumentsList *self, const VotumDocumentWish *wish);

G_END_DECLS
