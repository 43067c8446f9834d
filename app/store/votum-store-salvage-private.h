#pragma once

#include "votum-store-private.h"

G_BEGIN_DECLS

#define VOTUM_SALVAGE_TIME (60 * G_USEC_PER_SEC)  /* of the processor, for one table */

/* What a damaged case still says. */
typedef struct {
  VotumStore *old;                      /* on a copy */
  GCancellable *cancellable;            /* (nullable) */
  GPtrArray *report;
  guint unsaid;                         /* lines that did not fit */
  GHashTable *things[VOTUM_N_KINDS];    /* number -> thing, from its row */
  GHashTable *logged[VOTUM_N_KINDS];    /* number -> thing, as the log says it last became */
  gboolean whole[VOTUM_N_KINDS];        /* every row of the table could be read */
  VotumMarks *marks;
  VotumMarks *logged_marks;
  GHashTable *drafts;                   /* place -> VotumDraft; no log knows of them */
  gboolean marks_whole;
  gboolean log_whole;
  int direction;                        /* 1: from the beginning, -1: from the end */
  VotumMark last_mark;                  /* of this direction */
} VotumSalvage;

void       votum_salvage_say          (VotumSalvage *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* votum-store-salvage-read.c */
void       votum_salvage_read         (VotumSalvage *self);
GPtrArray *votum_salvage_read_entries (VotumSalvage *self);  /* (transfer full) of VotumLogEntry: the log as far as it holds together */

G_END_DECLS
