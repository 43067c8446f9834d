#include "votum-config.h"

#include "votum-ballot-arrival.h"

struct _VotumBallotArrival {
  GObject            parent_instance;

  GFile             *file;
  VotumArrivalState  state;
  VotumIncoming     *incoming;  /* (nullable): where it may be taken in */
  char              *sentence;  /* (nullable): why it was refused */
  gboolean           for_good;  /* it was refused for what the file is, so that trying again is no use */
};

G_DEFINE_FINAL_TYPE (VotumBallotArrival, votum_ballot_arrival, G_TYPE_OBJECT)

static void
votum_ballot_arrival_finalize (GObject *object)
{
  VotumBallotArrival *self = VOTUM_BALLOT_ARRIVAL (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->incoming, votum_incoming_free);
  g_free (self->sentence);

  G_OBJECT_CLASS (votum_ballot_arrival_parent_class)->finalize (object);
}

static void
votum_ballot_arrival_class_init (VotumBallotArrivalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = votum_ballot_arrival_finalize;
}

static void
votum_ballot_arrival_init (VotumBallotArrival *self)
{
}

static VotumBallotArrival *
new_arrival (GFile             *file,
             VotumArrivalState  state)
{
  VotumBallotArrival *self = g_object_new (VOTUM_TYPE_BALLOT_ARRIVAL, NULL);

  self->file = g_object_ref (file);
  self->state = state;

  return self;
}

/**
 * votum_ballot_arrival_new:
 * @file: where it is
 * @incoming: (transfer full): a ballot that needs somebody to say what becomes of it
 *
 * Returns: (transfer full): it
 */
VotumBallotArrival *
votum_ballot_arrival_new (GFile         *file,
                          VotumIncoming *incoming)
{
  VotumBallotArrival *self = new_arrival (file, incoming->dispute != NULL ? VOTUM_ARRIVAL_DISPUTED
                                               : incoming->late          ? VOTUM_ARRIVAL_LATE
                                                                         : VOTUM_ARRIVAL_REPLACES);

  self->incoming = incoming;

  return self;
}

VotumBallotArrival *
votum_ballot_arrival_new_locked (GFile *file)
{
  return new_arrival (file, VOTUM_ARRIVAL_LOCKED);
}

/**
 * votum_ballot_arrival_new_refused:
 * @file: where it is
 * @sentence: why it was refused
 * @for_good: whether it is for what the file is, and not for what is around it
 *
 * Returns: (transfer full): it
 */
VotumBallotArrival *
votum_ballot_arrival_new_refused (GFile      *file,
                                  const char *sentence,
                                  gboolean    for_good)
{
  VotumBallotArrival *self = new_arrival (file, VOTUM_ARRIVAL_REFUSED);

  self->sentence = g_strdup (sentence);
  self->for_good = for_good;

  return self;
}

GFile *
votum_ballot_arrival_get_file (VotumBallotArrival *self)
{
  return self->file;
}

/**
 * votum_ballot_arrival_get_name:
 * @self: a file that came
 *
 * Returns: (transfer full): what the file is called
 */
char *
votum_ballot_arrival_get_name (VotumBallotArrival *self)
{
  g_autofree char *name = g_file_get_basename (self->file);

  return g_filename_display_name (name != NULL ? name : "");
}

VotumArrivalState
votum_ballot_arrival_get_state (VotumBallotArrival *self)
{
  return self->state;
}

/**
 * votum_ballot_arrival_get_incoming:
 * @self: a file that came
 *
 * Returns: (transfer none) (nullable): the ballot in it, where it may be taken in
 */
const VotumIncoming *
votum_ballot_arrival_get_incoming (VotumBallotArrival *self)
{
  return self->incoming;
}

const char *
votum_ballot_arrival_get_sentence (VotumBallotArrival *self)
{
  return self->sentence;
}

/**
 * votum_ballot_arrival_is_for_good:
 * @self: a file that came
 *
 * Returns: whether it was refused for what it is, so that it can only be taken off the list
 */
gboolean
votum_ballot_arrival_is_for_good (VotumBallotArrival *self)
{
  return self->for_good;
}
