#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

typedef struct {
  guint added;
  guint changed;
  guint unchanged;
  guint removed;
  guint left;      /* in the case, not in the file */
} VotumImportCount;

/**
 * VotumImport:
 *
 * A preview of what a file would do to a case: what it adds, changes and leaves. Nothing is done until
 * votum_case_import() is called with it.
 */
typedef struct _VotumImport VotumImport;

void                    votum_import_free     (VotumImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumImport, votum_import_free)

const VotumImportCount *votum_import_count    (const VotumImport *self, VotumKind kind);
const VotumImportCount *votum_import_marks    (const VotumImport *self);
GPtrArray              *votum_import_lines    (const VotumImport *self); /* (transfer none) of char*: "+ entrant nordlys: Nordlys Kraft" */
VotumChanges           *votum_import_changes  (const VotumImport *self);
gboolean                votum_import_is_empty (const VotumImport *self);

VotumImport *votum_case_plan_document (VotumCase *self, VotumDocument *document, VotumProblems *problems, GError **error);
VotumImport *votum_case_plan_file     (VotumCase *self, const char *path, gboolean large, gboolean shortlist, VotumProblems *problems,
                                       const VotumWork *work, GError **error);

/* What the rows of a marks file do not say. All may be NULL. */
typedef struct {
  const char *round, *class_, *entrant, *juror, *criterion, *entered_by;
} VotumMarkDefaults;

VotumImport *votum_case_plan_marks    (VotumCase *self, const char *path, const VotumMarkDefaults *defaults, VotumProblems *problems,
                                       const VotumWork *work, GError **error);
gboolean     votum_case_rehearse_import (VotumCase *self, VotumImport *import, gboolean unlocked, GError **error);
gboolean     votum_case_import        (VotumCase *self, VotumImport *import, const char *command, const char *subject,
                                       const char *unlock_reason, const VotumWork *work, GError **error);
gboolean     votum_case_set_mark      (VotumCase *self, const VotumMark *mark, GError **error);
gboolean     votum_case_take_back_mark (VotumCase *self, const VotumMark *mark, GError **error);

VotumDocument *votum_case_read_template (const char *name_or_path, gboolean large, VotumProblems *problems, const VotumWork *work, GError **error);
char         **votum_case_list_templates (void);

G_END_DECLS
