#pragma once

#include "votum-documents-making.h"

G_BEGIN_DECLS

char       *votum_documents_missing     (const VotumDocumentWish *wish);
char       *votum_documents_name_of     (VotumDesk *desk, VotumThing *entrant, const char *lang);
GListModel *votum_documents_class_names (VotumDesk *desk, GPtrArray *standings);

G_END_DECLS
