#include "votum-config.h"

#include "votum-ballot-intake.h"

#include <glib/gi18n.h>

#include "votum-application.h"
#include "votum-case-backups.h"
#include "votum-case-holder.h"
#include "votum-case-keys.h"
#include "votum-error.h"
#include "votum-things.h"

#define BUSY_FOR 250 /* ms after which a case that is written into is asked again */

struct _VotumBallotIntake {
  GObject            parent_instance;

  VotumDesk         *desk;       /* a weak pointer: it is the desk's own */
  GListStore        *waiting;    /* of VotumBallotArrival */
  GQueue             queue;      /* of Coming */
  gboolean           looking;
  guint              wait_id;    /* until another thread is done with the case */
  VotumBallotFolder *folder;     /* (nullable) */

  /* since there was nothing to look at */
  guint              n_taken;
  guint              n_known;
  guint              n_waiting;
  gboolean           asked;      /* somebody waits for an answer */
  char              *last_name;  /* (nullable): whose ballot was taken in last */
};

/* A file that is still to be looked at. */
typedef struct {
  VotumBallotIntake *intake;
  GFile *file;
  gboolean asked;      /* somebody gave it; it was not found */
} Coming;

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VotumBallotIntake, votum_ballot_intake, G_TYPE_OBJECT)

static void look_at_next (VotumBallotIntake *self);

static void
coming_free (Coming *coming)
{
  g_object_unref (coming->file);
  g_clear_object (&coming->intake);
  g_free (coming);
}

/* ---- what waits ---- */

static gboolean
find_waiting (VotumBallotIntake *self,
              GFile             *file,
              guint             *place)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->waiting)); i++)
    {
      g_autoptr(VotumBallotArrival) arrival = g_list_model_get_item (G_LIST_MODEL (self->waiting), i);

      if (g_file_equal (votum_ballot_arrival_get_file (arrival), file))
        {
          *place = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
stop_waiting (VotumBallotIntake *self,
              GFile             *file)
{
  guint place;

  if (find_waiting (self, file, &place))
    g_list_store_remove (self->waiting, place);
}

/* A file waits once, as what it was found to be last. */
static void
await (VotumBallotIntake  *self,
       VotumBallotArrival *arrival)
{
  g_autoptr(VotumBallotArrival) owned = arrival;
  gpointer item = owned;
  guint place;

  if (find_waiting (self, votum_ballot_arrival_get_file (owned), &place))
    {
      g_list_store_splice (self->waiting, place, 1, &item, 1);
      return;
    }
  g_list_store_append (self->waiting, owned);
  self->n_waiting++;
}

/* ---- one file ---- */

static void
was_taken (VotumBallotIntake *self,
           GFile             *file,
           VotumThing        *ballot)
{
  VotumThing *juror = votum_case_lookup (votum_desk_get_case (self->desk), votum_thing_get_ref (ballot, VOTUM_BALLOT_JUROR));

  stop_waiting (self, file);
  self->n_taken++;
  g_free (self->last_name);
  self->last_name = votum_desk_name (self->desk, juror);
}

/* A ballot that is not this jury's, or an older one, stays that; a file that is not all there may still be on its way. */
static gboolean
is_for_good (const GError *error)
{
  return g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_INVALID) || g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_NOT_ALLOWED) ||
         g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_FOREIGN);
}

static void
judge (VotumBallotIntake *self,
       const Coming      *coming,
       VotumIncoming     *incoming,
       const GError      *error)
{
  VotumThing *ballot;
  g_autoptr(GError) refused = NULL;

  if (g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_EXISTS))
    {
      stop_waiting (self, coming->file);
      self->n_known += coming->asked ? 1 : 0;
      return;
    }
  if (incoming == NULL)
    {
      await (self, votum_ballot_arrival_new_refused (coming->file, error->message, is_for_good (error)));
      return;
    }
  if (incoming->late || incoming->replaces != NULL || incoming->dispute != NULL)
    {
      await (self, votum_ballot_arrival_new (coming->file, incoming));
      return;
    }
  ballot = votum_case_take_in_incoming (votum_desk_get_case (self->desk), incoming, NULL, &refused);
  votum_incoming_free (incoming);
  if (ballot != NULL)
    was_taken (self, coming->file, ballot);
  else
    await (self, votum_ballot_arrival_new_refused (coming->file, refused->message, is_for_good (refused)));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Coming *coming = data;
  VotumBallotIntake *self = coming->intake;
  g_autoptr(GError) error = NULL;
  VotumIncoming *incoming = votum_case_look_at_ballot_finish (VOTUM_CASE (source), result, &error);

  self->looking = FALSE;
  if (self->desk != NULL)
    {
      judge (self, coming, incoming, error);
      look_at_next (self);
    }
  else if (incoming != NULL)
    {
      votum_incoming_free (incoming);
    }
  coming_free (coming);
}

/* ---- all that have come ---- */

/* What has been done is said once, however many there were. */
static void
say (VotumBallotIntake *self)
{
  if (self->n_taken == 1)
    votum_desk_toast (self->desk, FALSE, _("The ballot of %s is here"), self->last_name);
  else if (self->n_taken > 1)
    votum_desk_toast (self->desk, FALSE, ngettext ("%u ballot is here", "%u ballots are here", self->n_taken), self->n_taken);
  else if (self->n_known > 0 && self->n_waiting == 0)
    votum_desk_toast (self->desk, FALSE, ngettext ("This ballot has been taken in already", "These ballots have been taken in already", self->n_known));
  else if (self->n_waiting > 0 && !self->asked)
    votum_desk_toast (self->desk, FALSE, ngettext ("A ballot in the folder waits for you", "%u ballots in the folder wait for you", self->n_waiting),
                      self->n_waiting);
  if (self->asked)
    votum_desk_go (self->desk, "ballots", NULL);
  self->n_taken = self->n_known = self->n_waiting = 0;
  self->asked = FALSE;
}

static gboolean
waited_cb (gpointer data)
{
  VotumBallotIntake *self = data;

  if (self->desk != NULL && votum_case_is_busy (votum_desk_get_case (self->desk)))
    return G_SOURCE_CONTINUE;
  self->wait_id = 0;
  if (self->desk != NULL)
    look_at_next (self);

  return G_SOURCE_REMOVE;
}

static void
look_at_next (VotumBallotIntake *self)
{
  VotumCase *votum_case = votum_desk_get_case (self->desk);
  Coming *coming;

  if (self->looking || self->wait_id != 0)
    return;
  if (votum_case_is_busy (votum_case))
    {
      self->wait_id = g_timeout_add (BUSY_FOR, waited_cb, self);
      return;
    }
  coming = g_queue_pop_head (&self->queue);
  if (coming == NULL)
    {
      say (self);
      return;
    }

  self->asked = self->asked || coming->asked;
  if (votum_case_key_is_protected (votum_case, VOTUM_KEY_CHAIR) && !votum_case_can_unseal (votum_case))
    {
      await (self, votum_ballot_arrival_new_locked (coming->file));
      coming_free (coming);
      look_at_next (self);
      return;
    }
  self->looking = TRUE;
  coming->intake = g_object_ref (self);
  votum_case_look_at_ballot_async (votum_case, g_file_peek_path (coming->file), looked_cb, coming);
}

static void
add (VotumBallotIntake *self,
     GFile             *file,
     gboolean           asked)
{
  Coming *coming;

  /* the copy may have become somebody else's since */
  if (self->desk == NULL || !votum_ballot_intake_is_for (self->desk))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      await (self, votum_ballot_arrival_new_refused (file, _("This file is not on this computer. Save it here first, and take it in then."), FALSE));
      return;
    }
  coming = g_new0 (Coming, 1);
  coming->file = g_object_ref (file);
  coming->asked = asked;
  g_queue_push_tail (&self->queue, coming);
  look_at_next (self);
}

static void
retry (VotumBallotIntake *self,
       VotumArrivalState  state,
       gboolean           asked)
{
  g_autoptr(GPtrArray) again = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->waiting)); i++)
    {
      g_autoptr(VotumBallotArrival) arrival = g_list_model_get_item (G_LIST_MODEL (self->waiting), i);

      if (votum_ballot_arrival_get_state (arrival) == state)
        g_ptr_array_add (again, g_object_ref (votum_ballot_arrival_get_file (arrival)));
    }
  for (guint i = 0; i < again->len; i++)
    add (self, again->pdata[i], asked);
}

/* ---- the object ---- */

static void
votum_ballot_intake_dispose (GObject *object)
{
  VotumBallotIntake *self = VOTUM_BALLOT_INTAKE (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->folder);
  g_queue_clear_full (&self->queue, (GDestroyNotify) coming_free);
  g_clear_object (&self->waiting);
  g_clear_weak_pointer (&self->desk);
  g_clear_pointer (&self->last_name, g_free);

  G_OBJECT_CLASS (votum_ballot_intake_parent_class)->dispose (object);
}

static void
votum_ballot_intake_class_init (VotumBallotIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = votum_ballot_intake_dispose;

  signals[CHANGED] = g_signal_new ("changed", VOTUM_TYPE_BALLOT_INTAKE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
votum_ballot_intake_init (VotumBallotIntake *self)
{
  self->waiting = g_list_store_new (VOTUM_TYPE_BALLOT_ARRIVAL);
  g_queue_init (&self->queue);
}

static void
found_cb (VotumBallotIntake *self,
          GFile             *file)
{
  add (self, file, FALSE);
}

static void
there_cb (VotumBallotIntake *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
watch (VotumBallotIntake *self,
       GFile             *folder)
{
  g_clear_object (&self->folder);
  if (folder != NULL)
    {
      self->folder = votum_ballot_folder_new (folder);
      g_signal_connect_object (self->folder, "settled", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->folder, "notify::there", G_CALLBACK (there_cb), self, G_CONNECT_SWAPPED);
      votum_ballot_folder_begin (self->folder);
    }
  there_cb (self);
}

static VotumSettings *
get_settings (void)
{
  return votum_application_get_settings (VOTUM_APPLICATION (g_application_get_default ()));
}

/**
 * votum_ballot_intake_is_for:
 * @desk: a desk
 *
 * Returns: whether ballots come in there: it is the chair's or the secretary's, and they work at it
 */
gboolean
votum_ballot_intake_is_for (VotumDesk *desk)
{
  VotumDuty duty = votum_case_get_duty (votum_desk_get_case (desk));

  return (duty == VOTUM_DUTY_CHAIR || duty == VOTUM_DUTY_SECRETARY) && votum_desk_get_use (desk) == VOTUM_DESK_WORK &&
         !votum_case_is_read_only (votum_desk_get_case (desk));
}

/* Where somebody has been handed out to, a ballot whose origin was disputed is another one's now, or void. */
static void
case_changed_cb (VotumBallotIntake *self,
                 VotumChanges      *changes)
{
  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    if (votum_changes_get (changes, i)->new_thing != NULL && VOTUM_IS_HAND_OUT (votum_changes_get (changes, i)->new_thing) &&
        votum_changes_get (changes, i)->old_thing == NULL)
      retry (self, VOTUM_ARRIVAL_DISPUTED, FALSE);
}

/**
 * votum_ballot_intake_get:
 * @desk: a desk at which ballots come in
 *
 * Returns: (transfer none): its intake, which watches the folder that was watched last time
 */
VotumBallotIntake *
votum_ballot_intake_get (VotumDesk *desk)
{
  VotumBallotIntake *self = g_object_get_data (G_OBJECT (desk), "votum-ballot-intake");
  g_autofree char *uri = NULL;

  if (self != NULL)
    return self;
  self = g_object_new (VOTUM_TYPE_BALLOT_INTAKE, NULL);
  g_set_weak_pointer (&self->desk, desk);
  g_object_set_data_full (G_OBJECT (desk), "votum-ballot-intake", self, g_object_unref);
  g_signal_connect_object (votum_desk_get_case (desk), "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  uri = votum_settings_get_watched (get_settings (), votum_case_get_uuid (votum_desk_get_case (desk)));
  if (uri != NULL)
    {
      g_autoptr(GFile) folder = g_file_new_for_uri (uri);

      watch (self, folder);
    }

  return self;
}

/**
 * votum_ballot_intake_add:
 * @self: an intake
 * @file: a file that somebody gave
 *
 * Looks at it, takes it in or lets it wait, and says which.
 */
void
votum_ballot_intake_add (VotumBallotIntake *self,
                         GFile             *file)
{
  g_return_if_fail (VOTUM_IS_BALLOT_INTAKE (self));

  add (self, file, TRUE);
}

GListModel *
votum_ballot_intake_get_list (VotumBallotIntake *self)
{
  return G_LIST_MODEL (self->waiting);
}

/* What waits may be told otherwise now: another ballot is the one that would be replaced, or it has come too late. */
static void
look_again (VotumBallotIntake *self)
{
  g_autoptr(GPtrArray) again = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->waiting)); i++)
    {
      g_autoptr(VotumBallotArrival) arrival = g_list_model_get_item (G_LIST_MODEL (self->waiting), i);

      if (votum_ballot_arrival_get_incoming (arrival) != NULL && votum_ballot_arrival_get_state (arrival) != VOTUM_ARRIVAL_DISPUTED)
        g_ptr_array_add (again, g_object_ref (votum_ballot_arrival_get_file (arrival)));
    }
  for (guint i = 0; i < again->len; i++)
    add (self, again->pdata[i], FALSE);
}

/**
 * votum_ballot_intake_take:
 * @self: an intake
 * @arrival: a ballot that waits
 * @late_reason: (nullable): why it is taken in late
 *
 * Somebody has decided that it is to be taken in.
 *
 * Returns: whether it was
 */
gboolean
votum_ballot_intake_take (VotumBallotIntake  *self,
                          VotumBallotArrival *arrival,
                          const char         *late_reason)
{
  g_autoptr(VotumBallotArrival) kept = g_object_ref (arrival);
  const VotumIncoming *incoming = votum_ballot_arrival_get_incoming (kept);
  g_autoptr(GError) error = NULL;
  VotumThing *ballot;

  g_return_val_if_fail (VOTUM_IS_BALLOT_INTAKE (self) && incoming != NULL, FALSE);

  votum_desk_flush (self->desk);
  ballot = votum_case_take_in_incoming (votum_desk_get_case (self->desk), incoming, late_reason, &error);
  if (ballot != NULL)
    was_taken (self, votum_ballot_arrival_get_file (kept), ballot);
  else if (!g_error_matches (error, VOTUM_ERROR, VOTUM_ERROR_LOCKED))
    await (self, votum_ballot_arrival_new_refused (votum_ballot_arrival_get_file (kept), error->message, is_for_good (error)));
  say (self);
  look_again (self);

  return ballot != NULL;
}

/**
 * votum_ballot_intake_dismiss:
 * @self: an intake
 * @arrival: a file that waits
 *
 * Takes it off the list; the file stays where it is.
 */
void
votum_ballot_intake_dismiss (VotumBallotIntake  *self,
                             VotumBallotArrival *arrival)
{
  g_return_if_fail (VOTUM_IS_BALLOT_INTAKE (self));

  stop_waiting (self, votum_ballot_arrival_get_file (arrival));
}

/**
 * votum_ballot_intake_retry:
 * @self: an intake
 * @state: which files
 *
 * Looks once more at what waits for that cause.
 */
void
votum_ballot_intake_retry (VotumBallotIntake *self,
                           VotumArrivalState  state)
{
  g_return_if_fail (VOTUM_IS_BALLOT_INTAKE (self));

  retry (self, state, TRUE);
}

/**
 * votum_ballot_intake_is_disputed:
 * @self: an intake
 * @juror: a juror
 *
 * Returns: whether a ballot waits that another copy has handed in as @juror
 */
gboolean
votum_ballot_intake_is_disputed (VotumBallotIntake *self,
                                 VotumThing        *juror)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->waiting)); i++)
    {
      g_autoptr(VotumBallotArrival) arrival = g_list_model_get_item (G_LIST_MODEL (self->waiting), i);

      if (votum_ballot_arrival_get_state (arrival) == VOTUM_ARRIVAL_DISPUTED && votum_ballot_arrival_get_incoming (arrival)->juror == juror)
        return TRUE;
    }

  return FALSE;
}

VotumBallotFolder *
votum_ballot_intake_get_folder (VotumBallotIntake *self)
{
  return self->folder;
}

/**
 * votum_ballot_intake_set_folder:
 * @self: an intake
 * @folder: (nullable): a folder to watch from now on, and next time
 */
void
votum_ballot_intake_set_folder (VotumBallotIntake *self,
                                GFile             *folder)
{
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  g_return_if_fail (VOTUM_IS_BALLOT_INTAKE (self));

  votum_settings_set_watched (get_settings (), votum_case_get_uuid (votum_desk_get_case (self->desk)), uri);
  watch (self, folder);
}
