#pragma once

#include "votum-case-private.h"

G_BEGIN_DECLS

/* What has been worked out of how far the marks have come, until a change makes it wrong. */
struct _VotumProgress {
  GHashTable *tallies;   /* Place -> VotumTally */
  GPtrArray *rounds;     /* in order */
  GPtrArray *jurors;     /* who mark, in order */
  GHashTable *entrants;  /* round -> GPtrArray of those in it, in order */
  GHashTable *in_round;  /* round -> set of their numbers */
  GHashTable *named;     /* round -> set of the numbers of those whom it names */
  GHashTable *criteria;  /* class, or 0 -> GPtrArray of judged leaves in tree order */
  GHashTable *leaves;    /* class, or 0 -> set of their numbers */
  GHashTable *recusals;  /* juror and entrant, or juror and -class -> recusal */
  GHashTable *assigned;  /* the same of assignments, and juror and 0 of who has any -> assignment */
};

/* A juror with an entrant, a -class, or nothing, as one key. */
static inline gpointer
votum_progress_pair (gint64 juror,
                     gint64 with)
{
  return GSIZE_TO_POINTER ((gsize) juror << 32 | (gsize) (guint32) with);
}

G_END_DECLS
