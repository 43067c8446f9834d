#pragma once

#include "votum-page-private.h"
#include "votum-verdict.h"
#include "votum-words.h"

G_BEGIN_DECLS

void        votum_verdict_add_citation  (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_protocol  (VotumPaper *document, const VotumVerdict *verdict, const char *lang);

/* Begins a numbered section. */
void        votum_verdict_begin         (VotumPaper *document, const char *lang, VotumWord heading);
/* Sections of the protocol; each adds nothing where there is nothing to say. */
void        votum_verdict_add_decisions (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_matrix    (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_recusals  (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_visits    (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_criteria  (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_results   (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_marks     (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_deliberation (VotumPaper *document, const VotumVerdict *verdict, const char *lang);
void        votum_verdict_add_revisions (VotumPaper *document, const VotumVerdict *verdict, const char *lang);

const char *votum_verdict_role          (const char *lang, VotumVerdictRole role);
/* Of the protocol: what was decided, or that nothing was. */
char       *votum_verdict_headline      (const VotumVerdict *verdict, const char *lang);
/* Of the citation, which may be a draft. */
char       *votum_verdict_award_line    (const VotumVerdict *verdict, const char *lang);
char       *votum_verdict_award_and_year (const VotumVerdict *verdict);
/* (transfer full): the award with its year, unless the name has it already */
char       *votum_verdict_name_and_year (const char *award_name, const char *year);
/* (transfer full): the paragraphs of a text, which an empty line separates; without line breaks of their own */
char      **votum_verdict_paragraphs    (const char *text);
gboolean    votum_verdict_is_published  (const VotumVerdict *verdict, guint entrant);
char       *votum_verdict_round_name    (const VotumVerdict *verdict, guint round, const char *lang);
/* (transfer full): indices of the jurors in the order they sign: chair, deputy, then as given */
GArray     *votum_verdict_signing_order (const VotumVerdict *verdict);

G_END_DECLS
