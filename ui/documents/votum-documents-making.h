#pragma once

#include "votum-case-report.h"
#include "votum-desk.h"

G_BEGIN_DECLS

/* Which document, in the order of the choice. */
typedef enum {
  VOTUM_DOCUMENTS_CITATION,
  VOTUM_DOCUMENTS_PROTOCOL,
  VOTUM_DOCUMENTS_FEEDBACK,
  VOTUM_DOCUMENTS_RESULT_LIST,
  VOTUM_DOCUMENTS_DIPLOMA,
  VOTUM_DOCUMENTS_SLIDES,
  VOTUM_DOCUMENTS_N_KINDS
} VotumDocumentKind;

/**
 * VotumDocumentWish:
 * @kind: which document
 * @votum_case: the case
 * @standings: (element-type VotumStanding): of all classes
 * @standing: (nullable): of the class that is chosen
 * @entrant: (nullable): whose; of diplomas %NULL is everybody's
 * @lang: its language
 * @points: with points
 * @anonymous: letters instead of jurors' names beside marks
 * @name_last: the citation as it is read aloud
 * @texts: (nullable): what is being written
 *
 * A document that somebody wants to see.
 */
typedef struct {
  VotumDocumentKind       kind;
  VotumCase              *votum_case;
  GPtrArray              *standings;
  VotumStanding          *standing;
  VotumThing             *entrant;
  const char             *lang;
  gboolean                points;
  gboolean                anonymous;
  gboolean                name_last;
  const VotumReportTexts *texts;
} VotumDocumentWish;

GPtrArray  *votum_documents_standings (VotumCase *votum_case, GError **error);
GPtrArray  *votum_documents_whose     (const VotumDocumentWish *wish);
VotumPaper *votum_documents_make      (const VotumDocumentWish *wish, GPtrArray *warnings, GError **error);
void        votum_documents_write_all (const VotumDocumentWish *wish, const char *folder, VotumDesk *desk);

G_END_DECLS
