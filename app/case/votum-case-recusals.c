#include "votum-config.h"

#include "votum-case-import-private.h"

#include <glib/gi18n-lib.h>

#include "votum-case-private.h"
#include "votum-text.h"

/* Recusals that come with a file, and the marks that go with them. */

static gboolean
has_recusal (VotumCase   *self,
             VotumImport *import,
             gint64       juror,
             gint64       entrant)
{
  GListModel *recusals = votum_case_get_things (self, VOTUM_KIND_RECUSAL);
  VotumThing *who = votum_case_lookup (self, entrant);
  gint64 class = who != NULL ? votum_thing_get_ref (who, VOTUM_ENTRANT_CLASS) : 0;

  for (guint i = 0; i < g_list_model_get_n_items (recusals); i++)
    {
      g_autoptr(VotumThing) recusal = g_list_model_get_item (recusals, i);

      if (votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR) == juror &&
          votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) != VOTUM_RECUSAL_DEGREE_DECLARED_ONLY &&
          (votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT) == entrant ||
           (class != 0 && votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS) == class)))
        return TRUE;
    }
  for (guint i = 0; i < votum_changes_n_things (import->changes); i++)
    {
      VotumThing *thing = votum_changes_get (import->changes, i)->new_thing;

      if (thing != NULL && VOTUM_IS_RECUSAL (thing) && votum_thing_get_ref (thing, VOTUM_RECUSAL_JUROR) == juror &&
          votum_thing_get_ref (thing, VOTUM_RECUSAL_ENTRANT) == entrant)
        return TRUE;
    }

  return FALSE;
}

/* Two recusals in one file can forbid the same mark. */
static gboolean
is_taken_out (VotumImport     *import,
              const VotumMark *mark)
{
  VotumMarks *old = votum_changes_old_marks (import->changes);

  for (guint i = 0; i < votum_marks_size (old); i++)
    if (votum_mark_compare (votum_marks_get (old, i), mark) == 0)
      return TRUE;

  return FALSE;
}

/**
 * votum_import_take_out_marks:
 * @self: a case
 * @import: the preview that @recusal is in
 * @recusal: a new recusal
 *
 * A recusal that comes late takes the marks with it that it forbids. They stay in the log, and come back with an undo.
 */
void
votum_import_take_out_marks (VotumCase   *self,
                             VotumImport *import,
                             VotumThing  *recusal)
{
  gint64 juror = votum_thing_get_ref (recusal, VOTUM_RECUSAL_JUROR);
  gint64 entrant = votum_thing_get_ref (recusal, VOTUM_RECUSAL_ENTRANT);
  gint64 class = votum_thing_get_ref (recusal, VOTUM_RECUSAL_CLASS);

  if (votum_thing_get_choice (recusal, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
    return;

  for (guint i = 0; i < votum_marks_size (self->marks); i++)
    {
      const VotumMark *mark = votum_marks_get (self->marks, i);
      VotumThing *marked = votum_case_lookup (self, mark->entrant);

      if (mark->juror != juror || (entrant != 0 ? mark->entrant != entrant
                                                : marked == NULL || votum_thing_get_ref (marked, VOTUM_ENTRANT_CLASS) != class))
        continue;
      if (!is_taken_out (import, mark))
        {
          votum_marks_append (votum_changes_old_marks (import->changes), mark);
          import->marks.removed++;
        }
    }
}

/**
 * votum_import_recusal:
 * @self: a case
 * @import: the preview that the recusal is to be in
 * @juror: number of the juror
 * @entrant: number of the entrant
 * @reason: (nullable): the reason, where the file gives one
 *
 * Returns: whether the recusal is new
 */
gboolean
votum_import_recusal (VotumCase   *self,
                      VotumImport *import,
                      gint64       juror,
                      gint64       entrant,
                      const char  *reason)
{
  g_autoptr(VotumThing) recusal = NULL;
  g_autofree char *key = NULL;
  g_autofree char *now = NULL;

  if (has_recusal (self, import, juror, entrant))
    {
      import->counts[VOTUM_KIND_RECUSAL].unchanged++;
      return FALSE;
    }

  recusal = votum_thing_new (VOTUM_KIND_RECUSAL);
  votum_thing_set_id (recusal, votum_case_take_id (self));
  key = g_strdup_printf ("recusal-%" G_GINT64_FORMAT, votum_thing_get_id (recusal));
  now = votum_text_now ();
  votum_thing_set_key (recusal, key);
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_JUROR, juror);
  votum_thing_set_ref (recusal, VOTUM_RECUSAL_ENTRANT, entrant);
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_REASON,
                             reason != NULL && *reason != '\0' ? reason : _("Recused in the file of marks."), NULL);
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_TIME, now, NULL);
  votum_thing_set_from_text (recusal, VOTUM_RECUSAL_DECLARED_BY, votum_case_get_who (self), NULL);
  votum_changes_thing (import->changes, NULL, recusal);
  votum_import_note (import, '+', recusal, self);
  votum_import_take_out_marks (self, import, recusal);

  return TRUE;
}
