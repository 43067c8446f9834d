#include "votum-config.h"

#include "votum-case-work-private.h"

/* ---- progress, from the thread that works to the main context of who asked ---- */

struct _VotumRelay {
  gatomicrefcount n_references;
  GMainContext *context;       /* of who asked */
  VotumProgressFunc progress;  /* theirs */
  gpointer progress_data;
  VotumWork work;              /* for the thread */
  GCancellable *asked;         /* theirs; that of @work may be stopped without it */
  gulong cancelled_handler;

  GMutex mutex;
  double fraction;             /* the latest */
  gboolean on_its_way;
};

static gboolean
deliver_cb (gpointer data)
{
  VotumRelay *self = data;
  double fraction;

  g_mutex_lock (&self->mutex);
  fraction = self->fraction;
  self->on_its_way = FALSE;
  g_mutex_unlock (&self->mutex);

  self->progress (fraction, self->progress_data);

  return G_SOURCE_REMOVE;
}

/* However often the thread tells how far it is, one message is on its way at a time, and it says the latest. */
static void
tell (double   fraction,
      gpointer data)
{
  VotumRelay *self = data;
  g_autoptr(GSource) source = NULL;
  gboolean send;

  g_mutex_lock (&self->mutex);
  self->fraction = fraction;
  send = !self->on_its_way;
  self->on_its_way = TRUE;
  g_mutex_unlock (&self->mutex);
  if (!send)
    return;

  source = g_idle_source_new ();
  /* before the message that the work is done */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, votum_relay_ref (self), (GDestroyNotify) votum_relay_unref);
  g_source_attach (source, self->context);
}

static void
cancelled_cb (GCancellable *asked,
              gpointer      own)
{
  g_cancellable_cancel (own);
}

/**
 * votum_relay_new:
 * @work: (nullable): cancelling and progress as asked for
 *
 * Returns: (transfer full): a relay to the main context of the calling thread
 */
VotumRelay *
votum_relay_new (const VotumWork *work)
{
  VotumRelay *self = g_new0 (VotumRelay, 1);

  g_atomic_ref_count_init (&self->n_references);
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->work.cancellable = g_cancellable_new ();
  if (work != NULL && work->progress != NULL)
    {
      self->progress = work->progress;
      self->progress_data = work->progress_data;
      self->work.progress = tell;
      self->work.progress_data = self;
    }
  if (work != NULL && work->cancellable != NULL)
    {
      self->asked = g_object_ref (work->cancellable);
      self->cancelled_handler = g_cancellable_connect (self->asked, G_CALLBACK (cancelled_cb), g_object_ref (self->work.cancellable),
                                                       g_object_unref);
    }

  return self;
}

VotumRelay *
votum_relay_ref (VotumRelay *self)
{
  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

void
votum_relay_unref (VotumRelay *self)
{
  if (!g_atomic_ref_count_dec (&self->n_references))
    return;

  if (self->asked != NULL)
    g_cancellable_disconnect (self->asked, self->cancelled_handler);
  g_clear_object (&self->asked);
  g_object_unref (self->work.cancellable);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * votum_relay_get_work:
 * @self: a relay
 *
 * Returns: (transfer none): what the thread is to ask and to tell
 */
const VotumWork *
votum_relay_get_work (VotumRelay *self)
{
  return &self->work;
}

/**
 * votum_relay_stop:
 * @self: a relay
 *
 * Cancels this work alone.
 */
void
votum_relay_stop (VotumRelay *self)
{
  g_cancellable_cancel (self->work.cancellable);
}
