#pragma once

#include "votum-award-xml.h"
#include "votum-case-import.h"

G_BEGIN_DECLS

struct _VotumImport {
  VotumImportCount counts[VOTUM_N_KINDS];
  VotumImportCount marks;
  GPtrArray       *lines;
  VotumChanges    *changes;
  VotumDocument   *document;  /* keeps the folder and the log of what is imported */
};

VotumDocument *votum_case_read_file (const char *path, VotumAwardXmlFlags flags, VotumProblems *problems, const VotumWork *work, GError **error);

#define VOTUM_IMPORT_ATTACHMENT_MAX (64u << 20)

VotumDocument *votum_import_read_file (const char *path, gboolean large, gboolean shortlist, VotumProblems *problems, const VotumWork *work,
                                       GError **error);
void         votum_import_read_attachments (VotumDocument *document, VotumProblems *problems, const VotumWork *work);
const char  *votum_import_file_of (VotumThing *attachment);
VotumImport *votum_case_plan_read (VotumCase *self, VotumDocument *document, VotumProblems *problems, GError **error);
VotumImport *votum_case_plan_rows (VotumCase *self, VotumDocument *document, const VotumMarkDefaults *defaults, VotumProblems *problems,
                                   GError **error);

VotumImport *votum_import_new      (void);
void         votum_import_note     (VotumImport *self, char sign, VotumThing *thing, VotumCase *votum_case);
gboolean     votum_import_add_mark (VotumCase *self, VotumImport *import, const VotumMark *mark);
void         votum_import_take_out_marks (VotumCase *self, VotumImport *import, VotumThing *recusal);
gboolean     votum_import_recusal  (VotumCase *self, VotumImport *import, gint64 juror, gint64 entrant, const char *reason);

/* Looks rows of marks up in a case, each id or name once. */
typedef struct _VotumRowReader VotumRowReader;

VotumRowReader *votum_row_reader_new  (VotumCase *self, VotumImport *import, const VotumMarkDefaults *defaults);
void            votum_row_reader_free (VotumRowReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumRowReader, votum_row_reader_free)
gboolean        votum_row_reader_take (const VotumMarkRow *row, VotumProblems *problems, gpointer reader);
gboolean        votum_row_reader_finish (VotumRowReader *self, VotumProblems *problems);

G_END_DECLS
