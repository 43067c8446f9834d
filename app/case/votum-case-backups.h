#pragma once

#include "votum-case.h"

G_BEGIN_DECLS

/* Copies of cases in the user's data: one a day of each case that is opened to be changed, the ten latest; and one before
 * a case is brought to a newer version. */

/**
 * VotumCaseBackup:
 * @path: where the copy is
 * @uuid: the name of the case among cases
 * @name: what its file was called, for people
 * @time: when it was copied, in the time of this place
 * @size: its bytes
 */
typedef struct {
  char *path;
  char *uuid;
  char *name;
  GDateTime *time;
  goffset size;
} VotumCaseBackup;

void         votum_case_backup_free        (VotumCaseBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumCaseBackup, votum_case_backup_free)

GPtrArray   *votum_case_list_backups       (const char *path_or_uuid, GError **error);
gboolean     votum_case_restore_backup     (const char *backup_path, const char *new_path, GError **error);
const char  *votum_case_get_uuid           (VotumCase *self);
const char  *votum_case_get_backup_problem (VotumCase *self);

G_END_DECLS
