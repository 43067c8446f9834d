#pragma once

#include "votum-case-import.h"

G_BEGIN_DECLS

/* Long work on another thread. @work is copied; its progress is told on the main context of the caller, as is that the work is
 * done. Cancelling leaves case and file as they were. The thread works on files alone: the case is read and changed only by
 * the thread whose it is. */

typedef enum {
  VOTUM_CASE_OPEN_WRITE     = 0,
  VOTUM_CASE_OPEN_READ_ONLY = 1 << 0,
  VOTUM_CASE_OPEN_COPY      = 1 << 1, /* as votum_case_open_copy() */
} VotumCaseOpenFlags;

void         votum_case_open_async       (const char *path, VotumCaseOpenFlags flags, const VotumWork *work,
                                          GAsyncReadyCallback callback, gpointer user_data);
VotumCase   *votum_case_open_finish      (GAsyncResult *result, GError **error);

void         votum_case_plan_file_async  (VotumCase *self, const char *path, gboolean large, gboolean shortlist, const VotumWork *work,
                                          GAsyncReadyCallback callback, gpointer user_data);
void         votum_case_plan_marks_async (VotumCase *self, const char *path, const VotumMarkDefaults *defaults, const VotumWork *work,
                                          GAsyncReadyCallback callback, gpointer user_data);
VotumImport *votum_case_plan_finish      (VotumCase *self, GAsyncResult *result, VotumProblems **problems, GError **error);

void         votum_case_import_async     (VotumCase *self, VotumImport *import, const char *command, const char *subject,
                                          const char *unlock_reason, const VotumWork *work,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean     votum_case_import_finish    (VotumCase *self, GAsyncResult *result, GError **error);

G_END_DECLS
