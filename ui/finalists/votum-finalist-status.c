#include "votum-config.h"

#include "votum-finalist-status.h"

#include <glib/gi18n.h>
#include <string.h>

#include "votum-dialogs.h"
#include "votum-finalist-words.h"
#include "votum-things.h"

typedef struct {
  VotumDesk *desk;
  VotumThing *entrant;
  const char *command;  /* the name of the step in the log */
  int status;
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->desk);
  g_object_unref (step->entrant);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static gboolean
set_status (Step        *step,
            const char  *reason,
            GError     **error)
{
  g_autoptr(VotumChanges) changes = votum_changes_new ();
  g_autoptr(VotumThing) before = votum_thing_copy (step->entrant);
  g_autoptr(VotumThing) after = votum_thing_copy (step->entrant);
  g_autofree char *name = votum_desk_name (step->desk, step->entrant);
  g_autofree char *subject = g_strdup_printf ("%s · %s", name, reason);

  votum_thing_set_from_text (after, VOTUM_ENTRANT_STATUS, votum_entrant_info.fields[VOTUM_ENTRANT_STATUS].choices[step->status], NULL);
  if (votum_thing_equal (before, after))
    return TRUE;
  votum_changes_thing (changes, before, after);

  return votum_case_apply (votum_desk_get_case (step->desk), changes, step->command, subject, NULL, NULL, error);
}

static void
answered_cb (const char *answer,
             const char *text,
             gpointer    data)
{
  g_autoptr(Step) step = data;
  g_autofree char *name = votum_desk_name (step->desk, step->entrant);
  GError *error = NULL;

  if (strcmp (answer, "do") != 0)
    return;
  votum_desk_flush (step->desk);
  if (!set_status (step, text, &error))
    {
      votum_desk_report (step->desk, error);
      return;
    }
  if (step->status == VOTUM_ENTRANT_STATUS_WITHDRAWN)
    votum_desk_toast (step->desk, TRUE, _("%s has withdrawn"), name);
  else if (step->status == VOTUM_ENTRANT_STATUS_DISQUALIFIED)
    votum_desk_toast (step->desk, TRUE, _("%s is disqualified"), name);
  else
    votum_desk_toast (step->desk, TRUE, _("%s is in the race again"), name);
}

static Step *
step_new (VotumDesk  *desk,
          VotumThing *entrant,
          const char *command,
          int         status)
{
  Step *step = g_new0 (Step, 1);

  step->desk = g_object_ref (desk);
  step->entrant = g_object_ref (entrant);
  step->command = command;
  step->status = status;

  return step;
}

/**
 * votum_finalist_status_withdraw:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @entrant: a finalist
 *
 * Asks why, and takes the finalist out of the race. Nothing of it is deleted.
 */
void
votum_finalist_status_withdraw (GtkWidget  *parent,
                                VotumDesk  *desk,
                                VotumThing *entrant)
{
  g_autofree char *name = votum_desk_name (desk, entrant);
  g_autofree char *heading = g_strdup_printf (_("Does %s Withdraw?"), name);

  votum_dialogs_ask_text (parent, heading,
                          _("The submission, the notes and the marks stay in the case; the result leaves the finalist out. The log keeps the "
                            "reason."),
                          _("Reason"), _("_Withdraw"), FALSE, answered_cb,
                          step_new (desk, entrant, "withdraw-entrant", VOTUM_ENTRANT_STATUS_WITHDRAWN));
}

/**
 * votum_finalist_status_disqualify:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @entrant: a finalist
 *
 * Asks why, and takes the finalist out of the race. Nothing of it is deleted.
 */
void
votum_finalist_status_disqualify (GtkWidget  *parent,
                                  VotumDesk  *desk,
                                  VotumThing *entrant)
{
  g_autofree char *name = votum_desk_name (desk, entrant);
  g_autofree char *heading = g_strdup_printf (_("Disqualify %s?"), name);

  votum_dialogs_ask_text (parent, heading,
                          _("The submission, the notes and the marks stay in the case; the result leaves the finalist out. The log keeps the "
                            "reason."),
                          _("Reason"), _("_Disqualify"), TRUE, answered_cb,
                          step_new (desk, entrant, "disqualify-entrant", VOTUM_ENTRANT_STATUS_DISQUALIFIED));
}

/* The status that @text, a value in the log, gives the entrant: "entrant nordlys: status=finalist; …" */
static int
status_in (const char *text,
           VotumThing *entrant)
{
  g_autofree char *head = g_strdup_printf ("entrant %s:", votum_thing_get_key (entrant));
  const char *start = text != NULL ? strstr (text, head) : NULL;
  const char *const *choices = votum_entrant_info.fields[VOTUM_ENTRANT_STATUS].choices;
  g_autofree char *own = NULL;
  const char *value;

  if (start == NULL)
    return -1;
  own = g_strndup (start, strcspn (start, ";"));
  value = strstr (own, " status=");
  for (int i = 0; value != NULL && choices[i] != NULL; i++)
    {
      const char *word = value + strlen (" status=");

      if (g_str_has_prefix (word, choices[i]) && (word[strlen (choices[i])] == '\0' || word[strlen (choices[i])] == ' '))
        return i;
    }

  return -1;
}

/* What the finalist was before it went out, as the log tells it. */
static int
status_before (VotumDesk  *desk,
               VotumThing *entrant)
{
  GPtrArray *log = votum_case_get_log (votum_desk_get_case (desk));
  int now = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

  for (guint i = log->len; i > 0; i--)
    {
      const VotumLogEntry *entry = g_ptr_array_index (log, i - 1);
      int before = status_in (entry->old_value, entrant);

      if (status_in (entry->new_value, entrant) == now && before >= 0 && before < VOTUM_ENTRANT_STATUS_WITHDRAWN)
        return before;
    }

  return VOTUM_ENTRANT_STATUS_FINALIST;
}

/**
 * votum_finalist_status_reinstate:
 * @parent: a widget of the window that asks
 * @desk: a desk
 * @entrant: a finalist who is out of the race
 *
 * Asks why, and takes the finalist back, as what it was before.
 */
void
votum_finalist_status_reinstate (GtkWidget  *parent,
                                 VotumDesk  *desk,
                                 VotumThing *entrant)
{
  int status = status_before (desk, entrant);
  g_autofree char *name = votum_desk_name (desk, entrant);
  g_autofree char *heading = g_strdup_printf (_("Take %s Back Into the Race?"), name);
  /* TRANSLATORS: %s is a status: Finalist, Shortlisted, Entered */
  g_autofree char *body = g_strdup_printf (_("The status becomes “%s” again, and marks count again. The log keeps the reason."),
                                           votum_finalist_status_word (status));

  votum_dialogs_ask_text (parent, heading, body, _("Reason"), _("_Take Back"), FALSE, answered_cb,
                          step_new (desk, entrant, "reinstate-entrant", status));
}
