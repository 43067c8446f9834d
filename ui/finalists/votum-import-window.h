#pragma once

#include <adwaita.h>

#include "votum-desk.h"

G_BEGIN_DECLS

typedef enum {
  VOTUM_IMPORT_SHORTLIST,
  VOTUM_IMPORT_MARKS,
} VotumImportWhat;

/* A file on its way into the case: what it would do is shown before anything is done, or what is wrong with it, line by line. */
#define VOTUM_TYPE_IMPORT_WINDOW (votum_import_window_get_type ())
G_DECLARE_FINAL_TYPE (VotumImportWindow, votum_import_window, VOTUM, IMPORT_WINDOW, AdwWindow)

void votum_import_window_choose  (GtkWidget *parent, VotumDesk *desk, VotumImportWhat what);
void votum_import_window_present (GtkWidget *parent, VotumDesk *desk, VotumImportWhat what, GFile *file);

G_END_DECLS
