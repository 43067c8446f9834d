#include "votum-config.h"

#include "votum-case-import-private.h"
#include "votum-case-private.h"

/* One mark, given or taken back. */

/* Whom and what a mark is about, for the log. */
static char *
describe_mark (VotumCase       *self,
               const VotumMark *mark)
{
  VotumThing *entrant = votum_case_lookup (self, mark->entrant);
  VotumThing *juror = votum_case_lookup (self, mark->juror);
  VotumThing *criterion = votum_case_lookup (self, mark->criterion);

  return g_strdup_printf ("%s · %s · %s", entrant != NULL ? votum_case_entrant_name (self, entrant) : "?",
                          criterion != NULL ? votum_thing_get_key (criterion) : "?",
                          juror != NULL ? votum_thing_get_text (juror, VOTUM_JUROR_NAME) : "?");
}

/**
 * votum_case_set_mark:
 * @self: a case
 * @mark: a mark
 * @error: return location
 *
 * A juror's mark, on disk when this returns.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_set_mark (VotumCase        *self,
                     const VotumMark  *mark,
                     GError          **error)
{
  g_autoptr(VotumImport) import = votum_import_new ();
  VotumThing *entrant = votum_case_lookup (self, mark->entrant);
  VotumThing *juror = votum_case_lookup (self, mark->juror);
  g_autofree char *subject = NULL;

  /* also where nothing changes: that would tell what somebody else gave */
  if (!votum_case_may_give_mark (self, mark, error))
    return FALSE;
  if (entrant != NULL && juror != NULL && !votum_case_may_mark (self, juror, entrant, votum_case_lookup (self, mark->round), error))
    return FALSE;
  if (!votum_import_add_mark (self, import, mark))
    return TRUE;

  subject = describe_mark (self, mark);

  return votum_case_apply (self, import->changes, "set-mark", subject, NULL, NULL, error);
}

/**
 * votum_case_take_back_mark:
 * @self: a case
 * @mark: a mark of the case; its value and comment do not matter
 * @error: return location
 *
 * Leaves the place of a mark empty again, as if it had not been given yet. The log keeps it, and undo brings it back with
 * its comment. Where there is none, there is nothing to do.
 *
 * Returns: whether it was done
 */
gboolean
votum_case_take_back_mark (VotumCase        *self,
                           const VotumMark  *mark,
                           GError          **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  const VotumMark *current = votum_marks_lookup (self->marks, mark->round, mark->entrant, mark->juror, mark->criterion);
  g_autofree char *subject = NULL;

  if (current == NULL)
    return TRUE;
  votum_marks_append (votum_changes_old_marks (changes), current);
  votum_case_forget_reading (self, mark, changes);
  subject = describe_mark (self, mark);

  return votum_case_apply (self, changes, "take-back-mark", subject, NULL, NULL, error);
}
