#pragma once

#include "votum-case.h"
#include "votum-store.h"

G_BEGIN_DECLS

struct _VotumCase {
  GObject      parent_instance;

  VotumStore  *store;
  char        *who;
  GListStore  *lists[VOTUM_N_KINDS];
  GHashTable  *by_id;                 /* number -> thing, of all kinds: numbers are unique in a case */
  GHashTable  *by_key[VOTUM_N_KINDS]; /* folded id -> thing */
  VotumMarks  *marks;
  GPtrArray   *log;                   /* of VotumLogEntry */
  GArray      *undo;                  /* of guint: places in the log, the last is undone next */
  GArray      *redo;
  gint64       next_id;
};

gboolean votum_case_check_changes (VotumCase *self, VotumChanges *changes, gboolean locked, GError **error);

typedef struct _VotumMarkChecker VotumMarkChecker;

VotumMarkChecker *votum_mark_checker_new   (VotumCase *self, VotumChanges *changes);
void              votum_mark_checker_free  (VotumMarkChecker *checker);
gboolean          votum_mark_checker_check (VotumMarkChecker *checker, const VotumMark *mark, GError **error);

G_END_DECLS
