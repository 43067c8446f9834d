#include "votum-config.h"

#include "votum-first-problem.h"

void
votum_first_problem (VotumProblems  *problems,
                     const char     *shown,
                     GError        **error)
{
  const VotumProblem *first = votum_problems_get (problems, 0);

  if (first->line == 0)
    g_set_error (error, VOTUM_ERROR, first->code, "%s: %s", shown, first->message);
  else if (first->column == 0)
    g_set_error (error, VOTUM_ERROR, first->code, "%s:%u: %s", shown, first->line, first->message);
  else
    g_set_error (error, VOTUM_ERROR, first->code, "%s:%u:%u: %s", shown, first->line, first->column, first->message);
}
