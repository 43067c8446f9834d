#include "votum-config.h"

#include "votum-case-progress.h"

#include "votum-case-allocation.h"
#include "votum-case-assigned.h"
#include "votum-case-ballots.h"
#include "votum-case-progress-private.h"
#include "votum-case-standing-private.h"

/* What is done and what is missing, asked for after every change by every row of a window. What it takes to know it is
 * worked out once and kept until a change makes it wrong: a mark forgets its own tallies, another thing all of them. */

#define MANY_MARKS 1000

/* Of what a tally is kept; an entrant or juror of 0 stands for the sum over all. */
typedef struct {
  gint32 round, entrant, juror;
} Place;

static guint
place_hash (gconstpointer key)
{
  const Place *place = key;

  return ((guint) place->round * 31 + (guint) place->entrant) * 2654435761u ^ (guint) place->juror;
}

static gboolean
place_equal (gconstpointer a,
             gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  return x->round == y->round && x->entrant == y->entrant && x->juror == y->juror;
}

static void
forget_all (VotumProgress *self)
{
  g_hash_table_remove_all (self->tallies);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->jurors, g_ptr_array_unref);
  g_clear_pointer (&self->recusals, g_hash_table_unref);
  g_clear_pointer (&self->assigned, g_hash_table_unref);
  g_hash_table_remove_all (self->entrants);
  g_hash_table_remove_all (self->in_round);
  g_hash_table_remove_all (self->named);
  g_hash_table_remove_all (self->criteria);
  g_hash_table_remove_all (self->leaves);
}

VotumProgress *
votum_progress_new (void)
{
  VotumProgress *self = g_new0 (VotumProgress, 1);

  self->tallies = g_hash_table_new_full (place_hash, place_equal, g_free, g_free);
  self->entrants = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->in_round = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->named = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->criteria = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->leaves = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);

  return self;
}

void
votum_progress_free (VotumProgress *self)
{
  forget_all (self);
  g_hash_table_unref (self->tallies);
  g_hash_table_unref (self->entrants);
  g_hash_table_unref (self->in_round);
  g_hash_table_unref (self->named);
  g_hash_table_unref (self->criteria);
  g_hash_table_unref (self->leaves);
  g_free (self);
}

/* ---- who and what counts ---- */

static gpointer
key_of (VotumThing *thing)
{
  return GSIZE_TO_POINTER (votum_thing_get_id (thing));
}

static GHashTable *
set_of (GPtrArray *things)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < things->len; i++)
    g_hash_table_add (set, key_of (g_ptr_array_index (things, i)));

  return set;
}

/**
 * votum_case_rounds:
 * @self: a case
 *
 * Returns: (transfer full) (element-type VotumThing): the rounds in order, not to be changed
 */
GPtrArray *
votum_case_rounds (VotumCase *self)
{
  if (self->progress->rounds == NULL)
    self->progress->rounds = votum_case_in_order (self, VOTUM_KIND_ROUND);

  return g_ptr_array_ref (self->progress->rounds);
}

/**
 * votum_case_marking_jurors:
 * @self: a case
 *
 * Returns: (transfer full) (element-type VotumThing): those who give marks, in order, not to be changed
 */
GPtrArray *
votum_case_marking_jurors (VotumCase *self)
{
  if (self->progress->jurors == NULL)
    {
      GPtrArray *jurors = votum_case_in_order (self, VOTUM_KIND_JUROR);
      /* whom ballots are sent to stands in a juror's copy as well */
      VotumThing *only = votum_case_was_handed_out (self) ? votum_case_get_holder (self) : NULL;

      for (guint i = jurors->len; i > 0; i--)
        if (!votum_duty_fits (VOTUM_DUTY_JUROR, g_ptr_array_index (jurors, i - 1)) || (only != NULL && g_ptr_array_index (jurors, i - 1) != only))
          g_ptr_array_remove_index (jurors, i - 1);
      self->progress->jurors = jurors;
    }

  return g_ptr_array_ref (self->progress->jurors);
}

static gboolean
is_in_race (VotumThing *entrant)
{
  int status = votum_thing_get_choice (entrant, VOTUM_ENTRANT_STATUS);

  return status != VOTUM_ENTRANT_STATUS_WITHDRAWN && status != VOTUM_ENTRANT_STATUS_DISQUALIFIED;
}

/* Those whom the round names; none where it is for all. */
static GHashTable *
named_in (VotumCase  *self,
          VotumThing *round)
{
  GListModel *entries = votum_case_get_things (self, VOTUM_KIND_ROUND_ENTRY);
  GHashTable *named = g_hash_table_lookup (self->progress->named, key_of (round));

  if (named != NULL)
    return named;

  named = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->progress->named, key_of (round), named);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(VotumThing) entry = g_list_model_get_item (entries, i);

      if (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ROUND) == votum_thing_get_id (round))
        g_hash_table_add (named, GSIZE_TO_POINTER (votum_thing_get_ref (entry, VOTUM_ROUND_ENTRY_ENTRANT)));
    }

  return named;
}

/**
 * votum_case_round_entrants:
 * @self: a case
 * @round: a round
 *
 * Returns: (transfer full) (element-type VotumThing): those who are in the race in @round, in order, not to be changed
 */
GPtrArray *
votum_case_round_entrants (VotumCase  *self,
                           VotumThing *round)
{
  GPtrArray *entrants = g_hash_table_lookup (self->progress->entrants, key_of (round));
  GHashTable *named;

  if (entrants != NULL)
    return g_ptr_array_ref (entrants);

  entrants = votum_case_in_order (self, VOTUM_KIND_ENTRANT);
  named = named_in (self, round);
  for (guint i = entrants->len; i > 0; i--)
    {
      VotumThing *entrant = g_ptr_array_index (entrants, i - 1);

      if (!is_in_race (entrant) || (g_hash_table_size (named) > 0 && !g_hash_table_contains (named, key_of (entrant))))
        g_ptr_array_remove_index (entrants, i - 1);
    }
  g_hash_table_insert (self->progress->entrants, key_of (round), entrants);
  g_hash_table_insert (self->progress->in_round, key_of (round), set_of (entrants));

  return g_ptr_array_ref (entrants);
}

static gboolean
is_in_round (VotumCase  *self,
             VotumThing *round,
             VotumThing *entrant)
{
  /* asking for them counts them */
  g_ptr_array_unref (votum_case_round_entrants (self, round));

  return g_hash_table_contains (g_hash_table_lookup (self->progress->in_round, key_of (round)), key_of (entrant));
}

/**
 * votum_case_criteria_for:
 * @self: a case
 * @entrant: an entrant
 *
 * Returns: (transfer full) (element-type VotumThing): the criteria that @entrant is marked on, in the order of the tree,
 *   not to be changed
 */
GPtrArray *
votum_case_criteria_for (VotumCase  *self,
                         VotumThing *entrant)
{
  VotumThing *class = votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  gpointer key = class != NULL ? key_of (class) : NULL;
  GPtrArray *criteria = g_hash_table_lookup (self->progress->criteria, key);

  if (criteria != NULL)
    return g_ptr_array_ref (criteria);

  criteria = votum_case_class_leaves (self, class);
  for (guint i = criteria->len; i > 0; i--)
    if (votum_thing_get_choice (g_ptr_array_index (criteria, i - 1), VOTUM_CRITERION_KIND) != VOTUM_CRITERION_KIND_JUDGED)
      g_ptr_array_remove_index (criteria, i - 1);
  g_hash_table_insert (self->progress->criteria, key, criteria);
  g_hash_table_insert (self->progress->leaves, key, set_of (criteria));

  return g_ptr_array_ref (criteria);
}

/**
 * votum_case_current_round:
 * @self: a case
 *
 * The round in which marks are given now: the latest open one that has begun, which is to say that it names its entrants or
 * has marks; else the first that is open; else the last.
 *
 * Returns: (transfer none) (nullable): the round, %NULL where there is none
 */
VotumThing *
votum_case_current_round (VotumCase *self)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (self);
  VotumThing *first = NULL;

  for (guint i = rounds->len; i > 0; i--)
    {
      VotumThing *round = g_ptr_array_index (rounds, i - 1);
      guint n_marks;

      if (votum_thing_get_choice (round, VOTUM_ROUND_STATE) != VOTUM_ROUND_STATE_OPEN)
        continue;
      first = round;
      votum_marks_range (self->marks, votum_thing_get_id (round), 0, 0, &n_marks);
      if (n_marks > 0 || g_hash_table_size (named_in (self, round)) > 0)
        return round;
    }

  return first != NULL ? first : rounds->len > 0 ? g_ptr_array_index (rounds, rounds->len - 1) : NULL;
}

/* ---- recusals ---- */

static VotumThing *
recusal_of (VotumCase  *self,
            VotumThing *juror,
            VotumThing *entrant)
{
  GListModel *things = votum_case_get_things (self, VOTUM_KIND_RECUSAL);
  gint64 number = votum_thing_get_id (juror);
  gint64 class = votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS);
  VotumThing *recusal;

  if (self->progress->recusals == NULL)
    {
      self->progress->recusals = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < g_list_model_get_n_items (things); i++)
        {
          g_autoptr(VotumThing) thing = g_list_model_get_item (things, i);
          gint64 from = votum_thing_get_ref (thing, VOTUM_RECUSAL_ENTRANT);

          if (votum_thing_get_choice (thing, VOTUM_RECUSAL_DEGREE) == VOTUM_RECUSAL_DEGREE_DECLARED_ONLY)
            continue;
          g_hash_table_insert (self->progress->recusals,
                               votum_progress_pair (votum_thing_get_ref (thing, VOTUM_RECUSAL_JUROR),
                                                    from != 0 ? from : -votum_thing_get_ref (thing, VOTUM_RECUSAL_CLASS)), thing);
        }
    }

  recusal = g_hash_table_lookup (self->progress->recusals, votum_progress_pair (number, votum_thing_get_id (entrant)));
  if (recusal == NULL && class != 0)
    recusal = g_hash_table_lookup (self->progress->recusals, votum_progress_pair (number, -class));

  return recusal;
}

/* ---- tallies ---- */

/* The words that the rule asks for with a mark. */
static void
add_words (VotumCase       *self,
           const VotumMark *mark,
           VotumTally      *tally)
{
  VotumDemand demand = mark->comment == NULL || *mark->comment == '\0' ? votum_case_comment_demand (self, mark) : VOTUM_DEMAND_NONE;

  tally->reasons_missing += demand != VOTUM_DEMAND_NONE;
  tally->comments_missing += demand == VOTUM_DEMAND_EXTREME || demand == VOTUM_DEMAND_ALL;
}

static void
count_marks (VotumCase  *self,
             VotumThing *round,
             VotumThing *entrant,
             VotumThing *juror,
             VotumTally *tally)
{
  g_autoptr(GPtrArray) criteria = votum_case_criteria_for (self, entrant);
  GHashTable *leaves = g_hash_table_lookup (self->progress->leaves, GSIZE_TO_POINTER (votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS)));
  const VotumMark *marks;
  guint n;

  tally->wanted = criteria->len;
  marks = votum_marks_range (self->marks, votum_thing_get_id (round), votum_thing_get_id (entrant), votum_thing_get_id (juror), &n);
  for (guint i = 0; i < n; i++)
    {
      if (!g_hash_table_contains (leaves, GSIZE_TO_POINTER (marks[i].criterion)))
        continue;
      tally->given++;
      tally->not_observed += marks[i].state == VOTUM_MARK_NOT_OBSERVED;
      add_words (self, &marks[i], tally);
    }
}

static void
add_tally (VotumTally       *sum,
           const VotumTally *tally)
{
  sum->wanted += tally->wanted;
  sum->given += tally->given;
  sum->not_observed += tally->not_observed;
  sum->reasons_missing += tally->reasons_missing;
  sum->comments_missing += tally->comments_missing;
}

/* Who has given all the points there are to give has nothing left for the others. */
static gboolean
has_used_points (VotumCase  *self,
                 VotumThing *round,
                 VotumThing *entrant,
                 VotumThing *juror)
{
  VotumThing *class = votum_case_lookup (self, votum_thing_get_ref (entrant, VOTUM_ENTRANT_CLASS));
  g_autoptr(GArray) allocation = votum_case_allocation (self, round, class, juror);

  return allocation != NULL && votum_allocation_is_used (allocation);
}

static const VotumTally *find_tally (VotumCase *self, VotumThing *round, VotumThing *entrant, VotumThing *juror);

static void
work_out (VotumCase  *self,
          VotumThing *round,
          VotumThing *entrant,
          VotumThing *juror,
          VotumTally *tally)
{
  g_autoptr(GPtrArray) jurors = NULL;
  g_autoptr(GPtrArray) entrants = NULL;

  if (juror == NULL)
    {
      jurors = votum_case_marking_jurors (self);
      for (guint i = 0; i < jurors->len; i++)
        add_tally (tally, find_tally (self, round, entrant, g_ptr_array_index (jurors, i)));
    }
  else if (entrant == NULL)
    {
      entrants = votum_case_round_entrants (self, round);
      for (guint i = 0; i < entrants->len; i++)
        add_tally (tally, find_tally (self, round, g_ptr_array_index (entrants, i), juror));
    }
  else if (votum_duty_fits (VOTUM_DUTY_JUROR, juror) && is_in_round (self, round, entrant))
    {
      tally->recusal = recusal_of (self, juror, entrant);
      tally->recused = tally->recusal != NULL;
      tally->unassigned = !tally->recused && !votum_case_is_assigned (self, juror, entrant);
      if (!tally->recused && !tally->unassigned)
        count_marks (self, round, entrant, juror, tally);
      if (tally->given < tally->wanted && has_used_points (self, round, entrant, juror))
        tally->wanted = tally->given;
    }
}

static const VotumTally *
find_tally (VotumCase  *self,
            VotumThing *round,
            VotumThing *entrant,
            VotumThing *juror)
{
  Place place = { votum_thing_get_id (round), entrant != NULL ? votum_thing_get_id (entrant) : 0,
                  juror != NULL ? votum_thing_get_id (juror) : 0 };
  VotumTally *tally = g_hash_table_lookup (self->progress->tallies, &place);

  if (tally != NULL)
    return tally;

  tally = g_new0 (VotumTally, 1);
  work_out (self, round, entrant, juror, tally);
  g_hash_table_insert (self->progress->tallies, g_memdup2 (&place, sizeof place), tally);

  return tally;
}

/* How the others judge is not told by the way, as long as it may not be seen. */
static void
tell (VotumCase        *self,
      const VotumTally *known,
      VotumThing       *juror,
      VotumTally       *tally)
{
  *tally = *known;
  if (votum_case_sees_all (self) || (juror != NULL && juror == votum_case_get_holder (self)))
    return;
  tally->not_observed = 0;
  tally->reasons_missing = 0;
  tally->comments_missing = 0;
}

/**
 * votum_case_tally:
 * @self: a case
 * @round: a round
 * @entrant: an entrant
 * @juror: a juror
 * @tally: (out caller-allocates): how far the marks of @juror for @entrant have come in @round
 */
void
votum_case_tally (VotumCase  *self,
                  VotumThing *round,
                  VotumThing *entrant,
                  VotumThing *juror,
                  VotumTally *tally)
{
  tell (self, find_tally (self, round, entrant, juror), juror, tally);
}

/**
 * votum_case_tally_juror:
 * @self: a case
 * @round: a round
 * @juror: a juror
 * @tally: (out caller-allocates): how far the marks of @juror have come in @round, for all entrants
 */
void
votum_case_tally_juror (VotumCase  *self,
                        VotumThing *round,
                        VotumThing *juror,
                        VotumTally *tally)
{
  tell (self, find_tally (self, round, NULL, juror), juror, tally);
}

/**
 * votum_case_tally_entrant:
 * @self: a case
 * @round: a round
 * @entrant: an entrant
 * @tally: (out caller-allocates): how far the marks of all jurors for @entrant have come in @round
 */
void
votum_case_tally_entrant (VotumCase  *self,
                          VotumThing *round,
                          VotumThing *entrant,
                          VotumTally *tally)
{
  tell (self, find_tally (self, round, entrant, NULL), NULL, tally);
}

/**
 * votum_case_tally_round:
 * @self: a case
 * @round: a round
 * @tally: (out caller-allocates): how far all marks have come in @round
 */
void
votum_case_tally_round (VotumCase  *self,
                        VotumThing *round,
                        VotumTally *tally)
{
  tell (self, find_tally (self, round, NULL, NULL), NULL, tally);
}

/* ---- keeping up ---- */

/* A mark counts in its own round, and its change may ask for a reason in a later one. */
static void
forget_mark (VotumCase       *self,
             const VotumMark *mark)
{
  g_autoptr(GPtrArray) rounds = votum_case_rounds (self);

  for (guint i = 0; i < rounds->len; i++)
    {
      gint32 round = votum_thing_get_id (g_ptr_array_index (rounds, i));
      const Place places[] = { { round, mark->entrant, mark->juror }, { round, 0, mark->juror }, { round, mark->entrant, 0 }, { round, 0, 0 } };

      for (guint p = 0; p < G_N_ELEMENTS (places); p++)
        g_hash_table_remove (self->progress->tallies, &places[p]);
    }
}

/* Points that one finalist gets are gone for the others. */
static gboolean
has_any_allocation (VotumCase *self)
{
  GListModel *rules = votum_case_get_things (self, VOTUM_KIND_RULE);

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr(VotumThing) rule = g_list_model_get_item (rules, i);

      if (votum_thing_is_set (rule, VOTUM_RULE_ALLOCATION))
        return TRUE;
    }

  return FALSE;
}

static gboolean
counts (VotumKind kind)
{
  switch ((int) kind)
    {
    case VOTUM_KIND_SCALE:
    case VOTUM_KIND_RULE:
    case VOTUM_KIND_AWARD:
    case VOTUM_KIND_CLASS:
    case VOTUM_KIND_CRITERION:
    case VOTUM_KIND_ENTRANT:
    case VOTUM_KIND_JUROR:
    case VOTUM_KIND_RECUSAL:
    case VOTUM_KIND_ASSIGNMENT:
    case VOTUM_KIND_ROUND:
    case VOTUM_KIND_ROUND_ENTRY:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * votum_case_progress_changed:
 * @self: a case
 * @changes: what has just been written
 *
 * Forgets what is not so any more.
 */
void
votum_case_progress_changed (VotumCase    *self,
                             VotumChanges *changes)
{
  const VotumMarks *marks[] = { votum_changes_old_marks (changes), votum_changes_new_marks (changes) };

  for (guint i = 0; i < votum_changes_n_things (changes); i++)
    {
      const VotumThingChange *change = votum_changes_get (changes, i);

      if (counts (votum_thing_get_kind (change->new_thing != NULL ? change->new_thing : change->old_thing)))
        {
          forget_all (self->progress);
          return;
        }
    }

  if (votum_marks_size (marks[0]) + votum_marks_size (marks[1]) > MANY_MARKS || has_any_allocation (self))
    {
      g_hash_table_remove_all (self->progress->tallies);
      return;
    }
  for (guint side = 0; side < G_N_ELEMENTS (marks); side++)
    for (guint i = 0; i < votum_marks_size (marks[side]); i++)
      forget_mark (self, votum_marks_get (marks[side], i));
}
