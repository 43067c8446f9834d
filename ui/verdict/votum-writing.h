#pragma once

#include "votum-case-composer.h"

G_BEGIN_DECLS

/* A text that is being written. @text, @quote, @quote_source and @passages are its own; @composed refers to them. */
typedef struct {
  VotumComposed composed;
  char         *text;
  char         *quote;         /* (nullable) */
  char         *quote_source;  /* (nullable) */
  GArray       *passages;
} VotumWriting;

void          votum_writing_free  (VotumWriting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumWriting, votum_writing_free)

gboolean      votum_writing_store (VotumWriting *self, VotumCase *votum_case, VotumThing *citation, const char *place, GError **error);

G_END_DECLS
