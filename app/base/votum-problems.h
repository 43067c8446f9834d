#pragma once

#include "votum-error.h"

G_BEGIN_DECLS

/**
 * VotumProblems:
 *
 * What is wrong with a file, problem by problem, each with its place. Only the first %VOTUM_PROBLEMS_MAX are kept;
 * the rest are counted.
 */
typedef struct _VotumProblems VotumProblems;

#define VOTUM_PROBLEMS_MAX 50

typedef struct {
  guint line;      /* from 1; 0: the file as a whole */
  guint column;    /* from 1; 0: the line as a whole */
  VotumError code; /* its sort, for the error that the caller of a read gets */
  char *message;   /* a whole sentence */
} VotumProblem;

VotumProblems      *votum_problems_new    (void);
void                votum_problems_free   (VotumProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VotumProblems, votum_problems_free)

void                votum_problems_add    (VotumProblems *self, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);
void                votum_problems_take   (VotumProblems *self, guint line, guint column, GError *error);
guint               votum_problems_count  (const VotumProblems *self);
guint               votum_problems_kept   (const VotumProblems *self);
const VotumProblem *votum_problems_get    (const VotumProblems *self, guint i);
/* "FILE:LINE:COLUMN: MESSAGE", one a line, and how many more there are. (transfer full) */
char               *votum_problems_to_string (const VotumProblems *self, const char *file);

/* How far a long piece of work has come, 0 to 1; less than 0: unknown. Called now and then, from the thread that works. */
typedef void (*VotumProgressFunc) (double fraction, gpointer user_data);

G_END_DECLS
