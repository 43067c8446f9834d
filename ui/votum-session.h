#pragma once

#include <gtk/gtk.h>

#include "votum-settings.h"

G_BEGIN_DECLS

typedef struct {
  GFile *file;
  char  *page;  /* (nullable) */
} VotumLastCase;

void       votum_last_case_free   (VotumLastCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumLastCase, votum_last_case_free)

void       votum_session_remember (VotumSettings *settings, GList *windows, GtkWindow *leaving);
GPtrArray *votum_session_recall   (VotumSettings *settings);

G_END_DECLS
