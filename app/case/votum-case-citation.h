#pragma once

#include "votum-case-result.h"

G_BEGIN_DECLS

/* The jury's words for one language, or a first draft of them. */
typedef struct {
  char    *text;
  char    *quote;         /* (nullable) */
  char    *quote_source;  /* (nullable) */
  gboolean draft;         /* made from quotable notes: nobody has written it */
  gboolean name_last;      /* @text is in the form for the stage */
} VotumCitationText;

void               votum_citation_text_free (VotumCitationText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumCitationText, votum_citation_text_free)

char              *votum_citation_bare_quote (const char *quote);
VotumCitationText *votum_case_get_citation (VotumCase *self, VotumStanding *standing, GPtrArray *winners, const char *lang, gboolean name_last);
gboolean           votum_case_is_decided   (VotumCase *self, VotumStanding *standing);
GPtrArray         *votum_case_get_winners  (VotumCase *self, VotumStanding *standing);

G_END_DECLS
